/* Motions and their votes in the JSON of the minutes. */
#include "exchange/minutes_json_private.h"

static void put_tally(JsonBuilder *json, const struct tally *tally)
{
	json_builder_set_member_name(json, "tally");
	json_builder_begin_object(json);
	json_build_number(json, "yes", tally->yes);
	json_build_number(json, "no", tally->no);
	json_build_number(json, "abstain", tally->abstain);
	json_build_number(json, "recused", tally->recused);
	json_build_number(json, "absent", tally->absent);
	json_build_number(json, "silent", tally->silent);
	if (tally->untrained)
		json_build_number(json, "untrained", tally->untrained);
	json_builder_end_object(json);
}

static void put_ballots(JsonBuilder *json, const struct meeting *meeting, const struct vote *vote)
{
	json_build_list(json, "votes");
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		json_builder_begin_object(json);
		json_build_text(json, "seat", meeting_member(meeting, ballot->member)->seat);
		minutes_json_member(json, "member", meeting, ballot->member);
		json_build_text(json, "vote", choice_name(ballot->choice));
		json_build_text(json, "published_as", ballot_published(meeting, ballot));
		json_build_flag(json, "counted", ballot->counts);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_corrections(JsonBuilder *json, const struct meeting *meeting, const struct vote *vote)
{
	if (!vote->corrections->len)
		return;
	json_build_list(json, "corrections");
	for (guint i = 0; i < vote->corrections->len; i++) {
		const struct correction *correction = &g_array_index(vote->corrections, struct correction, i);
		json_builder_begin_object(json);
		minutes_json_member(json, "member", meeting, correction->member);
		json_build_text(json, "was", choice_name(correction->from));
		json_build_text(json, "is", choice_name(correction->to));
		json_build_text(json, "why", correction_public_why(meeting, correction));
		json_build_text(json, "who", correction->who);
		json_build_time(json, "at", correction->at);
		json_build_text(json, "result_was", vote_result_name(correction->before));
		json_build_text(json, "result_is", vote_result_name(correction->after));
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_vote(JsonBuilder *json, const struct meeting *meeting, const struct vote *vote)
{
	json_builder_begin_object(json);
	json_build_text(json, "method", vote_method_name(vote->method));
	json_build_text(json, "result", vote->cancelled ? (vote->objected ? "objected" : "called_off") : vote_result_name(vote->result));
	json_build_text(json, "threshold", vote->threshold->id);
	json_build_text(json, "arithmetic", vote->arithmetic);
	json_build_time(json, "declared", vote->declared);
	if (vote_by_names(vote) && vote->result != RESULT_NONE) {
		put_tally(json, &vote->tally);
		put_ballots(json, meeting, vote);
	}
	put_corrections(json, meeting, vote);
	json_builder_end_object(json);
}

static void put_motion(JsonBuilder *json, const struct meeting *meeting, const struct motion *motion)
{
	const struct motion *target = meeting_motion(meeting, motion->target);
	g_autofree char *name = motion_name(meeting, motion), *about = target && !target->in_closed ? motion_name(meeting, target) : NULL;
	bool told = motion_end_is_public(meeting, motion);
	json_builder_begin_object(json);
	json_build_text(json, "motion", name);
	json_build_text(json, "kind", motion->kind->id);
	minutes_json_member(json, "moved_by", meeting, motion->mover);
	minutes_json_member(json, "seconded_by", meeting, motion_public_seconder(meeting, motion));
	json_build_text(json, "text", motion->original);
	if (g_strcmp0(motion_public_text(meeting, motion), motion->original) != 0)
		json_build_text(json, "text_as_amended", motion_public_text(meeting, motion));
	json_build_text(json, "would_read", motion->wording);
	json_build_text(json, "about", about);
	json_build_text(json, "disposition", told ? motion_state_name(motion->state) : "closed_session");
	json_build_text(json, "ruling", told ? motion->ruling : NULL);
	json_build_text(json, "ruling_why", told ? motion->ruling_why : NULL);
	json_build_list(json, "votes_taken");
	for (guint i = 0; i < meeting->votes->len; i++) {
		const struct vote *vote = meeting->votes->pdata[i];
		if (vote->motion == motion->number && vote_is_public(meeting, vote))
			put_vote(json, meeting, vote);
	}
	json_builder_end_array(json);
	json_builder_end_object(json);
}

void minutes_json_motions(JsonBuilder *json, const struct meeting *meeting, int item)
{
	json_build_list(json, "motions");
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->item == item && !motion->in_closed)
			put_motion(json, meeting, motion);
	}
	json_builder_end_array(json);
}
