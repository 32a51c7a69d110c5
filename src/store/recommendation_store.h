/* Recommendations and what happened to them (domain/recommendation.h). Nothing is changed or removed: events are added. */
#ifndef DAIS_STORE_RECOMMENDATION_STORE_H
#define DAIS_STORE_RECOMMENDATION_STORE_H

#include "domain/recommendation.h"
#include "store/store.h"

/* Inside a transaction; sets the id. The number must be new for its body (action/recommendation_action.h looks; else false with error). */
bool recommendation_store_insert(struct store *store, struct recommendation *recommendation, GError **error);
bool recommendation_store_add_event(struct store *store, id_t64 recommendation, struct recommendation_event *event, GError **error);

/* All of a body (NULL: of every one), in the order in which they were recorded, with their events: struct recommendation *, owned, not
 * followed yet (recommendation_follow). NULL with error. */
GPtrArray *recommendation_store_all(struct store *store, const char *body, GError **error);

#endif
