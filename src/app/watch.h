/*
 * Notices commits of other processes without ever waking up while nothing happens: inotify on the notify file (touched
 * after each commit) and, as a hint only, on the -wal: its write comes before the commit is visible, so one looks again
 * 10, 50 and 250 ms later (LIMITS.md A7).
 */
#ifndef DAIS_APP_WATCH_H
#define DAIS_APP_WATCH_H

#include <glib.h>
#include <stdbool.h>
#include "store/store.h"

struct watch;
struct watch *watch_new(struct store *store);
void watch_free(struct watch *watch);
int watch_fd(const struct watch *watch);              /* -1 when the system gives none: then only keys look */
/* Takes in what the descriptor has to say. */
void watch_read(struct watch *watch);
/* Milliseconds until the next look is due, -1 none. */
int watch_timeout(const struct watch *watch);
/* True once when a look is due now. */
bool watch_due(struct watch *watch);

#endif
