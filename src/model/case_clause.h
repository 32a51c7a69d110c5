/* The answer of one clause of a filter: a bit per row of the table, worked out in slices. Negation is left to who joins them. */
#ifndef DAIS_MODEL_CASE_CLAUSE_H
#define DAIS_MODEL_CASE_CLAUSE_H

#include "model/case_index.h"

struct case_clause;
struct case_clause *case_clause_new(struct case_index *index, const struct filter_clause *clause);
void case_clause_free(struct case_clause *answer);
/* Same question (but for negation)? */
bool case_clause_is(const struct case_clause *answer, const struct filter_clause *clause);
/* Works until the monotonic time `until`; true when complete. False without an error: time is up, or allegations are
 * asked for and not all loaded yet. */
bool case_clause_step(struct case_clause *answer, gint64 until, GError **error);
bool case_clause_complete(const struct case_clause *answer);
const guint64 *case_clause_bits(const struct case_clause *answer);

/* What the clause asks for by a word that nothing in the data is called ("state:opne"), or NULL; g_free. Findings are not looked
 * at: each body has its own words for them. */
char *case_clause_unknown(struct case_index *index, const struct filter_clause *clause);

void filter_clause_copy(struct filter_clause *to, const struct filter_clause *from);
void filter_clause_clear(struct filter_clause *clause);

#endif
