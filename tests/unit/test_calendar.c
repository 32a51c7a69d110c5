/* Series of meetings: how they are written, on which days they fall, and what is still to be laid out. */
#include <string.h>

#include "domain/calendar.h"

#define CHICAGO "America/Chicago"

static day_t day(const char *text)
{
	day_t found = day_parse_iso(text);
	g_assert_cmpint(found, !=, DAY_UNKNOWN);
	return found;
}

/* --- how it is written --- */

static const struct { const char *on; unsigned weeks; int weekday; } good[] = {
	{ "second monday", WEEK_SECOND, 0 },
	{ "first and third tuesday", WEEK_FIRST | WEEK_THIRD, 1 },
	{ "First, Second and LAST  Friday", WEEK_FIRST | WEEK_SECOND | WEEK_LAST, 4 },
	{ "second,fourth wednesday", WEEK_SECOND | WEEK_FOURTH, 2 },
	{ "fifth sunday", WEEK_FIFTH, 6 },
	{ "every thursday", WEEK_EVERY, 3 },
	{ "every other saturday", WEEK_OTHER, 5 },
};

static const struct { const char *on, *fault; } bad[] = {
	{ "", "it needs a week and a day, such as \"second monday\" or \"every tuesday\"" },
	{ "monday", "it needs a week and a day, such as \"second monday\" or \"every tuesday\"" },
	{ "second moonday", "'moonday' is no day of the week; it is one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday" },
	{ "sixth monday", "'sixth' is no week of a month; it is every, every other, or one of: first, second, third, fourth, fifth, last" },
	{ "first third monday", "'third' is no week of a month; it is every, every other, or one of: first, second, third, fourth, fifth, last" },
	{ "first and monday", "a week is missing between or after its words; write for example \"first and third tuesday\"" },
	{ "every third monday", "'every' is no week of a month; it is every, every other, or one of: first, second, third, fourth, fifth, last" },
};

static void test_written(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
		struct meeting_series *series = meeting_series_new();
		g_assert_null(series_read_on(series, good[i].on));
		g_assert_cmpuint(series->weeks, ==, good[i].weeks);
		g_assert_cmpint(series->weekday, ==, good[i].weekday);
		meeting_series_free(series);
	}
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
		struct meeting_series *series = meeting_series_new();
		g_autofree char *fault = series_read_on(series, bad[i].on);
		g_assert_cmpstr(fault, ==, bad[i].fault);
		meeting_series_free(series);
	}
}

/* --- on which days --- */

static struct board *board_with_holidays(void)
{
	/* A Wednesday, three Mondays, of which the last follows a week after another, and a Friday. */
	static const char *const holidays[] = { "2025-01-01", "2025-01-20", "2025-07-04", "2025-10-13", "2025-10-20" };
	struct board *board = board_new();
	board->zone = g_strdup(CHICAGO);
	for (guint i = 0; i < G_N_ELEMENTS(holidays); i++) {
		day_t one = day(holidays[i]);
		g_array_append_val(board->holidays, one);
	}
	return board;
}

struct row {
	const char *what, *on;
	enum series_holiday holiday;
	const char *since, *to, *except;     /* of the series; NULL */
	unsigned months;
	const char *from, *until, *days;     /* asked for, and what is to come: a rule's day that moved as rule>day */
};
static const struct row rows[] = {
	{ .what = "second Monday", .on = "second monday", .from = "2025-02-01", .until = "2025-05-31", .days = "2025-02-10 2025-03-10 2025-04-14 2025-05-12" },
	{ .what = "both ends are included", .on = "second monday", .from = "2025-02-10", .until = "2025-03-10", .days = "2025-02-10 2025-03-10" },
	{ .what = "and nothing beyond", .on = "second monday", .from = "2025-02-11", .until = "2025-03-09", .days = "" },
	{ .what = "two in a month", .on = "first and third tuesday", .from = "2025-04-01", .until = "2025-05-31", .days = "2025-04-01 2025-04-15 2025-05-06 2025-05-20" },
	{ .what = "last Thursday, fourth or fifth, of a leap year", .on = "last thursday", .from = "2024-01-01", .until = "2024-03-31", .days = "2024-01-25 2024-02-29 2024-03-28" },
	{ .what = "fifth only where there is one", .on = "fifth friday", .from = "2025-01-01", .until = "2025-08-31", .days = "2025-01-31 2025-05-30 2025-08-29" },
	{ .what = "fourth and last are one day", .on = "fourth and last monday", .from = "2025-02-01", .until = "2025-02-28", .days = "2025-02-24" },
	{ .what = "every week, over New Year", .on = "every monday", .from = "2024-12-23", .until = "2025-01-10", .days = "2024-12-23 2024-12-30 2025-01-06" },
	{ .what = "every other week, over New Year", .on = "every other tuesday", .since = "2024-12-10", .from = "2024-12-01", .until = "2025-01-31",
		.days = "2024-12-10 2024-12-24 2025-01-07 2025-01-21" },
	{ .what = "some months", .on = "first monday", .months = 1 << 3 | 1 << 9, .from = "2025-01-01", .until = "2025-12-31", .days = "2025-04-07 2025-10-06" },
	{ .what = "a first and a last day", .on = "every wednesday", .since = "2025-03-05", .to = "2025-03-19", .from = "2025-01-01", .until = "2025-12-31",
		.days = "2025-03-05 2025-03-12 2025-03-19" },
	{ .what = "exceptions", .on = "every wednesday", .except = "2025-03-12", .from = "2025-03-01", .until = "2025-03-20", .days = "2025-03-05 2025-03-19" },
	{ .what = "a holiday is skipped", .on = "third monday", .from = "2025-01-01", .until = "2025-02-28", .days = "2025-02-17" },
	{ .what = "or not", .on = "third monday", .holiday = HOLIDAY_MEET, .from = "2025-01-01", .until = "2025-02-28", .days = "2025-01-20 2025-02-17" },
	{ .what = "or moves to the next working day", .on = "third monday", .holiday = HOLIDAY_NEXT_WORKDAY, .from = "2025-01-01", .until = "2025-01-31",
		.days = "2025-01-20>2025-01-21" },
	{ .what = "which may be after the weekend", .on = "first friday", .holiday = HOLIDAY_NEXT_WORKDAY, .from = "2025-07-01", .until = "2025-07-31",
		.days = "2025-07-04>2025-07-07" },
	{ .what = "or to the one before, in the year before", .on = "first wednesday", .holiday = HOLIDAY_PREVIOUS_WORKDAY, .from = "2024-12-15", .until = "2024-12-31",
		.days = "2025-01-01>2024-12-31" },
	{ .what = "or by a week, and again", .on = "second monday", .holiday = HOLIDAY_NEXT_WEEK, .from = "2025-10-01", .until = "2025-10-31", .days = "2025-10-13>2025-10-27" },
	{ .what = "what moved into the time asked for is there", .on = "second monday", .holiday = HOLIDAY_NEXT_WEEK, .from = "2025-10-27", .until = "2025-10-27",
		.days = "2025-10-13>2025-10-27" },
	{ .what = "what moved out of it is not", .on = "third monday", .holiday = HOLIDAY_NEXT_WORKDAY, .from = "2025-01-20", .until = "2025-01-20", .days = "" },
	{ .what = "a holiday that is an exception does not move", .on = "third monday", .holiday = HOLIDAY_NEXT_WORKDAY, .except = "2025-01-20", .from = "2025-01-01",
		.until = "2025-01-31", .days = "" },
};

static struct meeting_series *series_of(const struct row *row)
{
	struct meeting_series *series = meeting_series_new();
	g_assert_null(series_read_on(series, row->on));
	series->id = g_strdup("s");
	series->holiday = row->holiday;
	series->months = row->months;
	if (row->since)
		series->from = day(row->since);
	if (row->to)
		series->until = day(row->to);
	day_t except = row->except ? day(row->except) : DAY_UNKNOWN;
	if (row->except)
		g_array_append_val(series->except, except);
	return series;
}

static void test_days(gconstpointer data)
{
	const struct row *row = data;
	g_autoptr(board_t) board = board_with_holidays();
	struct meeting_series *series = series_of(row);
	g_autoptr(GArray) days = series_days(board, series, day(row->from), day(row->until));
	g_autoptr(GString) got = g_string_new(NULL);
	for (guint i = 0; i < days->len; i++) {
		const struct series_day *one = &g_array_index(days, struct series_day, i);
		char rule[DAY_ISO_SIZE], on[DAY_ISO_SIZE];
		g_string_append_printf(got, "%s%s", i ? " " : "", day_iso(one->rule, rule));
		if (one->day != one->rule)
			g_string_append_printf(got, ">%s", day_iso(one->day, on));
	}
	g_assert_cmpstr(got->str, ==, row->days);
	meeting_series_free(series);
}

/* --- what is still to be laid out --- */

struct there { GPtrArray *meetings; GHashTable *details; };

static void add_meeting(struct there *there, const char *starts, const char *kind, const char *status, const char *series)
{
	struct meeting_record *meeting = g_new0(struct meeting_record, 1);
	*meeting = (struct meeting_record) { .id = there->meetings->len + 1, .body = (char *) "b", .kind = (char *) kind, .status = (char *) status };
	g_assert_true(instant_parse(starts, CHICAGO, &meeting->starts));
	g_ptr_array_add(there->meetings, meeting);
	struct meeting_detail *detail = g_new0(struct meeting_detail, 1);
	*detail = (struct meeting_detail) { .meeting = meeting->id, .series = (char *) series };
	if (series)
		g_hash_table_insert(there->details, &detail->meeting, detail);
	else
		g_free(detail);
}

static struct board *board_with_series(void)
{
	static const struct row regular = { .on = "first and third monday", .holiday = HOLIDAY_NEXT_WORKDAY }, hearing = { .on = "every wednesday" };
	struct board *board = board_with_holidays();
	struct body *body = body_new();
	body->id = g_strdup("b");
	g_ptr_array_add(board->bodies, body);
	struct meeting_series *one = series_of(&regular), *other = series_of(&hearing);
	g_free(other->id);
	other->id = g_strdup("h");
	other->kind = MEETING_KIND_HEARING;
	one->minutes = 18 * 60;
	other->minutes = 9 * 60 + 30;
	other->until = day("2025-02-28");
	g_ptr_array_add(body->series, one);
	g_ptr_array_add(body->series, other);
	return board;
}

static void missing_are(const struct board *board, const struct there *there, const char *now, const char *until, const char *words)
{
	instant_t when;
	g_assert_true(instant_parse(now, CHICAGO, &when));
	g_autoptr(GArray) missing = calendar_missing(board, there->meetings, there->details, when, day(until));
	g_autoptr(GString) got = g_string_new(NULL);
	for (guint i = 0; i < missing->len; i++) {
		const struct calendar_day *one = &g_array_index(missing, struct calendar_day, i);
		char on[DAY_ISO_SIZE];
		int minutes = instant_minutes(one->starts, CHICAGO);
		g_autofree char *key = series_key(one->series, one->rule);
		g_string_append_printf(got, "%s%s=%sT%02d:%02d", i ? ", " : "", key, day_iso(instant_day(one->starts, CHICAGO), on), minutes / 60, minutes % 60);
	}
	g_assert_cmpstr(got->str, ==, words);
}

static void test_missing(void)
{
	g_autoptr(board_t) board = board_with_series();
	struct there there = { g_ptr_array_new_with_free_func(g_free), g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free) };
	/* From now on, in order, each at its hour, also after the clock changed. */
	missing_are(board, &there, "2025-01-06T18:00", "2025-01-22", "h 2025-01-08=2025-01-08T09:30, h 2025-01-15=2025-01-15T09:30, "
		"s 2025-01-20=2025-01-21T18:00, h 2025-01-22=2025-01-22T09:30");
	missing_are(board, &there, "2025-03-01T00:00", "2025-03-31", "s 2025-03-03=2025-03-03T18:00, s 2025-03-17=2025-03-17T18:00");
	missing_are(board, &there, "2025-01-06T17:59", "2025-01-06", "s 2025-01-06=2025-01-06T18:00");
	missing_are(board, &there, "2025-01-06T17:59", "2025-01-05", "");
	/* Laid out and then moved to another week; laid out and cancelled; made by hand at another hour of its day. */
	add_meeting(&there, "2025-01-28T18:00", "regular", "planned", "s 2025-01-20");
	add_meeting(&there, "2025-01-15T09:30", "hearing", "cancelled", "h 2025-01-15");
	add_meeting(&there, "2025-01-22T14:00", "hearing", "planned", NULL);
	/* Of another kind on the same day: that one is still missing. */
	add_meeting(&there, "2025-01-08T09:30", "special", "planned", NULL);
	missing_are(board, &there, "2025-01-06T18:00", "2025-01-28", "h 2025-01-08=2025-01-08T09:30");
	g_ptr_array_unref(there.meetings);
	g_hash_table_unref(there.details);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/calendar/written", test_written);
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *path = g_strdup_printf("/calendar/days/%s", rows[i].what);
		g_test_add_data_func(path, &rows[i], test_days);
	}
	g_test_add_func("/calendar/missing", test_missing);
	return g_test_run();
}
