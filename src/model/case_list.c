#include "model/case_list.h"
#include "model/case_clause.h"
#include "model/case_order.h"
#include <string.h>

struct case_list *case_list_new(struct case_index *index, struct store *store, const struct board *board, const char *lang)
{
	struct case_list *list = g_new0(struct case_list, 1);
	list->index = index;
	list->query = case_query_new(index);
	list->store = store;
	list->board = board;
	list->filter = g_strdup("");
	list->sort = CASE_FIELD_RECEIVED;
	list->reverse = true;
	list->lang = g_strdup(lang);
	list->marks = g_hash_table_new(NULL, NULL);
	return list;
}

static void clear_page(struct case_list *list)
{
	for (unsigned i = 0; i < list->page_rows; i++)
		case_row_clear(&list->page[i]);
	list->page_rows = 0;
}

void case_list_free(struct case_list *list)
{
	if (!list)
		return;
	clear_page(list);
	g_free(list->page);
	g_free(list->order);
	g_free(list->sorted);
	case_table_unref(list->table);
	case_query_free(list->query);
	g_hash_table_unref(list->marks);
	g_free(list->filter);
	g_free(list->lang);
	g_free(list);
}

bool case_list_set_filter(struct case_list *list, const char *text, unsigned *where, GError **error)
{
	g_autoptr(filter_t) filter = filter_parse(text, where, error);
	if (!filter)
		return false;
	case_query_set(list->query, filter);
	g_free(list->filter);
	list->filter = g_strdup(text);
	list->complete = false;
	return true;
}

char *case_list_unknown(const struct case_list *list)
{
	g_autoptr(filter_t) filter = list->index && list->filter ? filter_parse(list->filter, NULL, NULL) : NULL;
	char *unknown = NULL;
	for (unsigned i = 0; filter && i < filter->n && !unknown; i++)
		unknown = case_clause_unknown(list->index, &filter->clauses[i]);
	return unknown;
}

void case_list_set_sort(struct case_list *list, enum case_field field, bool reverse)
{
	g_return_if_fail(field < CASE_FIELDS && case_field_info(field)->sortable);
	list->sort = field;
	list->reverse = reverse;
	list->complete = false;
}

/* Marks of cases that are gone are no marks any more. */
static gboolean gone(gpointer id, gpointer value, gpointer data)
{
	(void) value;
	return case_table_row(data, (id_t64) GPOINTER_TO_SIZE(id)) == G_MAXUINT32;
}

static void sort_rows(struct case_list *list, const struct case_table *table)
{
	bool same_picture = list->table == table && list->today == case_index_today(list->index);
	if (same_picture && list->sorted && list->sorted_by == list->sort && list->sorted_reverse == list->reverse)
		return;
	if (list->table && list->table != table)
		g_hash_table_foreach_remove(list->marks, gone, (void *) table);
	g_free(list->sorted);
	list->sorted = case_order_new(table, case_index_lexicon(list->index), case_index_today(list->index), list->lang, list->sort, list->reverse);
	list->sorted_by = list->sort;
	list->sorted_reverse = list->reverse;
}

static void take_answer(struct case_list *list)
{
	struct case_table *table = (struct case_table *) case_query_table(list->query);
	sort_rows(list, table);
	const guint64 *bits = case_query_bits(list->query);
	gint64 count = case_query_count(list->query);
	guint32 *order = g_renew(guint32, list->order, count + 1), at = 0;
	if (count == table->n)
		memcpy(order, list->sorted, count * sizeof *order);
	else
		for (guint32 i = 0; at < count; i++) {
			guint32 row = list->sorted[i];
			order[at] = row;
			at += bits[row / 64] >> (row % 64) & 1;
		}
	list->order = order;
	case_table_ref(table);
	case_table_unref(list->table);
	list->table = table;
	list->today = case_index_today(list->index);
	list->matched = count;
	list->total = table->n;
	list->complete = true;
}

bool case_list_step(struct case_list *list, int budget_us, GError **error)
{
	if (list->complete && list->table == case_index_table(list->index) && list->today == case_index_today(list->index))
		return true;
	list->complete = false;
	if (!case_query_step(list->query, budget_us, error))
		return false;
	take_answer(list);
	return true;
}

bool case_list_load_page(struct case_list *list, gint64 top, unsigned rows, GError **error)
{
	(void) error;
	clear_page(list);
	top = CLAMP(top, 0, list->matched);
	rows = (unsigned) MIN((gint64) rows, list->matched - top);
	list->page = g_renew(struct case_row, list->page, MAX(rows, 1));
	list->page_top = top;
	for (unsigned i = 0; i < rows; i++) {
		guint32 row = list->order[top + i];
		struct case_facts facts = case_table_facts(list->table, row);
		case_row_fill(&list->page[i], &facts, case_table_number(list->table, row), case_index_lexicon(list->index), list->today, list->lang);
		list->page[i].marked = case_list_marked(list, facts.id);
	}
	list->page_rows = rows;
	return true;
}

id_t64 case_list_id(const struct case_list *list, gint64 position)
{
	return position >= 0 && position < list->matched ? list->table->id[list->order[position]] : 0;
}

gint64 case_list_position(const struct case_list *list, id_t64 id)
{
	guint32 row = list->table ? case_table_row(list->table, id) : G_MAXUINT32;
	if (row == G_MAXUINT32)
		return -1;
	for (gint64 i = 0; i < list->matched; i++)
		if (list->order[i] == row)
			return i;
	return -1;
}

/* --- marks --- */

static void mark_page(struct case_list *list)
{
	for (unsigned i = 0; i < list->page_rows; i++)
		list->page[i].marked = case_list_marked(list, list->page[i].id);
}

void case_list_toggle_mark(struct case_list *list, id_t64 id)
{
	gpointer key = GSIZE_TO_POINTER((gsize) id);
	if (!g_hash_table_remove(list->marks, key))
		g_hash_table_add(list->marks, key);
	mark_page(list);
}

void case_list_mark_range(struct case_list *list, gint64 from, gint64 to)
{
	gint64 last = MIN(MAX(from, to), list->matched - 1);
	for (gint64 i = MAX(MIN(from, to), 0); i <= last; i++)
		g_hash_table_add(list->marks, GSIZE_TO_POINTER((gsize) list->table->id[list->order[i]]));
	mark_page(list);
}

void case_list_invert_marks(struct case_list *list)
{
	for (gint64 i = 0; i < list->matched; i++) {
		gpointer key = GSIZE_TO_POINTER((gsize) list->table->id[list->order[i]]);
		if (!g_hash_table_remove(list->marks, key))
			g_hash_table_add(list->marks, key);
	}
	mark_page(list);
}

void case_list_clear_marks(struct case_list *list)
{
	g_hash_table_remove_all(list->marks);
	mark_page(list);
}

bool case_list_marked(const struct case_list *list, id_t64 id)
{
	return g_hash_table_contains(list->marks, GSIZE_TO_POINTER((gsize) id));
}

unsigned case_list_mark_count(const struct case_list *list)
{
	return g_hash_table_size(list->marks);
}
