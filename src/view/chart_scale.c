/* From values to rows and from points to columns. */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "domain/stats.h"
#include "view/chart_private.h"

const struct series *chart_series(const struct chart *chart, unsigned index)
{
	return index < chart->series->len ? g_ptr_array_index(chart->series, index) : NULL;
}

enum role chart_series_role(unsigned series)
{
	return ROLE_CHART_1 + series % 4;
}

double chart_max(const struct chart *chart, bool limits)
{
	double max = 0;

	for (unsigned s = 0; s < chart->series->len; s++) {
		const struct series *series = chart_series(chart, s);
		for (unsigned i = 0; i < chart->n; i++) {
			const struct point *point = &series->points[i];
			if (point->flags & POINT_MISSING)
				continue;
			max = MAX(max, point->value);
			/* A limit far above everything (a month with two findings) would press the data flat: it is cut at the top. */
			if (limits && isfinite(point->upper) && point->upper < 3 * point->value)
				max = MAX(max, point->upper);
		}
	}
	if (limits && isfinite(chart->limit))
		max = MAX(max, chart->limit);
	if (isfinite(chart->centre))
		max = MAX(max, chart->centre);
	return max;
}

char *chart_number(bool share, double value, double step)
{
	char buffer[28];

	if (!isfinite(value))
		return g_strdup("");
	if (share)
		return step >= 0.01 || step == 0 ? g_strdup_printf(step == 0 ? "%.1f %%" : "%.0f %%", value * 100) : g_strdup_printf("%.1f %%", value * 100);
	if (fabs(value - round(value)) < 1e-9 && fabs(value) < 1e15 && (step == 0 || step >= 1))
		return g_strdup(text_number((gint64)llround(value), buffer));
	return g_strdup_printf("%.*f", step == 0 ? 2 : CLAMP((int)ceil(-log10(step) - 1e-9), 0, 6), value);
}

const char *chart_month_name(int month)
{
	static const char *const names[12] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
		N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };

	g_assert(month >= 1 && month <= 12);
	return _(names[month - 1]);
}

void plot_put(const struct plot *plot, int x, int y, enum role role, const char *utf8)
{
	const char *twin = plot->style == CHART_STYLE_ASCII ? canvas_ascii_twin(utf8, strlen(utf8)) : NULL;

	canvas_text(plot->canvas, plot->area, x, y, 1, role, twin ? twin : utf8);
}

const char *plot_series_glyph(const struct plot *plot, unsigned series, bool filling)
{
	static const char *const glyph[2][2][4] = {
		{ { "●", "■", "◆", "▲" }, { "○", "□", "◇", "△" } },
		{ { "*", "#", "x", "&" }, { "o", "=", "-", "%" } },
	};

	return glyph[plot->style == CHART_STYLE_ASCII][filling][series % 4];
}

void plot_cursor(const struct plot *plot, int x, int y)
{
	struct rect at = rect_intersect(plot->area, (struct rect){ x, y, 1, 1 });

	if (plot->canvas->cursor_x >= 0 || at.w == 0 || at.h == 0)
		return;
	plot->canvas->cursor_x = x;
	plot->canvas->cursor_y = y;
}

void plot_hit(const struct plot *plot, struct rect rect, unsigned series, unsigned point)
{
	rect = rect_intersect(rect, plot->area);
	if (plot->hits && rect.w > 0 && rect.h > 0 && plot->hits->n < G_N_ELEMENTS(plot->hits->hit))
		plot->hits->hit[plot->hits->n++] = (struct hit){ .rect = rect, .kind = HIT_POINT, .pane = plot->pane,
			.value = (gint64)series << 32 | point };
}

int plot_scale(struct plot *plot, double max, int rows)
{
	bool whole = !plot->share;
	double best = -1;
	int used = 1;

	plot->step = plot->top = 1;
	plot->intervals = 1;
	if (!(max > 0) || !isfinite(max))
		max = whole ? 1 : plot->share ? 0.1 : 1;
	for (int most = MIN(6, MAX(rows - 1, 1)); most >= 1; most--) {
		double step, top, score;
		int intervals, each;
		stats_ticks(max, most, whole, &step, &top);
		intervals = (int)lround(top / step);
		if (intervals < 1 || intervals > 6 || (intervals > rows - 1 && intervals > 1))
			continue;
		each = MAX((rows - 1) / intervals, 0);
		score = (each * intervals + 0.5) * max / top * (each == 1 ? 0.7 : 1) * (intervals < 3 ? 0.7 : 1);
		if (score > best) {
			best = score;
			used = each * intervals + 1;
			plot->step = step;
			plot->top = top;
			plot->intervals = intervals;
		}
	}
	return used;
}

int plot_pixel_x(const struct plot *plot, unsigned point, int px)
{
	int width = plot->grid.w * px - 1;
	unsigned last = plot->chart->n > 1 ? plot->chart->n - 1 : 1;

	if (!plot_crowded(plot))
		return (plot_x(plot, point) - plot->grid.x) * px + (px > 1 && point == last);
	return (int)((gint64)point * width / last);
}

int plot_x(const struct plot *plot, unsigned point)
{
	unsigned last = plot->chart->n > 1 ? plot->chart->n - 1 : 1;
	int width = (int)MIN((gint64)plot->grid.w - 1, (gint64)last * 6);    /* few points keep together */

	return plot->grid.x + (int)(((gint64)point * width * 2 + last) / (2 * (gint64)last));
}

bool plot_crowded(const struct plot *plot)
{
	return plot->chart->n > 1 && (plot->grid.w - 1) < (int)(plot->chart->n - 1) * 1.6;
}

int plot_pixel_y(const struct plot *plot, double value, int py)
{
	double share = CLAMP(value / plot->top, 0, 1);
	double y = (plot->grid.h - 1) * py * (1 - share) + py / 2.0;

	return CLAMP((int)floor(y), 0, plot->grid.h * py - 1);
}

int plot_row(const struct plot *plot, double value)
{
	return plot->grid.y + plot_pixel_y(plot, value, 4) / 4;
}
