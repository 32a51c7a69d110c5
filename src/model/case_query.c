#include "model/case_clause.h"
#include <string.h>

#define KEEP_BYTES (8 * 1024 * 1024)   /* of clause answers nobody asks at the moment */

/* A clause answer kept for the next filter that has it. */
struct kept { struct case_clause *answer; guint64 used; };

struct case_query {
	struct case_index *index;
	struct case_table *table;     /* what kept answers and bits are about; reference */
	day_t today;                  /* as they were worked out */
	char *text;
	GArray *clauses;              /* struct filter_clause, own copies */
	GArray *kept;                 /* struct kept */
	guint64 clock;
	guint64 *bits;                /* the joined answer */
	gint64 count;
	bool complete;
};

static void kept_clear(void *data)
{
	case_clause_free(((struct kept *) data)->answer);
}

static void clause_clear(void *data)
{
	filter_clause_clear(data);
}

struct case_query *case_query_new(struct case_index *index)
{
	struct case_query *query = g_new0(struct case_query, 1);
	query->index = index;
	query->text = g_strdup("");
	query->clauses = g_array_new(FALSE, TRUE, sizeof(struct filter_clause));
	g_array_set_clear_func(query->clauses, clause_clear);
	query->kept = g_array_new(FALSE, TRUE, sizeof(struct kept));
	g_array_set_clear_func(query->kept, kept_clear);
	return query;
}

void case_query_free(struct case_query *query)
{
	if (!query)
		return;
	g_array_unref(query->clauses);
	g_array_unref(query->kept);
	case_table_unref(query->table);
	g_free(query->bits);
	g_free(query->text);
	g_free(query);
}

void case_query_set(struct case_query *query, const struct filter *filter)
{
	g_array_set_size(query->clauses, 0);
	g_free(query->text);
	query->text = g_strdup(filter->text);
	for (unsigned i = 0; i < filter->n; i++) {
		struct filter_clause copy;
		filter_clause_copy(&copy, &filter->clauses[i]);
		g_array_append_val(query->clauses, copy);
	}
	query->complete = false;
}

static int find_kept(const struct case_query *query, const struct filter_clause *clause)
{
	for (guint i = 0; i < query->kept->len; i++)
		if (case_clause_is(g_array_index(query->kept, struct kept, i).answer, clause))
			return (int) i;
	return -1;
}

static bool asked(const struct case_query *query, const struct case_clause *answer)
{
	for (guint i = 0; i < query->clauses->len; i++)
		if (case_clause_is(answer, &g_array_index(query->clauses, struct filter_clause, i)))
			return true;
	return false;
}

/* Drops unfinished work nobody asks for any more, and the longest unused answers beyond what may be kept. */
static void forget(struct case_query *query)
{
	guint most = MAX(8, KEEP_BYTES / (query->table->n / 8 + 1));
	guint64 oldest = query->clock > most ? query->clock - most : 0;
	for (guint i = query->kept->len; i-- > 0;) {
		const struct kept *kept = &g_array_index(query->kept, struct kept, i);
		if ((!case_clause_complete(kept->answer) || kept->used < oldest) && !asked(query, kept->answer))
			g_array_remove_index_fast(query->kept, i);
	}
}

static struct case_clause *answer_for(struct case_query *query, const struct filter_clause *clause)
{
	int at = find_kept(query, clause);
	if (at < 0) {
		struct kept kept = { .answer = case_clause_new(query->index, clause) };
		g_array_append_val(query->kept, kept);
		at = (int) query->kept->len - 1;
		query->clock++;
	}
	g_array_index(query->kept, struct kept, at).used = query->clock;
	return g_array_index(query->kept, struct kept, at).answer;
}

/* A new picture or a new day makes every kept answer stale. */
static void follow_index(struct case_query *query)
{
	struct case_table *table = case_index_table(query->index);
	if (query->table == table && query->today == case_index_today(query->index))
		return;
	g_array_set_size(query->kept, 0);
	case_table_unref(query->table);
	query->table = case_table_ref(table);
	query->today = case_index_today(query->index);
	query->complete = false;
}

static void join(struct case_query *query)
{
	guint32 n = query->table->n, words = n / 64 + 1;
	query->bits = g_renew(guint64, query->bits, words);
	memset(query->bits, 0xff, words * sizeof *query->bits);
	for (guint i = 0; i < query->clauses->len; i++) {
		const struct filter_clause *clause = &g_array_index(query->clauses, struct filter_clause, i);
		const guint64 *bits = case_clause_bits(answer_for(query, clause));
		guint64 flip = clause->negated ? G_MAXUINT64 : 0;
		for (guint32 w = 0; w < words; w++)
			query->bits[w] &= bits[w] ^ flip;
	}
	query->bits[words - 1] &= (G_GUINT64_CONSTANT(1) << (n % 64)) - 1;
	query->count = 0;
	for (guint32 w = 0; w < words; w++)
		query->count += __builtin_popcountll(query->bits[w]);
}

static bool step_clauses(struct case_query *query, gint64 until, GError **error)
{
	for (guint i = 0; i < query->clauses->len; i++) {
		const struct filter_clause *clause = &g_array_index(query->clauses, struct filter_clause, i);
		if (!case_clause_step(answer_for(query, clause), until, error))
			return false;
	}
	return true;
}

bool case_query_step(struct case_query *query, int budget_us, GError **error)
{
	gint64 until = g_get_monotonic_time() + budget_us;
	GError *problem = NULL;
	for (;;) {
		if (!case_index_usable(query->index)) {
			case_index_step(query->index, (int) MAX(until - g_get_monotonic_time(), 0), &problem);
			if (problem || !case_index_usable(query->index))
				break;
		}
		follow_index(query);
		if (query->complete)
			return true;
		forget(query);
		if (step_clauses(query, until, &problem)) {
			join(query);
			return query->complete = true;
		}
		/* Either time is up, or allegations are asked for that the index has not read yet. */
		if (problem || query->table->done || case_index_complete(query->index))
			break;
		case_index_step(query->index, (int) MAX(until - g_get_monotonic_time(), 0), &problem);
		if (problem || g_get_monotonic_time() >= until)
			break;
	}
	if (problem)
		g_propagate_error(error, problem);
	return false;
}

gint64 case_query_count(const struct case_query *query)
{
	return query->count;
}

bool case_query_match(const struct case_query *query, guint32 row)
{
	return query->bits && row < query->table->n && query->bits[row / 64] >> (row % 64) & 1;
}

const struct case_table *case_query_table(const struct case_query *query)
{
	return query->table;
}

const guint64 *case_query_bits(const struct case_query *query)
{
	return query->bits;
}

const char *case_query_text(const struct case_query *query)
{
	return query->text;
}

bool case_query_bounds_time(const struct case_query *query)
{
	for (guint i = 0; i < query->clauses->len; i++) {
		const struct filter_clause *clause = &g_array_index(query->clauses, struct filter_clause, i);
		if (!clause->negated && (clause->field == CASE_FIELD_AGE || case_field_info(clause->field)->type == FIELD_DAY))
			return true;
	}
	return false;
}
