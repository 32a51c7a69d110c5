#include "store/store_private.h"

#include <string.h>

/* A word without a letter or digit has no token: FTS5 would let it match nothing. */
static bool has_token(const char *word)
{
	for (const char *p = word; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char_validated(p, -1);
		if (c == (gunichar) -1 || c == (gunichar) -2)
			return true;
		if (g_unichar_isalnum(c))
			return true;
	}
	return false;
}

/* Inside double quotes FTS5 sees text only; a quote in it is doubled. */
static void append_quoted(GString *query, const char *word)
{
	for (const char *p = word; *p; p++) {
		if (*p == '"')
			g_string_append_c(query, '"');
		g_string_append_c(query, *p);
	}
}

/* "word"* "word"* for words in any order, "word word"* for a phrase; NULL when nothing can be looked up. */
static char *search_query(const char *const *words, bool phrase)
{
	GString *query = g_string_new(phrase ? "\"" : NULL);
	unsigned n = 0;

	for (; *words; words++) {
		if (!g_utf8_validate(*words, -1, NULL) || !has_token(*words))
			continue;
		g_string_append(query, phrase ? (n ? " " : "") : (n ? " \"" : "\""));
		append_quoted(query, *words);
		if (!phrase)
			g_string_append(query, "\"*");
		n++;
	}
	if (phrase)
		g_string_append(query, "\"*");
	return g_string_free(query, n == 0);
}

/* visit(rowid): an aggregate, so that a search hands over its rows (in the order of their ids, as FTS5 reads them) without leaving
 * SQLite for each: a third of the time where a word stands in every third case. */
static void visit_row(sqlite3_context *context, int n, sqlite3_value **values)
{
	struct store *store = sqlite3_user_data(context);

	(void) n;
	if (store->visit.stopped || store->visit.row(sqlite3_value_int64(values[0]), store->visit.data))
		return;
	store->visit.stopped = true;
	sqlite3_interrupt(store->db);
}

static void visit_end(sqlite3_context *context)
{
	sqlite3_result_null(context);
}

void search_register(struct store *store)
{
	sqlite3_create_function(store->db, "visit", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, store, NULL, visit_row, visit_end);
	sqlite3_exec(store->db, "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab(main, search, instance)", NULL, NULL, NULL);
}

/* Gives the rows of a query that lie after an id. */
static bool visit(struct store *store, const char *query, id_t64 after, bool (*row)(id_t64 id, void *data), void *data, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, SQL_SEARCH);
	g_autoptr(GError) failure = NULL;

	bind_text(statement, 1, query);
	bind_int(statement, 2, after);
	store->visit.row = row;
	store->visit.data = data;
	store->visit.stopped = false;
	if (statement_step(store, statement, &failure) >= 0 || store->visit.stopped)
		return true;
	g_propagate_error(error, g_steal_pointer(&failure));
	return false;
}

bool case_store_search(struct store *store, const char *const *words, bool phrase, id_t64 after, bool (*row)(id_t64 id, void *data),
	void *data, GError **error)
{
	g_autofree char *query = search_query(words, phrase);

	if (!query || !search_flush(store, error))
		return !query;
	return visit(store, query, after, row, data, error);
}

bool case_store_search_term(struct store *store, const char *term, id_t64 after, bool (*row)(id_t64 id, void *data), void *data, GError **error)
{
	g_autofree char *query = g_strdup_printf("\"%s\"", term);

	return search_flush(store, error) && visit(store, query, after, row, data, error);
}

/* Each look seeks the next term and reads only its first entry. */
bool case_store_terms(struct store *store, const char *prefix, unsigned most, GPtrArray *terms, GError **error)
{
	g_autofree char *from = g_strdup(prefix);
	int rc = 1;

	while (rc > 0 && terms->len < most) {
		g_autoptr(running_t) statement = statement_start(store, SQL_SEARCH_TERM);
		bind_text(statement, 1, from);
		rc = statement_step(store, statement, error);
		char *term = rc > 0 ? column_text(statement, 0) : NULL;
		if (!term || !g_str_has_prefix(term, prefix)) {
			g_free(term);
			break;
		}
		g_ptr_array_add(terms, term);
		g_free(from);
		from = g_strconcat(term, "\001", NULL);
	}
	return rc >= 0;
}

static bool walk_prefix(struct store *store, const char *prefix, bool (*row)(id_t64 id, void *data), void *data, bool *enough, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, SQL_CASE_NUMBERS);
	size_t length = strlen(prefix);
	int rc = 0;

	bind_text(statement, 1, prefix);
	while (!*enough && (rc = statement_step(store, statement, error)) > 0) {
		const char *number = (const char *) sqlite3_column_text(statement, 1);
		if (!number || strncmp(number, prefix, length) != 0)
			return true;
		*enough = !row(sqlite3_column_int64(statement, 0), data);
	}
	return *enough || rc == 0;
}

/* Numbers are written in capitals or small letters, hardly ever in both: the prefix is tried as it is and in either. */
bool case_store_number_prefix(struct store *store, const char *prefix, bool (*row)(id_t64 id, void *data), void *data, GError **error)
{
	g_autofree char *upper = g_ascii_strup(prefix, -1), *lower = g_ascii_strdown(prefix, -1);
	bool enough = false;

	if (!walk_prefix(store, prefix, row, data, &enough, error))
		return false;
	if (strcmp(upper, prefix) != 0 && !walk_prefix(store, upper, row, data, &enough, error))
		return false;
	return strcmp(lower, prefix) == 0 || walk_prefix(store, lower, row, data, &enough, error);
}
