/* Where the clocks of cases stand, kept beside the cases (store/clock_store.h) so that what is due is found at once. */
#ifndef DAIS_ACTION_CASE_CLOCKS_H
#define DAIS_ACTION_CASE_CLOCKS_H

#include "store/case_file.h"

/* Works out the clocks of one case and its deadline (record.due: of the first clock of its workflow, while that runs) and writes both;
 * inside a transaction. */
bool case_clocks_write(struct store *store, const struct case_view *view, instant_t now, GError **error);
/* The deadline alone, as case_clocks_write gives it. */
day_t case_clocks_deadline(const struct case_view *view, instant_t now);
/* The same of an open case without events, at little cost: only its days start clocks, and its deadline stands. */
bool case_clocks_write_new(struct store *store, const struct board *board, const struct workflow *workflow, const struct case_record *record, GError **error);
/* Do the clocks that are kept follow the rules of this board file? Not after its clocks were changed, nor in a database of before; where no case is open there is
 * nothing to follow. */
bool case_clocks_current(struct store *store, const struct board *board);
/* Works out the clocks of all open cases anew, in one transaction of its own. */
bool case_clocks_all(struct store *store, const struct board *board, instant_t now, GError **error);
/* Says that all are worked out by these rules; inside a transaction. */
bool case_clocks_seal(struct store *store, const struct board *board, GError **error);

#endif
