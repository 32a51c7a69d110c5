#include "cli/cli.h"

#include "base/i18n.h"

int cli_init(int argc, char **argv)
{
	g_autofree char *config = NULL, *now_text = NULL;
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &config,
			N_("the board file; without it the example of Riverton is written beside FILE"), "BOARD" },
		{ "now", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &now_text, N_("what counts as now"), "T" },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("init", argc, argv, entries, 1, 1, &code);
	if (!words)
		return code;
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	bool written;
	instant_t now = cli_now(now_text, NULL, &error);
	if (error || !cli_create_database(words[0], config, now, &store, &board, &written, &error))
		return cli_fail(error);
	if (written)
		cli_print(_("%s: the example board file; change it to your rules\n"), board->path);
	cli_print(ngettext("%s: a new database for %s (%u body), by %s\n",
		"%s: a new database for %s (%u bodies), by %s\n", board->bodies->len),
		words[0], labels_get(&board->name, cli_language(board)), board->bodies->len, board->path);
	return cli_finish(0);
}
