/* The agenda as it is walked: what is done, what is open, and whether the meeting keeps its time. */
#include "view/meeting_view.h"

enum { PACE_ROWS = 5, TALL = 14 };

static bool is_called(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	return meeting && meeting->phase != PHASE_NONE;
}

static int pace_rows(const struct pane *pane)
{
	return is_called(pane) && pane_inside(pane).h >= TALL ? PACE_ROWS : 0;
}

/* The motions and steps come between agenda and time, where all items still have their rows. */
static int progress_rows(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	int rows = is_called(pane) && meeting->phase == PHASE_OPEN ? meeting_progress_rows(pane, meeting) : 0;
	return rows && (int) meeting->items->len + rows + pace_rows(pane) + 1 <= pane_inside(pane).h ? rows + 1 : 0;
}

int meeting_agenda_pane_rows(const struct pane *pane)
{
	return MAX(pane_inside(pane).h - pace_rows(pane) - progress_rows(pane), 0);
}

/* --- items --- */

/* What is said at the right of an item; the states that matter are told even where the title is cut for it. */
static const char *word_of(const struct meeting *meeting, const struct meeting_item *item, bool *matters)
{
	const struct motion *motion = meeting_motion(meeting, item->decided_by);
	*matters = item->unposted || item->pulled || item->closed;
	if (motion && !item->unposted)
		return motion_state_words(motion->state);
	if (item->unposted)
		return item->urgent ? _("urgent") : item->continued ? _("continued") : _("not posted");
	return item->pulled ? _("pulled") : item->closed ? _("closed") : item->consent ? _("consent") : "";
}

/* Cells of the longest number. */
static int number_width(const struct pane *pane)
{
	const struct meeting_model *model = pane->scene->meeting;
	const GPtrArray *items = is_called(pane) ? model->meeting->items : model->items;
	int width = 1;
	for (guint i = 0; i < items->len; i++) {
		const char *number = is_called(pane) ? ((const struct meeting_item *) items->pdata[i])->number : ((const struct agenda_item *) items->pdata[i])->number;
		width = MAX(width, canvas_width(pane->canvas, number));
	}
	return MIN(width, 6);
}

static void row_words(const struct pane *pane, struct rect inside, int y, enum role role, const char *number, const char *title, const char *word, bool matters)
{
	int numbers = number_width(pane), x = inside.x + 4 + numbers, room = inside.x + inside.w - 1 - x, width = *word ? canvas_width(pane->canvas, word) : 0;
	if (width && canvas_width(pane->canvas, title) + width + 2 > room && !(matters && room - width >= 12))
		width = 0;
	canvas_text(pane->canvas, inside, inside.x + 3, y, numbers, ROLE_DIM, number);
	canvas_text_right(pane->canvas, inside, inside.x + inside.w - 1 - width, y, width, matters ? ROLE_WARN : ROLE_DIM, word);
	canvas_text(pane->canvas, inside, x, y, room - (width ? width + 1 : 0), role, title);
}

/* The user's own, beside the number. */
static void private_mark(const struct pane *pane, struct rect inside, int y, int position)
{
	canvas_text(pane->canvas, inside, inside.x + 2, y, 1, ROLE_ACCENT, meeting_private(pane, position) ? "*" : "");
}

static void item_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct meeting_item *item)
{
	bool matters, done = item->state == ITEM_DONE, open = item->state == ITEM_OPEN;
	const char *word = word_of(meeting, item, &matters), *mark = done ? canvas_glyph(pane->canvas, GLYPH_CHECK) : open ? canvas_glyph(pane->canvas, GLYPH_CURSOR) : "";
	enum role role = open ? ROLE_HEADING : done ? ROLE_DIM : ROLE_TEXT;
	row_words(pane, inside, y, role, item->number, meeting_item_title(pane, item), word, matters && !done);
	canvas_text(pane->canvas, inside, inside.x + 1, y, 1, role, mark);
	private_mark(pane, inside, y, item->position);
}

static void planned_row(const struct pane *pane, struct rect inside, int y, const struct agenda_item *item)
{
	g_autofree char *minutes = item->minutes > 0 ? span_words(item->minutes) : g_strdup("");
	private_mark(pane, inside, y, item->position);
	row_words(pane, inside, y, ROLE_TEXT, item->number, pane_item_title(pane, pane->scene->meeting->record.body, item), item->closed ? _("closed") : minutes, false);
}

static void rows_draw(const struct pane *pane, struct rect inside, const GPtrArray *items)
{
	const struct list_place *place = &pane->scene->meeting_place.agenda;
	int rows = meeting_agenda_pane_rows(pane);
	for (int i = 0; i < rows && place->top + i < items->len; i++) {
		int y = inside.y + i;
		if (is_called(pane))
			item_row(pane, inside, y, meeting_of(pane), items->pdata[place->top + i]);
		else
			planned_row(pane, inside, y, items->pdata[place->top + i]);
		if (place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
}

/* --- time --- */

/* Minutes behind the plan: what is over, and what the open item took beyond its own. */
static int behind_of(const struct meeting *meeting, const struct pace *pace)
{
	const struct meeting_item *open = meeting_item(meeting, meeting->item);
	int behind = pace->elapsed - pace->planned;
	return open ? behind - CLAMP(open->minutes, 0, MAX(behind, 0)) : behind;
}

static void pace_bar(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct pace *pace)
{
	int all = MAX((int) ((pace->expected_end - meeting->called) / 60), 1), room = inside.w - 2;
	meeting_bar(pane, inside, inside.x + 1, y, room, ROLE_DIM, true);
	meeting_bar(pane, inside, inside.x + 1, y, CLAMP(pace->elapsed * room / all, 0, room), ROLE_ACCENT, false);
}

/* The whole, or where it does not fit the brief. */
static void fitting(const struct pane *pane, struct rect inside, int y, const char *whole, const char *brief)
{
	canvas_text(pane->canvas, inside, inside.x + 1, y, inside.w - 1, ROLE_TEXT, canvas_width(pane->canvas, whole) < inside.w ? whole : brief);
}

static void ends(const struct pane *pane, struct rect inside, int y, const struct pace *pace)
{
	char clock[8], planned[8];
	meeting_clock(pane, pace->expected_end, clock);
	meeting_clock(pane, pace->planned_end, planned);
	g_autofree char *whole = g_strdup_printf(_("Ends %s (planned %s)"), clock, planned), *brief = g_strdup_printf(_("Ends %s, plan %s"), clock, planned);
	fitting(pane, inside, y, whole, brief);
}

static void pace_draw(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	struct pace pace = meeting_pace(meeting, pane->scene->now);
	int y = inside.y + inside.h - PACE_ROWS, behind = behind_of(meeting, &pace);
	char clock[8];
	g_autofree char *elapsed = span_words(pace.elapsed);
	meeting_rule(pane, inside, y++, _("time"));
	g_autofree char *called = g_strdup_printf(_("Called %s, elapsed %s"), meeting_clock(pane, meeting->called, clock), elapsed), *since = g_strdup_printf(_("Elapsed %s"), elapsed);
	fitting(pane, inside, y++, called, since);
	if (behind > 0)
		canvas_printf(pane->canvas, inside, inside.x + 1, y++, inside.w - 1, ROLE_WARN, ngettext("%d minute behind plan", "%d minutes behind plan", behind), behind);
	else
		canvas_text(pane->canvas, inside, inside.x + 1, y++, inside.w - 1, ROLE_TEXT, _("on time"));
	if (meeting->phase == PHASE_ADJOURNED)
		canvas_printf(pane->canvas, inside, inside.x + 1, y++, inside.w - 1, ROLE_TEXT, _("Ended %s"), meeting_clock(pane, meeting->adjourned, clock));
	else if (pace.expected_end)
		ends(pane, inside, y++, &pace);
	if (pace.expected_end)
		pace_bar(pane, inside, y, meeting, &pace);
}

static char *title_of(const struct pane *pane, const GPtrArray *items)
{
	unsigned done = 0;
	for (guint i = 0; is_called(pane) && i < items->len; i++)
		done += ((const struct meeting_item *) items->pdata[i])->state == ITEM_DONE;
	g_autofree char *count = is_called(pane) ? g_strdup_printf(_("%u of %u done"), done, items->len) : g_strdup_printf(ngettext("%u item", "%u items", items->len), items->len);
	return pane_joined(pane, (const char *const[]) { _("Agenda"), count }, 2);
}

void meeting_agenda_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	if (!meeting) {
		pane_box(pane, _("Agenda"), NULL);
		return;
	}
	const GPtrArray *items = is_called(pane) ? meeting->items : pane->scene->meeting->items;
	gint64 top = pane->scene->meeting_place.agenda.top;
	int rows = meeting_agenda_pane_rows(pane), progress = progress_rows(pane);
	g_autofree char *title = title_of(pane, items), *range = (int) items->len > rows ? pane_range(pane, top, MIN(rows, items->len - top), items->len) : NULL;
	struct rect inside = pane_box(pane, title, range);
	rows_draw(pane, inside, items);
	if (progress)
		meeting_progress_draw(pane, (struct rect) { inside.x, inside.y + inside.h - pace_rows(pane) - progress, inside.w, progress }, meeting);
	if (pace_rows(pane))
		pace_draw(pane, inside, meeting);
	if (!items->len)
		pane_empty(pane, inside, _("The agenda of this meeting has no items yet."), NULL);
}
