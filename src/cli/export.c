/* dais export FILE: held meetings with their motions and votes, for others to read. */
#include "cli/cli.h"

#include <glib/gstdio.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "exchange/export_json.h"
#include "model/meeting_model.h"
#include "store/journal_store.h"

struct wishes { char *format, *out, *config; };
struct held { GPtrArray *models, *meetings; unsigned open; };       /* meetings borrow from models; open: not adjourned yet */

static void held_clear(struct held *held)
{
	g_ptr_array_unref(held->models);
	g_ptr_array_unref(held->meetings);
}

static bool load_one(struct held *held, struct store *store, const struct board *board, id_t64 id, GError **error)
{
	struct meeting_model *model = meeting_model_load(store, board, id, 0, error);
	if (!model)
		return false;
	g_ptr_array_add(held->models, model);
	if (model->broken)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: %s; nothing is exported from it. See dais verify"), store_path(store), model->broken);
	else if (model->meeting->phase == PHASE_ADJOURNED)
		g_ptr_array_add(held->meetings, model->meeting);
	else
		held->open++;
	return !model->broken;
}

static bool load(struct held *held, struct store *store, const struct board *board, GError **error)
{
	g_autoptr(GArray) ids = journal_store_meetings(store, error);
	bool good = ids != NULL;
	for (guint i = 0; good && i < ids->len; i++)
		good = load_one(held, store, board, g_array_index(ids, id_t64, i), error);
	if (good && !held->meetings->len)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: no meeting was held and recorded, so there is nothing to export"), store_path(store));
	return good && held->meetings->len;
}

/* "pob/2024-12-16T18:00" as the name of a file. */
static char *file_name(const char *folder, const char *key)
{
	g_autofree char *name = g_strconcat(key, ".json", NULL);
	for (char *p = name; *p; p++)
		if (!g_ascii_isalnum(*p) && !strchr("-_.", *p))
			*p = '-';
	return g_build_filename(folder, name, NULL);
}

static bool put_file(const char *path, const char *text, GError **error)
{
	g_autoptr(GError) failed = NULL;
	if (g_file_set_contents(path, text, -1, &failed))
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s could not be written: %s"), path, failed->message);
	return false;
}

/* A document a meeting. */
static bool put_folder(const char *folder, const struct export_format *format, const struct board *board, const GPtrArray *all, struct export_count *count, GError **error)
{
	for (guint i = 0; i < all->len; i++) {
		const struct export_meeting *one = all->pdata[i];
		g_autoptr(GPtrArray) alone = g_ptr_array_new();
		g_ptr_array_add(alone, (gpointer) one);
		g_autofree char *text = export_document(format, board, alone, count), *path = file_name(folder, one->key);
		if (!put_file(path, text, error))
			return false;
	}
	return true;
}

static bool put(const struct wishes *wishes, const struct export_format *format, const struct board *board, const GPtrArray *all, struct export_count *count, GError **error)
{
	if (wishes->out && g_file_test(wishes->out, G_FILE_TEST_IS_DIR))
		return put_folder(wishes->out, format, board, all, count, error);
	g_autofree char *text = export_document(format, board, all, count);
	if (wishes->out)
		return put_file(wishes->out, text, error);
	fputs(text, stdout);
	return true;
}

static void tell(const struct export_count *count, unsigned open)
{
	g_autofree char *sum = g_strdup_printf(_("%u meetings, %u motions, %u votes"), count->meetings, count->motions, count->votes);
	cli_warn(sum);
	if (count->recused) {
		g_autofree char *recused = g_strdup_printf(ngettext("%u recusal is written as 'not voting', for the format has no word for it; extras.choice says 'recuse'",
			"%u recusals are written as 'not voting', for the format has no word for them; extras.choice says 'recuse'", count->recused), count->recused);
		cli_warn(recused);
	}
	if (open) {
		g_autofree char *left = g_strdup_printf(ngettext("%u meeting that is not adjourned yet is left out", "%u meetings that are not adjourned yet are left out", open), open);
		cli_warn(left);
	}
}

static int run(const char *path, const struct wishes *wishes)
{
	GError *error = NULL;
	g_autoptr(store_t) store = NULL;
	g_autoptr(board_t) board = NULL;
	const struct export_format *format = export_format_find(wishes->format ? wishes->format : "");
	struct export_count count = { 0 };
	if (!wishes->format)
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("export needs --format: popolo or opencivic")));
	if (!format)
		return cli_fail(g_error_new(DAIS_ERROR, DAIS_ERROR_USAGE, _("--format takes popolo or opencivic, not '%s'"), wishes->format));
	if (!cli_open_database(path, wishes->config, STORE_READ, &store, &board, &error))
		return cli_fail(error);
	struct held held = { .models = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_model_free), .meetings = g_ptr_array_new() };
	bool good = load(&held, store, board, &error);
	g_autoptr(GPtrArray) all = good ? export_meetings(board, held.meetings) : NULL;
	good = good && put(wishes, format, board, all, &count, &error);
	if (good)
		tell(&count, held.open);
	held_clear(&held);
	return good ? cli_finish(0) : cli_fail(error);
}

int cli_export(int argc, char **argv)
{
	struct wishes wishes = { 0 };
	const GOptionEntry entries[] = {
		{ "format", 0, 0, G_OPTION_ARG_STRING, &wishes.format, N_("popolo or opencivic"), N_("FORMAT") },
		{ "out", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.out, N_("a file, or a folder that is there: then a file for each meeting"), N_("PATH") },
		{ "config", 'c', 0, G_OPTION_ARG_FILENAME, &wishes.config, N_("board file, instead of the one the database names"), N_("BOARD") },
		{ .long_name = NULL },
	};
	int code = 0;
	g_auto(GStrv) words = cli_options("export", argc, argv, entries, 1, 1, &code);
	if (words)
		code = run(words[0], &wishes);
	g_free(wishes.format);
	g_free(wishes.out);
	g_free(wishes.config);
	return code;
}
