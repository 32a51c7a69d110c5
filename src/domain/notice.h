/*
 * The notice of a meeting: by when its agenda must be posted, under the rule of the body for this kind of meeting, and how much
 * of that time is left (DOMAIN.md 1.2). The rules stand in the board file under 'notice' (dais-board(5)); no number of law stands
 * in C. What this file knows is how notice is counted:
 *
 *   hours           full hours back from the moment the meeting begins; weekends, holidays and the hour of a change to or from
 *                   summer time count like all others
 *   days            calendar days
 *   business days   days that are neither Saturday, Sunday nor a holiday of the board
 *
 * Days are counted before the date or before the time. Before the date: the meeting may be posted until the end of the last day that
 * leaves so many days between; whether the day of posting and the day of the meeting are among those days, the rule says (Texas counts
 * neither of the two). Before the time: so many days back at the hour at which the meeting begins.
 */
#ifndef DAIS_DOMAIN_NOTICE_H
#define DAIS_DOMAIN_NOTICE_H

#include "domain/board.h"
#include "domain/record.h"

enum notice_unit { NOTICE_HOURS, NOTICE_DAYS, NOTICE_BUSINESS_DAYS };
enum notice_before { NOTICE_BEFORE_DATE, NOTICE_BEFORE_TIME };

struct notice_rule {
	enum meeting_kind kind;
	int length;                  /* in units; 0 hours: at any time before it begins */
	enum notice_unit unit;
	enum notice_before before;   /* days and business days only */
	bool posting_day_counts;     /* before the date only: the day of posting is one of the days */
	bool meeting_day_counts;     /* before the date only: the day of the meeting is one of the days */
	char *source;                /* where the rule stands: "Gov. Code 54954.2(a)"; NULL */
};
void notice_rule_free(struct notice_rule *rule);

/*
 * The rule for a kind of meeting ("regular", as in meeting_record; NULL or an unknown word too): the body's own, else that of the nearest
 * parent that has one, else the board's. A kind without any rule goes by the one for regular meetings, which is found the same way,
 * for that is the longest. NULL: the board file says nothing, and a meeting may be posted at any time. body may be NULL.
 */
const struct notice_rule *board_notice(const struct board *board, const struct body *body, const char *kind);
/* *by: the last second at which a meeting that begins then may be posted, in the board's zone, never after the beginning. False, with
 * *by unchanged, when rule is NULL. A day ends one second before midnight. */
bool notice_due(const struct board *board, const struct notice_rule *rule, instant_t starts, instant_t *by);

/* How urgent it is to post. */
enum notice_state {
	NOTICE_NONE,         /* no rule */
	NOTICE_AHEAD,
	NOTICE_PRESSING,     /* less than a quarter of the time between `by` and the meeting is left until `by` */
	NOTICE_LATE,         /* `by` is over */
};
enum notice_state notice_state(const struct board *board, const struct notice_rule *rule, instant_t starts, instant_t now);
/*
 * May this meeting be posted now? True without a rule. False, with an error of DAIS_ERROR_NOT_FOUND (a check failed) that names the meeting, the moment by
 * which it had to be posted, the rule and how late it is, one second after that moment.
 */
bool notice_check(const struct board *board, const struct meeting_record *meeting, instant_t now, GError **error);

/* --- in words, in the language of the program (notice_words.c); each g_free --- */

/* "72 hours before it begins", "3 business days before its day, not counting the day of posting or of the meeting". */
char *notice_rule_words(const struct notice_rule *rule);
/* "must be posted by Fri 13 Dec 2024, 18:00; 5 h 20 min left", or "too late by 1 min: had to be posted by Fri 13 Dec 2024, 18:00".
 * Minutes that are left are rounded down, minutes too late up. NULL without a rule. */
char *notice_words(const struct board *board, const struct notice_rule *rule, instant_t starts, instant_t now);
/* "posted Thu 12 Dec 2024, 17:00 by mrios"; after the moment it had to be (rule may be NULL) ", 1 min too late" is added.
 * NULL when detail does not say when. */
char *notice_posted_words(const struct board *board, const struct notice_rule *rule, instant_t starts, const struct meeting_detail *detail);

#endif
