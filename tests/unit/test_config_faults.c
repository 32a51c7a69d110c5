/*
 * Every broken file of tests/config/ gives exactly the faults beside it in NAME.faults: places, words and order.
 * A file is a board, theme or map by the first part of its name. To renew the lists after a change of words, run with
 * UPDATE_FAULTS=1 and read the diff.
 */
#include <glib.h>
#include <string.h>
#include <unistd.h>

#include "config/config_file.h"

static void load(const char *name, GPtrArray *faults)
{
	if (g_str_has_prefix(name, "board-")) {
		g_autoptr(board_t) board = board_file_load(name, faults);
		g_assert_true((board == NULL) == (faults->len > 0));
	} else if (g_str_has_prefix(name, "map-")) {
		g_autoptr(import_map_t) map = map_file_load(name, faults);
		g_assert_true((map == NULL) == (faults->len > 0));
	} else {
		struct theme theme;
		g_assert_true(theme_file_load(name, &theme, faults) == (faults->len == 0));
	}
}

static void test_faults(gconstpointer data)
{
	const char *name = data;
	g_autoptr(GPtrArray) faults = faults_new();
	g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".conf")), *list = g_strconcat(stem, ".faults", NULL);
	g_autofree char *expected = NULL;
	load(name, faults);
	g_autofree char *got = faults_text(faults);
	if (g_getenv("UPDATE_FAULTS") != NULL)
		g_assert_true(g_file_set_contents(list, got, -1, NULL));
	g_assert_true(g_file_get_contents(list, &expected, NULL, NULL));
	g_assert_cmpstr(got, ==, expected);
	g_assert_cmpuint(faults->len, >, 0);
}

static gint name_compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	const char *top = g_getenv("top_srcdir");
	g_autofree char *folder = g_build_filename(top == NULL ? "." : top, "tests", "config", NULL);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *entry;
	g_assert_nonnull(dir);
	g_assert_cmpint(chdir(folder), ==, 0);
	while ((entry = g_dir_read_name(dir)) != NULL)
		if (g_str_has_suffix(entry, ".conf"))
			g_ptr_array_add(names, g_strdup(entry));
	g_ptr_array_sort(names, name_compare);
	g_assert_cmpuint(names->len, >, 0);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *path = g_strconcat("/config/faults/", names->pdata[i], NULL);
		g_test_add_data_func(path, names->pdata[i], test_faults);
	}
	return g_test_run();
}
