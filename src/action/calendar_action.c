#include "action/calendar_action.h"

#include <inttypes.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/agenda_store.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

static bool refuse(GError **error, const char *words)
{
	g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, words);
	return false;
}

/* Ends the transaction: all of it or nothing. */
static bool settle(struct store *store, bool good, GError **error)
{
	if (good && store_commit(store, error))
		return true;
	store_rollback(store);
	return false;
}

/* --- from the series --- */

static bool plan(struct store *store, const struct calendar_day *day, id_t64 *id, GError **error)
{
	g_autofree char *key = series_key(day->series, day->rule);
	struct meeting_record meeting = { .body = day->body->id, .kind = (char *) meeting_kinds[day->series->kind], .starts = day->starts,
		.place = day->series->place };
	if (!meeting_store_insert(store, &meeting, error))
		return false;
	*id = meeting.id;
	return meeting_store_set_detail(store, &(struct meeting_detail) { .meeting = meeting.id, .series = key }, error);
}

static bool plan_missing(struct store *store, const struct board *board, const struct body *body, day_t until, instant_t now, GArray *ids, GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(store, error);
	g_autoptr(GHashTable) details = meetings ? meeting_store_details(store, error) : NULL;
	g_autoptr(GArray) missing = details ? calendar_missing(board, meetings, details, now, until) : NULL;
	for (guint i = 0; missing && i < missing->len; i++) {
		const struct calendar_day *day = &g_array_index(missing, struct calendar_day, i);
		id_t64 id;
		if (body && day->body != body)
			continue;
		if (!plan(store, day, &id, error))
			return false;
		g_array_append_val(ids, id);
	}
	return missing != NULL;
}

GArray *calendar_lay_out(struct store *store, const struct board *board, const struct body *body, day_t until, instant_t now, GError **error)
{
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(id_t64));
	if (!store_begin(store, error))
		return NULL;
	return settle(store, plan_missing(store, board, body, until, now, ids, error), error) ? g_steal_pointer(&ids) : NULL;
}

/* --- one by one --- */

/* May a meeting of this body be planned for this time? id: the one that is moved; 0. */
static bool may_begin(struct store *store, const struct board *board, const struct meeting_record *meeting, instant_t now, GError **error)
{
	g_autofree char *when = instant_words(meeting->starts, board->zone);
	if (meeting->starts <= now) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s is over; a meeting is planned for a time to come"), when);
		return false;
	}
	g_autoptr(GPtrArray) all = meeting_store_all(store, error);
	for (guint i = 0; all && i < all->len; i++) {
		const struct meeting_record *other = all->pdata[i];
		if (other->id == meeting->id || other->starts != meeting->starts || g_strcmp0(other->body, meeting->body)
			|| !g_strcmp0(other->status, "cancelled"))
			continue;
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("there is a meeting of that body at %s already: number %" PRId64), when, other->id);
		return false;
	}
	return all != NULL;
}

static bool known(const struct board *board, const struct meeting_record *meeting, GError **error)
{
	if (!board_named_body(board, meeting->body, error))
		return false;
	if (meeting_kind_find(meeting->kind) == MEETING_KINDS) {
		g_autofree char *all = g_strjoinv(", ", (char **) meeting_kinds);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is no kind of meeting; it is one of: %s"), meeting->kind ? meeting->kind : "", all);
		return false;
	}
	return true;
}

bool calendar_add(struct store *store, const struct board *board, struct meeting_record *meeting, instant_t now, GError **error)
{
	if (!known(board, meeting, error) || !store_begin(store, error))
		return false;
	g_free(meeting->status);
	meeting->status = g_strdup("planned");
	meeting->id = 0;
	return settle(store, may_begin(store, board, meeting, now, error) && meeting_store_insert(store, meeting, error), error);
}

/* May its time or its standing still be changed? */
static bool is_open(struct store *store, const struct meeting_record *meeting, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	gint64 seq;
	if (!g_strcmp0(meeting->status, "cancelled"))
		return refuse(error, _("this meeting was cancelled already; plan a new one"));
	if (!g_strcmp0(meeting->status, "held"))
		return refuse(error, _("this meeting was held; its record stays as it is"));
	if (!journal_store_last(store, meeting->id, &seq, hash, error))
		return false;
	return seq == 0 || refuse(error, _("this meeting was called to order; it is adjourned, not cancelled or moved"));
}

static bool has_reason(const char *why, GError **error)
{
	return !text_is_blank(why) || refuse(error, _("a reason is needed, for the public asks; say why"));
}

/* Writes the time and status of the record, its detail, and what happened into its history. */
static bool write_back(const struct calendar_hand *hand, const struct meeting_record *meeting, const struct meeting_detail *detail,
	struct agenda_change *change, GError **error)
{
	gint64 revision = agenda_store_revision(hand->store, meeting->id, error);
	if (revision < 0)
		return false;
	change->seq = revision + 1;
	change->at = hand->now;
	change->who = (char *) hand->who;
	return meeting_store_set_time(hand->store, meeting->id, meeting->starts, meeting->place, error)
		&& meeting_store_set_status(hand->store, meeting->id, meeting->status, error) && meeting_store_set_detail(hand->store, detail, error)
		&& agenda_store_add_change(hand->store, meeting->id, change, error);
}

static void set_text(char **to, const char *text)
{
	g_free(*to);
	*to = g_strdup(text);
}

static bool move(const struct calendar_hand *hand, struct meeting_record *meeting, struct meeting_detail *detail, instant_t starts, const char *place,
	const char *why, GError **error)
{
	g_autofree char *before = instant_words(meeting->starts, hand->board->zone), *after = instant_words(starts, hand->board->zone);
	g_autofree char *words = starts == meeting->starts ? g_strdup_printf(_("another place: %s"), why) : g_strdup_printf(_("moved from %s: %s"), before, why);
	if (starts == meeting->starts && (!place || !g_strcmp0(place, meeting->place)))
		return refuse(error, _("it meets then and there already; nothing was changed"));
	struct agenda_change change = { .what = (char *) AGENDA_CHANGE_MEETING_MOVED, .was = before, .became = after };
	meeting->starts = starts;
	if (place)
		set_text(&meeting->place, place);
	set_text(&meeting->status, "planned");
	set_text(&detail->why, words);
	set_text(&detail->posted_by, NULL);
	detail->posted = 0;
	return may_begin(hand->store, hand->board, meeting, hand->now, error) && write_back(hand, meeting, detail, &change, error);
}

/* Reads a meeting that is still open, in a transaction that the caller settles. */
static bool take(struct store *store, id_t64 id, struct meeting_record *meeting, struct meeting_detail *detail, GError **error)
{
	return meeting_store_get(store, id, meeting, error) && is_open(store, meeting, error) && meeting_store_detail(store, id, detail, error);
}

bool calendar_move(const struct calendar_hand *hand, id_t64 id, instant_t starts, const char *place, const char *why, GError **error)
{
	struct meeting_record meeting = { 0 };
	struct meeting_detail detail = { 0 };
	if (!has_reason(why, error) || !store_begin(hand->store, error))
		return false;
	bool good = take(hand->store, id, &meeting, &detail, error) && move(hand, &meeting, &detail, starts, place, why, error);
	meeting_record_clear(&meeting);
	meeting_detail_clear(&detail);
	return settle(hand->store, good, error);
}

static bool cancel(const struct calendar_hand *hand, struct meeting_record *meeting, struct meeting_detail *detail, const char *why, GError **error)
{
	struct agenda_change change = { .what = (char *) AGENDA_CHANGE_MEETING_CANCELLED, .became = (char *) why };
	set_text(&meeting->status, "cancelled");
	set_text(&detail->why, why);
	return write_back(hand, meeting, detail, &change, error);
}

bool calendar_cancel(const struct calendar_hand *hand, id_t64 id, const char *why, GError **error)
{
	struct meeting_record meeting = { 0 };
	struct meeting_detail detail = { 0 };
	if (!has_reason(why, error) || !store_begin(hand->store, error))
		return false;
	bool good = take(hand->store, id, &meeting, &detail, error) && cancel(hand, &meeting, &detail, why, error);
	meeting_record_clear(&meeting);
	meeting_detail_clear(&detail);
	return settle(hand->store, good, error);
}
