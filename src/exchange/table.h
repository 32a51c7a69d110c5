/*
 * Rows for a person or a program: a heading and records, printed as aligned table, CSV or JSON. One writer, opened once and
 * fed row by row, so that a million rows stream; the table form measures the first 1,000 rows and clips later ones to that
 * where the width is limited, or lets them stick out where it is not.
 */
#ifndef DAIS_EXCHANGE_TABLE_H
#define DAIS_EXCHANGE_TABLE_H

#include <stdbool.h>
#include <stdio.h>

enum table_format { TABLE_TEXT, TABLE_CSV, TABLE_JSON, TABLE_FORMATS };
enum table_format table_format_find(const char *name);     /* "table", "csv", "json"; TABLE_FORMATS when unknown */

struct table_column { const char *key, *title; bool number; };   /* key: CSV heading and JSON member; number: right-aligned, bare in JSON */
struct table;
/* width: cells of the terminal for TABLE_TEXT, 0 unlimited. ascii: for terminals without UTF-8. */
struct table *table_new(FILE *out, enum table_format format, const struct table_column *columns, unsigned n, int width, bool ascii);
void table_row(struct table *table, const char *const *values);    /* n values; NULL is empty, null in JSON */
void table_end(struct table *table);                               /* writes what is due and frees */

#endif
