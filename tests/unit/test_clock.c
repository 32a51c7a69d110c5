/* The clocks of a case: leap days, ends of months, clock changes, holidays on weekends, tolling, waivers and reopening. */
#include <string.h>
#include "domain/clock.h"

static struct board *the_board(void)
{
	static const char *const holidays[] = { "2024-07-04", "2024-11-28", "2024-12-25", "2026-07-04" /* a Saturday */, "2027-07-05" };
	struct board *board = board_new();
	board->zone = g_strdup("America/Chicago");
	for (unsigned i = 0; i < G_N_ELEMENTS(holidays); i++) {
		day_t day = day_parse_iso(holidays[i]);
		g_array_append_val(board->holidays, day);
	}
	struct workflow *workflow = workflow_new();
	static const char *const states[] = { "received", "investigation", "on_hold", "chief_due", "reopened", "closed" };
	for (unsigned i = 0; i < G_N_ELEMENTS(states); i++) {
		struct state *state = g_new0(struct state, 1);
		state->id = g_strdup(states[i]);
		state->initial = i == 0;
		state->terminal = i == 5;
		g_ptr_array_add(workflow->states, state);
	}
	g_ptr_array_add(board->workflows, workflow);
	return board;
}

static void event_free(void *data)
{
	case_event_clear(data);
	g_free(data);
}

/* "2024-03-05 state on_hold|2024-03-08T12:00 extend 2024-09-01": time, kind, and the state or the day. */
static GPtrArray *events_of(const char *script, const char *zone)
{
	GPtrArray *events = g_ptr_array_new_with_free_func(event_free);
	g_auto(GStrv) parts = g_strsplit(script, "|", -1);
	for (char **part = parts; *part && **part; part++) {
		g_auto(GStrv) words = g_strsplit(*part, " ", -1);
		struct case_event *event = g_new0(struct case_event, 1);
		g_assert_true(instant_parse(words[0], zone, &event->when));
		event->id = (id_t64) events->len + 1;
		event->what = g_strdup(words[1]);
		g_assert_cmpint(case_event_kind(event), !=, CASE_ACTS);
		if (case_event_kind(event) == ACT_FINDING)
			event->clock = g_strdup(CASE_DISAGREEMENT);
		if (words[2] && case_event_kind(event) == ACT_STATE)
			event->to = g_strdup(words[2]);
		else if (words[2])
			event->day = day_parse_iso(words[2]);
		g_ptr_array_add(events, event);
	}
	return events;
}

struct row {
	const char *name, *starts;
	int length;
	enum clock_unit unit;
	const char *received, *script, *now;
	enum clock_status status;
	const char *due;              /* day, or day and time of a clock in hours */
	int tolled;
};

static const struct row rows[] = {
	/* DOMAIN.md 2.3: the rules that were found, each as its length and unit. */
	{ "California POBR 3304(d), one year", "received", 1, CLOCK_YEARS, "2024-02-29", "", "2024-06-01", CLOCK_RUNNING, "2025-02-28", 0 },
	{ "California, tolled by a criminal case", "received", 1, CLOCK_YEARS, "2024-03-01", "2024-04-01 state on_hold|2024-05-01 state investigation",
		"2024-06-01", CLOCK_RUNNING, "2025-03-31", 30 },
	{ "New York s75, eighteen months", "received", 18, CLOCK_MONTHS, "2024-08-31", "", "2024-09-01", CLOCK_RUNNING, "2026-02-28", 0 },
	{ "Florida 112.532(6), 180 days", "received", 180, CLOCK_DAYS, "2024-01-01", "", "2024-02-01", CLOCK_RUNNING, "2024-06-29", 0 },
	{ "Florida, 180 days of a year without a leap day", "received", 180, CLOCK_DAYS, "2023-01-01", "", "2023-02-01", CLOCK_RUNNING, "2023-06-30", 0 },
	{ "Portland, appeal within 14 days", "received", 14, CLOCK_DAYS, "2024-12-20", "", "2024-12-21", CLOCK_RUNNING, "2025-01-03", 0 },
	{ "Tulare, the chief's letter in 10 days", "chief_due", 10, CLOCK_DAYS, NULL, "2024-02-20T09:00 state chief_due", "2024-02-25", CLOCK_RUNNING, "2024-03-01", 0 },
	{ "Kalamazoo, appeal in 15 business days", "received", 15, CLOCK_BUSINESS_DAYS, "2024-06-20", "", "2024-06-21", CLOCK_RUNNING, "2024-07-12", 0 },
	/* Ends of months and leap days. */
	{ "a month from the 31st", "received", 1, CLOCK_MONTHS, "2024-01-31", "", "2024-02-01", CLOCK_RUNNING, "2024-02-29", 0 },
	{ "six months from the end of August", "received", 6, CLOCK_MONTHS, "2023-08-31", "", "2023-09-01", CLOCK_RUNNING, "2024-02-29", 0 },
	{ "four years from a leap day", "received", 4, CLOCK_YEARS, "2024-02-29", "", "2024-03-01", CLOCK_RUNNING, "2028-02-29", 0 },
	/* Business days. */
	{ "Thanksgiving and the weekend", "received", 3, CLOCK_BUSINESS_DAYS, "2024-11-26", "", "2024-11-27", CLOCK_RUNNING, "2024-12-02", 0 },
	{ "a holiday on a Saturday takes no day twice", "received", 2, CLOCK_BUSINESS_DAYS, "2026-07-02", "", "2026-07-02", CLOCK_RUNNING, "2026-07-06", 0 },
	{ "and its substitute takes one", "received", 2, CLOCK_BUSINESS_DAYS, "2027-07-02", "", "2027-07-02", CLOCK_RUNNING, "2027-07-07", 0 },
	{ "received on a Sunday", "received", 1, CLOCK_BUSINESS_DAYS, "2024-12-01", "", "2024-12-01", CLOCK_RUNNING, "2024-12-02", 0 },
	{ "only business days of a stop are added", "received", 3, CLOCK_BUSINESS_DAYS, "2024-12-05", "2024-12-06 state on_hold|2024-12-09 state investigation",
		"2024-12-10", CLOCK_RUNNING, "2024-12-11", 3 },
	/* Hours are hours that pass. */
	{ "48 hours over the lost hour of spring", "chief_due", 48, CLOCK_HOURS, NULL, "2024-03-09T18:00 state chief_due", "2024-03-10", CLOCK_RUNNING, "2024-03-11T19:00", 0 },
	{ "48 hours over the hour that comes twice", "chief_due", 48, CLOCK_HOURS, NULL, "2024-11-02T18:00 state chief_due", "2024-11-03", CLOCK_RUNNING, "2024-11-04T17:00", 0 },
	{ "hours that stood still", "chief_due", 24, CLOCK_HOURS, NULL, "2024-05-01T08:00 state chief_due|2024-05-01T10:00 pause|2024-05-01T15:00 resume",
		"2024-05-01T16:00", CLOCK_RUNNING, "2024-05-02T13:00", 5 },
	{ "a day over a clock change is one day", "received", 1, CLOCK_DAYS, "2024-03-09", "", "2024-03-09", CLOCK_RUNNING, "2024-03-10", 0 },
	/* Standing still. */
	{ "stands still now: the end moves on", "received", 180, CLOCK_DAYS, "2024-01-01", "2024-02-01 state on_hold", "2024-02-11", CLOCK_PAUSED, "2024-07-09", 10 },
	{ "a stop within a day costs nothing", "received", 10, CLOCK_DAYS, "2024-01-01", "2024-01-03T09:00 state on_hold|2024-01-03T17:00 state investigation",
		"2024-01-04", CLOCK_RUNNING, "2024-01-11", 0 },
	{ "two reasons at once count once", "received", 10, CLOCK_DAYS, "2024-01-01",
		"2024-01-02 state on_hold|2024-01-03 pause|2024-01-04 state investigation|2024-01-06 resume", "2024-01-07", CLOCK_RUNNING, "2024-01-15", 4 },
	{ "waived", "received", 10, CLOCK_DAYS, "2024-01-01", "2024-01-05 waive", "2024-03-01", CLOCK_WAIVED, "2024-01-11", 0 },
	{ "extended", "received", 10, CLOCK_DAYS, "2024-01-01", "2024-01-05 extend 2024-02-20", "2024-01-06", CLOCK_RUNNING, "2024-02-20", 0 },
	{ "extended to before its end changes nothing", "received", 10, CLOCK_DAYS, "2024-01-01", "2024-01-05 extend 2024-01-06", "2024-01-06", CLOCK_RUNNING, "2024-01-11", 0 },
	/* Start, end, and beginning anew. */
	{ "received is a day, also where a state has that name", "received", 10, CLOCK_DAYS, "2024-01-01", "2024-01-02 state received|2024-01-03 state investigation",
		"2024-01-04", CLOCK_RUNNING, "2024-01-11", 0 },
	{ "has not started", "chief_due", 10, CLOCK_DAYS, "2024-01-01", "2024-01-02 state investigation", "2024-01-03", CLOCK_IDLE, NULL, 0 },
	{ "an unknown day starts nothing", "occurred", 10, CLOCK_DAYS, "2024-01-01", "", "2024-01-03", CLOCK_IDLE, NULL, 0 },
	{ "leaving the state that started it ends it", "chief_due", 10, CLOCK_DAYS, NULL, "2024-01-02 state chief_due|2024-01-05 state investigation",
		"2024-02-01", CLOCK_MET, "2024-01-12", 0 },
	{ "closing ends every clock", "received", 10, CLOCK_DAYS, "2024-01-01", "2024-01-05 state closed", "2024-02-01", CLOCK_MET, "2024-01-11", 0 },
	{ "reopened: the whole length again", "received", 10, CLOCK_DAYS, "2024-01-01", "2024-01-05 state closed|2024-06-01 state reopened", "2024-06-02",
		CLOCK_RUNNING, "2024-06-11", 0 },
	{ "entered a second time", "chief_due", 10, CLOCK_DAYS, NULL, "2024-01-02 state chief_due|2024-01-05 state investigation|2024-03-01 state chief_due",
		"2024-03-02", CLOCK_RUNNING, "2024-03-11", 0 },
	{ "the chief disagrees", "disagreement", 30, CLOCK_DAYS, "2024-01-01", "2024-02-01T10:00 finding", "2024-02-02", CLOCK_RUNNING, "2024-03-02", 0 },
	{ "and gives the reason", "disagreement", 30, CLOCK_DAYS, "2024-01-01", "2024-02-01 finding|2024-02-10 answer", "2024-02-12", CLOCK_MET, "2024-03-02", 0 },
};

static struct clock_rule *rule_of(const struct row *row)
{
	static const char *const pauses[] = { "on_hold", NULL }, *const stops[] = { "answer", NULL }, *const restarts[] = { "reopened", NULL };
	struct clock_rule *rule = g_new0(struct clock_rule, 1);
	bool answered = !strcmp(row->starts, "disagreement");
	*rule = (struct clock_rule) { .id = g_strdup("c"), .starts = g_strdup(row->starts), .length = row->length, .unit = row->unit,
		.pauses = g_strdupv((char **) pauses), .stops = answered ? g_strdupv((char **) stops) : g_new0(char *, 1),
		.restarts = g_strdupv((char **) restarts) };
	return rule;
}

static bool is_over(const char *script)
{
	return strstr(script, "closed") && !strstr(script, "reopened");
}

static void check_row(const struct row *row, struct board *board)
{
	struct workflow *workflow = board->workflows->pdata[0];
	struct clock_rule *rule = rule_of(row);
	g_ptr_array_add(workflow->clocks, rule);
	g_autoptr(GPtrArray) events = events_of(row->script, board->zone);
	struct clock_facts facts = { .received = row->received ? day_parse_iso(row->received) : DAY_UNKNOWN, .occurred = DAY_UNKNOWN,
		.events = events, .open = !is_over(row->script), .closed = DAY_UNKNOWN, .workflow = workflow, .board = board };
	struct clock_run run;
	instant_t now, due;
	char iso[DAY_ISO_SIZE];
	g_assert_true(instant_parse(row->now, board->zone, &now));
	clock_run_init(&run, rule, &facts, now);
	day_iso(run.due, iso);
	g_autofree char *words = clock_words(&run, board, now);
	g_test_message("%s: %s", row->name, words);
	g_assert_cmpint(run.status, ==, row->status);
	if (row->due && strchr(row->due, 'T')) {
		g_assert_true(instant_parse(row->due, board->zone, &due));
		g_assert_cmpint(run.due_at, ==, due);
	} else if (row->due) {
		g_assert_cmpstr(iso, ==, row->due);
	} else {
		g_assert_cmpint(run.due, ==, DAY_UNKNOWN);
	}
	g_assert_cmpint(run.tolled, ==, row->tolled);
	clock_run_clear(&run);
	g_ptr_array_set_size(workflow->clocks, 0);
}

static void test_table(void)
{
	g_autoptr(board_t) board = the_board();
	for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++)
		check_row(&rows[i], board);
}

/* The ledger tells why: it stopped, it went on, it ended. */
static void test_ledger(void)
{
	static const struct row row = { "", "received", 30, CLOCK_DAYS, "2024-01-01", "2024-01-05 state on_hold|2024-01-09 state investigation|2024-01-20 waive",
		"2024-02-01", 0, NULL, 0 };
	static const enum clock_step steps[] = { CLOCK_STARTS, CLOCK_STOPS, CLOCK_GOES_ON, CLOCK_WAIVES };
	g_autoptr(board_t) board = the_board();
	struct workflow *workflow = board->workflows->pdata[0];
	struct clock_rule *rule = rule_of(&row);
	g_ptr_array_add(workflow->clocks, rule);
	g_autoptr(GPtrArray) events = events_of(row.script, board->zone);
	((struct case_event *) events->pdata[2])->why = g_strdup("by both sides");
	struct clock_facts facts = { .received = day_parse_iso(row.received), .occurred = DAY_UNKNOWN, .events = events, .open = true,
		.closed = DAY_UNKNOWN, .workflow = workflow, .board = board };
	struct clock_run run;
	instant_t now;
	g_assert_true(instant_parse(row.now, board->zone, &now));
	clock_run_init(&run, rule, &facts, now);
	g_assert_cmpuint(run.lines->len, ==, G_N_ELEMENTS(steps));
	for (unsigned i = 0; i < G_N_ELEMENTS(steps); i++)
		g_assert_cmpint(g_array_index(run.lines, struct clock_line, i).step, ==, steps[i]);
	g_autofree char *waived = clock_line_words(&g_array_index(run.lines, struct clock_line, 3), workflow, NULL);
	g_assert_cmpstr(waived, ==, "waived: by both sides");
	clock_run_clear(&run);
}

/* What was taken back never happened. */
static void test_undone(void)
{
	g_autoptr(GPtrArray) events = events_of("2024-01-02 state investigation|2024-01-03 state on_hold|2024-01-04 undo|2024-01-05 note", "UTC");
	((struct case_event *) events->pdata[0])->from = g_strdup("received");
	((struct case_event *) events->pdata[2])->undoes = 2;
	g_autoptr(GPtrArray) force = case_events_in_force(events);
	g_assert_cmpuint(force->len, ==, 2);
	g_assert_cmpint(((const struct case_event *) force->pdata[1])->id, ==, 4);
	g_assert_cmpint(case_events_undoable(events)->id, ==, 4);
	g_ptr_array_remove_index(events, 3);
	g_assert_cmpint(case_events_undoable(events)->id, ==, 1);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/clock/table", test_table);
	g_test_add_func("/clock/ledger", test_ledger);
	g_test_add_func("/clock/undone", test_undone);
	return g_test_run();
}
