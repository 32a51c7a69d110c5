#include "store/case_file.h"

#include "domain/meeting.h"
#include "store/journal_store.h"
#include "store/store_private.h"

static void vote_free(void *data)
{
	struct case_vote *vote = data;

	g_free(vote->kind);
	g_free(vote);
}

static bool is_decided(const struct motion *motion)
{
	return motion->state == MOTION_CARRIED || motion->state == MOTION_FAILED;
}

static void add_votes(struct case_file *file, const struct meeting *meeting)
{
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		const struct meeting_item *item = motion->item > 0 ? meeting_item(meeting, motion->item) : NULL;
		const struct vote *vote = motion->vote > 0 ? meeting_vote(meeting, motion->vote) : NULL;
		if (!item || !vote || !is_decided(motion) || g_strcmp0(item->case_number, file->record.number) != 0)
			continue;
		struct case_vote *made = g_new0(struct case_vote, 1);
		*made = (struct case_vote) { .kind = g_strdup(motion->kind->id), .carried = motion->state == MOTION_CARRIED, .at = vote->declared };
		g_ptr_array_add(file->votes, made);
	}
}

/* The body of the case, or one above it. */
static bool may_decide(const struct board *board, const struct case_file *file, const struct meeting *meeting)
{
	for (const struct body *body = board_body(board, file->record.body ? file->record.body : ""); body; body = body->parent)
		if (g_strcmp0(body->id, meeting->record.body) == 0)
			return true;
	return g_strcmp0(file->record.body, meeting->record.body) == 0;
}

static bool read_votes(struct store *store, const struct board *board, struct case_file *file, id_t64 id, GError **error)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autoptr(GPtrArray) events = journal_store_read(store, id, 0, error);

	if (!events || !meeting_follow_all(meeting, events, error))
		return false;
	if (meeting->phase != PHASE_NONE && may_decide(board, file, meeting))
		add_votes(file, meeting);
	return true;
}

static GArray *meetings_of(struct store *store, const char *number, GError **error)
{
	g_autoptr(running_t) row = statement_start(store, SQL_CASE_MEETINGS);
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(id_t64));
	int rc;

	bind_text(row, 1, number);
	while ((rc = statement_step(store, row, error)) > 0) {
		id_t64 id = sqlite3_column_int64(row, 0);
		g_array_append_val(ids, id);
	}
	if (rc == 0)
		return ids;
	g_array_unref(ids);
	return NULL;
}

static bool load_votes(struct store *store, const struct board *board, struct case_file *file, GError **error)
{
	g_autoptr(GArray) ids = meetings_of(store, file->record.number, error);

	if (!ids)
		return false;
	for (guint i = 0; i < ids->len; i++)
		if (!read_votes(store, board, file, g_array_index(ids, id_t64, i), error))
			return false;
	return true;
}

struct case_file *case_file_load(struct store *store, const struct board *board, id_t64 id, bool with_votes, GError **error)
{
	g_autoptr(case_file_t) file = g_new0(struct case_file, 1);

	file->votes = g_ptr_array_new_with_free_func(vote_free);
	if (!case_store_get(store, id, &file->record, error) || !(file->allegations = case_store_allegations(store, id, error))
		|| !(file->events = case_store_events(store, id, error)) || (with_votes && !load_votes(store, board, file, error)))
		return NULL;
	file->force = case_events_in_force(file->events);
	const struct body *body = file->record.body ? board_body(board, file->record.body) : NULL;
	file->view = (struct case_view) { .board = board, .body = body, .workflow = board_way(board, body), .record = &file->record,
		.allegations = file->allegations, .events = file->force, .votes = file->votes };
	return g_steal_pointer(&file);
}

void case_file_free(struct case_file *file)
{
	if (!file)
		return;
	case_record_clear(&file->record);
	g_clear_pointer(&file->force, g_ptr_array_unref);
	g_clear_pointer(&file->allegations, g_ptr_array_unref);
	g_clear_pointer(&file->events, g_ptr_array_unref);
	g_ptr_array_unref(file->votes);
	g_free(file);
}
