/*
 * All cases of a database as packed columns in memory, so that filters, sorts and filtered charts over a million cases answer
 * within a keystroke (LIMITS.md A3). Loaded in slices from the loop; complete at once for ordinary databases. About 75 bytes a
 * case and 28 an allegation.
 */
#ifndef DAIS_MODEL_CASE_INDEX_H
#define DAIS_MODEL_CASE_INDEX_H

#include "domain/board.h"
#include "domain/filter.h"
#include "model/case_table.h"
#include "model/case_terms.h"
#include "model/lexicon.h"

struct case_index;
struct case_index *case_index_new(struct store *store, const struct board *board, day_t today);
void case_index_free(struct case_index *index);
/* Loads on for about budget_us microseconds; true when complete. */
bool case_index_step(struct case_index *index, int budget_us, GError **error);
bool case_index_complete(const struct case_index *index);
/* All cases are there; allegations may still come. Lists, sorts and most filters can answer. */
bool case_index_usable(const struct case_index *index);
/* 0..100. */
int case_index_percent(const struct case_index *index);
/* The cases changed (TOPIC_CASES moved): reads them anew by the next steps. Until that is complete everything goes on answering
 * from the old picture; lists and queries follow by themselves at their next step. */
void case_index_reload(struct case_index *index);
/* A new day: ages and deadlines are relative to it. */
void case_index_set_today(struct case_index *index, day_t today);
/* A text search that is stopped must begin anew, so beyond its budget a step goes on with one until hurry says that somebody waits.
 * Without it a step keeps to its budget. */
typedef bool case_hurry(void *data);
void case_index_set_hurry(struct case_index *index, case_hurry *hurry, void *data);
bool case_index_hurry(const struct case_index *index);
guint32 case_index_size(const struct case_index *index);                 /* rows loaded */
struct case_facts case_index_facts(const struct case_index *index, guint32 row);
/* The row of a case id, or G_MAXUINT32. */
guint32 case_index_row(const struct case_index *index, id_t64 id);

/* For the models built on it. */
struct case_table *case_index_table(const struct case_index *index);     /* borrowed: take a reference to keep it */
struct lexicon *case_index_lexicon(const struct case_index *index);
struct case_terms *case_index_terms(struct case_index *index);           /* of its present table */
struct store *case_index_store(const struct case_index *index);
day_t case_index_today(const struct case_index *index);

/*
 * One filter over the index, evaluated in slices; each clause's answer (a bit per row) is kept, so typing on only works on
 * what was typed. struct case_query belongs to its index.
 */
struct case_query;
struct case_query *case_query_new(struct case_index *index);
void case_query_free(struct case_query *query);
/* Sets a new filter; work on an older one is dropped at once. The filter is copied. */
void case_query_set(struct case_query *query, const struct filter *filter);
/* Works for about budget_us; true when the answer is complete. */
bool case_query_step(struct case_query *query, int budget_us, GError **error);
/* After completion: matching rows. */
gint64 case_query_count(const struct case_query *query);
bool case_query_match(const struct case_query *query, guint32 row);
/* After completion: the picture the answer is about, and its bits (row r is bit r % 64 of word r / 64); borrowed. */
const struct case_table *case_query_table(const struct case_query *query);
const guint64 *case_query_bits(const struct case_query *query);
/* The filter in force as typed ("" none), and whether one of its clauses bounds a day or an age. */
const char *case_query_text(const struct case_query *query);
bool case_query_bounds_time(const struct case_query *query);

#endif
