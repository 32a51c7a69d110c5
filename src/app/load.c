/* What a frame of this size needs, loaded before it is drawn; drawing itself loads nothing. */
#include "app/app_private.h"
#include "base/text.h"
#include "view/list.h"

/* A model that was loaded anew leaves no old pointer in the scene: panes measure by it. */
void app_models(struct app *app)
{
	struct scene *scene = &app->scene;
	scene->overview = app->session.overview;
	scene->cases = app->session.list;
	scene->detail = app->session.detail;
	scene->chart = app->session.chart;
	scene->agenda = app->session.agenda;
	scene->meeting = app->session.meeting;
	scene->members = app->session.members;
	scene->docket = app->session.docket;
	scene->recommendations = app->session.recommendations;
}

static bool shows(const struct app *app, enum pane_id pane)
{
	enum pane_id panes[PANES];
	unsigned n = frame_panes(&app->scene, app->w, app->h, panes, PANES);
	for (unsigned i = 0; i < n; i++)
		if (panes[i] == pane)
			return true;
	return false;
}

/* After a reload a list may be shorter than where its place stood. */
static void fit(struct app *app, struct list_place *place, enum pane_id pane, gint64 n)
{
	int rows = MAX(1, frame_list_rows(&app->scene, app->w, app->h, pane));
	gint64 at = CLAMP(place->position, 0, MAX(0, n - 1));
	list_place_at(place, n, rows, at);
	list_move(place, n, rows, 0);
}

static void load_overview(struct app *app, GError **error)
{
	const struct overview *before = app->session.overview;
	id_t64 id = before && app->scene.open.position < before->n ? before->rows[app->scene.open.position].id : 0;
	session_load_overview(&app->session, error);
	app_models(app);
	const struct overview *overview = app->session.overview;
	if (!overview)
		return;
	for (unsigned i = 0; overview != before && id && i < overview->n; i++)
		if (overview->rows[i].id == id)
			app->scene.open.position = i;
	fit(app, &app->scene.open, PANE_OVERVIEW_OPEN, overview->n);
	if (app->scene.screen == SCREEN_OVERVIEW)
		fit(app, &app->scene.items, PANE_OVERVIEW_AGENDA,
			overview->agenda && overview->agenda->items ? overview->agenda->items->len : 0);
}

/* The text of a pane does not scroll away. */
static void fit_detail(struct app *app, enum pane_id pane)
{
	int *top = &app->scene.detail_top[app->scene.screen];
	if (*top <= 0)
		return;
	int shown = frame_list_rows(&app->scene, app->w, app->h, pane), all = frame_lines(&app->scene, app->w, app->h, pane);
	*top = CLAMP(*top, 0, MAX(0, all - shown));
}

static void load_cases(struct app *app, GError **error)
{
	struct session *session = &app->session;
	session_want_list(session);
	app_models(app);
	if (app->place_case)
		cases_settle_place(app);
	struct case_list *list = session->list;
	int rows = frame_list_rows(&app->scene, app->w, app->h, PANE_CASE_LIST);
	fit(app, &app->scene.list, PANE_CASE_LIST, list->matched);
	if (!app->case_id && list->matched)
		app->case_id = case_list_id(list, app->scene.list.position);
	if (rows > 0 && list->matched > 0 && !case_list_load_page(list, app->scene.list.top, rows, error))
		return;
	if (shows(app, PANE_CASE_DETAIL) && !app->detail_due)
		session_load_detail(session, app->case_id, error);
	app_models(app);
	fit_detail(app, PANE_CASE_DETAIL);
}

static void load_trends(struct app *app, GError **error)
{
	char **metrics = app->board->metrics;
	unsigned n = metrics ? g_strv_length(metrics) : 0;
	fit(app, &app->scene.metrics, PANE_TREND_METRICS, n);
	if (!n)
		return;
	session_load_chart(&app->session, metric_find(metrics[app->scene.metrics.position]), error);
	const struct chart *chart = app->session.chart;
	if (chart && (app->scene.chart_place.point >= chart->n || app->scene.chart_place.series >= chart->series->len)) {
		app->scene.chart_place.point = chart->n ? chart->n - 1 : 0;
		app->scene.chart_place.series = 0;
	}
}

static id_t64 item_id(const struct agenda_model *agenda, gint64 at)
{
	return agenda && at >= 0 && at < agenda->items->len ? ((const struct agenda_item *) agenda->items->pdata[at])->id : 0;
}

static void tell_clocks(struct app *app)
{
	if (!app->session.other_clocks || app->told_clocks || app->message)
		return;
	app->told_clocks = true;
	app_say(app, _("deadlines follow other rules than the board file; open this with write access"));
}

/* The entry that is selected stays so by what it is about. */
static void load_docket(struct app *app, GError **error)
{
	const struct docket_entry *selected = docket_selected(app);
	g_autofree char *key = selected ? docket_model_key(selected) : NULL;
	struct list_place *place = &app->scene.docket_place;
	if (*error || !session_load_docket(&app->session, agenda_body(app), agenda_shown(app) ? agenda_shown(app)->meeting.kind : NULL, error) || !app->session.docket)
		return;
	tell_clocks(app);
	struct docket_model *docket = app->session.docket;
	gint64 at = key ? docket_model_find(docket, key) : -1;
	if (at >= 0)
		place->position = at;
	app_models(app);
	fit(app, place, PANE_AGENDA_DOCKET, docket->entries->len);
	docket_model_words(docket, app->store, (guint) place->top, (guint) MAX(frame_list_rows(&app->scene, app->w, app->h, PANE_AGENDA_DOCKET), 1));
}

static void load_agenda(struct app *app, GError **error)
{
	id_t64 id = item_id(app->session.agenda, app->scene.items.position);
	bool anew = app->session.stale_agenda || !app->session.agenda;
	session_load_agenda(&app->session, error);
	app_models(app);
	const struct agenda_model *agenda = app->session.agenda;
	if (!agenda)
		return;
	for (unsigned i = 0; id && i < agenda->items->len; i++)
		if (item_id(agenda, i) == id)
			app->scene.items.position = i;
	if (anew)
		agenda_desk_loaded(app);
	if (app->agenda_desk.drag.held)
		agenda_drag_loaded(app);
	/* While an item is dragged the list stands where the mouse has brought it. */
	if (!app->scene.drag.on)
		fit(app, &app->scene.items, PANE_AGENDA_ITEMS, agenda->items ? agenda->items->len : 0);
	if (item_id(agenda, app->scene.items.position) != id)
		app->scene.detail_top[SCREEN_AGENDA] = 0;
	fit_detail(app, PANE_AGENDA_ITEM);
	load_docket(app, error);
}

void app_load_agenda(struct app *app)
{
	GError *error = NULL;
	load_agenda(app, &error);
	if (error)
		app_fail(app, error);
}

static void load_meeting(struct app *app, GError **error)
{
	desk_load(app, error);
	app_models(app);
	const struct meeting *meeting = desk_meeting(app);
	if (!meeting)
		return;
	desk_show(app);
	private_show(app);
	if (app->scene.meeting_place.floor_top > 0) {
		int shown = frame_list_rows(&app->scene, app->w, app->h, PANE_MEETING_FLOOR), all = frame_lines(&app->scene, app->w, app->h, PANE_MEETING_FLOOR);
		app->scene.meeting_place.floor_top = CLAMP(app->scene.meeting_place.floor_top, 0, MAX(0, all - shown));
	}
	fit(app, &app->scene.meeting_place.members, PANE_MEETING_ROLL, meeting->members->len);
	fit(app, &app->scene.meeting_place.record, PANE_MEETING_RECORD, meeting->events->len);
	fit(app, &app->scene.meeting_place.agenda, PANE_MEETING_AGENDA, meeting->phase == PHASE_NONE ? app->session.meeting->items->len : meeting->items->len);
}

static void load_members(struct app *app, GError **error)
{
	session_load_members(&app->session, error);
	app_models(app);
	const struct members_model *members = app->session.members;
	if (!members)
		return;
	fit(app, &app->scene.seats, PANE_MEMBER_SEATS, members->rows->len);
	fit_detail(app, PANE_MEMBER_DETAIL);
}

/* The selected one keeps the selection where it now stands. */
static void load_recommendations(struct app *app, GError **error)
{
	session_load_recommendations(&app->session, error);
	app_models(app);
	const struct recommendations_model *model = app->session.recommendations;
	if (!model)
		return;
	struct list_place *place = &app->scene.recommendation_place;
	gint64 at = recommendations_model_find(model, app->recommendation_id);
	if (at >= 0)
		place->position = at;
	fit(app, place, PANE_RECOMMENDATIONS, model->rows->len);
	const struct recommendation *one = recommendations_model_row(model, place->position);
	app->recommendation_id = one ? one->id : 0;
	fit_detail(app, PANE_RECOMMENDATION);
}

static void stand(struct app *app)
{
	const struct overview *overview = app->session.overview;
	g_clear_pointer(&app->standing, g_free);
	if (app->session.lost || !overview)
		return;
	if (app->scene.screen == SCREEN_MEETING && desk_meeting(app)) {
		app->standing = desk_standing(app);
		return;
	}
	g_autofree char *counts = overview_counts(overview);
	if (app->scene.screen == SCREEN_RECOMMENDATIONS) {
		app->standing = g_strdup_printf(_("Cases: %s"), counts);      /* the list above counts what else is overdue */
		return;
	}
	if (app->scene.screen == SCREEN_TRENDS && *app->session.chart_filter) {
		app->standing = g_strdup_printf(_("only cases matching %s; Esc shows all"), app->session.chart_filter);
		return;
	}
	g_autofree char *data = overview->data_as_of ? g_strdup_printf(_("Data: %s"), overview->data_as_of) : g_strdup("");
	app->standing = g_strdup_printf("%s%s%s", counts, *data ? "   " : "", data);
}

void app_load(struct app *app)
{
	g_autoptr(GError) error = NULL;
	static void (*const loaders[SCREENS])(struct app *, GError **) = {
		[SCREEN_OVERVIEW] = load_overview, [SCREEN_CASES] = load_cases, [SCREEN_TRENDS] = load_trends, [SCREEN_AGENDA] = load_agenda,
		[SCREEN_MEETING] = load_meeting, [SCREEN_MEMBERS] = load_members,
		[SCREEN_RECOMMENDATIONS] = load_recommendations,
	};
	loaders[app->scene.screen](app, &error);
	if (!error)
		session_load_counts(&app->session, &error);      /* the bar and the standing words show them */
	if (error)
		app_fail(app, g_steal_pointer(&error));
	struct scene *scene = &app->scene;
	app_models(app);
	scene->today = app->session.today;
	scene->now = app->session.now;
	bool indexed = scene->screen == SCREEN_CASES || scene->screen == SCREEN_TRENDS;
	scene->loading = indexed ? session_percent(&app->session) : 100;
	scene->header_right = app->session.lost ? _("DATABASE GONE") : desk_clerk_away(app) ? _("CLERK AWAY") : scene->confidential ? _("CONFIDENTIAL SHOWN") :
		store_read_only(app->store) && !app->paper ? _("READ-ONLY") : NULL;
	stand(app);
	scene->status = app->message ? app->message : app->standing ? app->standing : "";
	scene->status_error = app->message ? app->message_error : scene->screen == SCREEN_MEETING && app->desk.loss;
}
