/* What is on the floor: the item, the motion that is pending, what it needs, and those it stands upon. */
#include "view/meeting_view.h"

static const char *stage_of(const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_open_vote(meeting);
	if (vote && vote->motion == motion->number)
		return method_words(vote->method);
	return motion_debatable(meeting, motion) ? _("open for debate") : motion_state_words(motion->state);
}

static char *title_of(const struct pane *pane, const struct meeting *meeting)
{
	const struct meeting_item *item = meeting_item(meeting, meeting->item);
	if (!item)
		return g_strdup(meeting->record.title ? meeting->record.title : meeting->body_name);
	g_autofree char *number = g_strdup_printf(_("Item %s (%d of %u)"), item->number ? item->number : "", item->position, meeting->items->len);
	return pane_joined(pane, (const char *const[]) { number, item->title, item->unposted ? _("not posted") : item->closed ? _("closed session") : NULL }, 3);
}

/* "MOTION 4   moved by Okafor, seconded by Tran   roll call" */
static int motion_head(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct motion *motion)
{
	g_autofree char *name = motion_name(meeting, motion), *first = g_strdup_printf(_("MOTION %s"), name);
	int x = inside.x + canvas_text(pane->canvas, inside, inside.x, y, inside.w, ROLE_HEADING, first) + 2;
	g_autofree char *moved = *meeting_member_name(meeting, motion->mover) ? g_strdup_printf(_("moved by %s"), meeting_member_name(meeting, motion->mover)) : g_strdup("");
	g_autofree char *seconded = motion->seconder >= 0 ? g_strdup_printf(_("seconded by %s"), meeting_member_name(meeting, motion->seconder))
		: g_strdup(motion->state == MOTION_MADE ? _("needs a second") : "");
	const char *kind = motion->kind->class == MOTION_CLASS_MAIN && motion->kind->effect == EFFECT_NONE ? NULL : labels_get(&motion->kind->label, pane->scene->lang);
	g_autofree char *parts = pane_joined(pane, (const char *const[]) { kind, *moved ? moved : NULL, *seconded ? seconded : NULL, stage_of(meeting, motion) }, 4);
	canvas_text(pane->canvas, inside, x, y, inside.x + inside.w - x, motion->state == MOTION_MADE ? ROLE_WARN : ROLE_TEXT, parts);
	return y + 1;
}

static int needs_line(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_open_vote(meeting);
	const struct threshold *threshold = vote ? vote->threshold : motion->kind->threshold;
	struct tally tally = vote ? vote->tally : meeting_expected_tally(meeting, motion);
	if (!threshold)
		return meeting_fact(pane, inside, y, _("Needs"), 8, _("a ruling of the chair"));
	g_autofree char *words = threshold_words(threshold, &tally, &meeting->procedure->rules, pane->scene->lang);
	g_autofree char *whole = threshold->source ? g_strdup_printf("%s (%s)", words, threshold->source) : g_strdup(words);
	return meeting_fact(pane, inside, y, _("Needs"), 8, whole);
}

static int motion_on_floor(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct motion *motion)
{
	bool amended = g_strcmp0(motion->text, motion->original) != 0;
	struct rect room = { inside.x, inside.y, inside.w, MAX(inside.h - 1, 1) };
	y = motion_head(pane, inside, y, meeting, motion);
	if (*motion->text)
		y = pane_wrapped(pane, room, y, ROLE_TEXT, motion->text);
	if (motion->wording)
		y = meeting_fact(pane, room, y, _("Then"), 8, motion->wording);
	if (amended)
		y = meeting_fact(pane, room, y, _("Was"), 8, motion->original);
	return needs_line(pane, inside, MIN(y, inside.y + inside.h - 1), meeting, motion);
}

static void pending_below(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting)
{
	for (guint i = meeting->pending->len - 1; i-- > 0 && y < inside.y + inside.h;) {
		const struct motion *motion = meeting_motion(meeting, g_array_index(meeting->pending, int, i));
		g_autofree char *name = motion_name(meeting, motion), *label = g_strdup_printf(_("on %s"), name);
		y = meeting_fact(pane, inside, y, label, 8, *motion->text ? motion->text : labels_get(&motion->kind->label, pane->scene->lang));
	}
}

/* What was decided on the open item, the last first. */
static void decided(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting)
{
	for (guint i = meeting->motions->len; i-- > 0 && y < inside.y + inside.h;) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->item != meeting->item)
			continue;
		g_autofree char *name = motion_name(meeting, motion), *head = g_strdup_printf(_("MOTION %s"), name);
		int used = canvas_text(pane->canvas, inside, inside.x, y, inside.w, ROLE_HEADING, head);
		const char *text = *motion->text ? motion->text : labels_get(&motion->kind->label, pane->scene->lang);
		g_autofree char *line = g_strdup_printf("%s: %s", motion_state_words(motion->state), text);
		struct rect right = { inside.x + used + 2, inside.y, inside.w - used - 2, inside.h };
		y = pane_wrapped(pane, right, y, ROLE_TEXT, line);
	}
}

static void words_of_phase(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	const struct closed_session *closed = meeting->closed->len ? meeting->closed->pdata[meeting->closed->len - 1] : NULL;
	char clock[8];
	g_autofree char *recess = g_strdup_printf(_("In recess since %s."), meeting_clock(pane, meeting->recess_from, clock));
	g_autofree char *over = g_strdup_printf(_("Adjourned at %s."), meeting_clock(pane, meeting->adjourned, clock));
	switch (meeting->phase) {
	case PHASE_NONE: pane_empty(pane, inside, _("The meeting has not been called to order."), pane->scene->meeting_place.clerk ? NULL : _("C calls it to order and takes the record.")); break;
	case PHASE_RECESS: pane_empty(pane, inside, recess, NULL); break;
	case PHASE_CLOSED: pane_empty(pane, inside, _("Closed session: the room is cleared, the projector is blank."), closed ? closed->announced : NULL); break;
	case PHASE_ADJOURNED: pane_empty(pane, inside, over, NULL); break;
	case PHASE_OPEN: pane_empty(pane, inside, meeting->item ? _("No motion is on the floor.") : meeting->roll_completed ? _("No item is open.")
		: _("The roll is being called."), NULL); break;
	}
}

static bool decided_here(const struct meeting *meeting)
{
	for (guint i = 0; meeting->item && i < meeting->motions->len; i++)
		if (((const struct motion *) meeting->motions->pdata[i])->item == meeting->item)
			return true;
	return false;
}

/* What this user noted about the open item, in the last row: 1; 0 when there is nothing or no room. */
static int private_row(const struct pane *pane, struct rect inside, int position)
{
	const char *note = meeting_private(pane, position);
	if (!note || !*note || inside.h < 4)
		return 0;
	int y = inside.y + inside.h - 1;
	int used = canvas_text(pane->canvas, inside, inside.x, y, inside.w, ROLE_DIM, _("Your note:"));
	canvas_text(pane->canvas, inside, inside.x + used + 1, y, inside.w - used - 1, ROLE_ACCENT, note);
	return 1;
}

void meeting_floor_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct motion *floor = meeting ? meeting_floor(meeting) : NULL;
	if (!meeting) {
		pane_empty(pane, pane_box(pane, _("Meeting"), NULL), _("This database has no meetings."), _("Meetings cannot be imported yet; dais demo FILE invents one."));
		return;
	}
	g_autofree char *title = meeting->phase == PHASE_NONE ? g_strdup(_("Meeting")) : title_of(pane, meeting);
	struct rect inside = pane_box(pane, title, pane->scene->meeting_place.role_words);
	inside.x++, inside.w -= 2;
	if (pane->scene->meeting->broken) {
		pane_wrapped(pane, inside, inside.y, ROLE_ERROR, pane->scene->meeting->broken);
		return;
	}
	inside.h -= private_row(pane, inside, meeting->item);
	if (floor) {
		int y = motion_on_floor(pane, inside, inside.y, meeting, floor);
		pending_below(pane, inside, y, meeting);
	} else if (decided_here(meeting) && meeting->phase == PHASE_OPEN) {
		decided(pane, inside, inside.y, meeting);
	} else {
		words_of_phase(pane, inside, meeting);
	}
}
