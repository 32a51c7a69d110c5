/* dais import: published data into a database, with its report on stdout and its progress on a terminal's stderr. */
#include "cli/cli.h"

#include <string.h>
#include "action/import_action.h"
#include "action/votes_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "config/config_file.h"

static struct import_map *load_map(const char *name, GError **error)
{
	g_autofree char *path = data_file("maps", name, "conf");
	if (!path) {
		g_auto(GStrv) names = data_file_names("maps", "conf");
		g_autofree char *list = names[0] ? g_strjoinv(", ", names) : g_strdup(_("none (is DAIS_DATA_DIR right?)"));
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, strpbrk(name, "/.") ? _("there is no file '%s'; installed maps: %s")
			: _("there is no map '%s'; installed are: %s. A file is named with its folder or ending (./my.conf); "
			"dais map DATA.csv drafts one"), name, list);
		return NULL;
	}
	g_autoptr(GPtrArray) faults = faults_new();
	struct import_map *map = map_file_load(path, faults);
	if (!map)
		faults_to_error(faults, error);
	return map;
}

static bool check_database(const char *path, GError **error)
{
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("there is no database '%s' yet; make it first: dais init %s --config BOARD.conf "
		"(without --config it gets the example board, which you can change later)"), path, path);
	return false;
}

struct choices {
	char *map, *config, *now;
	gboolean dry_run, strict, words;
};

static struct import_report *import_words(char **words, const struct choices *choices, struct cli_progress *progress, GError **error)
{
	struct store *store = NULL;
	struct board *board = NULL;
	struct import_report *report = NULL;
	g_autoptr(import_map_t) map = NULL;
	if (!check_database(words[0], error) || !(map = load_map(choices->map, error)))
		return NULL;
	if (!cli_open_database(words[0], choices->config, STORE_WRITE, &store, &board, error))
		return NULL;
	GError *problem = NULL;
	struct import_options options = { .dry_run = choices->dry_run, .strict = choices->strict,
		.now = cli_now(choices->now, board->zone, &problem), .progress = cli_progress_step, .data = progress };
	if (problem)
		g_propagate_error(error, problem);
	else if (store_read_only(store))
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: nothing can be imported: %s"), words[0], store_read_only(store));
	else
		report = import_files(store, board, map, (const char *const *) words + 1, &options, error);
	store_free(store);
	board_free(board);
	return report;
}

static void print_lines(const char *heading, const GPtrArray *lines)
{
	if (lines->len)
		cli_print("%s\n", heading);
	for (guint i = 0; i < lines->len; i++)
		cli_print("  %s\n", (const char *) lines->pdata[i]);
}

static void print_odd(const char *heading, const GPtrArray *odd, bool result)
{
	bool any = false;
	for (guint i = 0; i < odd->len; i++) {
		const struct published_odd *one = odd->pdata[i];
		if (one->result != result)
			continue;
		if (!any)
			cli_print("%s\n", heading);
		any = true;
		cli_print(ngettext("  %u time \"%s\":\n", "  %u times \"%s\":\n", one->count), one->count, one->word);
		for (guint p = 0; p < one->places->len; p++)
			cli_print("    %s\n", (const char *) one->places->pdata[p]);
		if (one->count > one->places->len)
			cli_print("    ...\n");
	}
}

static void print_votes(const struct votes_report *report)
{
	cli_print(_("%u meetings (%u known already), %u items, %u motions with a result (%u failed), %u votes by name\n"), report->meetings, report->known, report->rows,
		report->motions, report->failed, report->votes);
	cli_print(_("By the rules of the board %u results are as published, %u are not; %u were published without names\n"), report->agree, report->disagreements->len, report->unnamed);
	print_lines(_("Not as published:"), report->disagreements);
	print_lines(_("Imported before with other contents, and left as they were:"), report->changed);
	print_lines(_("Here already, recorded or from another source, and left out:"), report->recorded);
	print_odd(_("Answers that the map does not know. They are kept as published and count as no answer. Add each to the map's aye, nay,\n"
		"abstain, recuse, absent or blank, and import into a new database:"), report->odd, false);
	print_odd(_("Votes by name with a result that the map does not know. The names and the result are kept as published, and no motion is\n"
		"made of them. Add a word of each to the map's outcomes, and import into a new database:"), report->odd, true);
}

/* A map of votes is another kind of import: meetings and journals instead of cases. */
static int import_votes(char **words, const struct choices *choices, const struct import_map *map)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!check_database(words[0], &error) || !cli_open_database(words[0], choices->config, STORE_WRITE, &store, &board, &error))
		return cli_fail(error);
	struct votes_report *report = votes_import(store, board, map, (const char *const *) words + 1,
		&(struct votes_options) { .dry_run = choices->dry_run, .strict = choices->strict }, &error);
	if (!report)
		return cli_fail(error);
	print_votes(report);
	if (choices->dry_run)
		cli_print("%s", _("\nThis was a dry run: nothing was changed.\n"));
	votes_report_free(report);
	return cli_finish(0);
}

static void print_report(const struct import_report *report, const char *database, bool words)
{
	g_autofree char *text = import_report_text(report, words);
	cli_print("%s", text);
	if (report->dry_run || report->nothing_new)
		return;
	if (report->cases > 0)
		cli_print(_("\nTo see the cases: dais %s\n"), database);
	else if (report->force_new > 0)
		cli_print(_("\nTo see the reports of force: dais chart %s force, or dais list force %s\n"), database, database);
}

static int import_by(char **words, const struct choices *choices)
{
	if (!choices->map)
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("import needs --map: an installed map (detroit, philadelphia, "
			"rochester, new-orleans) or a file of your own, which 'dais map DATA.csv' drafts")));
	g_autoptr(GError) error = NULL;
	g_autoptr(import_map_t) votes = load_map(choices->map, &error);
	if (!votes)
		return cli_fail(g_steal_pointer(&error));
	if (votes->votes)
		return import_votes(words, choices, votes);
	struct cli_progress progress = cli_progress_start(NULL);
	g_autoptr(import_report_t) report = import_words(words, choices, &progress, &error);
	cli_progress_end(&progress);
	if (!report)
		return cli_fail(g_steal_pointer(&error));
	print_report(report, words[0], choices->words);
	return cli_finish(0);
}

int cli_import(int argc, char **argv)
{
	struct choices choices = { 0 };
	const GOptionEntry entries[] = {
		{ "map", 'm', 0, G_OPTION_ARG_FILENAME, &choices.map, N_("what the columns mean: an installed map or a file"), "MAP" },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &choices.config, N_("board file (default: the database's own)"), "BOARD" },
		{ "dry-run", 'n', 0, G_OPTION_ARG_NONE, &choices.dry_run, N_("do everything but keep nothing; prints the report"), NULL },
		{ "strict", 0, 0, G_OPTION_ARG_NONE, &choices.strict, N_("stop at the first odd row; nothing is imported"), NULL },
		{ "words", 0, 0, G_OPTION_ARG_NONE, &choices.words, N_("list every word that the board does not know"), NULL },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &choices.now, N_("take this as the present time (for tests)"), "TIME" },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("import", argc, argv, entries, 2, 100, &code);
	if (words)
		code = import_by(words, &choices);
	g_free(choices.map);
	g_free(choices.config);
	g_free(choices.now);
	return code;
}
