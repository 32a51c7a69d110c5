/*
 * The history of an agenda: each operation as it was written down, by whom and when. Taking something back is an operation too, that names
 * the one it takes back; so is doing that again.
 */
#ifndef DAIS_DOMAIN_AGENDA_HISTORY_H
#define DAIS_DOMAIN_AGENDA_HISTORY_H

#include "domain/agenda.h"

struct agenda_change {
	gint64 seq;                   /* from 1, for each meeting */
	instant_t at;
	char *who;
	char *what;                   /* kind of operation: "move" */
	id_t64 item;                  /* of several the one with the highest id; 0 none */
	char *was, *became;           /* the operation in text: lines of name and value, separated by a tab */
	gint64 undoes;                /* 0, or the seq of the change it takes back */
};
/* What the calendar does to the meeting itself stands in its history too (was and became: its beginning, or the reason), so that who edits the
 * agenda is told, and whoever printed a notice can see that it is another one. No undo reaches behind it. */
#define AGENDA_CHANGE_MEETING_MOVED "meeting moved"
#define AGENDA_CHANGE_MEETING_CANCELLED "meeting cancelled"
void agenda_change_free(void *change);       /* struct agenda_change * on the heap */

/* Fills what, item, was and became from an operation that was done. */
void agenda_change_write(struct agenda_change *change, const struct agenda_op *op);
/* The operation; NULL with an error that names the change: its text is none. */
struct agenda_op *agenda_change_read(const struct agenda_change *change, GError **error);

/* What u would take back (*undo) and Ctrl-R do again (*redo), of all changes in order; NULL nothing. An agenda that was posted keeps what
 * was done before. */
void agenda_history_ends(const GPtrArray *changes, const struct agenda_change **undo, const struct agenda_change **redo);
/* "moved item 7 before item 5", "took back: moved ..."; g_free. */
char *agenda_history_words(const GPtrArray *changes, const struct agenda_change *change);
/* "Ana moved item 7 before item 5 at 18:02" (with the day where that is not today's); g_free. */
char *agenda_history_sentence(const GPtrArray *changes, const struct agenda_change *change, instant_t now, const char *zone);

#endif
