#include "domain/series.h"

#include <math.h>

static void series_free(struct series *series)
{
	g_free(series->name);
	g_free(series->key);
	g_free(series->points);
	g_free(series);
}

struct chart *chart_new(const char *id, const char *title, const char *unit, enum chart_form form, month_t first,
	unsigned n)
{
	struct chart *chart = g_new0(struct chart, 1);
	chart->id = g_strdup(id);
	chart->title = g_strdup(title);
	chart->unit = g_strdup(unit);
	chart->form = form;
	chart->first = first;
	chart->n = n;
	if (first == MONTH_UNKNOWN)
		chart->categories = g_new0(char *, n + 1);
	chart->series = g_ptr_array_new_with_free_func((GDestroyNotify) series_free);
	chart->notes = g_ptr_array_new_with_free_func(g_free);
	chart->centre = chart->limit = NAN;
	return chart;
}

struct series *chart_add(struct chart *chart, const char *name, const char *key)
{
	struct series *series = g_new0(struct series, 1);
	series->name = g_strdup(name);
	series->key = g_strdup(key);
	series->points = g_new0(struct point, chart->n);
	for (unsigned i = 0; i < chart->n; i++)
		series->points[i].lower = series->points[i].upper = NAN;
	g_ptr_array_add(chart->series, series);
	return series;
}

void chart_free(struct chart *chart)
{
	if (!chart)
		return;
	g_free(chart->id);
	g_free(chart->title);
	g_free(chart->unit);
	g_strfreev(chart->categories);
	if (chart->category_keys)
		for (unsigned i = 0; i < chart->n; i++)
			g_free(chart->category_keys[i]);
	g_free(chart->category_keys);
	g_ptr_array_unref(chart->series);
	g_ptr_array_unref(chart->notes);
	g_free(chart->limit_name);
	g_free(chart->axis_field);
	g_free(chart->series_field);
	g_free(chart->base_filter);
	g_free(chart);
}

bool chart_share(const struct chart *chart)
{
	for (unsigned s = 0; s < chart->series->len; s++) {
		const struct series *series = chart->series->pdata[s];
		for (unsigned i = 0; i < chart->n; i++) {
			const struct point *point = &series->points[i];
			if (point->flags & POINT_MISSING || point->d <= 0 || point->n == 0)
				continue;
			return fabs(point->value - (double) point->n / point->d) < 1e-9;
		}
	}
	return false;
}
