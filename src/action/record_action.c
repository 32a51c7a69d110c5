#include "action/record_action.h"

#include "base/error.h"
#include "base/i18n.h"
#include "domain/frozen.h"
#include "store/carry_store.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/member_store.h"

struct clerk *clerk_new(struct store *store, id_t64 meeting, const char *who, const char *session)
{
	struct clerk *clerk = g_new0(struct clerk, 1);
	g_autofree char *uuid = g_uuid_string_random();
	clerk->store = store;
	clerk->meeting = meeting;
	clerk->who = g_strdup(who);
	clerk->session = session ? g_strdup(session) : g_strdup_printf("%.8s%.4s%.4s", uuid, uuid + 9, uuid + 14);
	return clerk;
}

void clerk_free(struct clerk *clerk)
{
	if (!clerk)
		return;
	clerk_lock_free(clerk->lock);
	g_free(clerk->who);
	g_free(clerk->session);
	g_free(clerk->unknown);
	g_free(clerk);
}

bool clerk_take(struct clerk *clerk, instant_t now, struct clerk_holder *holder, GError **error)
{
	if (store_read_only(clerk->store)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s: %s", store_path(clerk->store), store_read_only(clerk->store));
		return false;
	}
	clerk_lock_free(clerk->lock);
	clerk->lock = clerk_lock_take(clerk->store, clerk->who, clerk->session, now, holder, error);
	return clerk->lock != NULL;
}

static bool good_text(const char *text)
{
	return !text || g_utf8_validate(text, -1, NULL);
}

/* Ids go on where an earlier run of the same session stopped: only reproducible sessions meet again. */
static char *next_id(struct clerk *clerk, const struct meeting *meeting)
{
	if (!clerk->events)
		for (guint i = 0; i < meeting->events->len; i++) {
			g_autofree char *session = meeting_event_session(meeting->events->pdata[i]);
			clerk->events += g_strcmp0(session, clerk->session) == 0;
		}
	return g_strdup_printf("%s.%" G_GINT64_FORMAT, clerk->session, ++clerk->events);
}

static enum record_outcome append(struct clerk *clerk, const struct meeting *meeting, struct meeting_event *event, GError **error)
{
	static const enum record_outcome outcomes[] = {
		[APPENDED] = RECORDED, [APPEND_MOVED] = RECORD_MOVED, [APPEND_FAILED] = RECORD_FAILED, [APPEND_UNKNOWN] = RECORD_UNKNOWN,
	};
	g_autofree char *id = next_id(clerk, meeting);
	event->id = id;
	event->who = clerk->who;
	enum append_outcome outcome = journal_store_append(clerk->store, clerk->meeting, meeting->seq, meeting->head, event, error);
	if (outcome == APPEND_UNKNOWN)
		clerk->unknown = g_strdup(id);
	event->id = event->who = NULL;
	return outcomes[outcome];
}

static bool refuse(GError **error, const char *words)
{
	g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, words);
	return false;
}

/* May it be recorded, if this program holds the record? */
static bool check(const struct clerk *clerk, const struct meeting *meeting, struct meeting_event *event, instant_t now, GError **error)
{
	g_autofree char *id = g_strdup_printf("%s.0", clerk->session);
	if (clerk->unknown)
		return refuse(error, _("whether the last event was recorded is unknown; open the database again first"));
	if (!good_text(event->text) || !good_text(event->note) || !good_text(event->other))
		return refuse(error, _("the text is not UTF-8"));
	event->at = now;
	event->id = id;
	event->who = clerk->who;
	bool fits = meeting_check(meeting, event, error);
	event->id = event->who = NULL;
	return fits;
}

enum record_outcome clerk_record(struct clerk *clerk, const struct meeting *meeting, struct meeting_event *event, instant_t now, GError **error)
{
	if (!check(clerk, meeting, event, now, error))
		return RECORD_REFUSED;
	if (!clerk->lock || !clerk_lock_held(clerk->lock)) {
		refuse(error, _("this program does not hold the record"));
		return RECORD_REFUSED;
	}
	return append(clerk, meeting, event, error);
}

enum record_outcome clerk_take_over(struct clerk *clerk, const struct meeting *meeting, const char *reason, instant_t now, GError **error)
{
	struct meeting_event event = { .kind = MEETING_TAKEN_OVER, .text = (char *) reason };
	if (!check(clerk, meeting, &event, now, error))
		return RECORD_REFUSED;
	enum record_outcome outcome = append(clerk, meeting, &event, error);
	if (outcome != RECORDED && outcome != RECORD_UNKNOWN)
		return outcome;
	clerk_lock_free(clerk->lock);
	clerk->lock = clerk_lock_seize(clerk->store, clerk->who, clerk->session, now, NULL);
	return outcome;
}

/* What is frozen for this meeting, or NULL: nobody's roster and rules stand in for those of a body that the board file does not have. */
static char *freeze(struct store *store, const struct board *board, const struct meeting_record *record, const GPtrArray *items, GError **error)
{
	const struct body *body = board_body_meant(board, record->body);
	if (body) {
		struct meeting_record whole = *record;
		g_autoptr(GPtrArray) trainings = member_store_trainings(store, body->id, error);
		whole.body = body->id;      /* also where the board has only this one and the meeting names none */
		return trainings ? frozen_write(board, body, &whole, items, trainings, NULL) : NULL;
	}
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, _("the board file has no body '%s', so its roster and rules are not known"),
		record->body ? record->body : "");
	return NULL;
}

enum record_outcome clerk_call(struct clerk *clerk, const struct meeting *meeting, const struct board *board, const char *presiding, instant_t now, GError **error)
{
	struct meeting_record record = { 0 };
	g_autoptr(GPtrArray) items = meeting_store_items(clerk->store, clerk->meeting, error);
	if (!items || !meeting_store_get(clerk->store, clerk->meeting, &record, error))
		return RECORD_FAILED;
	bool known = carry_store_continued(clerk->store, board, &record, items, error);
	g_autofree char *frozen = known ? freeze(clerk->store, board, &record, items, error) : NULL;
	struct meeting_event event = { .kind = MEETING_CALLED, .seat = (char *) presiding, .text = frozen };
	meeting_record_clear(&record);
	return frozen ? clerk_record(clerk, meeting, &event, now, error) : RECORD_REFUSED;
}

bool clerk_reveal(struct clerk *clerk, int reveal, GError **error)
{
	static const char *const values[] = { "rules", "live", "complete" };
	g_autofree char *key = meeting_store_reveal_key(clerk->meeting);
	if (!store_begin(clerk->store, error))
		return false;
	if (store_meta_set(clerk->store, key, values[reveal], error))
		return store_commit(clerk->store, error);
	store_rollback(clerk->store);
	return false;
}

int clerk_settle(struct clerk *clerk, struct store *store, GError **error)
{
	int found = clerk->unknown ? journal_store_settle(store, clerk->unknown, error) : 0;
	if (found >= 0)
		g_clear_pointer(&clerk->unknown, g_free);
	return found;
}
