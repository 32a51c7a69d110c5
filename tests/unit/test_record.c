/* Recording: every event once, in its place, by the one who holds the record; and a meeting rebuilt from its journal, whole or not at all. */
#include <string.h>
#include "action/record_action.h"
#include "domain/frozen.h"
#include "fixture.h"
#include "meeting_script.h"
#include "store/head_file.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

#define LATER (SCRIPT_BEGINS + 3600)

/* A database with a meeting that was called to order, its state, and one program that may record it. */
struct desk {
	struct fixture files;
	struct store *store;
	struct meeting *meeting;
	struct clerk *clerk;
	id_t64 id;
};

static void desk_open(struct desk *desk)
{
	g_autoptr(GError) error = NULL;
	fixture_make(&desk->files);
	desk->store = fixture_create(&desk->files);
	desk->meeting = script_begin();
	script_roll(desk->meeting, "");
	desk->id = record_replay(desk->store, desk->meeting->events, &error);
	g_assert_no_error(error);
	desk->clerk = clerk_new(desk->store, desk->id, "ana", "00000000000000aa");
}

static void desk_take(struct desk *desk)
{
	struct clerk_holder holder = { 0 };
	g_assert_true(clerk_take(desk->clerk, LATER, &holder, NULL));
}

static void desk_close(struct desk *desk)
{
	clerk_free(desk->clerk);
	meeting_free(desk->meeting);
	store_free(desk->store);
	fixture_remove(&desk->files);
}

static struct meeting_event note(const char *text)
{
	return (struct meeting_event) { .kind = MEETING_NOTE, .text = (char *) text };
}

static gint64 recorded(struct desk *desk)
{
	char hash[JOURNAL_HASH + 1];
	gint64 seq = -1;
	g_assert_true(journal_store_last(desk->store, desk->id, &seq, hash, NULL));
	return seq;
}

/* Reads back what was added. */
static void catch_up(struct desk *desk)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) events = journal_store_read(desk->store, desk->id, desk->meeting->seq, &error);
	for (guint i = 0; events && i < events->len; i++)
		meeting_follow(desk->meeting, events->pdata[i], &error);
	g_assert_no_error(error);
}

static const struct meeting_event *last(const struct desk *desk)
{
	return desk->meeting->events->pdata[desk->meeting->events->len - 1];
}

/* Expects an outcome other than RECORDED, these words, and that nothing was written. */
static void not_recorded(struct desk *desk, struct clerk *clerk, struct meeting_event event, enum record_outcome expected, const char *words)
{
	g_autoptr(GError) error = NULL;
	gint64 before = recorded(desk);
	g_assert_cmpint(clerk_record(clerk, desk->meeting, &event, LATER, &error), ==, expected);
	g_assert_nonnull(error);
	if (!strstr(error->message, words))
		g_error("\"%s\" does not say \"%s\"", error->message, words);
	g_assert_cmpint(recorded(desk), ==, before);
}

static void test_record(void)
{
	struct desk desk = { 0 };
	struct meeting_event first = note("the doors are open"), second = note("the heating works");
	desk_open(&desk);
	not_recorded(&desk, desk.clerk, first, RECORD_REFUSED, "does not hold the record");
	desk_take(&desk);
	g_assert_cmpint(clerk_record(desk.clerk, desk.meeting, &first, LATER, NULL), ==, RECORDED);
	catch_up(&desk);
	g_assert_cmpstr(last(&desk)->text, ==, "the doors are open");
	g_assert_cmpstr(last(&desk)->id, ==, "00000000000000aa.1");
	g_assert_cmpstr(last(&desk)->who, ==, "ana");
	g_assert_cmpint(last(&desk)->at, ==, LATER);
	/* the same session again, after a crash: its ids go on */
	clerk_free(desk.clerk);
	desk.clerk = clerk_new(desk.store, desk.id, "ana", "00000000000000aa");
	desk_take(&desk);
	g_assert_cmpint(clerk_record(desk.clerk, desk.meeting, &second, LATER, NULL), ==, RECORDED);
	catch_up(&desk);
	g_assert_cmpstr(last(&desk)->id, ==, "00000000000000aa.2");
	desk_close(&desk);
}

static void test_refused(void)
{
	struct desk desk = { 0 };
	desk_open(&desk);
	desk_take(&desk);
	not_recorded(&desk, desk.clerk, note(""), RECORD_REFUSED, "needs words");
	not_recorded(&desk, desk.clerk, note("\xff"), RECORD_REFUSED, "not UTF-8");
	not_recorded(&desk, desk.clerk, (struct meeting_event) { .kind = MEETING_RECONVENED }, RECORD_REFUSED, "open session");
	g_autofree char *long_text = g_strnfill(JOURNAL_TEXT_MOST + 1, 'x');
	not_recorded(&desk, desk.clerk, note(long_text), RECORD_REFUSED, "too long");
	desk_close(&desk);
}

/* Whoever has not seen the last event may not add one. */
static void test_moved(void)
{
	struct desk desk = { 0 };
	struct meeting_event one = note("one"), two = note("two");
	desk_open(&desk);
	desk_take(&desk);
	g_assert_cmpint(clerk_record(desk.clerk, desk.meeting, &one, LATER, NULL), ==, RECORDED);
	not_recorded(&desk, desk.clerk, two, RECORD_MOVED, "meanwhile");
	catch_up(&desk);
	g_assert_cmpint(clerk_record(desk.clerk, desk.meeting, &two, LATER, NULL), ==, RECORDED);
	desk_close(&desk);
}

static void test_two_clerks(void)
{
	struct desk desk = { 0 };
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;
	desk_open(&desk);
	desk_take(&desk);
	struct store *store = fixture_open(&desk.files, STORE_WRITE);
	struct clerk *other = clerk_new(store, desk.id, "ben", "00000000000000bb");
	g_assert_false(clerk_take(other, LATER, &holder, &error));
	g_assert_no_error(error);
	g_assert_cmpstr(holder.who, ==, "ana");
	clerk_holder_clear(&holder);
	not_recorded(&desk, other, note("x"), RECORD_REFUSED, "does not hold the record");
	/* without a reason nothing is taken from anybody */
	g_assert_cmpint(clerk_take_over(other, desk.meeting, "", LATER, &error), ==, RECORD_REFUSED);
	g_assert_nonnull(error);
	g_clear_error(&error);
	struct meeting_event mine = note("still here");
	g_assert_cmpint(clerk_record(desk.clerk, desk.meeting, &mine, LATER, NULL), ==, RECORDED);
	/* nor by one who has not read on */
	g_assert_cmpint(clerk_take_over(other, desk.meeting, "her battery is empty", LATER, &error), ==, RECORD_MOVED);
	g_clear_error(&error);
	g_assert_true(clerk_lock_held(desk.clerk->lock));      /* what was refused took nothing away */
	catch_up(&desk);
	g_assert_cmpint(clerk_take_over(other, desk.meeting, "her battery is empty", LATER, &error), ==, RECORDED);
	g_assert_no_error(error);
	catch_up(&desk);
	g_assert_cmpint(last(&desk)->kind, ==, MEETING_TAKEN_OVER);
	g_assert_cmpstr(last(&desk)->text, ==, "her battery is empty");
	g_assert_cmpstr(desk.meeting->clerk, ==, "ben");
	not_recorded(&desk, desk.clerk, note("x"), RECORD_REFUSED, "does not hold the record");
	clerk_free(other);
	store_free(store);
	desk_close(&desk);
}

/* As long as it is not known what became of an event nothing else is recorded, and it is never sent again by itself. */
static void test_unknown(void)
{
	struct desk desk = { 0 };
	struct meeting_event event = note("one");
	desk_open(&desk);
	desk_take(&desk);
	g_assert_cmpint(clerk_record(desk.clerk, desk.meeting, &event, LATER, NULL), ==, RECORDED);
	catch_up(&desk);
	desk.clerk->unknown = g_strdup("00000000000000aa.1");
	not_recorded(&desk, desk.clerk, note("two"), RECORD_REFUSED, "unknown");
	struct store *anew = fixture_open(&desk.files, STORE_WRITE);
	g_assert_cmpint(clerk_settle(desk.clerk, anew, NULL), ==, 1);
	g_assert_null(desk.clerk->unknown);
	desk.clerk->unknown = g_strdup("00000000000000aa.2");
	g_assert_cmpint(clerk_settle(desk.clerk, anew, NULL), ==, 0);
	g_assert_cmpint(recorded(&desk), ==, desk.meeting->seq);
	event = note("two");
	g_assert_cmpint(clerk_record(desk.clerk, desk.meeting, &event, LATER, NULL), ==, RECORDED);
	store_free(anew);
	desk_close(&desk);
}

/* --- the call to order --- */

static struct board *make_board(const char *body_id)
{
	g_autofree char *frozen = script_frozen();
	g_autoptr(meeting_t) meeting = meeting_new();
	struct board *board = board_new();
	struct body *body = body_new();
	struct seat *seat = g_new0(struct seat, 1);
	g_assert_true(frozen_read(meeting, frozen, NULL));
	board->zone = g_strdup("America/Chicago");
	board->procedure = procedure_copy(meeting->procedure);
	body->id = g_strdup(body_id);
	labels_add(&body->name, "en", "Oversight Board");
	seat->id = g_strdup("chair");
	seat->holder = g_strdup("Grace Thornbury");
	seat->flags = SEAT_VOTING | SEAT_QUORUM | SEAT_CHAIR;
	g_ptr_array_add(body->seats, seat);
	g_ptr_array_add(board->bodies, body);
	return board;
}

static id_t64 plan_meeting(struct store *store)
{
	struct meeting_record record = { .body = (char *) "pob", .kind = (char *) "regular", .starts = SCRIPT_BEGINS, .status = (char *) "planned" };
	fixture_begin(store);
	g_assert_true(meeting_store_insert(store, &record, NULL));
	struct agenda_item item = { .meeting_id = record.id, .position = 1, .number = (char *) "1", .title = (char *) "Call to order" };
	g_assert_true(meeting_store_add_item(store, &item, NULL));
	fixture_commit(store);
	return record.id;
}

static void test_call(void)
{
	struct desk desk = { 0 };
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;
	g_autoptr(board_t) board = make_board("pob"), other = make_board("library");
	desk_open(&desk);
	id_t64 planned = plan_meeting(desk.store);
	g_autoptr(meeting_t) before = meeting_new();
	struct clerk *clerk = clerk_new(desk.store, planned, "ana", NULL);
	g_assert_cmpuint(strlen(clerk->session), ==, 16);
	g_assert_true(clerk_take(clerk, LATER, &holder, NULL));
	g_assert_cmpint(clerk_call(clerk, before, other, NULL, LATER, &error), ==, RECORD_REFUSED);
	g_assert_nonnull(strstr(error->message, "no body 'pob'"));
	g_clear_error(&error);
	g_assert_cmpint(clerk_call(clerk, before, board, NULL, LATER, &error), ==, RECORDED);
	g_assert_no_error(error);
	g_autoptr(GPtrArray) events = journal_store_read(desk.store, planned, 0, NULL);
	g_assert_cmpuint(events->len, ==, 1);
	g_assert_true(meeting_follow(before, events->pdata[0], NULL));
	g_assert_cmpstr(meeting_member_name(before, before->presiding), ==, "Grace Thornbury");
	g_assert_cmpstr(meeting_item(before, 1)->title, ==, "Call to order");
	clerk_free(clerk);
	desk_close(&desk);
}

/* --- replay --- */

/* Copies of the script's events without what replay makes. */
static GPtrArray *by_hand(const struct meeting *meeting)
{
	GPtrArray *events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free);
	for (guint i = 0; i < meeting->events->len; i++) {
		struct meeting_event *event = meeting_event_copy(meeting->events->pdata[i]);
		g_clear_pointer(&event->id, g_free);
		g_clear_pointer(&event->who, g_free);
		event->seq = 0;
		*event->prev = *event->hash = '\0';
		g_ptr_array_add(events, event);
	}
	return events;
}

static guint meetings_in(struct store *store)
{
	g_autoptr(GPtrArray) all = meeting_store_all(store, NULL);
	return all->len;
}

static void test_replay(void)
{
	struct desk desk = { 0 };
	g_autoptr(GError) error = NULL;
	desk_open(&desk);
	g_autoptr(GPtrArray) events = journal_store_read(desk.store, desk.id, 0, NULL), items = meeting_store_items(desk.store, desk.id, NULL);
	g_assert_cmpuint(events->len, ==, desk.meeting->events->len);
	g_assert_cmpuint(items->len, ==, desk.meeting->items->len);
	for (guint i = 0; i < events->len; i++)
		g_assert_cmpstr(((struct meeting_event *) events->pdata[i])->hash, ==, ((struct meeting_event *) desk.meeting->events->pdata[i])->hash);
	g_assert_true(head_file_agrees(desk.store, NULL));
	g_assert_cmpint(record_replay(desk.store, events, &error), ==, 0);
	g_assert_nonnull(strstr(error->message, "holds this journal already"));
	g_assert_cmpuint(meetings_in(desk.store), ==, 1);
	desk_close(&desk);
}

static void test_replay_by_hand(void)
{
	struct desk desk = { 0 };
	desk_open(&desk);
	g_autoptr(GPtrArray) events = by_hand(desk.meeting), again = by_hand(desk.meeting), other = by_hand(desk.meeting);
	id_t64 first = record_replay(desk.store, events, NULL);
	g_assert_cmpint(first, >, desk.id);
	g_assert_cmpint(record_replay(desk.store, again, NULL), ==, 0);          /* known again without an id */
	g_assert_cmpstr(((struct meeting_event *) again->pdata[5])->hash, ==, ((struct meeting_event *) events->pdata[5])->hash);
	((struct meeting_event *) other->pdata[0])->at += 60;
	g_assert_cmpint(record_replay(desk.store, other, NULL), >, first);
	g_autoptr(GPtrArray) untimed = by_hand(desk.meeting);
	g_autoptr(GError) error = NULL;
	((struct meeting_event *) untimed->pdata[0])->at = 0;
	g_assert_cmpint(record_replay(desk.store, untimed, &error), ==, 0);
	g_assert_nonnull(strstr(error->message, "no time"));
	desk_close(&desk);
}

static void replay_refused(struct desk *desk, GPtrArray *events, const char *words)
{
	g_autoptr(GError) error = NULL;
	guint before = meetings_in(desk->store);
	g_assert_cmpint(record_replay(desk->store, events, &error), ==, 0);
	if (!strstr(error->message, words))
		g_error("\"%s\" does not say \"%s\"", error->message, words);
	g_assert_cmpuint(meetings_in(desk->store), ==, before);
}

static void test_replay_refused(void)
{
	struct desk desk = { 0 };
	desk_open(&desk);
	g_autoptr(GPtrArray) none = g_ptr_array_new(), order = by_hand(desk.meeting), seal = by_hand(desk.meeting), ids = by_hand(desk.meeting);
	replay_refused(&desk, none, "no event");
	((struct meeting_event *) order->pdata[3])->kind = MEETING_ADJOURNED;
	((struct meeting_event *) order->pdata[4])->kind = MEETING_RECESS;
	replay_refused(&desk, order, "event 5 (recess)");
	g_strlcpy(((struct meeting_event *) seal->pdata[2])->hash, journal_root, JOURNAL_HASH + 1);
	replay_refused(&desk, seal, "event 3 (arrived): it was changed");
	((struct meeting_event *) ids->pdata[4])->id = g_strdup(((struct meeting_event *) desk.meeting->events->pdata[1])->id);
	replay_refused(&desk, ids, "another event of the id of event 5");
	desk_close(&desk);
}

/* What was added after the agenda was posted is frozen with that mark and acted upon only after the urgency vote; replayed elsewhere it is an
 * item of the agenda, unlike one that was added in the meeting. */
static void test_unposted(void)
{
	struct fixture files;
	g_autoptr(GError) error = NULL;
	fixture_make(&files);
	struct store *store = fixture_create(&files);
	g_autoptr(meeting_t) meeting = script_begin_with("\nitem\t7\t", "\nitem\t6a\tFlood\t\t\t\t\t\t5\t0\t0\t1\nitem\t7\t");
	script_roll(meeting, "");
	script_do(meeting, (struct meeting_event) { .kind = MEETING_ITEM_ADDED, .item = 12, .text = (char *) "Fire", .number = 5 });
	script_item(meeting, 10);
	script_refused(meeting, (struct meeting_event) { .kind = MEETING_MOVED, .motion = 1, .seat = (char *) "1", .word = (char *) "main", .item = 10,
		.text = (char *) "do it" }, "not posted");
	script_move(meeting, "1", "2", "urgency", "it came up yesterday");
	script_vote(meeting, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(meeting);
	g_assert_true(meeting_item(meeting, 10)->urgent);
	script_move(meeting, "1", "2", "main", "do it");
	g_autoptr(GPtrArray) events = by_hand(meeting);
	id_t64 id = record_replay(store, events, &error);
	g_assert_no_error(error);
	g_autoptr(GPtrArray) items = meeting_store_items(store, id, NULL);
	g_assert_cmpuint(items->len, ==, 11);
	for (guint i = 0; i < items->len; i++)
		g_assert_cmpint(((const struct agenda_item *) items->pdata[i])->unposted, ==, i == 9);
	store_free(store);
	fixture_remove(&files);
}

/* A database that lost events takes no other meeting under the number of the lost one. */
static void test_replay_after_loss(void)
{
	struct desk desk = { 0 };
	desk_open(&desk);
	g_autoptr(GPtrArray) other = by_hand(desk.meeting);
	g_assert_true(head_file_write(desk.store, desk.id, desk.meeting->seq + 2, journal_root, NULL));
	replay_refused(&desk, other, "2 events recorded for meeting");
	desk_close(&desk);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/record/ids and who", test_record);
	g_test_add_func("/record/refused", test_refused);
	g_test_add_func("/record/moved", test_moved);
	g_test_add_func("/record/two clerks", test_two_clerks);
	g_test_add_func("/record/unknown", test_unknown);
	g_test_add_func("/record/call to order", test_call);
	g_test_add_func("/replay/whole", test_replay);
	g_test_add_func("/replay/by hand", test_replay_by_hand);
	g_test_add_func("/replay/refused", test_replay_refused);
	g_test_add_func("/replay/what was not posted", test_unposted);
	g_test_add_func("/replay/after a loss", test_replay_after_loss);
	return g_test_run();
}
