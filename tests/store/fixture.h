/* A database in a folder of its own, and the smallest records. */
#ifndef DAIS_TESTS_STORE_FIXTURE_H
#define DAIS_TESTS_STORE_FIXTURE_H

#include <glib.h>
#include "store/case_store.h"
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

/* Adds a case "NUMBER" of the body "crb", received on a day, open; gives its id. */
id_t64 fixture_case(struct store *store, const char *number, day_t received, const char *class, const char *summary);
id_t64 fixture_allegation(struct store *store, id_t64 case_id, const char *class, const char *detail, const char *board, const char *chief);
/* begin and commit that must work. */
void fixture_begin(struct store *store);
void fixture_commit(struct store *store);
/* Ids found by a search, ascending, as "1 4 9". */
char *fixture_search(struct store *store, bool phrase, const char *first, ...) G_GNUC_NULL_TERMINATED;

#endif
