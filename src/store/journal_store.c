#include "store/journal_store.h"

#include <string.h>
#include "store/head_file.h"
#include "store/meeting_store.h"
#include "store/store_private.h"

enum { HASH_BYTES = JOURNAL_HASH / 2 };

static void hash_bytes(const char *hash, guint8 bytes[HASH_BYTES])
{
	for (int i = 0; i < HASH_BYTES; i++)
		bytes[i] = (guint8) (g_ascii_xdigit_value(hash[2 * i]) << 4 | g_ascii_xdigit_value(hash[2 * i + 1]));
}

static bool hash_read(running_t *row, int at, char hash[JOURNAL_HASH + 1])
{
	static const char digits[] = "0123456789abcdef";
	const guint8 *bytes = sqlite3_column_blob(row, at);

	if (sqlite3_column_type(row, at) != SQLITE_BLOB || sqlite3_column_bytes(row, at) != HASH_BYTES)
		return false;
	for (int i = 0; i < HASH_BYTES; i++) {
		hash[2 * i] = digits[bytes[i] >> 4];
		hash[2 * i + 1] = digits[bytes[i] & 15];
	}
	hash[JOURNAL_HASH] = '\0';
	return true;
}

/* --- writing --- */

bool journal_store_insert(struct store *store, id_t64 meeting, const struct meeting_event *event, GError **error)
{
	guint8 prev[HASH_BYTES], hash[HASH_BYTES];
	g_autoptr(running_t) row = NULL;

	if (!store_must_write(store, error))
		return false;
	hash_bytes(event->prev, prev);
	hash_bytes(event->hash, hash);
	row = statement_start(store, SQL_JOURNAL_INSERT);
	bind_int(row, 1, meeting);
	bind_int(row, 2, event->seq);
	bind_int(row, 3, event->at);
	bind_text(row, 4, event->id);
	bind_text(row, 5, event->who);
	bind_text(row, 6, meeting_event_name(event->kind));
	bind_text(row, 7, event->seat);
	bind_text(row, 8, event->other);
	bind_int(row, 9, event->item);
	bind_int(row, 10, event->motion);
	bind_int(row, 11, event->number);
	bind_text(row, 12, event->word);
	bind_text(row, 13, event->text);
	bind_text(row, 14, event->note);
	bind_bytes(row, 15, prev, sizeof prev);
	bind_bytes(row, 16, hash, sizeof hash);
	store_touch(store, TOPIC_MEETINGS);
	return statement_run(store, row, NULL, error);
}

static bool still_there(struct store *store, id_t64 meeting, gint64 after, const char *head, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	gint64 seq;

	if (!journal_store_last(store, meeting, &seq, hash, error))
		return false;
	if (seq == after && strcmp(hash, head) == 0)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("another program recorded something meanwhile; look, and press again"));
	return false;
}

/* A statement is done with before the transaction ends, however it went. */
static enum append_outcome append(struct store *store, id_t64 meeting, gint64 after, const char *head, struct meeting_event *event, GError **error)
{
	g_autoptr(GError) moved = NULL;

	if (!head_file_allows(store, meeting, error))
		return APPEND_FAILED;
	if (!still_there(store, meeting, after, head, &moved)) {
		bool other = g_error_matches(moved, DAIS_ERROR, DAIS_ERROR_NOT_FOUND);
		g_propagate_error(error, g_steal_pointer(&moved));
		return other ? APPEND_MOVED : APPEND_FAILED;
	}
	event->seq = after + 1;
	g_strlcpy(event->prev, head, sizeof event->prev);
	meeting_event_hash(event, event->hash);
	if (!journal_store_insert(store, meeting, event, error))
		return APPEND_FAILED;
	bool over = event->kind == MEETING_ADJOURNED;
	return !over || meeting_store_set_status(store, meeting, "held", error) ? APPENDED : APPEND_FAILED;
}

enum append_outcome journal_store_append(struct store *store, id_t64 meeting, gint64 after, const char *head, struct meeting_event *event, GError **error)
{
	enum append_outcome outcome;

	if (!store_begin(store, error))
		return APPEND_FAILED;
	outcome = append(store, meeting, after, head, event, error);
	if (outcome != APPENDED) {
		store_rollback(store);
		return outcome;
	}
	store->failure = SQLITE_OK;
	if (!store_commit(store, error))
		return store->failure == SQLITE_IOERR ? APPEND_UNKNOWN : APPEND_FAILED;
	/* Behind the database it does no harm: what was committed is told as such. */
	head_file_write(store, meeting, event->seq, event->hash, NULL);
	return APPENDED;
}

bool journal_store_sealed(struct store *store, id_t64 meeting, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	gint64 seq;

	return journal_store_last(store, meeting, &seq, hash, error) && (seq == 0 || head_file_write(store, meeting, seq, hash, error));
}

/* --- reading --- */

static bool bad_row(struct store *store, gint64 seq, GError **error)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: event %" PRId64 " of a journal is damaged: it cannot have been written by dais. "
		"dais verify tells more; restore a copy"), store->path, seq);
	return false;
}

/* STRICT and NOT NULL are only promises of who wrote the file. The text is the row's; NULL with *good false where there is none. */
static const char *read_text(running_t *row, int at, bool *good)
{
	bool is_text = sqlite3_column_type(row, at) == SQLITE_TEXT;
	const char *text = is_text ? (const char *) sqlite3_column_text(row, at) : NULL;
	int length = is_text ? sqlite3_column_bytes(row, at) : 0;

	*good &= text && length <= JOURNAL_TEXT_MOST && strlen(text) == (size_t) length;
	return *good ? text : NULL;
}

static char *read_optional(running_t *row, int at, bool *good)
{
	return sqlite3_column_type(row, at) == SQLITE_NULL ? NULL : g_strdup(read_text(row, at, good));
}

static gint64 read_number(running_t *row, int at, gint64 least, gint64 most, bool *good)
{
	bool is_number = sqlite3_column_type(row, at) == SQLITE_INTEGER;
	gint64 number = sqlite3_column_int64(row, at);

	*good &= is_number && number >= least && number <= most;
	return number;
}

/* The columns are those of JOURNAL_FIELDS. False: dais cannot have written this row. */
static bool fill_event(running_t *row, struct meeting_event *event)
{
	bool good = true;

	event->seq = read_number(row, 0, 1, G_MAXINT64, &good);
	event->at = read_number(row, 1, G_MININT64, G_MAXINT64, &good);
	event->id = g_strdup(read_text(row, 2, &good));
	event->who = g_strdup(read_text(row, 3, &good));
	event->kind = meeting_event_find(read_text(row, 4, &good));
	event->seat = read_optional(row, 5, &good);
	event->other = read_optional(row, 6, &good);
	event->item = (int) read_number(row, 7, 0, G_MAXINT, &good);
	event->motion = (int) read_number(row, 8, 0, G_MAXINT, &good);
	event->number = read_number(row, 9, G_MININT64, G_MAXINT64, &good);
	event->word = read_optional(row, 10, &good);
	event->text = read_optional(row, 11, &good);
	event->note = read_optional(row, 12, &good);
	return good && event->kind < MEETING_EVENTS && hash_read(row, 13, event->prev) && hash_read(row, 14, event->hash);
}

/* Up to the end, or to a row that is none of ours: then not *good, and *bad is its number. */
static GPtrArray *read_rows(struct store *store, id_t64 meeting, gint64 after, bool *good, gint64 *bad, GError **error)
{
	g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free);
	g_autoptr(running_t) row = statement_start(store, SQL_JOURNAL_READ);
	int rc = 0;

	bind_int(row, 1, meeting);
	bind_int(row, 2, after);
	*good = true;
	while (*good && (rc = statement_step(store, row, error)) > 0) {
		struct meeting_event *event = g_new0(struct meeting_event, 1);
		*good = fill_event(row, event);
		*bad = event->seq;
		if (*good)
			g_ptr_array_add(events, event);
		else
			meeting_event_free(event);
	}
	return *good && rc < 0 ? NULL : g_steal_pointer(&events);
}

GPtrArray *journal_store_read(struct store *store, id_t64 meeting, gint64 after, GError **error)
{
	bool good;
	gint64 bad;
	g_autoptr(GPtrArray) events = read_rows(store, meeting, after, &good, &bad, error);

	return events && (good || bad_row(store, bad, error)) ? g_steal_pointer(&events) : NULL;
}

GPtrArray *journal_store_read_sound(struct store *store, id_t64 meeting, gint64 after, char **damage, GError **error)
{
	bool good;
	gint64 bad;
	GPtrArray *events = read_rows(store, meeting, after, &good, &bad, error);

	*damage = events && !good ? g_strdup_printf(_("event %" PRId64 ": the row is damaged; dais cannot have written it so"), bad) : NULL;
	return events;
}

bool journal_store_last(struct store *store, id_t64 meeting, gint64 *seq, char hash[JOURNAL_HASH + 1], GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_JOURNAL_LAST);
	int rc;

	bind_int(row, 1, meeting);
	*seq = 0;
	g_strlcpy(hash, journal_root, JOURNAL_HASH + 1);
	rc = statement_step(store, row, error);
	if (rc <= 0)
		return rc == 0;
	*seq = sqlite3_column_int64(row, 0);
	return hash_read(row, 1, hash) || bad_row(store, *seq, error);
}

int journal_store_meeting_of(struct store *store, const char *id, id_t64 *meeting, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_JOURNAL_FIND);
	int rc;

	bind_text(row, 1, id);
	rc = statement_step(store, row, error);
	if (rc > 0)
		*meeting = sqlite3_column_int64(row, 0);
	return rc;
}

int journal_store_find(struct store *store, const char *id, GError **error)
{
	id_t64 meeting;

	return journal_store_meeting_of(store, id, &meeting, error);
}

int journal_store_settle(struct store *store, const char *id, GError **error)
{
	int found = -1;

	if (!store_begin(store, error))
		return -1;
	store_touch(store, TOPIC_MEETINGS);
	found = journal_store_find(store, id, error);
	if (found < 0)
		store_rollback(store);
	else if (!store_commit(store, error))
		found = -1;
	/* Into the database file itself: what the disk once failed to keep in the log may be there in memory only. */
	return found > 0 && !store_execute(store, "PRAGMA wal_checkpoint(PASSIVE)", error) ? -1 : found;
}

int journal_store_has(struct store *store, id_t64 meeting, gint64 seq, const char *hash, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_JOURNAL_HASH_AT);
	char there[JOURNAL_HASH + 1];
	int rc;

	bind_int(row, 1, meeting);
	bind_int(row, 2, seq);
	rc = statement_step(store, row, error);
	if (rc <= 0)
		return rc;
	return hash_read(row, 0, there) && strcmp(there, hash) == 0;
}

GArray *journal_store_meetings(struct store *store, GError **error)
{
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(id_t64));
	g_autoptr(running_t) row = statement_start(store, SQL_JOURNAL_MEETINGS);
	int rc;

	while ((rc = statement_step(store, row, error)) > 0) {
		id_t64 id = sqlite3_column_int64(row, 0);
		g_array_append_val(ids, id);
	}
	return rc < 0 ? NULL : g_steal_pointer(&ids);
}
