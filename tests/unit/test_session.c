/* The models of a running program follow a new day, changes of the data and a filter of the charts. */
#include <string.h>
#include "../model/city.h"
#include "app/session.h"
#include "domain/notice.h"

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

static id_t64 plan_meeting(struct city *city, instant_t starts)
{
	struct meeting_record meeting = { .body = (char *) "crb", .kind = (char *) "regular", .starts = starts };
	GError *error = NULL;
	store_begin(city->store, &error);
	meeting_store_insert(city->store, &meeting, &error);
	store_commit(city->store, &error);
	g_assert_no_error(error);
	return meeting.id;
}

/* What is left of the time to post is told to the minute, and a meeting keeps its place when another is planned before it. */
static void test_notice(void)
{
	struct city city;
	struct session session;
	instant_t now = (instant_t) CITY_TODAY * 86400;
	struct notice_rule *rule = g_new0(struct notice_rule, 1);
	city_make(&city, 7, 5);
	*rule = (struct notice_rule) { .kind = MEETING_KIND_REGULAR, .length = 24, .unit = NOTICE_HOURS };
	g_ptr_array_add(city.board->notice, rule);
	id_t64 later = plan_meeting(&city, now + 30 * 3600);
	session_init(&session, city.store, city.board, NULL, now);
	g_assert_true(session_load_agenda(&session, NULL));
	g_assert_nonnull(strstr(session.agenda->notice, "; 6 h left"));
	g_assert_cmpint(session_agenda_timeout(&session), ==, -1);      /* the time stands still */
	session.fixed_now = now + 59;
	g_assert_false(session_look(&session, NULL));
	session.fixed_now = now + 60;
	g_assert_true(session_look(&session, NULL));
	g_assert_true(session_load_agenda(&session, NULL));
	g_assert_nonnull(strstr(session.agenda->notice, "; 5 h 59 min left"));
	session.fixed_now = 0;
	g_assert_cmpint(session_agenda_timeout(&session), ==, 0);       /* that minute is long over */
	session.fixed_now = now + 60;
	id_t64 sooner = plan_meeting(&city, now + 3600);
	g_assert_true(session_show_agenda(&session, later, NULL));
	g_assert_true(session_load_agenda(&session, NULL));
	g_assert_cmpint(session.agenda->meeting.id, ==, later);
	g_assert_true(session_show_agenda(&session, sooner, NULL));
	g_assert_true(session_load_agenda(&session, NULL));
	g_assert_cmpint(session.agenda->meeting.id, ==, sooner);
	g_assert_false(session_show_agenda(&session, 99, NULL));
	session_clear(&session);
	city_remove(&city);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/session/new-day", test_new_day);
	g_test_add_func("/session/chart-filter", test_chart_filter);
	g_test_add_func("/session/notice", test_notice);
	return g_test_run();
}
