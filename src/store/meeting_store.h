/* Meetings and their agenda items (the journal comes with recording). */
#ifndef DAIS_STORE_MEETING_STORE_H
#define DAIS_STORE_MEETING_STORE_H

#include "domain/record.h"
#include "store/store.h"

bool meeting_store_insert(struct store *store, struct meeting_record *meeting, GError **error);
/* An item with its details and attachments; id 0: gets one, any other must be free. */
bool meeting_store_add_item(struct store *store, struct agenda_item *item, GError **error);
/* Writes over the row of an item, and adds its details and attachments, of which there must be none. */
bool meeting_store_update_item(struct store *store, struct agenda_item *item, GError **error);
/* The first meeting of a body (NULL: any) that is not cancelled and starts at or after `from`; false without error when none. */
bool meeting_store_next(struct store *store, const char *body, instant_t from, struct meeting_record *meeting, GError **error);
/* The last one that starts before `from`. */
bool meeting_store_last(struct store *store, const char *body, instant_t from, struct meeting_record *meeting, GError **error);
/* False with error when there is no such meeting. */
bool meeting_store_get(struct store *store, id_t64 id, struct meeting_record *meeting, GError **error);
/* "planned", "held" ...; inside a transaction. */
bool meeting_store_set_status(struct store *store, id_t64 id, const char *status, GError **error);
/* Another time and place (NULL: none given); inside a transaction. */
bool meeting_store_set_time(struct store *store, id_t64 id, instant_t starts, const char *place, GError **error);
/* What else is known of a meeting; empty but for .meeting where nothing was ever set. meeting_detail_clear; false with error, and detail then is empty. */
bool meeting_store_detail(struct store *store, id_t64 meeting, struct meeting_detail *detail, GError **error);
/* Writes all of it: read it first, change what is new; inside a transaction. */
bool meeting_store_set_detail(struct store *store, const struct meeting_detail *detail, GError **error);
/* Of all meetings that have one, by meeting: id_t64 * (within) -> struct meeting_detail *; g_hash_table_unref; NULL with error. */
GHashTable *meeting_store_details(struct store *store, GError **error);
GPtrArray *meeting_store_all(struct store *store, GError **error);                          /* struct meeting_record *, by start */
GPtrArray *meeting_store_items(struct store *store, id_t64 meeting, GError **error);       /* struct agenda_item *, by position */
/* The name of the fact (store_meta_get) that says when votes are shown on the projector: "live", "complete", else by the rules; g_free. */
char *meeting_store_reveal_key(id_t64 meeting);

#endif
