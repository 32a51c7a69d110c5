/* Handlers that change only what is looked at: screens, panes, movement, looks. */
#include "app/app_private.h"
#include "view/list.h"

const char *can_always(const struct app *app)
{
	(void) app;
	return NULL;
}

const char *can_terminal(const struct app *app)
{
	return app->terminal ? NULL : _("needs a terminal");
}

const char *can_theme(const struct app *app)
{
	if (!app->terminal)
		return _("needs a terminal");
	return terminal_colors(app->terminal) >= 256 ? NULL : _("themes need a terminal of 256 colours, and NO_COLOR not set");
}

const char *can_split(const struct app *app)
{
	bool pair = app->scene.screen == SCREEN_CASES || app->scene.screen == SCREEN_AGENDA || app->scene.screen == SCREEN_MEMBERS
		|| app->scene.screen == SCREEN_RECOMMENDATIONS;
	return pair ? NULL : _("only where two panes share the screen");
}

/* Beyond the first and the last meeting there is nothing to step to. */
static const char *why_no_meeting(const struct app *app, bool forward)
{
	const struct agenda_model *agenda = app->scene.screen == SCREEN_AGENDA ? app->session.agenda : NULL;
	if (!agenda)
		return NULL;
	if (!agenda->meetings)
		return _("this database has no meetings");
	if (forward)
		return !agenda->found || agenda->position >= agenda->meetings ? _("no later meeting is on record") : NULL;
	return agenda->position == 1 ? _("no earlier meeting is on record") : NULL;
}

const char *can_step(const struct app *app)
{
	if (app->scene.screen == SCREEN_MEETING)
		return can_record(app);
	if (app->scene.screen == SCREEN_MEMBERS)
		return app->board->bodies->len > 1 ? NULL : _("the board has no other body");
	return app->scene.screen == SCREEN_OVERVIEW ? _("not on the overview") : why_no_meeting(app, true);
}

const char *can_step_back(const struct app *app)
{
	if (app->scene.screen == SCREEN_MEETING)
		return can_record(app);
	if (app->scene.screen == SCREEN_MEMBERS)
		return can_step(app);
	return app->scene.screen == SCREEN_OVERVIEW ? _("not on the overview") : why_no_meeting(app, false);
}

const char *can_reopen(const struct app *app)
{
	return app->session.lost || desk_unknown(app) ? NULL : _("the database is open and in its place");
}

void run_overview(struct app *app) { go_screen(app, SCREEN_OVERVIEW); }
void run_cases(struct app *app) { go_screen(app, SCREEN_CASES); }
void run_trends(struct app *app) { go_screen(app, SCREEN_TRENDS); }
void run_agenda(struct app *app) { go_screen(app, SCREEN_AGENDA); }
void run_meeting(struct app *app) { go_screen(app, SCREEN_MEETING); }
void run_members(struct app *app) { go_screen(app, SCREEN_MEMBERS); }
void run_recommendations(struct app *app) { go_screen(app, SCREEN_RECOMMENDATIONS); }
void run_help(struct app *app) { menu_open(app, OVERLAY_HELP); }
void run_palette(struct app *app) { menu_open(app, OVERLAY_PALETTE); }
void run_filters(struct app *app) { menu_open(app, OVERLAY_FILTERS); }
void run_theme(struct app *app) { menu_open(app, OVERLAY_THEME); }
void run_pane_next(struct app *app) { go_focus(app, 1); }
void run_pane_previous(struct app *app) { go_focus(app, -1); }

static bool on_chart(const struct app *app)
{
	enum pane_id focus = app->scene.focus;
	return focus == PANE_TREND_CHART || focus == PANE_TREND_POINT;
}

static void move_series(struct app *app, int step)
{
	const struct chart *chart = app->session.chart;
	struct chart_place *place = &app->scene.chart_place;
	if (!chart || !chart->series->len)
		return;
	place->cross = true;
	place->series = (place->series + chart->series->len + step) % chart->series->len;
}

/*
 * One row further, and where that leaves the page a third of a page at once: the rows stand still under the eye for a while,
 * there is context ahead, and a terminal far away gets a page now and then instead of with every key.
 */
static void move_one(struct list_place *place, gint64 n, int rows, int step)
{
	gint64 top = place->top;
	list_move(place, n, rows, step);
	if (place->top == top + step && rows > 5)
		place->top = CLAMP(place->top + step * (rows / 3), 0, MAX(0, n - rows));
}

/* The first line shown of a pane that is a text. */
static int *text_top(struct app *app)
{
	struct meeting_place *place = &app->scene.meeting_place;
	const struct motion *motion = desk_meeting(app) ? meeting_floor(desk_meeting(app)) : NULL;
	if (app->scene.focus != PANE_MEETING_FLOOR)
		return &app->scene.detail_top[app->scene.screen];
	if (motion && place->floor_motion != motion->number) {
		place->floor_motion = motion->number;
		place->floor_top = 0;
	}
	return &place->floor_top;
}

static void move_rows(struct app *app, int step)
{
	gint64 n;
	int rows;
	struct list_place *place = focus_list(app, &n, &rows);
	if (place) {
		move_one(place, n, rows, step);
		after_move(app);
	} else if (on_chart(app) && app->scene.chart_place.face == CHART_FACE_CHART) {
		move_series(app, step);
	} else {
		*text_top(app) = MAX(0, *text_top(app) + step);
	}
}

void run_down(struct app *app) { move_rows(app, 1); }
void run_up(struct app *app) { move_rows(app, -1); }

static void move_point(struct app *app, int step)
{
	const struct chart *chart = app->session.chart;
	struct chart_place *place = &app->scene.chart_place;
	if (app->scene.screen != SCREEN_TRENDS || !chart || !chart->n)
		return;
	app->scene.focus = PANE_TREND_CHART;
	if (!place->cross && ABS(step) == 1)      /* the first step comes in from the side */
		place->point = step > 0 ? 0 : chart->n - 1;
	else
		place->point = CLAMP((int) place->point + step, 0, (int) chart->n - 1);
	place->cross = true;
}

void run_left(struct app *app) { move_point(app, -1); }
void run_right(struct app *app) { move_point(app, 1); }

static void page(struct app *app, int pages)
{
	gint64 n;
	int rows;
	struct list_place *place = focus_list(app, &n, &rows);
	if (place) {
		list_page(place, n, rows, pages);
		after_move(app);
	} else {
		*text_top(app) = MAX(0, *text_top(app) + pages * MAX(1, app->h - 6));
	}
}

void run_page_down(struct app *app) { page(app, 1); }
void run_page_up(struct app *app) { page(app, -1); }

static void to_end(struct app *app, bool end)
{
	gint64 n;
	int rows;
	struct list_place *place = focus_list(app, &n, &rows);
	if (place && end)
		list_end(place, n, rows);
	else if (place)
		list_home(place);
	else if (on_chart(app))
		move_point(app, end ? 100000 : -100000);
	else
		*text_top(app) = end ? 100000 : 0;
	if (place)
		after_move(app);
}

void run_top(struct app *app) { to_end(app, false); }
void run_bottom(struct app *app) { to_end(app, true); }

static void step(struct app *app, int by)
{
	enum pane_id focus = app->scene.focus;
	switch (app->scene.screen) {
	case SCREEN_CASES: app->scene.focus = PANE_CASE_LIST; break;
	case SCREEN_TRENDS: app->scene.focus = PANE_TREND_METRICS; break;
	case SCREEN_AGENDA:
		app->session.agenda_offset += by;
		app->session.stale_agenda = true;
		app->scene.items = (struct list_place) { 0, 0 };
		app_load_agenda(app);      /* the next key, if it comes before the frame, is about this meeting */
		return;
	case SCREEN_MEETING: meeting_step(app, by); return;
	case SCREEN_MEMBERS: members_step(app, by); return;
	case SCREEN_RECOMMENDATIONS: app->scene.focus = PANE_RECOMMENDATIONS; break;
	default: return;
	}
	move_rows(app, by);
	app->scene.focus = focus;
}

void run_next(struct app *app) { step(app, 1); }
void run_previous(struct app *app) { step(app, -1); }

void run_zoom(struct app *app)
{
	app->scene.zoom = !app->scene.zoom;
}

static void split(struct app *app, int by)
{
	app->scene.split = CLAMP(app->scene.split + by, 20, 80);
	app->state.split = app->scene.split;
	state_save(&app->state, NULL);
}

void run_wider(struct app *app) { split(app, 5); }
void run_narrower(struct app *app) { split(app, -5); }

void run_confidential(struct app *app)
{
	app->scene.confidential = !app->scene.confidential;
	app->scene.raw = app->scene.raw && app->scene.confidential;
	app_say(app, app->scene.confidential ? _("confidential fields are shown; X hides them") : _("confidential fields are hidden"));
}

void run_mouse(struct app *app)
{
	app->mouse = !app->mouse;
	terminal_mouse(app->terminal, app->mouse);
	app_say(app, app->mouse ? _("mouse on: clicks and the wheel work here; m turns it off to select text") :
		_("mouse off: the terminal selects text; m turns it on"));
}

void run_reload(struct app *app)
{
	GError *error = NULL;
	if (!session_look(&app->session, &error) && error) {
		app_fail(app, error);
		return;
	}
	session_stale(&app->session);
	if (app->session.index)
		case_index_reload(app->session.index);
	app_say(app, _("read again"));
}

void run_redraw(struct app *app)
{
	if (app->terminal)
		terminal_redraw(app->terminal);
}

void run_suspend(struct app *app)
{
	terminal_suspend(app->terminal);
}

void run_interrupt(struct app *app)
{
	app_say(app, _("q quits"));
}

void run_back(struct app *app)
{
	if (app->scene.screen == SCREEN_MEETING && app->desk.mode != DESK_FLOOR)
		desk_leave_mode(app);
	else if (!go_back(app))
		app_say(app, _("nothing to go back to; q quits"));
}

void run_quit(struct app *app)
{
	if (app->scene.screen == SCREEN_MEETING && app->desk.mode != DESK_FLOOR)
		desk_leave_mode(app);
	else if (desk_in_session(app))
		desk_ask_quit(app);
	else if (app->back->len > 0 || app->scene.zoom)
		go_back(app);
	else
		app->quit = true;
}

void run_reopen(struct app *app)
{
	desk_reopen(app);
}
