/* Series over months as lines: points as glyphs, limits, gaps, direct labels at the right or a legend above. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "view/chart_private.h"

struct line_label { int row; enum role role; char *text; };

static bool missing(const struct series *series, unsigned i)
{
	return series->points[i].flags & POINT_MISSING || !isfinite(series->points[i].value);
}

static void raster_series(struct raster *raster, const struct plot *plot, unsigned s)
{
	static const int dash[CHART_SERIES][2] = { { 1, 0 }, { 3, 2 }, { 1, 2 }, { 1, 3 } };
	const struct series *series = chart_series(plot->chart, s);
	/* Among several lines the chosen one is drawn full and the others step back. */
	unsigned current = plot->place->cross ? plot->place->series : 0;
	const int *style = plot->chart->series->len < 3 ? dash[s % CHART_SERIES] : s == current ? dash[0] : dash[3];
	int phase = 0;

	for (unsigned i = 1; i < plot->chart->n; i++) {
		bool filling = (series->points[i].flags | series->points[i - 1].flags) & POINT_FILLING;
		if (missing(series, i) || missing(series, i - 1))
			continue;
		raster_line(raster, plot_pixel_x(plot, i - 1, raster->px), plot_pixel_y(plot, series->points[i - 1].value, raster->py),
			plot_pixel_x(plot, i, raster->px), plot_pixel_y(plot, series->points[i].value, raster->py),
			filling ? 1 : style[0], filling ? 3 : style[1], &phase, chart_series_role(s));
	}
}

static void raster_limit(struct raster *raster, const struct plot *plot, bool upper)
{
	const struct series *series = chart_series(plot->chart, 0);
	int phase = 0;

	for (unsigned i = 1; i < plot->chart->n; i++) {
		double a = upper ? series->points[i - 1].upper : series->points[i - 1].lower;
		double b = upper ? series->points[i].upper : series->points[i].lower;
		if (isfinite(a) && isfinite(b) && (upper ? MIN(a, b) <= plot->top : MAX(a, b) > 0))
			raster_line(raster, plot_pixel_x(plot, i - 1, raster->px), plot_pixel_y(plot, a, raster->py),
				plot_pixel_x(plot, i, raster->px), plot_pixel_y(plot, b, raster->py), 3, 2, &phase, ROLE_CHART_LIMIT);
	}
}

static void raster_level(struct raster *raster, const struct plot *plot, double value, int on, int off)
{
	int phase = 0, y = plot_pixel_y(plot, value, raster->py);

	raster_line(raster, 0, y, raster->w * raster->px - 1, y, on, off, &phase, ROLE_CHART_LIMIT);
}

static bool cell_blank(const struct plot *plot, int x, int y)
{
	const struct canvas *canvas = plot->canvas;

	return x >= 0 && y >= 0 && x < canvas->w && y < canvas->h && strcmp(canvas->cell[(size_t)y * canvas->w + x].text, " ") == 0;
}

static void put_if_blank(const struct plot *plot, int x, int y, enum role role, const char *glyph)
{
	if (cell_blank(plot, x, y))
		plot_put(plot, x, y, role, glyph);
}

static unsigned nearest_point(const struct plot *plot, int x)
{
	unsigned best = 0;

	for (unsigned i = 1; i < plot->chart->n; i++)
		if (abs(plot_x(plot, i) - x) < abs(plot_x(plot, best) - x))
			best = i;
	return best;
}

/* Limits where lines are not made of small pixels: signs in cells that are still free. */
static void cell_limits(const struct plot *plot)
{
	const struct series *series = chart_series(plot->chart, 0);

	for (int x = plot->grid.x; series && x < plot->grid.x + plot->grid.w; x++) {
		const struct point *point = &series->points[nearest_point(plot, x)];
		if (isfinite(point->upper) && point->upper <= plot->top)
			put_if_blank(plot, x, plot_row(plot, point->upper), ROLE_CHART_LIMIT, "╌");
		if (isfinite(point->lower) && point->lower > 0)
			put_if_blank(plot, x, plot_row(plot, point->lower), ROLE_CHART_LIMIT, "╌");
	}
}

static void cell_levels(const struct plot *plot)
{
	for (int x = plot->grid.x; x < plot->grid.x + plot->grid.w; x++) {
		if (isfinite(plot->chart->limit))
			put_if_blank(plot, x, plot_row(plot, plot->chart->limit), ROLE_CHART_LIMIT, "╌");
		if (isfinite(plot->chart->centre) && (x - plot->grid.x) % 2 == 0)
			put_if_blank(plot, x, plot_row(plot, plot->chart->centre), ROLE_CHART_LIMIT, "┈");
	}
}

static void draw_raster(const struct plot *plot)
{
	struct raster *raster = raster_new(plot->grid.w, plot->grid.h, plot->style);
	bool fine = plot->style == CHART_STYLE_BRAILLE;

	if (fine && plot->place->limits) {
		if (plot->chart->form == CHART_CONTROL) {
			raster_limit(raster, plot, true);
			raster_limit(raster, plot, false);
		}
		if (isfinite(plot->chart->centre))
			raster_level(raster, plot, plot->chart->centre, 1, 3);
		if (isfinite(plot->chart->limit))
			raster_level(raster, plot, plot->chart->limit, 3, 2);
	}
	for (unsigned s = 0; s < MIN(plot->chart->series->len, CHART_SERIES); s++)
		raster_series(raster, plot, s);
	if (plot->style != CHART_STYLE_ASCII)
		raster_draw(raster, plot);
	raster_free(raster);
}

static void draw_point(const struct plot *plot, unsigned s, unsigned i)
{
	const struct series *series = chart_series(plot->chart, s);
	const struct point *point = &series->points[i];
	bool signal = point->flags & (POINT_HIGH | POINT_LOW), filling = point->flags & POINT_FILLING;
	bool selected = plot->place->cross && i == plot->place->point && s == plot->place->series;
	bool lone = (i == 0 || missing(series, i - 1)) && (i + 1 == plot->chart->n || missing(series, i + 1));
	const char *glyph = signal ? "◆" : plot->share && point->flags & POINT_SMALL ? "?" : plot_series_glyph(plot, s, filling);
	int x = plot_crowded(plot) ? plot->grid.x + plot_pixel_x(plot, i, 2) / 2 : plot_x(plot, i);

	if (missing(series, i))
		return;
	if (plot_crowded(plot) && plot->style != CHART_STYLE_ASCII && !signal && !selected && !lone && !filling)
		return;
	plot_put(plot, x, plot_row(plot, point->value), selected ? ROLE_SELECTED : signal ? ROLE_CHART_SIGNAL : chart_series_role(s), glyph);
}

static void draw_cross(const struct plot *plot)
{
	int x = plot_crowded(plot) ? plot->grid.x + plot_pixel_x(plot, plot->place->point, 2) / 2 : plot_x(plot, plot->place->point);

	for (int y = plot->grid.y; y < plot->grid.y + plot->grid.h; y++)
		put_if_blank(plot, x, y, ROLE_DIM, "┊");
	plot_put(plot, x, plot->grid.y + plot->grid.h, ROLE_ACCENT, "▲");
	plot_cursor(plot, x, plot->grid.y + plot->grid.h);
}

/* The value beside its point, where the cells are free. */
static void draw_values(const struct plot *plot, unsigned s)
{
	const struct series *series = chart_series(plot->chart, s);

	for (unsigned i = 0; i < plot->chart->n; i++) {
		g_autofree char *text = missing(series, i) ? NULL : chart_number(plot->share, series->points[i].value, plot->share ? 0.01 : 0);
		int width = text ? text_width(text) : 0, x = plot_x(plot, i) - width / 2, y = text ? plot_row(plot, series->points[i].value) - 1 : 0;
		bool blank = text && y >= plot->grid.y;
		for (int c = -1; blank && c <= width; c++)
			blank = cell_blank(plot, x + c, y);
		if (blank)
			canvas_text(plot->canvas, plot->grid, x, y, width, ROLE_DIM, text);
	}
}

static void draw_points(const struct plot *plot)
{
	unsigned n = MIN(plot->chart->series->len, CHART_SERIES), current = plot->place->series;

	for (unsigned s = 0; s < n; s++)
		for (unsigned i = 0; i < plot->chart->n; i++)
			draw_point(plot, s, i);
	for (unsigned i = 0; current < n && i < plot->chart->n && plot->place->cross; i++)
		draw_point(plot, current, i);
	for (unsigned i = 0; i < plot->chart->n; i++) {
		int x = plot_x(plot, i);
		plot_hit(plot, (struct rect){ x, plot->grid.y, MAX(i + 1 < plot->chart->n ? plot_x(plot, i + 1) - x : 1, 1), plot->grid.h + 1 }, current, i);
	}
}

static void label_free(gpointer data)
{
	struct line_label *label = data;
	g_free(label->text);
	g_free(label);
}

static void label_add(GPtrArray *labels, double value, enum role role, char *text)
{
	struct line_label *label = g_new0(struct line_label, 1);

	/* The row is not known before the width is: the value stands in, in thousandths of the top. */
	label->row = (int)(value * 1000);
	label->role = role;
	label->text = text;
	g_ptr_array_add(labels, label);
}

static void label_number(GPtrArray *labels, const struct plot *plot, double value, enum role role, const char *name)
{
	g_autofree char *number = chart_number(plot->share, value, plot->share ? 0.01 : plot->step / 10);

	if (isfinite(value) && value >= 0 && value <= plot->top)
		label_add(labels, value / plot->top, role, g_strdup_printf("%s %s", name, number));
}

static double last_value(const struct series *series, unsigned n, bool upper)
{
	for (unsigned i = n; i-- > 0;)
		if (upper ? isfinite(series->points[i].upper) : !missing(series, i) && !(series->points[i].flags & POINT_FILLING))
			return upper ? series->points[i].upper : series->points[i].value;
	return NAN;
}

static GPtrArray *labels_make(const struct plot *plot)
{
	GPtrArray *labels = g_ptr_array_new_with_free_func(label_free);
	const struct chart *chart = plot->chart;

	for (unsigned s = 0; chart->series->len > 1 && s < chart->series->len; s++) {
		const struct series *series = chart_series(chart, s);
		double value = last_value(series, chart->n, false);
		label_add(labels, isfinite(value) ? CLAMP(value / plot->top, 0, 1) : 0, chart_series_role(s),
			g_strdup_printf("%s %s", plot_series_glyph(plot, s, false), series->name));
	}
	if (!plot->place->limits)
		return labels;
	label_number(labels, plot, chart->limit, ROLE_CHART_LIMIT, chart->limit_name ? chart->limit_name : _("limit"));
	label_number(labels, plot, chart->centre, ROLE_CHART_LIMIT, _("mean"));
	if (chart->form == CHART_CONTROL && chart->series->len)
		label_number(labels, plot, last_value(chart_series(chart, 0), chart->n, true), ROLE_CHART_LIMIT, _("upper"));
	return labels;
}

static int labels_width(const struct plot *plot, const GPtrArray *labels)
{
	int width = 0;

	for (unsigned i = 0; i < labels->len; i++)
		width = MAX(width, canvas_width(plot->canvas, ((struct line_label *)labels->pdata[i])->text));
	return width;
}

static int label_compare(gconstpointer a, gconstpointer b)
{
	const struct line_label *const *x = a, *const *y = b;
	return (*y)->row - (*x)->row;
}

/* Each label goes to the row of its line or the nearest free one below, then what fell off the end moves up again. */
static void labels_draw(const struct plot *plot, GPtrArray *labels, int x, int width)
{
	int next = plot->grid.y, end = plot->grid.y + plot->grid.h;

	g_ptr_array_sort(labels, label_compare);
	for (unsigned i = 0; i < labels->len; i++) {
		struct line_label *label = labels->pdata[i];
		label->row = MAX(plot_row(plot, label->row / 1000.0 * plot->top), next);
		next = label->row + 1;
	}
	for (unsigned i = labels->len; i-- > 0; end--) {
		struct line_label *label = labels->pdata[i];
		label->row = MIN(label->row, end - 1);
		end = label->row + 1;
		canvas_text(plot->canvas, plot->area, x, label->row, width, label->role, label->text);
	}
}

static void legend_draw(const struct plot *plot, int y)
{
	int x = plot->area.x, right = plot->area.x + plot->area.w;

	for (unsigned s = 0; s < MIN(plot->chart->series->len, CHART_SERIES); s++) {
		g_autofree char *text = g_strdup_printf("%s %s", plot_series_glyph(plot, s, false), chart_series(plot->chart, s)->name);
		if (right - x < 4)
			break;
		x += canvas_text(plot->canvas, plot->area, x, y, right - x, chart_series_role(s), text) + 3;
	}
}

/* Too small for axes: one line of blocks and the last value. */
static void lines_spark(const struct plot *plot)
{
	const struct series *series = chart_series(plot->chart, 0);
	unsigned n = plot->chart->n, room = (unsigned)MAX(plot->area.w - 7, 1), from = n > room ? n - room : 0;
	g_autofree char *last = chart_number(plot->share, last_value(series, n, false), plot->share ? 0.01 : 0);

	chart_view_spark(plot->canvas, plot->area, plot->area.x, plot->area.y, series->points + from, n - from, chart_max(plot->chart, false), ROLE_CHART_1);
	canvas_text(plot->canvas, plot->area, plot->area.x + (int)(n - from) + 1, plot->area.y, 6, ROLE_TEXT, last);
}

/* How many rows go below the plot. */
static int lines_axis_rows(int h)
{
	return h >= 9 ? 3 : h >= 6 ? 2 : h >= 4 ? 1 : 0;
}

static bool lines_layout(struct plot *plot, GPtrArray **labels, int *label_width)
{
	struct rect area = plot->area;
	int axis = lines_axis_rows(area.h), margin, rows, legend = 0;
	double max = chart_max(plot->chart, plot->place->limits);

	plot_scale(plot, max, area.h - axis);
	*labels = labels_make(plot);
	*label_width = labels_width(plot, *labels);
	if (*label_width + 1 > area.w / 3 && *label_width > 0)
		*label_width = area.w >= 66 ? area.w / 3 : 0;
	if (*label_width == 0 && plot->chart->series->len > 1 && area.h >= 5)
		legend = 1;
	rows = plot_scale(plot, max, area.h - axis - legend);
	margin = axis_label_width(plot) + 1;
	plot->grid = (struct rect){ area.x + margin, area.y + legend + (area.h - axis - legend - rows) / 2,
		area.w - margin - (*label_width ? *label_width + 1 : 1), rows };
	if (legend)
		legend_draw(plot, area.y);
	return plot->grid.w >= 4 && plot->grid.h >= 2;
}

/* Lines that would cover each other are drawn as small multiples instead. */
static bool lines_tangled(const struct plot *plot)
{
	unsigned n = plot->chart->series->len;

	return n > CHART_SERIES || (n > 2 && plot->area.h >= 6 && plot->area.w >= 16 && (plot->area.w - 16) < (int)plot->chart->n * 4 &&
		plot->style != CHART_STYLE_ASCII);
}

void lines_draw(struct plot *plot)
{
	GPtrArray *labels;
	int label_width;

	if (lines_tangled(plot)) {
		multiples_draw(plot);
		return;
	}
	if (plot->area.h < 4 || plot->area.w < 16) {
		lines_spark(plot);
		return;
	}
	if (lines_layout(plot, &labels, &label_width)) {
		axis_draw_y(plot);
		axis_draw_x(plot, lines_axis_rows(plot->area.h));
		draw_raster(plot);
		draw_points(plot);
		if (plot->place->values)
			draw_values(plot, MIN(plot->place->series, plot->chart->series->len - 1));
		if (plot->style != CHART_STYLE_BRAILLE && plot->place->limits) {
			if (plot->chart->form == CHART_CONTROL)
				cell_limits(plot);
			cell_levels(plot);
		}
		if (plot->place->cross && plot->place->point < plot->chart->n)
			draw_cross(plot);
		labels_draw(plot, labels, plot->grid.x + plot->grid.w + 1, label_width);
	} else {
		lines_spark(plot);
	}
	g_ptr_array_unref(labels);
}
