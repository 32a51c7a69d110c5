/* The models of a running program follow a new day, changes of the data and a filter of the charts. */
#include <string.h>
#include "../model/city.h"
#include "app/session.h"

static void finish(struct session *session)
{
	bool changed;
	GError *error = NULL;
	while (session_work(session, 100, &changed, &error))
		g_assert_no_error(error);
	g_assert_no_error(error);
	g_assert_false(session_busy(session));
}

static gint64 overdue(struct session *session)
{
	finish(session);
	return session->list->matched;
}

static void test_new_day(void)
{
	struct city city;
	struct session session;
	city_make(&city, 7, 400);
	session_init(&session, city.store, city.board, NULL, (instant_t) CITY_TODAY * 86400);
	session_want_list(&session);
	g_assert_true(case_list_set_filter(session.list, "overdue:yes", NULL, NULL));
	gint64 before = overdue(&session);
	session.fixed_now += 86400 * 3650;
	g_assert_true(session_look(&session, NULL));
	g_assert_cmpint(overdue(&session), >, before);
	session_clear(&session);
	city_remove(&city);
}

static double chart_sum(const struct chart *chart)
{
	double sum = 0;
	for (guint s = 0; s < chart->series->len; s++)
		for (unsigned i = 0; i < chart->n; i++)
			sum += ((const struct series *) chart->series->pdata[s])->points[i].value;
	return sum;
}

static double loaded(struct session *session)
{
	GError *error = NULL;
	finish(session);
	session_load_chart(session, METRIC_AGEING, &error);
	g_assert_no_error(error);
	return chart_sum(session->chart);
}

static void test_chart_filter(void)
{
	struct city city;
	struct session session;
	unsigned where = 0;
	city_make(&city, 11, 300);
	session_init(&session, city.store, city.board, NULL, (instant_t) CITY_TODAY * 86400);
	double all = loaded(&session);
	g_assert_false(session_filter_chart(&session, "distrct:north", &where, NULL));
	g_assert_cmpfloat(loaded(&session), ==, all);
	g_assert_true(session_filter_chart(&session, "district:north", NULL, NULL));
	double north = loaded(&session);
	g_assert_cmpfloat(north, >, 0);
	g_assert_cmpfloat(north, <, all);
	city_grow(&city, 300);
	g_assert_true(session_look(&session, NULL));
	g_assert_cmpfloat(loaded(&session), >, north);
	g_assert_true(session_filter_chart(&session, "", NULL, NULL));
	g_assert_cmpfloat(loaded(&session), >, all);
	session_clear(&session);
	city_remove(&city);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/session/new-day", test_new_day);
	g_test_add_func("/session/chart-filter", test_chart_filter);
	return g_test_run();
}
