#include "domain/paper.h"

static void block_free(struct block *block)
{
	g_free(block->label);
	g_free(block->text);
	g_strfreev(block->cells);
	g_strfreev(block->links);
	g_free(block);
}

struct paper *paper_new(const char *title, const char *lang)
{
	struct paper *paper = g_new0(struct paper, 1);
	paper->title = g_strdup(title);
	paper->lang = g_strdup(lang);
	paper->blocks = g_ptr_array_new_with_free_func((GDestroyNotify) block_free);
	return paper;
}

void paper_free(struct paper *paper)
{
	if (!paper)
		return;
	g_free(paper->title);
	g_free(paper->lang);
	g_ptr_array_unref(paper->blocks);
	g_free(paper);
}

static struct block *add(struct paper *paper, enum block_kind kind)
{
	struct block *block = g_new0(struct block, 1);
	block->kind = kind;
	g_ptr_array_add(paper->blocks, block);
	return block;
}

void paper_add(struct paper *paper, enum block_kind kind, const char *text)
{
	add(paper, kind)->text = g_strdup(text);
}

void paper_fact(struct paper *paper, const char *label, const char *text)
{
	struct block *block = add(paper, BLOCK_FACT);
	block->label = g_strdup(label);
	block->text = g_strdup(text);
}

void paper_row(struct paper *paper, gboolean head, const char *const *cells)
{
	struct block *block = add(paper, BLOCK_ROW);
	block->head = head;
	block->cells = g_strdupv((char **) cells);
}

void paper_list(struct paper *paper, const char *const *cells)
{
	add(paper, BLOCK_LIST)->cells = g_strdupv((char **) cells);
}

void paper_links(struct paper *paper, const char *const *cells, const char *const *links)
{
	struct block *block = add(paper, BLOCK_LIST);
	block->cells = g_strdupv((char **) cells);
	block->links = g_strdupv((char **) links);
}

void paper_append(struct paper *paper, struct paper *other)
{
	paper_add(paper, BLOCK_PART, other->lang);
	g_ptr_array_extend_and_steal(paper->blocks, g_steal_pointer(&other->blocks));
	other->blocks = g_ptr_array_new();
	paper_free(other);
}
