#include "store/store_private.h"

static const char *const statement_sql[STATEMENTS] = {
#define X(id, sql) [SQL_##id] = sql,
	STATEMENT_LIST(X)
#undef X
};

bool statement_prepare_all(struct store *store, GError **error)
{
	for (int i = 0; i < STATEMENTS; i++)
		if (sqlite3_prepare_v3(store->db, statement_sql[i], -1, SQLITE_PREPARE_PERSISTENT, &store->statement[i], NULL) != SQLITE_OK)
			return store_fail(store, error);
	return true;
}

void statement_finalize_all(struct store *store)
{
	for (int i = 0; i < STATEMENTS; i++)
		g_clear_pointer(&store->statement[i], sqlite3_finalize);
}

running_t *statement_start(struct store *store, enum statement id)
{
	g_assert(!sqlite3_stmt_busy(store->statement[id]));
	return store->statement[id];
}

void statement_stop(running_t *statement)
{
	sqlite3_reset(statement);
}

/* What is too long would be bound as NULL and be lost without a word. This is too long as well, and told by the step. */
static void bind_too_long(running_t *statement, int at)
{
	sqlite3_bind_zeroblob(statement, at, G_MAXINT);
}

void bind_text(running_t *statement, int at, const char *text)
{
	if (sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC) == SQLITE_TOOBIG)
		bind_too_long(statement, at);
}

void bind_bytes(running_t *statement, int at, const void *bytes, size_t length)
{
	if (sqlite3_bind_blob64(statement, at, bytes, length, SQLITE_STATIC) == SQLITE_TOOBIG)
		bind_too_long(statement, at);
}

void bind_int(running_t *statement, int at, gint64 value)
{
	sqlite3_bind_int64(statement, at, value);
}

void bind_id(running_t *statement, int at, gint64 id)
{
	if (id == 0)
		sqlite3_bind_null(statement, at);
	else
		sqlite3_bind_int64(statement, at, id);
}

void bind_day(running_t *statement, int at, day_t day)
{
	if (day == DAY_UNKNOWN)
		sqlite3_bind_null(statement, at);
	else
		sqlite3_bind_int(statement, at, day);
}

bool bind_word(struct store *store, running_t *statement, int at, enum word_list list, const char *word, GError **error)
{
	int id = word_store_id(store, list, word, error);

	bind_id(statement, at, id);
	return id != 0 || word == NULL;
}

char *column_text(running_t *statement, int at)
{
	return g_strdup((const char *) sqlite3_column_text(statement, at));
}

char *column_word(struct store *store, running_t *statement, int at)
{
	return g_strdup(word_store_text(store, sqlite3_column_int(statement, at)));
}

int column_word_id(running_t *statement, int at)
{
	gint64 id = sqlite3_column_int64(statement, at);

	return id > 0 && id <= WORD_MOST ? (int) id : 0;
}

day_t column_day(running_t *statement, int at)
{
	return column_small(statement, at, DAY_UNKNOWN);
}

int column_small(running_t *statement, int at, int unknown)
{
	int value = sqlite3_column_int(statement, at);

	/* NULL reads as 0, so the type, which costs a call for every column of a million rows, is asked only then */
	return value == 0 && sqlite3_column_type(statement, at) == SQLITE_NULL ? unknown : value;
}

int statement_step(struct store *store, running_t *statement, GError **error)
{
	int rc = sqlite3_step(statement);

	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		return rc == SQLITE_ROW;
	store_fail(store, error);
	return -1;
}

bool statement_run(struct store *store, running_t *statement, id_t64 *id, GError **error)
{
	int rc = statement_step(store, statement, error);

	if (rc < 0)
		return false;
	if (id)
		*id = sqlite3_last_insert_rowid(store->db);
	return true;
}

GPtrArray *statement_list(struct store *store, enum statement id, id_t64 parameter, row_reader *read, GDestroyNotify free_record, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, id);
	GPtrArray *list = g_ptr_array_new_with_free_func(free_record);
	int rc;

	if (sqlite3_bind_parameter_count(row) > 0)
		bind_int(row, 1, parameter);
	while ((rc = statement_step(store, row, error)) > 0)
		g_ptr_array_add(list, read(store, row));
	if (rc < 0)
		g_clear_pointer(&list, g_ptr_array_unref);
	return list;
}
