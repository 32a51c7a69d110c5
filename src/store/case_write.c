#include "store/store_private.h"

#include <string.h>

static gint compare_key(gconstpointer a, gconstpointer b)
{
	const struct case_key *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static struct case_key key_of(const struct case_facts *facts)
{
	return (struct case_key) { facts->id, facts->body, facts->received == DAY_UNKNOWN ? MONTH_UNKNOWN : month_of_day(facts->received) };
}

static bool get_facts(struct store *store, id_t64 id, struct case_facts *facts, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CASE_FACTS);
	int rc;

	bind_int(row, 1, id);
	if ((rc = statement_step(store, row, error)) > 0)
		case_facts_read(row, facts);
	else if (rc == 0)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no case with the id %" PRId64), store->path, id);
	return rc > 0;
}

bool case_key_get(struct store *store, id_t64 id, struct case_key *key, GError **error)
{
	struct case_key wanted = { .id = id };
	struct case_facts facts;
	guint at;

	if (store->last_case.id == id) {
		*key = store->last_case;
		return true;
	}
	if (g_array_binary_search(store->new_cases, &wanted, compare_key, &at)) {
		*key = g_array_index(store->new_cases, struct case_key, at);
		return true;
	}
	if (!get_facts(store, id, &facts, error))
		return false;
	*key = store->last_case = key_of(&facts);
	return true;
}

/* Fills facts from a record, adding its new words. */
static bool facts_of_record(struct store *store, const struct case_record *record, struct case_facts *facts, GError **error)
{
	const struct { enum word_list list; const char *word; int *id; } words[] = {
		{ WORDS_BODY, record->body, &facts->body }, { WORDS_KIND, record->kind, &facts->kind },
		{ WORDS_DISTRICT, record->district, &facts->district }, { WORDS_CHANNEL, record->channel, &facts->channel },
		{ WORDS_SOURCE, record->source, &facts->source }, { WORDS_STATE, record->state, &facts->state },
		{ WORDS_CLASS, record->class, &facts->class },
	};

	for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
		if (!(*words[i].id = word_store_id(store, words[i].list, words[i].word, error)) && words[i].word)
			return false;
	facts->id = record->id;
	facts->received = record->received;
	facts->occurred = record->occurred;
	facts->closed = record->closed;
	facts->due = record->due;
	facts->priority = record->priority;
	facts->open = record->open;
	return true;
}

static bool bind_case(struct store *store, running_t *statement, const struct case_record *record, const struct case_facts *facts, GError **error)
{
	const int words[] = { facts->body, facts->kind, facts->district, facts->channel, facts->source, facts->state, facts->class };

	for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
		bind_id(statement, 1 + i, words[i]);
	bind_int(statement, 8, facts->priority);
	bind_int(statement, 9, facts->open);
	bind_day(statement, 10, facts->received);
	bind_day(statement, 11, facts->occurred);
	bind_day(statement, 12, facts->closed);
	bind_day(statement, 13, facts->due);
	bind_id(statement, 15, record->raw);
	bind_text(statement, 16, record->number);
	bind_text(statement, 17, record->summary);
	return bind_word(store, statement, 14, WORDS_PRIVACY, record->privacy, error);
}

static bool check_record(struct store *store, const struct case_record *record, GError **error)
{
	if (!store_must_write(store, error))
		return false;
	if (record->number && record->body)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: a case needs a number and a body (number: %s)"), store->path,
		record->number ? record->number : _("none"));
	return false;
}

/* A second case of one number is the caller's mistake, or his file's: said in his words. */
static bool explain_duplicate(struct store *store, const struct case_record *record, GError **error)
{
	if (sqlite3_extended_errcode(store->db) != SQLITE_CONSTRAINT_UNIQUE)
		return false;
	g_clear_error(error);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: case %s of %s is there already"), store->path, record->number, record->body);
	return false;
}

bool case_store_insert(struct store *store, struct case_record *record, GError **error)
{
	g_autoptr(running_t) insert = NULL;
	struct case_facts facts;

	if (!check_record(store, record, error) || !facts_of_record(store, record, &facts, error))
		return false;
	insert = statement_start(store, SQL_CASE_INSERT);
	if (!bind_case(store, insert, record, &facts, error))
		return false;
	if (!statement_run(store, insert, &record->id, error))
		return explain_duplicate(store, record, error);
	facts.id = record->id;
	store->last_case = key_of(&facts);
	g_array_append_val(store->new_cases, store->last_case);
	store_touch(store, TOPIC_CASES);
	return case_facts_count(store, &facts, 1, error);
}

static void findings_read(running_t *row, int finding[STAGES])
{
	for (int stage = 0; stage < STAGES; stage++)
		finding[stage] = column_word_id(row, 1 + stage);
}

/* Moves the findings of a case's allegations to another body or month. */
static bool move_findings(struct store *store, const struct case_key *from, const struct case_key *to, GError **error)
{
	g_autoptr(running_t) row = NULL;
	int rc;

	if (from->body == to->body && from->received == to->received)
		return true;
	row = statement_start(store, SQL_CASE_FINDINGS);
	bind_int(row, 1, from->id);
	while ((rc = statement_step(store, row, error)) > 0) {
		int finding[STAGES];
		findings_read(row, finding);
		if (!finding_count(store, from, finding, -1, error) || !finding_count(store, to, finding, 1, error))
			return false;
	}
	return rc == 0;
}

static void remember_key(struct store *store, const struct case_key *key)
{
	guint at;

	store->last_case = *key;
	if (g_array_binary_search(store->new_cases, key, compare_key, &at))
		g_array_index(store->new_cases, struct case_key, at) = *key;
}

static bool run_update(struct store *store, const struct case_record *record, const struct case_facts *facts, GError **error)
{
	g_autoptr(running_t) update = statement_start(store, SQL_CASE_UPDATE);

	bind_int(update, 18, record->id);
	if (!bind_case(store, update, record, facts, error))
		return false;
	return statement_run(store, update, NULL, error) || explain_duplicate(store, record, error);
}

bool case_store_update(struct store *store, const struct case_record *record, GError **error)
{
	struct case_facts before, after;
	struct case_key from, to;

	if (!check_record(store, record, error) || !get_facts(store, record->id, &before, error)
		|| !facts_of_record(store, record, &after, error) || !search_remember(store, record->id, error)
		|| !run_update(store, record, &after, error))
		return false;
	from = key_of(&before);
	to = key_of(&after);
	remember_key(store, &to);
	store_touch(store, TOPIC_CASES);
	return case_facts_count(store, &before, -1, error) && case_facts_count(store, &after, 1, error) && move_findings(store, &from, &to, error);
}

bool case_store_add_person(struct store *store, id_t64 case_id, struct person_record *person, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_PERSON_INSERT);
	bind_int(insert, 1, case_id);
	bind_text(insert, 2, person->role);
	bind_text(insert, 3, person->ref);
	bind_id(insert, 7, 0);
	if (person->age >= 0)
		bind_int(insert, 7, person->age);
	store_touch(store, TOPIC_CASES);
	return bind_word(store, insert, 4, WORDS_RACE, person->race, error) && bind_word(store, insert, 5, WORDS_SEX, person->sex, error)
		&& bind_word(store, insert, 6, WORDS_UNIT, person->unit, error) && statement_run(store, insert, &person->id, error);
}

/* Binds everything from the case on; finding[] gets the words' ids. An officer without role is none. */
static bool bind_allegation(struct store *store, running_t *to, const struct allegation_record *from, int finding[STAGES], GError **error)
{
	const struct person_record *officer = &from->officer;
	bool given = officer->role != NULL;

	bind_int(to, 2, from->case_id);
	bind_text(to, 3, from->key);
	for (int stage = 0; stage < STAGES; stage++) {
		finding[stage] = word_store_id(store, WORDS_FINDING, from->finding[stage], error);
		if (!finding[stage] && from->finding[stage])
			return false;
		bind_id(to, 6 + stage, finding[stage]);
	}
	bind_text(to, 12, given ? (officer->ref ? officer->ref : "") : NULL);
	sqlite3_bind_null(to, 16);
	if (given && officer->age >= 0)
		bind_int(to, 16, officer->age);
	bind_int(to, 17, from->copy);
	bind_id(to, 18, from->raw);
	return bind_word(store, to, 4, WORDS_CLASS, from->class, error) && bind_word(store, to, 5, WORDS_DETAIL, from->detail, error)
		&& bind_word(store, to, 10, WORDS_DISCIPLINE, from->discipline, error) && bind_word(store, to, 11, WORDS_CLOSURE, from->closure, error)
		&& bind_word(store, to, 13, WORDS_RACE, given ? officer->race : NULL, error)
		&& bind_word(store, to, 14, WORDS_SEX, given ? officer->sex : NULL, error)
		&& bind_word(store, to, 15, WORDS_UNIT, given ? officer->unit : NULL, error);
}

bool case_store_add_allegation(struct store *store, struct allegation_record *allegation, GError **error)
{
	g_autoptr(running_t) insert = NULL;
	struct case_key key;
	int finding[STAGES];

	if (!store_must_write(store, error) || !case_key_get(store, allegation->case_id, &key, error)
		|| !search_remember(store, allegation->case_id, error))
		return false;
	insert = statement_start(store, SQL_ALLEGATION_INSERT);
	store_touch(store, TOPIC_CASES);
	return bind_allegation(store, insert, allegation, finding, error) && statement_run(store, insert, &allegation->id, error)
		&& finding_count(store, &key, finding, 1, error);
}

/* The case and the findings that the allegation has now. */
static bool get_findings(struct store *store, id_t64 id, struct case_key *key, int finding[STAGES], GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_ALLEGATION_FINDINGS);
	int rc;

	bind_int(row, 1, id);
	if ((rc = statement_step(store, row, error)) > 0)
		findings_read(row, finding);
	else if (rc == 0)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no allegation with the id %" PRId64), store->path, id);
	return rc > 0 && case_key_get(store, sqlite3_column_int64(row, 0), key, error);
}

bool case_store_update_allegation(struct store *store, const struct allegation_record *allegation, GError **error)
{
	g_autoptr(running_t) update = NULL;
	struct case_key from, to;
	int before[STAGES], after[STAGES];

	if (!store_must_write(store, error) || !get_findings(store, allegation->id, &from, before, error)
		|| !case_key_get(store, allegation->case_id, &to, error)
		|| !search_remember(store, from.id, error) || !search_remember(store, to.id, error))
		return false;
	update = statement_start(store, SQL_ALLEGATION_UPDATE);
	bind_int(update, 1, allegation->id);
	store_touch(store, TOPIC_CASES);
	return bind_allegation(store, update, allegation, after, error) && statement_run(store, update, NULL, error)
		&& finding_count(store, &from, before, -1, error) && finding_count(store, &to, after, 1, error);
}

static bool add_event_detail(struct store *store, const struct case_event *event, GError **error)
{
	bool dated = event->day != 0 && event->day != DAY_UNKNOWN;
	g_autoptr(running_t) insert = NULL;

	if (!event->allegation && !event->stage && !event->clock && !event->was && !event->value && !dated && !event->undoes)
		return true;
	insert = statement_start(store, SQL_EVENT_DETAIL_INSERT);
	bind_int(insert, 1, event->id);
	bind_id(insert, 2, event->allegation);
	bind_text(insert, 3, event->stage);
	bind_text(insert, 4, event->clock);
	bind_text(insert, 5, event->was);
	bind_text(insert, 6, event->value);
	bind_day(insert, 7, dated ? event->day : DAY_UNKNOWN);
	bind_id(insert, 8, event->undoes);
	return statement_run(store, insert, NULL, error);
}

bool case_store_add_event(struct store *store, struct case_event *event, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_EVENT_INSERT);
	bind_int(insert, 1, event->case_id);
	bind_int(insert, 2, event->when);
	bind_text(insert, 3, event->who);
	bind_text(insert, 4, event->what);
	bind_text(insert, 5, event->from);
	bind_text(insert, 6, event->to);
	bind_text(insert, 7, event->why);
	store_touch(store, TOPIC_CASES);
	return statement_run(store, insert, &event->id, error) && add_event_detail(store, event, error);
}

/*
 * Into an empty database rows go straight to the file under a rollback journal, which stays tiny because there is nothing to
 * roll back to: half the writing of a write-ahead log, and as safe. Needs the database for itself; with another program
 * connected the log stays.
 */
static bool without_log(struct store *store, GError **error)
{
	if (store->touched || !store_commit_quietly(store, error))
		return store->writing;
	store_journal(store, "DELETE");
	return store_begin(store, error);
}

/* With nothing there yet the indexes wait for the rows; else building them again would cost more than it saves. */
bool case_store_bulk_begin(struct store *store, GError **error)
{
	if (!store_must_write(store, error))
		return false;
	if (store->first_new_case == 1 && store->new_cases->len == 0 && !without_log(store, error))
		return false;
	if (!store_execute(store, "PRAGMA cache_size = -65536", error))
		return false;
	store->bulk = true;
	store->bulk_fresh = store->first_new_case == 1 && store->new_cases->len == 0;
	search_bulk(store, true);
	return !store->bulk_fresh || schema_drop_indexes(store, error);
}

bool case_store_bulk_end(struct store *store, GError **error)
{
	if (store->bulk_fresh && !schema_make_indexes(store, error))
		return false;
	store->bulk_fresh = false;
	if (!search_flush(store, error) || !rollup_store_flush(store, error))
		return false;
	search_bulk(store, false);
	return true;
}
