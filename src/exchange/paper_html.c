/* A paper as one HTML file. */
#include <string.h>
#include "base/text.h"
#include "exchange/paper_format.h"

/* Cleaned of what no reader should meet, then escaped for HTML. g_free. */
static char *html(const char *text)
{
	g_autofree char *clean = text_clean(text ? text : "", -1, TEXT_CLEAN_LINE);
	return g_markup_escape_text(clean, -1);
}

static void element(FILE *out, const char *name, const char *text)
{
	g_autofree char *safe = html(text);
	fprintf(out, "<%s>%s</%s>\n", name, safe, name);
}

static void row(FILE *out, const struct block *block)
{
	fputs(block->head ? "<thead>\n<tr>" : "<tr>", out);
	for (guint i = 0; block->cells[i]; i++) {
		g_autofree char *safe = html(block->cells[i]);
		if (block->head)
			fprintf(out, "<th scope=\"col\">%s</th>", safe);
		else if (i == 0)
			fprintf(out, "<th scope=\"row\">%s</th>", safe);
		else
			fprintf(out, "<td>%s</td>", safe);
	}
	fputs(block->head ? "</tr>\n</thead>\n" : "</tr>\n", out);
}

static void fact(FILE *out, const struct block *block)
{
	g_autofree char *label = html(block->label), *text = html(block->text);
	fprintf(out, "<p class=\"fact\"><b>%s:</b> %s</p>\n", label, text);
}

static void mark(FILE *out, const struct block *block)
{
	g_autofree char *text = html(block->text);
	fprintf(out, "<p class=\"mark\"><strong>%s</strong></p>\n", text);
}

/* The page that is gone to learns nothing of this one. */
static void linked(FILE *out, const char *cell, const char *address)
{
	g_autofree char *before = g_strndup(cell, strlen(cell) - strlen(address)), *safe = html(before), *to = html(address);
	fprintf(out, "<li>%s<a href=\"%s\" rel=\"noopener noreferrer\">%s</a></li>\n", safe, to, to);
}

static void list(FILE *out, const struct block *block)
{
	fputs("<ul>\n", out);
	for (guint i = 0; block->cells[i]; i++) {
		const char *address = paper_format_link(block, i);
		if (address)
			linked(out, block->cells[i], address);
		else
			element(out, "li", block->cells[i]);
	}
	fputs("</ul>\n", out);
}

/* Readers aloud change their voice with the language (WCAG 3.1.2). The first part has no element of its own: the whole has its language. */
static void part(FILE *out, const struct block *block, gboolean first)
{
	g_autofree char *lang = html(block->text);
	fprintf(out, "%s<hr>\n<div lang=\"%s\">\n", first ? "" : "</div>\n", lang);
}

static void put_block(FILE *out, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_TITLE: element(out, "h1", block->text); break;
	case BLOCK_HEADING: element(out, "h2", block->text); break;
	case BLOCK_SUBHEADING: element(out, "h3", block->text); break;
	case BLOCK_TEXT: element(out, "p", block->text); break;
	case BLOCK_FACT: fact(out, block); break;
	case BLOCK_MARK: mark(out, block); break;
	case BLOCK_PART: break;
	case BLOCK_LIST: list(out, block); break;
	case BLOCK_ROW: row(out, block); break;
	}
}

static gboolean is_row(const struct paper *paper, guint i)
{
	return i < paper->blocks->len && ((const struct block *) paper->blocks->pdata[i])->kind == BLOCK_ROW;
}

void paper_write_html(FILE *out, const struct paper *paper)
{
	g_autofree char *title = html(paper->title), *lang = html(paper->lang ? paper->lang : "en");
	fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>\n"
		"body { font-family: serif; max-width: 46em; margin: 2em auto; padding: 0 1em; line-height: 1.4; color: #111; background: #fff; overflow-wrap: anywhere; }\n"
		"table { border-collapse: collapse; margin: 1em 0; } th, td { border: 1px solid #767676; padding: .2em .5em; text-align: left; }\n"
		".fact { margin: .2em 0 .2em 1.5em; } .mark { border-left: .4em solid #111; padding-left: .6em; }\n"
		"@media print { h2, h3, thead { break-after: avoid; } tr, .fact { break-inside: avoid; } body { margin: 0; } }\n</style>\n</head>\n<body>\n<main>\n", lang, title);
	gboolean parts = FALSE;
	for (guint i = 0; i < paper->blocks->len; i++) {
		const struct block *block = paper->blocks->pdata[i];
		if (block->kind == BLOCK_PART) {
			part(out, block, !parts);
			parts = TRUE;
		}
		if (is_row(paper, i) && (i == 0 || !is_row(paper, i - 1)))
			fputs("<table>\n", out);
		put_block(out, block);
		if (is_row(paper, i) && !is_row(paper, i + 1))
			fputs("</table>\n", out);
	}
	fputs(parts ? "</div>\n" : "", out);
	fputs("</main>\n</body>\n</html>\n", out);
}
