/*
 * The text of a configuration file with its includes put in place, and where each line of it came from. Only regular
 * files of at most 1 MiB in all, of valid UTF-8, are read; an include stays in the folder of the first file or below.
 */
#ifndef DAIS_CONFIG_SOURCE_H
#define DAIS_CONFIG_SOURCE_H

#include <glib.h>
#include <stdbool.h>

struct source {
	char *path;              /* of the first file */
	GString *text;
	GPtrArray *files;        /* char *: names as shown in faults */
	GArray *spans;           /* runs of lines from one file */
};

/* Reads; every fault is told. False: there is nothing to parse. Clear it in either case. */
bool source_load(struct source *source, const char *path, GPtrArray *faults);
/* The same for a text in memory, which may not include anything. */
bool source_load_text(struct source *source, const char *name, const char *text, gsize length, GPtrArray *faults);
void source_clear(struct source *source);
/* The file and line behind a line of the text. */
const char *source_place(const struct source *source, int line, int *file_line);

#endif
