/* dais check FILE...: what a file is, and everything that is wrong with it. */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cli.h"
#include "config/config_file.h"

/* A number with its noun in the right form; the nouns stand whole so that they can be translated. */
#define counted(one, many, n) g_strdup_printf(ngettext(one, many, n), n)

static char *board_summary(const struct board *board)
{
	guint seats = 0, states = 0, terms = 0;
	for (guint i = 0; i < board->bodies->len; i++)
		seats += ((struct body *) board->bodies->pdata[i])->seats->len;
	for (guint i = 0; i < board->workflows->len; i++)
		states += ((struct workflow *) board->workflows->pdata[i])->states->len;
	for (guint i = 0; i < board->vocabularies->len; i++)
		terms += ((struct vocabulary *) board->vocabularies->pdata[i])->terms->len;
	guint n = g_strv_length(board->languages);
	g_autofree char *bodies = counted("%u body", "%u bodies", board->bodies->len);
	g_autofree char *sit = counted("%u seat", "%u seats", seats);
	g_autofree char *ways = counted("%u state", "%u states", states), *words = counted("%u word", "%u words", terms);
	g_autofree char *languages = counted("%u language", "%u languages", n);
	return g_strdup_printf("%s, %s, %s, %s, %s", bodies, sit, ways, words, languages);
}

static char *map_summary(const struct import_map *map)
{
	guint columns = 0;
	for (guint i = 0; i < map->files->len; i++)
		columns += ((struct map_file *) map->files->pdata[i])->columns->len;
	g_autofree char *files = counted("%u file", "%u files", map->files->len);
	g_autofree char *read = counted("%u column", "%u columns", columns);
	return g_strdup_printf("%s, %s", files, read);
}

static char *check_board(const char *path, GPtrArray *faults, GPtrArray *warnings)
{
	g_autoptr(board_t) board = board_file_check(path, faults, warnings);
	return board == NULL ? NULL : board_summary(board);
}

/* Prints the table of contrasts besides. */
static char *check_theme(const char *path, GPtrArray *faults, G_GNUC_UNUSED GPtrArray *warnings)
{
	struct theme theme;
	if (!theme_file_load(path, &theme, faults))
		return NULL;
	g_autofree char *report = theme_report(&theme, path, faults);
	fputs(report, stdout);
	return g_strdup_printf(_("%u roles, contrast of text at least %.1f"), (unsigned) ROLE_COUNT,
		theme.minimum_contrast);
}

static char *check_map(const char *path, GPtrArray *faults, G_GNUC_UNUSED GPtrArray *warnings)
{
	g_autoptr(import_map_t) map = map_file_load(path, faults);
	return map == NULL ? NULL : map_summary(map);
}

static const struct {
	const char *kind, *title;
	char *(*check)(const char *path, GPtrArray *faults, GPtrArray *warnings);
} kinds[] = {
	{ "board", N_("board file"), check_board },
	{ "theme", N_("theme"), check_theme },
	{ "map", N_("import map"), check_map },
};

static void print_sound(const char *name, const char *title, const char *summary, const GPtrArray *warnings)
{
	g_autofree char *text = faults_text(warnings), *count = counted("%u warning", "%u warnings", warnings->len);
	fputs(text, stdout);
	if (warnings->len == 0)
		printf(_("%s: %s, %s; no fault\n"), name, title, summary);
	else
		printf(_("%s: %s, %s; no fault, %s\n"), name, title, summary, count);
}

static bool check_file(const char *path)
{
	g_autoptr(GPtrArray) faults = faults_new(), warnings = faults_new();
	g_autofree char *name = text_clean(path, -1, TEXT_CLEAN_LINE), *summary = NULL;
	const char *kind = config_file_kind(path, faults), *title = _("not readable");
	for (unsigned i = 0; kind != NULL && i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(kinds[i].kind, kind) != 0)
			continue;
		title = _(kinds[i].title);
		summary = kinds[i].check(path, faults, warnings);
	}
	if (faults->len == 0) {
		print_sound(name, title, summary, warnings);
		return true;
	}
	g_autofree char *text = faults_text(faults), *faulty = counted("%u fault", "%u faults", faults->len);
	fputs(text, stdout);
	printf("%s: %s, %s\n", name, title, faulty);
	return false;
}

int cli_check(int argc, char **argv)
{
	int code = 0;
	g_auto(GStrv) paths = cli_options("check", argc, argv, NULL, 1, G_MAXINT, &code);
	for (unsigned i = 0; paths != NULL && paths[i] != NULL; i++)
		if (!check_file(paths[i]))
			code = DAIS_ERROR_CONFIG;
	return cli_finish(code);
}
