/* Which list the movement keys move, and what follows its selection. */
#include "app/app_private.h"
#include <string.h>
#include "view/list.h"

static gint64 metric_count(const struct app *app)
{
	return app->board->metrics ? g_strv_length(app->board->metrics) : 0;
}

static gint64 item_count(const struct app *app, const struct agenda_model *agenda)
{
	(void) app;
	return agenda && agenda->items ? agenda->items->len : 0;
}

/* Before the call to order the agenda is the database's, after it the one that was frozen. */
static gint64 meeting_item_count(const struct meeting_model *model)
{
	if (!model || !model->id)
		return 0;
	return model->meeting->phase == PHASE_NONE ? model->items->len : model->meeting->items->len;
}

struct list_place *focus_list(struct app *app, gint64 *n, int *rows)
{
	struct scene *scene = &app->scene;
	app_models(app);
	*rows = MAX(1, frame_list_rows(scene, app->w, app->h, scene->focus));
	switch (scene->focus) {
	case PANE_OVERVIEW_OPEN:
		*n = app->session.overview ? app->session.overview->n : 0;
		return &scene->open;
	case PANE_OVERVIEW_AGENDA:
		*n = item_count(app, app->session.overview ? app->session.overview->agenda : NULL);
		return &scene->items;
	case PANE_CASE_LIST:
		*n = app->session.list ? app->session.list->matched : 0;
		return &scene->list;
	case PANE_TREND_METRICS:
		*n = metric_count(app);
		return &scene->metrics;
	case PANE_MEETING_ROLL:
		*n = app->session.meeting ? app->session.meeting->meeting->members->len : 0;
		return &scene->meeting_place.members;
	case PANE_MEETING_AGENDA:
		*n = meeting_item_count(app->session.meeting);
		return &scene->meeting_place.agenda;
	case PANE_MEETING_RECORD:
		*n = app->session.meeting ? app->session.meeting->meeting->events->len : 0;
		return &scene->meeting_place.record;
	case PANE_MEMBER_SEATS:
		*n = app->session.members ? app->session.members->rows->len : 0;
		return &scene->seats;
	case PANE_RECOMMENDATIONS:
		*n = app->session.recommendations ? app->session.recommendations->rows->len : 0;
		return &scene->recommendation_place;
	case PANE_AGENDA_DOCKET:
		*n = app->session.docket ? app->session.docket->entries->len : 0;
		return &scene->docket_place;
	case PANE_AGENDA_ITEMS:
		*n = item_count(app, app->session.agenda);
		return &scene->items;
	default:
		return NULL;
	}
}

void after_move(struct app *app)
{
	struct scene *scene = &app->scene;
	if (scene->screen == SCREEN_CASES && app->session.list) {
		id_t64 id = case_list_id(app->session.list, scene->list.position);
		if (id != app->case_id)
			scene->detail_top[SCREEN_CASES] = 0;
		app->case_id = id;
		app->place_case = false;
	}
	if (scene->focus == PANE_MEMBER_SEATS || scene->focus == PANE_AGENDA_ITEMS)
		scene->detail_top[scene->screen] = 0;
	if (scene->focus == PANE_RECOMMENDATIONS) {
		const struct recommendation *one = recommendations_model_row(app->session.recommendations, scene->recommendation_place.position);
		app->recommendation_id = one ? one->id : 0;
		scene->detail_top[scene->screen] = 0;
	}
	if (scene->focus == PANE_MEETING_ROLL)
		desk_choose(app);
	if (scene->focus == PANE_TREND_METRICS)
		scene->chart_place.series = scene->chart_place.point = 0;
}

void cases_settle_place(struct app *app)
{
	struct case_list *list = app->session.list;
	app_models(app);
	int rows = MAX(1, frame_list_rows(&app->scene, app->w, app->h, PANE_CASE_LIST));
	if (!list || !list->complete)
		return;
	gint64 position = app->case_id ? case_list_position(list, app->case_id) : -1;
	if (position < 0 && app->place_case && app->case_id && list->filter && *list->filter) {
		/* Hidden by the filter: what a person asked to see comes first. */
		cases_set_filter(app, "", NULL, NULL);
		return;
	}
	app->place_case = false;
	if (position < 0)
		position = CLAMP(app->scene.list.position, 0, MAX(0, list->matched - 1));
	list_place_at(&app->scene.list, list->matched, rows, position);
	app->case_id = list->matched ? case_list_id(list, app->scene.list.position) : 0;
}

bool cases_set_filter(struct app *app, const char *text, unsigned *where, GError **error)
{
	session_want_list(&app->session);
	app->dirty = true;
	if (!case_list_set_filter(app->session.list, text, where, error))
		return false;
	return true;
}

const char *filter_here(const struct app *app)
{
	if (app->scene.screen == SCREEN_TRENDS)
		return app->session.chart_filter;
	return app->session.list ? app->session.list->filter : "";
}

bool set_filter_here(struct app *app, const char *text, unsigned *where, GError **error)
{
	if (app->scene.screen != SCREEN_TRENDS)
		return cases_set_filter(app, text, where, error);
	app->dirty = true;
	return session_filter_chart(&app->session, text, where, error);
}

id_t64 current_case(const struct app *app)
{
	const struct overview *overview = app->session.overview;
	switch (app->scene.screen) {
	case SCREEN_CASES:
		return app->case_id;
	case SCREEN_OVERVIEW:
		if (app->scene.focus == PANE_OVERVIEW_OPEN && overview && app->scene.open.position < overview->n)
			return overview->rows[app->scene.open.position].id;
		return 0;
	default:
		return 0;
	}
}
