/* Titles in large letters: capitals of five by seven points in four rows, drawn with quadrant blocks, three cells a letter. */
#ifndef DAIS_VIEW_BIG_TITLE_H
#define DAIS_VIEW_BIG_TITLE_H

#include "view/canvas.h"

#define BIG_TITLE_ROWS 4
/* Cells the text takes; -1: it has letters that cannot be drawn so. */
int big_title_width(const char *text);
/* Draws it; nothing where the canvas is ASCII or a letter is unknown. */
void big_title(struct canvas *canvas, struct rect clip, int x, int y, enum role role, const char *text);

#endif
