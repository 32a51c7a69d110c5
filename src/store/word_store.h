/* The distinct words of published data, each once per list. Ids are small and dense: they index arrays. */
#ifndef DAIS_STORE_WORD_STORE_H
#define DAIS_STORE_WORD_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* The id (> 0) of a word, adding it inside the open transaction; 0 for NULL. */
int word_store_id(struct store *store, enum word_list list, const char *word, GError **error);
/* The id when it is known, 0 when not or NULL; never writes. */
int word_store_find(struct store *store, enum word_list list, const char *word);
/* The word of an id, borrowed until the store is freed; NULL for 0. */
const char *word_store_text(struct store *store, int id);
enum word_list word_store_list(struct store *store, int id);
/* One more than the highest id. The cache is refreshed by store_revisions. */
int word_store_limit(struct store *store);

#endif
