/* A pane that is a column of lines which scrolls: one case, one seat. */
#include "base/text.h"
#include "view/detail_lines.h"

static char *detail_footer(const struct pane *pane, int top, int rows, int n)
{
	int below = n - top - rows;
	g_autofree char *up = top > 0 ? g_strdup_printf("%s %d", canvas_glyph(pane->canvas, GLYPH_ARROW_UP), top) : NULL;
	g_autofree char *down = below > 0 ? g_strdup_printf(ngettext("%s %d more line", "%s %d more lines", below),
		canvas_glyph(pane->canvas, GLYPH_ARROW_DOWN), below) : NULL;

	return pane_joined(pane, (const char *const[]){ up, down }, 2);
}

struct rect detail_body(const struct pane *pane)
{
	struct rect inside = pane_inside(pane);

	if (pane->bare || inside.w < 20)
		return inside;
	return (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
}

void detail_lines_draw(const struct pane *pane, const struct detail_lines *lines, const char *title)
{
	struct rect body = detail_body(pane);
	int n = (int)lines->lines->len, top = CLAMP(pane->scene->detail_top[pane->scene->screen], 0, MAX(n - body.h, 0));
	g_autofree char *footer = detail_footer(pane, top, body.h, n);

	pane_box(pane, title, footer);
	for (int i = 0; i < body.h && top + i < n; i++)
		detail_line_draw(g_ptr_array_index(lines->lines, (guint)(top + i)), pane->canvas, body, body.y + i);
	if (pane->active) {
		pane->canvas->cursor_x = body.x;
		pane->canvas->cursor_y = body.y;
	}
}
