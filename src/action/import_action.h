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
	/* Progress: bytes read of all bytes, or NULL. false interrupts (nothing changes). done > total: building the indexes. */
	bool (*progress)(gint64 done, gint64 total, void *data);
	void *data;
};

#define IMPORT_PLACES 10       /* how many places of a reason are named */

struct import_reason {
	char *text;                /* "Closed: before the day received; stored as unknown" */
	gint64 count;
	GPtrArray *places;         /* char *: "file:row 12: value" of the first IMPORT_PLACES */
};
struct import_unknown {
	char *list, *word;         /* vocabulary and the word it does not know */
	gint64 count;
	char *line;                /* the line to add to the board file */
};
struct import_report {
	gint64 rows;               /* records read, without heading lines */
	gint64 cases;              /* cases that the files name */
	gint64 cases_new, cases_known, cases_updated;
	gint64 allegations_new, allegations_updated, force_new, persons_new;
	gint64 duplicates;         /* exact repetitions within a file: kept, marked as copies */
	gint64 rows_known;         /* rows that an earlier import brought: not added again */
	gint64 skipped;            /* repeated headings and rows the map says to skip */
	gint64 open;               /* of the cases named */
	gint64 without_day;        /* of the cases named, those without a day received */
	bool no_end;               /* the map reads nothing that could close a case */
	gint64 force_numbers, force_pending;
	bool dry_run;
	bool nothing_new;          /* the same file was imported before: nothing was changed */
	char *title;               /* of the map */
	char *files;               /* base names, for the first line */
	char *board;               /* path of the board file, for the words to add */
	char *note;                /* for instance when it was imported before */
	GPtrArray *reasons;        /* struct import_reason *, most frequent first */
	GPtrArray *unknown;        /* struct import_unknown *, by list, most frequent first */
	GPtrArray *without_rows;   /* char *: cases of the first file that no row of a joined file names */
	GPtrArray *foreign;        /* char *: known cases brought by another map, which got rows now */
	char *foreign_map;         /* that map (of the first of them) */
};
typedef struct import_report import_report_t;
void import_report_free(struct import_report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(import_report_t, import_report_free)
/* The report as text for a person; words: all unknown words instead of the first dozen of each vocabulary. g_free. */
char *import_report_text(const struct import_report *report, bool words);

/* Imports paths (as many as the map has files, in its order). NULL with an error: then nothing changed. */
struct import_report *import_files(struct store *store, const struct board *board, const struct import_map *map,
	const char *const *paths, const struct import_options *options, GError **error);

/* Drafts a commented map by looking at headings and values of a CSV file (`dais map`). g_free. */
char *import_draft_map(const char *path, GError **error);

#endif
