/* Votes: the roll frozen at the opening, one state for each place on it, the result by the rules, corrections beside it. */
#include "domain/meeting_private.h"

#include <string.h>

static struct ballot *ballot_of(const struct vote *vote, int member)
{
	return (struct ballot *) vote_ballot(vote, member);
}

/* --- the roll --- */

static gint by_name(gconstpointer a, gconstpointer b, gpointer data)
{
	const struct ballot *left = a, *right = b;
	g_autofree char *one = g_utf8_casefold(meeting_member_name(data, left->member), -1);
	g_autofree char *two = g_utf8_casefold(meeting_member_name(data, right->member), -1);
	int order = strcmp(one, two);
	return order ? order : left->member - right->member;
}

static void rotate(GArray *roll, guint by)
{
	g_autofree struct ballot *copy = g_memdup2(roll->data, roll->len * sizeof(struct ballot));
	for (guint i = 0; i < roll->len; i++)
		g_array_index(roll, struct ballot, i) = copy[(i + by) % roll->len];
}

static void chair_to_the_end(const struct meeting *meeting, GArray *roll)
{
	for (guint i = 0; i < roll->len; i++) {
		struct ballot ballot = g_array_index(roll, struct ballot, i);
		if (ballot.member != meeting->presiding)
			continue;
		g_array_remove_index(roll, i);
		g_array_append_val(roll, ballot);
		return;
	}
}

/* Adopting the consent calendar decides every case that is still on it. */
static bool has_no_vote(const struct meeting *meeting, int index, const struct motion *motion)
{
	bool gated = meeting_gated(meeting, index, motion->item);
	for (guint i = 0; !gated && motion->kind->effect == EFFECT_CONSENT && i < meeting->items->len; i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		gated = item->consent && !item->pulled && meeting_gated(meeting, index, item->position);
	}
	return gated;
}

static enum choice first_choice(const struct meeting *meeting, int index, const struct motion *motion, const struct ballot *ballot)
{
	if (ballot->away)
		return CHOICE_ABSENT;
	if (motion->item && meeting_recusal(meeting, index, motion->item))
		return CHOICE_RECUSE;
	if (meeting->imported || !ballot->counts)
		return CHOICE_NONE;
	if (has_no_vote(meeting, index, motion))
		return CHOICE_UNTRAINED;
	bool silent = index == meeting->presiding && meeting->procedure->rules.chair != CHAIR_VOTES;
	return silent ? CHOICE_SILENT : CHOICE_NONE;
}

GArray *roll_make(const struct meeting *meeting, const struct motion *motion)
{
	const struct rules *rules = &meeting->procedure->rules;
	GArray *roll = g_array_new(FALSE, FALSE, sizeof(struct ballot));
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		bool advisory = member->name && member_group(member) == GROUP_ADVISORY;
		struct ballot ballot = { .member = (int) i, .counts = member_votes(member), .away = !member_is_here(member) };
		if (!ballot.counts && !advisory)
			continue;
		ballot.choice = first_choice(meeting, (int) i, motion, &ballot);
		g_array_append_val(roll, ballot);
	}
	if (rules->roll == ROLL_ALPHABETICAL)
		g_array_sort_with_data(roll, by_name, (gpointer) meeting);
	if (rules->roll == ROLL_ROTATING && roll->len)
		rotate(roll, meeting->votes->len % roll->len);
	if (rules->chair_last)
		chair_to_the_end(meeting, roll);
	return roll;
}

struct tally roll_tally(const struct meeting *meeting, const GArray *roll)
{
	struct tally tally = { 0 };
	for (guint i = 0; i < roll->len; i++) {
		const struct ballot *ballot = &g_array_index(roll, struct ballot, i);
		int *count[CHOICES] = { [CHOICE_NONE] = &tally.open, [CHOICE_AYE] = &tally.yes, [CHOICE_NAY] = &tally.no, [CHOICE_ABSTAIN] = &tally.abstain,
			[CHOICE_RECUSE] = &tally.recused, [CHOICE_ABSENT] = &tally.absent, [CHOICE_PASS] = &tally.open, [CHOICE_SILENT] = &tally.silent,
			[CHOICE_UNTRAINED] = &tally.untrained };
		if (ballot->counts)
			++*count[ballot->choice];
	}
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		bool seat = member->alternate_for < 0 && (member->flags & SEAT_VOTING);
		tally.seats += seat;
		tally.in_office += seat && member->name;
	}
	return tally;
}

static void retally(struct meeting *meeting, struct vote *vote)
{
	vote->tally = roll_tally(meeting, vote->ballots);
}

struct tally meeting_expected_tally(const struct meeting *meeting, const struct motion *motion)
{
	g_autoptr(GArray) roll = roll_make(meeting, motion);
	return roll_tally(meeting, roll);
}

/* Whoever comes in is asked, whoever goes without having answered is absent; an answer given stands. */
void vote_member_changed(struct meeting *meeting, int member)
{
	struct vote *vote = (struct vote *) meeting_open_vote(meeting);
	struct ballot *ballot = vote ? ballot_of(vote, member) : NULL;
	if (!ballot)
		return;
	bool here = member_is_here(member_at(meeting, member));
	bool waits = ballot->choice == CHOICE_NONE || ballot->choice == CHOICE_PASS || ballot->choice == CHOICE_SILENT
		|| ballot->choice == CHOICE_UNTRAINED;
	if ((here && ballot->away) || waits) {
		ballot->away = !here;
		ballot->choice = first_choice(meeting, member, meeting_motion(meeting, vote->motion), ballot);
		retally(meeting, vote);
	}
}

static int first_with(const struct vote *vote, enum choice choice)
{
	for (guint i = 0; i < vote->ballots->len; i++)
		if (g_array_index(vote->ballots, struct ballot, i).choice == choice)
			return g_array_index(vote->ballots, struct ballot, i).member;
	return -1;
}

static bool chair_may_vote(const struct meeting *meeting, const struct vote *vote)
{
	const struct rules *rules = &meeting->procedure->rules;
	return rules->chair == CHAIR_VOTES || chair_decides(vote->threshold, &vote->tally, rules);
}

int meeting_next_voter(const struct meeting *meeting)
{
	const struct vote *vote = meeting_open_vote(meeting);
	if (!vote || !vote_by_names(vote))
		return -1;
	int next = first_with(vote, CHOICE_NONE);
	if (next < 0)
		next = first_with(vote, CHOICE_PASS);
	if (next < 0 && chair_may_vote(meeting, vote))
		next = first_with(vote, CHOICE_SILENT);
	return next;
}

bool meeting_vote_complete(const struct meeting *meeting)
{
	const struct vote *vote = meeting_open_vote(meeting);
	return vote && (!vote_by_names(vote) || vote->tally.open == 0);
}

enum vote_result meeting_vote_result(const struct meeting *meeting, const struct vote *vote)
{
	if (vote->method == METHOD_CONSENT)
		return vote->objected ? RESULT_NONE : RESULT_CARRIED;
	if (vote->method == METHOD_VOICE || vote->tally.open > 0)
		return RESULT_NONE;
	return tally_result(vote->threshold, &vote->tally, &meeting->procedure->rules);
}

struct outlook meeting_outlook(const struct meeting *meeting, const struct vote *vote)
{
	return tally_outlook(vote->threshold, &vote->tally, &meeting->procedure->rules);
}

enum vote_result meeting_corrected_result(const struct meeting *meeting, const struct vote *vote, int member, enum choice choice)
{
	g_autoptr(GArray) roll = g_array_copy(vote->ballots);
	for (guint i = 0; i < roll->len; i++)
		if (g_array_index(roll, struct ballot, i).member == member)
			g_array_index(roll, struct ballot, i).choice = choice;
	struct tally tally = roll_tally(meeting, roll);
	return tally_result(vote->threshold, &tally, &meeting->procedure->rules);
}

/* --- opening --- */

static void correction_clear(gpointer data)
{
	struct correction *correction = data;
	g_free(correction->why);
	g_free(correction->who);
}

static const struct threshold *threshold_of(const struct meeting *meeting, const struct meeting_event *event)
{
	return event->text ? procedure_threshold(meeting->procedure, event->text) : meeting_motion(meeting, event->motion)->kind->threshold;
}

static bool check_vote_in_order(const struct meeting *meeting, const struct motion *motion, enum vote_method method, GError **error)
{
	struct quorum quorum = meeting_quorum(meeting);
	if (meeting->imported)
		return true;
	if (!meeting->roll_completed)
		return meeting_refuse(error, _("the roll has not been completed"));
	if (motion->state == MOTION_MADE)
		return meeting_refuse(error, _("this motion has no second yet"));
	if (method != METHOD_ROLL && meeting_roll_call(meeting))
		return meeting_refuse(error, "%s", meeting_roll_call(meeting));
	if (!quorum.there && (!motion->kind->without_quorum || method == METHOD_CONSENT))
		return meeting_refuse(error, _("there is no quorum (%d of %d needed): no vote may be taken"), quorum.present, quorum.needed);
	return true;
}

bool check_vote_opened(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct motion *motion = meeting_motion(meeting, event->motion);
	enum vote_method method = vote_method_find(event->word);
	if (method == METHODS)
		return meeting_refuse(error, _("a vote is taken by roll, voice, hands or consent, not by '%s'"), event->word ? event->word : "");
	if (event->number != (gint64) meeting->votes->len + 1)
		return meeting_refuse(error, _("the next vote has the number %u"), meeting->votes->len + 1);
	if (!threshold_of(meeting, event))
		return event->text ? meeting_refuse(error, _("there is no threshold '%s' in the rules of this meeting"), event->text)
			: meeting_refuse(error, _("on this the chair rules; there is no vote"));
	return check_vote_in_order(meeting, motion, method, error);
}

void apply_vote_opened(struct meeting *meeting, const struct meeting_event *event)
{
	struct vote *vote = g_new0(struct vote, 1);
	struct motion *motion = motion_at(meeting, event->motion);
	vote->number = (int) event->number;
	vote->motion = event->motion;
	vote->method = vote_method_find(event->word);
	vote->threshold = threshold_of(meeting, event);
	vote->ballots = roll_make(meeting, motion);
	vote->corrections = g_array_new(FALSE, FALSE, sizeof(struct correction));
	g_array_set_clear_func(vote->corrections, correction_clear);
	vote->open = true;
	vote->objector = -1;
	vote->opened = event->at;
	motion->vote = vote->number;
	motion->state = MOTION_VOTING;
	g_ptr_array_add(meeting->votes, vote);
	retally(meeting, vote);
}

/* --- ballots --- */

/* What nobody answers, the rules give it: in a published vote it stands like the answers. */
static bool is_given_by_rules(enum choice choice)
{
	return choice == CHOICE_SILENT || choice == CHOICE_UNTRAINED;
}

static bool is_answer(enum choice choice)
{
	return choice != CHOICE_NONE && !is_given_by_rules(choice) && choice != CHOICES;
}

static bool check_may_answer(const struct meeting *meeting, const struct vote *vote, const struct ballot *ballot, enum choice choice, GError **error)
{
	const char *name = meeting_member_name(meeting, ballot->member);
	if (ballot->away && !meeting->imported)
		return meeting_refuse(error, _("%s is not here; record the arrival first"), name);
	if (ballot->choice == CHOICE_UNTRAINED)
		return meeting_refuse(error, _("%s has no vote on a case before the training is done"), name);
	if (ballot->choice == CHOICE_SILENT && !chair_may_vote(meeting, vote))
		return meeting_refuse(error, _("%s presides and votes only where it changes the result"), name);
	if (ballot->choice == CHOICE_PASS && choice == CHOICE_PASS)
		return meeting_refuse(error, _("%s passed already and is asked again now"), name);
	if (ballot->choice != CHOICE_NONE && ballot->choice != CHOICE_PASS && ballot->choice != CHOICE_SILENT && !ballot->away)
		return meeting_refuse(error, _("%s has answered; take that back first (u)"), name);
	return true;
}

bool check_vote_cast(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct vote *vote = meeting_open_vote(meeting);
	int member = meeting_seat(meeting, event->seat);
	const struct ballot *ballot = vote_ballot(vote, member);
	enum choice choice = choice_find(event->word);
	bool as_published = meeting->imported && (is_given_by_rules(choice) || (choice == CHOICE_NONE && event->text && *event->text));
	if (!is_answer(choice) && !as_published)
		return meeting_refuse(error, _("'%s' is no answer in a roll call"), event->word ? event->word : "");
	if (vote->method == METHOD_CONSENT)
		return meeting_refuse(error, _("unanimous consent has no roll; an objection is recorded with o"));
	if (!ballot)
		return meeting_refuse(error, _("%s is not on the roll of this vote"), meeting_member_name(meeting, member));
	return check_may_answer(meeting, vote, ballot, choice, error);
}

void apply_vote_cast(struct meeting *meeting, const struct meeting_event *event)
{
	struct vote *vote = vote_at(meeting, (int) event->number);
	struct ballot *ballot = ballot_of(vote, meeting_seat(meeting, event->seat));
	int item = meeting_motion(meeting, vote->motion)->item;
	ballot->choice = choice_find(event->word);
	ballot->away = false;
	ballot->seq = event->seq;
	if (ballot->choice == CHOICE_RECUSE && item)
		member_recuse(meeting, ballot->member, item, meeting->procedure->rules.recusal_leaves);
	retally(meeting, vote);
}

bool check_vote_taken_back(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	int member = meeting_seat(meeting, event->seat);
	const struct ballot *ballot = vote_ballot(meeting_open_vote(meeting), member);
	if (!ballot || !ballot->seq)
		return meeting_refuse(error, _("%s has not answered in this vote"), meeting_member_name(meeting, member));
	return true;
}

void apply_vote_taken_back(struct meeting *meeting, const struct meeting_event *event)
{
	struct vote *vote = vote_at(meeting, (int) event->number);
	struct ballot *ballot = ballot_of(vote, meeting_seat(meeting, event->seat));
	const struct motion *motion = meeting_motion(meeting, vote->motion);
	int item = motion->item;
	struct recusal *recusal = ballot->choice == CHOICE_RECUSE ? (struct recusal *) meeting_recusal(meeting, ballot->member, item) : NULL;
	if (recusal)
		recusal->ended = true;
	*ballot = (struct ballot) { .member = ballot->member, .counts = ballot->counts, .away = !member_is_here(member_at(meeting, ballot->member)) };
	ballot->choice = first_choice(meeting, ballot->member, motion, ballot);
	retally(meeting, vote);
}

static void end_vote(struct meeting *meeting, struct vote *vote)
{
	vote->open = false;
	vote->cancelled = true;
	motion_at(meeting, vote->motion)->state = MOTION_PENDING;
	alternates_leave(meeting);
}

bool check_objected(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (meeting_open_vote(meeting)->method != METHOD_CONSENT)
		return meeting_refuse(error, _("only unanimous consent can be objected to; in a vote one votes"));
	return !event->seat || check_here(meeting, event, error);
}

/* One objection forces a vote: the question is pending again. */
void apply_objected(struct meeting *meeting, const struct meeting_event *event)
{
	struct vote *vote = vote_at(meeting, (int) event->number);
	vote->objected = true;
	vote->objector = meeting_seat(meeting, event->seat);
	end_vote(meeting, vote);
}

/* --- the result --- */

static enum vote_result result_find(const char *name)
{
	for (int result = RESULT_CARRIED; result <= RESULT_NO_ACTION; result++)
		if (g_strcmp0(vote_result_name(result), name) == 0)
			return result;
	return RESULT_NONE;
}

static bool check_by_rules(const struct meeting *meeting, const struct vote *vote, enum vote_result declared, GError **error)
{
	struct quorum quorum = meeting_quorum(meeting);
	enum vote_result computed = meeting_vote_result(meeting, vote);
	if (!quorum.there && !meeting_motion(meeting, vote->motion)->kind->without_quorum)
		return meeting_refuse(error, _("the quorum was lost (%d of %d needed): the vote can only be called off"), quorum.present, quorum.needed);
	if (computed != RESULT_NONE && computed != declared) {
		g_autofree char *sum = tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules);
		return meeting_refuse(error, _("by the rules this vote is '%s', not '%s': %s"), vote_result_name(computed), vote_result_name(declared), sum);
	}
	return true;
}

char *vote_counts(const struct vote *vote)
{
	return vote_by_names(vote) ? g_strdup_printf("%d-%d-%d", vote->tally.yes, vote->tally.no, vote->tally.abstain) : NULL;
}

char *vote_sum(const struct meeting *meeting, const struct vote *vote)
{
	bool said = vote->arithmetic && *vote->arithmetic;
	if (vote->corrections->len || (said && vote_by_names(vote) && !meeting->imported))
		return tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules);
	return g_strdup(said ? vote->arithmetic : "");
}

static bool check_announced(const struct vote *vote, const char *announced, GError **error)
{
	g_autofree char *counts = vote_counts(vote);
	return !announced || !counts || !strcmp(announced, counts) || meeting_refuse(error,
		_("announced was %s (ayes, nays, abstentions), but the names say %s"), announced, counts);
}

bool check_vote_declared(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct vote *vote = meeting_open_vote(meeting);
	enum vote_result declared = result_find(event->word);
	if (declared == RESULT_NONE)
		return meeting_refuse(error, _("a vote is declared carried, failed or no_action, not '%s'"), event->word ? event->word : "");
	if (meeting->imported)
		return true;
	if (!meeting_vote_complete(meeting))
		return meeting_refuse(error, ngettext("%d member has not answered yet", "%d members have not answered yet", vote->tally.open), vote->tally.open);
	return check_announced(vote, event->note, error) && check_by_rules(meeting, vote, declared, error);
}

void apply_vote_declared(struct meeting *meeting, const struct meeting_event *event)
{
	struct vote *vote = vote_at(meeting, (int) event->number);
	enum vote_result computed = meeting_vote_result(meeting, vote);
	vote->open = false;
	vote->declared = event->at;
	vote->result = result_find(event->word);
	vote->computed = computed == RESULT_NONE ? vote->result : computed;
	vote->arithmetic = g_strdup(event->text);
	motion_decided(meeting, motion_at(meeting, vote->motion), vote->result, event->at);
	alternates_leave(meeting);
}

void apply_vote_cancelled(struct meeting *meeting, const struct meeting_event *event)
{
	end_vote(meeting, vote_at(meeting, (int) event->number));
}

/* --- corrections: after the result, with a reason, both versions kept --- */

static bool check_correctable(const struct meeting *meeting, const struct vote *vote, const struct meeting_event *event, GError **error)
{
	if (!vote || vote->motion != event->motion)
		return meeting_refuse(error, _("there is no such vote on this motion"));
	if (vote->result == RESULT_NONE)
		return meeting_refuse(error, _("this vote was not declared; there is nothing to correct"));
	if (!vote_by_names(vote))
		return meeting_refuse(error, _("this vote has no names that could be corrected"));
	if (meeting->approved)
		return meeting_refuse(error, _("the minutes of this meeting were approved"));
	return true;
}

bool check_vote_corrected(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct vote *vote = event->number <= G_MAXINT ? meeting_vote(meeting, (int) event->number) : NULL;
	int member = meeting_seat(meeting, event->seat);
	enum choice choice = choice_find(event->word);
	if (!check_correctable(meeting, vote, event, error))
		return false;
	const struct ballot *ballot = vote_ballot(vote, member);
	const char *name = meeting_member_name(meeting, member);
	if (!ballot)
		return meeting_refuse(error, _("%s is not on the roll of this vote"), name);
	if (!is_answer(choice) || choice == CHOICE_PASS)
		return meeting_refuse(error, _("'%s' is no answer in a roll call"), event->word ? event->word : "");
	if (ballot->choice == choice)
		return meeting_refuse(error, _("%s is recorded as '%s' already"), name, choice_name(choice));
	if (ballot->choice == CHOICE_UNTRAINED)
		return meeting_refuse(error, _("%s has no vote on a case before the training is done"), name);
	if (ballot->away)
		return meeting_refuse(error, _("%s was not here when the roll was called; nobody absent votes"), name);
	enum vote_result after = ballot->counts ? meeting_corrected_result(meeting, vote, member, choice) : vote->result;
	if (after != result_find(event->note))
		return meeting_refuse(error, _("by the rules the result is then '%s'"), vote_result_name(after));
	return true;
}

void apply_vote_corrected(struct meeting *meeting, const struct meeting_event *event)
{
	static const enum motion_state states[] = {
		[RESULT_CARRIED] = MOTION_CARRIED, [RESULT_FAILED] = MOTION_FAILED, [RESULT_NO_ACTION] = MOTION_NO_ACTION,
	};
	struct vote *vote = vote_at(meeting, (int) event->number);
	struct ballot *ballot = ballot_of(vote, meeting_seat(meeting, event->seat));
	struct motion *motion = motion_at(meeting, vote->motion);
	struct correction correction = { .member = ballot->member, .from = ballot->choice, .to = choice_find(event->word), .why = g_strdup(event->text),
		.who = g_strdup(event->who), .at = event->at, .seq = event->seq, .before = vote->result, .after = result_find(event->note) };
	g_array_append_val(vote->corrections, correction);
	ballot->choice = correction.to;
	vote->result = vote->computed = correction.after;
	/* What the motion did meanwhile stays done: a changed result is for the body to act upon, and the minutes show both. */
	if (motion->vote == vote->number && motion->state == states[correction.before])
		motion->state = states[correction.after];
	retally(meeting, vote);
}
