/* Screens, panes and the way back: Enter goes forward, Esc comes back. */
#include "app/app_private.h"
#include <string.h>

static const enum pane_id first_pane[SCREENS] = {
	[SCREEN_OVERVIEW] = PANE_OVERVIEW_OPEN, [SCREEN_CASES] = PANE_CASE_LIST,
	[SCREEN_TRENDS] = PANE_TREND_METRICS, [SCREEN_AGENDA] = PANE_AGENDA_ITEMS, [SCREEN_MEETING] = PANE_MEETING_ROLL,
	[SCREEN_MEMBERS] = PANE_MEMBER_SEATS, [SCREEN_RECOMMENDATIONS] = PANE_RECOMMENDATIONS,
};

void place_clear(void *data)
{
	struct place *place = data;
	g_free(place->filter);
	g_free(place->arrival);
}

static const char *filter_now(const struct app *app)
{
	return app->session.list && app->session.list->filter ? app->session.list->filter : "";
}

static void show_screen(struct app *app, enum screen_id screen, enum pane_id focus)
{
	app->scene.screen = screen;
	app->scene.focus = focus;
	if (screen == SCREEN_CASES && session_want_list(&app->session) && app->case_id)
		app->place_case = true;
	app->dirty = true;
}

void go_screen(struct app *app, enum screen_id screen)
{
	if (app->scene.screen == screen)
		return;
	g_array_set_size(app->back, 0);
	app->scene.zoom = false;
	show_screen(app, screen, first_pane[screen]);
}

static void remember(struct app *app, const char *arrival)
{
	struct place place = { .screen = app->scene.screen, .focus = app->scene.focus, .zoom = app->scene.zoom,
		.case_id = app->case_id, .agenda_offset = app->session.agenda_offset, .filter = g_strdup(filter_now(app)), .arrival = g_strdup(arrival ? arrival : filter_now(app)) };
	g_array_append_val(app->back, place);
	app->scene.zoom = app->scene.zoom && !arrival;
}

void go_forward(struct app *app, enum screen_id screen, enum pane_id focus)
{
	remember(app, NULL);
	if (app->scene.screen != screen)
		app->scene.zoom = false;
	show_screen(app, screen, focus);
}

void go_forward_filtered(struct app *app, const char *filter)
{
	remember(app, filter);
	app->scene.zoom = false;
	show_screen(app, SCREEN_CASES, PANE_CASE_LIST);
	GError *error = NULL;
	if (!cases_set_filter(app, filter, NULL, &error))
		app_fail(app, error);
	app->case_id = 0;
	app->scene.list = (struct list_place) { 0, 0 };
}

void go_case(struct app *app, id_t64 id)
{
	bool here = app->scene.screen == SCREEN_CASES;
	go_forward(app, SCREEN_CASES, PANE_CASE_DETAIL);
	app->case_id = id;
	app->place_case = !here || app->place_case;
}

bool go_back(struct app *app)
{
	struct case_list *list = app->session.list;
	unsigned n = app->back->len;
	const struct place *last = n ? &g_array_index(app->back, struct place, n - 1) : NULL;
	const char *arrival = last ? last->arrival : "";
	if (app->scene.screen == SCREEN_CASES && list && case_list_mark_count(list) > 0) {
		case_list_clear_marks(list);
		app->range_from = 0;
		return true;
	}
	if (app->scene.screen == SCREEN_TRENDS && *filter_here(app))
		return set_filter_here(app, "", NULL, NULL);
	if (app->scene.screen == SCREEN_CASES && list && strcmp(filter_now(app), arrival) != 0)
		return cases_set_filter(app, arrival, NULL, NULL);
	if (last) {
		if (list && strcmp(filter_now(app), last->filter) != 0)
			cases_set_filter(app, last->filter, NULL, NULL);
		app->case_id = last->case_id;
		if (app->session.agenda_offset != last->agenda_offset) {
			app->session.agenda_offset = last->agenda_offset;
			app->session.stale_agenda = true;
		}
		app->place_case = last->screen == SCREEN_CASES;
		app->scene.zoom = last->zoom;
		show_screen(app, last->screen, last->focus);
		g_array_set_size(app->back, n - 1);
		return true;
	}
	if (app->scene.zoom) {
		app->scene.zoom = false;
		return true;
	}
	if (app->scene.focus != first_pane[app->scene.screen]) {
		app->scene.focus = first_pane[app->scene.screen];
		return true;
	}
	return false;
}

void go_focus(struct app *app, int step)
{
	enum pane_id panes[PANES];
	bool zoom = app->scene.zoom;
	app_models(app);
	app->scene.zoom = false;      /* zoomed: Tab goes to the panes that are hidden behind */
	unsigned n = frame_panes(&app->scene, app->w, app->h, panes, PANES), at = 0;
	app->scene.zoom = zoom;
	if (!n)
		return;
	while (at < n && panes[at] != app->scene.focus)
		at++;
	app->scene.focus = panes[at == n ? 0 : (at + n + step) % n];
}
