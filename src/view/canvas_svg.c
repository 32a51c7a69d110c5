/*
 * The canvas as a stand-alone SVG picture. Letters are text stretched to their cells; lines, blocks, braille dots and marks
 * are drawn as shapes, so that lines join and columns hold whatever font the viewer has.
 */
#include "view/canvas.h"

#include <glib.h>
#include <string.h>

#define CELL_W 9
#define CELL_H 18
#define FONT_SIZE 15
#define BASELINE 13
#define MARGIN 9

static const char *const fallback_fg = "#d0d0d0", *const fallback_bg = "#1c1c1c";

static void palette_rgb(int index, char out[8])
{
	static const unsigned basic[16] = { 0x000000, 0x800000, 0x008000, 0x808000, 0x000080, 0x800080, 0x008080, 0xc0c0c0,
		0x808080, 0xff0000, 0x00ff00, 0xffff00, 0x0000ff, 0xff00ff, 0x00ffff, 0xffffff };
	static const unsigned level[6] = { 0, 95, 135, 175, 215, 255 };
	unsigned rgb;

	if (index < 16)
		rgb = basic[index];
	else if (index < 232)
		rgb = level[(index - 16) / 36] << 16 | level[(index - 16) / 6 % 6] << 8 | level[(index - 16) % 6];
	else
		rgb = (unsigned)(8 + (index - 232) * 10) * 0x010101;
	g_snprintf(out, 8, "#%06x", rgb & 0xffffff);
}

static void role_colors(const struct theme *theme, enum role role, char fg[8], char bg[8])
{
	const struct role_style *style = &theme->role[role];

	if (style->fg == COLOR_NONE)
		g_strlcpy(fg, fallback_fg, 8);
	else
		palette_rgb(style->fg, fg);
	if (style->bg == COLOR_NONE)
		g_strlcpy(bg, fallback_bg, 8);
	else
		palette_rgb(style->bg, bg);
	if (style->attributes & ROLE_REVERSE) {
		char swap[8];
		memcpy(swap, fg, 8);
		memcpy(fg, bg, 8);
		memcpy(bg, swap, 8);
	}
}

/* Weights of the four arms of a line-drawing character: up, right, down, left; 0 none, 1 light, 2 heavy. */
struct arms { gunichar c; char arm[5]; };
static const struct arms lines[] = {
	{ 0x2500, "0101" }, { 0x2501, "0202" }, { 0x2502, "1010" }, { 0x2503, "2020" }, { 0x250c, "0110" }, { 0x250f, "0220" },
	{ 0x2510, "0011" }, { 0x2513, "0022" }, { 0x2514, "1100" }, { 0x2517, "2200" }, { 0x2518, "1001" }, { 0x251b, "2002" },
	{ 0x251c, "1110" }, { 0x2523, "2220" }, { 0x2524, "1011" }, { 0x252b, "2022" }, { 0x252c, "0111" }, { 0x2533, "0222" },
	{ 0x2534, "1101" }, { 0x253b, "2202" }, { 0x253c, "1111" }, { 0x254b, "2222" }, { 0x2574, "0001" }, { 0x2575, "1000" },
	{ 0x2576, "0100" }, { 0x2577, "0010" },
};

static void svg_arm(GString *out, int weight, double x1, double y1, double x2, double y2)
{
	if (weight)
		g_string_append_printf(out, "<path d=\"M%g %gL%g %g\" class=\"l\" stroke-width=\"%s\"/>", x1, y1, x2, y2, weight == 2 ? "2.4" : "1.2");
}

static bool svg_line(GString *out, gunichar c, double x, double y)
{
	double cx = x + CELL_W / 2.0, cy = y + CELL_H / 2.0;

	for (unsigned i = 0; i < G_N_ELEMENTS(lines); i++)
		if (lines[i].c == c) {
			const char *arm = lines[i].arm;
			if (arm[1] != '0' && arm[1] == arm[3])
				svg_arm(out, arm[1] - '0', x, cy, x + CELL_W, cy);
			else {
				svg_arm(out, arm[1] - '0', cx, cy, x + CELL_W, cy);
				svg_arm(out, arm[3] - '0', x, cy, cx, cy);
			}
			svg_arm(out, arm[0] - '0', cx, y, cx, cy);
			svg_arm(out, arm[2] - '0', cx, cy, cx, y + CELL_H);
			return true;
		}
	if (c == 0x250a || c == 0x254e)
		for (int i = 0; i < 3; i++)
			svg_arm(out, 1, cx, y + i * 6 + 1, cx, y + i * 6 + 4);
	else if (c == 0x254c || c == 0x2508)
		for (int i = 0; i < 2; i++)
			svg_arm(out, 1, x + i * 4.5 + 1, cy, x + i * 4.5 + 3.5, cy);
	else if (c == 0x2573) {
		svg_arm(out, 1, x + 1, cy - 4, x + CELL_W - 1, cy + 4);
		svg_arm(out, 1, x + 1, cy + 4, x + CELL_W - 1, cy - 4);
	} else
		return false;
	return true;
}

static void svg_rect(GString *out, double x, double y, double w, double h, double opacity)
{
	g_string_append_printf(out, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\"", x, y, w, h);
	if (opacity < 1)
		g_string_append_printf(out, " fill-opacity=\"%g\"", opacity);
	g_string_append(out, "/>");
}

/* Quadrants 0x2596..0x259f as bits: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
static const unsigned char quadrants[10] = { 4, 8, 1, 13, 9, 7, 11, 2, 6, 14 };

static bool svg_block(GString *out, gunichar c, double x, double y)
{
	if (c == 0x2580)
		svg_rect(out, x, y, CELL_W, CELL_H / 2.0, 1);
	else if (c >= 0x2581 && c <= 0x2588)
		svg_rect(out, x, y + CELL_H * (0x2588 - c) / 8.0, CELL_W, CELL_H * (c - 0x2580) / 8.0, 1);
	else if (c >= 0x2589 && c <= 0x258f)
		svg_rect(out, x, y, CELL_W * (0x2590 - c) / 8.0, CELL_H, 1);
	else if (c == 0x2590)
		svg_rect(out, x + CELL_W / 2.0, y, CELL_W / 2.0, CELL_H, 1);
	else if (c >= 0x2591 && c <= 0x2593)
		svg_rect(out, x, y, CELL_W, CELL_H, 0.25 * (c - 0x2590));
	else if (c >= 0x2596 && c <= 0x259f) {
		for (unsigned i = 0; i < 4; i++)
			if (quadrants[c - 0x2596] & 1u << i)
				svg_rect(out, x + (i & 1) * CELL_W / 2.0, y + (i >> 1) * CELL_H / 2.0, CELL_W / 2.0, CELL_H / 2.0, 1);
	} else
		return false;
	return true;
}

static bool svg_braille(GString *out, gunichar c, double x, double y)
{
	static const unsigned char column[8] = { 0, 0, 0, 1, 1, 1, 0, 1 }, row[8] = { 0, 1, 2, 0, 1, 2, 3, 3 };

	if (c < 0x2800 || c > 0x28ff)
		return false;
	for (unsigned i = 0; i < 8; i++)
		if ((c - 0x2800) & 1u << i)
			g_string_append_printf(out, "<circle cx=\"%g\" cy=\"%g\" r=\"1.2\"/>", x + (0.25 + 0.5 * column[i]) * CELL_W, y + (0.125 + 0.25 * row[i]) * CELL_H);
	return true;
}

static bool svg_mark(GString *out, gunichar c, double x, double y)
{
	double cx = x + CELL_W / 2.0, cy = y + CELL_H / 2.0;

	switch (c) {
	case 0x25cf: g_string_append_printf(out, "<circle cx=\"%g\" cy=\"%g\" r=\"3.6\"/>", cx, cy); return true;
	case 0x25cb: g_string_append_printf(out, "<circle cx=\"%g\" cy=\"%g\" r=\"3.1\" class=\"l\" stroke-width=\"1.3\"/>", cx, cy); return true;
	case 0x25c6: g_string_append_printf(out, "<path d=\"M%g %gl4.5 5l-4.5 5l-4.5 -5z\"/>", cx, cy - 5); return true;
	case 0x25c7: g_string_append_printf(out, "<path d=\"M%g %gl4 4.5l-4 4.5l-4 -4.5z\" class=\"l\" stroke-width=\"1.3\"/>", cx, cy - 4.5); return true;
	case 0x25a0: svg_rect(out, cx - 3.5, cy - 3.5, 7, 7, 1); return true;
	case 0x25a1: g_string_append_printf(out, "<path d=\"M%g %gh6v6h-6z\" class=\"l\" stroke-width=\"1.3\"/>", cx - 3, cy - 3); return true;
	case 0x25b2: g_string_append_printf(out, "<path d=\"M%g %gl4.3 8h-8.6z\"/>", cx, cy - 4); return true;
	case 0x25b3: g_string_append_printf(out, "<path d=\"M%g %gl3.8 7h-7.6z\" class=\"l\" stroke-width=\"1.3\"/>", cx, cy - 3.5); return true;
	case 0x25bc: g_string_append_printf(out, "<path d=\"M%g %gl4.3 -8h-8.6z\"/>", cx, cy + 4); return true;
	case 0x25b6: g_string_append_printf(out, "<path d=\"M%g %gl8 4.5l-8 4.5z\"/>", cx - 4, cy - 4.5); return true;
	case 0x25c0: g_string_append_printf(out, "<path d=\"M%g %gl-8 4.5l8 4.5z\"/>", cx + 4, cy - 4.5); return true;
	default: return false;
	}
}

static bool plain(const struct cell *cell)
{
	return cell->width == 1 && (unsigned char)cell->text[0] < 0x80 && cell->text[1] == '\0';
}

static void svg_text(GString *out, int x, int y, int cells, const char *text)
{
	g_autofree char *escaped = g_markup_escape_text(text, -1);

	g_string_append_printf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\">%s</text>", MARGIN + x * CELL_W, MARGIN + y * CELL_H + BASELINE,
		cells * CELL_W, escaped);
}

/* The ink of cells [x, end) of a row, all of one role. */
static void svg_run(GString *out, const struct cell *row, int y, int x, int end)
{
	g_autoptr(GString) word = g_string_new(NULL);
	int start = x;

	for (;; x++) {
		bool letter = x < end && plain(&row[x]) && row[x].text[0] != ' ';
		if (letter && word->len == 0)
			start = x;
		if (letter) {
			g_string_append(word, row[x].text);
			continue;
		}
		if (word->len) {
			svg_text(out, start, y, x - start, word->str);
			g_string_truncate(word, 0);
		}
		if (x >= end)
			break;
		if (row[x].width && row[x].text[0] != ' ') {
			gunichar c = g_utf8_get_char(row[x].text);
			double px = MARGIN + x * CELL_W, py = MARGIN + y * CELL_H;
			if (!svg_line(out, c, px, py) && !svg_block(out, c, px, py) && !svg_braille(out, c, px, py) && !svg_mark(out, c, px, py))
				svg_text(out, x, y, row[x].width, row[x].text);
		}
	}
}

static void svg_style(GString *out, const struct theme *theme)
{
	g_string_append(out, "<style>text{white-space:pre}.l{fill:none}");
	for (int role = 0; role < ROLE_COUNT; role++) {
		char fg[8], bg[8];
		role_colors(theme, role, fg, bg);
		g_string_append_printf(out, ".r%d{fill:%s}.r%d .l{stroke:%s}.b%d{fill:%s}", role, fg, role, fg, role, bg);
		if (theme->role[role].attributes & ROLE_BOLD)
			g_string_append_printf(out, ".r%d text{font-weight:bold}", role);
		if (theme->role[role].attributes & ROLE_UNDERLINE)
			g_string_append_printf(out, ".r%d text{text-decoration:underline}", role);
	}
	g_string_append(out, "</style>\n");
}

static void svg_row(GString *out, const struct canvas *canvas, const struct theme *theme, int y)
{
	const struct cell *row = &canvas->cell[(size_t)y * canvas->w];
	char fg[8], bg[8], ground[8];

	role_colors(theme, ROLE_TEXT, fg, ground);
	for (int x = 0, end; x < canvas->w; x = end) {
		for (end = x + 1; end < canvas->w && row[end].role == row[x].role; end++)
			;
		role_colors(theme, row[x].role, fg, bg);
		if (strcmp(bg, ground) != 0)
			g_string_append_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"b%d\"/>", MARGIN + x * CELL_W,
				MARGIN + y * CELL_H, (end - x) * CELL_W, CELL_H, row[x].role);
		g_string_append_printf(out, "<g class=\"r%d\">", row[x].role);
		svg_run(out, row, y, x, end);
		g_string_append(out, "</g>");
	}
	g_string_append_c(out, '\n');
}

char *canvas_to_svg(const struct canvas *canvas, const struct theme *theme)
{
	int w = canvas->w * CELL_W + 2 * MARGIN, h = canvas->h * CELL_H + 2 * MARGIN;
	GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

	g_string_append_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
		"font-family=\"'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace\" font-size=\"%d\">\n", w, h, w, h, FONT_SIZE);
	svg_style(out, theme);
	g_string_append_printf(out, "<rect width=\"%d\" height=\"%d\" rx=\"6\" class=\"b%d\"/>\n", w, h, ROLE_TEXT);
	for (int y = 0; y < canvas->h; y++)
		svg_row(out, canvas, theme, y);
	g_string_append(out, "</svg>\n");
	return g_string_free(out, FALSE);
}
