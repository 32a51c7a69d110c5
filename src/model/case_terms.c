#include "model/case_terms.h"

#define KEEP_BYTES (16 * 1024 * 1024)
#define KEEP_LEAST 64

struct case_terms { guint32 rows; GHashTable *known; };

static void term_free(void *data)
{
	struct case_term *term = data;
	g_free(term->bits);
	g_free(term);
}

struct case_terms *case_terms_new(guint32 rows)
{
	struct case_terms *terms = g_new0(struct case_terms, 1);
	terms->rows = rows;
	terms->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, term_free);
	return terms;
}

void case_terms_free(struct case_terms *terms)
{
	if (!terms)
		return;
	g_hash_table_unref(terms->known);
	g_free(terms);
}

struct case_term *case_terms_get(struct case_terms *terms, const char *word)
{
	struct case_term *term = g_hash_table_lookup(terms->known, word);
	if (term)
		return term;
	if (g_hash_table_size(terms->known) >= MAX(KEEP_LEAST, KEEP_BYTES / (terms->rows / 8 + 1)))
		g_hash_table_remove_all(terms->known);
	term = g_new0(struct case_term, 1);
	term->bits = g_new0(guint64, terms->rows / 64 + 1);
	g_hash_table_insert(terms->known, g_strdup(word), term);
	return term;
}
