#include "model/case_index.h"

struct case_index {
	struct store *store;
	day_t today;
	struct lexicon *lexicon;
	struct case_table *table;     /* what is answered from */
	struct case_table *next;      /* being loaded in its place; NULL none. At first start both are the same picture. */
	gint64 expected;              /* cases there should be, for the percentage */
	struct case_terms *terms;     /* of table; NULL none asked for yet */
	case_hurry *hurry;
	void *hurry_data;
};

struct case_index *case_index_new(struct store *store, const struct board *board, day_t today)
{
	struct case_index *index = g_new0(struct case_index, 1);
	index->store = store;
	index->today = today;
	index->lexicon = lexicon_new(store, board);
	index->table = case_table_new();
	index->next = case_table_ref(index->table);
	case_store_counts(store, 0, today, &index->expected, NULL, NULL, NULL);
	return index;
}

void case_index_free(struct case_index *index)
{
	if (!index)
		return;
	case_table_unref(index->table);
	case_table_unref(index->next);
	case_terms_free(index->terms);
	lexicon_free(index->lexicon);
	g_free(index);
}

void case_index_set_hurry(struct case_index *index, case_hurry *hurry, void *data)
{
	index->hurry = hurry;
	index->hurry_data = data;
}

bool case_index_hurry(const struct case_index *index)
{
	return !index->hurry || index->hurry(index->hurry_data);
}

struct case_terms *case_index_terms(struct case_index *index)
{
	if (!index->terms)
		index->terms = case_terms_new(index->table->n);
	return index->terms;
}

static void take_next(struct case_index *index)
{
	if (index->table != index->next)
		g_clear_pointer(&index->terms, case_terms_free);
	case_table_unref(index->table);
	index->table = index->next;
	index->next = NULL;
	lexicon_refresh(index->lexicon);
}

bool case_index_step(struct case_index *index, int budget_us, GError **error)
{
	gint64 until = g_get_monotonic_time() + budget_us;
	while (index->next) {
		if (!case_table_load(index->next, index->store, error))
			return false;
		if (index->next->done)
			take_next(index);
		else if (g_get_monotonic_time() >= until)
			return false;
	}
	return true;
}

bool case_index_complete(const struct case_index *index)
{
	return !index->next;
}

bool case_index_usable(const struct case_index *index)
{
	return index->table->cases_done;
}

int case_index_percent(const struct case_index *index)
{
	const struct case_table *next = index->next;
	if (!next)
		return 100;
	if (!next->cases_done)
		return index->expected > 0 ? (int) MIN(50, 50 * (gint64) next->n / index->expected) : 0;
	guint32 reached = next->said ? next->said_case[next->said - 1] : 0;
	return next->n ? 50 + (int) (49 * (gint64) reached / next->n) : 99;
}

void case_index_reload(struct case_index *index)
{
	/* The first picture is shown while it grows: reading it anew from the start would take rows away, so it is finished
	 * from a fresh one only when it can already answer. */
	if (index->next)
		case_table_unref(index->next);
	index->next = case_table_new();
	if (!index->table->cases_done) {
		g_clear_pointer(&index->terms, case_terms_free);
		case_table_unref(index->table);
		index->table = case_table_ref(index->next);
	}
	case_store_counts(index->store, 0, index->today, &index->expected, NULL, NULL, NULL);
}

void case_index_set_today(struct case_index *index, day_t today)
{
	index->today = today;
}

guint32 case_index_size(const struct case_index *index)
{
	return index->table->n;
}

struct case_facts case_index_facts(const struct case_index *index, guint32 row)
{
	return case_table_facts(index->table, row);
}

guint32 case_index_row(const struct case_index *index, id_t64 id)
{
	return case_table_row(index->table, id);
}

struct case_table *case_index_table(const struct case_index *index)
{
	return index->table;
}

struct lexicon *case_index_lexicon(const struct case_index *index)
{
	return index->lexicon;
}

struct store *case_index_store(const struct case_index *index)
{
	return index->store;
}

day_t case_index_today(const struct case_index *index)
{
	return index->today;
}
