/*
 * The case list by itself, every step timed: usage: bench_filter FILE BOARD
 * In processor time. For each filter: the median and the longest keystroke until count and first page stand, and how long the first page of the
 * whole filter takes when nothing is kept. Then sorts, End, a page, the position of a case, and each metric.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "base/error.h"
#include "config/config_file.h"
#include "model/case_list.h"
#include "model/overview.h"
#include "model/trend.h"

#define SLICE 5000          /* microseconds between looks at the keys */
#define ROWS 40
#define ROUNDS 2

struct bench { struct store *store; struct board *board; struct case_index *index; struct case_list *list; day_t today; };

static void check(bool good, GError *error)
{
	if (good)
		return;
	fprintf(stderr, "bench_filter: %s\n", error ? error->message : "failed");
	exit(1);
}

/* Processor time in microseconds: a busy machine does not count. */
static gint64 now(void)
{
	struct timespec at;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (gint64) at.tv_sec * 1000000 + at.tv_nsec / 1000;
}

static int by_time(const void *a, const void *b)
{
	double x = *(const double *) a, y = *(const double *) b;
	return x < y ? -1 : x > y;
}

static void report(const char *what, GArray *times, gint64 count)
{
	g_array_sort(times, by_time);
	printf("%-44s median %8.2f ms  longest %8.2f ms", what, g_array_index(times, double, times->len / 2),
		g_array_index(times, double, times->len - 1));
	if (count >= 0)
		printf("  %" G_GINT64_FORMAT " cases", count);
	putchar('\n');
	g_array_set_size(times, 0);
}

static void lap(GArray *times, gint64 since)
{
	double ms = (double) (now() - since) / 1e3;
	g_array_append_val(times, ms);
}

/* As in the program while no key waits. */
static bool no_hurry(void *data)
{
	(void) data;
	return false;
}

static void answer(struct bench *bench)
{
	GError *error = NULL;
	while (!case_list_step(bench->list, SLICE, &error))
		check(!error, error);
	check(case_list_load_page(bench->list, 0, ROWS, &error), error);
}

static void fresh_list(struct bench *bench)
{
	case_list_free(bench->list);
	bench->list = case_list_new(bench->index, bench->store, bench->board, NULL);
	answer(bench);
}

static void type(struct bench *bench, const char *text)
{
	g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
	for (int round = 0; round < ROUNDS; round++) {
		fresh_list(bench);
		for (size_t n = 1; text[n - 1]; n++) {
			g_autofree char *typed = g_strndup(text, n);
			gint64 begun = now();
			if (!case_list_set_filter(bench->list, typed, NULL, NULL))
				continue;
			answer(bench);
			lap(times, begun);
		}
	}
	report(text, times, bench->list->matched);
	for (int round = 0; round < ROUNDS; round++) {
		fresh_list(bench);
		gint64 begun = now();
		check(case_list_set_filter(bench->list, text, NULL, NULL), NULL);
		answer(bench);
		lap(times, begun);
	}
	report("  at once", times, -1);
}

static void sorts(struct bench *bench)
{
	g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
	fresh_list(bench);
	for (int field = 0; field < CASE_FIELDS; field++) {
		if (!case_field_info(field)->sortable)
			continue;
		for (int round = 0; round < ROUNDS; round++) {
			gint64 begun = now();
			case_list_set_sort(bench->list, field, round % 2);
			answer(bench);
			lap(times, begun);
		}
		g_autofree char *name = g_strdup_printf("sort by %s", case_field_info(field)->key);
		report(name, times, -1);
	}
}

static void moves(struct bench *bench)
{
	g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
	for (int round = 0; round < ROUNDS; round++) {
		gint64 begun = now();
		case_list_load_page(bench->list, bench->list->matched - ROWS, ROWS, NULL);
		lap(times, begun);
	}
	report("End: the last page", times, -1);
	for (int round = 0; round < ROUNDS; round++) {
		id_t64 id = case_list_id(bench->list, bench->list->matched - 1 - round);
		gint64 begun = now();
		check(case_list_position(bench->list, id) == bench->list->matched - 1 - round, NULL);
		lap(times, begun);
	}
	report("the place of a case far down", times, -1);
}

static void metrics(struct bench *bench, const char *text)
{
	g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
	for (int metric = 0; metric < METRICS; metric++) {
		for (int round = 0; round < ROUNDS; round++) {
			struct case_query *query = text ? case_query_new(bench->index) : NULL;
			struct trend_request request = { .metric = metric, .months = 24, .today = bench->today, .query = query };
			GError *error = NULL;
			gint64 begun = now();
			if (query) {
				g_autoptr(filter_t) filter = filter_parse(text, NULL, NULL);
				case_query_set(query, filter);
				while (!case_query_step(query, SLICE, &error))
					check(!error, error);
			}
			chart_free(trend_load(bench->store, bench->board, query ? bench->index : NULL, &request, &error));
			check(!error, error);
			lap(times, begun);
			case_query_free(query);
		}
		g_autofree char *name = g_strdup_printf("metric %s%s%s", metric_info(metric)->id, text ? " of " : "", text ? text : "");
		report(name, times, -1);
	}
}

static void overviews(struct bench *bench)
{
	g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(double));
	for (int round = 0; round < ROUNDS; round++) {
		GError *error = NULL;
		gint64 begun = now();
		overview_free(overview_load(bench->store, bench->board, NULL, bench->today, (instant_t) bench->today * 86400, &error));
		check(!error, error);
		lap(times, begun);
	}
	report("overview", times, -1);
}

static void load_index(struct bench *bench)
{
	GError *error = NULL;
	gint64 begun = now(), usable = 0;
	bench->index = case_index_new(bench->store, bench->board, bench->today);
	case_index_set_hurry(bench->index, no_hurry, NULL);
	while (!case_index_step(bench->index, SLICE, &error)) {
		check(!error, error);
		if (!usable && case_index_usable(bench->index))
			usable = now();
	}
	printf("index of %u cases and %u allegations: usable after %.0f ms, complete after %.0f ms\n", case_index_size(bench->index),
		case_index_table(bench->index)->said, (double) (usable - begun) / 1e3, (double) (now() - begun) / 1e3);
}

int main(int argc, char **argv)
{
	static const char *const filters[] = {
		"state:open district:north force", "received:2018..2019 class:search", "class:force", "finding.board:sustained",
		"overdue:yes", "age:>180 !class:force", "camera stop", "takedown", "\"body camera\"", "disagrees:yes",
	};
	g_autoptr(GPtrArray) faults = faults_new();
	GError *error = NULL;
	struct bench bench = { .today = day_from_civil(2026, 11, 23) };
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (argc != 3 || !(bench.board = board_file_load(argv[2], faults))) {
		fprintf(stderr, "usage: bench_filter FILE BOARD\n");
		return DAIS_ERROR_USAGE;
	}
	bench.store = store_open(argv[1], STORE_READ, &error);
	check(bench.store != NULL, error);
	overviews(&bench);
	load_index(&bench);
	for (guint i = 0; i < G_N_ELEMENTS(filters); i++)
		type(&bench, filters[i]);
	sorts(&bench);
	moves(&bench);
	metrics(&bench, NULL);
	metrics(&bench, "district:north");
	case_list_free(bench.list);
	case_index_free(bench.index);
	store_free(bench.store);
	board_free(bench.board);
	return 0;
}
