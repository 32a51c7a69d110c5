/*
 * Counts kept in the same transactions that change the data, so that a chart over everything reads a few thousand
 * rows however many cases there are (LIMITS.md A3). Keys are word ids, or numbers for the cubes that say so.
 */
#ifndef DAIS_STORE_ROLLUP_STORE_H
#define DAIS_STORE_ROLLUP_STORE_H

#include "domain/record.h"
#include "store/store.h"

enum rollup_cube {
	CUBE_CLASS,          /* cases by month received and class of the case */
	CUBE_DISTRICT,       /* cases by month received and district */
	CUBE_CLOSE_DAYS,     /* closed cases by month closed; key = days from received to closed */
	CUBE_OPEN_DAY,       /* open cases; month column = day received, key = 0 */
	CUBE_FINDING,        /* allegations by month received; key = finding word * 4 + enum stage */
	CUBE_FORCE,          /* force reports by month occurred and type */
	CUBE_STATE,          /* cases by state; month 0 */
	CUBE_DUE_DAY,        /* open cases; month column = day due, key = 0 */
	CUBE_COUNT,          /* month 0; key 0: all cases, key 1: open ones */
	ROLLUP_CUBES
};

/* Adds delta to a cell (body word id); inside a transaction. Used by the entity stores only. */
bool rollup_store_add(struct store *store, enum rollup_cube cube, int body, gint32 month, gint64 key, gint64 delta, GError **error);
/* Cells of a cube for a body (0: all bodies summed) with from <= month <= to, by month then key; G_MININT32..G_MAXINT32 is all,
 * and months that are not known come as MONTH_UNKNOWN (= G_MININT32). */
typedef void rollup_row(gint32 month, gint64 key, gint64 count, void *data);
bool rollup_store_read(struct store *store, enum rollup_cube cube, int body, gint32 from, gint32 to, rollup_row *row, void *data, GError **error);
/* Counts everything again from the cases; inside a transaction. For migrations, repair and the test that compares. */
bool rollup_store_rebuild(struct store *store, GError **error);

#endif
