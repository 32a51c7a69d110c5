/* dais minutes FILE: the minutes of a meeting, or its vote matrix, from the journal. */
#include "cli/cli.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "cli/language.h"
#include "cli/meeting_arg.h"
#include "domain/minutes.h"
#include "exchange/minutes_json.h"
#include "exchange/paper_format.h"
#include "model/meeting_model.h"

struct wishes { char *format, *config, *lang; gboolean matrix; };

static int write_paper(const struct meeting *meeting, const struct board *board, const struct wishes *wishes, const char *lang)
{
	const char *name = wishes->format ? wishes->format : "text";
	if (!strcmp(name, "json") && !wishes->matrix) {
		minutes_json_write(stdout, meeting);
		return cli_finish(0);
	}
	const struct paper_format *format = paper_format_find(name);
	if (!format)
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, wishes->matrix ? _("--format takes text, html or md for the matrix, not '%s'")
			: _("--format takes text, html, md or json, not '%s'"), name));
	g_autoptr(paper_t) paper = wishes->matrix ? minutes_matrix(meeting, board, lang) : minutes_paper(meeting, board, lang);
	format->write(stdout, paper);
	return cli_finish(0);
}

static int run(char **words, const struct wishes *wishes)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!cli_open_database(words[0], wishes->config, STORE_READ, &store, &board, &error))
		return cli_fail(error);
	if (wishes->lang && !cli_language_check(board, wishes->lang, &error))
		return cli_fail(error);
	if (wishes->lang)
		cli_speak(wishes->lang);
	id_t64 id = meeting_arg(store, words[1], board->zone, true, &error);
	struct meeting_model *model = id ? meeting_model_load(store, board, id, 0, &error) : NULL;
	if (!model)
		return cli_fail(error);
	int code;
	if (model->broken)
		code = cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_DATA, _("%s: %s; no minutes are made from it. See dais verify"), words[0], model->broken));
	else
		code = write_paper(model->meeting, board, wishes, wishes->lang ? wishes->lang : cli_language(board));
	meeting_model_free(model);
	return code;
}

int cli_minutes(int argc, char **argv)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "format", 0, 0, G_OPTION_ARG_STRING, &wishes.format, N_("text, html, md or json"), N_("FORMAT") },
		{ "matrix", 0, 0, G_OPTION_ARG_NONE, &wishes.matrix, N_("one page: seats by motions instead of the minutes"), NULL },
		{ "lang", 0, 0, G_OPTION_ARG_STRING, &wishes.lang, N_("the language of the paper: en, es"), N_("LANG") },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("minutes", argc, argv, entries, 1, 2, &code);
	if (words)
		code = run(words, &wishes);
	g_free(wishes.format);
	g_free(wishes.config);
	g_free(wishes.lang);
	return code;
}
