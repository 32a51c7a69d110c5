/* Statistics against values worked out elsewhere, and the charts' names, filters and sentences. */
#include <math.h>
#include <string.h>
#include "domain/filter.h"
#include "domain/metric.h"
#include "domain/stats.h"

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon(a, b, 1e-4)

static void test_quantile(void)
{
	static const int days[] = { 1, 2, 3, 40 };
	static const gint64 even[] = { 1, 1, 1, 1 }, heavy[] = { 0, 98, 1, 1 }, none[] = { 0, 0, 0, 0 };
	g_assert_cmpint(stats_quantile(days, even, 4, 0.5), ==, 2);
	g_assert_cmpint(stats_quantile(days, even, 4, 0.9), ==, 40);
	g_assert_cmpint(stats_quantile(days, even, 4, 0.75), ==, 3);
	g_assert_cmpint(stats_quantile(days, even, 4, 0), ==, 1);
	g_assert_cmpint(stats_quantile(days, even, 4, 1), ==, 40);
	g_assert_cmpint(stats_quantile(days, heavy, 4, 0.98), ==, 2);
	g_assert_cmpint(stats_quantile(days, heavy, 4, 0.99), ==, 3);
	g_assert_cmpint(stats_quantile(days, none, 4, 0.5), ==, -1);
	g_assert_cmpint(stats_quantile(NULL, NULL, 0, 0.5), ==, -1);
	/* 0.1 * 10 is a little more than 1 in binary: the rank must still be 1 */
	static const int ten[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
	static const gint64 ones[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
	for (int i = 1; i <= 10; i++)
		g_assert_cmpint(stats_quantile(ten, ones, 10, i / 10.0), ==, i);
}

static void test_limits(void)
{
	double lower, upper;
	stats_p_limits(0.2, 100, &lower, &upper);
	assert_near(lower, 0.08);
	assert_near(upper, 0.32);
	stats_p_limits(0.2, 4, &lower, &upper);
	assert_near(lower, 0);
	assert_near(upper, 0.8);
	stats_p_limits(0.2, 0, &lower, &upper);
	g_assert_true(isnan(lower) && isnan(upper));
	stats_c_limits(9, &lower, &upper);
	assert_near(lower, 0);
	assert_near(upper, 18);
	stats_c_limits(25, &lower, &upper);
	assert_near(lower, 10);
	stats_u_limits(2, 4, &lower, &upper);
	assert_near(lower, 0);
	assert_near(upper, 2 + 3 * 0.70711);
	stats_wilson(10, 100, &lower, &upper);
	assert_near(lower, 0.05523);
	assert_near(upper, 0.17437);
	stats_wilson(0, 10, &lower, &upper);
	assert_near(lower, 0);
	assert_near(upper, 0.27753);
	stats_wilson(10, 10, &lower, &upper);
	assert_near(upper, 1);
	g_assert_cmpuint(stats_longest_ordinary_run(24), ==, 8);
	g_assert_cmpuint(stats_longest_ordinary_run(16), ==, 7);
}

static void check_ticks(double max, int most, gboolean whole, double step, double top)
{
	double got_step, got_top;
	stats_ticks(max, most, whole, &got_step, &got_top);
	assert_near(got_step, step);
	assert_near(got_top, top);
}

static void test_ticks(void)
{
	check_ticks(97, 5, TRUE, 20, 100);
	check_ticks(100, 5, TRUE, 20, 100);
	check_ticks(101, 5, TRUE, 50, 150);
	check_ticks(7, 10, TRUE, 1, 7);
	check_ticks(1, 5, TRUE, 1, 1);
	check_ticks(0.33, 4, FALSE, 0.1, 0.4);
	check_ticks(0, 5, TRUE, 1, 1);
	check_ticks(-3, 5, TRUE, 1, 1);
	check_ticks(NAN, 5, TRUE, 1, 1);
	for (double max = 1; max < 1e7; max *= 1.37)
		for (int most = 1; most < 12; most++) {
			double step, top;
			stats_ticks(max, most, TRUE, &step, &top);
			g_assert_cmpfloat(top, >=, max - 1e-6);
			g_assert_cmpfloat(top / step, <=, most + 1e-6);
		}
}

static void check_parses(const char *filter)
{
	GError *error = NULL;
	filter_free(filter_parse(filter, NULL, &error));
	g_assert_no_error(error);
}

static void test_points(void)
{
	g_autoptr(chart_t) chart = chart_new("cases", "Cases", "cases", CHART_LINES, month_of_day(day_from_civil(2024, 6, 1)), 3);
	chart->axis_field = g_strdup("received");
	chart->series_field = g_strdup("main");
	chart_add(chart, "Use of force", "Use of force");
	chart_add(chart, "Other", NULL);
	g_autofree char *name = chart_point_name(chart, 1), *filter = chart_point_filter(chart, 0, 1), *other = chart_point_filter(chart, 1, 2);
	g_assert_cmpstr(name, ==, "Jul 2024");
	g_assert_cmpstr(filter, ==, "received:2024-07 main:\"Use of force\"");
	g_assert_cmpstr(other, ==, "received:2024-08 !main:\"Use of force\"");
	check_parses(other);
	check_parses(filter);
	chart_add(chart, "two lines", "two\nlines");
	g_autofree char *lines = chart_point_filter(chart, 2, 1);
	g_assert_nonnull(strstr(lines, ":\"two\nlines\""));
	g_autoptr(filter_t) parsed = filter_parse(lines, NULL, NULL);
	g_assert_cmpuint(parsed->n, ==, 2);
	g_assert_null(chart_point_filter(chart, 3, 0));
	g_assert_null(chart_point_filter(chart, 0, 3));
	g_assert_true(isnan(((struct series *) chart->series->pdata[0])->points[0].lower));
}

static void test_age_points(void)
{
	g_autoptr(chart_t) chart = chart_new("ageing", "Ageing", "open cases", CHART_BARS, MONTH_UNKNOWN, 2);
	chart->categories[0] = g_strdup("31-90");
	chart->categories[1] = g_strdup("over 180");
	chart->axis_field = g_strdup("age");
	chart->base_filter = g_strdup("state:open");
	chart_add(chart, "open", NULL);
	g_autofree char *middle = chart_point_filter(chart, 0, 0), *last = chart_point_filter(chart, 0, 1);
	g_assert_cmpstr(middle, ==, "state:open age:31..90");
	g_assert_cmpstr(last, ==, "state:open age:>180");
	check_parses(middle);
	check_parses(last);
}

static void test_words(void)
{
	g_autoptr(chart_t) chart = chart_new("sustained", "Sustained share", "share", CHART_CONTROL, month_of_day(day_from_civil(2024, 1, 1)), 4);
	struct series *series = chart_add(chart, "all", NULL);
	chart->centre = 0.15;
	static const struct point shares[] = { { .value = 0.125, .n = 1, .d = 8 }, { .value = 0.5, .n = 4, .d = 8 }, { .value = 0 },
		{ .value = 0.9, .n = 9, .d = 10 } };
	memcpy(series->points, shares, sizeof shares);
	series->points[1].flags = POINT_HIGH;
	series->points[2].flags = POINT_MISSING;
	series->points[3].flags = POINT_FILLING;
	g_autofree char *words = chart_words(chart);
	static const char *const parts[] = { "mean 15.0 %", "highest 50.0 % (Feb 2024)", "lowest 12.5 % (Jan 2024)", "1 of 2 whole periods",
		"1 period has no data", "last 1 period is still filling" };
	for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++)
		if (!strcasestr(words, parts[i]))
			g_error("'%s' is not said in: %s", parts[i], words);
	g_assert_null(strstr(words, "90"));
	g_autoptr(chart_t) empty = chart_new("x", "X", "x", CHART_LINES, 0, 0);
	g_autofree char *nothing = chart_words(empty);
	g_assert_cmpuint(strlen(nothing), >, 0);
}

static void test_metrics(void)
{
	for (int i = 0; i < METRICS; i++)
		g_assert_cmpint(metric_find(metric_info((enum metric) i)->id), ==, i);
	g_assert_cmpint(metric_find("nothing"), ==, METRICS);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/stats/quantile", test_quantile);
	g_test_add_func("/stats/limits", test_limits);
	g_test_add_func("/stats/ticks", test_ticks);
	g_test_add_func("/chart/points", test_points);
	g_test_add_func("/chart/age-points", test_age_points);
	g_test_add_func("/chart/words", test_words);
	g_test_add_func("/metric/find", test_metrics);
	return g_test_run();
}
