#include "domain/calendar.h"

#include <string.h>

#include "base/i18n.h"

enum { WEEK = 7, FARTHEST_MOVE = 28 };      /* days; a holiday moves a meeting by no more */

const char *const series_holidays[] = { [HOLIDAY_SKIP] = "skip", [HOLIDAY_MEET] = "meet", [HOLIDAY_NEXT_WORKDAY] = "next_workday",
	[HOLIDAY_PREVIOUS_WORKDAY] = "previous_workday", [HOLIDAY_NEXT_WEEK] = "next_week", NULL };

static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL };
/* In the order of the bits of enum series_week. */
static const char *const ordinals[] = { "first", "second", "third", "fourth", "fifth", "last", NULL };

struct meeting_series *meeting_series_new(void)
{
	struct meeting_series *series = g_new0(struct meeting_series, 1);
	series->from = series->until = DAY_UNKNOWN;
	series->except = g_array_new(FALSE, FALSE, sizeof(day_t));
	return series;
}

void meeting_series_free(struct meeting_series *series)
{
	g_free(series->id);
	g_free(series->place);
	g_array_unref(series->except);
	g_free(series);
}

bool meeting_begin_parse(const char *text, const char *zone, instant_t *begins)
{
	return strchr(text, ':') && instant_parse(text, zone, begins);
}

/* --- its words --- */

static int find(const char *const *words, const char *word)
{
	for (int i = 0; words[i]; i++)
		if (!strcmp(words[i], word))
			return i;
	return -1;
}

/* "first, second and third" into bits; 0 with *wrong, the word that is no ordinal ("" where one is missing). */
static unsigned read_ordinals(char **words, guint n, const char **wrong)
{
	unsigned weeks = 0;
	*wrong = "";
	for (guint i = 0; i < n; i++) {
		bool joins = i % 2 == 1 && (!strcmp(words[i], "and") || !strcmp(words[i], ","));
		int at = joins ? 0 : find(ordinals, words[i]);
		if (at < 0 || (i % 2 == 1 && !joins)) {
			*wrong = words[i];
			return 0;
		}
		weeks |= joins ? 0 : 1u << at;
	}
	return n % 2 == 1 ? weeks : 0;
}

/* Lower case, a comma a word of its own, no empty words. */
static GPtrArray *split(const char *on)
{
	g_autofree char *lower = g_ascii_strdown(on, -1);
	g_auto(GStrv) commas = g_strsplit(lower, ",", -1);
	g_autofree char *spaced = g_strjoinv(" , ", commas);
	g_auto(GStrv) parts = g_strsplit_set(spaced, " \t\n", -1);
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	for (char **part = parts; *part; part++)
		if (**part)
			g_ptr_array_add(words, g_strdup(*part));
	return words;
}

static char *tell(const char *const *known, const char *format, const char *word)
{
	g_autofree char *all = g_strjoinv(", ", (char **) known);
	return g_strdup_printf(format, word, all);
}

char *series_read_on(struct meeting_series *series, const char *on)
{
	g_autoptr(GPtrArray) words = split(on);
	guint n = words->len ? words->len - 1 : 0;
	char **parts = (char **) words->pdata;
	const char *wrong = NULL;
	if (!n)
		return g_strdup(_("it needs a week and a day, such as \"second monday\" or \"every tuesday\""));
	if ((series->weekday = find(weekdays, parts[n])) < 0)
		return tell(weekdays, _("'%s' is no day of the week; it is one of: %s"), parts[n]);
	if (!strcmp(parts[0], "every") && (n == 1 || (n == 2 && !strcmp(parts[1], "other"))))
		series->weeks = n == 1 ? WEEK_EVERY : WEEK_OTHER;
	else
		series->weeks = read_ordinals(parts, n, &wrong);
	if (series->weeks)
		return NULL;
	if (!*wrong)
		return g_strdup(_("a week is missing between or after its words; write for example \"first and third tuesday\""));
	return tell(ordinals, _("'%s' is no week of a month; it is every, every other, or one of: %s"), wrong);
}

/* --- its days --- */

bool series_falls_on(const struct meeting_series *series, day_t day)
{
	int month, mday;
	if (day_weekday(day) != series->weekday)
		return false;
	day_to_civil(day, NULL, &month, &mday);
	bool last = day + WEEK >= month_first_day(month_of_day(day) + 1);
	if (series->months && !(series->months >> (month - 1) & 1))
		return false;
	if ((series->from != DAY_UNKNOWN && day < series->from) || (series->until != DAY_UNKNOWN && day > series->until))
		return false;
	if (series->weeks & WEEK_OTHER)
		return (day - series->from) / WEEK % 2 == 0;
	return series->weeks & WEEK_EVERY || series->weeks >> (mday - 1) / WEEK & 1 || (last && series->weeks & WEEK_LAST);
}

static bool is_except(const struct meeting_series *series, day_t day)
{
	for (guint i = 0; i < series->except->len; i++)
		if (g_array_index(series->except, day_t, i) == day)
			return true;
	return false;
}

/* Where a day of the rule goes; DAY_UNKNOWN: nowhere. Weekends move nothing: a series may be of Saturdays. */
static day_t settle(const struct board *board, const struct meeting_series *series, day_t day)
{
	if (is_except(series, day))
		return DAY_UNKNOWN;
	if (series->holiday == HOLIDAY_MEET || !board_is_holiday(board, day))
		return day;
	switch (series->holiday) {
	case HOLIDAY_NEXT_WORKDAY:
		return board_add_workdays(board, day, 1);
	case HOLIDAY_PREVIOUS_WORKDAY:
		return board_add_workdays(board, day, -1);
	case HOLIDAY_NEXT_WEEK:
		while (board_is_holiday(board, day))
			day += WEEK;
		return day;
	default:
		return DAY_UNKNOWN;
	}
}

GArray *series_days(const struct board *board, const struct meeting_series *series, day_t from, day_t until)
{
	GArray *days = g_array_new(FALSE, FALSE, sizeof(struct series_day));
	for (day_t rule = from - FARTHEST_MOVE; rule <= until + FARTHEST_MOVE; rule++) {
		struct series_day one = { rule, DAY_UNKNOWN };
		if (series_falls_on(series, rule))
			one.day = settle(board, series, rule);
		if (one.day != DAY_UNKNOWN && one.day >= from && one.day <= until)
			g_array_append_val(days, one);
	}
	return days;
}

char *series_key(const struct meeting_series *series, day_t rule)
{
	char day[DAY_ISO_SIZE];
	return g_strdup_printf("%s %s", series->id, day_iso(rule, day));
}

/* --- what is still to be laid out --- */

/* The meetings that are there already, under the names by which a day of a series may find its own. */
static GHashTable *taken(const struct board *board, const GPtrArray *meetings, GHashTable *details)
{
	GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	char day[DAY_ISO_SIZE];
	for (guint i = 0; i < meetings->len; i++) {
		const struct meeting_record *meeting = meetings->pdata[i];
		const struct meeting_detail *detail = g_hash_table_lookup(details, &meeting->id);
		const char *body = meeting->body ? meeting->body : "", *kind = meeting->kind ? meeting->kind : "";
		if (detail && detail->series)
			g_hash_table_add(names, g_strdup_printf("%s\n%s", body, detail->series));
		else
			g_hash_table_add(names, g_strdup_printf("%s\n%s\n%s", body, kind, day_iso(instant_day(meeting->starts, board->zone), day)));
	}
	return names;
}

static bool is_taken(GHashTable *names, const struct body *body, const struct meeting_series *series, const struct series_day *one)
{
	char day[DAY_ISO_SIZE];
	g_autofree char *key = series_key(series, one->rule), *by_series = g_strdup_printf("%s\n%s", body->id, key);
	g_autofree char *by_day = g_strdup_printf("%s\n%s\n%s", body->id, meeting_kinds[series->kind], day_iso(one->day, day));
	return g_hash_table_contains(names, by_series) || g_hash_table_contains(names, by_day);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	const struct calendar_day *one = a, *two = b;
	return (one->starts > two->starts) - (one->starts < two->starts);
}

GArray *calendar_missing(const struct board *board, const GPtrArray *meetings, GHashTable *details, instant_t now, day_t until)
{
	GArray *missing = g_array_new(FALSE, FALSE, sizeof(struct calendar_day));
	g_autoptr(GHashTable) names = taken(board, meetings, details);
	for (guint b = 0; b < board->bodies->len; b++) {
		const struct body *body = board->bodies->pdata[b];
		for (guint s = 0; s < body->series->len; s++) {
			const struct meeting_series *series = body->series->pdata[s];
			g_autoptr(GArray) days = series_days(board, series, instant_day(now, board->zone), until);
			for (guint i = 0; i < days->len; i++) {
				const struct series_day *one = &g_array_index(days, struct series_day, i);
				struct calendar_day day = { body, series, one->rule, instant_at(one->day, series->minutes, board->zone) };
				if (day.starts > now && !is_taken(names, body, series, one))
					g_array_append_val(missing, day);
			}
		}
	}
	g_array_sort(missing, by_start);
	return missing;
}
