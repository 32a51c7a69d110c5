/* Recording while the disk, the file or another program hurts it (LIMITS.md faults 3 to 7, 10, 13, 14, 17). */
#include "fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
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

/* --- the n-th call fails --- */

/* at: the call that fails, 0 none; then only that one, or all from there on; syncs: only those count */
static struct { long at, calls; int error; bool lasting, syncs; ssize_t (*pread)(int, void *, size_t, off_t);
	ssize_t (*pwrite)(int, const void *, size_t, off_t); int (*ftruncate)(int, off_t); } fault;

static bool fails(bool sync)
{
	if (!fault.at || (fault.syncs && !sync))
		return false;
	fault.calls++;
	errno = fault.error;
	return fault.lasting ? fault.calls >= fault.at : fault.calls == fault.at;
}

static ssize_t failing_pread(int fd, void *bytes, size_t n, off_t at)
{
	return fails(false) ? -1 : fault.pread(fd, bytes, n, at);
}

static ssize_t failing_pwrite(int fd, const void *bytes, size_t n, off_t at)
{
	return fails(false) ? -1 : fault.pwrite(fd, bytes, n, at);
}

static int failing_ftruncate(int fd, off_t size)
{
	return fails(false) ? -1 : fault.ftruncate(fd, size);
}

/* In the place of the C library's, also for SQLite, which offers no way to put another one there. */
int fdatasync(int fd)
{
	return fails(true) ? -1 : (int) syscall(SYS_fdatasync, fd);
}

static void watch_calls(void)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	const char *pwrite_name = vfs->xGetSystemCall(vfs, "pwrite64") ? "pwrite64" : "pwrite";
	const char *pread_name = vfs->xGetSystemCall(vfs, "pread64") ? "pread64" : "pread";

	fault.pread = (ssize_t (*)(int, void *, size_t, off_t)) vfs->xGetSystemCall(vfs, pread_name);
	fault.pwrite = (ssize_t (*)(int, const void *, size_t, off_t)) vfs->xGetSystemCall(vfs, pwrite_name);
	fault.ftruncate = (int (*)(int, off_t)) vfs->xGetSystemCall(vfs, "ftruncate");
	vfs->xSetSystemCall(vfs, pread_name, (sqlite3_syscall_ptr) failing_pread);
	vfs->xSetSystemCall(vfs, pwrite_name, (sqlite3_syscall_ptr) failing_pwrite);
	vfs->xSetSystemCall(vfs, "ftruncate", (sqlite3_syscall_ptr) failing_ftruncate);
}

static void arm(long at, int error, bool lasting, bool syncs)
{
	fault.calls = 0;
	fault.at = at;
	fault.error = error;
	fault.lasting = lasting;
	fault.syncs = syncs;
}

/* Gives whether the fault fired before it was taken away. */
static bool disarm(void)
{
	bool fired = fault.calls >= fault.at;

	fault.at = 0;
	return fired;
}

/* The third event while a call fails; then, on the file opened anew, it is there or not as was said. */
static bool survives(long at, int error_code, bool lasting, int outcomes[APPEND_UNKNOWN + 1])
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	fixture_append_many(store, meeting, 0, 2, hash);
	store_execute(store, "PRAGMA cache_size = 0", NULL);    /* so that there is something to read */
	arm(at, error_code, lasting, false);
	enum append_outcome outcome = fixture_append(store, meeting, 2, hash, "s.3", hash, &error);
	bool fired = disarm();
	g_assert_true((outcome == APPENDED) == (error == NULL));
	store_free(store);
	store = fixture_open(&f, STORE_WRITE);
	int found = journal_store_settle(store, "s.3", NULL);
	g_assert_cmpint(found, >=, 0);
	if (outcome == APPENDED || outcome == APPEND_FAILED)
		g_assert_cmpint(found, ==, outcome == APPENDED);
	g_assert_cmpint(fixture_whole(store, meeting), ==, 2 + found);
	g_assert_true(head_file_agrees(store, NULL));
	g_autofree char *sound = store_check(store);
	g_assert_cmpstr(sound, ==, NULL);
	gint64 seq;
	g_assert_true(journal_store_last(store, meeting, &seq, hash, NULL));
	fixture_append_many(store, meeting, seq, 1, hash);
	outcomes[outcome]++;
	store_free(store);
	fixture_remove(&f);
	return fired;
}

/* Every call that reads, writes or syncs fails in its turn, once or for good, until none is left. */
static void test_nth_call(void)
{
	static const int errors[] = { EIO, ENOSPC };

	for (unsigned e = 0; e < G_N_ELEMENTS(errors); e++)
		for (int lasting = 0; lasting <= 1; lasting++) {
			int outcomes[APPEND_UNKNOWN + 1] = { 0 };
			long n = 1;
			while (survives(n, errors[e], lasting, outcomes))
				n++;
			g_assert_cmpint(n, >, 4);      /* three frames of a header and a page, and the sync */
			g_assert_cmpint(outcomes[APPEND_MOVED], ==, 0);
			g_assert_cmpint(outcomes[APPENDED], >=, 1);
			g_assert_cmpint(outcomes[APPEND_FAILED] + outcomes[APPEND_UNKNOWN], >=, 4);
			g_assert_cmpint(outcomes[APPEND_UNKNOWN], >=, 1);
		}
}

/* --- an outcome that is unknown --- */

static void copy_file(const struct fixture *f, const char *suffix, const char *to)
{
	g_autofree char *from = fixture_beside(f, suffix), *target = fixture_beside(f, to), *bytes = NULL;
	gsize length;

	g_assert_true(g_file_get_contents(from, &bytes, &length, NULL));
	g_assert_true(g_file_set_contents(target, bytes, length, NULL));
}

/* What a power cut would leave now: the file and its log, without the memory that the programs share. */
static int events_after_power_cut(const struct fixture *f, id_t64 meeting)
{
	struct fixture cut = { f->folder, fixture_beside(f, "-cut") };

	copy_file(f, "", "-cut");
	copy_file(f, "-wal", "-cut-wal");
	fixture_remove_suffix(&cut, "-shm");
	struct store *store = fixture_open(&cut, STORE_READ);
	int n = fixture_whole(store, meeting);
	store_free(store);
	g_free(cut.path);
	return n;
}

/* The sync of its third event fails, so that it cannot know; then it is killed. */
static void unknowing_clerk(const struct fixture *f, id_t64 meeting, int start)
{
	char byte, hash[JOURNAL_HASH + 1];
	struct store *store = fixture_open(f, STORE_WRITE);

	if (read(start, &byte, 1) != 0)
		_exit(1);
	fixture_append_many(store, meeting, 0, 2, hash);
	arm(1, EIO, false, true);
	if (fixture_append(store, meeting, 2, hash, "s.3", hash, NULL) != APPEND_UNKNOWN)
		_exit(2);
	raise(SIGKILL);
}

/*
 * While another program has the database open, nobody sees an event whose sync failed; but it is in the log, and the next recovery would
 * find it. Once it was settled that it is not recorded, it stays so.
 */
static void test_settled(void)
{
	struct fixture f;
	int start[2], status;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	store_free(store);
	g_assert_cmpint(pipe(start), ==, 0);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		close(start[1]);
		unknowing_clerk(&f, meeting, start[0]);
	}
	close(start[0]);
	store = fixture_open(&f, STORE_WRITE);
	close(start[1]);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFSIGNALED(status));
	g_assert_cmpint(journal_store_find(store, "s.3", NULL), ==, 0);
	g_assert_cmpint(events_after_power_cut(&f, meeting), ==, 3);
	g_assert_cmpint(journal_store_settle(store, "s.3", NULL), ==, 0);
	g_assert_cmpint(events_after_power_cut(&f, meeting), ==, 2);
	g_assert_cmpint(journal_store_settle(store, "s.2", NULL), ==, 1);
	store_free(store);
	fixture_remove(&f);
}

/* --- no room --- */

/* The log may not grow any more: told each time, and what was told as recorded is there. */
static bool fill_up(const struct fixture *f, id_t64 meeting)
{
	const struct rlimit limit = { 400 * 1024, 400 * 1024 };
	struct store *store = fixture_open(f, STORE_WRITE);
	char hash[JOURNAL_HASH + 1] = "";
	gint64 seq = 0;
	g_autoptr(GError) error = NULL;
	enum append_outcome outcome = APPENDED;

	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &limit);
	g_strlcpy(hash, journal_root, sizeof hash);
	while (outcome == APPENDED && seq < 1000) {
		g_autofree char *id = g_strdup_printf("s.%d", (int) seq + 1);
		outcome = fixture_append(store, meeting, seq, hash, id, hash, &error);
		seq += outcome == APPENDED;
	}
	bool told = outcome != APPENDED && outcome != APPEND_MOVED && error && strstr(error->message, "the disk");
	bool kept = fixture_whole(store, meeting) == seq && seq > 3;
	store_free(store);
	return told && kept;
}

static void test_no_room(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	gint64 seq;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	store_free(store);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		_exit(fill_up(&f, meeting) ? 0 : 1);
	g_assert_true(fixture_done(child));
	store = fixture_open(&f, STORE_WRITE);
	g_assert_true(head_file_agrees(store, NULL));
	g_assert_true(journal_store_last(store, meeting, &seq, hash, NULL));
	fixture_append_many(store, meeting, seq, 1, hash);
	g_assert_cmpint(fixture_whole(store, meeting), ==, seq + 1);
	store_free(store);
	fixture_remove(&f);
}

/* --- another writer --- */

static void test_busy(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autoptr(GError) error = NULL;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting), *other = fixture_open(&f, STORE_WRITE);
	fixture_append_many(store, meeting, 0, 1, hash);
	store_set_patience(store, 20);
	fixture_begin(other);
	g_assert_cmpint(fixture_append(store, meeting, 1, hash, "s.2", hash, &error), ==, APPEND_FAILED);
	assert_says(&error, "another program is writing");
	store_rollback(other);
	fixture_append_many(store, meeting, 1, 1, hash);
	store_free(other);
	store_free(store);
	fixture_remove(&f);
}

/* --- gone, emptied, replaced --- */

static void test_replaced(void)
{
	struct fixture f;
	char hash[JOURNAL_HASH + 1];
	g_autofree char *copy = NULL;
	g_autoptr(GError) error = NULL;
	gsize length;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	g_autofree char *aside = fixture_beside(&f, ".aside");
	fixture_append_many(store, meeting, 0, 2, hash);
	g_assert_true(g_file_get_contents(f.path, &copy, &length, NULL));
	g_assert_cmpint(g_rename(f.path, aside), ==, 0);
	g_assert_cmpint(fixture_append(store, meeting, 2, hash, "s.3", hash, &error), ==, APPEND_FAILED);
	assert_says(&error, "the file is gone");
	g_assert_true(g_file_set_contents(f.path, copy, length, NULL));
	g_assert_cmpint(fixture_append(store, meeting, 2, hash, "s.3", hash, &error), ==, APPEND_FAILED);
	assert_says(&error, "another file was put in its place");
	g_assert_cmpint(truncate(f.path, 0), ==, 0);
	g_assert_cmpint(fixture_append(store, meeting, 2, hash, "s.3", hash, &error), ==, APPEND_FAILED);
	assert_says(&error, "the file was emptied");
	g_assert_cmpint(g_rename(aside, f.path), ==, 0);
	fixture_append_many(store, meeting, 2, 1, hash);
	store_free(store);
	fixture_remove(&f);
}

/* --- the log hurt --- */

enum { SAFE = 5, IN_LOG = 20 };

/* What files were when the clerk was killed, to be hurt again and again. */
struct patient { struct fixture f; id_t64 meeting; char *main, *wal; gsize main_length, wal_length; };

static void patient_make(struct patient *p, const char *first)
{
	char hash[JOURNAL_HASH + 1];

	fixture_make(&p->f);
	struct store *store = fixture_create(&p->f);
	p->meeting = fixture_meeting(store);
	g_assert_cmpint(fixture_append(store, p->meeting, 0, journal_root, first, hash, NULL), ==, APPENDED);
	fixture_append_many(store, p->meeting, 1, SAFE - 1, hash);
	store_free(store);
	fixture_killed_clerk(&p->f, p->meeting, SAFE, IN_LOG, hash);
	g_autofree char *wal = fixture_beside(&p->f, "-wal");
	g_assert_true(g_file_get_contents(p->f.path, &p->main, &p->main_length, NULL));
	g_assert_true(g_file_get_contents(wal, &p->wal, &p->wal_length, NULL));
}

static void patient_put(const struct patient *p, const char *wal, gsize length)
{
	g_autofree char *name = fixture_beside(&p->f, "-wal");

	fixture_remove_suffix(&p->f, "-shm");
	g_assert_true(g_file_set_contents(p->f.path, p->main, p->main_length, NULL));
	g_assert_true(g_file_set_contents(name, wal, length, NULL));
}

static void patient_clear(struct patient *p)
{
	g_free(p->main);
	g_free(p->wal);
	fixture_remove(&p->f);
}

/* However many events are left, they are a whole beginning, and each that is missing is counted. Gives how many are left. */
static int counts_what_is_lost(const struct patient *p)
{
	g_autoptr(GError) error = NULL;
	struct store *store = fixture_open(&p->f, STORE_WRITE);
	int left = fixture_whole(store, p->meeting), lost = SAFE + IN_LOG - left;
	g_autofree char *words = g_strdup_printf("%d event%s recorded for meeting", lost, lost == 1 ? "" : "s");

	g_assert_cmpint(left, >=, SAFE);
	g_assert_true(head_file_agrees(store, &error) == (lost == 0));
	if (lost)
		assert_says(&error, words);
	store_free(store);
	return left;
}

/* As after a power cut: the log ends anywhere, or a byte of it is another. SQLite says nothing of either. */
static void test_hurt_log(void)
{
	struct patient p;
	int noticed = 0;

	patient_make(&p, "s.1");
	patient_put(&p, p.wal, p.wal_length);
	g_assert_cmpint(counts_what_is_lost(&p), ==, SAFE + IN_LOG);
	for (int i = 0; i < 80; i++) {
		g_autofree char *wal = g_memdup2(p.wal, p.wal_length);
		gsize at = (gsize) g_test_rand_int_range(0, (gint32) p.wal_length);
		if (i % 2)
			wal[at] ^= (char) (1 << g_test_rand_int_range(0, 8));
		patient_put(&p, wal, i % 2 ? p.wal_length : at);
		noticed += counts_what_is_lost(&p) < SAFE + IN_LOG;
	}
	g_assert_cmpint(noticed, >, 20);
	patient_clear(&p);
}

/* The log of another database in the place of its own. */
static void test_other_log(void)
{
	struct patient p, other;
	g_autoptr(GError) error = NULL;

	patient_make(&p, "s.1");
	patient_make(&other, "o.1");
	patient_put(&p, other.wal, other.wal_length);
	g_autoptr(store_t) store = store_open(p.f.path, STORE_WRITE, &error);
	if (store)
		g_assert_false(head_file_agrees(store, &error));
	g_assert_nonnull(error);
	g_clear_pointer(&store, store_free);
	patient_clear(&p);
	patient_clear(&other);
}

/* --- altered --- */

static void alter(const struct fixture *f, const char *from, const char *to)
{
	g_autofree char *bytes = NULL;
	gsize length;
	int n = 0;

	g_assert_true(g_file_get_contents(f->path, &bytes, &length, NULL));
	for (gsize at = 0; at + strlen(from) <= length; at++)
		if (memcmp(bytes + at, from, strlen(from)) == 0) {
			memcpy(bytes + at, to, strlen(to));
			n++;
		}
	g_assert_cmpint(n, ==, 1);
	g_assert_true(g_file_set_contents(f->path, bytes, length, NULL));
}

/* A vote changed in the file: SQLite finds it sound, the chain names the event. */
static void test_altered(void)
{
	struct fixture f;
	char head[JOURNAL_HASH + 1];
	struct meeting_event vote = { .at = 5000, .id = (char *) "s.3", .who = (char *) "ana", .kind = MEETING_NOTE, .text = (char *) "votes aye" };
	g_autoptr(GError) error = NULL;
	id_t64 meeting;
	struct store *store = fixture_with_meeting(&f, &meeting);
	fixture_append_many(store, meeting, 0, 2, head);
	g_assert_cmpint(journal_store_append(store, meeting, 2, head, &vote, NULL), ==, APPENDED);
	g_assert_true(store_execute(store, "PRAGMA wal_checkpoint(TRUNCATE)", NULL));
	store_free(store);
	alter(&f, "votes aye", "votes nay");
	store = fixture_open(&f, STORE_READ);
	g_autofree char *sound = store_check(store);
	g_assert_cmpstr(sound, ==, NULL);
	g_autoptr(GPtrArray) events = journal_store_read(store, meeting, 2, NULL);
	g_assert_cmpstr(((struct meeting_event *) events->pdata[0])->text, ==, "votes nay");
	g_assert_false(meeting_event_follows(events->pdata[0], 2, head, &error));
	assert_says(&error, "event 3 ");
	store_free(store);
	fixture_remove(&f);
}

int main(int argc, char **argv)
{
	watch_calls();
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/store/journal faults/the n-th call fails", test_nth_call);
	g_test_add_func("/store/journal faults/settled for good", test_settled);
	g_test_add_func("/store/journal faults/no room", test_no_room);
	g_test_add_func("/store/journal faults/busy", test_busy);
	g_test_add_func("/store/journal faults/replaced", test_replaced);
	g_test_add_func("/store/journal faults/hurt log", test_hurt_log);
	g_test_add_func("/store/journal faults/other log", test_other_log);
	g_test_add_func("/store/journal faults/altered", test_altered);
	return g_test_run();
}
