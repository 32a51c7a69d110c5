#include "base/text.h"
#include "domain/board.h"

#include <string.h>

void term_free(struct term *term)
{
	if (!term)
		return;
	g_free(term->id);
	labels_clear(&term->label);
	labels_clear(&term->explain);
	g_strfreev(term->aliases);
	g_free(term);
}

struct vocabulary *vocabulary_new(const char *id)
{
	struct vocabulary *vocabulary = g_new0(struct vocabulary, 1);
	vocabulary->id = g_strdup(id);
	vocabulary->terms = g_ptr_array_new_with_free_func((GDestroyNotify) term_free);
	vocabulary->by_word = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
	if (!vocabulary)
		return;
	g_free(vocabulary->id);
	g_hash_table_unref(vocabulary->by_word);
	g_ptr_array_unref(vocabulary->terms);
	g_free(vocabulary);
}

/* Indexes one word of a term; the first holder keeps a word that is claimed twice. */
static const struct term *index_word(struct vocabulary *vocabulary, struct term *term, const char *word)
{
	char *folded = text_fold(word);
	const struct term *holder = g_hash_table_lookup(vocabulary->by_word, folded);
	if (holder) {
		g_free(folded);
		return holder == term ? NULL : holder;
	}
	g_hash_table_insert(vocabulary->by_word, folded, term);
	return NULL;
}

const struct term *vocabulary_add(struct vocabulary *vocabulary, struct term *term, const char **word)
{
	const struct term *clash = NULL;
	g_ptr_array_add(vocabulary->terms, term);
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_ptr_array_add(words, term->id);
	for (char **alias = term->aliases; alias && *alias; alias++)
		g_ptr_array_add(words, *alias);
	for (unsigned i = 0; i < term->label.n; i++)
		g_ptr_array_add(words, term->label.v[i].text);
	for (unsigned i = 0; i < words->len; i++) {
		const struct term *holder = index_word(vocabulary, term, words->pdata[i]);
		if (holder && !clash) {
			clash = holder;
			if (word)
				*word = words->pdata[i];
		}
	}
	return clash;
}

const struct term *vocabulary_find(const struct vocabulary *vocabulary, const char *text)
{
	if (!vocabulary || !text)
		return NULL;
	g_autofree char *folded = text_fold(text);
	return g_hash_table_lookup(vocabulary->by_word, folded);
}
