/*
 * A paper as plain blocks: what minutes, agendas and notices are before they become text, Markdown or HTML. Texts are as they came;
 * each writer of exchange cleans and escapes them for its format.
 */
#ifndef DAIS_DOMAIN_PAPER_H
#define DAIS_DOMAIN_PAPER_H

#include <glib.h>

enum block_kind {
	BLOCK_TITLE,       /* the paper's name */
	BLOCK_HEADING,     /* a section */
	BLOCK_SUBHEADING,  /* an item */
	BLOCK_TEXT,        /* a paragraph */
	BLOCK_FACT,        /* label and text: "Moved", "Okafor" */
	BLOCK_LIST,        /* cells: one entry each */
	BLOCK_ROW,         /* cells of one line of a table; rows that follow one another are one table, the first with head */
	BLOCK_PART,        /* what follows is a paper of its own in the language of which text is the code */
	BLOCK_MARK,        /* a line that must not be overlooked: DRAFT, a correction */
};
struct block {
	enum block_kind kind;
	char *label, *text;
	char **cells;
	char **links;      /* of a list: for each cell the address on the web that stands at its end, "" none; NULL: no cell has one */
	gboolean head;
};
struct paper { char *title; char *lang; GPtrArray *blocks; /* struct block * */ };

struct paper *paper_new(const char *title, const char *lang);
void paper_free(struct paper *paper);
void paper_add(struct paper *paper, enum block_kind kind, const char *text);
void paper_fact(struct paper *paper, const char *label, const char *text);
/* cells: copied, NULL-terminated. */
void paper_row(struct paper *paper, gboolean head, const char *const *cells);
void paper_list(struct paper *paper, const char *const *cells);
/* The same with the addresses that the cells end with, "" where one has none: whoever can follow them is given them as links. */
void paper_links(struct paper *paper, const char *const *cells, const char *const *links);
/* Puts the other paper behind this one, as a part in its own language, and frees it. */
void paper_append(struct paper *paper, struct paper *other);
typedef struct paper paper_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(paper_t, paper_free)

#endif
