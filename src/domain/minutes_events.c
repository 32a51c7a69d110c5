/* What each event of the open session adds to the minutes. */
#include "domain/minutes_private.h"

static const char *name_of(const struct minutes *minutes, const struct meeting_event *event)
{
	return meeting_member_name(minutes->meeting, meeting_seat(minutes->meeting, event->seat));
}

static const struct meeting_item *item_of(const struct minutes *minutes, const struct meeting_event *event)
{
	return meeting_item(minutes->meeting, event->item);
}

static const char *number_of(const struct meeting_item *item)
{
	return item && item->number ? item->number : "";
}

/* "Recess at 19:02." and, where something was said, "Recess at 19:02: the words" */
static void say_with(struct minutes *minutes, char *words, const char *text)
{
	if (text && *text)
		minutes_say(minutes, "%s: %s", words, text);
	else
		minutes_say(minutes, "%s.", words);
	g_free(words);
}

void minutes_item_heading(struct minutes *minutes, const struct meeting_event *event)
{
	const struct meeting_item *item = item_of(minutes, event), *then = meeting_item(minutes->then, event->item);
	const char *title = minutes_item_title(minutes, item);
	const char *mark = then && then->opened ? _(" (resumed)") : item->unposted ? _(" (not posted)") : item->closed ? _(" (closed session)")
		: item->pulled ? _(" (pulled from the consent calendar)") : "";
	g_autofree char *words = g_strdup_printf(_("Item %s%s%s%s"), number_of(item), *title ? "  " : "", title, mark);
	paper_add(minutes->paper, BLOCK_HEADING, words);
	if (!item->continued || (then && then->opened))
		return;
	g_autofree char *when = instant_words(item->continued, minutes->meeting->zone);
	minutes_say(minutes, _("It was posted for the meeting of %s and continued from it, so that no finding of urgency was needed."), when);
}

/* --- people --- */

/* The chair is taken to preside from the call on; the roll may find that the chair is not there, and comes late or never. */
static bool missed_the_call(const struct member *member)
{
	if (!member)
		return false;
	return member->late || (member->stays->len == 0 && (member->presence == PRESENCE_ABSENT || member->presence == PRESENCE_EXCUSED));
}

static void called(struct minutes *minutes, const struct meeting_event *event)
{
	bool missed = missed_the_call(meeting_member(minutes->meeting, minutes->then->presiding));
	const char *chair = missed ? "" : meeting_member_name(minutes->then, minutes->then->presiding);
	char clock[8];
	if (minutes->meeting->imported)
		return;
	minutes_clock(minutes, event->at, clock);
	if (*chair)
		minutes_say(minutes, _("Called to order at %s, %s presiding."), clock, chair);
	else
		minutes_say(minutes, _("Called to order at %s."), clock);
}

/* The arrivals of the roll stand in the table of attendance. */
static void arrived(struct minutes *minutes, const struct meeting_event *event)
{
	const struct member *member = meeting_member(minutes->then, meeting_seat(minutes->then, event->seat));
	bool remote = g_strcmp0(event->word, "remote") == 0, again = member && member->stays->len > 1;
	char clock[8];
	if (minutes->then->roll_completed)
		minutes_say(minutes, remote ? _("%s joined remotely at %s.") : again ? _("%s came back at %s.") : _("%s arrived at %s."), name_of(minutes, event),
			minutes_clock(minutes, event->at, clock));
}

static void seated(struct minutes *minutes, const struct meeting_event *event)
{
	const struct member *member = meeting_member(minutes->meeting, meeting_seat(minutes->meeting, event->seat));
	const char *place = meeting_member_name(minutes->meeting, member ? member->alternate_for : -1);
	char clock[8];
	minutes_clock(minutes, event->at, clock);
	if (*place)
		minutes_say(minutes, _("%s, alternate, sat in the place of %s from %s."), name_of(minutes, event), place, clock);
	else
		minutes_say(minutes, _("%s, alternate, sat in a vacant seat from %s."), name_of(minutes, event), clock);
}

/* The interest is disclosed aloud, but nothing of a closed item is written. */
static void recused(struct minutes *minutes, const struct meeting_event *event)
{
	const struct meeting_item *item = item_of(minutes, event);
	bool left = g_strcmp0(event->word, "left") == 0;
	say_with(minutes, g_strdup_printf(left ? _("%s was recused from item %s and left the room") : _("%s was recused from item %s"), name_of(minutes, event), number_of(item)),
		item && !item->closed ? event->text : NULL);
}

/* Somebody and the time. */
static void person(struct minutes *minutes, const struct meeting_event *event)
{
	static const char *const words[MEETING_EVENTS] = {
		[MEETING_LEFT] = N_("%s left at %s."), [MEETING_PRESIDING] = N_("%s took the chair at %s."), [MEETING_RETURNED] = N_("%s was back at %s."),
		[MEETING_UNSEATED] = N_("%s, alternate, sat no more from %s."),
	};
	char clock[8];
	minutes_say(minutes, _(words[event->kind]), name_of(minutes, event), minutes_clock(minutes, event->at, clock));
}

/* --- speakers: all who had the floor while one item was open --- */

static bool ends_stretch(enum meeting_event_kind kind)
{
	return kind == MEETING_ITEM_OPENED || kind == MEETING_ITEM_CLOSED || kind == MEETING_CLOSED_ENTERED || kind == MEETING_ADJOURNED;
}

static char *speaker_words(const struct minutes *minutes, const struct speaker *speaker)
{
	bool told = speaker_is_public(minutes->meeting, speaker);
	const char *name = speaker->name && told ? speaker->name : speaker->member >= 0 ? meeting_member_name(minutes->meeting, speaker->member) : _("a speaker who gave no name");
	const char *member = speaker->member >= 0 ? _(" (member)") : "", *interpreter = speaker->interpreter ? _(" (with an interpreter)") : "";
	bool topic = told && speaker->topic && *speaker->topic;
	return g_strdup_printf("%s%s%s%s%s", name, member, interpreter, topic ? ": " : "", topic ? speaker->topic : "");
}

static void speakers(struct minutes *minutes, const struct meeting_event *first)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
	if (first->seq <= minutes->spoken)
		return;
	for (guint i = (guint) first->seq - 1; i < minutes->meeting->events->len; i++) {
		const struct meeting_event *event = minutes->meeting->events->pdata[i];
		if (ends_stretch(event->kind))
			break;
		if (event->kind != MEETING_SPEAKER_STARTED)
			continue;
		g_ptr_array_add(all, speaker_words(minutes, meeting_speaker(minutes->meeting, (int) event->number)));
		minutes->spoken = event->seq;
	}
	g_autofree char *count = g_strdup_printf("%u", all->len);
	g_ptr_array_add(all, NULL);
	paper_fact(minutes->paper, _("Speakers"), count);
	paper_list(minutes->paper, (const char *const *) all->pdata);
}

/* --- the meeting itself --- */

static void timed(struct minutes *minutes, const struct meeting_event *event)
{
	static const char *const words[MEETING_EVENTS] = {
		[MEETING_CLOSED_ENTERED] = N_("In closed session from %s."), [MEETING_CLOSED_LEFT] = N_("In open session again at %s."),
		[MEETING_RECONVENED] = N_("Reconvened at %s."), [MEETING_ADJOURNED] = N_("Adjourned at %s."),
	};
	char clock[8];
	if (minutes->meeting->imported)      /* its hours are not known */
		return;
	if (event->kind == MEETING_ADJOURNED)
		paper_add(minutes->paper, BLOCK_HEADING, _("Adjournment"));
	minutes_say(minutes, _(words[event->kind]), minutes_clock(minutes, event->at, clock));
}

static void recess(struct minutes *minutes, const struct meeting_event *event)
{
	char clock[8];
	say_with(minutes, g_strdup_printf(_("Recess at %s"), minutes_clock(minutes, event->at, clock)), event->text);
}

/* A note, or what was done with an item: of closed items nothing but the report. */
static void note(struct minutes *minutes, const struct meeting_event *event)
{
	const struct meeting_item *item = item_of(minutes, event);
	if (event->text && !(item && item->closed))
		paper_add(minutes->paper, BLOCK_TEXT, event->text);
}

void minutes_event(struct minutes *minutes, const struct meeting_event *event)
{
	switch (event->kind) {
	case MEETING_CALLED: called(minutes, event); break;
	case MEETING_ROLL_COMPLETED: minutes_roll(minutes, event); break;
	case MEETING_ARRIVED: arrived(minutes, event); break;
	case MEETING_SEATED: seated(minutes, event); break;
	case MEETING_RECUSED: recused(minutes, event); break;
	case MEETING_LEFT: case MEETING_PRESIDING: case MEETING_RETURNED: case MEETING_UNSEATED: person(minutes, event); break;
	case MEETING_ITEM_PULLED: minutes_say(minutes, _("%s pulled item %s from the consent calendar."), name_of(minutes, event), number_of(item_of(minutes, event))); break;
	case MEETING_ITEM_CLOSED: case MEETING_NOTE: note(minutes, event); break;
	case MEETING_MOVED: minutes_motion(minutes, meeting_motion(minutes->meeting, event->motion)); break;
	case MEETING_SPEAKER_STARTED: speakers(minutes, event); break;
	case MEETING_CLOSED_ANNOUNCED: minutes_say(minutes, _("Announced for closed session: %s"), event->text); break;
	case MEETING_REPORTED_OUT: minutes_say(minutes, _("Reported out of closed session: %s"), event->text); break;
	case MEETING_RECESS: recess(minutes, event); break;
	case MEETING_CLOSED_ENTERED: case MEETING_CLOSED_LEFT: case MEETING_RECONVENED: case MEETING_ADJOURNED: timed(minutes, event); break;
	default: break;
	}
}
