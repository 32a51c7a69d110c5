#include "store/raw_store.h"
#include "store/store_private.h"

#include <string.h>

/*
 * Fields as one run of bytes: the number of fields, the length of each, then their bytes. Numbers are written seven bits at a
 * time, low end first, the high bit saying that more follows.
 */
static guint8 *put_number(guint8 *to, gsize n)
{
	for (; n >= 0x80; n >>= 7)
		*to++ = (guint8) (n | 0x80);
	*to++ = (guint8) n;
	return to;
}

static bool get_number(const guint8 **at, const guint8 *end, gsize *n)
{
	*n = 0;
	for (unsigned shift = 0; *at < end && shift < 56; shift += 7) {
		guint8 byte = *(*at)++;
		*n |= (gsize) (byte & 0x7f) << shift;
		if (byte < 0x80)
			return true;
	}
	return false;
}

#define NUMBER_MOST 10     /* bytes of a number */

static void pack(GByteArray *packed, const char *const *field, const size_t *length, unsigned n)
{
	gsize size = NUMBER_MOST * ((gsize) n + 1);
	guint8 *to;

	for (unsigned i = 0; i < n; i++)
		size += length[i];
	g_assert(size <= G_MAXUINT);
	g_byte_array_set_size(packed, size);
	to = put_number(packed->data, n);
	for (unsigned i = 0; i < n; i++)
		to = put_number(to, length[i]);
	for (unsigned i = 0; i < n; i++)
		if (length[i])
			to = (guint8 *) memcpy(to, field[i], length[i]) + length[i];
	g_byte_array_set_size(packed, to - packed->data);
}

/* The fields as GBytes, or NULL where the bytes are not what pack wrote. */
static GPtrArray *unpack(const guint8 *at, gsize size)
{
	const guint8 *end = at + size;
	g_autofree gsize *length = NULL;
	g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func((GDestroyNotify) g_bytes_unref);
	gsize n;

	if (!get_number(&at, end, &n) || n > (gsize) (end - at))
		return NULL;
	length = g_new(gsize, n + 1);
	for (gsize i = 0; i < n; i++)
		if (!get_number(&at, end, &length[i]))
			return NULL;
	for (gsize i = 0; i < n; i++) {
		if (length[i] > (gsize) (end - at))
			return NULL;
		g_ptr_array_add(fields, g_bytes_new(at, length[i]));
		at += length[i];
	}
	return at == end ? g_steal_pointer(&fields) : NULL;
}

/* The fields of a column as strings, NULL at the end; an empty vector where they are damaged. */
static char **unpack_strings(running_t *row, int at)
{
	g_autoptr(GPtrArray) fields = unpack(sqlite3_column_blob(row, at), sqlite3_column_bytes(row, at));
	GPtrArray *strings = g_ptr_array_new();

	for (guint i = 0; fields && i < fields->len; i++) {
		gsize size;
		const char *bytes = g_bytes_get_data(g_ptr_array_index(fields, i), &size);
		g_ptr_array_add(strings, g_strndup(bytes ? bytes : "", size));
	}
	g_ptr_array_add(strings, NULL);
	return (char **) g_ptr_array_free(strings, FALSE);
}

void source_record_clear(struct source_record *source)
{
	g_free(source->name);
	g_free(source->sha256);
	g_free(source->map);
	g_strfreev(source->headings);
	*source = (struct source_record) { 0 };
}

static void fill_source(running_t *row, struct source_record *source)
{
	*source = (struct source_record) {
		.id = sqlite3_column_int64(row, 0), .name = column_text(row, 1), .sha256 = column_text(row, 2), .map = column_text(row, 3),
		.headings = unpack_strings(row, 4), .imported = sqlite3_column_int64(row, 5), .rows = sqlite3_column_int64(row, 6),
	};
}

bool raw_store_find_source(struct store *store, const char *sha256, const char *map, struct source_record *source)
{
	g_autoptr(running_t) row = statement_start(store, SQL_SOURCE_FIND);

	bind_text(row, 1, sha256);
	bind_text(row, 2, map);
	if (statement_step(store, row, NULL) <= 0)
		return false;
	fill_source(row, source);
	return true;
}

bool raw_store_add_source(struct store *store, struct source_record *source, GError **error)
{
	unsigned n = source->headings ? g_strv_length(source->headings) : 0;
	g_autofree size_t *length = g_new0(size_t, n + 1);
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	for (unsigned i = 0; i < n; i++)
		length[i] = strlen(source->headings[i]);
	pack(store->packed, (const char *const *) source->headings, length, n);
	insert = statement_start(store, SQL_SOURCE_INSERT);
	bind_text(insert, 1, source->name);
	bind_text(insert, 2, source->sha256);
	bind_text(insert, 3, source->map);
	bind_bytes(insert, 4, store->packed->data, store->packed->len);
	bind_int(insert, 5, source->imported);
	bind_int(insert, 6, source->rows);
	store_touch(store, TOPIC_META);
	return statement_run(store, insert, &source->id, error);
}

bool raw_store_set_rows(struct store *store, id_t64 source, gint64 rows, GError **error)
{
	g_autoptr(running_t) update = NULL;

	if (!store_must_write(store, error))
		return false;
	update = statement_start(store, SQL_SOURCE_ROWS);
	bind_int(update, 1, source);
	bind_int(update, 2, rows);
	store_touch(store, TOPIC_META);
	return statement_run(store, update, NULL, error);
}

bool raw_store_add(struct store *store, id_t64 source, gint64 row, const char *const *field, const size_t *length, unsigned n,
	gint64 hash, id_t64 *id, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	pack(store->packed, field, length, n);
	insert = statement_start(store, SQL_RAW_INSERT);
	bind_int(insert, 1, source);
	bind_int(insert, 2, row);
	bind_int(insert, 3, hash);
	bind_bytes(insert, 4, store->packed->data, store->packed->len);
	return statement_run(store, insert, id, error);
}

static gint compare_hash(gconstpointer a, gconstpointer b)
{
	gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

	return (x > y) - (x < y);
}

/* The hashes of all rows stored for a map, sorted: 8 bytes a row while an import runs, in place of an index on disk. */
static bool load_hashes(struct store *store, const char *map, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_RAW_HASHES);
	int rc;

	raw_store_forget(store);
	store->raw_hashes = g_array_new(FALSE, FALSE, sizeof(gint64));
	store->raw_map = g_strdup(map);
	bind_text(row, 1, map);
	while ((rc = statement_step(store, row, error)) > 0) {
		gint64 hash = sqlite3_column_int64(row, 0);
		g_array_append_val(store->raw_hashes, hash);
	}
	if (rc == 0)
		g_array_sort(store->raw_hashes, compare_hash);
	else
		raw_store_forget(store);
	return rc == 0;
}

void raw_store_forget(struct store *store)
{
	g_clear_pointer(&store->raw_hashes, g_array_unref);
	g_clear_pointer(&store->raw_map, g_free);
}

/* How many hashes are less than this one, or also equal to it. */
static guint rank(const GArray *hashes, gint64 hash, bool also_equal)
{
	guint low = 0, high = hashes->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		gint64 at = g_array_index(hashes, gint64, middle);
		if (at < hash || (also_equal && at == hash))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

gint64 raw_store_known(struct store *store, const char *map, gint64 hash, GError **error)
{
	if ((g_strcmp0(store->raw_map, map) != 0 || !store->raw_hashes) && !load_hashes(store, map, error))
		return -1;
	return (gint64) rank(store->raw_hashes, hash, true) - rank(store->raw_hashes, hash, false);
}

bool raw_store_get(struct store *store, id_t64 id, struct raw_record *record, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_RAW_GET);
	int rc;

	bind_int(row, 1, id);
	if ((rc = statement_step(store, row, error)) <= 0) {
		if (rc == 0)
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no raw row with the id %" PRId64), store->path, id);
		return false;
	}
	*record = (struct raw_record) { .id = id, .source = sqlite3_column_int64(row, 0), .file = column_text(row, 1), .row = sqlite3_column_int64(row, 2), .headings = unpack_strings(row, 3) };
	record->fields = unpack(sqlite3_column_blob(row, 4), sqlite3_column_bytes(row, 4));
	if (record->fields)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: row %" PRId64 " of %s is damaged; restore a copy"), store->path, record->row, record->file);
	raw_record_clear(record);
	return false;
}

void raw_record_clear(struct raw_record *record)
{
	g_free(record->file);
	g_strfreev(record->headings);
	g_clear_pointer(&record->fields, g_ptr_array_unref);
	*record = (struct raw_record) { 0 };
}

static guint64 mix(guint64 h)
{
	h ^= h >> 33;
	h *= G_GUINT64_CONSTANT(0xff51afd7ed558ccd);
	h ^= h >> 33;
	h *= G_GUINT64_CONSTANT(0xc4ceb9fe1a85ec53);
	return h ^ h >> 33;
}

gint64 raw_hash(const char *const *field, const size_t *length, unsigned n)
{
	guint64 h = n;

	for (unsigned i = 0; i < n; i++) {
		size_t at = 0;
		for (guint64 word; at + 8 <= length[i]; at += 8) {
			memcpy(&word, field[i] + at, 8);
			h = mix(h ^ GUINT64_FROM_LE(word));
		}
		guint64 rest = 0;
		for (unsigned shift = 0; at < length[i]; at++, shift += 8)
			rest |= (guint64) (guint8) field[i][at] << shift;
		h = mix(mix(h ^ rest) + length[i]);
	}
	return (gint64) h;
}

static void *read_source(struct store *store, running_t *row)
{
	struct source_record *source = g_new0(struct source_record, 1);

	(void) store;
	fill_source(row, source);
	return source;
}

static void source_free(void *source)
{
	source_record_clear(source);
	g_free(source);
}

GPtrArray *raw_store_sources(struct store *store, GError **error)
{
	return statement_list(store, SQL_SOURCES, 0, read_source, source_free, error);
}
