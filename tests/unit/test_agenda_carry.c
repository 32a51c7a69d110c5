/* What a meeting left undone, by its journal, and what becomes of it on the next agenda. */
#include "domain/agenda_carry.h"
#include "domain/agenda_field.h"
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

/* On the consent calendar: opened and passed over is not decided, pulled or not; what was said or moved about it decides it. */
static void test_consent(void)
{
	g_autoptr(meeting_t) meeting = script_begin();
	script_roll(meeting, "");
	E(ITEM_PULLED, .item = 4, .seat = (char *) "1");
	script_item(meeting, 4);
	script_item(meeting, 5);
	script_move(meeting, "1", "2", "consent", "adopt the consent calendar");
	script_vote(meeting, "1=nay 2=nay 3=nay 4=nay 5=nay chair=nay");
	script_declare(meeting);
	script_item(meeting, 7);
	g_assert_cmpstr(why(meeting, 4), ==, "not decided");
	g_assert_cmpstr(why(meeting, 5), ==, "not decided");
	script_item(meeting, 4);
	E(ITEM_CLOSED, .item = 4, .text = (char *) "received and filed");
	script_item(meeting, 5);
	script_move(meeting, "1", "2", "main", "do it");
	script_vote(meeting, "1=nay 2=nay 3=nay 4=nay 5=nay chair=nay");
	script_declare(meeting);
	script_item(meeting, 7);
	g_assert_cmpstr(why(meeting, 4), ==, "");
	g_assert_cmpstr(why(meeting, 5), ==, "");
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

/* Gov. Code 54954.2(b)(3): at most five calendar days earlier, in a body whose rules say so. */
static void test_continues(void)
{
	const struct rules brown = { .continued_days = 5 }, none = { 0 };
	const day_t on = 20000;
	static const struct { int days; bool continues; } rows[] = { { -1, false }, { 0, true }, { 4, true }, { 5, true }, { 6, false } };
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_assert_cmpint(carry_continues(&brown, on - rows[i].days, on), ==, rows[i].continues);
		g_assert_false(carry_continues(&none, on - rows[i].days, on));
	}
}

/* "At the prior meeting the item was continued": somebody has put it off to that day. */
static void test_is_continued(void)
{
	static const struct { enum carry_why why; bool later, adjourned; } rows[] = {
		{ CARRY_NOT, false, false }, { CARRY_WAITING, false, true }, { CARRY_PENDING, false, true }, { CARRY_POSTPONED, true, true },
		{ CARRY_TABLED, false, false }, { CARRY_REFERRED, false, false },
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_assert_cmpint(carry_is_continued(rows[i].why, "regular"), ==, rows[i].later);
		g_assert_cmpint(carry_is_continued(rows[i].why, NULL), ==, rows[i].later);
		g_assert_cmpint(carry_is_continued(rows[i].why, "adjourned"), ==, rows[i].adjourned);
	}
}

/* --- all of a meeting --- */

static struct agenda_entry *new_entry(const char *id, const char *section, const char *kinds, const char *docket)
{
	struct agenda_entry *entry = g_new0(struct agenda_entry, 1);
	entry->id = g_strdup(id);
	entry->section = g_strdup(section);
	entry->kinds = kinds ? g_strsplit(kinds, " ", -1) : NULL;
	entry->docket = docket ? g_strsplit(docket, " ", -1) : NULL;
	return entry;
}

/* The agenda of the script as the database would have it, each row with the id 100 + position. */
static GPtrArray *rows_of(const struct meeting *meeting)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < meeting->items->len; i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		struct agenda_item row = { .id = 101 + i, .position = (int) i + 1, .title = item->title, .section = item->section, .consent = item->consent,
			.closed = item->closed, .case_number = item->case_number, .entry = (char *) (i == 2 ? "comment" : i == 0 ? "call" : NULL) };
		g_ptr_array_add(rows, agenda_item_copy(&row));
	}
	return rows;
}

/* "carried:102 opening, carried:108 cases": what is left for a meeting of that kind. */
static char *left(const struct meeting *meeting, const GPtrArray *rows, const struct body *body, const char *kind)
{
	g_autoptr(GPtrArray) all = carry_all(meeting, &(struct meeting_record) { .id = 7 }, rows, body, kind);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < all->len; i++) {
		const struct carried *carried = all->pdata[i];
		g_autofree char *key = carried->from ? carry_docket(carried->from) : NULL;
		g_assert_true(!key || !g_strcmp0(carried->item->docket, key));
		g_assert_cmpint(carried->item->carried, ==, 1);
		g_string_append_printf(text, "%s%s %s", i ? ", " : "", carried->item->docket, carried->item->section ? carried->item->section : "-");
	}
	return g_string_free(text, FALSE);
}

#define LEFT(body, kind, words) do { g_autofree char *left_ = left(meeting, rows, body, kind); g_assert_cmpstr(left_, ==, words); } while (0)

static void test_all(void)
{
	g_autoptr(meeting_t) meeting = script_begin();
	g_autoptr(GPtrArray) rows = rows_of(meeting);
	script_roll(meeting, "");
	for (int position = 4; position <= 7; position++) {
		script_item(meeting, position);
		E(ITEM_CLOSED, .item = position, .text = (char *) "received");
	}
	script_item(meeting, 10);
	E(ITEM_ADDED, .item = 11, .text = (char *) "Storm damage", .note = (char *) "nobody could foresee it");
	E(ADJOURNED, .note = (char *) "the hour");
	LEFT(NULL, "regular", "carried:101 opening, carried:102 opening, carried:103 comment, carried:108 cases, carried:109 closed, carried:7+11 -");
	/* What stands on every agenda of the next meeting's kind comes again by itself. */
	struct body *body = body_new();
	g_ptr_array_add(body->agenda, new_entry("call", "opening", NULL, NULL));
	g_ptr_array_add(body->agenda, new_entry("comment", "comment", "regular", NULL));
	LEFT(body, "regular", "carried:102 opening, carried:108 cases, carried:109 closed, carried:7+11 -");
	LEFT(body, "adjourned", "carried:102 opening, carried:103 comment, carried:108 cases, carried:109 closed, carried:7+11 -");
	/* Where the board file says in which part, there; but cases and the closed session stay where they were. */
	g_ptr_array_add(body->agenda, new_entry("unfinished", "business", "regular", "carried"));
	LEFT(body, "regular", "carried:102 business, carried:108 cases, carried:109 closed, carried:7+11 business");
	body_free(body);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/agenda-carry/reasons", test_reasons);
	g_test_add_func("/agenda-carry/consent", test_consent);
	g_test_add_func("/agenda-carry/taken from the table", test_taken);
	g_test_add_func("/agenda-carry/the item", test_item);
	g_test_add_func("/agenda-carry/continued to a meeting soon after", test_continues);
	g_test_add_func("/agenda-carry/continued by the meeting", test_is_continued);
	g_test_add_func("/agenda-carry/all of a meeting", test_all);
	return g_test_run();
}
