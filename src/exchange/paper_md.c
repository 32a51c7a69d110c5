/* A paper as Markdown. */
#include <string.h>
#include "base/text.h"
#include "exchange/paper_format.h"

/* What could be read as markup or as HTML is escaped; g_free. */
static char *md(const char *text)
{
	g_autofree char *clean = text_clean(text ? text : "", -1, TEXT_CLEAN_LINE);
	GString *out = g_string_new(NULL);
	for (const char *p = clean; *p; p++) {
		bool start = p == clean && strchr("#+-=>", *p);
		bool number = (*p == '.' || *p == ')') && p > clean && g_ascii_isdigit(p[-1]) && strspn(clean, "0123456789") == (size_t) (p - clean);
		if (start || number || strchr("\\`*_{}[]<>|!~&$", *p))
			g_string_append_c(out, '\\');
		g_string_append_c(out, *p);
	}
	return g_string_free(out, FALSE);
}

static void line(FILE *out, const char *before, const char *text, const char *after)
{
	g_autofree char *safe = md(text);
	fprintf(out, "%s%s%s", before, safe, after);
}

static void row(FILE *out, const struct block *block, gboolean first)
{
	guint n = g_strv_length(block->cells);
	for (guint i = 0; i < n; i++)
		line(out, i ? " " : "| ", block->cells[i], " |");
	fputc('\n', out);
	if (!first)
		return;
	for (guint i = 0; i < n; i++)
		fputs(i ? " --- |" : "| --- |", out);
	fputc('\n', out);
}

static void fact(FILE *out, const struct block *block)
{
	g_autofree char *label = md(block->label), *text = md(block->text);
	fprintf(out, "- **%s:** %s\n", label, text);
}

static void put_block(FILE *out, const struct block *block, gboolean first_row)
{
	switch (block->kind) {
	case BLOCK_TITLE: line(out, "# ", block->text, "\n\n"); break;
	case BLOCK_HEADING: line(out, "\n## ", block->text, "\n\n"); break;
	case BLOCK_SUBHEADING: line(out, "\n### ", block->text, "\n\n"); break;
	case BLOCK_TEXT: line(out, "", block->text, "\n\n"); break;
	case BLOCK_FACT: fact(out, block); break;
	case BLOCK_MARK: line(out, "**", block->text, "**\n\n"); break;
	case BLOCK_LIST: for (char **cell = block->cells; *cell; cell++) line(out, "- ", *cell, "\n"); break;
	case BLOCK_ROW: row(out, block, first_row); break;
	}
}

void paper_write_md(FILE *out, const struct paper *paper)
{
	enum block_kind before = BLOCK_TITLE;
	for (guint i = 0; i < paper->blocks->len; i++) {
		const struct block *block = paper->blocks->pdata[i];
		if (block->kind != before && (before == BLOCK_ROW || before == BLOCK_FACT || before == BLOCK_LIST || block->kind == BLOCK_ROW))
			fputc('\n', out);
		put_block(out, block, before != BLOCK_ROW || i == 0);
		before = block->kind;
	}
}
