/* Horizontal bars: one a category, or groups of them. Eighths of a cell, values always written. */
#include <math.h>
#include "base/i18n.h"
#include "view/chart_private.h"

void chart_view_bar(struct canvas *canvas, struct rect clip, int x, int y, int cells, double value, double max, enum role role)
{
	static const char *const eighth[8] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	double length = max > 0 && isfinite(value) && value > 0 ? MIN(value / max, 1) * cells : 0;
	int eighths = (int)lround(length * 8);

	if (cells <= 0 || !(value > 0))
		return;
	eighths = MAX(eighths, 1);
	if (canvas->ascii) {
		canvas_fill(canvas, rect_intersect(clip, (struct rect){ x, y, MAX((eighths + 4) / 8, 1), 1 }), role, "#");
		return;
	}
	canvas_fill(canvas, rect_intersect(clip, (struct rect){ x, y, eighths / 8, 1 }), role, "█");
	if (eighths % 8)
		canvas_text(canvas, clip, x + eighths / 8, y, 1, role, eighth[eighths % 8]);
}

/* A bar in the plot's style; textures tell the bars of a group apart without colour. */
static void plot_bar(const struct plot *plot, int x, int y, int cells, double value, unsigned series)
{
	static const char *const texture[4] = { "█", "▓", "▒", "░" };
	int length = (int)lround(value / plot->top * cells);

	if (!(value > 0))
		return;
	if (series == 0 && plot->style != CHART_STYLE_ASCII) {
		chart_view_bar(plot->canvas, plot->area, x, y, cells, value, plot->top, chart_series_role(series));
		return;
	}
	for (int i = 0; i < MAX(length, 1); i++)
		plot_put(plot, x + i, y, chart_series_role(series), texture[series % 4]);
}

static char *bar_value(const struct plot *plot, const struct point *point)
{
	if (point->flags & POINT_MISSING || !isfinite(point->value))
		return g_strdup(_("no data"));
	return chart_number(plot->share, point->value, plot->share ? 0.01 : 0);
}

static int values_width(const struct plot *plot)
{
	int width = 1;

	for (unsigned s = 0; s < plot->chart->series->len; s++)
		for (unsigned i = 0; i < plot->chart->n; i++) {
			g_autofree char *text = bar_value(plot, &chart_series(plot->chart, s)->points[i]);
			width = MAX(width, canvas_width(plot->canvas, text));
		}
	return width;
}

static char *category(const struct plot *plot, unsigned i)
{
	return chart_point_name(plot->chart, i);
}

static int names_width(const struct plot *plot)
{
	int width = 1;

	for (unsigned i = 0; i < plot->chart->n; i++) {
		g_autofree char *name = category(plot, i);
		width = MAX(width, canvas_width(plot->canvas, name));
	}
	return width;
}

/* label |bar value */
static void bar_row(const struct plot *plot, int y, int name_width, int value_width, const char *name, bool right, unsigned series, unsigned i)
{
	const struct point *point = &chart_series(plot->chart, series)->points[i];
	bool current = plot->place->cross && plot->place->point == i && plot->place->series == series;
	int x = plot->area.x, cells = plot->area.w - name_width - 3 - value_width;
	g_autofree char *value = bar_value(plot, point);
	enum role role = current ? ROLE_SELECTED : ROLE_TEXT;

	if (current) {
		canvas_fill(plot->canvas, (struct rect){ x, y, name_width + 1, 1 }, role, " ");
		plot_cursor(plot, x, y);
	}
	if (right)
		canvas_text_right(plot->canvas, plot->area, x, y, name_width, role, name);
	else
		canvas_text(plot->canvas, plot->area, x, y, name_width, role, name);
	if (cells > 2) {
		plot_put(plot, x + name_width + 1, y, ROLE_CHART_AXIS, "│");
		plot_bar(plot, x + name_width + 2, y, cells, point->value, series);
	}
	canvas_text_right(plot->canvas, plot->area, plot->area.x + name_width + 1, y, plot->area.w - name_width - 1,
		point->flags & POINT_MISSING ? ROLE_DIM : ROLE_TEXT, value);
	plot_hit(plot, (struct rect){ x, y, plot->area.w, 1 }, series, i);
}

static void bars_more(const struct plot *plot, int y, unsigned left)
{
	g_autofree char *text = g_strdup_printf(_("%u more: t shows the table"), left);

	canvas_text(plot->canvas, plot->area, plot->area.x, y, plot->area.w, ROLE_DIM, text);
}

void bars_draw(struct plot *plot)
{
	unsigned n = plot->chart->n, fit = (unsigned)MAX(plot->area.h, 1), shown = n <= fit ? n : fit - 1;
	int each = n && plot->area.h >= (int)(3 * n) ? 3 : n && plot->area.h >= (int)(2 * n) ? 2 : 1;
	int names = MIN(names_width(plot), MAX(plot->area.w * 3 / 5, 4)), values = values_width(plot);
	int y = plot->area.y;

	plot->top = MAX(chart_max(plot->chart, false), 1e-9);
	each = MIN(each, 2);
	for (unsigned i = 0; i < shown; i++, y += each) {
		g_autofree char *name = category(plot, i);
		bar_row(plot, y, names, values, name, g_ascii_isdigit(name[0]) || each > 0, 0, i);
	}
	if (shown < n)
		bars_more(plot, y, n - shown);
}

void groups_draw(struct plot *plot)
{
	unsigned series = plot->chart->series->len, fit, from = 0;
	int names = 1, values = values_width(plot), gap, y = plot->area.y, each;

	for (unsigned s = 0; s < series; s++)
		names = MAX(names, canvas_width(plot->canvas, chart_series(plot->chart, s)->name));
	names = MIN(names + 2, MAX(plot->area.w / 3, 4));
	each = (int)series + 1;
	gap = plot->area.h >= (each + 1) * (int)plot->chart->n;
	fit = (unsigned)MAX(plot->area.h / (each + gap), 1);
	if (fit < plot->chart->n && plot->area.h % (each + gap) == 0 && fit > 1)
		fit--;
	if (plot->place->cross && plot->place->point >= fit)
		from = plot->place->point - fit + 1;
	plot->top = MAX(chart_max(plot->chart, false), 1e-9);
	for (unsigned i = from; i < MIN(from + fit, plot->chart->n); i++, y += gap) {
		g_autofree char *name = category(plot, i);
		canvas_text(plot->canvas, plot->area, plot->area.x, y++, plot->area.w, ROLE_HEADING, name);
		for (unsigned s = 0; s < series; s++) {
			g_autofree char *label = g_strdup_printf("  %s", chart_series(plot->chart, s)->name);
			bar_row(plot, y++, names, values, label, false, s, i);
		}
	}
	if (fit < plot->chart->n && y < plot->area.y + plot->area.h)
		bars_more(plot, y, plot->chart->n - fit);
}
