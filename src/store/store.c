#include "store/store_private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What went wrong, for a person, by SQLite's primary result code; the detail behind it is SQLite's own words. */
static const char *failure_text(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED: return N_("another program is writing to it; nothing was changed, try again");
	case SQLITE_READONLY:
	case SQLITE_PERM: return N_("it may only be read here; nothing was changed");
	case SQLITE_FULL: return N_("the disk is full; nothing was changed. Free some space and try again");
	case SQLITE_IOERR: return N_("the disk reported an error, so the outcome is not known; check the disk, then open it again");
	case SQLITE_CORRUPT: return N_("the file is damaged; restore a copy (dais verify tells what is wrong)");
	case SQLITE_NOTADB: return N_("is not a database, or its beginning is damaged; restore a copy");
	case SQLITE_CANTOPEN: return N_("cannot be opened");
	case SQLITE_TOOBIG: return N_("a text is too long to be stored");
	case SQLITE_INTERRUPT: return N_("interrupted");
	default: return N_("the database refused");
	}
}

bool store_fail(struct store *store, GError **error)
{
	int code = store->db ? sqlite3_extended_errcode(store->db) : SQLITE_NOMEM;
	store->failure = code & 0xff;
	int kind = (code & 0xff) == SQLITE_INTERRUPT ? DAIS_ERROR_INTERRUPTED : DAIS_ERROR_DATA;

	g_set_error(error, DAIS_ERROR, kind, "%s: %s (%s)", store->path, _(failure_text(code)),
		store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(code));
	return false;
}

bool store_execute(struct store *store, const char *sql, GError **error)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK || store_fail(store, error);
}

bool store_must_write(struct store *store, GError **error)
{
	if (store->writing && !sqlite3_get_autocommit(store->db))
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, store->writing ? _("%s: nothing more is changed after the failure before, which undid everything")
		: _("%s: a change outside a transaction was refused"), store->path);
	return false;
}

const char *store_path(const struct store *store)
{
	return store->path;
}

const char *store_read_only(const struct store *store)
{
	return store->read_only;
}

const char *store_notify_path(const struct store *store)
{
	return store->notify;
}

const char *store_wal_path(const struct store *store)
{
	return store->wal;
}

static bool run(struct store *store, enum statement id, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, id);

	return statement_run(store, statement, NULL, error);
}

/* Forgets what the ended transaction collected. */
static void end_transaction(struct store *store)
{
	store->writing = false;
	store->touched = 0;
	rollup_store_forget(store);
	search_forget(store);
	raw_store_forget(store);
	g_array_set_size(store->new_cases, 0);
	store->last_case = (struct case_key) { 0 };
	store->first_new_case = 0;
	if (store->bulk)
		store_execute(store, "PRAGMA cache_size = -2000", NULL);
	store->bulk = store->bulk_fresh = false;
	if (store->without_log)
		store_journal(store, "WAL");
}

static bool first_new_case(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CASE_LAST);

	if (statement_step(store, row, error) < 0)
		return false;
	store->first_new_case = sqlite3_column_int64(row, 0) + 1;
	return true;
}

bool store_begin(struct store *store, GError **error)
{
	g_assert(!store->writing);
	if (store->read_only) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: %s; nothing was changed"), store->path, store->read_only);
		return false;
	}
	if (store_lost(store, error) || !run(store, SQL_BEGIN, error))
		return false;
	store->writing = true;
	if (word_store_refresh(store, error) && first_new_case(store, error)) {
		store->words_stored = word_store_limit(store);
		return true;
	}
	store_rollback(store);
	return false;
}

static bool read_revisions(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_REVISIONS);
	int rc;

	while ((rc = statement_step(store, row, error)) > 0) {
		int topic = sqlite3_column_int(row, 0);
		if (topic >= 0 && topic < STORE_TOPICS)
			store->revision[topic] = sqlite3_column_int64(row, 1);
	}
	return rc == 0;
}

static bool raise_revisions(struct store *store, GError **error)
{
	for (int topic = 0; topic < STORE_TOPICS; topic++) {
		g_autoptr(running_t) raise = NULL;
		if (!(store->touched >> topic & 1))
			continue;
		raise = statement_start(store, SQL_REVISION_RAISE);
		bind_int(raise, 1, topic);
		if (!statement_run(store, raise, NULL, error))
			return false;
	}
	return store->touched == 0 || read_revisions(store, error);
}

/* Wakes the followers: written after the commit, so that what they then read is there (LIMITS.md A7). */
void store_wake(struct store *store)
{
	int fd = store_open_beside(store, store->notify, O_WRONLY | O_CREAT);

	if (fd < 0)
		return;
	if (pwrite(fd, "\n", 1, 0) != 1)
		futimens(fd, NULL);
	close(fd);
}

bool store_commit_quietly(struct store *store, GError **error)
{
	if (!run(store, SQL_COMMIT, error)) {
		store_rollback(store);
		return false;
	}
	end_transaction(store);
	return true;
}

void store_journal(struct store *store, const char *mode)
{
	g_autofree char *sql = g_strdup_printf("PRAGMA journal_mode = %s", mode);
	sqlite3_stmt *row = NULL;

	sqlite3_busy_timeout(store->db, 0);
	if (sqlite3_prepare_v2(store->db, sql, -1, &row, NULL) == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW)
		store->without_log = g_ascii_strcasecmp((const char *) sqlite3_column_text(row, 0), "wal") != 0;
	sqlite3_finalize(row);
	sqlite3_busy_timeout(store->db, store->patience);
}

void store_set_patience(struct store *store, int ms)
{
	store->patience = ms;
	sqlite3_busy_timeout(store->db, ms);
}

bool store_commit(struct store *store, GError **error)
{
	g_assert(store->writing);
	if (store_must_write(store, error) && rollup_store_flush(store, error) && search_flush(store, error) && raise_revisions(store, error)
		&& run(store, SQL_COMMIT, error)) {
		end_transaction(store);
		store_wake(store);
		return true;
	}
	store_rollback(store);
	return false;
}

void store_rollback(struct store *store)
{
	if (!store->writing)
		return;
	if (!sqlite3_get_autocommit(store->db))
		run(store, SQL_ROLLBACK, NULL);
	end_transaction(store);
	word_store_rollback(store);
	store->data_version = 0;    /* revisions raised in vain are read again */
}

void store_touch(struct store *store, enum store_topic topic)
{
	store->touched |= 1U << topic;
}

static bool data_version(struct store *store, int *version, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_DATA_VERSION);

	if (statement_step(store, row, error) <= 0)
		return false;
	*version = sqlite3_column_int(row, 0);
	return true;
}

bool store_revisions(struct store *store, gint64 revision[STORE_TOPICS], GError **error)
{
	int version = 0;

	if (!data_version(store, &version, error))
		return false;
	if (version != store->data_version) {
		if (!read_revisions(store, error) || !word_store_refresh(store, error))
			return false;
		store->data_version = version;
	}
	if (revision != store->revision)
		memcpy(revision, store->revision, sizeof store->revision);
	return true;
}

static bool lost(struct store *store, GError **error, const char *what)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s: %s", store->path, what);
	return true;
}

bool store_lost(struct store *store, GError **error)
{
	struct stat st;
	int moved = 0;

	if (stat(store->path, &st) != 0)
		return lost(store, error, _("the file is gone; nothing more is written. Put it back and open it again"));
	if (st.st_size == 0)
		return lost(store, error, _("the file was emptied; nothing more is written. Restore a copy and open it again"));
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	if (moved || st.st_ino != store->inode || st.st_dev != store->device)
		return lost(store, error, _("another file was put in its place; nothing more is written. Open it again"));
	if (store->immutable && (st.st_size != store->size || st.st_mtim.tv_sec != store->changed.tv_sec
		|| st.st_mtim.tv_nsec != store->changed.tv_nsec || (stat(store->wal, &st) == 0 && st.st_size > 0)))
		return lost(store, error, _("another program began to change it; open it again to see the changes"));
	return false;
}

char *store_meta_get(struct store *store, const char *key)
{
	g_autoptr(running_t) row = statement_start(store, SQL_META_GET);

	bind_text(row, 1, key);
	return statement_step(store, row, NULL) > 0 ? column_text(row, 0) : NULL;
}

bool store_meta_set(struct store *store, const char *key, const char *value, GError **error)
{
	g_autoptr(running_t) statement = NULL;

	if (!store_must_write(store, error))
		return false;
	statement = statement_start(store, value ? SQL_META_SET : SQL_META_UNSET);
	bind_text(statement, 1, key);
	if (value)
		bind_text(statement, 2, value);
	store_touch(store, TOPIC_META);
	return statement_run(store, statement, NULL, error);
}

/* Adds what a PRAGMA reports to found, a line a row; "ok" is no report. */
static void collect(struct store *store, const char *pragma, const char *what, GString *found)
{
	sqlite3_stmt *row = NULL;
	int rc = sqlite3_prepare_v2(store->db, pragma, -1, &row, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(row)) == SQLITE_ROW) {
		const char *text = (const char *) sqlite3_column_text(row, 0);
		if (g_strcmp0(text, "ok") != 0)
			g_string_append_printf(found, "%s: %s\n", what, text ? text : "?");
		rc = SQLITE_OK;
	}
	if (rc != SQLITE_DONE)
		g_string_append_printf(found, "%s: %s\n", what, sqlite3_errmsg(store->db));
	sqlite3_finalize(row);
}

char *store_check(struct store *store)
{
	GString *found = g_string_new(NULL);

	collect(store, "PRAGMA integrity_check", _("integrity"), found);
	collect(store, "PRAGMA foreign_key_check", _("a row refers to nothing, in table"), found);
	return g_string_free(found, found->len == 0);
}

void store_interrupt(struct store *store)
{
	sqlite3_interrupt(store->db);
}
