/* What a meeting left undone, by its journal, and what becomes of it on the next agenda. */
#include "domain/agenda_carry.h"
#include "meeting_script.h"

#define E(kind_, ...) script_do(meeting, (struct meeting_event) { .kind = MEETING_##kind_, __VA_ARGS__ })

static const char *why(const struct meeting *meeting, int position)
{
	return carry_words(carry_why(meeting, meeting_item(meeting, position)));
}

static void test_reasons(void)
{
	g_autoptr(meeting_t) meeting = script_begin();
	script_roll(meeting, "");
	/* 1: done without a motion; the consent calendar: 4 is pulled, the others are adopted */
	script_item(meeting, 1);
	E(ITEM_PULLED, .item = 4, .seat = (char *) "1");
	script_item(meeting, 5);
	script_move(meeting, "1", "2", "consent", "adopt the consent calendar");
	script_vote(meeting, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(meeting);
	/* 2: postponed to a time */
	script_item(meeting, 2);
	script_move(meeting, "1", "2", "main", "approve");
	script_move(meeting, "2", "1", "postpone", "to January");
	script_vote(meeting, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(meeting);
	/* 7: laid on the table; 8: referred; 9: pending when the meeting ended */
	static const char *const kinds[] = { "lay_on_table", "refer" };
	for (int i = 0; i < 2; i++) {
		script_item(meeting, 7 + i);
		script_move(meeting, "1", "2", "main", "do it");
		script_move(meeting, "2", "1", kinds[i], i ? "to a committee" : NULL);
		script_vote(meeting, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
		script_declare(meeting);
	}
	script_item(meeting, 9);
	script_move(meeting, "1", "2", "main", "do that");
	E(ADJOURNED, .note = (char *) "the hour");
	static const char *const reasons[] = { "", "postponed", "not reached", "not reached", "", "", "laid on the table", "referred", "not decided", "not reached" };
	for (int position = 1; position <= 10; position++)
		g_assert_cmpstr(why(meeting, position), ==, reasons[position - 1]);
}

/* Taken from the table again and decided, it is done. */
static void test_taken(void)
{
	g_autoptr(meeting_t) meeting = script_begin();
	script_roll(meeting, "");
	script_item(meeting, 7);
	int main_motion = script_move(meeting, "1", "2", "main", "do it");
	script_move(meeting, "2", "1", "lay_on_table", NULL);
	script_vote(meeting, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(meeting);
	g_assert_cmpstr(why(meeting, 7), ==, "laid on the table");
	E(MOVED, .seat = (char *) "1", .word = (char *) "take_from_table", .item = 7, .motion = 3, .number = main_motion);
	E(SECONDED, .seat = (char *) "2", .motion = 3);
	script_vote(meeting, "1=aye 2=aye 3=aye 4=aye 5=aye chair=aye");
	script_declare(meeting);
	g_assert_cmpstr(why(meeting, 7), ==, "not decided");
	script_vote(meeting, "1=nay 2=nay 3=nay 4=aye 5=nay chair=nay");
	script_declare(meeting);
	g_assert_cmpstr(why(meeting, 7), ==, "");
}

static void test_item(void)
{
	struct agenda_item was = { .id = 41, .meeting_id = 3, .position = 9, .number = (char *) "CA-2", .title = (char *) "Dogs", .consent = true,
		.docket = (char *) "case:7", .carried = 1, .unposted = true };
	struct meeting_item pulled = { .pulled = true }, kept = { .pulled = false };
	struct agenda_item *next = carry_item(&was, &pulled);
	g_assert_cmpint(next->id, ==, 0);
	g_assert_cmpint(next->position, ==, 0);
	g_assert_null(next->number);
	g_assert_cmpstr(next->title, ==, "Dogs");
	g_assert_cmpstr(next->docket, ==, "carried:41");
	g_assert_cmpint(next->carried, ==, 2);
	g_assert_false(next->unposted);
	g_assert_false(next->consent);
	agenda_item_clear(next);
	g_free(next);
	next = carry_item(&was, &kept);
	g_assert_true(next->consent);
	agenda_item_clear(next);
	g_free(next);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/agenda-carry/reasons", test_reasons);
	g_test_add_func("/agenda-carry/taken from the table", test_taken);
	g_test_add_func("/agenda-carry/the item", test_item);
	return g_test_run();
}
