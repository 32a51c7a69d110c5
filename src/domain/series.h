/*
 * A chart as data: what view/chart draws, what `dais chart` prints as table, words, CSV, JSON and SVG.
 * Owned whole by struct chart; chart_free frees everything.
 */
#ifndef DAIS_DOMAIN_SERIES_H
#define DAIS_DOMAIN_SERIES_H

#include <glib.h>
#include <stdbool.h>
#include "base/date.h"

enum chart_form {
	CHART_LINES,       /* series over months */
	CHART_CONTROL,     /* one series over months with centre and moving limits */
	CHART_BARS,        /* one bar a category */
	CHART_GROUPS,      /* categories (findings) by series (stages): grouped bars; a series' key is the field of its stage */
	CHART_MULTIPLES,   /* one small row a series, one common scale */
};

enum point_flags {
	POINT_MISSING = 1,    /* no data: a gap, never zero */
	POINT_FILLING = 2,    /* recent or part month whose counts still grow: hollow, outside limits */
	POINT_HIGH = 4,       /* above the upper limit */
	POINT_LOW = 8,        /* below the lower limit */
	POINT_SMALL = 16,     /* fewer than 5 behind it: no percentage is read from it */
};

struct point {
	double value;
	gint64 n, d;            /* numerator and denominator; d 0 where there is none */
	double lower, upper;    /* limits at this point; NAN where there are none */
	unsigned flags;
};

struct series {
	char *name;             /* clean text as shown */
	char *key;              /* word behind it for filters, or NULL ("other") */
	struct point *points;   /* chart->n of them */
};

struct chart {
	char *id, *title, *unit;
	enum chart_form form;
	month_t first;          /* month of point 0; MONTH_UNKNOWN when points are categories */
	unsigned n;             /* points in each series */
	char **categories;      /* n names when first is MONTH_UNKNOWN, else NULL */
	char **category_keys;   /* n filter values behind them ("31..90", "!>=0": a leading ! negates), or NULL: the names */
	GPtrArray *series;      /* struct series * */
	double centre;          /* mean line or NAN */
	double limit;           /* a legal or target limit as a line, or NAN */
	char *limit_name;
	GPtrArray *notes;       /* char *: source, denominators, what was left out; shown under the chart */
	char *axis_field;       /* filter field behind the x axis: "received", "closed", "age"; or NULL */
	char *series_field;     /* filter field behind the series: "main", "district"; or NULL. Where a series has no key
	                         * ("other") it is what no other series of the chart is. */
	char *base_filter;      /* clauses that always hold: "state:open"; or NULL */
};
typedef struct chart chart_t;

struct chart *chart_new(const char *id, const char *title, const char *unit, enum chart_form form, month_t first, unsigned n);
struct series *chart_add(struct chart *chart, const char *name, const char *key);   /* points zeroed, limits NAN */
void chart_free(struct chart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(chart_t, chart_free)

/* True when the values are shares: somewhere numerator over denominator is the value itself. Shown in percent. */
bool chart_share(const struct chart *chart);
/* "Jul 2024" or the category; g_free. */
char *chart_point_name(const struct chart *chart, unsigned point);
/* The filter that shows the cases behind a point ("received:2024-07 class:force"), or NULL where there are none
 * (force reports). g_free. */
char *chart_point_filter(const struct chart *chart, unsigned series, unsigned point);
/* Two to six sentences: level, extremes, signals, gaps, what is still filling; one per line. g_free. */
char *chart_words(const struct chart *chart);

#endif
