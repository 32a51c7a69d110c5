/* A small city for the tests of models: a board with two bodies, and a database of random but reproducible cases. */
#ifndef DAIS_TESTS_MODEL_CITY_H
#define DAIS_TESTS_MODEL_CITY_H

#include "domain/board.h"
#include "store/case_store.h"
#include "store/word_store.h"

#define CITY_TODAY 20000        /* 2024-10-04 */

struct city {
	char *folder, *path;
	struct store *store;
	struct board *board;
	GRand *random;
	int made;                   /* cases so far */
};
void city_make(struct city *city, guint32 seed, int cases);
/* More cases, in a transaction of their own. */
void city_grow(struct city *city, int cases);
void city_remove(struct city *city);

/* What a test knows of a case, read one by one through the ordinary functions of the store. */
struct known {
	struct case_record record;
	GPtrArray *allegations;     /* struct allegation_record * */
};
GArray *city_read(struct city *city);       /* struct known, in id order */

/* Steps with tiny budgets until complete; fails the test on an error. */
struct case_index;
struct case_query;
struct case_list;
void city_finish_index(struct case_index *index);
void city_finish_query(struct case_query *query);
void city_finish_list(struct case_list *list);

#endif
