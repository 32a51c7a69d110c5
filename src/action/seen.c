#include "action/seen.h"

/* Open addressing with linear probing over hashes that are well mixed already; 0 is stood in for by 1. */
struct seen {
	guint64 *slot;
	gsize size, used;          /* size: a power of two */
	GHashTable *again;         /* hash -> how often beyond the first; few */
};

struct seen *seen_new(void)
{
	struct seen *seen = g_new0(struct seen, 1);
	seen->size = 1024;
	seen->slot = g_new0(guint64, seen->size);
	seen->again = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	return seen;
}

void seen_free(struct seen *seen)
{
	if (!seen)
		return;
	g_free(seen->slot);
	g_hash_table_unref(seen->again);
	g_free(seen);
}

static guint64 *find(guint64 *slot, gsize size, guint64 hash)
{
	gsize at = (hash ^ hash >> 32) & (size - 1);
	while (slot[at] != 0 && slot[at] != hash)
		at = (at + 1) & (size - 1);
	return &slot[at];
}

static void grow(struct seen *seen)
{
	gsize size = seen->size * 2;
	guint64 *slot = g_new0(guint64, size);
	for (gsize i = 0; i < seen->size; i++)
		if (seen->slot[i] != 0)
			*find(slot, size, seen->slot[i]) = seen->slot[i];
	g_free(seen->slot);
	seen->slot = slot;
	seen->size = size;
}

guint seen_count(const struct seen *seen, guint64 hash)
{
	hash += hash == 0;
	if (*find(seen->slot, seen->size, hash) == 0)
		return 0;
	return 1 + GPOINTER_TO_UINT(g_hash_table_lookup(seen->again, &hash));
}

guint seen_add(struct seen *seen, guint64 hash)
{
	hash += hash == 0;
	guint64 *slot = find(seen->slot, seen->size, hash);
	if (*slot == 0) {
		*slot = hash;
		if (++seen->used * 3 > seen->size * 2)
			grow(seen);
		return 0;
	}
	guint again = GPOINTER_TO_UINT(g_hash_table_lookup(seen->again, &hash)) + 1;
	g_hash_table_insert(seen->again, g_memdup2(&hash, sizeof hash), GUINT_TO_POINTER(again));
	return again;
}
