/* What the last meeting left undone, in the docket: one entry with what else is due, listed until its meeting is over, and what cannot be read is said. */
#include <string.h>
#include "fixture.h"
#include "meeting_script.h"
#include "model/docket_model.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

#define AFTER (SCRIPT_BEGINS + 86400)

struct room { struct fixture f; struct store *store; struct board *board; struct meeting *meeting; id_t64 id, case_id; };

static id_t64 add_meeting(struct room *room, instant_t starts)
{
	struct meeting_record record = { .body = (char *) "pob", .kind = (char *) "regular", .starts = starts, .status = (char *) "planned" };
	fixture_begin(room->store);
	g_assert_true(meeting_store_insert(room->store, &record, NULL));
	fixture_commit(room->store);
	return record.id;
}

static id_t64 add_item(struct room *room, id_t64 meeting, struct agenda_item item)
{
	item.meeting_id = meeting;
	fixture_begin(room->store);
	g_assert_true(meeting_store_add_item(room->store, &item, NULL));
	fixture_commit(room->store);
	return item.id;
}

/* The board of the script; the subpoena's case is for the board by its state. Its meeting has the script's agenda. */
static void set_up(struct room *room, gconstpointer data)
{
	(void) data;
	room->store = (fixture_make(&room->f), fixture_create(&room->f));
	room->board = board_new();
	room->board->zone = g_strdup("America/Chicago");
	struct body *body = body_new();
	body->id = g_strdup("pob");
	labels_add(&body->name, "en", "the board");
	g_ptr_array_add(room->board->bodies, body);
	struct case_record record = { .body = (char *) "pob", .number = (char *) "C-2024-0187", .received = 20000, .open = true, .due = DAY_UNKNOWN,
		.closed = DAY_UNKNOWN, .occurred = DAY_UNKNOWN };
	fixture_begin(room->store);
	g_assert_true(case_store_insert(room->store, &record, NULL));
	fixture_commit(room->store);
	room->case_id = record.id;
	room->id = add_meeting(room, SCRIPT_BEGINS);
	room->meeting = script_begin();
	for (guint i = 0; i < room->meeting->items->len; i++) {
		const struct meeting_item *item = room->meeting->items->pdata[i];
		add_item(room, room->id, (struct agenda_item) { .position = item->position, .number = item->number, .title = item->title,
			.section = item->section, .minutes = item->minutes, .case_number = item->case_number });
	}
	script_roll(room->meeting, "");
	for (int position = 1; position <= 7; position++) {
		script_item(room->meeting, position);
		script_do(room->meeting, (struct meeting_event) { .kind = MEETING_ITEM_CLOSED, .item = position, .text = (char *) "heard" });
	}
}

static void tear_down(struct room *room, gconstpointer data)
{
	(void) data;
	meeting_free(room->meeting);
	board_free(room->board);
	store_free(room->store);
	fixture_remove(&room->f);
}

/* Writes what the script did since to the journal. */
static void record(struct room *room)
{
	char hash[JOURNAL_HASH + 1];
	gint64 seq = 0;
	g_assert_true(journal_store_last(room->store, room->id, &seq, hash, NULL));
	for (guint i = (guint) seq; i < room->meeting->events->len; i++) {
		const struct meeting_event *event = room->meeting->events->pdata[i];
		struct meeting_event *copy = meeting_event_copy(event);
		g_assert_cmpint(journal_store_append(room->store, room->id, i, event->prev, copy, NULL), ==, APPENDED);
		meeting_event_free(copy);
	}
}

static void adjourn(struct room *room)
{
	script_do(room->meeting, (struct meeting_event) { .kind = MEETING_ADJOURNED, .note = (char *) "the hour" });
	record(room);
}

/* "case:1 carried; minutes:1 minutes", with * behind what is listed. */
static char *due(struct room *room)
{
	g_autoptr(GError) error = NULL;
	struct docket_model *model = docket_model_load(room->store, room->board, room->board->bodies->pdata[0], NULL, "en", AFTER, &error);
	GString *text = g_string_new(NULL);
	g_assert_no_error(error);
	docket_model_words(model, room->store, 0, model->entries->len);
	for (guint i = 0; i < model->entries->len; i++) {
		const struct docket_entry *entry = &g_array_index(model->entries, struct docket_entry, i);
		g_autofree char *key = docket_model_key(entry);
		g_assert_cmpint(docket_model_find(model, key), ==, i);
		g_string_append_printf(text, "%s%s", i ? "; " : "", key);
		for (int reason = 0; reason < DOCKET_REASONS; reason++)
			if (entry->reasons >> reason & 1)
				g_string_append_printf(text, " %s", docket_reason_ids[reason]);
		g_string_append(text, entry->listed ? "*" : "");
	}
	g_string_append(text, model->gap ? " - not all of it" : "");
	docket_model_free(model);
	return g_string_free(text, FALSE);
}

#define DUE(room, words) do { g_autofree char *due_ = due(room); g_assert_cmpstr(due_, ==, words); } while (0)

static void test_carried(struct room *room, gconstpointer data)
{
	(void) data;
	record(room);
	DUE(room, "");      /* it is not over */
	adjourn(room);
	DUE(room, "minutes:1 minutes; case:1 carried; carried:9 carried; carried:10 carried");
	/* Due for another reason too, it is one entry still: the chief owes an answer on it. */
	fixture_begin(room->store);
	fixture_allegation(room->store, room->case_id, "force", NULL, "sustained", "unfounded");
	fixture_commit(room->store);
	DUE(room, "case:1 answer carried; minutes:1 minutes; carried:9 carried; carried:10 carried");
	/* On the next agenda by its own key, or as the case that it is about. */
	id_t64 next = add_meeting(room, AFTER + 86400);
	add_item(room, next, (struct agenda_item) { .position = 1, .title = (char *) "Personnel", .docket = (char *) "carried:9" });
	add_item(room, next, (struct agenda_item) { .position = 2, .title = (char *) "Subpoena", .docket = (char *) "carried:8" });
	DUE(room, "case:1 answer carried*; minutes:1 minutes; carried:9 carried*; carried:10 carried");
}

/* The approval of minutes that was not reached is the approval of those minutes, and a case that came from the docket is that case. */
static void test_origin(struct room *room, gconstpointer data)
{
	(void) data;
	adjourn(room);
	g_autofree char *minutes = docket_key_minutes(room->id), *of_case = docket_key_case(room->case_id), *frozen = script_frozen();
	room->id = add_meeting(room, SCRIPT_BEGINS + 3600);
	for (guint i = 0; i < room->meeting->items->len; i++) {
		const struct meeting_item *item = room->meeting->items->pdata[i];
		add_item(room, room->id, (struct agenda_item) { .position = item->position, .title = item->title, .docket = i == 1 ? minutes : i == 7 ? of_case : NULL });
	}
	meeting_free(room->meeting);
	room->meeting = meeting_new();
	script_do(room->meeting, (struct meeting_event) { .kind = MEETING_CALLED, .text = frozen, .id = (char *) "other.1" });
	for (int position = 3; position <= 7; position++) {
		g_autofree char *id = g_strdup_printf("other.%d", position);
		script_do(room->meeting, (struct meeting_event) { .kind = MEETING_ITEM_OPENED, .item = position, .id = id });
	}
	script_do(room->meeting, (struct meeting_event) { .kind = MEETING_ADJOURNED, .note = (char *) "the hour", .id = (char *) "other.9" });
	record(room);
	DUE(room, "minutes:1 minutes carried; minutes:2 minutes; carried:11 carried; carried:14 carried; carried:15 carried; carried:16 carried; case:1 carried; carried:19 carried; carried:20 carried");
}

/* What was published elsewhere tells of votes, and not of what was not reached. */
static void test_imported(struct room *room, gconstpointer data)
{
	(void) data;
	g_autofree char *frozen = script_frozen();
	meeting_free(room->meeting);
	room->meeting = meeting_new();
	script_do(room->meeting, (struct meeting_event) { .kind = MEETING_CALLED, .word = (char *) "imported", .text = frozen });
	adjourn(room);
	DUE(room, "");
}

/* A record that cannot be read takes nothing else off the docket. */
static void test_damaged(struct room *room, gconstpointer data)
{
	(void) data;
	adjourn(room);
	fixture_begin(room->store);
	struct meeting_event again = { .seq = room->meeting->seq + 1, .kind = MEETING_ADJOURNED, .id = (char *) "x", .who = (char *) "x" };
	memset(again.prev, '0', JOURNAL_HASH);      /* it follows nothing that was said */
	memset(again.hash, 'a', JOURNAL_HASH);
	g_assert_true(journal_store_insert(room->store, room->id, &again, NULL));
	fixture_commit(room->store);
	DUE(room, "minutes:1 minutes - not all of it");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/docket/carried over", struct room, NULL, set_up, test_carried, tear_down);
	g_test_add("/docket/what it was due for first", struct room, NULL, set_up, test_origin, tear_down);
	g_test_add("/docket/a meeting published elsewhere", struct room, NULL, set_up, test_imported, tear_down);
	g_test_add("/docket/a damaged record", struct room, NULL, set_up, test_damaged, tear_down);
	return g_test_run();
}
