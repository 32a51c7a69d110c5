#include "view/big_title.h"

#include <glib.h>
#include <string.h>

/* Seven rows of five points, from the top; '#' is a point. */
static const struct { gunichar letter; const char *rows; } letters[] = {
	{ 'A', " ### #   ##   #######   ##   ##   #" }, { 'B', "#### #   ##   ##### #   ##   ##### " }, { 'C', " ### #   ##    #    #    #   # ### " },
	{ 'D', "#### #   ##   ##   ##   ##   ##### " }, { 'E', "######    #    #### #    #    #####" }, { 'F', "######    #    #### #    #    #    " },
	{ 'G', " ### #   ##    #  ###   ##   # ### " }, { 'H', "#   ##   ##   #######   ##   ##   #" }, { 'I', " ###   #    #    #    #    #   ### " },
	{ 'J', "  ###   #    #    #    # #  #  ##  " }, { 'K', "#   ##  # # #  ##   # #  #  # #   #" }, { 'L', "#    #    #    #    #    #    #####" },
	{ 'M', "#   ### ### # ## # ##   ##   ##   #" }, { 'N', "#   ###  ## # ##  ###   ##   ##   #" }, { 'O', " ### #   ##   ##   ##   ##   # ### " },
	{ 'P', "#### #   ##   ##### #    #    #    " }, { 'Q', " ### #   ##   ##   ## # ##  #  ## #" }, { 'R', "#### #   ##   ##### # #  #  # #   #" },
	{ 'S', " ### #   ##     ###     ##   # ### " }, { 'T', "#####  #    #    #    #    #    #  " }, { 'U', "#   ##   ##   ##   ##   ##   # ### " },
	{ 'V', "#   ##   ##   ##   # # #  # #   #  " }, { 'W', "#   ##   ##   ## # ## # ### ###   #" }, { 'X', "#   ##   # # #   #   # # #   ##   #" },
	{ 'Y', "#   ##   # # #   #    #    #    #  " }, { 'Z', "#####    #   #   #   #   #    #####" }, { '0', " ### #   ##  ### # ###  ##   # ### " },
	{ '1', "  #   ##    #    #    #    #   ### " }, { '2', " ### #   #    #   #   #   #   #####" }, { '3', " ### #   #    #  ##     ##   # ### " },
	{ '4', "   #   ##  # # #  # #####   #    # " }, { '5', "######    ####     #    ##   # ### " }, { '6', " ### #    #    #### #   ##   # ### " },
	{ '7', "#####    #   #   #   #    #    #   " }, { '8', " ### #   ##   # ### #   ##   # ### " }, { '9', " ### #   ##   # ####    #    # ### " },
	{ ' ', "                                   " }, { '-', "                #####              " }, { '.', "                           ##   ## " },
	{ ',', "                      ##   ##   #  " }, { ':', "      ##   ##         ##   ##      " }, { '&', " ##  #  # # #   #   # # ##  #  ## #" },
	{ '\'', "  #    #   #                       " }, { '/', "    #    #   #   #   #   #    #    " }, { '(', "   #   #   #    #    #     #     # " },
	{ ')', " #     #     #    #    #   #   #   " },
};
enum { POINTS = 5, HEIGHT = 7, CELLS = 3 };

static const char *rows_of(gunichar letter)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(letters); i++)
		if (letters[i].letter == letter)
			return letters[i].rows;
	return NULL;
}

/* Accents are left off rather than the whole word. */
static gunichar plain(gunichar letter)
{
	gunichar base = letter, mark = 0;
	if (letter == 0x2013 || letter == 0x2014)
		return '-';
	if (letter == 0x2019)
		return '\'';
	g_unichar_decompose(letter, &base, &mark);
	return g_unichar_toupper(base);
}

int big_title_width(const char *text)
{
	int width = 0;
	if (!g_utf8_validate(text, -1, NULL))
		return -1;
	for (const char *p = text; *p; p = g_utf8_next_char(p), width += CELLS)
		if (!rows_of(plain(g_utf8_get_char(p))))
			return -1;
	return width;
}

static bool point(const char *rows, int x, int y)
{
	return x < POINTS && y < HEIGHT && rows[y * POINTS + x] == '#';
}

static void draw(struct canvas *canvas, struct rect clip, int x, int y, enum role role, const char *rows)
{
	static const char *const quadrants[16] = { " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█" };
	for (int row = 0; row < BIG_TITLE_ROWS; row++)
		for (int column = 0; column < CELLS; column++) {
			int px = column * 2, py = row * 2;
			int bits = point(rows, px, py) | point(rows, px + 1, py) << 1 | point(rows, px, py + 1) << 2 | point(rows, px + 1, py + 1) << 3;
			if (bits)
				canvas_text(canvas, clip, x + column, y + row, 1, role, quadrants[bits]);
		}
}

void big_title(struct canvas *canvas, struct rect clip, int x, int y, enum role role, const char *text)
{
	if (canvas->ascii || big_title_width(text) < 0)
		return;
	for (const char *p = text; *p; p = g_utf8_next_char(p), x += CELLS)
		draw(canvas, clip, x, y, role, rows_of(plain(g_utf8_get_char(p))));
}
