/* Overview: the headline trend, ageing and districts: charts with a sentence each. */
#include <math.h>
#include "view/pane.h"

static void chart_pane(const struct pane *pane, const struct chart *chart, bool limits, struct rect *inside)
{
	struct chart_place place = { .style = pane->scene->chart_place.style, .limits = limits };

	if (inside->h > 0)
		chart_view_draw(pane->canvas, *inside, chart, &place, NULL, (int)pane->id);
}

void overview_trend_pane_draw(const struct pane *pane)
{
	const struct chart *chart = pane->scene->overview ? pane->scene->overview->headline : NULL;
	g_autofree char *title = chart ? pane_chart_title(pane, chart, NULL) : NULL;
	struct rect inside = pane_box(pane, title ? title : _("Trend"), chart ? _("Enter opens") : NULL);

	if (!chart) {
		pane_empty(pane, inside, _("Nothing to draw yet."), NULL);
		return;
	}
	inside = (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
	chart_pane(pane, chart, true, &inside);
}

/* Which rule the limit comes from: whole or not at all. */
static void limit_words(const struct pane *pane, struct rect inside, int y, const char *name)
{
	g_autofree char *clean = name ? text_clean(name, -1, TEXT_CLEAN_LINE) : NULL;
	g_auto(GStrv) lines = clean ? text_wrap(clean, MAX(inside.w, 1)) : NULL;

	if (lines && y + (int)g_strv_length(lines) <= inside.y + inside.h)
		pane_wrapped(pane, inside, y, ROLE_DIM, clean);
}

static void ageing_words(const struct pane *pane, struct rect inside, int y)
{
	const struct overview *overview = pane->scene->overview;
	char buffer[28];

	if (overview->median_age >= 0 && y < inside.y + inside.h)
		canvas_printf(pane->canvas, inside, inside.x, y++, inside.w, ROLE_TEXT, _("median %s days"), text_number(overview->median_age, buffer));
	if (overview->oldest_age >= 0 && y < inside.y + inside.h)
		canvas_printf(pane->canvas, inside, inside.x, y++, inside.w, ROLE_TEXT, _("oldest %s days"), text_number(overview->oldest_age, buffer));
	if (isfinite(overview->ageing->limit) && y < inside.y + inside.h)
		canvas_printf(pane->canvas, inside, inside.x, y++, inside.w, ROLE_TEXT, _("limit  %s days"), text_number((gint64)overview->ageing->limit, buffer));
	limit_words(pane, inside, y, overview->ageing->limit_name);
}

void overview_ageing_pane_draw(const struct pane *pane)
{
	const struct overview *overview = pane->scene->overview;
	const struct chart *chart = overview ? overview->ageing : NULL;
	const char *whole = _("Ageing of open cases");
	bool fits = pane->bare || canvas_width(pane->canvas, whole) <= pane->rect.w - 6;
	struct rect inside = pane_box(pane, fits ? whole : _("Ageing"), NULL), bars;
	int rows, words;

	if (!chart || overview->open == 0) {
		pane_empty(pane, inside, _("No case is open."), NULL);
		return;
	}
	inside = (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
	words = (overview->median_age >= 0) + (overview->oldest_age >= 0) + isfinite(chart->limit);
	words = inside.h >= (int)chart->n + words + 1 ? words : 0;
	rows = MIN(inside.h - words - (words > 0), (int)chart->n * 2);
	bars = (struct rect){ inside.x, inside.y + (inside.h > rows + words + 3), inside.w, rows };
	chart_pane(pane, chart, false, &bars);
	if (words)
		ageing_words(pane, inside, MIN(bars.y + rows + 1, inside.y + inside.h - words));
}

void overview_districts_pane_draw(const struct pane *pane)
{
	const struct chart *chart = pane->scene->overview ? pane->scene->overview->districts : NULL;
	struct rect inside = pane_box(pane, chart ? chart->title : _("Districts"), NULL);

	if (!chart) {
		pane_empty(pane, inside, _("Nothing to draw yet."), NULL);
		return;
	}
	inside = (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
	chart_pane(pane, chart, false, &inside);
}
