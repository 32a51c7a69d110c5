/* Seats over time, training against the rule, and disclosures: tables of days and what is true on each. */
#include <glib.h>
#include <string.h>

#include "domain/members.h"
#include "domain/training.h"

static day_t on(const char *iso)
{
	return iso ? day_parse_iso(iso) : DAY_UNKNOWN;
}

static void add_former(struct seat *seat, const char *holder, const char *start, const char *end, const char *ended)
{
	struct tenure *tenure = g_new0(struct tenure, 1);
	*tenure = (struct tenure) { .holder = g_strdup(holder), .start = on(start), .end = on(end), .ended = on(ended) };
	if (!seat->former)
		seat->former = g_ptr_array_new_with_free_func((GDestroyNotify) tenure_free);
	g_ptr_array_add(seat->former, tenure);
}

static struct seat *seat_new(struct body *body, const char *holder, const char *start, const char *end)
{
	struct seat *seat = g_new0(struct seat, 1);
	*seat = (struct seat) { .id = g_strdup_printf("%u", body->seats->len + 1), .holder = g_strdup(holder), .flags = SEAT_VOTING | SEAT_QUORUM,
		.term_start = on(start), .term_end = on(end), .training_done = DAY_UNKNOWN, .vacant_since = DAY_UNKNOWN };
	g_ptr_array_add(body->seats, seat);
	return seat;
}

typedef struct body body_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(body_t, body_free)

/* Status, holder, since and terms on a day. */
struct expected { const char *day, *status, *holder, *since; unsigned terms; };

static void check(const struct seat *seat, const struct term_rule *rule, const struct expected *rows, guint n)
{
	for (guint i = 0; i < n; i++) {
		struct seat_on at = seat_on_day(seat, rule, on(rows[i].day));
		if (g_strcmp0(seat_status_name(at.status), rows[i].status) || g_strcmp0(at.holder, rows[i].holder) || at.since != on(rows[i].since)
			|| at.terms != rows[i].terms)
			g_error("on %s: %s, %s, %u terms", rows[i].day, seat_status_name(at.status), at.holder ? at.holder : "nobody", at.terms);
	}
}
#define CHECK(seat, rule, rows) check(seat, rule, rows, G_N_ELEMENTS(rows))

static void test_present(void)
{
	g_autoptr(body_t) body = body_new();
	const struct term_rule serves_on = { .holdover = true, .soon_days = 90 }, leaves = { .soon_days = 0 };
	const struct seat *seat = seat_new(body, "Okafor", "2024-07-01", "2027-06-30");
	static const struct expected holdover[] = {
		{ "2024-06-30", "unknown", NULL, NULL, 0 }, { "2024-07-01", "held", "Okafor", NULL, 1 }, { "2027-03-31", "held", "Okafor", NULL, 1 },
		{ "2027-04-01", "ends_soon", "Okafor", NULL, 1 }, { "2027-06-30", "ends_soon", "Okafor", NULL, 1 },
		{ "2027-07-01", "holdover", "Okafor", "2027-07-01", 1 }, { "2031-01-01", "holdover", "Okafor", "2027-07-01", 1 },
	};
	static const struct expected over[] = { { "2027-06-30", "held", "Okafor", NULL, 1 }, { "2027-07-01", "term_over", "Okafor", "2027-07-01", 1 } };
	CHECK(seat, &serves_on, holdover);
	CHECK(seat, &leaves, over);
	g_assert_cmpint(seat_on_day(seat, &serves_on, on("2027-06-20")).days, ==, 10);
	static const struct expected ever[] = { { "1990-01-01", "held", "Nasseri", NULL, 1 }, { "2050-01-01", "held", "Nasseri", NULL, 1 } };
	CHECK(seat_new(body, "Nasseri", NULL, NULL), &serves_on, ever);
}

static void test_vacant(void)
{
	g_autoptr(body_t) body = body_new();
	const struct term_rule rule = { .holdover = true };
	struct seat *bare = seat_new(body, NULL, NULL, NULL), *given = seat_new(body, NULL, NULL, NULL), *left = seat_new(body, NULL, NULL, NULL);
	static const struct expected never[] = { { "2026-01-01", "vacant", NULL, NULL, 0 } };
	CHECK(bare, &rule, never);
	given->vacant_since = on("2026-03-01");
	static const struct expected since[] = { { "2026-02-28", "unknown", NULL, NULL, 0 }, { "2026-03-01", "vacant", NULL, "2026-03-01", 0 } };
	CHECK(given, &rule, since);
	add_former(left, "Marsh", "2023-01-01", "2025-12-31", "2025-05-31");
	static const struct expected resigned[] = { { "2025-05-31", "held", "Marsh", NULL, 1 }, { "2025-06-01", "vacant", NULL, "2025-06-01", 0 },
		{ "2026-06-01", "vacant", NULL, "2025-06-01", 0 } };
	CHECK(left, &rule, resigned);
}

static void test_succession(void)
{
	g_autoptr(body_t) body = body_new();
	const struct term_rule serves_on = { .holdover = true, .most = 2 }, leaves = { .most = 0 };
	struct seat *seat = seat_new(body, "Quispe", "2023-09-01", "2026-08-31");
	add_former(seat, "Marsh", "2017-07-01", "2020-06-30", NULL);
	add_former(seat, "Marsh", "2020-07-01", "2023-06-30", NULL);
	static const struct expected holdover[] = {
		{ "2018-01-01", "held", "Marsh", NULL, 1 }, { "2021-01-01", "held", "Marsh", NULL, 2 }, { "2023-07-01", "holdover", "Marsh", "2023-07-01", 2 },
		{ "2023-08-31", "holdover", "Marsh", "2023-07-01", 2 }, { "2023-09-01", "held", "Quispe", NULL, 1 },
	};
	static const struct expected gap[] = { { "2023-06-30", "held", "Marsh", NULL, 2 }, { "2023-07-01", "vacant", NULL, "2023-07-01", 0 } };
	CHECK(seat, &serves_on, holdover);
	CHECK(seat, &leaves, gap);
	g_assert_true(seat_on_day(seat, &serves_on, on("2021-01-01")).last);
	g_assert_false(seat_on_day(seat, &serves_on, on("2018-01-01")).last);
	g_assert_false(seat_on_day(seat, &leaves, on("2021-01-01")).last);
	g_assert_cmpint(seat_former_until(seat, &serves_on, 1), ==, on("2023-08-31"));
	g_assert_cmpint(seat_former_until(seat, &leaves, 1), ==, on("2023-06-30"));
}

/* --- training --- */

static GPtrArray *records_new(void)
{
	return g_ptr_array_new_with_free_func(training_record_free);
}

static void add_training(GPtrArray *records, const char *holder, const char *course, const char *day, int minutes)
{
	struct training_record *record = g_new0(struct training_record, 1);
	*record = (struct training_record) { .holder = g_strdup(holder), .course = g_strdup(course), .day = on(day), .minutes = minutes };
	g_ptr_array_add(records, record);
}

static void add_course(struct training_rule *rule, const char *id, const char *label, int months)
{
	struct course *course = g_new0(struct course, 1);
	course->id = g_strdup(id);
	course->months = months;
	labels_add(&course->label, "en", label);
	if (!rule->courses)
		rule->courses = g_ptr_array_new_with_free_func((GDestroyNotify) course_free);
	g_ptr_array_add(rule->courses, course);
}

static void test_courses(void)
{
	g_autoptr(body_t) body = body_new();
	g_autoptr(GPtrArray) records = records_new();
	struct training_rule rule = { .gate = TRAINING_GATE_VOTE };
	struct seat *seat = seat_new(body, "Moreau", "2024-07-01", "2027-06-30");
	add_course(&rule, "academy", "Citizens' academy", 0);
	add_course(&rule, "ride_along", "Ride-along", 24);
	struct training_look look = training_look(&rule, seat, "Moreau", records, on("2024-08-01"));
	g_assert_true(look.asked);
	g_assert_false(training_opens(&rule, &look));
	g_assert_cmpuint(look.missing, ==, 2);
	add_training(records, "Moreau", "academy", "2024-08-10", 480);
	add_training(records, "Moreau", "ride_along", "2024-08-20", 180);
	add_training(records, "Okafor", "ride_along", "2026-08-21", 180);      /* of another person */
	static const struct { const char *day; bool trained; } days[] = {
		{ "2024-08-09", false }, { "2024-08-19", false }, { "2024-08-20", true }, { "2026-08-20", true }, { "2026-08-21", false },
	};
	for (guint i = 0; i < G_N_ELEMENTS(days); i++)
		g_assert_cmpint(training_look(&rule, seat, "Moreau", records, on(days[i].day)).trained, ==, days[i].trained);
	look = training_look(&rule, seat, "Moreau", records, on("2026-08-21"));
	g_assert_cmpstr(look.first->id, ==, "ride_along");
	g_autofree char *words = training_missing_words(&rule, seat, "Moreau", records, on("2026-08-21"), "en");
	g_assert_cmpstr(words, ==, "Ride-along");
	g_assert_cmpstr(training_course(&rule, "citizens' ACADEMY")->id, ==, "academy");
	g_assert_null(training_course(&rule, "swimming"));
	training_rule_clear(&rule);
}

/* The day on the seat stands for all courses, for the one who holds it now, and runs out like a record. */
static void test_day_on_seat(void)
{
	g_autoptr(body_t) body = body_new();
	struct training_rule rule = { .gate = TRAINING_GATE_VOTE };
	struct seat *seat = seat_new(body, "Okafor", "2024-07-01", "2027-06-30"), *youth = seat_new(body, "Tan", NULL, NULL);
	seat->training_done = on("2024-09-14");
	youth->flags = SEAT_ADVISORY;
	g_assert_false(training_look(&rule, seat, "Okafor", NULL, on("2024-09-13")).trained);
	g_assert_true(training_look(&rule, seat, "Okafor", NULL, on("2024-09-14")).trained);
	g_assert_false(training_look(&rule, seat, "Marsh", NULL, on("2025-01-01")).trained);
	g_assert_false(training_look(&rule, youth, "Tan", NULL, on("2025-01-01")).asked);
	g_assert_false(training_look(&rule, seat, NULL, NULL, on("2025-01-01")).asked);
	add_course(&rule, "ride_along", "Ride-along", 24);
	g_assert_true(training_look(&rule, seat, "Okafor", NULL, on("2026-09-14")).trained);
	g_assert_false(training_look(&rule, seat, "Okafor", NULL, on("2026-09-15")).trained);
	training_rule_clear(&rule);
	struct training_look none = training_look(&(struct training_rule) { 0 }, seat, "Okafor", NULL, on("2020-01-01"));
	g_assert_false(none.asked);
	g_assert_true(training_opens(&(struct training_rule) { 0 }, &none));
}

static void test_hours(void)
{
	g_autoptr(body_t) body = body_new();
	g_autoptr(GPtrArray) records = records_new();
	struct training_rule rule = { .gate = TRAINING_GATE_VOTE, .hours = 10, .months = 12 };
	struct seat *seat = seat_new(body, "Nasseri", "2024-07-01", "2027-06-30");
	seat->training_done = on("2024-07-01");
	add_training(records, "Nasseri", "de-escalation", "2024-09-01", 240);
	add_training(records, "Nasseri", "ride_along", "2025-03-01", 355);
	static const struct { const char *day; int minutes; bool behind; } days[] = {
		{ "2024-08-31", 0, false }, { "2025-03-01", 595, false }, { "2025-06-30", 595, false }, { "2025-07-01", 595, true },
		{ "2025-08-31", 595, true }, { "2025-09-01", 355, true }, { "2026-03-01", 0, true },
	};
	for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
		struct training_look look = training_look(&rule, seat, "Nasseri", records, on(days[i].day));
		g_assert_cmpint(look.minutes, ==, days[i].minutes);
		g_assert_cmpint(look.behind, ==, days[i].behind);
		g_assert_true(training_opens(&rule, &look));
	}
	add_training(records, "Nasseri", "law", "2025-07-01", 5);
	g_assert_false(training_look(&rule, seat, "Nasseri", records, on("2025-07-01")).behind);
	struct training_look late = training_look(&rule, seat, "Nasseri", records, on("2026-03-01"));
	rule.gate_hours = true;
	g_assert_false(training_opens(&rule, &late));
}

static void test_assignment(void)
{
	g_autoptr(board_t) board = board_new();
	struct body *body = body_new();
	g_ptr_array_add(board->bodies, body);
	board->procedure = procedure_new();
	struct training_rule *rule = &board->procedure->rules.training;
	struct seat *seat = seat_new(body, "Moreau", NULL, NULL), *empty = seat_new(body, NULL, NULL, NULL);
	char *why = NULL;
	rule->gate = TRAINING_GATE_VOTE;
	g_assert_true(member_may_be_assigned(board, body, seat, NULL, on("2025-01-01"), &why));
	g_assert_null(why);
	rule->gate |= TRAINING_GATE_ASSIGN;
	add_course(rule, "academy", "Citizens' academy", 0);
	g_assert_false(member_may_be_assigned(board, body, seat, NULL, on("2025-01-01"), &why));
	g_assert_cmpstr(why, ==, "Moreau has not done \"Citizens' academy\", which comes before a case");
	g_clear_pointer(&why, g_free);
	g_assert_false(member_may_be_assigned(board, body, empty, NULL, on("2025-01-01"), &why));
	g_assert_cmpstr(why, ==, "seat 2 is vacant");
	g_free(why);
	seat->training_done = on("2024-01-01");
	g_assert_true(member_may_be_assigned(board, body, seat, NULL, on("2025-01-01"), NULL));
}

/* --- disclosures --- */

static void test_concerns(void)
{
	static const struct { const char *matter, *number, *title, *public_title; bool concerns; } rows[] = {
		{ "C-2024-0103", "C-2024-0103", "Findings", NULL, true }, { "c-2024-0103", "C-2024-0103", NULL, NULL, true },
		{ "C-2024-010", "C-2024-0103", "Findings in case C-2024-0103", NULL, false }, { "C-2024-0103", NULL, "Findings in case C-2024-0103", NULL, true },
		{ "Harbour Towing", NULL, "Contract with HARBOUR TOWING, renewal", NULL, true }, { "Harbour Towing", NULL, NULL, "The Harbour Towing contract", true },
		{ "our towing", NULL, "Contract with Harbour Towing", NULL, false }, { "tow", NULL, "tow", NULL, false }, { "", NULL, "anything", NULL, false },
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct disclosure_record record = { .matter = (char *) rows[i].matter };
		if (disclosure_concerns(&record, rows[i].number, rows[i].title, rows[i].public_title) != rows[i].concerns)
			g_error("row %u: '%s' in '%s'", i, rows[i].matter, rows[i].title ? rows[i].title : "");
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/members/the present holder", test_present);
	g_test_add_func("/members/vacant since", test_vacant);
	g_test_add_func("/members/succession, reappointment, limit", test_succession);
	g_test_add_func("/training/courses come and run out", test_courses);
	g_test_add_func("/training/the day on the seat", test_day_on_seat);
	g_test_add_func("/training/hours", test_hours);
	g_test_add_func("/training/assignment", test_assignment);
	g_test_add_func("/disclosures/what they concern", test_concerns);
	return g_test_run();
}
