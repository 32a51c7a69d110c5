/*
 * An agenda before its meeting, and what the public may read of it: the one place that its papers, calendar files and JSON ask. A closed
 * item shows its public title and nothing else of it.
 */
#ifndef DAIS_DOMAIN_AGENDA_SHEET_H
#define DAIS_DOMAIN_AGENDA_SHEET_H

#include "domain/board.h"
#include "domain/record.h"

/* All borrowed. */
struct agenda_sheet {
	const struct board *board;
	const struct body *body;                 /* whose meeting it is; NULL: the board file has it no more */
	const struct meeting_record *meeting;
	const GPtrArray *items;                  /* struct agenda_item *, in order */
	instant_t posted;                        /* when the agenda was posted; 0 not, or not known */
	const char *why;                         /* why it was cancelled or moved; NULL */
};

bool agenda_is_cancelled(const struct agenda_sheet *sheet);
/* Not posted yet: what is printed may still change. */
bool agenda_is_draft(const struct agenda_sheet *sheet);
const char *agenda_body_name(const struct agenda_sheet *sheet, const char *lang);
/* The standing paragraphs of the body or of the nearest one above it that has some; NULL. */
const struct notice_text *agenda_notice_text(const struct agenda_sheet *sheet);

/*
 * The public title in a language. The title of an entry of the template is translated by its labels. One that was changed has no
 * translation: in the board's other languages the entry's label says what it is, and the title follows as written. g_free; "" where the
 * public may read none.
 */
char *agenda_item_title(const struct agenda_sheet *sheet, const struct agenda_item *item, const char *lang);
/* The title for those who make the agenda, of a closed item too: that of an entry of the template in their language, another as written.
 * body may be NULL. Borrowed. */
const char *agenda_title_shown(const struct body *body, const struct agenda_item *item, const char *lang);
/* What the body does about an item ("action", "information", "hearing") in the language of the program; another word as it is; NULL for NULL. */
const char *agenda_action_words(const char *action);
/* The name of its section; NULL without one. */
const char *agenda_item_section(const struct agenda_sheet *sheet, const struct agenda_item *item, const char *lang);
/* May the public read more of it than its title: what it is about, who presents it, its documents, its case? */
bool agenda_item_is_open(const struct agenda_item *item);
/* Who brings it: the holder of the mover's seat; NULL. */
const char *agenda_item_mover(const struct agenda_sheet *sheet, const struct agenda_item *item);

/* What a document is called in public: its label, else the last part of its path or address. g_free. */
char *attachment_name(const struct attachment *attachment);
/* Where everybody can get it: its address on the web; NULL for a file of our own. */
const char *attachment_address(const struct attachment *attachment);

int agenda_count_words(const char *text);
/* The words of an item's description (its brief, else its title) where they are more than the board file allows; 0: they are not. */
int agenda_words_over(const struct board *board, const struct agenda_item *item);
/* For those who make the agenda, not for the public: a meeting that names no place, each item about a case or a closed session that has no title for the public, and each
 * description that is longer than the board file allows, with its number of words. char *, translated. */
GPtrArray *agenda_warnings(const struct agenda_sheet *sheet, const char *lang);
/* All expected minutes; 0 where not every item says how long it takes. */
int agenda_length(const struct agenda_sheet *sheet);

#endif
