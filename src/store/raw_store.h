/* Published rows as they came, and the imports that brought them: nothing published is lost. */
#ifndef DAIS_STORE_RAW_STORE_H
#define DAIS_STORE_RAW_STORE_H

#include "domain/record.h"
#include "store/store.h"

struct source_record {
	id_t64 id;
	char *name;              /* base name of the file */
	char *sha256;            /* of its bytes, hexadecimal */
	char *map;               /* id of the map */
	char **headings;
	instant_t imported;
	gint64 rows;
};
void source_record_clear(struct source_record *source);

/* Finds an import of the same bytes through the same map; NOT_FOUND-free: false without error when there is none. */
bool raw_store_find_source(struct store *store, const char *sha256, const char *map, struct source_record *source);
bool raw_store_add_source(struct store *store, struct source_record *source, GError **error);      /* sets id */
bool raw_store_set_rows(struct store *store, id_t64 source, gint64 rows, GError **error);
/* Adds a row: n fields as exact bytes. hash: of the fields (raw_hash). Gives the raw id. */
bool raw_store_add(struct store *store, id_t64 source, gint64 row, const char *const *field, const size_t *length, unsigned n, gint64 hash, id_t64 *id, GError **error);
/* How many rows with this hash were stored for a map (all its sources) before this transaction: to recognise rows known from an
 * overlapping file. The first call reads all hashes of the map, 8 bytes a row; -1 when they cannot be read. */
gint64 raw_store_known(struct store *store, const char *map, gint64 hash, GError **error);
/* The row with its file, number, headings (owned by the record) and fields; raw_record_clear frees. */
bool raw_store_get(struct store *store, id_t64 id, struct raw_record *record, GError **error);
void raw_record_clear(struct raw_record *record);
/* A 64-bit hash of the fields with their lengths; not cryptographic. */
gint64 raw_hash(const char *const *field, const size_t *length, unsigned n);
/* All imports, newest first: struct source_record *, owning. */
GPtrArray *raw_store_sources(struct store *store, GError **error);

#endif
