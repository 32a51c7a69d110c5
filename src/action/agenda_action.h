/*
 * Putting an agenda together: the only writer of agendas beside import. Each call is one operation (domain/agenda) in one transaction, which
 * names the last change its author has seen: if somebody changed the agenda since, nothing is written and the error says what they did. What
 * was done is written down (domain/agenda_history).
 */
#ifndef DAIS_ACTION_AGENDA_ACTION_H
#define DAIS_ACTION_AGENDA_ACTION_H

#include "domain/agenda_carry.h"
#include "domain/agenda_history.h"
#include "store/store.h"

#define AGENDA_ANY (-1)

/* Somebody at work on one agenda. */
struct agenda_hand {
	struct store *store;         /* borrowed, like all here */
	const struct board *board;
	id_t64 meeting;
	const char *who;             /* the login */
	instant_t now;
	id_t64 item;                 /* after AGENDA_DONE: what it was about; of several items the last */
	gint64 follows;              /* the last change this person has seen; AGENDA_ANY: what was changed since does not matter, as when one item
	                                is added from elsewhere. After AGENDA_DONE the new one */
};
enum agenda_outcome {
	AGENDA_DONE,
	AGENDA_REFUSED,              /* not in order: the error says why */
	AGENDA_CHANGED,              /* somebody changed the agenda first, the error says what: look, and press again */
	AGENDA_FAILED,               /* not written: disk full, read-only ... */
};

/* May this agenda be edited at all? False: cancelled, held, called to order, the database may only be read. */
bool agenda_editable(struct store *store, id_t64 meeting, GError **error);

/* Adds a copy of the item; its id, and its number where it has none, are made. position from 1; 0: where it belongs. What is due for the board
 * (docket) is listed once: refused when this agenda has it, or that of another meeting that is still to come. words (may be NULL) of all these:
 * what was done, for a person; g_free. */
enum agenda_outcome agenda_add(struct agenda_hand *hand, const struct agenda_item *item, int position, char **words, GError **error);
enum agenda_outcome agenda_remove(struct agenda_hand *hand, id_t64 item, char **words, GError **error);
enum agenda_outcome agenda_move(struct agenda_hand *hand, id_t64 item, int to, char **words, GError **error);
enum agenda_outcome agenda_set(struct agenda_hand *hand, id_t64 item, enum agenda_field field, const char *text, char **words, GError **error);
/* Fills an empty agenda with what the body's template says for this kind of meeting. */
enum agenda_outcome agenda_fill(struct agenda_hand *hand, char **words, GError **error);

/* What may be carried over: one item that the last meeting of the body left undone. */
struct agenda_offer {
	struct agenda_item *item;    /* as it would stand on this agenda */
	enum carry_why why;
	instant_t left_at;           /* when the meeting began that left it */
	char *listed;                /* the agenda it is on already, in words; NULL: it may be added */
};
void agenda_offer_free(void *offer);
/* All of them (struct agenda_offer *) by the journal of that meeting, *from its date in words (g_free); what stands on every agenda is left out.
 * NULL with error: there is no such meeting, or what it left is not known. */
GPtrArray *agenda_offers(struct agenda_hand *hand, char **from, GError **error);
/* Adds several items (struct agenda_item *, copied) in one operation, each where it belongs. Minutes to approve, added alone, take the place of the
 * item that the template keeps for them (agenda_vacancy). */
enum agenda_outcome agenda_add_all(struct agenda_hand *hand, const GPtrArray *items, char **words, GError **error);

/* Posts the agenda under the notice rule of this kind of meeting (domain/notice). One second too late it is refused with the time by which it
 * had to be, and what can be done instead. From then on its items are neither removed nor retitled nor moved, and what is added is marked. */
enum agenda_outcome agenda_post(struct agenda_hand *hand, char **words, GError **error);

/* Takes back the last operation that was not taken back, whoever's it was; does again what was taken back last. */
enum agenda_outcome agenda_undo(struct agenda_hand *hand, char **words, GError **error);
enum agenda_outcome agenda_redo(struct agenda_hand *hand, char **words, GError **error);

#endif
