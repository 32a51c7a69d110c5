#include "store/agenda_store.h"
#include "store/meeting_store.h"
#include "store/store_private.h"

static const struct agenda_item *item_of(const GPtrArray *items, id_t64 id)
{
	for (guint i = 0; i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		if (item->id == id)
			return item;
	}
	return NULL;
}

static bool run_for(struct store *store, enum statement id, id_t64 item, GError **error)
{
	g_autoptr(running_t) statement = statement_start(store, id);

	bind_int(statement, 1, item);
	return statement_run(store, statement, NULL, error);
}

static bool remove_details(struct store *store, id_t64 item, GError **error)
{
	return run_for(store, SQL_ATTACHMENTS_REMOVE, item, error) && run_for(store, SQL_ITEM_DETAIL_REMOVE, item, error);
}

bool agenda_store_write(struct store *store, id_t64 meeting, const GPtrArray *before, const GPtrArray *after, GError **error)
{
	if (!store_must_write(store, error))
		return false;
	store_touch(store, TOPIC_MEETINGS);
	for (guint i = 0; i < before->len; i++) {
		id_t64 id = ((const struct agenda_item *) before->pdata[i])->id;
		if (!item_of(after, id) && (!remove_details(store, id, error) || !run_for(store, SQL_ITEM_REMOVE, id, error)))
			return false;
	}
	for (guint i = 0; i < after->len; i++) {
		struct agenda_item *item = after->pdata[i];
		const struct agenda_item *was = item_of(before, item->id);
		if (was && was->position == item->position && agenda_item_same(was, item))
			continue;
		item->meeting_id = meeting;
		if (!(was ? remove_details(store, item->id, error) && meeting_store_update_item(store, item, error) : meeting_store_add_item(store, item, error)))
			return false;
	}
	return true;
}

id_t64 agenda_store_new_id(struct store *store, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_ITEM_NEW_ID);

	return statement_step(store, row, error) > 0 ? sqlite3_column_int64(row, 0) : 0;
}

static void *read_change(struct store *store, running_t *row)
{
	struct agenda_change *change = g_new0(struct agenda_change, 1);

	(void) store;
	*change = (struct agenda_change) {
		.seq = sqlite3_column_int64(row, 0), .at = sqlite3_column_int64(row, 1), .who = column_text(row, 2), .what = column_text(row, 3),
		.item = sqlite3_column_int64(row, 4), .was = column_text(row, 5), .became = column_text(row, 6), .undoes = sqlite3_column_int64(row, 7),
	};
	return change;
}

GPtrArray *agenda_store_changes(struct store *store, id_t64 meeting, GError **error)
{
	return statement_list(store, SQL_AGENDA_CHANGES, meeting, read_change, agenda_change_free, error);
}

gint64 agenda_store_revision(struct store *store, id_t64 meeting, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_AGENDA_REVISION);

	bind_int(row, 1, meeting);
	return statement_step(store, row, error) > 0 ? sqlite3_column_int64(row, 0) : -1;
}

bool agenda_store_add_change(struct store *store, id_t64 meeting, const struct agenda_change *change, GError **error)
{
	g_autoptr(running_t) insert = NULL;

	if (!store_must_write(store, error))
		return false;
	insert = statement_start(store, SQL_AGENDA_CHANGE_INSERT);
	bind_int(insert, 1, meeting);
	bind_int(insert, 2, change->seq);
	bind_int(insert, 3, change->at);
	bind_text(insert, 4, change->who);
	bind_text(insert, 5, change->what);
	bind_id(insert, 6, change->item);
	bind_text(insert, 7, change->was);
	bind_text(insert, 8, change->became);
	bind_id(insert, 9, change->undoes);
	store_touch(store, TOPIC_MEETINGS);
	return statement_run(store, insert, NULL, error);
}

id_t64 agenda_store_listed(struct store *store, const char *docket, instant_t from, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_DOCKET_LISTED);

	bind_int(row, 1, from);
	bind_text(row, 2, docket);
	return statement_step(store, row, error) > 0 ? sqlite3_column_int64(row, 0) : 0;
}
