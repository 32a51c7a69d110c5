/* dais calendar FILE: the meetings to come, and what lays them out, adds, moves and cancels them. */
#include "cli/cli.h"

#include <inttypes.h>
#include "action/calendar_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/list.h"
#include "cli/meeting_arg.h"
#include "store/meeting_store.h"

enum { MONTHS_SHOWN = 3, MONTHS_MOST = 120 };

struct wishes {
	char *config, *format, *now, *until, *body;
	char *add, *move, *cancel;       /* a time, a meeting, a meeting */
	char *kind, *title, *place, *to, *why;
	gboolean lay_out;
};

struct desk { struct store *store; struct board *board; instant_t now; day_t until; bool people; };

/* --- wrong words --- */

static bool misfit(const char *option, const char *with, GError **error)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("%s goes with %s"), option, with);
	return false;
}

static bool fits(const struct wishes *wishes, GError **error)
{
	int changes = wishes->lay_out + (wishes->add != NULL) + (wishes->move != NULL) + (wishes->cancel != NULL);
	if (changes > 1) {
		g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("one thing at a time: --lay-out, --add, --move or --cancel"));
		return false;
	}
	if ((wishes->kind || wishes->title) && !wishes->add)
		return misfit(wishes->kind ? "--kind" : "--title", "--add", error);
	if (wishes->place && !wishes->add && !wishes->move)
		return misfit("--place", "--add, --move", error);
	if ((wishes->to != NULL) != (wishes->move != NULL))
		return misfit(wishes->to ? "--to" : "--move", wishes->to ? "--move" : "--to", error);
	if (wishes->why && !wishes->move && !wishes->cancel)
		return misfit("--why", "--move, --cancel", error);
	if ((wishes->move || wishes->cancel) && !wishes->why)
		return misfit(wishes->move ? "--move" : "--cancel", "--why", error);
	return true;
}

static bool read_time(const char *option, const char *text, const char *zone, instant_t *when, GError **error)
{
	if (meeting_begin_parse(text, zone, when))
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("%s %s is no time; write for example %s 2024-12-20T18:00"), option, text, option);
	return false;
}

static bool read_until(const struct wishes *wishes, struct desk *desk, GError **error)
{
	day_t today = instant_day(desk->now, desk->board->zone);
	desk->until = wishes->until ? day_parse_iso(wishes->until) : day_add_months(today, MONTHS_SHOWN);
	if (desk->until != DAY_UNKNOWN && desk->until >= today && desk->until <= day_add_months(today, MONTHS_MOST))
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--until takes a day of the next ten years, such as 2025-06-30, not '%s'"), wishes->until);
	return false;
}

/* --- changes --- */

/* The calendar that is printed reaches as far as what was changed. */
static bool tell(struct desk *desk, id_t64 id, const char *done, GError **error)
{
	struct meeting_record meeting = { 0 };
	if (!meeting_store_get(desk->store, id, &meeting, error))
		return false;
	const struct notice_rule *rule = board_notice(desk->board, board_body(desk->board, meeting.body), meeting.kind);
	bool open = !g_strcmp0(meeting.status, "planned");
	g_autofree char *when = instant_words(meeting.starts, desk->board->zone);
	g_autofree char *notice = open ? notice_words(desk->board, rule, meeting.starts, desk->now) : NULL;
	if (desk->people)
		cli_print(_("meeting %" PRId64 ", %s, %s: %s%s%s\n"), id, meeting_kind_label(meeting.kind), when, done, notice ? "; " : "", notice ? notice : "");
	desk->until = MAX(desk->until, instant_day(meeting.starts, desk->board->zone));
	meeting_record_clear(&meeting);
	return true;
}

static bool lay_out(struct desk *desk, const struct wishes *wishes, GError **error)
{
	g_autoptr(GArray) ids = calendar_lay_out(desk->store, desk->board, board_body(desk->board, wishes->body), desk->until, desk->now, error);
	char day[DAY_ISO_SIZE];
	if (ids && desk->people)
		cli_print(ngettext("%u meeting laid out until %s\n", "%u meetings laid out until %s\n", ids->len), ids->len, day_iso(desk->until, day));
	return ids != NULL;
}

/* Blank words are none: the papers print no empty line of them. */
static char *given(const char *words)
{
	return text_is_blank(words) ? NULL : g_strdup(words);
}

static bool add(struct desk *desk, const struct wishes *wishes, GError **error)
{
	struct meeting_record meeting = { .title = given(wishes->title), .place = given(wishes->place) };
	meeting.body = g_strdup(wishes->body ? wishes->body : ((const struct body *) desk->board->bodies->pdata[0])->id);
	meeting.kind = g_strdup(wishes->kind ? wishes->kind : meeting_kinds[MEETING_KIND_SPECIAL]);
	bool good = read_time("--add", wishes->add, desk->board->zone, &meeting.starts, error)
		&& calendar_add(desk->store, desk->board, &meeting, desk->now, error) && tell(desk, meeting.id, _("planned"), error);
	meeting_record_clear(&meeting);
	return good;
}

static struct calendar_hand hand_of(const struct desk *desk)
{
	return (struct calendar_hand) { .store = desk->store, .board = desk->board, .who = g_get_user_name(), .now = desk->now };
}

static bool move(struct desk *desk, const struct wishes *wishes, GError **error)
{
	const struct calendar_hand hand = hand_of(desk);
	instant_t to = 0;
	id_t64 id = meeting_arg(desk->store, wishes->move, desk->board->zone, false, error);
	return id && read_time("--to", wishes->to, desk->board->zone, &to, error)
		&& calendar_move(&hand, id, to, wishes->place, wishes->why, error) && tell(desk, id, C_("meeting", "moved"), error);
}

static bool cancel(struct desk *desk, const struct wishes *wishes, GError **error)
{
	const struct calendar_hand hand = hand_of(desk);
	id_t64 id = meeting_arg(desk->store, wishes->cancel, desk->board->zone, false, error);
	return id && calendar_cancel(&hand, id, wishes->why, error) && tell(desk, id, _("cancelled"), error);
}

static bool change(struct desk *desk, const struct wishes *wishes, GError **error)
{
	if (wishes->lay_out)
		return lay_out(desk, wishes, error);
	if (wishes->add)
		return add(desk, wishes, error);
	if (wishes->move)
		return move(desk, wishes, error);
	return !wishes->cancel || cancel(desk, wishes, error);
}

/* --- the calendar --- */

static int print(const struct desk *desk, const struct wishes *wishes, struct lister *lister)
{
	GError *error = NULL;
	/* A body that was added to is named; without a change it only chooses. */
	const char *body = wishes->add ? NULL : wishes->body;
	g_autoptr(GPtrArray) rows = calendar_model_load(desk->store, desk->board, body, instant_day(desk->now, desk->board->zone), desk->until, desk->now, &error);
	char day[DAY_ISO_SIZE];
	if (!rows)
		return cli_fail(error);
	list_calendar(lister, rows);
	table_end(lister->table);
	if (!rows->len && desk->people)
		fprintf(stderr, _("dais: no meeting until %s, and no series in the board file asks for one\n"), day_iso(desk->until, day));
	return cli_finish(rows->len ? 0 : DAIS_ERROR_NOT_FOUND);
}

static int run(const char *path, const struct wishes *wishes)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	bool writes = wishes->lay_out || wishes->add || wishes->move || wishes->cancel;
	struct lister lister = { 0 };
	if (!fits(wishes, &error) || !list_format(wishes->format, &lister.format, &error)
		|| !cli_open_database(path, wishes->config, writes ? STORE_WRITE : STORE_READ, &store, &board, &error))
		return cli_fail(error);
	struct desk desk = { .store = store, .board = board, .people = lister.format == TABLE_TEXT };
	desk.now = cli_now(wishes->now, board->zone, &error);
	if (error || (wishes->body && !board_named_body(board, wishes->body, &error)) || !read_until(wishes, &desk, &error) || !change(&desk, wishes, &error))
		return cli_fail(error);
	list_open(&lister, store, board, desk.now);
	return print(&desk, wishes, &lister);
}

int cli_calendar(int argc, char **argv)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "until", 0, 0, G_OPTION_ARG_STRING, &wishes.until, N_("up to this day (three months from now)"), N_("DATE") },
		{ "body", 0, 0, G_OPTION_ARG_STRING, &wishes.body, N_("only of this body; with --add whose meeting it is (the first of the board file)"), N_("BODY") },
		{ "lay-out", 0, 0, G_OPTION_ARG_NONE, &wishes.lay_out, N_("plan the meetings that the series of the board file ask for"), NULL },
		{ "add", 0, 0, G_OPTION_ARG_STRING, &wishes.add, N_("plan a meeting: 2024-12-20T18:00"), N_("TIME") },
		{ "kind", 0, 0, G_OPTION_ARG_STRING, &wishes.kind, N_("its kind: regular, special, emergency ... (special)"), N_("KIND") },
		{ "title", 0, 0, G_OPTION_ARG_STRING, &wishes.title, N_("its title"), N_("TITLE") },
		{ "place", 0, 0, G_OPTION_ARG_STRING, &wishes.place, N_("its place, also of one that is moved"), N_("PLACE") },
		{ "move", 0, 0, G_OPTION_ARG_STRING, &wishes.move, N_("move a meeting, by its day or number; it is posted anew then"), N_("MEETING") },
		{ "to", 0, 0, G_OPTION_ARG_STRING, &wishes.to, N_("the time it is moved to"), N_("TIME") },
		{ "cancel", 0, 0, G_OPTION_ARG_STRING, &wishes.cancel, N_("cancel a meeting, by its day or number"), N_("MEETING") },
		{ "why", 0, 0, G_OPTION_ARG_STRING, &wishes.why, N_("the reason of a move or cancellation, for the public"), N_("WORDS") },
		{ "format", 0, 0, G_OPTION_ARG_STRING, &wishes.format, N_("table, csv or json (table)"), N_("NAME") },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("a board file other than the one the database names"), N_("BOARD") },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &wishes.now, N_("what counts as now: 2024-12-16T18:42"), N_("T") },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("calendar", argc, argv, entries, 1, 1, &code);
	if (words)
		code = run(words[0], &wishes);
	char *texts[] = { wishes.config, wishes.format, wishes.now, wishes.until, wishes.body, wishes.add, wishes.move, wishes.cancel, wishes.kind, wishes.title,
		wishes.place, wishes.to, wishes.why };
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	return code;
}
