/* Handlers about cases: filter, sort, marks, opening. */
#include "app/app_private.h"
#include <string.h>
#include "store/carry_store.h"

const char *can_case(const struct app *app)
{
	return app->session.list && app->session.list->matched > 0 ? NULL : _("no case is shown");
}

const char *can_raw(const struct app *app)
{
	return app->scene.confidential ? can_case(app) : _("published rows hold narratives and persons; X shows them first");
}

const char *can_clear_marks(const struct app *app)
{
	return app->session.list && case_list_mark_count(app->session.list) ? NULL : _("nothing is marked");
}

const char *can_save_filter(const struct app *app)
{
	return *filter_here(app) ? NULL : _("no filter is set; / sets one");
}

void run_filter(struct app *app)
{
	if (app->scene.screen != SCREEN_CASES && app->scene.screen != SCREEN_TRENDS)
		go_forward(app, SCREEN_CASES, PANE_CASE_LIST);
	session_want_list(&app->session);
	prompt_open(app, PROMPT_FILTER, filter_here(app));
}

void run_filter_save(struct app *app)
{
	prompt_open(app, PROMPT_SAVE_FILTER, "");
}

void run_sort(struct app *app)
{
	menu_open(app, OVERLAY_SORT);
}

void run_reverse(struct app *app)
{
	struct case_list *list = app->session.list;
	if (list)
		case_list_set_sort(list, list->sort, !list->reverse);
}

void run_mark(struct app *app)
{
	case_list_toggle_mark(app->session.list, app->case_id);
	run_next(app);
}

void run_mark_range(struct app *app)
{
	gint64 from = app->range_from ? case_list_position(app->session.list, app->range_from) : -1;
	if (from < 0) {
		app->range_from = app->case_id;
		app_say(app, _("range begins here; v again marks up to the selected case"));
		return;
	}
	case_list_mark_range(app->session.list, from, app->scene.list.position);
	app->range_from = 0;
	app_say(app, _("%u marked"), case_list_mark_count(app->session.list));
}

void run_mark_invert(struct app *app)
{
	case_list_invert_marks(app->session.list);
	app_say(app, _("%u marked"), case_list_mark_count(app->session.list));
}

void run_mark_clear(struct app *app)
{
	case_list_clear_marks(app->session.list);
	app->range_from = 0;
}

void run_raw(struct app *app)
{
	app->scene.raw = !app->scene.raw;
	app->scene.detail_top[SCREEN_CASES] = 0;
}

/* --- Enter --- */

static enum metric metric_of(const struct app *app, unsigned row)
{
	if (!app->board->metrics || row >= g_strv_length(app->board->metrics))
		return METRICS;
	return metric_find(app->board->metrics[row]);
}

static void open_metric(struct app *app, const char *id)
{
	go_forward(app, SCREEN_TRENDS, PANE_TREND_CHART);
	for (unsigned i = 0; app->board->metrics && app->board->metrics[i]; i++)
		if (!id || strcmp(app->board->metrics[i], id) == 0) {
			app->scene.metrics = (struct list_place) { i, 0 };
			break;
		}
	app->scene.chart_place.series = app->scene.chart_place.point = 0;
	app->scene.chart_place.cross = false;
}

static void open_point(struct app *app)
{
	const struct chart_place *place = &app->scene.chart_place;
	g_autofree char *filter = chart_point_filter(app->session.chart, place->series, place->point);
	if (filter)
		go_forward_filtered(app, filter);
}

static const struct agenda_item *selected_item(const struct app *app)
{
	const struct agenda_model *agenda = app->scene.screen == SCREEN_AGENDA ? app->session.agenda : NULL;
	gint64 at = app->scene.items.position;
	return agenda && agenda->items && at < agenda->items->len ? agenda->items->pdata[at] : NULL;
}

/* What this asks is asked for every frame: whether one that was carried over is about a recommendation is looked up when it is opened. */
static bool may_name_recommendation(const struct agenda_item *item)
{
	return docket_key_is_recommendation(item->docket) || docket_key_is_carried(item->docket);
}

static void open_recommendation_of(struct app *app, const struct agenda_item *item)
{
	GError *error = NULL;
	g_autofree char *origin = carry_store_origin(app->store, item->docket, &error);
	id_t64 id = docket_key_is_recommendation(origin ? origin : item->docket);
	if (error)
		app_fail(app, error);
	else if (id)
		go_recommendation(app, id);
	else
		app_say(app, _("this item names no case and no recommendation"));
}

static const char *why_no_item(const struct app *app)
{
	const struct agenda_item *item = selected_item(app);
	if (!item)
		return _("the agenda has no items yet; a adds one, f fills it from the template");
	return item->case_number || may_name_recommendation(item) ? NULL : _("this item names no case and no recommendation");
}

static void open_item(struct app *app)
{
	const struct agenda_item *item = selected_item(app);
	id_t64 id = item->case_number ? case_store_find(app->store, app->session.agenda->meeting.body, item->case_number) : 0;
	if (!item->case_number)
		open_recommendation_of(app, item);
	else if (id)
		go_case(app, id);
	else
		app_say(app, _("case %s is not in the database"), item->case_number);
}

static const char *why_no_point(const struct app *app)
{
	const struct chart *chart = app->session.chart;
	const struct chart_place *place = &app->scene.chart_place;
	if (!chart || !place->cross || place->point >= chart->n || place->series >= chart->series->len)
		return _("choose a point with the arrow keys first");
	g_autofree char *filter = chart_point_filter(chart, place->series, place->point);
	return filter ? NULL : _("there are no cases behind this chart: it counts reports, not cases");
}

const char *can_open(const struct app *app)
{
	switch (app->scene.focus) {
	case PANE_OVERVIEW_OPEN: return current_case(app) ? NULL : _("no case is shown");
	case PANE_CASE_LIST: return can_case(app);
	case PANE_CASE_DETAIL: return _("this is as deep as it goes; Esc goes back");
	case PANE_TREND_CHART: case PANE_TREND_POINT: case PANE_TREND_WORDS: return why_no_point(app);
	case PANE_MEETING_AGENDA: return can_item(app);
	case PANE_MEMBER_DETAIL: return _("this is as deep as it goes; Esc goes back");
	case PANE_RECOMMENDATIONS: case PANE_RECOMMENDATION: return can_open_recommendation(app);
	case PANE_MEETING_FLOOR: case PANE_MEETING_ROLL: case PANE_MEETING_TALLY: case PANE_MEETING_SPEAKER: case PANE_MEETING_RECORD:
		return _("in the agenda of the meeting Enter opens an item");
	case PANE_AGENDA_DOCKET: return can_open_docket(app);
	case PANE_AGENDA_ITEMS: case PANE_AGENDA_ITEM: return why_no_item(app);
	default: return NULL;
	}
}

void run_open(struct app *app)
{
	switch (app->scene.focus) {
	case PANE_OVERVIEW_OPEN: {
		id_t64 id = current_case(app);
		if (id)
			go_case(app, id);
		break;
	}
	case PANE_OVERVIEW_TREND: open_metric(app, NULL); break;
	case PANE_OVERVIEW_AGEING: open_metric(app, metric_info(METRIC_AGEING)->id); break;
	case PANE_OVERVIEW_DISTRICTS: open_metric(app, metric_info(METRIC_DISTRICTS)->id); break;
	case PANE_OVERVIEW_AGENDA: go_forward(app, SCREEN_AGENDA, PANE_AGENDA_ITEMS); break;
	case PANE_CASE_LIST:
		if (app->case_id)
			go_forward(app, SCREEN_CASES, PANE_CASE_DETAIL);
		break;
	case PANE_TREND_METRICS:
		if (metric_of(app, app->scene.metrics.position) < METRICS)
			go_forward(app, SCREEN_TRENDS, PANE_TREND_CHART);
		break;
	case PANE_TREND_CHART: case PANE_TREND_POINT: case PANE_TREND_WORDS: open_point(app); break;
	case PANE_AGENDA_ITEMS: case PANE_AGENDA_ITEM: open_item(app); break;
	case PANE_AGENDA_DOCKET: open_docket(app); break;
	case PANE_MEETING_AGENDA: open_selected_item(app); break;
	case PANE_RECOMMENDATIONS: case PANE_RECOMMENDATION: open_recommendation(app); break;
	case PANE_MEMBER_SEATS: app->scene.focus = PANE_MEMBER_DETAIL; break;
	default: break;
	}
}
