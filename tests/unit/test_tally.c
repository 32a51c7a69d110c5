/* Counting votes: the golden vectors, the policies, and properties over random bodies against a reference written apart. */
#include <glib.h>
#include "domain/tally.h"

static struct threshold share(int num, int den, bool more_than, enum vote_base base)
{
	return (struct threshold) { .kind = THRESHOLD_SHARE, .share = { num, den, more_than, base } };
}

static const struct rules usual = { .recusal_present = true, .quorum = { .kind = QUORUM_SHARE, .share = { 1, 2, true, BASE_IN_OFFICE } } };

/* DOMAIN: Y-N-A-R, P present, M members; which of the six thresholds pass. */
static const struct vector { int y, n, a, r, p, m; const char *passes; } golden[] = {
	{ 9, 8, 0, 0, 17, 17, "mpe..." }, { 7, 4, 2, 0, 13, 13, "mpe..." }, { 2, 1, 10, 0, 13, 13, "m..2.." }, { 9, 5, 1, 1, 16, 16, "mpe..." },
	{ 10, 9, 8, 0, 27, 27, "m....." }, { 5, 0, 11, 0, 16, 16, "m..2.." }, { 30, 15, 15, 0, 60, 100, "m..2.." }, { 1, 0, 8, 0, 9, 9, "m..2.." },
	{ 3, 1, 0, 0, 4, 7, "mp.2P." }, { 4, 2, 1, 0, 7, 7, "mpe2.." }, { 5, 2, 0, 0, 7, 7, "mpe2PE" }, { 3, 3, 1, 0, 7, 7, "......" },
	{ 0, 0, 7, 0, 7, 7, "......" },
};

static void test_golden(void)
{
	const struct threshold six[] = { share(1, 2, true, BASE_CAST), share(1, 2, true, BASE_PRESENT), share(1, 2, true, BASE_IN_OFFICE),
		share(2, 3, false, BASE_CAST), share(2, 3, false, BASE_PRESENT), share(2, 3, false, BASE_IN_OFFICE) };
	for (guint v = 0; v < G_N_ELEMENTS(golden); v++) {
		const struct vector *g = &golden[v];
		struct tally tally = { .yes = g->y, .no = g->n, .abstain = g->a, .recused = g->r, .in_office = g->m, .seats = g->m };
		tally.silent = g->p - g->y - g->n - g->a - g->r;
		g_assert_cmpint(tally_present(&tally, &usual), ==, g->p);
		for (guint t = 0; t < 6; t++)
			if (threshold_met(&six[t], &tally, &usual) != (g->passes[t] != '.'))
				g_error("vector %d-%d-%d-%d, threshold %u", g->y, g->n, g->a, g->r, t);
	}
}

static void test_nothing_fails_everything(void)
{
	struct tally tally = { .abstain = 7, .in_office = 7, .seats = 7 };
	struct threshold fixed = { .kind = THRESHOLD_FIXED, .count = 0 }, all = { .kind = THRESHOLD_ALL, .share = { .base = BASE_CAST } };
	g_assert_false(threshold_met(&fixed, &tally, &usual));
	g_assert_false(threshold_met(&all, &tally, &usual));
}

static void test_kinds(void)
{
	struct threshold six_of_eleven = { .kind = THRESHOLD_FIXED, .count = 6 }, no_objection = { .kind = THRESHOLD_NO_OBJECTION };
	struct tally five = { .yes = 5, .no = 0, .absent = 6, .in_office = 11, .seats = 11 };
	g_assert_false(threshold_met(&six_of_eleven, &five, &usual));
	g_assert_true(threshold_met(&no_objection, &five, &usual));
	struct threshold two_thirds = share(2, 3, false, BASE_CAST), entire = share(1, 2, true, BASE_IN_OFFICE);
	g_autoptr(GPtrArray) parts = g_ptr_array_new();
	g_ptr_array_add(parts, &two_thirds);
	g_ptr_array_add(parts, &entire);
	struct threshold any = { .kind = THRESHOLD_ANY_OF, .parts = parts }, both = { .kind = THRESHOLD_ALL_OF, .parts = parts };
	g_assert_true(threshold_met(&any, &five, &usual));
	g_assert_false(threshold_met(&both, &five, &usual));
}

/* Government Code 54954.2(b)(2): two thirds of those present, or all of them where fewer than two thirds of the members are. */
static void test_urgency(void)
{
	struct threshold present = share(2, 3, false, BASE_PRESENT), all = { .kind = THRESHOLD_ALL, .share = { .base = BASE_PRESENT } };
	g_autoptr(GPtrArray) parts = g_ptr_array_new();
	g_ptr_array_add(parts, &present);
	g_ptr_array_add(parts, &all);
	struct threshold urgency = { .kind = THRESHOLD_WHEN, .parts = parts, .when = { 2, 3, false, BASE_IN_OFFICE } };
	for (int p = 1; p <= 7; p++)
		for (int y = 0; y <= p; y++) {
			struct tally tally = { .yes = y, .no = p - y, .absent = 7 - p, .in_office = 7, .seats = 7 };
			bool law = y > 0 && (p * 3 >= 2 * 7 ? 3 * y >= 2 * p : y == p);
			g_assert_cmpint(threshold_met(&urgency, &tally, &usual), ==, law);
		}
}

static void test_policies(void)
{
	struct threshold majority = share(1, 2, true, BASE_CAST), present = share(1, 2, true, BASE_PRESENT);
	struct tally split = { .yes = 3, .no = 2, .abstain = 2, .in_office = 7, .seats = 7 }, tie = { .yes = 3, .no = 3, .abstain = 1, .in_office = 7, .seats = 7 };
	struct rules in_base = usual, concurs = usual, barred = usual, gone = usual;
	in_base.abstention = ABSTENTION_IN_BASE;
	concurs.abstention = ABSTENTION_CONCURS;
	barred.tie = TIE_NO_ACTION;
	gone.recusal_present = false;
	g_assert_true(threshold_met(&majority, &split, &usual));
	g_assert_false(threshold_met(&majority, &split, &in_base));
	g_assert_true(threshold_met(&majority, &tie, &concurs));
	g_assert_cmpint(tally_result(&majority, &tie, &usual), ==, RESULT_FAILED);
	g_assert_cmpint(tally_result(&majority, &tie, &barred), ==, RESULT_NO_ACTION);
	struct tally recused = { .yes = 3, .no = 2, .recused = 1, .in_office = 7, .seats = 7 };
	g_assert_false(threshold_met(&present, &recused, &usual));
	g_assert_true(threshold_met(&present, &recused, &gone));
}

static void test_chair(void)
{
	struct threshold majority = share(1, 2, true, BASE_CAST), two_thirds = share(2, 3, false, BASE_CAST);
	struct rules decisive = usual, ties = usual;
	decisive.chair = CHAIR_WHEN_DECISIVE;
	ties.chair = CHAIR_ON_TIES;
	struct tally four_two = { .yes = 4, .no = 2, .silent = 1 }, five_three = { .yes = 5, .no = 3, .silent = 1 };
	struct tally tie = { .yes = 3, .no = 3, .silent = 1 }, clear = { .yes = 5, .no = 1, .silent = 1 }, by_one = { .yes = 4, .no = 3, .silent = 1 };
	g_assert_true(chair_decides(&two_thirds, &four_two, &decisive));
	g_assert_true(chair_decides(&two_thirds, &five_three, &decisive));
	g_assert_true(chair_decides(&majority, &tie, &decisive));
	g_assert_true(chair_decides(&majority, &by_one, &decisive));
	g_assert_false(chair_decides(&majority, &clear, &decisive));
	g_assert_true(chair_decides(&majority, &tie, &ties));
	g_assert_false(chair_decides(&majority, &by_one, &ties));
}

static void test_quorum(void)
{
	struct quorum_rule half = { .kind = QUORUM_SHARE, .share = { 1, 2, true, BASE_IN_OFFICE } }, fixed = { .kind = QUORUM_FIXED, .count = 5 };
	struct quorum_rule percent = { .kind = QUORUM_PERCENT_PLUS, .percent = 50, .count = 1, .share = { .base = BASE_SEATS } };
	struct quorum_rule third = { .kind = QUORUM_SHARE, .share = { 1, 3, false, BASE_SEATS } };
	for (int n = 1; n < 50; n++)
		g_assert_cmpint(quorum_needed(&half, n, 99), ==, n / 2 + 1);
	g_assert_cmpint(quorum_needed(&fixed, 11, 11), ==, 5);
	g_assert_cmpint(quorum_needed(&percent, 3, 42), ==, 22);
	g_assert_cmpint(quorum_needed(&third, 1, 10), ==, 4);
	g_assert_cmpint(quorum_needed(&third, 1, 9), ==, 3);
}

static void test_plurality(void)
{
	g_assert_cmpint(plurality_winner((const int[]) { 3, 5, 4 }, 3), ==, 1);
	g_assert_cmpint(plurality_winner((const int[]) { 5, 3, 5 }, 3), ==, -1);
	g_assert_cmpint(plurality_winner((const int[]) { 2, 2, 3 }, 3), ==, 2);
	g_assert_cmpint(plurality_winner((const int[]) { 0, 0 }, 2), ==, -1);
}

/* --- random bodies --- */

enum { AYE, NAY, ABSTAINS, RECUSED, ABSENT, OPEN, ANSWERS };

struct body { int n, vacant; int answer[9]; struct rules rules; struct threshold threshold; };

static struct body random_body(GRand *chance)
{
	struct body body = { .n = g_rand_int_range(chance, 1, 9), .vacant = g_rand_int_range(chance, 0, 3), .rules = usual };
	for (int i = 0; i < body.n; i++)
		body.answer[i] = g_rand_int_range(chance, 0, ANSWERS);
	body.rules.abstention = g_rand_int_range(chance, 0, 3);
	body.rules.recusal_present = g_rand_boolean(chance);
	body.rules.tie = g_rand_int_range(chance, 0, 2);
	int den = g_rand_int_range(chance, 2, 6);
	body.threshold = share(g_rand_int_range(chance, 1, den), den, g_rand_boolean(chance), g_rand_int_range(chance, 0, VOTE_BASES));
	if (g_rand_int_range(chance, 0, 6) == 0)
		body.threshold = (struct threshold) { .kind = THRESHOLD_FIXED, .count = g_rand_int_range(chance, 1, 9) };
	return body;
}

static struct tally count(const struct body *body)
{
	struct tally tally = { .in_office = body->n, .seats = body->n + body->vacant };
	int *to[] = { &tally.yes, &tally.no, &tally.abstain, &tally.recused, &tally.absent, &tally.open };
	for (int i = 0; i < body->n; i++)
		++*to[body->answer[i]];
	return tally;
}

/* The rules once more, from the table of formulas and member by member, knowing nothing of tally.c. */
static bool reference_passes(const struct body *body)
{
	int y = 0, n = 0, a = 0, p = 0;
	for (int i = 0; i < body->n; i++) {
		int answer = body->answer[i];
		y += answer == AYE;
		n += answer == NAY;
		a += answer == ABSTAINS;
		p += answer == AYE || answer == NAY || answer == ABSTAINS || answer == OPEN || (answer == RECUSED && body->rules.recusal_present);
	}
	int base = 0;
	switch (body->threshold.share.base) {
	case BASE_CAST: base = y + n + (body->rules.abstention == ABSTENTION_IGNORED ? 0 : a); break;
	case BASE_PRESENT: base = p; break;
	case BASE_IN_OFFICE: base = body->n; break;
	default: base = body->n + body->vacant; break;
	}
	if (body->rules.abstention == ABSTENTION_CONCURS)
		y += a;
	if (body->threshold.kind == THRESHOLD_FIXED)
		return y >= body->threshold.count;
	int num = body->threshold.share.num, den = body->threshold.share.den;
	return y > 0 && (body->threshold.share.more_than ? y * den > num * base : y * den >= num * base);
}

static void test_reference(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(44);
	for (int round = 0; round < 100000; round++) {
		struct body body = random_body(chance);
		struct tally tally = count(&body);
		g_assert_cmpint(tally.yes + tally.no + tally.abstain + tally.recused + tally.absent + tally.open, ==, body.n);
		g_assert_cmpint(threshold_met(&body.threshold, &tally, &body.rules), ==, reference_passes(&body));
	}
}

static void test_more_ayes_never_hurt(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(45);
	for (int round = 0; round < 50000; round++) {
		struct body body = random_body(chance);
		int who = g_rand_int_range(chance, 0, body.n);
		struct tally before = count(&body);
		bool passed = threshold_met(&body.threshold, &before, &body.rules);
		body.answer[who] = AYE;
		struct tally after = count(&body);
		g_assert_true(!passed || threshold_met(&body.threshold, &after, &body.rules));
	}
}

static void brute(struct body *body, int at, int ayes_left, bool *some, bool *all)
{
	while (at < body->n && body->answer[at] != OPEN)
		at++;
	if (at == body->n) {
		bool passes = reference_passes(body);
		*some |= passes;
		*all &= passes || ayes_left > 0;
		return;
	}
	for (int answer = AYE; answer <= ABSENT; answer++) {
		body->answer[at] = answer;
		brute(body, at + 1, ayes_left - (answer == AYE), some, all);
	}
	body->answer[at] = OPEN;
}

/* needs: the least k for which every completion with at least k further ayes carries. */
static void test_outlook(void)
{
	g_autoptr(GRand) chance = g_rand_new_with_seed(46);
	for (int round = 0; round < 3000; round++) {
		struct body body = random_body(chance);
		struct tally tally = count(&body);
		if (tally.open > 5)
			continue;
		struct outlook outlook = tally_outlook(&body.threshold, &tally, &body.rules);
		bool can = false, must = true;
		brute(&body, 0, 0, &can, &must);
		g_assert_cmpint(outlook.can_carry, ==, can);
		g_assert_cmpint(outlook.can_fail, ==, !must);
		int needs = -1;
		for (int k = tally.open; k >= 0; k--) {
			bool some = false, all = true;
			brute(&body, 0, k, &some, &all);
			if (!all)
				break;
			needs = k;
		}
		g_assert_cmpint(outlook.needs, ==, needs);
	}
}

static void test_words(void)
{
	struct threshold present = share(1, 2, true, BASE_PRESENT), two_thirds = share(2, 3, false, BASE_PRESENT), plain = share(1, 2, true, BASE_CAST);
	struct tally four = { .yes = 4, .no = 2, .abstain = 1, .in_office = 7, .seats = 7 };
	g_autofree char *a = tally_arithmetic(&present, &four, &usual), *b = tally_arithmetic(&two_thirds, &four, &usual), *c = tally_arithmetic(&plain, &four, &usual);
	g_assert_cmpstr(a, ==, "needs 2Y > P: 2x4 = 8 > 7");
	g_assert_cmpstr(b, ==, "needs 3Y >= 2P: 3x4 = 12 < 2x7 = 14");
	g_assert_cmpstr(c, ==, "needs Y > N: 4 > 2");
	struct outlook open = { true, true, 1 }, dead = { false, true, -1 }, sure = { true, false, 0 };
	g_autofree char *d = outlook_words(&open), *e = outlook_words(&dead), *f = outlook_words(&sure);
	g_assert_cmpstr(d, ==, "1 more aye carries it");
	g_assert_cmpstr(e, ==, "cannot pass any more");
	g_assert_cmpstr(f, ==, "carried whatever the others say");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tally/golden vectors", test_golden);
	g_test_add_func("/tally/0-0-7 fails everything", test_nothing_fails_everything);
	g_test_add_func("/tally/kinds of thresholds", test_kinds);
	g_test_add_func("/tally/urgency", test_urgency);
	g_test_add_func("/tally/abstentions, recusals, ties", test_policies);
	g_test_add_func("/tally/the chair's vote", test_chair);
	g_test_add_func("/tally/quorum", test_quorum);
	g_test_add_func("/tally/plurality", test_plurality);
	g_test_add_func("/tally/100,000 bodies against the formulas", test_reference);
	g_test_add_func("/tally/a further aye never hurts", test_more_ayes_never_hurt);
	g_test_add_func("/tally/what is still possible, by trying all", test_outlook);
	g_test_add_func("/tally/the arithmetic in words", test_words);
	return g_test_run();
}
