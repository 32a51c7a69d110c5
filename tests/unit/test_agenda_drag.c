/* An item of the agenda dragged with the mouse: where it lands, what is shown meanwhile, and what changes nothing. */
#include "agenda_room.h"
#include "store/agenda_store.h"
#include "store/meeting_store.h"

/* Where the row of the list is on the screen; the row must be shown. */
static struct rect place_of(const struct room *room, gint64 row)
{
	const struct hits *hits = &room->app[0]->hits;
	for (unsigned i = 0; i < hits->n; i++)
		if (hits->hit[i].kind == HIT_ROW && hits->hit[i].pane == PANE_AGENDA_ITEMS && hits->hit[i].value == row)
			return hits->hit[i].rect;
	g_error("row %d is not shown", (int) row);
}

static void mouse_at(struct room *room, enum mouse_action action, int x, int y)
{
	struct event event = { .kind = EVENT_MOUSE, .action = action, .x = x, .y = y };
	mouse_event(room->app[0], &event);
	app_draw(room->app[0], room->canvas, NULL);
}

static void mouse_on(struct room *room, enum mouse_action action, gint64 row)
{
	struct rect place = place_of(room, row);
	mouse_at(room, action, place.x + 3, place.y);
}

/* What a row of the list shows, from its first cell. */
static char *shown_in(const struct room *room, gint64 row)
{
	struct rect place = place_of(room, row);
	g_autofree char *all = canvas_to_text(room->canvas, false);
	g_auto(GStrv) lines = g_strsplit(all, "\n", -1);
	return g_strdup(g_utf8_offset_to_pointer(lines[place.y], place.x));
}

#define SHOWN(room, row, begins, has) do { g_autofree char *all_ = shown_in(room, row); \
	if (!g_str_has_prefix(all_, begins) || !strstr(all_, has)) g_error("not \"%s\" and \"%s\": %s", begins, has, all_); } while (0)

#define LIFTED "1 Call to , 2 Roll cal, 3 Disclosu, 4 Public c, 5 Case pre, 6 Approval, 7 New busi, 8 Closed s, 9 Adjournm"

static void test_moves(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	mouse_on(room, MOUSE_PRESS, 2);
	g_assert_false(room->app[0]->scene.drag.on);
	SHOWN(room, 2, "▶", "Approval");
	mouse_on(room, MOUSE_MOVE, 4);
	SAID(room, "let go to put item 3 behind item 5; Esc leaves it");
	SHOWN(room, 4, "↓", "Approval");
	SHOWN(room, 2, " ", "Disclosures");
	mouse_on(room, MOUSE_MOVE, 0);
	SAID(room, "let go to put item 3 before item 1; Esc leaves it");
	SHOWN(room, 0, "↑", "Approval");
	SHOWN(room, 1, " ", "Call to order");
	LISTED(room, SPECIAL);
	mouse_on(room, MOUSE_MOVE, 5);
	mouse_on(room, MOUSE_RELEASE, 5);
	SAID(room, "moved item 3 behind item 6");
	LISTED(room, LIFTED);
	g_assert_true(g_str_has_prefix(agenda_selected(room->app[0])->title, "Approval"));
	SHOWN(room, 5, "▶", "Approval");
	room_type(room, "u");
	SAID(room, "took back: moved item 3 behind item 6");
	LISTED(room, SPECIAL);
}

/* Under the last row is behind the last item; a terminal that tells of no moves tells where the button was let go. */
static void test_release_alone(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	struct rect last = place_of(room, 8);
	mouse_on(room, MOUSE_PRESS, 0);
	mouse_at(room, MOUSE_RELEASE, last.x + 3, last.y + 3);
	SAID(room, "moved item 1 behind item 9");
}

static void test_stays(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	/* A click. */
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_RELEASE, 3);
	g_assert_cmpint(room->app[0]->scene.items.position, ==, 3);
	g_assert_false(room->app[0]->agenda_desk.drag.held);
	/* There and back. */
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_MOVE, 5);
	mouse_on(room, MOUSE_MOVE, 3);
	SAID(room, "let go here, and item 4 stays where it is");
	mouse_on(room, MOUSE_RELEASE, 3);
	SAID(room, "nothing was moved");
	/* Out of the list. */
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_MOVE, 5);
	mouse_at(room, MOUSE_MOVE, 118, 0);
	SAID(room, "let go here, and item 4 stays where it is");
	SHOWN(room, 3, "▶", "Disclosures");
	mouse_at(room, MOUSE_RELEASE, 118, 0);
	SAID(room, "nothing was moved");
	/* Esc, and what the mouse does after it. */
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_MOVE, 5);
	room_type(room, "<Esc>");
	SAID(room, "nothing was moved");
	g_assert_cmpint(room->app[0]->scene.screen, ==, SCREEN_AGENDA);
	mouse_on(room, MOUSE_MOVE, 6);
	mouse_on(room, MOUSE_RELEASE, 6);
	SHOWN(room, 3, "▶", "Disclosures");
	LISTED(room, SPECIAL);
	g_assert_cmpint(agenda_store_revision(room->store[0], room->meeting, NULL), ==, 1);
}

static void test_refused(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	/* Somebody else was faster: told, and nothing lost. */
	room_type_as(room, 1, "4G");
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_MOVE, 5);
	room_type_as(room, 1, "{");
	session_look(&room->app[0]->session, NULL);
	app_draw(room->app[0], room->canvas, NULL);
	mouse_on(room, MOUSE_RELEASE, 5);
	SAID_PART(room, 0, "moved item 9 before item 8 at 18:00. Nothing of yours was done");
	room_type_as(room, 1, "u");
	LISTED(room, SPECIAL);
	/* The item is taken off under the mouse. */
	room_type(room, "<Esc>");
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_MOVE, 5);
	room_type_as(room, 1, "gjjjdy");
	session_look(&room->app[0]->session, NULL);
	app_draw(room->app[0], room->canvas, NULL);
	SAID(room, "nothing was moved");
	room_type_as(room, 1, "u");
	/* Posted. */
	room_type(room, "Py");
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_MOVE, 5);
	mouse_on(room, MOUSE_RELEASE, 5);
	SAID_PART(room, 0, "item 4 was posted: its place stays");
	room_type(room, "<Esc>");
	/* Held: said as soon as it is tried. */
	g_assert_true(store_begin(room->store[0], NULL));
	g_assert_true(meeting_store_set_status(room->store[0], room->meeting, "held", NULL));
	g_assert_true(store_commit(room->store[0], NULL));
	session_look(&room->app[0]->session, NULL);
	app_draw(room->app[0], room->canvas, NULL);
	mouse_on(room, MOUSE_PRESS, 3);
	mouse_on(room, MOUSE_MOVE, 5);
	SAID(room, "this meeting was held; its agenda stays as it was");
	mouse_on(room, MOUSE_RELEASE, 5);
	LISTED(room, SPECIAL);
}

/* The list goes on under the mouse at its edges, a row at a time, and wakes nobody up when it stands. */
static void test_edges(struct room *room, gconstpointer data)
{
	(void) data;
	room_begin(room);
	canvas_resize(room->canvas, 60, 12);
	room_type(room, "g");
	struct app *app = room->app[0];
	int rows = frame_list_rows(&app->scene, 60, 12, PANE_AGENDA_ITEMS);
	g_assert_cmpint(rows, <, 9);
	mouse_on(room, MOUSE_PRESS, 1);
	g_assert_cmpint(agenda_drag_timeout(app), ==, -1);
	mouse_on(room, MOUSE_MOVE, rows - 1);
	g_assert_cmpint(agenda_drag_timeout(app), >=, 0);
	for (int i = 0; i < 9 && agenda_drag_timeout(app) >= 0; i++) {
		app->agenda_desk.drag.scrolls = 1;      /* long ago */
		agenda_drag_tick(app);
		app_draw(app, room->canvas, NULL);
	}
	g_assert_cmpint(agenda_drag_timeout(app), ==, -1);
	g_assert_cmpint(app->scene.items.top, ==, 9 - rows);
	SHOWN(room, 8, "↓", "Roll call");
	mouse_on(room, MOUSE_RELEASE, 8);
	SAID(room, "moved item 2 behind item 9");
	mouse_on(room, MOUSE_PRESS, 8);
	mouse_on(room, MOUSE_MOVE, 9 - rows);
	app->agenda_desk.drag.scrolls = 1;
	agenda_drag_tick(app);
	app_draw(app, room->canvas, NULL);
	g_assert_cmpint(app->scene.items.top, ==, 9 - rows - 1);
	SHOWN(room, 9 - rows - 1, "↑", "Roll call");
	room_type(room, "<Esc>");
	SHOWN(room, 8, "▶", "Roll call");
	g_assert_cmpint(agenda_drag_timeout(app), ==, -1);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/agenda-drag/moves an item", struct room, NULL, room_set_up, test_moves, room_tear_down);
	g_test_add("/agenda-drag/without moves of the mouse", struct room, NULL, room_set_up, test_release_alone, room_tear_down);
	g_test_add("/agenda-drag/stays", struct room, NULL, room_set_up, test_stays, room_tear_down);
	g_test_add("/agenda-drag/refused", struct room, NULL, room_set_up, test_refused, room_tear_down);
	g_test_add("/agenda-drag/edges", struct room, NULL, room_set_up, test_edges, room_tear_down);
	return g_test_run();
}
