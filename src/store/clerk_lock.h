/*
 * Who holds the record: FILE.clerk beside the database, locked (an open-file-description lock, fcntl) by the program of the clerk as long as it lives, so that its
 * death is seen at once and no lock is left. The file says who, which process, which session, and since when. It is a courtesy between
 * programs: what makes a fork impossible is the append (journal_store.h).
 */
#ifndef DAIS_STORE_CLERK_LOCK_H
#define DAIS_STORE_CLERK_LOCK_H

#include "base/date.h"
#include "store/store.h"

struct clerk_holder { char *who; char *session; gint64 pid; instant_t since; };
void clerk_holder_clear(struct clerk_holder *holder);

struct clerk_lock;
/* The lock, or NULL: held by another (then *holder is filled and error is unset), or an error. */
struct clerk_lock *clerk_lock_take(struct store *store, const char *who, const char *session, instant_t now, struct clerk_holder *holder, GError **error);
/* Takes it from whoever has it, alive or not: puts a new, locked file in the place of the old one. */
struct clerk_lock *clerk_lock_seize(struct store *store, const char *who, const char *session, instant_t now, GError **error);
/* False when another program has seized it since. */
bool clerk_lock_held(const struct clerk_lock *lock);
void clerk_lock_free(struct clerk_lock *lock);
/* Does a living program hold it? Then true and *holder is filled. Readable by those who may only read. */
bool clerk_lock_look(struct store *store, struct clerk_holder *holder);

#endif
