/* A motion in the board's form: moved, seconded, the words, the vote with names on each side, and its corrections. */
#include "domain/minutes_private.h"

static char *names_with(const struct minutes *minutes, const struct vote *vote, enum choice choice, bool counts)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		if (ballot->choice == choice && ballot->counts == counts)
			g_string_append_printf(out, "%s%s", out->len ? ", " : "", meeting_member_name(minutes->meeting, ballot->member));
	}
	return g_string_free(out, FALSE);
}

static void names(struct minutes *minutes, const struct vote *vote, bool counts)
{
	static const struct { enum choice choice; const char *label, *advisory; } sides[] = {
		{ CHOICE_AYE, N_("Ayes"), N_("Advisory, not counted: ayes") }, { CHOICE_NAY, N_("Noes"), N_("Advisory, not counted: noes") },
		{ CHOICE_ABSTAIN, N_("Abstain"), N_("Advisory, not counted: abstain") }, { CHOICE_RECUSE, N_("Recused"), N_("Advisory: recused") },
		{ CHOICE_ABSENT, N_("Absent"), NULL }, { CHOICE_SILENT, N_("Presiding, not voting"), NULL },
	};
	for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
		g_autofree char *who = names_with(minutes, vote, sides[i].choice, counts);
		if (*who && (counts || sides[i].advisory))
			paper_fact(minutes->paper, _(counts ? sides[i].label : sides[i].advisory), who);
	}
}

static void corrections(struct minutes *minutes, const struct vote *vote)
{
	for (guint i = 0; i < vote->corrections->len; i++) {
		const struct correction *correction = &g_array_index(vote->corrections, struct correction, i);
		char day[DAY_ISO_SIZE], clock[8];
		g_autofree char *words = g_strdup_printf(_("CORRECTED %s %s by %s: %s was recorded as \"%s\" and is \"%s\"; %s. The result was \"%s\" and is \"%s\"."),
			minutes_day(minutes, correction->at, day), minutes_clock(minutes, correction->at, clock), correction->who ? correction->who : "?",
			meeting_member_name(minutes->meeting, correction->member), choice_words(correction->from), choice_words(correction->to), correction->why,
			result_words(correction->before), result_words(correction->after));
		paper_add(minutes->paper, BLOCK_MARK, words);
	}
}

static void one_vote(struct minutes *minutes, const struct motion *motion, const struct vote *vote)
{
	bool by_names = vote->method == METHOD_ROLL || vote->method == METHOD_HANDS;
	g_autofree char *name = motion_name(minutes->meeting, motion);
	if (vote->objected)
		paper_add(minutes->paper, BLOCK_TEXT, _("Unanimous consent was asked for and objected to."));
	if (vote->result == RESULT_NONE)
		return;
	g_autofree char *upper = g_utf8_strup(result_words(vote->result), -1);
	/* After a correction the sum is that of the names below it; as declared it stands with the correction. */
	g_autofree char *sum = vote->corrections->len ? tally_arithmetic(vote->threshold, &vote->tally, &minutes->meeting->procedure->rules) : g_strdup(vote->arithmetic ? vote->arithmetic : "");
	g_autofree char *count = by_names ? g_strdup_printf(_(", %d to %d"), vote->tally.yes, vote->tally.no) : g_strdup("");
	g_autofree char *words = g_strdup_printf(_("Motion %s %s%s (%s%s%s)"), name, upper, count, method_words(vote->method), *sum ? "; " : "", sum);
	paper_fact(minutes->paper, _("Result"), words);
	if (vote->computed != vote->result) {
		g_autofree char *differs = g_strdup_printf(_("By the rules given it would be \"%s\"; it stands as published."), result_words(vote->computed));
		paper_add(minutes->paper, BLOCK_MARK, differs);
	}
	if (by_names) {
		names(minutes, vote, true);
		names(minutes, vote, false);
	}
	if (vote->corrections->len && vote->arithmetic && *vote->arithmetic)
		paper_fact(minutes->paper, _("As first declared"), vote->arithmetic);
	corrections(minutes, vote);
}

static void consent_items(struct minutes *minutes, const struct motion *motion)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < minutes->meeting->items->len; i++) {
		const struct meeting_item *item = minutes->meeting->items->pdata[i];
		if (item->decided_by == motion->number && item->consent)
			g_string_append_printf(out, "%s%s %s", out->len ? "; " : "", item->number ? item->number : "", item_public_title(item));
	}
	if (out->len)
		paper_fact(minutes->paper, _("Items"), out->str);
	g_string_free(out, TRUE);
}

static char *head_words(const struct minutes *minutes, const struct motion *motion)
{
	const struct meeting *meeting = minutes->meeting;
	bool plain = motion->kind->class == MOTION_CLASS_MAIN && motion->kind->effect == EFFECT_NONE;
	g_autofree char *name = motion_name(meeting, motion), *kind = plain ? g_strdup("") : g_strdup_printf(" (%s)", labels_get(&motion->kind->label, minutes->lang));
	g_autofree char *moved = *meeting_member_name(meeting, motion->mover) ? g_strdup_printf(_(", moved by %s"), meeting_member_name(meeting, motion->mover)) : g_strdup("");
	g_autofree char *seconded = motion->seconder >= 0 ? g_strdup_printf(_(", seconded by %s"), meeting_member_name(meeting, motion->seconder)) : g_strdup("");
	return g_strdup_printf(_("Motion %s%s%s%s"), name, kind, moved, seconded);
}

static void fate(struct minutes *minutes, const struct motion *motion)
{
	const struct motion *by = meeting_motion(minutes->meeting, motion->disposed_by);
	g_autofree char *other = by ? motion_name(minutes->meeting, by) : NULL;
	bool decided = motion->state == MOTION_CARRIED || motion->state == MOTION_FAILED || motion->state == MOTION_NO_ACTION;
	if (motion->ruling) {
		const char *how = g_strcmp0(motion->ruling, "well_taken") == 0 ? _("well taken") : g_strcmp0(motion->ruling, "out_of_order") == 0 ? _("out of order") : _("not well taken");
		g_autofree char *words = motion->ruling_why ? g_strdup_printf("%s: %s", how, motion->ruling_why) : g_strdup(how);
		paper_fact(minutes->paper, _("Ruling of the chair"), words);
	} else if (!decided) {
		g_autofree char *words = other ? g_strdup_printf(_("%s (motion %s)"), motion_state_words(motion->state), other) : g_strdup(motion_state_words(motion->state));
		paper_fact(minutes->paper, _("Disposition"), words);
	}
}

void minutes_motion(struct minutes *minutes, const struct motion *motion)
{
	const struct meeting *meeting = minutes->meeting;
	g_autofree char *head = head_words(minutes, motion);
	paper_add(minutes->paper, BLOCK_SUBHEADING, head);
	if (*motion->original)
		paper_add(minutes->paper, BLOCK_TEXT, motion->original);
	if (motion->wording)
		paper_fact(minutes->paper, _("It would then read"), motion->wording);
	if (g_strcmp0(motion->text, motion->original) != 0)
		paper_fact(minutes->paper, _("As it finally read"), motion->text);
	for (guint i = 0; i < meeting->votes->len; i++) {
		const struct vote *vote = meeting->votes->pdata[i];
		if (vote->motion == motion->number)
			one_vote(minutes, motion, vote);
	}
	if (motion->kind->effect == EFFECT_CONSENT)
		consent_items(minutes, motion);
	fate(minutes, motion);
}
