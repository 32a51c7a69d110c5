#include "store/store_private.h"

/* One cell and what the open transaction adds to it. */
struct cell { int cube, body; gint32 month; gint64 key, delta; };

static guint cell_hash(gconstpointer p)
{
	const struct cell *cell = p;
	guint64 h = ((guint64) (guint32) cell->month << 32 | (guint32) cell->key) ^ (guint64) cell->cube << 27 ^ (guint64) cell->body << 57;

	h *= G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
	return (guint) (h >> 32);
}

static gboolean cell_equal(gconstpointer a, gconstpointer b)
{
	const struct cell *x = a, *y = b;

	return x->month == y->month && x->key == y->key && x->cube == y->cube && x->body == y->body;
}

bool rollup_store_add(struct store *store, enum rollup_cube cube, int body, gint32 month, gint64 key, gint64 delta, GError **error)
{
	struct cell wanted = { .cube = cube, .body = body, .month = month, .key = key }, *cell;

	if (!store_must_write(store, error))
		return false;
	if (!store->cells)
		store->cells = g_hash_table_new_full(cell_hash, cell_equal, g_free, NULL);
	cell = g_hash_table_lookup(store->cells, &wanted);
	if (!cell) {
		cell = g_memdup2(&wanted, sizeof wanted);
		g_hash_table_add(store->cells, cell);
	}
	cell->delta += delta;
	return true;
}

static bool write_cell(struct store *store, const struct cell *cell, int body, GError **error)
{
	g_autoptr(running_t) add = statement_start(store, SQL_ROLLUP_ADD);

	bind_int(add, 1, cell->cube);
	bind_int(add, 2, body);
	bind_int(add, 3, cell->month);
	bind_int(add, 4, cell->key);
	bind_int(add, 5, cell->delta);
	return statement_run(store, add, NULL, error);
}

/* Every cell is kept for its body and, under body 0, for all of them. */
bool rollup_store_flush(struct store *store, GError **error)
{
	GHashTableIter iter;
	gpointer at;

	if (!store->cells)
		return true;
	g_hash_table_iter_init(&iter, store->cells);
	while (g_hash_table_iter_next(&iter, &at, NULL)) {
		const struct cell *cell = at;
		if (cell->delta && ((cell->body && !write_cell(store, cell, cell->body, error)) || !write_cell(store, cell, 0, error)))
			return false;
	}
	rollup_store_forget(store);
	return true;
}

void rollup_store_forget(struct store *store)
{
	if (store->cells)
		g_hash_table_remove_all(store->cells);
}

bool rollup_store_read(struct store *store, enum rollup_cube cube, int body, gint32 from, gint32 to, rollup_row *row, void *data, GError **error)
{
	g_autoptr(running_t) cell = NULL;
	int rc;

	if (!rollup_store_flush(store, error))
		return false;
	cell = statement_start(store, SQL_ROLLUP_READ);
	bind_int(cell, 1, cube);
	bind_int(cell, 2, body);
	bind_int(cell, 3, from);
	bind_int(cell, 4, to);
	while ((rc = statement_step(store, cell, error)) > 0)
		row(sqlite3_column_int(cell, 0), sqlite3_column_int64(cell, 1), sqlite3_column_int64(cell, 2), data);
	return rc == 0;
}

static bool sum_before(struct store *store, enum rollup_cube cube, int body, gint32 before, gint64 *sum, GError **error)
{
	g_autoptr(running_t) cell = statement_start(store, SQL_ROLLUP_BEFORE);

	bind_int(cell, 1, cube);
	bind_int(cell, 2, body);
	bind_int(cell, 3, DAY_UNKNOWN);
	bind_int(cell, 4, before);
	if (statement_step(store, cell, error) < 0)
		return false;
	*sum = sqlite3_column_int64(cell, 0);
	return true;
}

static void take_count(gint32 month, gint64 key, gint64 count, void *data)
{
	gint64 *counts = data;

	(void) month;
	if (key == 0 || key == 1)
		counts[key] = count;
}

bool case_store_counts(struct store *store, int body, day_t today, gint64 *all, gint64 *open, gint64 *overdue, GError **error)
{
	gint64 counts[2] = { 0, 0 };

	if (!rollup_store_read(store, CUBE_COUNT, body, 0, 0, take_count, counts, error))
		return false;
	if (overdue && !sum_before(store, CUBE_DUE_DAY, body, today, overdue, error))
		return false;
	if (all)
		*all = counts[0];
	if (open)
		*open = counts[1];
	return true;
}

bool case_facts_count(struct store *store, const struct case_facts *facts, gint64 delta, GError **error)
{
	int body = facts->body;
	month_t received = facts->received == DAY_UNKNOWN ? MONTH_UNKNOWN : month_of_day(facts->received);
	bool timed = !facts->open && facts->closed != DAY_UNKNOWN && facts->received != DAY_UNKNOWN;

	return rollup_store_add(store, CUBE_CLASS, body, received, facts->class, delta, error)
		&& rollup_store_add(store, CUBE_DISTRICT, body, received, facts->district, delta, error)
		&& rollup_store_add(store, CUBE_STATE, body, 0, facts->state, delta, error)
		&& rollup_store_add(store, CUBE_COUNT, body, 0, 0, delta, error)
		&& (!timed || rollup_store_add(store, CUBE_CLOSE_DAYS, body, month_of_day(facts->closed),
			(gint64) facts->closed - facts->received, delta, error))
		&& (!facts->open || (rollup_store_add(store, CUBE_COUNT, body, 0, 1, delta, error)
			&& rollup_store_add(store, CUBE_OPEN_DAY, body, facts->received, 0, delta, error)
			&& rollup_store_add(store, CUBE_DUE_DAY, body, facts->due, 0, delta, error)));
}

bool finding_count(struct store *store, const struct case_key *key, const int finding[STAGES], gint64 delta, GError **error)
{
	for (int stage = 0; stage < STAGES; stage++)
		if (finding[stage] && !rollup_store_add(store, CUBE_FINDING, key->body, key->received, (gint64) finding[stage] * 4 + stage, delta, error))
			return false;
	return true;
}

bool force_count(struct store *store, int body, day_t occurred, int type, gint64 delta, GError **error)
{
	return rollup_store_add(store, CUBE_FORCE, body, occurred == DAY_UNKNOWN ? MONTH_UNKNOWN : month_of_day(occurred), type, delta, error);
}

struct rebuild { struct store *store; GError *error; };

static void count_case(const struct case_facts *facts, const char *number, void *data)
{
	struct rebuild *rebuild = data;

	(void) number;
	if (!rebuild->error)
		case_facts_count(rebuild->store, facts, 1, &rebuild->error);
}

static bool count_cases(struct store *store, GError **error)
{
	struct rebuild rebuild = { store, NULL };

	if (case_store_scan(store, 0, G_MAXINT, count_case, &rebuild, error) < 0)
		return false;
	if (rebuild.error)
		g_propagate_error(error, rebuild.error);
	return rebuild.error == NULL;
}

static bool count_findings(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_FINDING_CELLS);
	int rc;

	while ((rc = statement_step(store, row, error)) > 0) {
		struct case_key key;
		int finding[STAGES];
		for (int stage = 0; stage < STAGES; stage++)
			finding[stage] = sqlite3_column_int(row, 1 + stage);
		if (!case_key_get(store, sqlite3_column_int64(row, 0), &key, error) || !finding_count(store, &key, finding, 1, error))
			return false;
	}
	return rc == 0;
}

static bool count_forces(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_FORCE_CELLS);
	int rc;

	while ((rc = statement_step(store, row, error)) > 0)
		if (!force_count(store, sqlite3_column_int(row, 0), column_day(row, 1), sqlite3_column_int(row, 2), 1, error))
			return false;
	return rc == 0;
}

static bool clear_cells(struct store *store, GError **error)
{
	g_autoptr(running_t) clear = statement_start(store, SQL_ROLLUP_CLEAR);

	rollup_store_forget(store);
	return statement_run(store, clear, NULL, error);
}

bool rollup_store_rebuild(struct store *store, GError **error)
{
	if (!store_must_write(store, error) || !clear_cells(store, error))
		return false;
	store_touch(store, TOPIC_CASES);
	store_touch(store, TOPIC_FORCE);
	return count_cases(store, error) && count_findings(store, error) && count_forces(store, error) && rollup_store_flush(store, error);
}
