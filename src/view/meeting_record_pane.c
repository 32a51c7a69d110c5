/* The record, last first: what was written, and when. */
#include "view/meeting_view.h"

#include "domain/meeting_public.h"

int meeting_record_pane_rows(const struct pane *pane)
{
	return pane_inside(pane).h;
}

/* Results stand out, and what changes something that was recorded before. */
static enum role role_of(enum meeting_event_kind kind)
{
	switch (kind) {
	case MEETING_VOTE_DECLARED: case MEETING_CALLED: case MEETING_ADJOURNED: return ROLE_HEADING;
	case MEETING_VOTE_TAKEN_BACK: case MEETING_VOTE_CANCELLED: case MEETING_VOTE_CORRECTED: case MEETING_TAKEN_OVER: return ROLE_WARN;
	default: return ROLE_TEXT;
	}
}

void meeting_record_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct list_place *place = &pane->scene->meeting_place.record;
	int n = meeting ? (int) meeting->events->len : 0, rows = meeting_record_pane_rows(pane);
	g_autofree char *range = n > rows ? pane_range(pane, place->top, MIN(rows, n - place->top), n) : NULL;
	struct rect inside = pane_box(pane, _("Record, last first"), range);
	bool hides = meeting && meeting_hides_closed(pane);
	for (int i = 0; i < inside.h && place->top + i < n; i++) {
		const struct meeting_event *event = meeting->events->pdata[n - 1 - (place->top + i)];
		g_autofree char *words = hides && !event_is_public(meeting, event) ? g_strdup(_("in closed session (X shows it)"))
			: event_words(meeting, event, pane->scene->board, pane->scene->lang);
		char clock[8];
		int y = inside.y + i;
		canvas_text(pane->canvas, inside, inside.x + 1, y, 5, ROLE_DIM, meeting_clock(pane, event->at, clock));
		canvas_text(pane->canvas, inside, inside.x + 7, y, inside.w - 8, role_of(event->kind), words);
		if (pane->active && place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
	if (!n)
		pane_empty(pane, inside, _("Nothing is recorded yet."), NULL);
}
