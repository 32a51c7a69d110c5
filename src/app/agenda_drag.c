/*
 * An item of the agenda is moved with the mouse: pressed, dragged to another row, let go. What is pressed is remembered as for a key, so that a
 * change by somebody else meanwhile is told; nothing is written before the button is let go. A terminal that tells of no moves still tells where
 * the button was let go.
 */
#include "app/app_private.h"

#define SCROLL_FIRST_US 300000     /* held at the edge for so long, the list begins to go on */
#define SCROLL_NEXT_US 120000
#define SCROLL_LEAST 3             /* rows: in a shorter list every row would be an edge */

/* The rows of the list as they were drawn. */
struct rows { int y, n; };

static struct rows rows_drawn(const struct app *app)
{
	struct rows rows = { 0 };
	for (unsigned i = 0; i < app->hits.n; i++)
		if (app->hits.hit[i].kind == HIT_ROW && app->hits.hit[i].pane == PANE_AGENDA_ITEMS && !rows.n++)
			rows.y = app->hits.hit[i].rect.y;
	return rows;
}

/* The row of the list under the mouse: beside the rows, but in their pane, the nearest. -1: it is elsewhere. */
static gint64 row_meant(const struct app *app)
{
	struct rows rows = rows_drawn(app);
	const struct hit *hit = hits_at(&app->hits, app->agenda_desk.drag.x, app->agenda_desk.drag.y);
	if (!rows.n || !hit || hit->pane != PANE_AGENDA_ITEMS)
		return -1;
	gint64 row = app->scene.items.top + CLAMP(app->agenda_desk.drag.y - rows.y, 0, rows.n - 1);
	return MIN(row, (gint64) agenda_shown(app)->items->len - 1);
}

/* Which way the list goes on under the mouse: -1 up, 1 down, 0 it stands. */
static int edge(const struct app *app)
{
	struct rows rows = rows_drawn(app);
	int y = app->agenda_desk.drag.y;
	gint64 top = app->scene.items.top;
	if (!app->scene.drag.on || app->scene.drag.to < 0 || rows.n < SCROLL_LEAST)
		return 0;
	if (y <= rows.y && top > 0)
		return -1;
	return y >= rows.y + rows.n - 1 && top + rows.n < agenda_shown(app)->items->len;
}

static void say_place(struct app *app)
{
	gint64 from = app->scene.items.position, to = app->scene.drag.to;
	const GPtrArray *items = agenda_shown(app)->items;
	const struct agenda_item *item = items->pdata[from], *beside = to >= 0 ? items->pdata[to] : NULL;
	const char *number = item->number ? item->number : "";
	if (to < 0 || to == from)
		app_say(app, _("let go here, and item %s stays where it is"), number);
	else
		app_say(app, to < from ? _("let go to put item %s before item %s; Esc leaves it") : _("let go to put item %s behind item %s; Esc leaves it"), number,
			beside->number ? beside->number : "");
}

static void let_go(struct app *app)
{
	app->agenda_desk.drag.held = app->scene.drag.on = false;
	app->agenda_desk.drag.scrolls = 0;
	if (app->terminal)
		terminal_drag(app->terminal, false);
}

static void follow(struct app *app)
{
	gint64 to = row_meant(app);
	const char *reason = can_agenda_item(app);
	bool begins = !app->scene.drag.on && to >= 0 && to != app->scene.items.position;
	if (begins && reason) {
		let_go(app);
		app_say(app, "%s", reason);
	} else if (begins || (app->scene.drag.on && to != app->scene.drag.to)) {
		app->scene.drag.on = true;
		app->scene.drag.to = to;
		say_place(app);
	}
	gint64 *scrolls = &app->agenda_desk.drag.scrolls;
	*scrolls = !edge(app) ? 0 : *scrolls ? *scrolls : g_get_monotonic_time() + SCROLL_FIRST_US;
}

void agenda_drag_press(struct app *app, const struct event *event)
{
	struct agenda_desk *desk = &app->agenda_desk;
	if (!agenda_ask_about(app, false) || !desk->item)
		return;
	desk->drag.held = true;
	desk->drag.x = event->x;
	desk->drag.y = event->y;
	if (app->terminal)
		terminal_drag(app->terminal, true);
}

void agenda_drag_event(struct app *app, const struct event *event)
{
	struct agenda_desk *desk = &app->agenda_desk;
	if (!desk->drag.held)
		return;
	desk->drag.x = event->x;
	desk->drag.y = event->y;
	follow(app);
	if (event->action != MOUSE_RELEASE || !desk->drag.held)
		return;
	gint64 to = app->scene.drag.to;
	if (!app->scene.drag.on || to < 0 || to == app->scene.items.position) {
		agenda_drag_cancel(app);
		return;
	}
	let_go(app);
	agenda_put_at(app, (int) to + 1);
}

bool agenda_drag_cancel(struct app *app)
{
	bool dragged = app->scene.drag.on;
	if (app->agenda_desk.drag.held)
		let_go(app);
	if (dragged)
		app_say(app, _("nothing was moved"));
	return dragged;
}

void agenda_drag_loaded(struct app *app)
{
	const struct agenda_item *item = agenda_selected(app);
	gint64 n = item ? agenda_shown(app)->items->len : 0;
	if (!item || item->id != app->agenda_desk.item) {
		agenda_drag_cancel(app);
		return;
	}
	int rows = MAX(1, frame_list_rows(&app->scene, app->w, app->h, PANE_AGENDA_ITEMS));
	app->scene.items.top = CLAMP(app->scene.items.top, 0, MAX(0, n - rows));
	app->scene.drag.to = MIN(app->scene.drag.to, n - 1);
}

int agenda_drag_timeout(const struct app *app)
{
	gint64 scrolls = app->agenda_desk.drag.scrolls;
	return scrolls ? (int) (MAX(0, scrolls - g_get_monotonic_time() + 999) / 1000) : -1;
}

void agenda_drag_tick(struct app *app)
{
	struct agenda_desk *desk = &app->agenda_desk;
	if (!desk->drag.scrolls || g_get_monotonic_time() < desk->drag.scrolls)
		return;
	app->scene.items.top += edge(app);
	desk->drag.scrolls = g_get_monotonic_time() + SCROLL_NEXT_US;
	follow(app);
	app->dirty = true;
}
