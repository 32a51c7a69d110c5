#include "domain/clock.h"

#include <string.h>

const struct state *workflow_state(const struct workflow *workflow, const char *id)
{
	for (unsigned i = 0; workflow && id && i < workflow->states->len; i++) {
		const struct state *state = workflow->states->pdata[i];
		if (!strcmp(state->id, id))
			return state;
	}
	return NULL;
}

const struct clock_rule *workflow_clock(const struct workflow *workflow, const char *id)
{
	for (unsigned i = 0; workflow && id && i < workflow->clocks->len; i++) {
		const struct clock_rule *clock = workflow->clocks->pdata[i];
		if (!strcmp(clock->id, id))
			return clock;
	}
	return NULL;
}

const struct state *workflow_initial(const struct workflow *workflow)
{
	for (unsigned i = 0; workflow && i < workflow->states->len; i++) {
		const struct state *state = workflow->states->pdata[i];
		if (state->initial)
			return state;
	}
	return NULL;
}

const struct state *workflow_closed(const struct workflow *workflow)
{
	for (unsigned i = 0; workflow && i < workflow->states->len; i++) {
		const struct state *state = workflow->states->pdata[i];
		if (state->terminal)
			return state;
	}
	return NULL;
}

bool workflow_allows(const struct workflow *workflow, const char *from, const char *to)
{
	const struct state *state = workflow_state(workflow, from);
	for (unsigned i = 0; state && i < workflow->moves->len; i++) {
		const struct move *move = workflow->moves->pdata[i];
		bool leaves = !strcmp(move->from, from) || (!strcmp(move->from, "*") && !state->terminal);
		if (leaves && !strcmp(move->to, to))
			return true;
	}
	return false;
}

day_t workflow_due(const struct workflow *workflow, const struct board *board, day_t received, day_t occurred)
{
	if (!workflow || workflow->clocks->len == 0)
		return DAY_UNKNOWN;
	const struct clock_rule *clock = workflow->clocks->pdata[0];
	day_t start = clock_start_day(clock, received, occurred);
	if (start == DAY_UNKNOWN)
		return DAY_UNKNOWN;
	return clock_last_day(clock, board, start, 0);
}
