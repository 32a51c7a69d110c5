/* Published meetings as journals. */
#include "domain/published_private.h"

struct meeting_event *published_event_add(struct writing *writing, enum meeting_event_kind kind, const char *seat, const char *word, const char *text)
{
	struct meeting_event *event = g_new0(struct meeting_event, 1);
	event->kind = kind;
	event->at = writing->at;
	event->id = g_strdup_printf("import %s %s.%u", writing->body, writing->meeting->source, writing->events->len + 1);
	event->who = g_strdup("import");
	event->seat = g_strdup(seat);
	event->word = g_strdup(word);
	event->text = g_strdup(text);
	g_ptr_array_add(writing->events, event);
	return event;
}

static struct meeting_event *add_of_motion(struct writing *writing, enum meeting_event_kind kind, const char *seat, const char *word, const char *text)
{
	struct meeting_event *event = published_event_add(writing, kind, seat, word, text);
	event->motion = writing->motions;
	return event;
}

static void open_item(struct writing *writing, int position)
{
	if (writing->item != position)
		published_event_add(writing, MEETING_ITEM_OPENED, NULL, NULL, NULL)->item = position;
	writing->item = position;
}

static void close_item(struct writing *writing, int position, const char *outcome)
{
	open_item(writing, position);
	published_event_add(writing, MEETING_ITEM_CLOSED, NULL, NULL, outcome)->item = position;
	writing->item = 0;
}

/* --- votes --- */

/* Alternates on the roll sit in their places for this vote. */
static void seat_alternates(struct writing *writing, const struct published_vote *vote, bool seated)
{
	for (guint b = 0; b < vote->ballots->len; b++) {
		struct place *place = published_roster_place(writing, g_array_index(vote->ballots, struct published_ballot, b).member);
		if (!place || !place->member->alternate_for || place->seated == seated)
			continue;
		place->seated = seated;
		published_event_add(writing, seated ? MEETING_SEATED : MEETING_UNSEATED, place->member->seat, NULL, NULL);
	}
}

/* A recusal holds for the item until somebody is back. */
static bool is_known(struct writing *writing, const struct place *place, int item, enum choice choice)
{
	char *key = g_strdup_printf("%d %s", item, place->member->seat);
	bool held = item && g_hash_table_contains(writing->recused, key);
	if (held && choice != CHOICE_RECUSE) {
		published_event_add(writing, MEETING_RETURNED, place->member->seat, NULL, NULL)->item = item;
		g_hash_table_remove(writing->recused, key);
	}
	if (choice == CHOICE_RECUSE && item)
		g_hash_table_add(writing->recused, key);
	else
		g_free(key);
	return held && choice == CHOICE_RECUSE;
}

struct answer { const char *seat, *word; enum choice choice; };

/* What stands on the roll before it is called needs no event. */
static GArray *answers(struct writing *writing, const struct published_vote *vote, int item)
{
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct answer));
	for (guint b = 0; b < vote->ballots->len; b++) {
		const struct published_ballot *ballot = &g_array_index(vote->ballots, struct published_ballot, b);
		const struct place *place = published_roster_place(writing, ballot->member);
		struct answer answer = { place ? place->member->seat : ballot->member, ballot->word, ballot->choice };
		bool away = place && !place->here && ballot->choice == CHOICE_ABSENT;
		bool known = place && !away && is_known(writing, place, item, ballot->choice);
		if (!away && !known && (ballot->choice != CHOICE_NONE || ballot->word))
			g_array_append_val(all, answer);
	}
	return all;
}

static void cast(struct writing *writing, const GArray *all)
{
	for (guint i = 0; i < all->len; i++) {
		const struct answer *answer = &g_array_index(all, struct answer, i);
		add_of_motion(writing, MEETING_VOTE_CAST, answer->seat, choice_name(answer->choice), answer->word)->number = writing->votes;
	}
}

static void correct(struct writing *writing, const struct published_vote *vote)
{
	for (guint i = 0; i < vote->corrections->len; i++) {
		const struct published_correction *correction = &g_array_index(vote->corrections, struct published_correction, i);
		writing->at = correction->at ? correction->at : writing->at;
		struct meeting_event *event = add_of_motion(writing, MEETING_VOTE_CORRECTED, correction->member, choice_name(correction->to), correction->why);
		event->number = writing->votes;
		event->note = g_strdup(vote_result_name(correction->after));
	}
}

static void one_vote(struct writing *writing, const struct published_vote *vote, int item, instant_t usual)
{
	seat_alternates(writing, vote, true);
	g_autoptr(GArray) all = answers(writing, vote, item);
	writing->at = vote->declared ? vote->declared : usual;
	writing->votes++;
	add_of_motion(writing, MEETING_VOTE_OPENED, NULL, vote_method_name(vote->method), vote->threshold)->number = writing->votes;
	cast(writing, all);
	add_of_motion(writing, MEETING_VOTE_DECLARED, NULL, vote_result_name(vote->result), vote->outcome)->number = writing->votes;
	correct(writing, vote);
	writing->at = usual;
	seat_alternates(writing, vote, false);
}

/* --- motions --- */

static void move(struct writing *writing, const struct published_motion *motion)
{
	writing->motions++;
	struct meeting_event *moved = add_of_motion(writing, MEETING_MOVED, motion->mover, motion->kind ? motion->kind : "main", motion->text);
	moved->item = motion->item;
	moved->number = motion->about;
	moved->note = g_strdup(motion->wording);
	moved->at = motion->moved ? motion->moved : writing->at;
	if (motion->seconder)
		add_of_motion(writing, MEETING_SECONDED, motion->seconder, NULL, NULL);
	if (motion->restated)
		add_of_motion(writing, MEETING_RESTATED, NULL, NULL, motion->restated);
}

/* What no vote says; the last vote settles a motion by itself. */
static void settle(struct writing *writing, const struct published_motion *motion)
{
	const struct published_vote *last = motion->votes->len ? motion->votes->pdata[motion->votes->len - 1] : NULL;
	static const enum motion_state states[] = { [RESULT_NONE] = MOTION_STATES, [RESULT_CARRIED] = MOTION_CARRIED, [RESULT_FAILED] = MOTION_FAILED,
		[RESULT_NO_ACTION] = MOTION_NO_ACTION };
	enum vote_result result = !last ? RESULT_NONE : last->corrections->len
		? g_array_index(last->corrections, struct published_correction, last->corrections->len - 1).after : last->result;
	enum motion_state ending = motion->ending == MOTION_STATES ? states[result] : motion->ending;
	if (ending == MOTION_RULED && motion->ruling && !last)
		add_of_motion(writing, MEETING_RULED, NULL, motion->ruling, motion->ruling_why);
	else if (!last || ending != states[result])
		add_of_motion(writing, MEETING_SETTLED, NULL, motion_state_name(ending == MOTION_STATES ? MOTION_PENDING : ending), NULL);
}

/* Items on which nothing was moved, from the one after those done up to a position. */
static void quiet_items(struct writing *writing, const int *last, int until)
{
	for (; writing->done + 1 < until; writing->done++) {
		const struct published_item *item = writing->meeting->items->pdata[writing->done];
		if (last[writing->done + 1] < 0)
			close_item(writing, writing->done + 1, item->outcome);
	}
}

/* The last motion on each item, which brings its outcome; -1 nothing is moved. A motion on an item that is not there is on none. */
static int *last_motions(const struct published_meeting *meeting)
{
	int *last = g_new(int, meeting->items->len + 1);
	for (guint i = 0; i <= meeting->items->len; i++)
		last[i] = -1;
	for (guint m = 0; m < meeting->motions->len; m++) {
		const struct published_motion *motion = meeting->motions->pdata[m];
		last[motion->item <= (int) meeting->items->len ? motion->item : 0] = (int) m;
	}
	return last;
}

/* A vote without a published result: nothing to count, but what was said of it stays, and who said what. */
static bool is_unresolved(const struct published_motion *motion)
{
	return motion->votes->len && ((const struct published_vote *) motion->votes->pdata[0])->result == RESULT_NONE;
}

static void unresolved(struct writing *writing, const struct published_motion *motion)
{
	const struct published_vote *vote = motion->votes->pdata[0];
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint b = 0; b < vote->ballots->len; b++) {
		const struct published_ballot *ballot = &g_array_index(vote->ballots, struct published_ballot, b);
		if (ballot->choice != CHOICE_NONE || ballot->word)
			g_string_append_printf(names, "%s%s: %s", names->len ? "; " : "", ballot->member, ballot->word ? ballot->word : choice_name(ballot->choice));
	}
	open_item(writing, motion->item);
	if (names->len)
		published_event_add(writing, MEETING_NOTE, NULL, NULL, names->str)->item = motion->item;
	close_item(writing, motion->item, vote->outcome);
}

static void one_motion(struct writing *writing, const struct published_motion *motion, const char *outcome)
{
	instant_t usual = writing->at;
	if (is_unresolved(motion)) {
		unresolved(writing, motion);
		return;
	}
	if (motion->item)
		open_item(writing, motion->item);
	move(writing, motion);
	for (guint v = 0; v < motion->votes->len; v++)
		one_vote(writing, motion->votes->pdata[v], motion->item, usual);
	settle(writing, motion);
	if (outcome)
		close_item(writing, motion->item, outcome);
}

static void proceedings(struct writing *writing)
{
	const struct published_meeting *meeting = writing->meeting;
	g_autofree int *last = last_motions(meeting);
	for (guint i = published_items_frozen(meeting); i < meeting->items->len; i++) {
		const struct published_item *item = meeting->items->pdata[i];
		published_event_add(writing, MEETING_ITEM_ADDED, NULL, NULL, item->title)->item = (int) i + 1;
	}
	for (guint m = 0; m < meeting->motions->len; m++) {
		const struct published_motion *motion = meeting->motions->pdata[m];
		const struct published_item *item = motion->item && motion->item <= (int) meeting->items->len ? meeting->items->pdata[motion->item - 1] : NULL;
		if (item)
			quiet_items(writing, last, motion->item);
		one_motion(writing, motion, item && last[motion->item] == (int) m ? item->outcome : NULL);
	}
	quiet_items(writing, last, (int) meeting->items->len + 1);
}

GPtrArray *published_events(const struct published_meeting *meeting, const struct board *board, const struct body *body)
{
	struct writing writing = { .meeting = meeting, .body = body->id, .events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free),
		.recused = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), .at = meeting->called ? meeting->called : meeting->starts };
	published_roster_find(&writing);
	g_autofree char *frozen = published_roster_freeze(&writing, board, body);
	published_event_add(&writing, MEETING_CALLED, NULL, "imported", frozen);
	published_roster_call(&writing);
	proceedings(&writing);
	writing.at = meeting->adjourned ? meeting->adjourned : writing.at;
	published_event_add(&writing, MEETING_ADJOURNED, NULL, NULL, NULL);
	published_roster_clear(&writing);
	g_hash_table_unref(writing.recused);
	return writing.events;
}
