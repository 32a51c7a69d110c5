#include "action/init_action.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *board_reference(const char *path, const char *board_path)
{
	g_autofree char *database = g_canonicalize_filename(path, NULL), *board = g_canonicalize_filename(board_path, NULL);
	g_autofree char *folder = g_path_get_dirname(database), *board_folder = g_path_get_dirname(board);
	return strcmp(folder, board_folder) ? g_steal_pointer(&board) : g_path_get_basename(board);
}

static bool note_facts(struct store *store, const char *reference, instant_t now, GError **error)
{
	g_autofree char *created = g_strdup_printf("%" G_GINT64_FORMAT, (gint64) now);
	if (!store_begin(store, error))
		return false;
	if (store_meta_set(store, "board", reference, error) && store_meta_set(store, "created", created, error)
		&& store_commit(store, error))
		return true;
	store_rollback(store);
	return false;
}

struct store *init_database(const char *path, const char *board_path, instant_t now, GError **error)
{
	g_autofree char *reference = board_reference(path, board_path);
	g_autoptr(store_t) store = store_open(path, STORE_CREATE, error);
	if (!store)
		return NULL;
	if (note_facts(store, reference, now, error))
		return g_steal_pointer(&store);
	g_clear_pointer(&store, store_free);
	g_unlink(path);
	return NULL;
}

char *init_board_path(struct store *store)
{
	g_autofree char *reference = store_meta_get(store, "board");
	if (!reference)
		return NULL;
	g_autofree char *folder = g_path_get_dirname(store_path(store));
	return g_path_is_absolute(reference) ? g_steal_pointer(&reference) : g_build_filename(folder, reference, NULL);
}
