/* dais post FILE MEETING: posts the agenda of a meeting, if it is not too late. */
#include "cli/cli.h"

#include "action/agenda_action.h"
#include "base/i18n.h"
#include "cli/meeting_arg.h"
#include "store/meeting_store.h"

struct wishes { char *config, *now; };

static int post(struct store *store, const struct board *board, id_t64 meeting, instant_t now)
{
	struct meeting_record record = { 0 };
	GError *error = NULL;
	struct agenda_hand hand = { .store = store, .board = board, .meeting = meeting, .who = g_get_user_name(), .now = now, .follows = AGENDA_ANY };
	if (agenda_post(&hand, NULL, &error) != AGENDA_DONE || !meeting_store_get(store, meeting, &record, &error))
		return cli_fail(error);
	g_autofree char *starts = instant_words(record.starts, board->zone), *posted = instant_words(now, board->zone);
	cli_print(_("%s: the agenda of %s was posted %s by %s\n"), store_path(store), starts, posted, hand.who);
	meeting_record_clear(&record);
	return cli_finish(0);
}

static int run(char **words, const struct wishes *wishes)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!cli_open_database(words[0], wishes->config, STORE_WRITE, &store, &board, &error))
		return cli_fail(error);
	instant_t now = cli_now(wishes->now, board->zone, &error);
	id_t64 meeting = error ? 0 : meeting_arg(store, words[1], board->zone, false, &error);
	return meeting ? post(store, board, meeting, now) : cli_fail(error);
}

int cli_post(int argc, char **argv)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &wishes.now, N_("take this for the present time: 2024-12-16T18:42"), N_("TIME") },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("post", argc, argv, entries, 2, 2, &code);
	if (words)
		code = run(words, &wishes);
	g_free(wishes.config);
	g_free(wishes.now);
	return code;
}
