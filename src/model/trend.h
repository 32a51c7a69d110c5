/*
 * Charts from the rollups (everything) or from the index (filtered).
 *
 * What the charts mean, in one place; each chart says its part in its notes:
 * - A month without cases between the first and the last month with data is zero: the store holds every case of that time.
 *   Medians and shares of nothing are missing, not zero.
 * - The range ends with the present month, or, where the newest data are older than the filling time, with the last month
 *   that has data. Months touched by the board's filling days before today are "still filling". In older data the last month
 *   may be cut short by the day the file was made, so the filling days are counted from its end.
 * - Sustained share = sustained findings / findings on the merits, by the flags of the vocabulary the body uses, at the
 *   deciding stage: of final, board, chief, investigator the first at which the body has any finding on the merits. Allegations
 *   count under the month in which their case was received; months still filling are left out of mean and limits.
 * - Words of one meaning (a term and its aliases) count together; three commonest classes and "other", or four where there
 *   are four.
 */
#ifndef DAIS_MODEL_TREND_H
#define DAIS_MODEL_TREND_H

#include "domain/metric.h"
#include "model/case_index.h"

struct trend_request {
	enum metric metric;
	const struct body *body;          /* NULL: all */
	int months;                       /* how many months are shown, ending with the last month that has data (or today's); 0 all */
	day_t today;
	const char *lang;
	const struct case_query *query;   /* complete query: only its cases; NULL everything (rollups) */
	unsigned most;                    /* districts shown, by count; 0: all */
};
/* The chart; NULL with an error. The rollup of a filtered force chart does not exist: then a note says so. index: may be NULL
 * without a query; a complete one spares work. */
struct chart *trend_load(struct store *store, const struct board *board, const struct case_index *index,
	const struct trend_request *request, GError **error);

#endif
