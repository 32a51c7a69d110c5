/* dais recommendation FILE NUMBER: one recommendation and what became of it; with a verb: does it; --new: makes one. */
#include "cli/cli.h"

#include <string.h>
#include "action/recommendation_action.h"
#include "base/error.h"
#include "base/i18n.h"

struct look { const struct recommendation *one; const struct board *board; const char *lang; day_t today; };

static void print_head(const struct look *look)
{
	const struct recommendation *one = look->one;
	char day[DAY_ISO_SIZE];
	cli_print("%s: %s\n", one->number, one->field[RECOMMENDATION_FIELD_TITLE]);
	cli_print(_("  %s, made %s by %s\n"), recommendation_status_words(one->status), day_iso(one->made, day), one->of ? labels_get(&one->of->name, look->lang) : one->body ? one->body : "?");
	for (int field = 0; field < RECOMMENDATION_FIELDS; field++)
		if (one->field[field] && field != RECOMMENDATION_FIELD_TITLE)
			cli_print("  %s: %s\n", recommendation_field_title(field), one->field[field]);
}

static void print_due(const struct look *look)
{
	for (guint i = 0; i < look->one->due->len; i++) {
		const struct answer_due *due = &g_array_index(look->one->due, struct answer_due, i);
		bool asked = due->answer || (look->one->next && due >= look->one->next);
		g_autofree char *words = answer_due_words(due, look->board, look->one->of, look->lang, look->today);
		if (asked)
			cli_print("  %s\n", words);
	}
}

static void print_history(const struct look *look)
{
	for (guint i = 0; i < look->one->events->len; i++) {
		const struct recommendation_event *event = look->one->events->pdata[i];
		g_autofree char *words = recommendation_event_words(event, look->board, look->one->of, look->lang);
		char day[DAY_ISO_SIZE];
		cli_print("  %s  %s: %s%s%s\n", day_iso(instant_day(event->at, look->board->zone), day), event->who, words, event->why ? ": " : "", event->why ? event->why : "");
	}
}

static int show(const struct recommendation_hand *hand, const struct recommendation *one, GError *error)
{
	if (!one)
		return cli_fail(error);
	struct look look = { .one = one, .board = hand->board, .lang = cli_language(hand->board), .today = instant_day(hand->now, hand->board->zone) };
	print_head(&look);
	print_due(&look);
	print_history(&look);
	return cli_finish(0);
}

static int show_id(const struct recommendation_hand *hand, id_t64 id)
{
	GError *error = NULL;
	g_autoptr(recommendation_t) one = recommendation_find(hand, id, &error);
	return show(hand, one, error);
}

static int show_named(const struct recommendation_hand *hand, const char *body, const char *number)
{
	GError *error = NULL;
	g_autoptr(recommendation_t) one = recommendation_named(hand, body, number, &error);
	return show(hand, one, error);
}

/* --- verbs --- */

static bool take_field(const char *word, enum recommendation_field *field, GError **error)
{
	*field = recommendation_field_find(word);
	if (*field < RECOMMENDATION_FIELDS)
		return true;
	g_autofree char *all = g_strjoinv(", ", (char **) recommendation_field_names);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is nothing that is set; there are: %s"), word, all);
	return false;
}

/* The words after the verb, in the order of what it needs. */
static bool read_act(struct recommendation_do *act, char **words, GError **error)
{
	unsigned needs = recommendation_act_needs(act->act);
	char **word = words;
	if (needs & RECOMMENDATION_NEEDS_FIELD && *word && !take_field(*word++, &act->field, error))
		return false;
	if (needs & RECOMMENDATION_NEEDS_VALUE && *word)
		act->value = *word++;
	if (needs & RECOMMENDATION_TAKES_DAY && *word && !cli_day(*word++, &act->day, error))
		return false;
	if (*word)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is one word too many; a reason follows --why"), *word);
	return !*word;
}

static int act_on(const struct recommendation_hand *hand, const char *body, char **words, const char *why)
{
	struct recommendation_do act = { .act = recommendation_act_find(words[1]), .field = RECOMMENDATION_FIELDS, .day = DAY_UNKNOWN, .why = why };
	GError *error = NULL;
	g_autofree char *done = NULL;
	if (act.act == RECOMMENDATION_ACTS)
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is nothing that is done to a recommendation; see dais recommendation --help"), words[1]));
	g_autoptr(recommendation_t) one = recommendation_named(hand, body, words[0], &error);
	if (!one || !read_act(&act, words + 2, &error) || !recommendation_act(hand, one->id, &act, &done, &error))
		return cli_fail(error);
	if (act.act != RECOMMENDATION_UNDONE)
		return show_id(hand, one->id);
	cli_print("%s\n", done);
	return cli_finish(0);
}

/* --- a new one --- */

/* "owner=Chief of Police", into the array by field. */
static bool take_sets(char **sets, const char **fields, GError **error)
{
	for (; sets && *sets; sets++) {
		enum recommendation_field field;
		char *equals = strchr(*sets, '=');
		if (!equals) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--set takes NAME=VALUE, not '%s'"), *sets);
			return false;
		}
		*equals = '\0';
		if (!take_field(*sets, &field, error))
			return false;
		fields[field] = equals + 1;
	}
	return true;
}

/* The one that was named, or the only one. */
static const struct body *body_of(const struct board *board, const char *id, GError **error)
{
	if (!id && !board_body_meant(board, NULL)) {
		g_autofree char *all = board_body_ids(board);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("the board has several bodies; say which one recommends it with --body: %s"), all);
		return NULL;
	}
	return id ? board_named_body(board, id, error) : board_body_meant(board, NULL);
}

struct new_options { char *title, *number, *body, *day; char **sets; };

static int make(const struct recommendation_hand *hand, const struct new_options *options)
{
	const char *fields[RECOMMENDATION_FIELDS] = { NULL };
	GError *error = NULL;
	day_t made = instant_day(hand->now, hand->board->zone);
	const struct body *body = body_of(hand->board, options->body, &error);
	if (!body || !take_sets(options->sets, fields, &error) || (options->day && !cli_day(options->day, &made, &error)))
		return cli_fail(error);
	id_t64 id = recommendation_make(hand, body, options->number, options->title, made, fields, &error);
	return id ? show_id(hand, id) : cli_fail(error);
}

/* What is given to no use would be taken for done. */
static const char *useless_option(const struct new_options *options, const char *why, const char *verb)
{
	if (!options->title && (options->number || options->day || options->sets))
		return _("--number, --on and --set go with --new; the day of an answer follows it: answer accepted 2025-01-31");
	return why && !verb ? _("--why goes with what is done to a recommendation: note, answer, withdraw") : NULL;
}

int cli_recommendation(int argc, char **argv)
{
	g_autofree char *why = NULL, *config = NULL, *now_text = NULL, *title = NULL, *number = NULL, *body = NULL, *day = NULL;
	g_auto(GStrv) sets = NULL;
	const GOptionEntry entries[] = {
		{ "new", 0, 0, G_OPTION_ARG_STRING, &title, N_("make one: what is recommended, in a few words"), N_("TITLE") },
		{ "number", 0, 0, G_OPTION_ARG_STRING, &number, N_("with --new: its number, instead of the next one of the year"), N_("NUMBER") },
		{ "on", 0, 0, G_OPTION_ARG_STRING, &day, N_("with --new: the day on which it was made (today)"), N_("DATE") },
		{ "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sets, N_("with --new: what is known of it, owner=Chief; again for more"), N_("NAME=VALUE") },
		{ "body", 'b', 0, G_OPTION_ARG_STRING, &body, N_("of this body, by its id"), "ID" },
		{ "why", 0, 0, G_OPTION_ARG_STRING, &why, N_("the reason, kept with what is done"), N_("WORDS") },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &now_text, N_("the time, instead of the clock's"), N_("TIME") },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("recommendation", argc, argv, entries, 1, 6, &code);
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if (!words)
		return code;
	if (!words[1] == !title)
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("name a recommendation, or make one with --new; dais list recommendations shows them")));
	const struct new_options options = { .title = title, .number = number, .body = body, .day = day, .sets = sets };
	const char *useless = useless_option(&options, why, words[1] ? words[2] : NULL);
	if (useless)
		return cli_fail(g_error_new_literal(DAIS_ERROR, DAIS_ERROR_USAGE, useless));
	if (!cli_open_database(words[0], config, title || words[2] ? STORE_WRITE : STORE_READ, &store, &board, &error))
		return cli_fail(error);
	struct recommendation_hand hand = { .store = store, .board = board, .who = g_get_user_name(), .now = cli_now(now_text, board->zone, &error) };
	if (error)
		return cli_fail(error);
	if (title)
		return make(&hand, &options);
	return words[2] ? act_on(&hand, body, words + 1, why) : show_named(&hand, body, words[1]);
}
