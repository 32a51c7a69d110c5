#include "model/overview.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/raw_store.h"
#include "store/rollup_store.h"
#include <string.h>

/* --- open cases --- */

struct opening {
	day_t today;
	GArray *facts;                /* struct case_facts, by deadline */
	bool due_known;               /* the last one had a deadline */
};

/* Cases come by deadline, those without one last: once the pane is full of deadlines, the rest cannot show. Those without one
 * must all be seen, for the oldest come first among them. */
static bool take_open(const struct case_facts *facts, void *data)
{
	struct opening *opening = data;
	if (facts->due == DAY_UNKNOWN && opening->facts->len >= OVERVIEW_ROWS && opening->due_known)
		return false;
	opening->due_known = facts->due != DAY_UNKNOWN;
	if (opening->due_known && opening->facts->len >= OVERVIEW_ROWS)
		return false;
	g_array_append_vals(opening->facts, facts, 1);
	return true;
}

static int by_urgency(const void *a, const void *b)
{
	const struct case_facts *x = a, *y = b;
	gint64 due_x = x->due == DAY_UNKNOWN ? G_MAXINT64 : x->due, due_y = y->due == DAY_UNKNOWN ? G_MAXINT64 : y->due;
	gint64 from_x = x->received == DAY_UNKNOWN ? G_MAXINT64 : x->received, from_y = y->received == DAY_UNKNOWN ? G_MAXINT64 : y->received;
	if (due_x != due_y)
		return due_x < due_y ? -1 : 1;
	if (from_x != from_y)
		return from_x < from_y ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

static bool load_rows(struct overview *overview, struct store *store, struct lexicon *lexicon, const char *lang, day_t today, GError **error)
{
	g_autoptr(GArray) facts = g_array_new(FALSE, FALSE, sizeof(struct case_facts));
	struct opening opening = { .today = today, .facts = facts, .due_known = true };
	if (!case_store_open_by_due(store, 0, take_open, &opening, error))
		return false;
	g_array_sort(facts, by_urgency);
	overview->n = MIN(facts->len, OVERVIEW_ROWS);
	overview->rows = g_new0(struct case_row, overview->n + 1);
	for (unsigned i = 0; i < overview->n; i++) {
		const struct case_facts *one = &g_array_index(facts, struct case_facts, i);
		struct case_line line;
		bool found = case_store_line(store, one->id, &line);
		case_row_fill(&overview->rows[i], one, found ? line.number : "", lexicon, today, lang);
	}
	return true;
}

/* --- ages and stages, from the rollups --- */

struct ages { day_t today; GArray *pairs; gint64 known; int oldest; };
struct age { int days; gint64 count; };

/* Days come ascending, so ages descending: the first is the oldest. */
static void take_age(gint32 day, gint64 key, gint64 count, void *data)
{
	struct ages *ages = data;
	(void) key;
	if (day == DAY_UNKNOWN || day > ages->today || count <= 0)
		return;
	struct age one = { ages->today - day, count };
	if (ages->oldest < 0)
		ages->oldest = one.days;
	ages->known += count;
	g_array_append_val(ages->pairs, one);
}

static bool load_ages(struct overview *overview, struct store *store, day_t today, GError **error)
{
	struct ages ages = { .today = today, .pairs = g_array_new(FALSE, FALSE, sizeof(struct age)), .oldest = -1 };
	bool good = rollup_store_read(store, CUBE_OPEN_DAY, 0, G_MININT32, G_MAXINT32, take_age, &ages, error);
	/* Nearest rank from below is the (known - rank + 1)th from above. */
	gint64 left = ages.known - (ages.known + 1) / 2 + 1;
	overview->median_age = -1;
	overview->oldest_age = ages.oldest;
	for (guint i = 0; i < ages.pairs->len && overview->median_age < 0; i++) {
		left -= g_array_index(ages.pairs, struct age, i).count;
		if (left <= 0)
			overview->median_age = g_array_index(ages.pairs, struct age, i).days;
	}
	g_array_unref(ages.pairs);
	return good;
}

struct staging {
	struct store *store;
	const struct board *board;
	struct lexicon *lexicon;
	const char *lang;
	GHashTable *count;            /* state word -> gint64 */
};

static void take_state(gint32 month, gint64 word, gint64 count, void *data)
{
	struct staging *staging = data;
	(void) month;
	g_hash_table_insert(staging->count, GSIZE_TO_POINTER((gsize) word), GSIZE_TO_POINTER((gsize) count));
}

static void stage_free(void *data)
{
	struct overview_stage *stage = data;
	g_free(stage->label);
	g_free(stage);
}

static void add_stage(struct overview *overview, struct staging *staging, const struct state *state)
{
	int word = word_store_find(staging->store, WORDS_STATE, state->id);
	gint64 count = (gint64) GPOINTER_TO_SIZE(g_hash_table_lookup(staging->count, GSIZE_TO_POINTER((gsize) word)));
	if (!word || !count || state->terminal || !g_hash_table_remove(staging->count, GSIZE_TO_POINTER((gsize) word)))
		return;
	struct overview_stage *stage = g_new0(struct overview_stage, 1);
	stage->label = g_strdup(lexicon_label(staging->lexicon, word, 0, staging->lang));
	stage->count = count;
	g_ptr_array_add(overview->by_stage, stage);
}

/* The states a case may be open in, in the order of the workflows. */
static bool load_stages(struct overview *overview, struct staging *staging, GError **error)
{
	staging->count = g_hash_table_new(NULL, NULL);
	overview->by_stage = g_ptr_array_new_with_free_func(stage_free);
	bool good = rollup_store_read(staging->store, CUBE_STATE, 0, G_MININT32, G_MAXINT32, take_state, staging, error);
	for (guint i = 0; i < staging->board->workflows->len; i++) {
		const struct workflow *workflow = staging->board->workflows->pdata[i];
		for (guint k = 0; k < workflow->states->len; k++)
			add_stage(overview, staging, workflow->states->pdata[k]);
	}
	g_hash_table_unref(staging->count);
	return good;
}

/* --- the month --- */

static void take_sum(gint32 month, gint64 key, gint64 count, void *data)
{
	(void) month;
	(void) key;
	*(gint64 *) data += count;
}

/* The month spoken of is the last of the headline's kind of data: the present one, or the last one there is. */
static bool load_month(struct overview *overview, struct store *store, const struct chart *districts, day_t today, GError **error)
{
	month_t month = districts->n ? districts->first + (month_t) districts->n - 1 : month_of_day(today);
	struct chart one = { .first = month, .n = 1 };
	overview->month_name = chart_point_name(&one, 0);
	return rollup_store_read(store, CUBE_CLASS, 0, month, month, take_sum, &overview->opened_month, error) &&
		rollup_store_read(store, CUBE_CLOSE_DAYS, 0, month, month, take_sum, &overview->closed_month, error);
}

static char *data_as_of(struct store *store, const struct board *board)
{
	g_autoptr(GPtrArray) sources = raw_store_sources(store, NULL);
	if (!sources || !sources->len)
		return NULL;
	const struct source_record *newest = sources->pdata[0];
	static const char *const months[] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
		N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };
	g_autofree char *name = text_clean(newest->name ? newest->name : "", -1, TEXT_CLEAN_LINE);
	int year, month, mday;
	day_to_civil(instant_day(newest->imported, board->zone), &year, &month, &mday);
	/* The day first: a long name is cut, and the age of the data is not. */
	return g_strdup_printf("%d %s %d, %s", mday, _(months[month - 1]), year, name);
}

char *overview_counts(const struct overview *overview)
{
	char open[28], overdue[28];
	unsigned long n = (unsigned long) overview->open, late = (unsigned long) overview->overdue;
	g_autofree char *first = g_strdup_printf(ngettext("%s open", "%s open", n), text_number(overview->open, open));
	g_autofree char *second = g_strdup_printf(ngettext("%s overdue", "%s overdue", late), text_number(overview->overdue, overdue));
	return g_strdup_printf("%s, %s", first, second);
}

/* --- all together --- */

static struct chart *load_chart(struct store *store, const struct board *board, const char *lang, day_t today, enum metric metric,
	int months, unsigned most, GError **error)
{
	struct trend_request request = { .metric = metric, .months = months, .today = today, .lang = lang, .most = most };
	return trend_load(store, board, NULL, &request, error);
}

static enum metric headline(const struct board *board)
{
	enum metric metric = board->metrics && board->metrics[0] ? metric_find(board->metrics[0]) : METRIC_INTAKE;
	return metric < METRICS ? metric : METRIC_INTAKE;
}

struct overview *overview_load(struct store *store, const struct board *board, const char *lang, day_t today, instant_t now, GError **error)
{
	/* GLib keeps a zone only while somebody holds it; reading it anew for every date would cost more than all the rest. */
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(board->zone);
	struct overview *overview = g_new0(struct overview, 1);
	struct lexicon *lexicon = lexicon_new(store, board);
	struct staging staging = { store, board, lexicon, lang, NULL };
	bool good = case_store_counts(store, 0, today, &overview->all, &overview->open, &overview->overdue, error) &&
		load_rows(overview, store, lexicon, lang, today, error) &&
		load_ages(overview, store, today, error) && load_stages(overview, &staging, error) &&
		(overview->headline = load_chart(store, board, lang, today, headline(board), 24, 0, error)) &&
		(overview->ageing = load_chart(store, board, lang, today, METRIC_AGEING, 0, 0, error)) &&
		(overview->districts = load_chart(store, board, lang, today, METRIC_DISTRICTS, 12, 8, error)) &&
		load_month(overview, store, overview->districts, today, error) &&
		(overview->agenda = agenda_model_load(store, board, lang, now, 0, error));
	lexicon_free(lexicon);
	if (!good) {
		overview_free(overview);
		return NULL;
	}
	overview->data_as_of = data_as_of(store, board);
	return overview;
}

void overview_free(struct overview *overview)
{
	if (!overview)
		return;
	for (unsigned i = 0; i < overview->n; i++)
		case_row_clear(&overview->rows[i]);
	g_free(overview->rows);
	chart_free(overview->headline);
	chart_free(overview->ageing);
	chart_free(overview->districts);
	agenda_model_free(overview->agenda);
	g_free(overview->month_name);
	if (overview->by_stage)
		g_ptr_array_unref(overview->by_stage);
	g_free(overview->data_as_of);
	g_free(overview);
}
