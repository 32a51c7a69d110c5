/* dais case FILE NUMBER: one case, its clocks and what may be done with it; with a verb: does it. */
#include "cli/cli.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include "action/case_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/clock.h"

struct look { const struct case_file *file; const struct board *board; const char *lang, *login; instant_t now; bool ledger; };

static const char *label_of(const struct look *look, const char *id)
{
	const struct state *state = workflow_state(look->file->view.workflow, id);
	return state ? labels_get(&state->label, look->lang) : id ? id : "?";
}

static char *time_words(const struct look *look, instant_t at)
{
	char day[DAY_ISO_SIZE];
	int minutes = instant_minutes(at, look->board->zone);
	return g_strdup_printf("%s %02d:%02d", day_iso(instant_day(at, look->board->zone), day), minutes / 60, minutes % 60);
}

static void print_head(const struct look *look)
{
	const struct case_view *view = &look->file->view;
	g_autofree char *assigned = case_assigned_words(view, look->lang);
	instant_t entered = case_entered(view);
	cli_print(_("Case %s: %s\n"), view->record->number, label_of(look, view->record->state));
	if (entered > INSTANT_LEAST) {
		g_autofree char *since = time_words(look, entered);
		cli_print(_("  since    %s\n"), since);
	}
	cli_print(_("  with     %s\n"), assigned ? assigned : _("nobody"));
}

static void print_ledger(const struct look *look, const struct clock_run *run)
{
	for (guint i = 0; i < run->lines->len; i++) {
		const struct clock_line *line = &g_array_index(run->lines, struct clock_line, i);
		g_autofree char *when = time_words(look, line->at), *words = clock_line_words(line, look->file->view.workflow, look->lang);
		cli_print("           %s  %s\n", when, words);
	}
}

static void print_clocks(const struct look *look)
{
	const struct case_view *view = &look->file->view;
	struct clock_facts facts = case_clock_facts(view);
	for (guint i = 0; view->workflow && i < view->workflow->clocks->len; i++) {
		const struct clock_rule *rule = view->workflow->clocks->pdata[i];
		struct clock_run run;
		char due[DAY_ISO_SIZE];
		clock_run_init(&run, rule, &facts, look->now);
		g_autofree char *words = clock_words(&run, look->board, look->now), *length = clock_length_words(rule);
		cli_print(_("  clock    %s: %s; %s%s%s\n"), labels_get(&rule->label, look->lang), length, words, run.due == DAY_UNKNOWN ? "" : _(", until "),
			day_iso(run.due, due));
		if (look->ledger)
			print_ledger(look, &run);
		clock_run_clear(&run);
	}
}

static void print_moves(const struct look *look)
{
	const struct case_view *view = &look->file->view;
	g_autoptr(GPtrArray) moves = case_moves(view);
	for (guint i = 0; i < moves->len; i++) {
		const struct move *move = moves->pdata[i];
		/* A reason can always be given with the move. */
		g_autofree char *missing = case_move_missing(view, move, look->login, "?");
		cli_print(missing ? _("  move     %s (%s): not now: %s\n") : _("  move     %s (%s)\n"), move->to, label_of(look, move->to), missing);
	}
}

static void print_history(const struct look *look)
{
	const struct case_view *view = &look->file->view;
	for (guint i = 0; i < look->file->events->len; i++) {
		const struct case_event *event = look->file->events->pdata[i];
		g_autofree char *when = time_words(look, event->when);
		g_autofree char *words = case_event_words(event, look->file->allegations, view->board, view->body, look->lang);
		cli_print("  %s  %s%s%s%s%s\n", when, words, event->why ? ": " : "", event->why ? event->why : "", event->who ? ", " : "",
			event->who ? event->who : "");
	}
}

/* The id of a case by its number, in whichever body has it; 0 with error. */
static id_t64 find_case(struct store *store, const struct board *board, const char *number, GError **error)
{
	for (guint i = 0; i < board->bodies->len; i++) {
		id_t64 id = case_store_find(store, ((const struct body *) board->bodies->pdata[i])->id, number);
		if (id)
			return id;
	}
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("there is no case %s; 'dais list cases FILE' lists them"), number);
	return 0;
}

static int show(struct store *store, const struct board *board, id_t64 id, instant_t now, bool ledger)
{
	GError *error = NULL;
	g_autoptr(case_file_t) file = case_file_load(store, board, id, true, &error);
	if (!file)
		return cli_fail(error);
	struct look look = { .file = file, .board = board, .lang = cli_language(board), .login = g_get_user_name(), .now = now, .ledger = ledger };
	print_head(&look);
	print_clocks(&look);
	print_moves(&look);
	print_history(&look);
	return cli_finish(0);
}

/* --- verbs --- */

/* What people type where the record uses another word. */
static enum case_event_kind verb_find(const char *verb)
{
	static const struct { const char *verb; enum case_event_kind kind; } others[] = {
		{ "move", ACT_STATE }, { "assign", ACT_ASSIGNED },
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(others); i++)
		if (!strcmp(others[i].verb, verb))
			return others[i].kind;
	return case_event_find(verb);
}

/* The words after the verb, in the order of what its kind needs. */
static bool read_act(struct case_act *act, char **words, GError **error)
{
	unsigned needs = case_event_needs(act->kind);
	char **word = words;
	if ((needs & CASE_NEEDS_STATE) && *word)
		act->to = *word++;
	if ((needs & CASE_NEEDS_ALLEGATION) && *word)
		act->allegation = (unsigned) strtoul(*word++, NULL, 10);
	if ((needs & (CASE_NEEDS_ALLEGATION | CASE_NEEDS_SIDE)) && *word)
		act->stage = *word++;
	if ((needs & CASE_NEEDS_CLOCK) && *word)
		act->clock = *word++;
	if ((needs & CASE_NEEDS_VALUE) && *word)
		act->value = *word++;
	if ((needs & CASE_NEEDS_DAY) && *word && !cli_day(*word++, &act->day, error))
		return false;
	if (*word)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is one word too many; a reason follows --why"), *word);
	return !*word;
}

static int act_on(struct store *store, const struct board *board, id_t64 id, char **words, const char *why, instant_t now)
{
	struct case_act act = { .kind = verb_find(words[0]), .why = why };
	GError *error = NULL;
	g_autofree char *undone = NULL;
	if (act.kind == ACT_UNDONE && !words[1]) {
		if (!case_undo(store, board, id, 0, why, g_get_user_name(), now, &undone, &error))
			return cli_fail(error);
		cli_print(_("taken back: %s\n"), undone);
		return cli_finish(0);
	}
	if (act.kind == CASE_ACTS || (case_event_needs(act.kind) & CASE_BY_PROGRAM))
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is nothing that is done to a case; see dais case --help"), words[0]));
	if (!read_act(&act, words + 1, &error) || !case_do(store, board, id, &act, g_get_user_name(), now, &error))
		return cli_fail(error);
	return show(store, board, id, now, false);
}

int cli_case(int argc, char **argv)
{
	g_autofree char *why = NULL, *config = NULL, *now_text = NULL;
	gboolean ledger = FALSE;
	const GOptionEntry entries[] = {
		{ "why", 0, 0, G_OPTION_ARG_STRING, &why, N_("the reason, kept with what is done"), N_("WORDS") },
		{ "clocks", 0, 0, G_OPTION_ARG_NONE, &ledger, N_("print the ledger of each clock"), NULL },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &now_text, N_("the time, instead of the clock's"), N_("TIME") },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("case", argc, argv, entries, 2, 7, &code);
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!words)
		return code;
	if (!cli_open_database(words[0], config, words[2] ? STORE_WRITE : STORE_READ, &store, &board, &error))
		return cli_fail(error);
	instant_t now = cli_now(now_text, board->zone, &error);
	id_t64 id = error ? 0 : find_case(store, board, words[1], &error);
	if (!id)
		return cli_fail(error);
	return words[2] ? act_on(store, board, id, words + 2, why, now) : show(store, board, id, now, ledger);
}
