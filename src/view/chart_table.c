/* The other two faces of a chart: the same values as a table, and in words. */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "view/chart_private.h"

static const char *point_word(const struct chart *chart, unsigned i)
{
	unsigned flags = 0;

	for (unsigned s = 0; s < chart->series->len; s++)
		flags |= chart_series(chart, s)->points[i].flags;
	if (flags & POINT_HIGH)
		return _("ABOVE");
	if (flags & POINT_LOW)
		return _("BELOW");
	return flags & POINT_FILLING ? _("filling") : "";
}

static char *table_value(const struct plot *plot, const struct point *point)
{
	g_autofree char *value = NULL;
	char n[28], d[28];

	if (point->flags & POINT_MISSING || !isfinite(point->value))
		return g_strdup(_("no data"));
	value = chart_number(plot->share, point->value, 0);
	if (point->d <= 0)
		return g_steal_pointer(&value);
	return g_strdup_printf("%s/%s  %s", text_number(point->n, n), text_number(point->d, d), value);
}

static int column_width(const struct plot *plot, unsigned s)
{
	const struct series *series = chart_series(plot->chart, s);
	int width = MIN(canvas_width(plot->canvas, series->name), 16);

	for (unsigned i = 0; i < plot->chart->n; i++) {
		g_autofree char *text = table_value(plot, &series->points[i]);
		width = MAX(width, text_width(text));
	}
	return width;
}

static int name_width(const struct plot *plot)
{
	int width = 5;

	for (unsigned i = 0; i < plot->chart->n; i++) {
		g_autofree char *name = chart_point_name(plot->chart, i);
		width = MAX(width, canvas_width(plot->canvas, name));
	}
	return MIN(width, MAX(plot->area.w / 2, 4));
}

static void table_row(const struct plot *plot, int y, unsigned i, int names, const int *widths)
{
	g_autofree char *name = chart_point_name(plot->chart, i);
	bool current = plot->place->cross && plot->place->point == i;
	int x = plot->area.x + names, right = plot->area.x + plot->area.w;

	canvas_text(plot->canvas, plot->area, plot->area.x, y, names, ROLE_TEXT, name);
	for (unsigned s = 0; s < plot->chart->series->len && x + 2 + widths[s] <= right; s++) {
		g_autofree char *value = table_value(plot, &chart_series(plot->chart, s)->points[i]);
		canvas_text_right(plot->canvas, plot->area, x + 2, y, widths[s], ROLE_TEXT, value);
		x += 2 + widths[s];
	}
	canvas_text(plot->canvas, plot->area, x + 2, y, right - x - 2, ROLE_WARN, point_word(plot->chart, i));
	plot_hit(plot, (struct rect){ plot->area.x, y, plot->area.w, 1 }, plot->place->series, i);
	if (current) {
		canvas_role(plot->canvas, rect_intersect(plot->area, (struct rect){ plot->area.x, y, plot->area.w, 1 }), ROLE_SELECTED);
		plot_cursor(plot, plot->area.x, y);
	}
}

void table_draw(struct plot *plot)
{
	unsigned n = plot->chart->n, columns = plot->chart->series->len, rows = (unsigned)MAX(plot->area.h - 1, 1), top = 0, shown = 0;
	g_autofree int *widths = g_new0(int, columns + 1);
	int names = name_width(plot), x = plot->area.x + names, right = plot->area.x + plot->area.w;

	canvas_text(plot->canvas, plot->area, plot->area.x, plot->area.y, names, ROLE_HEADING,
		plot->chart->first == MONTH_UNKNOWN ? "" : _("Month"));
	for (unsigned s = 0; s < columns; s++) {
		widths[s] = column_width(plot, s);
		if (x + 2 + widths[s] > right)
			break;
		canvas_text_right(plot->canvas, plot->area, x + 2, plot->area.y, widths[s], ROLE_HEADING, chart_series(plot->chart, s)->name);
		x += 2 + widths[s];
		shown++;
	}
	if (shown < columns)
		canvas_printf(plot->canvas, plot->area, x + 2, plot->area.y, right - x - 2, ROLE_DIM, _("+%u more"), columns - shown);
	if (n > rows)
		top = plot->place->cross ? MIN(plot->place->point > rows / 2 ? plot->place->point - rows / 2 : 0, n - rows) : n - rows;
	for (unsigned i = 0; i < rows && top + i < n; i++)
		table_row(plot, plot->area.y + 1 + (int)i, top + i, names, widths);
}

void words_draw(struct plot *plot)
{
	g_autofree char *words = chart_words(plot->chart);
	g_auto(GStrv) sentences = g_strsplit(words, "\n", -1);
	int y = plot->area.y, end = plot->area.y + plot->area.h;

	for (unsigned i = 0; sentences[i]; i++) {
		g_autofree char *clean = text_clean(sentences[i], -1, TEXT_CLEAN_LINE);
		g_auto(GStrv) lines = text_wrap(clean, MAX(plot->area.w, 1));
		for (unsigned l = 0; lines[l] && *clean && y < end; l++)
			canvas_text(plot->canvas, plot->area, plot->area.x, y++, plot->area.w, ROLE_TEXT, lines[l]);
	}
}
