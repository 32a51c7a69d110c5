#include "store/carry_store.h"

#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/store_private.h"

static bool same_body(const struct board *board, const char *a, const char *b)
{
	const struct body *meant = board_body_meant(board, a);
	return meant ? meant == board_body_meant(board, b) : !g_strcmp0(a, b);
}

/* The last one before *at that was held or called to order, and *at its place; *recorded: it has a journal. NULL with or without error.
 * Borrowed from meetings. */
static const struct meeting_record *find_last(struct store *store, const struct board *board, const GPtrArray *meetings, const char *body, instant_t before,
	guint *at, bool *recorded, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	while ((*at)-- > 0) {
		const struct meeting_record *meeting = meetings->pdata[*at];
		gint64 seq = 0;
		if (meeting->starts >= before || !same_body(board, meeting->body, body))
			continue;
		if (!journal_store_last(store, meeting->id, &seq, hash, error))
			return NULL;
		*recorded = seq > 0;
		if (*recorded || !g_strcmp0(meeting->status, "held"))
			return meeting;
	}
	*at = 0;
	return NULL;
}

/* The state its journal gives. */
static struct meeting *replay(struct store *store, id_t64 id, GError **error)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autoptr(GPtrArray) events = journal_store_read(store, id, 0, error);
	return events && meeting_follow_all(meeting, events, error) ? g_steal_pointer(&meeting) : NULL;
}

/* A kind that no rule knows is taken for a regular one. */
static bool is_regular(const struct meeting_record *meeting)
{
	enum meeting_kind kind = meeting_kind_find(meeting->kind);
	return kind == MEETING_KIND_REGULAR || kind == MEETING_KINDS;
}

static void take(GHashTable *taken, const char *kind, const char *name)
{
	if (name)
		g_hash_table_add(taken, g_strconcat(kind, name, NULL));
}

static bool has(GHashTable *taken, const char *kind, const char *name)
{
	g_autofree char *key = name ? g_strconcat(kind, name, NULL) : NULL;
	return key && g_hash_table_contains(taken, key);
}

/* What stood on the agenda of a meeting: by what it was listed for, at first too, and by its case. */
static bool take_all(struct store *store, GHashTable *taken, const GPtrArray *rows, GError **error)
{
	GError *failed = NULL;
	for (guint i = 0; !failed && i < rows->len; i++) {
		const struct agenda_item *row = rows->pdata[i];
		g_autofree char *origin = row->docket ? carry_store_origin(store, row->docket, &failed) : NULL;
		take(taken, "docket ", row->docket);
		take(taken, "docket ", origin);
		take(taken, "case ", row->case_number);
	}
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

/* Adds what it left and no later meeting took up. */
static bool add_left(struct store *store, GHashTable *taken, GPtrArray *left, GPtrArray *items, GError **error)
{
	GError *failed = NULL;
	while (!failed && left->len) {
		struct carried *carried = g_ptr_array_steal_index(left, 0);
		g_autofree char *origin = carry_store_origin(store, carried->item->docket, &failed);
		if (failed || has(taken, "docket ", carried->item->docket) || has(taken, "docket ", origin) || has(taken, "case ", carried->item->case_number))
			carried_free(carried);
		else
			g_ptr_array_add(items, carried);
	}
	g_ptr_array_unref(left);
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

/* How the record of this meeting stands, and with CARRY_READ what it left added to the items. */
static bool read_meeting(struct store *store, const struct meeting_record *record, const struct body *body, const char *kind, GHashTable *taken,
	GPtrArray *items, enum carry_state *state, GError **error)
{
	g_autoptr(meeting_t) meeting = replay(store, record->id, error);
	g_autoptr(GPtrArray) rows = meeting ? meeting_store_items(store, record->id, error) : NULL;
	if (!rows)
		return false;
	/* What was published elsewhere says what was voted upon, and not what was not reached. */
	*state = meeting->imported ? CARRY_NO_RECORD : meeting->phase == PHASE_ADJOURNED ? CARRY_READ : CARRY_NOT_OVER;
	return *state != CARRY_READ
		|| (add_left(store, taken, carry_all(meeting, record, rows, body, kind), items, error) && take_all(store, taken, rows, error));
}

bool carry_store_last(struct store *store, const struct board *board, const GPtrArray *meetings, const char *body, instant_t before, const char *kind,
	struct carry_list *list, GError **error)
{
	g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(carried_free);
	guint at = meetings->len;
	GError *failed = NULL;
	*list = (struct carry_list) { .state = CARRY_NO_MEETING };
	for (bool on = true; on;) {
		bool recorded = false;
		const struct meeting_record *record = find_last(store, board, meetings, body, before, &at, &recorded, &failed);
		enum carry_state state = CARRY_NO_RECORD;
		if (!record || (recorded && !read_meeting(store, record, board_body_meant(board, body), kind, taken, items, &state, &failed)))
			break;
		if (!list->meeting)
			*list = (struct carry_list) { .state = state, .meeting = record->id, .starts = record->starts };
		on = state == CARRY_READ && !is_regular(record);
	}
	if (failed) {
		g_propagate_error(error, failed);
		*list = (struct carry_list) { .state = CARRY_NO_MEETING };
	} else if (list->state == CARRY_READ) {
		list->items = g_steal_pointer(&items);
	}
	return !failed;
}

void carry_list_clear(struct carry_list *list)
{
	g_clear_pointer(&list->items, g_ptr_array_unref);
	*list = (struct carry_list) { .state = CARRY_NO_MEETING };
}

/* Where an item was posted before from which another is carried over; 0 nowhere. */
struct posted { id_t64 item, meeting; instant_t starts; };

static bool posted_before(struct store *store, const char *docket, struct posted *posted, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CARRIED_POSTED);

	bind_text(row, 1, docket);
	int rc = statement_step(store, row, error);
	*posted = (struct posted) { 0 };
	if (rc > 0)
		*posted = (struct posted) { sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2) };
	return rc >= 0;
}

/* What the meeting left undone for which it was posted (struct carried *). NULL: its record cannot be read, or says nothing of it. */
static GPtrArray *left_by(struct store *store, const struct posted *posted)
{
	const struct meeting_record record = { .id = posted->meeting, .starts = posted->starts };
	g_autoptr(meeting_t) meeting = replay(store, record.id, NULL);
	g_autoptr(GPtrArray) rows = meeting && meeting->phase == PHASE_ADJOURNED && !meeting->imported ? meeting_store_items(store, record.id, NULL) : NULL;
	return rows ? carry_all(meeting, &record, rows, NULL, NULL) : NULL;
}

static enum carry_why why_left(const GPtrArray *left, id_t64 item)
{
	for (guint i = 0; left && i < left->len; i++) {
		const struct carried *carried = left->pdata[i];
		if (carried->from == item)
			return carried->why;
	}
	return CARRY_NOT;
}

bool carry_store_continued(struct store *store, const struct board *board, const struct meeting_record *meeting, const GPtrArray *items, GError **error)
{
	const struct body *body = board_body_meant(board, meeting->body);
	const struct procedure *procedure = body ? board_procedure(board, body) : NULL;
	day_t on = instant_day(meeting->starts, board->zone);
	g_autoptr(GPtrArray) left = NULL;
	id_t64 known = 0;      /* the meeting that left them: mostly the next item asks for the same */
	for (guint i = 0; procedure && i < items->len; i++) {
		struct agenda_item *item = items->pdata[i];
		struct posted posted;
		if (!item->unposted || !item->docket)
			continue;
		if (!posted_before(store, item->docket, &posted, error))
			return false;
		if (!posted.meeting || !carry_continues(&procedure->rules, instant_day(posted.starts, board->zone), on))
			continue;
		if (known != posted.meeting) {
			g_clear_pointer(&left, g_ptr_array_unref);
			left = left_by(store, &posted);
			known = posted.meeting;
		}
		item->continued = carry_is_continued(why_left(left, posted.item), meeting->kind) ? posted.starts : 0;
	}
	return true;
}

char *carry_store_origin(struct store *store, const char *docket, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_DOCKET_ORIGIN);

	bind_text(row, 1, docket);
	return statement_step(store, row, error) > 0 ? column_text(row, 0) : NULL;
}
