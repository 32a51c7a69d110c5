/* Installed files by name. */
#include <string.h>

#include "config/config_file.h"

static char *existing(char *path)
{
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		return path;
	g_free(path);
	return NULL;
}

/* The folder that the running program lies in; NULL where the system does not tell. */
static char *program_folder(void)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
	return program ? g_path_get_dirname(program) : NULL;
}

char *data_folder_beside_program(void)
{
	g_autofree char *program = program_folder();
	g_autofree char *stamp = program ? existing(g_build_filename(program, "data", "stamp", NULL)) : NULL;
	if (stamp)
		return g_path_get_dirname(stamp);
	return program ? existing(g_build_filename(program, "..", "share", "dais", NULL)) : NULL;
}

char *data_locale_folder(void)
{
	const char *chosen = g_getenv("DAIS_DATA_DIR");
	g_autofree char *staged = chosen ? existing(g_build_filename(chosen, "locale", NULL)) : NULL;
	if (staged)
		return g_steal_pointer(&staged);
	g_autofree char *beside = data_folder_beside_program();
	char *locale = beside ? existing(g_build_filename(beside, "locale", NULL)) : NULL;
	if (!locale && beside)
		locale = existing(g_build_filename(beside, "..", "locale", NULL));
	return locale ? locale : g_strdup(LOCALEDIR);
}

/* Folders that may hold a kind of file, in order: the user's choice (a source tree keeps some in fixtures/), what lies
 * beside the program, then where they were installed. NULL-terminated; g_strfreev. */
static char **data_folders(const char *folder)
{
	const char *chosen = g_getenv("DAIS_DATA_DIR");
	g_autofree char *beside = data_folder_beside_program();
	GPtrArray *folders = g_ptr_array_new();
	if (folder == NULL)
		folder = "";
	if (chosen != NULL && *chosen != '\0') {
		g_ptr_array_add(folders, g_build_filename(chosen, folder, NULL));
		g_ptr_array_add(folders, g_build_filename(chosen, "fixtures", folder, NULL));
	}
	if (beside)
		g_ptr_array_add(folders, g_build_filename(beside, folder, NULL));
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
