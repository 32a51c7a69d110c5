/* The attendance sheet: letters, counts, and the rule of absences over the turn of a year. */
#include "meeting_script.h"

#include "domain/attendance.h"

#define EVENT(...) ((struct meeting_event) { __VA_ARGS__ })

/* Held on this day; absent and excused: seats, space separated. The rule is 3 in a row or 6 within 12 months. */
static struct meeting *held(int year, int month, int day, const char *absent, const char *excused)
{
	struct meeting *m = script_begin();
	g_auto(GStrv) away = g_strsplit(absent, " ", -1), pardoned = g_strsplit(excused, " ", -1);
	for (guint i = 0; i < m->members->len; i++) {
		const struct member *member = meeting_member(m, (int) i);
		bool gone = g_strv_contains((const char *const *) away, member->seat), said = g_strv_contains((const char *const *) pardoned, member->seat);
		if (!member->name || member->alternate_for >= 0)
			continue;
		if (gone)
			script_do(m, EVENT(.kind = MEETING_ABSENT, .seat = member->seat));
		else if (said)
			script_do(m, EVENT(.kind = MEETING_EXCUSED, .seat = member->seat, .text = (char *) "ill"));
		else
			script_do(m, EVENT(.kind = MEETING_ARRIVED, .seat = member->seat, .word = (char *) "present"));
	}
	script_do(m, EVENT(.kind = MEETING_ROLL_COMPLETED));
	m->called = day_from_civil(year, month, day) * G_GINT64_CONSTANT(86400) + 64800;
	return m;
}

static GPtrArray *meetings_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify) meeting_free);
}

static const struct attendance_row *row_of(const GPtrArray *rows, const char *seat)
{
	for (guint i = 0; i < rows->len; i++)
		if (g_str_equal(((const struct attendance_row *) rows->pdata[i])->seat, seat))
			return rows->pdata[i];
	return NULL;
}

static void test_sheet(void)
{
	g_autoptr(GPtrArray) meetings = meetings_new();
	g_ptr_array_add(meetings, held(2024, 9, 16, "1", ""));
	g_ptr_array_add(meetings, held(2024, 10, 21, "1", "2"));
	struct meeting *last = held(2024, 11, 18, "2", "1");
	script_do(last, EVENT(.kind = MEETING_ARRIVED, .seat = (char *) "2", .word = (char *) "remote"));
	g_ptr_array_add(meetings, last);
	g_autoptr(GPtrArray) rows = attendance_sum(meetings, DAY_UNKNOWN);
	g_assert_cmpuint(rows->len, ==, 8);      /* seats that are held; alternates are not expected */
	const struct attendance_row *one = row_of(rows, "1"), *two = row_of(rows, "2");
	g_assert_true(one == rows->pdata[0]);
	g_assert_cmpstr(one->marks, ==, "AAE");
	g_assert_cmpint(one->absent, ==, 2);
	g_assert_cmpint(one->excused, ==, 1);
	g_assert_cmpint(one->in_a_row, ==, 2);   /* an excused absence neither adds nor ends */
	g_assert_false(one->over);
	g_assert_cmpstr(two->marks, ==, "PEL");
	g_assert_cmpint(two->present + two->late, ==, 2);
	g_assert_cmpint(two->remote, ==, 1);
	g_assert_cmpint(two->meetings, ==, 3);
	g_assert_null(row_of(rows, "6"));
	g_assert_null(row_of(rows, "alt1"));
}

static void test_in_a_row(void)
{
	g_autoptr(GPtrArray) meetings = meetings_new();
	g_ptr_array_add(meetings, held(2024, 11, 18, "1 2", ""));
	g_ptr_array_add(meetings, held(2024, 12, 16, "1 2", ""));
	g_ptr_array_add(meetings, held(2025, 1, 20, "1", ""));
	g_autoptr(GPtrArray) rows = attendance_sum(meetings, day_from_civil(2025, 1, 1));
	const struct attendance_row *one = row_of(rows, "1"), *two = row_of(rows, "2");
	g_assert_cmpstr(one->marks, ==, "A");
	g_assert_cmpint(one->absent, ==, 1);     /* of the year */
	g_assert_cmpint(one->in_a_row, ==, 3);   /* over its turn */
	g_assert_true(one->over);
	g_assert_cmpint(two->in_a_row, ==, 0);
	g_assert_false(two->over);
}

/* Six within twelve months, never three in a row: the seventh meeting is a year and a day, or a year less a day, after the first. */
static void within(int first_day, int expected)
{
	g_autoptr(GPtrArray) meetings = meetings_new();
	g_ptr_array_add(meetings, held(2023, 12, first_day, "1", ""));
	for (int month = 2; month <= 10; month += 2) {
		g_ptr_array_add(meetings, held(2024, month, 5, "1", ""));
		g_ptr_array_add(meetings, held(2024, month + 1, 5, "", ""));
	}
	g_ptr_array_add(meetings, held(2024, 12, 16, "", ""));
	g_autoptr(GPtrArray) rows = attendance_sum(meetings, DAY_UNKNOWN);
	g_assert_cmpint(row_of(rows, "1")->within, ==, expected);
	g_assert_cmpint(row_of(rows, "1")->over, ==, expected >= 6);
}

static void test_within(void)
{
	within(17, 6);
	within(16, 5);
}

static void test_excused_counts(void)
{
	g_autoptr(GPtrArray) meetings = meetings_new();
	g_ptr_array_add(meetings, held(2024, 9, 16, "1", ""));
	g_ptr_array_add(meetings, held(2024, 10, 21, "", "1"));
	struct meeting *last = held(2024, 11, 18, "", "1");
	last->procedure->rules.excused_counts = true;
	g_ptr_array_add(meetings, last);
	g_autoptr(GPtrArray) rows = attendance_sum(meetings, DAY_UNKNOWN);
	g_assert_cmpint(row_of(rows, "1")->in_a_row, ==, 3);
	g_assert_true(row_of(rows, "1")->over);
	last->procedure->rules.absences_in_a_row = last->procedure->rules.absences_within = 0;
	g_autoptr(GPtrArray) free_of_rules = attendance_sum(meetings, DAY_UNKNOWN);
	g_assert_false(row_of(free_of_rules, "1")->over);
}

/* A seat that changed hands: two rows, the one in office first; who left before the sheet begins is not on it. */
static void test_successor(void)
{
	g_autoptr(GPtrArray) meetings = meetings_new();
	g_ptr_array_add(meetings, held(2024, 11, 18, "1", ""));
	g_ptr_array_add(meetings, held(2025, 1, 20, "", ""));
	struct member *member = (struct member *) meeting_member(meetings->pdata[1], 0);
	g_free(member->name);
	member->name = g_strdup("Neville Achterberg");
	g_autoptr(GPtrArray) both = attendance_sum(meetings, DAY_UNKNOWN), since = attendance_sum(meetings, day_from_civil(2025, 1, 1));
	g_assert_cmpuint(both->len, ==, 9);
	g_assert_cmpstr(row_of(both, "1")->name, ==, "Neville Achterberg");
	g_assert_cmpstr(row_of(both, "1")->marks, ==, ".P");
	g_assert_cmpint(row_of(both, "1")->meetings, ==, 1);
	g_assert_cmpuint(since->len, ==, 8);
}

/* Called to order, nobody called yet: that is no absence. */
static void test_not_recorded(void)
{
	g_autoptr(GPtrArray) meetings = meetings_new();
	g_ptr_array_add(meetings, script_begin());
	g_autoptr(GPtrArray) rows = attendance_sum(meetings, DAY_UNKNOWN);
	g_assert_cmpstr(row_of(rows, "1")->marks, ==, ".");
	g_assert_cmpint(row_of(rows, "1")->meetings, ==, 0);
	g_assert_cmpint(row_of(rows, "1")->in_a_row, ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/attendance/sheet", test_sheet);
	g_test_add_func("/attendance/in-a-row", test_in_a_row);
	g_test_add_func("/attendance/within", test_within);
	g_test_add_func("/attendance/excused-counts", test_excused_counts);
	g_test_add_func("/attendance/successor", test_successor);
	g_test_add_func("/attendance/not-recorded", test_not_recorded);
	return g_test_run();
}
