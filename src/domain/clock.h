/*
 * The clocks of a case: a start, a length in a unit, and intervals in which it stands still (tolling). A clock follows from the events
 * of the case and the board file alone, so it is worked out anew each time; the store keeps only where it stands (case_clock).
 *
 * Counting. The day on which a clock starts is not counted; the clock ends with the last second of its last day. Days are days of the
 * calendar; business days leave out weekends and the board's holidays, which count once also where they fall on a weekend; months and
 * years end on the day of the same number, or on the last of a shorter month. Hours are hours that pass, also where clocks are changed.
 * While a clock stands still its end moves on day by day (hour by hour); a stop and its end on one day cost nothing.
 */
#ifndef DAIS_DOMAIN_CLOCK_H
#define DAIS_DOMAIN_CLOCK_H

#include "domain/case_event.h"

enum clock_status { CLOCK_IDLE /* has not started */, CLOCK_RUNNING, CLOCK_PAUSED, CLOCK_MET, CLOCK_WAIVED };

/* A line of the ledger. */
enum clock_step { CLOCK_STARTS, CLOCK_STOPS, CLOCK_GOES_ON, CLOCK_EXTENDS, CLOCK_WAIVES, CLOCK_ENDS, CLOCK_STEPS };
struct clock_line {
	enum clock_step step;
	instant_t at;
	const char *why, *who;        /* borrowed from the events; NULL */
	const char *state;            /* id of the state whose entering did it; NULL: an event of the clock itself */
	day_t day;                    /* CLOCK_EXTENDS: until when */
};

struct clock_run {
	const struct clock_rule *rule;
	enum clock_status status;
	instant_t started;
	day_t start_day;              /* DAY_UNKNOWN while idle */
	day_t due;                    /* its last day, net of tolling; while it stands still as if it went on now; DAY_UNKNOWN while idle */
	instant_t due_at;             /* its last second */
	int tolled;                   /* how long it stood still so far: calendar days, of a clock in hours: hours */
	GArray *lines;                /* struct clock_line, oldest first */
};

/* What the clocks of a case follow from. */
struct clock_facts {
	day_t received, occurred;     /* DAY_UNKNOWN: a clock that starts with it has not started */
	const GPtrArray *events;      /* struct case_event *, in force, oldest first; NULL none */
	bool open;
	day_t closed;                 /* of a case that is not open: when its clocks ended; DAY_UNKNOWN */
	const struct workflow *workflow;
	const struct board *board;
};

/* Runs one clock up to now; the events must outlive the run. */
void clock_run_init(struct clock_run *run, const struct clock_rule *rule, const struct clock_facts *facts, instant_t now);
void clock_run_clear(struct clock_run *run);
/* The day of the case itself that starts it; DAY_UNKNOWN: not known, or an event starts it. */
day_t clock_start_day(const struct clock_rule *rule, day_t received, day_t occurred);
/* The last day of a clock of this rule that started on a day and stood still for so many calendar days. */
day_t clock_last_day(const struct clock_rule *rule, const struct board *board, day_t start, day_t tolled);
/* Days until the end: 0 it ends today, negative so many days ago; a clock in business days counts those, one in hours calendar days. */
int clock_days_left(const struct clock_run *run, const struct board *board, day_t today);
/* "12 days left (3 tolled)", "4 days over", "stands still since 3 Mar", "ended 2024-03-01" ...; g_free. */
char *clock_words(const struct clock_run *run, const struct board *board, instant_t now);
/* A line of the ledger as a sentence without its time; g_free. */
char *clock_line_words(const struct clock_line *line, const struct workflow *workflow, const char *lang);
/* "180 days", "15 business days"; g_free. */
char *clock_length_words(const struct clock_rule *rule);

#endif
