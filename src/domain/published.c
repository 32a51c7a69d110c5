#include "domain/published.h"

static void ballot_clear(void *data)
{
	struct published_ballot *ballot = data;
	g_free(ballot->member);
	g_free(ballot->word);
}

static void correction_clear(void *data)
{
	struct published_correction *correction = data;
	g_free(correction->member);
	g_free(correction->why);
}

static void vote_free(void *data)
{
	struct published_vote *vote = data;
	g_free(vote->threshold);
	g_free(vote->outcome);
	g_array_unref(vote->ballots);
	g_array_unref(vote->corrections);
	g_free(vote);
}

static void motion_free(void *data)
{
	struct published_motion *motion = data;
	g_free(motion->kind);
	g_free(motion->text);
	g_free(motion->restated);
	g_free(motion->wording);
	g_free(motion->mover);
	g_free(motion->seconder);
	g_free(motion->ruling);
	g_free(motion->ruling_why);
	g_ptr_array_unref(motion->votes);
	g_free(motion);
}

static void item_free(void *data)
{
	struct published_item *item = data;
	g_free(item->number);
	g_free(item->title);
	g_free(item->outcome);
	g_free(item);
}

static void member_free(void *data)
{
	struct published_member *member = data;
	g_free(member->seat);
	g_free(member->name);
	g_free(member->title);
	g_free(member->alternate_for);
	g_free(member);
}

struct published_meeting *published_meeting_new(const char *source, const char *body_name, instant_t starts)
{
	struct published_meeting *meeting = g_new0(struct published_meeting, 1);
	meeting->source = g_strdup(source);
	meeting->body_name = g_strdup(body_name);
	meeting->starts = starts;
	meeting->members = g_ptr_array_new_with_free_func(member_free);
	meeting->items = g_ptr_array_new_with_free_func(item_free);
	meeting->motions = g_ptr_array_new_with_free_func(motion_free);
	return meeting;
}

void published_meeting_free(struct published_meeting *meeting)
{
	if (!meeting)
		return;
	g_free(meeting->source);
	g_free(meeting->body);
	g_free(meeting->body_name);
	g_free(meeting->kind);
	g_free(meeting->place);
	g_free(meeting->title);
	g_ptr_array_unref(meeting->members);
	g_ptr_array_unref(meeting->items);
	g_ptr_array_unref(meeting->motions);
	g_free(meeting);
}

struct published_member *published_add_member(struct published_meeting *meeting, const char *seat, const char *name)
{
	struct published_member *member = g_new0(struct published_member, 1);
	member->seat = g_strdup(seat);
	member->name = g_strdup(name);
	member->flags = SEAT_VOTING | SEAT_QUORUM;
	g_ptr_array_add(meeting->members, member);
	return member;
}

struct published_item *published_add_item(struct published_meeting *meeting, const char *number, const char *title)
{
	struct published_item *item = g_new0(struct published_item, 1);
	item->number = g_strdup(number);
	item->title = g_strdup(title);
	g_ptr_array_add(meeting->items, item);
	return item;
}

struct published_motion *published_add_motion(struct published_meeting *meeting, int item, const char *text)
{
	struct published_motion *motion = g_new0(struct published_motion, 1);
	motion->item = item;
	motion->text = g_strdup(text);
	motion->ending = MOTION_STATES;
	motion->votes = g_ptr_array_new_with_free_func(vote_free);
	g_ptr_array_add(meeting->motions, motion);
	return motion;
}

struct published_vote *published_add_vote(struct published_motion *motion)
{
	struct published_vote *vote = g_new0(struct published_vote, 1);
	vote->ballots = g_array_new(FALSE, TRUE, sizeof(struct published_ballot));
	vote->corrections = g_array_new(FALSE, TRUE, sizeof(struct published_correction));
	g_array_set_clear_func(vote->ballots, ballot_clear);
	g_array_set_clear_func(vote->corrections, correction_clear);
	g_ptr_array_add(motion->votes, vote);
	return vote;
}

void published_add_ballot(struct published_vote *vote, const char *member, enum choice choice, const char *word)
{
	struct published_ballot ballot = { g_strdup(member), choice, word && *word ? g_strdup(word) : NULL };
	g_array_append_val(vote->ballots, ballot);
}

struct published_vote *published_add_row(struct published_meeting *meeting, const char *number, const char *title)
{
	published_add_item(meeting, number, title);
	return published_add_vote(published_add_motion(meeting, (int) meeting->items->len, title));
}
