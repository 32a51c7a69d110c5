/* dais journal FILE: the journal of a meeting, a line an event or as JSON; dais replay: the way back. */
#include "cli/cli.h"

#include <inttypes.h>
#include <string.h>
#include "action/record_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/language.h"
#include "cli/meeting_arg.h"
#include "domain/event_words.h"
#include "exchange/journal_json.h"
#include "model/meeting_model.h"
#include "store/journal_store.h"

static void print_lines(const struct meeting *meeting, const struct board *board)
{
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		int minutes = instant_minutes(event->at, meeting->zone), seconds = (int) ((event->at % 60 + 60) % 60);
		g_autofree char *words = event_words(meeting, event, board, cli_language(board)), *line = text_clean(words, -1, TEXT_CLEAN_LINE);
		cli_print("%4" G_GINT64_FORMAT "  %02d:%02d:%02d  %s\n", event->seq, minutes / 60, minutes % 60, seconds, line);
	}
	cli_print(_("head %s\n"), meeting->head);
}

/* As stored, so that it can be looked into; what is wrong with it is said beside it. */
static int print_json(struct store *store, id_t64 id)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	GError *error = NULL;
	g_autoptr(GPtrArray) events = journal_store_read(store, id, 0, &error);
	if (!events || !journal_json_write(stdout, events, &error))
		return cli_fail(error);
	for (guint i = 0; i < events->len && !error; i++)
		meeting_follow(meeting, events->pdata[i], &error);
	return error ? cli_fail(error) : cli_finish(0);
}

static int print_text(struct store *store, const struct board *board, id_t64 id)
{
	GError *error = NULL;
	struct meeting_model *model = meeting_model_load(store, board, id, 0, &error);
	if (!model)
		return cli_fail(error);
	print_lines(model->meeting, board);
	if (model->broken)
		error = g_error_new(DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s; what stands above is sound"), model->broken);
	meeting_model_free(model);
	return error ? cli_fail(error) : cli_finish(0);
}

int cli_journal(int argc, char **argv)
{
	g_autofree char *format = NULL, *config = NULL;
	const GOptionEntry entries[] = {
		{ "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text or json"), N_("FORMAT") },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("journal", argc, argv, entries, 1, 2, &code);
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!words)
		return code;
	if (format && strcmp(format, "text") && strcmp(format, "json"))
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("--format takes text or json, not '%s'"), format));
	if (!cli_open_database(words[0], config, STORE_READ, &store, &board, &error))
		return cli_fail(error);
	id_t64 id = meeting_arg(store, words[1], board->zone, true, &error);
	if (!id)
		return cli_fail(error);
	return g_strcmp0(format, "json") == 0 ? print_json(store, id) : print_text(store, board, id);
}

int cli_replay(int argc, char **argv)
{
	g_autofree char *into = NULL, *config = NULL;
	const GOptionEntry entries[] = {
		{ "into", 0, 0, G_OPTION_ARG_FILENAME, &into, N_("the database; made where there is none"), N_("FILE") },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &config, N_("the board file of a database that is made"), N_("BOARD") },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("replay", argc, argv, entries, 1, 1, &code);
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!words)
		return code;
	if (!into)
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("--into FILE is missing: the database that takes the meeting")));
	g_autoptr(GPtrArray) events = journal_json_read(words[0], &error);
	bool there = g_file_test(into, G_FILE_TEST_EXISTS), written;
	if (!events || !(there ? cli_open_database(into, config, STORE_WRITE, &store, &board, &error)
			: cli_create_database(into, config, NULL, events->len ? ((struct meeting_event *) events->pdata[0])->at : 0, &store, &board, &written, &error)))
		return cli_fail(error);
	id_t64 id = record_replay(store, events, &error);
	if (!id && !there) {
		g_clear_pointer(&store, store_free);
		cli_remove_database(into);
	}
	if (!id) {
		g_prefix_error(&error, _("%s: nothing was changed: "), words[0]);
		return cli_fail(error);
	}
	cli_print(ngettext("%s: meeting %" PRId64 " rebuilt from %u event\n", "%s: meeting %" PRId64 " rebuilt from %u events\n", events->len), into, id, events->len);
	return cli_finish(0);
}
