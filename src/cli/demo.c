#include "cli/cli.h"

#include <glib/gstdio.h>
#include <string.h>
#include "action/demo_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/demo_csv.h"

enum { DEFAULT_CASES = 900, DEFAULT_OPEN = 37 };

struct demo_words {
	gint64 cases, open, seed;
	char *now, *csv, *config;
};

static bool check_numbers(struct demo_words *words, GError **error)
{
	if (words->cases < 1 || words->cases > 100000000)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--cases takes a number from 1 to 100000000"));
	else if (words->open > words->cases)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--open cannot be more than --cases"));
	else {
		if (words->open < 0)
			words->open = words->cases * DEFAULT_OPEN / DEFAULT_CASES;
		return true;
	}
	return false;
}

static struct demo_options demo_options_of(const struct demo_words *words, instant_t now, const char *zone)
{
	return (struct demo_options) { .seed = (guint64) words->seed, .cases = words->cases, .open = words->open,
		.today = instant_day(now, zone) };
}

static int write_csv(const struct demo_words *words)
{
	GError *error = NULL;
	instant_t now = cli_now(words->now, NULL, &error);
	if (error)
		return cli_fail(error);
	struct demo_options options = demo_options_of(words, now, NULL);
	return demo_csv_write(words->csv, &options, &error) ? cli_finish(0) : cli_fail(error);
}

static int write_database(const char *path, const struct demo_words *words)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	bool written;
	/* The zone is the board's, which is known only then: a --now without zone is read again. */
	instant_t now = cli_now(words->now, NULL, &error);
	if (error || !cli_create_database(path, words->config, NULL, now, &store, &board, &written, &error))
		return cli_fail(error);
	now = cli_now(words->now, board->zone, &error);
	struct demo_options options = demo_options_of(words, now, board->zone);
	options.lang = cli_language(board);
	struct cli_progress progress = cli_progress_start(_("cases"));
	if (!demo_fill(store, board, &options, now, cli_progress_step, &progress, &error)) {
		cli_progress_end(&progress);
		g_clear_pointer(&store, store_free);
		cli_remove_database(path);
		return cli_fail(error);
	}
	cli_progress_end(&progress);
	char cases[28], open[28];
	cli_print(_("%s: %s invented cases, %s of them open. Look at them with:  dais %s\n"), path,
		text_number(options.cases, cases), text_number(options.open, open), path);
	return cli_finish(0);
}

int cli_demo(int argc, char **argv)
{
	struct demo_words options = { .cases = DEFAULT_CASES, .open = -1, .seed = 1 };
	const GOptionEntry entries[] = {
		{ "cases", 0, 0, G_OPTION_ARG_INT64, &options.cases, N_("how many cases (900)"), "N" },
		{ "open", 0, 0, G_OPTION_ARG_INT64, &options.open, N_("how many of them are open (37 of 900)"), "N" },
		{ "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed,
			N_("another seed gives other data; the same one the same (1)"), "N" },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &options.now, N_("the time the data end at: 2024-12-16T18:42 (now)"), "T" },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &options.config, N_("a board file other than the example"),
			"BOARD" },
		{ "csv", 0, 0, G_OPTION_ARG_FILENAME, &options.csv,
			N_("write cases.csv and force.csv into a folder instead of a database"), N_("DIR") },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("demo", argc, argv, entries, 0, 1, &code);
	GError *error = NULL;
	if (words && !options.csv == !words[0])
		g_set_error(&error, DAIS_ERROR, DAIS_ERROR_USAGE,
			_("give either a database FILE to make or --csv DIR; 'dais demo --help' says more"));
	if (words)
		code = error || !check_numbers(&options, &error) ? cli_fail(error)
			: options.csv ? write_csv(&options) : write_database(words[0], &options);
	g_free(options.now);
	g_free(options.csv);
	g_free(options.config);
	return code;
}
