/* The journal as rows: no fork, no loss without a word, nothing that dais did not write; who holds the record. */
#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "store/clerk_lock.h"
#include "store/head_file.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/store_private.h"

static id_t64 make_meeting(struct store *store)
{
	struct meeting_record meeting = { .body = (char *) "crb", .kind = (char *) "regular", .starts = 1000, .status = (char *) "planned" };
	fixture_begin(store);
	g_assert_true(meeting_store_insert(store, &meeting, NULL));
	fixture_commit(store);
	return meeting.id;
}

static enum append_outcome append(struct store *store, id_t64 meeting, gint64 after, const char *head, const char *id, char hash[JOURNAL_HASH + 1], GError **error)
{
	struct meeting_event event = { .at = 5000 + after, .id = (char *) id, .who = (char *) "ana", .kind = MEETING_NOTE, .text = (char *) id };
	enum append_outcome outcome = journal_store_append(store, meeting, after, head, &event, error);
	if (outcome == APPENDED)
		g_strlcpy(hash, event.hash, JOURNAL_HASH + 1);
	return outcome;
}

/* n events, "s.1" and so on; hash gets the head. */
static void append_many(struct store *store, id_t64 meeting, int n, char hash[JOURNAL_HASH + 1])
{
	g_strlcpy(hash, journal_root, JOURNAL_HASH + 1);
	for (int i = 0; i < n; i++) {
		g_autofree char *id = g_strdup_printf("s.%d", i + 1);
		g_assert_cmpint(append(store, meeting, i, hash, id, hash, NULL), ==, APPENDED);
	}
}

static void test_append(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], last[JOURNAL_HASH + 1];
	gint64 seq;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = make_meeting(store);
	append_many(store, meeting, 3, hash);
	store_free(store);
	store = fixture_open(&f, STORE_READ);
	g_assert_true(journal_store_last(store, meeting, &seq, last, NULL));
	g_assert_cmpint(seq, ==, 3);
	g_assert_cmpstr(last, ==, hash);
	g_autoptr(GPtrArray) events = journal_store_read(store, meeting, 1, NULL);
	g_assert_cmpuint(events->len, ==, 2);
	g_assert_true(meeting_event_follows(events->pdata[1], 2, ((struct meeting_event *) events->pdata[0])->hash, NULL));
	g_assert_cmpstr(((struct meeting_event *) events->pdata[1])->text, ==, "s.3");
	g_assert_cmpint(journal_store_find(store, "s.2", NULL), ==, 1);
	g_assert_cmpint(journal_store_find(store, "s.4", NULL), ==, 0);
	store_free(store);
	fixture_remove(&f);
}

/* Two programs that read the same state: the second to record is told, and nothing of it is written. */
static void test_no_fork(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], ignored[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *one = fixture_create(&f);
	id_t64 meeting = make_meeting(one);
	append_many(one, meeting, 2, hash);
	struct store *two = fixture_open(&f, STORE_WRITE);
	g_assert_cmpint(append(two, meeting, 2, hash, "t.1", ignored, NULL), ==, APPENDED);
	g_assert_cmpint(append(one, meeting, 2, hash, "s.3", ignored, &error), ==, APPEND_MOVED);
	g_assert_nonnull(strstr(error->message, "meanwhile"));
	g_assert_cmpint(journal_store_find(one, "s.3", NULL), ==, 0);
	g_clear_error(&error);
	g_assert_cmpint(append(one, meeting, 3, journal_root, "s.3", ignored, &error), ==, APPEND_MOVED);
	g_clear_error(&error);
	g_assert_cmpint(append(one, meeting, 3, ignored, "t.1", ignored, &error), !=, APPENDED);
	store_free(one);
	store_free(two);
	fixture_remove(&f);
}

/* The same event sent twice, as after an unknown outcome, is stored once. */
static void test_same_id(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1], other[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = make_meeting(store);
	append_many(store, meeting, 1, hash);
	g_assert_cmpint(append(store, meeting, 1, hash, "s.1", other, &error), ==, APPEND_FAILED);
	g_assert_nonnull(error);
	store_free(store);
	fixture_remove(&f);
}

/* A clerk that records n events and is killed; the log stays beside the file. */
static void killed_clerk(const struct fixture *f, id_t64 meeting, int n)
{
	pid_t child = fork();
	if (child == 0) {
		char hash[JOURNAL_HASH + 1];
		struct store *store = store_open(f->path, STORE_WRITE, NULL);
		if (store)
			append_many(store, meeting, n, hash);
		raise(SIGKILL);
		_exit(1);
	}
	int status;
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFSIGNALED(status));
}

static void test_killed(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	gint64 seq;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = make_meeting(store);
	store_free(store);
	killed_clerk(&f, meeting, 5);
	store = fixture_open(&f, STORE_WRITE);
	g_assert_true(head_file_agrees(store, NULL));
	g_assert_true(journal_store_last(store, meeting, &seq, hash, NULL));
	g_assert_cmpint(seq, ==, 5);
	store_free(store);
	fixture_remove(&f);
}

/* SQLite opens such a file without a word (LIMITS B2): we say how many events are gone, and record nothing. */
static void test_lost_log(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL, refused = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = make_meeting(store);
	append_many(store, meeting, 2, hash);
	store_execute(store, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
	store_free(store);
	pid_t child = fork();
	if (child == 0) {
		store = store_open(f.path, STORE_WRITE, NULL);
		for (int i = 2; i < 5; i++) {
			g_autofree char *id = g_strdup_printf("s.%d", i + 1);
			append(store, meeting, i, hash, id, hash, NULL);
		}
		raise(SIGKILL);
	}
	waitpid(child, NULL, 0);
	g_autofree char *wal = g_strconcat(f.path, "-wal", NULL), *shm = g_strconcat(f.path, "-shm", NULL);
	g_remove(wal);
	g_remove(shm);
	store = fixture_open(&f, STORE_WRITE);
	g_assert_false(head_file_agrees(store, &error));
	g_assert_nonnull(strstr(error->message, "3 events recorded for meeting"));
	g_assert_cmpint(append(store, meeting, 2, hash, "u.1", hash, &refused), ==, APPEND_FAILED);
	g_assert_nonnull(strstr(refused->message, "nothing is recorded"));
	g_autoptr(GPtrArray) events = journal_store_read(store, meeting, 0, NULL);
	g_assert_cmpuint(events->len, ==, 2);          /* what is there can be read */
	store_free(store);
	fixture_remove(&f);
}

/* Another history of the same length is no better than a lost one. */
static void test_other_history(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = make_meeting(store);
	append_many(store, meeting, 2, hash);
	store_execute(store, "UPDATE journal SET hash = zeroblob(32) WHERE seq = 2", NULL);
	store_free(store);
	store = fixture_open(&f, STORE_WRITE);
	g_assert_false(head_file_agrees(store, &error));
	g_assert_nonnull(strstr(error->message, "another than the one"));
	store_free(store);
	fixture_remove(&f);
}

static void test_head_files(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	id_t64 meeting = make_meeting(store);
	append_many(store, meeting, 2, hash);
	g_autofree char *head = g_strconcat(f.path, ".head", NULL);
	g_remove(head);                                  /* missing: made anew */
	g_assert_cmpint(append(store, meeting, 2, hash, "s.3", hash, NULL), ==, APPENDED);
	g_autoptr(GArray) heads = head_file_read(store, NULL);
	g_assert_cmpuint(heads->len, ==, 1);
	g_assert_cmpint(g_array_index(heads, struct head, 0).seq, ==, 3);
	g_assert_cmpstr(g_array_index(heads, struct head, 0).hash, ==, hash);
	g_assert_true(g_file_set_contents(head, "this is no head\n", -1, NULL));
	g_assert_cmpint(append(store, meeting, 3, hash, "s.4", hash, &error), ==, APPEND_FAILED);
	g_assert_nonnull(strstr(error->message, ".head:1:"));
	g_remove(head);
	g_clear_error(&error);
	g_assert_cmpint(symlink("/dev/null", head), ==, 0);
	g_assert_cmpint(append(store, meeting, 3, hash, "s.4", hash, &error), ==, APPEND_FAILED);
	g_assert_nonnull(strstr(error->message, "plain file"));
	store_free(store);
	fixture_remove(&f);
}

/* Rows that dais cannot have written are named, never shown as if they were good. */
static void test_hostile_rows(void)
{
	static const char *const hostile[] = {
		"UPDATE journal SET kind = 'abolished' WHERE seq = 2", "UPDATE journal SET hash = x'00' WHERE seq = 2",
		"UPDATE journal SET item = -1 WHERE seq = 2", "UPDATE journal SET motion = 99999999999 WHERE seq = 2",
		"UPDATE journal SET text = replace(hex(zeroblob(40000)), '00', 'xx') WHERE seq = 2",
		"UPDATE journal SET text = 'a' || char(0) || 'b' WHERE seq = 2",
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(hostile); i++) {
		struct fixture f;
		char hash[JOURNAL_HASH + 1];
		g_autoptr(GError) error = NULL;
		fixture_make(&f);
		struct store *store = fixture_create(&f);
		id_t64 meeting = make_meeting(store);
		append_many(store, meeting, 3, hash);
		g_assert_true(store_execute(store, hostile[i], NULL));
		g_assert_null(journal_store_read(store, meeting, 0, &error));
		g_assert_nonnull(strstr(error->message, "event 2"));
		store_free(store);
		fixture_remove(&f);
	}
}

static void test_clerk(void)
{
	struct fixture f;
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f), *reader = fixture_open(&f, STORE_READ);
	g_assert_false(clerk_lock_look(reader, &holder));
	struct clerk_lock *lock = clerk_lock_take(store, "ana", "aa", 1234, &holder, &error);
	g_assert_nonnull(lock);
	g_assert_null(clerk_lock_take(reader, "ben", "bb", 1300, &holder, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(holder.who, ==, "ana");
	g_assert_cmpint(holder.since, ==, 1234);
	clerk_holder_clear(&holder);
	g_assert_true(clerk_lock_look(reader, &holder));
	g_assert_cmpstr(holder.session, ==, "aa");
	clerk_holder_clear(&holder);
	struct clerk_lock *seized = clerk_lock_seize(reader, "ben", "bb", 1400, &error);
	g_assert_nonnull(seized);
	g_assert_false(clerk_lock_held(lock));
	g_assert_true(clerk_lock_held(seized));
	clerk_lock_free(lock);
	g_assert_true(clerk_lock_look(store, &holder));
	g_assert_cmpstr(holder.who, ==, "ben");
	clerk_holder_clear(&holder);
	clerk_lock_free(seized);
	g_assert_false(clerk_lock_look(store, &holder));
	store_free(store);
	store_free(reader);
	fixture_remove(&f);
}

/* Whoever dies holds nothing any more. */
static void test_clerk_dies(void)
{
	struct fixture f;
	struct clerk_holder holder = { 0 };
	int ready[2];
	char byte;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	g_assert_cmpint(pipe(ready), ==, 0);
	pid_t child = fork();
	if (child == 0) {
		struct store *mine = store_open(f.path, STORE_WRITE, NULL);
		struct clerk_lock *lock = clerk_lock_take(mine, "ana", "aa", 1, &holder, NULL);
		if (!lock || write(ready[1], "x", 1) != 1)
			_exit(1);
		pause();
	}
	g_assert_cmpint(read(ready[0], &byte, 1), ==, 1);
	g_assert_true(clerk_lock_look(store, &holder));
	g_assert_cmpint(holder.pid, ==, child);
	clerk_holder_clear(&holder);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	g_assert_false(clerk_lock_look(store, &holder));
	close(ready[0]);
	close(ready[1]);
	store_free(store);
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/journal/append and read", test_append);
	g_test_add_func("/store/journal/no fork", test_no_fork);
	g_test_add_func("/store/journal/the same event once", test_same_id);
	g_test_add_func("/store/journal/killed clerk", test_killed);
	g_test_add_func("/store/journal/lost log", test_lost_log);
	g_test_add_func("/store/journal/other history", test_other_history);
	g_test_add_func("/store/journal/head files", test_head_files);
	g_test_add_func("/store/journal/hostile rows", test_hostile_rows);
	g_test_add_func("/store/clerk/take, look, seize", test_clerk);
	g_test_add_func("/store/clerk/dies", test_clerk_dies);
	return g_test_run();
}
