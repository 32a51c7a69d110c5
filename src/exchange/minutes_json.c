#include "exchange/minutes_json.h"

#include "exchange/minutes_json_private.h"

void minutes_json_member(JsonBuilder *json, const char *key, const struct meeting *meeting, int index)
{
	json_build_text(json, key, meeting_member_name(meeting, index));
}

static void put_stays(JsonBuilder *json, const struct member *member)
{
	json_build_list(json, "times");
	for (guint i = 0; i < member->stays->len; i++) {
		const struct stay *stay = &g_array_index(member->stays, struct stay, i);
		json_builder_begin_object(json);
		json_build_time(json, "from", stay->from);
		json_build_time(json, "until", stay->until);
		json_build_text(json, "how", stay->remote ? "remote" : "present");
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

/* The reason of an excuse is not for the public; alternates who were not there are no absence. */
static void put_attendant(JsonBuilder *json, const struct meeting *meeting, const struct member *member)
{
	static const char *const roles[MEMBER_GROUPS] = { [GROUP_VOTING] = "member", [GROUP_ALTERNATE] = "alternate", [GROUP_ADVISORY] = "advisory" };
	const struct member *place = meeting_member(meeting, member->alternate_for);
	const char *status = attendance_name(attendance_of(member));
	if (!member->name || (place && !member->stays->len))
		return;
	json_builder_begin_object(json);
	json_build_text(json, "seat", member->seat);
	json_build_text(json, "member", member->name);
	json_build_text(json, "role", roles[member_group(member)]);
	json_build_text(json, "alternate_for_seat", place ? place->seat : NULL);
	json_build_text(json, "status", status ? status : "not_recorded");
	json_build_text(json, "remote_provision", member->provision);
	put_stays(json, member);
	json_builder_end_object(json);
}

static void put_attendance(JsonBuilder *json, const struct meeting *meeting)
{
	json_build_list(json, "attendance");
	for (guint i = 0; i < meeting->members->len; i++)
		put_attendant(json, meeting, meeting_member(meeting, (int) i));
	json_builder_end_array(json);
}

/* What was said in open session and is of one kind: recusals with the interest disclosed, notes. */
static void put_said(JsonBuilder *json, const struct meeting *meeting, const struct meeting_item *item, const char *key, enum meeting_event_kind kind)
{
	json_build_list(json, key);
	for (guint i = 0; i < meeting->events->len; i++) {
		const struct meeting_event *event = meeting->events->pdata[i];
		if (event->kind != kind || event->item != (item ? item->position : 0) || !event_is_public(meeting, event) || (item && item->closed && kind == MEETING_NOTE))
			continue;
		json_builder_begin_object(json);
		minutes_json_member(json, "member", meeting, meeting_seat(meeting, event->seat));
		json_build_text(json, "room", event->word);
		json_build_text(json, "text", item && item->closed ? NULL : event->text);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_item(JsonBuilder *json, const struct meeting *meeting, const struct meeting_item *item)
{
	const struct motion *by = item_public_decision(meeting, item);
	g_autofree char *name = by ? motion_name(meeting, by) : NULL;
	json_builder_begin_object(json);
	json_build_text(json, "number", item->number);
	json_build_text(json, "title", item_public_title(item));
	json_build_flag(json, "posted", !item->unposted);
	if (item->continued)
		json_build_time(json, "continued_from", item->continued);
	json_build_flag(json, "closed_session", item->closed);
	json_build_flag(json, "consent", item->consent);
	json_build_flag(json, "pulled", item->pulled);
	json_build_time(json, "opened", item->opened);
	json_build_time(json, "closed", item->closed_at);
	json_build_text(json, "decided_by_motion", name);
	json_build_text(json, "outcome", item_public_outcome(meeting, item));
	put_said(json, meeting, item, "recusals", MEETING_RECUSED);
	put_said(json, meeting, item, "notes", MEETING_NOTE);
	minutes_json_motions(json, meeting, item->position);
	json_builder_end_object(json);
}

static void put_speakers(JsonBuilder *json, const struct meeting *meeting)
{
	json_build_list(json, "speakers");
	for (guint i = 0; i < meeting->speakers->len; i++) {
		const struct speaker *speaker = meeting->speakers->pdata[i];
		const struct meeting_item *item = meeting_item(meeting, speaker->item);
		if (speaker->state == SPEAKER_WAITING || speaker->state == SPEAKER_GONE)
			continue;
		json_builder_begin_object(json);
		json_build_text(json, "item", item ? item->number : NULL);
		bool told = speaker_is_public(meeting, speaker);
		json_build_text(json, "name", told ? speaker->name : NULL);
		minutes_json_member(json, "member", meeting, speaker->member);
		json_build_text(json, "topic", told ? speaker->topic : NULL);
		json_build_flag(json, "interpreter", speaker->interpreter);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_closed(JsonBuilder *json, const struct meeting *meeting)
{
	json_build_list(json, "closed_sessions");
	for (guint i = 0; i < meeting->closed->len; i++) {
		const struct closed_session *closed = meeting->closed->pdata[i];
		json_builder_begin_object(json);
		json_build_text(json, "announced", closed->announced);
		json_build_time(json, "entered", closed->entered);
		json_build_time(json, "left", closed->left);
		json_build_text(json, "reported_out", closed->report);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_meeting(JsonBuilder *json, const struct meeting *meeting)
{
	json_build_text(json, "body", meeting->body_name);
	json_build_text(json, "title", meeting->record.title);
	json_build_text(json, "kind", meeting->record.kind);
	json_build_text(json, "place", meeting->record.place);
	json_build_text(json, "zone", meeting->zone);
	json_build_time(json, "called_to_order", meeting->called);
	json_build_time(json, "adjourned", meeting->adjourned);
	json_build_text(json, "status", minutes_status(meeting));
	json_build_text(json, "approved_by", meeting->approved);
	json_build_list(json, "minutes_corrections");
	for (guint i = 0; i < meeting->minutes_corrections->len; i++)
		json_build_string(json, meeting->minutes_corrections->pdata[i]);
	json_builder_end_array(json);
	put_attendance(json, meeting);
	json_build_list(json, "items");
	for (guint i = 0; i < meeting->items->len; i++)
		put_item(json, meeting, meeting->items->pdata[i]);
	json_builder_end_array(json);
	minutes_json_motions(json, meeting, 0);
	put_said(json, meeting, NULL, "notes", MEETING_NOTE);
	put_speakers(json, meeting);
	put_closed(json, meeting);
	json_build_number(json, "events", meeting->events->len);
	json_build_text(json, "head", meeting->head);
}

void minutes_json_write(FILE *out, const struct meeting *meeting)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	json_builder_begin_object(json);
	put_meeting(json, meeting);
	json_builder_end_object(json);
	json_build_write(out, json);
}
