/*
 * The second memory of the journals' heads: FILE.head beside the database, one line "MEETING SEQ HASH" a meeting. SQLite cannot tell
 * that a deleted -wal, a copied main file or a cut tail lost events (LIMITS.md B2); this file can. It is written after each commit and
 * before the acknowledgement, and synced in the next idle moment (head_file_sync), so it may be behind the database but never ahead of
 * what was committed. A missing file is made anew; one that is ahead means loss.
 */
#ifndef DAIS_STORE_HEAD_FILE_H
#define DAIS_STORE_HEAD_FILE_H

#include "domain/journal.h"
#include "domain/record.h"
#include "store/store.h"

struct head { id_t64 meeting; gint64 seq; char hash[JOURNAL_HASH + 1]; };
/* All heads as the file has them: struct head; empty when there is no file; NULL with error when it is not ours or cannot be read. */
GArray *head_file_read(struct store *store, GError **error);
/* Remembers a head, never an older one in place of a newer; a missing or empty file is made with the heads of all journals. A failure is told
 * but loses nothing. */
bool head_file_write(struct store *store, id_t64 meeting, gint64 seq, const char *hash, GError **error);
/* fdatasync of what was written since the last sync; cheap when nothing was. */
void head_file_sync(struct store *store);
/* Is the database behind what the head file remembers, or of another history? Then false, and error says how many events of which meeting
 * are missing ("3 events recorded for meeting 4 are not in the database ..."). Appends are refused as long as this is so. */
bool head_file_agrees(struct store *store, GError **error);
/* The same for one append, inside its transaction and cheap: all heads are compared when the file is seen first, is another one or has
 * grown; else only the meeting's own. */
bool head_file_allows(struct store *store, id_t64 meeting, GError **error);

#endif
