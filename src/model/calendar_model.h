/* The calendar: meetings that are there, and those that a series asks for. */
#ifndef DAIS_MODEL_CALENDAR_MODEL_H
#define DAIS_MODEL_CALENDAR_MODEL_H

#include "domain/board.h"
#include "domain/notice.h"
#include "store/store.h"

struct calendar_row {
	struct meeting_record meeting;   /* id 0, status NULL: a series asks for it, and it is not laid out yet */
	struct meeting_detail detail;
	enum notice_state notice;        /* NOTICE_NONE also where there is nothing to post any more */
	instant_t by;                    /* by when it must be posted; 0: no rule */
};

/*
 * The meetings from one day to another (both included), by start: struct calendar_row *; g_ptr_array_unref; NULL with error.
 * from DAY_UNKNOWN: also all earlier ones. until DAY_UNKNOWN: all later ones, but none that is not laid out yet. body NULL: of all bodies.
 */
GPtrArray *calendar_model_load(struct store *store, const struct board *board, const char *body, day_t from, day_t until, instant_t now,
	GError **error);

#endif
