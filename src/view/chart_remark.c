/* The chart's marks in words: the exact value under the crosshair, signals, gaps and months that still fill. */
#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "view/chart_private.h"

char *chart_value(const struct chart *chart, const struct point *point)
{
	g_autofree char *value = chart_number(chart_share(chart), point->value, 0);
	char n[28], d[28];

	if (point->flags & POINT_MISSING || !isfinite(point->value))
		return g_strdup(_("no data"));
	if (point->d > 0)
		return g_strdup_printf("%s / %s = %s", text_number(point->n, n), text_number(point->d, d), value);
	/* The unit is a plural; of one thing the number alone is said. */
	return point->value == 1 || !chart->unit ? g_steal_pointer(&value) : g_strdup_printf("%s %s", value, chart->unit);
}

static void remark_point(GString *line, const struct chart *chart, const struct point *point, bool limits)
{
	bool share = chart_share(chart);
	g_autofree char *value = chart_value(chart, point);

	g_string_append(line, value);
	if (point->flags & POINT_MISSING)
		return;
	if (point->flags & POINT_HIGH)
		g_string_append_printf(line, "   %s", _("ABOVE the upper limit"));
	if (point->flags & POINT_LOW)
		g_string_append_printf(line, "   %s", _("BELOW the lower limit"));
	if (point->flags & POINT_FILLING)
		g_string_append_printf(line, "   %s", _("still filling"));
	if (share && point->flags & POINT_SMALL)
		g_string_append_printf(line, "   %s", _("few cases: do not read a percentage"));
	if (limits && isfinite(point->lower) && isfinite(point->upper)) {
		g_autofree char *lower = chart_number(share, point->lower, share ? 0 : 0.1), *upper = chart_number(share, point->upper, share ? 0 : 0.1);
		g_string_append(line, "   ");
		g_string_append_printf(line, _("limits %s to %s"), lower, upper);
	}
}

char *chart_value_words(const struct chart *chart, const struct chart_place *place)
{
	const struct series *series = chart_series(chart, place->series);
	GString *line = g_string_new(NULL);

	if (series && place->point < chart->n)
		remark_point(line, chart, &series->points[place->point], true);
	return g_string_free(line, FALSE);
}

char *remark_value(const struct chart *chart, const struct chart_place *place, bool limits)
{
	const struct series *series = chart_series(chart, place->series);
	g_autofree char *name = NULL;
	GString *line;

	if (!series || place->point >= chart->n)
		return g_strdup("");
	name = chart_point_name(chart, place->point);
	line = g_string_new(name);
	if (chart->series->len > 1)
		g_string_append_printf(line, "  %s", series->name);
	g_string_append(line, "   ");
	remark_point(line, chart, &series->points[place->point], limits);
	return g_string_free(line, FALSE);
}

char *remark_fitting(const struct plot *plot, char *whole, char *brief)
{
	bool fits = canvas_width(plot->canvas, whole) <= plot->area.w;

	g_free(fits ? brief : whole);
	return fits ? whole : brief;
}

static void remark_signals(const struct plot *plot, GPtrArray *out, unsigned most)
{
	const struct series *series = chart_series(plot->chart, 0);

	for (unsigned i = plot->chart->n; series && i-- > 0 && out->len < most;) {
		const struct point *point = &series->points[i];
		if (!(point->flags & (POINT_HIGH | POINT_LOW)))
			continue;
		g_autofree char *name = chart_point_name(plot->chart, i), *value = chart_number(plot->share, point->value, plot->share ? 0.01 : 0);
		g_autofree char *limit = chart_number(plot->share, point->flags & POINT_HIGH ? point->upper : point->lower, plot->share ? 0.01 : 0.1);
		bool high = point->flags & POINT_HIGH;
		g_ptr_array_add(out, remark_fitting(plot,
			g_strdup_printf(high ? _("◆ %s: %s, above the limit %s") : _("◆ %s: %s, below the limit %s"), name, value, limit),
			g_strdup_printf(high ? _("◆ %s: %s, above the limit") : _("◆ %s: %s, below the limit"), name, value)));
	}
}

/* "Mar 2024", "Nov and Dec 2024", "14 months": the months with this flag in every series. */
static char *flagged_months(const struct chart *chart, unsigned flag, unsigned *count)
{
	unsigned first = 0, last = 0;
	g_autofree char *a = NULL, *b = NULL;

	*count = 0;
	for (unsigned i = 0; i < chart->n; i++) {
		bool all = chart->series->len > 0;
		for (unsigned s = 0; s < chart->series->len; s++)
			all = all && chart_series(chart, s)->points[i].flags & flag;
		if (all && (*count)++ == 0)
			first = i;
		if (all)
			last = i;
	}
	if (*count == 0)
		return NULL;
	a = chart_point_name(chart, first);
	b = chart_point_name(chart, last);
	if (*count == 1)
		return g_steal_pointer(&a);
	return last - first + 1 == *count ? g_strdup_printf(_("%s to %s"), a, b) : g_strdup_printf(_("%u months"), *count);
}

GPtrArray *remark_marks(const struct plot *plot, unsigned most)
{
	GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
	unsigned gaps, filling;
	g_autofree char *gap = flagged_months(plot->chart, POINT_MISSING, &gaps), *part = flagged_months(plot->chart, POINT_FILLING, &filling);

	if (plot->chart->first == MONTH_UNKNOWN)
		return out;
	if (plot->chart->form == CHART_CONTROL)
		remark_signals(plot, out, most > 2 ? most - 2 + !gaps + !part : most > 1 ? 1 : most);
	if (gap && out->len < most)
		g_ptr_array_add(out, remark_fitting(plot, g_strdup_printf(_("╳ %s: no data"), gap), g_strdup(_("╳ no data"))));
	if (part && out->len < most)
		g_ptr_array_add(out, remark_fitting(plot, g_strdup_printf(_("%s %s: still filling"), plot_series_glyph(plot, 0, true), part),
			g_strdup_printf(_("%s still filling"), plot_series_glyph(plot, 0, true))));
	return out;
}
