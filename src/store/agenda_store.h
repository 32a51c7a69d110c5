/* Agendas as they are edited: items changed, moved and removed, and the history of it. Everything that writes runs inside the caller's
 * transaction. */
#ifndef DAIS_STORE_AGENDA_STORE_H
#define DAIS_STORE_AGENDA_STORE_H

#include "domain/agenda_history.h"
#include "store/store.h"

/* Brings the items of a meeting from what they were (before) to what they are (after), both struct agenda_item * with ids; an item whose id was
 * not there before is added under it. */
bool agenda_store_write(struct store *store, id_t64 meeting, const GPtrArray *before, const GPtrArray *after, GError **error);
/* An id for a new item, n - 1 more may follow it: no item of any agenda has it or ever had it, so that what was removed can come back. 0 with error. */
id_t64 agenda_store_new_id(struct store *store, GError **error);

/* All changes of a meeting's agenda, in order: struct agenda_change *; NULL with error. The last seq is the agenda's revision. */
GPtrArray *agenda_store_changes(struct store *store, id_t64 meeting, GError **error);
/* The last seq, 0 none, -1 with error. */
gint64 agenda_store_revision(struct store *store, id_t64 meeting, GError **error);
bool agenda_store_add_change(struct store *store, id_t64 meeting, const struct agenda_change *change, GError **error);

/* Where something that was due for the board is listed: the meeting, to come from `from` on (domain/docket.h docket_from) or begun and not over, whose
 * agenda has an item of this docket key, or one that goes back to the same by being carried over. 0 nowhere, also with error. */
id_t64 agenda_store_listed(struct store *store, const char *docket, instant_t from, GError **error);

#endif
