/* A meeting followed through its journal: never backwards, never an event that is not sound, and what stood before one stays. */
#include <string.h>
#include "fixture.h"
#include "meeting_script.h"
#include "model/meeting_model.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/store_private.h"

struct room { struct fixture files; struct store *clerk, *follower; struct meeting *meeting; id_t64 id; struct board *board; };

static void room_open(struct room *room)
{
	struct meeting_record record = { .body = (char *) "pob", .kind = (char *) "regular", .starts = SCRIPT_BEGINS, .status = (char *) "planned" };
	fixture_make(&room->files);
	room->clerk = fixture_create(&room->files);
	fixture_begin(room->clerk);
	g_assert_true(meeting_store_insert(room->clerk, &record, NULL));
	fixture_commit(room->clerk);
	room->id = record.id;
	room->follower = fixture_open(&room->files, STORE_READ);
	room->meeting = script_begin();
	script_roll(room->meeting, "4");
	room->board = board_new();
	room->board->zone = g_strdup("America/Chicago");
}

static void room_close(struct room *room)
{
	board_free(room->board);
	meeting_free(room->meeting);
	store_free(room->clerk);
	store_free(room->follower);
	fixture_remove(&room->files);
}

/* Records the script's events from one to another, as the clerk's program would. */
static void record(struct room *room, guint from, guint to)
{
	for (guint i = from; i < to; i++) {
		const struct meeting_event *event = room->meeting->events->pdata[i];
		struct meeting_event *copy = meeting_event_copy(event);
		g_assert_cmpint(journal_store_append(room->clerk, room->id, i, event->prev, copy, NULL), ==, APPENDED);
		meeting_event_free(copy);
	}
}

static struct meeting_model *follow(struct room *room, id_t64 meeting)
{
	g_autoptr(GError) error = NULL;
	struct meeting_model *model = meeting_model_load(room->follower, room->board, meeting, SCRIPT_BEGINS, &error);
	g_assert_no_error(error);
	return model;
}

static bool catch_up(struct room *room, struct meeting_model *model)
{
	bool changed;
	g_assert_true(meeting_model_catch_up(model, room->follower, &changed, NULL));
	return changed;
}

static void test_follows(void)
{
	struct room room = { 0 };
	room_open(&room);
	struct meeting_model *model = follow(&room, 0);          /* the one of today */
	g_assert_cmpint(model->id, ==, room.id);
	g_assert_cmpint(model->meeting->phase, ==, PHASE_NONE);
	g_assert_false(catch_up(&room, model));
	record(&room, 0, 5);
	g_assert_true(catch_up(&room, model));
	g_assert_cmpint(model->meeting->phase, ==, PHASE_OPEN);
	g_assert_cmpint(model->meeting->seq, ==, 5);
	g_assert_false(catch_up(&room, model));
	record(&room, 5, room.meeting->events->len);
	g_assert_true(catch_up(&room, model));
	g_assert_cmpstr(model->meeting->head, ==, room.meeting->head);
	g_assert_null(model->broken);
	meeting_model_free(model);
	room_close(&room);
}

static void test_clerk_seen(void)
{
	struct room room = { 0 };
	struct clerk_holder holder = { 0 };
	room_open(&room);
	struct meeting_model *model = follow(&room, room.id);
	g_assert_false(model->clerk_here);
	struct clerk_lock *lock = clerk_lock_take(room.clerk, "ana", "00000000000000aa", SCRIPT_BEGINS, &holder, NULL);
	g_assert_true(catch_up(&room, model));
	g_assert_true(model->clerk_here);
	g_assert_cmpstr(model->clerk.who, ==, "ana");
	clerk_lock_free(lock);
	g_assert_true(catch_up(&room, model));
	g_assert_false(model->clerk_here);
	meeting_model_free(model);
	room_close(&room);
}

/* However an event is spoilt, the state before it stands and nothing behind it is believed. */
static void test_broken(void)
{
	static const struct { const char *sql, *words; } spoilt[] = {
		{ "UPDATE journal SET seat = '9' WHERE seq = 7", "event 7 (arrived): it was changed" },
		{ "DELETE FROM journal WHERE seq = 7", "event 8 (arrived): its number" },
		{ "UPDATE journal SET prev = zeroblob(32) WHERE seq = 7", "event 7 (arrived): it does not follow" },
		{ "UPDATE journal SET kind = 'abolished' WHERE seq = 7", "event 7: the row is damaged" },
	};
	for (guint i = 0; i < G_N_ELEMENTS(spoilt); i++) {
		struct room room = { 0 };
		room_open(&room);
		record(&room, 0, 3);
		struct meeting_model *live = follow(&room, room.id);
		record(&room, 3, room.meeting->events->len);
		g_assert_true(store_execute(room.clerk, spoilt[i].sql, NULL));
		g_assert_true(catch_up(&room, live));
		struct meeting_model *fresh = follow(&room, room.id);
		struct meeting_model *both[] = { live, fresh };
		for (guint m = 0; m < 2; m++) {
			if (!both[m]->broken || !strstr(both[m]->broken, spoilt[i].words))
				g_error("\"%s\" does not say \"%s\"", both[m]->broken ? both[m]->broken : "", spoilt[i].words);
			g_assert_cmpint(both[m]->meeting->seq, ==, 6);
			g_assert_false(catch_up(&room, both[m]));
			meeting_model_free(both[m]);
		}
		room_close(&room);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/meeting model/follows", test_follows);
	g_test_add_func("/meeting model/who records", test_clerk_seen);
	g_test_add_func("/meeting model/broken", test_broken);
	return g_test_run();
}
