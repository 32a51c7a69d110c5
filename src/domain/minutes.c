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

const char *minutes_body_name(const struct minutes *minutes)
{
	const char *name = minutes->meeting->body_name ? minutes->meeting->body_name : "";
	return minutes->body ? labels_translate(&minutes->body->name, name, minutes->lang) : name;
}

const char *minutes_item_title(const struct minutes *minutes, const struct meeting_item *item)
{
	return body_title(minutes->body, item_public_title(item), minutes->lang);
}

void minutes_say(struct minutes *minutes, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *words = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	paper_add(minutes->paper, BLOCK_TEXT, words);
}

const char *minutes_status(const struct meeting *meeting)
{
	return meeting->approved ? "approved" : meeting->minutes_corrections->len ? "corrected" : "draft";
}

static void status_line(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	if (meeting->imported) {
		paper_add(minutes->paper, BLOCK_MARK, _("Published elsewhere and imported as published"));
		return;
	}
	if (meeting->approved) {
		g_autofree char *words = g_strdup_printf(meeting->approved_as_corrected ? _("APPROVED as corrected: %s") : _("APPROVED as written: %s"), meeting->approved);
		paper_add(minutes->paper, BLOCK_MARK, words);
		return;
	}
	bool open = meeting->phase != PHASE_ADJOURNED;
	paper_add(minutes->paper, BLOCK_MARK, open ? _("DRAFT: the meeting is not over") : meeting->minutes_corrections->len ? _("DRAFT, corrected, not yet approved")
		: _("DRAFT, not yet approved"));
}

static void fact_if(struct minutes *minutes, const char *label, const char *text)
{
	if (text && *text)
		paper_fact(minutes->paper, label, text);
}

/* The day, and the hours where somebody wrote them down; g_free. */
static char *held(const struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	char date[DAY_ISO_SIZE], from[8], until[8];
	const char *day = minutes_day(minutes, meeting->called, date);
	if (meeting->imported)
		return g_strdup_printf("%s (%s)", day, meeting->zone);
	minutes_clock(minutes, meeting->called, from);
	if (!meeting->adjourned)
		return g_strdup_printf(_("%s, called to order %s (%s)"), day, from, meeting->zone);
	return g_strdup_printf(_("%s, called to order %s, adjourned %s (%s)"), day, from, minutes_clock(minutes, meeting->adjourned, until), meeting->zone);
}

static void header(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	g_autofree char *times = held(minutes);
	paper_add(minutes->paper, BLOCK_TITLE, minutes->paper->title);
	status_line(minutes);
	fact_if(minutes, _("Jurisdiction"), minutes->board ? labels_translate(&minutes->board->name, meeting->board_name, minutes->lang) : meeting->board_name);
	fact_if(minutes, _("Meeting"), meeting->record.title);
	fact_if(minutes, _("Kind"), meeting->record.kind ? meeting_kind_label(meeting->record.kind) : NULL);
	fact_if(minutes, _("Held"), times);
	fact_if(minutes, _("Place"), meeting->record.place);
}

/* The journal once more, event by event: what was so at each moment is read from `then`. What happens in closed session stays there: of
 * the items taken up in it only the public titles are written. */
static void proceedings(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		if (event->kind == MEETING_ITEM_OPENED)
			minutes_item_heading(minutes, event);
		meeting_apply(minutes->then, event, NULL);
		if (!event_is_public(meeting, event))
			continue;
		minutes_event(minutes, event);
		minutes_quorum(minutes, event);
	}
}

static void corrections(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	char day[DAY_ISO_SIZE];
	if (meeting->minutes_corrections->len)
		paper_add(minutes->paper, BLOCK_HEADING, _("Corrections to these minutes"));
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		if (event->kind != MEETING_MINUTES_CORRECTED)
			continue;
		g_autofree char *words = g_strdup_printf(_("CORRECTED %s by %s: %s"), minutes_day(minutes, event->at, day), event->who ? event->who : "?", event->text);
		paper_add(minutes->paper, BLOCK_MARK, words);
	}
}

/* Does a result stand with its arithmetic, whose letters nobody has to know? */
static bool has_sums(const struct meeting *meeting)
{
	for (guint i = 0; i < meeting->votes->len; i++) {
		const struct vote *vote = meeting->votes->pdata[i];
		if (!meeting->imported && vote_by_names(vote) && vote->arithmetic && vote_is_public(meeting, vote))
			return true;
	}
	return false;
}

static void ending(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	g_autofree char *count = g_strdup_printf("%u", meeting->events->len);
	corrections(minutes);
	paper_add(minutes->paper, BLOCK_HEADING, _("The record"));
	paper_fact(minutes->paper, _("Events in the journal"), count);
	paper_fact(minutes->paper, _("Head"), meeting->head);
	if (has_sums(meeting))
		paper_add(minutes->paper, BLOCK_TEXT, _("In the sums behind the results Y are the ayes, N the noes, A the abstentions, P the members present, M those in office "
			"and S the seats that vote."));
}

struct minutes minutes_begin(const struct meeting *meeting, const struct board *board, const char *lang)
{
	struct minutes minutes = { .meeting = meeting, .board = board, .lang = lang };
	minutes.body = board ? board_body_meant(board, meeting->record.body) : NULL;
	return minutes;
}

struct paper *minutes_paper(const struct meeting *meeting, const struct board *board, const char *lang)
{
	g_autoptr(meeting_t) then = meeting_new();
	struct minutes minutes = minutes_begin(meeting, board, lang);
	g_autofree char *title = g_strdup_printf(_("Minutes of the %s"), minutes_body_name(&minutes));
	minutes.paper = paper_new(title, lang);
	minutes.then = then;
	header(&minutes);
	minutes_attendance(&minutes);
	proceedings(&minutes);
	ending(&minutes);
	return minutes.paper;
}
