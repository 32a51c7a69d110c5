/* Counting votes: properties over random bodies, and equality with a reference tally written apart. */
#include <string.h>

#include <glib.h>
#include "domain/tally.h"

static struct threshold share(int num, int den, bool more_than, enum vote_base base)
{
	return (struct threshold) { .kind = THRESHOLD_SHARE, .share = { num, den, more_than, base } };
}

static const struct rules usual = { .recusal_present = true, .quorum = { .kind = QUORUM_SHARE, .share = { 1, 2, true, BASE_IN_OFFICE } } };

enum { AYE, NAY, ABSTAINS, RECUSED, ABSENT, OPEN, SILENT };

/* Member 0 has the chair. parts: what the threshold is made of, where it is made of others. */
struct body { int n, vacant, answer[9]; struct rules rules; struct threshold threshold, parts[2]; GPtrArray list; gpointer pointers[2]; };

static enum threshold_kind random_simple(GRand *chance, struct threshold *threshold)
{
	int den = g_rand_int_range(chance, 1, 6);
	*threshold = share(g_rand_int_range(chance, 1, den + 1), den, g_rand_boolean(chance), g_rand_int_range(chance, 0, VOTE_BASES));
	threshold->count = g_rand_int_range(chance, 1, 9);
	return threshold->kind = g_rand_boolean(chance) ? THRESHOLD_SHARE : g_rand_int_range(chance, 0, THRESHOLD_NO_OBJECTION + 1);
}

static void random_threshold(GRand *chance, struct body *body)
{
	random_simple(chance, &body->threshold);
	if (g_rand_boolean(chance))
		return;
	for (int i = 0; i < 2; i++) {
		random_simple(chance, &body->parts[i]);
		body->pointers[i] = &body->parts[i];
	}
	body->list = (GPtrArray) { .pdata = body->pointers, .len = 2 };
	body->threshold.parts = &body->list;
	body->threshold.kind = g_rand_int_range(chance, THRESHOLD_ANY_OF, THRESHOLD_WHEN + 1);
	body->threshold.when = (struct vote_share) { 2, 3, g_rand_boolean(chance), g_rand_boolean(chance) ? BASE_IN_OFFICE : BASE_SEATS };
}

static void random_body(GRand *chance, struct body *body)
{
	*body = (struct body) { .n = g_rand_int_range(chance, 1, 9), .vacant = g_rand_int_range(chance, 0, 3), .rules = usual };
	body->rules.abstention = g_rand_int_range(chance, 0, ABSTENTION_CONCURS + 1);
	body->rules.recusal_present = g_rand_boolean(chance);
	body->rules.tie = g_rand_int_range(chance, 0, TIE_NO_ACTION + 1);
	body->rules.chair = g_rand_int_range(chance, 0, CHAIR_ON_TIES + 1);
	for (int i = 0; i < body->n; i++)
		body->answer[i] = g_rand_int_range(chance, 0, OPEN + 1);
	if (body->rules.chair != CHAIR_VOTES && g_rand_boolean(chance))
		body->answer[0] = SILENT;
	random_threshold(chance, body);
}

static struct tally count(const struct body *body)
{
	struct tally tally = { .in_office = body->n, .seats = body->n + body->vacant };
	int *to[] = { &tally.yes, &tally.no, &tally.abstain, &tally.recused, &tally.absent, &tally.open, &tally.silent };
	for (int i = 0; i < body->n; i++)
		++*to[body->answer[i]];
	return tally;
}

/* The rules once more, from the formulas and member by member, knowing nothing of the program's own. */
static int heads(const struct body *body, const char *which)
{
	static const char letters[] = "ynarosz";      /* yes, no, abstain, recused, absent (out), open (still to come), silent (z) */
	int found = 0;
	for (int i = 0; i < body->n; i++)
		found += strchr(which, letters[body->answer[i]]) != NULL;
	return found;
}

static int reference_base(const struct body *body, enum vote_base base)
{
	if (base == BASE_CAST)
		return heads(body, body->rules.abstention == ABSTENTION_IGNORED ? "yn" : "yna");
	if (base == BASE_PRESENT)
		return heads(body, body->rules.recusal_present ? "ynasrz" : "ynasz");
	return base == BASE_IN_OFFICE ? body->n : body->n + body->vacant;
}

static int reference_ayes(const struct body *body)
{
	return heads(body, body->rules.abstention == ABSTENTION_CONCURS ? "ya" : "y");
}

static bool reference_part(const struct body *body, const struct threshold *t)
{
	int ayes = reference_ayes(body), base = reference_base(body, t->share.base), left = ayes * t->share.den, right = t->share.num * base;
	if (t->kind == THRESHOLD_NO_OBJECTION)
		return heads(body, "n") == 0;
	if (ayes == 0)
		return false;
	if (t->kind == THRESHOLD_FIXED)
		return ayes >= t->count;
	if (t->kind == THRESHOLD_ALL)
		return ayes == base;
	return left > right || (left == right && !t->share.more_than);
}

static bool reference_passes(const struct body *body)
{
	const struct threshold *t = &body->threshold, *parts = body->parts;
	int here = 3 * reference_base(body, BASE_PRESENT), limit = 2 * reference_base(body, t->when.base);
	switch (t->kind) {
	case THRESHOLD_ANY_OF: return reference_part(body, &parts[0]) || reference_part(body, &parts[1]);
	case THRESHOLD_ALL_OF: return reference_part(body, &parts[0]) && reference_part(body, &parts[1]);
	case THRESHOLD_WHEN: return reference_part(body, here > limit || (here == limit && !t->when.more_than) ? &parts[0] : &parts[1]);
	default: return reference_part(body, t);
	}
}

static enum vote_result reference_result(const struct body *body)
{
	if (reference_passes(body))
		return RESULT_CARRIED;
	bool tie = heads(body, "n") > 0 && reference_ayes(body) == heads(body, "n");
	return tie && body->rules.tie == TIE_NO_ACTION ? RESULT_NO_ACTION : RESULT_FAILED;
}

/* May the chair, silent so far, vote? */
static bool reference_chair(struct body *body)
{
	if (body->rules.chair == CHAIR_ON_TIES)
		return reference_ayes(body) == heads(body, "n");
	enum vote_result with[] = { RESULT_NONE, RESULT_NONE }, without = reference_result(body);
	for (int vote = AYE; vote <= NAY; vote++) {
		body->answer[0] = vote;
		with[vote] = reference_result(body);
	}
	body->answer[0] = SILENT;
	return with[AYE] != without || with[NAY] != without;
}

static void test_reference(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(44);
	for (int round = 0; round < 100000; round++) {
		struct body body;
		random_body(chance, &body);
		struct tally tally = count(&body);
		g_assert_cmpint(tally.yes + tally.no + tally.abstain + tally.recused + tally.absent + tally.open + tally.silent, ==, body.n);
		g_assert_cmpint(threshold_met(&body.threshold, &tally, &body.rules), ==, reference_passes(&body));
		g_assert_cmpint(tally_result(&body.threshold, &tally, &body.rules), ==, reference_result(&body));
		if (body.answer[0] == SILENT)
			g_assert_cmpint(chair_decides(&body.threshold, &tally, &body.rules), ==, reference_chair(&body));
	}
}

/* Where a board has one threshold for few and another for many, somebody who comes in can change which one holds: not the ayes. */
static bool changes_presence(const struct body *body, int who)
{
	return body->answer[who] == ABSENT || (body->answer[who] == RECUSED && !body->rules.recusal_present);
}

static void test_more_ayes_never_hurt(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(45);
	for (int round = 0; round < 100000; round++) {
		struct body body;
		random_body(chance, &body);
		int who = g_rand_int_range(chance, 0, body.n);
		struct tally before = count(&body);
		if (body.threshold.kind == THRESHOLD_WHEN && changes_presence(&body, who))
			continue;
		body.answer[who] = AYE;
		struct tally after = count(&body);
		g_assert_true(!threshold_met(&body.threshold, &before, &body.rules) || threshold_met(&body.threshold, &after, &body.rules));
	}
}

/* Completions by the number of further ayes: was there one, did one fail. */
struct found { bool carries, seen[16], failed[16]; };

static void look(const struct body *body, int ayes, struct found *found)
{
	bool passes = reference_passes(body);
	found->carries |= passes;
	found->seen[ayes] = true;
	found->failed[ayes] |= !passes;
}

static void look_with_chair(struct body *body, int ayes, struct found *found)
{
	look(body, ayes, found);
	if (body->answer[0] != SILENT || (body->rules.chair == CHAIR_ON_TIES && !reference_chair(body)))
		return;
	for (int vote = AYE; vote <= NAY; vote++) {
		body->answer[0] = vote;
		look(body, ayes + (vote == AYE), found);
	}
	body->answer[0] = SILENT;
}

static void try_all(struct body *body, int at, int ayes, struct found *found)
{
	while (at < body->n && body->answer[at] != OPEN)
		at++;
	if (at == body->n) {
		look_with_chair(body, ayes, found);
		return;
	}
	for (int answer = AYE; answer <= ABSENT; answer++) {
		body->answer[at] = answer;
		try_all(body, at + 1, ayes + (answer == AYE), found);
	}
	body->answer[at] = OPEN;
}

static int least_sure(const struct found *found)
{
	int needs = -1;
	for (int ayes = 15; ayes >= 0 && !found->failed[ayes]; ayes--)
		if (found->seen[ayes])
			needs = ayes;
	return needs;
}

/* needs: the least number of ayes with which, or with more, every completion carries. */
static void test_outlook(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(46);
	for (int round = 0; round < 30000; round++) {
		struct body body;
		random_body(chance, &body);
		for (int i = g_rand_int_range(chance, 0, 5); i > 0; i--)
			body.answer[g_rand_int_range(chance, 0, body.n)] = OPEN;
		struct tally tally = count(&body);
		if (tally.open > 5)
			continue;
		struct found found = { 0 };
		bool fails = false;
		try_all(&body, 0, 0, &found);
		for (int ayes = 0; ayes < 16; ayes++)
			fails |= found.failed[ayes];
		struct outlook outlook = tally_outlook(&body.threshold, &tally, &body.rules);
		g_assert_cmpint(outlook.can_carry, ==, found.carries);
		g_assert_cmpint(outlook.can_fail, ==, fails);
		g_assert_cmpint(outlook.needs, ==, least_sure(&found));
	}
}

static void shuffle(GRand *chance, int *order, int n)
{
	for (int i = 0; i < n; i++)
		order[i] = i;
	for (int i = n - 1; i > 0; i--) {
		int j = g_rand_int_range(chance, 0, i + 1), kept = order[i];
		order[i] = order[j];
		order[j] = kept;
	}
}

/* In whatever order they answer, the result is the same, and what was once said to be sure stays so. */
static void test_order(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(47);
	for (int round = 0; round < 20000; round++) {
		struct body whole, body;
		int order[9];
		random_body(chance, &whole);
		for (int i = 0; i < whole.n; i++)
			whole.answer[i] = whole.answer[i] == OPEN ? NAY : whole.answer[i] == SILENT ? ABSENT : whole.answer[i];
		bool carried = reference_passes(&whole);
		body = whole;
		for (int i = 0; i < body.n; i++)
			body.answer[i] = OPEN;
		shuffle(chance, order, body.n);
		for (int i = 0; i <= body.n; i++) {
			struct tally tally = count(&body);
			struct outlook outlook = tally_outlook(&whole.threshold, &tally, &body.rules);
			g_assert_true(carried ? outlook.can_carry : outlook.can_fail);
			if (i < body.n)
				body.answer[order[i]] = whole.answer[order[i]];
			else
				g_assert_cmpint(outlook.can_carry, !=, outlook.can_fail);
		}
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tally/100,000 bodies against the formulas", test_reference);
	g_test_add_func("/tally/a further aye never hurts", test_more_ayes_never_hurt);
	g_test_add_func("/tally/what is still possible, by trying all", test_outlook);
	g_test_add_func("/tally/the order of answers never matters", test_order);
	return g_test_run();
}
