#include "domain/tally.h"

#include <stdarg.h>
#include "base/i18n.h"

int tally_present(const struct tally *tally, const struct rules *rules)
{
	return tally->yes + tally->no + tally->abstain + tally->silent + tally->open + (rules->recusal_present ? tally->recused : 0);
}

int tally_yes(const struct tally *tally, const struct rules *rules)
{
	return tally->yes + (rules->abstention == ABSTENTION_CONCURS ? tally->abstain : 0);
}

int tally_base(const struct tally *tally, const struct rules *rules, enum vote_base base)
{
	switch (base) {
	case BASE_CAST: return tally->yes + tally->no + (rules->abstention == ABSTENTION_IGNORED ? 0 : tally->abstain);
	case BASE_PRESENT: return tally_present(tally, rules);
	case BASE_IN_OFFICE: return tally->in_office;
	case BASE_SEATS: return tally->seats;
	case VOTE_BASES: break;
	}
	g_assert_not_reached();
}

/* n against a share of base, without rounding. */
static bool reaches(gint64 n, const struct vote_share *share, gint64 base)
{
	return share->more_than ? n * share->den > share->num * base : n * share->den >= share->num * base;
}

static const struct threshold *part(const struct threshold *threshold, guint i)
{
	return threshold->parts->pdata[i];
}

/* The part of a WHEN threshold that holds now. */
static const struct threshold *chosen(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	bool enough = reaches(tally_present(tally, rules), &threshold->when, tally_base(tally, rules, threshold->when.base));
	return part(threshold, enough ? 0 : 1);
}

static guint parts_met(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	guint met = 0;
	for (guint i = 0; i < threshold->parts->len; i++)
		met += threshold_met(part(threshold, i), tally, rules);
	return met;
}

bool threshold_met(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	int yes = tally_yes(tally, rules);
	switch (threshold->kind) {
	case THRESHOLD_SHARE: return yes > 0 && reaches(yes, &threshold->share, tally_base(tally, rules, threshold->share.base));
	case THRESHOLD_FIXED: return yes >= threshold->count && yes > 0;
	case THRESHOLD_ALL: return yes > 0 && yes == tally_base(tally, rules, threshold->share.base);
	case THRESHOLD_NO_OBJECTION: return tally->no == 0;
	case THRESHOLD_ANY_OF: return parts_met(threshold, tally, rules) > 0;
	case THRESHOLD_ALL_OF: return parts_met(threshold, tally, rules) == threshold->parts->len;
	case THRESHOLD_WHEN: return threshold_met(chosen(threshold, tally, rules), tally, rules);
	}
	g_assert_not_reached();
}

const char *vote_result_name(enum vote_result result)
{
	static const char *const names[] = { [RESULT_NONE] = "", [RESULT_CARRIED] = "carried", [RESULT_FAILED] = "failed", [RESULT_NO_ACTION] = "no_action" };
	return names[result];
}

enum vote_result tally_result(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	if (threshold_met(threshold, tally, rules))
		return RESULT_CARRIED;
	return rules->tie == TIE_NO_ACTION && tally->yes > 0 && tally_yes(tally, rules) == tally->no ? RESULT_NO_ACTION : RESULT_FAILED;
}

/* --- what is still possible --- */

/* The open members answer: so many yes, no, abstain and recused, the rest absent. */
static struct tally complete(const struct tally *tally, int yes, int no, int abstain, int recused)
{
	struct tally done = *tally;
	done.yes += yes;
	done.no += no;
	done.abstain += abstain;
	done.recused += recused;
	done.absent += tally->open - yes - no - abstain - recused;
	done.open = 0;
	return done;
}

struct span { bool some, all; };      /* carried in some, in all completions */

/* Over every way in which the open members other than those `yes` who say yes can answer. They are told apart by count only. */
static struct span completions(const struct threshold *threshold, const struct tally *tally, const struct rules *rules, int yes)
{
	struct span span = { false, true };
	int left = tally->open - yes;
	for (int no = 0; no <= left; no++)
		for (int abstain = 0; no + abstain <= left; abstain++)
			for (int recused = 0; no + abstain + recused <= left; recused++) {
				struct tally done = complete(tally, yes, no, abstain, recused);
				bool met = threshold_met(threshold, &done, rules);
				span.some |= met;
				span.all &= met;
				if (span.some && !span.all)
					return span;
			}
	return span;
}

struct outlook tally_outlook(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	struct outlook outlook = { .needs = -1 };
	bool all = true;
	for (int yes = 0; yes <= tally->open; yes++) {
		struct span span = completions(threshold, tally, rules, yes);
		outlook.can_carry |= span.some;
		outlook.can_fail |= !span.all;
		/* With k ayes for sure the others may say aye as well: every count from k up must carry. */
		all = span.all;
		if (!all)
			outlook.needs = -1;
		else if (outlook.needs < 0)
			outlook.needs = yes;
	}
	return outlook;
}

char *outlook_words(const struct outlook *outlook)
{
	if (!outlook->can_carry)
		return g_strdup(_("cannot pass any more"));
	if (!outlook->can_fail)
		return g_strdup(_("carried whatever the others say"));
	if (outlook->needs > 0)
		return g_strdup_printf(ngettext("%d more aye carries it", "%d more ayes carry it", outlook->needs), outlook->needs);
	return g_strdup(_("open: it depends on how the others answer"));
}

/* --- in words --- */

static const char *base_letter(enum vote_base base)
{
	static const char *const letters[VOTE_BASES] = { [BASE_CAST] = "(Y+N)", [BASE_PRESENT] = "P", [BASE_IN_OFFICE] = "M", [BASE_SEATS] = "S" };
	return letters[base];
}

/* "2Y > P: 2x4 = 8 > 7": what was asked and, after the colon, what there is; the sign there is the one that holds. */
static char *share_sum(const struct vote_share *share, int yes, int base)
{
	gint64 left = (gint64) yes * share->den, right = (gint64) share->num * base;
	const char *sign = left > right ? ">" : left == right ? "=" : "<";
	g_autofree char *factor = share->num == 1 ? g_strdup("") : g_strdup_printf("%d", share->num);
	g_autofree char *product = share->num == 1 ? g_strdup_printf("%d", base) : g_strdup_printf("%dx%d = %" G_GINT64_FORMAT, share->num, base, right);
	return g_strdup_printf("%dY %s %s%s: %dx%d = %" G_GINT64_FORMAT " %s %s", share->den, share->more_than ? ">" : ">=", factor,
		base_letter(share->base), share->den, yes, left, sign, product);
}

/* A majority of those who vote reads best as it is: Y > N. */
static bool is_plain_majority(const struct vote_share *share, const struct rules *rules)
{
	return share->base == BASE_CAST && share->num == 1 && share->den == 2 && share->more_than && rules->abstention == ABSTENTION_IGNORED;
}

static char *part_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);

static char *joined_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules, const char *join)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < threshold->parts->len; i++) {
		g_autofree char *sum = part_sum(part(threshold, i), tally, rules);
		g_string_append_printf(out, "%s%s", i ? join : "", sum);
	}
	return g_string_free(out, FALSE);
}

static char *part_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	int yes = tally_yes(tally, rules), base = tally_base(tally, rules, threshold->share.base);
	switch (threshold->kind) {
	case THRESHOLD_SHARE:
		if (is_plain_majority(&threshold->share, rules))
			return g_strdup_printf("Y > N: %d %s %d", yes, yes > tally->no ? ">" : yes == tally->no ? "=" : "<", tally->no);
		return share_sum(&threshold->share, yes, base);
	case THRESHOLD_FIXED: return g_strdup_printf("Y >= %d: %d %s %d", threshold->count, yes, yes > threshold->count ? ">" : yes == threshold->count ? "=" : "<", threshold->count);
	case THRESHOLD_ALL: return g_strdup_printf("Y = %s: %d %s %d", base_letter(threshold->share.base), yes, yes == base ? "=" : "<", base);
	case THRESHOLD_NO_OBJECTION: return g_strdup_printf("N = 0: %d %s 0", tally->no, tally->no ? ">" : "=");
	case THRESHOLD_ANY_OF: return joined_sum(threshold, tally, rules, _(" or "));
	case THRESHOLD_ALL_OF: return joined_sum(threshold, tally, rules, _(" and "));
	case THRESHOLD_WHEN: return part_sum(chosen(threshold, tally, rules), tally, rules);
	}
	g_assert_not_reached();
}

char *tally_arithmetic(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	g_autofree char *sum = part_sum(threshold, tally, rules);
	return g_strdup_printf(_("needs %s"), sum);
}

/* The least number of ayes that meets the threshold if all who are open or said no or nothing stay present; -1 none. */
static int least_yes(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	int voters = tally->yes + tally->no + tally->abstain + tally->open + tally->silent;
	for (int yes = 0; yes <= voters; yes++) {
		struct tally all = { .yes = yes, .no = voters - yes, .recused = tally->recused, .absent = tally->absent,
			.in_office = tally->in_office, .seats = tally->seats };
		if (threshold_met(threshold, &all, rules))
			return yes;
	}
	return -1;
}

char *threshold_words(const struct threshold *threshold, const struct tally *tally, const struct rules *rules, const char *lang)
{
	const char *label = labels_get(&threshold->label, lang);
	int least = least_yes(threshold, tally, rules), voters = tally->yes + tally->no + tally->abstain + tally->open + tally->silent;
	if (threshold->kind == THRESHOLD_NO_OBJECTION)
		return g_strdup(label);
	if (least < 0)
		return g_strdup_printf(_("cannot be reached by the %d who can vote: %s"), voters, label);
	return g_strdup_printf(ngettext("%d aye of %d: %s", "%d ayes of %d: %s", least), least, voters, label);
}

int quorum_needed(const struct quorum_rule *quorum, int in_office, int seats)
{
	int base = quorum->share.base == BASE_SEATS ? seats : in_office;
	switch (quorum->kind) {
	case QUORUM_SHARE: {
		gint64 product = (gint64) quorum->share.num * base;
		gint64 whole = product / quorum->share.den;
		bool exact = product % quorum->share.den == 0;
		return (int) (quorum->share.more_than ? whole + 1 : exact ? whole : whole + 1);
	}
	case QUORUM_FIXED: return quorum->count;
	case QUORUM_PERCENT_PLUS: return (int) ((gint64) quorum->percent * base / 100) + quorum->count;
	}
	g_assert_not_reached();
}

int plurality_winner(const int *votes, int n)
{
	int best = -1;
	bool tie = false;
	for (int i = 0; i < n; i++) {
		tie = best >= 0 && votes[i] == votes[best] ? true : best >= 0 && votes[i] < votes[best] ? tie : false;
		if (best < 0 || votes[i] > votes[best])
			best = i;
	}
	return best >= 0 && !tie && votes[best] > 0 ? best : -1;
}

bool chair_decides(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	if (rules->chair == CHAIR_VOTES || tally->silent < 1)
		return rules->chair == CHAIR_VOTES;
	if (rules->chair == CHAIR_ON_TIES)
		return tally->yes == tally->no;
	struct tally yes = *tally, no = *tally;
	yes.silent--, yes.yes++;
	no.silent--, no.no++;
	enum vote_result silent = tally_result(threshold, tally, rules);
	return tally_result(threshold, &yes, rules) != silent || tally_result(threshold, &no, rules) != silent;
}
