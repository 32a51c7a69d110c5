/* The canvas as text, as its style plane and with colours for a terminal. Its picture: canvas_svg.c. */
#include "view/canvas.h"

#include <glib.h>
#include <string.h>

static const struct cell *canvas_at(const struct canvas *canvas, int x, int y)
{
	return &canvas->cell[(size_t)y * canvas->w + x];
}

char *canvas_to_text(const struct canvas *canvas, bool trim)
{
	GString *out = g_string_sized_new((gsize)canvas->w * canvas->h + 1);

	for (int y = 0; y < canvas->h; y++) {
		gsize start = out->len;
		for (int x = 0; x < canvas->w; x++)
			g_string_append(out, canvas_at(canvas, x, y)->text);
		while (trim && out->len > start && out->str[out->len - 1] == ' ')
			g_string_truncate(out, out->len - 1);
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

char *canvas_to_roles(const struct canvas *canvas)
{
	GString *out = g_string_sized_new((gsize)(canvas->w + 1) * canvas->h + 1);

	for (int y = 0; y < canvas->h; y++) {
		for (int x = 0; x < canvas->w; x++)
			g_string_append_c(out, role_letter(canvas_at(canvas, x, y)->role));
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

/* With 16 or 8 colours no hue is safe as text on every ground (UX.md 8.1): signs and words get one only as an extra. */
static int basic_color(enum role role)
{
	switch (role) {
	case ROLE_ACCENT: case ROLE_CHART_1: return 6;
	case ROLE_ALERT: case ROLE_CHART_SIGNAL: case ROLE_ERROR: return 1;
	case ROLE_WARN: case ROLE_CHART_2: return 3;
	case ROLE_GOOD: case ROLE_CHART_3: return 2;
	case ROLE_CHART_4: return 5;
	default: return -1;
	}
}

static void append_style(GString *out, enum role role, const struct theme *theme, int colors)
{
	const struct role_style *style = &theme->role[role];
	unsigned attributes = colors >= 256 ? style->attributes : role_fallback(role);

	g_string_append(out, "\033[0");
	if (attributes & ROLE_BOLD)
		g_string_append(out, ";1");
	if (attributes & ROLE_UNDERLINE)
		g_string_append(out, ";4");
	if (attributes & ROLE_REVERSE)
		g_string_append(out, ";7");
	if (colors >= 256) {
		if (style->fg != COLOR_NONE)
			g_string_append_printf(out, ";38;5;%d", style->fg);
		if (style->bg != COLOR_NONE)
			g_string_append_printf(out, ";48;5;%d", style->bg);
	} else if (colors >= 8 && basic_color(role) >= 0) {
		g_string_append_printf(out, ";3%d", basic_color(role));
	}
	g_string_append_c(out, 'm');
}

char *canvas_to_ansi(const struct canvas *canvas, const struct theme *theme, int colors)
{
	GString *out = g_string_sized_new((gsize)canvas->w * canvas->h * 2);

	for (int y = 0; y < canvas->h; y++) {
		int role = -1;
		for (int x = 0; x < canvas->w; x++) {
			const struct cell *cell = canvas_at(canvas, x, y);
			if (cell->role != role)
				append_style(out, role = cell->role, theme, colors);
			g_string_append(out, cell->text);
		}
		g_string_append(out, "\033[0m\n");
	}
	return g_string_free(out, FALSE);
}
