/* A motion in the board's form: moved, seconded, the words and how they changed, its votes, and what became of it. */
#include "domain/minutes_private.h"

#include <string.h>

static void heading(struct minutes *minutes, const struct motion *motion)
{
	const struct motion_kind *kind = motion->kind;
	bool plain = g_strcmp0(kind->id, "main") == 0;
	g_autofree char *name = motion_name(minutes->meeting, motion);
	g_autofree char *words = plain ? g_strdup_printf(_("Motion %s"), name) : g_strdup_printf(_("Motion %s (%s)"), name, labels_get(&kind->label, minutes->lang));
	paper_add(minutes->paper, BLOCK_SUBHEADING, words);
}

/* "Moved by Okafor, seconded by Tran: the words" */
static void moved(struct minutes *minutes, const struct motion *motion)
{
	const char *mover = meeting_member_name(minutes->meeting, motion->mover);
	const char *seconder = meeting_member_name(minutes->meeting, motion_public_seconder(minutes->meeting, motion));
	g_autofree char *who = *mover && *seconder ? g_strdup_printf(_("Moved by %s, seconded by %s"), mover, seconder) : *mover ? g_strdup_printf(_("Moved by %s"), mover) : NULL;
	if (who && *motion->original)
		minutes_say(minutes, "%s: %s", who, motion->original);
	else if (who)
		minutes_say(minutes, "%s.", who);
	else if (*motion->original)
		paper_add(minutes->paper, BLOCK_TEXT, motion->original);
}

/* The motion it is about, where its name ("4a") does not say it. */
static void about(struct minutes *minutes, const struct motion *motion)
{
	const struct motion *target = meeting_motion(minutes->meeting, motion->target);
	if (!target || target->in_closed || target->number == motion->root)
		return;
	g_autofree char *name = motion_name(minutes->meeting, target), *words = g_strdup_printf(_("motion %s"), name);
	paper_fact(minutes->paper, _("About"), words);
}

static bool carried(const struct motion *motion)
{
	return motion->state == MOTION_CARRIED;
}

/* Old and new wording, in the order in which they came: by the mover, and by amendments that were carried. */
static void wording(struct minutes *minutes, const struct motion *motion)
{
	const struct meeting *meeting = minutes->meeting;
	const char *last = motion_public_text(meeting, motion);
	bool amended = false;
	if (motion->wording)
		paper_fact(minutes->paper, _("The motion would then read"), motion->wording);
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		if (event->kind == MEETING_RESTATED && event->motion == motion->number && event_is_public(meeting, event))
			paper_fact(minutes->paper, _("Changed by the mover to"), event->text);
	}
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *other = meeting->motions->pdata[i];
		if (other->kind->effect == EFFECT_AMEND && other->target == motion->number && carried(other) && !other->in_closed && motion_end_is_public(meeting, other)) {
			g_autofree char *name = motion_name(meeting, other);
			paper_fact(minutes->paper, _("Amended by motion"), name);
			amended = true;
		}
	}
	if (amended && strcmp(last, motion->original) != 0)
		paper_fact(minutes->paper, _("As it finally read"), last);
}

static void debate(struct minutes *minutes, const struct motion *motion)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint i = 0; i < minutes->meeting->events->len; i++) {
		const struct meeting_event *event = minutes->meeting->events->pdata[i];
		if (event->kind == MEETING_DEBATE && event->motion == motion->number && event_is_public(minutes->meeting, event))
			g_string_append_printf(out, "%s%s", out->len ? ", " : "", meeting_member_name(minutes->meeting, meeting_seat(minutes->meeting, event->seat)));
	}
	if (out->len)
		paper_fact(minutes->paper, _("Spoke to it"), out->str);
}

/* What the consent calendar adopted, and what was taken off it. */
static void consent(struct minutes *minutes, const struct motion *motion)
{
	g_autoptr(GPtrArray) adopted = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) pulled = g_string_new(NULL);
	for (guint i = 0; i < minutes->meeting->items->len; i++) {
		const struct meeting_item *item = minutes->meeting->items->pdata[i];
		if (item->consent && item->pulled)
			g_string_append_printf(pulled, "%s%s", pulled->len ? ", " : "", item->number ? item->number : "");
		else if (item->consent && item->decided_by == motion->number)
			g_ptr_array_add(adopted, g_strdup_printf("%s  %s", item->number ? item->number : "", minutes_item_title(minutes, item)));
	}
	g_autofree char *count = g_strdup_printf("%u", adopted->len);
	g_ptr_array_add(adopted, NULL);
	if (carried(motion) && motion_end_is_public(minutes->meeting, motion)) {
		paper_fact(minutes->paper, _("Items adopted by it"), count);
		paper_list(minutes->paper, (const char *const *) adopted->pdata);
	}
	if (pulled->len)
		paper_fact(minutes->paper, _("Pulled from the calendar, taken up apart"), pulled->str);
}

/* The reason of the event that withdrew it; NULL. */
static const char *withdrawn_why(const struct meeting *meeting, const struct motion *motion)
{
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		if (event->kind == MEETING_WITHDRAWN && event->motion == motion->number && event->text && *event->text)
			return event->text;
	}
	return NULL;
}

static void ruling(struct minutes *minutes, const struct motion *motion)
{
	const char *how = g_strcmp0(motion->ruling, "well_taken") == 0 ? _("well taken") : g_strcmp0(motion->ruling, "out_of_order") == 0 ? _("out of order") : _("not well taken");
	g_autofree char *words = motion->ruling_why && *motion->ruling_why ? g_strdup_printf("%s: %s", how, motion->ruling_why) : g_strdup(how);
	paper_fact(minutes->paper, _("Ruling of the chair"), words);
}

/* What became of it, where no vote of its own says so. */
static void fate(struct minutes *minutes, const struct motion *motion)
{
	const struct motion *by = meeting_motion(minutes->meeting, motion->disposed_by);
	const char *state = motion_state_words(motion->state), *why = motion->state == MOTION_WITHDRAWN ? withdrawn_why(minutes->meeting, motion) : NULL;
	bool decided = carried(motion) || motion->state == MOTION_FAILED || motion->state == MOTION_NO_ACTION;
	if (!motion_end_is_public(minutes->meeting, motion)) {
		paper_fact(minutes->paper, _("Disposition"), _("taken up in closed session"));
	} else if (motion->ruling) {
		ruling(minutes, motion);
	} else if (!decided) {
		g_autofree char *name = by && !by->in_closed ? motion_name(minutes->meeting, by) : NULL;
		g_autofree char *words = name ? g_strdup_printf(_("%s (motion %s)"), state, name) : why ? g_strdup_printf("%s: %s", state, why) : g_strdup(state);
		paper_fact(minutes->paper, _("Disposition"), words);
	}
}

void minutes_motion(struct minutes *minutes, const struct motion *motion)
{
	heading(minutes, motion);
	moved(minutes, motion);
	about(minutes, motion);
	wording(minutes, motion);
	debate(minutes, motion);
	minutes_votes(minutes, motion);
	if (motion->kind->effect == EFFECT_CONSENT)
		consent(minutes, motion);
	fate(minutes, motion);
}
