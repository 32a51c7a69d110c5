/* The Agenda screen without a terminal: keys become changes of the database, and what two people do at once is told and never lost. */
#include <string.h>
#include "agenda_room.h"
#include "base/error.h"
#include "store/agenda_store.h"
#include "store/meeting_store.h"

static void test_session(struct room *room, gconstpointer data)
{
	(void) data;
	room_type(room, "4{");
	SAID(room, "agenda up: the agenda has no items yet; a adds one, f fills it from the template");
	room_begin(room);
	room_type(room, "f");
	SAID(room, "agenda fill: the template fills an empty agenda only");
	room_type(room, "gjjjjjaDogs on duty<Enter>");
	SAID(room, "added item 7: Dogs on duty");
	room_type(room, "{{");
	SAID(room, "moved item 6 before item 5");
	g_assert_cmpstr(agenda_selected(room->app[0])->title, ==, "Dogs on duty");
	room_type(room, "}");
	SAID(room, "moved item 5 behind item 6");
	room_type(room, "t25<Enter>");
	SAID(room, "item 6: minutes \"25\"");
	room_type(room, "t<C-u>soon<Enter>");
	SAID_PART(room, 0, "'soon' is no number");
	room_type(room, "t<C-u>20<Enter>");
	SAID(room, "item 6: minutes \"20\", was \"25\"");
	room_type(room, "c");
	SAID(room, "item 6: marked consent");
	LISTED(room, "1 Call to , 2 Roll cal, 3 Approval, 4 Disclosu, 5 Public c, 6 Dogs on , 7 Case pre, 8 New busi, 9 Closed s, 10 Adjournm");
	room_type(room, "cx");
	SAID(room, "item 6: marked closed session");
	room_type(room, "xd");
	g_assert_nonnull(strstr(room->app[0]->prompt.label, "take item 6 off the agenda: Dogs on duty?"));
	room_type(room, "<Enter>");
	SAID(room, "no: nothing was changed");
	room_type(room, "dy");
	SAID(room, "removed item 6: Dogs on duty");
	LISTED(room, SPECIAL);
	room_type(room, "u");
	SAID(room, "took back: removed item 6: Dogs on duty");
	g_assert_cmpstr(agenda_selected(room->app[0])->title, ==, "Dogs on duty");
	room_type(room, "<C-r>");
	SAID(room, "did again: removed item 6: Dogs on duty");
	room_type(room, "<C-r>");
	SAID(room, "nothing was taken back that could be done again");
}

static const struct agenda_item *first(struct room *room)
{
	return room->app[0]->session.agenda->items->pdata[0];
}

static void test_fields(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	room_type(room, "gEt<C-u>Opening<Enter>");
	g_assert_cmpstr(first(room)->title, ==, "Opening");
	room_type(room, "Et<C-u><Enter>");
	g_assert_cmpint(room->app[0]->prompt.kind, ==, PROMPT_TEXT);
	room_type(room, "<Esc>EpFor all<Enter>");
	g_assert_cmpstr(first(room)->public_title, ==, "For all");
	room_type(room, "Esjj<Enter>");
	g_assert_cmpstr(first(room)->section, ==, "consent");
	room_type(room, "Es+<C-u>flags<Enter>");
	g_assert_cmpstr(first(room)->section, ==, "flags");
	room_type(room, "Eah");
	g_assert_cmpstr(first(room)->action, ==, "hearing");
	room_type(room, "Ex");
	g_assert_true(first(room)->closed);
	room_type(room, "ErChief Abara<Enter>");
	g_assert_cmpstr(first(room)->presenter, ==, "Chief Abara");
	room_type(room, "Eojj<Enter>");
	g_assert_cmpstr(first(room)->mover, ==, "3");
	room_type(room, "Eo0");
	g_assert_null(first(room)->mover);
	room_type(room, "EvC-2024-1<Enter>");
	g_assert_cmpstr(first(room)->case_number, ==, "C-2024-1");
	room_type(room, "EbBriefly<Enter>");
	g_assert_cmpstr(first(room)->brief, ==, "Briefly");
	room_type(room, "@+notes/1.pdf<Enter>Notes<Enter>@+https://example.org<Enter><Enter>");
	g_assert_cmpuint(first(room)->attachments->len, ==, 2);
	const struct attachment *notes = first(room)->attachments->pdata[0];
	g_assert_cmpstr(notes->label, ==, "Notes");
	g_assert_cmpstr(notes->target, ==, "notes/1.pdf");
	room_type(room, "E@j<Enter>y");
	g_assert_cmpuint(first(room)->attachments->len, ==, 1);
	room_type(room, "H");
	g_assert_cmpint(room->app[0]->menu.view.lines->len, >=, 14);
	room_type(room, "<Enter>");
	SAID_PART(room, 0, "item 1: other attachments at 18:00");
}

/* What is said of an item scrolls where its pane is too small for it, ends at its end, and begins at the top for another item. */
static void test_long(struct room *room, gconstpointer data)
{
	(void) data;
	struct app *app = room->app[0];
	room_begin(room);
	canvas_resize(room->canvas, 80, 24);
	room_type(room, "gEbA description that is told in so many words that nobody would hear it to its end, were it read aloud in the room<Enter>");
	room_type(room, "ErChief Abara<Enter>EvC-2024-1<Enter>EpFor all<Enter>@+a.pdf<Enter><Enter>@+b.pdf<Enter><Enter>");
	room_type(room, "<Tab>");
	int *top = &app->scene.detail_top[SCREEN_AGENDA];
	g_assert_cmpint(app->scene.focus, ==, PANE_AGENDA_ITEM);
	g_assert_cmpint(*top, ==, 0);
	room_type(room, "jj");
	g_assert_cmpint(*top, ==, 2);
	room_type(room, "G");
	int shown = frame_list_rows(&app->scene, 80, 24, PANE_AGENDA_ITEM), all = frame_lines(&app->scene, 80, 24, PANE_AGENDA_ITEM);
	g_assert_cmpint(all, >, shown);
	g_assert_cmpint(*top, ==, all - shown);
	room_type(room, "k");
	g_assert_cmpint(*top, ==, all - shown - 1);
	/* The same item read anew stays where it is read; the next one begins at its top. */
	room_type(room, "c");
	g_assert_cmpint(*top, >, 0);
	room_type(room, "<Esc>j");
	g_assert_cmpint(*top, ==, 0);
}

static void test_two(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	room_type_as(room, 1, "4G");
	/* Both see the same; one asks for a title, the other is faster. */
	room_type(room, "gaSomething<Esc>aDogs");
	room_type_as(room, 1, "{");
	room_type(room, " on duty<Enter>");
	SAID_PART(room, 0, "moved item 9 before item 8 at 18:00. Nothing of yours was done; look, and press again");
	LISTED(room, "1 Call to , 2 Roll cal, 3 Approval, 4 Disclosu, 5 Public c, 6 Case pre, 7 New busi, 8 Adjournm, 9 Closed s");
	/* The words are kept for the next try. */
	room_type(room, "a<Enter>");
	SAID(room, "added item 2: Dogs on duty");
	/* The item asked about goes under the open menu. */
	room_type_as(room, 1, "gj");
	g_assert_cmpstr(agenda_selected(room->app[1])->title, ==, "Dogs on duty");
	room_type_as(room, 1, "E");
	room_type(room, "dy");
	session_look(&room->app[1]->session, NULL);
	app_draw(room->app[1], room->canvas, NULL);
	room_type_as(room, 1, "t");
	SAID_PART(room, 1, "somebody took the item off the agenda meanwhile");
}

/* Keys that come faster than frames follow each other; what somebody else did in between is still told. */
static void test_fast(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	room_type(room, "g");
	for (int i = 0; i < 3; i++)
		app_key(room->app[0], '}');
	SAID(room, "moved item 3 behind item 4");
	app_key(room->app[0], 'u');
	SAID(room, "took back: moved item 3 behind item 4");
	struct agenda_item item = { .title = (char *) "Faster" };
	struct agenda_hand ana = { .store = room->store[1], .board = room->board, .meeting = room->meeting, .who = "Ana", .now = NOW, .follows = AGENDA_ANY };
	g_assert_cmpint(agenda_add(&ana, &item, 1, NULL, NULL), ==, AGENDA_DONE);
	app_key(room->app[0], '}');
	SAID_PART(room, 0, "Ana added item 1: Faster at 18:00. Nothing of yours was done");
	room_type(room, "<Esc>}");
	SAID(room, "moved item 4 behind item 5");
}

/* What somebody else did is taken back after a question only. */
static void test_whose(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	g_autoptr(GPtrArray) items = meeting_store_items(room->store[1], room->meeting, NULL);
	struct agenda_hand ana = { .store = room->store[1], .board = room->board, .meeting = room->meeting, .who = "Ana", .now = NOW, .follows = AGENDA_ANY };
	g_assert_cmpint(agenda_remove(&ana, ((const struct agenda_item *) items->pdata[0])->id, NULL, NULL), ==, AGENDA_DONE);
	room_type(room, "u");
	g_assert_cmpstr(room->app[0]->prompt.label, ==, "Ana removed item 1: Call to order at 18:00; take it back?");
	room_type(room, "<Enter>");
	SAID(room, "no: nothing was changed");
	room_type(room, "uy");
	SAID(room, "took back: removed item 1: Call to order");
	LISTED(room, SPECIAL);
}

static void test_over(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	g_assert_true(store_begin(room->store[0], NULL));
	g_assert_true(meeting_store_set_status(room->store[0], room->meeting, "held", NULL));
	g_assert_true(store_commit(room->store[0], NULL));
	room_type(room, "a");
	SAID(room, "agenda add: this meeting was held; its agenda stays as it was");
	room_type(room, "u");
	SAID(room, "agenda undo: this meeting was held; its agenda stays as it was");
	room_type(room, "H");
	g_assert_cmpuint(room->app[0]->menu.view.lines->len, ==, 1);
	room_type(room, "<Esc>");
	room_add_meeting(room, "special", STARTS + 86400);
	room_type(room, "JO");
	SAID_PART(room, 0, "the meeting of Mon 23 Dec 2024, 18:00 was not recorded with dais");
}

/* --- posting: Riverton's rules are 72 hours for a regular meeting, 24 for a special one --- */

static void later_as(struct room *room, instant_t now, const char *session)
{
	app_free(room->app[0]);
	struct app_options options = { .now = now, .session = session };
	room->app[0] = app_new(room->store[0], room->board, &options);
}

static void later(struct room *room, instant_t now)
{
	later_as(room, now, "00000000000000aa");
}

static enum agenda_outcome post_at(struct room *room, instant_t now, GError **error)
{
	struct agenda_hand ana = { .store = room->store[0], .board = room->board, .meeting = room->meeting, .who = "Ana", .now = now, .follows = AGENDA_ANY };
	return agenda_post(&ana, NULL, error);
}

static char *status_of(struct room *room, struct meeting_detail *detail)
{
	struct meeting_record record = { 0 };
	g_assert_true(meeting_store_get(room->store[0], room->meeting, &record, NULL));
	g_assert_true(meeting_store_detail(room->store[0], room->meeting, detail, NULL));
	char *status = g_strdup(record.status);
	meeting_record_clear(&record);
	return status;
}

/* By the rule of this kind of meeting, to the second. */
static void check_post(struct room *room, const char *kind, int hours, const char *by, const char *instead)
{
	struct meeting_detail detail = { 0 };
	g_autoptr(GError) late = NULL, empty = NULL, twice = NULL;
	instant_t last = STARTS - hours * 3600;
	room->meeting = room_add_meeting(room, kind, STARTS);
	g_assert_cmpint(post_at(room, last, &empty), ==, AGENDA_REFUSED);
	g_assert_nonnull(strstr(empty->message, "without items"));
	struct agenda_hand ana = { .store = room->store[0], .board = room->board, .meeting = room->meeting, .who = "Ana", .now = NOW };
	g_assert_cmpint(agenda_fill(&ana, NULL, NULL), ==, AGENDA_DONE);
	g_assert_cmpint(post_at(room, last + 60, &late), ==, AGENDA_REFUSED);
	g_assert_error(late, DAIS_ERROR, DAIS_ERROR_NOT_FOUND);
	if (!strstr(late->message, by) || !strstr(late->message, "too late by 1 min") || !strstr(late->message, instead))
		g_error("not \"%s\", \"%s\": %s", by, instead, late->message);
	g_autofree char *before = status_of(room, &detail);
	g_assert_cmpstr(before, ==, "planned");
	g_assert_cmpint(detail.posted, ==, 0);
	g_assert_cmpint(agenda_store_revision(room->store[0], room->meeting, NULL), ==, 1);
	meeting_detail_clear(&detail);
	g_assert_cmpint(post_at(room, last - 60, NULL), ==, AGENDA_DONE);
	g_autofree char *after = status_of(room, &detail);
	g_assert_cmpstr(after, ==, "posted");
	g_assert_cmpint(detail.posted, ==, last - 60);
	g_assert_cmpstr(detail.posted_by, ==, "Ana");
	meeting_detail_clear(&detail);
	g_assert_cmpint(post_at(room, last - 30, &twice), ==, AGENDA_REFUSED);
	g_assert_nonnull(strstr(twice->message, "posted already"));
}

static void test_notice(struct room *room, gconstpointer data)
{
	(void) data;
	check_post(room, "regular", 72, "had to be posted by Fri 20 Dec 2024, 18:00", "call it as a meeting of the kind \"special\", which may be posted until Sun 22 Dec 2024, 18:00");
	check_post(room, "special", 24, "had to be posted by Sun 22 Dec 2024, 18:00", "call it as a meeting of the kind \"emergency\", which may be posted until Mon 23 Dec 2024, 17:00");
	check_post(room, "emergency", 1, "had to be posted by Mon 23 Dec 2024, 17:00", "put it off to a later day");
}

static void test_posted(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	room_type(room, "P");
	g_assert_nonnull(strstr(room->app[0]->prompt.label, "must be posted by Sun 22 Dec 2024, 18:00"));
	room_type(room, "<Enter>");
	SAID(room, "no: nothing was changed");
	room_type(room, "Py");
	SAID(room, "posted the agenda");
	room_type(room, "P");
	SAID(room, "agenda post: this agenda is posted already");
	room_type(room, "gd");
	room_type(room, "y");
	SAID_PART(room, 0, "item 1 was posted: it cannot be removed any more");
	room_type(room, "}");
	SAID_PART(room, 0, "item 1 was posted: its place stays");
	room_type(room, "Et<C-u>Other<Enter>");
	SAID_PART(room, 0, "item 1 was posted: its title stays as it was posted");
	room_type(room, "t<C-u>9<Enter>");
	SAID(room, "item 1: minutes \"9\", was \"2\"");
	room_type(room, "jaThe flood<Enter>");
	SAID(room, "added item 2a: The flood");
	g_assert_true(agenda_selected(room->app[0])->unposted);
	room_type(room, "uu");
	SAID(room, "took back: item 1: minutes \"9\", was \"2\"");
	room_type(room, "u");
	SAID(room, "there is nothing to take back on this agenda");
	LISTED(room, SPECIAL);
	later(room, STARTS - 60);
	room->meeting = room_add_meeting(room, "special", STARTS + 3600);
	room_type(room, "4JfP");
	SAID_PART(room, 0, "too late by");
}

/* --- from one meeting to the next --- */

static const struct overlay_line *line_at(const struct room *room, guint row)
{
	return room->app[0]->menu.view.lines->pdata[row];
}

static void test_carry(struct room *room, gconstpointer data)
{
	(void) data;
	room_type(room, "4O");
	SAID(room, "no earlier meeting of this body was held");
	room_begin(room);
	room_type(room, "gjjjjjaDogs<Enter>aCats<Enter>P");
	room_type(room, "y");
	room_type(room, "aFlood<Enter>");
	LISTED(room, "1 Call to , 2 Roll cal, 3 Approval, 4 Disclosu, 5 Public c, 6 Case pre, 7 Dogs, 8 Cats, 8a Flood, 9 New busi, 10 Closed s, 11 Adjournm");
	/* The meeting knows what was not posted; it is called, item 1 is taken up, and that is all. */
	later(room, STARTS + 120);
	room_type(room, "5Cypppppppppp<Enter>J");
	const struct meeting *meeting = desk_meeting(room->app[0]);
	g_assert_cmpint(meeting->item, ==, 1);
	g_assert_true(meeting_item(meeting, 9)->unposted);
	g_assert_false(meeting_item(meeting, 8)->unposted);
	room_type(room, "4a");
	SAID_PART(room, 0, "this meeting was called to order");
	room->meeting = room_add_meeting(room, "special", STARTS + 7 * 86400);
	room_type(room, "JO");
	SAID_PART(room, 0, "is not over yet");
	room_type(room, "5Zy");
	g_assert_cmpint(desk_meeting(room->app[0])->phase, ==, PHASE_ADJOURNED);
	/* What stands on every agenda comes by itself; the others are offered. */
	later(room, STARTS + 86400);
	room_type(room, "4fO");
	g_assert_cmpuint(room->app[0]->menu.view.lines->len, ==, 4);
	g_assert_cmpstr(line_at(room, 2)->text, ==, "Flood");
	g_assert_cmpstr(line_at(room, 2)->right, ==, "not reached");
	room_type(room, "j<Enter>");
	SAID(room, "added item 8: Cats");      /* with the unfinished business, as the board file has it */
	const struct agenda_item *cats = agenda_selected(room->app[0]);
	g_assert_cmpint(cats->carried, ==, 1);
	g_assert_true(g_str_has_prefix(cats->docket, "carried:"));
	room_type(room, "O");
	g_assert_cmpstr(line_at(room, 1)->right, ==, "on the agenda of Mon 30 Dec 2024, 18:00");
	room_type(room, "*");
	SAID(room, "added 2 items from \"Dogs\" on");
	room_type(room, "Oj<Enter>");
	SAID_PART(room, 0, "on the agenda of Mon 30 Dec 2024, 18:00");
}

/* From the item about a recommendation Enter goes there, also when that was carried over. */
static void test_recommendation(struct room *room, gconstpointer data)
{
	(void) data;
	room_type(room, "4<Enter>");
	SAID_PART(room, 0, "the agenda has no items yet");
	room_type(room, "7N1Keep the log<Enter><C-u>2024-06-01<Enter><Enter>");
	room_begin(room);
	room_type(room, "<Enter>");
	SAID(room, "open: this item names no case and no recommendation");
	room_type(room, "DGa");
	SAID_PART(room, 0, "Recommendation R-2024-1: Keep the log");
	room_type(room, "P");
	room_type(room, "y");
	later(room, STARTS + 120);
	room_type(room, "5Cypppppppppp<Enter>J");
	room->meeting = room_add_meeting(room, "special", STARTS + 7 * 86400);
	room_type(room, "Zy");
	later(room, STARTS + 86400);
	room_type(room, "4fO<Enter>");
	const struct agenda_item *item = agenda_selected(room->app[0]);
	g_assert_cmpstr(item->title, ==, "Recommendation R-2024-1: Keep the log");
	g_assert_true(g_str_has_prefix(item->docket, "carried:"));
	room_type(room, "<Enter>");
	g_assert_cmpint(room->app[0]->scene.screen, ==, SCREEN_RECOMMENDATIONS);
	room_type(room, "<Esc>");
	g_assert_cmpint(room->app[0]->scene.screen, ==, SCREEN_AGENDA);
}

/* Action upon what was not posted: with a motion of urgency; without it where it was posted for a meeting some days ago that postponed it (the board
 * of Riverton says five). The cats were posted too, but only not reached. */
static void test_continued(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	room_type(room, "gjjjjjaDogs<Enter>aCats<Enter>P");
	room_type(room, "y");
	room_type(room, "aFlood<Enter>");
	later(room, STARTS + 120);
	room_type(room, "5Cypppppppppp<Enter>#Dogs<Enter>Mmain motion<Enter>1To buy one.<Enter>s2");
	room_type(room, "Mpostpone to a certain<Enter>3To Friday.<Enter>s4VaaaaaaaaDyZy");
	g_assert_cmpint(desk_meeting(room->app[0])->phase, ==, PHASE_ADJOURNED);
	room->meeting = room_add_meeting(room, "special", STARTS + 4 * 86400);
	later(room, STARTS + 86400);
	room_type(room, "4fPy");
	SAID(room, "posted the agenda");
	/* The menu does not stand behind what was posted: all that was left is added, and marked. */
	room_type(room, "O*");
	SAID(room, "added 3 items from \"Dogs\" on");
	const struct agenda_model *agenda = agenda_shown(room->app[0]);
	for (guint i = 0; i < agenda->items->len; i++) {
		const struct agenda_item *item = agenda->items->pdata[i];
		g_assert_cmpint(item->unposted, ==, item->carried > 0);
		g_assert_cmpint(item->continued, ==, !strcmp(item->title, "Dogs") ? STARTS : 0);
	}
	later_as(room, STARTS + 4 * 86400 + 60, "00000000000000bb");
	room_type(room, "5Cypppppppppp<Enter>");
	const struct meeting *meeting = desk_meeting(room->app[0]);
	for (guint i = 1; i <= meeting->items->len; i++) {
		const struct meeting_item *item = meeting_item(meeting, (int) i);
		g_assert_cmpint(item->continued, ==, !strcmp(item->title, "Dogs") ? STARTS : 0);
	}
	room_type(room, "#Flood<Enter>Mmain motion<Enter>");
	SAID_PART(room, 0, "must first find that it could not wait");
	room_type(room, "<Esc>#Cats<Enter>Mmain motion<Enter>");
	SAID_PART(room, 0, "must first find that it could not wait");
	room_type(room, "<Esc>#Dogs<Enter>");
	g_autofree char *screen = canvas_to_text(room->canvas, true);
	g_assert_nonnull(strstr(screen, "posted for the meeting of Mon 23 Dec 2024"));
	room_type(room, "Mmain motion<Enter>1To buy one.<Enter>");
	g_assert_cmpuint(meeting->motions->len, ==, 1);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/agenda-keys/a session", struct room, NULL, room_set_up, test_session, room_tear_down);
	g_test_add("/agenda-keys/fields", struct room, NULL, room_set_up, test_fields, room_tear_down);
	g_test_add("/agenda-keys/a long item", struct room, NULL, room_set_up, test_long, room_tear_down);
	g_test_add("/agenda-keys/two at once", struct room, NULL, room_set_up, test_two, room_tear_down);
	g_test_add("/agenda-keys/faster than frames", struct room, NULL, room_set_up, test_fast, room_tear_down);
	g_test_add("/agenda-keys/whose change", struct room, NULL, room_set_up, test_whose, room_tear_down);
	g_test_add("/agenda-keys/a meeting that is over", struct room, NULL, room_set_up, test_over, room_tear_down);
	g_test_add("/agenda-keys/notice", struct room, NULL, room_set_up, test_notice, room_tear_down);
	g_test_add("/agenda-keys/posted", struct room, NULL, room_set_up, test_posted, room_tear_down);
	g_test_add("/agenda-keys/recommendation", struct room, NULL, room_set_up, test_recommendation, room_tear_down);
	g_test_add("/agenda-keys/carried over", struct room, NULL, room_set_up, test_carry, room_tear_down);
	g_test_add("/agenda-keys/continued", struct room, NULL, room_set_up, test_continued, room_tear_down);
	return g_test_run();
}
