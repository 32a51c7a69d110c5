/* Large digits for clocks and tallies: five rows of points, each two cells wide (at scale 2: two rows, four cells), drawn with blocks or, in
 * ASCII, with '#'. */
#ifndef DAIS_VIEW_BIG_TEXT_H
#define DAIS_VIEW_BIG_TEXT_H

#include "view/canvas.h"

#define BIG_ROWS 5
/* Cells that a text of digits, ':', '+', '-' and spaces takes at a scale from 1; other characters take none. */
int big_text_width(const char *text, int scale);
/* Draws it from x, y, scale * BIG_ROWS high, clipped; gives the cells used. */
int big_text(struct canvas *canvas, struct rect clip, int x, int y, int scale, enum role role, const char *text);

#endif
