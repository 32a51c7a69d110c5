#include "cli/cli.h"

#include "base/error.h"
#include "base/i18n.h"
#include "config/config_file.h"

struct init_words { char *config, *preset, *now; gboolean presets; };

/* Each preset with the body it is for. */
static int list_presets(void)
{
	g_auto(GStrv) names = data_file_names(PRESETS, "conf");
	for (unsigned i = 0; names[i]; i++) {
		g_autoptr(GPtrArray) faults = faults_new();
		g_autofree char *path = data_file(PRESETS, names[i], "conf");
		g_autoptr(board_t) board = board_file_load(path, faults);
		if (!board) {
			GError *error = NULL;
			faults_to_error(faults, &error);
			return cli_fail(error);
		}
		const struct body *body = board->bodies->pdata[0];
		const char *lang = cli_language(board);
		cli_print("%-18s %s, %s\n", names[i], labels_get(&body->name, lang), labels_get(&board->name, lang));
	}
	return cli_finish(names[0] ? 0 : 1);
}

static int make_database(const char *path, const struct init_words *words)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	bool written;
	instant_t now = cli_now(words->now, NULL, &error);
	if (error || !cli_create_database(path, words->config, words->preset, now, &store, &board, &written, &error))
		return cli_fail(error);
	if (written)
		cli_print(words->preset ? _("%s: the board file of the preset; change it to your rules\n")
			: _("%s: the example board file; change it to your rules\n"), board->path);
	cli_print(ngettext("%s: a new database for %s (%u body), by %s\n",
		"%s: a new database for %s (%u bodies), by %s\n", board->bodies->len),
		path, labels_get(&board->name, cli_language(board)), board->bodies->len, board->path);
	return cli_finish(0);
}

int cli_init(int argc, char **argv)
{
	struct init_words options = { .config = NULL };
	const GOptionEntry entries[] = {
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &options.config,
			N_("the board file; without it the example of Riverton is written beside FILE"), "BOARD" },
		{ "preset", 0, 0, G_OPTION_ARG_STRING, &options.preset,
			N_("the board file of another kind of body, written beside FILE: NAME is one of --presets"), "NAME" },
		{ "presets", 0, 0, G_OPTION_ARG_NONE, &options.presets, N_("list the presets, each with the body it is for"), NULL },
		{ "now", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &options.now, N_("what counts as now"), "T" },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("init", argc, argv, entries, 0, 1, &code);
	GError *error = NULL;
	if (words && (!options.presets == !words[0] || (options.config && options.preset)))
		g_set_error(&error, DAIS_ERROR, DAIS_ERROR_USAGE, !words[0] || options.presets
			? _("give either a database FILE to make or --presets; 'dais init --help' says more")
			: _("give either --config BOARD or --preset NAME: a database has one board file"));
	if (words)
		code = error ? cli_fail(error) : options.presets ? list_presets() : make_database(words[0], &options);
	g_free(options.config);
	g_free(options.preset);
	g_free(options.now);
	return code;
}
