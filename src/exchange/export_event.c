/* One meeting of the export: the event with its roster and agenda. */
#include "exchange/export_private.h"

static const char *status_of(const struct member *member)
{
	if (member->stays->len)
		return g_array_index(member->stays, struct stay, member->stays->len - 1).remote ? "remote" : "present";
	return member->presence == PRESENCE_ABSENT ? "absent" : member->presence == PRESENCE_EXCUSED ? "excused" : NULL;
}

static void put_member(const struct exporting *exporting, const struct meeting *meeting, int index)
{
	JsonBuilder *json = exporting->json;
	const struct member *member = meeting_member(meeting, index), *place = meeting_member(meeting, member->alternate_for);
	json_builder_begin_object(json);
	json_build_text(json, "seat", member->seat);
	json_build_text(json, "title", member->title);
	json_build_text(json, "name", member->name);
	export_put_person(exporting, "person_id", meeting, index);
	json_build_flag(json, "voting", member->flags & SEAT_VOTING);
	json_build_flag(json, "quorum", member->flags & SEAT_QUORUM);
	json_build_flag(json, "advisory", member->flags & SEAT_ADVISORY);
	json_build_flag(json, "chair", member->flags & SEAT_CHAIR);
	json_build_text(json, "alternate_for", place ? place->seat : NULL);
	json_build_text(json, "status", status_of(member));
	json_builder_end_object(json);
}

/* Who was there, in the words of the format; the roster in extras has everybody. */
static void put_attendees(const struct exporting *exporting, const struct meeting *meeting)
{
	JsonBuilder *json = exporting->json;
	json_build_list(json, exporting->format->civic ? "participants" : "attendees");
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting_member(meeting, (int) i);
		if (!member->stays->len)
			continue;
		json_builder_begin_object(json);
		export_put_person(exporting, "id", meeting, (int) i);
		json_build_text(json, "name", member->name);
		if (exporting->format->civic) {
			json_build_text(json, "type", "person");
			json_build_text(json, "note", status_of(member));
		}
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_extras(const struct exporting *exporting, const struct export_meeting *one)
{
	const struct meeting *meeting = one->meeting;
	JsonBuilder *json = exporting->json;
	json_builder_set_member_name(json, "extras");
	json_builder_begin_object(json);
	json_build_text(json, "key", one->key);
	json_build_text(json, "title", meeting->record.title);
	json_build_text(json, "zone", meeting->zone);
	if (meeting->called != meeting->record.starts)
		json_build_time(json, "called_to_order", meeting->called);
	json_build_list(json, "roster");
	for (guint i = 0; i < meeting->members->len; i++)
		put_member(exporting, meeting, (int) i);
	json_builder_end_array(json);
	if (exporting->format->civic) {
		json_build_list(json, "motions");
		export_put_motions(exporting, one);
		json_builder_end_array(json);
	}
	json_builder_end_object(json);
}

static void put_item(const struct exporting *exporting, const struct meeting *meeting, const struct meeting_item *item)
{
	JsonBuilder *json = exporting->json;
	g_autofree char *order = g_strdup_printf("%d", item->position);
	const char *title = item_public_title(item);
	json_builder_begin_object(json);
	json_build_text(json, "description", title);
	json_build_text(json, "order", order);
	json_builder_set_member_name(json, "extras");
	json_builder_begin_object(json);
	json_build_text(json, "number", item->number);
	json_build_flag(json, "consent", item->consent && !item->pulled);
	json_build_flag(json, "closed_session", item->closed);
	json_build_flag(json, "posted", !item->unposted);
	json_build_text(json, "outcome", item_public_outcome(meeting, item));
	json_builder_end_object(json);
	json_builder_end_object(json);
}

static void put_location(const struct exporting *exporting, const char *place)
{
	JsonBuilder *json = exporting->json;
	if (!place || !*place)
		return;
	if (!exporting->format->civic) {
		json_build_text(json, "location", place);
		return;
	}
	json_builder_set_member_name(json, "location");
	json_builder_begin_object(json);
	json_build_text(json, "name", place);
	json_builder_end_object(json);
}

/* Of published meetings often only the day is known. */
static void put_beginning(const struct exporting *exporting, const struct meeting *meeting)
{
	instant_t starts = meeting->record.starts;
	if (starts == meeting->called && instant_minutes(starts, meeting->zone) == 0)
		export_put_time(exporting, meeting, "start_date", starts);
	else
		json_build_time(exporting->json, "start_date", starts);
	if (meeting->adjourned != meeting->called)
		json_build_time(exporting->json, "end_date", meeting->adjourned);
}

void export_put_event(const struct exporting *exporting, const struct export_meeting *one)
{
	const struct meeting *meeting = one->meeting;
	JsonBuilder *json = exporting->json;
	g_autofree char *organization = export_organization(exporting->board, meeting);
	json_builder_begin_object(json);
	export_put_id(exporting, exporting->format->id, "event", one->key);
	if (exporting->format->civic)
		json_build_text(json, "_type", "event");
	json_build_text(json, "name", meeting->record.title ? meeting->record.title : meeting->body_name);
	json_build_text(json, "classification", meeting->record.kind);
	export_put_id(exporting, "organization_id", "organization", organization);
	put_beginning(exporting, meeting);
	if (exporting->format->civic)
		json_build_text(json, "timezone", meeting->zone);
	json_build_text(json, "status", "passed");
	put_location(exporting, meeting->record.place);
	put_attendees(exporting, meeting);
	json_build_list(json, "agenda");
	for (guint i = 0; i < meeting->items->len; i++)
		put_item(exporting, meeting, meeting->items->pdata[i]);
	json_builder_end_array(json);
	put_extras(exporting, one);
	json_builder_end_object(json);
	exporting->count->meetings++;
}
