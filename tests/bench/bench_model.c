/*
 * Times the models by themselves, without a screen, each sample as "METRIC VALUE": usage: bench_model FILE BOARD ROUNDS
 *   open.ms overview.ms       from opening the file to the loaded overview
 *   index.ms                  all cases into memory
 *   metric.ms                 cases by month and class over everything
 *   filtered.ms               the same chart of one district
 *   filter.ms                 each keystroke of a filter typed: complete answer, count and first page
 */
#include <stdio.h>
#include <stdlib.h>
#include "config/config_file.h"
#include "model/case_list.h"
#include "model/overview.h"
#include "model/trend.h"

#define SLICE 5000          /* microseconds */
#define PATIENCE 1000000    /* no keystroke is waited for any longer: it has missed by far */

static void check(bool good, GError *error)
{
	if (good)
		return;
	fprintf(stderr, "bench_model: %s\n", error ? error->message : "failed");
	exit(1);
}

static gint64 report(const char *metric, gint64 since)
{
	printf("%s.ms %.3f\n", metric, (double) (g_get_monotonic_time() - since) / 1e3);
	return g_get_monotonic_time();
}

static void load_index(struct case_index *index)
{
	GError *error = NULL;
	gint64 begun = g_get_monotonic_time();

	while (!case_index_complete(index))
		check(case_index_step(index, SLICE, &error) || !error, error);
	report("index", begun);
}

static void run_query(struct case_query *query, const char *text)
{
	GError *error = NULL;
	g_autoptr(filter_t) filter = filter_parse(text, NULL, &error);

	check(filter != NULL, error);
	case_query_set(query, filter);
	while (!case_query_step(query, SLICE, &error))
		check(!error, error);
}

static void load_trend(struct store *store, const struct board *board, struct case_index *index, struct case_query *query, day_t today)
{
	GError *error = NULL;
	const struct trend_request request = { .metric = METRIC_CASES, .today = today, .query = query };
	g_autoptr(chart_t) chart = trend_load(store, board, index, &request, &error);

	check(chart != NULL, error);
}

static void type_filter(struct case_list *list, const char *whole)
{
	GError *error = NULL;

	for (size_t n = 1; n <= strlen(whole); n++) {
		g_autofree char *text = g_strndup(whole, n);
		gint64 begun = g_get_monotonic_time();

		/* A word that is not finished may be a mistake: the old answer stays, which is an answer too. */
		if (case_list_set_filter(list, text, NULL, NULL)) {
			while (!case_list_step(list, SLICE, &error) && g_get_monotonic_time() < begun + PATIENCE)
				check(!error, error);
			check(case_list_load_page(list, 0, 40, &error), error);
		}
		report("filter", begun);
	}
	case_list_set_filter(list, "", NULL, NULL);
}

/* As in the program while no key waits. */
static bool no_hurry(void *data)
{
	(void) data;
	return false;
}

static void run_round(const char *path, const struct board *board, day_t today)
{
	GError *error = NULL;
	gint64 begun = g_get_monotonic_time();
	g_autoptr(store_t) store = store_open(path, STORE_READ, &error);

	check(store != NULL, error);
	report("open", begun);
	struct overview *overview = overview_load(store, board, NULL, today, (instant_t) today * 86400 + 64800, &error);
	check(overview != NULL, error);
	report("overview", begun);
	overview_free(overview);

	struct case_index *index = case_index_new(store, board, today);
	case_index_set_hurry(index, no_hurry, NULL);
	load_index(index);
	struct case_query *query = case_query_new(index);
	begun = g_get_monotonic_time();
	load_trend(store, board, NULL, NULL, today);
	begun = report("metric", begun);
	run_query(query, "district:north");
	load_trend(store, board, index, query, today);
	report("filtered", begun);

	struct case_list *list = case_list_new(index, store, board, NULL);
	type_filter(list, "district:north class:force age:>30");
	type_filter(list, "camera stop");
	case_list_free(list);
	case_query_free(query);
	case_index_free(index);
}

int main(int argc, char **argv)
{
	g_autoptr(GPtrArray) faults = faults_new();
	g_autoptr(board_t) board = argc == 4 ? board_file_load(argv[2], faults) : NULL;

	if (!board) {
		fprintf(stderr, "usage: bench_model FILE BOARD ROUNDS\n");
		return 2;
	}
	for (int i = 0; i < atoi(argv[3]); i++)
		run_round(argv[1], board, day_from_civil(2024, 12, 16));
	return 0;
}
