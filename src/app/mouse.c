/* Clicks, the wheel, and what is dragged. Nothing can be done by mouse only. */
#include "app/app_private.h"

#define WHEEL_ROWS 3

static void wheel(struct app *app, const struct event *event)
{
	int step = event->action == MOUSE_WHEEL_UP ? -1 : 1;
	if (app->menu.kind != OVERLAY_NONE) {
		menu_key(app, step < 0 ? DKEY_UP : DKEY_DOWN);
		return;
	}
	for (int i = 0; i < WHEEL_ROWS; i++)
		command_run(app, step < 0 ? COMMAND_UP : COMMAND_DOWN);
}

static void click_column(struct app *app, enum case_field field)
{
	struct case_list *list = app->session.list;
	if (!list || field >= CASE_FIELDS || !case_field_info(field)->sortable)
		return;
	case_list_set_sort(list, field, list->sort == field ? !list->reverse : false);
}

static void click_row(struct app *app, const struct hit *hit, bool open)
{
	gint64 n;
	int rows;
	app->scene.focus = hit->pane;
	struct list_place *place = focus_list(app, &n, &rows);
	if (!place || hit->value < 0 || hit->value >= n)
		return;
	place->position = hit->value;
	after_move(app);
	if (open)
		command_run(app, COMMAND_OPEN);
}

static void press_row(struct app *app, const struct hit *hit, const struct event *event)
{
	bool twice = event->action == MOUSE_DOUBLE;
	bool on_item = hit->pane == PANE_AGENDA_ITEMS && app->session.agenda && hit->value < app->session.agenda->items->len;
	click_row(app, hit, twice);
	if (!twice && on_item)
		agenda_drag_press(app, event);
}

static void click_point(struct app *app, const struct hit *hit, bool open)
{
	app->scene.focus = hit->pane;
	app->scene.chart_place.cross = true;
	app->scene.chart_place.series = hit->value >> 32;
	app->scene.chart_place.point = (guint32) hit->value;
	if (open)
		command_run(app, COMMAND_OPEN);
}

/* In a roll call a click on an answer of the member who is asked gives it; on another member it chooses that one first. */
static void click_answer(struct app *app, const struct hit *hit)
{
	static const int commands[CHOICES] = { [CHOICE_AYE] = COMMAND_VOTE_AYE, [CHOICE_NAY] = COMMAND_VOTE_NAY,
		[CHOICE_ABSTAIN] = COMMAND_VOTE_ABSTAIN, [CHOICE_RECUSE] = COMMAND_VOTE_RECUSE };
	int member = hit->value >> 8;
	bool asked = app->desk.mode == DESK_ROLL && desk_records(app) && desk_member(app) == member;
	struct hit row = { .kind = HIT_ROW, .pane = hit->pane, .value = member };
	if (asked)
		command_run(app, commands[hit->value & 0xff]);
	else
		click_row(app, &row, false);
}

void mouse_event(struct app *app, const struct event *event)
{
	bool twice = event->action == MOUSE_DOUBLE;
	if (event->action == MOUSE_MOVE || event->action == MOUSE_RELEASE) {
		agenda_drag_event(app, event);
		return;
	}
	if (event->action == MOUSE_WHEEL_UP || event->action == MOUSE_WHEEL_DOWN) {
		if (!app->scene.drag.on)
			wheel(app, event);
		return;
	}
	agenda_drag_cancel(app);      /* its release did not reach us */
	const struct hit *hit = hits_at(&app->hits, event->x, event->y);
	if (app->menu.kind != OVERLAY_NONE) {
		if (hit && hit->kind == HIT_OVERLAY_ROW && hit->value < app->menu.entries->len)
			menu_choose(app, hit->value);
		return;
	}
	if (!hit || app->prompt.kind != PROMPT_NONE)
		return;
	switch (hit->kind) {
	case HIT_TAB: go_screen(app, hit->value); break;
	case HIT_HINT:
		if (hit->value >= 0 && hit->value < COMMANDS)
			command_run(app, hit->value);
		break;
	case HIT_PANE: app->scene.focus = hit->pane; break;
	case HIT_ROW: press_row(app, hit, event); break;
	case HIT_COLUMN: click_column(app, hit->value); break;
	case HIT_POINT:
		if (hit->pane == PANE_MEETING_ROLL)
			click_answer(app, hit);
		else
			click_point(app, hit, twice);
		break;
	case HIT_OVERLAY_ROW: break;
	}
}
