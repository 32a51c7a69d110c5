/* dais render FILE: any screen as text or picture, without a terminal. */
#include "cli/cli.h"

#include <langinfo.h>
#include <string.h>
#include <unistd.h>
#include "app/app.h"
#include "app/present.h"
#include "base/error.h"
#include "base/i18n.h"

struct wishes {
	char *config, *screen, *size, *format, *filter, *keys, *theme, *now;
	gboolean ascii, color, confidential;
};

static bool parse_size(const char *text, int *w, int *h, GError **error)
{
	char rest;
	if (text && (sscanf(text, "%dx%d%c", w, h, &rest) != 2 || *w < 1 || *h < 1 || *w > 1000 || *h > 1000)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE,
			_("--size %s: write columns x rows, each 1 to 1000, for example 120x40"), text);
		return false;
	}
	return true;
}

static char *print_canvas(const struct canvas *canvas, const struct wishes *wishes, const struct theme *theme,
	GError **error)
{
	if (!wishes->format || strcmp(wishes->format, "text") == 0)
		return wishes->color ? canvas_to_ansi(canvas, theme, 256) : canvas_to_text(canvas, true);
	if (strcmp(wishes->format, "svg") == 0)
		return canvas_to_svg(canvas, theme);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--format takes text or svg, not '%s'"), wishes->format);
	return NULL;
}

static bool draw_dashboard(struct store *store, const struct board *board, const struct wishes *wishes, const struct theme *theme, instant_t now,
	struct canvas *canvas, GError **error)
{
	struct app_options options = { .lang = cli_language(board), .now = now, .theme = theme, .paper = true };
	struct app *app = app_new(store, board, &options);
	/* Twice: the first frame tells the size, on which paging and loading by keys depend. */
	bool good = app_goto(app, wishes->screen ? wishes->screen : "overview", wishes->filter, error) &&
		app_draw(app, canvas, error) &&
		(!wishes->confidential || app_type(app, "X", error)) && (!wishes->keys || app_type(app, wishes->keys, error)) &&
		app_draw(app, canvas, error);
	app_free(app);
	return good;
}

/* The projector is no screen of the dashboard: it has no keys, no filter and nothing confidential. */
static bool draw_projector(struct store *store, const struct board *board, const struct wishes *wishes, instant_t now, struct canvas *canvas, GError **error)
{
	struct present_options options = { .lang = cli_language(board), .now = now };
	if (!wishes->filter && !wishes->keys && !wishes->confidential)
		return present_draw(store, board, &options, canvas, error);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--screen projector takes no --filter, --keys or --confidential: it shows what is public and nothing else"));
	return false;
}

static char *draw(struct store *store, const struct board *board, const struct wishes *wishes, const struct theme *theme, instant_t now, GError **error)
{
	int w = 80, h = 24;
	if (!parse_size(wishes->size, &w, &h, error))
		return NULL;
	bool ascii = wishes->ascii || (strcmp(nl_langinfo(CODESET), "UTF-8") != 0 && g_strcmp0(wishes->format, "svg") != 0);
	struct canvas *canvas = canvas_new(w, h, ascii);
	bool good = g_strcmp0(wishes->screen, "projector") == 0 ? draw_projector(store, board, wishes, now, canvas, error)
		: draw_dashboard(store, board, wishes, theme, now, canvas, error);
	char *text = good ? print_canvas(canvas, wishes, theme, error) : NULL;
	canvas_free(canvas);
	return text;
}

static int render_words(const char *path, const struct wishes *wishes)
{
	GError *error = NULL;
	struct store *store = NULL;
	struct board *board = NULL;
	struct theme theme;
	if (!cli_theme(wishes->theme, NULL, &theme, &error) ||
			!cli_open_database(path, wishes->config, STORE_READ, &store, &board, &error))
		return cli_fail(error);
	g_autofree char *text = NULL;
	instant_t now = wishes->now ? cli_now(wishes->now, board->zone, &error) : 0;
	if (!error)
		text = draw(store, board, wishes, &theme, now, &error);
	store_free(store);
	board_free(board);
	if (error)
		return cli_fail(error);
	fputs(text, stdout);
	return cli_finish(0);
}

int cli_render(int argc, char **argv)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "screen", 0, 0, G_OPTION_ARG_STRING, &wishes.screen, N_("overview, cases, trends, agenda, meeting, members, recommendations or projector"), N_("NAME") },
		{ "size", 0, 0, G_OPTION_ARG_STRING, &wishes.size, N_("columns and rows (80x24)"), N_("CxR") },
		{ "format", 0, 0, G_OPTION_ARG_STRING, &wishes.format, N_("text or svg"), N_("FORMAT") },
		{ "ascii", 0, 0, G_OPTION_ARG_NONE, &wishes.ascii, N_("only ASCII characters"), NULL },
		{ "color", 0, 0, G_OPTION_ARG_NONE, &wishes.color, N_("text with colours (escape sequences)"), NULL },
		{ "filter", 0, 0, G_OPTION_ARG_STRING, &wishes.filter, N_("show only matching cases"), N_("EXPR") },
		{ "keys", 0, 0, G_OPTION_ARG_STRING, &wishes.keys, N_("press these keys first: jj<Enter>"), N_("KEYS") },
		{ "theme", 0, 0, G_OPTION_ARG_STRING, &wishes.theme, N_("colours: a theme's name or file"), N_("NAME") },
		{ "confidential", 0, 0, G_OPTION_ARG_NONE, &wishes.confidential, N_("show narratives and persons too"), NULL },
		{ "config", 0, 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("board file, instead of the one the database names"),
			N_("BOARD") },
		{ "now", 0, 0, G_OPTION_ARG_STRING, &wishes.now, N_("take this for the present time: 2024-12-16T18:42"), N_("TIME") },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("render", argc, argv, entries, 1, 1, &code);
	if (words)
		code = render_words(words[0], &wishes);
	char *all[] = { wishes.config, wishes.screen, wishes.size, wishes.format, wishes.filter, wishes.keys,
		wishes.theme, wishes.now };
	for (unsigned i = 0; i < G_N_ELEMENTS(all); i++)
		g_free(all[i]);
	return code;
}
