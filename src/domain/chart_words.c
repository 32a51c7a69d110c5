/* A chart told in names, filters and sentences. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "domain/series.h"

char *chart_point_name(const struct chart *chart, unsigned point)
{
	static const char *const months[] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
		N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };
	if (chart->first == MONTH_UNKNOWN)
		return g_strdup(chart->categories[point]);
	month_t month = chart->first + (month_t) point;
	return g_strdup_printf("%s %d", _(months[month_number(month) - 1]), month_year(month));
}

/* A value that begins with ! negates the clause; an open range (">=3") needs no quotes. */
static void append_clause(GString *filter, const char *field, const char *value)
{
	bool negated = *value == '!';
	value += negated;
	bool quote = strpbrk(value, " ,\t\n\v\f\r") != NULL;
	if (strchr(value, '"'))
		return;
	g_string_append_printf(filter, quote ? "%s%s%s:\"%s\"" : "%s%s%s:%s", filter->len > 0 ? " " : "",
		negated ? "!" : "", field, value);
}

/* Categories of an axis of ages are written "0-30", "over 180". */
static void append_age(GString *filter, const char *category)
{
	int low, high;
	char value[32];
	if (sscanf(category, "%d%*[^0-9]%d", &low, &high) == 2)
		g_snprintf(value, sizeof value, "%d..%d", low, high);
	else if (sscanf(category, "%*[^0-9]%d", &low) == 1)
		g_snprintf(value, sizeof value, ">%d", low);
	else
		return;
	append_clause(filter, "age", value);
}

static const char *category_key(const struct chart *chart, unsigned point)
{
	return chart->category_keys ? chart->category_keys[point] : NULL;
}

/* "other" is what no other series is. */
static void append_others(GString *filter, const struct chart *chart)
{
	for (unsigned i = 0; i < chart->series->len; i++) {
		const struct series *series = chart->series->pdata[i];
		g_autofree char *none = series->key ? g_strconcat("!", series->key, NULL) : NULL;
		if (none)
			append_clause(filter, chart->series_field, none);
	}
}

char *chart_point_filter(const struct chart *chart, unsigned series, unsigned point)
{
	const struct series *which = series < chart->series->len ? chart->series->pdata[series] : NULL;
	char month[8];
	bool groups = chart->form == CHART_GROUPS && which && which->key && point < chart->n && category_key(chart, point);
	if (!which || point >= chart->n || (!chart->axis_field && !chart->series_field && !groups))
		return NULL;
	GString *filter = g_string_new(chart->base_filter);
	if (chart->axis_field && chart->first != MONTH_UNKNOWN)
		append_clause(filter, chart->axis_field, month_iso(chart->first + (month_t) point, month));
	else if (groups)
		append_clause(filter, which->key, category_key(chart, point));
	else if (chart->axis_field && category_key(chart, point))
		append_clause(filter, chart->axis_field, category_key(chart, point));
	else if (chart->axis_field && !strcmp(chart->axis_field, "age"))
		append_age(filter, chart->categories[point]);
	else if (chart->axis_field)
		append_clause(filter, chart->axis_field, chart->categories[point]);
	if (chart->series_field && which->key)
		append_clause(filter, chart->series_field, which->key);
	else if (chart->series_field)
		append_others(filter, chart);
	return g_string_free(filter, FALSE);
}

static char *value_text(const struct chart *chart, double value)
{
	if (chart_share(chart))
		return g_strdup_printf("%.1f %%", 100 * value);
	char whole[28];
	return fabs(value - round(value)) < 1e-9 ? g_strdup(text_number((gint64) round(value), whole)) : g_strdup_printf("%.1f", value);
}

struct extremes { int high, low; unsigned whole, missing, filling, signals; };

static struct extremes find_extremes(const struct chart *chart, const struct series *series)
{
	struct extremes found = { -1, -1, 0, 0, 0, 0 };
	for (unsigned i = 0; i < chart->n; i++) {
		const struct point *point = &series->points[i];
		found.missing += (point->flags & POINT_MISSING) != 0;
		found.filling += (point->flags & POINT_FILLING) != 0;
		if (point->flags & (POINT_MISSING | POINT_FILLING))
			continue;
		found.whole++;
		found.signals += (point->flags & (POINT_HIGH | POINT_LOW)) != 0;
		if (found.high < 0 || point->value > series->points[found.high].value)
			found.high = i;
		if (found.low < 0 || point->value < series->points[found.low].value)
			found.low = i;
	}
	return found;
}

static void tell_series(GString *words, const struct chart *chart, const struct series *series)
{
	struct extremes found = find_extremes(chart, series);
	if (found.high < 0) {
		g_string_append_printf(words, _("%s: no whole period to speak of.\n"), series->name);
		return;
	}
	g_autofree char *high = value_text(chart, series->points[found.high].value);
	g_autofree char *low = value_text(chart, series->points[found.low].value);
	g_autofree char *high_name = chart_point_name(chart, found.high), *low_name = chart_point_name(chart, found.low);
	if (found.high == found.low)
		g_string_append_printf(words, _("%s: %s in %s.\n"), series->name, high, high_name);
	else
		g_string_append_printf(words, _("%s: highest %s (%s), lowest %s (%s).\n"), series->name, high, high_name, low,
			low_name);
}

static void tell_signals(GString *words, const struct chart *chart)
{
	for (unsigned s = 0; s < chart->series->len; s++) {
		const struct series *series = chart->series->pdata[s];
		struct extremes found = find_extremes(chart, series);
		if (isfinite(chart->centre) && found.signals > 0)
			g_string_append_printf(words, ngettext("%u of %u whole periods lies outside the limits. A signal asks for a look; it is no finding.\n",
				"%u of %u whole periods lie outside the limits. A signal asks for a look; it is no finding.\n", found.signals),
				found.signals, found.whole);
		else if (isfinite(chart->centre) && found.whole > 0)
			g_string_append_printf(words, _("None of the %u whole periods lies outside the limits.\n"), found.whole);
	}
}

static void tell_gaps(GString *words, const struct chart *chart)
{
	unsigned missing = 0, filling = 0;
	for (unsigned s = 0; s < chart->series->len; s++) {
		struct extremes found = find_extremes(chart, chart->series->pdata[s]);
		missing = MAX(missing, found.missing);
		filling = MAX(filling, found.filling);
	}
	if (missing > 0)
		g_string_append_printf(words, ngettext("%u period has no data.\n", "%u periods have no data.\n", missing),
			missing);
	if (filling > 0)
		g_string_append_printf(words, ngettext("The last %u period is still filling and is left out of this.\n",
			"The last %u periods are still filling and are left out of this.\n", filling), filling);
}

char *chart_words(const struct chart *chart)
{
	GString *words = g_string_new(NULL);
	if (chart->series->len == 0 || chart->n == 0)
		return g_string_free(g_string_append(words, _("There is nothing to show.\n")), FALSE);
	if (isfinite(chart->centre)) {
		g_autofree char *centre = value_text(chart, chart->centre);
		g_string_append_printf(words, _("%s: mean %s.\n"), chart->title, centre);
	}
	for (unsigned s = 0; s < chart->series->len && s < 4; s++)
		tell_series(words, chart, chart->series->pdata[s]);
	tell_signals(words, chart);
	tell_gaps(words, chart);
	return g_string_free(words, FALSE);
}
