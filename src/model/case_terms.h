/*
 * Which cases have a word of the search index, kept for some words: a filter typed letter by letter mostly asks for the same words
 * again ("came" and "camer" both mean camera), and finding them takes longer than all the rest.
 */
#ifndef DAIS_MODEL_CASE_TERMS_H
#define DAIS_MODEL_CASE_TERMS_H

#include "store/store.h"
#include "store/case_store.h"

struct case_term {
	guint64 *bits;                /* a bit per row of the table */
	id_t64 after;                 /* the last id found; the search goes on after it */
	bool complete;
};
struct case_terms;
/* For a table of so many rows. */
struct case_terms *case_terms_new(guint32 rows);
void case_terms_free(struct case_terms *terms);       /* NULL is fine */
/* What is known of a word, perhaps nothing yet. Good until the next call: it may drop others. */
struct case_term *case_terms_get(struct case_terms *terms, const char *word);

#endif
