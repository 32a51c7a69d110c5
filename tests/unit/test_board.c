/* Words, labels and deadlines of a board. */
#include "domain/board.h"

static struct term *term(const char *id, const char *en, const char *es, const char *alias)
{
	struct term *made = g_new0(struct term, 1);
	made->id = g_strdup(id);
	labels_add(&made->label, "en", en);
	if (es)
		labels_add(&made->label, "es", es);
	made->aliases = alias ? g_strsplit(alias, "|", -1) : g_new0(char *, 1);
	return made;
}

static void test_labels(void)
{
	struct labels labels = { 0 };
	g_assert_cmpstr(labels_get(&labels, "en"), ==, "");
	labels_add(&labels, "en", "Force");
	labels_add(&labels, "es", "Fuerza");
	g_assert_cmpstr(labels_get(&labels, "es"), ==, "Fuerza");
	g_assert_cmpstr(labels_get(&labels, "de"), ==, "Force");
	g_assert_cmpstr(labels_get(&labels, NULL), ==, "Force");
	g_assert_true(labels_has(&labels, "es"));
	g_assert_false(labels_has(&labels, "de"));
	labels_clear(&labels);
	g_assert_cmpuint(labels.n, ==, 0);
}

static void test_vocabulary(void)
{
	struct vocabulary *words = vocabulary_new("class");
	const char *clash = NULL;
	struct term *force = term("force", "Use of force", "Uso de la fuerza", "Physical Abuse|UOF");
	g_assert_null(vocabulary_add(words, force, &clash));
	g_assert_true(vocabulary_find(words, "FORCE") == force);
	g_assert_true(vocabulary_find(words, " physical   abuse ") == force);
	g_assert_true(vocabulary_find(words, "uso de la FUERZA") == force);
	g_assert_null(vocabulary_find(words, "search"));
	g_assert_null(vocabulary_find(words, NULL));
	g_assert_null(vocabulary_find(NULL, "force"));
	g_assert_true(vocabulary_add(words, term("other", "Other", NULL, "uof"), &clash) == force);
	g_assert_cmpstr(clash, ==, "uof");
	g_assert_cmpuint(words->terms->len, ==, 2);
	g_assert_true(vocabulary_find(words, "uof") == force);
	/* A label equal to its own id is no clash. */
	g_assert_null(vocabulary_add(words, term("stop", "Stop", "stop", NULL), &clash));
	vocabulary_free(words);
}

static void test_words_of_bodies(void)
{
	g_autoptr(board_t) board = board_new();
	struct vocabulary *common = vocabulary_new("finding"), *own = vocabulary_new("finding");
	vocabulary_add(common, term("sustained", "Sustained", NULL, NULL), NULL);
	vocabulary_add(own, term("sustained", "Founded", NULL, NULL), NULL);
	g_ptr_array_add(board->vocabularies, common);
	struct body *parent = body_new(), *child = body_new(), *other = body_new();
	parent->id = g_strdup("pob");
	child->id = g_strdup("harbour");
	other->id = g_strdup("else");
	parent->findings = own;
	child->parent = parent;
	g_ptr_array_add(board->bodies, parent);
	g_ptr_array_add(board->bodies, child);
	g_ptr_array_add(board->bodies, other);
	g_assert_cmpstr(board_label(board, child, "finding", "SUSTAINED", "en"), ==, "Founded");
	g_assert_cmpstr(board_label(board, other, "finding", "sustained", "en"), ==, "Sustained");
	g_assert_cmpstr(board_label(board, NULL, "finding", "sustained", "en"), ==, "Sustained");
	g_assert_cmpstr(board_label(board, other, "finding", "never heard of", "en"), ==, "never heard of");
	g_assert_cmpstr(board_label(board, other, "no list", "word", "en"), ==, "word");
	g_assert_true(board_body(board, "harbour") == child);
	g_assert_null(board_body(board, "nowhere"));
}

static struct workflow *workflow_with(const char *starts, int length, enum clock_unit unit)
{
	struct workflow *workflow = workflow_new();
	struct clock_rule *rule = clock_rule_new();
	rule->id = g_strdup("resolve");
	rule->starts = g_strdup(starts);
	rule->length = length;
	rule->unit = unit;
	g_ptr_array_add(workflow->clocks, rule);
	return workflow;
}

static day_t due(struct board *board, const char *starts, int length, enum clock_unit unit, day_t received, day_t occurred)
{
	struct workflow *workflow = workflow_with(starts, length, unit);
	g_ptr_array_add(board->workflows, workflow);
	return workflow_due(workflow, board, received, occurred);
}

static void test_due(void)
{
	g_autoptr(board_t) board = board_new();
	static const int holidays[][3] = { { 2024, 12, 25 }, { 2025, 1, 1 } };
	for (unsigned i = 0; i < G_N_ELEMENTS(holidays); i++) {
		day_t day = day_from_civil(holidays[i][0], holidays[i][1], holidays[i][2]);
		g_array_append_val(board->holidays, day);
	}
	day_t friday = day_from_civil(2024, 12, 20), occurred = day_from_civil(2024, 1, 31);
	g_assert_true(board_is_holiday(board, day_from_civil(2024, 12, 25)));
	g_assert_false(board_is_holiday(board, friday));
	g_assert_cmpint(due(board, "received", 180, CLOCK_DAYS, friday, occurred), ==, day_from_civil(2025, 6, 18));
	g_assert_cmpint(due(board, "occurred", 30, CLOCK_DAYS, friday, occurred), ==, day_from_civil(2024, 3, 1));
	g_assert_cmpint(due(board, "received", 1, CLOCK_BUSINESS_DAYS, friday, occurred), ==, day_from_civil(2024, 12, 23));
	/* over a weekend, Christmas and the new year */
	g_assert_cmpint(due(board, "received", 3, CLOCK_BUSINESS_DAYS, friday, occurred), ==, day_from_civil(2024, 12, 26));
	g_assert_cmpint(due(board, "received", 8, CLOCK_BUSINESS_DAYS, friday, occurred), ==, day_from_civil(2025, 1, 3));
	g_assert_cmpint(due(board, "received", 72, CLOCK_HOURS, friday, occurred), ==, day_from_civil(2024, 12, 23));
	g_assert_cmpint(due(board, "received", 25, CLOCK_HOURS, friday, occurred), ==, day_from_civil(2024, 12, 22));
	g_assert_cmpint(due(board, "received", 10, CLOCK_DAYS, DAY_UNKNOWN, occurred), ==, DAY_UNKNOWN);
	g_assert_cmpint(due(board, "occurred", 10, CLOCK_DAYS, friday, DAY_UNKNOWN), ==, DAY_UNKNOWN);
	/* when the case came to that state is not known here: no day rather than a wrong one */
	g_assert_cmpint(due(board, "chief_response_due", 30, CLOCK_DAYS, friday, occurred), ==, DAY_UNKNOWN);
	struct workflow *without = workflow_new();
	g_ptr_array_add(board->workflows, without);
	g_assert_cmpint(workflow_due(without, board, friday, occurred), ==, DAY_UNKNOWN);
	g_assert_cmpint(workflow_due(NULL, board, friday, occurred), ==, DAY_UNKNOWN);
}

static void add_state(struct workflow *workflow, const char *id, bool initial, bool terminal)
{
	struct state *state = g_new0(struct state, 1);
	state->id = g_strdup(id);
	state->initial = initial;
	state->terminal = terminal;
	g_ptr_array_add(workflow->states, state);
}

static void add_move(struct workflow *workflow, const char *from, const char *to)
{
	struct move *move = g_new0(struct move, 1);
	move->from = g_strdup(from);
	move->to = g_strdup(to);
	move->by = g_new0(char *, 1);
	g_ptr_array_add(workflow->moves, move);
}

static void test_moves(void)
{
	g_autoptr(board_t) board = board_new();
	struct workflow *workflow = workflow_new();
	g_ptr_array_add(board->workflows, workflow);
	add_state(workflow, "closed", false, true);
	add_state(workflow, "received", true, false);
	add_state(workflow, "review", false, false);
	add_state(workflow, "withdrawn", false, true);
	add_move(workflow, "received", "review");
	add_move(workflow, "review", "closed");
	add_move(workflow, "*", "withdrawn");
	g_assert_true(workflow_allows(workflow, "received", "review"));
	g_assert_false(workflow_allows(workflow, "received", "closed"));
	g_assert_false(workflow_allows(workflow, "review", "received"));
	g_assert_true(workflow_allows(workflow, "review", "withdrawn"));
	g_assert_false(workflow_allows(workflow, "closed", "withdrawn"));
	g_assert_false(workflow_allows(workflow, "nowhere", "withdrawn"));
	g_assert_cmpstr(workflow_initial(workflow)->id, ==, "received");
	g_assert_cmpstr(workflow_closed(workflow)->id, ==, "closed");
	g_assert_null(workflow_state(workflow, "nowhere"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/board/labels", test_labels);
	g_test_add_func("/board/vocabulary", test_vocabulary);
	g_test_add_func("/board/words-of-bodies", test_words_of_bodies);
	g_test_add_func("/board/due", test_due);
	g_test_add_func("/board/moves", test_moves);
	return g_test_run();
}
