/*
 * Words in large letters: upper and lower case, drawn here, four rows high. A point is half a cell wide (quadrants) or a whole one
 * (half blocks), in ASCII always a whole one, with signs that stand high or low in it. The letters of English and Spanish are there.
 */
#ifndef DAIS_VIEW_BIG_TITLE_H
#define DAIS_VIEW_BIG_TITLE_H

#include "view/canvas.h"

#define BIG_TITLE_ROWS 4
/* Cells the text takes; wide: a point is a whole cell (always so in ASCII). 0: it has letters that cannot be drawn so. */
int big_title_width(const struct canvas *canvas, const char *text, bool wide);
/* Draws it from x, y, clipped. */
void big_title(struct canvas *canvas, struct rect clip, int x, int y, bool wide, enum role role, const char *text);

#endif
