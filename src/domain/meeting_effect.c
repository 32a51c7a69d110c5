/* What a decided motion does to the others and to its item. */
#include "domain/meeting_private.h"

/* Everything that is pending leaves the floor together. */
static void sweep(struct meeting *meeting, enum motion_state state, int by)
{
	while (meeting->pending->len) {
		struct motion *motion = (struct motion *) meeting_floor(meeting);
		motion->disposed_by = by;
		floor_pop(meeting, state);
	}
}

static void amend(struct meeting *meeting, const struct motion *motion)
{
	struct motion *target = motion_at(meeting, motion->target);
	char *text = motion->wording ? g_strdup(motion->wording) : g_strdup_printf(_("%s (amended: %s)"), target->text, motion->text);
	g_free(target->text);
	target->text = text;
}

/* All that went to the table with the target comes back as it lay. */
static void take_from_table(struct meeting *meeting, const struct motion *motion)
{
	int by = motion->target ? meeting_motion(meeting, motion->target)->disposed_by : 0;
	for (guint i = 0; by && i < meeting->motions->len; i++) {
		struct motion *tabled = meeting->motions->pdata[i];
		if (tabled->state != MOTION_TABLED || tabled->disposed_by != by)
			continue;
		tabled->state = MOTION_PENDING;
		tabled->disposed_by = 0;
		tabled->item = motion->item;
		g_array_append_val(meeting->pending, tabled->number);
	}
}

static void reconsider(struct meeting *meeting, const struct motion *motion)
{
	struct motion *target = motion_at(meeting, motion->target);
	struct meeting_item *item = target->item ? item_at(meeting, target->item) : NULL;
	if (item && item->decided_by == target->number)
		item->decided_by = 0;
	target->state = MOTION_PENDING;
	target->debate_closed = false;
	target->disposed_by = motion->number;
	target->item = motion->item;
	g_array_append_val(meeting->pending, target->number);
}

static void close_debate(struct meeting *meeting)
{
	for (guint i = 0; i < meeting->pending->len; i++)
		motion_at(meeting, g_array_index(meeting->pending, int, i))->debate_closed = true;
}

static void adopt_consent(struct meeting *meeting, const struct motion *motion, instant_t at)
{
	for (guint i = 0; i < meeting->items->len; i++) {
		struct meeting_item *item = meeting->items->pdata[i];
		if (!item->consent || item->pulled || item->decided_by)
			continue;
		item->decided_by = motion->number;
		if (item->position == meeting->item)
			continue;
		item->state = ITEM_DONE;
		item->opened = item->opened ? item->opened : at;
		item->closed_at = at;
	}
}

static void pop_target(struct meeting *meeting, enum motion_state state, const struct motion *motion)
{
	struct motion *target = (struct motion *) meeting_floor(meeting);
	if (!target || target->number != motion->target)
		return;
	target->disposed_by = motion->number;
	floor_pop(meeting, state);
}

static void carry_out(struct meeting *meeting, struct motion *motion, instant_t at)
{
	switch (motion->kind->effect) {
	case EFFECT_AMEND: amend(meeting, motion); break;
	case EFFECT_POSTPONE: sweep(meeting, MOTION_POSTPONED, motion->number); break;
	case EFFECT_KILL: sweep(meeting, MOTION_KILLED, motion->number); break;
	case EFFECT_REFER: sweep(meeting, MOTION_REFERRED, motion->number); break;
	case EFFECT_TABLE: sweep(meeting, MOTION_TABLED, motion->number); break;
	case EFFECT_TAKE: take_from_table(meeting, motion); break;
	case EFFECT_CLOSE_DEBATE: close_debate(meeting); break;
	case EFFECT_RECONSIDER: reconsider(meeting, motion); break;
	case EFFECT_RESCIND: motion_at(meeting, motion->target)->state = MOTION_RESCINDED; break;
	case EFFECT_DIVIDE: pop_target(meeting, MOTION_DIVIDED, motion); break;
	case EFFECT_WITHDRAW: pop_target(meeting, MOTION_WITHDRAWN, motion); break;
	case EFFECT_CONSENT: adopt_consent(meeting, motion, at); break;
	case EFFECT_URGENCY: item_at(meeting, motion->item)->urgent = true; break;
	case EFFECT_NONE: case EFFECT_SUSPEND: case EFFECT_LIMIT: case EFFECT_RECESS: case EFFECT_ADJOURN: case EFFECT_APPEAL: case EFFECT_RULING:
	case EFFECT_CLOSED_SESSION: case EFFECT_MINUTES: case MOTION_EFFECTS: break;
	}
}

static bool decides_item(const struct motion *motion, enum vote_result result)
{
	enum motion_effect effect = motion->kind->effect;
	if (motion->kind->class == MOTION_CLASS_MAIN)
		return effect != EFFECT_URGENCY;
	return result == RESULT_CARRIED && (effect == EFFECT_POSTPONE || effect == EFFECT_KILL || effect == EFFECT_REFER);
}

void motion_decided(struct meeting *meeting, struct motion *motion, enum vote_result result, instant_t at)
{
	static const enum motion_state states[] = {
		[RESULT_CARRIED] = MOTION_CARRIED, [RESULT_FAILED] = MOTION_FAILED, [RESULT_NO_ACTION] = MOTION_NO_ACTION,
	};
	floor_leave(meeting, motion, states[result]);
	if (motion->item && decides_item(motion, result))
		item_at(meeting, motion->item)->decided_by = motion->number;
	if (result == RESULT_CARRIED && !meeting->imported)
		carry_out(meeting, motion, at);
}
