/* Motions on the floor: made, seconded, changed by the mover, withdrawn, ruled upon. */
#include "domain/meeting_private.h"

#include <string.h>

bool motion_needs_second(const struct meeting *meeting, const struct motion *motion)
{
	return meeting->procedure->rules.second && motion->kind->second && !meeting->imported;
}

bool motion_debatable(const struct meeting *meeting, const struct motion *motion)
{
	(void) meeting;
	return motion->kind->debatable && !motion->debate_closed && motion->state == MOTION_PENDING;
}

bool member_may_act(const struct meeting *meeting, int index, int item, GError **error)
{
	const struct member *member = meeting_member(meeting, index);
	if (!member_is_here(member))
		return meeting_refuse(error, _("%s is not here"), member->name ? member->name : member->seat);
	if (member->flags & SEAT_ADVISORY || !(member->flags & SEAT_VOTING))
		return meeting_refuse(error, _("%s holds an advisory seat: it may speak, not move or second"), member->name);
	if (!member_votes(member))
		return meeting_refuse(error, member->alternate_for >= 0 ? _("%s is an alternate who stands in for nobody now")
			: _("an alternate sits in the place of %s"), member->name);
	if (item && meeting_recusal(meeting, index, item))
		return meeting_refuse(error, _("%s is recused from this item"), member->name);
	return true;
}

/* Only one who voted on the side that won may ask to reconsider (RONR 37:10); on a lost vote the noes won. */
static bool check_prevailing(const struct meeting *meeting, int mover, const struct motion *target, GError **error)
{
	const struct vote *vote = meeting_vote(meeting, target->vote);
	const struct ballot *ballot = vote ? vote_ballot(vote, mover) : NULL;
	enum choice won = vote && vote->result == RESULT_CARRIED ? CHOICE_AYE : CHOICE_NAY;
	if (!vote || vote->method == METHOD_VOICE || vote->method == METHOD_CONSENT)
		return true;      /* nobody's side is on record */
	if (!ballot || !ballot->counts || ballot->choice != won)
		return meeting_refuse(error, _("only a member who voted on the prevailing side may move this; %s did not"), meeting_member_name(meeting, mover));
	return true;
}

static bool check_item_of_motion(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (event->item != meeting->item && !meeting->imported)
		return meeting_refuse(error, meeting->item ? _("a motion belongs to the item that is open") : _("no item is open"));
	return true;
}

static bool check_words(const struct motion_kind *kind, const struct meeting_event *event, GError **error)
{
	bool needs = kind->class == MOTION_CLASS_MAIN ? kind->effect == EFFECT_NONE : kind->effect == EFFECT_AMEND;
	if (needs && (!event->text || !*event->text))
		return meeting_refuse(error, _("this motion needs its words"));
	return true;
}

bool check_moved(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct motion_kind *kind = procedure_kind(meeting->procedure, event->word);
	int mover = meeting_seat(meeting, event->seat);
	if (!kind)
		return meeting_refuse(error, _("there is no kind of motion '%s' in the rules of this meeting"), event->word ? event->word : "");
	if (event->motion != (int) meeting->motions->len + 1)
		return meeting_refuse(error, _("the next motion has the number %u"), meeting->motions->len + 1);
	if (event->number < 0 || event->number > (gint64) meeting->motions->len)
		return meeting_refuse(error, _("there is no motion %d in this meeting"), (int) CLAMP(event->number, 0, G_MAXINT));
	if (event->seat && mover < 0)
		return meeting_refuse(error, _("there is no seat '%s' on the roster of this meeting"), event->seat);
	if (meeting->imported)
		return true;
	g_autofree char *why = meeting_why_not(meeting, kind, (int) event->number);
	if (why)
		return meeting_refuse(error, "%s", why);
	if (mover < 0)
		return meeting_refuse(error, _("who moves it?"));
	if (kind->class == MOTION_CLASS_RETURN && !event->number)
		return meeting_refuse(error, _("which motion is it about?"));
	const struct motion *target = meeting_motion(meeting, (int) event->number);
	return check_words(kind, event, error) && check_item_of_motion(meeting, event, error)
		&& member_may_act(meeting, mover, event->item, error) && (!kind->prevailing || !target || check_prevailing(meeting, mover, target, error));
}

static int root_of(const struct meeting *meeting, const struct motion_kind *kind)
{
	const struct motion *floor = meeting_floor(meeting);
	if (!floor || kind->class == MOTION_CLASS_MAIN || kind->class == MOTION_CLASS_RETURN)
		return 0;
	return floor->root ? floor->root : floor->number;
}

void apply_moved(struct meeting *meeting, const struct meeting_event *event)
{
	struct motion *motion = g_new0(struct motion, 1);
	const struct motion *floor = meeting_floor(meeting);
	motion->kind = procedure_kind(meeting->procedure, event->word);
	motion->number = event->motion;
	motion->mover = meeting_seat(meeting, event->seat);
	motion->seconder = -1;
	motion->item = event->item;
	motion->target = event->number ? (int) event->number : motion->kind->class == MOTION_CLASS_MAIN || !floor ? 0 : floor->number;
	motion->text = g_strdup(event->text ? event->text : "");
	motion->original = g_strdup(motion->text);
	motion->wording = g_strdup(event->note);
	motion->root = root_of(meeting, motion->kind);
	motion->in_closed = meeting->phase == PHASE_CLOSED;
	motion->moved = event->at;
	motion->state = motion_needs_second(meeting, motion) ? MOTION_MADE : MOTION_PENDING;
	g_ptr_array_add(meeting->motions, motion);
	g_array_append_val(meeting->pending, motion->number);
}

bool check_seconded(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct motion *motion = meeting_motion(meeting, event->motion);
	int seconder = meeting_seat(meeting, event->seat);
	if (motion->seconder >= 0)
		return meeting_refuse(error, _("%s seconded it already"), meeting_member_name(meeting, motion->seconder));
	if (seconder == motion->mover)
		return meeting_refuse(error, _("%s moved it and cannot second it"), meeting_member_name(meeting, seconder));
	return meeting->imported || member_may_act(meeting, seconder, motion->item, error);
}

void apply_seconded(struct meeting *meeting, const struct meeting_event *event)
{
	struct motion *motion = motion_at(meeting, event->motion);
	motion->seconder = meeting_seat(meeting, event->seat);
	motion->state = MOTION_PENDING;
}

bool check_restated(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct motion *motion = meeting_motion(meeting, event->motion);
	return strcmp(motion->text, event->text) != 0 || meeting_refuse(error, _("the words are the same as before"));
}

void apply_restated(struct meeting *meeting, const struct meeting_event *event)
{
	struct motion *motion = motion_at(meeting, event->motion);
	g_free(motion->text);
	motion->text = g_strdup(event->text);
}

void floor_pop(struct meeting *meeting, enum motion_state state)
{
	struct motion *motion = (struct motion *) meeting_floor(meeting);
	motion->state = state;
	g_array_set_size(meeting->pending, meeting->pending->len - 1);
}

void floor_leave(struct meeting *meeting, struct motion *motion, enum motion_state state)
{
	motion->state = state;
	for (guint i = meeting->pending->len; i-- > 0;)
		if (g_array_index(meeting->pending, int, i) == motion->number)
			g_array_remove_index(meeting->pending, i);
}

void apply_withdrawn(struct meeting *meeting, const struct meeting_event *event)
{
	(void) event;
	floor_pop(meeting, MOTION_WITHDRAWN);
}

bool check_fell(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (meeting_motion(meeting, event->motion)->state != MOTION_MADE)
		return meeting_refuse(error, _("a motion falls only while it lacks a second"));
	return true;
}

void apply_fell(struct meeting *meeting, const struct meeting_event *event)
{
	(void) event;
	floor_pop(meeting, MOTION_FELL);
}

bool check_ruled(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct motion *motion = meeting_motion(meeting, event->motion);
	bool out = g_strcmp0(event->word, "out_of_order") == 0;
	bool taken = g_strcmp0(event->word, "well_taken") == 0 || g_strcmp0(event->word, "not_well_taken") == 0;
	if (!out && !taken)
		return meeting_refuse(error, _("the chair rules well_taken, not_well_taken or out_of_order, not '%s'"), event->word ? event->word : "");
	if (taken && motion->kind->threshold)
		return meeting_refuse(error, _("this motion is put to the vote; the chair may only rule it out of order"));
	return true;
}

void apply_ruled(struct meeting *meeting, const struct meeting_event *event)
{
	struct motion *motion = motion_at(meeting, event->motion);
	motion->ruling = g_strdup(event->word);
	motion->ruling_why = g_strdup(event->text);
	floor_pop(meeting, MOTION_RULED);
}

bool check_settled(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	enum motion_state state = motion_state_find(event->word);
	if (!meeting->imported)
		return meeting_refuse(error, _("only of a meeting published elsewhere it is said what became of a motion without saying how"));
	if (state == MOTION_VOTING || state == MOTION_STATES)
		return meeting_refuse(error, _("a motion does not end as '%s'"), event->word ? event->word : "");
	return true;
}

void apply_settled(struct meeting *meeting, const struct meeting_event *event)
{
	floor_leave(meeting, motion_at(meeting, event->motion), motion_state_find(event->word));
}

bool check_debate(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (!motion_debatable(meeting, meeting_motion(meeting, event->motion)))
		return meeting_refuse(error, _("this motion cannot be debated now"));
	return check_here(meeting, event, error);
}

void apply_nothing(struct meeting *meeting, const struct meeting_event *event)
{
	(void) meeting;
	(void) event;
}
