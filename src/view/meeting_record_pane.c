/* The record, last first: what was written, and when. */
#include "view/meeting_view.h"

int meeting_record_pane_rows(const struct pane *pane)
{
	return pane_inside(pane).h;
}

void meeting_record_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct list_place *place = &pane->scene->meeting_place.record;
	struct rect inside = pane_box(pane, _("Record, last first"), NULL);
	unsigned n = meeting ? meeting->events->len : 0;
	for (int i = 0; i < inside.h && place->top + i < n; i++) {
		const struct meeting_event *event = meeting->events->pdata[n - 1 - (place->top + i)];
		g_autofree char *words = event_words(meeting, event);
		char clock[8];
		canvas_text(pane->canvas, inside, inside.x + 1, inside.y + i, 5, ROLE_DIM, meeting_clock(pane, event->at, clock));
		canvas_text(pane->canvas, inside, inside.x + 8, inside.y + i, inside.w - 9, ROLE_TEXT, words);
		if (pane->active && place->top + i == place->position)
			pane_current(pane, inside, inside.y + i);
		pane_hit(pane, (struct rect) { inside.x, inside.y + i, inside.w, 1 }, HIT_ROW, place->top + i);
	}
	if (!n)
		pane_empty(pane, inside, _("Nothing is recorded yet."), NULL);
}
