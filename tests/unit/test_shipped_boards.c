/*
 * The rules for every board file that comes with dais, the example and the presets: no fault and no warning, English and Spanish, and
 * each state, finding, class and duty has a label and an explanation in both, each move leads to one of these states.
 */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "config/config_file.h"
#include "domain/clock.h"

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

/* The example with the clocks of clocks.conf in place of its own, as that file says it may be done. */
static struct board *board_with_clocks(void)
{
	g_autofree char *example = source_file("fixtures/riverton.conf"), *clocks = source_file("fixtures/clocks.conf"), *text = NULL, *shelf = NULL;
	g_autofree char *folder = g_dir_make_tmp("dais-clocks-XXXXXX", NULL), *included = g_build_filename(folder, "clocks.conf", NULL);
	g_autofree char *path = g_build_filename(folder, "board.conf", NULL);
	g_assert_true(g_file_get_contents(example, &text, NULL, NULL) && g_file_get_contents(clocks, &shelf, NULL, NULL));
	g_auto(GStrv) before = g_strsplit(text, "    clocks = (\n", 2), after = g_strsplit(before[1], "\n    );\n", 2);
	g_assert_nonnull(after[1]);
	g_autofree char *whole = g_strconcat(before[0], "@include \"clocks.conf\"\n", after[1], NULL);
	g_assert_true(g_file_set_contents(path, whole, -1, NULL) && g_file_set_contents(included, shelf, -1, NULL));
	g_autoptr(GPtrArray) faults = faults_new(), warnings = faults_new();
	struct board *board = board_file_check(path, faults, warnings);
	g_autofree char *wrong = faults_text(faults);
	g_assert_cmpstr(wrong, ==, "");
	g_assert_cmpuint(warnings->len, ==, 0);
	g_assert_true(g_unlink(path) == 0 && g_unlink(included) == 0 && g_rmdir(folder) == 0);
	return board;
}

/* One event: a state that the case enters, or the chief's finding or answer. */
struct happened { const char *at, *what, *to; };
static const struct {
	const char *file, *clock;     /* file NULL: clocks.conf */
	const char *received, *occurred;
	struct happened events[3];
	enum clock_status status;
	const char *due;
} clock_rows[] = {
	{ NULL, "california_pobr", "2024-02-29", NULL, { { NULL, NULL, NULL } }, CLOCK_RUNNING, "2025-02-28" },
	{ NULL, "california_pobr", "2024-03-01", NULL, { { "2024-04-01", "state", "on_hold" }, { "2024-05-01", "state", "investigation" } },
		CLOCK_RUNNING, "2025-03-31" },
	{ NULL, "california_pobr", "2024-03-01", NULL, { { "2024-09-01", "state", "discipline_imposed" } }, CLOCK_MET, "2025-03-01" },
	{ NULL, "new_york_75", "2024-10-01", "2024-08-31", { { NULL, NULL, NULL } }, CLOCK_RUNNING, "2026-02-28" },
	{ NULL, "new_york_75", "2024-10-01", NULL, { { NULL, NULL, NULL } }, CLOCK_IDLE, NULL },
	{ NULL, "florida_180", "2024-01-01", NULL, { { NULL, NULL, NULL } }, CLOCK_RUNNING, "2024-06-29" },
	{ NULL, "florida_180", "2024-01-01", NULL, { { "2024-02-01", "state", "on_hold" }, { "2024-02-11", "state", "investigation" } },
		CLOCK_RUNNING, "2024-07-09" },
	{ NULL, "portland_appeal", "2024-06-01", NULL, { { "2024-12-20", "state", "final_decision" } }, CLOCK_RUNNING, "2025-01-03" },
	{ NULL, "portland_appeal", "2024-06-01", NULL, { { "2024-12-20", "state", "final_decision" }, { "2024-12-27", "state", "complainant_appeal" } },
		CLOCK_MET, "2025-01-03" },
	{ NULL, "tulare_letter", "2024-01-01", NULL, { { "2024-02-20", "finding", NULL } }, CLOCK_RUNNING, "2024-03-01" },
	{ NULL, "tulare_letter", "2024-01-01", NULL, { { "2024-02-20", "finding", NULL }, { "2024-02-26", "answer", NULL } }, CLOCK_MET, "2024-03-01" },
	/* The answers to an inspector general are all counted from the report, and each ends with its own. */
	{ "inspector-general", "answer_60_days", "2025-01-02", NULL, { { "2026-01-13", "state", "published" } }, CLOCK_RUNNING, "2026-03-14" },
	{ "inspector-general", "answer_60_days", "2025-01-02", NULL, { { "2026-01-13", "state", "published" }, { "2026-03-10", "state", "answer_60_days" } },
		CLOCK_MET, "2026-03-14" },
	{ "inspector-general", "answer_6_months", "2025-01-02", NULL, { { "2026-01-13", "state", "published" },
		{ "2026-03-10", "state", "answer_60_days" }, { "2026-03-24", "state", "until_6_months" } }, CLOCK_RUNNING, "2026-07-13" },
	{ "inspector-general", "answer_1_year", "2025-01-02", NULL, { { "2026-01-13", "state", "published" },
		{ "2026-03-10", "state", "answer_60_days" }, { "2026-03-24", "state", "until_6_months" } }, CLOCK_RUNNING, "2027-01-13" },
	/* A small board's own days are not counted while the department answers it. */
	{ "small-board", "resolve", "2026-01-05", NULL, { { "2026-01-20", "state", "returned" }, { "2026-01-30", "state", "file_review" } },
		CLOCK_RUNNING, "2026-03-01" },
	/* Two appeals have their own clocks, which start with their own letters. */
	{ "uk", "recording_appeal", "2026-01-05", NULL, { { "2026-01-12", "state", "not_recorded" } }, CLOCK_RUNNING, "2026-02-09" },
	{ "uk", "appeal", "2026-01-05", NULL, { { "2026-01-12", "state", "not_recorded" } }, CLOCK_IDLE, NULL },
	{ "uk", "appeal", "2026-01-05", NULL, { { "2026-03-02", "state", "outcome_told" } }, CLOCK_RUNNING, "2026-03-30" },
	/* What waits for a laboratory does not count against the directorate. */
	{ "ipid", "decision_ready", "2026-01-05", NULL, { { "2026-02-01", "state", "awaiting_reports" }, { "2026-03-01", "state", "active" } },
		CLOCK_RUNNING, "2026-05-03" },
};

static const struct clock_rule *clock_named(const struct workflow *workflow, const char *id)
{
	for (guint i = 0; i < workflow->clocks->len; i++)
		if (strcmp(((struct clock_rule *) workflow->clocks->pdata[i])->id, id) == 0)
			return workflow->clocks->pdata[i];
	g_test_message("no clock '%s'", id);
	g_assert_not_reached();
}

static void event_free(void *data)
{
	case_event_clear(data);
	g_free(data);
}

static GPtrArray *events_of(const struct happened *happened, unsigned n, const struct board *board)
{
	GPtrArray *events = g_ptr_array_new_with_free_func(event_free);
	for (unsigned i = 0; i < n && happened[i].at; i++) {
		struct case_event *event = g_new0(struct case_event, 1);
		g_assert_true(instant_parse(happened[i].at, board->zone, &event->when));
		event->id = (id_t64) i + 1;
		event->what = g_strdup(happened[i].what);
		event->to = g_strdup(happened[i].to);
		g_assert_true(!event->to || workflow_state(board->workflows->pdata[0], event->to));
		event->clock = strcmp(event->what, "finding") == 0 ? g_strdup(CASE_DISAGREEMENT) : NULL;
		g_ptr_array_add(events, event);
	}
	return events;
}

static struct board *board_of(const char *preset)
{
	g_autofree char *name = g_strdup_printf("fixtures/presets/%s.conf", preset ? preset : ""), *path = source_file(name);
	g_autoptr(GPtrArray) faults = faults_new();
	return preset ? board_file_load(path, faults) : board_with_clocks();
}

static void test_clocks(void)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(clock_rows); i++) {
		g_autoptr(board_t) board = board_of(clock_rows[i].file);
		const struct workflow *workflow = board->workflows->pdata[0];
		g_autoptr(GPtrArray) events = events_of(clock_rows[i].events, G_N_ELEMENTS(clock_rows[i].events), board);
		const char *occurred = clock_rows[i].occurred;
		struct clock_facts facts = { .received = day_parse_iso(clock_rows[i].received), .events = events, .open = true,
			.occurred = occurred ? day_parse_iso(occurred) : DAY_UNKNOWN, .closed = DAY_UNKNOWN, .workflow = workflow, .board = board };
		const struct case_event *last = events->len > 0 ? events->pdata[events->len - 1] : NULL;
		instant_t now = last ? last->when + 3600 : 0;
		g_assert_true(last || instant_parse(clock_rows[i].received, board->zone, &now));
		struct clock_run run;
		clock_run_init(&run, clock_named(workflow, clock_rows[i].clock), &facts, now);
		g_test_message("row %u: %s", i, clock_rows[i].clock);
		g_assert_cmpint(run.status, ==, clock_rows[i].status);
		g_assert_cmpint(run.due, ==, clock_rows[i].due ? day_parse_iso(clock_rows[i].due) : DAY_UNKNOWN);
		clock_run_clear(&run);
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
	g_autofree char *folder = source_file("fixtures/presets");
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;
	g_assert_nonnull(dir);
	g_ptr_array_add(paths, source_file("fixtures/riverton.conf"));
	while ((name = g_dir_read_name(dir)) != NULL)
		if (g_str_has_suffix(name, ".conf"))
			g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
	g_assert_cmpuint(paths->len, >=, 5);
	for (guint i = 0; i < paths->len; i++) {
		g_autofree char *file = g_path_get_basename(paths->pdata[i]), *test = g_strconcat("/shipped/", file, NULL);
		g_test_add_data_func(test, paths->pdata[i], test_board);
	}
	g_test_add_func("/shipped/clocks", test_clocks);
	g_test_add_func("/shipped/what is not explained is pointed out", test_unexplained);
	return g_test_run();
}
