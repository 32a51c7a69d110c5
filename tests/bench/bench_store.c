/*
 * Times the store by itself: bench_store FILE CASES makes a database of invented cases in bulk and prints how long each part
 * took, then how long opening, counting and scanning it take. Not part of make check.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include "store/case_store.h"
#include "store/raw_store.h"
#include "store/rollup_store.h"

static const char *const syllables[] = { "ba", "ce", "di", "fo", "gu", "ha", "li", "mo", "ne", "pu", "ra", "si", "to", "ve", "wa", "zi" };
static const char *const classes[] = { "Force", "Conduct", "Search", "Procedure", "Demeanor", "Property", "Arrest", "Service" };
static const char *const findings[] = { "Sustained", "Not sustained", "Exonerated", "Unfounded", "Pending" };

static double now(void)
{
	return g_get_monotonic_time() / 1e6;
}

static void check(bool good, GError *error)
{
	if (good && !error)
		return;
	fprintf(stderr, "bench_store: %s\n", error ? error->message : "failed");
	exit(1);
}

/* A word of a vocabulary of about 20,000, the low numbers far more often. */
static void append_word(GString *text, GRand *random)
{
	double u = g_rand_double(random);
	unsigned n = (unsigned) (u * u * u * 20000);

	for (int i = 0; i < 2 + (n > 256) + (n > 4096); i++, n >>= 4)
		g_string_append(text, syllables[n & 15]);
}

static void narrative(GString *text, GRand *random)
{
	g_string_truncate(text, 0);
	for (int i = 0; i < 18; i++) {
		if (i)
			g_string_append_c(text, ' ');
		append_word(text, random);
	}
}

static id_t64 add_raw(struct store *store, id_t64 source, gint64 row, const char *number, const char *summary)
{
	const char *field[] = { number, "2024-05-16", "2024-05-10", "", "District 7", "Web", "Complaint", summary };
	size_t length[G_N_ELEMENTS(field)];
	id_t64 id = 0;
	GError *error = NULL;

	for (unsigned i = 0; i < G_N_ELEMENTS(field); i++)
		length[i] = strlen(field[i]);
	check(raw_store_add(store, source, row, field, length, G_N_ELEMENTS(field), raw_hash(field, length, G_N_ELEMENTS(field)), &id, &error), error);
	return id;
}

static void add_allegations(struct store *store, id_t64 source, gint64 i, const struct case_record *record, GRand *random)
{
	int n = g_rand_int_range(random, 0, 5) == 0 ? 4 : 1;
	GError *error = NULL;

	for (int k = 0; k < n; k++) {
		char officer[16], detail[32];
		struct allegation_record allegation = {
			.case_id = record->id, .class = (char *) classes[g_rand_int(random) & 7], .detail = detail,
			.finding = { (char *) findings[g_rand_int(random) % 5], (char *) findings[g_rand_int(random) % 5], NULL, NULL },
			.officer = { .role = "officer", .ref = officer, .race = "White", .sex = "M", .age = -1 },
		};
		g_snprintf(officer, sizeof officer, "%d", g_rand_int_range(random, 1000, 13000));
		g_snprintf(detail, sizeof detail, "Detail number %d", g_rand_int_range(random, 0, 60));
		allegation.raw = add_raw(store, source, i * 4 + k, record->number, detail);
		check(case_store_add_allegation(store, &allegation, &error), error);
	}
}

static void add_case(struct store *store, id_t64 source, gint64 i, GString *text, GRand *random)
{
	char number[32], district[16];
	GError *error = NULL;
	day_t received = 12000 + (day_t) (i / 137);
	bool open = g_rand_int_range(random, 0, 10) == 0;
	struct case_record record = {
		.number = number, .body = "crb", .kind = "complaint", .district = district, .channel = "web", .source = "public",
		.privacy = "public", .state = open ? "review" : "closed", .class = (char *) classes[g_rand_int(random) & 7],
		.received = received, .occurred = received - 3, .closed = open ? DAY_UNKNOWN : received + g_rand_int_range(random, 10, 400),
		.due = received + 180, .open = open,
	};

	narrative(text, random);
	g_snprintf(number, sizeof number, "C-%d-%07d", 2000 + (int) (i / 50000), (int) i);
	g_snprintf(district, sizeof district, "District %d", g_rand_int_range(random, 1, 26));
	record.summary = text->str;
	record.raw = add_raw(store, source, i, number, text->str);
	check(case_store_insert(store, &record, &error), error);
	add_allegations(store, source, i, &record, random);
}

static void make(const char *path, gint64 cases)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(GRand) random = g_rand_new_with_seed(20240516);
	g_autoptr(GString) text = g_string_new(NULL);
	struct source_record source = { .name = "bench.csv", .sha256 = "0", .map = "bench", .headings = (char *[]) { "a", "b", NULL } };
	double start, rows, indexes, end;

	g_remove(path);
	store = store_open(path, STORE_CREATE, &error);
	check(store != NULL, error);
	start = now();
	check(store_begin(store, &error) && case_store_bulk_begin(store, &error) && raw_store_add_source(store, &source, &error), error);
	for (gint64 i = 0; i < cases; i++)
		add_case(store, source.id, i, text, random);
	rows = now();
	check(case_store_bulk_end(store, &error), error);
	indexes = now();
	check(store_commit(store, &error), error);
	end = now();
	printf("rows %.2f s, indexes and search %.2f s, commit %.2f s, all %.2f s\n", rows - start, indexes - rows, end - indexes, end - start);
	g_clear_pointer(&store, store_free);
	printf("close %.2f s\n", now() - end);
}

static void count_case(const struct case_facts *facts, const char *number, void *data)
{
	(void) number;
	*(gint64 *) data += facts->class;
}

static void count_allegation(const struct allegation_facts *facts, void *data)
{
	*(gint64 *) data += facts->class;
}

static bool count_id(id_t64 id, void *data)
{
	(void) id;
	++*(gint64 *) data;
	return true;
}

static bool first_id(id_t64 id, void *data)
{
	*(gint64 *) data = id;
	return false;
}

static bool first_200(const struct case_facts *facts, void *data)
{
	(void) facts;
	return ++*(gint64 *) data < 200;
}

static void count_cell(gint32 month, gint64 key, gint64 count, void *data)
{
	(void) month;
	(void) key;
	*(gint64 *) data += count;
}

static void told(const char *what, double start, gint64 n)
{
	printf("%-34s %9.3f ms  (%" G_GINT64_FORMAT ")\n", what, (now() - start) * 1e3, n);
}

static void search(struct store *store, const char *word)
{
	const char *words[] = { word, NULL };
	g_autofree char *what = g_strdup_printf("search %s", word);
	GError *error = NULL;
	double start = now();
	gint64 n = 0;

	check(case_store_search(store, words, false, 0, count_id, &n, &error), error);
	told(what, start, n);
	start = now();
	n = 0;
	check(case_store_search(store, words, false, 500000, first_id, &n, &error), error);
	told("  first after 500,000", start, n);
}

static void read_all(const char *path)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	double start = now();
	gint64 all = 0, open = 0, overdue = 0, n = 0;

	store = store_open(path, STORE_WRITE, &error);
	check(store != NULL, error);
	told("open", start, 0);
	start = now();
	check(case_store_counts(store, 0, 19000, &all, &open, &overdue, &error), error);
	told("counts", start, overdue);
	start = now();
	check(case_store_open_by_due(store, 0, first_200, &n, &error), error);
	told("first 200 open", start, n);
	n = 0;
	start = now();
	check(rollup_store_read(store, CUBE_CLASS, 0, G_MININT32, G_MAXINT32, count_cell, &n, &error), error);
	told("rollup by class", start, n);
	n = 0;
	start = now();
	check(case_store_scan(store, 0, G_MAXINT, count_case, &n, &error) >= 0, error);
	told("scan of cases", start, all);
	n = 0;
	start = now();
	check(case_store_scan_allegations(store, 0, G_MAXINT, count_allegation, &n, &error) >= 0, error);
	told("scan of allegations", start, n);
	search(store, "b");
	search(store, "ba");
	search(store, "bace");
	search(store, "bacedi");
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fprintf(stderr, "usage: bench_store FILE [CASES]\n");
		return 2;
	}
	if (argc > 2)
		make(argv[1], atoll(argv[2]));
	read_all(argv[1]);
	read_all(argv[1]);
	return 0;
}
