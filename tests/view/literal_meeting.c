/* A meeting of the Riverton board, stopped where a screen is to be seen: played event by event, as in a real one. */
#include <string.h>
#include "literal.h"
#include "../unit/meeting_script.h"

#define EVENT(...) ((struct meeting_event){ __VA_ARGS__ })
#define TEXT(words) ((char *)(words))

static const char policy[] = "To adopt the revised body-worn camera policy with release of footage to the Board within 30 days of a request, "
	"effective 1 January 2025.";
static const char amended[] = "To adopt the revised body-worn camera policy, as amended, with release of footage to the Board within 10 days of a "
	"request, effective 1 January 2025.";

/* More than a screen of them, with names that want room. */
static const char *const many[] = { "Ōnishi Kaoru 大西 薫", "Wilhelmina van der Aalst-Featherstonehaugh", "Bo Li", "Yusuf Ibrahim al-Khwarizmi" };

/* Minutes and seconds after 18:00. */
static instant_t clock_at(int minutes, int seconds)
{
	return SCRIPT_BEGINS + minutes * 60 + seconds;
}

static void do_at(struct meeting *meeting, instant_t at, struct meeting_event event)
{
	event.at = at;
	script_do(meeting, event);
}

static void answer(struct meeting *meeting, instant_t at, const char *answers)
{
	g_auto(GStrv) each = g_strsplit(answers, " ", -1);
	const struct vote *vote = meeting_open_vote(meeting);

	for (int i = 0; each[i] && *each[i]; i++) {
		g_auto(GStrv) pair = g_strsplit(each[i], "=", 2);
		do_at(meeting, at + 4 * i, EVENT(.kind = MEETING_VOTE_CAST, .motion = vote->motion, .number = vote->number, .seat = pair[0], .word = pair[1]));
	}
}

static void open_vote(struct meeting *meeting, instant_t at, const char *method)
{
	do_at(meeting, at, EVENT(.kind = MEETING_VOTE_OPENED, .motion = meeting_floor(meeting)->number, .number = meeting->votes->len + 1, .word = TEXT(method)));
}

static void declare(struct meeting *meeting, instant_t at)
{
	const struct vote *vote = meeting_open_vote(meeting);
	g_autofree char *sum = vote->method == METHOD_CONSENT ? NULL : tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules);

	do_at(meeting, at, EVENT(.kind = MEETING_VOTE_DECLARED, .motion = vote->motion, .number = vote->number,
		.word = TEXT(vote_result_name(meeting_vote_result(meeting, vote))), .text = sum));
}

static void move_at(struct meeting *meeting, instant_t at, const char *mover, const char *seconder, const char *kind, const char *text, const char *wording)
{
	int number = (int)meeting->motions->len + 1;

	do_at(meeting, at, EVENT(.kind = MEETING_MOVED, .motion = number, .seat = TEXT(mover), .word = TEXT(kind), .text = TEXT(text), .item = meeting->item,
		.note = TEXT(wording)));
	if (seconder)
		do_at(meeting, at + 6, EVENT(.kind = MEETING_SECONDED, .motion = number, .seat = TEXT(seconder)));
}

static void item_at(struct meeting *meeting, int minute, int position)
{
	do_at(meeting, clock_at(minute, 0), EVENT(.kind = MEETING_ITEM_OPENED, .item = position));
}

static void speaker_at(struct meeting *meeting, instant_t at, const char *name, const char *seat, const char *topic, bool interpreter)
{
	do_at(meeting, at, EVENT(.kind = MEETING_SPEAKER_QUEUED, .number = meeting->speakers->len + 1, .text = TEXT(name), .seat = TEXT(seat),
		.word = TEXT(interpreter ? "interpreter" : ""), .item = meeting->item, .note = TEXT(topic)));
}

static void play_roll(struct meeting *meeting)
{
	do_at(meeting, clock_at(0, 20), EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("1"), .word = TEXT("present")));
	do_at(meeting, clock_at(0, 25), EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("2"), .word = TEXT("remote"), .text = TEXT("just cause")));
}

static void play_roll_rest(struct meeting *meeting)
{
	static const char *const here[] = { "3", "4", "chair", "youth1", "youth2", "alt1" };

	for (unsigned i = 0; i < G_N_ELEMENTS(here); i++)
		do_at(meeting, clock_at(0, 30 + 4 * (int)i), EVENT(.kind = MEETING_ARRIVED, .seat = TEXT(here[i]), .word = TEXT("present")));
	do_at(meeting, clock_at(1, 0), EVENT(.kind = MEETING_ABSENT, .seat = TEXT("5")));
	do_at(meeting, clock_at(1, 4), EVENT(.kind = MEETING_EXCUSED, .seat = TEXT("alt4"), .text = TEXT("family")));
	do_at(meeting, clock_at(1, 10), EVENT(.kind = MEETING_ROLL_COMPLETED));
}

/* Minutes by consent, a late arrival, public comment. */
static void play_opening(struct meeting *meeting)
{
	item_at(meeting, 2, 1);
	item_at(meeting, 3, 2);
	move_at(meeting, clock_at(3, 20), "3", "1", "minutes", "To approve the minutes of 18 November.", NULL);
	open_vote(meeting, clock_at(3, 40), "consent");
	declare(meeting, clock_at(3, 50));
	do_at(meeting, clock_at(6, 30), EVENT(.kind = MEETING_ARRIVED, .seat = TEXT("5"), .word = TEXT("present")));
	item_at(meeting, 7, 3);
}

static void play_comment(struct meeting *meeting)
{
	speaker_at(meeting, clock_at(7, 10), "Ana Quintero Solís", NULL, "release of footage", true);
	speaker_at(meeting, clock_at(7, 20), NULL, NULL, "stops on Canal St", false);
	speaker_at(meeting, clock_at(7, 30), "Wilhelmina van der Aalst-Featherstonehaugh", NULL, NULL, false);
	do_at(meeting, clock_at(8, 0), EVENT(.kind = MEETING_SPEAKER_STARTED, .number = 1, .other = TEXT("360")));
}

static void play_consent(struct meeting *meeting)
{
	do_at(meeting, clock_at(14, 0), EVENT(.kind = MEETING_SPEAKER_ENDED, .number = 1));
	do_at(meeting, clock_at(14, 30), EVENT(.kind = MEETING_ITEM_PULLED, .item = 5, .seat = TEXT("4")));
	item_at(meeting, 15, 4);
	move_at(meeting, clock_at(15, 10), "1", "3", "consent", NULL, NULL);
	open_vote(meeting, clock_at(15, 30), "consent");
	declare(meeting, clock_at(15, 40));
}

static void play_policy(struct meeting *meeting)
{
	item_at(meeting, 26, 7);
	do_at(meeting, clock_at(26, 30), EVENT(.kind = MEETING_RECUSED, .seat = TEXT("5"), .item = 7, .word = TEXT("left"), .text = TEXT("employed by the vendor")));
	move_at(meeting, clock_at(27, 0), "1", "4", "main", policy, NULL);
	move_at(meeting, clock_at(29, 0), "3", "2", "amend", "To strike \"30 days\" and insert \"10 days\".", amended);
}

static void play_debate(struct meeting *meeting)
{
	speaker_at(meeting, clock_at(29, 30), NULL, "3", "debate", false);
	speaker_at(meeting, clock_at(29, 40), NULL, "2", "debate", false);
	do_at(meeting, clock_at(29, 50), EVENT(.kind = MEETING_SPEAKER_STARTED, .number = 4, .other = TEXT("180")));
}

static void play_amendment(struct meeting *meeting)
{
	do_at(meeting, clock_at(31, 58), EVENT(.kind = MEETING_SPEAKER_PAUSED, .number = 4));
	open_vote(meeting, clock_at(32, 0), "roll");
	answer(meeting, clock_at(32, 10), "1=aye 2=nay 3=aye 4=aye youth1=aye youth2=aye chair=aye");
	declare(meeting, clock_at(32, 50));
}

static void play_voting(struct meeting *meeting)
{
	open_vote(meeting, clock_at(41, 40), "roll");
	answer(meeting, clock_at(41, 51), "1=aye 2=nay 3=abstain");
}

static void play_rest_of_vote(struct meeting *meeting)
{
	answer(meeting, clock_at(42, 20), "4=aye youth1=nay youth2=aye chair=aye");
}

static void play_declared(struct meeting *meeting)
{
	declare(meeting, clock_at(43, 10));
}

static void play_recess(struct meeting *meeting)
{
	do_at(meeting, clock_at(44, 0), EVENT(.kind = MEETING_RECESS, .number = 10));
}

static void play_closed(struct meeting *meeting)
{
	do_at(meeting, clock_at(54, 0), EVENT(.kind = MEETING_RECONVENED));
	do_at(meeting, clock_at(55, 0), EVENT(.kind = MEETING_ITEM_OPENED, .item = 9));
	do_at(meeting, clock_at(55, 30), EVENT(.kind = MEETING_CLOSED_ANNOUNCED, .item = 9, .text = TEXT("personnel, Government Code 54957")));
	do_at(meeting, clock_at(56, 0), EVENT(.kind = MEETING_CLOSED_ENTERED));
}

static void play_end(struct meeting *meeting)
{
	do_at(meeting, clock_at(80, 0), EVENT(.kind = MEETING_CLOSED_LEFT));
	do_at(meeting, clock_at(81, 0), EVENT(.kind = MEETING_REPORTED_OUT, .text = TEXT("no reportable action")));
	do_at(meeting, clock_at(83, 0), EVENT(.kind = MEETING_ADJOURNED));
}

static const struct { enum literal_meeting from; void (*play)(struct meeting *); } story[] = {
	{ LITERAL_MEETING_ROLL, play_roll }, { LITERAL_MEETING_COMMENT, play_roll_rest }, { LITERAL_MEETING_COMMENT, play_opening },
	{ LITERAL_MEETING_COMMENT, play_comment }, { LITERAL_MEETING_DEBATE, play_consent }, { LITERAL_MEETING_DEBATE, play_policy },
	{ LITERAL_MEETING_DEBATE, play_debate }, { LITERAL_MEETING_VOTING, play_amendment }, { LITERAL_MEETING_VOTING, play_voting },
	{ LITERAL_MEETING_COMPLETE, play_rest_of_vote }, { LITERAL_MEETING_DECLARED, play_declared }, { LITERAL_MEETING_RECESS, play_recess },
	{ LITERAL_MEETING_CLOSED, play_closed }, { LITERAL_MEETING_ADJOURNED, play_end },
};

/* When the screen is looked at. */
static const instant_t looked_at[] = { -1800, 28, 8 * 60 + 72, 30 * 60 + 40, 42 * 60 + 3, 42 * 60 + 40, 43 * 60 + 12, 46 * 60, 70 * 60, 84 * 60, 8 * 60, 42 * 60 };

/* The same roster with 21 voting seats, and a motion as long as lawyers write them. */
static struct meeting *large_meeting(void)
{
	struct meeting *meeting = meeting_new();
	g_autofree char *frozen = script_frozen();
	g_auto(GStrv) parts = g_strsplit(frozen, "seat\t6\t", 2);
	g_autoptr(GString) text = g_string_new(parts[0]), motion = g_string_new(NULL);

	for (int i = 0; i < 15; i++)
		g_string_append_printf(text, "seat\tx%d\t%s\tSeat at large\t3\t\t1\n", i, many[i % 4]);
	g_string_append_printf(text, "seat\t6\t%s", parts[1]);
	for (int i = 1; i <= 12; i++)
		g_string_append_printf(motion, "%d. The Department shall report in writing on recommendation %d, with what was done, by whom and when. ", i, i);
	do_at(meeting, clock_at(0, 0), EVENT(.kind = MEETING_CALLED, .text = text->str));
	script_roll(meeting, "x7 youth2 alt1 alt4");
	item_at(meeting, 5, 7);
	move_at(meeting, clock_at(6, 0), "1", "2", "main", motion->str, NULL);
	open_vote(meeting, clock_at(7, 0), "roll");
	answer(meeting, clock_at(7, 0), "1=aye 2=aye 3=pass 4=nay 5=aye x0=aye x1=nay x2=aye x3=aye x4=abstain x5=aye x6=absent x8=nay x9=aye x10=aye");
	return meeting;
}

static void poison(char **text)
{
	g_free(*text);
	*text = g_strdup(literal_nasty);
}

static struct meeting *meeting_until(enum literal_meeting state);
static struct meeting *hostile_meeting(void)
{
	struct meeting *meeting = meeting_until(LITERAL_MEETING_VOTING);

	for (guint i = 0; i < meeting->members->len; i++)
		poison(&((struct member *)g_ptr_array_index(meeting->members, i))->name);
	for (guint i = 0; i < meeting->items->len; i++) {
		poison(&((struct meeting_item *)g_ptr_array_index(meeting->items, i))->title);
		poison(&((struct meeting_item *)g_ptr_array_index(meeting->items, i))->number);
	}
	for (guint i = 0; i < meeting->motions->len; i++)
		poison(&((struct motion *)g_ptr_array_index(meeting->motions, i))->text);
	for (guint i = 0; i < meeting->speakers->len; i++)
		poison(&((struct speaker *)g_ptr_array_index(meeting->speakers, i))->name);
	return meeting;
}

static struct meeting *meeting_until(enum literal_meeting state)
{
	struct meeting *meeting;
	g_autofree char *frozen = script_frozen();

	if (state == LITERAL_MEETING_LARGE)
		return large_meeting();
	if (state == LITERAL_MEETING_HOSTILE)
		return hostile_meeting();
	meeting = meeting_new();
	if (state == LITERAL_MEETING_BEFORE)
		return meeting;
	do_at(meeting, clock_at(0, 0), EVENT(.kind = MEETING_CALLED, .text = frozen));
	for (unsigned i = 0; i < G_N_ELEMENTS(story) && story[i].from <= state; i++)
		story[i].play(meeting);
	return meeting;
}

/* The agenda as the database has it, before anything is frozen. */
static GPtrArray *planned_items(void)
{
	g_autoptr(meeting_t) meeting = meeting_until(LITERAL_MEETING_ROLL);
	GPtrArray *items = g_ptr_array_new();

	for (guint i = 0; i < meeting->items->len; i++) {
		const struct meeting_item *from = g_ptr_array_index(meeting->items, i);
		struct agenda_item *item = g_new0(struct agenda_item, 1);
		*item = (struct agenda_item){ .position = from->position, .number = g_strdup(from->number), .title = g_strdup(from->title),
			.minutes = from->minutes, .consent = from->consent, .closed = from->closed };
		g_ptr_array_add(items, item);
	}
	return items;
}

/* The board file, with the seats and rules that the call to order freezes. */
static struct board *meeting_board(void)
{
	static struct board *board;
	g_autoptr(meeting_t) meeting = NULL;
	struct body *body;

	if (board)
		return board;
	meeting = meeting_until(LITERAL_MEETING_ROLL);
	board = board_new();
	body = body_new();
	board->zone = g_strdup("America/Chicago");
	body->id = g_strdup("pob");
	body->procedure = procedure_copy(meeting->procedure);
	labels_add(&body->name, "en", "Riverton Police Oversight Board");
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *from = g_ptr_array_index(meeting->members, i);
		struct seat *seat = g_new0(struct seat, 1);
		*seat = (struct seat){ .id = g_strdup(from->seat), .holder = g_strdup(from->name), .flags = from->flags,
			.alternate_for = from->alternate_for >= 0 ? g_strdup(meeting_member(meeting, from->alternate_for)->seat) : NULL };
		labels_add(&seat->title, "en", from->title);
		g_ptr_array_add(body->seats, seat);
	}
	g_ptr_array_add(board->bodies, body);
	return board;
}

static struct meeting_model *literal_model(struct meeting *meeting)
{
	struct meeting_model *model = g_new0(struct meeting_model, 1);

	model->id = 1;
	model->record = (struct meeting_record){ .id = 1, .body = g_strdup("pob"), .kind = g_strdup("regular"), .starts = SCRIPT_BEGINS,
		.place = g_strdup("City Hall, room 2"), .status = g_strdup("posted") };
	model->items = planned_items();
	model->meeting = meeting;
	model->clerk_here = meeting->phase != PHASE_NONE;
	return model;
}

void literal_meeting(struct scene *scene, enum literal_meeting state)
{
	static struct meeting_model *kept[LITERAL_MEETINGS];
	static GPtrArray *marks;
	struct meeting_place *place = &scene->meeting_place;

	if (!kept[state])
		kept[state] = literal_model(meeting_until(state));
	scene->board = meeting_board();
	scene->meeting = kept[state];
	scene->now = SCRIPT_BEGINS + looked_at[state];
	place->clerk = state != LITERAL_MEETING_BEFORE;
	place->roll_mode = state == LITERAL_MEETING_VOTING || state >= LITERAL_MEETING_LARGE;
	place->role_words = state == LITERAL_MEETING_HOSTILE ? literal_nasty : state == LITERAL_MEETING_BEFORE ? NULL : "you record";
	if (state == LITERAL_MEETING_DEBATE) {      /* this user's own mark and note */
		if (!marks) {
			marks = g_ptr_array_new();
			g_ptr_array_set_size(marks, 7);
			marks->pdata[4] = TEXT("");
			marks->pdata[6] = TEXT("ask for the storage costs");
		}
		place->marks = marks;
	}
	place->members.position = MAX(meeting_next_voter(kept[state]->meeting), 0);
	place->agenda.position = MAX(kept[state]->meeting->item - 1, 0);
}
