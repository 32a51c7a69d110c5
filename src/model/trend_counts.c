/* Charts of counts by month: cases by class, cases by district, reports of force by type. */
#include "model/trend_private.h"

#include <inttypes.h>
#include "base/text.h"
#include "domain/stats.h"

#define SERIES_MOST 4         /* more lines than this cannot be told apart without colour (UX.md 6.4) */

#define SMALL_MEAN 5          /* cases a month; a c-chart of fewer is not read */

struct counting { struct trend *trend; struct tally tally; int *group_of; int limit; gint64 beyond; };

static void count_word(gint32 month, gint64 key, int body, gint64 count, void *data)
{
	struct counting *counting = data;
	(void) body;
	int word = key > 0 && key < counting->limit ? (int) key : 0;
	if (word && !counting->group_of[word])
		counting->group_of[word] = lexicon_group(counting->trend->lexicon, word, 0);
	tally_add(&counting->tally, word ? counting->group_of[word] : 0, month, count);
}

static bool count_cube(struct counting *counting, struct trend *trend, enum rollup_cube cube)
{
	counting->trend = trend;
	counting->limit = MAX(word_store_limit(trend->store), trend->index ? case_index_table(trend->index)->word_limit : 0);
	counting->group_of = g_new0(int, counting->limit + 1);
	tally_init(&counting->tally);
	return trend_cells(trend, cube, false, count_word, counting);
}

static void counting_clear(struct counting *counting)
{
	g_free(counting->group_of);
	tally_clear(&counting->tally);
}

/* A filtered chart keeps the months of the whole, so that a month without a match is a zero and not an end; but where the
 * filter itself bounds the time, its own months are the range. */
static void widen(struct counting *counting, enum rollup_cube cube)
{
	struct trend *trend = counting->trend;
	const struct case_query *query = trend->request->query;
	if (!query || case_query_bounds_time(query) || counting->tally.last == MONTH_UNKNOWN)
		return;
	struct trend_request all = *trend->request;
	all.query = NULL;
	struct trend whole = *trend;
	whole.request = &all;
	struct counting wide = { 0 };
	if (count_cube(&wide, &whole, cube)) {
		counting->tally.first = wide.tally.first;
		counting->tally.last = wide.tally.last;
	}
	trend->error = whole.error;
	counting_clear(&wide);
}

static gint64 shown_total(const struct tally *tally, int group, const struct trend_range *range)
{
	gint64 sum = 0;
	for (unsigned i = 0; i < range->n; i++)
		sum += tally_get(tally, group, range->first + (month_t) i);
	return sum;
}

struct ranked { int group; const char *key; gint64 total; };

static int by_total(const void *a, const void *b, void *data)
{
	const struct ranked *x = a, *y = b;
	(void) data;
	return x->total != y->total ? (x->total < y->total ? 1 : -1) : g_strcmp0(x->key, y->key);
}

/* The groups with counts in the months shown, commonest first; group 0 (no word) is never one of them. */
static GArray *rank_groups(const struct trend *trend, const struct tally *tally, const struct trend_range *range)
{
	GArray *ranked = g_array_new(FALSE, FALSE, sizeof(struct ranked));
	for (guint group = 1; group < tally->months->len; group++) {
		struct ranked one = { (int) group, lexicon_key(trend->lexicon, (int) group), shown_total(tally, (int) group, range) };
		if (one.total)
			g_array_append_val(ranked, one);
	}
	g_array_sort_with_data(ranked, by_total, NULL);
	return ranked;
}

static void add_months(struct series *series, const struct tally *tally, int group, const struct trend_range *range)
{
	for (unsigned i = 0; i < range->n; i++) {
		struct point *point = &series->points[i];
		point->n += tally_get(tally, group, range->first + (month_t) i);
		point->value = (double) point->n;
		point->flags = trend_flags(range, i);
	}
}

static void add_group(struct chart *chart, const struct counting *counting, int group, const struct trend_range *range)
{
	struct trend *trend = counting->trend;
	g_autofree char *name = text_clean(lexicon_group_label(trend->lexicon, group, trend->request->lang), -1, TEXT_CLEAN_LINE);
	add_months(chart_add(chart, name, lexicon_key(trend->lexicon, group)), &counting->tally, group, range);
}

/* Everything that has no series of its own, cases without the word included. */
static void add_rest(struct chart *chart, const struct counting *counting, const GArray *ranked, guint from, const struct trend_range *range)
{
	gint64 none = shown_total(&counting->tally, 0, range);
	if (from >= ranked->len && !none)
		return;
	struct series *rest = chart_add(chart, from < ranked->len ? _("other") : _("not given"), NULL);
	add_months(rest, &counting->tally, 0, range);
	for (guint i = from; i < ranked->len; i++)
		add_months(rest, &counting->tally, g_array_index(ranked, struct ranked, i).group, range);
	if (from < ranked->len && none)
		trend_note(chart, _("Other: %u less common ones, and %" PRId64 " not given."), ranked->len - from, none);
	else if (from < ranked->len)
		trend_note(chart, _("Other: %u less common ones."), ranked->len - from);
}

static struct chart *finish(struct counting *counting, struct chart *chart, const struct trend_range *range, const char *unknown)
{
	char number[28];
	trend_note_range(chart, range);
	if (counting->tally.unknown)
		trend_note(chart, unknown, text_number(counting->tally.unknown, number));
	return chart;
}

static struct chart *chart_commonest(struct counting *counting, enum rollup_cube cube)
{
	struct trend *trend = counting->trend;
	widen(counting, cube);
	struct trend_range range = trend_range(trend, counting->tally.first, counting->tally.last);
	struct chart *chart = trend_chart(trend, range.n ? range.first : month_of_day(trend->request->today), range.n);
	g_autoptr(GArray) ranked = rank_groups(trend, &counting->tally, &range);
	bool all = ranked->len + (shown_total(&counting->tally, 0, &range) ? 1 : 0) <= SERIES_MOST;
	guint own = all ? ranked->len : MIN(SERIES_MOST - 1, ranked->len);
	for (guint i = 0; i < own; i++)
		add_group(chart, counting, g_array_index(ranked, struct ranked, i).group, &range);
	add_rest(chart, counting, ranked, own, &range);
	return finish(counting, chart, &range, cube == CUBE_FORCE ? _("%s reports without a day are not shown.") :
		_("%s cases without a received day are not shown."));
}

/* Mean and 3-sigma limits over whole months (c-chart); below SMALL_MEAN the limits say nothing and are left out. */
static void add_limits(struct chart *chart, struct series *series)
{
	gint64 sum = 0, months = 0;
	for (unsigned i = 0; i < chart->n; i++)
		if (!(series->points[i].flags & POINT_FILLING)) {
			sum += series->points[i].n;
			months++;
		}
	if (!months || sum < months * SMALL_MEAN)
		return;
	chart->centre = (double) sum / (double) months;
	for (unsigned i = 0; i < chart->n; i++) {
		struct point *point = &series->points[i];
		if (point->flags & POINT_FILLING)
			continue;
		stats_c_limits(chart->centre, &point->lower, &point->upper);
		point->flags |= point->value > point->upper ? POINT_HIGH : point->value < point->lower ? POINT_LOW : 0;
	}
}

static struct chart *chart_intake(struct counting *counting)
{
	struct trend *trend = counting->trend;
	widen(counting, CUBE_CLASS);
	struct trend_range range = trend_range(trend, counting->tally.first, counting->tally.last);
	struct chart *chart = trend_chart(trend, range.n ? range.first : month_of_day(trend->request->today), range.n);
	struct series *series = chart_add(chart, _("received"), NULL);
	for (guint group = 0; group < counting->tally.months->len; group++)
		add_months(series, &counting->tally, (int) group, &range);
	add_limits(chart, series);
	return finish(counting, chart, &range, _("%s cases without a received day are not shown."));
}

struct chart *trend_intake(struct trend *trend)
{
	struct counting counting = { 0 };
	struct chart *chart = NULL;
	if (count_cube(&counting, trend, CUBE_CLASS)) {
		chart = chart_intake(&counting);
		chart->axis_field = g_strdup("received");
		trend_note_source(trend, chart, false);
	}
	counting_clear(&counting);
	return chart;
}

struct chart *trend_cases(struct trend *trend)
{
	struct counting counting = { 0 };
	struct chart *chart = NULL;
	if (count_cube(&counting, trend, CUBE_CLASS)) {
		chart = chart_commonest(&counting, CUBE_CLASS);
		chart->axis_field = g_strdup("received");
		chart->series_field = g_strdup("main");
		trend_note_source(trend, chart, false);
	}
	counting_clear(&counting);
	return chart;
}

struct chart *trend_force(struct trend *trend)
{
	struct counting counting = { 0 };
	struct trend_request all = *trend->request;
	struct trend whole = *trend;
	bool filtered = all.query && *case_query_text(all.query);
	struct chart *chart = NULL;
	all.query = NULL;
	whole.request = &all;
	if (count_cube(&counting, &whole, CUBE_FORCE)) {
		chart = chart_commonest(&counting, CUBE_FORCE);
		/* There are no cases behind a report of force. */
		g_clear_pointer(&chart->base_filter, g_free);
		trend_note(chart, "%s", _("A report is one officer's use of one type of force: one incident may have several."));
		if (filtered)
			trend_note(chart, "%s", _("The filter is about cases: this chart shows all reports of force."));
		trend_note_source(trend, chart, true);
	}
	trend->error = whole.error;
	counting_clear(&counting);
	return chart;
}

/* --- districts --- */

struct placed { int group, rank; char *collated; };

/* In the board's order; districts the board does not know by name after them. Never by count: that would be a league table. */
static int by_place(const void *a, const void *b, void *data)
{
	const struct placed *x = a, *y = b;
	(void) data;
	return x->rank != y->rank ? (x->rank < y->rank ? -1 : 1) : g_strcmp0(x->collated, y->collated);
}

static void placed_clear(void *data)
{
	g_free(((struct placed *) data)->collated);
}

struct chart *trend_districts(struct trend *trend)
{
	struct counting counting = { 0 };
	if (!count_cube(&counting, trend, CUBE_DISTRICT)) {
		counting_clear(&counting);
		return NULL;
	}
	widen(&counting, CUBE_DISTRICT);
	struct trend_range range = trend_range(trend, counting.tally.first, counting.tally.last);
	struct chart *chart = trend_chart(trend, range.n ? range.first : month_of_day(trend->request->today), range.n);
	g_autoptr(GArray) ranked = rank_groups(trend, &counting.tally, &range);
	guint own = trend->request->most ? MIN(trend->request->most, ranked->len) : ranked->len;
	g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(struct placed));
	for (guint i = 0; i < own; i++) {
		int group = g_array_index(ranked, struct ranked, i).group;
		const char *label = lexicon_group_label(trend->lexicon, group, trend->request->lang);
		struct placed one = { group, lexicon_rank(trend->lexicon, group), g_utf8_collate_key_for_filename(label, -1) };
		g_array_append_val(placed, one);
	}
	g_array_set_clear_func(placed, placed_clear);
	g_array_sort_with_data(placed, by_place, NULL);
	for (guint i = 0; i < placed->len; i++)
		add_group(chart, &counting, g_array_index(placed, struct placed, i).group, &range);
	/* Beside a few districts all others together would only set the scale. */
	if (own == ranked->len || !trend->request->most)
		add_rest(chart, &counting, ranked, own, &range);
	else
		trend_note(chart, _("The %u with most cases; %u more are not shown."), own, ranked->len - own);
	chart->axis_field = g_strdup("received");
	chart->series_field = g_strdup("district");
	trend_note(chart, "%s", _("Counts, not rates: districts differ in people, stops and calls."));
	finish(&counting, chart, &range, _("%s cases without a received day are not shown."));
	counting_clear(&counting);
	return chart;
}
