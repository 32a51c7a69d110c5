/* The meetings that have a record, for what is counted over several of them. */
#ifndef DAIS_MODEL_RECORDED_MEETINGS_H
#define DAIS_MODEL_RECORDED_MEETINGS_H

#include "model/meeting_model.h"

/* struct meeting_model *, oldest first, of one body (NULL: of all) that start at or after a moment (INSTANT_LEAST: all). One whose journal
 * is damaged is there as far as it can be read (broken). NULL with error. */
GPtrArray *recorded_meetings_load(struct store *store, const struct board *board, const char *body, instant_t from, GError **error);

#endif
