/* A paper as Markdown. */
#include <string.h>
#include "base/text.h"
#include "exchange/paper_format.h"

/* What could be read as markup or as HTML is escaped; g_free. */
static char *md(const char *text)
{
	g_autofree char *clean = g_strstrip(text_clean(text ? text : "", -1, TEXT_CLEAN_LINE));
	GString *out = g_string_new(NULL);
	for (const char *p = clean; *p; p++) {
		bool start = p == clean && strchr("+-=", *p);
		bool number = (*p == '.' || *p == ')') && p > clean && strspn(clean, "0123456789") == (size_t) (p - clean);
		if (start || number || strchr("\\`*_{}[]<>|!~&$#", *p))
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

/* A list belongs to the fact above it. */
static void list(FILE *out, const struct block *block, gboolean nested)
{
	for (guint i = 0; block->cells[i]; i++) {
		const char *address = paper_format_link(block, i), *cell = block->cells[i], *bullet = nested ? "  - " : "- ";
		if (!address) {
			line(out, bullet, cell, "\n");
			continue;
		}
		g_autofree char *before = g_strndup(cell, strlen(cell) - strlen(address));
		line(out, bullet, before, *before ? " " : "");
		fprintf(out, "<%s>\n", address);
	}
}

static void put_block(FILE *out, const struct block *block, enum block_kind before)
{
	switch (block->kind) {
	case BLOCK_TITLE: line(out, "# ", block->text, "\n"); break;
	case BLOCK_HEADING: line(out, "## ", block->text, "\n"); break;
	case BLOCK_SUBHEADING: line(out, "### ", block->text, "\n"); break;
	case BLOCK_TEXT: line(out, "", block->text, "\n"); break;
	case BLOCK_FACT: fact(out, block); break;
	case BLOCK_PART: fputs("---\n", out); break;
	case BLOCK_MARK: line(out, "**", block->text, "**\n"); break;
	case BLOCK_LIST: list(out, block, before == BLOCK_FACT); break;
	case BLOCK_ROW: row(out, block, before != BLOCK_ROW); break;
	}
}

static gboolean goes_on(enum block_kind kind, enum block_kind before)
{
	gboolean both = (kind == BLOCK_FACT || kind == BLOCK_LIST) && (before == BLOCK_FACT || before == BLOCK_LIST);
	return both || (kind == BLOCK_ROW && before == BLOCK_ROW);
}

void paper_write_md(FILE *out, const struct paper *paper)
{
	enum block_kind before = BLOCK_TITLE;
	for (guint i = 0; i < paper->blocks->len; i++) {
		const struct block *block = paper->blocks->pdata[i];
		if (i && !goes_on(block->kind, before))
			fputc('\n', out);
		put_block(out, block, before);
		before = block->kind;
	}
}
