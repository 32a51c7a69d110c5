/*
 * The rules for every board file that comes with dais, the example and the presets: no fault and no warning, English and Spanish, and
 * each state, finding, class and duty has a label and an explanation in both, each move leads to one of these states.
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "config/config_file.h"

static char *source_file(const char *name)
{
	const char *top = g_getenv("top_srcdir");
	return g_build_filename(top == NULL ? "." : top, name, NULL);
}

/* A text in both languages, and not the English one twice. */
static void assert_translated(const struct labels *labels, const char *what, const char *id)
{
	g_test_message("%s '%s'", what, id);
	g_assert_true(labels_has(labels, "en") && labels_has(labels, "es"));
	g_assert_cmpstr(labels_get(labels, "en"), !=, "");
	g_assert_cmpstr(labels_get(labels, "es"), !=, "");
}

static void assert_explained(const struct labels *label, const struct labels *explain, const char *what, const char *id)
{
	assert_translated(label, what, id);
	assert_translated(explain, what, id);
	g_assert_cmpstr(labels_get(explain, "en"), !=, labels_get(explain, "es"));
}

static void assert_terms(const struct vocabulary *vocabulary)
{
	g_assert_nonnull(vocabulary);
	for (guint i = 0; i < vocabulary->terms->len; i++) {
		const struct term *term = vocabulary->terms->pdata[i];
		assert_explained(&term->label, &term->explain, vocabulary->id, term->id);
	}
}

static void assert_workflow(const struct workflow *workflow)
{
	for (guint i = 0; i < workflow->states->len; i++) {
		const struct state *state = workflow->states->pdata[i];
		assert_explained(&state->label, &state->explain, "state", state->id);
	}
	for (guint i = 0; i < workflow->moves->len; i++)
		g_assert_nonnull(workflow_state(workflow, ((struct move *) workflow->moves->pdata[i])->to));
	g_assert_cmpuint(workflow->clocks->len, >, 0);
	for (guint i = 0; i < workflow->clocks->len; i++) {
		const struct clock_rule *clock = workflow->clocks->pdata[i];
		assert_translated(&clock->label, "clock", clock->id);
		g_assert_nonnull(clock->source);
	}
}

static void test_board(gconstpointer path)
{
	g_autoptr(GPtrArray) faults = faults_new(), warnings = faults_new();
	g_autoptr(board_t) board = board_file_check(path, faults, warnings);
	g_autofree char *wrong = faults_text(faults), *missing = faults_text(warnings);
	g_assert_cmpstr(wrong, ==, "");
	g_assert_cmpstr(missing, ==, "");
	g_assert_cmpstr(board->languages[0], ==, "en");
	g_assert_cmpstr(board->languages[1], ==, "es");
	assert_terms(board_vocabulary(board, "class"));
	assert_terms(board_vocabulary(board, "finding"));
	assert_terms(board_vocabulary(board, "kind"));
	if (board_vocabulary(board, "closure") != NULL)
		assert_terms(board_vocabulary(board, "closure"));
	for (guint i = 0; i < board->bodies->len; i++) {
		const struct body *body = board->bodies->pdata[i];
		if (body->findings != NULL)
			assert_terms(body->findings);
	}
	for (guint i = 0; i < board->workflows->len; i++)
		assert_workflow(board->workflows->pdata[i]);
	g_assert_cmpuint(board->duties->len, >, 0);
	for (guint i = 0; i < board->duties->len; i++) {
		const struct duty *duty = board->duties->pdata[i];
		assert_explained(&duty->label, &duty->explain, "duty", duty->id);
	}
}

/* What is missing is noticed: a state and a finding without an explanation are pointed out at their lines, and are no fault. */
static void test_unexplained(void)
{
	g_autofree char *path = NULL, *missing = NULL;
	g_autoptr(GPtrArray) faults = faults_new(), warnings = faults_new();
	const char *text = "languages = [ \"en\" ]; name = \"Smallville\"; zone = \"America/Chicago\";\n"
		"vocabularies = { class = ( { id = \"a\"; label = \"A\"; } );\n"
		"finding = ( { id = \"bare\"; label = \"Bare\"; pending = true; } ); };\n"
		"workflows = ( { id = \"w\"; states = ( { id = \"in\"; label = \"In\"; explain = \"It came in.\"; initial = true; },\n"
		"{ id = \"out\"; label = \"Out\"; terminal = true; } ); moves = ( { from = \"in\"; to = \"out\"; } ); } );\n"
		"bodies = ( { id = \"b\"; name = \"B\"; short = \"B\"; workflow = \"w\"; seats = ( { id = \"1\"; title = \"One\"; } ); } );\n"
		"metrics = [ \"cases\" ]; ageing = [ 30 ]; filling_days = 30; suppress_below = 5;\n";
	int file = g_file_open_tmp("dais-board-XXXXXX.conf", &path, NULL);
	g_assert_true(file >= 0 && g_close(file, NULL) && g_file_set_contents(path, text, -1, NULL));
	g_autoptr(board_t) board = board_file_check(path, faults, warnings);
	g_assert_nonnull(board);
	g_assert_cmpuint(faults->len, ==, 0);
	missing = faults_text(warnings);
	g_autofree char *expected = g_strdup_printf("%s:3: warning: finding 'bare' has no explanation, so that ? cannot say what it means; add "
		"explain\n%s:5: warning: state 'out' has no explanation, so that ? cannot say what it means; add explain\n", path, path);
	g_assert_cmpstr(missing, ==, expected);
	g_assert_cmpint(g_unlink(path), ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	static const char *const names[] = { "riverton", "presets/small-board" };
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *name = g_strdup_printf("fixtures/%s.conf", names[i]), *test = g_strconcat("/shipped/", names[i], NULL);
		g_ptr_array_add(paths, source_file(name));
		g_test_add_data_func(test, paths->pdata[i], test_board);
	}
	g_test_add_func("/shipped/what is not explained is pointed out", test_unexplained);
	return g_test_run();
}
