/* Small multiples: one row a series, one common scale that is stated. */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "view/chart_private.h"

/* Level 0..8 of a value in one row; a value above nothing is never drawn as nothing. */
static int spark_level(double value, double max, int rows)
{
	if (!(value > 0) || !(max > 0))
		return 0;
	return CLAMP((int)lround(value / max * 8 * rows), 1, 8 * rows);
}

static void spark_cell(struct canvas *canvas, struct rect clip, int x, int y, int level, bool bottom, enum role role)
{
	static const char *const block[9] = { "_", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };

	if (level > 0 || bottom)
		canvas_text(canvas, clip, x, y, 1, role, block[CLAMP(level, 0, 8)]);
}

/* In ASCII a digit a point: the value itself where all are below ten, else ninths of the scale. */
static void spark_digit(struct canvas *canvas, struct rect clip, int x, int y, double value, double max, enum role role)
{
	int digit = !(value > 0) || !(max > 0) ? 0 : max <= 9 ? (int)lround(value) : CLAMP((int)ceil(value / max * 9), 1, 9);
	char text[2] = { (char)('0' + CLAMP(digit, 0, 9)), '\0' };

	canvas_text(canvas, clip, x, y, 1, role, text);
}

void chart_view_spark(struct canvas *canvas, struct rect clip, int x, int y, const struct point *points, unsigned n, double max, enum role role)
{
	for (unsigned i = 0; i < n; i++) {
		if (points[i].flags & POINT_MISSING || !isfinite(points[i].value))
			continue;
		if (canvas->ascii) {
			spark_digit(canvas, clip, x + (int)i, y, points[i].value, max, role);
		} else {
			spark_cell(canvas, clip, x + (int)i, y, spark_level(points[i].value, max, 1), true, role);
		}
	}
}

/* The same over several rows and with wider columns. */
static void spark_tall(const struct plot *plot, int x, int y, int rows, int wide, const struct point *points, unsigned n, double max,
	const struct point *chosen)
{
	for (unsigned i = 0; i < n; i++) {
		bool gone = points[i].flags & POINT_MISSING || !isfinite(points[i].value);
		int level = gone ? 0 : spark_level(points[i].value, max, rows);
		enum role role = points + i == chosen ? ROLE_CHART_SIGNAL : points[i].flags & POINT_FILLING ? ROLE_DIM : ROLE_CHART_1;
		for (int r = 0; r < rows && !gone; r++)
			for (int c = 0; c < MAX(wide - (wide == 3), 1); c++)
				spark_cell(plot->canvas, plot->area, x + (int)i * wide + c, y + rows - 1 - r, level - 8 * r, r == 0, role);
	}
}

static gint64 series_total(const struct series *series, unsigned from, unsigned n)
{
	double sum = 0;

	for (unsigned i = from; i < n; i++)
		if (!(series->points[i].flags & POINT_MISSING) && isfinite(series->points[i].value))
			sum += series->points[i].value;
	return (gint64)llround(sum);
}

struct multiples { int name, total, wide, rows, gap, spark_x; unsigned from, shown, first; };

static void multiples_layout(const struct plot *plot, struct multiples *m)
{
	unsigned n = plot->chart->series->len;
	int room, body = plot->area.h - 3, each;

	m->name = 4;
	for (unsigned s = 0; s < n; s++)
		m->name = MAX(m->name, canvas_width(plot->canvas, chart_series(plot->chart, s)->name));
	m->total = 6;
	m->name = MIN(m->name, MAX(MAX(plot->area.w / 3, plot->area.w - 1 - m->total - (int)plot->chart->n), 3));
	room = plot->area.w - m->name - 1 - m->total;
	m->wide = plot->chart->n ? CLAMP(room / (int)plot->chart->n, 1, 3) : 1;
	m->from = plot->chart->n > (unsigned)MAX(room, 0) ? plot->chart->n - (unsigned)MAX(room, 0) : 0;
	each = body / (int)MAX(n, 1);
	m->rows = each >= 3 && !plot->canvas->ascii && plot->style != CHART_STYLE_ASCII ? MIN(each - 1, 5) : 1;
	m->gap = each > m->rows ? 1 : 0;
	m->shown = MIN(n, (unsigned)MAX(body / (m->rows + m->gap), 1));
	m->first = plot->place->cross && plot->place->series >= m->shown ? plot->place->series - m->shown + 1 : 0;
	m->spark_x = plot->area.x + m->name + 1;
}

static void multiples_head(const struct plot *plot, const struct multiples *m)
{
	int width = (int)(plot->chart->n - m->from) * m->wide;
	g_autofree char *first = chart_point_name(plot->chart, m->from), *last = chart_point_name(plot->chart, plot->chart->n - 1);
	int wide = text_width(first) + text_width(last) + 2;

	if (wide <= width || plot->chart->first == MONTH_UNKNOWN) {
		canvas_text(plot->canvas, plot->area, m->spark_x, plot->area.y, width, ROLE_CHART_AXIS, first);
		canvas_text_right(plot->canvas, plot->area, m->spark_x, plot->area.y, width, ROLE_CHART_AXIS, last);
	} else {
		first[MIN(strlen(first), 3)] = last[MIN(strlen(last), 3)] = '\0';
		canvas_text(plot->canvas, plot->area, m->spark_x, plot->area.y, MIN(width, 3), ROLE_CHART_AXIS, first);
		if (width >= 8)
			canvas_text_right(plot->canvas, plot->area, m->spark_x, plot->area.y, width, ROLE_CHART_AXIS, last);
	}
	canvas_text_right(plot->canvas, plot->area, m->spark_x + width, plot->area.y, m->total, ROLE_CHART_AXIS, _("total"));
}

static bool all_flagged(const struct chart *chart, unsigned point, unsigned flag)
{
	for (unsigned s = 0; s < chart->series->len; s++)
		if (!(chart_series(chart, s)->points[point].flags & flag))
			return false;
	return true;
}

/* One axis under all rows: a tick at each January, gaps and months that still fill. */
static void multiples_axis(const struct plot *plot, const struct multiples *m, int y)
{
	for (unsigned i = m->from; i < plot->chart->n; i++) {
		int x = m->spark_x + (int)(i - m->from) * m->wide;
		bool january = plot->chart->first != MONTH_UNKNOWN && month_number(plot->chart->first + (month_t)i) == 1;
		for (int c = 0; c < m->wide; c++)
			plot_put(plot, x + c, y, ROLE_CHART_AXIS, c == 0 && january ? "┴" : "─");
		if (plot->place->cross && plot->place->point == i)
			plot_put(plot, x, y, ROLE_ACCENT, "▲"), plot_cursor(plot, x, y);
		else if (all_flagged(plot->chart, i, POINT_MISSING))
			plot_put(plot, x, y, ROLE_WARN, "╳");
		else if (all_flagged(plot->chart, i, POINT_FILLING))
			plot_put(plot, x, y, ROLE_CHART_AXIS, "○");
	}
}

static void multiples_digits(const struct plot *plot, const struct multiples *m, const struct series *series, int y, double max)
{
	for (unsigned i = m->from; i < plot->chart->n; i++)
		if (!(series->points[i].flags & POINT_MISSING) && isfinite(series->points[i].value))
			spark_digit(plot->canvas, plot->area, m->spark_x + (int)(i - m->from) * m->wide, y, series->points[i].value, max, ROLE_CHART_1);
}

static char *multiples_scale(const struct plot *plot, const struct multiples *m, double max)
{
	g_autofree char *top = chart_number(plot->share, max, plot->share ? 0.01 : 0);

	if (m->shown < plot->chart->series->len)
		return remark_fitting(plot, g_strdup_printf(_("%u of %u rows, one scale: 0 to %s"), m->shown, plot->chart->series->len, top),
			g_strdup_printf(_("%u of %u rows, 0 to %s"), m->shown, plot->chart->series->len, top));
	if (plot->style == CHART_STYLE_ASCII && max > 9)
		return g_strdup_printf(_("one scale, 9 stands for %s"), top);
	return g_strdup_printf(plot->area.w >= 34 ? _("same scale in every row: 0 to %s") : _("one scale, 0 to %s"), top);
}

static void multiples_row(const struct plot *plot, const struct multiples *m, unsigned s, int y, double max)
{
	const struct series *series = chart_series(plot->chart, s);
	unsigned n = plot->chart->n - m->from;
	bool current = plot->place->cross && plot->place->series == s;
	char buffer[28];

	if (plot->style == CHART_STYLE_ASCII)
		multiples_digits(plot, m, series, y, max);
	else
		spark_tall(plot, m->spark_x, y, m->rows, m->wide, series->points + m->from, n, max,
			current && plot->place->point < plot->chart->n ? &series->points[plot->place->point] : NULL);
	y += m->rows - 1;
	canvas_text(plot->canvas, plot->area, plot->area.x, y, m->name, current ? ROLE_SELECTED : ROLE_TEXT, series->name);
	if (current)
		canvas_text(plot->canvas, plot->area, plot->area.x + m->name, y, 1, ROLE_ACCENT, canvas_glyph(plot->canvas, GLYPH_BULLET));
	canvas_text_right(plot->canvas, plot->area, m->spark_x + (int)n * m->wide, y, m->total, ROLE_TEXT,
		text_number(series_total(series, m->from, plot->chart->n), buffer));
	for (unsigned i = 0; i < n; i++)
		plot_hit(plot, (struct rect){ m->spark_x + (int)i * m->wide, y - m->rows + 1, m->wide, m->rows }, s, m->from + i);
}

void multiples_draw(struct plot *plot)
{
	struct multiples m;
	double max = chart_max(plot->chart, false);
	g_autofree char *scale = NULL;
	int y = plot->area.y;

	if (plot->chart->n == 0)
		return;
	multiples_layout(plot, &m);
	if (plot->area.h >= 3)
		multiples_head(plot, &m), y++;
	for (unsigned i = 0; i < m.shown; i++, y += m.rows + m.gap)
		multiples_row(plot, &m, m.first + i, y, max);
	y -= m.gap;
	if (y < plot->area.y + plot->area.h - 1)
		multiples_axis(plot, &m, y);
	scale = multiples_scale(plot, &m, max);
	if (plot->area.h >= 3)
		canvas_text(plot->canvas, plot->area, plot->area.x, plot->area.y + plot->area.h - 1, plot->area.w, ROLE_DIM, scale);
}
