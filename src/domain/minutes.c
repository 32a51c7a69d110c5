#include "domain/minutes_private.h"

#include <string.h>

const char *minutes_clock(const struct minutes *minutes, instant_t when, char buf[8])
{
	int at = instant_minutes(when, minutes->meeting->zone);
	g_snprintf(buf, 8, "%02d:%02d", at / 60, at % 60);
	return buf;
}

const char *minutes_day(const struct minutes *minutes, instant_t when, char *buf)
{
	return day_iso(instant_day(when, minutes->meeting->zone), buf);
}

const char *minutes_status(const struct meeting *meeting)
{
	return meeting->approved ? "approved" : meeting->minutes_corrections->len ? "corrected" : "draft";
}

static void status_line(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	if (meeting->approved) {
		g_autofree char *words = g_strdup_printf(meeting->approved_as_corrected ? _("APPROVED as corrected: %s") : _("APPROVED as written: %s"), meeting->approved);
		paper_add(minutes->paper, BLOCK_MARK, words);
		return;
	}
	bool open = meeting->phase != PHASE_ADJOURNED;
	paper_add(minutes->paper, BLOCK_MARK, open ? _("DRAFT: the meeting is not over") : meeting->minutes_corrections->len ? _("DRAFT, corrected, not yet approved")
		: _("DRAFT, not yet approved"));
}

static void header(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	char day[DAY_ISO_SIZE], from[8], until[8];
	g_autofree char *times = meeting->adjourned ? g_strdup_printf(_("%s, called to order %s, adjourned %s (%s)"), minutes_day(minutes, meeting->called, day),
			minutes_clock(minutes, meeting->called, from), minutes_clock(minutes, meeting->adjourned, until), meeting->zone)
		: g_strdup_printf(_("%s, called to order %s (%s)"), minutes_day(minutes, meeting->called, day), minutes_clock(minutes, meeting->called, from), meeting->zone);
	paper_add(minutes->paper, BLOCK_TITLE, minutes->paper->title);
	status_line(minutes);
	paper_fact(minutes->paper, _("Held"), times);
	if (meeting->record.kind)
		paper_fact(minutes->paper, _("Kind"), meeting->record.kind);
	if (meeting->record.place)
		paper_fact(minutes->paper, _("Place"), meeting->record.place);
	if (meeting->imported)
		paper_add(minutes->paper, BLOCK_MARK, _("Published elsewhere and imported as published"));
}

/* --- items, in the order in which things happened --- */

static void item_heading(struct minutes *minutes, const struct meeting_item *item)
{
	const char *title = item_public_title(item);
	const char *mark = item->unposted ? _(" (not posted)") : item->closed ? _(" (closed session)") : item->pulled ? _(" (pulled from the consent calendar)") : "";
	g_autofree char *words = g_strdup_printf(_("Item %s%s%s%s"), item->number ? item->number : "", *title ? "  " : "", title, mark);
	paper_add(minutes->paper, BLOCK_HEADING, words);
}

static char *member_name(const struct minutes *minutes, const struct meeting_event *event)
{
	return g_strdup(meeting_member_name(minutes->meeting, meeting_seat(minutes->meeting, event->seat)));
}

static void speaker_line(struct minutes *minutes, const struct meeting_event *event)
{
	const struct speaker *speaker = meeting_speaker(minutes->meeting, (int) event->number);
	const char *name = !speaker ? "?" : speaker->name ? speaker->name : speaker->member >= 0 ? meeting_member_name(minutes->meeting, speaker->member)
		: _("A speaker who gave no name");
	g_autofree char *words = speaker && speaker->topic && *speaker->topic ? g_strdup_printf(_("%s spoke: %s."), name, speaker->topic) : g_strdup_printf(_("%s spoke."), name);
	paper_add(minutes->paper, BLOCK_TEXT, words);
}

static void closed_line(struct minutes *minutes, const struct meeting_event *event)
{
	char clock[8];
	g_autofree char *words = event->kind == MEETING_CLOSED_ANNOUNCED ? g_strdup_printf(_("Announced for closed session: %s"), event->text)
		: event->kind == MEETING_CLOSED_ENTERED ? g_strdup_printf(_("Closed session from %s."), minutes_clock(minutes, event->at, clock))
		: event->kind == MEETING_CLOSED_LEFT ? g_strdup_printf(_("Open session again at %s."), minutes_clock(minutes, event->at, clock))
		: g_strdup_printf(_("Reported out of closed session: %s"), event->text);
	paper_add(minutes->paper, BLOCK_TEXT, words);
}

static void people_line(struct minutes *minutes, const struct meeting_event *event)
{
	const struct meeting *meeting = minutes->meeting;
	const struct member *member = meeting_member(meeting, meeting_seat(meeting, event->seat));
	char clock[8];
	g_autofree char *name = member_name(minutes, event), *words = NULL;
	minutes_clock(minutes, event->at, clock);
	if (event->kind == MEETING_ARRIVED)
		words = g_strdup_printf(g_strcmp0(event->word, "remote") == 0 ? _("%s joined remotely at %s.") : _("%s arrived at %s."), name, clock);
	else if (event->kind == MEETING_LEFT)
		words = g_strdup_printf(_("%s left at %s."), name, clock);
	else if (event->kind == MEETING_SEATED)
		words = g_strdup_printf(_("%s, alternate, sat in the place of %s."), name, meeting_member_name(meeting, member ? member->alternate_for : -1));
	else if (event->kind == MEETING_PRESIDING)
		words = g_strdup_printf(_("%s took the chair at %s."), name, clock);
	else
		words = g_strdup_printf(g_strcmp0(event->word, "left") == 0 ? _("%s was recused and left the room.") : _("%s was recused."), name);
	paper_add(minutes->paper, BLOCK_TEXT, words);
}

static void pause_line(struct minutes *minutes, const struct meeting_event *event)
{
	char clock[8];
	g_autofree char *words = g_strdup_printf(event->kind == MEETING_RECESS ? _("Recess at %s.") : event->kind == MEETING_RECONVENED ? _("Reconvened at %s.")
		: _("Adjourned at %s."), minutes_clock(minutes, event->at, clock));
	paper_add(minutes->paper, BLOCK_TEXT, words);
}

static void other_line(struct minutes *minutes, const struct meeting_event *event)
{
	const struct meeting_item *item = meeting_item(minutes->meeting, event->item);
	g_autofree char *name = member_name(minutes, event), *words = NULL;
	if (event->kind == MEETING_ITEM_PULLED && item)
		words = g_strdup_printf(_("%s pulled item %s from the consent calendar."), name, item->number ? item->number : "");
	else if (event->kind == MEETING_ITEM_CLOSED && event->text)
		words = g_strdup(event->text);
	else if (event->kind == MEETING_NOTE)
		words = g_strdup(event->text);
	if (words)
		paper_add(minutes->paper, BLOCK_TEXT, words);
}

static void event_lines(struct minutes *minutes, const struct meeting_event *event)
{
	switch (event->kind) {
	case MEETING_ITEM_OPENED: item_heading(minutes, meeting_item(minutes->meeting, event->item)); break;
	case MEETING_MOVED: minutes_motion(minutes, meeting_motion(minutes->meeting, event->motion)); break;
	case MEETING_SPEAKER_ENDED: speaker_line(minutes, event); break;
	case MEETING_CLOSED_ANNOUNCED: case MEETING_CLOSED_ENTERED: case MEETING_CLOSED_LEFT: case MEETING_REPORTED_OUT: closed_line(minutes, event); break;
	case MEETING_ARRIVED: case MEETING_LEFT: case MEETING_SEATED: case MEETING_PRESIDING: case MEETING_RECUSED: people_line(minutes, event); break;
	case MEETING_RECESS: case MEETING_RECONVENED: case MEETING_ADJOURNED: pause_line(minutes, event); break;
	default: other_line(minutes, event);
	}
}

/* What happens in closed session stays there: only that it began and ended, and what is reported, is written. */
static void proceedings(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	bool closed = false, rolled = false;
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		closed = closed && event->kind != MEETING_CLOSED_LEFT && event->kind != MEETING_ADJOURNED;
		bool attendance = event->kind == MEETING_ARRIVED && !rolled;      /* the table of attendance has it */
		if (!closed && !attendance)
			event_lines(minutes, event);
		closed |= event->kind == MEETING_CLOSED_ENTERED;
		rolled |= event->kind == MEETING_ROLL_COMPLETED;
	}
}

static void ending(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	if (meeting->minutes_corrections->len)
		paper_add(minutes->paper, BLOCK_HEADING, _("Corrections to these minutes"));
	for (guint i = 0; i < meeting->minutes_corrections->len; i++)
		paper_add(minutes->paper, BLOCK_TEXT, meeting->minutes_corrections->pdata[i]);
	paper_add(minutes->paper, BLOCK_HEADING, _("The record"));
	g_autofree char *words = g_strdup_printf(ngettext("From %u event; the last one is sealed", "From %u events; the last one is sealed", meeting->events->len), meeting->events->len);
	paper_fact(minutes->paper, words, meeting->head);
}

struct paper *minutes_paper(const struct meeting *meeting, const char *lang)
{
	g_autofree char *title = g_strdup_printf(_("Minutes of the %s"), meeting->body_name ? meeting->body_name : "");
	struct minutes minutes = { meeting, paper_new(title, lang), lang };
	header(&minutes);
	minutes_attendance(&minutes);
	proceedings(&minutes);
	ending(&minutes);
	return minutes.paper;
}
