#include "store/store_private.h"
#include "base/text.h"

/*
 * The search index is contentless FTS5 fed by code. To take a case out of it its old text must be given again, so the text is
 * put aside before the first change of a case in a transaction, and the index is brought up to date at the commit.
 */
struct search_document { char *number, *summary, *detail; };

static void document_free(void *p)
{
	struct search_document *document = p;

	g_free(document->number);
	g_free(document->summary);
	g_free(document->detail);
	g_free(document);
}

/* Adds a word to the detail text once: rows come ordered by class and detail. */
static void add_word(struct store *store, GString *text, int id, int *last)
{
	const char *word = id != *last ? word_store_text(store, id) : NULL;

	*last = id;
	if (!word)
		return;
	if (text->len)
		g_string_append_c(text, '\n');
	g_string_append(text, word);
}

static bool read_details(struct store *store, id_t64 id, GString *text, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CASE_DETAILS);
	int class = 0, detail = 0, rc;

	bind_int(row, 1, id);
	while ((rc = statement_step(store, row, error)) > 0) {
		add_word(store, text, sqlite3_column_int(row, 0), &class);
		add_word(store, text, sqlite3_column_int(row, 1), &detail);
	}
	return rc == 0;
}

static struct search_document *read_document(struct store *store, id_t64 id, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CASE_TEXT);
	g_autoptr(GString) detail = g_string_new(NULL);
	struct search_document *document;

	bind_int(row, 1, id);
	if (statement_step(store, row, error) < 0 || !read_details(store, id, detail, error))
		return NULL;
	document = g_new0(struct search_document, 1);
	if (sqlite3_data_count(row)) {
		document->number = column_text(row, 0);
		document->summary = column_text(row, 1);
	}
	document->detail = g_strdup(detail->str);
	return document;
}

static gint64 *id_key(id_t64 id)
{
	gint64 *key = g_new(gint64, 1);

	*key = id;
	return key;
}

bool search_remember(struct store *store, id_t64 case_id, GError **error)
{
	struct search_document *document;

	if (case_id >= store->first_new_case)
		return true;
	if (!store->documents)
		store->documents = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, document_free);
	if (g_hash_table_contains(store->documents, &case_id))
		return true;
	document = read_document(store, case_id, error);
	if (document)
		g_hash_table_insert(store->documents, id_key(case_id), document);
	return document != NULL;
}

/* The text as filters spell their words, where the folding of FTS5 differs ("Straße"); NULL where it does not. */
static char *folded(const char *text)
{
	return text && !g_str_is_ascii(text) ? text_fold(text) : NULL;
}

static bool write_document(struct store *store, enum statement how, id_t64 id, const char *number, const char *summary, const char *detail, GError **error)
{
	g_autofree char *number_folded = folded(number), *summary_folded = folded(summary), *detail_folded = folded(detail);
	g_autoptr(running_t) write = statement_start(store, how);

	bind_int(write, 1, id);
	bind_text(write, 2, number_folded ? number_folded : number);
	bind_text(write, 3, summary_folded ? summary_folded : summary);
	bind_text(write, 4, detail_folded ? detail_folded : detail);
	return statement_run(store, write, NULL, error);
}

static bool replace_document(struct store *store, id_t64 id, const struct search_document *old, GError **error)
{
	struct search_document *new = read_document(store, id, error);
	bool good = new != NULL;

	if (good && (g_strcmp0(old->number, new->number) || g_strcmp0(old->summary, new->summary) || g_strcmp0(old->detail, new->detail)))
		good = write_document(store, SQL_SEARCH_DELETE, id, old->number, old->summary, old->detail, error)
			&& write_document(store, SQL_SEARCH_INSERT, id, new->number, new->summary, new->detail, error);
	if (new)
		document_free(new);
	return good;
}

static bool flush_changed(struct store *store, GError **error)
{
	GHashTableIter iter;
	gpointer key, old;

	if (!store->documents)
		return true;
	g_hash_table_iter_init(&iter, store->documents);
	while (g_hash_table_iter_next(&iter, &key, &old))
		if (!replace_document(store, *(gint64 *) key, old, error))
			return false;
	g_hash_table_remove_all(store->documents);
	return true;
}

/* Collects the detail of case id from the allegations, which come in the order of their cases. rc: the last step's result. */
static bool gather(struct store *store, running_t *row, id_t64 id, int *rc, GString *text, GError **error)
{
	int class = 0, detail = 0;

	g_string_truncate(text, 0);
	while (*rc > 0 && sqlite3_column_int64(row, 0) <= id) {
		if (sqlite3_column_int64(row, 0) == id) {
			add_word(store, text, sqlite3_column_int(row, 1), &class);
			add_word(store, text, sqlite3_column_int(row, 2), &detail);
		}
		*rc = statement_step(store, row, error);
	}
	return *rc >= 0;
}

static bool flush_new(struct store *store, GError **error)
{
	g_autoptr(running_t) texts = NULL, details = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	int rc = 0, more;

	if (store->new_cases->len == 0 || store->first_new_case > g_array_index(store->new_cases, struct case_key, store->new_cases->len - 1).id)
		return true;
	texts = statement_start(store, SQL_CASE_TEXTS);
	details = statement_start(store, SQL_CASES_DETAILS);
	bind_int(texts, 1, store->first_new_case);
	bind_int(details, 1, store->first_new_case);
	more = statement_step(store, details, error);
	while (more >= 0 && (rc = statement_step(store, texts, error)) > 0) {
		id_t64 id = sqlite3_column_int64(texts, 0);
		if (!gather(store, details, id, &more, text, error)
			|| !write_document(store, SQL_SEARCH_INSERT, id, (const char *) sqlite3_column_text(texts, 1),
				(const char *) sqlite3_column_text(texts, 2), text->str, error))
			return false;
		store->first_new_case = id + 1;
	}
	return more >= 0 && rc == 0;
}

/* Before bulk writing has made its indexes nothing is flushed: bulk_end does it. */
bool search_flush(struct store *store, GError **error)
{
	return !store->writing || store->bulk_fresh || (flush_changed(store, error) && flush_new(store, error));
}

void search_forget(struct store *store)
{
	if (store->documents)
		g_hash_table_remove_all(store->documents);
}

bool case_store_index_text(struct store *store, id_t64 case_id, GError **error)
{
	return store_must_write(store, error) && search_remember(store, case_id, error);
}

static void setting(struct store *store, const char *name, gint64 value)
{
	g_autoptr(running_t) set = statement_start(store, SQL_SEARCH_SETTING);

	bind_text(set, 1, name);
	bind_int(set, 2, value);
	statement_run(store, set, NULL, NULL);
}

/* In bulk more is gathered in memory before it is written, so that fewer pieces have to be merged. */
void search_bulk(struct store *store, bool on)
{
	setting(store, "hashsize", on ? 32 * 1024 * 1024 : 1024 * 1024);
}
