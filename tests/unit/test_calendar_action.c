/* Laying out, adding, moving and cancelling meetings: each once, and what the law does not allow is refused and writes nothing. */
#include <string.h>

#include "action/calendar_action.h"
#include "base/error.h"
#include "fixture.h"
#include "store/agenda_store.h"
#include "store/meeting_store.h"

#define CHICAGO "America/Chicago"
#define NOW "2025-01-06T12:00"

struct town { struct fixture f; struct store *store; struct board *board; instant_t now; struct calendar_hand hand; };

static instant_t at(const char *text)
{
	instant_t when = 0;
	g_assert_true(instant_parse(text, CHICAGO, &when));
	return when;
}

/* A body that meets every Monday at 18:00. */
static void town_make(struct town *town)
{
	struct meeting_series *series = meeting_series_new();
	struct body *body = body_new();
	fixture_make(&town->f);
	town->store = fixture_create(&town->f);
	town->board = board_new();
	town->board->zone = g_strdup(CHICAGO);
	town->now = at(NOW);
	town->hand = (struct calendar_hand) { town->store, town->board, "mrios", town->now };
	g_assert_null(series_read_on(series, "every monday"));
	series->id = g_strdup("weekly");
	series->minutes = 18 * 60;
	series->place = g_strdup("City Hall");
	body->id = g_strdup("pob");
	g_ptr_array_add(body->series, series);
	g_ptr_array_add(town->board->bodies, body);
}

static void town_remove(struct town *town)
{
	store_free(town->store);
	board_free(town->board);
	fixture_remove(&town->f);
}

static guint lay_out(struct town *town, const char *until)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) ids = calendar_lay_out(town->store, town->board, NULL, day_parse_iso(until), town->now, &error);
	g_assert_no_error(error);
	return ids->len;
}

/* "2025-01-06T18:00 planned City Hall weekly 2025-01-06 | ..." of all meetings. */
static char *all(struct town *town)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(town->store, NULL);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < meetings->len; i++) {
		const struct meeting_record *meeting = meetings->pdata[i];
		struct meeting_detail detail;
		char day[DAY_ISO_SIZE];
		int minutes = instant_minutes(meeting->starts, CHICAGO);
		g_assert_true(meeting_store_detail(town->store, meeting->id, &detail, NULL));
		g_string_append_printf(text, "%s%s %02d:%02d %s %s %s, %s, %s", i ? " | " : "", day_iso(instant_day(meeting->starts, CHICAGO), day), minutes / 60,
			minutes % 60, meeting->kind, meeting->status, meeting->place ? meeting->place : "-", detail.series ? detail.series : "-", detail.why ? detail.why : "-");
		meeting_detail_clear(&detail);
	}
	return g_string_free(text, FALSE);
}

static void all_are(struct town *town, const char *expected)
{
	g_autofree char *got = all(town);
	g_assert_cmpstr(got, ==, expected);
}

static void refused(bool done, GError **error, const char *words)
{
	g_assert_false(done);
	g_assert_nonnull(*error);
	if (!strstr((*error)->message, words))
		g_error("the message \"%s\" does not say \"%s\"", (*error)->message, words);
	g_clear_error(error);
}

static void test_lay_out(void)
{
	struct town town;
	g_autoptr(GError) error = NULL;
	town_make(&town);
	g_assert_cmpuint(lay_out(&town, "2025-01-13"), ==, 2);
	all_are(&town, "2025-01-06 18:00 regular planned City Hall, weekly 2025-01-06, - | 2025-01-13 18:00 regular planned City Hall, weekly 2025-01-13, -");
	g_assert_cmpuint(lay_out(&town, "2025-01-13"), ==, 0);
	/* At the same time elsewhere; not to where it is. */
	g_assert_true(calendar_move(&town.hand, 1, at("2025-01-06T18:00"), "Annex", "flood", &error));
	all_are(&town, "2025-01-06 18:00 regular planned Annex, weekly 2025-01-06, another place: flood | 2025-01-13 18:00 regular planned City Hall, weekly 2025-01-13, -");
	refused(calendar_move(&town.hand, 1, at("2025-01-06T18:00"), "Annex", "flood", &error), &error, "then and there already");
	refused(calendar_move(&town.hand, 1, at("2025-01-06T18:00"), NULL, "flood", &error), &error, "then and there already");
	/* Moved and cancelled ones do not come back, and what comes later is added. */
	g_assert_true(calendar_move(&town.hand, 1, at("2025-01-07T17:00"), "Library", "snow", &error));
	g_assert_true(calendar_cancel(&town.hand, 2, "no quorum", &error));
	g_assert_no_error(error);
	g_assert_cmpuint(lay_out(&town, "2025-01-20"), ==, 1);
	all_are(&town, "2025-01-07 17:00 regular planned Library, weekly 2025-01-06, moved from Mon 6 Jan 2025, 18:00: snow | "
		"2025-01-13 18:00 regular cancelled City Hall, weekly 2025-01-13, no quorum | 2025-01-20 18:00 regular planned City Hall, weekly 2025-01-20, -");
	town_remove(&town);
}

static bool add(struct town *town, const char *body, const char *kind, const char *starts, GError **error)
{
	struct meeting_record meeting = { .body = g_strdup(body), .kind = g_strdup(kind), .starts = at(starts), .title = g_strdup("Personnel") };
	bool good = calendar_add(town->store, town->board, &meeting, town->now, error);
	g_assert_true(!good || meeting.id > 0);
	meeting_record_clear(&meeting);
	return good;
}

static void test_add(void)
{
	struct town town;
	g_autoptr(GError) error = NULL;
	town_make(&town);
	g_assert_true(add(&town, "pob", "special", "2025-01-08T09:00", &error));
	refused(add(&town, "pob", "regular", "2025-01-08T09:00", &error), &error, "already: number 1");
	refused(add(&town, "pob", "special", NOW, &error), &error, "Mon 6 Jan 2025, 12:00 is over");
	refused(add(&town, "pub", "special", "2025-01-09T09:00", &error), &error, "no body 'pub'; there are: pob");
	refused(add(&town, "pob", "festive", "2025-01-09T09:00", &error), &error, "'festive' is no kind of meeting");
	all_are(&town, "2025-01-08 09:00 special planned -, -, -");
	/* The hour of a cancelled meeting is free. */
	g_assert_true(calendar_cancel(&town.hand, 1, "ill", &error));
	g_assert_true(add(&town, "pob", "special", "2025-01-08T09:00", &error));
	town_remove(&town);
}

static void set_status(struct town *town, id_t64 id, const char *status, instant_t posted)
{
	fixture_begin(town->store);
	g_assert_true(meeting_store_set_status(town->store, id, status, NULL));
	g_assert_true(meeting_store_set_detail(town->store, &(struct meeting_detail) { .meeting = id, .posted = posted, .posted_by = (char *) "mrios" }, NULL));
	fixture_commit(town->store);
}

/* A posted meeting that is moved has to be posted anew; one that is cancelled keeps when it was. */
static void test_posted(void)
{
	struct town town;
	g_autoptr(GError) error = NULL;
	struct meeting_detail detail;
	town_make(&town);
	g_assert_cmpuint(lay_out(&town, "2025-01-13"), ==, 2);
	set_status(&town, 1, "posted", 1000);
	set_status(&town, 2, "posted", 2000);
	g_assert_true(calendar_move(&town.hand, 1, at("2025-01-09T18:00"), NULL, "snow", &error));
	g_assert_true(calendar_cancel(&town.hand, 2, "no quorum", &error));
	all_are(&town, "2025-01-09 18:00 regular planned City Hall, -, moved from Mon 6 Jan 2025, 18:00: snow | 2025-01-13 18:00 regular cancelled City Hall, -, no quorum");
	g_assert_true(meeting_store_detail(town.store, 1, &detail, NULL));
	g_assert_true(!detail.posted && !detail.posted_by);
	meeting_detail_clear(&detail);
	g_assert_true(meeting_store_detail(town.store, 2, &detail, NULL));
	g_assert_cmpint(detail.posted, ==, 2000);
	meeting_detail_clear(&detail);
	town_remove(&town);
}

/* Who moved and cancelled it stands in its history, and no undo of the agenda reaches behind that. */
static void test_history(void)
{
	struct town town;
	g_autoptr(GError) error = NULL;
	const struct agenda_change *undo = NULL, *redo = NULL;
	struct agenda_change earlier = { .seq = 1, .who = (char *) "ana", .what = (char *) "add" };
	town_make(&town);
	g_assert_cmpuint(lay_out(&town, "2025-01-06"), ==, 1);
	fixture_begin(town.store);
	g_assert_true(agenda_store_add_change(town.store, 1, &earlier, &error));
	fixture_commit(town.store);
	g_assert_true(calendar_move(&town.hand, 1, at("2025-01-07T17:00"), NULL, "snow", &error));
	g_assert_true(calendar_cancel(&town.hand, 1, "more snow", &error));
	g_autoptr(GPtrArray) changes = agenda_store_changes(town.store, 1, &error);
	g_assert_cmpuint(changes->len, ==, 3);
	g_autofree char *moved = agenda_history_sentence(changes, changes->pdata[1], town.now, CHICAGO);
	g_assert_cmpstr(moved, ==, "mrios moved the meeting from Mon 6 Jan 2025, 18:00 to Tue 7 Jan 2025, 17:00 at 12:00");
	g_autofree char *cancelled = agenda_history_words(changes, changes->pdata[2]);
	g_assert_cmpstr(cancelled, ==, "cancelled the meeting: more snow");
	agenda_history_ends(changes, &undo, &redo);
	g_assert_true(!undo && !redo);
	town_remove(&town);
}

static void test_refused(void)
{
	struct town town;
	g_autoptr(GError) error = NULL;
	char hash[JOURNAL_HASH + 1];
	town_make(&town);
	g_assert_cmpuint(lay_out(&town, "2025-01-13"), ==, 2);
	refused(calendar_cancel(&town.hand, 1, " ", &error), &error, "a reason is needed");
	refused(calendar_move(&town.hand, 1, at("2025-01-07T17:00"), NULL, NULL, &error), &error, "a reason is needed");
	refused(calendar_move(&town.hand, 1, at("2025-01-05T17:00"), NULL, "why", &error), &error, "is over");
	refused(calendar_move(&town.hand, 1, at("2025-01-13T18:00"), NULL, "why", &error), &error, "already: number 2");
	refused(calendar_cancel(&town.hand, 9, "why", &error), &error, "no meeting 9");
	fixture_append_many(town.store, 1, 0, 1, hash);
	refused(calendar_cancel(&town.hand, 1, "why", &error), &error, "was called to order");
	refused(calendar_move(&town.hand, 1, at("2025-01-07T17:00"), NULL, "why", &error), &error, "was called to order");
	set_status(&town, 2, "held", 0);
	refused(calendar_cancel(&town.hand, 2, "why", &error), &error, "was held");
	set_status(&town, 2, "cancelled", 0);
	refused(calendar_cancel(&town.hand, 2, "why", &error), &error, "was cancelled already");
	all_are(&town, "2025-01-06 18:00 regular planned City Hall, weekly 2025-01-06, - | 2025-01-13 18:00 regular cancelled City Hall, -, -");
	town_remove(&town);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/calendar action/lay out", test_lay_out);
	g_test_add_func("/calendar action/add", test_add);
	g_test_add_func("/calendar action/posted", test_posted);
	g_test_add_func("/calendar action/history", test_history);
	g_test_add_func("/calendar action/refused", test_refused);
	return g_test_run();
}
