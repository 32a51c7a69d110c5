#include "store/force_store.h"
#include "store/store_private.h"

/* Binds a person's ref, race, sex, unit and age from a column on. */
static bool bind_person(struct store *store, running_t *to, int at, const struct person_record *person, GError **error)
{
	bool given = person->role != NULL;

	bind_text(to, at, given ? (person->ref ? person->ref : "") : NULL);
	sqlite3_bind_null(to, at + 4);
	if (given && person->age >= 0)
		bind_int(to, at + 4, person->age);
	return bind_word(store, to, at + 1, WORDS_RACE, given ? person->race : NULL, error)
		&& bind_word(store, to, at + 2, WORDS_SEX, given ? person->sex : NULL, error)
		&& bind_word(store, to, at + 3, WORDS_UNIT, given ? person->unit : NULL, error);
}

static bool bind_force(struct store *store, running_t *to, const struct force_record *record, int *body, int *type, GError **error)
{
	*body = word_store_id(store, WORDS_BODY, record->body, error);
	*type = word_store_id(store, WORDS_FORCE_TYPE, record->type, error);
	if ((record->body && !*body) || (record->type && !*type))
		return false;
	bind_text(to, 1, record->number);
	bind_id(to, 2, *body);
	bind_id(to, 4, *type);
	bind_text(to, 7, record->disposition);
	bind_day(to, 8, record->occurred);
	bind_int(to, 14, record->subject_injured);
	bind_int(to, 20, record->officer_injured);
	bind_int(to, 21, record->copy);
	bind_id(to, 22, record->raw);
	return bind_word(store, to, 3, WORDS_DISTRICT, record->district, error) && bind_word(store, to, 5, WORDS_FORCE_LEVEL, record->level, error)
		&& bind_word(store, to, 6, WORDS_FORCE_STATUS, record->status, error)
		&& bind_person(store, to, 9, &record->subject, error) && bind_person(store, to, 15, &record->officer, error);
}

bool force_store_insert(struct store *store, struct force_record *record, GError **error)
{
	g_autoptr(running_t) insert = NULL;
	int body, type;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_FORCE_INSERT);
	store_touch(store, TOPIC_FORCE);
	return bind_force(store, insert, record, &body, &type, error) && statement_run(store, insert, &record->id, error)
		&& force_count(store, body, record->occurred, type, 1, error);
}

static void read_person(struct store *store, running_t *row, int at, const char *role, struct person_record *person)
{
	person->age = column_small(row, at + 4, -1);
	if (sqlite3_column_type(row, at) == SQLITE_NULL)
		return;
	person->role = g_strdup(role);
	person->ref = sqlite3_column_bytes(row, at) ? column_text(row, at) : NULL;
	person->race = column_word(store, row, at + 1);
	person->sex = column_word(store, row, at + 2);
	person->unit = column_word(store, row, at + 3);
}

static void read_force(struct store *store, running_t *row, struct force_record *record)
{
	*record = (struct force_record) {
		.id = sqlite3_column_int64(row, 0), .number = column_text(row, 1), .body = column_word(store, row, 2),
		.district = column_word(store, row, 3), .type = column_word(store, row, 4), .level = column_word(store, row, 5),
		.status = column_word(store, row, 6), .disposition = column_text(row, 7), .occurred = column_day(row, 8),
		.subject_injured = sqlite3_column_int(row, 14), .officer_injured = sqlite3_column_int(row, 20),
		.copy = sqlite3_column_int(row, 21), .raw = sqlite3_column_int64(row, 22),
	};
	read_person(store, row, 9, "subject", &record->subject);
	read_person(store, row, 15, "officer", &record->officer);
}

bool force_store_get(struct store *store, id_t64 id, struct force_record *record, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_FORCE_GET);
	int rc;

	bind_int(row, 1, id);
	if ((rc = statement_step(store, row, error)) > 0)
		read_force(store, row, record);
	else if (rc == 0)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no report of force with the id %" PRId64), store->path, id);
	return rc > 0;
}

bool force_store_scan(struct store *store, bool (*row)(const struct force_record *record, void *data), void *data, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, SQL_FORCE_SCAN);
	bool more = true;
	int rc = 0;

	while (more && (rc = statement_step(store, statement, error)) > 0) {
		struct force_record record;
		read_force(store, statement, &record);
		more = row(&record, data);
		force_record_clear(&record);
	}
	return rc >= 0;
}

bool force_store_counts(struct store *store, gint64 *rows, gint64 *numbers, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_FORCE_COUNTS);

	if (statement_step(store, row, error) <= 0)
		return false;
	if (rows)
		*rows = sqlite3_column_int64(row, 0);
	if (numbers)
		*numbers = sqlite3_column_int64(row, 1);
	return true;
}
