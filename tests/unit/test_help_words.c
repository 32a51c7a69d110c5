/* Help on the Cases screen begins with the words of the selected case, in the language of the screen, and nowhere else; its clocks are read from the first. */
#include <glib/gstdio.h>
#include <string.h>
#include "action/demo_action.h"
#include "app/app_private.h"
#include "config/config_file.h"

#define NOW ((instant_t) 1734372000)         /* 16 December 2024, 12:00 in Riverton */

struct room { char *folder, *path; struct board *board; struct store *store; struct canvas *canvas; };

static void set_up(struct room *room, gconstpointer data)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *board = g_canonicalize_filename("fixtures/riverton.conf", top ? top : ".");
	g_autoptr(GPtrArray) faults = faults_new();
	struct demo_options options = { .seed = 1, .cases = 60, .open = 20, .today = instant_day(NOW, "America/Chicago") };
	(void) data;
	room->folder = g_dir_make_tmp("dais-help-XXXXXX", NULL);
	room->path = g_build_filename(room->folder, "board.db", NULL);
	room->board = board_file_load(board, faults);
	g_assert_nonnull(room->board);
	room->store = store_open(room->path, STORE_CREATE, NULL);
	g_assert_true(demo_fill(room->store, room->board, &options, NOW, NULL, NULL, NULL));
	room->canvas = canvas_new(80, 24, false);
}

static void tear_down(struct room *room, gconstpointer data)
{
	(void) data;
	store_free(room->store);
	canvas_free(room->canvas);
	board_free(room->board);
	g_autoptr(GDir) files = g_dir_open(room->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(files));) {
		g_autofree char *path = g_build_filename(room->folder, name, NULL);
		g_unlink(path);
	}
	g_assert_cmpint(g_rmdir(room->folder), ==, 0);
	g_free(room->folder);
	g_free(room->path);
}

static struct app *open_app(struct room *room, const char *lang, const char *screen, const char *keys)
{
	struct app_options options = { .now = NOW, .lang = lang };
	struct app *app = app_new(room->store, room->board, &options);
	g_assert_true(app_goto(app, screen, "", NULL) && app_draw(app, room->canvas, NULL));
	g_assert_true(app_type(app, keys, NULL) && app_draw(app, room->canvas, NULL));
	return app;
}

static struct app *open_help(struct room *room, const char *lang, const char *screen, const char *keys)
{
	struct app *app = open_app(room, lang, screen, keys);
	g_assert_cmpint(app->menu.kind, ==, OVERLAY_HELP);
	return app;
}

/* The words of the section, its lines joined, one word a line; "" without the section. */
static char *section(const struct app *app)
{
	GString *text = g_string_new(NULL);
	const GPtrArray *lines = app->menu.view.lines;
	const struct overlay_line *first = lines->pdata[0];
	if (strcmp(first->text, "WORDS OF THIS CASE") != 0)
		return g_string_free(text, FALSE);
	for (guint i = 1; i < lines->len && !((struct overlay_line *) lines->pdata[i])->heading; i++) {
		const struct overlay_line *line = lines->pdata[i];
		g_string_append_printf(text, "%s%s%s%s", *line->left && i > 1 ? "\n" : *line->left ? "" : " ", line->left, *line->left ? " " : "", line->text);
	}
	return g_string_free(text, FALSE);
}

static void assert_said(const char *said, const char *kind, const struct labels *label, const struct labels *explain, const char *lang)
{
	g_autofree char *words = g_strdup_printf("%s %s: %s", kind, labels_get(label, lang), labels_get(explain, lang));
	if (!strstr(said, words))
		g_test_message("'%s' is not in:\n%s", words, said);
	g_assert_nonnull(strstr(said, words));
}

/* Every word of the case is there once, whole, though the frame is narrow. */
static void assert_words(struct room *room, const char *lang, const char *keys)
{
	struct app *app = open_help(room, lang, "cases", keys);
	g_autofree char *said = section(app);
	const struct case_detail *detail = app->session.detail;
	const struct workflow *workflow = room->board->workflows->pdata[0];
	const struct state *state = workflow_state(workflow, detail->record.state);
	g_assert_cmpint(detail->record.id, ==, current_case(app));
	assert_said(said, "state", &state->label, &state->explain, lang);
	for (guint i = 0; i < detail->allegations->len; i++) {
		const struct allegation_record *allegation = detail->allegations->pdata[i];
		const struct term *class = vocabulary_find(board_words(room->board, NULL, "class"), allegation->class);
		assert_said(said, "class", &class->label, &class->explain, lang);
		for (int stage = 0; stage < STAGES; stage++) {
			const struct term *found = vocabulary_find(board_words(room->board, NULL, "finding"), allegation->finding[stage]);
			if (found)
				assert_said(said, "finding", &found->label, &found->explain, lang);
		}
	}
	g_auto(GStrv) each = g_strsplit(said, "\n", -1);
	for (unsigned i = 0; each[i]; i++)
		for (unsigned j = 0; j < i; j++)
			g_assert_cmpstr(each[i], !=, each[j]);
	app_free(app);
}

static void test_words(struct room *room, gconstpointer data)
{
	(void) data;
	static const char *const keys[] = { "?", "j?", "jjjj?", "G?", "Gkkk?" };
	for (unsigned i = 0; i < G_N_ELEMENTS(keys); i++) {
		assert_words(room, "en", keys[i]);
		assert_words(room, "es", keys[i]);
	}
}

/* At 80x24 the section is read from its first line, also where it is long, and Up comes back to it. */
static void test_in_sight(struct room *room, gconstpointer data)
{
	(void) data;
	struct app *app = open_help(room, "en", "cases", "?");
	g_autofree char *first = canvas_to_text(room->canvas, true);
	g_assert_nonnull(strstr(first, "WORDS OF THIS CASE"));
	g_assert_true(app_type(app, "<Enter>", NULL));
	g_assert_cmpint(app->menu.kind, ==, OVERLAY_HELP);
	g_assert_true(app_type(app, "<PgDn><PgDn><Up><PgUp><PgUp><PgUp>", NULL) && app_draw(app, room->canvas, NULL));
	g_autofree char *again = canvas_to_text(room->canvas, true);
	g_assert_nonnull(strstr(again, "WORDS OF THIS CASE"));
	app_free(app);
}

/* Who may move it on is said from the moves of its state. */
static void test_whose_move(struct room *room, gconstpointer data)
{
	(void) data;
	struct app *app = open_help(room, "en", "cases", "/state:investigation<Enter>?");
	g_autofree char *said = section(app);
	const struct duty *staff = board_duty(room->board, "staff"), *clerk = board_duty(room->board, "clerk");
	assert_said(said, "its move", &staff->label, &staff->explain, "en");
	g_assert_null(strstr(said, labels_get(&clerk->explain, "en")));
	app_free(app);
}

/* Typing searches them too; what does not match is not shown. */
static void test_search(struct room *room, gconstpointer data)
{
	(void) data;
	struct app *app = open_help(room, "en", "cases", "?evidence");
	for (guint i = 1; i < app->menu.view.lines->len && !((struct overlay_line *) app->menu.view.lines->pdata[i])->heading; i++)
		g_assert_cmpstr(((struct overlay_line *) app->menu.view.lines->pdata[i])->left, !=, "class");
	g_assert_true(app_type(app, "zzzz", NULL));
	g_autofree char *said = section(app);
	g_assert_cmpstr(said, ==, "");
	app_free(app);
}

static void test_elsewhere(struct room *room, gconstpointer data)
{
	(void) data;
	static const char *const screens[] = { "overview", "trends", "agenda", "meeting" };
	for (unsigned i = 0; i < G_N_ELEMENTS(screens); i++) {
		struct app *app = open_help(room, "en", screens[i], "?");
		g_autofree char *said = section(app);
		g_assert_cmpstr(said, ==, "");
		g_assert_cmpint(menu_value(app), >=, 0);
		app_free(app);
	}
	struct app *app = open_help(room, "en", "cases", "/number:nosuch<Enter>?");
	g_autofree char *said = section(app);
	g_assert_cmpstr(said, ==, "");
	app_free(app);
}

/* The ledger of the clocks begins with the first line of the first clock; the lines are walked through, and Enter leaves. */
static void test_ledger(struct room *room, gconstpointer data)
{
	(void) data;
	struct app *app = open_app(room, "en", "cases", "/state:investigation<Enter>c");
	const struct overlay_line *first = app->menu.view.lines->pdata[0], *second = app->menu.view.lines->pdata[1];
	g_assert_true(first->heading && !second->heading);
	g_assert_cmpuint(app->menu.view.selected, ==, 1);
	g_autofree char *shown = canvas_to_text(room->canvas, true);
	g_assert_nonnull(strstr(shown, "Resolve the complaint: 180 days"));
	g_assert_true(app_type(app, "j", NULL));
	g_assert_cmpuint(app->menu.view.selected, >, 1);
	g_assert_true(app_type(app, "<Enter>", NULL));
	g_assert_cmpint(app->menu.kind, ==, OVERLAY_NONE);
	app_free(app);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define TEST(name, run) g_test_add(name, struct room, NULL, set_up, run, tear_down)
	TEST("/help/words of the case in each language", test_words);
	TEST("/help/words are in sight first", test_in_sight);
	TEST("/help/whose move it is", test_whose_move);
	TEST("/help/words are searched", test_search);
	TEST("/help/ledger of the clocks", test_ledger);
	TEST("/help/no words where there is no case", test_elsewhere);
	return g_test_run();
}
