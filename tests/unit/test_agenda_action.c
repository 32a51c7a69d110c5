/* Agendas edited: one operation is one change in the database, two editors never overwrite each other unseen, and all of it can be taken back. */
#include "fixture.h"

#include <string.h>
#include "action/agenda_action.h"
#include "base/error.h"
#include "store/agenda_store.h"
#include "store/meeting_store.h"

#define NOW ((instant_t) 1734365040)      /* 16 December 2024, 16:04 UTC */

struct office { struct fixture f; struct store *store; struct board *board; id_t64 meeting; struct agenda_hand ana, ben; };

static void add_entry(struct body *body, const char *id, const char *kinds)
{
	struct agenda_entry *entry = g_new0(struct agenda_entry, 1);
	entry->id = g_strdup(id);
	entry->kinds = kinds ? g_strsplit(kinds, " ", -1) : NULL;
	entry->minutes = 5;
	labels_add(&entry->title, "en", id);
	labels_add(&entry->title, "es", "otro");
	g_ptr_array_add(body->agenda, entry);
}

static id_t64 add_meeting(struct office *office, const char *kind, instant_t starts)
{
	struct meeting_record meeting = { .body = (char *) "crb", .kind = (char *) kind, .starts = starts, .status = (char *) "planned" };
	fixture_begin(office->store);
	g_assert_true(meeting_store_insert(office->store, &meeting, NULL));
	fixture_commit(office->store);
	return meeting.id;
}

static void set_up(struct office *office, gconstpointer data)
{
	(void) data;
	fixture_make(&office->f);
	office->store = fixture_create(&office->f);
	office->board = board_new();
	office->board->zone = g_strdup("UTC");
	struct body *body = body_new();
	body->id = g_strdup("crb");
	g_ptr_array_add(office->board->bodies, body);
	add_entry(body, "call", NULL);
	add_entry(body, "cases", "regular");
	add_entry(body, "adjourn", NULL);
	office->meeting = add_meeting(office, "regular", NOW + 7 * 86400);
	office->ana = (struct agenda_hand) { .store = office->store, .board = office->board, .meeting = office->meeting, .who = "Ana", .now = NOW };
	office->ben = office->ana;
	office->ben.who = "Ben";
}

static void tear_down(struct office *office, gconstpointer data)
{
	(void) data;
	store_free(office->store);
	board_free(office->board);
	fixture_remove(&office->f);
}

/* "1 call, 2 cases": as the database has it. */
static char *listed(struct office *office, id_t64 meeting)
{
	g_autoptr(GPtrArray) items = meeting_store_items(office->store, meeting, NULL);
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		g_string_append_printf(out, "%s%s %s", i ? ", " : "", item->number, item->title);
	}
	return g_string_free(out, FALSE);
}

#define LISTED(office, words) do { g_autofree char *all_ = listed(office, (office)->meeting); g_assert_cmpstr(all_, ==, words); } while (0)
/* The call is done and says these words. */
#define SAYS(call, said) do { g_autofree char *words = NULL; g_autoptr(GError) error = NULL; enum agenda_outcome outcome_ = (call); \
	g_assert_no_error(error); g_assert_cmpint(outcome_, ==, AGENDA_DONE); g_assert_cmpstr(words, ==, said); } while (0)
/* The call is not done, with this outcome and words in its reason; it changed nothing. */
#define FAILS(office, call, wanted, reason) do { g_autofree char *before_ = listed(office, (office)->meeting), *words = NULL; \
	g_autoptr(GError) error = NULL; enum agenda_outcome outcome_ = (call); g_assert_cmpint(outcome_, ==, wanted); g_assert_null(words); \
	if (!error || !strstr(error->message, reason)) g_error("not \"%s\": %s", reason, error ? error->message : "no error"); \
	LISTED(office, before_); } while (0)

static id_t64 item_at(struct office *office, guint index)
{
	g_autoptr(GPtrArray) items = meeting_store_items(office->store, office->meeting, NULL);
	return ((const struct agenda_item *) items->pdata[index])->id;
}

static void test_session(struct office *office, gconstpointer data)
{
	(void) data;
	struct agenda_hand *ana = &office->ana;
	SAYS(agenda_fill(ana, &words, &error), "added 3 items from \"call\" on");
	LISTED(office, "1 call, 2 cases, 3 adjourn");
	FAILS(office, agenda_fill(ana, &words, &error), AGENDA_REFUSED, "fills an empty agenda only");
	struct agenda_item dogs = { .title = (char *) "dogs" };
	SAYS(agenda_add(ana, &dogs, 2, &words, &error), "added item 2: dogs");
	SAYS(agenda_move(ana, item_at(office, 1), 4, &words, &error), "moved item 2 behind item 4");
	SAYS(agenda_set(ana, item_at(office, 3), AGENDA_FIELD_MINUTES, "20", &words, &error), "item 4: minutes \"20\"");
	SAYS(agenda_remove(ana, item_at(office, 0), &words, &error), "removed item 1: call");
	LISTED(office, "1 cases, 2 adjourn, 3 dogs");
	SAYS(agenda_undo(ana, &words, &error), "took back: removed item 1: call");
	SAYS(agenda_undo(ana, &words, &error), "took back: item 4: minutes \"20\"");
	SAYS(agenda_undo(ana, &words, &error), "took back: moved item 2 behind item 4");
	LISTED(office, "1 call, 2 dogs, 3 cases, 4 adjourn");
	SAYS(agenda_redo(ana, &words, &error), "did again: moved item 2 behind item 4");
	LISTED(office, "1 call, 2 cases, 3 adjourn, 4 dogs");
	SAYS(agenda_undo(ana, &words, &error), "took back: moved item 2 behind item 4");
	SAYS(agenda_undo(ana, &words, &error), "took back: added item 2: dogs");
	SAYS(agenda_undo(ana, &words, &error), "took back: added 3 items from \"call\" on");
	LISTED(office, "");
	FAILS(office, agenda_undo(ana, &words, &error), AGENDA_REFUSED, "nothing to take back");
	SAYS(agenda_redo(ana, &words, &error), "did again: added 3 items from \"call\" on");
	LISTED(office, "1 call, 2 cases, 3 adjourn");
	g_assert_cmpint(agenda_store_revision(office->store, office->meeting, NULL), ==, ana->follows);
}

static void test_two_editors(struct office *office, gconstpointer data)
{
	(void) data;
	SAYS(agenda_fill(&office->ana, &words, &error), "added 3 items from \"call\" on");
	office->ben.follows = office->ana.follows;
	id_t64 cases = item_at(office, 1);
	SAYS(agenda_move(&office->ana, item_at(office, 2), 1, &words, &error), "moved item 3 before item 1");
	FAILS(office, agenda_set(&office->ben, cases, AGENDA_FIELD_TITLE, "Cases", &words, &error), AGENDA_CHANGED,
		"Ana moved item 3 before item 1 at 16:04. Nothing of yours was done");
	SAYS(agenda_undo(&office->ana, &words, &error), "took back: moved item 3 before item 1");
	SAYS(agenda_remove(&office->ana, item_at(office, 0), &words, &error), "removed item 1: call");
	FAILS(office, agenda_undo(&office->ben, &words, &error), AGENDA_CHANGED,
		"Ana removed item 1: call at 16:04; Ana took back: moved item 3 before item 1 at 16:04; and 1 more change.");
	/* Having looked, it is done. */
	office->ben.follows = office->ana.follows;
	SAYS(agenda_set(&office->ben, cases, AGENDA_FIELD_TITLE, "Cases", &words, &error), "item 1: title \"Cases\", was \"cases\"");
	/* An item from elsewhere overwrites nothing. */
	struct agenda_item due = { .title = (char *) "due" };
	office->ana.follows = AGENDA_ANY;
	SAYS(agenda_add(&office->ana, &due, 0, &words, &error), "added item 3: due");
	g_assert_cmpint(office->ana.follows, ==, office->ben.follows + 1);
}

static void test_docket(struct office *office, gconstpointer data)
{
	(void) data;
	struct agenda_item due = { .title = (char *) "a case", .docket = (char *) "case:1" };
	struct agenda_hand other = office->ana;
	other.meeting = add_meeting(office, "special", NOW + 3 * 86400);
	SAYS(agenda_add(&other, &due, 0, &words, &error), "added item 1: a case");
	FAILS(office, agenda_add(&office->ana, &due, 0, &words, &error), AGENDA_REFUSED, "\"a case\" is on the agenda of Thu 19 Dec 2024, 16:04 already");
	g_autoptr(GPtrArray) items = meeting_store_items(office->store, other.meeting, NULL);
	SAYS(agenda_remove(&other, ((const struct agenda_item *) items->pdata[0])->id, &words, &error), "removed item 1: a case");
	SAYS(agenda_add(&office->ana, &due, 0, &words, &error), "added item 1: a case");
	FAILS(office, agenda_add(&office->ana, &due, 0, &words, &error), AGENDA_REFUSED, "on the agenda already, as item 1");
	/* What was taken off the one and put on the other does not come back to the one. */
	FAILS(office, agenda_undo(&other, &words, &error), AGENDA_REFUSED, "is on the agenda of Mon 23 Dec 2024, 16:04 already");
}

/* Adds one item as the docket does. */
static enum agenda_outcome add_due(struct agenda_hand *hand, const char *title, const char *docket, char **words, GError **error)
{
	struct agenda_item due = { .title = (char *) title, .docket = (char *) docket };
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_ptr_array_add(items, &due);
	return agenda_add_all(hand, items, words, error);
}

/* Minutes to approve take the place the template keeps for them, also when they were carried over; what else is due, and more minutes, do not. */
static void test_minutes(struct office *office, gconstpointer data)
{
	(void) data;
	struct agenda_hand *ana = &office->ana;
	struct body *body = office->board->bodies->pdata[0];
	add_entry(body, "minutes", "regular");
	((struct agenda_entry *) body->agenda->pdata[3])->docket = g_strsplit("minutes", " ", -1);
	SAYS(agenda_fill(ana, &words, &error), "added 4 items from \"call\" on");
	SAYS(add_due(ana, "a case", "case:3", &words, &error), "added item 5: a case");
	SAYS(add_due(ana, "minutes of May", "minutes:3", &words, &error), "filled in item 4: minutes of May");
	SAYS(add_due(ana, "minutes of June", "minutes:4", &words, &error), "added item 6: minutes of June");
	FAILS(office, add_due(ana, "minutes of May", "minutes:3", &words, &error), AGENDA_REFUSED, "on the agenda already, as item 4");
	LISTED(office, "1 call, 2 cases, 3 adjourn, 4 minutes of May, 5 a case, 6 minutes of June");
	SAYS(agenda_undo(ana, &words, &error), "took back: added item 6: minutes of June");
	SAYS(agenda_undo(ana, &words, &error), "took back: filled in item 4: minutes of May");
	LISTED(office, "1 call, 2 cases, 3 adjourn, 4 minutes, 5 a case");
	SAYS(agenda_redo(ana, &words, &error), "did again: filled in item 4: minutes of May");
	/* Taken back, and the agenda of another meeting had them meanwhile. */
	SAYS(agenda_undo(ana, &words, &error), "took back: filled in item 4: minutes of May");
	struct agenda_hand other = *ana;
	other.meeting = add_meeting(office, "special", NOW + 3 * 86400);
	other.follows = 0;
	SAYS(add_due(&other, "minutes of May", "minutes:3", &words, &error), "added item 1: minutes of May");
	FAILS(office, agenda_redo(ana, &words, &error), AGENDA_REFUSED, "is on the agenda of Thu 19 Dec 2024, 16:04 already");
	/* Left undone there, they are carried over to the same place. */
	g_autoptr(GPtrArray) items = meeting_store_items(office->store, other.meeting, NULL);
	g_autofree char *key = carry_docket(((const struct agenda_item *) items->pdata[0])->id);
	fixture_begin(office->store);
	g_assert_true(meeting_store_set_status(office->store, other.meeting, "held", NULL));
	fixture_commit(office->store);
	SAYS(add_due(ana, "minutes of May", key, &words, &error), "filled in item 4: minutes of May");
}

static void test_states(struct office *office, gconstpointer data)
{
	(void) data;
	struct agenda_item item = { .title = (char *) "x" };
	static const struct { const char *status, *reason; } rows[] = { { "cancelled", "is cancelled" }, { "held", "was held" } };
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) reason = NULL;
		fixture_begin(office->store);
		g_assert_true(meeting_store_set_status(office->store, office->meeting, rows[i].status, NULL));
		fixture_commit(office->store);
		FAILS(office, agenda_add(&office->ana, &item, 0, &words, &error), AGENDA_REFUSED, rows[i].reason);
		g_assert_false(agenda_editable(office->store, office->meeting, &reason));
		g_assert_nonnull(strstr(reason->message, rows[i].reason));
	}
	fixture_begin(office->store);
	g_assert_true(meeting_store_set_status(office->store, office->meeting, "planned", NULL));
	fixture_commit(office->store);
	g_assert_true(agenda_editable(office->store, office->meeting, NULL));
	char hash[JOURNAL_HASH + 1];
	fixture_append_many(office->store, office->meeting, 0, 1, hash);
	FAILS(office, agenda_add(&office->ana, &item, 0, &words, &error), AGENDA_REFUSED, "was called to order");
	g_autoptr(GError) nowhere = NULL;
	office->ana.meeting = 99;
	g_assert_cmpint(agenda_add(&office->ana, &item, 0, NULL, &nowhere), ==, AGENDA_FAILED);
	g_assert_nonnull(strstr(nowhere->message, "no meeting 99"));
}

static void test_read_only(struct office *office, gconstpointer data)
{
	(void) data;
	struct agenda_item item = { .title = (char *) "x" };
	struct store *reader = fixture_open(&office->f, STORE_READ);
	office->ana.store = reader;
	FAILS(office, agenda_add(&office->ana, &item, 0, &words, &error), AGENDA_FAILED, "the database may only be read");
	g_assert_false(agenda_editable(reader, office->meeting, NULL));
	store_free(reader);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/agenda-action/a session", struct office, NULL, set_up, test_session, tear_down);
	g_test_add("/agenda-action/two editors", struct office, NULL, set_up, test_two_editors, tear_down);
	g_test_add("/agenda-action/what is due is listed once", struct office, NULL, set_up, test_docket, tear_down);
	g_test_add("/agenda-action/minutes take their place", struct office, NULL, set_up, test_minutes, tear_down);
	g_test_add("/agenda-action/which meetings", struct office, NULL, set_up, test_states, tear_down);
	g_test_add("/agenda-action/read only", struct office, NULL, set_up, test_read_only, tear_down);
	return g_test_run();
}
