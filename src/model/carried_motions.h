/* The motions a body carried, to name one as what adopted a recommendation. */
#ifndef DAIS_MODEL_CARRIED_MOTIONS_H
#define DAIS_MODEL_CARRIED_MOTIONS_H

#include "domain/board.h"
#include "store/store.h"

struct carried_motion {
	char *id;          /* "2026-11-09/3": the day of the meeting, the number of the motion (domain/recommendation.h) */
	char *text;        /* what was moved, else its kind */
};
void carried_motion_free(void *motion);
/* Of all recorded meetings of a body, the latest first, main motions of open session only: struct carried_motion *, owned. NULL with error. */
GPtrArray *carried_motions_load(struct store *store, const struct board *board, const char *body, GError **error);

#endif
