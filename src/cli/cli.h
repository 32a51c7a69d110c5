/*
 * Subcommands: one file each, one row in the table of main.c, which gives `dais --help`, the completions and the manual's
 * list. A handler gets its own words (argv[0] is the subcommand) and returns the exit code; it prints errors with cli_fail.
 */
#ifndef DAIS_CLI_CLI_H
#define DAIS_CLI_CLI_H

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include "base/date.h"
#include "base/role.h"
#include "domain/board.h"
#include "store/store.h"

struct cli_command {
	const char *name;
	const char *usage;       /* "FILE DATA... --map MAP [--dry-run]" */
	const char *summary;     /* one line */
	const char *example;     /* one worked example, with what it prints where that helps */
	int (*run)(int argc, char **argv);
};
extern const struct cli_command cli_commands[];       /* ends with a NULL name */
int cli_agenda(int argc, char **argv);
int cli_calendar(int argc, char **argv);
int cli_case(int argc, char **argv);
int cli_chart(int argc, char **argv);
int cli_check(int argc, char **argv);
int cli_demo(int argc, char **argv);
int cli_export(int argc, char **argv);
int cli_import(int argc, char **argv);
int cli_init(int argc, char **argv);
int cli_list(int argc, char **argv);
int cli_map(int argc, char **argv);
int cli_open(int argc, char **argv);                  /* dais FILE: the dashboard */
int cli_recommendation(int argc, char **argv);
int cli_render(int argc, char **argv);
int cli_present(int argc, char **argv);
int cli_minutes(int argc, char **argv);
int cli_notice(int argc, char **argv);
int cli_post(int argc, char **argv);
int cli_journal(int argc, char **argv);
int cli_replay(int argc, char **argv);
int cli_verify(int argc, char **argv);
int cli_keys(void);                                   /* dais --keys: the table of commands with their keys */

/*
 * Parses a subcommand's options with GLib: adds --help with the table's usage, summary and example; wrong words print
 * "dais NAME: ..." and exit code 2 in *code. Returns the remaining words (g_strfreev) or NULL when the command is over.
 */
char **cli_options(const char *name, int argc, char **argv, const GOptionEntry *entries, int least, int most, int *code);
/* Prints "dais: message" (cleaned for a terminal) to stderr, frees the error, gives its exit code. */
int cli_fail(GError *error);
/* Prints "dais: message" to stderr, cleaned for a terminal: what should be looked at, though the command goes on. */
void cli_warn(const char *message);
/* A day that was typed, "2025-01-31"; false with error where it is none. */
bool cli_day(const char *text, day_t *day, GError **error);
/* Now: the clock, or what --now gave ("2024-12-16T18:42"; in zone). */
instant_t cli_now(const char *now, const char *zone, GError **error);
/* Opens a database and its board file (config: --config, or NULL for the one the database names). */
bool cli_open_database(const char *path, const char *config, enum store_mode mode, struct store **store, struct board **board, GError **error);
/* The folder of the installed data with the board files that init --preset copies. */
#define PRESETS "presets"
/* Makes a database for a board file: config, or else a copy of this preset beside it, or else (both NULL) the example, which is
 * written beside it where no riverton.conf lies there; *written tells of a copy. Nothing that is there already is changed, and where
 * there is an error no copy is left behind. */
bool cli_create_database(const char *path, const char *config, const char *preset, instant_t now, struct store **store, struct board **board, bool *written, GError **error);
/* Removes a database that could not be completed, with the files SQLite keeps beside it. */
void cli_remove_database(const char *path);
/* The width for a "%-*s" that pads clean text to cells: printf counts bytes. */
int cli_pad(const char *text, int cells);
/* Prints to stdout, cleaned for a terminal: names of files and words of data may hold anything. */
void cli_print(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Progress of long work on stderr when that is a terminal, from half a second on. The step is a progress function as the
 * actions and csv_read take it; it gives false once the user has asked to stop (Ctrl-C). */
struct cli_progress { const char *unit; gint64 began, shown; int width; bool terminal; };
struct cli_progress cli_progress_start(const char *unit);     /* unit: "cases"; NULL: bytes */
bool cli_progress_step(gint64 done, gint64 total, void *progress);
void cli_progress_end(struct cli_progress *progress);

/* The theme of this name or file; NULL: the user's last choice, else by the terminal's background. */
bool cli_theme(const char *name, const char *state_path, struct theme *theme, GError **error);
/* The language for labels by LANG/LC_ALL: "en", "es"; the board's first when it has none of it. */
const char *cli_language(const struct board *board);
/* Flushes stdout; an error (full disk, /dev/full) is told and gives DAIS_ERROR_DATA; a closed pipe is quiet. */
int cli_finish(int code);

#endif
