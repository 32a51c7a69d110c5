/* The store when it is hurt (LIMITS.md faults 2, 5, 7, 10, 13, 14, 16). */
#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "store/force_store.h"
#include "store/meeting_store.h"
#include "store/raw_store.h"
#include "store/store_private.h"

static void add_cases(struct store *store, int from, int n)
{
	g_autofree char *text = g_strnfill(300, 'x');

	for (int i = from; i < from + n; i++) {
		g_autofree char *number = g_strdup_printf("C-%06d", i);
		id_t64 id = fixture_case(store, number, i % 1000, i % 3 ? "force" : "search", text);
		fixture_allegation(store, id, "Force", "Hands", "sustained", "refused");
	}
}

static gint64 case_count(struct store *store)
{
	g_autoptr(GError) error = NULL;
	gint64 all = -1;

	g_assert_true(case_store_counts(store, 0, 0, &all, NULL, NULL, &error));
	return all;
}

/* --- killed --- */

enum moment { AFTER_ROWS, AFTER_INDEXES, AFTER_COMMIT, MOMENTS };

/* Writes a byte when the moment has come and then waits to be killed. */
static void reach(int fd, enum moment now, enum moment wanted)
{
	if (now != wanted)
		return;
	if (write(fd, "x", 1) != 1)
		_exit(1);
	for (;;)
		pause();
}

static void bulk_child(const struct fixture *f, int fd, enum moment wanted)
{
	struct store *store = fixture_open(f, STORE_WRITE);

	fixture_begin(store);
	g_assert_true(case_store_bulk_begin(store, NULL));
	g_assert_true(store_execute(store, "PRAGMA cache_size = 20", NULL));   /* so that pages reach the disk before the commit */
	add_cases(store, 10000, 3000);
	reach(fd, AFTER_ROWS, wanted);
	g_assert_true(case_store_bulk_end(store, NULL));
	reach(fd, AFTER_INDEXES, wanted);
	fixture_commit(store);
	reach(fd, AFTER_COMMIT, wanted);
}

static void kill_bulk(const struct fixture *f, enum moment moment)
{
	int ends[2], status;
	char byte;
	pid_t child;

	g_assert_cmpint(pipe(ends), ==, 0);
	fflush(NULL);
	child = fork();
	if (child == 0) {
		close(ends[0]);
		bulk_child(f, ends[1], moment);
		_exit(1);
	}
	close(ends[1]);
	g_assert_cmpint(read(ends[0], &byte, 1), ==, 1);
	kill(child, SIGKILL);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFSIGNALED(status));
	close(ends[0]);
}

/* Killed before the commit nothing has changed, after it everything is there; also for the first import into a new file. */
static void test_killed_import(void)
{
	for (int older = 0; older <= 1; older++)
		for (int moment = 0; moment < MOMENTS; moment++) {
			struct fixture f;
			struct store *store;
			g_autofree char *sound = NULL, *found = NULL;
			int before = older ? 5 : 0, after = moment == AFTER_COMMIT ? before + 3000 : before;
			fixture_make(&f);
			store = fixture_create(&f);
			fixture_begin(store);
			add_cases(store, 0, before);
			fixture_commit(store);
			store_free(store);
			kill_bulk(&f, moment);
			store = fixture_open(&f, STORE_WRITE);
			g_assert_cmpint(case_count(store), ==, after);
			sound = store_check(store);
			g_assert_cmpstr(sound, ==, NULL);
			found = fixture_search(store, false, "C-012999", NULL);
			g_assert_cmpint(strlen(found) > 0, ==, moment == AFTER_COMMIT);
			fixture_begin(store);
			add_cases(store, 20000, 1);
			fixture_commit(store);
			g_assert_cmpint(case_count(store), ==, after + 1);
			store_free(store);
			fixture_remove(&f);
		}
}

/* --- killed at any moment --- */

static struct { long calls, fatal; int (*ftruncate)(int, off_t); ssize_t (*pwrite)(int, const void *, size_t, off_t);
	int (*unlink)(const char *); int (*fcntl)(int, int, ...); } calls;

/* The process ends at its fatal call, before it has any effect. */
static void count_call(void)
{
	if (++calls.calls == calls.fatal)
		kill(getpid(), SIGKILL);
}

/* A fatal write leaves half of itself behind. */
static ssize_t counted_pwrite(int fd, const void *bytes, size_t n, off_t at)
{
	if (calls.calls + 1 == calls.fatal)
		calls.pwrite(fd, bytes, n / 2, at);
	count_call();
	return calls.pwrite(fd, bytes, n, at);
}

static int counted_ftruncate(int fd, off_t size)
{
	count_call();
	return calls.ftruncate(fd, size);
}

static int counted_unlink(const char *path)
{
	count_call();
	return calls.unlink(path);
}

static int counted_fcntl(int fd, int command, ...)
{
	va_list list;
	void *argument;

	count_call();
	va_start(list, command);
	argument = va_arg(list, void *);
	va_end(list);
	return calls.fcntl(fd, command, argument);
}

static void count_calls(void)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	const char *pwrite_name = vfs->xGetSystemCall(vfs, "pwrite64") ? "pwrite64" : "pwrite";

	calls.pwrite = (ssize_t (*)(int, const void *, size_t, off_t)) vfs->xGetSystemCall(vfs, pwrite_name);
	calls.ftruncate = (int (*)(int, off_t)) vfs->xGetSystemCall(vfs, "ftruncate");
	calls.unlink = (int (*)(const char *)) vfs->xGetSystemCall(vfs, "unlink");
	calls.fcntl = (int (*)(int, int, ...)) vfs->xGetSystemCall(vfs, "fcntl");
	vfs->xSetSystemCall(vfs, pwrite_name, (sqlite3_syscall_ptr) counted_pwrite);
	vfs->xSetSystemCall(vfs, "ftruncate", (sqlite3_syscall_ptr) counted_ftruncate);
	vfs->xSetSystemCall(vfs, "unlink", (sqlite3_syscall_ptr) counted_unlink);
	vfs->xSetSystemCall(vfs, "fcntl", (sqlite3_syscall_ptr) counted_fcntl);
}

enum { FEW = 60 };

/* A whole first import, from opening the file to closing it; gives the calls that can be seen from outside. */
static long import_few(const struct fixture *f, long fatal)
{
	struct store *store;

	count_calls();
	calls.fatal = fatal;
	store = fixture_open(f, STORE_WRITE);
	fixture_begin(store);
	g_assert_true(case_store_bulk_begin(store, NULL));
	g_assert_true(store->without_log);
	g_assert_true(store_execute(store, "PRAGMA cache_size = 5", NULL));
	add_cases(store, 0, FEW);
	g_assert_true(case_store_bulk_end(store, NULL));
	fixture_commit(store);
	g_assert_false(store->without_log);
	store_free(store);
	return calls.calls;
}

/* Runs it in a child that ends at the fatal call; gives how many calls it made when it lived. */
static long import_in_child(const struct fixture *f, long fatal)
{
	int ends[2], status;
	long n = 0;
	pid_t child;

	g_assert_cmpint(pipe(ends), ==, 0);
	fflush(NULL);
	child = fork();
	if (child == 0) {
		n = import_few(f, fatal);
		_exit(write(ends[1], &n, sizeof n) == sizeof n ? 0 : 1);
	}
	close(ends[1]);
	if (read(ends[0], &n, sizeof n) != sizeof n)
		n = 0;
	close(ends[0]);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(fatal ? WIFSIGNALED(status) : WIFEXITED(status) && WEXITSTATUS(status) == 0);
	return n;
}

static void check_whole(const struct fixture *f, enum store_mode mode, bool *all)
{
	struct store *store = fixture_open(f, mode);
	g_autofree char *sound = store_check(store), *mode_now = NULL;
	gint64 n = case_count(store);
	sqlite3_stmt *row = NULL;

	g_assert_cmpstr(sound, ==, NULL);
	g_assert_true(n == 0 || n == FEW);
	*all = n == FEW;
	g_assert_cmpint(sqlite3_prepare_v2(store->db, "PRAGMA journal_mode", -1, &row, NULL), ==, SQLITE_OK);
	g_assert_cmpint(sqlite3_step(row), ==, SQLITE_ROW);
	mode_now = g_strdup((const char *) sqlite3_column_text(row, 0));
	sqlite3_finalize(row);
	if (mode == STORE_WRITE)
		g_assert_cmpstr(mode_now, ==, "wal");
	store_free(store);
}

/*
 * A first import does without the write-ahead log. Killed at any of its calls that change a file or a lock, also while the
 * journal mode is switched, it leaves nothing or everything, whoever opens the file next; once done it stays done.
 */
static void test_killed_anywhere(void)
{
	struct fixture f;
	long n, step, kept = 0;
	bool done = false;

	fixture_make(&f);
	store_free(fixture_create(&f));
	n = import_in_child(&f, 0);
	fixture_remove(&f);
	g_assert_cmpint(n, >, 100);
	for (long at = 1; at <= n; at += step) {
		bool all, again;
		fixture_make(&f);
		store_free(fixture_create(&f));
		import_in_child(&f, at);
		check_whole(&f, at % 2 ? STORE_READ : STORE_WRITE, &all);
		check_whole(&f, STORE_WRITE, &again);
		g_assert_true(again == all && (all || !done));
		done = all;
		kept += all;
		fixture_remove(&f);
		step = at < 60 || at > n - 40 ? 1 : MAX((n - 100) / 40, 1);
	}
	g_assert_cmpint(kept, >, 0);
}

/* --- no room --- */

/* When SQLite has undone the transaction by itself, what comes after it in the same transaction must not be kept. */
static void test_undone_by_itself(void)
{
	struct fixture f;
	struct store *store;
	struct case_record record = { .number = "big", .body = "crb", .received = 1 }, small = { .number = "small", .body = "crb" };
	g_autofree char *text = g_strnfill(1000 * 1000, 'x');
	g_autoptr(GError) error = NULL, second = NULL;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	add_cases(store, 0, 5);
	fixture_commit(store);
	g_assert_true(store_execute(store, "PRAGMA max_page_count = 60", NULL));
	fixture_begin(store);
	record.summary = text;
	g_assert_false(case_store_insert(store, &record, &error));
	g_assert_nonnull(strstr(error->message, "the disk is full"));
	g_assert_false(case_store_insert(store, &small, &second));
	g_assert_nonnull(second);
	g_assert_false(store_commit(store, NULL));
	g_assert_cmpint(case_store_find(store, "crb", "small"), ==, 0);
	g_assert_cmpint(case_count(store), ==, 5);
	fixture_begin(store);
	add_cases(store, 5, 1);
	fixture_commit(store);
	store_free(store);
	fixture_remove(&f);
}

/* A text beyond SQLite's limit is refused and not left out. */
static void test_too_long(void)
{
	struct fixture f;
	struct store *store;
	g_autofree char *text = g_strnfill(17 * 1024 * 1024, 'x');
	struct case_record record = { .number = "1", .body = "crb", .received = 1, .summary = text };
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	g_assert_false(case_store_insert(store, &record, &error));
	g_assert_nonnull(strstr(error->message, "a text is too long"));
	store_rollback(store);
	store_free(store);
	fixture_remove(&f);
}

/* Writes until the file may not grow any more; gives whether that was told and nothing was taken as done. */
static bool fill_up(const struct fixture *f)
{
	const struct rlimit limit = { 400 * 1024, 400 * 1024 };
	struct store *store = fixture_open(f, STORE_WRITE);
	struct case_record record = { .number = "1", .body = "crb", .received = 1, .summary = g_strnfill(1000 * 1000, 'x') };
	g_autoptr(GError) error = NULL;
	bool refused;

	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	fixture_begin(store);
	refused = !case_store_insert(store, &record, &error) || !store_commit(store, &error);
	refused = refused && error && strstr(error->message, "the disk") != NULL;
	store_rollback(store);
	refused = refused && case_count(store) == 5;
	store_free(store);
	return refused;
}

static void test_no_room(void)
{
	struct fixture f;
	struct store *store;
	g_autofree char *sound = NULL;
	int status;
	pid_t child;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	add_cases(store, 0, 5);
	fixture_commit(store);
	store_free(store);
	fflush(NULL);
	child = fork();
	if (child == 0)
		_exit(fill_up(&f) ? 0 : 1);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFEXITED(status));
	g_assert_cmpint(WEXITSTATUS(status), ==, 0);
	store = fixture_open(&f, STORE_WRITE);
	g_assert_cmpint(case_count(store), ==, 5);
	sound = store_check(store);
	g_assert_cmpstr(sound, ==, NULL);
	fixture_begin(store);
	add_cases(store, 5, 1);
	fixture_commit(store);
	store_free(store);
	fixture_remove(&f);
}

/* --- another writer --- */

static void test_busy(void)
{
	struct fixture f;
	struct store *a, *b;
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	a = fixture_create(&f);
	b = fixture_open(&f, STORE_WRITE);
	sqlite3_busy_timeout(b->db, 20);
	fixture_begin(a);
	add_cases(a, 0, 3);
	g_assert_false(store_begin(b, &error));
	g_assert_nonnull(strstr(error->message, "another program is writing"));
	g_assert_cmpint(case_count(b), ==, 0);       /* reading goes on */
	g_clear_error(&error);
	fixture_commit(a);
	fixture_begin(b);
	add_cases(b, 3, 2);
	fixture_commit(b);
	g_assert_cmpint(case_count(a), ==, 5);
	store_free(b);
	store_free(a);
	fixture_remove(&f);
}

/* A first import beside another program keeps the write-ahead log and does not disturb the reader. */
static void test_bulk_beside_reader(void)
{
	struct fixture f;
	struct store *a, *b;

	fixture_make(&f);
	a = fixture_create(&f);
	b = fixture_open(&f, STORE_READ);
	g_assert_cmpint(case_count(b), ==, 0);
	fixture_begin(a);
	g_assert_true(case_store_bulk_begin(a, NULL));
	add_cases(a, 0, 50);
	g_assert_cmpint(case_count(b), ==, 0);
	g_assert_true(case_store_bulk_end(a, NULL));
	fixture_commit(a);
	g_assert_cmpint(case_count(b), ==, 50);
	store_free(b);
	store_free(a);
	fixture_remove(&f);
}

/* --- gone, emptied, replaced --- */

static void assert_lost(struct store *store, const char *words)
{
	g_autoptr(GError) error = NULL;

	g_assert_true(store_lost(store, &error));
	if (!strstr(error->message, words))
		g_error("the message \"%s\" does not say \"%s\"", error->message, words);
	g_clear_error(&error);
	g_assert_false(store_begin(store, &error));
	g_assert_nonnull(error);
}

static void test_lost(void)
{
	struct fixture f;
	struct store *store;
	g_autofree char *aside = NULL, *copy = NULL;
	gsize length;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	add_cases(store, 0, 3);
	fixture_commit(store);
	g_assert_false(store_lost(store, NULL));
	aside = g_strconcat(f.path, ".aside", NULL);
	g_assert_true(g_file_get_contents(f.path, &copy, &length, NULL));
	g_assert_cmpint(g_rename(f.path, aside), ==, 0);
	assert_lost(store, "the file is gone");
	g_assert_true(g_file_set_contents(f.path, copy, length, NULL));
	assert_lost(store, "another file was put in its place");
	g_assert_cmpint(truncate(f.path, 0), ==, 0);
	assert_lost(store, "the file was emptied");
	g_assert_cmpint(g_rename(aside, f.path), ==, 0);
	g_assert_false(store_lost(store, NULL));
	store_free(store);
	fixture_remove(&f);
}

/* --- damaged --- */

static bool any_case(const struct case_facts *facts, void *data)
{
	(void) facts;
	(void) data;
	return true;
}

static void any_scan(const struct case_facts *facts, const char *number, void *data)
{
	(void) facts;
	*(gsize *) data += number ? strlen(number) : 0;
}

static void any_allegation(const struct allegation_facts *facts, void *data)
{
	*(gsize *) data += facts->class;
}

static bool any_id(id_t64 id, void *data)
{
	*(gsize *) data += id;
	return true;
}

static bool any_force(const struct force_record *record, void *data)
{
	*(gsize *) data += record->number ? strlen(record->number) : 0;
	return true;
}

static void any_cell(gint32 month, gint64 key, gint64 count, void *data)
{
	*(gsize *) data += month + key + count;
}

/* Each call may fail, but then says of which file; none may crash. */
static int expect(bool good, GError **error, const struct fixture *f)
{
	if (good)
		return 0;
	g_assert_nonnull(*error);
	g_assert_nonnull(strstr((*error)->message, f->path));
	g_clear_error(error);
	return 1;
}

static void read_case(struct store *store, id_t64 id, const struct fixture *f, int *failures)
{
	GError *error = NULL;
	struct case_record record = { 0 };
	struct raw_record raw = { 0 };
	struct case_line line;
	GPtrArray *list;

	*failures += expect(case_store_get(store, id, &record, &error), &error, f);
	case_record_clear(&record);
	case_store_line(store, id, &line);
	list = case_store_allegations(store, id, &error);
	*failures += expect(list != NULL, &error, f);
	g_clear_pointer(&list, g_ptr_array_unref);
	*failures += expect(raw_store_get(store, id, &raw, &error), &error, f);
	raw_record_clear(&raw);
}

/* Reads everything; gives how many calls failed, or -1 when it could not even be opened. */
static int read_everything(const struct fixture *f)
{
	static const char *const words[] = { "x", NULL };
	GError *error = NULL;
	struct store *store = store_open(f->path, STORE_READ, &error);
	int failures = 0;
	gsize sum = 0;
	GPtrArray *list;

	if (!store) {
		expect(false, &error, f);
		return -1;
	}
#define TRY(call) failures += expect(call, &error, f)
	TRY(case_store_scan(store, 0, G_MAXINT, any_scan, &sum, &error) >= 0);
	TRY(case_store_scan_allegations(store, 0, G_MAXINT, any_allegation, &sum, &error) >= 0);
	TRY(case_store_open_by_due(store, 0, any_case, NULL, &error));
	TRY(case_store_counts(store, 0, 500, NULL, NULL, NULL, &error));
	TRY(case_store_search(store, words, false, 0, any_id, &sum, &error));
	TRY(case_store_number_prefix(store, "C-", any_id, &sum, &error));
	TRY(force_store_scan(store, any_force, &sum, &error));
	for (int cube = 0; cube < ROLLUP_CUBES; cube++)
		TRY(rollup_store_read(store, cube, 0, G_MININT32, G_MAXINT32, any_cell, &sum, &error));
	for (id_t64 id = 1; id <= 20; id++)
		read_case(store, id, f, &failures);
	list = meeting_store_all(store, &error);
	failures += expect(list != NULL, &error, f);
	g_clear_pointer(&list, g_ptr_array_unref);
	g_free(store_check(store));
	store_free(store);
	return failures;
}

static void make_patient(struct fixture *f)
{
	struct store *store;
	struct source_record source = { .name = "x.csv", .sha256 = "0", .map = "m", .headings = (char *[]) { "a", NULL } };
	struct force_record force = { .number = "F1", .body = "crb", .type = "Hands", .occurred = 5 };

	fixture_make(f);
	store = fixture_create(f);
	fixture_begin(store);
	g_assert_true(raw_store_add_source(store, &source, NULL));
	for (int i = 0; i < 200; i++)
		g_assert_true(raw_store_add(store, source.id, i, (const char *[]) { "some field" }, (size_t[]) { 10 }, 1, i, NULL, NULL));
	add_cases(store, 0, 200);
	g_assert_true(force_store_insert(store, &force, NULL));
	fixture_commit(store);
	store_free(store);
}

static void put_file(const struct fixture *f, const char *bytes, gsize length)
{
	static const char *const rest[] = { "-wal", "-shm", "-journal" };

	for (unsigned i = 0; i < G_N_ELEMENTS(rest); i++) {
		g_autofree char *path = g_strconcat(f->path, rest[i], NULL);
		g_remove(path);
	}
	g_assert_true(g_file_set_contents(f->path, bytes, length, NULL));
}

static void know_number(const struct case_facts *facts, const char *number, void *data)
{
	const int words[] = { facts->body, facts->kind, facts->district, facts->channel, facts->source, facts->state, facts->class };

	for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
		g_assert_true(words[i] >= 0 && words[i] < 1000000000);
	g_assert_nonnull(number);
	*(gsize *) data += 1;
}

static void know_words(const struct allegation_facts *facts, void *data)
{
	g_assert_cmpint(facts->class, ==, 0);
	g_assert_cmpint(facts->finding[STAGE_CHIEF], ==, 0);
	*(gsize *) data += 1;
}

/* A file made to deceive: STRICT and NOT NULL are only promises of who wrote it, and word ids index arrays. */
static void test_deceiving(void)
{
	struct fixture f;
	struct store *store;
	struct case_line line = { .number = NULL };
	struct case_record record = { 0 };
	sqlite3 *db;
	gsize n = 0;

	fixture_make(&f);
	store = fixture_create(&f);
	fixture_begin(store);
	add_cases(store, 0, 2);
	fixture_commit(store);
	store_free(store);
	g_assert_cmpint(sqlite3_open(f.path, &db), ==, SQLITE_OK);
	g_assert_cmpint(sqlite3_exec(db, "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'number TEXT NOT NULL', 'number TEXT') "
		"WHERE name = 'cases'", NULL, NULL, NULL), ==, SQLITE_OK);
	sqlite3_close(db);
	g_assert_cmpint(sqlite3_open(f.path, &db), ==, SQLITE_OK);
	g_assert_cmpint(sqlite3_exec(db, "UPDATE cases SET number = NULL, class = -5, district = 2147483647, kind = 4294967301 WHERE id = 2; "
		"UPDATE allegation SET class = -1, finding_chief = 4294967297; PRAGMA writable_schema = 1; "
		"UPDATE sqlite_schema SET sql = replace(sql, 'number TEXT', 'number TEXT NOT NULL') WHERE name = 'cases'", NULL, NULL, NULL), ==, SQLITE_OK);
	sqlite3_close(db);
	store = fixture_open(&f, STORE_WRITE);
	g_assert_cmpint(case_store_scan(store, 0, 10, know_number, &n, NULL), ==, 2);
	g_assert_cmpint(case_store_scan_allegations(store, 0, 10, know_words, &n, NULL), ==, 2);
	g_assert_true(case_store_line(store, 1, &line));
	g_assert_true(case_store_line(store, 2, &line));
	g_assert_cmpstr(line.number, ==, "");
	g_assert_true(case_store_get(store, 2, &record, NULL));
	g_assert_nonnull(record.number);
	case_record_clear(&record);
	store_free(store);
	fixture_remove(&f);
}

/* Damage at 200 random places and cuts at 40: it is read, or refused with a sentence that names the file. */
static void test_damaged(void)
{
	struct fixture f;
	g_autofree char *whole = NULL;
	gsize length;
	int noticed = 0;

	make_patient(&f);
	g_assert_cmpint(read_everything(&f), ==, 0);
	g_assert_true(g_file_get_contents(f.path, &whole, &length, NULL));
	for (int i = 0; i < 200; i++) {
		g_autofree char *hurt = g_memdup2(whole, length);
		gsize at = g_test_rand_int_range(0, length), n = 1 + g_test_rand_int_range(0, 64);
		for (gsize k = at; k < MIN(at + n, length); k++)
			hurt[k] = (char) g_test_rand_int();
		put_file(&f, hurt, length);
		noticed += read_everything(&f) != 0;
	}
	g_assert_cmpint(noticed, >, 4);      /* about 30: most bytes of a page are text or free */
	for (int i = 0; i < 40; i++) {
		put_file(&f, whole, g_test_rand_int_range(0, length - 8192));   /* less than a page may have held nothing */
		g_assert_cmpint(read_everything(&f), !=, 0);
	}
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/faults/killed-import", test_killed_import);
	g_test_add_func("/store/faults/killed-anywhere", test_killed_anywhere);
	g_test_add_func("/store/faults/undone-by-itself", test_undone_by_itself);
	g_test_add_func("/store/faults/too-long", test_too_long);
	g_test_add_func("/store/faults/no-room", test_no_room);
	g_test_add_func("/store/faults/busy", test_busy);
	g_test_add_func("/store/faults/bulk-beside-reader", test_bulk_beside_reader);
	g_test_add_func("/store/faults/lost", test_lost);
	g_test_add_func("/store/faults/deceiving", test_deceiving);
	g_test_add_func("/store/faults/damaged", test_damaged);
	return g_test_run();
}
