/* A paper as plain text, 80 cells wide. */
#include <string.h>
#include "base/text.h"
#include "exchange/paper_format.h"

enum { WIDTH = 80, COLUMNS_MOST = 64 };

static void put_wrapped(FILE *out, const char *first, const char *rest, const char *text)
{
	g_autofree char *clean = text_clean(text ? text : "", -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, WIDTH - text_width(first));
	for (guint i = 0; lines[i]; i++)
		fprintf(out, "%s%s\n", i ? rest : first, lines[i]);
}

static void put_underlined(FILE *out, const char *text, char line)
{
	g_autofree char *clean = text_clean(text ? text : "", -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, WIDTH);
	int width = 0;
	for (guint i = 0; lines[i]; i++) {
		fprintf(out, "%s\n", lines[i]);
		width = MAX(width, text_width(lines[i]));
	}
	for (int i = 0; i < width; i++)
		fputc(line, out);
	fputc('\n', out);
}

/* --- tables: rows that follow one another --- */

static char *cell_of(const struct block *row, guint column)
{
	return column < g_strv_length(row->cells) ? text_clean(row->cells[column], -1, TEXT_CLEAN_LINE) : g_strdup("");
}

/* Columns as wide as their widest cell; where that is too much the widest gives way. */
static guint measure(const GPtrArray *blocks, guint from, guint until, int widths[COLUMNS_MOST])
{
	guint columns = 0;
	int sum = 0;
	for (guint i = from; i < until; i++) {
		const struct block *row = blocks->pdata[i];
		guint n = MIN(g_strv_length(row->cells), COLUMNS_MOST);
		for (guint c = columns; c < n; c++)
			widths[c] = 0;
		columns = MAX(columns, n);
		for (guint c = 0; c < n; c++) {
			g_autofree char *cell = cell_of(row, c);
			widths[c] = MAX(widths[c], text_width(cell));
		}
	}
	for (guint c = 0; c < columns; c++)
		sum += widths[c] + 2;
	while (sum - 2 > WIDTH) {
		guint widest = 0;
		for (guint c = 1; c < columns; c++)
			widest = widths[c] > widths[widest] ? c : widest;
		widths[widest]--;
		sum--;
	}
	return columns;
}

/* A cell that is too long goes on in the lines below: nothing of a paper is cut. */
static void put_row(FILE *out, const struct block *row, const int *widths, guint columns)
{
	char **lines[COLUMNS_MOST];
	guint height = 1;
	for (guint c = 0; c < columns; c++) {
		g_autofree char *cell = cell_of(row, c);
		lines[c] = text_wrap(cell, MAX(widths[c], 1));
		height = MAX(height, g_strv_length(lines[c]));
	}
	for (guint l = 0; l < height; l++) {
		g_autoptr(GString) line = g_string_new(NULL);
		for (guint c = 0; c < columns; c++) {
			const char *part = l < g_strv_length(lines[c]) ? lines[c][l] : "";
			g_string_append_printf(line, "%s%*s", part, c + 1 < columns ? widths[c] + 2 - text_width(part) : 0, "");
		}
		fprintf(out, "%s\n", g_strchomp(line->str));
	}
	for (guint c = 0; c < columns; c++)
		g_strfreev(lines[c]);
}

static guint put_table(FILE *out, const GPtrArray *blocks, guint from)
{
	int widths[COLUMNS_MOST];
	guint until = from;
	while (until < blocks->len && ((const struct block *) blocks->pdata[until])->kind == BLOCK_ROW)
		until++;
	guint columns = measure(blocks, from, until, widths);
	for (guint i = from; i < until; i++)
		put_row(out, blocks->pdata[i], widths, columns);
	fputc('\n', out);
	return until;
}

static void put_fact(FILE *out, const struct block *block)
{
	g_autofree char *label = text_clean(block->label, -1, TEXT_CLEAN_LINE), *first = g_strdup_printf("  %s: ", label);
	if (text_width(first) > WIDTH / 2) {
		put_wrapped(out, "  ", "  ", block->label);
		put_wrapped(out, "    ", "    ", block->text);
	} else {
		put_wrapped(out, first, "    ", block->text);
	}
}

/* Facts belong to what stands above them; a sentence after them is about something else. */
static gboolean begins_anew(const struct block *block, const struct block *before)
{
	return before && block->kind == BLOCK_TEXT && (before->kind == BLOCK_FACT || before->kind == BLOCK_LIST);
}

static void put_rule(FILE *out)
{
	fputc('\n', out);
	for (int i = 0; i < WIDTH; i++)
		fputc('=', out);
	fputs("\n\n", out);
}

static void put_block(FILE *out, const struct block *block, gboolean first)
{
	switch (block->kind) {
	case BLOCK_TITLE: put_underlined(out, block->text, '='); fputc('\n', out); break;
	case BLOCK_HEADING: if (!first) fputc('\n', out); put_underlined(out, block->text, '-'); break;
	case BLOCK_SUBHEADING: fputc('\n', out); put_wrapped(out, "", "", block->text); break;
	case BLOCK_TEXT: put_wrapped(out, "  ", "  ", block->text); break;
	case BLOCK_FACT: put_fact(out, block); break;
	case BLOCK_PART: put_rule(out); break;
	case BLOCK_MARK: put_wrapped(out, "* ", "  ", block->text); break;
	case BLOCK_LIST: for (char **cell = block->cells; *cell; cell++) put_wrapped(out, "  - ", "    ", *cell); break;
	case BLOCK_ROW: break;
	}
}

void paper_write_text(FILE *out, const struct paper *paper)
{
	for (guint i = 0; i < paper->blocks->len;) {
		const struct block *block = paper->blocks->pdata[i];
		if (block->kind == BLOCK_ROW) {
			if (i && ((const struct block *) paper->blocks->pdata[i - 1])->kind == BLOCK_FACT)
				fputc('\n', out);
			i = put_table(out, paper->blocks, i);
			continue;
		}
		if (begins_anew(block, i ? paper->blocks->pdata[i - 1] : NULL))
			fputc('\n', out);
		put_block(out, block, i == 0);
		i++;
	}
}
