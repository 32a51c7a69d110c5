#include "model/trend_private.h"
#include "base/text.h"
#include "store/raw_store.h"
#include <string.h>

static struct chart *(*const loaders[METRICS])(struct trend *) = {
	[METRIC_INTAKE] = trend_intake,
	[METRIC_CASES] = trend_cases,
	[METRIC_AGEING] = trend_ageing,
	[METRIC_CLOSE] = trend_close,
	[METRIC_SUSTAINED] = trend_sustained,
	[METRIC_FORCE] = trend_force,
	[METRIC_STAGES] = trend_stages,
	[METRIC_DISTRICTS] = trend_districts,
};

struct chart *trend_load(struct store *store, const struct board *board, const struct case_index *index,
	const struct trend_request *request, GError **error)
{
	struct trend trend = { .request = request, .store = store, .board = board };
	trend.index = index && case_index_usable(index) ? index : NULL;
	trend.lexicon = index ? case_index_lexicon(index) : lexicon_new(store, board);
	if (request->body) {
		int word = word_store_find(store, WORDS_BODY, request->body->id);
		trend.body = word ? word : -1;
	}
	struct chart *chart = loaders[request->metric](&trend);
	if (!index)
		lexicon_free(trend.lexicon);
	if (trend.error) {
		chart_free(chart);
		g_propagate_error(error, trend.error);
		return NULL;
	}
	return chart;
}

struct chart *trend_chart(const struct trend *trend, month_t first, unsigned n)
{
	const struct metric_info *info = metric_info(trend->request->metric);
	struct chart *chart = chart_new(info->id, _(info->title), _(info->unit), info->form, first, n);
	const char *text = trend->request->query ? case_query_text(trend->request->query) : "";
	g_autofree char *filter = g_strstrip(g_strdup(text));
	if (*filter) {
		chart->base_filter = g_strdup(filter);
		trend_note(chart, _("Only cases matching: %s"), filter);
	}
	if (trend->request->body)
		trend_clause(chart, "body:%s", trend->request->body->id);
	return chart;
}

void trend_note(struct chart *chart, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_ptr_array_add(chart->notes, g_strdup_vprintf(format, arguments));
	va_end(arguments);
}

void trend_clause(struct chart *chart, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *clause = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	char *joined = chart->base_filter ? g_strconcat(chart->base_filter, " ", clause, NULL) : g_strdup(clause);
	g_free(chart->base_filter);
	chart->base_filter = joined;
}

char *trend_quote(const char *value)
{
	return strpbrk(value, " ,\t") ? g_strdup_printf("\"%s\"", value) : g_strdup(value);
}

struct trend_range trend_range(const struct trend *trend, month_t first, month_t last)
{
	day_t today = trend->request->today;
	int days = MAX(trend->board->filling_days, 0);
	month_t now = month_of_day(today), filling = month_of_day(today - days);
	struct trend_range range = { .first = MONTH_UNKNOWN, .filling = filling };
	if (last == MONTH_UNKNOWN)
		return range;
	if (last >= filling - 1) {
		last = MAX(last, now);
	} else {
		range.old = true;
		range.filling = month_of_day(month_first_day(last + 1) - MAX(days, 1));
	}
	int months = trend->request->months;
	range.n = (unsigned) (last - first + 1);
	if (months > 0 && range.n > (unsigned) months)
		range.n = (unsigned) months;
	range.first = last - (month_t) range.n + 1;
	return range;
}

static char *month_words(month_t month)
{
	struct chart one = { .first = month, .n = 1 };
	return chart_point_name(&one, 0);
}

void trend_note_range(struct chart *chart, const struct trend_range *range)
{
	if (!range->n) {
		trend_note(chart, "%s", _("There are no data with a date for this chart."));
		return;
	}
	month_t last = range->first + (month_t) range->n - 1;
	g_autofree char *end = month_words(last);
	if (range->old)
		trend_note(chart, _("No newer data than %s, which may be cut short by the day the data were taken."), end);
	else if (range->filling <= last) {
		g_autofree char *since = month_words(MAX(range->filling, range->first));
		trend_note(chart, _("From %s on counts still grow: hollow points, left out of mean and limits."), since);
	}
}

/* The newest import of the kind of data the chart shows is its source; demonstration data have none. */
void trend_note_source(const struct trend *trend, struct chart *chart, bool force)
{
	(void) force;
	g_autoptr(GPtrArray) sources = raw_store_sources(trend->store, NULL);
	if (!sources || sources->len == 0)
		return;
	const struct source_record *newest = sources->pdata[0];
	char day[DAY_ISO_SIZE];
	g_autofree char *name = text_clean(newest->name ? newest->name : "", -1, TEXT_CLEAN_LINE);
	day_iso(instant_day(newest->imported, trend->board->zone), day);
	if (sources->len == 1)
		trend_note(chart, _("Source: %s, imported %s."), name, day);
	else
		trend_note(chart, _("Source: %u files, the newest %s, imported %s."), sources->len, name, day);
}
