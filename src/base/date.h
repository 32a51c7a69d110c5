/*
 * Civil dates as day numbers. No function here reads a clock: "today" is always passed in.
 * Calendar: proleptic Gregorian. Arithmetic is on integers; no time zone takes part (DOMAIN.md: days are
 * counted on the calendar, never by dividing seconds).
 */
#ifndef DAIS_BASE_DATE_H
#define DAIS_BASE_DATE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef int32_t day_t;       /* days since 1970-01-01; may be negative */
typedef int32_t month_t;     /* months since January 1970; may be negative */
typedef int64_t instant_t;   /* seconds since 1970-01-01T00:00:00Z */

#define DAY_UNKNOWN INT32_MIN
/* The first and last second of the years 1 to 9999. */
#define INSTANT_LEAST INT64_C(-62135596800)
#define INSTANT_MOST INT64_C(253402300799)
#define MONTH_UNKNOWN INT32_MIN

/* The day of a civil date, or DAY_UNKNOWN when year is outside 1..9999 or the date does not exist (30 February). */
day_t day_from_civil(int year, int month, int day);
/* Splits a known day; month 1..12, day 1..31. Any pointer may be NULL. */
void day_to_civil(day_t day, int *year, int *month, int *mday);
/* 0 Monday .. 6 Sunday. */
int day_weekday(day_t day);

/* "2024-05-16" in a buffer of at least 11 bytes; "unknown" is NOT written here: an unknown day gives "". Returns buf. */
#define DAY_ISO_SIZE 12
const char *day_iso(day_t day, char buf[DAY_ISO_SIZE]);

/* The same day so many months later (or earlier), the last of the month where that month is shorter; DAY_UNKNOWN stays and
 * is what lies outside the years 1 to 9999. */
day_t day_add_months(day_t day, int months);

/*
 * Reads text by a pattern: %Y (4 digits), %m, %d, %y (2 digits: 70..99 are 19xx), %b (English month name or
 * abbreviation), %* (anything up to the end); a space matches any run of spaces; other characters match
 * themselves. The whole text must match but for white space at both ends. Returns the day or DAY_UNKNOWN.
 */
day_t day_parse(const char *text, const char *pattern);
/* ISO dates with or without a time part: "2024-05-16", "2024-05-16T10:00:00.000Z". */
day_t day_parse_iso(const char *text);

month_t month_of_day(day_t day);
day_t month_first_day(month_t month);
int month_year(month_t month);
int month_number(month_t month);            /* 1..12 */
/* "2024-05" in a buffer of at least 8 bytes. */
const char *month_iso(month_t month, char buf[8]);

/* The civil day of an instant in a zone ("America/Detroit"; NULL or unknown: UTC). */
day_t instant_day(instant_t when, const char *zone);
/* Minutes since midnight of an instant in a zone, 0..1439. */
int instant_minutes(instant_t when, const char *zone);
/* So many minutes after midnight of a day in a zone; a time skipped in spring is the first after it, one that comes twice the second. */
instant_t instant_at(day_t day, int minutes, const char *zone);
/* "Mon 16 Dec 2024, 18:00" in a zone, in the language of the program; g_free. */
char *instant_words(instant_t when, const char *zone);
/* "Wed 2 Dec 2026"; the day must be known. g_free. */
char *weekday_words(day_t day);
/* How long: "40 min", "2 h 05 min", from two days on "3 days 4 h"; minutes >= 0; g_free. */
char *span_words(gint64 minutes);
/* Reads "2024-05-16T18:00", "2024-05-16T18:00:00Z", "2024-05-16" (midnight), as local time in zone unless it ends in Z. */
bool instant_parse(const char *text, const char *zone, instant_t *out);

#endif
