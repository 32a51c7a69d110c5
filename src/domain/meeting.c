#include "domain/meeting_private.h"

#include <string.h>

static void member_free(struct member *member)
{
	g_free(member->seat);
	g_free(member->name);
	g_free(member->title);
	g_free(member->provision);
	if (member->stays)
		g_array_unref(member->stays);
	g_free(member);
}

static void item_free(struct meeting_item *item)
{
	g_free(item->number);
	g_free(item->title);
	g_free(item->public_title);
	g_free(item->section);
	g_free(item->action);
	g_free(item->presenter);
	g_free(item->case_number);
	g_free(item->outcome);
	g_free(item);
}

static void motion_free(struct motion *motion)
{
	g_free(motion->text);
	g_free(motion->original);
	g_free(motion->wording);
	g_free(motion->ruling);
	g_free(motion->ruling_why);
	g_free(motion);
}

static void vote_free(struct vote *vote)
{
	g_array_unref(vote->ballots);
	g_array_unref(vote->corrections);
	g_free(vote->arithmetic);
	g_free(vote);
}

static void speaker_free(struct speaker *speaker)
{
	g_free(speaker->name);
	g_free(speaker->topic);
	g_free(speaker);
}

static void closed_free(struct closed_session *closed)
{
	g_free(closed->announced);
	g_free(closed->report);
	g_free(closed);
}

struct meeting *meeting_new(void)
{
	struct meeting *meeting = g_new0(struct meeting, 1);
	meeting->procedure = procedure_new();
	meeting->members = g_ptr_array_new_with_free_func((GDestroyNotify) member_free);
	meeting->items = g_ptr_array_new_with_free_func((GDestroyNotify) item_free);
	meeting->motions = g_ptr_array_new_with_free_func((GDestroyNotify) motion_free);
	meeting->pending = g_array_new(FALSE, FALSE, sizeof(int));
	meeting->votes = g_ptr_array_new_with_free_func((GDestroyNotify) vote_free);
	meeting->recusals = g_array_new(FALSE, FALSE, sizeof(struct recusal));
	meeting->speakers = g_ptr_array_new_with_free_func((GDestroyNotify) speaker_free);
	meeting->closed = g_ptr_array_new_with_free_func((GDestroyNotify) closed_free);
	meeting->minutes_corrections = g_ptr_array_new_with_free_func(g_free);
	meeting->events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free);
	meeting->presiding = -1;
	g_strlcpy(meeting->head, journal_root, sizeof meeting->head);
	return meeting;
}

void meeting_free(struct meeting *meeting)
{
	if (!meeting)
		return;
	meeting_record_clear(&meeting->record);
	g_free(meeting->board_name);
	g_free(meeting->body_name);
	g_free(meeting->zone);
	g_ptr_array_unref(meeting->members);
	g_ptr_array_unref(meeting->items);
	g_ptr_array_unref(meeting->motions);
	g_array_unref(meeting->pending);
	g_ptr_array_unref(meeting->votes);
	g_array_unref(meeting->recusals);
	g_ptr_array_unref(meeting->speakers);
	g_ptr_array_unref(meeting->closed);
	g_ptr_array_unref(meeting->minutes_corrections);
	g_ptr_array_unref(meeting->events);
	procedure_free(meeting->procedure);
	g_free(meeting->clerk);
	g_free(meeting->clerk_session);
	g_free(meeting->approved);
	g_free(meeting);
}

static const char *const choice_names[CHOICES] = {
	[CHOICE_NONE] = "none", [CHOICE_AYE] = "aye", [CHOICE_NAY] = "nay", [CHOICE_ABSTAIN] = "abstain", [CHOICE_RECUSE] = "recuse",
	[CHOICE_ABSENT] = "absent", [CHOICE_PASS] = "pass", [CHOICE_SILENT] = "silent",
	[CHOICE_UNTRAINED] = "untrained",
};

static const char *const motion_states[MOTION_STATES] = { "needs_second", "pending", "voting", "carried", "failed", "no_action", "withdrawn", "fell",
	"ruled", "postponed", "referred", "tabled", "postponed_indefinitely", "divided", "rescinded" };

const char *motion_state_name(enum motion_state state)
{
	return motion_states[state];
}

enum motion_state motion_state_find(const char *name)
{
	enum motion_state state = MOTION_MADE;
	while (state < MOTION_STATES && g_strcmp0(motion_states[state], name) != 0)
		state++;
	return state;
}

const char *choice_name(enum choice choice)
{
	return choice_names[choice];
}

enum choice choice_find(const char *name)
{
	unsigned choice = 0;
	while (choice < CHOICES && g_strcmp0(choice_names[choice], name) != 0)
		choice++;
	return choice;
}

static const char *const method_names[METHODS] = {
	[METHOD_ROLL] = "roll", [METHOD_VOICE] = "voice", [METHOD_HANDS] = "hands", [METHOD_CONSENT] = "consent",
};

const char *vote_method_name(enum vote_method method)
{
	return method_names[method];
}

enum vote_method vote_method_find(const char *name)
{
	unsigned method = 0;
	while (method < METHODS && g_strcmp0(method_names[method], name) != 0)
		method++;
	return method;
}

const struct member *meeting_member(const struct meeting *meeting, int index)
{
	return index >= 0 && index < (int) meeting->members->len ? meeting->members->pdata[index] : NULL;
}

int meeting_seat(const struct meeting *meeting, const char *seat)
{
	for (guint i = 0; seat && i < meeting->members->len; i++)
		if (!strcmp(((const struct member *) meeting->members->pdata[i])->seat, seat))
			return (int) i;
	return -1;
}

const char *meeting_member_name(const struct meeting *meeting, int index)
{
	const struct member *member = meeting_member(meeting, index);
	return member && member->name ? member->name : "";
}

static const void *numbered(const GPtrArray *list, gint64 number)
{
	return number >= 1 && number <= (gint64) list->len ? list->pdata[number - 1] : NULL;
}

const struct meeting_item *meeting_item(const struct meeting *meeting, int position)
{
	return numbered(meeting->items, position);
}

const struct motion *meeting_motion(const struct meeting *meeting, int number)
{
	return numbered(meeting->motions, number);
}

const struct vote *meeting_vote(const struct meeting *meeting, int number)
{
	return numbered(meeting->votes, number);
}

const struct speaker *meeting_speaker(const struct meeting *meeting, int number)
{
	return numbered(meeting->speakers, number);
}

const struct motion *meeting_floor(const struct meeting *meeting)
{
	return meeting->pending->len ? meeting_motion(meeting, g_array_index(meeting->pending, int, meeting->pending->len - 1)) : NULL;
}

const struct vote *meeting_open_vote(const struct meeting *meeting)
{
	const struct vote *last = meeting_vote(meeting, (int) meeting->votes->len);
	return last && last->open ? last : NULL;
}

const char *member_seat_title(const struct member *member, const struct body *body, const char *lang)
{
	const struct seat *seat = body ? body_seat(body, member->seat) : NULL;
	if (!member->title || !*member->title)
		return member->seat;
	return seat ? labels_translate(&seat->title, member->title, lang) : member->title;
}

const char *item_public_title(const struct meeting_item *item)
{
	if (item->public_title)
		return item->public_title;
	return !item->closed && !item->case_number && item->title ? item->title : "";
}

const struct vote *meeting_shown_vote(const struct meeting *meeting)
{
	const struct vote *open = meeting_open_vote(meeting);
	for (guint i = meeting->votes->len; !open && !meeting->pending->len && i-- > 0;) {
		const struct vote *vote = meeting->votes->pdata[i];
		const struct motion *motion = meeting_motion(meeting, vote->motion);
		if (motion->item == meeting->item && !vote->cancelled && motion->vote == vote->number)
			return vote;
	}
	return open;
}

const struct speaker *meeting_speaking(const struct meeting *meeting)
{
	for (guint i = meeting->speakers->len; i-- > 0;) {
		const struct speaker *speaker = meeting->speakers->pdata[i];
		if (speaker->state == SPEAKER_SPEAKING || speaker->state == SPEAKER_PAUSED)
			return speaker;
	}
	return NULL;
}

bool meeting_in_session(const struct meeting *meeting)
{
	return meeting && meeting->phase != PHASE_NONE && meeting->phase != PHASE_ADJOURNED;
}

int meeting_place_now(const struct meeting *meeting)
{
	int last = 0;
	for (guint i = 0; i < meeting->items->len; i++)
		if (((const struct meeting_item *) meeting->items->pdata[i])->state == ITEM_DONE)
			last = (int) i + 1;
	return meeting->item ? meeting->item : last;
}

const struct meeting_item *meeting_next_item(const struct meeting *meeting)
{
	guint now = meeting_place_now(meeting), n = meeting->items->len;
	for (guint i = 0; i < n; i++) {
		const struct meeting_item *item = meeting->items->pdata[(now + i) % n];
		if (item->state == ITEM_WAITING)
			return item;
	}
	return NULL;
}

const struct closed_session *meeting_last_closed(const struct meeting *meeting)
{
	return meeting->closed->len ? meeting->closed->pdata[meeting->closed->len - 1] : NULL;
}

bool meeting_closed_pending(const struct meeting *meeting)
{
	const struct closed_session *closed = meeting_last_closed(meeting);
	return closed && !closed->report;
}

bool meeting_votes_live(const struct meeting *meeting, int reveal)
{
	return reveal ? reveal == 1 : meeting->procedure->rules.reveal == REVEAL_LIVE;
}

int meeting_speakers_waiting(const struct meeting *meeting)
{
	int n = 0;
	for (guint i = 0; i < meeting->speakers->len; i++)
		n += ((const struct speaker *) meeting->speakers->pdata[i])->state == SPEAKER_WAITING;
	return n;
}

bool vote_by_names(const struct vote *vote)
{
	return vote->method == METHOD_ROLL || vote->method == METHOD_HANDS;
}

int vote_to_answer(const struct vote *vote)
{
	int n = 0;
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		n += ballot->counts && !ballot->away && ballot->choice != CHOICE_SILENT && ballot->choice != CHOICE_UNTRAINED;
	}
	return n;
}

const struct ballot *vote_ballot(const struct vote *vote, int member)
{
	for (guint i = 0; i < vote->ballots->len; i++)
		if (g_array_index(vote->ballots, struct ballot, i).member == member)
			return &g_array_index(vote->ballots, struct ballot, i);
	return NULL;
}

const char *ballot_published(const struct meeting *meeting, const struct ballot *ballot)
{
	bool told = meeting->imported && ballot->choice == CHOICE_NONE && ballot->seq > 0 && ballot->seq <= (gint64) meeting->events->len;
	return told ? ((const struct meeting_event *) meeting->events->pdata[ballot->seq - 1])->text : NULL;
}

enum member_group member_group(const struct member *member)
{
	return member->alternate_for >= 0 ? GROUP_ALTERNATE : member->flags & SEAT_VOTING ? GROUP_VOTING : GROUP_ADVISORY;
}

bool member_is_here(const struct member *member)
{
	return member->presence == PRESENCE_PRESENT || member->presence == PRESENCE_REMOTE;
}

bool member_votes(const struct member *member)
{
	if (!member->name || !(member->flags & SEAT_VOTING) || member->replaced_by >= 0)
		return false;
	return member->alternate_for < 0 || member->stands_in_for >= 0;
}

const struct recusal *meeting_recusal(const struct meeting *meeting, int member, int item)
{
	for (guint i = 0; i < meeting->recusals->len; i++) {
		const struct recusal *recusal = &g_array_index(meeting->recusals, struct recusal, i);
		if (!recusal->ended && recusal->member == member && recusal->item == item)
			return recusal;
	}
	return NULL;
}

bool meeting_gated(const struct meeting *meeting, int member, int item)
{
	const struct meeting_item *about = meeting_item(meeting, item);
	bool gate = meeting->procedure->rules.training.gate & TRAINING_GATE_VOTE && !meeting->imported;
	return gate && about && about->case_number && !meeting_member(meeting, member)->trained;
}

/* Does a seat make the quorum greater: in its own place, or in that of the seat it stands in for? */
static bool counts_in_quorum(const struct meeting *meeting, int index)
{
	const struct member *member = meeting_member(meeting, index);
	if (member->replaced_by >= 0 || !member_is_here(member))
		return false;
	const struct member *place = member->stands_in_for >= 0 ? meeting_member(meeting, member->stands_in_for) : member;
	if (place->alternate_for >= 0 || !(place->flags & SEAT_QUORUM))
		return false;
	if (!meeting->procedure->rules.training.present && meeting_gated(meeting, index, meeting->item))
		return false;
	return meeting->procedure->rules.recusal_present || !meeting->item || !meeting_recusal(meeting, index, meeting->item);
}

struct quorum meeting_quorum(const struct meeting *meeting)
{
	struct quorum quorum = { 0 };
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		bool seat = member->alternate_for < 0 && (member->flags & SEAT_QUORUM);
		quorum.seats += seat;
		quorum.in_office += seat && member->name;
		quorum.present += counts_in_quorum(meeting, (int) i);
	}
	quorum.needed = quorum_needed(&meeting->procedure->rules.quorum, quorum.in_office, quorum.seats);
	quorum.there = quorum.present >= quorum.needed;
	return quorum;
}

char *motion_name(const struct meeting *meeting, const struct motion *motion)
{
	int root = motion->root ? motion->root : motion->number, number = 0, letter = 0;
	for (int i = 1; i <= root; i++)
		number += meeting_motion(meeting, i)->root == 0;
	if (!motion->root)
		return g_strdup_printf("%d", number);
	for (int i = 1; i < motion->number; i++)
		letter += meeting_motion(meeting, i)->root == root;
	return letter < 26 ? g_strdup_printf("%d%c", number, 'a' + letter)
		: g_strdup_printf("%d%c%c", number, 'a' + (letter / 26 - 1) % 26, 'a' + letter % 26);
}

int speaker_left(const struct speaker *speaker, instant_t now)
{
	if (speaker->seconds <= 0)
		return G_MAXINT;
	gint64 run = speaker->since ? MAX(0, now - speaker->since) : 0;
	return (int) CLAMP(speaker->seconds - speaker->used - run, -86400, 86400);
}

int meeting_speaking_time(const struct meeting *meeting, bool interpreter)
{
	const struct rules *rules = &meeting->procedure->rules;
	return rules->speaker_seconds * (interpreter ? MAX(1, rules->interpreter_factor) : 1);
}

/* What is left of an item's expected minutes. */
static int item_left(const struct meeting_item *item, instant_t now)
{
	if (item->state == ITEM_DONE)
		return 0;
	int spent = item->state == ITEM_OPEN && item->opened ? (int) ((now - item->opened) / 60) : 0;
	return MAX(0, item->minutes - MAX(0, spent));
}

struct pace meeting_pace(const struct meeting *meeting, instant_t now)
{
	struct pace pace = { 0 };
	int all = 0, left = 0;
	if (!meeting->called)
		return pace;
	instant_t end = meeting->adjourned ? meeting->adjourned : now;
	pace.elapsed = (int) (MAX(0, end - meeting->called) / 60);
	for (guint i = 0; i < meeting->items->len; i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		all += item->minutes;
		left += item_left(item, now);
		if (item->state == ITEM_DONE)
			pace.planned += item->minutes;
	}
	if (all) {
		pace.planned_end = meeting->record.starts + (instant_t) all * 60;
		pace.expected_end = meeting->adjourned ? meeting->adjourned : now + left * 60;
	}
	return pace;
}
