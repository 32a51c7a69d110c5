/* Days are counted on the calendar: leap days, month ends and clock changes must not move a deadline. */
#include "base/date.h"

static void test_round_trip(void)
{
	day_t day = day_from_civil(1, 1, 1);
	g_assert_cmpint(day, ==, -719162);
	int last_month = 0, weekday = day_weekday(day);
	for (int y, m, d; day <= day_from_civil(9999, 12, 31); day++) {
		day_to_civil(day, &y, &m, &d);
		g_assert_cmpint(day_from_civil(y, m, d), ==, day);
		g_assert_true(d == 1 || m == last_month);
		g_assert_cmpint(day_weekday(day), ==, weekday);
		last_month = m;
		weekday = (weekday + 1) % 7;
	}
	g_assert_cmpint(day - 1, ==, 2932896);
}

static void test_civil(void)
{
	g_assert_cmpint(day_from_civil(1970, 1, 1), ==, 0);
	g_assert_cmpint(day_from_civil(2000, 2, 29), ==, 11016);
	g_assert_cmpint(day_from_civil(2024, 3, 1) - day_from_civil(2024, 2, 28), ==, 2);
	g_assert_cmpint(day_from_civil(2100, 3, 1) - day_from_civil(2100, 2, 28), ==, 1);
	static const int impossible[][3] = { { 1900, 2, 29 }, { 2023, 2, 29 }, { 2024, 4, 31 }, { 2024, 0, 1 }, { 2024, 13, 1 },
		{ 2024, 1, 0 }, { 2024, 1, 32 }, { 0, 1, 1 }, { 10000, 1, 1 } };
	for (unsigned i = 0; i < G_N_ELEMENTS(impossible); i++)
		g_assert_cmpint(day_from_civil(impossible[i][0], impossible[i][1], impossible[i][2]), ==, DAY_UNKNOWN);
	g_assert_cmpint(day_weekday(day_from_civil(2024, 12, 16)), ==, 0);
	g_assert_cmpint(day_weekday(day_from_civil(1969, 12, 28)), ==, 6);
}

static void test_iso(void)
{
	char buf[DAY_ISO_SIZE], month[8];
	g_assert_cmpstr(day_iso(day_from_civil(2024, 5, 16), buf), ==, "2024-05-16");
	g_assert_cmpstr(day_iso(day_from_civil(7, 1, 2), buf), ==, "0007-01-02");
	g_assert_cmpstr(day_iso(DAY_UNKNOWN, buf), ==, "");
	g_assert_cmpstr(day_iso(INT32_MAX, buf), ==, "");
	g_assert_cmpstr(month_iso(month_of_day(day_from_civil(1969, 12, 31)), month), ==, "1969-12");
	g_assert_cmpstr(month_iso(MONTH_UNKNOWN, month), ==, "");
	g_assert_cmpint(month_of_day(day_from_civil(1969, 12, 31)), ==, -1);
	g_assert_cmpint(month_of_day(DAY_UNKNOWN), ==, MONTH_UNKNOWN);
	g_assert_cmpint(month_first_day(MONTH_UNKNOWN), ==, DAY_UNKNOWN);
	for (month_t m = -1200; m < 1200; m++) {
		g_assert_cmpint(month_of_day(month_first_day(m)), ==, m);
		g_assert_cmpint(month_of_day(month_first_day(m + 1) - 1), ==, m);
		g_assert_cmpint((month_year(m) - 1970) * 12 + month_number(m) - 1, ==, m);
	}
}

static void check(const char *text, const char *pattern, const char *expected)
{
	char buf[DAY_ISO_SIZE];
	g_assert_cmpstr(day_iso(day_parse(text, pattern), buf), ==, expected);
}

static void test_parse(void)
{
	check("2024-05-16", "%Y-%m-%d", "2024-05-16");
	check(" 2024-05-16 ", "%Y-%m-%d", "2024-05-16");
	check("5/6/2019", "%m/%d/%Y", "2019-05-06");
	check("05/06/19", "%m/%d/%y", "2019-05-06");
	check("05/06/70", "%m/%d/%y", "1970-05-06");
	check("05/06/69", "%m/%d/%y", "2069-05-06");
	check("2019 Mar 03 12:00:00 AM", "%Y %b %d %*", "2019-03-03");
	check("03 Sept. 2019", "%d %b %Y", "2019-09-03");
	check("16   December 2024", "%d %b %Y", "2024-12-16");
	check("20240516", "%Y%m%d", "2024-05-16");
	check("2024-05-16T10:00", "%Y-%m-%d", "");
	check("2024-02-30", "%Y-%m-%d", "");
	check("24-05-16", "%Y-%m-%d", "");
	check("2024-05", "%Y-%m", "");
	check("", "%Y-%m-%d", "");
	check("2024-Mayor-16", "%Y-%b-%d", "");
	check("3019-01-01", "%Y-%m-%d", "3019-01-01");
	check("2024-05-16", "%Y-%m-%q", "");
}

static void check_iso(const char *text, const char *expected)
{
	char buf[DAY_ISO_SIZE];
	g_assert_cmpstr(day_iso(day_parse_iso(text), buf), ==, expected);
}

static void test_parse_iso(void)
{
	check_iso("2024-05-16", "2024-05-16");
	check_iso("2024-05-16T10:00:00.000Z", "2024-05-16");
	check_iso("2024-05-16 10:00:00+00", "2024-05-16");
	check_iso("2024-05-16T25:00", "");
	check_iso("2024-05-16x", "");
	check_iso("2024-5-16", "");
	check_iso("2024-02-30", "");
	check_iso("2024-05-161", "");
}

static bool have_zone(const char *name)
{
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(name);
	if (!zone)
		g_test_skip("no time zone data here");
	return zone != NULL;
}

static gint64 at(const char *text, const char *zone)
{
	instant_t when = -1;
	g_assert_true(instant_parse(text, zone, &when));
	return when;
}

static void test_instants(void)
{
	g_assert_cmpint(at("1970-01-01T00:00:00Z", "America/New_York"), ==, 0);
	g_assert_cmpint(at("2038-01-19T03:14:08Z", NULL), ==, 2147483648);
	g_assert_cmpint(at("2024-05-16T12:00+02:00", NULL), ==, at("2024-05-16T10:00Z", NULL));
	g_assert_cmpint(at("2024-05-16", NULL), ==, at("2024-05-16T00:00Z", NULL));
	instant_t when;
	static const char *const wrong[] = { "", "today", "2024-05-16T", "2024-05-16T24:00", "2024-05-16T10:60", "2024-13-01T10:00",
		"2024-05-16T10:00Zx", "2024-05-16T1:00" };
	for (unsigned i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(instant_parse(wrong[i], NULL, &when));
	g_assert_cmpint(instant_day(-1, NULL), ==, -1);
	g_assert_cmpint(instant_minutes(-60, NULL), ==, 1439);
	g_assert_cmpint(instant_day(0, "Nowhere/Land"), ==, 0);
	/* a damaged file may hold any number */
	g_assert_cmpint(instant_day(G_MAXINT64, "Asia/Tokyo"), ==, G_MAXINT32);
	g_assert_cmpint(instant_day(G_MININT64, "America/New_York"), ==, G_MININT32 + 1);
}

static void test_clock_changes(void)
{
	if (!have_zone("America/New_York") || !have_zone("America/Sao_Paulo"))
		return;
	const char *ny = "America/New_York";
	g_assert_cmpint(at("2026-03-09", ny) - at("2026-03-08", ny), ==, 82800);
	g_assert_cmpint(at("2026-11-02", ny) - at("2026-11-01", ny), ==, 90000);
	g_assert_cmpint(instant_day(at("2026-03-09", ny), ny) - instant_day(at("2026-03-08", ny), ny), ==, 1);
	/* 02:30 is skipped: what is meant comes at or after three o'clock, on the same day */
	instant_t skipped = at("2026-03-08T02:30", ny);
	g_assert_cmpint(instant_day(skipped, ny), ==, day_from_civil(2026, 3, 8));
	g_assert_cmpint(instant_minutes(skipped, ny), >=, 180);
	/* midnight of this day does not exist */
	g_assert_cmpint(instant_day(at("2018-11-04", "America/Sao_Paulo"), "America/Sao_Paulo"), ==, day_from_civil(2018, 11, 4));
	/* an evening meeting falls on its civil day, not on that of UTC */
	g_assert_cmpint(instant_day(at("2024-12-16T23:30", ny), ny), ==, day_from_civil(2024, 12, 16));
	g_assert_cmpint(instant_day(at("2024-12-16T23:30", ny), "UTC"), ==, day_from_civil(2024, 12, 17));
	g_assert_cmpint(instant_minutes(at("2024-12-16T18:42", ny), ny), ==, 18 * 60 + 42);
}

static void add_months(const char *from, int months, const char *to)
{
	char got[DAY_ISO_SIZE];
	g_assert_cmpstr(day_iso(day_add_months(day_parse_iso(from), months), got), ==, to);
}

static void test_months(void)
{
	add_months("2024-01-31", 1, "2024-02-29");
	add_months("2023-01-31", 1, "2023-02-28");
	add_months("2024-02-29", 12, "2025-02-28");
	add_months("2024-02-29", 48, "2028-02-29");
	add_months("2024-12-15", 1, "2025-01-15");
	add_months("2024-03-31", -1, "2024-02-29");
	g_assert_cmpint(day_add_months(DAY_UNKNOWN, 3), ==, DAY_UNKNOWN);
}

static void test_instant_at(void)
{
	static const char zone[] = "America/Chicago";
	g_autofree char *words = instant_words(instant_at(day_from_civil(2024, 12, 16), 18 * 60, zone), zone);
	g_assert_cmpstr(words, ==, "Mon 16 Dec 2024, 18:00");
	/* 10 March 2024: 02:00 to 03:00 does not exist; 3 November: 01:00 to 02:00 comes twice. */
	day_t spring = day_from_civil(2024, 3, 10), autumn = day_from_civil(2024, 11, 3);
	g_assert_cmpint(instant_minutes(instant_at(spring, 150, zone), zone), ==, 180);
	g_assert_cmpint(instant_at(spring, 240, zone) - instant_at(spring, 60, zone), ==, 2 * 3600);
	g_assert_cmpint(instant_at(autumn, 120, zone) - instant_at(autumn, 30, zone), ==, 5 * 1800);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/date/round-trip", test_round_trip);
	g_test_add_func("/date/civil", test_civil);
	g_test_add_func("/date/iso", test_iso);
	g_test_add_func("/date/parse", test_parse);
	g_test_add_func("/date/parse-iso", test_parse_iso);
	g_test_add_func("/date/instants", test_instants);
	g_test_add_func("/date/clock-changes", test_clock_changes);
	g_test_add_func("/date/months", test_months);
	g_test_add_func("/date/instant at", test_instant_at);
	return g_test_run();
}
