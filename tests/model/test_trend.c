/* Charts against a plain count of the cases, and the filter of every point against the case list. */
#include <math.h>
#include <string.h>
#include "base/text.h"
#include "model/case_list.h"
#include "model/trend.h"
#include "city.h"

struct place { struct city city; GArray *all; struct case_index *index; struct case_list *list; };

static void place_make(struct place *place, guint32 seed, int cases)
{
	city_make(&place->city, seed, cases);
	place->all = city_read(&place->city);
	place->index = case_index_new(place->city.store, place->city.board, CITY_TODAY);
	place->list = case_list_new(place->index, place->city.store, place->city.board, "en");
	city_finish_index(place->index);
}

static void place_remove(struct place *place)
{
	g_array_unref(place->all);
	case_list_free(place->list);
	case_index_free(place->index);
	city_remove(&place->city);
}

static struct chart *load(struct place *place, enum metric metric, int months, const struct case_query *query, const struct body *body)
{
	struct trend_request request = { .metric = metric, .months = months, .today = CITY_TODAY, .lang = "en", .query = query, .body = body };
	GError *error = NULL;
	struct chart *chart = trend_load(place->city.store, place->city.board, query ? place->index : NULL, &request, &error);
	g_assert_no_error(error);
	g_assert_nonnull(chart);
	return chart;
}

static gint64 listed(struct place *place, const char *filter)
{
	GError *error = NULL;
	case_list_set_filter(place->list, filter, NULL, &error);
	g_assert_no_error(error);
	city_finish_list(place->list);
	return place->list->matched;
}

/* Every point of a chart of cases opens exactly the cases it counts. */
static void check_points(struct place *place, const struct chart *chart)
{
	for (unsigned s = 0; s < chart->series->len; s++)
		for (unsigned i = 0; i < chart->n; i++) {
			const struct point *point = &((struct series *) chart->series->pdata[s])->points[i];
			g_autofree char *filter = chart_point_filter(chart, s, i), *name = chart_point_name(chart, i);
			g_assert_nonnull(filter);
			if (listed(place, filter) != point->n)
				g_error("%s %s: the filter %s gives %" G_GINT64_FORMAT " cases, the point says %" G_GINT64_FORMAT,
					chart->id, name, filter, place->list->matched, point->n);
		}
}

static const struct series *series_named(const struct chart *chart, const char *key)
{
	for (guint i = 0; i < chart->series->len; i++)
		if (g_strcmp0(((struct series *) chart->series->pdata[i])->key, key) == 0)
			return chart->series->pdata[i];
	return NULL;
}

static month_t received_month(const struct known *known)
{
	return known->record.received == DAY_UNKNOWN ? MONTH_UNKNOWN : month_of_day(known->record.received);
}

static bool is_force(const char *class)
{
	g_autofree char *folded = class ? text_fold(class) : g_strdup("");
	return strcmp(folded, "force") == 0 || strcmp(folded, "physical abuse") == 0 || strcmp(folded, "use of force") == 0;
}

static void test_cases(void)
{
	struct place place;
	place_make(&place, 31, 1200);
	g_autoptr(chart_t) chart = load(&place, METRIC_CASES, 0, NULL, NULL);
	g_assert_cmpuint(chart->series->len, ==, 4);
	gint64 total = 0, dated = 0, force = 0;
	const struct series *series = series_named(chart, "force");
	g_assert_cmpstr(series->name, ==, "Use of force");
	for (unsigned i = 0; i < chart->n; i++) {
		gint64 month_force = 0;
		for (guint k = 0; k < place.all->len; k++) {
			const struct known *known = &g_array_index(place.all, struct known, k);
			month_force += received_month(known) == chart->first + (month_t) i && is_force(known->record.class);
		}
		g_assert_cmpint(series->points[i].n, ==, month_force);
		force += month_force;
		for (guint s = 0; s < chart->series->len; s++)
			total += ((struct series *) chart->series->pdata[s])->points[i].n;
	}
	for (guint k = 0; k < place.all->len; k++)
		dated += received_month(&g_array_index(place.all, struct known, k)) != MONTH_UNKNOWN;
	g_assert_cmpint(total, ==, dated);
	g_assert_cmpint(force, >, 100);
	/* The last months are still filling: 4 October less 45 days is in August. */
	g_assert_cmpuint(series->points[chart->n - 3].flags & POINT_FILLING, ==, POINT_FILLING);
	g_assert_cmpuint(series->points[chart->n - 4].flags & POINT_FILLING, ==, 0);
	check_points(&place, chart);
	place_remove(&place);
}

static void test_counts(void)
{
	struct place place;
	place_make(&place, 32, 900);
	for (int months = 0; months <= 12; months += 6) {
		g_autoptr(chart_t) districts = load(&place, METRIC_DISTRICTS, months, NULL, NULL);
		g_autoptr(chart_t) closing = load(&place, METRIC_CLOSE, months, NULL, NULL);
		check_points(&place, districts);
		check_points(&place, closing);
		/* Districts stand in the board's order. */
		g_assert_cmpstr(((struct series *) districts->series->pdata[0])->key, ==, "north");
		g_assert_cmpstr(((struct series *) districts->series->pdata[1])->key, ==, "south");
		if (months)
			g_assert_cmpuint(districts->n, ==, months);
	}
	g_autoptr(chart_t) ageing = load(&place, METRIC_AGEING, 24, NULL, NULL);
	check_points(&place, ageing);
	g_assert_cmpuint(ageing->n, ==, 5);         /* four buckets and those without a day */
	gint64 open = 0, sum = 0;
	for (guint k = 0; k < place.all->len; k++)
		open += g_array_index(place.all, struct known, k).record.open;
	for (unsigned i = 0; i < ageing->n; i++)
		sum += ((struct series *) ageing->series->pdata[0])->points[i].n;
	g_assert_cmpint(sum, ==, open);
	place_remove(&place);
}

static int by_int(const void *a, const void *b)
{
	return *(const int *) a - *(const int *) b;
}

static void test_close(void)
{
	struct place place;
	place_make(&place, 33, 900);
	g_autoptr(chart_t) chart = load(&place, METRIC_CLOSE, 0, NULL, NULL);
	const struct series *median = chart->series->pdata[0], *high = chart->series->pdata[1];
	for (unsigned i = 0; i < chart->n; i++) {
		g_autoptr(GArray) days = g_array_new(FALSE, FALSE, sizeof(int));
		for (guint k = 0; k < place.all->len; k++) {
			const struct case_record *record = &g_array_index(place.all, struct known, k).record;
			bool known = record->received != DAY_UNKNOWN && record->closed != DAY_UNKNOWN;
			int took = known ? record->closed - record->received : -1;
			if (!record->open && took >= 0 &&
					month_of_day(record->closed) == chart->first + (month_t) i)
				g_array_append_val(days, took);
		}
		g_array_sort(days, by_int);
		g_assert_cmpint(median->points[i].n, ==, days->len);
		g_assert_cmpint((median->points[i].flags & POINT_MISSING) != 0, ==, days->len == 0);
		g_assert_cmpint((median->points[i].flags & POINT_SMALL) != 0, ==, days->len > 0 && days->len < 5);
		if (!days->len)
			continue;
		g_assert_cmpfloat(median->points[i].value, ==, g_array_index(days, int, (days->len + 1) / 2 - 1));
		g_assert_cmpfloat(high->points[i].value, ==, g_array_index(days, int, (days->len * 9 + 9) / 10 - 1));
	}
	place_remove(&place);
}

/* --- findings --- */

/* What the two bodies' lists call sustained, and what is on the merits. */
static int merits(const char *body, const char *finding)
{
	g_autofree char *folded = finding ? text_fold(finding) : g_strdup("");
	static const char *const crb[] = { "sustained", "sustained finding", NULL }, *const council[] = { "sustained", "upheld", "justified", NULL };
	bool first = strcmp(body, "crb") == 0;
	if (g_strv_contains(first ? crb : council, folded))
		return 2;
	return strcmp(folded, "no basis") == 0 || strcmp(folded, first ? "unfounded" : "dismissed") == 0;
}

static void test_sustained(void)
{
	struct place place;
	place_make(&place, 34, 900);
	g_autoptr(chart_t) chart = load(&place, METRIC_SUSTAINED, 24, NULL, NULL);
	const struct series *series = chart->series->pdata[0];
	gint64 whole_n = 0, whole_d = 0;
	g_assert_cmpuint(chart->n, ==, 24);
	for (unsigned i = 0; i < chart->n; i++) {
		const struct point *point = &series->points[i];
		gint64 n = 0, d = 0, cases = 0;
		for (guint k = 0; k < place.all->len; k++) {
			const struct known *known = &g_array_index(place.all, struct known, k);
			bool behind = false;
			for (guint a = 0; received_month(known) == chart->first + (month_t) i && a < known->allegations->len; a++) {
				int what = merits(known->record.body, ((struct allegation_record *) known->allegations->pdata[a])->finding[STAGE_BOARD]);
				d += what > 0;
				n += what == 2;
				behind |= what == 2;
			}
			cases += behind;
		}
		g_assert_cmpint(point->n, ==, n);
		g_assert_cmpint(point->d, ==, d);
		g_assert_cmpfloat_with_epsilon(point->value, (double) n / (double) d, 1e-12);
		g_autofree char *filter = chart_point_filter(chart, 0, i);
		g_assert_cmpint(listed(&place, filter), ==, cases);
		bool filling = point->flags & POINT_FILLING;
		g_assert_cmpint(isnan(point->upper), ==, filling);
		g_assert_cmpint(filling, ==, i >= 21);
		if (!filling) {
			whole_n += n;
			whole_d += d;
		}
	}
	g_assert_cmpfloat_with_epsilon(chart->centre, (double) whole_n / (double) whole_d, 1e-12);
	for (unsigned i = 0; i < 21; i++) {
		double sigma = sqrt(chart->centre * (1 - chart->centre) / (double) series->points[i].d);
		g_assert_cmpfloat_with_epsilon(series->points[i].upper, MIN(1, chart->centre + 3 * sigma), 1e-9);
	}
	place_remove(&place);
}

/* The cases behind a point have an allegation with this finding at this stage; the point counts the allegations. */
static void check_stage(struct place *place, const struct chart *chart, unsigned s, unsigned i, const char *body)
{
	const struct series *series = chart->series->pdata[s];
	enum stage stage = s == 0 ? STAGE_INVESTIGATOR : s == 1 ? STAGE_BOARD : STAGE_CHIEF;
	gint64 cases = 0, said = 0;
	for (guint k = 0; k < place->all->len; k++) {
		const struct known *known = &g_array_index(place->all, struct known, k);
		gint64 before = said;
		for (guint a = 0; strcmp(known->record.body, body) == 0 && a < known->allegations->len; a++) {
			const char *word = ((struct allegation_record *) known->allegations->pdata[a])->finding[stage];
			g_autofree char *folded = word ? text_fold(word) : g_strdup("");
			const char *key = chart->category_keys[i];
			bool sustained = merits(body, folded) == 2, dismissed = merits(body, folded) == 1;
			if (strcmp(key, "sustained") == 0 ? sustained : strcmp(key, "unfounded") == 0 || strcmp(key, "dismissed") == 0 ? dismissed :
					strcmp(key, "pending") == 0 ? g_str_has_suffix(folded, "pending") : strcmp(key, folded) == 0)
				said++;
		}
		cases += said > before;
	}
	g_autofree char *filter = chart_point_filter(chart, s, i);
	if (strcmp(body, "council") == 0 && strcmp(chart->category_keys[i], "unfounded") == 0)
		return;      /* no term of the council's list: counted as the plain word */
	if (strcmp(body, "crb") == 0 && strcmp(chart->category_keys[i], "dismissed") == 0)
		return;
	g_assert_cmpint(series->points[i].n, ==, said);
	g_assert_cmpint(listed(place, filter), ==, cases);
}

static void test_stages(void)
{
	struct place place;
	place_make(&place, 35, 500);
	g_autoptr(chart_t) chart = load(&place, METRIC_STAGES, 24, NULL, NULL);
	g_assert_cmpuint(chart->series->len, ==, 3);       /* none of them has a final finding */
	gint64 counted = 0, given = 0, differ = 0;
	for (unsigned s = 0; s < chart->series->len; s++)
		for (unsigned i = 0; i < chart->n; i++)
			counted += ((struct series *) chart->series->pdata[s])->points[i].n;
	for (guint k = 0; k < place.all->len; k++) {
		const struct known *known = &g_array_index(place.all, struct known, k);
		for (guint a = 0; a < known->allegations->len; a++)
			for (int stage = 0; stage < STAGES; stage++)
				given += ((struct allegation_record *) known->allegations->pdata[a])->finding[stage] != NULL;
	}
	g_assert_cmpint(counted, ==, given);
	/* A word may mean one thing to one body and another to the next, so points are exact within a body. */
	for (guint b = 0; b < place.city.board->bodies->len; b++) {
		const struct body *body = place.city.board->bodies->pdata[b];
		g_autoptr(chart_t) own = load(&place, METRIC_STAGES, 24, NULL, body);
		g_assert_cmpuint(own->series->len, ==, 3);
		for (unsigned s = 0; s < own->series->len; s++)
			for (unsigned i = 0; i < own->n; i++)
				check_stage(&place, own, s, i, body->id);
	}
	g_assert_cmpint(listed(&place, "disagrees:yes"), >, 0);
	for (guint i = 0; i < chart->notes->len; i++)
		differ += strstr(chart->notes->pdata[i], "disagrees:yes") != NULL;
	g_assert_cmpint(differ, ==, 1);
	place_remove(&place);
}

/* --- filters and bodies --- */

static void test_filtered(void)
{
	struct place place;
	place_make(&place, 36, 900);
	static const char *const filters[] = { "district:north", "state:open", "received:2022 class:force", "finding.chief:sustained !state:open" };
	for (guint f = 0; f < G_N_ELEMENTS(filters); f++) {
		struct case_query *query = case_query_new(place.index);
		g_autoptr(filter_t) filter = filter_parse(filters[f], NULL, NULL);
		case_query_set(query, filter);
		city_finish_query(query);
		static const enum metric metrics[] = { METRIC_CASES, METRIC_AGEING, METRIC_CLOSE, METRIC_DISTRICTS };
		for (guint m = 0; m < G_N_ELEMENTS(metrics); m++) {
			g_autoptr(chart_t) chart = load(&place, metrics[m], 0, query, NULL);
			check_points(&place, chart);
		}
		g_autoptr(chart_t) share = load(&place, METRIC_SUSTAINED, 0, query, NULL);
		g_autoptr(chart_t) stages = load(&place, METRIC_STAGES, 0, query, NULL);
		for (unsigned i = 0; share->series->len && i < share->n; i++) {
			g_autofree char *point = chart_point_filter(share, 0, i);
			g_assert_cmpint(listed(&place, point), <=, ((struct series *) share->series->pdata[0])->points[i].n);
		}
		g_assert_cmpuint(stages->n, >, 0);
		case_query_free(query);
	}
	place_remove(&place);
}

/* An unfiltered chart from the rollups and the same from the index with an empty filter are equal, number for number. */
static void test_same_way(void)
{
	struct place place;
	place_make(&place, 37, 800);
	struct case_query *query = case_query_new(place.index);
	g_autoptr(filter_t) filter = filter_parse("", NULL, NULL);
	case_query_set(query, filter);
	city_finish_query(query);
	const struct body *bodies[] = { NULL, board_body(place.city.board, "crb"), board_body(place.city.board, "council") };
	for (int metric = 0; metric < METRICS; metric++)
		for (guint b = 0; b < G_N_ELEMENTS(bodies); b++) {
			g_autoptr(chart_t) rolled = load(&place, metric, 24, NULL, bodies[b]), walked = load(&place, metric, 24, query, bodies[b]);
			g_test_message("%s body %u", rolled->id, b);
			g_assert_cmpint(rolled->first, ==, walked->first);
			g_assert_cmpuint(rolled->n, ==, walked->n);
			g_assert_cmpuint(rolled->series->len, ==, walked->series->len);
			for (unsigned s = 0; s < rolled->series->len; s++) {
				const struct series *one = rolled->series->pdata[s], *other = walked->series->pdata[s];
				g_assert_cmpstr(one->name, ==, other->name);
				for (unsigned i = 0; i < rolled->n; i++) {
					g_assert_cmpint(one->points[i].n, ==, other->points[i].n);
					g_assert_cmpint(one->points[i].d, ==, other->points[i].d);
					g_assert_cmpfloat(one->points[i].value, ==, other->points[i].value);
					g_assert_cmpuint(one->points[i].flags, ==, other->points[i].flags);
				}
			}
			if (metric == METRIC_CASES || metric == METRIC_AGEING || metric == METRIC_CLOSE || metric == METRIC_DISTRICTS)
				check_points(&place, rolled);
		}
	case_query_free(query);
	place_remove(&place);
}

/* Data that end long ago: the last months with data are shown and the note says so. */
static void test_old(void)
{
	struct place place;
	place_make(&place, 38, 300);
	struct trend_request request = { .metric = METRIC_CASES, .months = 12, .today = CITY_TODAY + 2000, .lang = "en" };
	GError *error = NULL;
	g_autoptr(chart_t) chart = trend_load(place.city.store, place.city.board, NULL, &request, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(chart->n, ==, 12);
	g_assert_cmpint(chart->first + 11, ==, month_of_day(CITY_TODAY));
	bool told = false;
	for (guint i = 0; i < chart->notes->len; i++)
		told |= g_str_has_prefix(chart->notes->pdata[i], "No newer data than Oct 2024");
	g_assert_true(told);
	g_assert_cmpuint(((struct series *) chart->series->pdata[0])->points[11].flags, ==, POINT_FILLING);
	place_remove(&place);
}

static void test_nothing(void)
{
	struct place place;
	place_make(&place, 39, 0);
	for (int metric = 0; metric < METRICS; metric++) {
		g_autoptr(chart_t) chart = load(&place, metric, 24, NULL, NULL);
		for (unsigned s = 0; s < chart->series->len; s++)
			for (unsigned i = 0; i < chart->n; i++)
				g_assert_cmpint(((struct series *) chart->series->pdata[s])->points[i].n, ==, 0);
		g_autofree char *words = chart_words(chart);
		g_assert_nonnull(words);
	}
	place_remove(&place);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/trend/cases", test_cases);
	g_test_add_func("/trend/counts", test_counts);
	g_test_add_func("/trend/close", test_close);
	g_test_add_func("/trend/sustained", test_sustained);
	g_test_add_func("/trend/stages", test_stages);
	g_test_add_func("/trend/filtered", test_filtered);
	g_test_add_func("/trend/same-way", test_same_way);
	g_test_add_func("/trend/old", test_old);
	g_test_add_func("/trend/nothing", test_nothing);
	return g_test_run();
}
