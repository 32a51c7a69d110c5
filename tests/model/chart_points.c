/*
 * Asks every point of every chart of a database for its cases: usage: chart_points FILE BOARD DAY
 * A point of cases must open exactly as many as it counts; a point of findings at least one and at most as many as it has.
 */
#include <stdio.h>
#include <string.h>
#include "config/config_file.h"
#include "model/case_list.h"
#include "model/trend.h"

static gint64 listed(struct case_list *list, const char *filter)
{
	GError *error = NULL;
	if (!case_list_set_filter(list, filter, NULL, &error)) {
		printf("%s: %s\n", filter, error->message);
		g_error_free(error);
		return -1;
	}
	while (!case_list_step(list, G_MAXINT, &error))
		if (error)
			return -1;
	return list->matched;
}

static int check_point(struct case_list *list, const struct chart *chart, unsigned s, unsigned i)
{
	const struct point *point = &((struct series *) chart->series->pdata[s])->points[i];
	bool findings = strcmp(chart->id, "sustained") == 0 || strcmp(chart->id, "stages") == 0;
	g_autofree char *filter = chart_point_filter(chart, s, i);
	gint64 cases = filter ? listed(list, filter) : -1;
	bool good = filter && (findings ? cases <= point->n && (cases > 0) == (point->n > 0) : cases == point->n);
	if (!good)
		printf("%s: %s gives %" G_GINT64_FORMAT " cases, the point says %" G_GINT64_FORMAT "\n", chart->id, filter ? filter : "no filter", cases, point->n);
	return !good;
}

static int check_chart(struct store *store, const struct board *board, struct case_list *list, enum metric metric, day_t today)
{
	struct trend_request request = { .metric = metric, .today = today };
	GError *error = NULL;
	g_autoptr(chart_t) chart = trend_load(store, board, NULL, &request, &error);
	int bad = 0, points = 0;
	if (!chart) {
		printf("%s: %s\n", metric_info(metric)->id, error->message);
		return 1;
	}
	for (unsigned s = 0; s < chart->series->len && metric != METRIC_FORCE; s++)
		for (unsigned i = 0; i < chart->n; i++, points++)
			bad += check_point(list, chart, s, i);
	printf("%s: %d points, %d wrong\n", chart->id, points, bad);
	return bad;
}

int main(int argc, char **argv)
{
	g_autoptr(GPtrArray) faults = faults_new();
	g_autoptr(board_t) board = argc == 4 ? board_file_load(argv[2], faults) : NULL;
	g_autoptr(store_t) store = board ? store_open(argv[1], STORE_READ, NULL) : NULL;
	if (!store) {
		fprintf(stderr, "usage: chart_points FILE BOARD DAY\n");
		return 2;
	}
	day_t today = day_parse_iso(argv[3]);
	struct case_index *index = case_index_new(store, board, today);
	struct case_list *list = case_list_new(index, store, board, NULL);
	int bad = 0;
	for (int metric = 0; metric < METRICS; metric++)
		bad += check_chart(store, board, list, metric, today);
	case_list_free(list);
	case_index_free(index);
	return bad > 0;
}
