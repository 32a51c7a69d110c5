#include "view/big_text.h"

#include <string.h>

/* Three by five pixels, a row of three bits each, the highest bit at the left. */
static const char glyphs[] = "0123456789:+- ";
static const unsigned char rows[][BIG_ROWS] = {
	{ 7, 5, 5, 5, 7 }, { 2, 6, 2, 2, 7 }, { 7, 1, 7, 4, 7 }, { 7, 1, 7, 1, 7 }, { 5, 5, 7, 1, 1 }, { 7, 4, 7, 1, 7 }, { 7, 4, 7, 5, 7 },
	{ 7, 1, 2, 2, 2 }, { 7, 5, 7, 5, 7 }, { 7, 5, 7, 1, 7 }, { 0, 2, 0, 2, 0 }, { 0, 2, 7, 2, 0 }, { 0, 0, 7, 0, 0 }, { 0, 0, 0, 0, 0 },
};
enum { PIXEL = 2, GLYPH = 3 * PIXEL, GAP = 2 };

static int glyph_of(char c)
{
	const char *at = c ? strchr(glyphs, c) : NULL;
	return at ? (int) (at - glyphs) : -1;
}

int big_text_scaled_width(const char *text, int scale)
{
	int n = 0;
	for (; *text; text++)
		n += glyph_of(*text) >= 0;
	return n ? (n * (GLYPH + GAP) - GAP) * scale : 0;
}

static void draw_glyph(struct canvas *canvas, struct rect clip, int x, int y, int scale, enum role role, const unsigned char *glyph)
{
	const char *block = canvas->ascii ? "#" : "█";
	role = role_solid(role);
	for (int row = 0; row < BIG_ROWS; row++)
		for (int column = 0; column < 3; column++)
			if (glyph[row] >> (2 - column) & 1)
				canvas_fill(canvas, rect_intersect(clip, (struct rect) { x + column * PIXEL * scale, y + row * scale, PIXEL * scale, scale }), role, block);
}

int big_text_scaled(struct canvas *canvas, struct rect clip, int x, int y, int scale, enum role role, const char *text)
{
	int start = x;
	for (; *text; text++) {
		int glyph = glyph_of(*text);
		if (glyph < 0)
			continue;
		draw_glyph(canvas, clip, x, y, scale, role, rows[glyph]);
		x += (GLYPH + GAP) * scale;
	}
	return x > start ? x - start - GAP * scale : 0;
}

int big_text_width(const char *text)
{
	return big_text_scaled_width(text, 1);
}

int big_text(struct canvas *canvas, struct rect clip, int x, int y, enum role role, const char *text)
{
	return big_text_scaled(canvas, clip, x, y, 1, role, text);
}
