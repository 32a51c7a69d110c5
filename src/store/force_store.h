/* Use-of-force reports. */
#ifndef DAIS_STORE_FORCE_STORE_H
#define DAIS_STORE_FORCE_STORE_H

#include "domain/record.h"
#include "store/store.h"

bool force_store_insert(struct store *store, struct force_record *record, GError **error);
bool force_store_get(struct store *store, id_t64 id, struct force_record *record, GError **error);
/* All reports in id order; the record is valid during the call. */
bool force_store_scan(struct store *store, bool (*row)(const struct force_record *record, void *data), void *data, GError **error);
/* Rows and distinct file numbers. */
bool force_store_counts(struct store *store, gint64 *rows, gint64 *numbers, GError **error);

#endif
