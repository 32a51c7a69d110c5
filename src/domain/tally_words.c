/* What a threshold asks, what a vote gave and what is still possible, in words and numbers. */
#include "domain/tally.h"

#include "base/i18n.h"

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

/* What counts as an aye, and the size of a base, as letters: an abstention may count as an aye or among the votes cast. */
static const char *aye_letter(const struct rules *rules)
{
	return rules->abstention == ABSTENTION_CONCURS ? "(Y+A)" : "Y";
}

static const char *base_letter(enum vote_base base, const struct rules *rules)
{
	static const char *const letters[VOTE_BASES] = { [BASE_CAST] = "(Y+N)", [BASE_PRESENT] = "P", [BASE_IN_OFFICE] = "M", [BASE_SEATS] = "S" };
	return base == BASE_CAST && rules->abstention != ABSTENTION_IGNORED ? "(Y+N+A)" : letters[base];
}

/* The sign that holds between two numbers. */
static const char *sign_of(gint64 left, gint64 right)
{
	return left > right ? ">" : left == right ? "=" : "<";
}

static char *times(int factor, const char *letter)
{
	return factor == 1 ? g_strdup(letter) : g_strdup_printf("%d%s", factor, letter);
}

/* "2Y > P: 2x4 = 8 > 7": what is asked with this sign and, after the colon, what there is. */
static char *share_sum(const struct vote_share *share, const char *letter, int n, const char *sign, const char *base_name, int base)
{
	gint64 left = (gint64) n * share->den, right = (gint64) share->num * base;
	g_autofree char *asked = times(share->den, letter), *of = times(share->num, base_name);
	g_autofree char *product = share->den == 1 ? g_strdup("") : g_strdup_printf("%dx%d = ", share->den, n);
	return g_strdup_printf("%s %s %s: %s%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT, asked, sign, of, product, left, sign_of(left, right), right);
}

static char *plain_sum(const char *letter, int n, const char *sign, const char *of, int limit)
{
	return g_strdup_printf("%s %s %s: %d %s %d", letter, sign, of, n, sign_of(n, limit), limit);
}

/* A majority of those who vote reads best as it is: Y > N. */
static bool is_plain_majority(const struct vote_share *share)
{
	return share->base == BASE_CAST && share->num == 1 && share->den == 2 && share->more_than;
}

static char *yes_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	const struct vote_share *share = &threshold->share;
	const char *letter = aye_letter(rules), *of = base_letter(share->base, rules);
	int yes = tally_yes(tally, rules), base = tally_base(tally, rules, share->base);
	/* Nothing out of nothing looks reached: it is the aye that lacks. */
	if (!yes && !base)
		return plain_sum(letter, 0, ">", "0", 0);
	if (threshold->kind == THRESHOLD_ALL)
		return plain_sum(letter, yes, "=", of, base);
	if (is_plain_majority(share) && rules->abstention != ABSTENTION_IN_BASE)
		return plain_sum(letter, yes, ">", "N", tally->no);
	return share_sum(share, letter, yes, share->more_than ? ">" : ">=", of, base);
}

static char *part_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);

static char *joined_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules, const char *join)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < threshold->parts->len; i++) {
		const struct threshold *each = threshold->parts->pdata[i];
		g_autofree char *sum = part_sum(each, tally, rules);
		g_string_append_printf(out, each->parts ? "%s(%s)" : "%s%s", i ? join : "", sum);
	}
	return g_string_free(out, FALSE);
}

/* "Y = P: 3 < 4, as 3P < 2M: 3x4 = 12 < 14": the part that holds, and why it is that one. */
static char *when_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	static const char *const signs[2][2] = { { "<", ">=" }, { "<=", ">" } };
	const struct vote_share *when = &threshold->when;
	bool enough = threshold_enough(threshold, tally, rules);
	g_autofree char *sum = part_sum(threshold->parts->pdata[enough ? 0 : 1], tally, rules);
	g_autofree char *why = share_sum(when, "P", tally_present(tally, rules), signs[when->more_than][enough],
		base_letter(when->base, rules), tally_base(tally, rules, when->base));
	return g_strdup_printf(_("%s, as %s"), sum, why);
}

static char *part_sum(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	g_autofree char *count = g_strdup_printf("%d", threshold->count);
	switch (threshold->kind) {
	case THRESHOLD_SHARE:
	case THRESHOLD_ALL: return yes_sum(threshold, tally, rules);
	case THRESHOLD_FIXED: return plain_sum(aye_letter(rules), tally_yes(tally, rules), ">=", count, threshold->count);
	case THRESHOLD_NO_OBJECTION: return plain_sum("N", tally->no, "=", "0", 0);
	case THRESHOLD_ANY_OF: return joined_sum(threshold, tally, rules, _(" or "));
	case THRESHOLD_ALL_OF: return joined_sum(threshold, tally, rules, _(" and "));
	case THRESHOLD_WHEN: return when_sum(threshold, tally, rules);
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
		struct tally all = { .yes = yes, .no = voters - yes, .recused = tally->recused, .untrained = tally->untrained, .absent = tally->absent,
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
