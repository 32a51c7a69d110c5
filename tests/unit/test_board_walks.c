/*
 * Every move of every board file that comes with dais, made on a case that came the whole way to it from its first state. Before it is made it is
 * refused, and the refusal names each thing it lacks and nothing that is there; each is then brought, one after the other, and a vote is one of
 * a meeting of the body under its own rules: a motion that was lost does not do. Where a move is of some classes or duties, others may not.
 */
#include <string.h>
#include "action/case_action.h"
#include "action/record_action.h"
#include "base/i18n.h"
#include "base/error.h"
#include "config/config_file.h"
#include "domain/frozen.h"
#include "fixture.h"
#include "store/store.h"

#define LOGIN "walker"
enum { STEP_SECONDS = 3600 };
struct walk {
	struct fixture fixture;
	struct store *store;
	struct board *board;
	const struct body *body;
	const struct workflow *workflow;
	instant_t now;
	id_t64 id;                    /* the case */
	char number[16];
	unsigned cases, meetings, made, refused;
	bool named[CASE_REQUIREMENTS];    /* some refusal was for want of it */
};

static char *source_file(const char *name)
{
	const char *top = g_getenv("top_srcdir");
	return g_build_filename(top ? top : ".", name, NULL);
}

/* --- a meeting that decides on the case --- */

static void say(struct meeting *meeting, GPtrArray *events, struct meeting_event event, instant_t at)
{
	g_autoptr(GError) error = NULL;
	event.at = at;
	g_assert_true(meeting_apply(meeting, &event, &error) || (g_test_message("%s", error->message), false));
	struct meeting_event *copy = meeting_event_copy(&event);
	g_ptr_array_add(events, copy);
}

static char *frozen_agenda(const struct walk *walk)
{
	struct meeting_record record = { .body = walk->body->id, .kind = (char *) "regular", .starts = walk->now };
	struct agenda_item item = { .position = 1, .number = (char *) "1", .title = (char *) "The case", .case_number = (char *) walk->number };
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_ptr_array_add(items, &item);
	return frozen_write(walk->board, walk->body, &record, items, NULL, NULL);
}

/* The voting members, and one who is no chair to move. */
static char *call_roll(struct meeting *meeting, GPtrArray *events, instant_t at, char **seconder)
{
	char *mover = NULL;
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		if (!member->name || member->alternate_for >= 0)
			continue;
		say(meeting, events, (struct meeting_event) { .kind = MEETING_ARRIVED, .seat = member->seat, .word = (char *) "present" }, at);
		if (member_group(member) != GROUP_VOTING || (member->flags & SEAT_CHAIR))
			continue;
		*seconder = mover ? member->seat : NULL;
		mover = mover ? mover : member->seat;
	}
	say(meeting, events, (struct meeting_event) { .kind = MEETING_ROLL_COMPLETED }, at);
	return mover;
}

static void take_vote(struct meeting *meeting, GPtrArray *events, instant_t at, enum choice choice)
{
	say(meeting, events, (struct meeting_event) { .kind = MEETING_VOTE_OPENED, .motion = 1, .number = 1, .word = (char *) "roll" }, at);
	for (int next; (next = meeting_next_voter(meeting)) >= 0;)
		say(meeting, events, (struct meeting_event) { .kind = MEETING_VOTE_CAST, .motion = 1, .number = 1, .seat = meeting_member(meeting, next)->seat,
			.word = (char *) choice_name(choice) }, at);
	const struct vote *vote = meeting_open_vote(meeting);
	enum vote_result result = meeting_vote_result(meeting, vote);
	g_assert_cmpint(result, ==, choice == CHOICE_AYE ? RESULT_CARRIED : RESULT_FAILED);
	say(meeting, events, (struct meeting_event) { .kind = MEETING_VOTE_DECLARED, .motion = 1, .number = 1, .word = (char *) vote_result_name(result) }, at);
}

/* All say the same: the motion carries, or is lost. */
static void hold_meeting(struct walk *walk, const char *kind, enum choice choice)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free);
	g_autoptr(GError) error = NULL;
	g_autofree char *frozen = frozen_agenda(walk);
	char *seconder = NULL;
	instant_t at = walk->now += STEP_SECONDS;
	say(meeting, events, (struct meeting_event) { .kind = MEETING_CALLED, .text = frozen }, at);
	char *mover = call_roll(meeting, events, at, &seconder);
	say(meeting, events, (struct meeting_event) { .kind = MEETING_ITEM_OPENED, .item = 1 }, at);
	say(meeting, events, (struct meeting_event) { .kind = MEETING_MOVED, .motion = 1, .item = 1, .seat = mover, .word = (char *) kind, .text = (char *) "So moved." }, at);
	if (motion_needs_second(meeting, meeting_motion(meeting, 1)))
		say(meeting, events, (struct meeting_event) { .kind = MEETING_SECONDED, .motion = 1, .seat = seconder }, at);
	take_vote(meeting, events, at, choice);
	say(meeting, events, (struct meeting_event) { .kind = MEETING_ADJOURNED }, at);
	g_assert_cmpint(record_replay(walk->store, events, &error), >, 0);
	g_assert_no_error(error);
	walk->meetings++;
}

/* --- a case --- */

static void make_case(struct walk *walk, const char *class, bool bare)
{
	const struct state *first = NULL;
	for (guint i = 0; i < walk->workflow->states->len; i++)
		if (((const struct state *) walk->workflow->states->pdata[i])->initial)
			first = walk->workflow->states->pdata[i];
	g_snprintf(walk->number, sizeof walk->number, "W-%u", ++walk->cases);
	day_t day = instant_day(walk->now, walk->board->zone);
	struct case_record record = { .number = walk->number, .body = walk->body->id, .state = first->id, .class = (char *) class, .open = true, .closed = DAY_UNKNOWN,
		.received = bare ? DAY_UNKNOWN : day - 1, .occurred = bare ? DAY_UNKNOWN : day - 2, .due = DAY_UNKNOWN, .district = (char *) (bare ? NULL : "d"),
		.summary = (char *) (bare ? NULL : "Words.") };
	fixture_begin(walk->store);
	g_assert_true(case_store_insert(walk->store, &record, NULL));
	walk->id = record.id;
	if (!bare)
		fixture_allegation(walk->store, record.id, class, "a", NULL, NULL);
	fixture_commit(walk->store);
}

static void act(struct walk *walk, struct case_act act)
{
	g_autoptr(GError) error = NULL;
	walk->now += STEP_SECONDS;
	case_do(walk->store, walk->board, walk->id, &act, LOGIN, walk->now, &error);
	g_assert_no_error(error);
}

/* Some finding of the body that is one. */
static const char *any_finding(const struct walk *walk)
{
	const struct vocabulary *words = board_words(walk->board, walk->body, "finding");
	for (guint i = 0; i < words->terms->len; i++)
		if (case_is_found(walk->board, walk->body, ((const struct term *) words->terms->pdata[i])->id))
			return ((const struct term *) words->terms->pdata[i])->id;
	g_assert_not_reached();
}

static void find(struct walk *walk, enum stage stage)
{
	act(walk, (struct case_act) { .kind = ACT_FINDING, .allegation = 1, .stage = stage_name(stage), .value = any_finding(walk) });
}

static void both(struct walk *walk, enum case_event_kind kind, const char *value)
{
	for (enum case_side side = SIDE_COMPLAINANT; side < CASE_SIDES; side++)
		act(walk, (struct case_act) { .kind = kind, .stage = case_side_name(side), .value = value });
}

static void bring(struct walk *walk, enum case_requirement requirement)
{
	switch (requirement) {
	case REQUIRE_DOCUMENT: act(walk, (struct case_act) { .kind = ACT_DOCUMENT, .value = "paper" }); break;
	case REQUIRE_CONSENTS: both(walk, ACT_CONSENT, NULL); break;
	case REQUIRE_AGREEMENT: act(walk, (struct case_act) { .kind = ACT_AGREEMENT, .why = "an apology" }); break;
	case REQUIRE_FOLLOW_UP: act(walk, (struct case_act) { .kind = ACT_FOLLOW_UP, .day = instant_day(walk->now, NULL) + 9 }); break;
	case REQUIRE_SATISFACTION: both(walk, ACT_SATISFACTION, "4"); break;
	case REQUIRE_ASSIGNED: act(walk, (struct case_act) { .kind = ACT_ASSIGNED, .value = LOGIN }); break;
	case REQUIRE_ANSWER: act(walk, (struct case_act) { .kind = ACT_ANSWER, .why = "in a letter" }); break;
	case REQUIRE_FINDINGS_INVESTIGATOR: find(walk, STAGE_INVESTIGATOR); break;
	case REQUIRE_FINDINGS_BOARD: find(walk, STAGE_BOARD); break;
	case REQUIRE_FINDINGS_CHIEF: find(walk, STAGE_CHIEF); break;
	case REQUIRE_FINDINGS_FINAL: find(walk, STAGE_FINAL); break;
	/* A reason comes with the move, and these with the case. */
	case REQUIRE_REASON: case REQUIRE_SUMMARY: case REQUIRE_DISTRICT: case REQUIRE_CLASS: case REQUIRE_OCCURRED: case REQUIRE_RECEIVED:
	case CASE_REQUIREMENTS: break;
	}
}

/* --- moves --- */

static bool tries(struct walk *walk, const struct move *move, const char *why, const char *login, char **refusal)
{
	GError *error = NULL;
	const struct case_act to = { .kind = ACT_STATE, .to = move->to, .why = why };
	walk->now += STEP_SECONDS;
	bool good = case_do(walk->store, walk->board, walk->id, &to, login, walk->now, &error);
	*refusal = error ? g_strdup(error->message) : NULL;
	g_clear_error(&error);
	return good;
}

static void assert_refused(struct walk *walk, const struct move *move, const char *why, const char *login, const char *words, const char *not)
{
	g_autofree char *refusal = NULL;
	bool good = tries(walk, move, why, login, &refusal);
	g_test_message("%s -> %s, without %s: %s", move->from, move->to, words, refusal ? refusal : "done");
	g_assert_false(good);
	g_assert_nonnull(strstr(refusal, words));
	g_assert_true(!not || !strstr(refusal, not));
	walk->refused++;
}

static bool is_required(const struct move *move, enum case_requirement requirement)
{
	return g_strv_contains((const char *const *) move->requires, case_requirement_words[requirement]);
}

/* What a refusal says of it. */
static char *words_of(const struct walk *walk, enum case_requirement requirement)
{
	static const enum stage stages[CASE_REQUIREMENTS] = { [REQUIRE_FINDINGS_INVESTIGATOR] = STAGE_INVESTIGATOR, [REQUIRE_FINDINGS_BOARD] = STAGE_BOARD,
		[REQUIRE_FINDINGS_CHIEF] = STAGE_CHIEF, [REQUIRE_FINDINGS_FINAL] = STAGE_FINAL };
	bool finding = requirement >= REQUIRE_FINDINGS_INVESTIGATOR && requirement <= REQUIRE_FINDINGS_FINAL;
	const char *own = finding ? board_stage(walk->board, stages[requirement], NULL) : NULL;
	static const char *const words[CASE_REQUIREMENTS] = {
#define X(id, word, missing) [REQUIRE_##id] = missing,
		CASE_REQUIREMENT_LIST(X)
#undef X
	};
	return own ? g_strdup_printf("a finding on each allegation (%s)", own) : g_strdup(words[requirement]);
}

/* On the way to a state what is asked for is brought without a look at refusals. */
static void just_move(struct walk *walk, const struct move *move)
{
	g_autofree char *refusal = NULL;
	for (int i = 0; i < CASE_REQUIREMENTS; i++)
		if (is_required(move, i))
			bring(walk, i);
	if (move->vote)
		hold_meeting(walk, move->vote, CHOICE_AYE);
	bool good = tries(walk, move, "because", LOGIN, &refusal);
	g_test_message("%s -> %s: %s", move->from, move->to, refusal ? refusal : "done");
	g_assert_true(good);
}

/* Does it lack, as the case is now? A stranger is told all that lacks, and makes no move by asking. */
static bool lacks(struct walk *walk, const struct move *move, enum case_requirement requirement)
{
	g_autofree char *refusal = NULL, *words = words_of(walk, requirement);
	g_assert_nonnull(move->by[0]);
	g_assert_false(tries(walk, move, NULL, "stranger", &refusal));
	return strstr(refusal, words) != NULL;
}

/* All is there but the reason, or nothing lacks: the move is made, and not without the reason. */
static void finish(struct walk *walk, const struct move *move)
{
	g_autofree char *refusal = NULL, *reason = words_of(walk, REQUIRE_REASON);
	if (is_required(move, REQUIRE_REASON))
		assert_refused(walk, move, NULL, LOGIN, reason, NULL);
	walk->named[REQUIRE_REASON] |= is_required(move, REQUIRE_REASON);
	if (move->by[0])
		assert_refused(walk, move, "because", "stranger", "may do this, not stranger", "needs");
	bool good = tries(walk, move, is_required(move, REQUIRE_REASON) ? "because" : NULL, LOGIN, &refusal);
	g_test_message("%s -> %s: %s", move->from, move->to, refusal ? refusal : "done");
	g_assert_true(good);
	walk->made++;
}

static void make_move(struct walk *walk, const struct move *move)
{
	for (int i = 0; i < CASE_REQUIREMENTS; i++) {
		if (!is_required(move, i) || i == REQUIRE_REASON)
			continue;
		/* A document is asked for anew in every state; what was found or assigned before the case came here stays. */
		g_assert_true(i != REQUIRE_DOCUMENT || lacks(walk, move, i));
		if (!lacks(walk, move, i))
			continue;
		g_autofree char *words = words_of(walk, i);
		walk->named[i] = true;
		assert_refused(walk, move, NULL, LOGIN, words, NULL);
		bring(walk, i);
		g_assert_false(lacks(walk, move, i));
	}
	if (move->vote) {
		const struct motion_kind *kind = procedure_kind(board_procedure(walk->board, walk->body), move->vote);
		g_autofree char *words = g_strdup_printf("no motion to %s has carried", labels_get(&kind->label, NULL));
		assert_refused(walk, move, "because", LOGIN, words, "needs");
		hold_meeting(walk, move->vote, CHOICE_NAY);
		assert_refused(walk, move, "because", LOGIN, words, NULL);
		hold_meeting(walk, move->vote, CHOICE_AYE);
	}
	finish(walk, move);
}

/* --- ways --- */

static bool is_open_to(const struct move *move, const char *class)
{
	return !move->classes[0] || g_strv_contains((const char *const *) move->classes, class);
}

static bool starts_at(const struct walk *walk, const struct move *move, const char *state)
{
	const struct state *from = workflow_state(walk->workflow, state);
	return (!strcmp(move->from, "*") && !from->terminal) || !strcmp(move->from, state);
}

/* The shortest way of a class from the first state to another: struct move *, borrowed; NULL: there is none. */
static GPtrArray *way_to(const struct walk *walk, const char *class, const char *state)
{
	g_autoptr(GHashTable) came = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) queue = g_ptr_array_new();
	for (guint i = 0; i < walk->workflow->states->len; i++)
		if (((const struct state *) walk->workflow->states->pdata[i])->initial)
			g_ptr_array_add(queue, ((const struct state *) walk->workflow->states->pdata[i])->id);
	const char *first = queue->pdata[0];
	for (guint q = 0; q < queue->len; q++)
		for (guint i = 0; i < walk->workflow->moves->len; i++) {
			struct move *move = walk->workflow->moves->pdata[i];
			if (!starts_at(walk, move, queue->pdata[q]) || !is_open_to(move, class) || g_hash_table_contains(came, move->to) || !strcmp(move->to, first))
				continue;
			g_hash_table_insert(came, move->to, g_memdup2(&(struct { struct move *move; const char *from; }) { move, queue->pdata[q] }, 2 * sizeof(void *)));
			g_ptr_array_add(queue, move->to);
		}
	GPtrArray *way = strcmp(state, first) == 0 || g_hash_table_contains(came, state) ? g_ptr_array_new() : NULL;
	for (const char *at = state; way && strcmp(at, first) != 0;) {
		const struct { struct move *move; const char *from; } *step = g_hash_table_lookup(came, at);
		g_ptr_array_insert(way, 0, step->move);
		at = step->from;
	}
	GHashTableIter each;
	void *step;
	g_hash_table_iter_init(&each, came);
	while (g_hash_table_iter_next(&each, NULL, &step))
		g_free(step);
	return way;
}

/* A new case of the class, in the state. False: no case of the class comes there. */
static bool go_to(struct walk *walk, const char *class, const char *state)
{
	g_autoptr(GPtrArray) way = way_to(walk, class, state);
	if (!way)
		return false;
	make_case(walk, class, false);
	for (guint i = 0; i < way->len; i++)
		just_move(walk, way->pdata[i]);
	return true;
}

/* What comes with a case and cannot be brought later: without it the move is refused, from the first state on. */
static void check_bare(struct walk *walk, const struct move *move)
{
	static const enum case_requirement of_record[] = { REQUIRE_SUMMARY, REQUIRE_DISTRICT, REQUIRE_CLASS, REQUIRE_OCCURRED, REQUIRE_RECEIVED };
	for (guint i = 0; i < G_N_ELEMENTS(of_record); i++) {
		if (!is_required(move, of_record[i]))
			continue;
		g_assert_true(workflow_state(walk->workflow, move->from)->initial);
		g_autofree char *words = words_of(walk, of_record[i]);
		make_case(walk, NULL, true);
		assert_refused(walk, move, "because", LOGIN, words, NULL);
		walk->named[of_record[i]] = true;
	}
}

static void check_classes(struct walk *walk, const struct move *move, const char *from)
{
	const struct vocabulary *classes = board_words(walk->board, walk->body, "class");
	for (guint i = 0; move->classes[0] && i < classes->terms->len; i++) {
		const struct term *class = classes->terms->pdata[i];
		if (is_open_to(move, class->id) || !go_to(walk, class->id, from))
			continue;
		assert_refused(walk, move, "because", LOGIN, "cases of this class may not go this way", NULL);
		return;
	}
}

/* A case in the state, of the first class that comes there and may make the move: the class. */
static const char *come(struct walk *walk, const struct move *move, const char *from)
{
	const struct vocabulary *classes = board_words(walk->board, walk->body, "class");
	for (guint i = 0; i < classes->terms->len; i++) {
		const struct term *class = classes->terms->pdata[i];
		if (is_open_to(move, class->id) && go_to(walk, class->id, from))
			return class->id;
	}
	g_test_message("no case comes to %s and may go to %s", from, move->to);
	g_assert_not_reached();
}

static void walk_move(struct walk *walk, const struct move *move, const char *from)
{
	come(walk, move, from);
	make_move(walk, move);
	check_bare(walk, move);
	check_classes(walk, move, from);
}

static void walk_state(struct walk *walk, const struct state *state)
{
	const char *class = NULL;
	for (guint m = 0; m < walk->workflow->moves->len; m++) {
		const struct move *move = walk->workflow->moves->pdata[m];
		if (!strcmp(move->from, state->id))
			walk_move(walk, move, state->id);
	}
	/* Those from everywhere are made of one case and taken back. */
	for (guint m = 0; m < walk->workflow->moves->len; m++) {
		const struct move *move = walk->workflow->moves->pdata[m];
		g_autoptr(GError) error = NULL;
		if (strcmp(move->from, "*") != 0 || state->terminal || !strcmp(state->id, move->to))
			continue;
		class = class ? class : come(walk, move, state->id);
		make_move(walk, move);
		g_assert_true(case_undo(walk->store, walk->board, walk->id, 0, NULL, LOGIN, walk->now, NULL, &error));
	}
}

static void walk_workflow(struct walk *walk)
{
	for (guint s = 0; s < walk->workflow->states->len; s++)
		walk_state(walk, walk->workflow->states->pdata[s]);
	g_test_message("%s: %u moves made, %u refusals, %u meetings, %u cases", walk->workflow->id, walk->made, walk->refused, walk->meetings, walk->cases);
	g_assert_cmpuint(walk->made, >=, walk->workflow->moves->len);
	for (guint m = 0; m < walk->workflow->moves->len; m++)
		for (int i = 0; i < CASE_REQUIREMENTS; i++)
			g_assert_true(walk->named[i] || !is_required(walk->workflow->moves->pdata[m], i));
}

/* The board file, with every duty held by the one who walks: anybody else is a stranger. */
static void set_up(struct walk *walk, const char *path)
{
	g_autoptr(GPtrArray) faults = faults_new();
	*walk = (struct walk) { .board = board_file_load(path, faults) };
	g_assert_nonnull(walk->board);
	/* Moves know no zone, and the files of real ones are read anew for every time. */
	g_free(walk->board->zone);
	walk->board->zone = g_strdup("UTC");
	for (guint i = 0; i < walk->board->duties->len; i++) {
		struct duty *duty = walk->board->duties->pdata[i];
		g_strfreev(duty->logins);
		duty->logins = g_strdupv((char *[]) { (char *) LOGIN, NULL });
	}
	fixture_make(&walk->fixture);
	walk->store = fixture_create(&walk->fixture);
	walk->body = walk->board->bodies->pdata[0];
	walk->workflow = board_way(walk->board, walk->body);
	g_assert_true(instant_parse("2026-06-01T09:00", walk->board->zone, &walk->now));
}

static void test_walks(gconstpointer path)
{
	struct walk walk;
	set_up(&walk, path);
	walk_workflow(&walk);
	store_free(walk.store);
	fixture_remove(&walk.fixture);
	board_free(walk.board);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	static const char *const files[] = { "fixtures/riverton.conf", "fixtures/presets/uk.conf", "fixtures/presets/ipid.conf",
		"fixtures/presets/inspector-general.conf", "fixtures/presets/small-board.conf" };
	for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
		char *path = source_file(files[i]);
		g_autofree char *name = g_path_get_basename(path), *test = g_strconcat("/walks/", name, NULL);
		g_test_add_data_func_full(test, path, test_walks, g_free);
	}
	return g_test_run();
}
