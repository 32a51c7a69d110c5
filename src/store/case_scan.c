#include "store/store_private.h"

typedef bool facts_row(const struct case_facts *facts, void *data);

/* Calls row for each case of the statement, of one body or all. 1: all of them, 0: row had enough, -1: failed. */
static int walk(struct store *store, enum statement id, int body, facts_row *row, void *data, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, id);
	struct case_facts facts;
	int rc;

	while ((rc = statement_step(store, statement, error)) > 0) {
		case_facts_read(statement, &facts);
		if ((body == 0 || facts.body == body) && !row(&facts, data))
			return 0;
	}
	return rc == 0 ? 1 : -1;
}

bool case_store_open_by_due(struct store *store, int body, facts_row *row, void *data, GError **error)
{
	int rc = walk(store, SQL_CASE_OPEN_DUE, body, row, data, error);

	if (rc > 0)
		rc = walk(store, SQL_CASE_OPEN_UNKNOWN, body, row, data, error);
	return rc >= 0;
}

int case_store_scan(struct store *store, id_t64 after, int most, void (*row)(const struct case_facts *facts, const char *number, void *data),
	void *data, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, SQL_CASE_SCAN);
	struct case_facts facts;
	int rc, n = 0;

	bind_int(statement, 1, after);
	bind_int(statement, 2, most);
	while ((rc = statement_step(store, statement, error)) > 0) {
		case_facts_read(statement, &facts);
		row(&facts, column_number(statement, 14), data);
		n++;
	}
	return rc == 0 ? n : -1;
}

int case_store_scan_allegations(struct store *store, id_t64 after, int most, void (*row)(const struct allegation_facts *facts, void *data),
	void *data, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, SQL_ALLEGATION_SCAN);
	int rc, n = 0;

	bind_int(statement, 1, after);
	bind_int(statement, 2, most);
	while ((rc = statement_step(store, statement, error)) > 0) {
		struct allegation_facts facts = {
			.id = sqlite3_column_int64(statement, 0), .case_id = sqlite3_column_int64(statement, 1),
			.class = column_word_id(statement, 2), .detail = column_word_id(statement, 3),
		};
		for (int stage = 0; stage < STAGES; stage++)
			facts.finding[stage] = column_word_id(statement, 4 + stage);
		row(&facts, data);
		n++;
	}
	return rc == 0 ? n : -1;
}

static const enum statement allegation_scans[] = {
	[ALLEGATION_CLASS] = SQL_ALLEGATION_CLASSES,
	[ALLEGATION_DETAIL] = SQL_ALLEGATION_DETAILS,
	[ALLEGATION_INVESTIGATOR] = SQL_ALLEGATION_INVESTIGATOR,
	[ALLEGATION_BOARD] = SQL_ALLEGATION_BOARD,
	[ALLEGATION_CHIEF] = SQL_ALLEGATION_CHIEF,
	[ALLEGATION_FINAL] = SQL_ALLEGATION_FINAL,
};

bool case_store_with_allegation(struct store *store, enum allegation_column which, const int *words, int n,
	bool (*row)(id_t64 id, void *data), void *data, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, allegation_scans[which]);
	int limit = word_store_limit(store);
	g_autofree bool *wanted = g_new0(bool, limit + 1);
	int rc;

	for (int i = 0; i < n; i++)
		if (words[i] > 0 && words[i] < limit)
			wanted[words[i]] = true;
	while ((rc = statement_step(store, statement, error)) > 0) {
		int word = sqlite3_column_int(statement, 1);
		if (word > 0 && word < limit && wanted[word] && !row(sqlite3_column_int64(statement, 0), data))
			return true;
	}
	return rc == 0;
}

bool case_store_disagreements(struct store *store, bool (*row)(id_t64 id, void *data), void *data, gint64 *allegations, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, SQL_DISAGREEMENTS);
	gint64 n = 0;
	int rc;

	while ((rc = statement_step(store, statement, error)) > 0) {
		n++;
		if (!row(sqlite3_column_int64(statement, 0), data))
			break;
	}
	if (allegations)
		*allegations = n;
	return rc >= 0;
}
