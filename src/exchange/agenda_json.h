/* An agenda as JSON, with what the public may read of it (domain/agenda_sheet.h). */
#ifndef DAIS_EXCHANGE_AGENDA_JSON_H
#define DAIS_EXCHANGE_AGENDA_JSON_H

#include <stdio.h>
#include "domain/agenda_sheet.h"

/* One object; of several languages (NULL-terminated) an object "agendas" with one each. */
void agenda_json_write(FILE *out, const struct agenda_sheet *sheet, const char *const *languages);

#endif
