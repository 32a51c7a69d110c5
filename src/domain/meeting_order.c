/*
 * What is in order now (RONR 5:8-13 precedence, 6 and 7 subsidiary and privileged motions, 10:26 one main question at a time). The
 * ranks, who may interrupt, and what needs what come from the frozen kinds of motions; only the logic stands here.
 */
#include "domain/meeting_private.h"

static char *floor_name(const struct meeting *meeting)
{
	return motion_name(meeting, meeting_floor(meeting));
}

/* The highest rank of this class among what is pending; -1: none is. */
static int pending_rank(const struct meeting *meeting, enum motion_class class)
{
	int rank = -1;
	for (guint i = 0; i < meeting->pending->len; i++) {
		const struct motion *motion = meeting_motion(meeting, g_array_index(meeting->pending, int, i));
		if (motion->kind->class == class)
			rank = MAX(rank, motion->kind->rank);
	}
	return rank;
}

static int amendments_pending(const struct meeting *meeting)
{
	int n = 0;
	for (guint i = 0; i < meeting->pending->len; i++)
		n += meeting_motion(meeting, g_array_index(meeting->pending, int, i))->kind->effect == EFFECT_AMEND;
	return n;
}

static char *why_not_amend(const struct meeting *meeting)
{
	const struct motion *floor = meeting_floor(meeting);
	g_autofree char *name = floor_name(meeting);
	if (!floor->kind->amendable)
		return g_strdup_printf(_("motion %s cannot be amended"), name);
	if (floor->debate_closed)
		return g_strdup(_("the previous question was ordered; vote now"));
	if (amendments_pending(meeting) >= meeting->procedure->rules.amend_depth)
		return g_strdup_printf(_("motion %s amends an amendment already; it cannot be amended further"), name);
	return NULL;
}

static char *why_not_subsidiary(const struct meeting *meeting, const struct motion_kind *kind)
{
	const struct motion *floor = meeting_floor(meeting);
	const struct motion_kind *closes = procedure_effect(meeting->procedure, EFFECT_CLOSE_DEBATE);
	if (!floor)
		return g_strdup(_("no motion is pending"));
	if (kind->effect == EFFECT_AMEND)
		return why_not_amend(meeting);
	g_autofree char *name = floor_name(meeting);
	if (pending_rank(meeting, MOTION_CLASS_PRIVILEGED) >= 0 || pending_rank(meeting, MOTION_CLASS_INCIDENTAL) >= 0 || kind->rank <= pending_rank(meeting, MOTION_CLASS_SUBSIDIARY))
		return g_strdup_printf(_("motion %s has precedence over it"), name);
	if (floor->debate_closed && closes && kind->rank <= closes->rank)
		return g_strdup(_("the previous question was ordered; vote now"));
	if (kind->effect == EFFECT_LIMIT && !floor->kind->debatable)
		return g_strdup_printf(_("motion %s is not debatable"), name);
	if (kind->effect == EFFECT_CLOSE_DEBATE && !floor->kind->debatable && !floor->kind->amendable)
		return g_strdup_printf(_("motion %s is not debatable"), name);
	return NULL;
}

static char *why_not_privileged(const struct meeting *meeting, const struct motion_kind *kind)
{
	if (!meeting->pending->len || kind->rank > pending_rank(meeting, MOTION_CLASS_PRIVILEGED))
		return NULL;
	g_autofree char *name = floor_name(meeting);
	return g_strdup_printf(_("motion %s has precedence over it"), name);
}

static char *why_not_incidental(const struct meeting *meeting, const struct motion_kind *kind)
{
	bool about = kind->effect == EFFECT_WITHDRAW || kind->effect == EFFECT_DIVIDE || kind->effect == EFFECT_KILL;
	const struct motion *floor = meeting_floor(meeting);
	if (about && !floor)
		return g_strdup(_("no motion is pending"));
	if (kind->effect == EFFECT_DIVIDE && floor->kind->class != MOTION_CLASS_MAIN && floor->kind->effect != EFFECT_AMEND)
		return g_strdup(_("only a main motion or an amendment can be divided"));
	if (floor && floor->kind->class == MOTION_CLASS_INCIDENTAL && floor->kind->effect == kind->effect && kind->effect != EFFECT_RULING)
		return g_strdup(_("such a motion is pending already"));
	return NULL;
}

/* Was the target brought back by a motion of this kind before? */
static bool done_before(const struct meeting *meeting, const struct motion_kind *kind, int target)
{
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->kind == kind && motion->target == target && (motion->state == MOTION_CARRIED || motion->state == MOTION_FAILED))
			return true;
	}
	return false;
}

static bool can_return(const struct meeting *meeting, const struct motion_kind *kind, const struct motion *target)
{
	bool decided = target->state == MOTION_CARRIED || target->state == MOTION_FAILED;
	bool business = target->kind->class == MOTION_CLASS_MAIN;
	if (kind->once_per_target && done_before(meeting, kind, target->number))
		return false;
	switch (kind->effect) {
	case EFFECT_TAKE: return target->state == MOTION_TABLED && business;
	case EFFECT_RECONSIDER: return decided && business;
	case EFFECT_RESCIND: return target->state == MOTION_CARRIED && business;
	default: return true;
	}
}

static char *why_not_return(const struct meeting *meeting, const struct motion_kind *kind, int target)
{
	if (meeting->pending->len) {
		g_autofree char *name = floor_name(meeting);
		return g_strdup_printf(_("motion %s is pending; dispose of it first"), name);
	}
	if (target)
		return can_return(meeting, kind, meeting_motion(meeting, target)) ? NULL : g_strdup(_("it cannot be brought back by this motion"));
	for (guint i = 0; i < meeting->motions->len; i++)
		if (can_return(meeting, kind, meeting->motions->pdata[i]))
			return NULL;
	return g_strdup(kind->effect == EFFECT_TAKE ? _("nothing lies on the table") : _("nothing was decided in this meeting that it could bring back"));
}

static bool consent_waits(const struct meeting *meeting)
{
	for (guint i = 0; i < meeting->items->len; i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		if (item->consent && !item->pulled && !item->decided_by)
			return true;
	}
	return false;
}

static char *why_not_main(const struct meeting *meeting, const struct motion_kind *kind)
{
	const struct meeting_item *item = meeting_item(meeting, meeting->item);
	if (meeting->pending->len) {
		g_autofree char *name = floor_name(meeting);
		return g_strdup_printf(_("motion %s is pending; dispose of it first"), name);
	}
	if (kind->effect == EFFECT_CONSENT && !consent_waits(meeting))
		return g_strdup(_("no item waits on the consent calendar"));
	if (kind->effect == EFFECT_URGENCY && !(item && item->unposted && !item->urgent))
		return g_strdup(_("the open item was posted"));
	if (!item)
		return g_strdup(_("no item is open"));
	if (item->unposted && !item->urgent && !item->continued && kind->effect != EFFECT_URGENCY)
		return g_strdup(_("this item was not posted: the body must first find that it could not wait"));
	return NULL;
}

static char *why_not_quorum(const struct meeting *meeting)
{
	struct quorum quorum = meeting_quorum(meeting);
	return g_strdup_printf(_("there is no quorum (%d of %d needed): only what the rules allow without one"), quorum.present, quorum.needed);
}

static char *why_not_any(const struct meeting *meeting, const struct motion_kind *kind)
{
	const struct motion *floor = meeting_floor(meeting);
	if (meeting->phase == PHASE_NONE)
		return g_strdup(_("the meeting has not been called to order"));
	if (meeting->phase == PHASE_RECESS)
		return g_strdup(_("the meeting is in recess"));
	if (meeting->phase == PHASE_ADJOURNED)
		return g_strdup(_("the meeting is adjourned"));
	if (meeting_open_vote(meeting))
		return g_strdup(_("a vote is being taken"));
	if (!meeting->roll_completed)
		return g_strdup(_("the roll has not been completed"));
	if (!kind->without_quorum && !meeting_quorum(meeting).there)
		return why_not_quorum(meeting);
	if (floor && floor->state == MOTION_MADE && kind->effect != EFFECT_RULING) {
		g_autofree char *name = floor_name(meeting);
		return g_strdup_printf(_("motion %s has no second yet"), name);
	}
	return NULL;
}

char *meeting_why_not(const struct meeting *meeting, const struct motion_kind *kind, int target)
{
	char *why = why_not_any(meeting, kind);
	if (why)
		return why;
	switch (kind->class) {
	case MOTION_CLASS_MAIN: return why_not_main(meeting, kind);
	case MOTION_CLASS_SUBSIDIARY: return why_not_subsidiary(meeting, kind);
	case MOTION_CLASS_PRIVILEGED: return why_not_privileged(meeting, kind);
	case MOTION_CLASS_INCIDENTAL: return why_not_incidental(meeting, kind);
	case MOTION_CLASS_RETURN: return why_not_return(meeting, kind, target);
	case MOTION_CLASSES: break;
	}
	g_assert_not_reached();
}

const char *meeting_roll_call(const struct meeting *meeting)
{
	unsigned rule = meeting->procedure->rules.roll_call;
	if (rule & ROLL_CALL_EMERGENCY && meeting_kind_find(meeting->record.kind) == MEETING_KIND_EMERGENCY)
		return _("at an emergency meeting every vote is taken by roll call");
	for (guint i = 0; rule & ROLL_CALL_REMOTE && i < meeting->members->len; i++)
		if (meeting_member(meeting, (int) i)->presence == PRESENCE_REMOTE)
			return _("a member takes part remotely: every vote is taken by roll call");
	return NULL;
}
