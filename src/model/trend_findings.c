/* Charts of findings: the sustained share by month, findings by stage. */
#include "model/disagreements.h"
#include "model/trend_private.h"
#include "base/text.h"
#include "domain/stats.h"
#include <math.h>

#define SMALL 5               /* a share of fewer is not read */

/* Most deciding first. */
static const enum stage deciding[STAGES] = { STAGE_FINAL, STAGE_BOARD, STAGE_CHIEF, STAGE_INVESTIGATOR };

/* One count of the cube, kept until it is known which stage decides. */
struct finding { month_t month; int word, body; enum stage stage; gint64 count; };

static void take_finding(gint32 month, gint64 key, int body, gint64 count, void *data)
{
	struct finding one = { month, (int) (key / 4), body, (enum stage) (key % 4), count };
	g_array_append_val((GArray *) data, one);
}

static unsigned finding_flags(const struct trend *trend, const struct finding *finding)
{
	const struct term *term = lexicon_term(trend->lexicon, finding->word, finding->body);
	return term ? term->flags : 0;
}

/* By body word: 1 + the stage that decides, or 0. */
static GHashTable *find_deciding(const struct trend *trend, const GArray *findings)
{
	GHashTable *seen = g_hash_table_new(NULL, NULL), *stage_of = g_hash_table_new(NULL, NULL);
	GHashTableIter iter;
	gpointer body, stages;
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = &g_array_index(findings, struct finding, i);
		if (!(finding_flags(trend, finding) & TERM_MERITS))
			continue;
		unsigned mask = GPOINTER_TO_UINT(g_hash_table_lookup(seen, GINT_TO_POINTER(finding->body))) | 1u << finding->stage;
		g_hash_table_insert(seen, GINT_TO_POINTER(finding->body), GUINT_TO_POINTER(mask));
	}
	g_hash_table_iter_init(&iter, seen);
	while (g_hash_table_iter_next(&iter, &body, &stages))
		for (int i = 0; i < STAGES; i++)
			if (GPOINTER_TO_UINT(stages) >> deciding[i] & 1) {
				g_hash_table_insert(stage_of, body, GUINT_TO_POINTER(1 + deciding[i]));
				break;
			}
	g_hash_table_unref(seen);
	return stage_of;
}

/* --- the sustained share --- */

enum { SUSTAINED_ROW, MERITS_ROW, PENDING_ROW };      /* groups of the tally */

struct share {
	struct tally tally;
	unsigned stages;              /* bits of the stages that decide in some body */
	GHashTable *keys;             /* filter values of sustained findings */
};

static void count_share(const struct trend *trend, const GArray *findings, struct share *share)
{
	g_autoptr(GHashTable) stage_of = find_deciding(trend, findings);
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = &g_array_index(findings, struct finding, i);
		unsigned stage = GPOINTER_TO_UINT(g_hash_table_lookup(stage_of, GINT_TO_POINTER(finding->body)));
		unsigned flags = finding_flags(trend, finding);
		if (stage != 1u + finding->stage)
			continue;
		share->stages |= 1u << finding->stage;
		if (flags & TERM_MERITS)
			tally_add(&share->tally, MERITS_ROW, finding->month, finding->count);
		else if (flags & TERM_PENDING)
			tally_add(&share->tally, PENDING_ROW, finding->month, finding->count);
		if (!(flags & TERM_MERITS) || !(flags & TERM_SUSTAINED))
			continue;
		gint64 unknown = share->tally.unknown;      /* counted already, on the merits */
		tally_add(&share->tally, SUSTAINED_ROW, finding->month, finding->count);
		share->tally.unknown = unknown;
		int group = lexicon_group(trend->lexicon, finding->word, finding->body);
		g_hash_table_add(share->keys, trend_quote(lexicon_key(trend->lexicon, group)));
	}
}

static void fill_share(struct chart *chart, const struct share *share, const struct trend_range *range)
{
	struct series *series = chart_add(chart, _("sustained"), NULL);
	gint64 sustained = 0, merits = 0;
	for (unsigned i = 0; i < range->n; i++) {
		struct point *point = &series->points[i];
		point->n = tally_get(&share->tally, SUSTAINED_ROW, range->first + (month_t) i);
		point->d = tally_get(&share->tally, MERITS_ROW, range->first + (month_t) i);
		point->value = point->d ? (double) point->n / (double) point->d : 0;
		point->flags = point->d ? trend_flags(range, i) | (point->d < SMALL ? POINT_SMALL : 0) : POINT_MISSING;
		if (!(point->flags & (POINT_FILLING | POINT_MISSING))) {
			sustained += point->n;
			merits += point->d;
		}
	}
	if (!merits)
		return;
	chart->centre = (double) sustained / (double) merits;
	for (unsigned i = 0; i < range->n; i++) {
		struct point *point = &series->points[i];
		if (point->flags & (POINT_FILLING | POINT_MISSING))
			continue;
		stats_p_limits(chart->centre, point->d, &point->lower, &point->upper);
		if (point->flags & POINT_SMALL)
			continue;
		point->flags |= point->value > point->upper ? POINT_HIGH : point->value < point->lower ? POINT_LOW : 0;
	}
}

static const char *stage_label(const struct trend *trend, enum stage stage)
{
	const char *own = board_stage(trend->board, stage, trend->request->lang);
	return own ? own : stage_title(stage);
}

static char *stage_names(const struct trend *trend, unsigned stages)
{
	GString *names = g_string_new(NULL);
	for (int i = 0; i < STAGES; i++)
		if (stages >> deciding[i] & 1)
			g_string_append_printf(names, "%s%s", names->len ? ", " : "", stage_label(trend, deciding[i]));
	return g_string_free(names, FALSE);
}

static int by_text(const void *a, const void *b)
{
	return g_strcmp0(*(char *const *) a, *(char *const *) b);
}

/* The cases behind a point: those with a sustained finding at the stage that decides. */
static void share_filter(struct chart *chart, const struct share *share)
{
	static const char *const fields[] = { "finding.investigator", "finding.board", "finding.chief", "finding.final" };
	bool one = share->stages && !(share->stages & (share->stages - 1));
	const char *field = one ? fields[__builtin_ctz(share->stages)] : "finding";
	g_autofree char **keys = (char **) g_hash_table_get_keys_as_array(share->keys, NULL);
	if (!*keys)
		return;
	qsort(keys, g_strv_length(keys), sizeof *keys, by_text);
	g_autofree char *values = g_strjoinv(",", keys);
	trend_clause(chart, "%s:%s", field, values);
	chart->axis_field = g_strdup("received");
}

static void note_share(const struct trend *trend, struct chart *chart, const struct share *share, const struct trend_range *range)
{
	g_autofree char *stages = stage_names(trend, share->stages);
	gint64 pending = 0;
	char number[28];
	for (unsigned i = 0; i < range->n; i++)
		pending += tally_get(&share->tally, PENDING_ROW, range->first + (month_t) i);
	if (*stages)
		trend_note(chart, _("Sustained among findings on the merits (stage: %s), by allegation, in the month its case was received."), stages);
	trend_note_range(chart, range);
	if (pending)
		trend_note(chart, _("%s allegations of these months have no finding yet: the share will still move."), text_number(pending, number));
	if (share->tally.unknown)
		trend_note(chart, _("%s findings of cases without a received day are not shown."), text_number(share->tally.unknown, number));
}

struct chart *trend_sustained(struct trend *trend)
{
	g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(struct finding));
	if (!trend_cells(trend, CUBE_FINDING, true, take_finding, findings))
		return NULL;
	struct share share = { .keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
	tally_init(&share.tally);
	count_share(trend, findings, &share);
	struct trend_range range = trend_range(trend, share.tally.first, share.tally.last);
	struct chart *chart = trend_chart(trend, range.n ? range.first : month_of_day(trend->request->today), range.n);
	share_filter(chart, &share);
	if (range.n)
		fill_share(chart, &share, &range);
	note_share(trend, chart, &share, &range);
	trend_note_source(trend, chart, false);
	tally_clear(&share.tally);
	g_hash_table_unref(share.keys);
	return chart;
}

/* --- findings by stage --- */

struct category { int group; int rank; const char *key; gint64 count[STAGES], total; };

static int by_rank(const void *a, const void *b)
{
	const struct category *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->total != y->total ? (x->total > y->total ? -1 : 1) : g_strcmp0(x->key, y->key);
}

/* The findings given, in the board's order, then unknown words by how common they are. */
static GArray *find_categories(const struct trend *trend, const GArray *findings, unsigned *stages)
{
	GArray *categories = g_array_new(FALSE, TRUE, sizeof(struct category));
	g_autoptr(GHashTable) at = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = &g_array_index(findings, struct finding, i);
		int group = lexicon_group(trend->lexicon, finding->word, finding->body);
		guint place = GPOINTER_TO_UINT(g_hash_table_lookup(at, GINT_TO_POINTER(group)));
		if (!place) {
			struct category one = { .group = group, .key = lexicon_key(trend->lexicon, group) };
			g_array_append_val(categories, one);
			place = categories->len;
			g_hash_table_insert(at, GINT_TO_POINTER(group), GUINT_TO_POINTER(place));
		}
		struct category *category = &g_array_index(categories, struct category, place - 1);
		category->count[finding->stage] += finding->count;
		category->total += finding->count;
		*stages |= 1u << finding->stage;
	}
	for (guint i = 0; i < categories->len; i++) {
		struct category *category = &g_array_index(categories, struct category, i);
		category->rank = lexicon_rank(trend->lexicon, category->group);
	}
	g_array_sort(categories, by_rank);
	return categories;
}

static void add_stage(const struct trend *trend, struct chart *chart, const GArray *categories, enum stage stage)
{
	g_autofree char *field = g_strconcat("finding.", stage_name(stage), NULL);
	struct series *series = chart_add(chart, stage_label(trend, stage), field);
	for (guint i = 0; i < categories->len; i++) {
		series->points[i].n = g_array_index(categories, struct category, i).count[stage];
		series->points[i].value = (double) series->points[i].n;
	}
}

static bool no_case(id_t64 id, void *data)
{
	(void) id;
	(void) data;
	return true;
}

static gint64 count_disagreements(struct trend *trend)
{
	const struct case_query *query = trend->request->query;
	const struct case_table *table = query ? case_query_table(query) : trend->index ? case_index_table(trend->index) : NULL;
	gint64 differ = 0;
	if (!table || !table->done) {
		if (trend->body == 0)
			case_store_disagreements(trend->store, no_case, NULL, &differ, &trend->error);
		return differ;
	}
	const guint64 *bits = query ? case_query_bits(query) : NULL;
	struct disagreements compare = disagreements_of(table, trend->lexicon);
	for (guint32 i = 0; i < table->said; i++) {
		guint32 row = table->said_case[i];
		if ((trend->body && table->word[CASE_BODY][row] != trend->body) || (bits && !(bits[row / 64] >> (row % 64) & 1)))
			continue;
		differ += disagreements_at(&compare, i);
	}
	return differ;
}

struct chart *trend_stages(struct trend *trend)
{
	g_autoptr(GArray) findings = g_array_new(FALSE, FALSE, sizeof(struct finding));
	if (!trend_cells(trend, CUBE_FINDING, true, take_finding, findings))
		return NULL;
	unsigned stages = 0;
	g_autoptr(GArray) categories = find_categories(trend, findings, &stages);
	struct chart *chart = trend_chart(trend, MONTH_UNKNOWN, categories->len);
	chart->category_keys = g_new0(char *, chart->n + 1);
	for (guint i = 0; i < categories->len; i++) {
		int group = g_array_index(categories, struct category, i).group;
		chart->categories[i] = text_clean(lexicon_group_label(trend->lexicon, group, trend->request->lang), -1, TEXT_CLEAN_LINE);
		chart->category_keys[i] = g_strdup(lexicon_key(trend->lexicon, group));
	}
	for (int stage = 0; stage < STAGES; stage++)
		if (stages >> stage & 1)
			add_stage(trend, chart, categories, (enum stage) stage);
	gint64 differ = count_disagreements(trend);
	char number[28];
	trend_note(chart, "%s", _("All allegations on record, whenever received; one allegation may have a finding at each stage."));
	const char *board = board_stage(trend->board, STAGE_BOARD, trend->request->lang), *chief = board_stage(trend->board, STAGE_CHIEF, trend->request->lang);
	if (differ && board && chief)
		trend_note(chart, _("%s and %s differ on %s allegations (filter disagrees:yes)."), board, chief, text_number(differ, number));
	else if (differ)
		trend_note(chart, _("The chief's finding differs from the board's on %s allegations (filter disagrees:yes)."), text_number(differ, number));
	trend_note_source(trend, chart, false);
	return chart;
}
