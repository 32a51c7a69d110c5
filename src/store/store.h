/*
 * The database: one SQLite file. The only layer that includes sqlite3.h (behind store_private.h).
 * Open follows LIMITS.md B1 and B2: WAL, foreign keys, synchronous=FULL, trusted_schema=OFF, defensive, lower limits,
 * cell_size_check, persistent WAL; a zero-length, foreign, newer or damaged file is refused with a sentence; older
 * schemas migrate in one transaction each. Every statement is prepared at open, so a statement that does not fit the
 * schema fails at start and not at a key.
 */
#ifndef DAIS_STORE_STORE_H
#define DAIS_STORE_STORE_H

#include <glib.h>
#include <stdbool.h>

struct store;
typedef struct store store_t;

enum store_mode {
	STORE_READ,       /* never writes; does not migrate */
	STORE_WRITE,      /* opens an existing file; falls back to read-only where the file or folder may not be written */
	STORE_CREATE,     /* makes a new file; refused when one is there */
};

/* NULL with DAIS_ERROR_DATA and a sentence naming the file and what to do. */
struct store *store_open(const char *path, enum store_mode mode, GError **error);
void store_free(struct store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(store_t, store_free)

const char *store_path(const struct store *store);
/* NULL when writing is possible, else the reason in words for the header ("the file may only be read"). */
const char *store_read_only(const struct store *store);

/* How long another writer is waited for, in ms; 5,000 until it is said. Somebody at a screen is told sooner. */
void store_set_patience(struct store *store, int ms);
/* Transactions: BEGIN IMMEDIATE. A busy database is waited for as long as the patience lasts. They do not nest. */
bool store_begin(struct store *store, GError **error);
bool store_commit(struct store *store, GError **error);
void store_rollback(struct store *store);     /* also fine when none is open */

/* What changed, for reloading models. Rises whenever data of that kind was committed by anyone, this connection too. */
enum store_topic { TOPIC_CASES, TOPIC_FORCE, TOPIC_MEETINGS, TOPIC_META, STORE_TOPICS };
/* Fills revisions; costs a few microseconds when nothing changed (PRAGMA data_version). */
bool store_revisions(struct store *store, gint64 revision[STORE_TOPICS], GError **error);
/* Called by the store's own writers inside a transaction; raises the topic's revision once per transaction. */
void store_touch(struct store *store, enum store_topic topic);
/* The database file was replaced, removed or emptied underneath us: true with a sentence in error. */
bool store_lost(struct store *store, GError **error);

/* Files to watch with inotify: the notify file (touched after each commit of ours) and the -wal (a hint only: look
 * again 10, 50 and 250 ms later; LIMITS.md A7). Borrowed. */
const char *store_notify_path(const struct store *store);
const char *store_wal_path(const struct store *store);

/* Facts about the database: "board" (path of the board file, relative to the database's folder), "created", "demo" ... */
char *store_meta_get(struct store *store, const char *key);     /* g_free; NULL when not set */
bool store_meta_set(struct store *store, const char *key, const char *value, GError **error);

/* PRAGMA integrity_check and foreign_key_check: NULL when sound, else what is wrong, one line each; g_free. */
char *store_check(struct store *store);
/* Stops a running scan of this store at its next row (DAIS_ERROR_INTERRUPTED); safe from a signal handler's flag check. */
void store_interrupt(struct store *store);

#endif
