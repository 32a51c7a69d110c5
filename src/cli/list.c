#include "cli/list.h"

#include <langinfo.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

static const struct list_thing *find_thing(const char *name, GError **error)
{
	const char *names[16] = { NULL };
	for (unsigned i = 0; list_things[i].name; i++) {
		if (!strcmp(list_things[i].name, name))
			return &list_things[i];
		names[i] = list_things[i].name;
	}
	const char *near = text_nearest(name, names);
	g_autofree char *all = g_strjoinv(", ", (char **) names);
	if (near)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' cannot be listed; did you mean '%s'?"), name, near);
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' cannot be listed; what can be is %s"), name, all);
	return NULL;
}

bool list_format(const char *name, enum table_format *format, GError **error)
{
	*format = name ? table_format_find(name) : TABLE_TEXT;
	if (*format == TABLE_FORMATS)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE,
			_("there is no format '%s'; the formats are table, csv and json"), name);
	return *format != TABLE_FORMATS;
}

static bool set_format(struct lister *lister, const struct list_thing *thing, const char *format, GError **error)
{
	if (!list_format(format, &lister->format, error))
		return false;
	if ((lister->filter || lister->sort) && !thing->filters)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE,
			_("--filter and --sort work with cases and allegations, not with %s; print it all (--format csv) and choose there"), thing->name);
	else if (lister->year && !thing->years)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--year works with attendance, not with %s"), thing->name);
	else if (lister->on != DAY_UNKNOWN && !thing->days)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--on works with seats, not with %s"), thing->name);
	else if (lister->body && !thing->bodies)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--body works with seats, recommendations and the docket, not with %s"), thing->name);
	else if (lister->year < 0 || lister->year > 9999)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--year takes a year such as 2024, not %d"), lister->year);
	else
		return true;
	return false;
}

/* The filter again with a caret under the mistake. */
static void show_mistake(const struct lister *lister)
{
	g_autofree char *before = g_strndup(lister->filter, lister->where);
	g_autofree char *clean = text_clean(before, -1, lister->ascii ? TEXT_ASCII : 0);
	g_autofree char *rest = text_clean(lister->filter + strlen(before), -1, lister->ascii ? TEXT_ASCII : 0);
	fprintf(stderr, "  %s%s\n  %*s^\n", clean, rest, text_width(clean), "");
}

static int print(struct lister *lister, const struct list_thing *thing)
{
	GError *error = NULL;
	lister->where = G_MAXUINT;
	bool good = thing->print(lister, &error);
	if (lister->table)
		table_end(lister->table);
	if (!good) {
		int code = cli_fail(error);
		if (lister->filter && lister->where != G_MAXUINT)
			show_mistake(lister);
		return code;
	}
	if (lister->rows == 0 && lister->format == TABLE_TEXT) {
		fprintf(stderr, "dais: %s\n", _(thing->none));
		list_hint(lister);
	}
	return cli_finish(lister->rows > 0 ? 0 : DAIS_ERROR_NOT_FOUND);
}

static int terminal_width(void)
{
	struct winsize size;
	return isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void list_open(struct lister *lister, struct store *store, const struct board *board, instant_t now)
{
	lister->store = store;
	lister->board = board;
	lister->lang = cli_language(board);
	lister->now = now;
	lister->today = instant_day(now, board->zone);
	lister->ascii = strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	lister->width = terminal_width();
}

static int run(struct lister *lister, char **words, const char *config, const char *format, const char *now_text)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	const struct list_thing *thing = find_thing(words[0], &error);
	if (!thing || !set_format(lister, thing, format, &error)
		|| !cli_open_database(words[1], config, STORE_READ, &store, &board, &error))
		return cli_fail(error);
	instant_t now = cli_now(now_text, board->zone, &error);
	if (error)
		return cli_fail(error);
	list_open(lister, store, board, now);
	if (lister->on == DAY_UNKNOWN)
		lister->on = lister->today;
	return print(lister, thing);
}

int cli_list(int argc, char **argv)
{
	g_autofree char *config = NULL, *filter = NULL, *sort = NULL, *format = NULL, *now = NULL, *body = NULL, *on = NULL;
	int year = 0;
	const GOptionEntry entries[] = {
		{ "filter", 'f', 0, G_OPTION_ARG_STRING, &filter,
			N_("only these, by the filter language: state:open district:north age:>180"), "EXPR" },
		{ "sort", 's', 0, G_OPTION_ARG_STRING, &sort, N_("order by this field; with - before it the other way round"),
			"KEY" },
		{ "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("table, csv or json (table)"), "NAME" },
		{ "year", 0, 0, G_OPTION_ARG_INT, &year, N_("attendance: of this year, not of the last recorded one"), N_("YEAR") },
		{ "body", 'b', 0, G_OPTION_ARG_STRING, &body, N_("seats, docket, recommendations: of this body only, by its id"), "ID" },
		{ "on", 0, 0, G_OPTION_ARG_STRING, &on, N_("seats: as they were on this day (today)"), N_("DATE") },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &config, N_("a board file other than the one the database names"),
			"BOARD" },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &now, N_("what counts as now: 2024-12-16T18:42"), "T" },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) words = cli_options("list", argc, argv, entries, 2, 2, &code);
	struct lister lister = { .filter = filter, .sort = sort, .year = year, .body = body, .on = on ? day_parse_iso(on) : DAY_UNKNOWN };
	if (words && on && lister.on == DAY_UNKNOWN) {
		GError *error = g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("--on takes a day such as 2024-06-30, not '%s'"), on);
		return cli_fail(error);
	}
	return words ? run(&lister, words, config, format, now) : code;
}

static bool shows(const struct lister *lister, const struct list_column *column)
{
	return lister->format != TABLE_TEXT || column->brief || (column->body && !lister->body && lister->board->bodies->len > 1);
}

void list_begin(struct lister *lister, const struct list_column *columns)
{
	unsigned n = 0;
	for (; columns->key; columns++)
		if (shows(lister, columns))
			lister->shown[n++] = (struct table_column) { .key = columns->key, .title = _(columns->title),
				.number = columns->number };
	lister->table = table_new(stdout, lister->format, lister->shown, n, lister->width, lister->ascii);
}

bool list_row(struct lister *lister, const struct list_column *columns, const char *const *values)
{
	const char *shown[LIST_COLUMNS_MAX];
	unsigned n = 0;
	for (unsigned i = 0; columns[i].key; i++)
		if (shows(lister, &columns[i]))
			shown[n++] = values[i];
	table_row(lister->table, shown);
	lister->rows++;
	return !ferror(stdout);
}

const char *list_word(const struct lister *lister, const char *body, const char *list, const char *word)
{
	if (!word || lister->format != TABLE_TEXT)
		return word;
	return board_label(lister->board, board_body(lister->board, body), list, word, lister->lang);
}
