/* How a person names a meeting on the command line: by its day (2024-12-16), its number, or "last". */
#ifndef DAIS_CLI_MEETING_ARG_H
#define DAIS_CLI_MEETING_ARG_H

#include "domain/record.h"
#include "store/store.h"

/* The id of the meeting meant; word NULL or "last": the last of them. 0 with an error that lists what there is, also when there is more
 * than one on the day. recorded: only meetings with a journal are meant. */
id_t64 meeting_arg(struct store *store, const char *word, const char *zone, bool recorded, GError **error);

/* For papers of a coming meeting: word NULL or "next" is the first that is not cancelled and begins at now or later; any other word as
 * above. 0 with an error. */
id_t64 meeting_arg_next(struct store *store, const char *word, const char *zone, instant_t now, GError **error);

#endif
