/* Rules of procedure against the bodies that meet by them and the workflows whose moves they decide. */
#include "base/i18n.h"
#include "config/board_rules_read.h"
#include "domain/tally.h"

/* Where a body's threshold or motion is given: in its own group, at the top of the file, else the body itself. */
static const config_setting_t *place_of(struct reader *reader, const config_setting_t *body, const char *key, const char *id)
{
	const config_setting_t *own = board_entry(config_setting_get_member(body, key), id);
	const config_setting_t *top = board_entry(config_setting_get_member(config_root_setting(&reader->config), key), id);
	return own != NULL ? own : top != NULL ? top : body;
}

static const config_setting_t *place_of_rules(const config_setting_t *body, const char *key)
{
	const config_setting_t *rules = config_setting_get_member(body, "rules");
	const config_setting_t *own = rules != NULL && config_setting_is_group(rules) ? config_setting_get_member(rules, key) : NULL;
	return own != NULL ? own : body;
}

/* Vacancies come and go: counted as if every seat were held. */
static void check_quorum(struct reader *reader, const config_setting_t *setting, const struct body *body, const struct quorum_rule *quorum)
{
	int seats = body_seats(body, SEAT_QUORUM, false), needed = quorum_needed(quorum, seats, seats);
	const config_setting_t *place = place_of_rules(setting, "quorum");
	if (seats == 0)
		return;      /* told where the seats were read */
	if (needed < 1)
		reader_fault(reader, place, _("body '%s' would need nobody for a quorum; correct 'quorum'"), body->id);
	else if (needed > seats)
		reader_fault(reader, place, _("body '%s' would need %d for a quorum (seats that count: %d); correct 'quorum' or the seats"), body->id, needed, seats);
}

/* Would it be met if every seat were held and said aye? */
static bool can_be_met(const struct threshold *threshold, const struct rules *rules, int voters)
{
	struct tally all = { .yes = voters, .in_office = voters, .seats = voters };
	return threshold_met(threshold, &all, rules);
}

static const struct motion_kind *first_with(const struct procedure *procedure, const struct threshold *threshold)
{
	for (guint i = 0; i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		if (kind->threshold == threshold)
			return kind;
	}
	return NULL;
}

static void check_thresholds(struct reader *reader, const config_setting_t *setting, const struct body *body, const struct procedure *procedure)
{
	int voters = body_seats(body, SEAT_VOTING, false);
	for (guint i = 0; voters > 0 && i < procedure->thresholds->len; i++) {
		const struct threshold *threshold = procedure->thresholds->pdata[i];
		const struct motion_kind *kind = first_with(procedure, threshold);
		if (kind != NULL && !can_be_met(threshold, &procedure->rules, voters))
			reader_fault(reader, place_of(reader, setting, "thresholds", threshold->id),
				_("motion '%s' can never be carried in body '%s': threshold '%s' is not met when all say aye (votes: %d); correct one of them"),
				kind->id, body->id, threshold->id, voters);
	}
}

static bool brings_business(const struct procedure *procedure)
{
	for (guint i = 0; i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		if (kind->class == MOTION_CLASS_MAIN && kind->effect == EFFECT_NONE)
			return true;
	}
	return false;
}

void board_check_possible(struct reader *reader, const config_setting_t *setting, const struct board *board, const struct body *body)
{
	const struct procedure *procedure = board_procedure(board, body);
	check_quorum(reader, setting, body, &procedure->rules.quorum);
	check_thresholds(reader, setting, body, procedure);
	if (!brings_business(procedure))
		reader_fault(reader, setting, _("body '%s' has no motion with class = \"main\" and effect = \"none\", so it could adopt nothing; add one"), body->id);
}

/* --- votes of moves --- */

static const char **main_motions(const struct procedure *procedure)
{
	const char **ids = g_new0(const char *, procedure->kinds->len + 1);
	unsigned n = 0;
	for (guint i = 0; i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		if (kind->class == MOTION_CLASS_MAIN)
			ids[n++] = kind->id;
	}
	return ids;
}

/* False with a fault when the body cannot decide this move. */
static bool check_vote(struct reader *reader, const config_setting_t *vote, const struct board *board, const struct body *body)
{
	const char *id = config_setting_get_string(vote);
	const struct procedure *procedure = board_procedure(board, body);
	const struct motion_kind *kind = procedure_kind(procedure, id);
	if (id == NULL || (kind != NULL && kind->class == MOTION_CLASS_MAIN))
		return true;
	if (kind != NULL) {
		reader_fault(reader, vote, _("'vote' names the motion '%s', which brings no business; name one of class \"main\""), id);
		return false;
	}
	g_autofree const char **ids = main_motions(procedure);
	g_autofree char *hint = reader_hint(id, ids, _("add it to 'motions' or correct the name"));
	reader_fault(reader, vote, _("'vote' names the motion '%s', which body '%s' does not have; %s"), id, body->id, hint);
	return false;
}

static void check_move(struct reader *reader, const config_setting_t *vote, const struct board *board, const struct workflow *workflow)
{
	for (guint i = 0; i < board->bodies->len; i++) {
		const struct body *body = board->bodies->pdata[i];
		if (body->workflow == workflow && !check_vote(reader, vote, board, body))
			return;
	}
}

static void check_moves(struct reader *reader, const config_setting_t *moves, const struct board *board, const struct workflow *workflow)
{
	for (int i = 0; moves != NULL && config_setting_is_list(moves) && i < config_setting_length(moves); i++) {
		const config_setting_t *move = config_setting_get_elem(moves, (unsigned) i);
		const config_setting_t *vote = config_setting_is_group(move) ? config_setting_get_member(move, "vote") : NULL;
		if (vote != NULL)
			check_move(reader, vote, board, workflow);
	}
}

void board_check_votes(struct reader *reader, const config_setting_t *root, const struct board *board)
{
	const config_setting_t *workflows = config_setting_get_member(root, "workflows");
	for (guint i = 0; i < board->workflows->len; i++) {
		const struct workflow *workflow = board->workflows->pdata[i];
		const config_setting_t *setting = board_entry(workflows, workflow->id);
		if (setting != NULL)
			check_moves(reader, config_setting_get_member(setting, "moves"), board, workflow);
	}
}
