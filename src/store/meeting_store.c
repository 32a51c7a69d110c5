#include "store/meeting_store.h"
#include "domain/agenda_field.h"
#include "store/store_private.h"

bool meeting_store_insert(struct store *store, struct meeting_record *meeting, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_MEETING_INSERT);
	bind_text(insert, 2, meeting->kind);
	bind_int(insert, 3, meeting->starts);
	bind_text(insert, 4, meeting->place);
	bind_text(insert, 5, meeting->title);
	bind_text(insert, 6, meeting->status ? meeting->status : "planned");
	store_touch(store, TOPIC_MEETINGS);
	return bind_word(store, insert, 1, WORDS_BODY, meeting->body, error) && statement_run(store, insert, &meeting->id, error);
}

static bool add_detail(struct store *store, const struct agenda_item *item, GError **error)
{
	g_autoptr(running_t) set = NULL;

	if (!item->entry && !item->docket && !item->mover && !item->brief && !item->carried && !item->unposted)
		return true;
	set = statement_start(store, SQL_ITEM_DETAIL_SET);
	bind_int(set, 1, item->id);
	bind_text(set, 2, item->entry);
	bind_text(set, 3, item->docket);
	bind_text(set, 4, item->mover);
	bind_text(set, 5, item->brief);
	bind_int(set, 6, item->carried);
	bind_int(set, 7, item->unposted);
	return statement_run(store, set, NULL, error);
}

static bool add_attachments(struct store *store, const struct agenda_item *item, GError **error)
{
	for (guint i = 0; item->attachments && i < item->attachments->len; i++) {
		struct attachment *attachment = item->attachments->pdata[i];
		g_autoptr(running_t) insert = statement_start(store, SQL_ATTACHMENT_INSERT);
		bind_int(insert, 1, item->id);
		bind_int(insert, 2, i + 1);
		bind_text(insert, 3, attachment->label);
		bind_text(insert, 4, attachment->target);
		if (!statement_run(store, insert, &attachment->id, error))
			return false;
	}
	return true;
}

static bool write_item(struct store *store, enum statement id, struct agenda_item *item, id_t64 *new_id, GError **error)
{
	g_autoptr(running_t) write = NULL;

	if (!store_must_write(store, error))
		return false;
	write = statement_start(store, id);
	bind_int(write, 1, item->meeting_id);
	bind_int(write, 2, item->position);
	bind_text(write, 3, item->number);
	bind_text(write, 4, item->title);
	bind_text(write, 5, item->public_title);
	bind_text(write, 6, item->section);
	bind_text(write, 7, item->action);
	bind_int(write, 8, item->minutes);
	bind_int(write, 9, item->consent);
	bind_int(write, 10, item->closed);
	bind_text(write, 11, item->presenter);
	bind_text(write, 12, item->case_number);
	bind_id(write, 13, item->id);
	store_touch(store, TOPIC_MEETINGS);
	return statement_run(store, write, new_id, error) && add_detail(store, item, error) && add_attachments(store, item, error);
}

bool meeting_store_add_item(struct store *store, struct agenda_item *item, GError **error)
{
	return write_item(store, SQL_ITEM_INSERT, item, &item->id, error);
}

bool meeting_store_update_item(struct store *store, struct agenda_item *item, GError **error)
{
	return write_item(store, SQL_ITEM_UPDATE, item, NULL, error);
}

static void fill_meeting(struct store *store, running_t *row, struct meeting_record *meeting)
{
	*meeting = (struct meeting_record) {
		.id = sqlite3_column_int64(row, 0), .body = column_word(store, row, 1),
		.kind = column_text(row, 2), .starts = sqlite3_column_int64(row, 3), .place = column_text(row, 4),
		.title = column_text(row, 5), .status = column_text(row, 6),
	};
}

static bool one_meeting(struct store *store, enum statement id, const char *body, instant_t from, struct meeting_record *meeting, GError **error)
{
	g_autoptr(running_t) row = NULL;
	int word = word_store_find(store, WORDS_BODY, body);

	if (body && !word)
		return false;
	row = statement_start(store, id);
	bind_int(row, 1, from);
	bind_int(row, 2, word);
	if (statement_step(store, row, error) <= 0)
		return false;
	fill_meeting(store, row, meeting);
	return true;
}

bool meeting_store_next(struct store *store, const char *body, instant_t from, struct meeting_record *meeting, GError **error)
{
	return one_meeting(store, SQL_MEETING_NEXT, body, from, meeting, error);
}

bool meeting_store_last(struct store *store, const char *body, instant_t from, struct meeting_record *meeting, GError **error)
{
	return one_meeting(store, SQL_MEETING_LAST, body, from, meeting, error);
}

bool meeting_store_get(struct store *store, id_t64 id, struct meeting_record *meeting, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_MEETING_GET);
	int rc;

	bind_int(row, 1, id);
	rc = statement_step(store, row, error);
	if (rc > 0)
		fill_meeting(store, row, meeting);
	if (rc == 0)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no meeting %" PRId64), store->path, id);
	return rc > 0;
}

bool meeting_store_set_status(struct store *store, id_t64 id, const char *status, GError **error)
{
	g_autoptr(running_t) statement = NULL;

	if (!store_must_write(store, error))
		return false;
	statement = statement_start(store, SQL_MEETING_STATUS);
	bind_int(statement, 1, id);
	bind_text(statement, 2, status);
	store_touch(store, TOPIC_MEETINGS);
	return statement_run(store, statement, NULL, error);
}

bool meeting_store_set_time(struct store *store, id_t64 id, instant_t starts, const char *place, GError **error)
{
	g_autoptr(running_t) set = NULL;

	if (!store_must_write(store, error))
		return false;
	set = statement_start(store, SQL_MEETING_TIME);
	bind_int(set, 1, id);
	bind_int(set, 2, starts);
	bind_text(set, 3, place);
	store_touch(store, TOPIC_MEETINGS);
	return statement_run(store, set, NULL, error);
}

static void fill_detail(running_t *row, struct meeting_detail *detail)
{
	*detail = (struct meeting_detail) {
		.meeting = sqlite3_column_int64(row, 0), .posted = sqlite3_column_int64(row, 1), .posted_by = column_text(row, 2),
		.series = column_text(row, 3), .why = column_text(row, 4),
	};
}

bool meeting_store_detail(struct store *store, id_t64 meeting, struct meeting_detail *detail, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_MEETING_DETAIL);
	int rc;

	*detail = (struct meeting_detail) { .meeting = meeting };
	bind_int(row, 1, meeting);
	rc = statement_step(store, row, error);
	if (rc > 0)
		fill_detail(row, detail);
	return rc >= 0;
}

bool meeting_store_set_detail(struct store *store, const struct meeting_detail *detail, GError **error)
{
	g_autoptr(running_t) set = NULL;

	if (!store_must_write(store, error))
		return false;
	set = statement_start(store, SQL_MEETING_DETAIL_SET);
	bind_int(set, 1, detail->meeting);
	bind_id(set, 2, detail->posted);
	bind_text(set, 3, detail->posted_by);
	bind_text(set, 4, detail->series);
	bind_text(set, 5, detail->why);
	store_touch(store, TOPIC_MEETINGS);
	return statement_run(store, set, NULL, error);
}

static void detail_free(void *detail)
{
	meeting_detail_clear(detail);
	g_free(detail);
}

GHashTable *meeting_store_details(struct store *store, GError **error)
{
	g_autoptr(GHashTable) details = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, detail_free);
	g_autoptr(running_t) row = statement_start(store, SQL_MEETING_DETAILS);
	int rc;

	while ((rc = statement_step(store, row, error)) > 0) {
		struct meeting_detail *detail = g_new0(struct meeting_detail, 1);
		fill_detail(row, detail);
		g_hash_table_insert(details, &detail->meeting, detail);
	}
	return rc == 0 ? g_steal_pointer(&details) : NULL;
}

static void meeting_free(void *meeting)
{
	meeting_record_clear(meeting);
	g_free(meeting);
}

static void *read_meeting(struct store *store, running_t *row)
{
	struct meeting_record *meeting = g_new0(struct meeting_record, 1);

	fill_meeting(store, row, meeting);
	return meeting;
}

static void *read_item(struct store *store, running_t *row)
{
	struct agenda_item *item = g_new0(struct agenda_item, 1);

	(void) store;
	*item = (struct agenda_item) {
		.id = sqlite3_column_int64(row, 0), .meeting_id = sqlite3_column_int64(row, 1), .position = sqlite3_column_int(row, 2),
		.number = column_text(row, 3), .title = column_text(row, 4), .public_title = column_text(row, 5),
		.section = column_text(row, 6), .action = column_text(row, 7), .minutes = sqlite3_column_int(row, 8),
		.consent = sqlite3_column_int(row, 9), .closed = sqlite3_column_int(row, 10), .presenter = column_text(row, 11),
		.case_number = column_text(row, 12), .entry = column_text(row, 13), .docket = column_text(row, 14),
		.mover = column_text(row, 15), .brief = column_text(row, 16), .carried = sqlite3_column_int(row, 17),
		.unposted = sqlite3_column_int(row, 18),
	};
	return item;
}

static struct agenda_item *item_of(const GPtrArray *items, id_t64 id)
{
	for (guint i = 0; i < items->len; i++) {
		struct agenda_item *item = items->pdata[i];
		if (item->id == id)
			return item;
	}
	return NULL;
}

static bool read_attachments(struct store *store, id_t64 meeting, const GPtrArray *items, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_ATTACHMENTS);
	int rc;

	bind_int(row, 1, meeting);
	while ((rc = statement_step(store, row, error)) > 0) {
		struct agenda_item *item = item_of(items, sqlite3_column_int64(row, 1));
		if (!item)
			continue;      /* added since the items were read */
		struct attachment *attachment = g_new0(struct attachment, 1);
		*attachment = (struct attachment) {
			.id = sqlite3_column_int64(row, 0), .label = column_text(row, 2), .target = column_text(row, 3),
		};
		if (!item->attachments)
			item->attachments = g_ptr_array_new_with_free_func(attachment_free);
		g_ptr_array_add(item->attachments, attachment);
	}
	return rc == 0;
}

GPtrArray *meeting_store_all(struct store *store, GError **error)
{
	return statement_list(store, SQL_MEETINGS, 0, read_meeting, meeting_free, error);
}

GPtrArray *meeting_store_items(struct store *store, id_t64 meeting, GError **error)
{
	g_autoptr(GPtrArray) items = statement_list(store, SQL_ITEMS, meeting, read_item, agenda_item_free, error);

	return items && read_attachments(store, meeting, items, error) ? g_steal_pointer(&items) : NULL;
}

char *meeting_store_reveal_key(id_t64 meeting)
{
	return g_strdup_printf("reveal:%" G_GINT64_FORMAT, (gint64) meeting);
}
