#include "view/big_title.h"

#include <glib.h>
#include <string.h>

enum { HEIGHT = 2 * BIG_TITLE_ROWS };      /* points: capitals stand on the seventh row, the eighth is for descenders */

/* The letters of a band, and their pictures side by side. */
static const struct { const char *letters; const char *rows[HEIGHT]; } bands[] = {
	{ "ABCDEFGHIJKLM", {
		" ### |#### | ### |#### |#####|#####| ### |#   #|###|  ##|#   #|#    |#     #",
		"#   #|#   #|#   #|#   #|#    |#    |#   #|#   #| # |   #|#  # |#    |##   ##",
		"#   #|#   #|#    |#   #|#    |#    |#    |#   #| # |   #|# #  |#    |# # # #",
		"#####|#### |#    |#   #|#### |#### |#  ##|#####| # |   #|##   |#    |#  #  #",
		"#   #|#   #|#    |#   #|#    |#    |#   #|#   #| # |   #|# #  |#    |#     #",
		"#   #|#   #|#   #|#   #|#    |#    |#   #|#   #| # |#  #|#  # |#    |#     #",
		"#   #|#### | ### |#### |#####|#    | ### |#   #|###| ## |#   #|#####|#     #",
		"     |     |     |     |     |     |     |     |   |    |     |     |       ",
	} },
	{ "NOPQRSTUVWXYZ", {
		"#    #| ### |#### | ### |#### | ####|#####|#   #|#   #|#     #|#   #|#   #|#####",
		"##   #|#   #|#   #|#   #|#   #|#    |  #  |#   #|#   #|#     #|#   #|#   #|    #",
		"# #  #|#   #|#   #|#   #|#   #|#    |  #  |#   #|#   #|#     #| # # | # # |   # ",
		"#  # #|#   #|#### |#   #|#### | ### |  #  |#   #|#   #|#  #  #|  #  |  #  |  #  ",
		"#   ##|#   #|#    |# # #|# #  |    #|  #  |#   #| # # |#  #  #| # # |  #  | #   ",
		"#    #|#   #|#    |#  # |#  # |    #|  #  |#   #| # # |#  #  #|#   #|  #  |#    ",
		"#    #| ### |#    | ## #|#   #|#### |  #  | ### |  #  | ## ## |#   #|  #  |#####",
		"      |     |     |     |     |     |     |     |     |       |     |     |     ",
	} },
	{ "abcdefghijklm", {
		"     |#    |     |    #|     |  ##|     |#    |#|  #|#   |# |       ",
		"     |#    |     |    #|     | #  |     |#    | |   |#   |# |       ",
		" ### |#### | ### | ####| ### |####| ####|#### |#|  #|#  #|# |### ## ",
		"    #|#   #|#   #|#   #|#   #| #  |#   #|#   #|#|  #|# # |# |#  #  #",
		" ####|#   #|#    |#   #|#####| #  |#   #|#   #|#|  #|##  |# |#  #  #",
		"#   #|#   #|#   #|#   #|#    | #  | ####|#   #|#|  #|# # |# |#  #  #",
		" ####|#### | ### | ####| ### | #  |    #|#   #|#|  #|#  #| #|#  #  #",
		"     |     |     |     |     |    | ### |     | |## |    |  |       ",
	} },
	{ "nopqrstuvwxyz", {
		"     |     |     |     |    |     |    |     |     |       |     |     |     ",
		"     |     |     |     |    |     | #  |     |     |       |     |     |     ",
		"#### | ### |#### | ####|# ##| ####|####|#   #|#   #|#  #  #|#   #|#   #|#####",
		"#   #|#   #|#   #|#   #|##  |#    | #  |#   #|#   #|#  #  #| # # |#   #|   # ",
		"#   #|#   #|#   #|#   #|#   | ### | #  |#   #|#   #|#  #  #|  #  |#   #|  #  ",
		"#   #|#   #|#### | ####|#   |    #| #  |#   #| # # |#  #  #| # # | ####| #   ",
		"#   #| ### |#    |    #|#   |#### |  ##| ####|  #  | ## ## |#   #|    #|#####",
		"     |     |#    |    #|    |     |    |     |     |       |     | ### |     ",
	} },
	{ "0123456789", {
		" ### | # | ### | ### |   # |#####| ### |#####| ### | ### ",
		"#   #|## |#   #|#   #|  ## |#    |#    |    #|#   #|#   #",
		"#   #| # |    #|    #| # # |#### |#    |   # |#   #|#   #",
		"#   #| # |   # |  ## |#  # |    #|#### |   # | ### | ####",
		"#   #| # |  #  |    #|#####|    #|#   #|  #  |#   #|    #",
		"#   #| # | #   |#   #|   # |#   #|#   #|  #  |#   #|    #",
		" ### |###|#####| ### |   # | ### | ### |  #  | ### | ### ",
		"     |   |     |     |     |     |     |     |     |     ",
	} },
	{ " -.,:;'\"/()&?!+%¿¡", {
		"   |   | |  | |  |#|#  #|   #| #|# | ##   | ### |#|     |##   |  #  |#",
		"   |   | |  | |  |#|#  #|   #|# | #|#  #  |#   #|#|     |##  #|     | ",
		"   |   | |  | |  | |    |  # |# | #|#  #  |    #|#|  #  |   # |  #  |#",
		"   |   | |  |#| #| |    |  # |# | #| ##   |   # |#|  #  |  #  | #   |#",
		"   |###| |  | |  | |    | #  |# | #|#  # #|  #  |#|#####| #   |#    |#",
		"   |   | | #| |  | |    | #  |# | #|#   # |     | |  #  |#  ##|#   #|#",
		"   |   |#| #|#| #| |    |#   | #|# | ### #|  #  |#|  #  |   ##| ### |#",
		"   |   | |# | |# | |    |    |  |  |      |     | |     |     |     | ",
	} },
};

/* One letter: a bit a point, the lowest bit at the left. */
struct letter { int width; guint row[HEIGHT]; };

static void read_picture(struct letter *letter, unsigned band, int index)
{
	for (int y = 0; y < HEIGHT; y++) {
		const char *p = bands[band].rows[y];
		for (int skip = index; skip > 0; p++)
			skip -= *p == '|';
		letter->width = (int) strcspn(p, "|");
		for (int x = 0; x < letter->width; x++)
			letter->row[y] |= (guint) (p[x] == '#') << x;
	}
}

static bool find(gunichar c, struct letter *letter)
{
	for (unsigned band = 0; band < G_N_ELEMENTS(bands); band++) {
		const char *at = g_utf8_strchr(bands[band].letters, -1, c);
		if (!c || !at)
			continue;
		read_picture(letter, band, (int) g_utf8_pointer_to_offset(bands[band].letters, at));
		return true;
	}
	return false;
}

/* The mark over a letter of this width; 0: we draw none such. */
static guint mark_row(gunichar mark, int width)
{
	switch (mark) {
	case 0x300: return 3u << MAX(0, width / 2 - 2);
	case 0x301: return 3u << (width / 2);
	case 0x303: return ((1u << (width - 1)) - 1) & ~1u;
	case 0x308: return 1u | 1u << (width - 1);
	default: return 0;
	}
}

/* Capitals make room for their mark by losing two rows, small letters have it. */
static void put_mark(struct letter *letter, gunichar mark)
{
	static const int kept[] = { 0, 1, 3, 5, 6 };
	guint capital[HEIGHT];
	bool small = letter->width == 1 || !letter->row[0];
	memcpy(capital, letter->row, sizeof capital);
	for (int i = 0; i < 5 && !small; i++)
		letter->row[2 + i] = capital[kept[i]];
	if (letter->width == 1) {      /* a small i: beside its stem there is none */
		letter->width = 3;
		for (int y = 2; y < HEIGHT; y++)
			letter->row[y] <<= 1;
	}
	letter->row[0] = mark_row(mark, letter->width);
	letter->row[1] = 0;
}

static bool letter_of(gunichar c, struct letter *letter)
{
	gunichar base = c, mark = 0;
	*letter = (struct letter) { 0 };
	if (c == 0x2013 || c == 0x2014)
		c = '-';
	if (c == 0x2019)
		c = '\'';
	if (find(c, letter))
		return true;
	if (!g_unichar_decompose(c, &base, &mark) || !mark_row(mark, 5) || !find(base, letter))
		return false;
	put_mark(letter, mark);
	return true;
}

/* Points the text is wide; 0: it cannot be drawn. */
static int points_of(const char *text)
{
	struct letter letter;
	int width = 0;
	if (!g_utf8_validate(text, -1, NULL))
		return 0;
	for (const char *p = text; *p; p = g_utf8_next_char(p), width += letter.width + 1)
		if (!letter_of(g_utf8_get_char(p), &letter))
			return 0;
	return MAX(0, width - 1);
}

int big_title_width(const struct canvas *canvas, const char *text, bool wide)
{
	int points = points_of(text);
	return wide || canvas->ascii ? points : (points + 1) / 2;
}

/* The points of the whole text, row by row. */
static bool *raster(const char *text, int points)
{
	bool *point = g_new0(bool, (gsize) points * HEIGHT + 1);
	struct letter letter;
	int at = 0;
	for (const char *p = text; *p; p = g_utf8_next_char(p), at += letter.width + 1) {
		letter_of(g_utf8_get_char(p), &letter);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < letter.width; x++)
				point[y * points + at + x] = letter.row[y] >> x & 1;
	}
	return point;
}

static void put_wide(struct canvas *canvas, struct rect cell, enum role role, bool upper, bool lower)
{
	static const char *const block[] = { " ", "▀", "▄", "█" }, *const plain[] = { " ", "\"", ".", "#" };
	int bits = upper | lower << 1;
	if (bits)
		canvas_fill(canvas, cell, role, canvas->ascii ? plain[bits] : block[bits]);
}

static void put_narrow(struct canvas *canvas, struct rect cell, enum role role, const bool *upper, const bool *lower, bool right)
{
	static const char *const quadrants[16] = { " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█" };
	int bits = upper[0] | (right && upper[1]) << 1 | lower[0] << 2 | (right && lower[1]) << 3;
	if (bits)
		canvas_fill(canvas, cell, role, quadrants[bits]);
}

void big_title(struct canvas *canvas, struct rect clip, int x, int y, bool wide, enum role role, const char *text)
{
	int width = big_title_width(canvas, text, wide), points = width ? points_of(text) : 0;
	g_autofree bool *point = raster(width ? text : "", points);
	role = role_solid(role);
	for (int row = 0; row < BIG_TITLE_ROWS; row++)
		for (int column = 0; column < width; column++) {
			const bool *upper = point + 2 * row * points, *lower = upper + points;
			struct rect cell = rect_intersect(clip, (struct rect) { x + column, y + row, 1, 1 });
			if (wide || canvas->ascii)
				put_wide(canvas, cell, role, upper[column], lower[column]);
			else
				put_narrow(canvas, cell, role, upper + 2 * column, lower + 2 * column, 2 * column + 1 < points);
		}
}
