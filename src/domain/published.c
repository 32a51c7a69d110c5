#include "domain/published.h"

#include <string.h>
#include "domain/frozen.h"

static void vote_clear(void *data)
{
	g_free(((struct published_vote *) data)->member);
}

static void motion_free(struct published_motion *motion)
{
	g_free(motion->number);
	g_free(motion->title);
	g_free(motion->kind);
	g_free(motion->outcome);
	g_array_unref(motion->votes);
	g_free(motion);
}

struct published_meeting *published_meeting_new(const char *source, const char *body_name, instant_t starts)
{
	struct published_meeting *meeting = g_new0(struct published_meeting, 1);
	meeting->source = g_strdup(source);
	meeting->body_name = g_strdup(body_name);
	meeting->starts = starts;
	meeting->motions = g_ptr_array_new_with_free_func((GDestroyNotify) motion_free);
	return meeting;
}

void published_meeting_free(struct published_meeting *meeting)
{
	if (!meeting)
		return;
	g_free(meeting->source);
	g_free(meeting->body_name);
	g_ptr_array_unref(meeting->motions);
	g_free(meeting);
}

struct published_motion *published_meeting_add(struct published_meeting *meeting, const char *number, const char *title)
{
	struct published_motion *motion = g_new0(struct published_motion, 1);
	motion->number = g_strdup(number);
	motion->title = g_strdup(title);
	motion->votes = g_array_new(FALSE, TRUE, sizeof(struct published_vote));
	g_array_set_clear_func(motion->votes, vote_clear);
	g_ptr_array_add(meeting->motions, motion);
	return motion;
}

void published_motion_vote(struct published_motion *motion, const char *member, enum choice choice)
{
	struct published_vote vote = { g_strdup(member), choice };
	g_array_append_val(motion->votes, vote);
}

/* --- the journal --- */

struct writing { const struct published_meeting *meeting; const char *body; GPtrArray *events; GPtrArray *names; /* borrowed; the index + 1 is the seat */ GArray *here; };

static int seat_of(const struct writing *writing, const char *name)
{
	for (guint i = 0; i < writing->names->len; i++)
		if (!strcmp(writing->names->pdata[i], name))
			return (int) i;
	return -1;
}

/* Everybody who is named, in the order of the first naming; here: answered at least once as somebody in the room. */
static void find_members(struct writing *writing)
{
	for (guint m = 0; m < writing->meeting->motions->len; m++) {
		const struct published_motion *motion = writing->meeting->motions->pdata[m];
		for (guint v = 0; v < motion->votes->len; v++) {
			const struct published_vote *vote = &g_array_index(motion->votes, struct published_vote, v);
			bool no = false;
			if (seat_of(writing, vote->member) < 0) {
				g_ptr_array_add(writing->names, vote->member);
				g_array_append_val(writing->here, no);
			}
			if (vote->choice != CHOICE_NONE && vote->choice != CHOICE_ABSENT)
				g_array_index(writing->here, bool, seat_of(writing, vote->member)) = true;
		}
	}
}

static char *freeze(const struct writing *writing, const struct board *board, const struct body *body)
{
	struct body *roster = body_new();
	struct meeting_record record = { .body = body->id, .kind = (char *) "published", .starts = writing->meeting->starts };
	g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
	roster->parent = body;
	labels_add(&roster->name, "", writing->meeting->body_name ? writing->meeting->body_name : labels_get(&body->name, NULL));
	/* Where nobody is named there is a seat all the same, and nobody in it. */
	for (guint i = 0; i < MAX(1, writing->names->len); i++) {
		struct seat *seat = g_new0(struct seat, 1);
		const char *name = i < writing->names->len ? writing->names->pdata[i] : NULL;
		*seat = (struct seat) { .id = g_strdup_printf("%u", i + 1), .holder = g_strdup(name), .flags = SEAT_VOTING | SEAT_QUORUM,
			.term_start = DAY_UNKNOWN, .term_end = DAY_UNKNOWN, .training_done = DAY_UNKNOWN, .vacant_since = DAY_UNKNOWN };
		g_ptr_array_add(roster->seats, seat);
	}
	for (guint i = 0; i < writing->meeting->motions->len; i++) {
		const struct published_motion *motion = writing->meeting->motions->pdata[i];
		struct agenda_item *item = g_new0(struct agenda_item, 1);
		*item = (struct agenda_item) { .position = (int) i + 1, .number = motion->number, .title = motion->title };
		g_ptr_array_add(items, item);
	}
	char *frozen = frozen_write(board, roster, &record, items, NULL, NULL);
	body_free(roster);
	return frozen;
}

/* Texts that are given away are copied. */
static struct meeting_event *add(struct writing *writing, enum meeting_event_kind kind, const char *seat, const char *word, const char *text)
{
	struct meeting_event *event = g_new0(struct meeting_event, 1);
	event->kind = kind;
	event->at = writing->meeting->starts;
	event->id = g_strdup_printf("import %s %s.%u", writing->body, writing->meeting->source, writing->events->len + 1);
	event->who = g_strdup("import");
	event->seat = g_strdup(seat);
	event->word = g_strdup(word);
	event->text = g_strdup(text);
	g_ptr_array_add(writing->events, event);
	return event;
}

static void attendance(struct writing *writing)
{
	for (guint i = 0; i < writing->names->len; i++) {
		g_autofree char *seat = g_strdup_printf("%u", i + 1);
		bool here = g_array_index(writing->here, bool, i);
		add(writing, here ? MEETING_ARRIVED : MEETING_ABSENT, seat, here ? "present" : NULL, NULL);
	}
	add(writing, MEETING_ROLL_COMPLETED, NULL, NULL, NULL);
}

static void ballots(struct writing *writing, const struct published_motion *motion, int number, int vote)
{
	for (guint v = 0; v < motion->votes->len; v++) {
		const struct published_vote *ballot = &g_array_index(motion->votes, struct published_vote, v);
		int member = seat_of(writing, ballot->member);
		g_autofree char *seat = g_strdup_printf("%d", member + 1);
		bool away = ballot->choice == CHOICE_ABSENT && !g_array_index(writing->here, bool, member);
		if (ballot->choice == CHOICE_NONE || away)
			continue;
		struct meeting_event *event = add(writing, MEETING_VOTE_CAST, seat, choice_name(ballot->choice), NULL);
		event->motion = number;
		event->number = vote;
	}
}

static void one_motion(struct writing *writing, const struct published_motion *motion, int position, int *number)
{
	add(writing, MEETING_ITEM_OPENED, NULL, NULL, NULL)->item = position;
	if (motion->result == RESULT_NONE) {
		struct meeting_event *closed = add(writing, MEETING_ITEM_CLOSED, NULL, NULL, motion->outcome);
		closed->item = position;
		return;
	}
	++*number;
	struct meeting_event *moved = add(writing, MEETING_MOVED, NULL, motion->kind ? motion->kind : "main", motion->title);
	moved->motion = *number;
	moved->item = position;
	/* A result without names is as if it had been taken by voice. */
	struct meeting_event *opened = add(writing, MEETING_VOTE_OPENED, NULL, motion->votes->len ? "roll" : "voice", NULL);
	opened->motion = *number;
	opened->number = *number;
	ballots(writing, motion, *number, *number);
	struct meeting_event *declared = add(writing, MEETING_VOTE_DECLARED, NULL, vote_result_name(motion->result), motion->outcome);
	declared->motion = *number;
	declared->number = *number;
}

GPtrArray *published_events(const struct published_meeting *meeting, const struct board *board, const struct body *body)
{
	struct writing writing = { .meeting = meeting, .body = body->id, .events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free),
		.names = g_ptr_array_new(), .here = g_array_new(FALSE, TRUE, sizeof(bool)) };
	int number = 0;
	find_members(&writing);
	g_autofree char *frozen = freeze(&writing, board, body);
	add(&writing, MEETING_CALLED, NULL, "imported", frozen);
	attendance(&writing);
	for (guint i = 0; i < meeting->motions->len; i++)
		one_motion(&writing, meeting->motions->pdata[i], (int) i + 1, &number);
	add(&writing, MEETING_ADJOURNED, NULL, NULL, NULL);
	g_ptr_array_unref(writing.names);
	g_array_unref(writing.here);
	return writing.events;
}
