/* The whole frame: tabs, panes, message, hints, and what lies over them. */
#include <string.h>
#include "view/frame_private.h"
#include "view/layout.h"
#include "view/overlay.h"
#include "view/pane.h"

/* How a pane is drawn, how many rows of a list or a text it shows, and how many lines that text has. */
static const struct { void (*draw)(const struct pane *); int (*rows)(const struct pane *); int (*lines)(const struct pane *); } panes[PANES] = {
	[PANE_OVERVIEW_OPEN] = { overview_open_pane_draw, overview_open_pane_rows, NULL },
	[PANE_OVERVIEW_TREND] = { overview_trend_pane_draw, NULL, NULL },
	[PANE_OVERVIEW_AGENDA] = { overview_agenda_pane_draw, NULL, NULL },
	[PANE_OVERVIEW_AGEING] = { overview_ageing_pane_draw, NULL, NULL },
	[PANE_OVERVIEW_DISTRICTS] = { overview_districts_pane_draw, NULL, NULL },
	[PANE_CASE_LIST] = { case_list_pane_draw, case_list_pane_rows, NULL },
	[PANE_CASE_DETAIL] = { case_detail_pane_draw, case_detail_pane_rows, case_detail_pane_lines },
	[PANE_TREND_METRICS] = { trend_metrics_pane_draw, trend_metrics_pane_rows, NULL },
	[PANE_TREND_CHART] = { trend_chart_pane_draw, NULL, NULL },
	[PANE_TREND_POINT] = { trend_point_pane_draw, NULL, NULL },
	[PANE_TREND_WORDS] = { trend_words_pane_draw, NULL, NULL },
	[PANE_AGENDA_ITEMS] = { agenda_items_pane_draw, agenda_items_pane_rows, NULL },
	[PANE_AGENDA_ITEM] = { agenda_item_pane_draw, agenda_item_pane_rows, agenda_item_pane_lines },
	[PANE_AGENDA_DOCKET] = { docket_pane_draw, docket_pane_rows, NULL },
	[PANE_MEETING_FLOOR] = { meeting_floor_pane_draw, meeting_floor_pane_rows, meeting_floor_pane_lines },
	[PANE_MEETING_ROLL] = { meeting_roll_pane_draw, meeting_roll_pane_rows, NULL },
	[PANE_MEETING_TALLY] = { meeting_tally_pane_draw, NULL, NULL },
	[PANE_MEETING_AGENDA] = { meeting_agenda_pane_draw, meeting_agenda_pane_rows, NULL },
	[PANE_MEETING_SPEAKER] = { meeting_speaker_pane_draw, NULL, NULL },
	[PANE_MEETING_RECORD] = { meeting_record_pane_draw, meeting_record_pane_rows, NULL },
	[PANE_MEMBER_SEATS] = { member_seats_pane_draw, member_seats_pane_rows, NULL },
	[PANE_MEMBER_DETAIL] = { member_detail_pane_draw, member_detail_pane_rows, member_detail_pane_lines },
	[PANE_RECOMMENDATIONS] = { recommendations_pane_draw, recommendations_pane_rows, NULL },
	[PANE_RECOMMENDATION] = { recommendation_pane_draw, recommendation_pane_rows, recommendation_pane_lines },
};

static struct pane frame_pane(const struct scene *scene, const struct layout *layout, unsigned i)
{
	return (struct pane){
		.scene = scene, .rect = layout->pane[i].rect, .id = layout->pane[i].id, .bare = layout->tier == TIER_LIST,
		.active = layout->n == 1 || layout->pane[i].id == scene->focus, .single = layout->n == 1,
	};
}

/* A focus on a pane that is shed at this size belongs to the first one shown. */
static struct scene focused(const struct scene *scene, const struct layout *layout)
{
	struct scene copy = *scene;

	if (layout->n && !layout_pane(layout, scene->focus))
		copy.focus = layout->pane[0].id;
	return copy;
}

int frame_list_rows(const struct scene *scene, int w, int h, enum pane_id pane)
{
	struct layout layout;

	layout_compute(&layout, scene, w, h);
	for (unsigned i = 0; i < layout.n; i++)
		if (layout.pane[i].id == pane && panes[pane].rows) {
			struct pane at = frame_pane(scene, &layout, i);
			return panes[pane].rows(&at);
		}
	return 0;
}

int frame_lines(const struct scene *scene, int w, int h, enum pane_id pane)
{
	struct canvas *canvas = canvas_new(1, 1, false);
	struct layout layout;
	int lines = 0;

	layout_compute(&layout, scene, w, h);
	for (unsigned i = 0; i < layout.n; i++)
		if (layout.pane[i].id == pane && panes[pane].lines) {
			struct pane at = frame_pane(scene, &layout, i);
			at.canvas = canvas;
			lines = panes[pane].lines(&at);
		}
	canvas_free(canvas);
	return lines;
}

void frame_draw(struct canvas *canvas, const struct scene *given, struct hits *hits)
{
	struct layout layout;
	struct scene scene;

	if (hits)
		hits->n = 0;
	canvas_clear(canvas);
	layout_compute(&layout, given, canvas->w, canvas->h);
	scene = focused(given, &layout);
	if (layout.tier == TIER_LINE)
		frame_line(canvas, &scene);
	for (unsigned i = 0; i < layout.n; i++) {
		struct pane pane = frame_pane(&scene, &layout, i);
		pane.canvas = canvas;
		pane.hits = hits;
		panes[pane.id].draw(&pane);
		if (pane.active && canvas->cursor_x < 0) {      /* nothing to choose in it: the cursor still shows where we are */
			canvas->cursor_x = pane_inside(&pane).x;
			canvas->cursor_y = MIN(pane_inside(&pane).y, canvas->h - 1);
		}
	}
	if (layout.tier != TIER_LINE)
		frame_tabs(canvas, layout.tabs, &scene, hits);
	if (layout.hints.h)
		frame_hints(canvas, layout.hints, &scene, hits);
	if (scene.prompt.active)
		frame_prompt(canvas, layout.message.h ? layout.message : (struct rect){ 0, canvas->h - 1, canvas->w, 1 }, layout.hints, &scene.prompt);
	else if (layout.message.h)
		frame_message(canvas, layout.message, &scene);
	if (scene.overlay)
		overlay_draw(canvas, scene.overlay, hits);
}

const struct hit *hits_at(const struct hits *hits, int x, int y)
{
	for (unsigned i = hits->n; i-- > 0;) {
		const struct rect *r = &hits->hit[i].rect;
		if (x >= r->x && x < r->x + r->w && y >= r->y && y < r->y + r->h)
			return &hits->hit[i];
	}
	return NULL;
}
