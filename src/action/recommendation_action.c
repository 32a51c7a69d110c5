#include "action/recommendation_action.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/meeting.h"
#include "store/case_store.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/recommendation_store.h"

static day_t today_of(const struct recommendation_hand *hand)
{
	return instant_day(hand->now, hand->board->zone);
}

static bool finish(const struct recommendation_hand *hand, bool good, GError **error)
{
	good = good && store_commit(hand->store, error);
	if (!good)
		store_rollback(hand->store);
	return good;
}

/* --- the thread: the case it came from, the vote that adopted it --- */

static bool check_case(const struct recommendation_hand *hand, const char *number, GError **error)
{
	for (guint i = 0; i < hand->board->bodies->len; i++)
		if (case_store_find(hand->store, ((const struct body *) hand->board->bodies->pdata[i])->id, number))
			return true;
	return error_refuse(error, DAIS_ERROR_USAGE, _("there is no case %s; dais list cases shows them"), number);
}

/* Did the motion of this number carry in this meeting? */
static bool is_carried(const struct recommendation_hand *hand, id_t64 id, int number, bool *carried, GError **error)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autoptr(GPtrArray) events = journal_store_read(hand->store, id, 0, error);
	if (!events || !meeting_follow_all(meeting, events, error))
		return false;
	const struct motion *motion = number <= (int) meeting->motions->len ? meeting_motion(meeting, number) : NULL;
	*carried = motion && motion->state == MOTION_CARRIED;
	return true;
}

static bool check_vote(const struct recommendation_hand *hand, const struct body *body, const char *text, GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(hand->store, error);
	bool met = false, carried = false;
	day_t day;
	int number;
	char iso[DAY_ISO_SIZE];
	if (!meetings || !recommendation_vote_parse(text, &day, &number))
		return false;
	for (guint i = 0; i < meetings->len && !carried; i++) {
		const struct meeting_record *meeting = meetings->pdata[i];
		if (g_strcmp0(meeting->body, body->id) != 0 || instant_day(meeting->starts, hand->board->zone) != day)
			continue;
		met = true;
		if (!is_carried(hand, meeting->id, number, &carried, error))
			return false;
	}
	if (!met)
		return error_refuse(error, DAIS_ERROR_USAGE, _("%s did not meet on %s"), labels_get(&body->name, NULL), day_iso(day, iso));
	return carried || error_refuse(error, DAIS_ERROR_USAGE, _("no motion %d was carried on %s; the minutes number them"), number, day_iso(day, iso));
}

static bool check_field(const struct recommendation_hand *hand, const struct body *body, enum recommendation_field field, const char *value, GError **error)
{
	g_autofree char *fault = recommendation_field_fault(field, value);
	if (!g_utf8_validate(value, -1, NULL))
		return error_refuse(error, DAIS_ERROR_USAGE, _("%s is not UTF-8"), recommendation_field_title(field));
	if (fault)
		return error_refuse(error, DAIS_ERROR_USAGE, "%s", fault);
	if (!*value)
		return true;
	if (field == RECOMMENDATION_FIELD_CASE)
		return check_case(hand, value, error);
	return field != RECOMMENDATION_FIELD_VOTE || !body || check_vote(hand, body, value, error);
}

/* --- making --- */

static bool check_new(const struct recommendation_hand *hand, const char *number, const char *title, day_t made, GError **error)
{
	char iso[DAY_ISO_SIZE];
	if (text_is_blank(title) || !g_utf8_validate(title, -1, NULL))
		return error_refuse(error, DAIS_ERROR_USAGE, _("say in a few words what is recommended"));
	if (number && (text_is_blank(number) || !g_utf8_validate(number, -1, NULL)))
		return error_refuse(error, DAIS_ERROR_USAGE, _("the number may not be empty"));
	if (number && g_utf8_strlen(number, -1) > RECOMMENDATION_NUMBER_MOST)
		return error_refuse(error, DAIS_ERROR_USAGE, _("a number has at most %d characters"), RECOMMENDATION_NUMBER_MOST);
	if (made == DAY_UNKNOWN)
		return error_refuse(error, DAIS_ERROR_USAGE, _("the day must be a date such as 2026-05-31"));
	return made <= today_of(hand) || error_refuse(error, DAIS_ERROR_USAGE, _("%s is still to come; what was recommended is recorded"), day_iso(made, iso));
}

/* A number is found in whatever case its letters are typed, and so it must be new in whatever case. */
static bool check_number(const GPtrArray *others, const char *number, GError **error)
{
	for (guint i = 0; i < others->len; i++)
		if (!g_ascii_strcasecmp(((const struct recommendation *) others->pdata[i])->number, number)) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("there is a recommendation %s already; give it another number"), number);
			return false;
		}
	return true;
}

static bool add_fields(const struct recommendation_hand *hand, const struct body *body, id_t64 id, const char *const *fields, GError **error)
{
	for (int field = 0; fields && field < RECOMMENDATION_FIELDS; field++) {
		if (!fields[field] || !*fields[field])
			continue;
		struct recommendation_event event = { .at = hand->now, .who = (char *) hand->who, .what = (char *) recommendation_act_name(RECOMMENDATION_SET),
			.field = (char *) recommendation_field_names[field], .value = (char *) fields[field], .day = DAY_UNKNOWN };
		if (!check_field(hand, body, field, fields[field], error) || !recommendation_store_add_event(hand->store, id, &event, error))
			return false;
	}
	return true;
}

id_t64 recommendation_make(const struct recommendation_hand *hand, const struct body *body, const char *number, const char *title, day_t made,
	const char *const *fields, GError **error)
{
	if (!check_new(hand, number, title, made, error) || !store_begin(hand->store, error))
		return 0;
	g_autoptr(GPtrArray) others = recommendation_store_all(hand->store, body->id, error);
	g_autofree char *next = others && !number ? recommendation_next_number(others, body->id, made) : g_strdup(number);
	struct recommendation one = { .body = body->id, .number = next, .title = (char *) title, .made = made, .at = hand->now, .who = (char *) hand->who };
	bool good = others && check_number(others, next, error) && recommendation_store_insert(hand->store, &one, error) && add_fields(hand, body, one.id, fields, error);
	return finish(hand, good, error) ? one.id : 0;
}

/* --- finding --- */

struct recommendation *recommendation_find(const struct recommendation_hand *hand, id_t64 id, GError **error)
{
	g_autoptr(GPtrArray) all = recommendation_store_all(hand->store, NULL, error);
	for (guint i = 0; all && i < all->len; i++) {
		struct recommendation *one = all->pdata[i];
		if (one->id != id)
			continue;
		one = g_ptr_array_steal_index(all, i);
		recommendation_follow(one, hand->board, today_of(hand));
		return one;
	}
	if (all)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("there is no such recommendation"));
	return NULL;
}

struct recommendation *recommendation_named(const struct recommendation_hand *hand, const char *body, const char *number, GError **error)
{
	g_autoptr(GPtrArray) all = recommendation_store_all(hand->store, body, error);
	int found = -1;
	for (guint i = 0; all && i < all->len; i++) {
		const struct recommendation *one = all->pdata[i];
		if (g_ascii_strcasecmp(one->number, number) != 0)
			continue;
		if (found >= 0) {
			error_refuse(error, DAIS_ERROR_USAGE, _("several bodies have a recommendation %s; choose one with --body"), number);
			return NULL;
		}
		found = (int) i;
	}
	if (found < 0) {
		if (all)
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("there is no recommendation %s; dais list recommendations shows them"), number);
		return NULL;
	}
	struct recommendation *one = g_ptr_array_steal_index(all, (guint) found);
	recommendation_follow(one, hand->board, today_of(hand));
	return one;
}

/* --- what happens to one --- */

static bool check_answer(const struct recommendation_hand *hand, const struct recommendation *one, const struct recommendation_do *act,
	struct recommendation_event *event, GError **error)
{
	const struct vocabulary *words = board_words(hand->board, one->of, "answer");
	const struct term *term = act->value ? vocabulary_find(words, act->value) : NULL;
	event->day = act->day == DAY_UNKNOWN ? today_of(hand) : act->day;
	if (!words)
		return error_refuse(error, DAIS_ERROR_USAGE, _("the board file has no vocabulary 'answer'; dais-board(5) says how to add one"));
	if (!term) {
		g_autoptr(GString) all = g_string_new(NULL);
		for (guint i = 0; i < words->terms->len; i++)
			g_string_append_printf(all, "%s%s", all->len ? ", " : "", ((const struct term *) words->terms->pdata[i])->id);
		return act->value ? error_refuse(error, DAIS_ERROR_USAGE, _("the board file knows no answer '%s'; there are: %s"), act->value, all->str)
			: error_refuse(error, DAIS_ERROR_USAGE, _("say what was answered; the words of the board file are: %s"), all->str);
	}
	event->value = term->id;
	g_autofree char *fault = recommendation_answered_fault(one, event->day, today_of(hand));
	if (fault)
		return error_refuse(error, DAIS_ERROR_USAGE, "%s", fault);
	return event->why || !recommendation_needs_reason(one, hand->board, term->id, event->day)
		|| error_refuse(error, DAIS_ERROR_USAGE, _("%s: the answer \"%s\" needs its reason in words"), one->number, labels_get(&term->label, NULL));
}

static bool check_undo(const struct recommendation_hand *hand, const struct recommendation *one, id_t64 seen, struct recommendation_event *event, char **undone, GError **error)
{
	const struct recommendation_event *last = recommendation_undoable(one);
	if (!last)
		return error_refuse(error, DAIS_ERROR_USAGE, _("%s: there is nothing to take back"), one->number);
	if (seen && seen != last->id)
		return error_refuse(error, DAIS_ERROR_USAGE, "%s: %s", one->number, _("something was done to it meanwhile; look, and take back again"));
	event->undoes = last->id;
	event->value = *undone = recommendation_event_words(last, hand->board, one->of, NULL);
	return true;
}

static bool check_act(const struct recommendation_hand *hand, const struct recommendation *one, const struct recommendation_do *act,
	struct recommendation_event *event, char **undone, GError **error)
{
	unsigned needs = recommendation_act_needs(act->act);
	bool closed = one->status == RECOMMENDATION_IS_WITHDRAWN;
	if (act->why && !g_utf8_validate(act->why, -1, NULL))
		return error_refuse(error, DAIS_ERROR_USAGE, _("%s is not UTF-8"), _("the reason"));
	if (needs & RECOMMENDATION_NEEDS_WHY && !event->why)
		return error_refuse(error, DAIS_ERROR_USAGE, _("say why: words are needed for this"));
	if (needs & RECOMMENDATION_NEEDS_FIELD && act->field >= RECOMMENDATION_FIELDS) {
		g_autofree char *all = g_strjoinv(", ", (char **) recommendation_field_names);
		return error_refuse(error, DAIS_ERROR_USAGE, _("say what is to be set; there are: %s"), all);
	}
	if (act->act == RECOMMENDATION_SET && !act->value)
		return error_refuse(error, DAIS_ERROR_USAGE, _("say what to set it to; \"\" empties it"));
	if (closed && (act->act == RECOMMENDATION_ANSWER || act->act == RECOMMENDATION_WITHDRAWN))
		return error_refuse(error, DAIS_ERROR_USAGE, _("%s was withdrawn"), one->number);
	if (act->act == RECOMMENDATION_UNDONE)
		return check_undo(hand, one, act->undoes, event, undone, error);
	if (act->act == RECOMMENDATION_ANSWER)
		return check_answer(hand, one, act, event, error);
	if (act->act != RECOMMENDATION_SET)
		return true;
	event->field = (char *) recommendation_field_names[act->field];
	event->was = (char *) one->field[act->field];
	event->value = (char *) act->value;
	if (!g_strcmp0(event->value, event->was ? event->was : ""))
		return error_refuse(error, DAIS_ERROR_USAGE, "%s: %s", one->number, _("nothing is different"));
	return check_field(hand, one->of, act->field, act->value, error);
}

bool recommendation_act(const struct recommendation_hand *hand, id_t64 id, const struct recommendation_do *act, char **words, GError **error)
{
	struct recommendation_event event = { .at = hand->now, .who = (char *) hand->who, .what = (char *) recommendation_act_name(act->act),
		.day = DAY_UNKNOWN, .why = text_is_blank(act->why) ? NULL : (char *) act->why };
	g_autofree char *undone = NULL;
	if (!store_begin(hand->store, error))
		return false;
	g_autoptr(recommendation_t) one = recommendation_find(hand, id, error);
	bool good = one && check_act(hand, one, act, &event, &undone, error) && recommendation_store_add_event(hand->store, id, &event, error);
	if (good && words)
		*words = recommendation_event_words(&event, hand->board, one->of, NULL);
	good = finish(hand, good, error);
	if (!good && words)
		g_clear_pointer(words, g_free);
	return good;
}
