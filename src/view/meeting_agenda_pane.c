/* The agenda as it is walked: what is done, what is open, and whether the meeting keeps its time. */
#include "view/meeting_view.h"

enum { PACE_ROWS = 4 };

static bool has_pace(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	return meeting && meeting->phase != PHASE_NONE && pane_inside(pane).h >= 12;
}

int meeting_agenda_pane_rows(const struct pane *pane)
{
	return MAX(pane_inside(pane).h - (has_pace(pane) ? PACE_ROWS : 0), 0);
}

static const char *mark_of(const struct pane *pane, const struct meeting_item *item)
{
	return item->state == ITEM_DONE ? canvas_glyph(pane->canvas, GLYPH_CHECK) : item->state == ITEM_OPEN ? canvas_glyph(pane->canvas, GLYPH_CURSOR) : "";
}

static const char *word_of(const struct meeting *meeting, const struct meeting_item *item)
{
	const struct motion *motion = meeting_motion(meeting, item->decided_by);
	if (motion)
		return motion_state_words(motion->state);
	if (item->unposted)
		return item->urgent ? _("urgent") : _("not posted");
	return item->pulled ? _("pulled") : item->closed ? _("closed") : item->consent ? _("consent") : "";
}

static void item_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct meeting_item *item)
{
	enum role role = item->state == ITEM_OPEN ? ROLE_HEADING : item->state == ITEM_DONE ? ROLE_DIM : ROLE_TEXT;
	const char *word = word_of(meeting, item);
	int width = *word && inside.w >= 34 ? canvas_width(pane->canvas, word) : 0;
	canvas_text(pane->canvas, inside, inside.x + 1, y, 1, role, mark_of(pane, item));
	canvas_text(pane->canvas, inside, inside.x + 2, y, 1, ROLE_ACCENT, meeting_private(pane, item->position) ? "*" : "");
	canvas_text(pane->canvas, inside, inside.x + 3, y, 4, ROLE_DIM, item->number);
	if (width)
		canvas_text_right(pane->canvas, inside, inside.x + inside.w - width, y, width, ROLE_DIM, word);
	canvas_text(pane->canvas, inside, inside.x + 8, y, inside.w - 9 - width, role, item->title);
}

static void pace_rows(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	struct pace pace = meeting_pace(meeting, pane->scene->now);
	int y = inside.y + inside.h - PACE_ROWS, behind = pace.elapsed - pace.planned;
	const struct meeting_item *open = meeting_item(meeting, meeting->item);
	char clock[8], planned[8];
	g_autofree char *elapsed = agenda_minutes(pace.elapsed);
	if (open)
		behind -= MIN(open->minutes, behind);
	canvas_fill(pane->canvas, (struct rect) { inside.x, y, inside.w, 1 }, ROLE_BORDER, canvas_glyph(pane->canvas, GLYPH_HLINE));
	canvas_printf(pane->canvas, inside, inside.x + 1, y + 1, inside.w - 1, ROLE_TEXT, _("Called %s, elapsed %s"), meeting_clock(pane, meeting->called, clock), elapsed);
	if (behind > 0)
		canvas_printf(pane->canvas, inside, inside.x + 1, y + 2, inside.w - 1, ROLE_WARN, ngettext("%d minute behind plan", "%d minutes behind plan", behind), behind);
	else
		canvas_text(pane->canvas, inside, inside.x + 1, y + 2, inside.w - 1, ROLE_TEXT, _("on time"));
	if (pace.expected_end)
		canvas_printf(pane->canvas, inside, inside.x + 1, y + 3, inside.w - 1, ROLE_TEXT, _("Ends about %s (planned %s)"),
			meeting_clock(pane, pace.expected_end, clock), meeting_clock(pane, pace.planned_end, planned));
}

static void rows_before(const struct pane *pane, struct rect inside, const GPtrArray *items)
{
	const struct list_place *place = &pane->scene->meeting_place.agenda;
	for (int i = 0; i < inside.h && place->top + i < items->len; i++) {
		const struct agenda_item *item = items->pdata[place->top + i];
		int y = inside.y + i;
		canvas_text(pane->canvas, inside, inside.x + 2, y, 1, ROLE_ACCENT, meeting_private(pane, item->position) ? "*" : "");
		canvas_text(pane->canvas, inside, inside.x + 3, y, 4, ROLE_DIM, item->number);
		canvas_text(pane->canvas, inside, inside.x + 8, y, inside.w - 8, ROLE_TEXT, item->title);
		if (place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
}

void meeting_agenda_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct list_place *place = &pane->scene->meeting_place.agenda;
	if (!meeting) {
		pane_box(pane, _("Agenda"), NULL);
		return;
	}
	if (meeting->phase == PHASE_NONE) {
		rows_before(pane, pane_box(pane, _("Agenda"), NULL), pane->scene->meeting->items);
		return;
	}
	unsigned done = 0;
	for (guint i = 0; i < meeting->items->len; i++)
		done += ((const struct meeting_item *) meeting->items->pdata[i])->state == ITEM_DONE;
	g_autofree char *count = g_strdup_printf(_("%u of %u done"), done, meeting->items->len);
	g_autofree char *title = pane_joined(pane, (const char *const[]) { _("Agenda"), count }, 2);
	struct rect inside = pane_box(pane, title, NULL);
	int rows = meeting_agenda_pane_rows(pane);
	for (int i = 0; i < rows && place->top + i < meeting->items->len; i++) {
		int y = inside.y + i;
		item_row(pane, inside, y, meeting, meeting->items->pdata[place->top + i]);
		if (place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
	if (has_pace(pane))
		pace_rows(pane, inside, meeting);
}
