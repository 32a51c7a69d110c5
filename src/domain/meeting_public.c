/* What of a meeting's state the public may read: whatever the journal places inside a closed session is left out. */
#include "domain/meeting_public.h"

static const struct meeting_event *event_at(const struct meeting *meeting, guint index)
{
	return meeting->events->pdata[index];
}

/* Entering and leaving are seen by everybody. */
bool event_is_public(const struct meeting *meeting, const struct meeting_event *event)
{
	if (!meeting->closed->len || event->kind == MEETING_CLOSED_ENTERED || event->kind == MEETING_CLOSED_LEFT)
		return true;
	for (guint i = (guint) CLAMP(event->seq - 1, 0, (gint64) meeting->events->len); i-- > 0;) {
		enum meeting_event_kind kind = event_at(meeting, i)->kind;
		if (kind == MEETING_CLOSED_ENTERED || kind == MEETING_CLOSED_LEFT)
			return kind == MEETING_CLOSED_LEFT;
	}
	return true;
}

const char *item_public_outcome(const struct meeting *meeting, const struct meeting_item *item)
{
	const char *outcome = NULL;
	for (guint i = 0; !item->closed && i < meeting->events->len; i++) {
		const struct meeting_event *event = event_at(meeting, i);
		if (event->kind == MEETING_ITEM_CLOSED && event->item == item->position && event->text && event_is_public(meeting, event))
			outcome = event->text;
	}
	return outcome;
}

const struct motion *item_public_decision(const struct meeting *meeting, const struct meeting_item *item)
{
	const struct motion *motion = meeting_motion(meeting, item->decided_by);
	return motion && !motion->in_closed && motion_end_is_public(meeting, motion) ? motion : NULL;
}

int motion_public_seconder(const struct meeting *meeting, const struct motion *motion)
{
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = event_at(meeting, i);
		if (event->kind == MEETING_SECONDED && event->motion == motion->number)
			return event_is_public(meeting, event) ? motion->seconder : -1;
	}
	return motion->seconder;
}

/* Did this event change the words of the motion? */
static bool changes(const struct meeting *meeting, const struct meeting_event *event, const struct motion *motion)
{
	const struct motion *other = meeting_motion(meeting, event->motion);
	if (event->kind == MEETING_RESTATED)
		return event->motion == motion->number;
	return event->kind == MEETING_VOTE_DECLARED && other && other->kind->effect == EFFECT_AMEND && other->target == motion->number;
}

/* An amendment adopted in public may still bring in words that were made in closed session, and repeats those that were there. */
static bool amendment_is_public(const struct meeting *meeting, const struct meeting_event *event, const struct motion *amended)
{
	const struct motion *amendment = meeting_motion(meeting, event->motion);
	return amendment->number > amended->number && motion_words_are_public(meeting, amendment);
}

bool motion_words_are_public(const struct meeting *meeting, const struct motion *motion)
{
	bool public = !motion->in_closed;
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = event_at(meeting, i);
		if (changes(meeting, event, motion))
			public = event_is_public(meeting, event) && (event->kind == MEETING_RESTATED || (public && amendment_is_public(meeting, event, motion)));
	}
	return public;
}

const char *motion_public_text(const struct meeting *meeting, const struct motion *motion)
{
	return motion_words_are_public(meeting, motion) ? motion->text : motion->original;
}

/* Did this event decide what became of the motion? */
static bool ends(const struct meeting *meeting, const struct meeting_event *event, const struct motion *motion)
{
	const struct motion *other = meeting_motion(meeting, event->motion);
	switch (event->kind) {
	case MEETING_WITHDRAWN: case MEETING_FELL: case MEETING_RULED:
		return event->motion == motion->number;
	case MEETING_VOTE_DECLARED:
		return other && (other == motion || motion->disposed_by == other->number || (other->kind->effect == EFFECT_RESCIND && other->target == motion->number));
	default:
		return false;
	}
}

bool motion_end_is_public(const struct meeting *meeting, const struct motion *motion)
{
	for (guint i = meeting->events->len; i-- > 0;)
		if (ends(meeting, event_at(meeting, i), motion))
			return event_is_public(meeting, event_at(meeting, i));
	return true;
}

static bool began_in_public(const struct meeting *meeting, enum meeting_event_kind kind, int number)
{
	for (guint i = 0; i < meeting->events->len; i++)
		if (event_at(meeting, i)->kind == kind && event_at(meeting, i)->number == number)
			return event_is_public(meeting, event_at(meeting, i));
	return true;
}

bool vote_is_public(const struct meeting *meeting, const struct vote *vote)
{
	return began_in_public(meeting, MEETING_VOTE_OPENED, vote->number);
}

bool speaker_is_public(const struct meeting *meeting, const struct speaker *speaker)
{
	return began_in_public(meeting, MEETING_SPEAKER_QUEUED, speaker->number);
}

const char *correction_public_why(const struct meeting *meeting, const struct correction *correction)
{
	struct meeting_event event = { .seq = correction->seq, .kind = MEETING_VOTE_CORRECTED };
	return event_is_public(meeting, &event) ? correction->why : NULL;
}
