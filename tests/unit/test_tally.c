/* Counting votes: the golden vectors, the policies, the words. */
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

/* Whatever is asked of whatever base: without an aye nothing is carried. */
static void test_nothing_fails_everything(void)
{
	struct tally tally = { .abstain = 7, .in_office = 7, .seats = 7 }, nobody = { .absent = 7, .in_office = 0, .seats = 0 };
	struct threshold fixed = { .kind = THRESHOLD_FIXED, .count = 0 };
	g_assert_false(threshold_met(&fixed, &tally, &usual));
	for (int base = 0; base < VOTE_BASES; base++) {
		struct threshold all = { .kind = THRESHOLD_ALL, .share = { .base = base } };
		g_assert_false(threshold_met(&all, &tally, &usual));
		g_assert_false(threshold_met(&all, &nobody, &usual));
		for (int more = 0; more < 2; more++) {
			struct threshold two_thirds = share(2, 3, more, base);
			g_assert_false(threshold_met(&two_thirds, &tally, &usual));
			g_assert_false(threshold_met(&two_thirds, &nobody, &usual));
		}
	}
}

static void test_kinds(void)
{
	struct threshold six_of_eleven = { .kind = THRESHOLD_FIXED, .count = 6 }, no_objection = { .kind = THRESHOLD_NO_OBJECTION };
	struct threshold minority = { .kind = THRESHOLD_FIXED, .count = 3 };
	struct tally outvoted = { .yes = 3, .no = 4, .in_office = 7, .seats = 7 }, one_objects = { .yes = 6, .no = 1, .in_office = 7, .seats = 7 };
	g_assert_true(threshold_met(&minority, &outvoted, &usual));
	g_assert_false(threshold_met(&no_objection, &one_objects, &usual));
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
	struct rules both = barred;
	both.abstention = ABSTENTION_CONCURS;
	struct tally concurring_tie = { .no = 3, .abstain = 3, .in_office = 7, .seats = 7 }, nobody = { .abstain = 7, .in_office = 7, .seats = 7 };
	g_assert_cmpint(tally_result(&majority, &concurring_tie, &both), ==, RESULT_NO_ACTION);
	g_assert_cmpint(tally_result(&majority, &nobody, &barred), ==, RESULT_FAILED);
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
	struct quorum_rule three = { .kind = QUORUM_PERCENT_PLUS, .percent = 0, .count = 3, .share = { .base = BASE_IN_OFFICE } };
	g_assert_cmpint(quorum_needed(&three, 7, 7), ==, 3);
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

/* --- what is still possible --- */

/* A large assembly, where trying all is out of the question. */
static void test_large(void)
{
	struct threshold majority = share(1, 2, true, BASE_CAST), entire = share(2, 3, false, BASE_IN_OFFICE);
	struct tally all_open = { .open = 200, .in_office = 200, .seats = 201 }, decided = { .yes = 101, .open = 99, .in_office = 200, .seats = 201 };
	struct outlook a = tally_outlook(&majority, &all_open, &usual), b = tally_outlook(&entire, &all_open, &usual);
	struct outlook c = tally_outlook(&majority, &decided, &usual);
	g_assert_cmpint(a.needs, ==, 101);
	g_assert_cmpint(b.needs, ==, 134);
	g_assert_cmpint(c.needs, ==, 0);
	g_assert_false(c.can_fail);
}

/* A silent chair can still turn it: "cannot pass any more" would be false. */
static void test_chair_outlook(void)
{
	struct threshold two_thirds = share(2, 3, false, BASE_CAST), majority = share(1, 2, true, BASE_CAST);
	struct rules decisive = usual, ties = usual;
	decisive.chair = CHAIR_WHEN_DECISIVE;
	ties.chair = CHAIR_ON_TIES;
	struct tally five_three = { .yes = 5, .no = 3, .silent = 1, .in_office = 9, .seats = 9 }, four_two = { .yes = 4, .no = 2, .silent = 1, .in_office = 7, .seats = 7 };
	struct tally tie = { .yes = 3, .no = 3, .silent = 1, .in_office = 7, .seats = 7 };
	struct outlook supply = tally_outlook(&two_thirds, &five_three, &decisive), deny = tally_outlook(&two_thirds, &four_two, &decisive);
	struct outlook barred = tally_outlook(&two_thirds, &five_three, &ties), breaks = tally_outlook(&majority, &tie, &ties);
	g_assert_true(supply.can_carry && supply.can_fail);
	g_assert_cmpint(supply.needs, ==, 1);
	g_assert_true(deny.can_carry && deny.can_fail);
	g_assert_false(barred.can_carry);
	g_assert_true(breaks.can_carry && breaks.can_fail);
	g_assert_cmpint(breaks.needs, ==, 1);
}

/* --- words --- */

static void assert_sum(const struct threshold *threshold, struct tally tally, const struct rules *rules, const char *expected)
{
	g_autofree char *sum = tally_arithmetic(threshold, &tally, rules);
	g_assert_cmpstr(sum, ==, expected);
}

static void test_arithmetic(void)
{
	struct threshold present = share(1, 2, true, BASE_PRESENT), two_thirds = share(2, 3, false, BASE_PRESENT), plain = share(1, 2, true, BASE_CAST);
	struct threshold cast = share(2, 3, false, BASE_CAST), fixed = { .kind = THRESHOLD_FIXED, .count = 6 }, all = { .kind = THRESHOLD_ALL, .share = { .base = BASE_PRESENT } };
	struct threshold silence = { .kind = THRESHOLD_NO_OBJECTION }, whole = share(1, 1, false, BASE_IN_OFFICE);
	struct tally four = { .yes = 4, .no = 2, .abstain = 1, .in_office = 7, .seats = 7 }, nothing = { .abstain = 7, .in_office = 7, .seats = 7 };
	struct rules in_base = usual, concurs = usual;
	in_base.abstention = ABSTENTION_IN_BASE;
	concurs.abstention = ABSTENTION_CONCURS;
	assert_sum(&present, four, &usual, "needs 2Y > P: 2x4 = 8 > 7");
	assert_sum(&two_thirds, four, &usual, "needs 3Y >= 2P: 3x4 = 12 < 14");
	assert_sum(&cast, four, &usual, "needs 3Y >= 2(Y+N): 3x4 = 12 = 12");
	assert_sum(&cast, nothing, &usual, "needs Y > 0: 0 = 0");
	assert_sum(&plain, four, &usual, "needs Y > N: 4 > 2");
	assert_sum(&plain, four, &in_base, "needs 2Y > (Y+N+A): 2x4 = 8 > 7");
	assert_sum(&plain, four, &concurs, "needs (Y+A) > N: 5 > 2");
	assert_sum(&cast, four, &concurs, "needs 3(Y+A) >= 2(Y+N+A): 3x5 = 15 > 14");
	assert_sum(&fixed, four, &usual, "needs Y >= 6: 4 < 6");
	assert_sum(&all, four, &usual, "needs Y = P: 4 < 7");
	assert_sum(&whole, four, &usual, "needs Y >= M: 4 < 7");
	assert_sum(&silence, four, &usual, "needs N = 0: 2 > 0");
}

static void test_joined_arithmetic(void)
{
	struct threshold cast = share(2, 3, false, BASE_CAST), entire = share(1, 2, true, BASE_IN_OFFICE), present = share(2, 3, false, BASE_PRESENT);
	struct threshold all = { .kind = THRESHOLD_ALL, .share = { .base = BASE_PRESENT } };
	struct threshold *either[] = { &cast, &entire }, *urgent[] = { &present, &all };
	GPtrArray either_list = { .pdata = (gpointer *) either, .len = 2 }, urgent_list = { .pdata = (gpointer *) urgent, .len = 2 };
	struct threshold any = { .kind = THRESHOLD_ANY_OF, .parts = &either_list };
	struct threshold urgency = { .kind = THRESHOLD_WHEN, .parts = &urgent_list, .when = { 2, 3, false, BASE_IN_OFFICE } };
	struct threshold *deep[] = { &any, &present };
	GPtrArray deep_list = { .pdata = (gpointer *) deep, .len = 2 };
	struct threshold both = { .kind = THRESHOLD_ALL_OF, .parts = &deep_list };
	struct tally four = { .yes = 4, .no = 3, .in_office = 7, .seats = 7 }, few = { .yes = 3, .no = 1, .absent = 3, .in_office = 7, .seats = 7 };
	assert_sum(&any, four, &usual, "needs 3Y >= 2(Y+N): 3x4 = 12 < 14 or 2Y > M: 2x4 = 8 > 7");
	assert_sum(&both, four, &usual, "needs (3Y >= 2(Y+N): 3x4 = 12 < 14 or 2Y > M: 2x4 = 8 > 7) and 3Y >= 2P: 3x4 = 12 < 14");
	assert_sum(&urgency, four, &usual, "needs 3Y >= 2P: 3x4 = 12 < 14, as 3P >= 2M: 3x7 = 21 > 14");
	assert_sum(&urgency, few, &usual, "needs Y = P: 3 < 4, as 3P < 2M: 3x4 = 12 < 14");
}

static void test_outlook_words(void)
{
	static const struct { struct outlook outlook; const char *words; } cases[] = {
		{ { true, true, 1 }, "1 more aye carries it" }, { { true, true, 3 }, "3 more ayes carry it" }, { { false, true, -1 }, "cannot pass any more" },
		{ { true, false, 0 }, "carried whatever the others say" }, { { true, true, -1 }, "open: it depends on how the others answer" },
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *words = outlook_words(&cases[i].outlook);
		g_assert_cmpstr(words, ==, cases[i].words);
	}
}

static void assert_asks(const struct threshold *threshold, int open, const char *lang, const char *expected)
{
	struct tally tally = { .open = open, .absent = 7 - open, .in_office = 7, .seats = 7 };
	g_autofree char *words = threshold_words(threshold, &tally, &usual, lang);
	g_assert_cmpstr(words, ==, expected);
}

static void test_threshold_words(void)
{
	struct threshold present = share(1, 2, true, BASE_PRESENT), entire = share(2, 3, false, BASE_IN_OFFICE), silence = { .kind = THRESHOLD_NO_OBJECTION };
	struct label labels[] = { { (char *) "en", (char *) "as the bylaws say" }, { (char *) "es", (char *) "según el reglamento" } };
	present.label = entire.label = silence.label = (struct labels) { labels, 2 };
	assert_asks(&present, 7, "en", "4 ayes of 7: as the bylaws say");
	assert_asks(&present, 1, "es", "1 aye of 1: según el reglamento");
	assert_asks(&entire, 4, "en", "cannot be reached by the 4 who can vote: as the bylaws say");
	assert_asks(&silence, 7, "en", "as the bylaws say");
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
	g_test_add_func("/tally/200 members still to answer", test_large);
	g_test_add_func("/tally/a silent chair can still turn it", test_chair_outlook);
	g_test_add_func("/tally/the arithmetic", test_arithmetic);
	g_test_add_func("/tally/the arithmetic of joined thresholds", test_joined_arithmetic);
	g_test_add_func("/tally/what is still possible, in words", test_outlook_words);
	g_test_add_func("/tally/what a threshold asks, in words", test_threshold_words);
	return g_test_run();
}
