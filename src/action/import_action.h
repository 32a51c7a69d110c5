/*
 * Published data in: CSV files through a map, in one transaction. A killed or failing import changes nothing; a bad row never
 * stops the rest unless strict; whatever is odd is kept in the raw row, counted by reason and named by file and row.
 */
#ifndef DAIS_ACTION_IMPORT_ACTION_H
#define DAIS_ACTION_IMPORT_ACTION_H

#include "domain/board.h"
#include "domain/import_map.h"
#include "store/store.h"

struct import_options {
	bool dry_run;              /* everything but the commit */
	bool strict;               /* the first odd row stops it: nothing changes */
	instant_t now;
	/* Progress: bytes read of all bytes, or NULL. false interrupts (nothing changes). */
	bool (*progress)(gint64 done, gint64 total, void *data);
	void *data;
};

struct import_reason {
	char *text;                /* "closed before received: closed kept in the raw row only" */
	gint64 count;
	GPtrArray *places;         /* char *: "file:row 12" of the first 10 */
};
struct import_unknown {
	char *list, *word;         /* vocabulary and the word it does not know */
	gint64 count;
	char *line;                /* the line to add to the board file */
};
struct import_report {
	gint64 rows, cases_new, cases_known, allegations_new, force_new, duplicates, rows_known, open;
	bool nothing_new;          /* the same file was imported before: nothing was changed */
	char *note;                /* for instance when it was imported before */
	GPtrArray *reasons;        /* struct import_reason *, most frequent first */
	GPtrArray *unknown;        /* struct import_unknown * */
	GPtrArray *without_rows;   /* char *: cases of the first file that no row of a joined file names */
};
void import_report_free(struct import_report *report);
/* The report as text for a person; g_free. */
char *import_report_text(const struct import_report *report);

/* Imports paths (as many as the map has files, in its order). NULL with an error: then nothing changed. */
struct import_report *import_files(struct store *store, const struct board *board, const struct import_map *map,
	const char *const *paths, const struct import_options *options, GError **error);

/* Drafts a commented map by looking at headings and values of a CSV file (`dais map`). g_free. */
char *import_draft_map(const char *path, GError **error);

#endif
