#include "exchange/table.h"

#include <string.h>
#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/json_text.h"

enum { MEASURED = 1000, GAP = 2, LEAST = 6 };

struct table {
	FILE *out;
	enum table_format format;
	const struct table_column *columns;
	unsigned n;
	int width;                 /* cells; 0 unlimited */
	bool ascii;
	int *cells;                /* width of each column, once measured */
	GPtrArray *held;           /* char **: cleaned rows waiting to be measured; NULL once they are out */
	gint64 rows;
};

enum table_format table_format_find(const char *name)
{
	static const char *const names[TABLE_FORMATS] = { [TABLE_TEXT] = "table", [TABLE_CSV] = "csv", [TABLE_JSON] = "json" };
	for (int i = 0; i < TABLE_FORMATS; i++)
		if (g_strcmp0(name, names[i]) == 0)
			return i;
	return TABLE_FORMATS;
}

struct table *table_new(FILE *out, enum table_format format, const struct table_column *columns, unsigned n, int width, bool ascii)
{
	struct table *table = g_new0(struct table, 1);
	*table = (struct table) { .out = out, .format = format, .columns = columns, .n = n, .width = width, .ascii = ascii };
	if (format == TABLE_TEXT) {
		table->cells = g_new0(int, n + 1);
		table->held = g_ptr_array_new_with_free_func((GDestroyNotify) g_strfreev);
	} else if (format == TABLE_CSV) {
		g_autofree const char **keys = g_new0(const char *, n + 1);
		for (unsigned i = 0; i < n; i++)
			keys[i] = columns[i].key;
		csv_write_row(out, keys, n, false);
	} else {
		fputs("[", out);
	}
	return table;
}

static char *clean_cell(const struct table *table, const char *value)
{
	return text_clean(value ? value : "", -1, table->ascii ? TEXT_ASCII : TEXT_CLEAN_LINE);
}

/* --- text --- */

/* Narrows the widest columns until the line fits; none below LEAST cells. */
static void fit_columns(struct table *table)
{
	int total = -GAP;
	for (unsigned i = 0; i < table->n; i++)
		total += table->cells[i] + GAP;
	while (table->width > 0 && total > table->width) {
		unsigned widest = 0;
		for (unsigned i = 1; i < table->n; i++)
			if (table->cells[i] >= table->cells[widest])
				widest = i;
		if (table->cells[widest] <= LEAST)
			return;
		table->cells[widest]--;
		total--;
	}
}

static void measure(struct table *table)
{
	for (unsigned i = 0; i < table->n; i++) {
		g_autofree char *title = clean_cell(table, table->columns[i].title);
		table->cells[i] = text_width(title);
		for (guint r = 0; r < table->held->len; r++) {
			char **row = g_ptr_array_index(table->held, r);
			table->cells[i] = MAX(table->cells[i], text_width(row[i]));
		}
	}
	fit_columns(table);
}

static void append_spaces(GString *line, int count)
{
	for (; count > 0; count--)
		g_string_append_c(line, ' ');
}

static void print_line(struct table *table, char *const *cells)
{
	g_autoptr(GString) line = g_string_new(NULL);
	for (unsigned i = 0; i < table->n; i++) {
		g_autofree char *text = table->width > 0 ? text_clip(cells[i], table->cells[i], table->ascii ? "~" : "…") : g_strdup(cells[i]);
		int pad = table->cells[i] - text_width(text);
		append_spaces(line, i > 0 ? GAP : 0);
		append_spaces(line, table->columns[i].number ? pad : 0);
		g_string_append(line, text);
		append_spaces(line, table->columns[i].number ? 0 : pad);
	}
	while (line->len > 0 && line->str[line->len - 1] == ' ')
		g_string_truncate(line, line->len - 1);
	fprintf(table->out, "%s\n", line->str);
}

static char **clean_cells(const struct table *table, const char *const *values)
{
	char **cells = g_new0(char *, table->n + 1);
	for (unsigned i = 0; i < table->n; i++)
		cells[i] = clean_cell(table, values[i]);
	return cells;
}

static void flush_held(struct table *table)
{
	if (!table->held)
		return;
	measure(table);
	g_auto(GStrv) titles = g_new0(char *, table->n + 1);
	for (unsigned i = 0; i < table->n; i++)
		titles[i] = clean_cell(table, table->columns[i].title);
	print_line(table, titles);
	for (guint r = 0; r < table->held->len; r++)
		print_line(table, g_ptr_array_index(table->held, r));
	g_clear_pointer(&table->held, g_ptr_array_unref);
}

static void text_row(struct table *table, const char *const *values)
{
	char **cells = clean_cells(table, values);
	if (!table->held) {
		print_line(table, cells);
		g_strfreev(cells);
		return;
	}
	g_ptr_array_add(table->held, cells);
	if (table->held->len == MEASURED)
		flush_held(table);
}

/* --- JSON --- */

static void json_row(struct table *table, const char *const *values)
{
	g_autoptr(GString) line = g_string_new(table->rows > 0 ? ",\n{" : "\n{");
	for (unsigned i = 0; i < table->n; i++) {
		if (i > 0)
			g_string_append(line, ", ");
		json_text_append(line, table->columns[i].key);
		g_string_append(line, ": ");
		if (!values[i])
			g_string_append(line, "null");
		else if (table->columns[i].number && json_text_is_number(values[i]))
			g_string_append(line, values[i]);
		else
			json_text_append(line, values[i]);
	}
	g_string_append_c(line, '}');
	fputs(line->str, table->out);
}

void table_row(struct table *table, const char *const *values)
{
	if (table->format == TABLE_TEXT)
		text_row(table, values);
	else if (table->format == TABLE_CSV)
		csv_write_row(table->out, values, table->n, false);
	else
		json_row(table, values);
	table->rows++;
}

void table_end(struct table *table)
{
	if (table->format == TABLE_TEXT)
		flush_held(table);
	else if (table->format == TABLE_JSON)
		fputs(table->rows > 0 ? "\n]\n" : "]\n", table->out);
	g_free(table->cells);
	g_free(table);
}
