/* The overview, the detail and the agenda against plain readings. */
#include <string.h>
#include "domain/notice.h"
#include "model/case_detail.h"
#include "model/overview.h"
#include "city.h"

#define NOON(day) ((instant_t) (day) * 86400 + 12 * 3600)

static struct overview *load(struct city *city)
{
	GError *error = NULL;
	struct overview *overview = overview_load(city->store, city->board, "en", CITY_TODAY, NOON(CITY_TODAY), &error);
	g_assert_no_error(error);
	return overview;
}

static int by_int(const void *a, const void *b)
{
	return *(const int *) a - *(const int *) b;
}

static void test_counts(void)
{
	struct city city;
	city_make(&city, 41, 600);
	g_autoptr(GArray) all = city_read(&city), ages = g_array_new(FALSE, FALSE, sizeof(int));
	gint64 open = 0, overdue = 0, intake = 0, opened = 0, closed = 0;
	for (guint i = 0; i < all->len; i++) {
		const struct case_record *record = &g_array_index(all, struct known, i).record;
		int age = record->received == DAY_UNKNOWN ? -1 : CITY_TODAY - record->received;
		open += record->open;
		overdue += record->open && record->due != DAY_UNKNOWN && record->due < CITY_TODAY;
		intake += g_strcmp0(record->state, "intake") == 0;
		opened += record->received != DAY_UNKNOWN && month_of_day(record->received) == month_of_day(CITY_TODAY);
		closed += record->received != DAY_UNKNOWN && record->closed != DAY_UNKNOWN && month_of_day(record->closed) == month_of_day(CITY_TODAY);
		if (record->open && record->received != DAY_UNKNOWN)
			g_array_append_val(ages, age);
	}
	g_array_sort(ages, by_int);
	struct overview *overview = load(&city);
	g_assert_cmpint(overview->all, ==, 600);
	g_assert_cmpint(overview->open, ==, open);
	g_assert_cmpint(overview->overdue, ==, overdue);
	g_assert_cmpint(overview->median_age, ==, g_array_index(ages, int, (ages->len + 1) / 2 - 1));
	g_assert_cmpint(overview->oldest_age, ==, g_array_index(ages, int, ages->len - 1));
	g_assert_cmpuint(overview->by_stage->len, ==, 2);
	const struct overview_stage *stage = overview->by_stage->pdata[0];
	g_assert_cmpstr(stage->label, ==, "Intake desk");
	g_assert_cmpint(stage->count, ==, intake);
	g_assert_cmpstr(overview->month_name, ==, "Oct 2024");
	g_assert_cmpint(overview->opened_month, ==, opened);
	g_assert_cmpint(overview->closed_month, ==, closed);
	g_assert_null(overview->data_as_of);
	overview->open = 1234;
	overview->overdue = 1;
	g_autofree char *counts = overview_counts(overview);
	g_assert_cmpstr(counts, ==, "1,234 open, 1 overdue");
	overview_free(overview);
	city_remove(&city);
}

/* Overdue first, then by deadline, then those without one by age. */
static void test_rows(void)
{
	struct city city;
	city_make(&city, 42, 500);
	struct overview *overview = load(&city);
	g_assert_cmpint(overview->n, ==, MIN(overview->open, OVERVIEW_ROWS));
	for (unsigned i = 0; i < overview->n; i++) {
		const struct case_row *row = &overview->rows[i], *before = i ? row - 1 : NULL;
		g_assert_true(row->open);
		g_assert_true(g_str_has_prefix(row->number, "C-"));
		g_assert_cmpint(row->overdue, ==, row->due != DAY_UNKNOWN && row->due < CITY_TODAY);
		if (before && before->due != DAY_UNKNOWN && row->due != DAY_UNKNOWN)
			g_assert_cmpint(before->due, <=, row->due);
		if (before && before->due == DAY_UNKNOWN) {
			g_assert_cmpint(row->due, ==, DAY_UNKNOWN);
			g_assert_true(before->age >= row->age);
		}
	}
	overview_free(overview);
	city_remove(&city);
}

static void test_empty(void)
{
	struct city city;
	city_make(&city, 43, 0);
	struct overview *overview = load(&city);
	g_assert_cmpint(overview->all, ==, 0);
	g_assert_cmpuint(overview->n, ==, 0);
	g_assert_cmpint(overview->median_age, ==, -1);
	g_assert_cmpint(overview->oldest_age, ==, -1);
	g_assert_false(overview->agenda->found);
	g_assert_nonnull(overview->headline);
	overview_free(overview);
	city_remove(&city);
}

static void test_detail(void)
{
	struct city city;
	city_make(&city, 44, 40);
	g_autoptr(GArray) all = city_read(&city);
	for (guint i = 0; i < all->len; i++) {
		const struct known *known = &g_array_index(all, struct known, i);
		GError *error = NULL;
		struct case_detail *detail = case_detail_load(city.store, city.board, "en", instant_at(CITY_TODAY, 720, city.board->zone), known->record.id, &error);
		g_assert_no_error(error);
		g_assert_cmpstr(detail->record.number, ==, known->record.number);
		g_assert_cmpuint(detail->allegations->len, ==, known->allegations->len);
		g_assert_cmpint(detail->overdue > 0, ==, known->record.open && known->record.due != DAY_UNKNOWN && known->record.due < CITY_TODAY);
		if (g_strcmp0(known->record.district, "1st district") == 0)
			g_assert_cmpstr(detail->district_label, ==, "North");
		/* An imported case without events stands where it is, with what lies ahead. */
		const struct case_stage *first = detail->stages->pdata[0];
		g_assert_true(first->current && first->reached);
		g_assert_cmpuint(detail->stages->len, ==, !known->record.open ? 1 : strcmp(known->record.state, "intake") == 0 ? 3 : 2);
		case_detail_free(detail);
	}
	GError *error = NULL;
	g_assert_null(case_detail_load(city.store, city.board, "en", instant_at(CITY_TODAY, 720, city.board->zone), 99999, &error));
	g_assert_nonnull(error);
	g_error_free(error);
	city_remove(&city);
}

static void add_event(struct city *city, id_t64 id, day_t day, const char *from, const char *to)
{
	struct case_event event = { .case_id = id, .when = NOON(day), .what = (char *) "state", .from = (char *) from, .to = (char *) to };
	GError *error = NULL;
	store_begin(city->store, &error);
	case_store_add_event(city->store, &event, &error);
	store_commit(city->store, &error);
	g_assert_no_error(error);
}

static void test_path(void)
{
	struct city city;
	city_make(&city, 45, 40);
	g_autoptr(GArray) all = city_read(&city);
	const struct known *known = NULL;
	for (guint i = 0; !known; i++) {
		const struct known *one = &g_array_index(all, struct known, i);
		known = g_strcmp0(one->record.state, "inquiry") == 0 ? one : NULL;
	}
	add_event(&city, known->record.id, CITY_TODAY - 50, NULL, "intake");
	add_event(&city, known->record.id, CITY_TODAY - 38, "intake", "inquiry");
	struct case_detail *detail = case_detail_load(city.store, city.board, "en", instant_at(CITY_TODAY, 720, city.board->zone), known->record.id, NULL);
	g_assert_cmpuint(detail->stages->len, ==, 3);
	const struct case_stage *intake = detail->stages->pdata[0], *inquiry = detail->stages->pdata[1], *done = detail->stages->pdata[2];
	g_assert_cmpint(intake->days, ==, 12);
	g_assert_false(intake->current);
	g_assert_cmpint(inquiry->days, ==, 38);
	g_assert_true(inquiry->current);
	g_assert_cmpstr(done->label, ==, "Closed");
	g_assert_false(done->reached);
	case_detail_free(detail);
	city_remove(&city);
}

static id_t64 add_meeting(struct city *city, instant_t starts, const char *status)
{
	struct meeting_record meeting = { .body = (char *) "crb", .kind = (char *) "regular", .starts = starts, .status = (char *) status };
	GError *error = NULL;
	store_begin(city->store, &error);
	meeting_store_insert(city->store, &meeting, &error);
	struct agenda_item item = { .meeting_id = meeting.id, .position = 1, .title = (char *) "Roll", .minutes = 7 };
	meeting_store_add_item(city->store, &item, &error);
	store_commit(city->store, &error);
	g_assert_no_error(error);
	return meeting.id;
}

static struct agenda_model *agenda(struct city *city, instant_t now, int offset)
{
	GError *error = NULL;
	struct agenda_model *model = agenda_model_load(city->store, city->board, "en", now, offset, &error);
	g_assert_no_error(error);
	return model;
}

static void test_agenda(void)
{
	struct city city;
	city_make(&city, 46, 5);
	add_meeting(&city, NOON(CITY_TODAY - 30), "held");
	add_meeting(&city, NOON(CITY_TODAY + 3), "cancelled");
	add_meeting(&city, NOON(CITY_TODAY + 7), "posted");
	struct agenda_model *next = agenda(&city, NOON(CITY_TODAY), 0), *before = agenda(&city, NOON(CITY_TODAY), -2), *beyond = agenda(&city, NOON(CITY_TODAY), 9);
	g_assert_true(next->found);
	g_assert_cmpint(next->days_away, ==, 7);
	g_assert_cmpint(next->minutes, ==, 7);
	g_assert_cmpint(next->position, ==, 3);
	g_assert_cmpstr(next->when, ==, "Fri 11 Oct 2024, 12:00");
	g_assert_cmpstr(next->body_name, ==, "Review Board");
	g_assert_cmpint(before->days_away, ==, -30);
	g_assert_cmpint(beyond->position, ==, 3);
	agenda_model_free(next);
	agenda_model_free(before);
	agenda_model_free(beyond);
	/* A meeting stays in view after it has begun, until it was held. */
	next = agenda(&city, NOON(CITY_TODAY + 7) + 3600, 0);
	g_assert_true(next->found);
	g_assert_cmpint(next->days_away, ==, 0);
	agenda_model_free(next);
	next = agenda(&city, NOON(CITY_TODAY + 8), 0);
	g_assert_false(next->found);
	agenda_model_free(next);
	city_remove(&city);
}

static void set_detail(struct city *city, const struct meeting_detail *detail, const char *status)
{
	GError *error = NULL;
	store_begin(city->store, &error);
	meeting_store_set_detail(city->store, detail, &error);
	meeting_store_set_status(city->store, detail->meeting, status, &error);
	store_commit(city->store, &error);
	g_assert_no_error(error);
}

static void notice_is(struct city *city, instant_t now, int offset, const char *words, bool pressing)
{
	struct agenda_model *model = agenda(city, now, offset);
	g_assert_cmpstr(model->notice, ==, words);
	g_assert_cmpint(model->notice_pressing, ==, pressing);
	agenda_model_free(model);
}

/* Three days before a meeting of Fri 11 Oct 2024, 12:00 it has to be posted. */
static void test_notice(void)
{
	struct city city;
	city_make(&city, 46, 5);
	id_t64 meeting = add_meeting(&city, NOON(CITY_TODAY + 7), "planned");
	instant_t by = NOON(CITY_TODAY + 4);
	struct notice_rule *rule = g_new0(struct notice_rule, 1);
	notice_is(&city, by, 0, NULL, false);
	*rule = (struct notice_rule) { .kind = MEETING_KIND_REGULAR, .length = 72, .unit = NOTICE_HOURS };
	g_ptr_array_add(city.board->notice, rule);
	notice_is(&city, by - 24 * 3600, 0, "must be posted by Tue 8 Oct 2024, 12:00; 24 h left", false);
	notice_is(&city, by - 17 * 3600, 0, "must be posted by Tue 8 Oct 2024, 12:00; 17 h left", true);
	notice_is(&city, by + 60, 0, "too late by 1 min: had to be posted by Tue 8 Oct 2024, 12:00", true);
	struct meeting_detail detail = { .meeting = meeting, .posted = by - 3600, .posted_by = (char *) "mrios" };
	set_detail(&city, &detail, "posted");
	notice_is(&city, by + 60, 0, "posted Tue 8 Oct 2024, 11:00 by mrios", false);
	detail.posted = by + 3600;
	set_detail(&city, &detail, "posted");
	notice_is(&city, by + 60, 0, "posted Tue 8 Oct 2024, 13:00 by mrios, 1 h too late", true);
	detail.why = (char *) "no quorum";
	set_detail(&city, &detail, "cancelled");
	notice_is(&city, NOON(CITY_TODAY + 8), -1, "cancelled: no quorum", true);
	city_remove(&city);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/overview/counts", test_counts);
	g_test_add_func("/overview/rows", test_rows);
	g_test_add_func("/overview/empty", test_empty);
	g_test_add_func("/detail/all", test_detail);
	g_test_add_func("/detail/path", test_path);
	g_test_add_func("/agenda", test_agenda);
	g_test_add_func("/agenda/notice", test_notice);
	return g_test_run();
}
