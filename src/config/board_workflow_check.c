#include "config/board_workflow_check.h"

#include <string.h>

#include "base/i18n.h"
#include "domain/case_flow.h"

/* Ids of all states, then extra words; g_free the array only. */
static const char **state_ids(const struct workflow *workflow, const char *first, const char *second)
{
	GPtrArray *ids = g_ptr_array_new();
	for (guint i = 0; i < workflow->states->len; i++)
		g_ptr_array_add(ids, ((struct state *) workflow->states->pdata[i])->id);
	if (first != NULL)
		g_ptr_array_add(ids, (gpointer) first);
	if (second != NULL)
		g_ptr_array_add(ids, (gpointer) second);
	g_ptr_array_add(ids, NULL);
	return (const char **) g_ptr_array_free(ids, FALSE);
}

static void tell_unknown_state(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow,
	const char *key, const char *id)
{
	g_autofree const char **ids = state_ids(workflow, NULL, NULL);
	g_autofree char *hint = reader_hint(id, ids, _("add the state or correct the name"));
	reader_fault(reader, setting, _("'%s' names the state '%s', which does not exist; %s"), key, id, hint);
}

void board_check_move(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow,
	const char *from, const char *to)
{
	if (strcmp(from, "*") != 0 && workflow_state(workflow, from) == NULL)
		tell_unknown_state(reader, setting, workflow, "from", from);
	if (workflow_state(workflow, to) == NULL)
		tell_unknown_state(reader, setting, workflow, "to", to);
	if (strcmp(from, to) == 0)
		reader_fault(reader, setting, _("a move from '%s' to itself changes nothing; take it out"), from);
	for (guint i = 0; i < workflow->moves->len; i++) {
		const struct move *move = workflow->moves->pdata[i];
		if (strcmp(move->from, from) == 0 && strcmp(move->to, to) == 0)
			reader_fault(reader, setting, _("the move from '%s' to '%s' is given twice; take one out"), from, to);
	}
}

/* Every id is a state, or the one word that is allowed beside them. */
static void check_states(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow,
	const char *key, char *const *ids, const char *also)
{
	for (unsigned i = 0; ids[i] != NULL; i++)
		if (workflow_state(workflow, ids[i]) == NULL && g_strcmp0(ids[i], also) != 0)
			tell_unknown_state(reader, setting, workflow, key, ids[i]);
}

void board_check_requires(struct reader *reader, const config_setting_t *setting, char *const *requires)
{
	for (unsigned i = 0; requires != NULL && requires[i] != NULL; i++)
		if (!g_strv_contains(case_requirement_words, requires[i])) {
			g_autofree char *hint = reader_hint(requires[i], case_requirement_words, _("dais-board(5) lists them"));
			reader_fault(reader, setting, _("nothing that a move can require is called '%s'; %s"), requires[i], hint);
		}
}

void board_check_duties(struct reader *reader, const config_setting_t *setting, const struct board *board, char *const *by)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	for (guint i = 0; i < board->duties->len; i++)
		g_ptr_array_add(ids, ((struct duty *) board->duties->pdata[i])->id);
	g_ptr_array_add(ids, (gpointer) "assigned");
	g_ptr_array_add(ids, NULL);
	for (unsigned i = 0; by != NULL && by[i] != NULL && board->duties->len > 0; i++)
		if (!g_strv_contains((const char *const *) ids->pdata, by[i])) {
			g_autofree char *hint = reader_hint(by[i], (const char *const *) ids->pdata, _("add it to 'duties' or correct the name"));
			reader_fault(reader, setting, _("'by' names '%s', which is no duty of this board; %s"), by[i], hint);
		}
}

/* What would last longer than anybody's life is a slip of the unit. */
static void check_length(struct reader *reader, const config_setting_t *setting, const struct clock_rule *clock)
{
	static const int most[] = { [CLOCK_HOURS] = 100000, [CLOCK_DAYS] = 36600, [CLOCK_BUSINESS_DAYS] = 26000, [CLOCK_MONTHS] = 1200,
		[CLOCK_YEARS] = 100 };
	if (clock->length > most[clock->unit])
		reader_fault(reader, setting, _("the clock '%s' would run for more than a hundred years; look at its length and unit"), clock->id);
}

void board_check_clock(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow,
	const struct clock_rule *clock)
{
	static const char *const facts[] = { "received", "occurred", "disagreement", NULL };
	const char *starts = clock->starts;
	if (starts != NULL && !g_strv_contains(facts, starts) && workflow_state(workflow, starts) == NULL) {
		g_autofree const char **ids = state_ids(workflow, "received", "occurred");
		g_autofree char *hint = reader_hint(starts, ids, _("add the state or correct the name"));
		reader_fault(reader, setting,
			_("a clock starts with \"received\", \"occurred\", \"disagreement\" or a state, and '%s' is none of them; %s"), starts, hint);
	}
	check_states(reader, setting, workflow, "pauses", clock->pauses, NULL);
	check_states(reader, setting, workflow, "stops", clock->stops, "answer");
	check_states(reader, setting, workflow, "restarts", clock->restarts, NULL);
	check_length(reader, setting, clock);
	for (guint i = 0; i < workflow->clocks->len; i++) {
		const struct clock_rule *other = workflow->clocks->pdata[i];
		if (g_strcmp0(other->id, clock->id) == 0 && clock->id != NULL)
			reader_fault(reader, setting, _("clock '%s' is given twice; give one of them another id"), clock->id);
	}
}

static bool move_leaves(const struct move *move, const struct state *state)
{
	if (strcmp(move->to, state->id) == 0)
		return false;
	return strcmp(move->from, state->id) == 0 || (strcmp(move->from, "*") == 0 && !state->terminal);
}

static gboolean state_index(const struct workflow *workflow, const char *id, guint *index)
{
	for (*index = 0; *index < workflow->states->len; ++*index)
		if (strcmp(((struct state *) workflow->states->pdata[*index])->id, id) == 0)
			return TRUE;
	return FALSE;
}

/* Marks what can be reached from marked states, along the moves or against them, until nothing is added. */
static void spread(const struct workflow *workflow, bool *marked, bool against)
{
	for (bool grew = true; grew;) {
		grew = false;
		for (guint m = 0; m < workflow->moves->len; m++) {
			const struct move *move = workflow->moves->pdata[m];
			guint to;
			if (!state_index(workflow, move->to, &to))
				continue;
			for (guint s = 0; s < workflow->states->len; s++) {
				bool source = against ? marked[to] : marked[s], *target = against ? &marked[s] : &marked[to];
				if (source && !*target && move_leaves(move, workflow->states->pdata[s]))
					*target = grew = true;
			}
		}
	}
}

static void check_paths(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow)
{
	guint n = workflow->states->len;
	g_autofree bool *reached = g_new0(bool, n), *ending = g_new0(bool, n);
	for (guint i = 0; i < n; i++) {
		const struct state *state = workflow->states->pdata[i];
		reached[i] = state->initial;
		ending[i] = state->terminal;
	}
	spread(workflow, reached, false);
	spread(workflow, ending, true);
	for (guint i = 0; i < n; i++) {
		const struct state *state = workflow->states->pdata[i];
		const config_setting_t *place = reader_nth_group(setting, "states", i);
		bool left = false;
		for (guint m = 0; m < workflow->moves->len && !left; m++)
			left = move_leaves(workflow->moves->pdata[m], state);
		if (!reached[i])
			reader_fault(reader, place, _("no case can ever reach state '%s'; add a move to it or take it out"),
				state->id);
		if (!left && !state->terminal)
			reader_fault(reader, place, _("no move leads out of state '%s'; add one, or mark it terminal = true"),
				state->id);
		else if (!ending[i])
			reader_fault(reader, place,
				_("a case in state '%s' can never be closed; add a move towards a terminal state"), state->id);
	}
}

void board_check_workflow(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow)
{
	unsigned initial = 0, terminal = 0;
	for (guint i = 0; i < workflow->states->len; i++) {
		const struct state *state = workflow->states->pdata[i];
		initial += state->initial;
		terminal += state->terminal;
		if (state->initial && state->terminal)
			reader_fault(reader, reader_nth_group(setting, "states", i),
				_("state '%s' cannot be initial and terminal at once; take one out"), state->id);
	}
	if (initial != 1)
		reader_fault(reader, setting, _("workflow '%s' has %u initial states; mark exactly one with initial = true"),
			workflow->id, initial);
	if (terminal == 0)
		reader_fault(reader, setting,
			_("workflow '%s' has no terminal state; mark those in which a case is closed with terminal = true"),
			workflow->id);
	if (initial > 0 && terminal > 0)
		check_paths(reader, setting, workflow);
}
