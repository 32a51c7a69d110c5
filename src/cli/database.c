/* Opening and making a database together with its board file. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include "action/init_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "config/config_file.h"

static struct board *load_board(const char *path, GError **error)
{
	g_autoptr(GPtrArray) faults = faults_new();
	struct board *board = board_file_load(path, faults);
	if (!board)
		faults_to_error(faults, error);
	return board;
}

/* The board file a database names; NULL with an error when it names none or the file is gone. */
static char *named_board(struct store *store, const char *path, GError **error)
{
	g_autofree char *board = init_board_path(store);
	if (board && g_file_test(board, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&board);
	if (board)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG,
			_("%s: the board file %s, which the database names, is not there; bring it back or give another "
			"with --config BOARD"), path, board);
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, _("%s names no board file; give one with --config BOARD"),
			path);
	return NULL;
}

bool cli_open_database(const char *path, const char *config, enum store_mode mode, struct store **store,
	struct board **board, GError **error)
{
	g_autoptr(store_t) opened = store_open(path, mode, error);
	if (!opened)
		return false;
	g_autofree char *file = config ? g_strdup(config) : named_board(opened, path, error);
	if (!file || !(*board = load_board(file, error)))
		return false;
	*store = g_steal_pointer(&opened);
	return true;
}

static bool write_all(int fd, const char *text, size_t length)
{
	while (length) {
		ssize_t n = write(fd, text, length);
		if (n < 0 && errno != EINTR)
			return false;
		text += MAX(n, 0);
		length -= (size_t) MAX(n, 0);
	}
	return true;
}

/* Writes a file that is not there yet, never through a link. */
static bool write_new(const char *path, const char *text, size_t length, GError **error)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	bool good = fd >= 0 && write_all(fd, text, length);
	int reason = errno;
	if (fd >= 0 && close(fd) != 0 && good) {
		good = false;
		reason = errno;
	}
	if (good)
		return true;
	if (fd >= 0)
		unlink(path);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s could not be written: %s"), path, g_strerror(reason));
	return false;
}

/* What an installed board file is called beside a database: as it is installed. */
static char *board_beside(const char *path, const char *installed)
{
	g_autofree char *folder = g_path_get_dirname(path), *name = g_path_get_basename(installed);
	return strcmp(folder, ".") ? g_build_filename(folder, name, NULL) : g_steal_pointer(&name);
}

static bool copy_new(const char *from, const char *to, GError **error)
{
	g_autofree char *text = NULL;
	gsize length;
	return g_file_get_contents(from, &text, &length, error) && write_new(to, text, length, error);
}

/* The board file beside a new database: the one that is there, else the example, written for the user to change. */
static char *example_board(const char *path, bool *written, GError **error)
{
	g_autofree char *board = board_beside(path, "riverton.conf"), *example = data_file("", "riverton", "conf");
	if (g_file_test(board, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&board);
	if (!example) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG,
			_("the example board file riverton.conf is not installed; give a board file with --config BOARD"));
		return NULL;
	}
	*written = copy_new(example, board, error);
	return *written ? g_steal_pointer(&board) : NULL;
}

/* A preset, written beside the database; never over a file that somebody may have changed. */
static char *preset_board(const char *path, const char *preset, bool *written, GError **error)
{
	g_auto(GStrv) names = data_file_names(PRESETS, "conf");
	if (!g_strv_contains((const char *const *) names, preset)) {
		g_autofree char *all = g_strjoinv(", ", names);
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("there is no preset '%s'; there are: %s"), preset, all);
		return NULL;
	}
	g_autofree char *installed = data_file(PRESETS, preset, "conf"), *board = board_beside(path, installed);
	if (g_file_test(board, G_FILE_TEST_EXISTS)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA,
			_("%s is there already and is left as it is; to use it, give --config %s instead of --preset"), board, board);
		return NULL;
	}
	*written = copy_new(installed, board, error);
	return *written ? g_steal_pointer(&board) : NULL;
}

bool cli_create_database(const char *path, const char *config, const char *preset, instant_t now, struct store **store,
	struct board **board, bool *written, GError **error)
{
	*written = false;
	if (g_file_test(path, G_FILE_TEST_EXISTS)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA,
			_("%s is there already and is left as it is; give another name"), path);
		return false;
	}
	g_autofree char *file = config ? g_strdup(config) : preset ? preset_board(path, preset, written, error)
		: example_board(path, written, error);
	if (!file)
		return false;
	g_autoptr(board_t) loaded = load_board(file, error);
	if (!loaded || !(*store = init_database(path, file, now, error))) {
		if (*written)
			unlink(file);
		return false;
	}
	*board = g_steal_pointer(&loaded);
	return true;
}

void cli_remove_database(const char *path)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", "-notify", "-journal", ".head", ".clerk" };
	for (unsigned i = 0; i < G_N_ELEMENTS(suffixes); i++) {
		g_autofree char *name = g_strconcat(path, suffixes[i], NULL);
		unlink(name);
	}
}
