/* Cases: one case whole, as a column of lines that scrolls. */
#include <string.h>
#include "base/text.h"
#include "view/detail_lines.h"
#include "view/pane.h"

static char *detail_title(const struct pane *pane, const struct case_detail *detail)
{
	char days[28];
	g_autofree char *late = detail->overdue > 0 ? g_strdup_printf(ngettext("OVERDUE %s day", "OVERDUE %s days", detail->overdue),
		text_number(detail->overdue, days)) : NULL;

	const char *parts[] = { detail->record.number, detail->class_label, detail->district_label, late ? late : detail->state_label };

	return pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]){ 2, 1 }, 2);
}

static char *detail_footer(const struct pane *pane, int top, int rows, int n)
{
	int below = n - top - rows;
	g_autofree char *up = top > 0 ? g_strdup_printf("%s %d", canvas_glyph(pane->canvas, GLYPH_ARROW_UP), top) : NULL;
	g_autofree char *down = below > 0 ? g_strdup_printf(ngettext("%s %d more line", "%s %d more lines", below),
		canvas_glyph(pane->canvas, GLYPH_ARROW_DOWN), below) : NULL;

	return pane_joined(pane, (const char *const[]){ up, down }, 2);
}

static struct rect detail_body(const struct pane *pane)
{
	struct rect inside = pane_inside(pane);

	if (pane->bare || inside.w < 20)
		return inside;
	return (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
}

int case_detail_pane_lines(const struct pane *pane)
{
	struct detail_lines *lines;
	int n;

	if (!pane->scene->detail)
		return 0;
	lines = detail_lines_make(pane->canvas, pane->scene, detail_body(pane).w);
	n = (int)lines->lines->len;
	detail_lines_free(lines);
	return n;
}

int case_detail_pane_rows(const struct pane *pane)
{
	return detail_body(pane).h;
}

void case_detail_pane_draw(const struct pane *pane)
{
	const struct case_detail *detail = pane->scene->detail;
	struct rect body = detail_body(pane);
	g_autofree char *title = NULL, *footer = NULL;
	struct detail_lines *lines;
	int n, top;

	if (!detail) {
		pane_empty(pane, pane_box(pane, _("Case"), NULL), _("No case is chosen."), NULL);
		return;
	}
	lines = detail_lines_make(pane->canvas, pane->scene, body.w);
	n = (int)lines->lines->len;
	top = CLAMP(pane->scene->detail_top, 0, MAX(n - body.h, 0));
	title = detail_title(pane, detail);
	footer = detail_footer(pane, top, body.h, n);
	pane_box(pane, title, footer);
	for (int i = 0; i < body.h && top + i < n; i++)
		detail_line_draw(g_ptr_array_index(lines->lines, (guint)(top + i)), pane->canvas, body, body.y + i);
	if (pane->active) {
		pane->canvas->cursor_x = body.x;
		pane->canvas->cursor_y = body.y;
	}
	detail_lines_free(lines);
}
