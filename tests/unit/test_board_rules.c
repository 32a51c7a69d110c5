/*
 * The rules of procedure that are built in are the usual ones, row by row (the tables of Robert's Rules and of the Brown Act's
 * urgency, written here once more), and what a board or body gives goes over them.
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "config/config_file.h"
#include "domain/tally.h"

static const char frame[] = "languages = [ \"en\" ]; name = \"S\"; zone = \"America/Chicago\";\n"
	"vocabularies = { class = ( { id = \"force\"; label = \"F\"; } );\n"
	"  finding = ( { id = \"sustained\"; label = \"S\"; sustained = true; merits = true; } ); };\n"
	"workflows = ( { id = \"cases\"; states = ( { id = \"received\"; label = \"R\"; initial = true; },\n"
	"  { id = \"closed\"; label = \"C\"; terminal = true; } );\n"
	"  moves = ( { from = \"received\"; to = \"closed\"; vote = \"adopt_findings\"; } ); } );\n"
	"metrics = [ \"cases\" ]; ageing = [ 30 ]; filling_days = 0; suppress_below = 0;\n";
static const char one_body[] = "bodies = ( { id = \"a\"; name = \"A\"; short = \"A\"; workflow = \"cases\";\n"
	"  seats = ( { id = \"1\"; title = \"1\"; }, { id = \"2\"; title = \"2\"; }, { id = \"3\"; title = \"3\"; } ); } );\n";

static struct board *load(const char *path)
{
	g_autoptr(GPtrArray) faults = faults_new();
	g_autoptr(board_t) board = board_file_load(path, faults);
	g_autofree char *text = faults_text(faults);
	g_assert_cmpstr(text, ==, "");
	g_assert_nonnull(board);
	return g_steal_pointer(&board);
}

static struct board *load_text(const char *rest)
{
	g_autofree char *folder = g_dir_make_tmp("dais-test-XXXXXX", NULL), *path = g_build_filename(folder, "board.conf", NULL);
	g_autofree char *text = g_strconcat(frame, rest, NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	struct board *board = load(path);
	g_remove(path);
	g_rmdir(folder);
	return board;
}

static char *fixture(const char *name)
{
	const char *top = g_getenv("top_srcdir");
	return g_build_filename(top == NULL ? "." : top, "fixtures", name, NULL);
}

static const struct threshold *threshold_of(const struct board *board, const char *body, const char *motion)
{
	const struct motion_kind *kind = procedure_kind(board_procedure(board, board_body(board, body)), motion);
	g_assert_nonnull(kind);
	return kind->threshold;
}

/* --- what is built in --- */

/* The golden vectors of the six usual thresholds: Y-N-A-R of M members, '+' where it is carried. */
static void test_golden(void)
{
	static const char *const ids[] = { "majority_cast", "majority_present", "majority_entire", "two_thirds_cast", "two_thirds_present",
		"two_thirds_entire" };
	static const struct { int yes, no, abstain, recused, members; const char *carried; } rows[] = {
		{ 9, 8, 0, 0, 17, "+++---" }, { 7, 4, 2, 0, 13, "+++---" }, { 2, 1, 10, 0, 13, "+--+--" }, { 9, 5, 1, 1, 16, "+++---" },
		{ 10, 9, 8, 0, 27, "+-----" }, { 5, 0, 11, 0, 16, "+--+--" }, { 30, 15, 15, 0, 100, "+--+--" }, { 1, 0, 8, 0, 9, "+--+--" },
		{ 3, 1, 0, 0, 7, "++-++-" }, { 4, 2, 1, 0, 7, "++++--" }, { 5, 2, 0, 0, 7, "++++++" }, { 3, 3, 1, 0, 7, "------" },
		{ 0, 0, 7, 0, 7, "------" },
	};
	g_autoptr(board_t) board = load_text(one_body);
	for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++)
		for (unsigned j = 0; j < G_N_ELEMENTS(ids); j++) {
			struct tally tally = { .yes = rows[i].yes, .no = rows[i].no, .abstain = rows[i].abstain, .recused = rows[i].recused,
				.in_office = rows[i].members, .seats = rows[i].members };
			const struct threshold *threshold = procedure_threshold(board->procedure, ids[j]);
			g_assert_nonnull(threshold);
			if (threshold_met(threshold, &tally, &board->procedure->rules) != (rows[i].carried[j] == '+'))
				g_error("%s: %d-%d-%d-%d", ids[j], rows[i].yes, rows[i].no, rows[i].abstain, rows[i].recused);
		}
}

static bool met(const char *id, struct tally tally)
{
	g_autoptr(board_t) board = load_text(one_body);
	const struct threshold *threshold = procedure_threshold(board->procedure, id);
	g_assert_nonnull(threshold);
	return threshold_met(threshold, &tally, &board->procedure->rules);
}

static void test_other_thresholds(void)
{
	struct tally vacant = { .yes = 3, .no = 2, .in_office = 5, .seats = 7 };
	g_assert_true(met("majority_entire", vacant));
	g_assert_false(met("majority_seats", vacant));
	g_assert_true(met("half_cast", (struct tally) { .yes = 3, .no = 3, .in_office = 7, .seats = 7 }));
	g_assert_false(met("half_cast", (struct tally) { .yes = 2, .no = 3, .in_office = 7, .seats = 7 }));
	g_assert_true(met("unanimous_consent", (struct tally) { .silent = 5, .in_office = 7, .seats = 7 }));
	g_assert_false(met("unanimous_consent", (struct tally) { .yes = 4, .no = 1, .in_office = 7, .seats = 7 }));
	/* Rescind: two thirds of those who vote, or more than half of all members. */
	g_assert_true(met("rescind", (struct tally) { .yes = 4, .no = 3, .in_office = 7, .seats = 7 }));
	g_assert_true(met("rescind", (struct tally) { .yes = 2, .no = 1, .abstain = 1, .in_office = 7, .seats = 7 }));
	g_assert_false(met("rescind", (struct tally) { .yes = 3, .no = 2, .in_office = 7, .seats = 7 }));
	/* Urgency: 5 of 7 are two thirds, 4 of 7 are not. */
	g_assert_true(met("brown_urgency", (struct tally) { .yes = 4, .no = 1, .in_office = 7, .seats = 7 }));
	g_assert_false(met("brown_urgency", (struct tally) { .yes = 3, .no = 2, .in_office = 7, .seats = 7 }));
	g_assert_true(met("brown_urgency", (struct tally) { .yes = 4, .in_office = 7, .seats = 7 }));
	g_assert_false(met("brown_urgency", (struct tally) { .yes = 3, .abstain = 1, .in_office = 7, .seats = 7 }));
}

/* S: needs a second, D: debatable, A: amendable, -: not; '.' where the chair rules. From the highest precedence down. */
static const struct usual { const char *id, *marks, *threshold; enum motion_effect effect; } ranked[] = {
	{ "fix_time_to_adjourn", "S-A", "majority_cast", EFFECT_NONE },
	{ "adjourn", "S--", "majority_cast", EFFECT_ADJOURN },
	{ "recess", "S-A", "majority_cast", EFFECT_RECESS },
	{ "question_of_privilege", "---", NULL, EFFECT_RULING },
	{ "orders_of_the_day", "---", NULL, EFFECT_RULING },
	{ "lay_on_table", "S--", "majority_cast", EFFECT_TABLE },
	{ "previous_question", "S--", "two_thirds_cast", EFFECT_CLOSE_DEBATE },
	{ "limit_debate", "S-A", "two_thirds_cast", EFFECT_LIMIT },
	{ "postpone", "SDA", "majority_cast", EFFECT_POSTPONE },
	{ "refer", "SDA", "majority_cast", EFFECT_REFER },
	{ "amend", "SDA", "majority_cast", EFFECT_AMEND },
	{ "postpone_indefinitely", "SD-", "majority_cast", EFFECT_KILL },
	{ "main", "SDA", "majority_cast", EFFECT_NONE },
}, others[] = {
	{ "special_order", "SDA", "two_thirds_cast", EFFECT_POSTPONE },
	{ "point_of_order", "---", NULL, EFFECT_RULING },
	{ "division", "---", NULL, EFFECT_RULING },
	{ "appeal", "SD-", "half_cast", EFFECT_APPEAL },
	{ "suspend_rules", "S--", "two_thirds_cast", EFFECT_SUSPEND },
	{ "divide", "S-A", "majority_cast", EFFECT_DIVIDE },
	{ "object", "---", "two_thirds_cast", EFFECT_KILL },
	{ "withdraw", "---", "majority_cast", EFFECT_WITHDRAW },
	{ "take_from_table", "S--", "majority_cast", EFFECT_TAKE },
	{ "reconsider", "SD-", "majority_cast", EFFECT_RECONSIDER },
	{ "rescind", "SDA", "rescind", EFFECT_RESCIND },
	{ "rescind_noticed", "SDA", "majority_cast", EFFECT_RESCIND },
	{ "amend_adopted", "SDA", "rescind", EFFECT_NONE },
	{ "consent", "S--", "majority_cast", EFFECT_CONSENT },
	{ "minutes", "SDA", "majority_cast", EFFECT_MINUTES },
	{ "urgency", "SD-", "brown_urgency", EFFECT_URGENCY },
	{ "closed_session", "S--", "majority_cast", EFFECT_CLOSED_SESSION },
	{ "adopt_findings", "SDA", "majority_cast", EFFECT_NONE },
	{ "return_case", "SD-", "majority_cast", EFFECT_NONE },
	{ "set_hearing", "SDA", "majority_cast", EFFECT_NONE },
	{ "reopen_case", "SD-", "majority_cast", EFFECT_NONE },
};

static const struct motion_kind *check_usual(const struct procedure *procedure, const struct usual *usual)
{
	const struct motion_kind *kind = procedure_kind(procedure, usual->id);
	g_assert_nonnull(kind);
	char marks[] = { kind->second ? 'S' : '-', kind->debatable ? 'D' : '-', kind->amendable ? 'A' : '-', '\0' };
	g_autofree char *got = g_strdup_printf("%s %s %s", kind->id, marks, kind->threshold == NULL ? "chair" : kind->threshold->id);
	g_autofree char *want = g_strdup_printf("%s %s %s", usual->id, usual->marks, usual->threshold == NULL ? "chair" : usual->threshold);
	g_assert_cmpstr(got, ==, want);
	g_assert_cmpint(kind->effect, ==, usual->effect);
	return kind;
}

static void test_motions(void)
{
	g_autoptr(board_t) board = load_text(one_body);
	const struct procedure *procedure = board->procedure;
	for (unsigned i = 0; i < G_N_ELEMENTS(others); i++)
		check_usual(procedure, &others[i]);
	for (unsigned i = 0; i < G_N_ELEMENTS(ranked); i++) {
		const struct motion_kind *kind = check_usual(procedure, &ranked[i]);
		const struct motion_kind *above = i == 0 ? NULL : procedure_kind(procedure, ranked[i - 1].id);
		g_assert_true(above == NULL || above->rank > kind->rank || above->class != kind->class);
		g_assert_cmpint(kind->class, ==, i < 5 ? MOTION_CLASS_PRIVILEGED : i < 12 ? MOTION_CLASS_SUBSIDIARY : MOTION_CLASS_MAIN);
	}
	g_assert_cmpuint(procedure->kinds->len, ==, G_N_ELEMENTS(ranked) + G_N_ELEMENTS(others));
	g_assert_cmpstr(procedure_effect(procedure, EFFECT_NONE)->id, ==, "main");
	g_assert_true(procedure_kind(procedure, "reconsider")->prevailing && procedure_kind(procedure, "reconsider")->once_per_target);
}

/* Without a quorum a body may only fix the time, adjourn, recess; points of order and privilege the chair decides (RONR 40:6-8). */
static void test_without_quorum(void)
{
	static const char *const allowed[] = { "fix_time_to_adjourn", "adjourn", "recess", "point_of_order", "question_of_privilege", NULL };
	g_autoptr(board_t) board = load_text(one_body);
	for (guint i = 0; i < board->procedure->kinds->len; i++) {
		const struct motion_kind *kind = board->procedure->kinds->pdata[i];
		g_assert_true(kind->without_quorum == g_strv_contains(allowed, kind->id));
	}
}

static void test_choices(void)
{
	g_autoptr(board_t) board = load_text(one_body);
	const struct rules *rules = &board->procedure->rules;
	for (int members = 1; members <= 30; members++)
		g_assert_cmpint(quorum_needed(&rules->quorum, members, members + 3), ==, members / 2 + 1);
	g_assert_true(rules->abstention == ABSTENTION_IGNORED && rules->tie == TIE_FAILS && rules->chair == CHAIR_VOTES);
	g_assert_true(rules->second && rules->chair_last && rules->recusal_present && !rules->recusal_leaves);
	g_assert_cmpint(rules->amend_depth, ==, 2);
	g_assert_cmpint(rules->interpreter_factor, ==, 2);
	g_assert_cmpint(rules->absences_in_a_row, ==, 0);
}

static void check_labels(const struct labels *labels)
{
	g_assert_true(labels_has(labels, "en") && labels_has(labels, "es"));
}

static void test_languages(void)
{
	g_autoptr(board_t) board = load_text(one_body);
	for (guint i = 0; i < board->procedure->kinds->len; i++)
		check_labels(&((const struct motion_kind *) board->procedure->kinds->pdata[i])->label);
	for (guint i = 0; i < board->procedure->thresholds->len; i++)
		check_labels(&((const struct threshold *) board->procedure->thresholds->pdata[i])->label);
}

static void check_named(const char *page, const char *id)
{
	g_autofree char *pattern = g_strdup_printf("\\b%s\\b", id);
	if (!g_regex_match_simple(pattern, page, 0, 0))
		g_error("dais-board.5 does not name '%s'", id);
}

static void test_manual(void)
{
	g_autoptr(board_t) board = load_text(one_body);
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top == NULL ? "." : top, "doc", "dais-board.5", NULL), *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	const char *page = strstr(text, "\n.SH RULES OF PROCEDURE");
	g_assert_nonnull(page);
	for (guint i = 0; i < board->procedure->kinds->len; i++)
		check_named(page, ((const struct motion_kind *) board->procedure->kinds->pdata[i])->id);
	for (guint i = 0; i < board->procedure->thresholds->len; i++)
		check_named(page, ((const struct threshold *) board->procedure->thresholds->pdata[i])->id);
}

/* --- what goes over it --- */

/* Everything points into the same procedure, and at what stands before: so it can be frozen and read again. */
static void check_whole(const struct procedure *procedure)
{
	for (guint i = 0; i < procedure->thresholds->len; i++) {
		const struct threshold *threshold = procedure->thresholds->pdata[i];
		for (guint j = 0; threshold->parts != NULL && j < threshold->parts->len; j++) {
			guint at;
			g_assert_true(g_ptr_array_find(procedure->thresholds, threshold->parts->pdata[j], &at));
			g_assert_cmpuint(at, <, i);
		}
	}
	for (guint i = 0; i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		g_assert_true(kind->threshold == NULL || g_ptr_array_find(procedure->thresholds, kind->threshold, NULL));
	}
}

static void test_riverton(void)
{
	g_autofree char *path = fixture("riverton.conf");
	g_autoptr(board_t) board = load(path);
	const struct rules *pob = &board_procedure(board, board_body(board, "pob"))->rules;
	const struct rules *harbour = &board_procedure(board, board_body(board, "harbour"))->rules;
	check_whole(board_body(board, "pob")->procedure);
	check_whole(board_body(board, "harbour")->procedure);
	g_assert_cmpint(quorum_needed(&pob->quorum, 6, 7), ==, 4);
	g_assert_cmpint(quorum_needed(&pob->quorum, 3, 7), ==, 4);
	g_assert_cmpint(quorum_needed(&harbour->quorum, 2, 3), ==, 2);
	g_assert_true(pob->second && !harbour->second);
	g_assert_true(pob->abstention == ABSTENTION_IGNORED && harbour->abstention == ABSTENTION_IN_BASE);
	g_assert_true(pob->recusal_leaves && harbour->recusal_leaves);
	g_assert_cmpint(harbour->absences_in_a_row, ==, 3);
	g_assert_cmpstr(pob->source, ==, "Riverton Code 2.61.2, bylaws 5");
	g_assert_cmpstr(harbour->source, ==, "Harbour Council rules 4");
	g_assert_cmpstr(threshold_of(board, "pob", "adopt_findings")->id, ==, "majority_seats");
	g_assert_cmpstr(threshold_of(board, "harbour", "reopen_case")->id, ==, "two_thirds_cast");
	g_assert_cmpstr(threshold_of(board, "pob", "set_hearing")->id, ==, "majority_cast");
	g_assert_cmpint(threshold_of(board, "pob", "return_case")->count, ==, 3);
}

/* A child begins with its parent's rules wherever it stands in the file, and a sibling sees none of them. */
static void test_inheritance(void)
{
	g_autoptr(board_t) board = load_text("bodies = (\n"
		"  { id = \"child\"; name = \"C\"; short = \"C\"; workflow = \"cases\"; parent = \"top\"; seats = ( { id = \"1\"; title = \"1\"; } );\n"
		"    rules = { tie = \"no_action\"; }; },\n"
		"  { id = \"plain\"; name = \"P\"; short = \"P\"; workflow = \"cases\"; parent = \"top\"; seats = ( { id = \"1\"; title = \"1\"; } ); },\n"
		"  { id = \"top\"; name = \"T\"; short = \"T\"; workflow = \"cases\"; seats = ( { id = \"1\"; title = \"1\"; } );\n"
		"    rules = { second = false; };\n"
		"    thresholds = ( { id = \"majority_cast\"; share = \"3/4\"; of = \"cast\"; label = \"three quarters\"; } );\n"
		"    motions = ( { id = \"lift\"; class = \"main\"; effect = \"none\"; threshold = \"majority_cast\"; label = \"lift\"; } ); },\n"
		"  { id = \"apart\"; name = \"A\"; short = \"A\"; workflow = \"cases\"; seats = ( { id = \"1\"; title = \"1\"; } ); } );\n"
		"rules = { abstention = \"concurs\"; };\n");
	const struct rules *child = &board_procedure(board, board_body(board, "child"))->rules;
	g_assert_true(child->tie == TIE_NO_ACTION && !child->second && child->abstention == ABSTENTION_CONCURS);
	g_assert_true(board_procedure(board, board_body(board, "plain")) == board_body(board, "top")->procedure);
	g_assert_true(board_procedure(board, board_body(board, "apart")) == board->procedure);
	g_assert_true(board->procedure->rules.second && board->procedure->rules.tie == TIE_FAILS);
	g_assert_null(procedure_kind(board->procedure, "lift"));
	/* A usual motion follows the threshold that was given anew, in the body and below it only. */
	g_assert_cmpint(threshold_of(board, "child", "amend")->share.den, ==, 4);
	g_assert_cmpint(threshold_of(board, "top", "lift")->share.den, ==, 4);
	g_assert_cmpint(threshold_of(board, "apart", "amend")->share.den, ==, 2);
	check_whole(board_body(board, "child")->procedure);
	check_whole(board_body(board, "top")->procedure);
}

/* A usual threshold may be given anew of parts that stand below it. */
static void test_parts_below(void)
{
	g_autofree char *text = g_strconcat(one_body, "thresholds = (\n"
		"  { id = \"two\"; count = 2; label = \"two\"; },\n"
		"  { id = \"majority_cast\"; all_of = [ \"majority_present\", \"two\" ]; label = \"both\"; } );\n", NULL);
	g_autoptr(board_t) board = load_text(text);
	check_whole(board->procedure);
	const struct threshold *threshold = threshold_of(board, "a", "main");
	struct tally one = { .yes = 1, .in_office = 3, .seats = 3 }, two = { .yes = 2, .no = 1, .in_office = 3, .seats = 3 };
	g_assert_cmpint(threshold->kind, ==, THRESHOLD_ALL_OF);
	g_assert_false(threshold_met(threshold, &one, &board->procedure->rules));
	g_assert_true(threshold_met(threshold, &two, &board->procedure->rules));
}

/* The file of the usual rules may be copied beside a board file and included, without the languages that the board does not use. */
static void test_include(void)
{
	g_autofree char *folder = g_dir_make_tmp("dais-test-XXXXXX", NULL), *path = g_build_filename(folder, "board.conf", NULL);
	g_autofree char *copy = g_build_filename(folder, "procedure.conf", NULL), *from = fixture("procedure.conf"), *usual = NULL;
	g_autofree char *text = g_strconcat(frame, "@include \"procedure.conf\"\n", one_body, NULL);
	g_autoptr(GRegex) spanish = g_regex_new("\\s*es = \"[^\"]*\";", 0, 0, NULL);
	g_assert_true(g_file_get_contents(from, &usual, NULL, NULL));
	g_autofree char *english = g_regex_replace_literal(spanish, usual, -1, 0, "", 0, NULL);
	g_assert_true(g_file_set_contents(copy, english, -1, NULL));
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_autoptr(board_t) board = load(path), plain = load_text(one_body);
	g_assert_cmpuint(board->procedure->kinds->len, ==, plain->procedure->kinds->len);
	g_assert_cmpuint(board->procedure->thresholds->len, ==, plain->procedure->thresholds->len);
	check_whole(board->procedure);
	g_remove(copy);
	g_remove(path);
	g_rmdir(folder);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rules/golden vectors of the usual thresholds", test_golden);
	g_test_add_func("/rules/other usual thresholds", test_other_thresholds);
	g_test_add_func("/rules/usual motions and their precedence", test_motions);
	g_test_add_func("/rules/without a quorum", test_without_quorum);
	g_test_add_func("/rules/usual choices", test_choices);
	g_test_add_func("/rules/usual words in two languages", test_languages);
	g_test_add_func("/rules/usual ones in the manual", test_manual);
	g_test_add_func("/rules/Riverton", test_riverton);
	g_test_add_func("/rules/inheritance", test_inheritance);
	g_test_add_func("/rules/parts that stand below", test_parts_below);
	g_test_add_func("/rules/the usual rules included", test_include);
	return g_test_run();
}
