/* dais FILE: the dashboard. */
#include "cli/cli.h"

#include <string.h>
#include "app/app.h"
#include "app/state.h"
#include "base/error.h"
#include "base/i18n.h"

struct wishes {
	char *config, *theme, *color, *now, *session;
	gboolean ascii, no_mouse, read_only, frame_marker;
};

static bool parse_color(const char *word, int *colors, GError **error)
{
	static const struct { const char *word; int colors; } known[] = { { "auto", -1 }, { "never", 0 }, { "16", 16 },
		{ "256", 256 } };
	*colors = -1;
	for (unsigned i = 0; word && i < G_N_ELEMENTS(known); i++)
		if (strcmp(known[i].word, word) == 0) {
			*colors = known[i].colors;
			return true;
		}
	if (word)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--color takes never, auto, 16 or 256, not '%s'"), word);
	return !word;
}

static int run_dashboard(struct store *store, const struct board *board, const struct wishes *wishes,
	const struct theme *theme,
	const char *state_path, const struct terminal_options *terminal_options, struct app_carry *carry, GError **error)
{
	instant_t now = wishes->now ? cli_now(wishes->now, board->zone, error) : 0;
	if (*error)
		return 0;
	struct app_options options = { .lang = cli_language(board), .now = now, .theme = theme,
		.mouse = terminal_options->mouse, .state_path = state_path,
		.session = wishes->session, .carry = carry };
	struct app *app = app_new(store, board, &options);
	struct terminal *terminal = terminal_open(terminal_options, error);
	int code = terminal ? app_run(app, terminal) : 0;
	terminal_close(terminal);
	app_free(app);
	return code;
}

/* One database from opening to closing; APP_REOPEN when it is to be opened again. */
static int open_once(const char *path, const struct wishes *wishes, const char *state_path,
	const struct terminal_options *terminal, struct app_carry *carry)
{
	GError *error = NULL;
	struct theme theme;
	struct store *store = NULL;
	struct board *board = NULL;
	if (!cli_theme(wishes->theme, state_path, &theme, &error) ||
			!cli_open_database(path, wishes->config, wishes->read_only ? STORE_READ : STORE_WRITE, &store, &board, &error))
		return cli_fail(error);
	int code = run_dashboard(store, board, wishes, &theme, state_path, terminal, carry, &error);
	store_free(store);
	board_free(board);
	return error ? cli_fail(error) : code;
}

/* That a file is not there is said before what would be needed to show it. */
static bool find_database(const char *path, GError **error)
{
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		return true;
	g_autoptr(store_t) store = store_open(path, STORE_READ, error);
	return store != NULL;
}

static int open_words(const char *path, const struct wishes *wishes)
{
	GError *error = NULL;
	struct terminal_options terminal = { .ascii = wishes->ascii, .mouse = !wishes->no_mouse,
		.frame_marker = wishes->frame_marker };
	if (!parse_color(wishes->color, &terminal.colors, &error) || !find_database(path, &error) || !terminal_check(&error))
		return cli_fail(error);
	g_autofree char *state_path = state_default_path();
	struct app_carry carry = { 0 };
	int code;
	do
		code = open_once(path, wishes, state_path, &terminal, &carry);
	while (code == APP_REOPEN);
	app_carry_clear(&carry);
	return code;
}

int cli_open(int argc, char **argv)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("board file, instead of the one the database names"),
			N_("BOARD") },
		{ "theme", 0, 0, G_OPTION_ARG_STRING, &wishes.theme, N_("colours: a theme's name or file"), N_("NAME") },
		{ "ascii", 0, 0, G_OPTION_ARG_NONE, &wishes.ascii, N_("only ASCII characters"), NULL },
		{ "color", 0, 0, G_OPTION_ARG_STRING, &wishes.color, N_("never, auto, 16 or 256 (NO_COLOR also works)"), N_("WHEN") },
		{ "no-mouse", 0, 0, G_OPTION_ARG_NONE, &wishes.no_mouse, N_("leave the mouse to the terminal"), NULL },
		{ "readonly", 0, 0, G_OPTION_ARG_NONE, &wishes.read_only, N_("never write to the database"), NULL },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &wishes.now, N_("take this for the present time: 2024-12-16T18:42"), N_("TIME") },
		{ "frame-marker", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &wishes.frame_marker,
			N_("tell tests when a frame is complete"), NULL },
		{ "session", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &wishes.session,
			N_("tests: ids of what is recorded begin with this"), N_("HEX") },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("open", argc, argv, entries, 1, 1, &code);
	if (words)
		code = open_words(words[0], &wishes);
	g_free(wishes.config);
	g_free(wishes.theme);
	g_free(wishes.color);
	g_free(wishes.now);
	g_free(wishes.session);
	return code;
}
