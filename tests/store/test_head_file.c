/* The second memory of the journals' heads: what SQLite opens without a word although events are gone is told, and nothing is recorded. */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "store/head_file.h"
#include "store/store_private.h"

static void assert_says(GError **error, const char *words)
{
	g_assert_nonnull(*error);
	if (!strstr((*error)->message, words))
		g_error("the message \"%s\" does not say \"%s\"", (*error)->message, words);
	g_clear_error(error);
}

/* Opens it, reads what is there, says what is missing, and records nothing. */
static void assert_ahead(const struct fixture *f, id_t64 meeting, int there, const char *words)
{
	struct store *store = fixture_open(f, STORE_WRITE);
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;
	gint64 seq;

	g_assert_cmpint(fixture_whole(store, meeting), ==, there);
	g_assert_false(head_file_agrees(store, &error));
	assert_says(&error, words);
	g_assert_true(journal_store_last(store, meeting, &seq, hash, NULL));
	g_assert_cmpint(fixture_append(store, meeting, seq, hash, "u.1", hash, &error), ==, APPEND_FAILED);
	assert_says(&error, words);
	g_assert_cmpint(journal_store_find(store, "u.1", NULL), ==, 0);
	store_free(store);
}

/* Two events in the file, and more in the log of a clerk who was killed. */
static id_t64 make_killed(struct fixture *f, int more)
{
	char hash[JOURNAL_HASH + 1];

	fixture_make(f);
	struct store *store = fixture_create(f);
	id_t64 meeting = fixture_meeting(store);
	fixture_append_many(store, meeting, 0, 2, hash);
	store_free(store);
	fixture_killed_clerk(f, meeting, 2, more, hash);
	return meeting;
}

static void test_killed(void)
{
	struct fixture f;
	id_t64 meeting = make_killed(&f, 5);
	struct store *store = fixture_open(&f, STORE_WRITE);

	g_assert_true(head_file_agrees(store, NULL));
	g_assert_cmpint(fixture_whole(store, meeting), ==, 7);
	store_free(store);
	fixture_remove(&f);
}

static void test_lost_log(void)
{
	struct fixture f;
	id_t64 meeting = make_killed(&f, 3);
	char hash[JOURNAL_HASH + 1];
	gint64 seq;

	fixture_remove_suffix(&f, "-wal");
	fixture_remove_suffix(&f, "-shm");
	assert_ahead(&f, meeting, 2, "3 events recorded for meeting 1 are not in the database");
	fixture_remove_suffix(&f, ".head");                /* the way out that the message names */
	struct store *store = fixture_open(&f, STORE_WRITE);
	g_assert_true(journal_store_last(store, meeting, &seq, hash, NULL));
	fixture_append_many(store, meeting, seq, 1, hash);
	store_free(store);
	fixture_remove(&f);
}

/* The main file alone, copied over while the clerk was at work. */
static void test_copied(void)
{
	struct fixture f;
	g_autofree char *copy = NULL;
	gsize length;
	char hash[JOURNAL_HASH + 1];
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	fixture_append_many(store, meeting, 0, 1, hash);
	g_assert_true(store_execute(store, "PRAGMA wal_checkpoint(TRUNCATE)", NULL));
	fixture_append_many(store, meeting, 1, 1, hash);
	g_assert_true(g_file_get_contents(f.path, &copy, &length, NULL));
	store_free(store);
	fixture_remove_suffix(&f, "-wal");
	fixture_remove_suffix(&f, "-shm");
	g_assert_true(g_file_set_contents(f.path, copy, length, NULL));
	assert_ahead(&f, meeting, 1, "1 event recorded for meeting 1 is not in the database");
	fixture_remove(&f);
}

/* The last commit of the log cut off in the middle: SQLite takes what is before it. */
static void test_cut_tail(void)
{
	struct fixture f;
	id_t64 meeting = make_killed(&f, 3);
	g_autofree char *wal = fixture_beside(&f, "-wal");
	struct stat st;

	g_assert_cmpint(stat(wal, &st), ==, 0);
	g_assert_cmpint(truncate(wal, st.st_size - 100), ==, 0);
	fixture_remove_suffix(&f, "-shm");
	assert_ahead(&f, meeting, 4, "1 event recorded for meeting 1 is not in the database");
	fixture_remove(&f);
}

/* Another history of the same length is no better than a lost one. */
static void test_other_history(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	fixture_append_many(store, meeting, 0, 2, hash);
	g_assert_true(store_execute(store, "UPDATE journal SET hash = zeroblob(32) WHERE seq = 2", NULL));
	store_free(store);
	store = fixture_open(&f, STORE_WRITE);
	g_assert_false(head_file_agrees(store, &error));
	assert_says(&error, "another than the one");
	store_free(store);
	fixture_remove(&f);
}

/* Loss in one meeting is told also to whoever records another one. */
static void test_other_meeting(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], second_hash[JOURNAL_HASH + 1], ignored[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = fixture_meeting(store), second = fixture_meeting(store);
	fixture_append_many(store, meeting, 0, 1, hash);
	g_assert_cmpint(fixture_append(store, second, 0, journal_root, "t.1", second_hash, NULL), ==, APPENDED);
	struct store *beside = fixture_open(&f, STORE_WRITE);
	g_assert_cmpint(fixture_append(beside, second, 1, second_hash, "t.2", second_hash, NULL), ==, APPENDED);
	g_assert_true(head_file_write(store, meeting + 50, 9, hash, NULL));
	g_assert_cmpint(fixture_append(beside, second, 2, second_hash, "t.3", ignored, &error), ==, APPEND_FAILED);
	assert_says(&error, "9 events recorded for meeting 51");
	store_free(store);
	store_free(beside);
	fixture_remove(&f);
}

static int heads_in(struct store *store)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) heads = head_file_read(store, &error);

	g_assert_no_error(error);
	return (int) heads->len;
}

static gint64 remembered(struct store *store, id_t64 meeting)
{
	g_autoptr(GArray) heads = head_file_read(store, NULL);

	for (guint i = 0; i < heads->len; i++)
		if (g_array_index(heads, struct head, i).meeting == meeting)
			return g_array_index(heads, struct head, i).seq;
	return 0;
}

/* A file that is missing or empty is made anew, with the heads of all meetings. */
static void test_made_anew(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], second_hash[JOURNAL_HASH + 1];

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = fixture_meeting(store), second = fixture_meeting(store);
	g_autofree char *head = fixture_beside(&f, ".head");
	fixture_append_many(store, meeting, 0, 2, hash);
	g_assert_cmpint(fixture_append(store, second, 0, journal_root, "t.1", second_hash, NULL), ==, APPENDED);
	g_assert_cmpint(g_remove(head), ==, 0);
	fixture_append_many(store, meeting, 2, 1, hash);
	g_assert_cmpint(heads_in(store), ==, 2);
	g_assert_cmpint(remembered(store, meeting), ==, 3);
	g_assert_cmpint(remembered(store, second), ==, 1);
	g_assert_cmpint(truncate(head, 0), ==, 0);
	fixture_append_many(store, meeting, 3, 1, hash);
	g_assert_cmpint(heads_in(store), ==, 2);
	store_free(store);
	fixture_remove(&f);
}

/* A file that is behind the database is only behind. */
static void test_behind(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autofree char *old = NULL;
	gsize length;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	g_autofree char *head = fixture_beside(&f, ".head");
	fixture_append_many(store, meeting, 0, 2, hash);
	g_assert_true(g_file_get_contents(head, &old, &length, NULL));
	fixture_append_many(store, meeting, 2, 2, hash);
	g_assert_true(g_file_set_contents(head, old, length, NULL));
	g_assert_true(head_file_agrees(store, NULL));
	fixture_append_many(store, meeting, 4, 1, hash);
	g_assert_cmpint(remembered(store, meeting), ==, 5);
	store_free(store);
	fixture_remove(&f);
}

/* Two programs write after their commits, not in the order of them: what is remembered never goes back. */
static void test_never_back(void)
{
	struct fixture f;
	char first[JOURNAL_HASH + 1], hash[JOURNAL_HASH + 1];
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	fixture_append_many(store, meeting, 0, 1, first);
	memcpy(hash, first, sizeof hash);
	fixture_append_many(store, meeting, 1, 1, hash);
	g_assert_true(head_file_write(store, meeting, 1, first, NULL));
	g_assert_cmpint(remembered(store, meeting), ==, 2);
	store_free(store);
	fixture_remove(&f);
}

static void put_garbage(const char *head)
{
	g_assert_true(g_file_set_contents(head, "this is no head\n", -1, NULL));
}

/* The first line as it should be and a second that stops in the middle. */
static void put_torn(const char *head)
{
	g_autofree char *line = NULL, *both = NULL;

	g_assert_true(g_file_get_contents(head, &line, NULL, NULL));
	both = g_strdup_printf("%s%.40s", line, line);
	g_assert_true(g_file_set_contents(head, both, -1, NULL));
}

static void put_link(const char *head)
{
	g_remove(head);
	g_assert_cmpint(symlink("/dev/null", head), ==, 0);
}

static void put_link_to_nothing(const char *head)
{
	g_remove(head);
	g_assert_cmpint(symlink("not-there", head), ==, 0);
}

static void put_fifo(const char *head)
{
	g_remove(head);
	g_assert_cmpint(mkfifo(head, 0600), ==, 0);
}

static void put_folder(const char *head)
{
	g_remove(head);
	g_assert_cmpint(g_mkdir(head, 0700), ==, 0);
}

/* What is not ours is neither believed nor followed nor waited for; the message says which line, and what to do. */
static void test_not_ours(void)
{
	static const struct { void (*put)(const char *head); const char *words; } cases[] = {
		{ put_garbage, ".head:1: this is no head" }, { put_torn, ".head:2: this is no head" }, { put_link, "not a plain file" },
		{ put_link_to_nothing, "not a plain file" }, { put_fifo, "not a plain file" }, { put_folder, "not a plain file" },
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct fixture f;
		char hash[JOURNAL_HASH + 1];
		g_autoptr(GError) error = NULL;
		id_t64 meeting;
		struct store *store = fixture_with_meeting(&f, &meeting);
		g_autofree char *head = fixture_beside(&f, ".head"), *target = g_build_filename(f.folder, "not-there", NULL);
		fixture_append_many(store, meeting, 0, 2, hash);
		cases[i].put(head);
		g_assert_cmpint(fixture_append(store, meeting, 2, hash, "s.3", hash, &error), ==, APPEND_FAILED);
		assert_says(&error, cases[i].words);
		g_assert_false(head_file_agrees(store, &error));
		assert_says(&error, cases[i].words);
		g_assert_cmpint(fixture_whole(store, meeting), ==, 2);
		g_assert_false(g_file_test(target, G_FILE_TEST_EXISTS));
		g_remove(head);
		fixture_append_many(store, meeting, 2, 1, hash);
		store_free(store);
		fixture_remove(&f);
	}
}

/* Where one that is not ours came after the last look, the event is recorded all the same and the file is left alone. */
static void test_not_written(void)
{
	static void (*const puts[])(const char *head) = { put_link, put_link_to_nothing, put_fifo, put_folder };

	for (unsigned i = 0; i < G_N_ELEMENTS(puts); i++) {
		struct fixture f;
		char hash[JOURNAL_HASH + 1];
		g_autoptr(GError) error = NULL;
		fixture_make(&f);
		struct store *store = fixture_create(&f);
		g_autofree char *head = fixture_beside(&f, ".head");
		fixture_append_many(store, fixture_meeting(store), 0, 1, hash);
		puts[i](head);
		g_assert_false(head_file_write(store, 1, 1, hash, &error));
		assert_says(&error, "not a plain file");
		store_free(store);
		fixture_remove(&f);
	}
}

/* Who puts the database away and makes a new one of its name is not told that the old one's events are lost. */
static void test_left_behind(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	fixture_append_many(store, fixture_meeting(store), 0, 2, hash);
	store_free(store);
	g_assert_cmpint(g_remove(f.path), ==, 0);
	g_assert_null(store_open(f.path, STORE_CREATE, &error));
	assert_says(&error, ".head: belongs to an earlier database");
	g_assert_false(g_file_test(f.path, G_FILE_TEST_EXISTS));
	fixture_remove_suffix(&f, ".head");
	store_free(fixture_create(&f));
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/head/killed clerk", test_killed);
	g_test_add_func("/store/head/lost log", test_lost_log);
	g_test_add_func("/store/head/copied without its log", test_copied);
	g_test_add_func("/store/head/cut tail", test_cut_tail);
	g_test_add_func("/store/head/other history", test_other_history);
	g_test_add_func("/store/head/other meeting", test_other_meeting);
	g_test_add_func("/store/head/made anew", test_made_anew);
	g_test_add_func("/store/head/behind", test_behind);
	g_test_add_func("/store/head/never back", test_never_back);
	g_test_add_func("/store/head/not ours", test_not_ours);
	g_test_add_func("/store/head/not written", test_not_written);
	g_test_add_func("/store/head/left behind", test_left_behind);
	return g_test_run();
}
