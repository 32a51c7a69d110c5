/* Fills a database with the invented data of Riverton (domain/demo.h). */
#ifndef DAIS_ACTION_DEMO_ACTION_H
#define DAIS_ACTION_DEMO_ACTION_H

#include "domain/board.h"
#include "domain/demo.h"
#include "store/store.h"

/*
 * Cases, force reports, six meetings held four weeks apart, recorded and but for the last with approved minutes, and one six days ahead (all on
 * working days) with a short agenda from the first body's template that refers to open cases. One transaction. The board's first body gets
 * everything; days and "now" come from options and now. progress (may be NULL) is told the share done; false interrupts and nothing is changed.
 */
bool demo_fill(struct store *store, const struct board *board, const struct demo_options *options, instant_t now,
	bool (*progress)(gint64 done, gint64 total, void *data), void *data, GError **error);

#endif
