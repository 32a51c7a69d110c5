#include <math.h>
#include "literal.h"

#define JAN_2023 ((2023 - 1970) * 12)

struct chart *literal_control(void)
{
	static const int n[24] = { 9, 8, 7, 10, 8, 9, 6, 9, 10, 7, 8, 9, 8, 7, 0, 9, 10, 12, 23, 14, 11, 12, 9, 3 };
	static const int d[24] = { 44, 40, 39, 45, 41, 47, 40, 42, 46, 38, 40, 43, 41, 42, 0, 44, 45, 50, 48, 46, 43, 50, 47, 12 };
	struct chart *chart = chart_new("sustained", "Sustained share", "share of findings on the merits", CHART_CONTROL, JAN_2023, 24);
	struct series *series = chart_add(chart, "Sustained", "sustained");

	chart->centre = 0.211;
	for (unsigned i = 0; i < chart->n; i++) {
		struct point *point = &series->points[i];
		double sigma = d[i] ? 3 * sqrt(chart->centre * (1 - chart->centre) / d[i]) : NAN;
		*point = (struct point){ .value = d[i] ? (double)n[i] / d[i] : NAN, .n = n[i], .d = d[i],
			.lower = MAX(chart->centre - sigma, 0), .upper = chart->centre + sigma };
		if (!d[i])
			point->flags = POINT_MISSING, point->lower = point->upper = NAN;
		else if (i == 23)
			point->flags = POINT_FILLING | POINT_SMALL, point->lower = point->upper = NAN;
		else if (point->value > point->upper)
			point->flags = POINT_HIGH;
	}
	g_ptr_array_add(chart->notes, g_strdup("Findings on the merits: sustained, not sustained, exonerated, unfounded."));
	return chart;
}

struct chart *literal_lines(void)
{
	static const char *const name[3] = { "Force", "Discourtesy", "Search" };
	struct chart *chart = chart_new("cases", "Cases by month and class", "cases", CHART_LINES, JAN_2023, 24);

	for (unsigned s = 0; s < 3; s++) {
		struct series *series = chart_add(chart, name[s], name[s]);
		for (unsigned i = 0; i < 24; i++) {
			series->points[i].value = series->points[i].n = (gint64)(18 - 5 * (int)s + (int)((i * 7 + s * 5) % 6) + (i == 18 && s == 0 ? 14 : 0));
			if (i == 8)
				series->points[i] = (struct point){ .value = NAN, .lower = NAN, .upper = NAN, .flags = POINT_MISSING };
			if (i >= 22)
				series->points[i].flags = POINT_FILLING, series->points[i].value = series->points[i].n = i == 22 ? 9 - s : 0;
		}
	}
	return chart;
}

struct chart *literal_long(void)
{
	struct chart *chart = chart_new("force", "Force by type", "reports of force", CHART_LINES, JAN_2023 - 126, 150);
	struct series *series = chart_add(chart, "Hands", "hands");

	for (unsigned i = 0; i < 150; i++)
		series->points[i].value = series->points[i].n = 300 + (i * 37) % 90 - (i > 100 ? 120 : 0);
	return chart;
}

static struct chart *categories(struct chart *chart, const char *const *names)
{
	g_strfreev(chart->categories);
	chart->categories = g_strdupv((char **)names);
	return chart;
}

struct chart *literal_ageing(void)
{
	static const char *const names[] = { "0–30 d", "31–90 d", "91–180 d", "over 180 d", NULL };
	static const int count[] = { 9, 14, 8, 6 };
	struct chart *chart = categories(chart_new("ageing", "Ageing of open cases", "open cases", CHART_BARS, MONTH_UNKNOWN, 4), names);
	struct series *series = chart_add(chart, "Open", NULL);

	for (unsigned i = 0; i < 4; i++)
		series->points[i].value = series->points[i].n = count[i];
	chart->axis_field = g_strdup("age");
	return chart;
}

struct chart *literal_stages(void)
{
	static const char *const names[] = { "Sustained", "Not sustained", "Exonerated", "Unfounded", NULL };
	static const char *const stages[] = { "Investigator", "Board", "Chief" };
	struct chart *chart = categories(chart_new("stages", "Findings by stage", "allegations", CHART_GROUPS, MONTH_UNKNOWN, 4), names);

	for (unsigned s = 0; s < 3; s++) {
		struct series *series = chart_add(chart, stages[s], stages[s]);
		for (unsigned i = 0; i < 4; i++)
			series->points[i].value = series->points[i].n = (gint64)(120 - 23 * i + 31 * s * (i % 2 ? 1 : -1) + 40);
	}
	return chart;
}

struct chart *literal_districts(void)
{
	static const char *const name[6] = { "Central", "North", "Harbour", "South", "East", "Airport" };
	struct chart *chart = chart_new("districts", "Cases by district", "cases", CHART_MULTIPLES, JAN_2023 + 12, 12);

	for (unsigned s = 0; s < 6; s++) {
		struct series *series = chart_add(chart, name[s], name[s]);
		for (unsigned i = 0; i < 12; i++) {
			series->points[i].value = series->points[i].n = (gint64)((i * (s + 3) + 5 * s) % 9);
			if (i == 11)
				series->points[i].flags = POINT_FILLING;
			if (i == 4 && s == 2)
				series->points[i] = (struct point){ .value = NAN, .flags = POINT_MISSING };
		}
	}
	return chart;
}
