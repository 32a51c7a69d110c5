/* The overview: what the board must know in the first ten seconds. Loads in time independent of the number of closed cases. */
#ifndef DAIS_MODEL_OVERVIEW_H
#define DAIS_MODEL_OVERVIEW_H

#include "model/agenda_model.h"
#include "model/case_list.h"
#include "model/trend.h"

#define OVERVIEW_ROWS 200             /* open cases kept for the pane; the count beside them is complete */

struct overview {
	gint64 all, open, overdue;
	struct case_row *rows;            /* open cases: overdue first, then by deadline, unknown deadlines by age */
	unsigned n;
	struct chart *headline;           /* the board's first metric, last 24 months */
	struct chart *ageing;
	struct chart *districts;          /* last 12 months, at most 8 districts by count */
	struct agenda_model *agenda;
	int median_age, oldest_age;       /* of open cases with a known day; -1 none */
	gint64 opened_month, closed_month;   /* in the last full or present month named by month_name */
	char *month_name;
	GPtrArray *by_stage;              /* struct { label, count }: see struct overview_stage */
	char *data_as_of;                 /* "16 Dec 2024, complaints.csv": the newest import; NULL none */
};
struct overview_stage { char *label; gint64 count; };
/* "37 open, 4 overdue"; g_free. */
char *overview_counts(const struct overview *overview);
struct overview *overview_load(struct store *store, const struct board *board, const char *lang, day_t today, instant_t now, GError **error);
void overview_free(struct overview *overview);

#endif
