/* The invented data: reproducible, whole, and with what a demonstration must have in it. */
#include <string.h>
#include "domain/demo.h"

static struct demo_options options_of(gint64 cases, gint64 open)
{
	return (struct demo_options) { .seed = 1, .cases = cases, .open = open, .today = day_from_civil(2026, 11, 23) };
}

static void test_whole(void)
{
	struct demo_options options = options_of(900, 37);
	g_autoptr(demo_t) demo = demo_new(&options);
	g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	unsigned open = 0, allegations = 0, disagree = 0, decided = 0;
	day_t last = 0;
	for (gint64 i = 0; i < 900; i++) {
		struct demo_case made;
		demo_case_make(demo, i, &made);
		const struct case_record *record = &made.record;
		g_assert_true(g_hash_table_add(numbers, g_strdup(record->number)));
		g_assert_cmpint(record->received, >=, last);
		g_assert_cmpint(record->received, <=, options.today);
		g_assert_cmpint(record->occurred, <=, record->received);
		last = record->received;
		open += record->open;
		if (record->open)
			g_assert_cmpint(record->closed, ==, DAY_UNKNOWN);
		else
			g_assert_true(record->closed >= record->received && record->closed <= options.today);
		g_assert_cmpuint(made.allegations, >=, 1);
		g_assert_cmpuint(made.allegations, <=, DEMO_ALLEGATIONS_MOST);
		g_assert_cmpstr(made.allegation[0].class, ==, record->class);
		allegations += made.allegations;
		for (unsigned a = 0; a < made.allegations; a++) {
			char *const *finding = made.allegation[a].finding;
			g_assert_true(record->open || finding[STAGE_FINAL]);
			decided += finding[STAGE_CHIEF] != NULL;
			disagree += finding[STAGE_CHIEF] && strcmp(finding[STAGE_CHIEF], finding[STAGE_BOARD]);
		}
		g_assert_cmpuint(made.events, >=, 1);
		g_assert_cmpstr(made.event[0].what, ==, "received");
		g_assert_cmpstr(made.event[made.events - 1].to, ==, record->state);
		const char *at = made.event[0].to;
		for (unsigned e = 1; e < made.events; e++) {
			if (made.event[e].to) {
				g_assert_cmpstr(made.event[e].from, ==, at);
				at = made.event[e].to;
			}
			g_assert_cmpint(made.event[e].when / 86400, >=, made.event[e - 1].when / 86400);
		}
		g_assert_cmpuint(strlen(record->summary), >, 40);
		demo_case_clear(&made);
	}
	g_assert_cmpuint(open, ==, 37);
	g_assert_cmpuint(allegations, >, 1350);
	g_assert_cmpuint(allegations, <, 1550);
	g_assert_cmpuint(disagree * 100, >, decided * 2);
	g_assert_cmpuint(disagree * 100, <, decided * 15);
}

static void test_same(void)
{
	struct demo_options options = options_of(1000000, 100000);
	g_autoptr(demo_t) one = demo_new(&options), two = demo_new(&options);
	options.seed = 2;
	g_autoptr(demo_t) other = demo_new(&options);
	unsigned different = 0;
	for (gint64 i = 0; i < 1000000; i += 4999) {
		struct demo_case a, b, c;
		demo_case_make(one, i, &a);
		demo_case_make(two, i, &b);
		demo_case_make(other, i, &c);
		g_assert_cmpstr(a.record.number, ==, b.record.number);
		g_assert_cmpstr(a.record.summary, ==, b.record.summary);
		g_assert_cmpint(a.record.closed, ==, b.record.closed);
		different += strcmp(a.record.summary, c.record.summary) != 0;
		demo_case_clear(&a);
		demo_case_clear(&b);
		demo_case_clear(&c);
	}
	g_assert_cmpuint(different, >, 150);
}

/* Exactly as many open cases as asked for, at every size and at both ends. */
static void test_open(void)
{
	static const gint64 sizes[][2] = { { 1, 0 }, { 1, 1 }, { 7, 7 }, { 50, 5 }, { 900, 0 }, { 900, 900 }, { 30000, 1200 } };
	for (unsigned s = 0; s < G_N_ELEMENTS(sizes); s++) {
		struct demo_options options = options_of(sizes[s][0], sizes[s][1]);
		g_autoptr(demo_t) demo = demo_new(&options);
		gint64 open = 0;
		for (gint64 i = 0; i < sizes[s][0]; i++) {
			struct demo_case made;
			demo_case_make(demo, i, &made);
			open += made.record.open;
			demo_case_clear(&made);
		}
		g_assert_cmpint(open, ==, sizes[s][1]);
	}
}

static void test_days(void)
{
	/* the data end at any day: the last of a long month, a leap day, the first of the year */
	static const int days[][3] = { { 2026, 1, 1 }, { 2024, 2, 29 }, { 2025, 12, 31 }, { 2026, 3, 1 } };
	for (unsigned d = 0; d < G_N_ELEMENTS(days); d++) {
		struct demo_options options = options_of(500, 20);
		options.today = day_from_civil(days[d][0], days[d][1], days[d][2]);
		g_autoptr(demo_t) demo = demo_new(&options);
		for (gint64 i = 0; i < 500; i++) {
			struct demo_case made;
			demo_case_make(demo, i, &made);
			g_assert_cmpint(made.record.received, <=, options.today);
			g_assert_true(made.record.open || made.record.closed <= options.today);
			demo_case_clear(&made);
		}
	}
}

static void test_force(void)
{
	struct demo_options options = options_of(900, 37);
	g_autoptr(demo_t) demo = demo_new(&options);
	g_autoptr(GHashTable) types = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_assert_cmpint(demo_force_count(demo), ==, 300);
	for (gint64 i = 0; i < 300; i++) {
		struct force_record record;
		demo_force_make(demo, i, &record);
		g_assert_true(record.number && record.type && record.district && record.occurred <= options.today);
		g_hash_table_add(types, g_strdup(record.type));
		force_record_clear(&record);
	}
	g_assert_cmpuint(g_hash_table_size(types), >, 4);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/demo/whole", test_whole);
	g_test_add_func("/demo/same", test_same);
	g_test_add_func("/demo/open", test_open);
	g_test_add_func("/demo/days", test_days);
	g_test_add_func("/demo/force", test_force);
	return g_test_run();
}
