#include "store/store_private.h"

#include <string.h>

void word_store_start(struct store *store)
{
	struct word none = { NULL, 0 };

	store->words = g_array_new(FALSE, TRUE, sizeof(struct word));
	g_array_append_val(store->words, none);
	store->word_texts = g_string_chunk_new(16 * 1024);
	for (int list = 0; list < WORD_LISTS; list++)
		store->word_ids[list] = g_hash_table_new(g_str_hash, g_str_equal);
}

void word_store_stop(struct store *store)
{
	for (int list = 0; list < WORD_LISTS; list++)
		g_hash_table_unref(store->word_ids[list]);
	g_array_unref(store->words);
	g_string_chunk_free(store->word_texts);
}

/* The list of this name, or WORD_LISTS: of a newer program. */
static enum word_list list_of_name(const char *name)
{
	enum word_list list = 0;

	while (list < WORD_LISTS && strcmp(word_list_name(list), name) != 0)
		list++;
	return list;
}

static void remember(struct store *store, int id, enum word_list list, const char *text)
{
	struct word word = { g_string_chunk_insert(store->word_texts, text), list };

	if ((guint) id >= store->words->len)
		g_array_set_size(store->words, id + 1);
	g_array_index(store->words, struct word, id) = word;
	if (list < WORD_LISTS)
		g_hash_table_insert(store->word_ids[list], (gpointer) word.text, GINT_TO_POINTER(id));
}

bool word_store_refresh(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_WORDS_FROM);
	int rc;

	bind_int(row, 1, store->words->len);
	while ((rc = statement_step(store, row, error)) > 0) {
		gint64 id = sqlite3_column_int64(row, 0);
		const char *list = (const char *) sqlite3_column_text(row, 1), *text = (const char *) sqlite3_column_text(row, 2);
		if (id <= 0 || id > WORD_MOST || !list || !text) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: word %" PRId64 " is damaged; restore a copy"), store->path, id);
			return false;
		}
		remember(store, (int) id, list_of_name(list), text);
	}
	return rc == 0;
}

void word_store_rollback(struct store *store)
{
	for (guint id = store->words_stored; store->words_stored > 0 && id < store->words->len; id++) {
		struct word *word = &g_array_index(store->words, struct word, id);
		if (word->text && word->list < WORD_LISTS)
			g_hash_table_remove(store->word_ids[word->list], word->text);
	}
	if (store->words_stored > 0 && (guint) store->words_stored < store->words->len)
		g_array_set_size(store->words, store->words_stored);
}

int word_store_find(struct store *store, enum word_list list, const char *word)
{
	return word ? GPOINTER_TO_INT(g_hash_table_lookup(store->word_ids[list], word)) : 0;
}

int word_store_id(struct store *store, enum word_list list, const char *word, GError **error)
{
	int id = word_store_find(store, list, word);
	g_autoptr(running_t) insert = NULL;

	if (id || !word || !store_must_write(store, error))
		return id;
	id = store->words->len;
	insert = statement_start(store, SQL_WORD_INSERT);
	bind_int(insert, 1, id);
	bind_text(insert, 2, word_list_name(list));
	bind_text(insert, 3, word);
	if (!statement_run(store, insert, NULL, error))
		return 0;
	remember(store, id, list, word);
	return id;
}

static const struct word *word_of(struct store *store, int id)
{
	static const struct word none = { NULL, 0 };

	if (id > 0 && (guint) id >= store->words->len && !sqlite3_stmt_busy(store->statement[SQL_WORDS_FROM]))
		word_store_refresh(store, NULL);
	return id > 0 && (guint) id < store->words->len ? &g_array_index(store->words, struct word, id) : &none;
}

const char *word_store_text(struct store *store, int id)
{
	return word_of(store, id)->text;
}

enum word_list word_store_list(struct store *store, int id)
{
	return word_of(store, id)->list;
}

int word_store_limit(struct store *store)
{
	return store->words->len;
}
