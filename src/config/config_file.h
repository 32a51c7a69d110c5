/*
 * The files a person writes: board, theme, import map, settings. The only code that includes libconfig.
 * Every loader reads the whole file, reports every fault (unknown keys with "did you mean"), and gives NULL/false if
 * there was any. Safe with hostile files (LIMITS.md B3): size capped at 1 MiB before parsing, regular files only,
 * UTF-8 checked, integers range-checked, @include confined to the file's own folder and below.
 */
#ifndef DAIS_CONFIG_FILE_H
#define DAIS_CONFIG_FILE_H

#include <stdbool.h>
#include "base/role.h"
#include "config/fault.h"
#include "domain/board.h"
#include "domain/import_map.h"

struct board *board_file_load(const char *path, GPtrArray *faults);
/* The same; what is no fault but leaves a reader without an answer (a state or finding that nothing explains) goes to warnings. */
struct board *board_file_check(const char *path, GPtrArray *faults, GPtrArray *warnings);
struct import_map *map_file_load(const char *path, GPtrArray *faults);
bool theme_file_load(const char *path, struct theme *theme, GPtrArray *faults);

/* Which of the three a file is, by its top-level keys: "board", "theme", "map", or NULL with a fault. */
const char *config_file_kind(const char *path, GPtrArray *faults);

/* WCAG 2 contrast ratio (1..21) of two xterm-256 palette colours; COLOR_NONE gives 0 (unknown). */
double theme_contrast(int fg, int bg);
/* One line per role of a theme: name, colours, ratio, "ok" or the limit it misses. Adds a fault for each miss.
 * Borders, axis, limit and chart glyphs need 3; text needs theme->minimum_contrast. g_free. */
char *theme_report(const struct theme *theme, const char *path, GPtrArray *faults);

/* The data that lie beside the running program: data/ of a build that was not installed, ../share/dais of an
 * installation, wherever that was moved to. NULL when there are none; g_free. */
char *data_folder_beside_program(void);
/* Where the translations are; g_free. */
char *data_locale_folder(void);

/* Finds an installed file by name ("dark" in "themes" -> .../themes/dark.conf): $DAIS_DATA_DIR, then beside the program,
 * then the folder that configure chose. A name with a slash or a dot is a path already. NULL when there is none; g_free. */
char *data_file(const char *folder, const char *name, const char *extension);
/* Names (without extension) of all installed files of a folder, sorted; g_strfreev. */
char **data_file_names(const char *folder, const char *extension);

#endif
