#include "base/date.h"

#include <stdio.h>
#include <string.h>

/* Day numbers: Howard Hinnant's days_from_civil, exact over the whole range. */
static bool civil_exists(int year, int month, int day)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= g_date_get_days_in_month(month, year);
}

day_t day_from_civil(int year, int month, int day)
{
	if (!civil_exists(year, month, day))
		return DAY_UNKNOWN;
	year -= month <= 2;
	int era = (year >= 0 ? year : year - 399) / 400;
	int year_of_era = year - era * 400;
	int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

void day_to_civil(day_t day, int *year, int *month, int *mday)
{
	int z = day + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	int m = mp < 10 ? mp + 3 : mp - 9;
	if (year)
		*year = yoe + era * 400 + (m <= 2);
	if (month)
		*month = m;
	if (mday)
		*mday = doy - (153 * mp + 2) / 5 + 1;
}

int day_weekday(day_t day)
{
	return ((day + 3) % 7 + 7) % 7;
}

const char *day_iso(day_t day, char buf[DAY_ISO_SIZE])
{
	buf[0] = '\0';
	if (day == DAY_UNKNOWN)
		return buf;
	int year, month, mday;
	day_to_civil(day, &year, &month, &mday);
	snprintf(buf, DAY_ISO_SIZE, "%04u-%02u-%02u", (unsigned) year % 10000u, (unsigned) month % 100u, (unsigned) mday % 100u);
	return buf;
}

/* Reads up to `most` digits, at least `least`; false when there are fewer. */
static bool read_number(const char **p, int least, int most, int *out)
{
	int n = 0, value = 0;
	for (; n < most && g_ascii_isdigit((*p)[n]); n++)
		value = value * 10 + (*p)[n] - '0';
	*p += n;
	*out = value;
	return n >= least;
}

static bool read_month_name(const char **p, int *out)
{
	static const char *const names[] = { "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december" };
	for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
		size_t length = strlen(names[i]);
		if (!g_ascii_strncasecmp(*p, names[i], length) || !g_ascii_strncasecmp(*p, names[i], length = 3)) {
			*p += length;
			*out = i + 1;
			return true;
		}
	}
	return false;
}

static const char *skip_spaces(const char *p)
{
	while (g_ascii_isspace(*p))
		p++;
	return p;
}

/* One conversion of a pattern; false when the text does not fit. */
static bool read_conversion(char conversion, const char **p, int *year, int *month, int *day)
{
	switch (conversion) {
	case 'Y':
		return read_number(p, 4, 4, year);
	case 'y':
		if (!read_number(p, 2, 2, year))
			return false;
		*year += *year >= 70 ? 1900 : 2000;
		return true;
	case 'm':
		return read_number(p, 1, 2, month);
	case 'd':
		return read_number(p, 1, 2, day);
	case 'b':
		return read_month_name(p, month);
	case '*':
		*p += strlen(*p);
		return true;
	default:
		return false;
	}
}

day_t day_parse(const char *text, const char *pattern)
{
	int year = 0, month = 0, day = 0;
	const char *p = skip_spaces(text);
	for (; *pattern; pattern++) {
		if (*pattern == '%' && pattern[1]) {
			if (!read_conversion(*++pattern, &p, &year, &month, &day))
				return DAY_UNKNOWN;
		} else if (*pattern == ' ') {
			p = skip_spaces(p);
		} else if (*p++ != *pattern) {
			return DAY_UNKNOWN;
		}
	}
	return *skip_spaces(p) ? DAY_UNKNOWN : day_from_civil(year, month, day);
}

day_t day_parse_iso(const char *text)
{
	day_t day = day_parse(text, "%Y-%m-%d");
	return day != DAY_UNKNOWN ? day : day_parse(text, "%Y-%m-%dT%*");
}

month_t month_of_day(day_t day)
{
	if (day == DAY_UNKNOWN)
		return MONTH_UNKNOWN;
	int year, month;
	day_to_civil(day, &year, &month, NULL);
	return (year - 1970) * 12 + month - 1;
}

int month_year(month_t month)
{
	return 1970 + (month >= 0 ? month : month - 11) / 12;
}

int month_number(month_t month)
{
	return (month % 12 + 12) % 12 + 1;
}

day_t month_first_day(month_t month)
{
	return month == MONTH_UNKNOWN ? DAY_UNKNOWN : day_from_civil(month_year(month), month_number(month), 1);
}

const char *month_iso(month_t month, char buf[8])
{
	buf[0] = '\0';
	if (month != MONTH_UNKNOWN)
		snprintf(buf, 8, "%04u-%02u", (unsigned) month_year(month) % 10000u, (unsigned) month_number(month) % 100u);
	return buf;
}

static GTimeZone *zone_new(const char *name)
{
	GTimeZone *zone = name ? g_time_zone_new_identifier(name) : NULL;
	return zone ? zone : g_time_zone_new_utc();
}

static gint64 local_seconds(instant_t when, const char *name)
{
	g_autoptr(GTimeZone) zone = zone_new(name);
	int interval = g_time_zone_find_interval(zone, G_TIME_TYPE_UNIVERSAL, when);
	return when + (interval < 0 ? 0 : g_time_zone_get_offset(zone, interval));
}

static gint64 floor_div(gint64 a, gint64 b)
{
	return a / b - (a % b < 0);
}

day_t instant_day(instant_t when, const char *zone)
{
	return floor_div(local_seconds(when, zone), 86400);
}

int instant_minutes(instant_t when, const char *zone)
{
	gint64 local = local_seconds(when, zone);
	return (local - floor_div(local, 86400) * 86400) / 60;
}

/* Reads "T18:00" or "T18:00:30" with an optional fraction and Z; false when anything else stands there. */
static bool read_time(const char *p, int *seconds, bool *utc)
{
	int hour = 0, minute = 0, second = 0;
	if (*p++ != 'T' || !read_number(&p, 2, 2, &hour) || *p++ != ':' || !read_number(&p, 2, 2, &minute))
		return false;
	if (*p == ':' && (p++, !read_number(&p, 2, 2, &second)))
		return false;
	if (*p == '.')
		for (p++; g_ascii_isdigit(*p);)
			p++;
	*utc = *p == 'Z';
	*seconds = hour * 3600 + minute * 60 + second;
	return !*skip_spaces(p + *utc) && hour < 24 && minute < 60 && second < 60;
}

bool instant_parse(const char *text, const char *zone, instant_t *out)
{
	const char *p = skip_spaces(text);
	day_t day = day_parse(p, "%Y-%m-%d%*");
	int seconds = 0;
	bool utc = false;
	if (day == DAY_UNKNOWN)
		return false;
	const char *rest = p + 4;
	while (*rest && *rest != 'T' && !g_ascii_isspace(*rest))
		rest++;
	if (*skip_spaces(rest) && !read_time(rest, &seconds, &utc))
		return false;
	gint64 local = (gint64) day * 86400 + seconds;
	if (utc) {
		*out = local;
		return true;
	}
	g_autoptr(GTimeZone) tz = zone_new(zone);
	int interval = g_time_zone_adjust_time(tz, G_TIME_TYPE_STANDARD, &local);
	*out = local - (interval < 0 ? 0 : g_time_zone_get_offset(tz, interval));
	return true;
}
