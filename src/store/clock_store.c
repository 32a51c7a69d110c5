#include "store/clock_store.h"
#include "store/store_private.h"

bool clock_store_set(struct store *store, id_t64 case_id, const char *body, const struct case_clock *clocks, unsigned n, GError **error)
{
	if (!store_must_write(store, error))
		return false;
	g_autoptr(running_t) clear = statement_start(store, SQL_CLOCKS_CLEAR);
	bind_int(clear, 1, case_id);
	store_touch(store, TOPIC_CASES);
	if (!statement_run(store, clear, NULL, error))
		return false;
	for (unsigned i = 0; i < n; i++) {
		g_autoptr(running_t) insert = statement_start(store, SQL_CLOCK_INSERT);
		bind_int(insert, 1, case_id);
		bind_text(insert, 2, clocks[i].clock);
		bind_int(insert, 3, clocks[i].status);
		bind_int(insert, 4, clocks[i].started);
		bind_int(insert, 5, clocks[i].due);
		if (!bind_word(store, insert, 6, WORDS_BODY, body, error) || !statement_run(store, insert, NULL, error))
			return false;
	}
	return true;
}

bool clock_store_due(struct store *store, day_t before, bool (*row)(id_t64 case_id, const char *clock, int body, day_t due, void *data), void *data, GError **error)
{
	g_autoptr(running_t) due = statement_start(store, SQL_CLOCKS_DUE);
	int rc;

	bind_int(due, 1, before);
	while ((rc = statement_step(store, due, error)) > 0)
		if (!row(sqlite3_column_int64(due, 0), (const char *) sqlite3_column_text(due, 1), sqlite3_column_int(due, 2), sqlite3_column_int(due, 3), data))
			return true;
	return rc == 0;
}
