#include "domain/tally.h"

int tally_present(const struct tally *tally, const struct rules *rules)
{
	return tally->yes + tally->no + tally->abstain + tally->silent + tally->open + (rules->recusal_present ? tally->recused : 0)
		+ (rules->training.present ? tally->untrained : 0);
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

bool threshold_enough(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	return reaches(tally_present(tally, rules), &threshold->when, tally_base(tally, rules, threshold->when.base));
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
	case THRESHOLD_WHEN: return threshold_met(part(threshold, threshold_enough(threshold, tally, rules) ? 0 : 1), tally, rules);
	}
	g_assert_not_reached();
}

const char *vote_result_name(enum vote_result result)
{
	static const char *const names[] = { [RESULT_NONE] = "", [RESULT_CARRIED] = "carried", [RESULT_FAILED] = "failed", [RESULT_NO_ACTION] = "no_action" };
	return names[result];
}

static bool is_tied(const struct tally *tally, const struct rules *rules)
{
	return tally_yes(tally, rules) == tally->no;
}

enum vote_result tally_result(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	if (threshold_met(threshold, tally, rules))
		return RESULT_CARRIED;
	return rules->tie == TIE_NO_ACTION && tally->no > 0 && is_tied(tally, rules) ? RESULT_NO_ACTION : RESULT_FAILED;
}

/* --- what is still possible --- */

static struct tally chair_says(const struct tally *tally, int yes, int no)
{
	struct tally said = *tally;
	said.silent--;
	said.yes += yes;
	said.no += no;
	return said;
}

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

/* What was found so far: the ayes counted are the further ones, of open members and of a chair who had been silent. */
struct search {
	const struct threshold *threshold;
	const struct rules *rules;
	bool carries;        /* in some completion */
	int fails;           /* most ayes with which it failed; -1 never */
	int most;            /* most ayes seen */
};

static void note(struct search *search, const struct tally *done, int ayes)
{
	if (threshold_met(search->threshold, done, search->rules))
		search->carries = true;
	else
		search->fails = MAX(search->fails, ayes);
	search->most = MAX(search->most, ayes);
}

static void note_chair(struct search *search, const struct tally *done, int ayes)
{
	struct tally yes = chair_says(done, 1, 0), no = chair_says(done, 0, 1);
	note(search, &yes, ayes + 1);
	note(search, &no, ayes);
}

/* A vote of the chair that changes nothing is one more way to the same result: it need not be told apart from one that does. */
static void note_with_chair(struct search *search, const struct tally *done, int ayes)
{
	note(search, done, ayes);
	if (done->silent && search->rules->chair == CHAIR_WHEN_DECISIVE)
		note_chair(search, done, ayes);
}

/* The ties among the completions with so many ayes and so many others not absent: there the chair may vote. */
static void note_ties(struct search *search, const struct tally *tally, int yes, int here)
{
	for (int abstain = 0; abstain <= here; abstain++) {
		struct tally done = complete(tally, yes, 0, abstain, 0);
		int no = tally_yes(&done, search->rules) - tally->no, recused = here - abstain - no;
		if (no < 0 || recused < 0)
			continue;
		done = complete(tally, yes, no, abstain, recused);
		note_chair(search, &done, yes);
	}
}

/*
 * Of all completions with so many ayes and so many of the others counted as present the worst is that these all say no: P is the
 * same in all of them, and every threshold is the harder to meet the more N and Y + N are (a share is never more than the whole).
 * The best is that they had said aye, which is the worst with more ayes. How many are present stays: a WHEN can go either way.
 */
static void note_completions(struct search *search, const struct tally *tally, int yes, int here)
{
	struct tally worst = complete(tally, yes, here, 0, 0);
	note_with_chair(search, &worst, yes);
	if (tally->silent && search->rules->chair == CHAIR_ON_TIES)
		note_ties(search, tally, yes, here);
}

struct outlook tally_outlook(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	struct search search = { .threshold = threshold, .rules = rules, .fails = -1 };
	for (int yes = 0; yes <= tally->open; yes++)
		for (int here = 0; yes + here <= tally->open; here++)
			note_completions(&search, tally, yes, here);
	return (struct outlook) { .can_carry = search.carries, .can_fail = search.fails >= 0,
		.needs = search.fails < search.most ? search.fails + 1 : -1 };
}

/* --- quorum, elections, the chair --- */

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
	int winner = -1, most = 0;
	for (int i = 0; i < n; i++) {
		if (votes[i] > most)
			winner = i, most = votes[i];
		else if (votes[i] == most)
			winner = -1;
	}
	return winner;
}

bool chair_decides(const struct threshold *threshold, const struct tally *tally, const struct rules *rules)
{
	if (rules->chair == CHAIR_VOTES || tally->silent < 1)
		return rules->chair == CHAIR_VOTES;
	if (rules->chair == CHAIR_ON_TIES)
		return is_tied(tally, rules);
	struct tally yes = chair_says(tally, 1, 0), no = chair_says(tally, 0, 1);
	enum vote_result silent = tally_result(threshold, tally, rules);
	return tally_result(threshold, &yes, rules) != silent || tally_result(threshold, &no, rules) != silent;
}
