/* A meeting rebuilt from the events of its journal. */
#include "action/record_action.h"

#include <inttypes.h>
#include "base/error.h"
#include "base/i18n.h"
#include "store/head_file.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

/* The name under which events without an id are recorded: of what the first one says, so that the same journal is known again. */
static char *session_of(const struct meeting_event *first)
{
	struct meeting_event plain = *first;
	char hash[JOURNAL_HASH + 1];
	plain.seq = 1;
	plain.id = plain.who = NULL;
	g_strlcpy(plain.prev, journal_root, sizeof plain.prev);
	meeting_event_hash(&plain, hash);
	return g_strndup(hash, 16);
}

static void fill(struct meeting_event *event, const struct meeting *meeting, const char *session)
{
	if (!event->seq)
		event->seq = meeting->seq + 1;
	if (!event->at && meeting->events->len)
		event->at = ((const struct meeting_event *) meeting->events->pdata[meeting->events->len - 1])->at;
	if (!event->id)
		event->id = g_strdup_printf("%s.%" G_GINT64_FORMAT, session, event->seq);
	if (!event->who)
		event->who = g_strdup("replay");
	if (!*event->prev)
		g_strlcpy(event->prev, meeting->head, sizeof event->prev);
	if (!*event->hash)
		meeting_event_hash(event, event->hash);
}

static bool replay_all(struct meeting *meeting, const GPtrArray *events, GError **error)
{
	if (!events->len) {
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the journal holds no event"));
		return false;
	}
	g_autofree char *session = session_of(events->pdata[0]);
	for (guint i = 0; i < events->len; i++) {
		fill(events->pdata[i], meeting, session);
		if (!meeting_follow(meeting, events->pdata[i], error))
			return false;
	}
	if (!meeting->called)
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_DATA, _("the first event has no time (at)"));
	return meeting->called != 0;
}

/* Of the items the last ones were added in the meeting; they belong to the journal, not to the agenda. */
static guint agenda_length(const struct meeting *meeting)
{
	guint added = 0;
	for (guint i = 0; i < meeting->events->len; i++)
		added += ((const struct meeting_event *) meeting->events->pdata[i])->kind == MEETING_ITEM_ADDED;
	return meeting->items->len - added;
}

static bool insert_items(struct store *store, const struct meeting *meeting, id_t64 id, GError **error)
{
	for (guint i = 0; i < agenda_length(meeting); i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		struct agenda_item row = { .meeting_id = id, .position = item->position, .number = item->number, .title = item->title,
			.public_title = item->public_title, .section = item->section, .action = item->action, .minutes = item->minutes,
			.consent = item->consent, .closed = item->closed, .presenter = item->presenter, .case_number = item->case_number,
			.unposted = item->unposted };
		if (!meeting_store_add_item(store, &row, error))
			return false;
	}
	return true;
}

static bool insert_event(struct store *store, id_t64 meeting, const struct meeting_event *event, GError **error)
{
	int there = journal_store_find(store, event->id, error);
	if (there > 0)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, event->seq == 1 ? _("%s holds this journal already: event %" PRId64 " (%s) is in it")
			: _("%s has another event of the id of event %" PRId64 " (%s)"), store_path(store), event->seq, event->id);
	return !there && journal_store_insert(store, meeting, event, error);
}

static bool insert_all(struct store *store, const struct meeting *meeting, id_t64 *id, GError **error)
{
	struct meeting_record record = meeting->record;
	record.status = (char *) (meeting->phase == PHASE_ADJOURNED ? "held" : "planned");
	if (!head_file_agrees(store, error) || !meeting_store_insert(store, &record, error) || !insert_items(store, meeting, record.id, error))
		return false;
	for (guint i = 0; i < meeting->events->len; i++)
		if (!insert_event(store, record.id, meeting->events->pdata[i], error))
			return false;
	*id = record.id;
	return true;
}

id_t64 record_replay(struct store *store, const GPtrArray *events, GError **error)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	id_t64 id = 0;
	if (!replay_all(meeting, events, error) || !store_begin(store, error))
		return 0;
	if (!insert_all(store, meeting, &id, error)) {
		store_rollback(store);
		return 0;
	}
	if (!store_commit(store, error))
		return 0;
	journal_store_sealed(store, id, NULL);       /* it is recorded, whether the head is remembered or not */
	return id;
}
