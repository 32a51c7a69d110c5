/*
 * The calendar of meetings: series such as "second monday" or "first and third tuesday", as the board file gives them for each body
 * (dais-board(5), SERIES), and the days on which they meet. Pure: no clock, nothing is stored here; action/calendar_action lays the
 * meetings out in a database.
 */
#ifndef DAIS_DOMAIN_CALENDAR_H
#define DAIS_DOMAIN_CALENDAR_H

#include "domain/board.h"
#include "domain/record.h"

/* Which of the days of one name in a month; bits, for a series may name several. */
enum series_week { WEEK_FIRST = 1, WEEK_SECOND = 2, WEEK_THIRD = 4, WEEK_FOURTH = 8, WEEK_FIFTH = 16, WEEK_LAST = 32, WEEK_EVERY = 64, WEEK_OTHER = 128 };

/* What becomes of a meeting that would fall on a holiday of the board. */
enum series_holiday {
	HOLIDAY_SKIP,            /* there is none */
	HOLIDAY_MEET,            /* it is held all the same */
	HOLIDAY_NEXT_WORKDAY,
	HOLIDAY_PREVIOUS_WORKDAY,
	HOLIDAY_NEXT_WEEK,       /* seven days later, and again as long as that is a holiday */
};
extern const char *const series_holidays[];     /* "skip", ...; ends with NULL */

struct meeting_series {
	char *id;
	enum meeting_kind kind;
	unsigned weeks;          /* enum series_week bits */
	int weekday;             /* 0 Monday .. 6 Sunday */
	unsigned months;         /* bit 1 << 0 January ...; 0: every month */
	day_t from, until;       /* its first and last day; DAY_UNKNOWN: no limit. WEEK_OTHER counts from `from` */
	int minutes;             /* after midnight, when it begins */
	char *place;             /* NULL */
	enum series_holiday holiday;
	GArray *except;          /* day_t: days of the series on which there is no meeting */
};
struct meeting_series *meeting_series_new(void);
void meeting_series_free(struct meeting_series *series);

/*
 * Reads "second monday", "first and third tuesday", "first, second and last friday", "every monday" or "every other monday" into weeks
 * and weekday. NULL, or what is wrong and what can be written instead; g_free.
 */
char *series_read_on(struct meeting_series *series, const char *on);

/* When a meeting begins, "2024-12-20T18:00": a day alone says no time, and midnight is never meant by it. */
bool meeting_begin_parse(const char *text, const char *zone, instant_t *begins);

/* One day of a series. */
struct series_day {
	day_t rule;              /* by the rule, also where a holiday moves it: with the series' id it names the meeting for good */
	day_t day;               /* on which it meets */
};
/* Is this a day of the series by its rule, whatever holidays and exceptions say? */
bool series_falls_on(const struct meeting_series *series, day_t day);
/* The days from one to another (both included) on which it meets, ascending: struct series_day; g_array_unref. */
GArray *series_days(const struct board *board, const struct meeting_series *series, day_t from, day_t until);
/* "regular 2024-12-09", as meeting_detail.series keeps it; g_free. */
char *series_key(const struct meeting_series *series, day_t rule);

/* One meeting that a series asks for. */
struct calendar_day {
	const struct body *body;
	const struct meeting_series *series;
	day_t rule;
	instant_t starts;
};
/*
 * The meetings that the series of all bodies ask for after now and until the end of a day, and that are not among the meetings there
 * are (struct meeting_record *, with their details by id: meeting_store_details): struct calendar_day by start; g_array_unref. A meeting is
 * there when it was laid out for that day of the series, wherever it was moved since, and also when it was cancelled; or when one of the
 * same body and kind that comes from no series is held on that day.
 */
GArray *calendar_missing(const struct board *board, const GPtrArray *meetings, GHashTable *details, instant_t now, day_t until);

#endif
