/* Shared by the files of the charts: where counts come from, how months become a range, notes. */
#ifndef DAIS_MODEL_TREND_PRIVATE_H
#define DAIS_MODEL_TREND_PRIVATE_H

#include "base/i18n.h"
#include "model/trend.h"
#include "store/rollup_store.h"

struct trend {
	const struct trend_request *request;
	struct store *store;
	const struct board *board;
	const struct case_index *index;      /* NULL or usable */
	struct lexicon *lexicon;
	int body;                            /* word id of the body asked for; 0 all, -1 it has no data */
	GError *error;
};

/* Calls cell for every count of a cube, filtered or not. body: the word of the body (0 when rollups hold all bodies in one). */
typedef void trend_cell(gint32 month, gint64 key, int body, gint64 count, void *data);
bool trend_cells(struct trend *trend, enum rollup_cube cube, bool by_body, trend_cell *cell, void *data);

/* Counts by month for each of some groups. Months outside these years count as unknown. */
#define TALLY_FIRST ((1900 - 1970) * 12)
#define TALLY_MONTHS ((2150 - 1900) * 12)
struct tally {
	GPtrArray *months;            /* by group: gint64[TALLY_MONTHS] or NULL */
	GArray *total;                /* by group: gint64, known months only */
	gint64 unknown;               /* counts without a month */
	month_t first, last;          /* months with any count; MONTH_UNKNOWN none */
};
void tally_init(struct tally *tally);
void tally_clear(struct tally *tally);
void tally_add(struct tally *tally, int group, gint32 month, gint64 count);
gint64 tally_get(const struct tally *tally, int group, month_t month);
gint64 tally_total(const struct tally *tally, int group);

/* The months shown. */
struct trend_range { month_t first; unsigned n; month_t filling; bool old; };     /* filling: the first month still filling */
struct trend_range trend_range(const struct trend *trend, month_t first, month_t last);
static inline unsigned trend_flags(const struct trend_range *range, unsigned point)
{
	return range->first + (month_t) point >= range->filling ? POINT_FILLING : 0;
}

struct chart *trend_chart(const struct trend *trend, month_t first, unsigned n);
void trend_note(struct chart *chart, const char *format, ...) G_GNUC_PRINTF(2, 3);
void trend_note_range(struct chart *chart, const struct trend_range *range);
void trend_note_source(const struct trend *trend, struct chart *chart, bool force);
/* Appends a clause to the filter that holds for the whole chart. */
void trend_clause(struct chart *chart, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* A value of a filter, quoted where it needs to be; g_free. */
char *trend_quote(const char *value);

struct chart *trend_intake(struct trend *trend);
struct chart *trend_cases(struct trend *trend);
struct chart *trend_districts(struct trend *trend);
struct chart *trend_force(struct trend *trend);
struct chart *trend_close(struct trend *trend);
struct chart *trend_ageing(struct trend *trend);
struct chart *trend_sustained(struct trend *trend);
struct chart *trend_stages(struct trend *trend);

#endif
