/* Large digits for clocks and tallies: five rows, points of two cells, drawn with blocks or, in ASCII, with '#'. */
#ifndef DAIS_VIEW_BIG_TEXT_H
#define DAIS_VIEW_BIG_TEXT_H

#include "view/canvas.h"

#define BIG_ROWS 5
/* Cells that a text of digits, ':', '+', '-' and spaces takes; other characters take none. */
int big_text_width(const char *text);
/* Draws it from x, y, clipped; gives the cells used. */
int big_text(struct canvas *canvas, struct rect clip, int x, int y, enum role role, const char *text);
/* The same, each point scale times as wide and high. */
int big_text_scaled_width(const char *text, int scale);
int big_text_scaled(struct canvas *canvas, struct rect clip, int x, int y, int scale, enum role role, const char *text);

#endif
