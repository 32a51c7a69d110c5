/* Recommendations: which answer answers which day, what is asked next, what needs a reason, what is taken back. */
#include <string.h>
#include "domain/recommendation.h"

static void add_term(struct vocabulary *words, const char *id, unsigned flags)
{
	struct term *term = g_new0(struct term, 1);
	const char *word;
	term->id = g_strdup(id);
	term->aliases = g_new0(char *, 1);
	term->flags = flags;
	labels_add(&term->label, "en", id);
	vocabulary_add(words, term, &word);
}

static void add_step(struct recommendation_rule *rule, const char *id, int length, enum clock_unit unit, bool reason)
{
	struct answer_step *step = g_new0(struct answer_step, 1);
	*step = (struct answer_step) { .id = g_strdup(id), .length = length, .unit = unit, .reason = reason };
	labels_add(&step->label, "en", id);
	g_ptr_array_add(rule->steps, step);
}

/* 60 days, 6 months, a year; a year wants a reason. */
static struct board *the_board(void)
{
	struct board *board = board_new();
	struct body *body = body_new();
	struct vocabulary *words = vocabulary_new("answer");
	body->id = g_strdup("pob");
	g_ptr_array_add(board->bodies, body);
	add_term(words, "accepted", 0);
	add_term(words, "in_part", TERM_REASON);
	add_term(words, "implemented", TERM_CLOSES);
	add_term(words, "rejected", TERM_CLOSES | TERM_REASON);
	g_ptr_array_add(board->vocabularies, words);
	board->procedure = procedure_new();
	struct recommendation_rule *rule = &board->procedure->rules.recommendations;
	rule->steps = g_ptr_array_new_with_free_func(answer_step_free);
	add_step(rule, "year", 1, CLOCK_YEARS, true);      /* the order in the file does not matter */
	add_step(rule, "60 days", 60, CLOCK_DAYS, false);
	add_step(rule, "6 months", 6, CLOCK_MONTHS, false);
	return board;
}

static struct recommendation_event *add_event(struct recommendation *one, const char *what, const char *value, const char *day)
{
	struct recommendation_event *event = g_new0(struct recommendation_event, 1);
	*event = (struct recommendation_event) { .id = (id_t64) one->events->len + 1, .who = g_strdup("ana"), .what = g_strdup(what), .value = g_strdup(value),
		.day = day ? day_parse_iso(day) : DAY_UNKNOWN };
	g_ptr_array_add(one->events, event);
	return event;
}

/* Made on 2026-01-10, so that the days are 2026-03-11, 2026-07-10 and 2027-01-10. answers: "2026-03-11 accepted|..."; want: the answered ones as
 * letters, o in time, l late, - not yet. */
struct row { const char *name, *answers, *today, *want, *next; enum recommendation_status status; };
static const struct row rows[] = {
	{ "nothing yet", "", "2026-02-01", "---", "2026-03-11", RECOMMENDATION_IS_OPEN },
	{ "the last day is not over", "", "2026-03-11", "---", "2026-03-11", RECOMMENDATION_IS_OPEN },
	{ "a day later it is", "", "2026-03-12", "---", "2026-03-11", RECOMMENDATION_IS_OVERDUE },
	{ "answered on the last day", "2026-03-11 accepted", "2026-03-12", "o--", "2026-07-10", RECOMMENDATION_IS_ANSWERED },
	{ "late for the first: the second is still asked", "2026-03-12 accepted", "2026-03-13", "l--", "2026-07-10", RECOMMENDATION_IS_ANSWERED },
	{ "late for two: both are answered, late", "2026-08-01 accepted", "2026-08-02", "ll-", "2027-01-10", RECOMMENDATION_IS_ANSWERED },
	{ "twice before the first day answers that one", "2026-01-20 accepted|2026-02-20 accepted", "2026-03-01", "o--", "2026-07-10", RECOMMENDATION_IS_ANSWERED },
	{ "after it, twice before the second", "2026-03-01 accepted|2026-04-01 accepted|2026-07-10 in_part", "2026-07-11", "oo-", "2027-01-10", RECOMMENDATION_IS_ANSWERED },
	{ "answered once, and six months pass", "2026-03-01 accepted", "2026-07-11", "o--", "2026-07-10", RECOMMENDATION_IS_OVERDUE },
	{ "a year of answers", "2026-03-01 accepted|2026-07-01 in_part|2027-01-02 accepted", "2028-01-01", "ooo", NULL, RECOMMENDATION_IS_ANSWERED },
	{ "done: nothing more is asked", "2026-02-01 implemented", "2028-01-01", "o--", NULL, RECOMMENDATION_IS_CLOSED },
	{ "not done after all: it is asked again", "2026-02-01 implemented|2026-02-10 accepted", "2026-08-01", "o--", "2026-07-10", RECOMMENDATION_IS_OVERDUE },
	{ "recorded out of order: by their days", "2026-07-01 rejected|2026-03-01 accepted", "2026-12-01", "oo-", NULL, RECOMMENDATION_IS_CLOSED },
	{ "more answers than days", "2026-01-11 accepted|2026-01-12 accepted|2026-01-13 accepted|2026-01-14 accepted", "2026-01-15", "o--", "2026-07-10",
		RECOMMENDATION_IS_ANSWERED },
};

static void add_answers(struct recommendation *one, const char *script)
{
	g_auto(GStrv) parts = g_strsplit(script, "|", -1);
	for (char **part = parts; *part && **part; part++) {
		g_auto(GStrv) words = g_strsplit(*part, " ", 2);
		add_event(one, "answer", words[1], words[0]);
	}
}

static struct recommendation *the_recommendation(void)
{
	struct recommendation *one = recommendation_new();
	one->body = g_strdup("pob");
	one->number = g_strdup("R-2026-1");
	one->title = g_strdup("Write down why a camera was off");
	one->made = day_parse_iso("2026-01-10");
	return one;
}

static void test_steps(void)
{
	g_autoptr(board_t) board = the_board();
	for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(recommendation_t) one = the_recommendation();
		char got[4] = "", day[DAY_ISO_SIZE];
		add_answers(one, rows[i].answers);
		recommendation_follow(one, board, day_parse_iso(rows[i].today));
		for (guint step = 0; step < one->due->len; step++) {
			const struct answer_due *due = &g_array_index(one->due, struct answer_due, step);
			got[step] = !due->answer ? '-' : due->answer->day > due->due ? 'l' : 'o';
		}
		g_test_message("%s", rows[i].name);
		g_assert_cmpstr(got, ==, rows[i].want);
		g_assert_cmpstr(one->next ? day_iso(one->next->due, day) : NULL, ==, rows[i].next);
		g_assert_cmpint(one->status, ==, rows[i].status);
	}
}

static void test_reason(void)
{
	g_autoptr(board_t) board = the_board();
	g_autoptr(recommendation_t) one = the_recommendation();
	recommendation_follow(one, board, day_parse_iso("2026-02-01"));
	g_assert_false(recommendation_needs_reason(one, board, "accepted", day_parse_iso("2026-02-01")));
	g_assert_true(recommendation_needs_reason(one, board, "in_part", day_parse_iso("2026-02-01")));
	g_assert_true(recommendation_needs_reason(one, board, "rejected", day_parse_iso("2026-02-01")));
	/* one that answers the step of a year, late for all three, or as the third */
	g_assert_true(recommendation_needs_reason(one, board, "accepted", day_parse_iso("2027-02-01")));
	g_assert_false(recommendation_needs_reason(one, board, "implemented", day_parse_iso("2027-02-01")));
	add_answers(one, "2026-03-01 accepted|2026-07-01 accepted");
	recommendation_follow(one, board, day_parse_iso("2026-12-01"));
	g_assert_true(recommendation_needs_reason(one, board, "accepted", day_parse_iso("2026-12-01")));
}

static void test_undo(void)
{
	g_autoptr(board_t) board = the_board();
	g_autoptr(recommendation_t) one = the_recommendation();
	day_t today = day_parse_iso("2026-04-01");
	struct recommendation_event *set = add_event(one, "set", "Chief of Police", NULL);
	set->field = g_strdup("owner");
	add_event(one, "withdraw", NULL, NULL);
	recommendation_follow(one, board, today);
	g_assert_cmpstr(one->field[RECOMMENDATION_FIELD_OWNER], ==, "Chief of Police");
	g_assert_cmpint(one->status, ==, RECOMMENDATION_IS_WITHDRAWN);
	g_assert_null(one->next);
	g_assert_cmpint(recommendation_undoable(one)->id, ==, 2);
	add_event(one, "undo", "withdrawn", NULL)->undoes = 2;
	recommendation_follow(one, board, today);
	g_assert_cmpint(one->status, ==, RECOMMENDATION_IS_OVERDUE);
	g_assert_cmpint(recommendation_undoable(one)->id, ==, 1);
	add_event(one, "undo", "owner", NULL)->undoes = 1;
	recommendation_follow(one, board, today);
	g_assert_null(one->field[RECOMMENDATION_FIELD_OWNER]);
	g_assert_null(recommendation_undoable(one));
}

/* A body without such a rule asks for nothing; an answer of an unknown word closes nothing. */
static void test_no_rule(void)
{
	g_autoptr(board_t) board = the_board();
	g_autoptr(recommendation_t) one = the_recommendation();
	recommendation_rule_clear(&board->procedure->rules.recommendations);
	add_answers(one, "2026-02-01 maybe");
	recommendation_follow(one, board, day_parse_iso("2030-01-01"));
	g_assert_null(one->next);
	g_assert_cmpint(one->status, ==, RECOMMENDATION_IS_ANSWERED);
}

/* A day of making or of answering outside the calendar, which only another program writes or a rule of many thousand years gives, asks for nothing. */
static void test_calendar(void)
{
	static const day_t made[] = { DAY_UNKNOWN, INT32_MAX, INT32_MAX - 100, INT32_MIN + 1 };
	g_autoptr(board_t) board = the_board();
	day_t today = day_parse_iso("2026-02-01");
	for (unsigned i = 0; i < G_N_ELEMENTS(made); i++) {
		g_autoptr(recommendation_t) one = the_recommendation();
		one->made = made[i];
		recommendation_follow(one, board, today);
		g_assert_null(one->next);
		g_assert_cmpint(one->status, ==, RECOMMENDATION_IS_OPEN);
	}
	struct answer_step *first = board->procedure->rules.recommendations.steps->pdata[0];
	first->length = 100000;
	first->unit = CLOCK_YEARS;
	g_autoptr(recommendation_t) one = the_recommendation();
	recommendation_follow(one, board, today);
	g_assert_cmpuint(one->due->len, ==, 2);
}

static void test_fields(void)
{
	static const struct { const char *field, *value; bool good; } tries[] = {
		{ "priority", "3", true }, { "priority", "0", false }, { "priority", "6", false }, { "priority", "12", false }, { "priority", "", true },
		{ "police_priority", "x", false }, { "metric", "force", true }, { "metric", "farce", false }, { "vote", "2026-11-09/3", true },
		{ "vote", "2026-11-09", false }, { "vote", "2026-02-30/1", false }, { "vote", "2026-11-09/0", false }, { "vote", "2026-11-09/3x", false },
		{ "owner", "anything", true },
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(tries); i++) {
		enum recommendation_field field = recommendation_field_find(tries[i].field);
		g_assert_cmpint(field, !=, RECOMMENDATION_FIELDS);
		g_autofree char *fault = recommendation_field_fault(field, tries[i].value);
		g_test_message("%s=%s: %s", tries[i].field, tries[i].value, fault ? fault : "good");
		g_assert_true(!fault == tries[i].good);
	}
}

static void test_number(void)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(recommendation_free);
	static const char *const numbers[] = { "R-2026-1", "R-2026-9", "R-2025-77", "R-2026-x", "12", NULL };
	day_t day = day_parse_iso("2026-05-01");
	for (const char *const *number = numbers; *number; number++) {
		struct recommendation *one = the_recommendation();
		g_free(one->number);
		one->number = g_strdup(*number);
		g_ptr_array_add(all, one);
	}
	g_autofree char *next = recommendation_next_number(all, "pob", day), *other = recommendation_next_number(all, "harbour", day);
	g_assert_cmpstr(next, ==, "R-2026-10");
	g_assert_cmpstr(other, ==, "R-2026-1");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/recommendation/steps", test_steps);
	g_test_add_func("/recommendation/reason", test_reason);
	g_test_add_func("/recommendation/undo", test_undo);
	g_test_add_func("/recommendation/no rule", test_no_rule);
	g_test_add_func("/recommendation/calendar", test_calendar);
	g_test_add_func("/recommendation/fields", test_fields);
	g_test_add_func("/recommendation/number", test_number);
	return g_test_run();
}
