/* Pixels in cells: 2x4 as braille, 2x2 as quadrants. */
#include <stdlib.h>
#include <string.h>
#include "view/chart_private.h"

struct raster *raster_new(int w, int h, enum chart_style style)
{
	struct raster *raster = g_new0(struct raster, 1);

	raster->w = MAX(w, 0);
	raster->h = MAX(h, 0);
	raster->px = 2;
	raster->py = style == CHART_STYLE_BRAILLE ? 4 : 2;
	raster->bits = g_new0(uint8_t, (size_t)raster->w * raster->h + 1);
	raster->role = g_new0(uint8_t, (size_t)raster->w * raster->h + 1);
	return raster;
}

void raster_free(struct raster *raster)
{
	g_free(raster->bits);
	g_free(raster->role);
	g_free(raster);
}

static void raster_dot(struct raster *raster, int x, int y, enum role role)
{
	static const uint8_t braille[4][2] = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };
	size_t cell;

	if (x < 0 || y < 0 || x >= raster->w * raster->px || y >= raster->h * raster->py)
		return;
	cell = (size_t)(y / raster->py) * raster->w + x / raster->px;
	raster->bits[cell] |= raster->py == 4 ? braille[y % 4][x % 2] : 1 << (y % 2 * 2 + x % 2);
	raster->role[cell] = role;
}

void raster_line(struct raster *raster, int x0, int y0, int x1, int y1, int on, int off, int *phase, enum role role)
{
	int dx = abs(x1 - x0), dy = -abs(y1 - y0), sx = x0 < x1 ? 1 : -1, sy = y0 < y1 ? 1 : -1, error = dx + dy;

	for (;;) {
		if ((*phase)++ % (on + off) < on)
			raster_dot(raster, x0, y0, role);
		if (x0 == x1 && y0 == y1)
			return;
		int twice = 2 * error;
		if (twice >= dy)
			error += dy, x0 += sx;
		if (twice <= dx)
			error += dx, y0 += sy;
	}
}

void raster_draw(const struct raster *raster, const struct plot *plot)
{
	static const char *const quadrant[16] = { " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█" };

	for (int y = 0; y < raster->h; y++)
		for (int x = 0; x < raster->w; x++) {
			uint8_t bits = raster->bits[(size_t)y * raster->w + x];
			enum role role = raster->role[(size_t)y * raster->w + x];
			char glyph[7] = "";
			if (!bits)
				continue;
			if (raster->py == 4)
				glyph[g_unichar_to_utf8(0x2800 + bits, glyph)] = '\0';
			canvas_text(plot->canvas, plot->area, plot->grid.x + x, plot->grid.y + y, 1, role, raster->py == 4 ? glyph : quadrant[bits]);
		}
}
