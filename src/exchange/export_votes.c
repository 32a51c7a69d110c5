/* Motions and votes of the export. */
#include "exchange/export_private.h"

#include <string.h>

/* --- motions --- */

/* Of a motion among those of the public, from 1; 0: it is not one of them. */
static int motion_number(const struct meeting *meeting, int motion)
{
	const struct motion *one = meeting_motion(meeting, motion);
	int number = 0;
	if (!one || one->in_closed)
		return 0;
	for (int i = 1; i <= motion; i++)
		number += !meeting_motion(meeting, i)->in_closed;
	return number;
}

/* Is it one that the public was told the result of? */
static bool has_vote(const struct meeting *meeting, const struct vote *vote)
{
	return vote->result != RESULT_NONE && vote_is_public(meeting, vote) && motion_number(meeting, vote->motion);
}

static const char *result_of(enum vote_result result)
{
	return result == RESULT_NONE ? NULL : result == RESULT_CARRIED ? "pass" : "fail";
}

static char *motion_plain(const struct export_meeting *one, int motion)
{
	return g_strdup_printf("%s/motion/%d", one->key, motion_number(one->meeting, motion));
}

/* The last result that the public was told; NULL. */
static const struct vote *last_vote(const struct meeting *meeting, const struct motion *motion)
{
	for (guint i = meeting->votes->len; i-- > 0;) {
		const struct vote *vote = meeting->votes->pdata[i];
		if (vote->motion == motion->number && has_vote(meeting, vote))
			return vote;
	}
	return NULL;
}

static const char *seat_of(const struct meeting *meeting, int member)
{
	const struct member *one = meeting_member(meeting, member);
	return one ? one->seat : NULL;
}

static void put_motion_extras(const struct exporting *exporting, const struct export_meeting *one, const struct motion *motion)
{
	const struct meeting *meeting = one->meeting;
	JsonBuilder *json = exporting->json;
	bool told = motion_end_is_public(meeting, motion);
	int seconder = motion_public_seconder(meeting, motion);
	json_builder_set_member_name(json, "extras");
	json_builder_begin_object(json);
	if (motion->item)
		json_build_number(json, "item", motion->item);
	json_build_text(json, "mover_seat", seat_of(meeting, motion->mover));
	json_build_text(json, "seconder_seat", seat_of(meeting, seconder));
	json_build_text(json, "seconder", meeting_member_name(meeting, seconder));
	if (g_strcmp0(motion->original, motion_public_text(meeting, motion)) != 0)
		json_build_text(json, "text_as_moved", motion->original);
	json_build_text(json, "would_read", motion->wording);
	if (motion_number(meeting, motion->target))
		json_build_number(json, "about", motion_number(meeting, motion->target));
	/* What was decided in closed session and not reported out is open as far as the public knows. */
	json_build_text(json, "disposition", motion_state_name(told ? motion->state : MOTION_PENDING));
	json_build_text(json, "ruling", told ? motion->ruling : NULL);
	json_build_text(json, "ruling_why", told ? motion->ruling_why : NULL);
	json_builder_end_object(json);
}

static void put_motion(const struct exporting *exporting, const struct export_meeting *one, const struct motion *motion)
{
	const struct meeting *meeting = one->meeting;
	JsonBuilder *json = exporting->json;
	g_autofree char *plain = motion_plain(one, motion->number), *organization = export_organization(exporting->board, meeting);
	const struct vote *last = last_vote(meeting, motion);
	const struct threshold *threshold = last ? last->threshold : motion->kind->threshold;
	json_builder_begin_object(json);
	export_put_id(exporting, "id", "motion", plain);
	export_put_id(exporting, "event_id", "event", one->key);
	export_put_id(exporting, "organization_id", "organization", organization);
	export_put_person(exporting, "creator_id", meeting, motion->mover);
	json_build_text(json, "text", motion_public_text(meeting, motion));
	json_build_text(json, "classification", motion->kind->id);
	export_put_time(exporting, meeting, "date", motion->moved);
	json_build_text(json, "requirement", threshold ? labels_get(&threshold->label, exporting->board->languages[0]) : NULL);
	json_build_text(json, "result", last ? result_of(last->result) : NULL);
	put_motion_extras(exporting, one, motion);
	json_builder_end_object(json);
	exporting->count->motions++;
}

void export_put_motions(const struct exporting *exporting, const struct export_meeting *one)
{
	for (guint i = 0; i < one->meeting->motions->len; i++) {
		const struct motion *motion = one->meeting->motions->pdata[i];
		if (!motion->in_closed)
			put_motion(exporting, one, motion);
	}
}

/* --- votes --- */

/* The standard options. Those that are not the choice itself are told apart in extras. NULL: nothing is known of it. */
static const char *option_of(const struct meeting *meeting, const struct ballot *ballot)
{
	static const char *const options[CHOICES] = { [CHOICE_AYE] = "yes", [CHOICE_NAY] = "no", [CHOICE_ABSTAIN] = "abstain", [CHOICE_ABSENT] = "absent",
		[CHOICE_RECUSE] = "not voting", [CHOICE_PASS] = "not voting", [CHOICE_SILENT] = "not voting", [CHOICE_UNTRAINED] = "not voting" };
	return ballot_published(meeting, ballot) ? "other" : options[ballot->choice];
}

static void put_count(JsonBuilder *json, const char *option, int value)
{
	json_builder_begin_object(json);
	json_build_text(json, "option", option);
	json_build_number(json, "value", value);
	json_builder_end_object(json);
}

static void put_counts(JsonBuilder *json, const struct vote *vote)
{
	const struct tally *tally = &vote->tally;
	json_build_list(json, "counts");
	if (vote_by_names(vote)) {
		put_count(json, "yes", tally->yes);
		put_count(json, "no", tally->no);
		put_count(json, "abstain", tally->abstain);
		put_count(json, "absent", tally->absent);
		put_count(json, "not voting", tally->recused + tally->silent + tally->untrained);
	}
	json_builder_end_array(json);
}

static void put_ballot(const struct exporting *exporting, const struct meeting *meeting, const struct ballot *ballot)
{
	JsonBuilder *json = exporting->json;
	const struct member *member = meeting_member(meeting, ballot->member), *place = meeting_member(meeting, member->alternate_for);
	const char *option = option_of(meeting, ballot);
	json_builder_begin_object(json);
	json_build_text(json, "option", option);
	json_build_text(json, "voter_name", member->name);
	if (!exporting->format->civic)
		export_put_person(exporting, "voter_id", meeting, ballot->member);
	else if (!strcmp(option, "not voting"))
		json_build_text(json, "note", choice_name(ballot->choice));
	json_builder_set_member_name(json, "extras");
	json_builder_begin_object(json);
	json_build_text(json, "seat", member->seat);
	json_build_text(json, "choice", choice_name(ballot->choice));
	json_build_text(json, "published_as", ballot_published(meeting, ballot));
	json_build_text(json, "in_place_of", place ? place->seat : NULL);
	json_builder_end_object(json);
	json_builder_end_object(json);
	exporting->count->recused += ballot->choice == CHOICE_RECUSE && ballot->counts;
}

static gint by_member(gconstpointer a, gconstpointer b)
{
	return ((const struct ballot *) a)->member - ((const struct ballot *) b)->member;
}

/* In the order of the roster, whatever that of the roll was. */
static void put_ballots(const struct exporting *exporting, const struct meeting *meeting, const struct vote *vote, const char *key, bool counted)
{
	g_autoptr(GArray) ballots = g_array_copy(vote->ballots);
	g_array_sort(ballots, by_member);
	json_build_list(exporting->json, key);
	for (guint i = 0; vote_by_names(vote) && i < ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(ballots, struct ballot, i);
		if (ballot->counts == counted && option_of(meeting, ballot))
			put_ballot(exporting, meeting, ballot);
	}
	json_builder_end_array(exporting->json);
}

static void put_corrections(const struct exporting *exporting, const struct meeting *meeting, const struct vote *vote)
{
	JsonBuilder *json = exporting->json;
	if (!vote->corrections->len)
		return;
	json_build_list(json, "corrections");
	for (guint i = 0; i < vote->corrections->len; i++) {
		const struct correction *correction = &g_array_index(vote->corrections, struct correction, i);
		const char *why = correction_public_why(meeting, correction);
		json_builder_begin_object(json);
		json_build_text(json, "seat", seat_of(meeting, correction->member));
		json_build_text(json, "was", choice_name(correction->from));
		json_build_text(json, "is", choice_name(correction->to));
		json_build_text(json, "why", why ? why : "closed session");
		export_put_time(exporting, meeting, "at", correction->at);
		json_build_text(json, "result_was", vote_result_name(correction->before));
		json_build_text(json, "result_is", vote_result_name(correction->after));
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_true_counts(JsonBuilder *json, const struct vote *vote)
{
	const struct { const char *name; int n; } counts[] = {
		{ choice_name(CHOICE_AYE), vote->tally.yes }, { choice_name(CHOICE_NAY), vote->tally.no }, { choice_name(CHOICE_ABSTAIN), vote->tally.abstain },
		{ choice_name(CHOICE_RECUSE), vote->tally.recused }, { choice_name(CHOICE_ABSENT), vote->tally.absent },
		{ choice_name(CHOICE_SILENT), vote->tally.silent }, { choice_name(CHOICE_UNTRAINED), vote->tally.untrained },
	};
	if (!vote_by_names(vote))
		return;
	json_builder_set_member_name(json, "counts");
	json_builder_begin_object(json);
	for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
		json_build_number(json, counts[i].name, counts[i].n);
	json_builder_end_object(json);
}

static void put_vote_extras(const struct exporting *exporting, const struct meeting *meeting, const struct vote *vote)
{
	JsonBuilder *json = exporting->json;
	json_builder_set_member_name(json, "extras");
	json_builder_begin_object(json);
	json_build_text(json, "method", vote_method_name(vote->method));
	json_build_text(json, "threshold", vote->threshold->id);
	json_build_text(json, "result", vote_result_name(vote->result));
	json_build_text(json, "outcome", vote->arithmetic);
	put_true_counts(json, vote);
	put_ballots(exporting, meeting, vote, "advisory_votes", false);
	put_corrections(exporting, meeting, vote);
	json_builder_end_object(json);
}

static void put_classification(JsonBuilder *json, const struct motion *motion)
{
	json_build_list(json, "motion_classification");
	json_build_string(json, motion->kind->id);
	json_builder_end_array(json);
}

static void put_vote(const struct exporting *exporting, const struct export_meeting *one, const struct vote *vote, int number)
{
	const struct meeting *meeting = one->meeting;
	const struct motion *motion = meeting_motion(meeting, vote->motion);
	JsonBuilder *json = exporting->json;
	g_autofree char *plain = g_strdup_printf("%s/vote/%d", one->key, number), *about = motion_plain(one, vote->motion), *identifier = g_strdup_printf("%d", number);
	g_autofree char *organization = export_organization(exporting->board, meeting);
	json_builder_begin_object(json);
	export_put_id(exporting, exporting->format->id, "vote", plain);
	if (exporting->format->civic)
		json_build_text(json, "_type", "vote_event");
	json_build_text(json, "identifier", identifier);
	export_put_id(exporting, "motion_id", "motion", about);
	export_put_id(exporting, "organization_id", "organization", organization);
	if (exporting->format->civic) {
		json_build_text(json, "organization", meeting->body_name);
		const char *text = motion_public_text(meeting, motion);
		json_build_text(json, "motion_text", *text ? text : labels_get(&motion->kind->label, exporting->board->languages[0]));
		put_classification(json, motion);
	}
	export_put_time(exporting, meeting, "start_date", vote->declared);
	json_build_text(json, "result", result_of(vote->result));
	put_counts(json, vote);
	put_ballots(exporting, meeting, vote, "votes", true);
	put_vote_extras(exporting, meeting, vote);
	json_builder_end_object(json);
	exporting->count->votes++;
}

/* By their motions, as they are read back. */
void export_put_votes(const struct exporting *exporting, const struct export_meeting *one)
{
	const struct meeting *meeting = one->meeting;
	int number = 0;
	for (int motion = 1; motion <= (int) meeting->motions->len; motion++) {
		for (guint i = 0; i < meeting->votes->len; i++) {
			const struct vote *vote = meeting->votes->pdata[i];
			if (vote->motion == motion && has_vote(meeting, vote))
				put_vote(exporting, one, vote, ++number);
		}
	}
}
