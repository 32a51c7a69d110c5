/* Axes: nice numbers at the left, calendar months and years below. */
#include <math.h>
#include <string.h>
#include "base/text.h"
#include "view/chart_private.h"

static char *axis_label(const struct plot *plot, int tick)
{
	return chart_number(plot->share, tick * plot->step, plot->step);
}

int axis_label_width(const struct plot *plot)
{
	int width = 0;

	for (int i = 0; i <= plot->intervals; i++) {
		g_autofree char *label = axis_label(plot, i);
		width = MAX(width, text_width(label));
	}
	return width;
}

void axis_draw_y(const struct plot *plot)
{
	int x = plot->grid.x - 1, left = plot->area.x;

	if (x < left)
		return;
	for (int row = 0; row < plot->grid.h; row++)
		plot_put(plot, x, plot->grid.y + row, ROLE_CHART_AXIS, "│");
	for (int i = 0; i <= plot->intervals && plot->grid.h > 1; i++) {
		g_autofree char *label = axis_label(plot, i);
		int y = plot->grid.y + (plot->grid.h - 1) * (plot->intervals - i) / plot->intervals;
		canvas_text_right(plot->canvas, plot->area, left, y, x - left, ROLE_CHART_AXIS, label);
		plot_put(plot, x, y, ROLE_CHART_AXIS, "┤");
	}
}

/* A month label at the column of its point. */
struct tick { unsigned point; int x, width; char text[24]; };

static bool axis_missing(const struct chart *chart, unsigned point)
{
	for (unsigned s = 0; s < chart->series->len; s++)
		if (!(chart_series(chart, s)->points[point].flags & POINT_MISSING))
			return false;
	return chart->series->len > 0;
}

static void tick_place(const struct plot *plot, struct tick *tick, unsigned point, int lean)
{
	int left = plot->area.x, right = plot->area.x + plot->area.w;

	tick->point = point;
	tick->width = text_width(tick->text);
	tick->x = plot_x(plot, point) - lean;
	tick->x = MAX(MIN(tick->x, right - tick->width), left);
}

/* Keeps two cells between labels; the last one always stays. Returns how many are left. */
static unsigned ticks_thin(struct tick *ticks, unsigned n)
{
	unsigned kept = 0;

	if (n == 0)
		return 0;
	for (unsigned i = 0; i + 1 < n; i++)
		if ((kept == 0 || ticks[i].x >= ticks[kept - 1].x + ticks[kept - 1].width + 2) &&
		    ticks[i].x + ticks[i].width + 2 <= ticks[n - 1].x)
			ticks[kept++] = ticks[i];
	ticks[kept++] = ticks[n - 1];
	return kept;
}

static bool axis_labelled(const struct chart *chart, unsigned point, int step)
{
	month_t month = chart->first + (month_t)point;

	return (month_year(month) * 12 + month_number(month) - 1) % step == 0;
}

/* The smallest calendar step whose labels keep their distance; from a year on the labels are years. */
static int axis_step(const struct plot *plot, int width)
{
	static const int steps[] = { 1, 2, 3, 4, 6, 12, 24, 60, 120, 240 };

	for (unsigned i = 0; i < G_N_ELEMENTS(steps); i++) {
		int need = (steps[i] >= 12 ? MAX(width, 4) : width) + 2, last = G_MININT / 2;
		bool fits = true;
		for (unsigned p = 0; p < plot->chart->n && fits; p++)
			if (axis_labelled(plot->chart, p, steps[i])) {
				fits = plot_x(plot, p) - last >= need;
				last = plot_x(plot, p);
			}
		if (fits)
			return steps[i];
	}
	return 1200;
}

static unsigned axis_ticks(const struct plot *plot, int step, bool both, struct tick *ticks)
{
	const struct chart *chart = plot->chart;
	unsigned n = 0;

	for (unsigned i = 0; i < chart->n; i++) {
		month_t month = chart->first + (month_t)i;
		if (!axis_labelled(chart, i, step) && i + 1 != chart->n)
			continue;
		if (step >= 12 && !both && i + 1 != chart->n)
			g_snprintf(ticks[n].text, sizeof ticks->text, "%d", month_year(month));
		else if (both)
			g_snprintf(ticks[n].text, sizeof ticks->text, "%s %02d", chart_month_name(month_number(month)), month_year(month) % 100);
		else
			g_snprintf(ticks[n].text, sizeof ticks->text, "%s", chart_month_name(month_number(month)));
		tick_place(plot, &ticks[n], i, both ? 0 : 1);
		n++;
	}
	return ticks_thin(ticks, n);
}

static void axis_years(const struct plot *plot, const struct tick *months, unsigned n, int y)
{
	g_autofree struct tick *years = g_new0(struct tick, n + 1);
	unsigned count = 0;
	int last = G_MININT;

	for (unsigned i = 0; i < n; i++) {
		int year = month_year(plot->chart->first + (month_t)months[i].point);
		if (year == last || g_ascii_isdigit(months[i].text[0]))
			continue;
		last = year;
		g_snprintf(years[count].text, sizeof years->text, "%d", year);
		tick_place(plot, &years[count], months[i].point, 1);
		count++;
	}
	count = ticks_thin(years, count);
	for (unsigned i = 0; i < count; i++)
		canvas_text(plot->canvas, plot->area, years[i].x, y, years[i].width, ROLE_CHART_AXIS, years[i].text);
}

void axis_draw_x(const struct plot *plot, int rows)
{
	const struct chart *chart = plot->chart;
	g_autofree struct tick *ticks = g_new0(struct tick, chart->n + 1);
	int y = plot->grid.y + plot->grid.h;
	bool both = rows == 2;
	unsigned n;

	if (rows < 1 || chart->first == MONTH_UNKNOWN || chart->n == 0)
		return;
	plot_put(plot, plot->grid.x - 1, y, ROLE_CHART_AXIS, "└");
	for (int x = 0; x < plot->grid.w; x++)
		plot_put(plot, plot->grid.x + x, y, ROLE_CHART_AXIS, "─");
	n = axis_ticks(plot, axis_step(plot, both ? 6 : 3), both, ticks);
	for (unsigned i = 0; i < n; i++)
		plot_put(plot, plot_x(plot, ticks[i].point), y, ROLE_CHART_AXIS, "┴");
	for (unsigned i = 0; i < chart->n; i++)
		if (axis_missing(chart, i))
			plot_put(plot, plot_x(plot, i), y, ROLE_WARN, "╳");
	for (unsigned i = 0; i < n && rows >= 2; i++)
		canvas_text(plot->canvas, plot->area, ticks[i].x, y + 1, ticks[i].width, ROLE_CHART_AXIS, ticks[i].text);
	if (rows >= 3)
		axis_years(plot, ticks, n, y + 2);
}
