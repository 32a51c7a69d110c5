/*
 * What must survive: a clerk killed at any moment, and two clerks at once.
 *   torture kill ROUNDS     a child records votes and is killed; every vote it acknowledged is in the file, at most one more, chain whole
 *   torture race EVENTS     two programs record at the same time until each has recorded EVENTS of its own; no fork, none lost, each told
 * Prints TAP.
 */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "action/record_action.h"
#include "meeting_script.h"
#include "store/journal_store.h"

#define EVENT(...) ((struct meeting_event) { __VA_ARGS__ })
#define TEXT(words) (char *) (words)

static char *folder, *path;

/* A meeting with a roll call open, in a database of its own. */
static id_t64 make_database(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(meeting_t) m = script_begin();
	script_roll(m, "");
	script_item(m, 7);
	script_move(m, "1", "2", "main", "To adopt the policy.");
	script_vote(m, "");
	folder = g_dir_make_tmp("dais-torture-XXXXXX", &error);
	path = g_build_filename(folder, "a.db", NULL);
	struct store *store = store_open(path, STORE_CREATE, &error);
	id_t64 id = store ? record_replay(store, m->events, &error) : 0;
	if (!id)
		g_error("%s", error->message);
	store_free(store);
	return id;
}

static void remove_database(void)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *name;
	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *file = g_build_filename(folder, name, NULL);
		g_remove(file);
	}
	g_dir_close(dir);
	g_rmdir(folder);
}

/* Reads what others recorded. False: the journal is broken. */
static bool catch_up(struct store *store, id_t64 id, struct meeting *meeting)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) events = journal_store_read(store, id, meeting->seq, &error);
	for (guint i = 0; events && !error && i < events->len; i++)
		if (meeting_event_follows(events->pdata[i], meeting->seq, meeting->head, &error))
			meeting_apply(meeting, events->pdata[i], &error);
	if (error)
		printf("# %s\n", error->message);
	return !error;
}

/* One seat answers, or takes its answer back: always in order, so that the journal can grow for ever. */
static struct meeting_event next_event(const struct meeting *meeting, const char *seat)
{
	const struct ballot *ballot = vote_ballot(meeting_open_vote(meeting), meeting_seat(meeting, seat));
	struct meeting_event event = EVENT(.motion = 1, .number = 1, .seat = TEXT(seat));
	event.kind = ballot->seq ? MEETING_VOTE_TAKEN_BACK : MEETING_VOTE_CAST;
	event.word = ballot->seq ? NULL : TEXT(meeting->seq % 3 ? "aye" : "nay");
	return event;
}

/* --- killed --- */

static void clerk_until_killed(id_t64 id, int acknowledge)
{
	struct store *store = store_open(path, STORE_WRITE, NULL);
	struct meeting *meeting = meeting_new();
	struct clerk_holder holder = { 0 };
	if (!store || !catch_up(store, id, meeting))
		_exit(1);
	struct clerk *clerk = clerk_new(store, id, "ana", NULL);
	if (!clerk_take(clerk, 1, &holder, NULL))
		_exit(2);
	for (;;) {
		struct meeting_event event = next_event(meeting, "1");
		if (clerk_record(clerk, meeting, &event, SCRIPT_BEGINS + meeting->seq, NULL) != RECORDED || !catch_up(store, id, meeting))
			_exit(3);
		gint64 seq = meeting->seq;
		if (write(acknowledge, &seq, sizeof seq) != sizeof seq)
			_exit(4);
	}
}

/* Kills the child a random while after a random acknowledgement; gives the last seq it acknowledged. */
static gint64 kill_one(id_t64 id, GRand *chance)
{
	int pipes[2], acknowledged = g_rand_int_range(chance, 1, 12);
	gint64 seq = 0, last = 0;
	if (pipe(pipes))
		g_error("no pipe");
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		close(pipes[0]);
		clerk_until_killed(id, pipes[1]);
	}
	close(pipes[1]);
	while (acknowledged-- > 0 && read(pipes[0], &seq, sizeof seq) == sizeof seq)
		last = seq;
	struct timespec moment = { 0, g_rand_int_range(chance, 0, 2000000) };
	nanosleep(&moment, NULL);
	kill(child, SIGKILL);
	while (read(pipes[0], &seq, sizeof seq) == sizeof seq)
		last = seq;
	waitpid(child, NULL, 0);
	close(pipes[0]);
	return last;
}

static int torture_kill(int rounds)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(1);
	id_t64 id = make_database();
	int lost = 0, more = 0, broken = 0, refused = 0;
	for (int round = 0; round < rounds; round++) {
		gint64 acknowledged = kill_one(id, chance);
		g_autoptr(GError) error = NULL;
		struct store *store = store_open(path, STORE_WRITE, &error);
		g_autoptr(meeting_t) meeting = meeting_new();
		if (!store)
			g_error("%s", error->message);
		broken += !catch_up(store, id, meeting);
		lost += acknowledged == 0 || meeting->seq < acknowledged;
		more += meeting->seq > acknowledged;
		refused += meeting->seq > acknowledged + 1;
		store_free(store);
	}
	remove_database();
	printf("1..3\n%s 1 - no acknowledged vote was lost in %d kills (%d lost; %d times one more was stored than acknowledged)\n", lost ? "not ok" : "ok", rounds, lost, more);
	printf("%s 2 - at most one event beyond the last acknowledgement\n", refused ? "not ok" : "ok");
	printf("%s 3 - every journal replays whole\n", broken ? "not ok" : "ok");
	return lost || broken || refused;
}

/* --- two at once --- */

struct outcome { int recorded, moved, failed; };

static void racer(id_t64 id, const char *session, const char *seat, int events, int start, int report)
{
	struct outcome outcome = { 0 };
	char byte;
	struct store *store = store_open(path, STORE_WRITE, NULL);
	struct meeting *meeting = meeting_new();
	if (!store || !catch_up(store, id, meeting))
		_exit(1);
	/* Each believes to hold the record: what keeps them apart is the append alone. */
	struct clerk *clerk = clerk_new(store, id, session, session);
	clerk->lock = clerk_lock_seize(store, session, session, 1, NULL);
	if (read(start, &byte, 1) != 1)
		_exit(4);
	while (outcome.recorded < events && outcome.failed < 1000) {
		struct meeting_event event = next_event(meeting, seat);
		event.id = NULL;
		g_autoptr(GError) error = NULL;
		g_autofree char *name = g_strdup_printf("%s.%d", session, outcome.recorded + outcome.moved + outcome.failed + 1);
		event.at = SCRIPT_BEGINS + meeting->seq;
		event.id = name;
		event.who = TEXT(session);
		switch (journal_store_append(store, id, meeting->seq, meeting->head, &event, &error)) {
		case APPENDED: outcome.recorded++; break;
		case APPEND_MOVED: outcome.moved++; break;
		default: outcome.failed++; break;
		}
		/* Whoever just wrote would write again before the other wakes; a hand needs a moment, so that they really meet. */
		if (!catch_up(store, id, meeting))
			_exit(2);
		nanosleep(&(struct timespec) { 0, g_random_int_range(0, 300000) }, NULL);
	}
	if (write(report, &outcome, sizeof outcome) != sizeof outcome)
		_exit(3);
	_exit(0);
}

static int count_of(const struct meeting *meeting, const char *who)
{
	int n = 0;
	for (guint i = 0; i < meeting->events->len; i++)
		n += g_strcmp0(((const struct meeting_event *) meeting->events->pdata[i])->who, who) == 0;
	return n;
}

static int torture_race(int events)
{
	static const char *const sessions[] = { "aaaa", "bbbb" }, *const seats[] = { "1", "2" };
	id_t64 id = make_database();
	struct outcome outcome[2] = { { 0 }, { 0 } };
	int pipes[2][2], start[2];
	pid_t child[2];
	fflush(stdout);
	if (pipe(start))
		g_error("no pipe");
	for (int i = 0; i < 2; i++) {
		if (pipe(pipes[i]))
			g_error("no pipe");
		child[i] = fork();
		if (child[i] == 0)
			racer(id, sessions[i], seats[i], events, start[0], pipes[i][1]);
		close(pipes[i][1]);
	}
	if (write(start[1], "go", 2) != 2)      /* both begin at once */
		g_error("no start");
	bool ended = true;
	for (int i = 0; i < 2; i++) {
		ended &= read(pipes[i][0], &outcome[i], sizeof outcome[i]) == sizeof outcome[i];
		waitpid(child[i], NULL, 0);
	}
	struct store *store = store_open(path, STORE_WRITE, NULL);
	g_autoptr(meeting_t) meeting = meeting_new();
	bool whole = ended && catch_up(store, id, meeting);
	bool all = whole && count_of(meeting, "aaaa") == outcome[0].recorded && count_of(meeting, "bbbb") == outcome[1].recorded;
	store_free(store);
	remove_database();
	printf("1..3\n%s 1 - two programs recorded %d and %d events into one chain\n", whole ? "ok" : "not ok", outcome[0].recorded, outcome[1].recorded);
	printf("%s 2 - every event told as recorded is there once\n", all ? "ok" : "not ok");
	printf("%s 3 - whoever came second was told (%d and %d times), nobody failed otherwise (%d)\n",
		outcome[0].failed + outcome[1].failed ? "not ok" : "ok", outcome[0].moved, outcome[1].moved, outcome[0].failed + outcome[1].failed);
	return !all || outcome[0].failed + outcome[1].failed > 0;
}

int main(int argc, char **argv)
{
	int n = argc > 2 ? atoi(argv[2]) : 0;
	if (argc == 3 && !strcmp(argv[1], "kill") && n > 0)
		return torture_kill(n);
	if (argc == 3 && !strcmp(argv[1], "race") && n > 0)
		return torture_race(n);
	fputs("usage: torture kill ROUNDS | race EVENTS\n", stderr);
	return 2;
}
