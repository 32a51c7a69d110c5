/* Charts of time: days to close, ageing of open cases. */
#include "model/trend_private.h"
#include "base/text.h"
#include "domain/stats.h"
#include <math.h>

#define SMALL 5               /* fewer than this: no quantile or share is read from it */

struct pair { int days; gint64 count; };

static int by_days(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	return x->days < y->days ? -1 : x->days > y->days;
}

static int quantile(GArray *pairs, double q, gint64 *n)
{
	*n = 0;
	if (!pairs || !pairs->len)
		return -1;
	g_array_sort(pairs, by_days);
	g_autofree int *days = g_new(int, pairs->len);
	g_autofree gint64 *counts = g_new(gint64, pairs->len);
	for (guint i = 0; i < pairs->len; i++) {
		days[i] = g_array_index(pairs, struct pair, i).days;
		counts[i] = g_array_index(pairs, struct pair, i).count;
		*n += counts[i];
	}
	return stats_quantile(days, counts, pairs->len, q);
}

/* --- days to close --- */

struct closing { GHashTable *months; month_t first, last; gint64 backwards; };      /* month -> GArray of struct pair */

static void take_closed(gint32 month, gint64 days, int body, gint64 count, void *data)
{
	struct closing *closing = data;
	(void) body;
	if (days < 0 || month == MONTH_UNKNOWN) {
		closing->backwards += count;
		return;
	}
	GArray *pairs = g_hash_table_lookup(closing->months, GINT_TO_POINTER(month));
	if (!pairs) {
		pairs = g_array_new(FALSE, FALSE, sizeof(struct pair));
		g_hash_table_insert(closing->months, GINT_TO_POINTER(month), pairs);
	}
	struct pair one = { (int) MIN(days, G_MAXINT), count };
	g_array_append_val(pairs, one);
	if (closing->first == MONTH_UNKNOWN || month < closing->first)
		closing->first = month;
	if (closing->last == MONTH_UNKNOWN || month > closing->last)
		closing->last = month;
}

static void add_quantile(struct chart *chart, const char *name, double q, const struct closing *closing, const struct trend_range *range)
{
	struct series *series = chart_add(chart, name, NULL);
	for (unsigned i = 0; i < range->n; i++) {
		struct point *point = &series->points[i];
		int days = quantile(g_hash_table_lookup(closing->months, GINT_TO_POINTER(range->first + (month_t) i)), q, &point->n);
		point->value = days < 0 ? 0 : days;
		point->flags = days < 0 ? POINT_MISSING : trend_flags(range, i) | (point->n < SMALL ? POINT_SMALL : 0);
	}
}

static void take_open(gint32 day, gint64 key, int body, gint64 count, void *data);
struct open { day_t today; GArray *pairs; gint64 unknown, total; };

static bool read_open(struct trend *trend, struct open *open)
{
	*open = (struct open) { .today = trend->request->today, .pairs = g_array_new(FALSE, FALSE, sizeof(struct pair)) };
	return trend_cells(trend, CUBE_OPEN_DAY, false, take_open, open);
}

/* Only slow cases stay open: their age stands beside the days to close, or the chart would flatter. */
static void note_open(struct trend *trend, struct chart *chart)
{
	struct open open;
	gint64 n;
	char number[28], days[28];
	if (read_open(trend, &open) && open.total) {
		int median = quantile(open.pairs, 0.5, &n);
		if (median >= 0)
			trend_note(chart, _("%s cases are still open and not in here; their median age is %s days."),
				text_number(open.total, number), text_number(median, days));
	}
	g_array_unref(open.pairs);
}

struct chart *trend_close(struct trend *trend)
{
	struct closing closing = { .first = MONTH_UNKNOWN, .last = MONTH_UNKNOWN };
	struct chart *chart = NULL;
	closing.months = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
	if (trend_cells(trend, CUBE_CLOSE_DAYS, false, take_closed, &closing)) {
		struct trend_range range = trend_range(trend, closing.first, closing.last);
		char number[28];
		chart = trend_chart(trend, range.n ? range.first : month_of_day(trend->request->today), range.n);
		trend_clause(chart, "state:closed age:>=0");
		chart->axis_field = g_strdup("closed");
		if (range.n) {
			add_quantile(chart, _("median"), 0.5, &closing, &range);
			add_quantile(chart, _("90th percentile"), 0.9, &closing, &range);
		}
		trend_note(chart, "%s", _("By month of closing; nearest rank; months with fewer than 5 closed cases are marked small."));
		if (range.n)
			trend_note_range(chart, &range);
		else
			trend_note(chart, "%s", _("No closed case has both the day it was received and the day it was closed."));
		if (closing.backwards)
			trend_note(chart, _("%s cases closed before they were received are left out."), text_number(closing.backwards, number));
		note_open(trend, chart);
	}
	g_hash_table_unref(closing.months);
	return chart;
}

/* --- ageing of open cases --- */

static void take_open(gint32 day, gint64 key, int body, gint64 count, void *data)
{
	struct open *open = data;
	(void) key;
	(void) body;
	open->total += count;
	if (day == DAY_UNKNOWN || day > open->today) {
		open->unknown += count;
		return;
	}
	struct pair one = { open->today - day, count };
	g_array_append_val(open->pairs, one);
}

static void set_category(struct chart *chart, unsigned i, char *name, char *key)
{
	chart->categories[i] = name;
	chart->category_keys[i] = key;
}

static void name_buckets(struct chart *chart, const struct ageing_limits *limits, bool unknown)
{
	int from = 0;
	for (unsigned i = 0; i < limits->n; i++) {
		set_category(chart, i, g_strdup_printf(_("%d–%d d"), from, limits->days[i]), g_strdup_printf("%d..%d", from, limits->days[i]));
		from = limits->days[i] + 1;
	}
	if (limits->n)
		set_category(chart, limits->n, g_strdup_printf(_("over %d d"), from - 1), g_strdup_printf(">=%d", from));
	else
		set_category(chart, 0, g_strdup(_("any age")), g_strdup(">=0"));
	if (unknown)
		set_category(chart, limits->n + 1, g_strdup(_("not known")), g_strdup("!>=0"));
}

static void fill_buckets(struct series *series, const struct ageing_limits *limits, const struct open *open)
{
	for (guint i = 0; i < open->pairs->len; i++) {
		const struct pair *pair = &g_array_index(open->pairs, struct pair, i);
		unsigned bucket = 0;
		while (bucket < limits->n && pair->days > limits->days[bucket])
			bucket++;
		series->points[bucket].n += pair->count;
	}
	if (open->unknown)
		series->points[limits->n + 1].n = open->unknown;
}

/* The first clock of the body's workflow is the legal limit; business days and hours are turned into calendar days. */
static void add_limit(const struct trend *trend, struct chart *chart)
{
	const struct body *body = trend->request->body ? trend->request->body : trend->board->bodies->len ? trend->board->bodies->pdata[0] : NULL;
	const struct workflow *workflow = body ? body->workflow : NULL;
	if (!workflow || !workflow->clocks->len)
		return;
	const struct clock_rule *clock = workflow->clocks->pdata[0];
	const char *label = labels_get(&clock->label, trend->request->lang);
	chart->limit = clock->unit == CLOCK_HOURS ? ceil(clock->length / 24.0) : clock->unit == CLOCK_BUSINESS_DAYS ?
		ceil(clock->length * 7 / 5.0) : clock->length;
	chart->limit_name = clock->source ? g_strdup_printf(_("%s (%s)"), label, clock->source) : g_strdup(label);
	if (clock->unit == CLOCK_BUSINESS_DAYS)
		trend_note(chart, _("Limit: %s, %d business days, about %.0f days."), chart->limit_name, clock->length, chart->limit);
	else
		trend_note(chart, _("Limit: %s, %.0f days."), chart->limit_name, chart->limit);
}

/* Ages run to today: where the data are older, a case may be long closed and we would not know. */
static void take_last(gint32 month, gint64 key, int body, gint64 count, void *data)
{
	month_t *last = data;
	(void) key;
	(void) body;
	(void) count;
	if (month != MONTH_UNKNOWN && (*last == MONTH_UNKNOWN || month > *last))
		*last = month;
}

static void note_old(struct trend *trend, struct chart *chart)
{
	struct trend_request all = *trend->request;
	struct trend whole = *trend;
	month_t last = MONTH_UNKNOWN;
	all.query = NULL;
	whole.request = &all;
	trend_cells(&whole, CUBE_CLASS, false, take_last, &last);
	trend->error = whole.error;
	struct trend_range range = trend_range(trend, last, last);
	struct chart one = { .first = last, .n = 1 };
	g_autofree char *name = last == MONTH_UNKNOWN ? NULL : chart_point_name(&one, 0);
	if (name && range.old)
		trend_note(chart, _("Ages run to today, but the newest case is of %s: cases may have been closed since."), name);
}

struct chart *trend_ageing(struct trend *trend)
{
	const struct ageing_limits *limits = &trend->board->ageing;
	struct open open;
	struct chart *chart = NULL;
	char number[28], days[28];
	if (read_open(trend, &open)) {
		gint64 n;
		int median = quantile(open.pairs, 0.5, &n), oldest = quantile(open.pairs, 1, &n);
		chart = trend_chart(trend, MONTH_UNKNOWN, limits->n + 1 + (open.unknown > 0));
		chart->category_keys = g_new0(char *, chart->n + 1);
		trend_clause(chart, "state:open");
		chart->axis_field = g_strdup("age");
		name_buckets(chart, limits, open.unknown > 0);
		struct series *series = chart_add(chart, _("open cases"), NULL);
		fill_buckets(series, limits, &open);
		for (unsigned i = 0; i < chart->n; i++)
			series->points[i].value = (double) series->points[i].n;
		if (median >= 0)
			trend_note(chart, _("Median age %s days, oldest %s days."), text_number(median, number), text_number(oldest, days));
		add_limit(trend, chart);
		if (open.total)
			note_old(trend, chart);
		trend_note_source(trend, chart, false);
	}
	g_array_unref(open.pairs);
	return chart;
}
