/* A database in a folder of its own, and the smallest records. */
#ifndef DAIS_TESTS_STORE_FIXTURE_H
#define DAIS_TESTS_STORE_FIXTURE_H

#include <glib.h>
#include "store/case_store.h"
#include "store/journal_store.h"
#include "store/store.h"

struct fixture { char *folder, *path; };

void fixture_make(struct fixture *fixture);
void fixture_remove(struct fixture *fixture);
/* A new database in it, open for writing. */
struct store *fixture_create(struct fixture *fixture);
/* Opens it; fails the test when that does not work. */
struct store *fixture_open(const struct fixture *fixture, enum store_mode mode);
/* Opening must fail with a message that holds the words; the file must still be there, not changed. */
void fixture_refused(const struct fixture *fixture, enum store_mode mode, const char *words);

/* The database's path with something behind it; g_free. */
char *fixture_beside(const struct fixture *fixture, const char *suffix);
bool fixture_exists(const struct fixture *fixture, const char *suffix);
void fixture_remove_suffix(const struct fixture *fixture, const char *suffix);
/* Runs a check as somebody who owns nothing here, in a process of its own. Needs root. */
void fixture_as_other(const struct fixture *fixture, void (*check)(const struct fixture *fixture));
/* Waits for a child; true when it left by itself with 0. */
bool fixture_done(int child);

/* Adds a case "NUMBER" of the body "crb", received on a day, open; gives its id. */
id_t64 fixture_case(struct store *store, const char *number, day_t received, const char *class, const char *summary);
id_t64 fixture_allegation(struct store *store, id_t64 case_id, const char *class, const char *detail, const char *board, const char *chief);
/* Adds a meeting; gives its id. */
id_t64 fixture_meeting(struct store *store);
/* All of it at once: the folder, a new database open for writing, and a meeting in it. */
struct store *fixture_with_meeting(struct fixture *fixture, id_t64 *meeting);
/* Appends a note whose id and text are given; hash gets its hash when it was appended, and may be head itself. */
enum append_outcome fixture_append(struct store *store, id_t64 meeting, gint64 after, const char *head, const char *id,
	char hash[JOURNAL_HASH + 1], GError **error);
/* Appends n notes "s.1", "s.2" ... that must be appended, after the one numbered `after` with this hash (0: the root); hash gets the new head. */
void fixture_append_many(struct store *store, id_t64 meeting, gint64 after, int n, char hash[JOURNAL_HASH + 1]);
/* The same in a process that is then killed, so that the log stays beside the file. No store may be open. */
void fixture_killed_clerk(const struct fixture *fixture, id_t64 meeting, gint64 after, int n, const char *hash);
/* The journal is a whole chain; gives how many events it has. */
int fixture_whole(struct store *store, id_t64 meeting);
/* begin and commit that must work. */
void fixture_begin(struct store *store);
void fixture_commit(struct store *store);
/* Ids found by a search, ascending, as "1 4 9". */
char *fixture_search(struct store *store, bool phrase, const char *first, ...) G_GNUC_NULL_TERMINATED;

#endif
