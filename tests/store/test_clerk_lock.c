/* Who holds the record: one at a time, nobody once dead, whoever took it over from then on. */
#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "store/clerk_lock.h"

static struct clerk_lock *take(struct store *store, const char *who, const char *session)
{
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;
	struct clerk_lock *lock = clerk_lock_take(store, who, session, 1234, &holder, &error);

	g_assert_no_error(error);
	g_assert_nonnull(lock);
	return lock;
}

static void assert_holder(struct store *store, const char *who, const char *session)
{
	struct clerk_holder holder = { 0 };

	g_assert_true(clerk_lock_look(store, &holder));
	g_assert_cmpstr(holder.who, ==, who);
	g_assert_cmpstr(holder.session, ==, session);
	clerk_holder_clear(&holder);
}

static void test_take(void)
{
	struct fixture f;
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f), *reader = fixture_open(&f, STORE_READ);
	g_assert_false(clerk_lock_look(reader, &holder));
	struct clerk_lock *lock = take(store, "ana maria", "aa");
	g_assert_null(clerk_lock_take(reader, "ben", "bb", 1300, &holder, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(holder.who, ==, "ana maria");
	g_assert_cmpint(holder.since, ==, 1234);
	g_assert_cmpint(holder.pid, ==, getpid());
	clerk_holder_clear(&holder);
	assert_holder(reader, "ana maria", "aa");
	clerk_lock_free(lock);
	g_assert_false(clerk_lock_look(reader, &holder));
	lock = take(reader, "b", "bb");                    /* a shorter line leaves nothing of the longer one */
	assert_holder(store, "b", "bb");
	clerk_lock_free(lock);
	store_free(store);
	store_free(reader);
	fixture_remove(&f);
}

static int files_in(const struct fixture *f)
{
	g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
	int n = 0;

	while (g_dir_read_name(dir))
		n++;
	return n;
}

static void test_seize(void)
{
	struct fixture f;
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f), *other = fixture_open(&f, STORE_WRITE);
	struct clerk_lock *lock = take(store, "ana", "aa");
	int files = files_in(&f);
	struct clerk_lock *seized = clerk_lock_seize(other, "ben", "bb", 1400, &error);
	g_assert_no_error(error);
	g_assert_true(!clerk_lock_held(lock) && clerk_lock_held(seized));
	g_assert_cmpint(files_in(&f), ==, files);
	assert_holder(store, "ben", "bb");
	clerk_lock_free(lock);                             /* whoever lost it takes nothing along */
	assert_holder(store, "ben", "bb");
	g_assert_null(clerk_lock_take(store, "ana", "aa", 1500, &holder, &error));
	g_assert_cmpstr(holder.who, ==, "ben");
	clerk_holder_clear(&holder);
	lock = clerk_lock_seize(store, "ana", "aa", 1600, &error);
	g_assert_true(clerk_lock_held(lock) && !clerk_lock_held(seized));
	fixture_remove_suffix(&f, ".clerk");
	g_assert_false(clerk_lock_held(lock));
	clerk_lock_free(seized);
	clerk_lock_free(lock);
	store_free(store);
	store_free(other);
	fixture_remove(&f);
}

/* A clerk in a process of its own, holding the record when this returns. */
static pid_t start_clerk(const struct fixture *f)
{
	int ready[2];
	char byte;

	g_assert_cmpint(pipe(ready), ==, 0);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		take(fixture_open(f, STORE_WRITE), "ana", "aa");
		if (write(ready[1], "x", 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	close(ready[1]);
	g_assert_cmpint(read(ready[0], &byte, 1), ==, 1);
	close(ready[0]);
	return child;
}

/* Whoever is killed holds nothing any more; whoever is only stopped still does. */
static void test_dies(void)
{
	struct fixture f;
	struct clerk_holder holder = { 0 };
	int status;

	fixture_make(&f);
	store_free(fixture_create(&f));
	pid_t child = start_clerk(&f);
	struct store *store = fixture_open(&f, STORE_WRITE);
	assert_holder(store, "ana", "aa");
	kill(child, SIGSTOP);
	g_assert_cmpint(waitpid(child, &status, WUNTRACED), ==, child);
	assert_holder(store, "ana", "aa");
	kill(child, SIGKILL);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_false(clerk_lock_look(store, &holder));
	clerk_lock_free(take(store, "ben", "bb"));
	store_free(store);
	fixture_remove(&f);
}

/* A program that the clerk's program has started and that outlives it does not hold the record for it. */
static void test_not_inherited(void)
{
	struct fixture f;
	struct clerk_holder holder = { 0 };
	int in[2], out[2];
	char byte;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	struct clerk_lock *lock = take(store, "ana", "aa");
	g_assert_cmpint(pipe(in), ==, 0);
	g_assert_cmpint(pipe(out), ==, 0);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[1]);
		execlp("cat", "cat", NULL);
		_exit(1);
	}
	close(out[1]);
	g_assert_cmpint(write(in[1], "x", 1), ==, 1);
	g_assert_cmpint(read(out[0], &byte, 1), ==, 1);    /* it is another program by now */
	clerk_lock_free(lock);
	g_assert_false(clerk_lock_look(store, &holder));
	close(in[0]);
	close(in[1]);
	close(out[0]);
	g_assert_true(fixture_done(child));
	store_free(store);
	fixture_remove(&f);
}

/* Nothing but a plain file is locked, followed or waited for. */
static void test_not_ours(void)
{
	struct fixture f;
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	g_autofree char *path = fixture_beside(&f, ".clerk"), *target = g_build_filename(f.folder, "target", NULL);
	g_assert_cmpint(symlink("target", path), ==, 0);
	g_assert_null(clerk_lock_take(store, "ana", "aa", 1, &holder, &error));
	g_assert_nonnull(strstr(error->message, "not a plain file"));
	g_assert_null(holder.who);
	g_clear_error(&error);
	g_assert_false(g_file_test(target, G_FILE_TEST_EXISTS));
	g_remove(path);
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
	g_assert_null(clerk_lock_take(store, "ana", "aa", 1, &holder, &error));
	g_assert_nonnull(error);
	g_assert_false(clerk_lock_look(store, &holder));
	store_free(store);
	fixture_remove(&f);
}

/* Whatever stands in the file: it is held, by somebody of whom no more is known. */
static void test_garbage(void)
{
	static const char *const contents[] = { "", "\n", "12", "a b c d", "99999999999999999999999999 -1 s", "\xff\xfe\x01" };
	struct fixture f;
	struct clerk_holder holder = { 0 };
	g_autofree char *long_line = g_strnfill(5000, '7');

	fixture_make(&f);
	struct store *store = fixture_create(&f);
	g_autofree char *path = fixture_beside(&f, ".clerk");
	struct clerk_lock *lock = take(store, "ana", "aa");
	for (unsigned i = 0; i <= G_N_ELEMENTS(contents); i++) {
		FILE *file = g_fopen(path, "w");
		fputs(i < G_N_ELEMENTS(contents) ? contents[i] : long_line, file);
		fclose(file);
		g_assert_true(clerk_lock_look(store, &holder));
		g_assert_cmpstr(holder.who, ==, "");
		clerk_holder_clear(&holder);
	}
	clerk_lock_free(lock);
	store_free(store);
	fixture_remove(&f);
}

/* Everybody else reads the meeting, sees who holds the record, and leaves nothing behind. */
static void looks_on(const struct fixture *f)
{
	struct store *store = fixture_open(f, STORE_WRITE);
	struct clerk_holder holder = { 0 };
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;
	gint64 seq;

	g_assert_nonnull(store_read_only(store));
	assert_holder(store, "ana", "aa");
	g_assert_cmpint(fixture_whole(store, 1), ==, 2);
	g_assert_true(journal_store_last(store, 1, &seq, hash, NULL));
	g_assert_cmpint(fixture_append(store, 1, seq, hash, "u.1", hash, &error), ==, APPEND_FAILED);
	g_assert_nonnull(strstr(error->message, "may only be read"));
	g_clear_error(&error);
	g_assert_null(clerk_lock_take(store, "eve", "ee", 2, &holder, &error));
	g_assert_nonnull(error);
	g_assert_null(clerk_lock_seize(store, "eve", "ef", 2, NULL));
	store_free(store);
}

static void test_read_only(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];

	if (geteuid() != 0) {
		g_test_skip("needs root, to become somebody else");
		return;
	}
	fixture_make(&f);
	struct store *store = fixture_create(&f);
	g_chmod(f.path, 0644);
	g_chmod(f.folder, 0755);
	g_assert_cmpint(fixture_meeting(store), ==, 1);
	fixture_append_many(store, 1, 0, 2, hash);
	store_free(store);
	pid_t clerk = start_clerk(&f);
	int files = files_in(&f);
	fixture_as_other(&f, looks_on);
	g_assert_cmpint(files_in(&f), ==, files);
	kill(clerk, SIGKILL);
	waitpid(clerk, NULL, 0);
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/clerk/take and look", test_take);
	g_test_add_func("/store/clerk/seize", test_seize);
	g_test_add_func("/store/clerk/dies", test_dies);
	g_test_add_func("/store/clerk/not inherited", test_not_inherited);
	g_test_add_func("/store/clerk/not ours", test_not_ours);
	g_test_add_func("/store/clerk/garbage", test_garbage);
	g_test_add_func("/store/clerk/read only", test_read_only);
	return g_test_run();
}
