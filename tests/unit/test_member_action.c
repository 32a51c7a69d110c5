/* Trainings and disclosures: recorded whole or not at all, read back, and what the call to order makes of them. */
#include <string.h>
#include "action/member_action.h"
#include "action/record_action.h"
#include "domain/meeting.h"
#include "fixture.h"
#include "store/meeting_store.h"
#include "store/member_store.h"

#define NOW G_GINT64_CONSTANT(1734393600)      /* 16 December 2024, 18:00 in Chicago */

struct desk {
	struct fixture files;
	struct store *store;
	struct board *board;
	struct member_of of;
	struct seat *seat;
};

static struct seat *add_seat(struct body *body, const char *id, const char *holder)
{
	struct seat *seat = g_new0(struct seat, 1);
	*seat = (struct seat) { .id = g_strdup(id), .holder = g_strdup(holder), .flags = SEAT_VOTING | SEAT_QUORUM,
		.term_start = DAY_UNKNOWN, .term_end = DAY_UNKNOWN, .training_done = DAY_UNKNOWN, .vacant_since = DAY_UNKNOWN };
	labels_add(&seat->title, "en", id);
	g_ptr_array_add(body->seats, seat);
	return seat;
}

static void open_desk(struct desk *desk)
{
	struct body *body = body_new();
	struct course *course = g_new0(struct course, 1);
	fixture_make(&desk->files);
	desk->store = fixture_create(&desk->files);
	desk->board = board_new();
	desk->board->zone = g_strdup("America/Chicago");
	desk->board->procedure = procedure_new();
	body->id = g_strdup("pob");
	labels_add(&body->name, "en", "Board");
	labels_add(&desk->board->name, "en", "Riverton");
	g_ptr_array_add(desk->board->bodies, body);
	desk->seat = add_seat(body, "3", "Moreau");
	add_seat(body, "6", NULL);
	struct rules *rules = &desk->board->procedure->rules;
	course->id = g_strdup("academy");
	labels_add(&course->label, "en", "Citizens' academy");
	rules->quorum = (struct quorum_rule) { .kind = QUORUM_FIXED, .count = 1, .share = { 1, 2, false, BASE_IN_OFFICE } };
	rules->interpreter_factor = 1;
	rules->training.gate = TRAINING_GATE_VOTE;
	rules->training.courses = g_ptr_array_new_with_free_func((GDestroyNotify) course_free);
	g_ptr_array_add(rules->training.courses, course);
	desk->of = (struct member_of) { .board = desk->board, .body = body, .seat = desk->seat, .who = "ana", .now = NOW };
}

static void close_desk(struct desk *desk)
{
	board_free(desk->board);
	store_free(desk->store);
	fixture_remove(&desk->files);
}

static unsigned rows(struct desk *desk)
{
	g_autoptr(GPtrArray) trainings = member_store_trainings(desk->store, NULL, NULL), disclosures = member_store_disclosures(desk->store, NULL, NULL);
	return trainings->len + disclosures->len;
}

static void test_training(void)
{
	struct desk desk;
	g_autoptr(GError) error = NULL;
	open_desk(&desk);
	day_t today = instant_day(NOW, desk.board->zone);
	g_assert_true(member_record_training(desk.store, &desk.of, "citizens' academy", today, 480, &error));
	g_assert_no_error(error);
	g_assert_true(member_record_training(desk.store, &desk.of, "A talk about force", today - 3, 90, NULL));
	g_autoptr(GPtrArray) list = member_store_trainings(desk.store, "pob", NULL), none = member_store_trainings(desk.store, "library", NULL);
	g_assert_cmpuint(none->len, ==, 0);
	g_assert_cmpuint(list->len, ==, 2);
	const struct training_record *first = list->pdata[0], *second = list->pdata[1];
	g_assert_cmpstr(first->course, ==, "A talk about force");
	g_assert_cmpstr(second->course, ==, "academy");      /* what has an id is kept by it */
	g_assert_cmpstr(second->holder, ==, "Moreau");
	g_assert_cmpstr(second->seat, ==, "3");
	g_assert_cmpstr(second->body, ==, "pob");
	g_assert_cmpint(second->day, ==, today);
	g_assert_cmpint(second->minutes, ==, 480);
	g_assert_cmpint(second->at, ==, NOW);
	g_assert_cmpstr(second->who, ==, "ana");
	close_desk(&desk);
}

static void refused(struct desk *desk, bool good, GError *error, const char *words)
{
	g_assert_false(good);
	if (!strstr(error->message, words))
		g_error("'%s' does not say '%s'", error->message, words);
	g_assert_cmpuint(rows(desk), ==, 0);
	g_error_free(error);
}
#define REFUSED(call, words) do { GError *error = NULL; bool good = call; refused(&desk, good, error, words); } while (0)

static void test_refused(void)
{
	struct desk desk;
	open_desk(&desk);
	day_t today = instant_day(NOW, desk.board->zone);
	g_autofree char *book = g_strnfill(2001, 'x');
	REFUSED(member_record_training(desk.store, &desk.of, "", today, 60, &error), "needs words");
	REFUSED(member_record_training(desk.store, &desk.of, "\xff", today, 60, &error), "not UTF-8");
	REFUSED(member_record_training(desk.store, &desk.of, book, today, 60, &error), "longer than 2000");
	REFUSED(member_record_training(desk.store, &desk.of, "academy", today + 1, 60, &error), "2024-12-17 is still to come");
	REFUSED(member_record_training(desk.store, &desk.of, "academy", DAY_UNKNOWN, 60, &error), "must be a date");
	REFUSED(member_record_training(desk.store, &desk.of, "academy", today, 0, &error), "between a minute and 1000 hours");
	REFUSED(member_record_training(desk.store, &desk.of, "academy", today, 60001, &error), "between a minute");
	REFUSED(member_record_disclosure(desk.store, &desk.of, "", "kin", &error), "the case or matter needs words");
	REFUSED(member_record_disclosure(desk.store, &desk.of, "24-0103", "", &error), "the interest needs words");
	REFUSED(member_end_disclosure(desk.store, 1, NOW, &error), "no disclosure 1 in force");
	desk.of.seat = desk.of.body->seats->pdata[1];
	REFUSED(member_record_training(desk.store, &desk.of, "academy", today, 60, &error), "seat 6 is vacant");
	REFUSED(member_record_disclosure(desk.store, &desk.of, "24-0103", "kin", &error), "seat 6 is vacant");
	close_desk(&desk);
}

static void test_disclosure(void)
{
	struct desk desk;
	g_autoptr(GError) error = NULL;
	open_desk(&desk);
	g_assert_true(member_record_disclosure(desk.store, &desk.of, "24-0103", "the complainant is kin", &error));
	g_autoptr(GPtrArray) list = member_store_disclosures(desk.store, "pob", NULL);
	const struct disclosure_record *record = list->pdata[0];
	g_assert_cmpstr(record->matter, ==, "24-0103");
	g_assert_cmpstr(record->about, ==, "the complainant is kin");
	g_assert_cmpint(record->ended, ==, 0);
	g_assert_true(member_end_disclosure(desk.store, record->id, NOW + 60, &error));
	g_assert_false(member_end_disclosure(desk.store, record->id, NOW + 90, &error));
	g_assert_nonnull(strstr(error->message, "ended already"));
	g_autoptr(GPtrArray) after = member_store_disclosures(desk.store, "pob", NULL);
	g_assert_cmpint(((const struct disclosure_record *) after->pdata[0])->ended, ==, NOW + 60);
	close_desk(&desk);
}

/* A training recorded before the call to order opens the gate; without one it is closed. */
static bool trained_at_call(bool record)
{
	struct desk desk;
	struct clerk_holder holder = { 0 };
	g_autoptr(GError) error = NULL;
	open_desk(&desk);
	struct meeting_record meeting = { .body = (char *) "pob", .kind = (char *) "regular", .starts = NOW, .status = (char *) "planned" };
	fixture_begin(desk.store);
	g_assert_true(meeting_store_insert(desk.store, &meeting, NULL));
	fixture_commit(desk.store);
	if (record)
		g_assert_true(member_record_training(desk.store, &desk.of, "academy", instant_day(NOW, desk.board->zone), 480, &error));
	struct clerk *clerk = clerk_new(desk.store, meeting.id, "ana", "00000000000000aa");
	g_assert_true(clerk_take(clerk, NOW, &holder, NULL));
	g_autoptr(meeting_t) before = meeting_new();
	g_assert_cmpint(clerk_call(clerk, before, desk.board, NULL, NOW, &error), ==, RECORDED);
	clerk_free(clerk);
	g_autoptr(GPtrArray) events = journal_store_read(desk.store, meeting.id, 0, &error);
	g_assert_true(meeting_follow(before, events->pdata[0], &error));
	bool trained = meeting_member(before, 0)->trained;
	close_desk(&desk);
	return trained;
}

static void test_call(void)
{
	g_assert_true(trained_at_call(true));
	g_assert_false(trained_at_call(false));
}

static void test_hours(void)
{
	static const struct { const char *text; int minutes; } rows[] = {
		{ "3", 180 }, { "1.5", 90 }, { "1,5", 90 }, { "2:30", 150 }, { "0:45", 45 }, { "0.25", 15 }, { "1000", 60000 }, { "0", 0 }, { "", 0 },
		{ "2:5", 0 }, { "2:60", 0 }, { "1001", 0 }, { "-3", 0 }, { "3 hours", 0 }, { "1.555", 0 }, { "1.x", 0 }, { ":30", 0 }, { "999999", 0 },
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (member_read_hours(rows[i].text) != rows[i].minutes)
			g_error("'%s' is %d minutes", rows[i].text, member_read_hours(rows[i].text));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/member action/training", test_training);
	g_test_add_func("/member action/refused, and nothing written", test_refused);
	g_test_add_func("/member action/disclosure", test_disclosure);
	g_test_add_func("/member action/the call to order", test_call);
	g_test_add_func("/member action/hours", test_hours);
	return g_test_run();
}
