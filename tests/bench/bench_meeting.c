/*
 * Times the recording and following of a meeting without a screen. Samples as "METRIC VALUE" on a line, times in ms.
 *   bench_meeting make FILE EVENTS       a database with a meeting of about EVENTS events, motions and votes, whose last vote is open
 *   bench_meeting record FILE N          N times, in turn: a bare insert into FILE.bare (bare.ms), a vote recorded and read back (record.ms)
 *   bench_meeting bare FILE N            the bare inserts alone
 *   bench_meeting follow FILE N READERS  N votes; commit.ms is the recording, delay.ms for each reader the time from its begin to the new state
 *   bench_meeting load FILE N            the meeting read from its journal: load.ms, load.events
 * A bare insert is one short row with synchronous=FULL in WAL mode by nothing but SQLite. Between two entries there is a pause, as at a
 * keyboard, so that both find the caches as cold.
 */
#include <poll.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "action/record_action.h"
#include "app/watch.h"
#include "meeting_script.h"
#include "model/meeting_model.h"
#include "store/head_file.h"
#include "store/journal_store.h"

#define PAUSE_US 8000
#define NEVER_LATER_MS 250      /* the safety net of followers, as in the dashboard */
#define READERS_MOST 64

static double now_ms(void)
{
	return (double) g_get_monotonic_time() / 1e3;
}

static void check(bool good, GError *error)
{
	if (good)
		return;
	fprintf(stderr, "bench_meeting: %s\n", error ? error->message : "failed");
	exit(1);
}

static id_t64 only_meeting(struct store *store)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) ids = journal_store_meetings(store, &error);

	check(ids && ids->len == 1, error);
	return g_array_index(ids, id_t64, 0);
}

/* --- made --- */

static void make(const char *path, guint events)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(meeting_t) meeting = script_begin();

	script_roll(meeting, "");
	script_item(meeting, 7);
	while (meeting->events->len + 13 < events) {
		script_move(meeting, "1", "2", "main", "To adopt the policy on cameras as it was presented, with a report within ninety days.");
		script_vote(meeting, "1=aye 2=aye 3=nay 4=aye 5=abstain youth1=nay youth2=aye chair=aye");
		script_declare(meeting);
	}
	script_move(meeting, "1", "2", "main", "To adopt the policy.");
	script_vote(meeting, "");
	struct store *store = store_open(path, STORE_CREATE, &error);
	check(store && record_replay(store, meeting->events, &error), error);
	store_free(store);
}

/* --- recorded --- */

struct bare { sqlite3 *db; sqlite3_stmt *insert; };

static void bare_open(struct bare *bare, const char *path)
{
	g_autofree char *file = g_strconcat(path, ".bare", NULL);
	bool good = sqlite3_open(file, &bare->db) == SQLITE_OK && sqlite3_exec(bare->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
		"CREATE TABLE IF NOT EXISTS vote (id INTEGER PRIMARY KEY, seat TEXT, choice TEXT)", NULL, NULL, NULL) == SQLITE_OK;

	check(good && sqlite3_prepare_v2(bare->db, "INSERT INTO vote (seat, choice) VALUES ('1', 'aye')", -1, &bare->insert, NULL) == SQLITE_OK, NULL);
}

static double bare_insert(struct bare *bare)
{
	double begun = now_ms();

	check(sqlite3_step(bare->insert) == SQLITE_DONE, NULL);
	sqlite3_reset(bare->insert);
	return now_ms() - begun;
}

static void bare_close(struct bare *bare)
{
	sqlite3_finalize(bare->insert);
	sqlite3_close(bare->db);
}

struct desk { struct store *store; struct meeting_model *model; struct clerk *clerk; };

static void desk_open(struct desk *desk, const char *path, enum store_mode mode)
{
	static const struct board board = { .zone = NULL };
	GError *error = NULL;

	desk->store = store_open(path, mode, &error);
	check(desk->store, error);
	desk->model = meeting_model_load(desk->store, &board, only_meeting(desk->store), SCRIPT_BEGINS, &error);
	check(desk->model && !desk->model->broken, error);
}

static void desk_close(struct desk *desk)
{
	if (desk->clerk)
		clerk_free(desk->clerk);
	meeting_model_free(desk->model);
	store_free(desk->store);
}

static void desk_take(struct desk *desk)
{
	struct clerk_holder holder = { 0 };
	GError *error = NULL;

	desk->clerk = clerk_new(desk->store, desk->model->id, "ana", NULL);
	check(clerk_take(desk->clerk, 1, &holder, &error), error);
}

/* The first seat answers, or takes its answer back: always in order. */
static void record_one(struct desk *desk)
{
	const struct meeting *meeting = desk->model->meeting;
	const struct vote *vote = meeting_open_vote(meeting);
	bool answered = vote_ballot(vote, meeting_seat(meeting, "1"))->seq;
	struct meeting_event event = { .kind = answered ? MEETING_VOTE_TAKEN_BACK : MEETING_VOTE_CAST, .motion = vote->motion, .number = vote->number,
		.seat = (char *) "1", .word = (char *) (answered ? NULL : "aye") };
	GError *error = NULL;

	check(clerk_record(desk->clerk, meeting, &event, SCRIPT_BEGINS + 10 * meeting->seq, &error) == RECORDED, error);
}

static void catch_up(struct desk *desk)
{
	GError *error = NULL;
	bool changed;

	check(meeting_model_catch_up(desk->model, desk->store, &changed, &error) && !desk->model->broken, error);
}

static void record(const char *path, int n)
{
	struct desk desk = { 0 };
	struct bare bare;

	desk_open(&desk, path, STORE_WRITE);
	desk_take(&desk);
	bare_open(&bare, path);
	for (int i = 0; i < n; i++) {
		g_usleep(PAUSE_US);
		printf("bare.ms %.3f\n", bare_insert(&bare));
		g_usleep(PAUSE_US);
		double begun = now_ms();
		record_one(&desk);
		catch_up(&desk);
		printf("record.ms %.3f\n", now_ms() - begun);
		head_file_sync(desk.store);      /* in an idle moment, as the dashboard does */
	}
	bare_close(&bare);
	desk_close(&desk);
}

static void bare_only(const char *path, int n)
{
	struct bare bare;

	bare_open(&bare, path);
	for (int i = 0; i < n; i++) {
		g_usleep(PAUSE_US);
		printf("bare.ms %.3f\n", bare_insert(&bare));
	}
	bare_close(&bare);
}

/* --- followed --- */

/* seen: shared with the parent; when the event of an index was there. */
static void reader(const char *path, gint64 first, int n, gint *ready, double *seen)
{
	struct desk desk = { 0 };

	desk_open(&desk, path, STORE_WRITE);
	struct watch *watch = watch_new(desk.store);
	gint64 had = desk.model->meeting->seq;
	g_atomic_int_inc(ready);
	while (had < first + n) {
		int due = watch_timeout(watch);
		struct pollfd p = { .fd = watch_fd(watch), .events = POLLIN };
		if (poll(&p, 1, due < 0 ? NEVER_LATER_MS : MIN(due, NEVER_LATER_MS)) > 0)
			watch_read(watch);
		bool net = !p.revents && due < 0;
		if (!watch_due(watch) && !net)
			continue;
		catch_up(&desk);
		double at = now_ms();
		for (; had < desk.model->meeting->seq; had++)
			seen[had - first] = at;
	}
	watch_free(watch);
	desk_close(&desk);
	_exit(0);
}

static void follow(const char *path, int n, int readers)
{
	size_t size = (size_t) n * READERS_MOST * sizeof(double) + sizeof(gint);
	double *seen = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), *begun = g_new(double, n);
	gint *ready = (gint *) (seen + (size_t) n * READERS_MOST);
	struct desk desk = { 0 };
	pid_t child[READERS_MOST];
	g_autoptr(GString) out = g_string_new(NULL);

	check(seen != MAP_FAILED, NULL);
	desk_open(&desk, path, STORE_WRITE);     /* only looked at before the fork: no connection crosses it */
	gint64 first = desk.model->meeting->seq;
	desk_close(&desk);
	for (int i = 0; i < readers; i++)
		if ((child[i] = fork()) == 0)
			reader(path, first, n, ready, seen + (size_t) i * n);
	desk = (struct desk) { 0 };
	desk_open(&desk, path, STORE_WRITE);
	desk_take(&desk);
	while (g_atomic_int_get(ready) < readers)
		g_usleep(1000);
	for (int i = 0; i < n; i++) {
		g_usleep(PAUSE_US * 4);
		begun[i] = now_ms();
		record_one(&desk);
		g_string_append_printf(out, "commit.ms %.3f\n", now_ms() - begun[i]);
		catch_up(&desk);
	}
	for (int i = 0; i < readers; i++) {
		int status;
		check(waitpid(child[i], &status, 0) == child[i] && status == 0, NULL);
		for (int k = 0; k < n; k++)
			g_string_append_printf(out, "delay.ms %.3f\n", seen[(size_t) i * n + k] - begun[k]);
	}
	fputs(out->str, stdout);
	munmap(seen, size);
	g_free(begun);
	desk_close(&desk);
}

/* --- loaded --- */

static void load(const char *path, int n)
{
	static const struct board board = { .zone = NULL };
	g_autoptr(GError) error = NULL;
	g_autoptr(store_t) store = store_open(path, STORE_WRITE, &error);

	check(store, error);
	id_t64 id = only_meeting(store);
	for (int i = 0; i < n; i++) {
		double begun = now_ms();
		struct meeting_model *model = meeting_model_load(store, &board, id, SCRIPT_BEGINS, &error);
		check(model && !model->broken, error);
		printf("load.ms %.3f\nload.events %u\n", now_ms() - begun, model->meeting->events->len);
		meeting_model_free(model);
	}
}

int main(int argc, char **argv)
{
	const char *what = argc > 3 ? argv[1] : "";
	int n = argc > 3 ? atoi(argv[3]) : 0, readers = argc > 4 ? atoi(argv[4]) : 8;

	if (n < 1 || readers < 1 || readers > READERS_MOST)
		what = "";
	if (!strcmp(what, "make"))
		make(argv[2], (guint) n);
	else if (!strcmp(what, "record"))
		record(argv[2], n);
	else if (!strcmp(what, "bare"))
		bare_only(argv[2], n);
	else if (!strcmp(what, "follow"))
		follow(argv[2], n, readers);
	else if (!strcmp(what, "load"))
		load(argv[2], n);
	else
		return fputs("usage: bench_meeting make|record|bare|follow|load FILE N [READERS]\n", stderr), 2;
	return 0;
}
