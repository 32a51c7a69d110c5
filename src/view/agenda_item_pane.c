/* One item of the agenda in full. */
#include <string.h>
#include "domain/agenda_sheet.h"
#include "view/pane.h"

static int item_fact(const struct pane *pane, struct rect inside, int y, const char *name, const char *value)
{
	struct rect right = { inside.x + 12, inside.y, inside.w - 12, inside.h };

	if (!value || !*value || y >= inside.y + inside.h)
		return y;
	canvas_text(pane->canvas, inside, inside.x, y, 11, ROLE_DIM, name);
	return pane_wrapped(pane, right, y, ROLE_TEXT, value);
}

/* Who brings it: the name of the seat's holder, else the seat. */
static const char *item_mover(const struct pane *pane, const struct agenda_item *item)
{
	const struct board *board = pane->scene->board;
	const struct body *body = board ? board_body_meant(board, pane->scene->agenda->meeting.body) : NULL;
	const struct seat *seat = body ? body_seat(body, item->mover) : NULL;

	return seat && seat->holder ? seat->holder : item->mover;
}

static const char *item_section(const struct pane *pane, const struct agenda_item *item)
{
	return item->section && pane->scene->board ? board_label(pane->scene->board, NULL, "section", item->section, pane->scene->lang) : item->section;
}

static int item_attachments(const struct pane *pane, struct rect inside, int y, const struct agenda_item *item)
{
	for (guint i = 0; item->attachments && i < item->attachments->len; i++) {
		const struct attachment *attachment = g_ptr_array_index(item->attachments, i);
		g_autofree char *text = attachment->label ? g_strdup_printf("%s: %s", attachment->label, attachment->target) : g_strdup(attachment->target);
		y = item_fact(pane, inside, y, i ? "" : _("Attached"), text);
	}
	return y;
}

/* "27 words; it should have at most 20"; NULL where the description is no longer than that. g_free. */
static char *item_too_long(const struct pane *pane, const struct agenda_item *item)
{
	const struct board *board = pane->scene->board;
	int words = board ? agenda_words_over(board, item) : 0;

	return words ? g_strdup_printf(ngettext("%d word; it should have at most %d", "%d words; it should have at most %d", (unsigned long) words), words,
		board->brief_words) : NULL;
}

static void item_facts(const struct pane *pane, struct rect inside, const struct agenda_item *item)
{
	g_autofree char *carried = item->carried ? g_strdup_printf(ngettext("from an earlier meeting, %d time", "from earlier meetings, %d times", item->carried), item->carried) : NULL;
	g_autofree char *minutes = item->minutes > 0 ? span_words(item->minutes) : NULL;
	g_autofree char *too_long = item_too_long(pane, item);
	int y = pane_wrapped(pane, inside, inside.y, ROLE_HEADING, pane_item_title(pane, pane->scene->agenda->meeting.body, item)) + 1;

	y = item_fact(pane, inside, y, _("Not posted"), item->unposted ? _("added after the agenda was posted; it needs a motion of urgency") : NULL);
	y = item_fact(pane, inside, y, _("In brief"), item->brief);
	y = item_fact(pane, inside, y, _("Too long"), too_long);
	y = item_fact(pane, inside, y, _("Section"), item_section(pane, item));
	y = item_fact(pane, inside, y, _("Action"), agenda_action_words(item->action));
	y = item_fact(pane, inside, y, _("Time"), minutes);
	y = item_fact(pane, inside, y, _("Presenter"), item->presenter);
	y = item_fact(pane, inside, y, _("Brought by"), item_mover(pane, item));
	y = item_fact(pane, inside, y, _("Case"), item->case_number);
	y = item_fact(pane, inside, y, _("Consent"), item->consent ? _("on the consent agenda") : NULL);
	y = item_fact(pane, inside, y, _("Closed"), item->closed ? _("in closed session") : NULL);
	if (item->public_title && g_strcmp0(item->public_title, item->title) != 0)
		y = item_fact(pane, inside, y, _("In public"), item->public_title);
	y = item_fact(pane, inside, y, C_("item", "Carried"), carried);
	y = item_attachments(pane, inside, y, item);
	if (item->case_number && y + 1 < inside.y + inside.h)
		canvas_text(pane->canvas, inside, inside.x, y + 1, inside.w, ROLE_DIM, _("Enter opens the case."));
}

void agenda_item_pane_draw(const struct pane *pane)
{
	const struct agenda_model *agenda = pane->scene->agenda;
	gint64 position = pane->scene->items.position;
	const struct agenda_item *item = agenda && agenda->found && position >= 0 && position < agenda->items->len ?
		g_ptr_array_index(agenda->items, position) : NULL;
	g_autofree char *title = item ? g_strdup_printf(_("Item %s"), item->number ? item->number : "") : NULL;
	struct rect inside = pane_box(pane, title ? title : _("Item"), NULL);

	inside = (struct rect){ inside.x + 1, inside.y, inside.w - 2, inside.h };
	if (item)
		item_facts(pane, inside, item);
	else
		pane_empty(pane, inside, _("No item is chosen."), NULL);
}
