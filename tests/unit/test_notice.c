/* By when a meeting must be posted: the ways of counting of the states in DOMAIN.md 1.2, clock changes, holidays, month ends, words. */
#include <string.h>

#include "base/error.h"
#include "domain/notice.h"

static struct board *board_in(const char *zone)
{
	static const char *const holidays[] = { "2025-09-01", "2026-07-03", "2026-07-04" };    /* a Monday, a Friday, and a Saturday */
	struct board *board = board_new();
	board->zone = g_strdup(zone);
	for (guint i = 0; i < G_N_ELEMENTS(holidays); i++) {
		day_t day = day_parse_iso(holidays[i]);
		g_array_append_val(board->holidays, day);
	}
	return board;
}

#define HOURS(n) { .length = n, .unit = NOTICE_HOURS }
#define BUSINESS(n, ...) { .length = n, .unit = NOTICE_BUSINESS_DAYS, __VA_ARGS__ }
#define DAYS(n, ...) { .length = n, .unit = NOTICE_DAYS, __VA_ARGS__ }
#define LA "America/Los_Angeles"
#define CHICAGO "America/Chicago"
#define HAWAII "Pacific/Honolulu"

static const struct { const char *what, *zone; struct notice_rule rule; const char *starts, *by; } rows[] = {
	{ "California: 72 hours, the weekend counts", LA, HOURS(72), "2024-12-16T18:00", "2024-12-13T18:00" },
	{ "California: special, 24 hours", LA, HOURS(24), "2024-12-20T09:00", "2024-12-19T09:00" },
	{ "72 hours are 72 hours when the clock goes back", LA, HOURS(72), "2024-11-03T18:00", "2024-10-31T19:00" },
	{ "and when it goes forward", LA, HOURS(72), "2024-03-11T18:00", "2024-03-08T17:00" },
	{ "over a leap day", LA, HOURS(72), "2024-03-02T18:00", "2024-02-28T18:00" },
	{ "without one", LA, HOURS(72), "2023-03-02T18:00", "2023-02-27T18:00" },
	{ "Texas: 3 business days, neither end counts", CHICAGO, BUSINESS(3), "2025-09-12T18:00", "2025-09-08T23:59:59" },
	{ "Texas: over a weekend", CHICAGO, BUSINESS(3), "2025-09-15T18:00", "2025-09-09T23:59:59" },
	{ "Texas: over Labor Day", CHICAGO, BUSINESS(3), "2025-09-04T18:00", "2025-08-28T23:59:59" },
	{ "Texas: a Sunday is the last day", CHICAGO, BUSINESS(3), "2025-09-11T18:00", "2025-09-07T23:59:59" },
	{ "a holiday on a Saturday and its Friday are one working day less", CHICAGO, BUSINESS(3), "2026-07-08T18:00", "2026-07-01T23:59:59" },
	{ "business days, the day of posting counts", CHICAGO, BUSINESS(3, .posting_day_counts = true), "2025-09-12T18:00", "2025-09-09T23:59:59" },
	{ "business days, the day of the meeting counts", CHICAGO, BUSINESS(3, .meeting_day_counts = true), "2025-09-12T18:00", "2025-09-09T23:59:59" },
	{ "a Saturday's meeting is no business day", CHICAGO, BUSINESS(3, .meeting_day_counts = true), "2025-09-13T10:00", "2025-09-09T23:59:59" },
	{ "business days, both count", CHICAGO, BUSINESS(3, .posting_day_counts = true, .meeting_day_counts = true), "2025-09-12T18:00", "2025-09-10T23:59:59" },
	{ "one day, both count: until it begins", CHICAGO, BUSINESS(1, .posting_day_counts = true, .meeting_day_counts = true), "2025-09-12T18:00", "2025-09-12T18:00" },
	{ "business days before the time", CHICAGO, BUSINESS(3, .before = NOTICE_BEFORE_TIME), "2025-09-08T10:00", "2025-09-03T10:00" },
	{ "Illinois: 48 hours, from Sunday evening", CHICAGO, HOURS(48), "2025-01-07T19:00", "2025-01-05T19:00" },
	{ "Utah: 24 hours over the change to summer time", "America/Denver", HOURS(24), "2024-03-10T18:00", "2024-03-09T17:00" },
	{ "Hawaii: 6 calendar days", HAWAII, DAYS(6, .posting_day_counts = true), "2025-03-06T13:00", "2025-02-28T23:59:59" },
	{ "Hawaii: over the leap day", HAWAII, DAYS(6, .posting_day_counts = true), "2024-03-05T13:00", "2024-02-28T23:59:59" },
	{ "Hawaii: over New Year", HAWAII, DAYS(6, .posting_day_counts = true), "2025-01-03T13:00", "2024-12-28T23:59:59" },
	{ "6 clear days", HAWAII, DAYS(6), "2025-03-06T13:00", "2025-02-27T23:59:59" },
	{ "Alabama: regular, 7 days to the hour, over the change to summer time", CHICAGO, DAYS(7, .before = NOTICE_BEFORE_TIME), "2025-03-11T17:30", "2025-03-04T17:30" },
	{ "an hour that the clock skips is the first after it", CHICAGO, DAYS(7, .before = NOTICE_BEFORE_TIME), "2024-03-17T02:30", "2024-03-10T08:00:00Z" },
	{ "Alabama: special, 24 hours", CHICAGO, HOURS(24), "2025-03-11T17:30", "2025-03-10T17:30" },
	{ "Alabama: emergency, an hour", CHICAGO, HOURS(1), "2025-03-11T17:30", "2025-03-11T16:30" },
	{ "at any time before it begins", CHICAGO, HOURS(0), "2025-03-11T17:30", "2025-03-11T17:30" },
};

static instant_t at(const char *text, const char *zone)
{
	instant_t when = 0;
	g_assert_true(instant_parse(text, zone, &when));
	return when;
}

static void test_due(gconstpointer data)
{
	guint i = GPOINTER_TO_UINT(data);
	g_autoptr(board_t) board = board_in(rows[i].zone);
	instant_t by = 0, expected = at(rows[i].by, rows[i].zone);
	g_assert_true(notice_due(board, &rows[i].rule, at(rows[i].starts, rows[i].zone), &by));
	g_autofree char *got = instant_words(by, rows[i].zone), *wanted = instant_words(expected, rows[i].zone);
	g_assert_cmpstr(got, ==, wanted);
	g_assert_cmpint(by, ==, expected);
}

static struct notice_rule *rule(enum meeting_kind kind, int hours)
{
	struct notice_rule *made = g_new0(struct notice_rule, 1);
	*made = (struct notice_rule) { .kind = kind, .length = hours, .source = g_strdup("Code 1") };
	return made;
}

/* A commission with a rule for regular meetings, a council below it with one for special ones, over those of the board. */
static struct board *bodies(void)
{
	struct board *board = board_in(LA);
	struct body *above = body_new(), *below = body_new();
	above->id = g_strdup("above");
	below->id = g_strdup("below");
	below->parent = above;
	g_ptr_array_add(board->bodies, above);
	g_ptr_array_add(board->bodies, below);
	g_ptr_array_add(board->notice, rule(MEETING_KIND_REGULAR, 48));
	g_ptr_array_add(board->notice, rule(MEETING_KIND_SPECIAL, 24));
	g_ptr_array_add(board->notice, rule(MEETING_KIND_EMERGENCY, 1));
	g_ptr_array_add(above->notice, rule(MEETING_KIND_REGULAR, 72));
	g_ptr_array_add(below->notice, rule(MEETING_KIND_SPECIAL, 12));
	return board;
}

static void test_of_bodies(void)
{
	g_autoptr(board_t) board = bodies(), bare = board_in(LA);
	const struct body *above = board_body(board, "above"), *below = board_body(board, "below");
	instant_t by = 7;
	g_assert_cmpint(board_notice(board, below, "special")->length, ==, 12);
	g_assert_cmpint(board_notice(board, above, "special")->length, ==, 24);
	g_assert_cmpint(board_notice(board, below, "regular")->length, ==, 72);
	g_assert_cmpint(board_notice(board, NULL, "regular")->length, ==, 48);
	g_assert_cmpint(board_notice(board, below, "emergency")->length, ==, 1);
	/* What no rule names goes by the longest. */
	g_assert_cmpint(board_notice(board, below, "hearing")->length, ==, 72);
	g_assert_cmpint(board_notice(board, below, "Retreat")->length, ==, 72);
	g_assert_cmpint(board_notice(board, below, NULL)->length, ==, 72);
	g_assert_null(board_notice(bare, NULL, "regular"));
	g_assert_false(notice_due(bare, NULL, 1000, &by));
	g_assert_cmpint(by, ==, 7);
}

static void test_state(void)
{
	g_autoptr(board_t) board = bodies();
	const struct notice_rule *regular = board_notice(board, board_body(board, "above"), "regular");
	instant_t starts = at("2024-12-16T18:00", LA), by = at("2024-12-13T18:00", LA);
	g_assert_cmpint(notice_state(board, NULL, starts, by + 1), ==, NOTICE_NONE);
	g_assert_cmpint(notice_state(board, regular, starts, by - 18 * 3600), ==, NOTICE_AHEAD);
	g_assert_cmpint(notice_state(board, regular, starts, by - 18 * 3600 + 1), ==, NOTICE_PRESSING);
	g_assert_cmpint(notice_state(board, regular, starts, by), ==, NOTICE_PRESSING);
	g_assert_cmpint(notice_state(board, regular, starts, by + 1), ==, NOTICE_LATE);
}

/* One minute too late is refused, and it is said by when it had to be. */
static void test_check(void)
{
	g_autoptr(board_t) board = bodies();
	g_autoptr(GError) error = NULL;
	struct meeting_record meeting = { .body = (char *) "above", .kind = (char *) "regular", .starts = at("2024-12-16T18:00", LA) };
	g_assert_true(notice_check(board, &meeting, at("2024-12-13T18:00", LA), &error));
	g_assert_no_error(error);
	g_assert_false(notice_check(board, &meeting, at("2024-12-13T18:01", LA), &error));
	g_assert_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND);
	g_assert_cmpstr(error->message, ==, "the regular meeting of Mon 16 Dec 2024, 18:00 cannot be posted any more, too late by 1 min: had to be posted by "
		"Fri 13 Dec 2024, 18:00. The rule: 72 hours before it begins (Code 1)");
	meeting.kind = (char *) "special";
	g_assert_true(notice_check(board, &meeting, at("2024-12-13T18:01", LA), NULL));
	meeting.body = NULL;
	g_assert_true(notice_check(board, &meeting, at("2024-12-13T18:01", LA), NULL));
}

static void words_are(char *got, const char *expected)
{
	g_assert_cmpstr(got, ==, expected);
	g_free(got);
}

static void test_words(void)
{
	g_autoptr(board_t) board = bodies();
	const struct notice_rule *regular = board_notice(board, board_body(board, "above"), "regular");
	static const struct notice_rule texas = BUSINESS(3), hawaii = DAYS(1, .posting_day_counts = true),
		alabama = DAYS(7, .before = NOTICE_BEFORE_TIME), whenever = HOURS(0);
	instant_t starts = at("2024-12-16T18:00", LA);
	struct meeting_detail detail = { .posted = at("2024-12-12T17:00", LA), .posted_by = (char *) "mrios" };
	words_are(notice_words(board, regular, starts, at("2024-12-13T12:40", LA)), "must be posted by Fri 13 Dec 2024, 18:00; 5 h 20 min left");
	words_are(notice_words(board, regular, starts, at("2024-12-10T15:00", LA)), "must be posted by Fri 13 Dec 2024, 18:00; 3 days 3 h left");
	words_are(notice_words(board, regular, starts, at("2024-12-13T18:00:01", LA)), "too late by 1 min: had to be posted by Fri 13 Dec 2024, 18:00");
	words_are(notice_words(board, &texas, starts, at("2024-12-10T21:59", LA)), "must be posted by Tue 10 Dec 2024, 23:59; 2 h left");
	words_are(notice_words(board, NULL, starts, starts), NULL);
	words_are(notice_posted_words(board, regular, starts, &detail), "posted Thu 12 Dec 2024, 17:00 by mrios");
	detail = (struct meeting_detail) { .posted = at("2024-12-13T18:12", LA) };
	words_are(notice_posted_words(board, regular, starts, &detail), "posted Fri 13 Dec 2024, 18:12, 12 min too late");
	words_are(notice_posted_words(board, NULL, starts, &detail), "posted Fri 13 Dec 2024, 18:12");
	detail.posted = 0;
	words_are(notice_posted_words(board, regular, starts, &detail), NULL);
	words_are(notice_rule_words(regular), "72 hours before it begins");
	words_are(notice_rule_words(&texas), "3 business days before its day, not counting the day of posting or that of the meeting");
	words_are(notice_rule_words(&hawaii), "1 day before its day, counting the day of posting");
	words_are(notice_rule_words(&alabama), "7 days before it begins");
	words_are(notice_rule_words(&whenever), "before it begins");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *path = g_strdup_printf("/notice/due/%s", rows[i].what);
		g_test_add_data_func(path, GUINT_TO_POINTER(i), test_due);
	}
	g_test_add_func("/notice/of bodies", test_of_bodies);
	g_test_add_func("/notice/state", test_state);
	g_test_add_func("/notice/check", test_check);
	g_test_add_func("/notice/words", test_words);
	return g_test_run();
}
