/*
 * What people do to a case: move it through its workflow, find, assign, note, stop and waive clocks, take back. Each act is checked
 * against the board file, and is one transaction: the event, what it changes of the case, and where its clocks then stand.
 */
#ifndef DAIS_ACTION_CASE_ACTION_H
#define DAIS_ACTION_CASE_ACTION_H

#include "store/case_file.h"

/* What is to be done; what the kind needs is told by case_event_needs. Borrowed strings. */
struct case_act {
	enum case_event_kind kind;
	const char *to;               /* ACT_STATE: a state id */
	unsigned allegation;          /* ACT_FINDING: number of the allegation, from 1 */
	const char *stage;            /* ACT_FINDING: stage_name; consents and satisfaction: the side */
	const char *value;            /* finding, seat or panel or words, document, 1 to 5 */
	const char *clock;            /* id of a clock */
	day_t day;
	const char *why;
};

/* Does it, as `who` (the login), at `now`. False with a sentence that says what is missing; nothing was written. The events of a case do
 * not go back in time: an act before the last one is recorded at the time of that. */
bool case_do(struct store *store, const struct board *board, id_t64 id, const struct case_act *act, const char *who, instant_t now, GError **error);
/* Takes back the last thing a person did to the case that was not taken back: an event of its own, with the reason (may be NULL). seen: the
 * event that is meant, 0 whichever is last. *what (NULL allowed; g_free) says what was taken back. False with error: there is nothing to take
 * back, this login may not, or what was seen is not the last any more. */
bool case_undo(struct store *store, const struct board *board, id_t64 id, id_t64 seen, const char *why, const char *who, instant_t now, char **what, GError **error);

#endif
