/* The workflows of a board file: states, moves and clocks. board_workflow_check.c says what they must be together. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "config/board_read.h"
#include "config/board_workflow_check.h"

static const struct key state_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct state, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct state, label), .required = true },
	{ "explain", KEY_LABEL, .at = offsetof(struct state, explain) },
	{ "initial", KEY_BOOL, .at = offsetof(struct state, initial) },
	{ "terminal", KEY_BOOL, .at = offsetof(struct state, terminal) },
	{ "docket", KEY_BOOL, .at = offsetof(struct state, docket) },
	{ .name = NULL },
};
static const struct key_group state_keys = { N_("this state"), state_rows };

const char *const board_clock_units[] = { [CLOCK_HOURS] = "hours", [CLOCK_DAYS] = "days",
	[CLOCK_BUSINESS_DAYS] = "business_days", [CLOCK_MONTHS] = "months", [CLOCK_YEARS] = "years", NULL };

static const struct key clock_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct clock_rule, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct clock_rule, label), .required = true },
	{ "starts", KEY_ID, .at = offsetof(struct clock_rule, starts), .required = true },
	{ "length", KEY_INT, .at = offsetof(struct clock_rule, length), .required = true, .least = 1, .most = 100000 },
	{ "unit", KEY_WORD, .at = offsetof(struct clock_rule, unit), .required = true, .words = board_clock_units },
	{ "pauses", KEY_IDS, .at = offsetof(struct clock_rule, pauses) },
	{ "stops", KEY_IDS, .at = offsetof(struct clock_rule, stops) },
	{ "restarts", KEY_IDS, .at = offsetof(struct clock_rule, restarts) },
	{ "quiet", KEY_BOOL, .at = offsetof(struct clock_rule, quiet) },
	{ "source", KEY_TEXT, .at = offsetof(struct clock_rule, source) },
	{ .name = NULL },
};
static const struct key_group clock_keys = { N_("this clock"), clock_rows };

/* One line of the file may name several states to move to. */
struct move_line { char *from, *vote; char **to, **by, **requires, **classes; };

static void read_from(struct reader *reader, config_setting_t *setting, void *object)
{
	struct move_line *line = object;
	const char *any = config_setting_get_string(setting);
	const char *text = any != NULL && strcmp(any, "*") == 0 ? any : reader_id(reader, setting);
	line->from = g_strdup(text);
}

static const struct key move_rows[] = {
	{ "from", KEY_OTHER, .required = true, .each = read_from },
	{ "to", KEY_IDS, .at = offsetof(struct move_line, to), .required = true },
	{ "by", KEY_IDS, .at = offsetof(struct move_line, by) },
	{ "vote", KEY_ID, .at = offsetof(struct move_line, vote) },
	{ "requires", KEY_IDS, .at = offsetof(struct move_line, requires) },
	{ "classes", KEY_IDS, .at = offsetof(struct move_line, classes) },
	{ .name = NULL },
};
static const struct key_group move_keys = { N_("this move"), move_rows };

static void read_state(struct reader *reader, config_setting_t *setting, void *object)
{
	struct workflow *workflow = object;
	struct state *state = g_new0(struct state, 1);
	state->line = reader_line(reader, setting);
	reader_group(reader, setting, &state_keys, state);
	if (state->id != NULL && workflow_state(workflow, state->id) != NULL)
		reader_fault(reader, setting, _("state '%s' is given twice; give one of them another id"), state->id);
	if (state->id != NULL && state->explain.n == 0)
		reader_warn(reader, setting, _("state '%s' has no explanation, so that ? cannot say what it means; add explain"), state->id);
	if (state->id == NULL)
		state->id = g_strdup("");
	g_ptr_array_add(workflow->states, state);
}

static char **copy_ids(char **ids)
{
	return ids != NULL ? g_strdupv(ids) : g_new0(char *, 1);
}

static void add_move(struct workflow *workflow, const struct move_line *line, const char *to, int number)
{
	struct move *move = g_new0(struct move, 1);
	*move = (struct move) {
		.from = g_strdup(line->from), .to = g_strdup(to), .vote = g_strdup(line->vote), .line = number,
		.by = copy_ids(line->by), .requires = copy_ids(line->requires), .classes = copy_ids(line->classes),
	};
	g_ptr_array_add(workflow->moves, move);
}

static void read_move(struct reader *reader, config_setting_t *setting, void *object)
{
	struct workflow *workflow = object;
	struct move_line line = { 0 };
	reader_group(reader, setting, &move_keys, &line);
	board_check_requires(reader, setting, line.requires);
	board_check_duties(reader, setting, reader->data, line.by);
	for (unsigned i = 0; line.from != NULL && line.to != NULL && line.to[i] != NULL; i++) {
		board_check_move(reader, setting, workflow, line.from, line.to[i]);
		add_move(workflow, &line, line.to[i], reader_line(reader, setting));
	}
	g_free(line.from);
	g_free(line.vote);
	g_strfreev(line.to);
	g_strfreev(line.by);
	g_strfreev(line.requires);
	g_strfreev(line.classes);
}

static void read_clock(struct reader *reader, config_setting_t *setting, void *object)
{
	struct workflow *workflow = object;
	struct clock_rule *clock = clock_rule_new();
	reader_group(reader, setting, &clock_keys, clock);
	board_check_clock(reader, setting, workflow, clock);
	g_ptr_array_add(workflow->clocks, clock);
}

static const struct key workflow_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct workflow, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct workflow, label) },
	{ "states", KEY_LIST, .required = true, .group = &state_keys, .each = read_state },
	{ "moves", KEY_LIST, .required = true, .group = &move_keys, .each = read_move },
	{ "clocks", KEY_LIST, .group = &clock_keys, .each = read_clock },
	{ .name = NULL },
};
const struct key_group workflow_keys = { N_("this workflow"), workflow_rows };

static const struct key duty_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct duty, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct duty, label), .required = true },
	{ "explain", KEY_LABEL, .at = offsetof(struct duty, explain) },
	{ "logins", KEY_TEXTS, .at = offsetof(struct duty, logins) },
	{ .name = NULL },
};
const struct key_group duty_keys = { N_("this duty"), duty_rows };

void board_read_duty(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	struct duty *duty = g_new0(struct duty, 1);
	duty->logins = g_new0(char *, 1);
	reader_group(reader, setting, &duty_keys, duty);
	if (duty->id != NULL && board_duty(board, duty->id) != NULL)
		reader_fault(reader, setting, _("duty '%s' is given twice; give one of them another id"), duty->id);
	if (duty->id == NULL)
		duty->id = g_strdup("");
	g_ptr_array_add(board->duties, duty);
}

void board_read_workflow(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	struct workflow *workflow = workflow_new();
	reader_group(reader, setting, &workflow_keys, workflow);
	if (workflow->id != NULL && board_workflow(board, workflow->id) != NULL)
		reader_fault(reader, setting, _("workflow '%s' is given twice; give one of them another id"), workflow->id);
	if (workflow->id == NULL)
		workflow->id = g_strdup("");
	g_ptr_array_add(board->workflows, workflow);
	board_check_workflow(reader, setting, workflow);
}
