#include "store/member_store.h"
#include "store/store_private.h"

bool member_store_add_training(struct store *store, struct training_record *record, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_TRAINING_INSERT);
	bind_text(insert, 2, record->seat);
	bind_text(insert, 3, record->holder);
	bind_text(insert, 4, record->course);
	bind_int(insert, 5, record->day);
	bind_int(insert, 6, record->minutes);
	bind_int(insert, 7, record->at);
	bind_text(insert, 8, record->who);
	store_touch(store, TOPIC_MEETINGS);
	return bind_word(store, insert, 1, WORDS_BODY, record->body, error) && statement_run(store, insert, &record->id, error);
}

bool member_store_add_disclosure(struct store *store, struct disclosure_record *record, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_DISCLOSURE_INSERT);
	bind_text(insert, 2, record->seat);
	bind_text(insert, 3, record->holder);
	bind_text(insert, 4, record->matter);
	bind_text(insert, 5, record->about);
	bind_int(insert, 6, record->at);
	bind_text(insert, 7, record->who);
	store_touch(store, TOPIC_MEETINGS);
	return bind_word(store, insert, 1, WORDS_BODY, record->body, error) && statement_run(store, insert, &record->id, error);
}

bool member_store_end_disclosure(struct store *store, id_t64 id, instant_t at, GError **error)
{
	g_autoptr(running_t) end = NULL;

	if (!store_must_write(store, error))
		return false;
	end = statement_start(store, SQL_DISCLOSURE_END);
	bind_int(end, 1, id);
	bind_int(end, 2, at);
	store_touch(store, TOPIC_MEETINGS);
	if (!statement_run(store, end, NULL, error))
		return false;
	if (sqlite3_changes(store->db) > 0)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no disclosure %" PRId64 " in force; it may have been ended already"),
		store->path, id);
	return false;
}

static void *read_training(struct store *store, running_t *row)
{
	struct training_record *record = g_new0(struct training_record, 1);

	*record = (struct training_record) {
		.id = sqlite3_column_int64(row, 0), .body = column_word(store, row, 1), .seat = column_text(row, 2), .holder = column_text(row, 3),
		.course = column_text(row, 4), .day = column_day(row, 5), .minutes = sqlite3_column_int(row, 6), .at = sqlite3_column_int64(row, 7),
		.who = column_text(row, 8),
	};
	return record;
}

static void *read_disclosure(struct store *store, running_t *row)
{
	struct disclosure_record *record = g_new0(struct disclosure_record, 1);

	*record = (struct disclosure_record) {
		.id = sqlite3_column_int64(row, 0), .body = column_word(store, row, 1), .seat = column_text(row, 2), .holder = column_text(row, 3),
		.matter = column_text(row, 4), .about = column_text(row, 5), .at = sqlite3_column_int64(row, 6), .who = column_text(row, 7),
		.ended = sqlite3_column_int64(row, 8),
	};
	return record;
}

/* What word a body has; -1, which no row has, where nothing was ever stored of it; 0 for all. */
static id_t64 body_word(struct store *store, const char *body)
{
	int word = body ? word_store_find(store, WORDS_BODY, body) : 0;

	return body && !word ? -1 : word;
}

GPtrArray *member_store_trainings(struct store *store, const char *body, GError **error)
{
	return statement_list(store, SQL_TRAININGS, body_word(store, body), read_training, training_record_free, error);
}

GPtrArray *member_store_disclosures(struct store *store, const char *body, GError **error)
{
	return statement_list(store, SQL_DISCLOSURES, body_word(store, body), read_disclosure, disclosure_record_free, error);
}
