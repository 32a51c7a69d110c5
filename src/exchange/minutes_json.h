/* The minutes with their structure, for programs: meeting, attendance, items with motions and votes by name, corrections, head. What
 * belongs to a closed session is left out, as in the papers. Public titles only. */
#ifndef DAIS_EXCHANGE_MINUTES_JSON_H
#define DAIS_EXCHANGE_MINUTES_JSON_H

#include <stdio.h>
#include "domain/meeting.h"

void minutes_json_write(FILE *out, const struct meeting *meeting);

#endif
