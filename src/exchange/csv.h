/* CSV in and out. Reading goes through libcsv, with limits (LIMITS.md faults 32, 33) and places; writing follows RFC 4180. */
#ifndef DAIS_EXCHANGE_CSV_H
#define DAIS_EXCHANGE_CSV_H

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

#define CSV_FIELD_MAX (1024 * 1024)     /* bytes of one field */
#define CSV_RECORD_MAX (8 * 1024 * 1024)    /* bytes of all fields of a record, which the store keeps as one */
#define CSV_COLUMNS_MAX 1000

struct csv_row {
	gint64 number;             /* as a spreadsheet counts: 1 is the heading line; empty lines below it count, line breaks in quotes do not */
	gint64 line;               /* line of the file where it starts, from 1 */
	const char *const *field;  /* exact bytes, NUL-terminated besides; valid during the call */
	const size_t *length;
	unsigned n;
};
/* false stops the reading; then *error is the caller's business. */
typedef bool csv_row_func(const struct csv_row *row, void *data, GError **error);
/* Told now and then how many of the file's bytes were read; false stops with DAIS_ERROR_INTERRUPTED. NULL is fine. */
typedef bool csv_progress_func(gint64 done, gint64 total, void *data);

/* Reads a regular file. UTF-8 BOM is skipped; UTF-16, NUL bytes, an unclosed quote, an oversized field or record, or too many
 * columns end with DAIS_ERROR_DATA "file:line: ...". */
bool csv_read(const char *path, char separator, csv_row_func *row, csv_progress_func *progress, void *data, GError **error);

/* Writes one record: fields quoted where needed, CRLF-free ("\n"). A cell that a spreadsheet would run as a formula
 * (= + - @ TAB CR first, and their full-width forms) gets a leading apostrophe unless lossless. NULL is an empty field. */
void csv_write_row(FILE *out, const char *const *field, unsigned n, bool lossless);

#endif
