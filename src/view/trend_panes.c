/* Trends: the measures to choose from, the chart, the point under the crosshair, and the chart in words. */
#include <math.h>
#include <string.h>
#include "domain/metric.h"
#include "view/pane.h"

int trend_metrics_pane_rows(const struct pane *pane)
{
	return pane_inside(pane).h;
}

/* The measure that is chosen, in words, below the list. */
static void metrics_help(const struct pane *pane, struct rect inside, unsigned n, const char *help)
{
	struct rect below = { inside.x + 2, inside.y + (int)n + 1, inside.w - 3, inside.h - (int)n - 1 };

	if (below.h >= 3 && help)
		pane_wrapped(pane, below, below.y, ROLE_DIM, help);
}

void trend_metrics_pane_draw(const struct pane *pane)
{
	const struct list_place *place = &pane->scene->metrics;
	char **ids = pane->scene->board ? pane->scene->board->metrics : NULL;
	unsigned n = ids ? g_strv_length(ids) : 0;
	struct rect inside = pane_box(pane, _("Measures"), NULL);
	const char *help = NULL;

	if (n == 0) {
		pane_empty(pane, inside, _("The board file names no measures."), _("Add: metrics = [ \"cases\", \"ageing\" ];"));
		return;
	}
	for (int i = 0; i < inside.h && place->top + i < n; i++) {
		enum metric metric = metric_find(ids[place->top + i]);
		const char *title = metric == METRICS ? ids[place->top + i] : _(metric_info(metric)->title);
		canvas_text(pane->canvas, inside, inside.x + 2, inside.y + i, inside.w - 2, ROLE_TEXT, title);
		pane_hit(pane, (struct rect){ inside.x, inside.y + i, inside.w, 1 }, HIT_ROW, place->top + i);
		if (place->top + i != place->position)
			continue;
		pane_current(pane, inside, inside.y + i);
		if (!pane->active)
			canvas_text(pane->canvas, inside, inside.x, inside.y + i, 1, ROLE_SELECTED_BLUR, canvas_glyph(pane->canvas, GLYPH_BULLET));
		help = metric == METRICS ? NULL : _(metric_info(metric)->help);
	}
	metrics_help(pane, inside, n, help);
}

static const char *face_name(enum chart_face face)
{
	return face == CHART_FACE_TABLE ? _("table") : face == CHART_FACE_WORDS ? _("in words") : NULL;
}

void trend_chart_pane_draw(const struct pane *pane)
{
	const struct chart *chart = pane->scene->chart;
	struct chart_place place = pane->scene->chart_place;
	g_autofree char *title = chart ? pane_chart_title(pane, chart, face_name(place.face)) : NULL;
	g_autofree char *point = chart && place.cross && place.point < chart->n ? g_strdup_printf(_("point %u of %u"), place.point + 1, chart->n) : NULL;
	struct rect inside = pane_box(pane, title ? title : _("Chart"), point);

	if (!chart) {
		pane_empty(pane, inside, pane->scene->loading < 100 ? _("Loading ...") : _("There is nothing to draw for this measure."),
			pane->scene->loading < 100 ? NULL : _("Import data for it: dais import FILE DATA.csv --map MAP"));
		return;
	}
	inside = (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
	chart_view_draw(pane->canvas, inside, chart, &place, pane->hits, (int)pane->id);
}

/* One line a series: its value at the point, the chosen one marked. */
static int point_series(const struct pane *pane, struct rect inside, int y, unsigned s)
{
	const struct chart *chart = pane->scene->chart;
	const struct series *series = g_ptr_array_index(chart->series, s);
	const struct point *point = &series->points[pane->scene->chart_place.point];
	g_autofree char *value = chart_value(chart, point);
	bool current = s == pane->scene->chart_place.series;

	if (y >= inside.y + inside.h)
		return y;
	canvas_text(pane->canvas, inside, inside.x, y, 1, ROLE_ACCENT, current ? canvas_glyph(pane->canvas, GLYPH_BULLET) : " ");
	canvas_text(pane->canvas, inside, inside.x + 2, y, inside.w - 2 - canvas_width(pane->canvas, value) - 1, current ? ROLE_HEADING : ROLE_TEXT, series->name);
	canvas_text_right(pane->canvas, inside, inside.x + 2, y, inside.w - 2, current ? ROLE_HEADING : ROLE_TEXT, value);
	return y + 1;
}

static int point_year_ago(const struct pane *pane, struct rect inside, int y)
{
	const struct chart *chart = pane->scene->chart;
	const struct chart_place *place = &pane->scene->chart_place;
	const struct series *series = g_ptr_array_index(chart->series, place->series);
	g_autofree char *name = NULL, *value = NULL;

	if (chart->first == MONTH_UNKNOWN || place->point < 12)
		return y;
	name = chart_point_name(chart, place->point - 12);
	value = chart_value(chart, &series->points[place->point - 12]);
	canvas_printf(pane->canvas, inside, inside.x + 2, y, inside.w - 2, ROLE_DIM, _("a year before (%s): %s"), name, value);
	return y + 1;
}

void trend_point_pane_draw(const struct pane *pane)
{
	const struct chart *chart = pane->scene->chart;
	const struct chart_place *place = &pane->scene->chart_place;
	bool known = chart && place->cross && place->point < chart->n && place->series < chart->series->len;
	g_autofree char *name = known ? chart_point_name(chart, place->point) : NULL, *filter = NULL, *exact = NULL;
	struct rect inside = pane_box(pane, name ? name : _("Point"), NULL);
	int y = inside.y;

	inside = (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
	if (!known) {
		pane_empty(pane, inside, _("Left and right choose a point of the chart."), NULL);
		return;
	}
	if (chart->series->len == 1) {
		exact = chart_value_words(chart, place);
		y = pane_wrapped(pane, inside, y, ROLE_TEXT, exact);
	} else {
		for (unsigned s = 0; s < chart->series->len && y < inside.y + inside.h - 2; s++)
			y = point_series(pane, inside, y, s);
	}
	y = point_year_ago(pane, inside, y);
	filter = chart_point_filter(chart, place->series, place->point);
	if (filter && y < inside.y + inside.h) {
		g_autofree char *words = g_strdup_printf(_("Enter opens these cases: %s"), filter);
		int rows = canvas_width(pane->canvas, words) > inside.w && y + 1 < inside.y + inside.h ? 2 : 1;
		pane_wrapped(pane, inside, inside.y + inside.h - rows, ROLE_DIM, words);
	}
}

void trend_words_pane_draw(const struct pane *pane)
{
	const struct chart *chart = pane->scene->chart;
	struct chart_place place = { .face = CHART_FACE_WORDS };
	struct rect inside = pane_box(pane, _("In words"), NULL);

	inside = (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
	if (chart)
		chart_view_draw(pane->canvas, inside, chart, &place, NULL, (int)pane->id);
}
