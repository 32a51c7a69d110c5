/*
 * The journal of meetings, as rows (domain/journal.h). Rows are only ever added. An append names the event it follows: the primary
 * key (meeting, seq) and the look at the last row inside BEGIN IMMEDIATE make a fork impossible.
 */
#ifndef DAIS_STORE_JOURNAL_STORE_H
#define DAIS_STORE_JOURNAL_STORE_H

#include "domain/journal.h"
#include "domain/record.h"
#include "store/store.h"

enum append_outcome {
	APPENDED,         /* committed and synced */
	APPEND_MOVED,     /* another event was recorded since; nothing was written */
	APPEND_FAILED,    /* nothing was written */
	APPEND_UNKNOWN,   /* the disk failed at the commit: journal_store_settle on a store opened anew tells */
};
/*
 * One transaction of its own: fills prev and hash (seq = after + 1, at, id, who and what happened are the caller's) and adds the
 * event after the one numbered `after`, whose hash is `head`. Also writes the head file after the commit. error is set unless APPENDED.
 */
enum append_outcome journal_store_append(struct store *store, id_t64 meeting, gint64 after, const char *head, struct meeting_event *event, GError **error);
/* Adds an event with seq, prev and hash as given, in the caller's transaction; for replay into another file. Call
 * journal_store_sealed after the commit. */
bool journal_store_insert(struct store *store, id_t64 meeting, const struct meeting_event *event, GError **error);
bool journal_store_sealed(struct store *store, id_t64 meeting, GError **error);
/* Events with seq > after, in order: struct meeting_event *, owned; NULL with error. A row that cannot be one (unknown kind, too
 * long a text) is an error naming its seq. */
GPtrArray *journal_store_read(struct store *store, id_t64 meeting, gint64 after, GError **error);
/* The same, but such a row only ends the list: *damage then says what it is (g_free), else it is NULL. after G_MININT64 finds rows below 1. */
GPtrArray *journal_store_read_sound(struct store *store, id_t64 meeting, gint64 after, char **damage, GError **error);
/* The last seq of a meeting (0: no journal) and its hash (journal_root). */
bool journal_store_last(struct store *store, id_t64 meeting, gint64 *seq, char hash[JOURNAL_HASH + 1], GError **error);
/* The meeting in which an event of this id is recorded: 1 with *meeting, 0 there is none, -1 error. */
int journal_store_meeting_of(struct store *store, const char *id, id_t64 *meeting, GError **error);
/* Is an event of this id recorded? 1 yes, 0 no, -1 error. */
int journal_store_find(struct store *store, const char *id, GError **error);
/*
 * The same after APPEND_UNKNOWN, for good: the answer is written over what the failed commit left in the log, where a later recovery
 * would find it again. -1: still not known.
 */
int journal_store_settle(struct store *store, const char *id, GError **error);
/* Is the event numbered seq the one with this hash? 1 yes, 0 no or not there, -1 error. */
int journal_store_has(struct store *store, id_t64 meeting, gint64 seq, const char *hash, GError **error);
/* Ids of the meetings that have a journal, oldest first: id_t64; NULL with error. */
GArray *journal_store_meetings(struct store *store, GError **error);

#endif
