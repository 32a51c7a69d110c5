/*
 * What the words of the data mean to the board: the term of each word, the group in which charts and filters put words of one
 * meaning together ("procedure", "PROcedure"), its label, and which words a filter value means. Grows with the store's dictionary.
 */
#ifndef DAIS_MODEL_LEXICON_H
#define DAIS_MODEL_LEXICON_H

#include "domain/board.h"
#include "store/word_store.h"

struct lexicon;
/* Borrows both. */
struct lexicon *lexicon_new(struct store *store, const struct board *board);
void lexicon_free(struct lexicon *lexicon);
/* Takes up words added to the store since; cheap when there are none. */
void lexicon_refresh(struct lexicon *lexicon);

/* body: word id of the body the word was used by (matters for findings only); 0 none. Word 0 has no term and group 0. */
const struct term *lexicon_term(struct lexicon *lexicon, int word, int body);
/* Groups are small numbers from 1; words of one list that mean the same term, or are the same but for case, share one. */
int lexicon_group(struct lexicon *lexicon, int word, int body);
int lexicon_groups(const struct lexicon *lexicon);       /* one more than the highest group */
/* The filter value that means exactly this group: the term's id, or the folded word. */
const char *lexicon_key(const struct lexicon *lexicon, int group);
/* What to show for a word or a group; NULL for 0. Borrowed. */
const char *lexicon_label(struct lexicon *lexicon, int word, int body, const char *lang);
const char *lexicon_group_label(struct lexicon *lexicon, int group, const char *lang);
/* The place of a group's term in its vocabulary, G_MAXINT for words the board does not know. */
int lexicon_rank(const struct lexicon *lexicon, int group);
/* The body a body word means, or NULL. */
const struct body *lexicon_body(struct lexicon *lexicon, int word);

/*
 * Marks in wanted[word] every word of the list that one of the folded values means: equal to the word, its term's id, an alias or
 * a label; where nothing is equal, those that begin with the value. wanted has room for word_store_limit bytes.
 */
void lexicon_match(struct lexicon *lexicon, enum word_list list, int body, const char *const *values, guint8 *wanted);
/* Marks the words of the list whose label, or the word as published, has all these folded beginnings of words in it. */
void lexicon_match_text(struct lexicon *lexicon, enum word_list list, const char *const *words, bool phrase, guint8 *wanted);
int lexicon_limit(const struct lexicon *lexicon);

#endif
