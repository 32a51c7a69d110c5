/* The votes on a motion: method, result, the arithmetic, the names on each side, and corrections beside what they correct. */
#include "domain/minutes_private.h"

/* In capitals of its own: upper case by the locale would make another text of the same journal. */
static const char *result_capitals(enum vote_result result)
{
	return result == RESULT_CARRIED ? _("CARRIED") : result == RESULT_FAILED ? _("FAILED") : _("NO ACTION");
}

/* --- names --- */

static void add_name(const struct minutes *minutes, GString *out, const struct ballot *ballot)
{
	const struct member *member = meeting_member(minutes->meeting, ballot->member);
	const char *published = ballot_published(minutes->meeting, ballot);
	const char *place = meeting_member_name(minutes->meeting, member->alternate_for);
	g_string_append_printf(out, "%s%s", out->len ? ", " : "", member->name ? member->name : member->seat);
	if (*place)
		g_string_append_printf(out, _(" (for %s)"), place);
	if (published)
		g_string_append_printf(out, _(" (published as \"%s\")"), published);
}

static void side(struct minutes *minutes, const struct vote *vote, enum choice choice, bool counts, const char *label)
{
	g_autoptr(GString) who = g_string_new(NULL);
	int count = 0;
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		if (ballot->choice != choice || ballot->counts != counts)
			continue;
		add_name(minutes, who, ballot);
		count++;
	}
	g_autofree char *counted = g_strdup_printf("%s (%d)", label, count);
	if (count)
		paper_fact(minutes->paper, counted, who->str);
}

/* Every place on the roll stands on exactly one side, so that the names add up. */
static void names(struct minutes *minutes, const struct vote *vote)
{
	static const struct { enum choice choice; const char *label, *advisory; } sides[] = {
		{ CHOICE_AYE, N_("Ayes"), N_("Advisory, not counted: ayes") }, { CHOICE_NAY, N_("Noes"), N_("Advisory, not counted: noes") },
		{ CHOICE_ABSTAIN, N_("Abstain"), N_("Advisory, not counted: abstain") }, { CHOICE_RECUSE, N_("Recused"), N_("Advisory, not counted: recused") },
		{ CHOICE_ABSENT, N_("Absent"), N_("Advisory, not counted: absent") }, { CHOICE_SILENT, N_("Presiding, not voting"), NULL },
		{ CHOICE_UNTRAINED, N_("No training, and so no vote on a case"), NULL },
		{ CHOICE_PASS, N_("Passed"), N_("Advisory, not counted: passed") }, { CHOICE_NONE, N_("No answer recorded"), NULL },
	};
	const char *source = minutes->meeting->procedure->rules.training.source;
	g_autofree char *untrained = source ? g_strdup_printf(_("No training (%s), and so no vote on a case"), source) : NULL;
	for (guint i = 0; i < G_N_ELEMENTS(sides); i++)
		side(minutes, vote, sides[i].choice, true, sides[i].choice == CHOICE_UNTRAINED && untrained ? untrained : _(sides[i].label));
	for (guint i = 0; i < G_N_ELEMENTS(sides); i++)
		if (sides[i].advisory)
			side(minutes, vote, sides[i].choice, false, _(sides[i].advisory));
}

/* --- corrections: what it was, what it is, why, by whom, when, and the result before and after --- */

static void correction(struct minutes *minutes, const struct correction *correction)
{
	char day[DAY_ISO_SIZE], clock[8];
	const char *why = correction_public_why(minutes->meeting, correction);
	g_autofree char *what = g_strdup_printf(_("CORRECTED %s %s by %s: %s was recorded as \"%s\" and is \"%s\""), minutes_day(minutes, correction->at, day),
		minutes_clock(minutes, correction->at, clock), correction->who ? correction->who : "?", meeting_member_name(minutes->meeting, correction->member),
		choice_words(correction->from), choice_words(correction->to));
	g_autofree char *result = correction->before == correction->after ? g_strdup_printf(_("The result stays \"%s\"."), result_words(correction->after))
		: g_strdup_printf(_("The result was \"%s\" and is \"%s\"."), result_words(correction->before), result_words(correction->after));
	g_autofree char *words = why ? g_strdup_printf(_("%s. Why: %s. %s"), what, why, result) : g_strdup_printf("%s. %s", what, result);
	paper_add(minutes->paper, BLOCK_MARK, words);
}

static void corrections(struct minutes *minutes, const struct vote *vote)
{
	if (!vote->corrections->len)
		return;
	g_autofree char *first = g_strdup_printf("%s%s%s", result_capitals(g_array_index(vote->corrections, struct correction, 0).before),
		vote->arithmetic && *vote->arithmetic ? "; " : "", vote->arithmetic ? vote->arithmetic : "");
	paper_fact(minutes->paper, _("As first declared"), first);
	for (guint i = 0; i < vote->corrections->len; i++)
		correction(minutes, &g_array_index(vote->corrections, struct correction, i));
}

/* --- one vote --- */

/* Why it was called off; NULL. */
static const char *cancelled_why(const struct meeting *meeting, const struct vote *vote)
{
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		if (event->kind == MEETING_VOTE_CANCELLED && event->number == vote->number)
			return event->text;
	}
	return NULL;
}

static void cancelled(struct minutes *minutes, const struct vote *vote)
{
	const char *who = meeting_member_name(minutes->meeting, vote->objector), *why = cancelled_why(minutes->meeting, vote);
	if (vote->objected && *who)
		minutes_say(minutes, _("Unanimous consent was asked for; %s objected."), who);
	else if (vote->objected)
		minutes_say(minutes, _("Unanimous consent was asked for and objected to."));
	else if (vote->cancelled)
		minutes_say(minutes, why ? _("A vote was called off before its result: %s") : _("A vote was called off before its result."), why);
}

static void needed(struct minutes *minutes, const struct vote *vote)
{
	const struct threshold *threshold = vote->threshold;
	const char *label = labels_get(&threshold->label, minutes->lang);
	g_autofree char *words = threshold->source && *threshold->source ? g_strdup_printf("%s (%s)", label, threshold->source) : g_strdup(label);
	if (vote->method != METHOD_CONSENT)
		paper_fact(minutes->paper, _("Needed"), words);
}

static void declared(struct minutes *minutes, const struct vote *vote)
{
	char clock[8];
	g_autofree char *sum = vote_sum(minutes->meeting, vote), *count = vote_by_names(vote) ? g_strdup_printf(_(", %d to %d"), vote->tally.yes, vote->tally.no) : g_strdup("");
	minutes_clock(minutes, vote->declared, clock);
	const char *result = result_capitals(vote->result), *method = method_words(vote->method), *mark = *sum ? "; " : "";
	g_autofree char *words = minutes->meeting->imported ? g_strdup_printf(_("%s%s, by %s%s%s"), result, count, method, mark, sum)
		: g_strdup_printf(_("%s%s, by %s at %s%s%s"), result, count, method, clock, mark, sum);
	needed(minutes, vote);
	paper_fact(minutes->paper, _("RESULT"), words);
	if (vote->computed != vote->result) {
		g_autofree char *differs = g_strdup_printf(_("By the rules given it would be \"%s\"; it stands as published."), result_words(vote->computed));
		paper_add(minutes->paper, BLOCK_MARK, differs);
	}
	if (vote_by_names(vote))
		names(minutes, vote);
	corrections(minutes, vote);
}

void minutes_votes(struct minutes *minutes, const struct motion *motion)
{
	for (guint i = 0; i < minutes->meeting->votes->len; i++) {
		const struct vote *vote = minutes->meeting->votes->pdata[i];
		if (vote->motion != motion->number || !vote_is_public(minutes->meeting, vote))
			continue;
		if (vote->result == RESULT_NONE)
			cancelled(minutes, vote);
		else
			declared(minutes, vote);
	}
}
