/* What is due for the board, to be put on the agenda beside it. */
#include "view/pane.h"

/* Where there is room, the last line says why the selected one is due. */
static int rows_of(struct rect inside)
{
	return inside.h >= 5 ? inside.h - 1 : inside.h;
}

int docket_pane_rows(const struct pane *pane)
{
	return rows_of(pane_inside(pane));
}

static const char *days_words(const struct docket_model *docket, const struct docket_entry *entry, char *buffer, size_t size)
{
	if (entry->due == DAY_UNKNOWN)
		return docket_reason_words(g_bit_nth_lsf(entry->reasons, -1));
	int days = entry->due - docket->today;
	if (days < 0)
		g_snprintf(buffer, size, _("OVER %d d"), -days);
	else
		g_snprintf(buffer, size, _("due %d d"), days);
	return buffer;
}

static void row(const struct pane *pane, struct rect inside, int y, const struct docket_entry *entry)
{
	const struct docket_model *docket = pane->scene->docket;
	char buffer[32];
	const char *days = days_words(docket, entry, buffer, sizeof buffer);
	bool late = entry->due != DAY_UNKNOWN && entry->due < docket->today;
	enum role role = entry->listed ? ROLE_DIM : ROLE_TEXT;
	int width = MIN(canvas_width(pane->canvas, days), inside.w / 3), x = inside.x + 2;

	canvas_text(pane->canvas, inside, x, y, 1, role, entry->listed ? canvas_glyph(pane->canvas, GLYPH_CHECK) : " ");
	canvas_text_right(pane->canvas, inside, inside.x + inside.w - 1 - width, y, width, late && !entry->listed ? ROLE_ALERT : role, days);
	canvas_text(pane->canvas, inside, x + 2, y, inside.x + inside.w - 2 - width - x - 2, role, entry->title ? entry->title : "");
}

static char *title_of(const struct pane *pane, const struct docket_model *docket)
{
	g_autofree char *n = g_strdup_printf("%u", docket->entries->len);
	return pane_joined(pane, (const char *const[]){ _("Due for the board"), n }, 2);
}

/* In full what the selected row says in short. */
static void why_line(const struct pane *pane, struct rect inside, const struct docket_entry *entry)
{
	canvas_text(pane->canvas, inside, inside.x + 2, inside.y + inside.h - 1, inside.w - 3, ROLE_DIM, entry->why ? entry->why : "");
}

/* What is missing, or up to when the clocks are looked at. */
static char *footer_of(const struct docket_model *docket)
{
	char day[DAY_ISO_SIZE];
	if (docket->gap)
		return g_strdup(docket->gap);
	return docket->guessed ? g_strdup_printf(_("clocks until %s"), day_iso(docket->horizon, day))
		: g_strdup_printf(_("clocks until the next meeting but one, %s"), day_iso(docket->horizon, day));
}

void docket_pane_draw(const struct pane *pane)
{
	const struct docket_model *docket = pane->scene->docket;
	const struct list_place *place = &pane->scene->docket_place;
	if (!docket) {
		pane_empty(pane, pane_box(pane, _("Due for the board"), NULL), _("Nothing is due for the board."), NULL);
		return;
	}
	g_autofree char *title = title_of(pane, docket), *footer = footer_of(docket);
	struct rect inside = pane_box(pane, title, footer);
	if (docket->entries->len == 0)
		pane_empty(pane, inside, _("Nothing is due for the board."), NULL);
	if (rows_of(inside) < inside.h && place->position < docket->entries->len)
		why_line(pane, inside, &g_array_index(docket->entries, struct docket_entry, place->position));
	for (int i = 0; i < rows_of(inside) && place->top + i < docket->entries->len; i++) {
		row(pane, inside, inside.y + i, &g_array_index(docket->entries, struct docket_entry, place->top + i));
		if (place->top + i == place->position)
			pane_current(pane, inside, inside.y + i);
		pane_hit(pane, (struct rect){ inside.x, inside.y + i, inside.w, 1 }, HIT_ROW, place->top + i);
	}
}
