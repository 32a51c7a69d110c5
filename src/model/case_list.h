/*
 * The case list: filter, sort, selection by id, marks and the rows of the visible page. The app calls step() until it is
 * complete and load_page() before drawing; the pane only reads.
 */
#ifndef DAIS_MODEL_CASE_LIST_H
#define DAIS_MODEL_CASE_LIST_H

#include "model/case_index.h"

struct case_row {                 /* one visible row, words already as labels */
	id_t64 id;
	char *number, *class, *district, *state, *kind, *channel, *source, *body;
	day_t received, occurred, closed, due;
	int age;                      /* days; -1 unknown */
	bool open, overdue, marked;
	int priority;
};

struct case_list {
	struct case_index *index;     /* borrowed */
	struct case_query *query;
	char *filter;                 /* as typed; "" none */
	enum case_field sort;
	bool reverse;
	bool complete;                /* the present filter and sort are fully answered */
	gint64 total;                 /* cases in the database */
	gint64 matched;               /* rows of the answer shown; while incomplete, of the last complete answer */
	guint32 *order;               /* matched rows of table in list order */
	struct case_table *table;     /* the picture the answer is about; reference */
	guint32 *sorted;              /* all rows of it in the order of sorted_by; NULL not worked out yet */
	enum case_field sorted_by;
	bool sorted_reverse;
	GHashTable *marks;            /* ids, by GSIZE_TO_POINTER */
	gint64 page_top;              /* position of page[0] */
	struct case_row *page;
	unsigned page_rows;
	char *lang;
	struct store *store;          /* borrowed, like the board */
	const struct board *board;
	day_t today;                  /* of the answer */
};

struct case_list *case_list_new(struct case_index *index, struct store *store, const struct board *board, const char *lang);
void case_list_free(struct case_list *list);
/* Parses and sets the filter. On a mistake the old answer stays; see filter_parse for the error. */
bool case_list_set_filter(struct case_list *list, const char *text, unsigned *where, GError **error);
/* Where nothing matches: what of the filter nothing in the data is called ("state:opne"), or NULL; g_free. */
char *case_list_unknown(const struct case_list *list);
void case_list_set_sort(struct case_list *list, enum case_field field, bool reverse);
/* Works for about budget_us; true when complete. Follows a reload of the index or a new day by itself: call it then too. */
bool case_list_step(struct case_list *list, int budget_us, GError **error);
/* Loads rows [top, top+rows) into page, fewer at the end of the list. */
bool case_list_load_page(struct case_list *list, gint64 top, unsigned rows, GError **error);
id_t64 case_list_id(const struct case_list *list, gint64 position);           /* 0 outside */
gint64 case_list_position(const struct case_list *list, id_t64 id);           /* -1 not in the answer */
void case_list_toggle_mark(struct case_list *list, id_t64 id);
/* Marks all from one position to another, both included, in either order. */
void case_list_mark_range(struct case_list *list, gint64 from, gint64 to);
void case_list_invert_marks(struct case_list *list);
void case_list_clear_marks(struct case_list *list);
bool case_list_marked(const struct case_list *list, id_t64 id);
unsigned case_list_mark_count(const struct case_list *list);

/* One row's words as labels, for lists outside the case list too; clear frees what it holds. */
void case_row_fill(struct case_row *row, const struct case_facts *facts, const char *number, struct lexicon *lexicon, day_t today, const char *lang);
void case_row_clear(struct case_row *row);

#endif
