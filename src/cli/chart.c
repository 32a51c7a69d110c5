#include "cli/chart.h"

#include <langinfo.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cli.h"
#include "config/config_file.h"
#include "model/trend.h"
#include "view/chart_view.h"

#define MONTHS_SHOWN 24

enum chart_format { FORMAT_TEXT, FORMAT_TABLE, FORMAT_WORDS, FORMAT_CSV, FORMAT_JSON, FORMAT_SVG, FORMATS };
static const char *const format_names[FORMATS + 1] = { "text", "table", "words", "csv", "json", "svg", NULL };
static const char *const style_names[CHART_STYLES + 1] = { "braille", "block", "ascii", NULL };

struct chart_words {
	char *filter, *format, *size, *style, *config, *theme, *body, *now;
	int months;
	gboolean ascii;
};

struct chart_order {          /* the words, understood */
	enum metric metric;
	enum chart_format format;
	struct chart_place place;
	int w, h;
	bool ascii;
};

/* The place of a word in a NULL-terminated list, or -1 with an error that names the nearest. */
static int choose(const char *what, const char *word, const char *const *list, GError **error)
{
	for (int i = 0; list[i]; i++)
		if (strcmp(list[i], word) == 0)
			return i;
	const char *near = text_nearest(word, list);
	g_autofree char *all = g_strjoinv(", ", (char **) list);
	if (near)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("unknown %s '%s'; did you mean '%s'? There are: %s"), what, word, near, all);
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("unknown %s '%s'; there are: %s"), what, word, all);
	return -1;
}

static int choose_metric(const char *word, GError **error)
{
	const char *ids[METRICS + 1] = { NULL };
	for (int i = 0; i < METRICS; i++)
		ids[i] = metric_info(i)->id;
	return choose(_("metric"), word, ids, error);
}

static bool read_size(const char *text, struct chart_order *order, GError **error)
{
	char junk;
	if (!text || (sscanf(text, "%4dx%4d%c", &order->w, &order->h, &junk) == 2 && order->w > 0 && order->h > 0 && order->w <= 1000 && order->h <= 1000))
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("'%s' is no size; write columns and rows, for example --size 100x30"), text);
	return false;
}

static bool understand(const struct chart_words *words, const char *metric, struct chart_order *order, GError **error)
{
	bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	int format = words->format ? choose(_("format"), words->format, format_names, error) : FORMAT_TEXT;
	int style = words->style ? choose(_("style"), words->style, style_names, error) : CHART_STYLE_BRAILLE;
	int which = format < 0 || style < 0 ? -1 : choose_metric(metric, error);
	*order = (struct chart_order) { .w = 80, .h = 24 };
	if (which < 0 || !read_size(words->size, order, error))
		return false;
	if (words->months < 0) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--months takes a number from 1, or 0 for all months"));
		return false;
	}
	order->metric = (enum metric) which;
	order->format = (enum chart_format) format;
	order->ascii = words->ascii || (!utf8 && format != FORMAT_SVG);
	order->place = (struct chart_place) { .style = order->ascii ? CHART_STYLE_ASCII : (enum chart_style) style, .limits = true };
	return true;
}

/* Loads the whole index and answers the filter. */
static bool answer_filter(struct case_index *index, struct case_query *query, const char *text, GError **error)
{
	GError *problem = NULL;
	g_autoptr(filter_t) filter = filter_parse(text, NULL, error);
	if (!filter)
		return false;
	case_query_set(query, filter);
	while (!problem && (!case_index_step(index, G_MAXINT, &problem) || !case_query_step(query, G_MAXINT, &problem)))
		;
	if (problem)
		g_propagate_error(error, problem);
	return !problem;
}

static const struct body *find_body(const struct board *board, const char *id, GError **error)
{
	const struct body *body = board_body(board, id);
	g_autofree const char **ids = g_new0(const char *, board->bodies->len + 1);
	for (guint i = 0; i < board->bodies->len; i++)
		ids[i] = ((const struct body *) board->bodies->pdata[i])->id;
	if (!body)
		choose(_("body"), id, ids, error);
	return body;
}

static struct chart *load(struct store *store, const struct board *board, const struct chart_words *words, enum metric metric, day_t today, GError **error)
{
	struct trend_request request = { .metric = metric, .months = words->months, .today = today, .lang = cli_language(board) };
	if (words->body && !(request.body = find_body(board, words->body, error)))
		return NULL;
	if (!words->filter)
		return trend_load(store, board, NULL, &request, error);
	struct case_index *index = case_index_new(store, board, today);
	struct case_query *query = case_query_new(index);
	struct chart *chart = NULL;
	if (answer_filter(index, query, words->filter, error)) {
		request.query = query;
		chart = trend_load(store, board, index, &request, error);
	}
	case_query_free(query);
	case_index_free(index);
	return chart;
}

/* --- printing --- */

static void print_notes(const struct chart *chart)
{
	for (guint i = 0; i < chart->notes->len; i++)
		cli_print("%s\n", (const char *) chart->notes->pdata[i]);
}

static void print_words(const struct chart *chart)
{
	g_autofree char *words = chart_words(chart);
	cli_print("%s\n%s", chart->title, words);
	print_notes(chart);
}

static void print_table(const struct chart *chart, bool ascii)
{
	cli_print(_("%s (%s)\n\n"), chart->title, chart->unit);
	chart_print_rows(chart, TABLE_TEXT, ascii);
	putchar('\n');
	print_notes(chart);
}

static bool print_svg(const struct chart *chart, const struct chart_order *order, const char *theme_name, GError **error)
{
	const char *name = theme_name ? theme_name : "light";
	g_autofree char *path = data_file("themes", name, "conf");
	g_autoptr(GPtrArray) faults = faults_new();
	struct theme theme;
	if (!path) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, _("there is no theme '%s'"), name);
		return false;
	}
	if (!theme_file_load(path, &theme, faults)) {
		faults_to_error(faults, error);
		return false;
	}
	struct canvas *canvas = canvas_new(order->w, order->h, order->ascii);
	struct rect all = { 0, 0, canvas->w, canvas->h };
	canvas_printf(canvas, all, 0, 0, canvas->w, ROLE_TITLE, "%s (%s)", chart->title, chart->unit);
	chart_view_draw(canvas, (struct rect) { 0, 2, canvas->w, canvas->h - 2 }, chart, &order->place, NULL, 0);
	g_autofree char *svg = canvas_to_svg(canvas, &theme);
	canvas_free(canvas);
	fputs(svg, stdout);
	return true;
}

static bool print_chart(const struct chart *chart, const struct chart_order *order, const struct chart_words *words, GError **error)
{
	g_autofree char *text = NULL;
	switch (order->format) {
	case FORMAT_TABLE: print_table(chart, order->ascii); break;
	case FORMAT_WORDS: print_words(chart); break;
	case FORMAT_CSV: chart_print_rows(chart, TABLE_CSV, false); break;
	case FORMAT_JSON: chart_print_rows(chart, TABLE_JSON, false); break;
	case FORMAT_SVG: return print_svg(chart, order, words->theme, error);
	default:
		text = chart_view_text(chart, order->w, order->h, &order->place, order->ascii);
		fputs(text, stdout);
	}
	return true;
}

static int list_metrics(void)
{
	int widest = 28;
	for (int i = 0; i < METRICS; i++)
		widest = MAX(widest, text_width(_(metric_info(i)->title)));
	for (int i = 0; i < METRICS; i++) {
		const char *title = _(metric_info(i)->title);
		cli_print("%-10s %-*s %s\n", metric_info(i)->id, cli_pad(title, widest), title, _(metric_info(i)->help));
	}
	return cli_finish(0);
}

static int run(char **files, const struct chart_words *words)
{
	struct chart_order order;
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	if ((files[1] && !understand(words, files[1], &order, &error)) ||
			!cli_open_database(files[0], words->config, STORE_READ, &store, &board, &error))
		return cli_fail(error);
	if (!files[1])
		return list_metrics();
	instant_t now = cli_now(words->now, board->zone, &error);
	g_autoptr(chart_t) chart = error ? NULL : load(store, board, words, order.metric, instant_day(now, board->zone), &error);
	if (!chart || !print_chart(chart, &order, words, &error))
		return cli_fail(error);
	return cli_finish(chart->n && chart->series->len ? 0 : DAIS_ERROR_NOT_FOUND);
}

int cli_chart(int argc, char **argv)
{
	struct chart_words words = { .months = MONTHS_SHOWN };
	const GOptionEntry entries[] = {
		{ "filter", 'f', 0, G_OPTION_ARG_STRING, &words.filter, N_("only the cases of a filter, as in the prompt: 'district:north force'"), "EXPR" },
		{ "months", 'm', 0, G_OPTION_ARG_INT, &words.months, N_("how many months, ending with the last that has data; 0 all (24)"), "N" },
		{ "format", 'F', 0, G_OPTION_ARG_STRING, &words.format, N_("text, table, words, csv, json or svg"), "NAME" },
		{ "size", 's', 0, G_OPTION_ARG_STRING, &words.size, N_("columns and rows of text and svg (80x24)"), "CxR" },
		{ "style", 0, 0, G_OPTION_ARG_STRING, &words.style, N_("glyphs of lines: braille, block or ascii"), "NAME" },
		{ "ascii", 0, 0, G_OPTION_ARG_NONE, &words.ascii, N_("plain characters only"), NULL },
		{ "body", 'b', 0, G_OPTION_ARG_STRING, &words.body, N_("only the cases of one body of the board file"), "ID" },
		{ "theme", 0, 0, G_OPTION_ARG_STRING, &words.theme, N_("colours of svg (light)"), "NAME" },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &words.config, N_("another board file than the database names"), "BOARD" },
		{ "now", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &words.now, N_("what counts as now"), "T" },
		{ .long_name = NULL },
	};
	int code;
	g_auto(GStrv) files = cli_options("chart", argc, argv, entries, 1, 2, &code);
	if (files)
		code = run(files, &words);
	g_free(words.filter);
	g_free(words.format);
	g_free(words.size);
	g_free(words.style);
	g_free(words.body);
	g_free(words.theme);
	g_free(words.config);
	g_free(words.now);
	return code;
}
