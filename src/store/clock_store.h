/* Where the clocks of cases stand, as the last writer worked them out (domain/clock.h): for finding what is due, never for showing a case. */
#ifndef DAIS_STORE_CLOCK_STORE_H
#define DAIS_STORE_CLOCK_STORE_H

#include "domain/clock.h"
#include "store/store.h"

struct case_clock { id_t64 case_id; const char *clock; enum clock_status status; day_t started, due; };

/* Takes the place of what was known of a case of this body (word; NULL); inside a transaction. */
bool clock_store_set(struct store *store, id_t64 case_id, const char *body, const struct case_clock *clocks, unsigned n, GError **error);
/* Running clocks that end before a day, earliest first, with the word id of their body (0 none); calls row until it gives false. The id of
 * the clock is borrowed during the call. Only the index is read. */
bool clock_store_due(struct store *store, day_t before, bool (*row)(id_t64 case_id, const char *clock, int body, day_t due, void *data), void *data, GError **error);

#endif
