/*
 * The papers of a coming meeting: pure, the same bytes for the same agenda. Public: what domain/agenda_sheet.h lets the public read. The
 * fixed words are in the language the program speaks when these are called, the others in the one that is given.
 */
#ifndef DAIS_DOMAIN_AGENDA_PAPER_H
#define DAIS_DOMAIN_AGENDA_PAPER_H

#include "domain/agenda_sheet.h"
#include "domain/paper.h"

/* Section by section, each item with what it is about, who brings and presents it, and its documents. Marked as a draft until it is
 * posted; what was added after that is marked too. g: paper_free. */
struct paper *agenda_paper(const struct agenda_sheet *sheet, const char *lang);
/* When and where, the business in one list, and the standing paragraphs of the board file. */
struct paper *agenda_notice(const struct agenda_sheet *sheet, const char *lang);
/* The business, a line an item, for a calendar; g_free. */
char *agenda_outline(const struct agenda_sheet *sheet, const char *lang);

#endif
