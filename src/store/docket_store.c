#include "store/docket_store.h"
#include "store/store_private.h"

bool docket_store_open(struct store *store, bool (*row)(id_t64 case_id, int body, int state, void *data), void *data, GError **error)
{
	g_autoptr(running_t) open = statement_start(store, SQL_OPEN_STATES);
	int rc;

	while ((rc = statement_step(store, open, error)) > 0)
		if (!row(sqlite3_column_int64(open, 0), column_word_id(open, 1), column_word_id(open, 2), data))
			return true;
	return rc == 0;
}

/* The cases on which the chief gave a reason: a set of ids; NULL with error. */
static GHashTable *answered(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_ANSWERED);
	g_autoptr(GHashTable) cases = g_hash_table_new(NULL, NULL);
	int rc;

	while ((rc = statement_step(store, row, error)) > 0)
		g_hash_table_add(cases, GSIZE_TO_POINTER((gsize) sqlite3_column_int64(row, 0)));
	return rc == 0 ? g_steal_pointer(&cases) : NULL;
}

bool docket_store_answers(struct store *store, int body, bool (*row)(id_t64 case_id, int body, int board, int chief, void *data), void *data, GError **error)
{
	g_autoptr(GHashTable) done = answered(store, error);
	g_autoptr(running_t) owed = done ? statement_start(store, body ? SQL_DIFFERING : SQL_DIFFERING_BODY) : NULL;
	int rc = -1;

	while (done && (rc = statement_step(store, owed, error)) > 0) {
		id_t64 id = sqlite3_column_int64(owed, 0);
		if (!g_hash_table_contains(done, GSIZE_TO_POINTER((gsize) id))
			&& !row(id, body ? body : column_word_id(owed, 3), column_word_id(owed, 1), column_word_id(owed, 2), data))
			return true;
	}
	return rc == 0;
}

static void meeting_free(void *data)
{
	meeting_record_clear(data);
	g_free(data);
}

GPtrArray *docket_store_minutes(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_MINUTES_DUE);
	g_autoptr(GPtrArray) meetings = g_ptr_array_new_with_free_func(meeting_free);
	int rc;

	while ((rc = statement_step(store, row, error)) > 0) {
		struct meeting_record *meeting = g_new0(struct meeting_record, 1);
		meeting->id = sqlite3_column_int64(row, 0);
		meeting->starts = sqlite3_column_int64(row, 1);
		meeting->body = column_word(store, row, 2);
		g_ptr_array_add(meetings, meeting);
	}
	return rc == 0 ? g_steal_pointer(&meetings) : NULL;
}

GHashTable *docket_store_listed(struct store *store, instant_t from, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_DOCKET_KEYS);
	g_autoptr(GHashTable) listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	int rc;

	bind_int(row, 1, from);
	while ((rc = statement_step(store, row, error)) > 0) {
		gint64 meeting = sqlite3_column_int64(row, 1);
		g_hash_table_insert(listed, column_text(row, 0), g_memdup2(&meeting, sizeof meeting));
	}
	return rc == 0 ? g_steal_pointer(&listed) : NULL;
}

/* --- questions --- */

void request_record_clear(struct request_record *record)
{
	g_free(record->body);
	g_free(record->who);
	g_free(record->title);
	g_free(record->case_number);
	*record = (struct request_record) { 0 };
}

static void request_free(void *data)
{
	request_record_clear(data);
	g_free(data);
}

bool docket_store_add_request(struct store *store, struct request_record *record, GError **error)
{
	if (!store_must_write(store, error))
		return false;
	g_autoptr(running_t) insert = statement_start(store, SQL_REQUEST_INSERT);
	bind_int(insert, 2, record->at);
	bind_text(insert, 3, record->who);
	bind_text(insert, 4, record->title);
	bind_text(insert, 5, record->case_number);
	bind_id(insert, 6, record->meeting);
	store_touch(store, TOPIC_MEETINGS);
	return bind_word(store, insert, 1, WORDS_BODY, record->body, error) && statement_run(store, insert, &record->id, error);
}

bool docket_store_settle_request(struct store *store, id_t64 id, instant_t at, GError **error)
{
	if (!store_must_write(store, error))
		return false;
	g_autoptr(running_t) settle = statement_start(store, SQL_REQUEST_SETTLE);
	bind_int(settle, 1, id);
	bind_int(settle, 2, at);
	store_touch(store, TOPIC_MEETINGS);
	if (!statement_run(store, settle, NULL, error))
		return false;
	if (sqlite3_changes(store->db) == 0)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no open question %" PRId64), store->path, id);
	return sqlite3_changes(store->db) > 0;
}

static void *read_request(struct store *store, running_t *row)
{
	struct request_record *record = g_new0(struct request_record, 1);

	*record = (struct request_record) { .id = sqlite3_column_int64(row, 0), .body = column_word(store, row, 1), .at = sqlite3_column_int64(row, 2),
		.who = column_text(row, 3), .title = column_text(row, 4), .case_number = column_text(row, 5), .meeting = sqlite3_column_int64(row, 6) };
	return record;
}

GPtrArray *docket_store_requests(struct store *store, GError **error)
{
	return statement_list(store, SQL_REQUESTS, 0, read_request, request_free, error);
}
