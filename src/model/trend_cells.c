#include "model/trend_private.h"

/* --- from the rollups --- */

struct reading { trend_cell *cell; void *data; int body; };

static void take_rollup(gint32 month, gint64 key, gint64 count, void *data)
{
	struct reading *reading = data;
	if (count)
		reading->cell(month, key, reading->body, count, reading->data);
}

static bool read_rollup(struct trend *trend, enum rollup_cube cube, int body, trend_cell *cell, void *data)
{
	struct reading reading = { cell, data, body };
	return rollup_store_read(trend->store, cube, body, G_MININT32, G_MAXINT32, take_rollup, &reading, &trend->error);
}

static bool read_bodies(struct trend *trend, enum rollup_cube cube, trend_cell *cell, void *data)
{
	int limit = word_store_limit(trend->store);
	for (int word = 1; word < limit; word++)
		if (word_store_list(trend->store, word) == WORDS_BODY && !read_rollup(trend, cube, word, cell, data))
			return false;
	return true;
}

/* --- from the index, for the rows a query chose --- */

struct walk {
	struct store *store;
	const struct case_table *table;
	const guint64 *bits;
	int body;
	trend_cell *cell;
	void *data;
};

static void walk_class(const struct walk *walk, guint32 row, enum case_word word)
{
	day_t received = walk->table->day[CASE_RECEIVED][row];
	walk->cell(received == DAY_UNKNOWN ? MONTH_UNKNOWN : month_of_day(received), walk->table->word[word][row],
		walk->table->word[CASE_BODY][row], 1, walk->data);
}

static void walk_closed(const struct walk *walk, guint32 row)
{
	day_t received = walk->table->day[CASE_RECEIVED][row], closed = walk->table->day[CASE_CLOSED][row];
	if (!walk->table->open[row] && received != DAY_UNKNOWN && closed != DAY_UNKNOWN)
		walk->cell(month_of_day(closed), (gint64) closed - received, walk->table->word[CASE_BODY][row], 1, walk->data);
}

static void walk_row(const struct walk *walk, enum rollup_cube cube, guint32 row)
{
	switch (cube) {
	case CUBE_CLASS: walk_class(walk, row, CASE_CLASS); break;
	case CUBE_DISTRICT: walk_class(walk, row, CASE_DISTRICT); break;
	case CUBE_CLOSE_DAYS: walk_closed(walk, row); break;
	default:
		if (walk->table->open[row])
			walk->cell(walk->table->day[CASE_RECEIVED][row], 0, walk->table->word[CASE_BODY][row], 1, walk->data);
	}
}

static void walk_cases(const struct walk *walk, enum rollup_cube cube)
{
	const int *body = walk->table->word[CASE_BODY];
	for (guint32 w = 0; w <= walk->table->n / 64; w++)
		for (guint64 bits = walk->bits[w]; bits; bits &= bits - 1) {
			guint32 row = w * 64 + (guint32) __builtin_ctzll(bits);
			if (!walk->body || body[row] == walk->body)
				walk_row(walk, cube, row);
		}
}

/* Findings are counted here first: a chart takes few cells, not a million single ones. */
struct finding_counts {
	GHashTable *cells;            /* body and month -> counts by slot and stage */
	int body; month_t month;      /* of the counts last used */
	gint64 *counts;
	int *slot, *word;             /* findings are few among all words: each has a slot from 1 */
	guint slots;
};

static void give_slots(struct finding_counts *found, const struct walk *walk)
{
	int limit = walk->table->word_limit + 1;
	found->slot = g_new0(int, limit);
	found->word = g_new0(int, limit);
	for (int word = 1; word < MIN(limit, word_store_limit(walk->store)); word++)
		if (word_store_list(walk->store, word) == WORDS_FINDING) {
			found->slot[word] = (int) found->slots;
			found->word[found->slots++] = word;
		}
}

static gint64 *counts_for(struct finding_counts *found, int body, month_t month)
{
	if (found->counts && body == found->body && month == found->month)
		return found->counts;
	gint64 key = (gint64) body << 32 | (guint32) month;
	found->counts = g_hash_table_lookup(found->cells, &key);
	if (!found->counts) {
		found->counts = g_new0(gint64, (gsize) found->slots * STAGES);
		g_hash_table_insert(found->cells, g_memdup2(&key, sizeof key), found->counts);
	}
	found->body = body;
	found->month = month;
	return found->counts;
}

static void tell_findings(const struct walk *walk, struct finding_counts *found)
{
	GHashTableIter iter;
	gpointer key, counts;
	g_hash_table_iter_init(&iter, found->cells);
	while (g_hash_table_iter_next(&iter, &key, &counts))
		for (guint i = STAGES; i < found->slots * STAGES; i++)      /* slot 0: no finding at that stage */
			if (((gint64 *) counts)[i])
				walk->cell((month_t) (guint32) *(gint64 *) key, (gint64) found->word[i / STAGES] * STAGES + i % STAGES,
					(int) (*(gint64 *) key >> 32), ((gint64 *) counts)[i], walk->data);
}

static void walk_findings(const struct walk *walk)
{
	const struct case_table *table = walk->table;
	struct finding_counts found = { .slots = 1 };
	give_slots(&found, walk);
	found.cells = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	for (guint32 i = 0; i < table->said; i++) {
		guint32 row = table->said_case[i];
		int body = table->word[CASE_BODY][row];
		if (!(walk->bits[row / 64] >> (row % 64) & 1) || (walk->body && body != walk->body))
			continue;
		day_t received = table->day[CASE_RECEIVED][row];
		gint64 *counts = counts_for(&found, body, received == DAY_UNKNOWN ? MONTH_UNKNOWN : month_of_day(received));
		for (int stage = 0; stage < STAGES; stage++)
			counts[found.slot[table->said_word[SAID_FINDING + stage][i]] * STAGES + stage]++;
	}
	tell_findings(walk, &found);
	g_hash_table_unref(found.cells);
	g_free(found.slot);
	g_free(found.word);
}

bool trend_cells(struct trend *trend, enum rollup_cube cube, bool by_body, trend_cell *cell, void *data)
{
	const struct case_query *query = trend->request->query;
	if (trend->body < 0)
		return true;
	if (!query || cube == CUBE_FORCE)
		return by_body && !trend->body ? read_bodies(trend, cube, cell, data) : read_rollup(trend, cube, trend->body, cell, data);
	struct walk walk = { trend->store, case_query_table(query), case_query_bits(query), trend->body, cell, data };
	if (cube == CUBE_FINDING)
		walk_findings(&walk);
	else
		walk_cases(&walk, cube);
	return true;
}

/* --- counts by month and group --- */

void tally_init(struct tally *tally)
{
	*tally = (struct tally) { .first = MONTH_UNKNOWN, .last = MONTH_UNKNOWN };
	tally->months = g_ptr_array_new_with_free_func(g_free);
	tally->total = g_array_new(FALSE, TRUE, sizeof(gint64));
}

void tally_clear(struct tally *tally)
{
	g_ptr_array_unref(tally->months);
	g_array_unref(tally->total);
}

void tally_add(struct tally *tally, int group, gint32 month, gint64 count)
{
	gint64 at = (gint64) month - TALLY_FIRST;
	if (at < 0 || at >= TALLY_MONTHS) {
		tally->unknown += count;
		return;
	}
	if ((guint) group >= tally->months->len) {
		g_ptr_array_set_size(tally->months, group + 1);
		g_array_set_size(tally->total, (guint) group + 1);
	}
	gint64 *months = tally->months->pdata[group];
	if (!months)
		months = tally->months->pdata[group] = g_new0(gint64, TALLY_MONTHS);
	months[at] += count;
	g_array_index(tally->total, gint64, group) += count;
	if (tally->first == MONTH_UNKNOWN || month < tally->first)
		tally->first = month;
	if (tally->last == MONTH_UNKNOWN || month > tally->last)
		tally->last = month;
}

gint64 tally_get(const struct tally *tally, int group, month_t month)
{
	gint64 at = (gint64) month - TALLY_FIRST;
	const gint64 *months = (guint) group < tally->months->len ? tally->months->pdata[group] : NULL;
	return months && at >= 0 && at < TALLY_MONTHS ? months[at] : 0;
}

gint64 tally_total(const struct tally *tally, int group)
{
	return (guint) group < tally->total->len ? g_array_index(tally->total, gint64, group) : 0;
}
