/* Installed files by name. */
#include <string.h>

#include "config/config_file.h"

/* Folders that may hold a kind of file, in order: the user's choice (a source tree keeps some in fixtures/), then where
 * they were installed. NULL-terminated; g_strfreev. */
static char **data_folders(const char *folder)
{
	const char *chosen = g_getenv("DAIS_DATA_DIR");
	GPtrArray *folders = g_ptr_array_new();
	if (folder == NULL)
		folder = "";
	if (chosen != NULL && *chosen != '\0') {
		g_ptr_array_add(folders, g_build_filename(chosen, folder, NULL));
		g_ptr_array_add(folders, g_build_filename(chosen, "fixtures", folder, NULL));
	}
	g_ptr_array_add(folders, g_build_filename(PKGDATADIR, folder, NULL));
	g_ptr_array_add(folders, NULL);
	return (char **) g_ptr_array_free(folders, FALSE);
}

char *data_file(const char *folder, const char *name, const char *extension)
{
	if (strpbrk(name, "/.") != NULL)
		return g_file_test(name, G_FILE_TEST_EXISTS) ? g_strdup(name) : NULL;
	g_auto(GStrv) folders = data_folders(folder);
	g_autofree char *base = g_strconcat(name, ".", extension, NULL);
	for (unsigned i = 0; folders[i] != NULL; i++) {
		g_autofree char *path = g_build_filename(folders[i], base, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			return g_steal_pointer(&path);
	}
	return NULL;
}

static void add_names(GPtrArray *names, const char *folder, const char *suffix)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *entry;
	while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL) {
		if (!g_str_has_suffix(entry, suffix) || *entry == '.')
			continue;
		g_autofree char *name = g_strndup(entry, strlen(entry) - strlen(suffix));
		if (strchr(name, '.') == NULL && !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
			g_ptr_array_add(names, g_steal_pointer(&name));
	}
}

static gint name_compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

char **data_file_names(const char *folder, const char *extension)
{
	GPtrArray *names = g_ptr_array_new();
	g_auto(GStrv) folders = data_folders(folder);
	g_autofree char *suffix = g_strconcat(".", extension, NULL);
	for (unsigned i = 0; folders[i] != NULL; i++)
		add_names(names, folders[i], suffix);
	g_ptr_array_sort(names, name_compare);
	g_ptr_array_add(names, NULL);
	return (char **) g_ptr_array_free(names, FALSE);
}
