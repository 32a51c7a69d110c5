/* A set of 64-bit hashes that counts how often each came: eight bytes a member, for millions of rows. */
#ifndef DAIS_ACTION_SEEN_H
#define DAIS_ACTION_SEEN_H

#include <glib.h>

struct seen;
struct seen *seen_new(void);
void seen_free(struct seen *seen);
/* Adds one; gives how many there were before: 0 for the first. */
guint seen_add(struct seen *seen, guint64 hash);
guint seen_count(const struct seen *seen, guint64 hash);

#endif
