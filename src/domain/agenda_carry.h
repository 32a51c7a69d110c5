/* What a meeting left undone: the items that may go on to the agenda of the next one. */
#ifndef DAIS_DOMAIN_AGENDA_CARRY_H
#define DAIS_DOMAIN_AGENDA_CARRY_H

#include "domain/meeting.h"

enum carry_why {
	CARRY_NOT,            /* it was done */
	CARRY_WAITING,        /* the meeting did not reach it */
	CARRY_PENDING,        /* a motion on it was pending when the meeting ended (RONR 21), or it was passed over on the consent calendar */
	CARRY_POSTPONED,      /* to a time (RONR 14) */
	CARRY_TABLED,         /* laid on the table and not taken from it (RONR 17) */
	CARRY_REFERRED,       /* to a committee (RONR 13) */
};
/* Why this item of a meeting that is over was not done. */
enum carry_why carry_why(const struct meeting *meeting, const struct meeting_item *item);
const char *carry_words(enum carry_why why);      /* "not reached"; translated, "" for CARRY_NOT */

/*
 * The item as it would stand on the next agenda: carried once more, with the docket key "carried:<id>" of the item it comes from, without a
 * number or place. was: the item as it stood; item: what the meeting made of it (one that a member pulled is off the consent calendar).
 * agenda_item_free.
 */
struct agenda_item *carry_item(const struct agenda_item *was, const struct meeting_item *item);
char *carry_docket(id_t64 item);                  /* "carried:41"; g_free */

/*
 * Did the earlier meeting continue to one of this kind what it left undone for this reason? What it postponed to a time; and to a meeting that is
 * the same one adjourned to another day, also what it did not reach or decide. Else not: nobody put off to that day what was merely not reached,
 * is on the table or in a committee, and the exception asks for that (Gov. Code 54954.2(b)(3), "at the prior meeting the item was continued").
 */
bool carry_is_continued(enum carry_why why, const char *kind);
/* May an item be acted upon that was not posted for a meeting on the day `on`, because it was posted for one on the day `posted` and continued
 * from it? By the rules of the body (continued_days). */
bool carry_continues(const struct rules *rules, day_t posted, day_t on);

/* One item that was left undone. */
struct carried {
	struct agenda_item *item;     /* as it would stand on the next agenda; NULL: taken over by another */
	enum carry_why why;
	id_t64 from;                  /* the item of the earlier agenda; 0: it was added in the meeting */
	id_t64 left;                  /* the meeting that left it undone */
	instant_t left_at;            /* when that began by the calendar */
};
void carried_free(void *carried);                 /* struct carried * on the heap */
/*
 * All that a meeting left undone (struct carried *, owned), in its order. left: the meeting's id, and when it began; rows: its agenda as the database has it (struct
 * agenda_item *, by position). body (NULL: not known) and kind are those of the meeting it would go on to: what stands on every agenda of that
 * kind comes again by itself unless something was decided about it, and the entry of the body's template that takes what is carried over gives
 * its section to what is neither about a case nor on the consent calendar nor for closed session.
 */
GPtrArray *carry_all(const struct meeting *meeting, const struct meeting_record *left, const GPtrArray *rows, const struct body *body, const char *kind);

#endif
