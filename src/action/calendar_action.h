/*
 * The calendar in the database: meetings are laid out from the series of the board file, added one by one, moved and cancelled. A meeting
 * that was laid out has no items yet. Each call is one transaction; false or NULL with an error that says why, and then nothing was written.
 */
#ifndef DAIS_ACTION_CALENDAR_ACTION_H
#define DAIS_ACTION_CALENDAR_ACTION_H

#include "domain/calendar.h"
#include "store/store.h"

/* Plans all meetings that the series of a body (NULL: of all) ask for after now and until the end of a day and that are not there
 * (calendar_missing). Their ids, by start: id_t64; g_array_unref. */
GArray *calendar_lay_out(struct store *store, const struct board *board, const struct body *body, day_t until, instant_t now, GError **error);
/* Plans one meeting: body (of the board file), kind (one of meeting_kinds), starts, and place and title where there are; its id and status are
 * filled in. Refused are what begins before now, and a second meeting of the body at that time. */
bool calendar_add(struct store *store, const struct board *board, struct meeting_record *meeting, instant_t now, GError **error);
/* Who changes what, and when; both go into the history of the meeting (domain/agenda_history.h), which says so to who edits its agenda. */
struct calendar_hand {
	struct store *store;         /* borrowed, like all here */
	const struct board *board;
	const char *who;             /* the login */
	instant_t now;
};
/* To another time, and another place unless that is NULL; why is required. A meeting that was posted has to be posted anew. Refused are
 * meetings that were called to order, held or cancelled, and what calendar_add refuses. */
bool calendar_move(const struct calendar_hand *hand, id_t64 id, instant_t starts, const char *place, const char *why, GError **error);
/* Cancels a planned or posted meeting; why is required, for the public reads it. Refused are meetings that were called to order (they are
 * adjourned), held or cancelled already. */
bool calendar_cancel(const struct calendar_hand *hand, id_t64 id, const char *why, GError **error);

#endif
