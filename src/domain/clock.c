#include "domain/clock.h"

#include <string.h>
#include "base/i18n.h"
#include "base/text.h"

/* A run in the making. */
struct walk {
	struct clock_run *run;
	const struct clock_facts *facts;
	const char *zone;
	const char *state;            /* where the case is */
	bool by_state, by_hand;       /* why it stands still */
	day_t stopped_day; instant_t stopped_at;
	int tolled_workdays; gint64 tolled_seconds;
	day_t extended;               /* until this day, whatever is counted; DAY_UNKNOWN */
};

static bool among(char *const *ids, const char *id)
{
	return id && ids && g_strv_contains((const char *const *) ids, id);
}

static bool is_on(const struct clock_run *run)
{
	return run->status == CLOCK_RUNNING || run->status == CLOCK_PAUSED;
}

static void add_line(struct walk *walk, enum clock_step step, instant_t at, const struct case_event *event, const char *state)
{
	struct clock_line line = { .step = step, .at = at, .state = state, .day = event ? event->day : DAY_UNKNOWN,
		.why = event ? event->why : NULL, .who = event ? event->who : NULL };
	g_array_append_val(walk->run->lines, line);
}

static int workdays_between(const struct board *board, day_t from, day_t to)
{
	int n = 0;
	for (day_t day = from + 1; day <= to; day++)
		n += board_is_workday(board, day);
	return n;
}

static void start(struct walk *walk, day_t day, instant_t at, const struct case_event *event, const char *state)
{
	struct clock_run *run = walk->run;
	run->status = CLOCK_RUNNING;
	run->started = at;
	run->start_day = day;
	run->tolled = walk->tolled_workdays = 0;
	walk->tolled_seconds = 0;
	walk->by_state = walk->by_hand = false;
	walk->extended = DAY_UNKNOWN;
	add_line(walk, CLOCK_STARTS, at, event, state);
}

static void end(struct walk *walk, enum clock_status status, instant_t at, const struct case_event *event, const char *state)
{
	walk->run->status = status;
	add_line(walk, status == CLOCK_WAIVED ? CLOCK_WAIVES : CLOCK_ENDS, at, event, state);
}

/* How long it has stood still is added up. */
static void toll(struct walk *walk, day_t day, instant_t at)
{
	walk->run->tolled += MAX(day - walk->stopped_day, 0);
	walk->tolled_workdays += workdays_between(walk->facts->board, walk->stopped_day, day);
	walk->tolled_seconds += MAX(at - walk->stopped_at, 0);
	walk->stopped_day = day;
	walk->stopped_at = at;
}

/* It stands still while a state or a person says so. */
static void stand(struct walk *walk, bool by_state, bool by_hand, const struct case_event *event, const char *state)
{
	bool stood = walk->by_state || walk->by_hand, stands = by_state || by_hand;
	day_t day = instant_day(event->when, walk->zone);
	walk->by_state = by_state;
	walk->by_hand = by_hand;
	if (stood == stands)
		return;
	if (stood) {
		toll(walk, day, event->when);
	} else {
		walk->stopped_day = day;
		walk->stopped_at = event->when;
	}
	walk->run->status = stands ? CLOCK_PAUSED : CLOCK_RUNNING;
	add_line(walk, stands ? CLOCK_STOPS : CLOCK_GOES_ON, event->when, event, state);
}

static bool is_terminal(const struct walk *walk, const char *id)
{
	const struct state *state = workflow_state(walk->facts->workflow, id);
	return state && state->terminal;
}

/* A fact of the case goes before a state of the same name. */
static bool starts_with_state(const struct walk *walk)
{
	static const char *const facts[] = { "received", "occurred", CASE_DISAGREEMENT, NULL };
	return !g_strv_contains(facts, walk->run->rule->starts) && workflow_state(walk->facts->workflow, walk->run->rule->starts) != NULL;
}

static bool is_stopped_by(const struct walk *walk, const char *to)
{
	const struct clock_rule *rule = walk->run->rule;
	if (is_terminal(walk, to) || among(rule->stops, to))
		return true;
	return !rule->stops[0] && starts_with_state(walk) && strcmp(to, rule->starts) != 0 && !among(rule->pauses, to)
		&& g_strcmp0(walk->state, rule->starts) == 0;
}

static void enter_state(struct walk *walk, const struct case_event *event)
{
	const struct clock_rule *rule = walk->run->rule;
	const char *to = event->to;
	if (is_on(walk->run) && is_stopped_by(walk, to))
		end(walk, CLOCK_MET, event->when, event, to);
	else if (is_on(walk->run))
		stand(walk, among(rule->pauses, to), walk->by_hand, event, to);
	bool anew = walk->run->start_day != DAY_UNKNOWN && among(rule->restarts, to);
	if (anew || (!is_on(walk->run) && starts_with_state(walk) && strcmp(rule->starts, to) == 0))
		start(walk, instant_day(event->when, walk->zone), event->when, event, to);
	walk->state = to;
}

static void clock_event(struct walk *walk, const struct case_event *event, enum case_event_kind kind)
{
	if (!is_on(walk->run) || (event->clock && strcmp(event->clock, walk->run->rule->id) != 0))
		return;
	if (kind == ACT_PAUSED || kind == ACT_RESUMED) {
		stand(walk, walk->by_state, kind == ACT_PAUSED, event, NULL);
	} else if (kind == ACT_WAIVED) {
		end(walk, CLOCK_WAIVED, event->when, event, NULL);
	} else {
		walk->extended = event->day;
		add_line(walk, CLOCK_EXTENDS, event->when, event, NULL);
	}
}

static void take(struct walk *walk, const struct case_event *event)
{
	enum case_event_kind kind = case_event_kind(event);
	switch (kind) {
	case ACT_PAUSED: case ACT_RESUMED: case ACT_WAIVED: case ACT_EXTENDED:
		clock_event(walk, event, kind);
		break;
	case ACT_FINDING:
		if (!is_on(walk->run) && !g_strcmp0(event->clock, CASE_DISAGREEMENT) && !strcmp(walk->run->rule->starts, CASE_DISAGREEMENT))
			start(walk, instant_day(event->when, walk->zone), event->when, event, NULL);
		break;
	case ACT_ANSWER:
		if (is_on(walk->run) && among(walk->run->rule->stops, "answer"))
			end(walk, CLOCK_MET, event->when, event, NULL);
		break;
	default:
		if (event->to)
			enter_state(walk, event);
	}
}

day_t clock_last_day(const struct clock_rule *rule, const struct board *board, day_t start_day, day_t tolled)
{
	switch (rule->unit) {
	case CLOCK_BUSINESS_DAYS: return board_add_workdays(board, start_day, rule->length + tolled);
	case CLOCK_MONTHS: return day_add_months(start_day, rule->length) + tolled;
	case CLOCK_YEARS: return day_add_months(start_day, rule->length * 12) + tolled;
	case CLOCK_HOURS: return start_day + (rule->length + 23) / 24 + tolled;
	case CLOCK_DAYS: break;
	}
	return start_day + rule->length + tolled;
}

static void work_out_end(struct walk *walk)
{
	struct clock_run *run = walk->run;
	const struct board *board = walk->facts->board;
	bool hours = run->rule->unit == CLOCK_HOURS, business = run->rule->unit == CLOCK_BUSINESS_DAYS;
	if (run->start_day == DAY_UNKNOWN)
		return;
	run->due = clock_last_day(run->rule, board, run->start_day, business ? walk->tolled_workdays : run->tolled);
	if (walk->extended != DAY_UNKNOWN)
		run->due = MAX(walk->extended, run->due);
	run->due_at = instant_at(run->due + 1, 0, walk->zone) - 1;
	if (hours && walk->extended == DAY_UNKNOWN) {
		run->due_at = run->started + run->rule->length * INT64_C(3600) + walk->tolled_seconds;
		run->due = instant_day(run->due_at, walk->zone);
	}
	if (hours)
		run->tolled = (int) (walk->tolled_seconds / 3600);
}

day_t clock_start_day(const struct clock_rule *rule, day_t received, day_t occurred)
{
	return !strcmp(rule->starts, "received") ? received : !strcmp(rule->starts, "occurred") ? occurred : DAY_UNKNOWN;
}

static void start_with_fact(struct walk *walk)
{
	day_t day = clock_start_day(walk->run->rule, walk->facts->received, walk->facts->occurred);
	if (day != DAY_UNKNOWN)
		start(walk, day, instant_at(day, 0, walk->zone), NULL, NULL);
}

void clock_run_init(struct clock_run *run, const struct clock_rule *rule, const struct clock_facts *facts, instant_t now)
{
	struct walk walk = { .run = run, .facts = facts, .zone = facts->board->zone, .extended = DAY_UNKNOWN };
	*run = (struct clock_run) { .rule = rule, .start_day = DAY_UNKNOWN, .due = DAY_UNKNOWN };
	run->lines = g_array_new(FALSE, FALSE, sizeof(struct clock_line));
	start_with_fact(&walk);
	for (guint i = 0; facts->events && i < facts->events->len; i++)
		take(&walk, facts->events->pdata[i]);
	if (!facts->open && is_on(run))
		end(&walk, CLOCK_MET, facts->closed == DAY_UNKNOWN ? now : instant_at(facts->closed, 0, walk.zone), NULL, NULL);
	if (run->status == CLOCK_PAUSED)
		toll(&walk, instant_day(now, walk.zone), now);
	work_out_end(&walk);
}

void clock_run_clear(struct clock_run *run)
{
	g_array_unref(run->lines);
	run->lines = NULL;
}

int clock_days_left(const struct clock_run *run, const struct board *board, day_t today)
{
	if (run->rule->unit != CLOCK_BUSINESS_DAYS)
		return run->due - today;
	return run->due >= today ? workdays_between(board, today, run->due) : -workdays_between(board, run->due, today);
}

/* --- words --- */

char *clock_length_words(const struct clock_rule *rule)
{
	int n = rule->length;
	switch (rule->unit) {
	case CLOCK_HOURS: return g_strdup_printf(ngettext("%d hour", "%d hours", n), n);
	case CLOCK_BUSINESS_DAYS: return g_strdup_printf(ngettext("%d business day", "%d business days", n), n);
	case CLOCK_MONTHS: return g_strdup_printf(ngettext("%d month", "%d months", n), n);
	case CLOCK_YEARS: return g_strdup_printf(ngettext("%d year", "%d years", n), n);
	case CLOCK_DAYS: break;
	}
	return g_strdup_printf(ngettext("%d day", "%d days", n), n);
}

static char *left_words(const struct clock_run *run, const struct board *board, instant_t now)
{
	int days = clock_days_left(run, board, instant_day(now, board->zone)), n = ABS(days);
	char number[28];
	text_number(n, number);
	if (run->rule->unit == CLOCK_HOURS && ABS(run->due_at - now) < 72 * 3600) {
		int hours = (int) (ABS(run->due_at - now) / 3600), minutes = (int) (ABS(run->due_at - now) / 60 % 60);
		return g_strdup_printf(run->due_at >= now ? _("%d h %02d min left") : _("%d h %02d min over"), hours, minutes);
	}
	if (run->rule->unit == CLOCK_BUSINESS_DAYS && days >= 0)
		return g_strdup_printf(ngettext("%s business day left", "%s business days left", (unsigned long) n), number);
	if (run->rule->unit == CLOCK_BUSINESS_DAYS)
		return g_strdup_printf(ngettext("%s business day over", "%s business days over", (unsigned long) n), number);
	return days >= 0 ? g_strdup_printf(ngettext("%s day left", "%s days left", (unsigned long) n), number) : g_strdup_printf(ngettext("%s day over", "%s days over", (unsigned long) n), number);
}

static instant_t last_line(const struct clock_run *run)
{
	return run->lines->len ? g_array_index(run->lines, struct clock_line, run->lines->len - 1).at : 0;
}

char *clock_words(const struct clock_run *run, const struct board *board, instant_t now)
{
	char day[DAY_ISO_SIZE];
	day_iso(instant_day(last_line(run), board->zone), day);
	if (run->status == CLOCK_IDLE)
		return g_strdup(_("has not started"));
	if (run->status == CLOCK_WAIVED)
		return g_strdup_printf(_("waived %s"), day);
	if (run->status == CLOCK_MET)
		return g_strdup_printf(_("ended %s"), day);
	g_autofree char *left = left_words(run, board, now);
	g_autofree char *still = run->status == CLOCK_PAUSED ? g_strdup_printf(_("%s, stands still since %s"), left, day) : g_strdup(left);
	if (run->tolled <= 0)
		return g_steal_pointer(&still);
	return g_strdup_printf(run->rule->unit == CLOCK_HOURS ? ngettext("%s (%d hour tolled)", "%s (%d hours tolled)", run->tolled)
		: ngettext("%s (%d day tolled)", "%s (%d days tolled)", run->tolled), still, run->tolled);
}

char *clock_line_words(const struct clock_line *line, const struct workflow *workflow, const char *lang)
{
	static const char *const words[CLOCK_STEPS] = { [CLOCK_STARTS] = N_("starts"), [CLOCK_STOPS] = N_("stands still"),
		[CLOCK_GOES_ON] = N_("goes on"), [CLOCK_EXTENDS] = N_("extended until"), [CLOCK_WAIVES] = N_("waived"), [CLOCK_ENDS] = N_("ends") };
	const struct state *state = workflow_state(workflow, line->state);
	char day[DAY_ISO_SIZE];
	GString *text = g_string_new(_(words[line->step]));
	if (line->step == CLOCK_EXTENDS)
		g_string_append_printf(text, " %s", day_iso(line->day, day));
	if (state)
		g_string_append_printf(text, ": %s", labels_get(&state->label, lang));
	if (line->why && *line->why)
		g_string_append_printf(text, ": %s", line->why);
	return g_string_free(text, FALSE);
}
