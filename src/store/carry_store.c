#include "store/carry_store.h"

#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/store_private.h"

static bool same_body(const struct board *board, const char *a, const char *b)
{
	const struct body *meant = board_body_meant(board, a);
	return meant ? meant == board_body_meant(board, b) : !g_strcmp0(a, b);
}

/* The last one that was held or called to order; *recorded: it has a journal. NULL with or without error. Borrowed from meetings. */
static const struct meeting_record *find_last(struct store *store, const struct board *board, const GPtrArray *meetings, const char *body, instant_t before,
	bool *recorded, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	for (guint i = meetings->len; i-- > 0;) {
		const struct meeting_record *meeting = meetings->pdata[i];
		gint64 seq = 0;
		if (meeting->starts >= before || !same_body(board, meeting->body, body))
			continue;
		if (!journal_store_last(store, meeting->id, &seq, hash, error))
			return NULL;
		*recorded = seq > 0;
		if (*recorded || !g_strcmp0(meeting->status, "held"))
			return meeting;
	}
	return NULL;
}

/* The state its journal gives. */
static struct meeting *replay(struct store *store, id_t64 id, GError **error)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autoptr(GPtrArray) events = journal_store_read(store, id, 0, error);
	return events && meeting_follow_all(meeting, events, error) ? g_steal_pointer(&meeting) : NULL;
}

bool carry_store_last(struct store *store, const struct board *board, const GPtrArray *meetings, const char *body, instant_t before, const char *kind,
	struct carry_list *list, GError **error)
{
	bool recorded = false;
	GError *failed = NULL;
	*list = (struct carry_list) { .state = CARRY_NO_MEETING };
	const struct meeting_record *last = find_last(store, board, meetings, body, before, &recorded, &failed);
	if (failed)
		g_propagate_error(error, failed);
	if (!last)
		return !failed;
	*list = (struct carry_list) { .state = CARRY_NO_RECORD, .meeting = last->id, .starts = last->starts };
	if (!recorded)
		return true;
	g_autoptr(meeting_t) meeting = replay(store, last->id, error);
	g_autoptr(GPtrArray) rows = meeting ? meeting_store_items(store, last->id, error) : NULL;
	if (!rows)
		return false;
	/* What was published elsewhere says what was voted upon, and not what was not reached. */
	if (!meeting->imported)
		list->state = meeting->phase == PHASE_ADJOURNED ? CARRY_READ : CARRY_NOT_OVER;
	if (list->state == CARRY_READ)
		list->items = carry_all(meeting, last->id, rows, board_body_meant(board, body), kind);
	return true;
}

void carry_list_clear(struct carry_list *list)
{
	g_clear_pointer(&list->items, g_ptr_array_unref);
	*list = (struct carry_list) { .state = CARRY_NO_MEETING };
}

/* When the meeting began on whose posted agenda the item was that this one is carried over from; 0 on none. */
static bool posted_before(struct store *store, const char *docket, instant_t *starts, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CARRIED_POSTED);

	bind_text(row, 1, docket);
	int rc = statement_step(store, row, error);
	*starts = rc > 0 ? sqlite3_column_int64(row, 0) : 0;
	return rc >= 0;
}

bool carry_store_continued(struct store *store, const struct board *board, const struct meeting_record *meeting, const GPtrArray *items, GError **error)
{
	const struct body *body = board_body_meant(board, meeting->body);
	const struct procedure *procedure = body ? board_procedure(board, body) : NULL;
	for (guint i = 0; procedure && i < items->len; i++) {
		struct agenda_item *item = items->pdata[i];
		instant_t starts = 0;
		if (!item->unposted || !item->docket)
			continue;
		if (!posted_before(store, item->docket, &starts, error))
			return false;
		bool continues = starts && carry_continues(&procedure->rules, instant_day(starts, board->zone), instant_day(meeting->starts, board->zone));
		item->continued = continues ? starts : 0;
	}
	return true;
}

char *carry_store_origin(struct store *store, const char *docket, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_DOCKET_ORIGIN);

	bind_text(row, 1, docket);
	return statement_step(store, row, error) > 0 ? column_text(row, 0) : NULL;
}
