/* What may be opened and what is refused (LIMITS.md faults 9, 14, 15, 16, 18, 19). */
#include "fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "store/store_private.h"

/* Runs SQL on the file as any other program would. */
static void outsider(const struct fixture *f, const char *sql)
{
	sqlite3 *db = NULL;

	g_assert_cmpint(sqlite3_open(f->path, &db), ==, SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		g_error("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static void test_missing(void)
{
	struct fixture f;

	fixture_make(&f);
	for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(store_open(f.path, mode, &error));
		g_assert_nonnull(strstr(error->message, "dais init"));
		g_assert_false(g_file_test(f.path, G_FILE_TEST_EXISTS));
	}
	fixture_remove(&f);
}

static void test_existing(void)
{
	struct fixture f;
	struct store *store;

	fixture_make(&f);
	store = fixture_create(&f);
	g_assert_null(store_read_only(store));
	store_free(store);
	fixture_refused(&f, STORE_CREATE, "there is a file already");
	g_assert_true(g_file_set_contents(f.path, "", 0, NULL));
	fixture_refused(&f, STORE_WRITE, "the file is empty");
	fixture_refused(&f, STORE_READ, "the file is empty");
	fixture_refused(&f, STORE_CREATE, "there is a file already");
	fixture_remove(&f);
}

static void test_not_a_database(void)
{
	struct fixture f;
	g_autofree char *text = g_strnfill(5000, 'x');
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	g_assert_true(g_file_set_contents(f.path, text, -1, NULL));
	fixture_refused(&f, STORE_WRITE, "is not a database");
	g_assert_true(g_file_set_contents(f.path, "short", -1, NULL));
	fixture_refused(&f, STORE_WRITE, f.path);
	g_assert_null(store_open(f.folder, STORE_WRITE, &error));
	g_assert_nonnull(strstr(error->message, "is not a file"));
	fixture_remove(&f);
}

static void test_foreign(void)
{
	struct fixture f;

	fixture_make(&f);
	outsider(&f, "CREATE TABLE letters (a)");
	fixture_refused(&f, STORE_WRITE, "made by another program");
	fixture_refused(&f, STORE_READ, "made by another program");
	fixture_remove(&f);
}

static void test_newer(void)
{
	struct fixture f;

	fixture_make(&f);
	store_free(fixture_create(&f));
	outsider(&f, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
	fixture_refused(&f, STORE_WRITE, "newer dais (schema 99");
	fixture_refused(&f, STORE_READ, "newer dais (schema 99");
	fixture_remove(&f);
}

static void test_hostile_schema(void)
{
	static const char *const hostile[] = {
		"DROP TABLE person; CREATE VIEW person AS SELECT 1 AS id, 1 AS case_id, 'x' AS role, '' AS ref, 1 AS race, 1 AS sex, 1 AS unit, 1 AS age",
		"CREATE TRIGGER spy AFTER INSERT ON cases BEGIN DELETE FROM cases; END",
		"CREATE VIEW extra AS SELECT * FROM cases",
		"DROP TABLE search; CREATE TABLE search (number, summary, detail)",
		"ALTER TABLE word RENAME COLUMN text TO txt",
		"CREATE INDEX slow ON cases (abs(random()))",
		"CREATE INDEX extra ON cases (upper(number))",
		"DROP INDEX cases_open",
		"DROP TABLE meta",
		"CREATE TABLE extra (a)",
		"CREATE VIRTUAL TABLE other USING fts5(a)",
	};

	for (unsigned i = 0; i < G_N_ELEMENTS(hostile); i++) {
		struct fixture f;
		sqlite3 *db = NULL;
		fixture_make(&f);
		store_free(fixture_create(&f));
		g_assert_cmpint(sqlite3_open(f.path, &db), ==, SQLITE_OK);
		if (sqlite3_exec(db, hostile[i], NULL, NULL, NULL) == SQLITE_OK) {
			sqlite3_exec(db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
			sqlite3_close(db);
			fixture_refused(&f, STORE_WRITE, "a copy you trust");
			fixture_refused(&f, STORE_READ, "a copy you trust");
		} else {
			g_assert_cmpint(i, ==, 5);    /* SQLite itself refuses this one */
			sqlite3_close(db);
		}
		fixture_remove(&f);
	}
}

/* A step that works moves the version on; one that fails in the middle leaves nothing of itself. */
static void test_migration(void)
{
	static const char *const second[] = { "CREATE TABLE later (a INTEGER) STRICT", NULL };
	static const char *const third[] = { "INSERT INTO later VALUES (7)", "CREATE TABLE later (b INTEGER) STRICT", NULL };
	const struct migration good[] = { { SCHEMA_VERSION + 1, second }, { 0, NULL } };
	const struct migration bad[] = { { SCHEMA_VERSION + 2, third }, { 0, NULL } };
	g_autofree char *failed = g_strdup_printf("schema %d failed, nothing was changed", SCHEMA_VERSION + 2);
	g_autofree char *newer = g_strdup_printf("newer dais (schema %d, this one knows %d)", SCHEMA_VERSION + 1, SCHEMA_VERSION);
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	int version = 0;

	fixture_make(&f);
	store = fixture_create(&f);
	g_assert_true(schema_migrate(store, good, &error));
	g_assert_true(schema_identify(store, SCHEMA_VERSION + 1, &version, &error));
	g_assert_cmpint(version, ==, SCHEMA_VERSION + 1);
	g_assert_false(schema_migrate(store, bad, &error));
	g_assert_nonnull(strstr(error->message, failed));
	g_clear_error(&error);
	g_assert_true(schema_identify(store, SCHEMA_VERSION + 1, &version, &error));
	g_assert_cmpint(version, ==, SCHEMA_VERSION + 1);
	g_assert_true(store_execute(store, "INSERT INTO later VALUES (1)", NULL));
	g_assert_cmpint(sqlite3_last_insert_rowid(store->db), ==, 1);
	store_free(store);
	fixture_refused(&f, STORE_WRITE, newer);
	fixture_remove(&f);
}

/* A file of an older schema is brought up to date by who may write it; who may only read is told to ask for that. */
static void test_older(void)
{
	struct fixture f, copy = { NULL, NULL };
	g_autofree char *mark = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = 0", SCHEMA_APPLICATION);
	struct store *store;

	fixture_make(&f);
	outsider(&f, mark);
	fixture_refused(&f, STORE_READ, "written by an older dais (schema 0)");
	store = fixture_open(&f, STORE_WRITE);
	fixture_begin(store);
	fixture_case(store, "1", 100, "force", NULL);
	fixture_commit(store);
	store_free(store);
	copy.path = g_strconcat(f.path, ".schema-0", NULL);
	fixture_refused(&copy, STORE_READ, "written by an older dais (schema 0)");   /* what it was before */
	g_free(copy.path);
	fixture_remove(&f);
}

static void test_settings(void)
{
	struct fixture f;
	struct store *store;
	int on = -1;

	fixture_make(&f);
	store = fixture_create(&f);
	g_assert_false(store_execute(store, "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES ('x')", NULL));
	g_assert_false(store_execute(store, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", NULL));
	g_assert_false(store_execute(store, "INSERT INTO person (case_id, role) VALUES (99, 'officer')", NULL));
	g_assert_false(store_execute(store, "SELECT \"no column\" FROM meta", NULL));
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, &on);
	g_assert_cmpint(on, ==, 0);
	g_assert_cmpint(sqlite3_limit(store->db, SQLITE_LIMIT_ATTACHED, -1), ==, 0);
	store_free(store);
	fixture_remove(&f);
}

/* How SQLite would run a statement, a line a step. */
static char *plan(struct store *store, int id)
{
	g_autofree char *sql = g_strconcat("EXPLAIN QUERY PLAN ", sqlite3_sql(store->statement[id]), NULL);
	GString *text = g_string_new(NULL);
	sqlite3_stmt *row = NULL;

	g_assert_cmpint(sqlite3_prepare_v2(store->db, sql, -1, &row, NULL), ==, SQLITE_OK);
	while (sqlite3_step(row) == SQLITE_ROW)
		g_string_append_printf(text, "%s\n", sqlite3_column_text(row, 3));
	sqlite3_finalize(row);
	return g_string_free(text, FALSE);
}

/* Only what reads everything by its purpose walks a table, and nothing sorts but short lists. */
static void test_plans(void)
{
	static const int walks[] = { SQL_REVISIONS, SQL_ALLEGATION_CLASSES, SQL_ALLEGATION_DETAILS, SQL_ALLEGATION_INVESTIGATOR,
		SQL_ALLEGATION_BOARD, SQL_ALLEGATION_CHIEF, SQL_ALLEGATION_FINAL, SQL_DISAGREEMENTS, SQL_CASE_OPEN_DUE, SQL_CASE_OPEN_UNKNOWN,
		SQL_FORCE_SCAN, SQL_FORCE_COUNTS, SQL_SOURCE_FIND, SQL_SOURCES, SQL_RAW_HASHES, SQL_MEETINGS, SQL_MEETING_DETAILS, SQL_JOURNAL_MEETINGS, SQL_FORCE_CELLS, SQL_FINDING_CELLS,
		SQL_TRAININGS, SQL_DISCLOSURES, SQL_OPEN_STATES, SQL_ANSWERED, SQL_DIFFERING, SQL_DIFFERING_BODY, SQL_MINUTES_DUE, SQL_DOCKET_KEYS, SQL_DOCKET_LISTED, SQL_DOCKET_ORIGIN /* of a few rows it makes */,
		SQL_REQUESTS,
		SQL_RECOMMENDATIONS, SQL_RECOMMENDATION_EVENTS, SQL_SEARCH, SQL_SEARCH_TERM, SQL_ITEM_NEW_ID /* of one constant row */ };
	static const int sorts[] = { SQL_SOURCES, SQL_ALLEGATIONS, SQL_PERSONS, SQL_EVENTS, SQL_ITEMS, SQL_ATTACHMENTS, SQL_FORCE_COUNTS,
		SQL_TRAININGS, SQL_REQUESTS, SQL_RECOMMENDATION_EVENTS };
	struct fixture f;
	struct store *store;

	fixture_make(&f);
	store = fixture_create(&f);
	for (int id = 0; id < STATEMENTS; id++) {
		g_autofree char *steps = plan(store, id);
		bool walk = false, sort = false;
		for (unsigned i = 0; i < G_N_ELEMENTS(walks); i++)
			walk |= walks[i] == id;
		for (unsigned i = 0; i < G_N_ELEMENTS(sorts); i++)
			sort |= sorts[i] == id;
		if ((strstr(steps, "SCAN") && !walk) || (strstr(steps, "TEMP B-TREE") && !sort))
			g_error("%s\nis run as\n%s", sqlite3_sql(store->statement[id]), steps);
	}
	for (int id = SQL_CASE_OPEN_DUE; id <= SQL_CASE_OPEN_UNKNOWN; id++) {
		g_autofree char *steps = plan(store, id);
		if (!strstr(steps, "USING COVERING INDEX cases_open"))
			g_error("%s\nis run as\n%s", sqlite3_sql(store->statement[id]), steps);
	}
	store_free(store);
	fixture_remove(&f);
}

static void test_network_names(void)
{
	g_assert_cmpstr(store_network_name(0x6969), ==, "nfs");
	g_assert_cmpstr(store_network_name((long) 0xff534d42), ==, "cifs");
	g_assert_cmpstr(store_network_name((long) (gint32) 0xff534d42), ==, "cifs");
	g_assert_null(store_network_name(0xef53));       /* ext4 */
	g_assert_null(store_network_name(0x794c7630));   /* overlay */
	g_assert_null(store_network_name(0x01021994));   /* tmpfs */
}

/* --- as someone who may only read --- */

typedef void as_other(const struct fixture *f);

static void reads_well(const struct fixture *f)
{
	struct store *store = fixture_open(f, STORE_WRITE);
	g_autoptr(GError) error = NULL;

	g_assert_nonnull(store_read_only(store));
	g_assert_cmpint(case_store_find(store, "crb", "1"), ==, 1);
	g_assert_false(store_begin(store, &error));
	g_assert_nonnull(strstr(error->message, "may only be read"));
	store_free(store);
}

static void make_one_case(struct fixture *f)
{
	struct store *store;

	fixture_make(f);
	store = fixture_create(f);
	fixture_begin(store);
	fixture_case(store, "1", 100, "force", NULL);
	fixture_commit(store);
	store_free(store);
}

static void test_read_only(void)
{
	struct fixture f;

	if (geteuid() != 0) {
		g_test_skip("needs root, to become somebody else");
		return;
	}
	make_one_case(&f);
	g_chmod(f.path, 0644);
	g_chmod(f.folder, 0755);
	fixture_as_other(&f, reads_well);                 /* with the -wal and -shm that its owner left */
	fixture_remove_suffix(&f, "-wal");
	fixture_remove_suffix(&f, "-shm");
	fixture_as_other(&f, reads_well);                 /* without them, where none can be made */
	g_chmod(f.folder, 0777);
	fixture_as_other(&f, reads_well);                 /* where they could be made, but would be the wrong user's */
	g_assert_false(fixture_exists(&f, "-wal"));
	g_assert_false(fixture_exists(&f, "-shm"));
	fixture_remove(&f);
}

static void sees_second(const struct fixture *f)
{
	struct store *store = fixture_open(f, STORE_READ);

	g_assert_cmpint(case_store_find(store, "crb", "2"), ==, 2);
	store_free(store);
}

/* What is still in the -wal of a program at work is seen by who may only read. */
static void test_read_only_beside_writer(void)
{
	struct fixture f;
	struct store *store;

	if (geteuid() != 0) {
		g_test_skip("needs root, to become somebody else");
		return;
	}
	make_one_case(&f);
	g_chmod(f.path, 0644);
	g_chmod(f.folder, 0755);
	store = fixture_open(&f, STORE_WRITE);
	fixture_begin(store);
	fixture_case(store, "2", 100, "force", NULL);
	fixture_commit(store);
	fixture_as_other(&f, sees_second);
	store_free(store);
	fixture_remove(&f);
}

/* A file read without locks says so as soon as someone starts to write it. */
static void test_immutable_notices(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;
	g_autofree char *wal = NULL;

	make_one_case(&f);
	store = fixture_open(&f, STORE_READ);
	store->immutable = true;
	wal = g_strdup(store_wal_path(store));
	g_assert_false(store_lost(store, &error));
	g_assert_true(g_file_set_contents(wal, "something", -1, NULL));
	g_assert_true(store_lost(store, &error));
	g_assert_nonnull(strstr(error->message, "another program began to change it"));
	g_remove(wal);
	store_free(store);
	fixture_remove(&f);
}

/* The same when an import without a log wrote the file itself. */
static void test_immutable_notices_file(void)
{
	struct fixture f;
	struct store *store;
	g_autoptr(GError) error = NULL;

	make_one_case(&f);
	store = fixture_open(&f, STORE_READ);
	store->immutable = true;
	g_assert_false(store_lost(store, &error));
	g_assert_cmpint(truncate(f.path, 1024 * 1024), ==, 0);
	g_assert_true(store_lost(store, &error));
	store_free(store);
	fixture_remove(&f);
}

static void is_refused(const struct fixture *f)
{
	fixture_refused(f, STORE_READ, "an import into it is at work, or was interrupted");
}

/* A half-written file is not shown to somebody who can neither wait for its writer nor roll it back. */
static void test_read_only_half_written(void)
{
	struct fixture f;
	g_autofree char *journal = NULL;

	if (geteuid() != 0) {
		g_test_skip("needs root, to become somebody else");
		return;
	}
	make_one_case(&f);
	g_chmod(f.path, 0644);
	g_chmod(f.folder, 0755);
	journal = g_strconcat(f.path, "-journal", NULL);
	g_assert_true(g_file_set_contents(journal, "what is to be rolled back", -1, NULL));
	fixture_as_other(&f, is_refused);
	fixture_remove(&f);
}

/* Through a link the files beside the database are the same as without it. */
static void test_link(void)
{
	struct fixture f;
	struct store *store, *linked;
	g_autofree char *name = NULL;

	make_one_case(&f);
	name = g_strconcat(f.path, ".link", NULL);
	g_assert_cmpint(symlink("a.db", name), ==, 0);
	store = fixture_open(&f, STORE_WRITE);
	linked = store_open(name, STORE_WRITE, NULL);
	g_assert_nonnull(linked);
	g_assert_cmpstr(store_path(linked), ==, name);
	g_assert_true(g_str_has_suffix(store_wal_path(linked), "/a.db-wal"));
	g_assert_cmpstr(store_notify_path(linked), ==, store_notify_path(store));
	store_free(linked);
	store_free(store);
	fixture_remove(&f);
}

/* What stands at the name already is never taken away, not even a link that leads nowhere. */
static void test_create_takes_nothing(void)
{
	struct fixture f;
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	g_assert_cmpint(symlink("nowhere", f.path), ==, 0);
	g_assert_null(store_open(f.path, STORE_CREATE, &error));
	g_assert_nonnull(strstr(error->message, "there is a file already"));
	g_assert_true(g_file_test(f.path, G_FILE_TEST_IS_SYMLINK));
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/open/missing", test_missing);
	g_test_add_func("/store/open/existing", test_existing);
	g_test_add_func("/store/open/not-a-database", test_not_a_database);
	g_test_add_func("/store/open/foreign", test_foreign);
	g_test_add_func("/store/open/newer", test_newer);
	g_test_add_func("/store/open/older", test_older);
	g_test_add_func("/store/open/migration", test_migration);
	g_test_add_func("/store/open/hostile-schema", test_hostile_schema);
	g_test_add_func("/store/open/settings", test_settings);
	g_test_add_func("/store/open/plans", test_plans);
	g_test_add_func("/store/open/network-names", test_network_names);
	g_test_add_func("/store/open/read-only", test_read_only);
	g_test_add_func("/store/open/read-only-beside-writer", test_read_only_beside_writer);
	g_test_add_func("/store/open/immutable-notices", test_immutable_notices);
	g_test_add_func("/store/open/immutable-notices-file", test_immutable_notices_file);
	g_test_add_func("/store/open/read-only-half-written", test_read_only_half_written);
	g_test_add_func("/store/open/link", test_link);
	g_test_add_func("/store/open/create-takes-nothing", test_create_takes_nothing);
	return g_test_run();
}
