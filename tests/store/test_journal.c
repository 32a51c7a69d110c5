/* The journal as rows: no fork, one event once, nothing that dais did not write; files from before there were journals. */
#include "fixture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "store/head_file.h"
#include "store/meeting_store.h"
#include "store/store_private.h"

static void test_append(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], last[JOURNAL_HASH + 1];
	gint64 seq;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 other = fixture_meeting(store), meeting = fixture_meeting(store);
	fixture_append_many(store, meeting, 0, 3, hash);
	store_free(store);
	store = fixture_open(&f, STORE_READ);
	g_assert_true(journal_store_last(store, meeting, &seq, last, NULL));
	g_assert_cmpint(seq, ==, 3);
	g_assert_cmpstr(last, ==, hash);
	g_autoptr(GPtrArray) events = journal_store_read(store, meeting, 1, NULL);
	g_assert_cmpuint(events->len, ==, 2);
	g_assert_cmpstr(((struct meeting_event *) events->pdata[1])->text, ==, "s.3");
	g_assert_cmpint(fixture_whole(store, meeting), ==, 3);
	g_assert_cmpint(journal_store_find(store, "s.2", NULL), ==, 1);
	g_assert_cmpint(journal_store_find(store, "s.4", NULL), ==, 0);
	g_assert_true(journal_store_last(store, other, &seq, last, NULL));
	g_assert_cmpint(seq, ==, 0);
	g_assert_cmpstr(last, ==, journal_root);
	g_autoptr(GArray) meetings = journal_store_meetings(store, NULL);
	g_assert_cmpuint(meetings->len, ==, 1);
	g_assert_cmpint(g_array_index(meetings, id_t64, 0), ==, meeting);
	store_free(store);
	fixture_remove(&f);
}

/* Two programs that read the same state: the second to record is told, and nothing of it is written. */
static void test_no_fork(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], ignored[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;
	id_t64 meeting;
	struct store *one = fixture_with_meeting(&f, &meeting);
	fixture_append_many(one, meeting, 0, 2, hash);
	struct store *two = fixture_open(&f, STORE_WRITE);
	g_assert_cmpint(fixture_append(two, meeting, 2, hash, "t.1", ignored, NULL), ==, APPENDED);
	g_assert_cmpint(fixture_append(one, meeting, 2, hash, "s.3", ignored, &error), ==, APPEND_MOVED);
	g_assert_nonnull(strstr(error->message, "meanwhile"));
	g_assert_cmpint(journal_store_find(one, "s.3", NULL), ==, 0);
	g_clear_error(&error);
	g_assert_cmpint(fixture_append(one, meeting, 3, journal_root, "s.3", ignored, &error), ==, APPEND_MOVED);
	g_clear_error(&error);
	g_assert_cmpint(fixture_append(one, meeting, 7, ignored, "s.3", ignored, &error), ==, APPEND_MOVED);
	g_assert_cmpint(fixture_whole(one, meeting), ==, 3);
	store_free(one);
	store_free(two);
	fixture_remove(&f);
}

/* The same event sent twice is stored once, in whichever meeting. */
static void test_same_id(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], other[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = fixture_meeting(store), second = fixture_meeting(store);
	fixture_append_many(store, meeting, 0, 1, hash);
	g_assert_cmpint(fixture_append(store, meeting, 1, hash, "s.1", other, &error), ==, APPEND_FAILED);
	g_assert_nonnull(error);
	g_clear_error(&error);
	g_assert_cmpint(fixture_append(store, second, 0, journal_root, "s.1", other, &error), ==, APPEND_FAILED);
	g_assert_nonnull(error);
	g_assert_cmpint(fixture_whole(store, meeting), ==, 1);
	g_assert_cmpint(fixture_whole(store, second), ==, 0);
	fixture_append_many(store, meeting, 1, 1, hash);
	store_free(store);
	fixture_remove(&f);
}

enum { BALLOTS = 150 };

/* Records its events, each again after another program was quicker; leaves with 0 when none failed. */
static void race(const struct fixture *f, id_t64 meeting, const char *session, int start)
{
	struct store *store = fixture_open(f, STORE_WRITE);
	char byte, hash[JOURNAL_HASH + 1];
	gint64 seq;

	if (read(start, &byte, 1) != 0)
		_exit(2);
	for (int done = 0; done < BALLOTS;) {
		g_autofree char *id = g_strdup_printf("%s.%d", session, done);
		g_autoptr(GError) error = NULL;
		if (!journal_store_last(store, meeting, &seq, hash, NULL))
			_exit(3);
		enum append_outcome outcome = fixture_append(store, meeting, seq, hash, id, hash, &error);
		if (outcome != APPENDED && outcome != APPEND_MOVED)
			g_error("%s", error->message);
		done += outcome == APPENDED;
	}
	store_free(store);
	_exit(0);
}

/* Two programs at once: every event that was acknowledged is there, in one chain, and none was refused but for a move. */
static void test_race(void)
{
	static const char *const sessions[] = { "a", "b" };
	struct fixture f;
	pid_t child[2];
	int start[2];
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	store_free(store);
	g_assert_cmpint(pipe(start), ==, 0);
	fflush(NULL);
	for (int i = 0; i < 2; i++)
		if ((child[i] = fork()) == 0) {
			close(start[1]);
			race(&f, meeting, sessions[i], start[0]);
		}
	close(start[0]);
	close(start[1]);
	for (int i = 0; i < 2; i++)
		g_assert_true(fixture_done(child[i]));
	store = fixture_open(&f, STORE_WRITE);
	g_assert_cmpint(fixture_whole(store, meeting), ==, 2 * BALLOTS);
	g_assert_true(head_file_agrees(store, NULL));
	for (int i = 0; i < 2 * BALLOTS; i++) {
		g_autofree char *id = g_strdup_printf("%s.%d", sessions[i % 2], i / 2);
		g_assert_cmpint(journal_store_find(store, id, NULL), ==, 1);
	}
	store_free(store);
	fixture_remove(&f);
}

static void run_sql(const struct fixture *f, const char *sql)
{
	sqlite3 *db;
	char *message = NULL;

	g_assert_cmpint(sqlite3_open(f->path, &db), ==, SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		g_error("%s: %s", sql, message);
	g_assert_cmpint(sqlite3_close(db), ==, SQLITE_OK);
}

/* Takes the promises of the table away, changes a row, and puts them back word for word. */
static void deceive(const struct fixture *f, const char *change)
{
	sqlite3_stmt *row = NULL;
	sqlite3 *db;

	g_assert_cmpint(sqlite3_open(f->path, &db), ==, SQLITE_OK);
	g_assert_cmpint(sqlite3_prepare_v2(db, "SELECT sql FROM sqlite_schema WHERE name = 'journal'", -1, &row, NULL), ==, SQLITE_OK);
	g_assert_cmpint(sqlite3_step(row), ==, SQLITE_ROW);
	g_autofree char *promise = g_strdup((const char *) sqlite3_column_text(row, 0));
	sqlite3_finalize(row);
	sqlite3_close(db);
	run_sql(f, "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE journal (meeting INTEGER, seq INTEGER, at, id UNIQUE, "
		"who, kind, seat, other, item, motion, number, word, text, note, prev, hash, PRIMARY KEY (meeting, seq)) WITHOUT ROWID' "
		"WHERE name = 'journal'");
	run_sql(f, change);
	g_autofree char *restore = g_strdup_printf("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = '%s' WHERE name = 'journal'", promise);
	run_sql(f, restore);
}

/* Rows that dais cannot have written are named, never shown as if they were good. */
static void test_hostile_rows(void)
{
	static const char *const hostile[] = {
		"kind = 'abolished'", "kind = NULL", "hash = x'00'", "hash = NULL", "prev = 'zz'", "item = -1", "motion = 99999999999",
		"text = replace(hex(zeroblob(40000)), '00', 'xx')", "text = 'a' || char(0) || 'b'", "text = x'6162'", "note = 7", "id = NULL",
		"who = NULL", "at = 'yesterday'", "number = NULL", "number = 1.5", "item = 'one'",
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(hostile); i++) {
		struct fixture f;
		char hash[JOURNAL_HASH + 1];
		g_autofree char *change = g_strdup_printf("UPDATE journal SET %s WHERE seq = 2", hostile[i]);
		g_autoptr(GError) error = NULL;
		id_t64 meeting;
		struct store *store = fixture_with_meeting(&f, &meeting);
		fixture_append_many(store, meeting, 0, 3, hash);
		store_free(store);
		deceive(&f, change);
		store = fixture_open(&f, STORE_READ);
		g_autoptr(GPtrArray) events = journal_store_read(store, meeting, 0, &error);
		if (events || !strstr(error->message, "event 2 "))
			g_error("%s: %s", hostile[i], events ? "was taken for an event" : error->message);
		g_autoptr(GPtrArray) after = journal_store_read(store, meeting, 2, NULL);
		g_assert_cmpuint(after->len, ==, 1);
		store_free(store);
		fixture_remove(&f);
	}
}

/* --- older files --- */

/* As the version before journals made it, with one meeting. */
static void make_version_1(const struct fixture *f)
{
	g_autofree char *mark = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = 1; "
		"INSERT INTO meeting (id, body, starts, title, status) VALUES (7, NULL, 1000, 'Before', 'planned')", SCHEMA_APPLICATION);

	run_sql(f, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
	g_assert_cmpint(schema_migrations[0].version, ==, 1);
	for (const char *const *sql = schema_migrations[0].sql; *sql; sql++)
		run_sql(f, *sql);
	run_sql(f, mark);
}

static int number_in(const char *path, const char *sql)
{
	sqlite3_stmt *row = NULL;
	sqlite3 *db;

	g_assert_cmpint(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
	g_assert_cmpint(sqlite3_prepare_v2(db, sql, -1, &row, NULL), ==, SQLITE_OK);
	g_assert_cmpint(sqlite3_step(row), ==, SQLITE_ROW);
	int number = sqlite3_column_int(row, 0);
	sqlite3_finalize(row);
	sqlite3_close(db);
	return number;
}

/* A file from before there were journals gets one when somebody opens it who may write it; a copy of how it was stays beside it. */
static void test_older(void)
{
	struct fixture f;
	struct meeting_record meeting = { 0 };
	char hash[JOURNAL_HASH + 1];

	fixture_make(&f);
	make_version_1(&f);
	fixture_refused(&f, STORE_READ, "written by an older dais (schema 1)");
	struct store *store = fixture_open(&f, STORE_WRITE);
	g_assert_true(meeting_store_get(store, 7, &meeting, NULL));
	g_assert_cmpstr(meeting.title, ==, "Before");
	meeting_record_clear(&meeting);
	fixture_append_many(store, 7, 0, 2, hash);
	store_free(store);
	g_assert_cmpint(number_in(f.path, "PRAGMA user_version"), ==, SCHEMA_VERSION);
	g_autofree char *copy = fixture_beside(&f, ".schema-1");
	g_assert_cmpint(number_in(copy, "PRAGMA user_version"), ==, 1);
	g_assert_cmpint(number_in(copy, "SELECT count(*) FROM meeting WHERE title = 'Before'"), ==, 1);
	store = fixture_open(&f, STORE_WRITE);              /* and the next one has nothing more to do */
	g_assert_cmpint(fixture_whole(store, 7), ==, 2);
	g_assert_false(fixture_exists(&f, ".schema-1-2"));
	store_free(store);
	fixture_remove(&f);
}

/* What says that it is of this version and has no journal was cut or made up. */
static void test_no_table(void)
{
	struct fixture f;
	g_autofree char *mark = g_strdup_printf("PRAGMA user_version = %d", SCHEMA_VERSION);

	fixture_make(&f);
	make_version_1(&f);
	run_sql(&f, mark);
	fixture_refused(&f, STORE_READ, "a part of the database is missing");
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/journal/append and read", test_append);
	g_test_add_func("/store/journal/no fork", test_no_fork);
	g_test_add_func("/store/journal/the same event once", test_same_id);
	g_test_add_func("/store/journal/two at once", test_race);
	g_test_add_func("/store/journal/hostile rows", test_hostile_rows);
	g_test_add_func("/store/journal/older file", test_older);
	g_test_add_func("/store/journal/table missing", test_no_table);
	return g_test_run();
}
