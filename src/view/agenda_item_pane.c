/* One item of the agenda in full, as a column of lines that scrolls. */
#include <string.h>
#include "domain/agenda_sheet.h"
#include "view/detail_lines.h"
#include "view/pane.h"

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

static void item_attachments(struct detail_lines *lines, const struct agenda_item *item)
{
	for (guint i = 0; item->attachments && i < item->attachments->len; i++) {
		const struct attachment *attachment = g_ptr_array_index(item->attachments, i);
		g_autofree char *text = attachment->label ? g_strdup_printf("%s: %s", attachment->label, attachment->target) : g_strdup(attachment->target);
		detail_fact(lines, i ? "" : _("Attached"), text, ROLE_TEXT);
	}
}

/* "27 words; it should have at most 20"; NULL where the description is no longer than that. g_free. */
static char *item_too_long(const struct pane *pane, const struct agenda_item *item)
{
	const struct board *board = pane->scene->board;
	int words = board ? agenda_words_over(board, item) : 0;

	return words ? g_strdup_printf(ngettext("%d word; it should have at most %d", "%d words; it should have at most %d", (unsigned long) words), words,
		board->brief_words) : NULL;
}

/* What acting upon it needs. */
static char *unposted_words(const struct pane *pane, const struct agenda_item *item)
{
	g_autofree char *when = item->continued ? instant_words(item->continued, pane->scene->board->zone) : NULL;
	return when ? g_strdup_printf(_("added after the agenda was posted; it was posted for the meeting of %s and is continued from it, so that it needs no motion of urgency"), when)
		: g_strdup(_("added after the agenda was posted; it needs a motion of urgency"));
}

static void item_facts(const struct pane *pane, struct detail_lines *lines, const struct agenda_item *item)
{
	g_autofree char *carried = item->carried ? g_strdup_printf(ngettext("from an earlier meeting, %d time", "from earlier meetings, %d times", item->carried), item->carried) : NULL;
	g_autofree char *minutes = item->minutes > 0 ? span_words(item->minutes) : NULL;
	g_autofree char *too_long = item_too_long(pane, item);

	detail_wrapped(lines, 0, ROLE_HEADING, pane_item_title(pane, pane->scene->agenda->meeting.body, item));
	detail_line_add(lines);
	g_autofree char *unposted = item->unposted ? unposted_words(pane, item) : NULL;
	detail_fact(lines, _("Not posted"), unposted, ROLE_TEXT);
	detail_fact(lines, _("In brief"), item->brief, ROLE_TEXT);
	detail_fact(lines, _("Too long"), too_long, ROLE_TEXT);
	detail_fact(lines, _("Section"), item_section(pane, item), ROLE_TEXT);
	detail_fact(lines, _("Action"), agenda_action_words(item->action), ROLE_TEXT);
	detail_fact(lines, _("Time"), minutes, ROLE_TEXT);
	detail_fact(lines, _("Presenter"), item->presenter, ROLE_TEXT);
	detail_fact(lines, _("Brought by"), item_mover(pane, item), ROLE_TEXT);
	detail_fact(lines, _("Case"), item->case_number, ROLE_TEXT);
	detail_fact(lines, _("Consent"), item->consent ? _("on the consent agenda") : NULL, ROLE_TEXT);
	detail_fact(lines, _("Closed"), item->closed ? _("in closed session") : NULL, ROLE_TEXT);
	if (item->public_title && g_strcmp0(item->public_title, item->title) != 0)
		detail_fact(lines, _("In public"), item->public_title, ROLE_TEXT);
	detail_fact(lines, C_("item", "Carried"), carried, ROLE_TEXT);
	item_attachments(lines, item);
	if (item->case_number) {
		detail_line_add(lines);
		detail_wrapped(lines, 0, ROLE_DIM, _("Enter opens the case."));
	}
}

static const struct agenda_item *item_chosen(const struct pane *pane)
{
	const struct agenda_model *agenda = pane->scene->agenda;
	gint64 position = pane->scene->items.position;

	return agenda && agenda->found && position >= 0 && position < agenda->items->len ? g_ptr_array_index(agenda->items, position) : NULL;
}

static struct detail_lines *item_lines(const struct pane *pane, const struct agenda_item *item)
{
	struct detail_lines *lines = detail_lines_new(pane->canvas, detail_body(pane).w);

	item_facts(pane, lines, item);
	return lines;
}

int agenda_item_pane_rows(const struct pane *pane)
{
	return detail_body(pane).h;
}

int agenda_item_pane_lines(const struct pane *pane)
{
	const struct agenda_item *item = item_chosen(pane);
	struct detail_lines *lines = item ? item_lines(pane, item) : NULL;
	int n = lines ? (int)lines->lines->len : 0;

	if (lines)
		detail_lines_free(lines);
	return n;
}

void agenda_item_pane_draw(const struct pane *pane)
{
	const struct agenda_item *item = item_chosen(pane);
	g_autofree char *title = item ? g_strdup_printf(_("Item %s"), item->number ? item->number : "") : NULL;
	struct detail_lines *lines;

	if (!item) {
		pane_empty(pane, pane_box(pane, _("Item"), NULL), _("No item is chosen."), NULL);
		return;
	}
	lines = item_lines(pane, item);
	detail_lines_draw(pane, lines, title);
	detail_lines_free(lines);
}
