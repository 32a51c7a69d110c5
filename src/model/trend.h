/* Charts from the rollups (everything) or from the index (filtered). */
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
};
/* The chart; NULL with an error. The rollup of a filtered force chart does not exist: then a note says so. */
struct chart *trend_load(struct store *store, const struct board *board, const struct case_index *index,
	const struct trend_request *request, GError **error);

#endif
