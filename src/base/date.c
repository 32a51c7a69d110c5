#include "base/date.h"
#include <stdio.h>
#include <string.h>

/* Days before 1970-01-01 since 0000-03-01, the start of the 400-year cycle the arithmetic counts in: years begin in March,
 * so that the leap day is the last day of its year. */
#define EPOCH_OFFSET 719468
#define CYCLE_DAYS 146097
#define DAY_SECONDS 86400

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const uint8_t days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return days[month - 1] + (month == 2 && is_leap(year));
}

static gint64 floor_div(gint64 a, gint64 b)
{
	return a / b - (a % b < 0);
}

day_t day_from_civil(int year, int month, int day)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_days(year, month))
		return DAY_UNKNOWN;
	int y = month <= 2 ? year - 1 : year;
	int cycle = y / 400, of_cycle = y % 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return cycle * CYCLE_DAYS + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - EPOCH_OFFSET;
}

void day_to_civil(day_t day, int *year, int *month, int *mday)
{
	gint64 n = (gint64) day + EPOCH_OFFSET;
	gint64 cycle = floor_div(n, CYCLE_DAYS);
	int of_cycle = (int) (n - cycle * CYCLE_DAYS);
	int y = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / (CYCLE_DAYS - 1)) / 365;
	int of_year = of_cycle - (365 * y + y / 4 - y / 100);
	int m = (5 * of_year + 2) / 153;
	if (mday)
		*mday = of_year - (153 * m + 2) / 5 + 1;
	if (month)
		*month = m < 10 ? m + 3 : m - 9;
	if (year)
		*year = (int) (y + cycle * 400) + (m >= 10);
}

int day_weekday(day_t day)
{
	gint64 n = (gint64) day + 3;     /* 1970-01-01 was a Thursday */
	return (int) (n - 7 * floor_div(n, 7));
}

static bool is_writable(day_t day)
{
	return day >= day_from_civil(1, 1, 1) && day <= day_from_civil(9999, 12, 31);
}

const char *day_iso(day_t day, char buf[DAY_ISO_SIZE])
{
	buf[0] = '\0';
	if (day == DAY_UNKNOWN || !is_writable(day))
		return buf;
	int y, m, d;
	day_to_civil(day, &y, &m, &d);
	snprintf(buf, DAY_ISO_SIZE, "%04u-%02u-%02u", (unsigned) y % 10000, (unsigned) m % 100, (unsigned) d % 100);
	return buf;
}

/* A number of least..most digits at *p; -1 when there is none. */
static int read_number(const char **p, int least, int most)
{
	int value = 0, n = 0;
	while (n < most && g_ascii_isdigit((*p)[n]))
		value = value * 10 + ((*p)[n++] - '0');
	if (n < least)
		return -1;
	*p += n;
	return value;
}

static int read_month_name(const char **p)
{
	static const char *const names[12] = { "january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december" };
	size_t letters = 0;
	while (g_ascii_isalpha((*p)[letters]))
		letters++;
	for (int i = 0; i < 12; i++) {
		bool sept = i == 8 && letters == 4;
		if ((letters == 3 || sept || letters == strlen(names[i])) && g_ascii_strncasecmp(*p, names[i], letters) == 0) {
			*p += letters;
			if (**p == '.' && letters < strlen(names[i]))
				(*p)++;
			return i + 1;
		}
	}
	return -1;
}

static const char *skip_spaces(const char *p)
{
	while (g_ascii_isspace(*p))
		p++;
	return p;
}

/* Reads what one %-letter stands for; false when it is not there. */
static bool read_field(char letter, const char **p, int *year, int *month, int *day)
{
	int n = -1;
	switch (letter) {
	case 'Y': n = *year = read_number(p, 4, 4); break;
	case 'y':
		n = read_number(p, 2, 2);
		*year = n < 70 ? 2000 + n : 1900 + n;
		break;
	case 'm': n = *month = read_number(p, 1, 2); break;
	case 'b': n = *month = read_month_name(p); break;
	case 'd': n = *day = read_number(p, 1, 2); break;
	case '*': *p += strlen(*p); return true;
	case '%': n = **p == '%'; *p += n; return n == 1;
	default: break;
	}
	return n >= 0;
}

day_t day_parse(const char *text, const char *pattern)
{
	int year = -1, month = -1, day = -1;
	const char *p = skip_spaces(text);
	for (; *pattern; pattern++) {
		if (*pattern == '%' && pattern[1]) {
			if (!read_field(*++pattern, &p, &year, &month, &day))
				return DAY_UNKNOWN;
		} else if (g_ascii_isspace(*pattern)) {
			p = skip_spaces(p);
		} else if (*p++ != *pattern) {
			return DAY_UNKNOWN;
		}
	}
	return *skip_spaces(p) ? DAY_UNKNOWN : day_from_civil(year, month, day);
}

/* The civil date at the start of text and where it ends; NULL when there is none. */
static const char *read_iso(const char *text, day_t *day)
{
	const char *p = text;
	int year = read_number(&p, 4, 4);
	if (year < 0 || *p++ != '-')
		return NULL;
	int month = read_number(&p, 2, 2);
	if (month < 0 || *p++ != '-')
		return NULL;
	int mday = read_number(&p, 2, 2);
	if (mday < 0 || g_ascii_isdigit(*p))
		return NULL;
	*day = day_from_civil(year, month, mday);
	return *day == DAY_UNKNOWN ? NULL : p;
}

/* A time of day with an optional zone: seconds since midnight; *offset is G_MAXINT when no zone is named. */
static const char *read_time(const char *p, int *seconds, int *offset)
{
	int hour = read_number(&p, 2, 2), minute, second = 0;
	*offset = G_MAXINT;
	if (hour < 0 || hour > 23 || *p++ != ':' || (minute = read_number(&p, 2, 2)) < 0 || minute > 59)
		return NULL;
	if (*p == ':') {
		p++;
		if ((second = read_number(&p, 2, 2)) < 0 || second > 59)
			return NULL;
		if (*p == '.')
			do p++; while (g_ascii_isdigit(*p));
	}
	*seconds = hour * 3600 + minute * 60 + second;
	if (*p == 'Z') {
		*offset = 0;
		return p + 1;
	}
	if (*p != '+' && *p != '-')
		return p;
	int sign = *p++ == '-' ? -1 : 1;
	int hours = read_number(&p, 2, 2), minutes = 0;
	if (hours < 0 || hours > 15)
		return NULL;
	p += *p == ':';
	if (g_ascii_isdigit(*p) && ((minutes = read_number(&p, 2, 2)) < 0 || minutes > 59))
		return NULL;
	*offset = sign * (hours * 3600 + minutes * 60);
	return p;
}

day_t day_parse_iso(const char *text)
{
	day_t day;
	int seconds, offset;
	const char *p = read_iso(skip_spaces(text), &day);
	if (p && (*p == 'T' || (*p == ' ' && g_ascii_isdigit(p[1]))))
		p = read_time(p + 1, &seconds, &offset);
	return p && !*skip_spaces(p) ? day : DAY_UNKNOWN;
}

month_t month_of_day(day_t day)
{
	if (day == DAY_UNKNOWN)
		return MONTH_UNKNOWN;
	int year, month;
	day_to_civil(day, &year, &month, NULL);
	return (year - 1970) * 12 + month - 1;
}

day_t month_first_day(month_t month)
{
	return month == MONTH_UNKNOWN ? DAY_UNKNOWN : day_from_civil(month_year(month), month_number(month), 1);
}

int month_year(month_t month)
{
	return 1970 + (int) floor_div(month, 12);
}

int month_number(month_t month)
{
	return (int) (month - 12 * floor_div(month, 12)) + 1;
}

const char *month_iso(month_t month, char buf[8])
{
	buf[0] = '\0';
	if (month != MONTH_UNKNOWN && month_year(month) >= 1 && month_year(month) <= 9999)
		snprintf(buf, 8, "%04u-%02u", (unsigned) month_year(month) % 10000, (unsigned) month_number(month) % 100);
	return buf;
}

day_t day_add_months(day_t day, int months)
{
	int mday;
	if (day == DAY_UNKNOWN)
		return DAY_UNKNOWN;
	month_t month = month_of_day(day) + months;
	day_t first = month_first_day(month), next = month_first_day(month + 1);
	day_to_civil(day, NULL, NULL, &mday);
	return first == DAY_UNKNOWN || next == DAY_UNKNOWN ? DAY_UNKNOWN : MIN(first + mday - 1, next - 1);
}

static GTimeZone *find_zone(const char *zone)
{
	GTimeZone *found = zone && *zone ? g_time_zone_new_identifier(zone) : NULL;
	return found ? found : g_time_zone_new_utc();
}

/* Instants beyond this are beyond all days; an offset can still be added to it. */
#define FARTHEST (G_MAXINT64 / 2)

static gint64 local_seconds(instant_t when, const char *zone)
{
	g_autoptr(GTimeZone) tz = find_zone(zone);
	when = CLAMP(when, -FARTHEST, FARTHEST);
	int interval = g_time_zone_find_interval(tz, G_TIME_TYPE_UNIVERSAL, when);
	return when + (interval < 0 ? 0 : g_time_zone_get_offset(tz, interval));
}

day_t instant_day(instant_t when, const char *zone)
{
	return (day_t) CLAMP(floor_div(local_seconds(when, zone), DAY_SECONDS), INT32_MIN + 1, INT32_MAX);
}

int instant_minutes(instant_t when, const char *zone)
{
	gint64 local = local_seconds(when, zone);
	return (int) ((local - DAY_SECONDS * floor_div(local, DAY_SECONDS)) / 60);
}

/* Of local seconds. */
static instant_t from_local(gint64 local, const char *zone)
{
	g_autoptr(GTimeZone) tz = find_zone(zone);
	/* A time that does not exist (the hour skipped in spring) moves forward to the first that does. */
	int interval = g_time_zone_adjust_time(tz, G_TIME_TYPE_STANDARD, &local);
	return local - g_time_zone_get_offset(tz, interval);
}

instant_t instant_at(day_t day, int minutes, const char *zone)
{
	return from_local((gint64) day * DAY_SECONDS + minutes * 60, zone);
}

bool instant_parse(const char *text, const char *zone, instant_t *out)
{
	day_t day;
	int seconds = 0, offset = G_MAXINT;
	const char *p = read_iso(skip_spaces(text), &day);
	if (p && (*p == 'T' || (*p == ' ' && g_ascii_isdigit(p[1]))))
		p = read_time(p + 1, &seconds, &offset);
	if (!p || *skip_spaces(p))
		return false;
	gint64 local = (gint64) day * DAY_SECONDS + seconds;
	*out = offset == G_MAXINT ? from_local(local, zone) : local - offset;
	return true;
}
