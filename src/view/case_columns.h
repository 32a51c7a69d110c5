/* The columns of case lists: which fit into a width, their heading with the sort mark, and a row. */
#ifndef DAIS_VIEW_CASE_COLUMNS_H
#define DAIS_VIEW_CASE_COLUMNS_H

#include "view/pane.h"

struct case_column { enum case_field field; int x, w; };
struct case_columns { unsigned n; struct case_column column[10]; };

/* Chooses columns for the inside of a pane; sort (CASE_FIELDS: none) is always among them. rows: to size the columns by. */
void case_columns_choose(struct case_columns *columns, const struct pane *pane, struct rect inside, enum case_field sort,
	const struct case_row *rows, unsigned n);
void case_columns_head(const struct case_columns *columns, const struct pane *pane, struct rect inside, enum case_field sort, bool reverse);
void case_columns_row(const struct case_columns *columns, const struct pane *pane, struct rect inside, int y, const struct case_row *row);
/* "OVER 34d", "due 9d", "due today", "" without a deadline; g_free. */
char *case_deadline(const struct case_row *row, day_t today);

#endif
