#include "store/store_private.h"

void case_facts_read(sqlite3_stmt *row, struct case_facts *facts)
{
	facts->id = sqlite3_column_int64(row, 0);
	facts->body = column_word_id(row, 1);
	facts->kind = column_word_id(row, 2);
	facts->district = column_word_id(row, 3);
	facts->channel = column_word_id(row, 4);
	facts->source = column_word_id(row, 5);
	facts->state = column_word_id(row, 6);
	facts->class = column_word_id(row, 7);
	facts->priority = sqlite3_column_int(row, 8);
	facts->open = sqlite3_column_int(row, 9);
	facts->received = column_day(row, 10);
	facts->occurred = column_day(row, 11);
	facts->closed = column_day(row, 12);
	facts->due = column_day(row, 13);
}

/* A file made to deceive may hold a case without number. */
const char *column_number(running_t *row, int at)
{
	const char *number = (const char *) sqlite3_column_text(row, at);

	return number ? number : "";
}

id_t64 case_store_find(struct store *store, const char *body, const char *number)
{
	g_autoptr(running_t) row = NULL;
	int word = word_store_find(store, WORDS_BODY, body);

	if (!word || !number)
		return 0;
	row = statement_start(store, SQL_CASE_FIND);
	bind_text(row, 1, number);
	bind_int(row, 2, word);
	return statement_step(store, row, NULL) > 0 ? sqlite3_column_int64(row, 0) : 0;
}

static char *word(struct store *store, int id)
{
	return g_strdup(word_store_text(store, id));
}

bool case_store_get(struct store *store, id_t64 id, struct case_record *record, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CASE_GET);
	struct case_facts facts;
	int rc;

	bind_int(row, 1, id);
	if ((rc = statement_step(store, row, error)) <= 0) {
		if (rc == 0)
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no case with the id %" PRId64), store->path, id);
		return false;
	}
	case_facts_read(row, &facts);
	*record = (struct case_record) {
		.id = id, .number = g_strdup(column_number(row, 16)),
		.body = word(store, facts.body), .kind = word(store, facts.kind), .district = word(store, facts.district),
		.channel = word(store, facts.channel), .source = word(store, facts.source), .privacy = column_word(store, row, 14),
		.state = word(store, facts.state), .class = word(store, facts.class),
		.received = facts.received, .occurred = facts.occurred, .closed = facts.closed, .due = facts.due,
		.open = facts.open, .priority = facts.priority, .summary = column_text(row, 17), .raw = sqlite3_column_int64(row, 15),
	};
	return true;
}

static void allegation_free(void *allegation)
{
	allegation_record_clear(allegation);
	g_free(allegation);
}

static void *read_allegation(struct store *store, running_t *row)
{
	struct allegation_record *allegation = g_new0(struct allegation_record, 1);

	allegation->id = sqlite3_column_int64(row, 0);
	allegation->case_id = sqlite3_column_int64(row, 1);
	allegation->key = column_text(row, 2);
	allegation->class = column_word(store, row, 3);
	allegation->detail = column_word(store, row, 4);
	for (int stage = 0; stage < STAGES; stage++)
		allegation->finding[stage] = column_word(store, row, 5 + stage);
	allegation->discipline = column_word(store, row, 9);
	allegation->closure = column_word(store, row, 10);
	allegation->officer.age = column_small(row, 15, -1);
	if (sqlite3_column_type(row, 11) != SQLITE_NULL) {
		allegation->officer.role = g_strdup("officer");
		allegation->officer.ref = sqlite3_column_bytes(row, 11) ? column_text(row, 11) : NULL;
		allegation->officer.race = column_word(store, row, 12);
		allegation->officer.sex = column_word(store, row, 13);
		allegation->officer.unit = column_word(store, row, 14);
	}
	allegation->copy = sqlite3_column_int(row, 16);
	allegation->raw = sqlite3_column_int64(row, 17);
	return allegation;
}

static void person_free(void *person)
{
	person_record_clear(person);
	g_free(person);
}

static void *read_person(struct store *store, running_t *row)
{
	struct person_record *person = g_new0(struct person_record, 1);

	person->id = sqlite3_column_int64(row, 0);
	person->role = column_text(row, 1);
	person->ref = column_text(row, 2);
	person->race = column_word(store, row, 3);
	person->sex = column_word(store, row, 4);
	person->unit = column_word(store, row, 5);
	person->age = column_small(row, 6, -1);
	return person;
}

static void event_free(void *event)
{
	case_event_clear(event);
	g_free(event);
}

static void *read_event(struct store *store, running_t *row)
{
	struct case_event *event = g_new0(struct case_event, 1);

	(void) store;
	event->id = sqlite3_column_int64(row, 0);
	event->case_id = sqlite3_column_int64(row, 1);
	event->when = sqlite3_column_int64(row, 2);
	event->who = column_text(row, 3);
	event->what = column_text(row, 4);
	event->from = column_text(row, 5);
	event->to = column_text(row, 6);
	event->why = column_text(row, 7);
	event->allegation = sqlite3_column_int64(row, 8);
	event->stage = column_text(row, 9);
	event->clock = column_text(row, 10);
	event->was = column_text(row, 11);
	event->value = column_text(row, 12);
	event->day = column_day(row, 13);
	event->undoes = sqlite3_column_int64(row, 14);
	return event;
}

GPtrArray *case_store_allegations(struct store *store, id_t64 case_id, GError **error)
{
	return statement_list(store, SQL_ALLEGATIONS, case_id, read_allegation, allegation_free, error);
}

GPtrArray *case_store_persons(struct store *store, id_t64 case_id, GError **error)
{
	return statement_list(store, SQL_PERSONS, case_id, read_person, person_free, error);
}

GPtrArray *case_store_events(struct store *store, id_t64 case_id, GError **error)
{
	return statement_list(store, SQL_EVENTS, case_id, read_event, event_free, error);
}

/* The texts outlive the statement in buffers of the store, so that no read transaction stays open behind them. */
bool case_store_line(struct store *store, id_t64 id, struct case_line *line)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CASE_LINE);

	bind_int(row, 1, id);
	if (statement_step(store, row, NULL) <= 0)
		return false;
	case_facts_read(row, &line->facts);
	g_string_assign(store->line_number, column_number(row, 14));
	line->number = store->line_number->str;
	line->summary = NULL;
	if (sqlite3_column_type(row, 15) != SQLITE_NULL) {
		g_string_assign(store->line_summary, (const char *) sqlite3_column_text(row, 15));
		line->summary = store->line_summary->str;
	}
	return true;
}
