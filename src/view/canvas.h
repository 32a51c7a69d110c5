/*
 * A grid of cells: what a frame shows, as data. Panes draw on it; term/screen sends it to curses, `dais render` prints it
 * as text or SVG, tests compare it. The one door of the screen: canvas_text cleans what it is given (base/text.h).
 */
#ifndef DAIS_VIEW_CANVAS_H
#define DAIS_VIEW_CANVAS_H

#include <stdbool.h>
#include <stdint.h>
#include "base/role.h"

#define CELL_BYTES 22

struct cell {
	char text[CELL_BYTES];    /* one grapheme cluster, UTF-8, NUL-terminated; "" in the right half of a wide one */
	uint8_t width;            /* 1 or 2; 0 in the right half of a wide one */
	uint8_t role;             /* enum role */
};

struct rect { int x, y, w, h; };

struct canvas {
	int w, h;
	bool ascii;               /* only bytes 32..126 may be put: others are transliterated, glyphs use their twins */
	struct cell *cell;        /* w * h, row by row */
	int cursor_x, cursor_y;   /* where the hardware cursor belongs: the selected row or the text field; -1 none */
	bool cursor_text;         /* in a text field (visible) rather than on a selected row */
};

struct canvas *canvas_new(int w, int h, bool ascii);     /* sizes are clamped to 1..1000 */
void canvas_free(struct canvas *canvas);
void canvas_resize(struct canvas *canvas, int w, int h);
void canvas_clear(struct canvas *canvas);                /* spaces in ROLE_TEXT, no cursor */

/* Draws text from x on row y, at most `cells` cells, clipped to `clip`; a cut text ends in the clip mark. Returns the cells used.
 * Any bytes are fine. */
int canvas_text(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *text);
/* The same, right-aligned in the cells. */
int canvas_text_right(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *text);
int canvas_printf(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *format, ...)
	__attribute__((format(printf, 7, 8)));
/* Fills a rectangle with a glyph. */
void canvas_fill(struct canvas *canvas, struct rect rect, enum role role, const char *glyph);
/* Changes the role of cells and keeps their text (selection bars). */
void canvas_role(struct canvas *canvas, struct rect rect, enum role role);
/* A box with a title in its top border and a footer text at the right of its bottom border (both may be NULL); active: heavy. Returns the inside. */
struct rect canvas_box(struct canvas *canvas, struct rect rect, bool active, const char *title, const char *footer);
struct rect rect_intersect(struct rect a, struct rect b);

/* Glyphs with their ASCII twins; X(enum suffix, UTF-8, ASCII). */
#define GLYPH_LIST(X) \
	X(ELLIPSIS, "…", "~") X(CURSOR, "▶", ">") X(MARK, "■", "*") X(SORT_UP, "▲", "^") X(SORT_DOWN, "▼", "v") \
	X(DOT, "·", "-") X(CHECK, "✓", "x") X(ARROW_LEFT, "←", "<") X(ARROW_RIGHT, "→", ">") X(ARROW_DOWN, "↓", "v") X(ARROW_UP, "↑", "^") \
	X(DASH, "–", "-") X(MINUS, "−", "-") X(TIMES, "×", "x") X(HLINE, "─", "-") X(VLINE, "│", "|") X(MISSING, "╳", "~") \
	X(POINT, "●", "*") X(POINT_FILLING, "○", "o") X(POINT_SIGNAL, "◆", "@") X(POINT_SELECTED, "▲", "^") X(BULLET, "•", "*")
enum glyph {
#define X(id, utf8, ascii) GLYPH_##id,
	GLYPH_LIST(X)
#undef X
	GLYPHS
};
const char *canvas_glyph(const struct canvas *canvas, enum glyph glyph);

/* The canvas as lines of text, each ended by a newline, trailing spaces kept unless trim; g_free. */
char *canvas_to_text(const struct canvas *canvas, bool trim);
/* The style plane: role letters instead of text; g_free. */
char *canvas_to_roles(const struct canvas *canvas);
/* With SGR colours for a terminal of `colors` (256, 16, 8, 0) colours; g_free. */
char *canvas_to_ansi(const struct canvas *canvas, const struct theme *theme, int colors);
/* A stand-alone SVG picture in a monospace font, colours from the theme; g_free. */
char *canvas_to_svg(const struct canvas *canvas, const struct theme *theme);

#endif
