/*
 * One picture of all cases and allegations as packed columns, in id order. Loaded in slices, then never changed: whoever shows an
 * answer holds a reference, so a reload in the background takes nothing away from the screen.
 */
#ifndef DAIS_MODEL_CASE_TABLE_H
#define DAIS_MODEL_CASE_TABLE_H

#include "domain/case_field.h"
#include "store/case_store.h"

enum case_word { CASE_BODY, CASE_KIND, CASE_DISTRICT, CASE_CHANNEL, CASE_SOURCE, CASE_STATE, CASE_CLASS, CASE_WORDS };
enum case_day { CASE_RECEIVED, CASE_OCCURRED, CASE_CLOSED, CASE_DUE, CASE_DAYS };
enum allegation_word { SAID_CLASS, SAID_DETAIL, SAID_FINDING, SAID_WORDS = SAID_FINDING + STAGES };   /* SAID_FINDING + enum stage */

struct case_table {
	int references;
	guint32 n, room;              /* cases */
	id_t64 *id;
	day_t *day[CASE_DAYS];
	int *word[CASE_WORDS];        /* word ids */
	int *priority;
	guint8 *open;
	guint32 *number;              /* where its number starts in numbers */
	GString *numbers;             /* all numbers, each ended by NUL */
	guint32 said, said_room;      /* allegations */
	guint32 *said_case;           /* row of its case */
	int *said_word[SAID_WORDS];
	id_t64 said_last;             /* id of the last one loaded */
	int word_limit;               /* one more than the highest word id in it */
	bool cases_done, done;
};

struct case_table *case_table_new(void);
struct case_table *case_table_ref(struct case_table *table);
void case_table_unref(struct case_table *table);      /* NULL is fine */
/* Loads some thousand rows more; table->cases_done and ->done tell how far it is. */
bool case_table_load(struct case_table *table, struct store *store, GError **error);
/* The row of an id, or G_MAXUINT32. */
guint32 case_table_row(const struct case_table *table, id_t64 id);
struct case_facts case_table_facts(const struct case_table *table, guint32 row);
const char *case_table_number(const struct case_table *table, guint32 row);
/* Days open, to today or to the day it was closed; -1 where that is not known. */
static inline int case_table_age(const struct case_table *table, guint32 row, day_t today)
{
	day_t from = table->day[CASE_RECEIVED][row], to = table->open[row] ? today : table->day[CASE_CLOSED][row];
	return from == DAY_UNKNOWN || to == DAY_UNKNOWN || to < from ? -1 : to - from;
}
static inline bool case_table_overdue(const struct case_table *table, guint32 row, day_t today)
{
	return table->open[row] && table->day[CASE_DUE][row] != DAY_UNKNOWN && table->day[CASE_DUE][row] < today;
}
/* The column (enum case_word) that holds the words of a field of cases; -1 when none does. */
int case_table_column(enum case_field field);

#endif
