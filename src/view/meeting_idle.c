/* The floor while no motion is on it: before the call to order, between motions, in recess, behind closed doors, after the end. */
#include "domain/agenda_sheet.h"
#include "view/meeting_view.h"

enum { LABEL = 11 };

static bool decided_here(const struct meeting *meeting)
{
	for (guint i = 0; meeting->item && i < meeting->motions->len; i++)
		if (((const struct motion *) meeting->motions->pdata[i])->item == meeting->item)
			return true;
	return false;
}

static int outcome(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = motion->vote ? meeting_vote(meeting, motion->vote) : NULL;
	g_autofree char *name = motion_name(meeting, motion), *head = g_strdup_printf(_("MOTION %s"), name);
	g_autofree char *words = motion_outcome(meeting, motion, false), *upper = meeting_upper(words);
	int x = inside.x + canvas_text(pane->canvas, inside, inside.x, y, inside.w, ROLE_HEADING, head) + 2, bottom = inside.y + inside.h;
	canvas_text(pane->canvas, inside, x, y, inside.x + inside.w - x, vote ? result_role(vote->result) : ROLE_TEXT, upper);
	return meeting_text(pane, inside, y + 1, bottom - y - 1, 0, ROLE_TEXT, motion_words(pane, motion)) + (inside.h >= 12);
}

/* What was decided on the open item: the last vote first, then the others, the last moved first. */
static void decided(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	const struct vote *last = meeting_shown_vote(meeting);
	int y = last ? outcome(pane, inside, inside.y, meeting, meeting_motion(meeting, last->motion)) : inside.y;
	for (guint i = meeting->motions->len; i-- > 0 && y < inside.y + inside.h;) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->item == meeting->item && (!last || motion->number != last->motion))
			y = outcome(pane, inside, y, meeting, motion);
	}
}

static void item_fact(const struct pane *pane, struct rect inside, int *y, const char *label, const char *text)
{
	if (text && *text)
		*y = meeting_fact(pane, inside, *y, 2, label, LABEL, text);
}

static void item_on_floor(const struct pane *pane, struct rect inside, const struct meeting_item *item)
{
	char clock[8];
	g_autofree char *planned = item->minutes > 0 ? span_words(item->minutes) : g_strdup(_("not planned"));
	g_autofree char *time = g_strdup_printf(_("%s, open since %s"), planned, meeting_clock(pane, item->opened, clock));
	int y = meeting_text(pane, inside, inside.y, 2, 0, ROLE_TEXT, _("No motion is on the floor."));
	y += inside.h >= 6;
	g_autofree char *when = item->continued ? instant_words(item->continued, meeting_of(pane)->zone) : NULL;
	g_autofree char *continued = when ? g_strdup_printf(_("posted for the meeting of %s: it needs no motion of urgency"), when) : NULL;
	item_fact(pane, inside, &y, _("Continued"), continued);
	item_fact(pane, inside, &y, _("Action"), agenda_action_words(item->action));
	item_fact(pane, inside, &y, _("Presenter"), item->presenter);
	item_fact(pane, inside, &y, _("Case"), item->case_number);
	item_fact(pane, inside, &y, _("Time"), time);
}

static void next_item(const struct pane *pane, struct rect inside, const struct meeting *meeting, const char *what)
{
	const struct meeting_item *item = meeting_next_item(meeting);
	g_autofree char *next = item ? g_strdup_printf(_("Next: %s %s"), item->number ? item->number : "", meeting_item_title(pane, item)) : NULL;
	pane_empty(pane, inside, what, next ? next : meeting->items->len ? _("Every item of the agenda is done.") : _("The agenda of this meeting has no items."));
}

static void words_of_recess(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	char from[8], until[8];
	g_autofree char *words = meeting->recess_minutes ? g_strdup_printf(_("In recess since %s, expected back at %s."), meeting_clock(pane, meeting->recess_from, from),
		meeting_clock(pane, meeting->recess_from + meeting->recess_minutes * 60, until)) : g_strdup_printf(_("In recess since %s."), meeting_clock(pane, meeting->recess_from, from));
	next_item(pane, inside, meeting, words);
}

static void words_of_end(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	char clock[8];
	g_autofree char *words = g_strdup_printf(_("Adjourned at %s."), meeting_clock(pane, meeting->adjourned, clock));
	pane_empty(pane, inside, words, meeting->approved ? _("The minutes are approved.") : _("dais minutes FILE prints the draft of the minutes."));
}

static void not_called(const struct pane *pane, struct rect inside)
{
	const struct meeting_record *record = &pane->scene->meeting->record;
	const struct body *body = meeting_body(pane);
	char clock[8], day[DAY_ISO_SIZE];
	g_autofree char *when = g_strdup_printf("%s %s", day_iso(instant_day(record->starts, pane->scene->board ? pane->scene->board->zone : NULL), day),
		meeting_clock(pane, record->starts, clock));
	g_autofree char *what = pane_joined(pane, (const char *const[]) { body ? labels_get(&body->name, pane->scene->lang) : record->body, record->title, when, record->place }, 4);
	int y = meeting_text(pane, inside, inside.y, 2, 0, ROLE_TEXT, what) + (inside.h >= 6);
	y = meeting_text(pane, inside, y, 2, 0, ROLE_HEADING, _("The meeting has not been called to order."));
	meeting_text(pane, inside, y, 2, 0, ROLE_DIM, _("C calls it to order and takes the record: from then on this program records."));
}

void meeting_idle_draw(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	const struct closed_session *closed = meeting_last_closed(meeting);
	const struct meeting_item *item = meeting_item(meeting, meeting->item);
	switch (meeting->phase) {
	case PHASE_NONE: not_called(pane, inside); break;
	case PHASE_RECESS: words_of_recess(pane, inside, meeting); break;
	case PHASE_CLOSED: pane_empty(pane, inside, _("Closed session: the room is cleared, the projector is blank."), closed ? closed->announced : NULL); break;
	case PHASE_ADJOURNED: words_of_end(pane, inside, meeting); break;
	case PHASE_OPEN:
		if (meeting_closed_pending(meeting))
			pane_empty(pane, inside, closed->entered ? _("The closed session is over: what is reported out of it comes next (L).")
				: _("A closed session is announced; the room has not been cleared yet (L)."), closed->announced);
		else if (decided_here(meeting))
			decided(pane, inside, meeting);
		else if (item)
			item_on_floor(pane, inside, item);
		else
			next_item(pane, inside, meeting, meeting->roll_completed ? _("No item is open.") : _("The roll is being called."));
	}
}
