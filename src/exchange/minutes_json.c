#include "exchange/minutes_json.h"

#include <json-glib/json-glib.h>
#include "base/text.h"
#include "domain/minutes.h"

/* Invalid bytes and control characters never reach the builder. */
static void put_text(JsonBuilder *json, const char *key, const char *text)
{
	if (!text || !*text)
		return;
	g_autofree char *clean = text_clean(text, -1, TEXT_KEEP_NEWLINES);
	json_builder_set_member_name(json, key);
	json_builder_add_string_value(json, clean);
}

static void put_number(JsonBuilder *json, const char *key, gint64 number)
{
	json_builder_set_member_name(json, key);
	json_builder_add_int_value(json, number);
}

static void put_time(JsonBuilder *json, const char *key, instant_t at)
{
	g_autoptr(GDateTime) when = at ? g_date_time_new_from_unix_utc(at) : NULL;
	g_autofree char *text = when ? g_date_time_format(when, "%Y-%m-%dT%H:%M:%SZ") : NULL;
	put_text(json, key, text);
}

static void put_member(JsonBuilder *json, const char *key, const struct meeting *meeting, int index)
{
	put_text(json, key, meeting_member_name(meeting, index));
}

static void begin_list(JsonBuilder *json, const char *key)
{
	json_builder_set_member_name(json, key);
	json_builder_begin_array(json);
}

static void put_stays(JsonBuilder *json, const struct member *member)
{
	begin_list(json, "times");
	for (guint i = 0; member->stays && i < member->stays->len; i++) {
		const struct stay *stay = &g_array_index(member->stays, struct stay, i);
		json_builder_begin_object(json);
		put_time(json, "from", stay->from);
		put_time(json, "until", stay->until);
		put_text(json, "how", stay->remote ? "remote" : "present");
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_attendance(JsonBuilder *json, const struct meeting *meeting)
{
	begin_list(json, "attendance");
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		bool there = member->stays && member->stays->len;
		if (!member->name || (member->alternate_for >= 0 && !there))
			continue;
		json_builder_begin_object(json);
		put_text(json, "seat", member->seat);
		put_text(json, "member", member->name);
		put_text(json, "status", there ? member->late ? "late" : "present" : member->presence == PRESENCE_EXCUSED ? "excused" : "absent");
		put_text(json, "remote_provision", member->provision);
		put_stays(json, member);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_tally(JsonBuilder *json, const struct tally *tally)
{
	json_builder_set_member_name(json, "tally");
	json_builder_begin_object(json);
	put_number(json, "yes", tally->yes);
	put_number(json, "no", tally->no);
	put_number(json, "abstain", tally->abstain);
	put_number(json, "recused", tally->recused);
	put_number(json, "absent", tally->absent);
	put_number(json, "silent", tally->silent);
	json_builder_end_object(json);
}

static void put_ballots(JsonBuilder *json, const struct meeting *meeting, const struct vote *vote)
{
	begin_list(json, "votes");
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		json_builder_begin_object(json);
		put_text(json, "seat", meeting_member(meeting, ballot->member)->seat);
		put_member(json, "member", meeting, ballot->member);
		put_text(json, "vote", choice_name(ballot->choice));
		json_builder_set_member_name(json, "counted");
		json_builder_add_boolean_value(json, ballot->counts);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_corrections(JsonBuilder *json, const struct meeting *meeting, const struct vote *vote)
{
	if (!vote->corrections->len)
		return;
	begin_list(json, "corrections");
	for (guint i = 0; i < vote->corrections->len; i++) {
		const struct correction *correction = &g_array_index(vote->corrections, struct correction, i);
		json_builder_begin_object(json);
		put_member(json, "member", meeting, correction->member);
		put_text(json, "was", choice_name(correction->from));
		put_text(json, "is", choice_name(correction->to));
		put_text(json, "why", correction->why);
		put_text(json, "who", correction->who);
		put_time(json, "at", correction->at);
		put_text(json, "result_was", vote_result_name(correction->before));
		put_text(json, "result_is", vote_result_name(correction->after));
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_vote(JsonBuilder *json, const struct meeting *meeting, const struct vote *vote)
{
	bool by_names = vote->method == METHOD_ROLL || vote->method == METHOD_HANDS;
	json_builder_begin_object(json);
	put_text(json, "method", vote_method_name(vote->method));
	put_text(json, "result", vote->cancelled ? (vote->objected ? "objected" : "called_off") : vote_result_name(vote->result));
	put_text(json, "threshold", vote->threshold->id);
	put_text(json, "arithmetic", vote->arithmetic);
	if (by_names && vote->result != RESULT_NONE) {
		put_tally(json, &vote->tally);
		put_ballots(json, meeting, vote);
	}
	put_corrections(json, meeting, vote);
	json_builder_end_object(json);
}

static void put_motion(JsonBuilder *json, const struct meeting *meeting, const struct motion *motion)
{
	static const char *const states[] = { "needs_second", "pending", "voting", "carried", "failed", "no_action", "withdrawn", "fell", "ruled", "postponed",
		"referred", "tabled", "postponed_indefinitely", "divided", "rescinded" };
	g_autofree char *name = motion_name(meeting, motion);
	json_builder_begin_object(json);
	put_text(json, "motion", name);
	put_text(json, "kind", motion->kind->id);
	put_member(json, "moved_by", meeting, motion->mover);
	put_member(json, "seconded_by", meeting, motion->seconder);
	put_text(json, "text", motion->original);
	if (g_strcmp0(motion->text, motion->original) != 0)
		put_text(json, "text_as_amended", motion->text);
	put_text(json, "disposition", states[motion->state]);
	put_text(json, "ruling", motion->ruling);
	begin_list(json, "votes_taken");
	for (guint i = 0; i < meeting->votes->len; i++)
		if (((const struct vote *) meeting->votes->pdata[i])->motion == motion->number)
			put_vote(json, meeting, meeting->votes->pdata[i]);
	json_builder_end_array(json);
	json_builder_end_object(json);
}

static void put_item(JsonBuilder *json, const struct meeting *meeting, const struct meeting_item *item)
{
	const struct motion *by = meeting_motion(meeting, item->decided_by);
	g_autofree char *name = by ? motion_name(meeting, by) : NULL;
	json_builder_begin_object(json);
	put_text(json, "number", item->number);
	put_text(json, "title", item_public_title(item));
	put_time(json, "opened", item->opened);
	put_time(json, "closed", item->closed_at);
	put_text(json, "decided_by_motion", by && by->in_closed ? NULL : name);
	put_text(json, "outcome", item->outcome);
	begin_list(json, "motions");
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->item == item->position && !motion->in_closed)
			put_motion(json, meeting, motion);
	}
	json_builder_end_array(json);
	json_builder_end_object(json);
}

static void put_closed(JsonBuilder *json, const struct meeting *meeting)
{
	begin_list(json, "closed_sessions");
	for (guint i = 0; i < meeting->closed->len; i++) {
		const struct closed_session *closed = meeting->closed->pdata[i];
		json_builder_begin_object(json);
		put_text(json, "announced", closed->announced);
		put_time(json, "entered", closed->entered);
		put_time(json, "left", closed->left);
		put_text(json, "reported_out", closed->report);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_meeting(JsonBuilder *json, const struct meeting *meeting)
{
	put_text(json, "body", meeting->body_name);
	put_text(json, "kind", meeting->record.kind);
	put_text(json, "place", meeting->record.place);
	put_text(json, "zone", meeting->zone);
	put_time(json, "called_to_order", meeting->called);
	put_time(json, "adjourned", meeting->adjourned);
	put_text(json, "status", minutes_status(meeting));
	put_text(json, "approved_by", meeting->approved);
	put_attendance(json, meeting);
	begin_list(json, "items");
	for (guint i = 0; i < meeting->items->len; i++)
		put_item(json, meeting, meeting->items->pdata[i]);
	json_builder_end_array(json);
	put_closed(json, meeting);
	put_number(json, "events", meeting->events->len);
	put_text(json, "head", meeting->head);
}

void minutes_json_write(FILE *out, const struct meeting *meeting)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	json_builder_begin_object(json);
	put_meeting(json, meeting);
	json_builder_end_object(json);
	g_autoptr(JsonGenerator) generator = json_generator_new();
	JsonNode *root = json_builder_get_root(json);
	json_generator_set_root(generator, root);
	json_generator_set_pretty(generator, TRUE);
	g_autofree char *text = json_generator_to_data(generator, NULL);
	fprintf(out, "%s\n", text);
	json_node_unref(root);
}
