/* The frozen roster, agenda and rules: every field comes back, and a text that was cut, damaged or made to harm is refused. */
#include <string.h>

#include "domain/frozen.h"
#include "meeting_script.h"

/* --- a board in which every field says something of its own --- */

static void label(struct labels *labels, const char *en, const char *es)
{
	labels_add(labels, "en", en);
	labels_add(labels, "es", es);
}

static void add_seat(struct body *body, const char *id, const char *holder, unsigned flags, const char *alternate_for, day_t trained)
{
	struct seat *seat = g_new0(struct seat, 1);
	*seat = (struct seat) { .id = g_strdup(id), .holder = g_strdup(holder), .flags = flags, .alternate_for = g_strdup(alternate_for),
		.term_start = DAY_UNKNOWN, .term_end = DAY_UNKNOWN, .training_done = trained };
	label(&seat->title, "Seat\tof \\ the\nboard", "Puesto");
	g_ptr_array_add(body->seats, seat);
}

static struct threshold *add_threshold(struct procedure *procedure, const char *id, enum threshold_kind kind)
{
	struct threshold *threshold = g_new0(struct threshold, 1);
	threshold->id = g_strdup(id);
	threshold->kind = kind;
	g_ptr_array_add(procedure->thresholds, threshold);
	return threshold;
}

static void add_thresholds(struct procedure *procedure)
{
	struct threshold *joined = add_threshold(procedure, "joined", THRESHOLD_ANY_OF);
	struct threshold *share = add_threshold(procedure, "share", THRESHOLD_SHARE);
	struct threshold *fixed = add_threshold(procedure, "fixed", THRESHOLD_FIXED), *all = add_threshold(procedure, "all", THRESHOLD_ALL);
	struct threshold *urgency = add_threshold(procedure, "urgency", THRESHOLD_WHEN), *both = add_threshold(procedure, "both", THRESHOLD_ALL_OF);
	add_threshold(procedure, "silence", THRESHOLD_NO_OBJECTION);
	label(&share->label, "a majority", "la mayoría");
	labels_add(&share->label, "fr", "");
	share->source = g_strdup("bylaw 5.3");
	share->share = (struct vote_share) { 3, 5, true, BASE_SEATS };
	fixed->count = 6;
	all->share.base = BASE_PRESENT;
	urgency->when = (struct vote_share) { 2, 3, false, BASE_IN_OFFICE };
	joined->parts = g_ptr_array_new();
	urgency->parts = g_ptr_array_new();
	both->parts = g_ptr_array_new();
	/* As when a usual threshold is given anew in terms of one of the board's own: what it is made of stands behind it. */
	g_ptr_array_add(joined->parts, share);
	g_ptr_array_add(joined->parts, both);
	g_ptr_array_add(both->parts, share);
	g_ptr_array_add(both->parts, fixed);
	g_ptr_array_add(both->parts, all);
	g_ptr_array_add(urgency->parts, share);
	g_ptr_array_add(urgency->parts, all);
}

static void add_kinds(struct procedure *procedure)
{
	for (int i = 0; i < MOTION_EFFECTS; i++) {
		struct motion_kind *kind = g_new0(struct motion_kind, 1);
		*kind = (struct motion_kind) { .id = g_strdup_printf("kind%d", i), .class = (enum motion_class) g_bit_nth_lsf(motion_effect_classes(i), -1), .rank = i, .effect = i,
			.threshold = i % 3 ? procedure->thresholds->pdata[i % procedure->thresholds->len] : NULL, .second = i & 1, .debatable = i & 2,
			.amendable = i & 4, .without_quorum = i & 8, .prevailing = i % 5 == 0, .once_per_target = i % 7 == 0 };
		label(&kind->label, "lay on the\ttable", "dejar sobre la mesa");
		g_ptr_array_add(procedure->kinds, kind);
	}
}

static struct board *board_with_all(const struct body **body_of)
{
	struct board *board = board_new();
	struct body *body = body_new();
	label(&board->name, "Riverton", "Villa del Río");
	board->zone = g_strdup("America/Chicago");
	g_ptr_array_add(board->bodies, body);
	body->id = g_strdup("board");
	label(&body->name, "Police Oversight Board", "Junta");
	add_seat(body, "alternate", "Ruiz", SEAT_VOTING, "one", DAY_UNKNOWN);
	add_seat(body, "one", "Okafor", SEAT_VOTING | SEAT_QUORUM | SEAT_CHAIR, NULL, 19000);
	add_seat(body, "two", NULL, SEAT_VOTING | SEAT_QUORUM, NULL, DAY_UNKNOWN);
	add_seat(body, "youth", "Lindqvist", SEAT_ADVISORY, NULL, 19500);
	body->procedure = procedure_new();
	add_thresholds(body->procedure);
	add_kinds(body->procedure);
	body->procedure->rules = (struct rules) { .quorum = { QUORUM_PERCENT_PLUS, { 1, 2, true, BASE_SEATS }, 3, 50 }, .abstention = ABSTENTION_CONCURS,
		.recusal_present = true, .recusal_leaves = true, .tie = TIE_NO_ACTION, .chair = CHAIR_ON_TIES, .roll = ROLL_ROTATING, .chair_last = true, .second = true,
		.amend_depth = 2, .reveal = REVEAL_LIVE, .speaker_seconds = 180, .speaker_warning = 31, .interpreter_factor = 4, .absences_in_a_row = 5,
		.absences_within = 6, .absences_months = 7, .excused_counts = true, .source = g_strdup("bylaw 5") };
	*body_of = body;
	return board;
}

static const struct meeting_record record = { .id = 7, .body = (char *) "board", .kind = (char *) "special", .starts = SCRIPT_BEGINS,
	.place = (char *) "Room 3\\4", .title = (char *) "A title\nof two lines", .status = (char *) "posted" };

static const struct agenda_item agenda[] = {
	{ .position = 1, .number = (char *) "1", .title = (char *) "Call to order" },
	{ .position = 2, .number = (char *) "CA-2", .title = (char *) "Case\t7", .public_title = (char *) "A case", .section = (char *) "consent",
		.action = (char *) "hearing", .minutes = 25, .consent = true, .closed = true, .presenter = (char *) "Staff", .case_number = (char *) "24-0007" },
	{ .position = 3, .number = (char *) "2a", .title = (char *) "Added after it was posted", .unposted = true },
	{ .position = 4, .number = (char *) "2b", .title = (char *) "Continued", .unposted = true, .continued = SCRIPT_BEGINS - 86400 },
};

static char *write_all(const struct board *board, const struct body *body)
{
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	for (guint i = 0; i < G_N_ELEMENTS(agenda); i++)
		g_ptr_array_add(items, (gpointer) &agenda[i]);
	return frozen_write(board, body, &record, items, NULL, "en");
}

static struct meeting *read_ok(const char *text)
{
	g_autoptr(GError) error = NULL;
	struct meeting *meeting = meeting_new();
	frozen_read(meeting, text, &error);
	g_assert_no_error(error);
	return meeting;
}

static struct meeting *round_trip(const struct board *board, const struct body *body)
{
	g_autofree char *text = write_all(board, body);
	return read_ok(text);
}

/* --- everything comes back --- */

static void same_labels(const struct labels *a, const struct labels *b)
{
	g_assert_cmpuint(a->n, ==, b->n);
	for (unsigned i = 0; i < a->n; i++) {
		g_assert_cmpstr(a->v[i].lang, ==, b->v[i].lang);
		g_assert_cmpstr(a->v[i].text, ==, b->v[i].text);
	}
}

static void same_share(const struct vote_share *a, const struct vote_share *b)
{
	g_assert_cmpint(a->num, ==, b->num);
	g_assert_cmpint(a->den, ==, b->den);
	g_assert_cmpint(a->more_than, ==, b->more_than);
	g_assert_cmpint(a->base, ==, b->base);
}

static const char *id_of(const struct threshold *threshold)
{
	return threshold ? threshold->id : NULL;
}

static void same_threshold(const struct threshold *a, const struct threshold *b)
{
	g_assert_nonnull(b);
	g_assert_cmpstr(a->source, ==, b->source);
	g_assert_cmpint(a->kind, ==, b->kind);
	g_assert_cmpint(a->count, ==, b->count);
	same_share(&a->share, &b->share);
	same_share(&a->when, &b->when);
	same_labels(&a->label, &b->label);
	g_assert_cmpuint(a->parts ? a->parts->len : 0, ==, b->parts ? b->parts->len : 0);
	for (guint i = 0; a->parts && i < a->parts->len; i++)
		g_assert_cmpstr(id_of(a->parts->pdata[i]), ==, id_of(b->parts->pdata[i]));
}

static void same_kind(const struct motion_kind *a, const struct motion_kind *b)
{
	g_assert_cmpstr(a->id, ==, b->id);
	g_assert_cmpint(a->class, ==, b->class);
	g_assert_cmpint(a->rank, ==, b->rank);
	g_assert_cmpint(a->effect, ==, b->effect);
	g_assert_cmpstr(id_of(a->threshold), ==, id_of(b->threshold));
	g_assert_cmpint(a->second, ==, b->second);
	g_assert_cmpint(a->debatable, ==, b->debatable);
	g_assert_cmpint(a->amendable, ==, b->amendable);
	g_assert_cmpint(a->without_quorum, ==, b->without_quorum);
	g_assert_cmpint(a->prevailing, ==, b->prevailing);
	g_assert_cmpint(a->once_per_target, ==, b->once_per_target);
	same_labels(&a->label, &b->label);
}

static void same_procedure(const struct procedure *a, const struct procedure *b)
{
	g_assert_cmpuint(a->thresholds->len, ==, b->thresholds->len);
	g_assert_cmpuint(a->kinds->len, ==, b->kinds->len);
	for (guint i = 0; i < a->thresholds->len; i++)
		same_threshold(a->thresholds->pdata[i], procedure_threshold(b, id_of(a->thresholds->pdata[i])));
	for (guint i = 0; i < a->kinds->len; i++)
		same_kind(a->kinds->pdata[i], b->kinds->pdata[i]);
}

static void same_rules(const struct rules *a, const struct rules *b)
{
	same_share(&a->quorum.share, &b->quorum.share);
	g_assert_cmpint(a->quorum.kind, ==, b->quorum.kind);
	g_assert_cmpint(a->quorum.count, ==, b->quorum.count);
	g_assert_cmpint(a->quorum.percent, ==, b->quorum.percent);
	g_assert_cmpint(a->abstention, ==, b->abstention);
	g_assert_cmpint(a->recusal_present, ==, b->recusal_present);
	g_assert_cmpint(a->recusal_leaves, ==, b->recusal_leaves);
	g_assert_cmpint(a->tie, ==, b->tie);
	g_assert_cmpint(a->chair, ==, b->chair);
	g_assert_cmpint(a->roll, ==, b->roll);
	g_assert_cmpint(a->chair_last, ==, b->chair_last);
	g_assert_cmpint(a->second, ==, b->second);
	g_assert_cmpint(a->amend_depth, ==, b->amend_depth);
	g_assert_cmpint(a->reveal, ==, b->reveal);
	g_assert_cmpint(a->speaker_seconds, ==, b->speaker_seconds);
	g_assert_cmpint(a->speaker_warning, ==, b->speaker_warning);
	g_assert_cmpint(a->interpreter_factor, ==, b->interpreter_factor);
	g_assert_cmpint(a->absences_in_a_row, ==, b->absences_in_a_row);
	g_assert_cmpint(a->absences_within, ==, b->absences_within);
	g_assert_cmpint(a->absences_months, ==, b->absences_months);
	g_assert_cmpint(a->excused_counts, ==, b->excused_counts);
	g_assert_cmpuint(a->roll_call, ==, b->roll_call);
	g_assert_cmpstr(a->source, ==, b->source);
}

static void test_rules(void)
{
	const struct body *body;
	g_autoptr(board_t) board = board_with_all(&body);
	body->procedure->rules.roll_call = ROLL_CALL_REMOTE | ROLL_CALL_EMERGENCY;
	g_autoptr(meeting_t) meeting = round_trip(board, body);
	same_procedure(body->procedure, meeting->procedure);
	same_rules(&body->procedure->rules, &meeting->procedure->rules);
}

/* The gate is frozen where there is one, and with it who is trained by the courses recorded up to the day of the meeting. */
static void test_training(void)
{
	const struct body *body;
	g_autoptr(board_t) board = board_with_all(&body);
	struct training_rule *rule = &body->procedure->rules.training;
	struct course *course = g_new0(struct course, 1);
	g_autofree char *without = write_all(board, body);
	g_assert_null(strstr(without, "\ntraining\t"));
	course->id = g_strdup("academy");
	*rule = (struct training_rule) { .gate = TRAINING_GATE_VOTE, .present = true, .source = g_strdup("code\t7"),
		.courses = g_ptr_array_new_with_free_func((GDestroyNotify) course_free) };
	g_ptr_array_add(rule->courses, course);
	struct training_record early = { .holder = (char *) "Ruiz", .course = (char *) "academy", .day = instant_day(SCRIPT_BEGINS, "America/Chicago") };
	g_autoptr(GPtrArray) trainings = g_ptr_array_new();
	g_ptr_array_add(trainings, &early);
	g_autofree char *text = frozen_write(board, body, &record, NULL, trainings, "en");
	g_autoptr(meeting_t) meeting = read_ok(text);
	g_assert_cmpuint(meeting->procedure->rules.training.gate, ==, TRAINING_GATE_VOTE);
	g_assert_true(meeting->procedure->rules.training.present);
	g_assert_cmpstr(meeting->procedure->rules.training.source, ==, "code\t7");
	g_assert_true(meeting_member(meeting, 0)->trained);
	g_assert_true(meeting_member(meeting, 1)->trained);      /* by the day on the seat */
	early.day++;
	g_autofree char *late = frozen_write(board, body, &record, NULL, trainings, "en");
	g_autoptr(meeting_t) then = read_ok(late);
	g_assert_false(meeting_member(then, 0)->trained);
}

static void test_meeting(void)
{
	const struct body *body;
	g_autoptr(board_t) board = board_with_all(&body);
	g_autoptr(meeting_t) meeting = round_trip(board, body);
	g_assert_cmpstr(meeting->board_name, ==, "Riverton");
	g_assert_cmpstr(meeting->body_name, ==, "Police Oversight Board");
	g_assert_cmpstr(meeting->zone, ==, "America/Chicago");
	g_assert_cmpstr(meeting->record.body, ==, record.body);
	g_assert_cmpstr(meeting->record.kind, ==, record.kind);
	g_assert_cmpint(meeting->record.starts, ==, record.starts);
	g_assert_cmpstr(meeting->record.place, ==, record.place);
	g_assert_cmpstr(meeting->record.title, ==, record.title);
	g_assert_cmpint(meeting->record.id, ==, 0);
}

static void test_members(void)
{
	const struct body *body;
	g_autoptr(board_t) board = board_with_all(&body);
	g_autoptr(meeting_t) meeting = round_trip(board, body);
	const int stands_for[] = { 1, -1, -1, -1 };
	g_assert_cmpuint(meeting->members->len, ==, body->seats->len);
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		const struct member *member = meeting->members->pdata[i];
		g_assert_cmpstr(member->seat, ==, seat->id);
		g_assert_cmpstr(member->name, ==, seat->holder);
		g_assert_cmpstr(member->title, ==, "Seat\tof \\ the\nboard");
		g_assert_cmpuint(member->flags, ==, seat->flags);
		g_assert_cmpint(member->alternate_for, ==, stands_for[i]);
		g_assert_cmpint(member->trained, ==, seat->training_done != DAY_UNKNOWN);
		g_assert_cmpint(member->presence, ==, PRESENCE_UNKNOWN);
		g_assert_null(member->provision);
	}
}

static void test_items(void)
{
	const struct body *body;
	g_autoptr(board_t) board = board_with_all(&body);
	g_autoptr(meeting_t) meeting = round_trip(board, body);
	g_assert_cmpuint(meeting->items->len, ==, G_N_ELEMENTS(agenda));
	for (guint i = 0; i < G_N_ELEMENTS(agenda); i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		g_assert_cmpint(item->position, ==, agenda[i].position);
		g_assert_cmpstr(item->number, ==, agenda[i].number);
		g_assert_cmpstr(item->title, ==, agenda[i].title);
		g_assert_cmpstr(item->public_title, ==, agenda[i].public_title);
		g_assert_cmpstr(item->section, ==, agenda[i].section);
		g_assert_cmpstr(item->action, ==, agenda[i].action);
		g_assert_cmpstr(item->presenter, ==, agenda[i].presenter);
		g_assert_cmpstr(item->case_number, ==, agenda[i].case_number);
		g_assert_cmpint(item->minutes, ==, agenda[i].minutes);
		g_assert_cmpint(item->consent, ==, agenda[i].consent);
		g_assert_cmpint(item->closed, ==, agenda[i].closed);
		g_assert_cmpint(item->unposted, ==, agenda[i].unposted);
		g_assert_cmpint(item->continued, ==, agenda[i].continued);
	}
}

/* Words of enums are frozen as numbers. A journal of long ago must not come to mean something else when one is put in between. */
static void test_numbers_stay(void)
{
	g_autofree char *text = script_frozen();
	g_autoptr(meeting_t) meeting = read_ok(text);
	static const struct { const char *id; enum motion_class class; enum motion_effect effect; } kinds[] = {
		{ "main", MOTION_CLASS_MAIN, EFFECT_NONE }, { "consent", MOTION_CLASS_MAIN, EFFECT_CONSENT }, { "minutes", MOTION_CLASS_MAIN, EFFECT_MINUTES },
		{ "amend", MOTION_CLASS_SUBSIDIARY, EFFECT_AMEND }, { "postpone_indefinitely", MOTION_CLASS_SUBSIDIARY, EFFECT_KILL },
		{ "refer", MOTION_CLASS_SUBSIDIARY, EFFECT_REFER }, { "postpone", MOTION_CLASS_SUBSIDIARY, EFFECT_POSTPONE },
		{ "limit_debate", MOTION_CLASS_SUBSIDIARY, EFFECT_LIMIT }, { "previous_question", MOTION_CLASS_SUBSIDIARY, EFFECT_CLOSE_DEBATE },
		{ "lay_on_table", MOTION_CLASS_SUBSIDIARY, EFFECT_TABLE }, { "divide", MOTION_CLASS_INCIDENTAL, EFFECT_DIVIDE },
		{ "withdraw", MOTION_CLASS_INCIDENTAL, EFFECT_WITHDRAW }, { "point_of_order", MOTION_CLASS_INCIDENTAL, EFFECT_RULING },
		{ "appeal", MOTION_CLASS_INCIDENTAL, EFFECT_APPEAL }, { "suspend_rules", MOTION_CLASS_INCIDENTAL, EFFECT_SUSPEND },
		{ "urgency", MOTION_CLASS_MAIN, EFFECT_URGENCY }, { "closed_session", MOTION_CLASS_MAIN, EFFECT_CLOSED_SESSION },
		{ "take_from_table", MOTION_CLASS_RETURN, EFFECT_TAKE }, { "reconsider", MOTION_CLASS_RETURN, EFFECT_RECONSIDER },
		{ "rescind", MOTION_CLASS_RETURN, EFFECT_RESCIND }, { "recess", MOTION_CLASS_PRIVILEGED, EFFECT_RECESS },
		{ "adjourn", MOTION_CLASS_PRIVILEGED, EFFECT_ADJOURN },
	};
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		const struct motion_kind *kind = procedure_kind(meeting->procedure, kinds[i].id);
		g_assert_cmpint(kind->class, ==, kinds[i].class);
		g_assert_cmpint(kind->effect, ==, kinds[i].effect);
	}
	static const struct { const char *id; enum threshold_kind kind; enum vote_base base; } thresholds[] = {
		{ "majority_cast", THRESHOLD_SHARE, BASE_CAST }, { "majority_present", THRESHOLD_SHARE, BASE_PRESENT }, { "majority_entire", THRESHOLD_SHARE, BASE_IN_OFFICE },
		{ "majority_seats", THRESHOLD_SHARE, BASE_SEATS }, { "unanimous_present", THRESHOLD_ALL, BASE_PRESENT },
		{ "unanimous_consent", THRESHOLD_NO_OBJECTION, BASE_CAST }, { "rescind", THRESHOLD_ANY_OF, BASE_CAST }, { "urgency", THRESHOLD_WHEN, BASE_CAST },
	};
	for (guint i = 0; i < G_N_ELEMENTS(thresholds); i++) {
		const struct threshold *threshold = procedure_threshold(meeting->procedure, thresholds[i].id);
		g_assert_cmpint(threshold->kind, ==, thresholds[i].kind);
		g_assert_cmpint(threshold->share.base, ==, thresholds[i].base);
	}
}

/* --- what must be refused --- */

/* The message names the line; 0: the roster as a whole. */
static void refused(const char *text, unsigned line)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autofree char *where = g_strdup_printf("line %u", line);
	if (frozen_read(meeting, text, &error))
		g_error("this was read, but its line %u is wrong:\n%s", line, text);
	g_assert_nonnull(error);
	const char *found = line ? strstr(error->message, where) : strstr(error->message, "no seats, or an alternate");
	if (!found || (line && g_ascii_isdigit(found[strlen(where)])))
		g_error("\"%s\" does not name line %u", error->message, line);
}

/* Wherever it is cut: there is no part of the text that would do without the rest. */
static void test_cut(void)
{
	const struct body *body;
	g_autoptr(board_t) board = board_with_all(&body);
	g_autofree char *text = write_all(board, body);
	unsigned line = 1;
	for (size_t i = 0; text[i]; i++) {
		g_autofree char *part = g_strndup(text, i);
		line += i > 0 && text[i - 1] == '\n';
		refused(part, line);
	}
}

#define MEETING "meeting\tboard\tregular\t1734393600\tHall\t\tRiverton\tBoard\tAmerica/Chicago\n"
#define SEAT "seat\t1\tOkafor\tMember\t3\t\t1\n"
#define MAJORITY "threshold\tmajority\t\t0\t1\t2\t1\t0\t0\t\t0\t0\t0\t0\ten\ta majority\n"
#define MOTION "motion\tmain\t0\t0\t0\tmajority\t1\t1\t1\t0\t0\t0\ten\tmain motion\n"
#define RULES "rules\t\t1\t2\t1\t2\t0\t0\t0\t0\t1\t0\t0\t0\t0\t1\t1\t2\t0\t180\t30\t2\t3\t6\t12\t0"

static void test_small(void)
{
	g_autoptr(meeting_t) meeting = read_ok(MEETING SEAT MAJORITY MOTION RULES);
	g_assert_cmpuint(meeting->items->len, ==, 0);
}

static void test_order_of_lines(void)
{
	refused("", 1);
	refused("hello", 1);
	refused(SEAT MEETING MAJORITY MOTION RULES, 1);
	refused(MEETING MEETING SEAT MAJORITY MOTION RULES, 2);
	refused(MEETING SEAT MAJORITY SEAT MOTION RULES, 4);
	refused(MEETING SEAT MAJORITY MOTION RULES "\n" RULES, 6);
	refused(MEETING SEAT MAJORITY MOTION RULES "\n", 6);
	refused(MEETING SEAT "\n" MAJORITY MOTION RULES, 3);
	refused(MEETING SEAT "seats\t1\n" MAJORITY MOTION RULES, 3);
	refused(MEETING MAJORITY MOTION RULES, 0);
	refused(MEETING SEAT "seat\t2\tRuiz\tAlternate\t1\t9\t1\n" MAJORITY MOTION RULES, 0);
	refused(MEETING SEAT "seat\t2\tRuiz\tAlternate\t1\t2\t1\n" MAJORITY MOTION RULES, 0);
}

static void test_fields(void)
{
	refused("meeting\tboard\tregular\ttomorrow\tHall\t\tRiverton\tBoard\tAmerica/Chicago\n" SEAT MAJORITY MOTION RULES, 1);
	refused("meeting\tboard\tregular\t99999999999999999999\tHall\t\tRiverton\tBoard\tAmerica/Chicago\n" SEAT MAJORITY MOTION RULES, 1);
	refused("meeting\tboard\tregular\t1734393600\tHall\t\tRiverton\t\tAmerica/Chicago\n" SEAT MAJORITY MOTION RULES, 1);
	refused(MEETING "seat\t1\tOkafor\tMember\t-1\t\t1\n" MAJORITY MOTION RULES, 2);
	refused(MEETING "seat\t\tOkafor\tMember\t3\t\t1\n" MAJORITY MOTION RULES, 2);
	refused(MEETING "seat\t1\tOkafor\tMember\t3\t\t1\tmore\n" MAJORITY MOTION RULES, 2);
	refused(MEETING SEAT SEAT MAJORITY MOTION RULES, 3);
	refused(MEETING SEAT "item\t1\tTitle\t\t\t\t\t\t5 minutes\t0\t0\n" MAJORITY MOTION RULES, 3);
	refused(MEETING SEAT "item\t1\tTitle\t\t\t\t\t\t5\t0\t0\t2\n" MAJORITY MOTION RULES, 3);
	refused(MEETING SEAT "item\t1\tTitle\t\t\t\t\t\t5\t0\t0\t0\t1\n" MAJORITY MOTION RULES, 3);      /* continued, and yet posted */
	refused(MEETING SEAT "item\t1\tTitle\t\t\t\t\t\t5\t0\t0\t1\tyesterday\n" MAJORITY MOTION RULES, 3);
	refused(MEETING SEAT "item\t1\tTitle\t\t\t\t\t\t5\t0\t0\t1\t1\t1\n" MAJORITY MOTION RULES, 3);
	refused(MEETING SEAT MAJORITY MAJORITY MOTION RULES, 4);
	refused(MEETING SEAT MAJORITY MOTION MOTION RULES, 5);
	refused(MEETING SEAT MAJORITY "motion\tmain\t0\t0\t0\tunknown\t1\t1\t1\t0\t0\t0\n" RULES, 4);
	/* what brings a question back, as a main motion that has none to bring */
	refused(MEETING SEAT MAJORITY "motion\tx\t0\t0\t10\tmajority\t1\t1\t1\t0\t0\t0\n" RULES, 4);
	refused(MEETING SEAT MAJORITY "motion\tmain\t0\t0\t999\tmajority\t1\t1\t1\t0\t0\t0\n" RULES, 4);
	refused(MEETING SEAT MAJORITY "motion\tmain\t0\t0\t0\tmajority\t2\t1\t1\t0\t0\t0\n" RULES, 4);
	refused(MEETING SEAT MAJORITY MOTION "rules\t\t1\t0\t1\t2\t0\t0\t0\t0\t1\t0\t0\t0\t0\t1\t1\t2\t0\t180\t30\t2\t3\t6\t12\t0", 5);
	refused(MEETING SEAT MAJORITY MOTION "rules\t\t1\t2\t1\t2\t0\t0\t0\t3\t1\t0\t0\t0\t0\t1\t1\t2\t0\t180\t30\t2\t3\t6\t12\t0", 5);
}

/* A share of more than the whole, of nothing, of a base that is none; a part that is not there, or the threshold itself. */
static void test_thresholds(void)
{
	static const char *const wrong[] = {
		"threshold\tx\t\t0\t3\t2\t1\t0\t0\t\t0\t0\t0\t0", "threshold\tx\t\t0\t1\t0\t1\t0\t0\t\t0\t0\t0\t0", "threshold\tx\t\t0\t0\t2\t1\t0\t0\t\t0\t0\t0\t0",
		"threshold\tx\t\t0\t1\t2\t1\t4\t0\t\t0\t0\t0\t0", "threshold\tx\t\t7\t1\t2\t1\t0\t0\t\t0\t0\t0\t0", "threshold\tx\t\t1\t0\t0\t0\t0\t0\t\t0\t0\t0\t0",
		"threshold\tx\t\t4\t0\t0\t0\t0\t0\tx\t0\t0\t0\t0", "threshold\tx\t\t4\t0\t0\t0\t0\t0\tmajority later\t0\t0\t0\t0",
		"threshold\tx\t\t4\t0\t0\t0\t0\t0\t\t0\t0\t0\t0", "threshold\tx\t\t4\t0\t0\t0\t0\t0\tmajority \t0\t0\t0\t0",
		"threshold\tx\t\t6\t0\t0\t0\t0\t0\tmajority\t2\t3\t0\t2", "threshold\tx\t\t6\t0\t0\t0\t0\t0\tmajority majority\t2\t0\t0\t2",
		"threshold\tx\t\t0\t1\t2\t1\t0\t0\tmajority\t0\t0\t0\t0",
		"threshold\t\t\t0\t1\t2\t1\t0\t0\t\t0\t0\t0\t0", "threshold\tx\t\t0\t1\t2\t1\t0\t0\t\t0\t0\t0\t0\ten",
	};
	for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autofree char *text = g_strconcat(MEETING SEAT MAJORITY, wrong[i], "\n" MOTION RULES, NULL);
		refused(text, 4);
	}
}

/* Sixty thresholds, each any of the one before or the one before: to count one vote would take longer than a life. */
static void test_nested(void)
{
	GString *text = g_string_new(MEETING SEAT MAJORITY);
	for (int i = 0; i < 60; i++) {
		g_autofree char *before = i ? g_strdup_printf("t%d", i - 1) : g_strdup("majority");
		g_string_append_printf(text, "threshold\tt%d\t\t4\t0\t0\t0\t0\t0\t%s %s\t0\t0\t0\t0\n", i, before, before);
	}
	g_string_append(text, MOTION RULES);
	refused(text->str, 12);
	g_string_free(text, TRUE);
}

static void test_many_seats(void)
{
	GString *text = g_string_new(MEETING);
	for (int i = 0; i < 2000; i++)
		g_string_append_printf(text, "seat\t%d\t\t\t3\t\t0\n", i);
	g_string_append(text, MAJORITY MOTION RULES);
	refused(text->str, 1002);
	g_string_free(text, TRUE);
}

/* What is read after all can be worked with. */
static void use(const struct meeting *meeting)
{
	struct tally tally = { .yes = 2, .no = 1, .abstain = 1, .recused = 1, .silent = 1, .open = 3, .in_office = 9, .seats = 10 };
	const struct procedure *procedure = meeting->procedure;
	for (guint i = 0; i < procedure->thresholds->len; i++) {
		const struct threshold *threshold = procedure->thresholds->pdata[i];
		struct outlook outlook = tally_outlook(threshold, &tally, &procedure->rules);
		g_autofree char *sum = tally_arithmetic(threshold, &tally, &procedure->rules), *words = threshold_words(threshold, &tally, &procedure->rules, "es");
		g_assert_true(outlook.can_carry || outlook.can_fail);
		g_assert_true(*sum && words);
	}
	g_assert_cmpint(quorum_needed(&procedure->rules.quorum, 9, 10), >=, 0);
}

/* Bytes changed, put in, taken out and lines exchanged by chance: read or refused, never a crash. */
static void test_random(void)
{
	static const char bytes[] = "\t\t\n\\0123456789-x \xff";
	g_autoptr(GRand) chance = g_rand_new_with_seed(48);
	g_autofree char *text = script_frozen();
	int read = 0;
	for (int round = 0; round < 5000; round++) {
		g_autoptr(GString) damaged = g_string_new(text);
		g_autoptr(meeting_t) meeting = meeting_new();
		g_autoptr(GError) error = NULL;
		for (int n = g_rand_int_range(chance, 1, 4); n > 0; n--) {
			gssize at = g_rand_int_range(chance, 0, (int) damaged->len);
			if (g_rand_boolean(chance))
				g_string_erase(damaged, at, 1);
			if (g_rand_boolean(chance))
				g_string_insert_c(damaged, at, bytes[g_rand_int_range(chance, 0, sizeof bytes - 1)]);
		}
		bool good = frozen_read(meeting, damaged->str, &error);
		g_assert_true(good == !error);
		if (good)
			use(meeting);
		read += good;
	}
	g_assert_cmpint(read, >, 0);
	g_assert_cmpint(read, <, 5000);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/frozen/thresholds, motions, rules in every language", test_rules);
	g_test_add_func("/frozen/training", test_training);
	g_test_add_func("/frozen/the meeting", test_meeting);
	g_test_add_func("/frozen/the roster", test_members);
	g_test_add_func("/frozen/the agenda", test_items);
	g_test_add_func("/frozen/what was frozen long ago means the same", test_numbers_stay);
	g_test_add_func("/frozen/cut anywhere", test_cut);
	g_test_add_func("/frozen/the least that is whole", test_small);
	g_test_add_func("/frozen/lines missing, twice, in another order", test_order_of_lines);
	g_test_add_func("/frozen/fields that cannot be", test_fields);
	g_test_add_func("/frozen/thresholds that cannot be", test_thresholds);
	g_test_add_func("/frozen/thresholds nested to be slow", test_nested);
	g_test_add_func("/frozen/seats without end", test_many_seats);
	g_test_add_func("/frozen/damaged by chance", test_random);
	return g_test_run();
}
