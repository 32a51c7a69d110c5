/* The coming meeting: on the overview in short, on its own screen whole, and one item in full. */
#include <string.h>
#include "view/pane.h"

static char *agenda_away(const struct agenda_model *agenda)
{
	int days = agenda->days_away;

	if (days == 0)
		return g_strdup(_("today"));
	if (days == 1)
		return g_strdup(_("tomorrow"));
	if (days > 0)
		return g_strdup_printf(ngettext("in %d day", "in %d days", days), days);
	return g_strdup_printf(ngettext("%d day ago", "%d days ago", -days), -days);
}

/* "Regular meeting"; g_free. */
static char *agenda_kind(const struct agenda_model *agenda)
{
	char *kind;

	if (agenda->meeting.title)
		return g_strdup(agenda->meeting.title);
	if (!agenda->meeting.kind)
		return NULL;
	kind = g_strdup_printf(_("%s meeting"), meeting_kind_label(agenda->meeting.kind));
	kind[0] = g_ascii_toupper(kind[0]);
	return kind;
}

char *agenda_title(const struct pane *pane, const struct agenda_model *agenda)
{
	g_autofree char *away = agenda_away(agenda), *kind = agenda_kind(agenda);
	bool plain = !agenda->meeting.title && g_strcmp0(agenda->meeting.kind, "regular") == 0;

	const char *parts[] = { _("Agenda"), agenda->when, away, plain ? NULL : kind };

	return pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]){ 3, 2 }, 2);
}

/* The expected time, and whether it fits what is planned for the meeting: "2 h 10 min of 4 h", "4 h 20 min, 20 min too long"; NULL: not known. */
static char *agenda_time_sum(const struct agenda_model *agenda)
{
	int over = agenda->length ? agenda->minutes - agenda->length : 0;
	g_autofree char *sum = agenda->minutes > 0 ? span_words(agenda->minutes) : NULL;
	g_autofree char *other = agenda->length ? span_words(over > 0 ? over : agenda->length) : NULL;

	if (!sum || !other)
		return g_steal_pointer(&sum);
	return g_strdup_printf(over > 0 ? _("%s, %s too long") : _("%s of %s"), sum, other);
}

static char *agenda_sum(const struct pane *pane, const struct agenda_model *agenda)
{
	g_autofree char *items = g_strdup_printf(ngettext("%u item", "%u items", agenda->items->len), agenda->items->len);
	g_autofree char *time = agenda_time_sum(agenda);

	return pane_joined(pane, (const char *const[]){ items, time }, 2);
}

/* While an item is dragged the rows stand in the order that letting it go would make. */
static bool agenda_drags(const struct pane *pane)
{
	return pane->id == PANE_AGENDA_ITEMS && pane->scene->drag.on && pane->scene->drag.to >= 0;
}

static const struct agenda_item *agenda_in_row(const struct pane *pane, const struct agenda_model *agenda, gint64 row)
{
	gint64 from = pane->scene->items.position, to = pane->scene->drag.to;

	if (agenda_drags(pane))
		row = row == to ? from : row >= from && row < to ? row + 1 : row > to && row <= from ? row - 1 : row;
	return g_ptr_array_index(agenda->items, row);
}

/* When an item is due by the expected minutes of those before it: "18:10"; NULL where the sum is not known. */
static char *agenda_time(const struct pane *pane, const struct agenda_model *agenda, gint64 row)
{
	int minutes = instant_minutes(agenda->meeting.starts, pane->scene->board ? pane->scene->board->zone : NULL);

	for (gint64 i = 0; i < row; i++) {
		const struct agenda_item *item = agenda_in_row(pane, agenda, i);
		if (item->minutes <= 0)
			return NULL;
		minutes += item->minutes;
	}
	return g_strdup_printf("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

/* What is special about an item, in words, or where there is little room as the letters of the keys that change it: "cx+@"; g_free. */
static char *agenda_marks(const struct pane *pane, const struct agenda_item *item, bool words)
{
	unsigned attached = item->attachments ? item->attachments->len : 0;
	g_autofree char *carried = item->carried ? g_strdup_printf(_("carried %d"), item->carried) : NULL;
	g_autofree char *attachments = attached ? g_strdup_printf("@%u", attached) : NULL;

	if (!words)
		return g_strdup_printf("%s%s%s%s", item->consent ? "c" : "", item->closed ? "x" : "", item->unposted ? "+" : "", attached ? "@" : "");
	return pane_joined(pane, (const char *const[]){ item->unposted ? _("not posted") : NULL, item->closed ? _("closed session") : NULL,
		item->consent ? _("consent") : NULL, carried, attachments }, 5);
}

void agenda_row(const struct pane *pane, struct rect inside, int y, const struct agenda_model *agenda, gint64 row)
{
	const struct agenda_item *item = agenda_in_row(pane, agenda, row);
	g_autofree char *minutes = item->minutes > 0 ? span_words(item->minutes) : NULL;
	g_autofree char *marks = agenda_marks(pane, item, inside.w >= 50);
	int least = pane->scene->screen == SCREEN_AGENDA ? 30 : 50;      /* on the overview the title matters more */
	int right = inside.x + inside.w - 1, x = inside.x + 2;

	if (minutes) {
		int width = MAX(canvas_width(pane->canvas, minutes), 6);
		canvas_text_right(pane->canvas, inside, right - width, y, width, ROLE_TEXT, minutes);
		right -= width + 2;
	}
	if (*marks && inside.w >= least) {
		int width = canvas_width(pane->canvas, marks);
		canvas_text(pane->canvas, inside, right - width, y, width, item->unposted ? ROLE_WARN : ROLE_DIM, marks);
		right -= width + 2;
	}
	if (inside.w >= 56) {
		g_autofree char *time = agenda_time(pane, agenda, row);
		canvas_text(pane->canvas, inside, x, y, 5, ROLE_DIM, time);
		x += 7;
	}
	canvas_text(pane->canvas, inside, x, y, 4, ROLE_DIM, item->number);
	x += 5;
	canvas_text(pane->canvas, inside, x, y, right - x, ROLE_TEXT, pane_item_title(pane, agenda->meeting.body, item));
}

static bool agenda_none(const struct pane *pane, const struct agenda_model *agenda)
{
	const char *past = pane->scene->screen == SCREEN_AGENDA ? _("K shows the last one.") : _("4 and then K show the last one.");

	if (agenda && agenda->found)
		return false;
	if (agenda && agenda->meetings > 0)
		pane_empty(pane, pane_box(pane, _("Agenda"), NULL), _("No meeting is planned."), past);
	else
		pane_empty(pane, pane_box(pane, _("Agenda"), NULL), _("This database has no meetings."),
			_("dais import brings published votes; dais demo FILE invents a board."));
	return true;
}

/* The row into which it would come, with which way it goes. */
static void agenda_dragged(const struct pane *pane, struct rect inside, int y)
{
	bool down = pane->scene->drag.to > pane->scene->items.position;

	pane_current(pane, inside, y);
	canvas_text(pane->canvas, inside, inside.x, y, 1, ROLE_SELECTED, canvas_glyph(pane->canvas, down ? GLYPH_ARROW_DOWN : GLYPH_ARROW_UP));
}

static void agenda_lines(const struct pane *pane, struct rect inside, const struct agenda_model *agenda, const struct list_place *place, bool current)
{
	bool drags = agenda_drags(pane) && pane->scene->drag.to != place->position;

	for (int i = 0; i < inside.h && place->top + i < agenda->items->len; i++) {
		int y = inside.y + i;
		agenda_row(pane, inside, y, agenda, place->top + i);
		if (drags && place->top + i == pane->scene->drag.to)
			agenda_dragged(pane, inside, y);
		else if (current && !drags && place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect){ inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
}

static void agenda_more(const struct pane *pane, struct rect inside, unsigned left)
{
	g_autofree char *whole = g_strdup_printf(ngettext("and %u more item (4 shows it)", "and %u more items (4 shows all)", left), left);
	g_autofree char *brief = g_strdup_printf(_("and %u more"), left);
	int width = inside.w - 8;

	if (left > 0)
		canvas_text(pane->canvas, inside, inside.x + 7, inside.y + inside.h - 1, width, ROLE_DIM,
			canvas_width(pane->canvas, whole) <= width ? whole : brief);
}

void overview_agenda_pane_draw(const struct pane *pane)
{
	const struct agenda_model *agenda = pane->scene->overview ? pane->scene->overview->agenda : NULL;
	struct list_place top = { 0, 0 };
	g_autofree char *title = NULL, *sum = NULL;
	struct rect inside, rows;
	unsigned left;

	if (agenda_none(pane, agenda))
		return;
	title = agenda_title(pane, agenda);
	sum = agenda_sum(pane, agenda);
	inside = rows = pane_box(pane, title, sum);
	left = agenda->items->len > (unsigned)inside.h ? agenda->items->len - (unsigned)MAX(inside.h - 1, 0) : 0;
	rows.h -= left > 0;
	agenda_lines(pane, rows, agenda, &top, false);
	agenda_more(pane, inside, left);
	if (agenda->items->len == 0)
		pane_empty(pane, inside, _("The agenda of this meeting has no items yet."), NULL);
}

/* Rows above the items: what and where, if there is the room, and by when it must be posted, also where there is little. */
static int items_head(const struct pane *pane, struct rect inside)
{
	const struct agenda_model *agenda = pane->scene->agenda;
	bool found = agenda && agenda->found, notice = found && agenda->notice;

	return found && inside.h >= 10 ? 3 + notice : notice && inside.h >= 4;
}

int agenda_items_pane_rows(const struct pane *pane)
{
	struct rect inside = pane_inside(pane);

	return MAX(inside.h - items_head(pane, inside), 0);
}

static void notice_draw(const struct pane *pane, struct rect inside, int y, const struct agenda_model *agenda)
{
	canvas_text(pane->canvas, inside, inside.x + 2, y, inside.w - 3, agenda->notice_pressing ? ROLE_WARN : ROLE_TEXT, agenda->notice);
}

static void items_head_draw(const struct pane *pane, struct rect inside, const struct agenda_model *agenda)
{
	const struct meeting_record *meeting = &agenda->meeting;
	g_autofree char *kind = agenda_kind(agenda);
	g_autofree char *which = agenda->meetings > 1 ? g_strdup_printf(_("meeting %d of %d"), agenda->position, agenda->meetings) : NULL;
	g_autofree char *what = pane_joined(pane, (const char *const[]){ kind, meeting_status_label(meeting->status), which }, 3);
	g_autofree char *where = pane_joined(pane, (const char *const[]){ agenda->body_name, meeting->place }, 2);

	canvas_text(pane->canvas, inside, inside.x + 2, inside.y, inside.w - 3, ROLE_TEXT, what);
	canvas_text(pane->canvas, inside, inside.x + 2, inside.y + 1, inside.w - 3, ROLE_DIM, where);
	if (agenda->notice)
		notice_draw(pane, inside, inside.y + 2, agenda);
}

void agenda_items_pane_draw(const struct pane *pane)
{
	const struct agenda_model *agenda = pane->scene->agenda;
	g_autofree char *title = NULL, *sum = NULL;
	struct rect inside;
	int head;

	if (agenda_none(pane, agenda))
		return;
	title = agenda_title(pane, agenda);
	sum = agenda_sum(pane, agenda);
	inside = pane_box(pane, title, sum);
	head = items_head(pane, inside);
	if (head > 1)
		items_head_draw(pane, inside, agenda);
	else if (head)
		notice_draw(pane, inside, inside.y, agenda);
	inside.y += head;
	inside.h -= head;
	agenda_lines(pane, inside, agenda, &pane->scene->items, true);
	if (agenda->items->len == 0)
		pane_empty(pane, inside, _("The agenda of this meeting has no items yet."), NULL);
}
