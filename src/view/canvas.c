#include "view/canvas.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>
#include "base/text.h"
#include "view/canvas_private.h"

static const struct { const char *utf8, *ascii; } glyphs[GLYPHS] = {
#define X(id, u, a) [GLYPH_##id] = { u, a },
	GLYPH_LIST(X)
#undef X
};

/* What our own drawing uses beyond GLYPH_LIST: lines, blocks, typographic signs. */
static const struct { const char *utf8, *ascii; } twins[] = {
	{ "━", "-" }, { "┃", "|" }, { "┏", "+" }, { "┓", "+" }, { "┗", "+" }, { "┛", "+" },
	{ "┌", "+" }, { "┐", "+" }, { "└", "+" }, { "┘", "+" }, { "├", "+" }, { "┤", "+" }, { "┬", "+" }, { "┴", "+" },
	{ "┼", "+" }, { "╵", "-" }, { "┊", ":" }, { "╌", "-" }, { "┈", "." }, { "█", "#" }, { "▓", "=" }, { "▒", "+" },
	{ "░", "." }, { "▏", "|" }, { "▐", "[" }, { "▌", "]" }, { "◀", "<" }, { "“", "\"" }, { "”", "\"" }, { "’", "'" },
	{ "—", "-" }, { "≥", ">=" }, { "≤", "<=" }, { "σ", "s" },
};

const char *canvas_glyph(const struct canvas *canvas, enum glyph glyph)
{
	g_assert(glyph < GLYPHS);
	return canvas->ascii ? glyphs[glyph].ascii : glyphs[glyph].utf8;
}

const char *canvas_ascii_twin(const char *utf8, size_t length)
{
	for (unsigned i = 0; i < GLYPHS; i++)
		if (strlen(glyphs[i].utf8) == length && memcmp(glyphs[i].utf8, utf8, length) == 0)
			return glyphs[i].ascii;
	for (unsigned i = 0; i < G_N_ELEMENTS(twins); i++)
		if (strlen(twins[i].utf8) == length && memcmp(twins[i].utf8, utf8, length) == 0)
			return twins[i].ascii;
	return NULL;
}

struct canvas *canvas_new(int w, int h, bool ascii)
{
	struct canvas *canvas = g_new0(struct canvas, 1);

	canvas->ascii = ascii;
	canvas_resize(canvas, w, h);
	return canvas;
}

void canvas_free(struct canvas *canvas)
{
	if (!canvas)
		return;
	g_free(canvas->cell);
	g_free(canvas);
}

void canvas_resize(struct canvas *canvas, int w, int h)
{
	w = CLAMP(w, 1, 1000);
	h = CLAMP(h, 1, 1000);
	if (!canvas->cell || w != canvas->w || h != canvas->h)
		canvas->cell = g_renew(struct cell, canvas->cell, (size_t)w * h);
	canvas->w = w;
	canvas->h = h;
	canvas_clear(canvas);
}

void canvas_clear(struct canvas *canvas)
{
	static const struct cell blank = { .text = " ", .width = 1, .role = ROLE_TEXT };

	for (size_t i = 0, n = (size_t)canvas->w * canvas->h; i < n; i++)
		canvas->cell[i] = blank;
	canvas->cursor_x = canvas->cursor_y = -1;
	canvas->cursor_text = false;
}

struct rect rect_intersect(struct rect a, struct rect b)
{
	int x = MAX(a.x, b.x), y = MAX(a.y, b.y);
	int right = MIN(a.x + a.w, b.x + b.w), bottom = MIN(a.y + a.h, b.y + b.h);

	return (struct rect){ x, y, MAX(right - x, 0), MAX(bottom - y, 0) };
}

static struct rect canvas_clip(const struct canvas *canvas, struct rect clip)
{
	return rect_intersect(clip, (struct rect){ 0, 0, canvas->w, canvas->h });
}

static void cell_set(struct cell *cell, const char *text, size_t length, int width, enum role role)
{
	length = MIN(length, CELL_BYTES - 1);
	memcpy(cell->text, text, length);
	cell->text[length] = '\0';
	cell->width = width;
	cell->role = role;
}

/* Whatever half of a wide character stays behind when its other half is overwritten becomes a space. */
static void cell_mend(struct canvas *canvas, struct cell *cell)
{
	struct cell *end = canvas->cell + (size_t)canvas->w * canvas->h;

	if (cell->width == 0 && cell > canvas->cell)
		cell_set(cell - 1, " ", 1, 1, cell[-1].role);
	else if (cell->width == 2 && cell + 1 < end)
		cell_set(cell + 1, " ", 1, 1, cell[1].role);
}

static void canvas_put(struct canvas *canvas, int x, int y, const char *text, size_t length, int width, enum role role)
{
	struct cell *cell = &canvas->cell[(size_t)y * canvas->w + x];

	while (length > CELL_BYTES - 1)    /* drop whole code points, never bytes */
		length = (size_t)(g_utf8_find_prev_char(text, text + length) - text);
	cell_mend(canvas, cell);
	if (width == 2) {
		cell_mend(canvas, cell + 1);
		cell_set(cell + 1, "", 0, 0, role);
	}
	cell_set(cell, text, length, width, role);
}

/* Draws clean text of which at most `cells` cells fit; gives the column after the last one. */
static int put_clean(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *text)
{
	int end = x + cells, width;

	for (size_t length; (length = text_next(text, &width)) > 0; text += length) {
		if (width == 0)
			continue;
		if (x + width > end)
			break;
		if (x >= clip.x && x + width <= clip.x + clip.w)
			canvas_put(canvas, x, y, text, length, width, role);
		else if (width == 2 && x + 1 == clip.x && clip.w > 0)
			canvas_put(canvas, x + 1, y, " ", 1, 1, role);
		x += width;
	}
	return x;
}

/* In ASCII every cluster becomes its twin, or what base/text makes of it. */
static char *to_ascii(const char *clean)
{
	GString *out = g_string_new(NULL);
	int width;

	for (size_t length; (length = text_next(clean, &width)) > 0; clean += length) {
		const char *twin = (unsigned char)*clean < 0x80 && length == 1 ? NULL : canvas_ascii_twin(clean, length);
		if (twin) {
			g_string_append(out, twin);
		} else if (length == 1) {
			g_string_append_c(out, *clean);
		} else {
			g_autofree char *plain = text_clean(clean, (gssize)length, TEXT_ASCII);
			g_string_append(out, plain);
		}
	}
	return g_string_free(out, FALSE);
}

static bool printable_ascii(const char *text, size_t *length)
{
	const char *p = text;

	while (*p >= 32 && *p < 127)
		p++;
	*length = (size_t)(p - text);
	return *p == '\0';
}

static int put_ascii(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *text, size_t length)
{
	int n = (int)MIN(length, (size_t)cells);
	int from = MAX(clip.x - x, 0), to = MIN(n, clip.x + clip.w - x);

	for (int i = from; i < to; i++) {
		struct cell *cell = &canvas->cell[(size_t)y * canvas->w + x + i];
		if (cell->width != 1)
			cell_mend(canvas, cell);
		*cell = (struct cell){ .text = { text[i] }, .width = 1, .role = role };
	}
	return x + n;
}

/* text is clean (and ASCII where that is asked for); length is that of plain ASCII, or 0. */
static int put_clipped(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *text, size_t length)
{
	int width = length ? (int)MIN(length, 100000) : text_width(text), end;
	int room = MIN(cells, clip.x + clip.w - x);

	if (room <= 0)
		return 0;
	if (width <= room)
		return (length ? put_ascii(canvas, clip, x, y, room, role, text, length) : put_clean(canvas, clip, x, y, room, role, text)) - x;
	end = length ? put_ascii(canvas, clip, x, y, room - 1, role, text, length) : put_clean(canvas, clip, x, y, room - 1, role, text);
	return put_clean(canvas, clip, end, y, 1, role, canvas_glyph(canvas, GLYPH_ELLIPSIS)) - x;
}

/* The text as it may be drawn: clean, and ASCII where that is asked for. *owned is to be freed. */
static const char *prepare(const struct canvas *canvas, const char *text, size_t *ascii_length, char **owned)
{
	char *clean;

	*owned = NULL;
	if (printable_ascii(text, ascii_length))
		return text;
	*ascii_length = 0;
	if (!canvas->ascii && text_is_clean(text, TEXT_CLEAN_LINE))
		return text;
	clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	if (canvas->ascii) {
		char *plain = to_ascii(clean);
		g_free(clean);
		clean = plain;
	}
	return *owned = clean;
}

int canvas_text(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *text)
{
	g_autofree char *owned = NULL;
	size_t length;

	clip = canvas_clip(canvas, clip);
	if (!text || cells <= 0 || y < clip.y || y >= clip.y + clip.h || x >= clip.x + clip.w || x < -100000)
		return 0;
	text = prepare(canvas, text, &length, &owned);
	return *text ? put_clipped(canvas, clip, x, y, cells, role, text, length) : 0;
}

int canvas_width(const struct canvas *canvas, const char *text)
{
	g_autofree char *owned = NULL;
	size_t length;

	text = prepare(canvas, text ? text : "", &length, &owned);
	return length || !*text ? (int)length : text_width(text);
}

int canvas_text_right(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *text)
{
	int width = canvas_width(canvas, text);

	if (width < cells)
		x += cells - width, cells = width;
	return canvas_text(canvas, clip, x, y, cells, role, text);
}

int canvas_printf(struct canvas *canvas, struct rect clip, int x, int y, int cells, enum role role, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list arguments;

	va_start(arguments, format);
	text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	return canvas_text(canvas, clip, x, y, cells, role, text);
}

void canvas_fill(struct canvas *canvas, struct rect rect, enum role role, const char *glyph)
{
	if (canvas->ascii && (unsigned char)*glyph >= 0x80) {
		const char *twin = canvas_ascii_twin(glyph, strlen(glyph));
		glyph = twin ? twin : "?";
	}
	rect = canvas_clip(canvas, rect);
	struct cell filled = { .width = 1 };
	cell_set(&filled, glyph, strlen(glyph), 1, role);
	for (int y = rect.y; y < rect.y + rect.h; y++)
		for (int x = rect.x; x < rect.x + rect.w; x++) {
			struct cell *cell = &canvas->cell[(size_t)y * canvas->w + x];
			if (cell->width != 1)
				cell_mend(canvas, cell);
			*cell = filled;
		}
}

void canvas_role(struct canvas *canvas, struct rect rect, enum role role)
{
	rect = canvas_clip(canvas, rect);
	for (int y = rect.y; y < rect.y + rect.h; y++)
		for (int x = rect.x; x < rect.x + rect.w; x++)
			canvas->cell[(size_t)y * canvas->w + x].role = role;
}

static const char *const box_light[6] = { "┌", "┐", "└", "┘", "─", "│" };
static const char *const box_heavy[6] = { "┏", "┓", "┗", "┛", "━", "┃" };

struct rect canvas_box(struct canvas *canvas, struct rect rect, bool active, const char *title, const char *footer)
{
	const char *const *line = active ? box_heavy : box_light;
	enum role role = active ? ROLE_BORDER_ACTIVE : ROLE_BORDER;
	int right = rect.x + rect.w - 1, bottom = rect.y + rect.h - 1;
	struct rect inside = { rect.x + 1, rect.y + 1, MAX(rect.w - 2, 0), MAX(rect.h - 2, 0) };

	if (rect.w < 2 || rect.h < 2)
		return (struct rect){ rect.x, rect.y, 0, 0 };
	canvas_fill(canvas, rect, ROLE_TEXT, " ");
	canvas_fill(canvas, (struct rect){ inside.x, rect.y, inside.w, 1 }, role, line[4]);
	canvas_fill(canvas, (struct rect){ inside.x, bottom, inside.w, 1 }, role, line[4]);
	canvas_fill(canvas, (struct rect){ rect.x, inside.y, 1, inside.h }, role, line[5]);
	canvas_fill(canvas, (struct rect){ right, inside.y, 1, inside.h }, role, line[5]);
	canvas_fill(canvas, (struct rect){ rect.x, rect.y, 1, 1 }, role, line[0]);
	canvas_fill(canvas, (struct rect){ right, rect.y, 1, 1 }, role, line[1]);
	canvas_fill(canvas, (struct rect){ rect.x, bottom, 1, 1 }, role, line[2]);
	canvas_fill(canvas, (struct rect){ right, bottom, 1, 1 }, role, line[3]);
	if (active && canvas->ascii)
		canvas_fill(canvas, (struct rect){ rect.x + 1, rect.y, rect.w > 3 ? 1 : 0, 1 }, role, ">");
	if (title && *title && inside.w >= 4) {
		int used = canvas_text(canvas, rect, rect.x + 3, rect.y, inside.w - 4, active ? ROLE_TITLE : ROLE_HEADING, title);
		canvas_fill(canvas, (struct rect){ rect.x + 2, rect.y, 1, 1 }, role, " ");
		canvas_fill(canvas, (struct rect){ rect.x + 3 + used, rect.y, 1, 1 }, role, " ");
	}
	if (footer && *footer && inside.w >= 5) {
		int width = MIN(canvas_width(canvas, footer), inside.w - 3);
		canvas_fill(canvas, (struct rect){ right - 3 - width, bottom, width + 2, 1 }, role, " ");
		canvas_text(canvas, rect, right - 2 - width, bottom, width, ROLE_DIM, footer);
	}
	return inside;
}
