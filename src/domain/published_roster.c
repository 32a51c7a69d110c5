/* The roster of a published meeting: who there is, what is frozen of them and the agenda, who was in the room. */
#include "domain/frozen.h"
#include "domain/published_private.h"

static struct place *place_at(const struct writing *writing, guint index)
{
	return &g_array_index(writing->places, struct place, index);
}

struct place *published_roster_place(const struct writing *writing, const char *word)
{
	guint place = word ? GPOINTER_TO_UINT(g_hash_table_lookup(writing->index, word)) : 0;
	return place ? place_at(writing, place - 1) : NULL;
}

static void add_place(struct writing *writing, const struct published_member *member)
{
	struct place place = { .member = member, .here = member->presence == PRESENCE_PRESENT || member->presence == PRESENCE_REMOTE };
	const char *word = writing->meeting->members->len ? member->seat : member->name;
	g_array_append_val(writing->places, place);
	if (word && !g_hash_table_contains(writing->index, word))
		g_hash_table_insert(writing->index, (gpointer) word, GUINT_TO_POINTER(writing->places->len));
}

static void add_named(struct writing *writing, const char *name)
{
	struct published_member *member = g_new0(struct published_member, 1);
	*member = (struct published_member) { .seat = g_strdup_printf("%u", writing->places->len + 1), .name = g_strdup(name), .flags = SEAT_VOTING | SEAT_QUORUM };
	g_ptr_array_add(writing->named, member);
	add_place(writing, member);
}

static void named_free(void *data)
{
	struct published_member *member = data;
	g_free(member->seat);
	g_free(member->name);
	g_free(member);
}

/* Here: answered at least once as somebody in the room. An alternate is called only in somebody's place. */
static void look_at_votes(struct writing *writing, const struct published_motion *motion)
{
	for (guint v = 0; v < motion->votes->len; v++) {
		const struct published_vote *vote = motion->votes->pdata[v];
		for (guint b = 0; b < vote->ballots->len; b++) {
			const struct published_ballot *ballot = &g_array_index(vote->ballots, struct published_ballot, b);
			if (!writing->meeting->members->len && !published_roster_place(writing, ballot->member))
				add_named(writing, ballot->member);
			struct place *place = published_roster_place(writing, ballot->member);
			if (place)
				place->unclear |= ballot->word != NULL;
			if (place)
				place->here |= (ballot->choice != CHOICE_NONE && ballot->choice != CHOICE_ABSENT) || place->member->alternate_for;
		}
	}
}

/* Members are in the order of the first naming. */
void published_roster_find(struct writing *writing)
{
	writing->named = g_ptr_array_new_with_free_func(named_free);
	writing->places = g_array_new(FALSE, TRUE, sizeof(struct place));
	writing->index = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < writing->meeting->members->len; i++)
		add_place(writing, writing->meeting->members->pdata[i]);
	for (guint m = 0; m < writing->meeting->motions->len; m++)
		look_at_votes(writing, writing->meeting->motions->pdata[m]);
	/* Where nobody is named there is a seat all the same, and nobody in it. */
	if (!writing->places->len)
		add_named(writing, NULL);
}

void published_roster_clear(struct writing *writing)
{
	g_hash_table_unref(writing->index);
	g_array_unref(writing->places);
	g_ptr_array_unref(writing->named);
}

/* --- what is frozen --- */

static void freeze_seats(const struct writing *writing, struct body *roster)
{
	for (guint i = 0; i < writing->places->len; i++) {
		const struct published_member *member = place_at(writing, i)->member;
		struct seat *seat = g_new0(struct seat, 1);
		*seat = (struct seat) { .id = g_strdup(member->seat), .holder = g_strdup(member->name), .flags = member->flags,
			.alternate_for = g_strdup(member->alternate_for), .term_start = DAY_UNKNOWN, .term_end = DAY_UNKNOWN, .training_done = DAY_UNKNOWN,
			.vacant_since = DAY_UNKNOWN };
		if (member->title)
			labels_add(&seat->title, "", member->title);
		g_ptr_array_add(roster->seats, seat);
	}
}

guint published_items_frozen(const struct published_meeting *meeting)
{
	guint n = meeting->items->len;
	for (; n; n--) {
		const struct published_item *item = meeting->items->pdata[n - 1];
		g_autofree char *number = g_strdup_printf("+%u", n);
		if (!item->unposted || g_strcmp0(item->number, number) != 0)
			break;
	}
	return n;
}

char *published_roster_freeze(const struct writing *writing, const struct board *board, const struct body *body)
{
	const struct published_meeting *meeting = writing->meeting;
	struct body *roster = body_new();
	struct meeting_record record = { .body = body->id, .kind = meeting->kind ? meeting->kind : (char *) "published", .starts = meeting->starts,
		.place = meeting->place, .title = meeting->title };
	g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
	roster->parent = body;
	labels_add(&roster->name, "", meeting->body_name ? meeting->body_name : labels_get(&body->name, NULL));
	freeze_seats(writing, roster);
	for (guint i = 0, n = published_items_frozen(meeting); i < n; i++) {
		const struct published_item *published = meeting->items->pdata[i];
		struct agenda_item *item = g_new0(struct agenda_item, 1);
		*item = (struct agenda_item) { .position = (int) i + 1, .number = published->number, .title = published->title,
			.public_title = published->closed ? published->title : NULL, .consent = published->consent, .closed = published->closed,
			.unposted = published->unposted };
		g_ptr_array_add(items, item);
	}
	char *frozen = frozen_write(board, roster, &record, items, NULL, NULL);
	body_free(roster);
	return frozen;
}

/* --- the roll --- */

/* Alternates and advisory seats need not be on the roll. */
void published_roster_call(struct writing *writing)
{
	bool all = true;
	for (guint i = 0; i < writing->places->len; i++) {
		const struct place *place = place_at(writing, i);
		const struct published_member *member = place->member;
		bool expected = !member->alternate_for && !(member->flags & SEAT_ADVISORY), called = member->presence != PRESENCE_UNKNOWN || !writing->meeting->members->len;
		if (!member->name)
			continue;
		called &= !place->unclear || member->presence != PRESENCE_UNKNOWN;
		all &= called || place->here || !expected;
		if (place->here)
			published_event_add(writing, MEETING_ARRIVED, member->seat, member->presence == PRESENCE_REMOTE ? "remote" : "present", NULL);
		else if (member->presence == PRESENCE_EXCUSED)
			published_event_add(writing, MEETING_EXCUSED, member->seat, NULL, NULL);
		else if (called)
			published_event_add(writing, MEETING_ABSENT, member->seat, NULL, NULL);
	}
	if (all)
		published_event_add(writing, MEETING_ROLL_COMPLETED, NULL, NULL, NULL);
}
