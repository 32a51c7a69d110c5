/* dais present FILE: the projector. */
#include "cli/cli.h"

#include "app/present.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/meeting_arg.h"

struct wishes { char *config, *theme, *now; gboolean ascii, live, complete, frame_marker; };

static int run(char **words, const struct wishes *wishes)
{
	GError *error = NULL;
	struct theme theme;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!cli_theme(wishes->theme ? wishes->theme : "projector-dark", NULL, &theme, &error) || !cli_open_database(words[0], wishes->config, STORE_READ, &store, &board, &error)
			|| !terminal_check(&error))
		return cli_fail(error);
	struct present_options options = { .lang = cli_language(board), .theme = &theme, .reveal = wishes->live ? 1 : wishes->complete ? 2 : 0 };
	options.now = wishes->now ? cli_now(wishes->now, board->zone, &error) : 0;
	options.meeting = !error && words[1] ? meeting_arg(store, words[1], board->zone, false, &error) : 0;
	if (error)
		return cli_fail(error);
	struct terminal_options terminal_options = { .ascii = wishes->ascii, .colors = -1, .frame_marker = wishes->frame_marker };
	struct terminal *terminal = terminal_open(&terminal_options, &error);
	bool good = terminal && present_run(store, board, &options, terminal, &error);
	terminal_close(terminal);
	return good ? 0 : cli_fail(error);
}

int cli_present(int argc, char **argv)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "theme", 0, 0, G_OPTION_ARG_STRING, &wishes.theme, N_("colours: projector-dark, projector-light, or another theme"), N_("NAME") },
		{ "live", 0, 0, G_OPTION_ARG_NONE, &wishes.live, N_("show each vote as it is recorded, whatever the rules say"), NULL },
		{ "complete", 0, 0, G_OPTION_ARG_NONE, &wishes.complete, N_("show the votes when all are in, whatever the rules say"), NULL },
		{ "ascii", 0, 0, G_OPTION_ARG_NONE, &wishes.ascii, N_("only ASCII characters"), NULL },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &wishes.now, N_("take this for the present time: 2024-12-16T18:42"), N_("TIME") },
		{ "frame-marker", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &wishes.frame_marker, N_("tell tests when a frame is complete"), NULL },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("present", argc, argv, entries, 1, 2, &code);
	if (words)
		code = run(words, &wishes);
	g_free(wishes.theme);
	g_free(wishes.config);
	g_free(wishes.now);
	return code;
}
