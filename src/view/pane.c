#include "view/pane.h"

#include <string.h>
#include "domain/agenda_sheet.h"

struct rect pane_inside(const struct pane *pane)
{
	const struct rect *r = &pane->rect;

	if (pane->bare)
		return (struct rect){ r->x, r->y + 1, r->w, MAX(r->h - 1, 0) };
	return (struct rect){ r->x + 1, r->y + 1, MAX(r->w - 2, 0), MAX(r->h - 2, 0) };
}

void pane_hit(const struct pane *pane, struct rect rect, enum hit_kind kind, gint64 value)
{
	struct hits *hits = pane->hits;

	rect = rect_intersect(rect, (struct rect){ 0, 0, pane->canvas->w, pane->canvas->h });
	if (hits && rect.w > 0 && rect.h > 0 && hits->n < G_N_ELEMENTS(hits->hit))
		hits->hit[hits->n++] = (struct hit){ .rect = rect, .kind = kind, .pane = (int)pane->id, .value = value };
}

struct rect pane_box(const struct pane *pane, const char *title, const char *footer)
{
	pane_hit(pane, pane->rect, HIT_PANE, pane->id);
	if (!pane->bare)
		return canvas_box(pane->canvas, pane->rect, pane->active, title, footer);
	int width = footer ? canvas_width(pane->canvas, footer) : 0;
	if (width + 24 > pane->rect.w)
		width = 0;
	canvas_text(pane->canvas, pane->rect, pane->rect.x, pane->rect.y, pane->rect.w - width - 1, ROLE_TITLE, title);
	canvas_text_right(pane->canvas, pane->rect, pane->rect.x + pane->rect.w - width, pane->rect.y, width, ROLE_DIM, footer);
	return pane_inside(pane);
}

void pane_current(const struct pane *pane, struct rect inside, int y)
{
	struct rect row = rect_intersect(inside, (struct rect){ inside.x, y, inside.w, 1 });

	canvas_role(pane->canvas, row, pane->active ? ROLE_SELECTED : ROLE_SELECTED_BLUR);
	if (!pane->active || row.h == 0)
		return;
	canvas_text(pane->canvas, row, row.x, row.y, 1, ROLE_SELECTED, canvas_glyph(pane->canvas, GLYPH_CURSOR));
	pane->canvas->cursor_x = row.x;
	pane->canvas->cursor_y = row.y;
}

int pane_wrapped(const struct pane *pane, struct rect inside, int y, enum role role, const char *text)
{
	g_autofree char *clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, MAX(inside.w, 1));

	for (unsigned i = 0; lines[i] && y < inside.y + inside.h; i++)
		canvas_text(pane->canvas, inside, inside.x, y++, inside.w, role, lines[i]);
	return y;
}

const char *pane_item_title(const struct pane *pane, const char *body, const struct agenda_item *item)
{
	const struct board *board = pane->scene->board;

	return agenda_title_shown(board ? board_body_meant(board, body) : NULL, item, pane->scene->lang);
}

void pane_empty(const struct pane *pane, struct rect inside, const char *what, const char *try)
{
	struct rect body = { inside.x + 2, inside.y, inside.w - 4, inside.h };
	int y = inside.y + (inside.h > 6 ? inside.h / 3 : inside.h > 2);

	if (body.w < 8)
		body.x = inside.x, body.w = inside.w;
	y = pane_wrapped(pane, body, y, ROLE_TEXT, what);
	if (try)
		pane_wrapped(pane, body, y + (inside.h > 4), ROLE_DIM, try);
}

char *pane_range(const struct pane *pane, gint64 top, gint64 shown, gint64 n)
{
	char a[28], b[28], c[28];

	if (n <= 0)
		return g_strdup("");
	return g_strdup_printf(_("%s%s%s of %s"), text_number(top + 1, a), canvas_glyph(pane->canvas, GLYPH_DASH),
		text_number(MIN(top + shown, n), b), text_number(n, c));
}

char *pane_joined(const struct pane *pane, const char *const *parts, unsigned n)
{
	GString *out = g_string_new(NULL);

	for (unsigned i = 0; i < n; i++) {
		if (!parts[i] || !*parts[i])
			continue;
		if (out->len)
			g_string_append_printf(out, " %s ", canvas_glyph(pane->canvas, GLYPH_DOT));
		g_string_append(out, parts[i]);
	}
	return g_string_free(out, FALSE);
}

char *pane_fitting(const struct pane *pane, const char **parts, unsigned n, const unsigned *drop, unsigned drops)
{
	int room = pane->bare ? pane->rect.w - 1 : pane->rect.w - 6;
	char *title = pane_joined(pane, parts, n);

	for (unsigned i = 0; i < drops && canvas_width(pane->canvas, title) > room; i++) {
		g_free(title);
		parts[drop[i]] = NULL;
		title = pane_joined(pane, parts, n);
	}
	return title;
}

char *pane_chart_title(const struct pane *pane, const struct chart *chart, const char *more)
{
	g_autofree char *title = text_fold(chart->title), *unit = chart->unit ? text_fold(chart->unit) : NULL;

	const char *parts[] = { chart->title, unit && strstr(title, unit) ? NULL : chart->unit, more };

	return pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]){ 1 }, 1);
}
