/* Rules of procedure: the choices of a body, and its own rules over those of its parent, of the board and the usual ones. */
#include <string.h>

#include "base/i18n.h"
#include "config/board_rules_read.h"
#include "config/procedure_text.h"

/* --- the choices --- */

static void read_quorum_share(struct reader *reader, config_setting_t *setting, void *object)
{
	struct quorum_rule *quorum = object;
	quorum->kind = QUORUM_SHARE;
	board_read_share(reader, setting, &quorum->share);
}

static const struct key quorum_rows[] = {
	{ "share", KEY_OTHER, .each = read_quorum_share },
	{ "more_than", KEY_BOOL, .at = offsetof(struct quorum_rule, share.more_than) },
	{ "of", KEY_WORD, .at = offsetof(struct quorum_rule, share.base), .words = vote_base_words },
	{ "count", KEY_INT, .at = offsetof(struct quorum_rule, count), .least = 1, .most = 1000 },
	{ "percent", KEY_INT, .at = offsetof(struct quorum_rule, percent), .least = 0, .most = 100 },
	{ "plus", KEY_INT, .at = offsetof(struct quorum_rule, count), .least = 0, .most = 1000 },
	{ .name = NULL },
};
const struct key_group quorum_keys = { N_("this quorum"), quorum_rows };

static void read_quorum(struct reader *reader, config_setting_t *setting, void *object)
{
	struct rules *rules = object;
	bool share = config_setting_get_member(setting, "share"), count = config_setting_get_member(setting, "count");
	bool percent = config_setting_get_member(setting, "percent");
	rules->quorum = (struct quorum_rule) { .kind = count ? QUORUM_FIXED : percent ? QUORUM_PERCENT_PLUS : QUORUM_SHARE,
		.share = { 1, 2, false, BASE_IN_OFFICE } };
	reader_group(reader, setting, &quorum_keys, &rules->quorum);
	if (share + count + percent != 1)
		reader_fault(reader, setting, _("a quorum is given by exactly one of share, count, percent (with plus)"));
	board_check_belongs(reader, setting, "more_than", "share");
	board_check_belongs(reader, setting, "plus", "percent");
	if (config_setting_get_member(setting, "of") && count)
		reader_fault(reader, setting, _("a quorum of a fixed 'count' is counted of nothing; take 'of' out"));
	if (rules->quorum.share.base != BASE_IN_OFFICE && rules->quorum.share.base != BASE_SEATS)
		reader_fault(reader, setting, _("a quorum is counted of \"in_office\" or \"seats\""));
}

static const struct key absence_rows[] = {
	{ "in_a_row", KEY_INT, .at = offsetof(struct rules, absences_in_a_row), .least = 0, .most = 1000 },
	{ "within", KEY_INT, .at = offsetof(struct rules, absences_within), .least = 0, .most = 1000 },
	{ "months", KEY_INT, .at = offsetof(struct rules, absences_months), .least = 0, .most = 120 },
	{ "excused_counts", KEY_BOOL, .at = offsetof(struct rules, excused_counts) },
	{ .name = NULL },
};
const struct key_group absence_keys = { N_("this rule of absences"), absence_rows };

static void read_absences(struct reader *reader, config_setting_t *setting, void *object)
{
	reader_group(reader, setting, &absence_keys, object);
}

static const char *const abstention_words[] = { "ignored", "in_base", "concurs", NULL };
static const char *const tie_words[] = { "fails", "no_action", NULL };
static const char *const chair_words[] = { "votes", "when_decisive", "on_ties", NULL };
static const char *const roll_words[] = { "seats", "alphabetical", "rotating", NULL };
static const char *const reveal_words[] = { "complete", "live", NULL };

static const struct key rules_rows[] = {
	{ "quorum", KEY_GROUP, .group = &quorum_keys, .each = read_quorum },
	{ "abstention", KEY_WORD, .at = offsetof(struct rules, abstention), .words = abstention_words },
	{ "recusal_present", KEY_BOOL, .at = offsetof(struct rules, recusal_present) },
	{ "recusal_leaves", KEY_BOOL, .at = offsetof(struct rules, recusal_leaves) },
	{ "tie", KEY_WORD, .at = offsetof(struct rules, tie), .words = tie_words },
	{ "chair", KEY_WORD, .at = offsetof(struct rules, chair), .words = chair_words },
	{ "roll", KEY_WORD, .at = offsetof(struct rules, roll), .words = roll_words },
	{ "chair_last", KEY_BOOL, .at = offsetof(struct rules, chair_last) },
	{ "second", KEY_BOOL, .at = offsetof(struct rules, second) },
	{ "amend_depth", KEY_INT, .at = offsetof(struct rules, amend_depth), .least = 0, .most = 9 },
	{ "continued_days", KEY_INT, .at = offsetof(struct rules, continued_days), .least = 0, .most = 366 },
	{ "roll_call_remote", KEY_FLAG, .at = offsetof(struct rules, roll_call), .most = ROLL_CALL_REMOTE },
	{ "roll_call_emergency", KEY_FLAG, .at = offsetof(struct rules, roll_call), .most = ROLL_CALL_EMERGENCY },
	{ "reveal", KEY_WORD, .at = offsetof(struct rules, reveal), .words = reveal_words },
	{ "speaker_seconds", KEY_INT, .at = offsetof(struct rules, speaker_seconds), .least = 0, .most = 86400 },
	{ "speaker_warning", KEY_INT, .at = offsetof(struct rules, speaker_warning), .least = 0, .most = 86400 },
	{ "interpreter_factor", KEY_INT, .at = offsetof(struct rules, interpreter_factor), .least = 1, .most = 10 },
	{ "absences", KEY_GROUP, .group = &absence_keys, .each = read_absences },
	{ "terms", KEY_GROUP, .group = &terms_keys, .each = board_read_terms_rule },
	{ "training", KEY_GROUP, .group = &training_keys, .each = board_read_training },
	{ "recommendations", KEY_GROUP, .group = &recommendation_keys, .each = board_read_recommendations },
	{ "source", KEY_TEXT, .at = offsetof(struct rules, source) },
	{ .name = NULL },
};
const struct key_group rules_keys = { N_("these rules"), rules_rows };

/* --- a procedure from a board, a body, or the text that is built in --- */

static const config_setting_t *list_of(struct reader *reader, const config_setting_t *setting, const char *key)
{
	const config_setting_t *list = config_setting_get_member(setting, key);
	if (list == NULL)
		return NULL;
	if (!config_setting_is_list(list)) {
		reader_fault(reader, list, _("'%s' must be a list of groups: ( { ... }, { ... } )"), key);
		return NULL;
	}
	for (int i = 0; i < config_setting_length(list); i++)
		if (!config_setting_is_group(config_setting_get_elem(list, (unsigned) i)))
			reader_fault(reader, config_setting_get_elem(list, (unsigned) i), _("each entry of '%s' must be a group: { ... }"), key);
	return list;
}

static void read_rules(struct reader *reader, config_setting_t *setting, struct rules *rules)
{
	reader_group(reader, setting, &rules_keys, rules);
	if (rules->speaker_seconds > 0 && rules->speaker_warning >= rules->speaker_seconds)
		reader_fault(reader, setting, _("the clock of a speaker would warn %d seconds before the end of %d; make 'speaker_warning' shorter"),
			rules->speaker_warning, rules->speaker_seconds);
	if ((rules->absences_within > 0) != (rules->absences_months > 0))
		reader_fault(reader, setting, _("absences are counted 'within' so many 'months'; give both"));
}

static void read_procedure(struct reader *reader, const config_setting_t *setting, struct procedure *procedure)
{
	const config_setting_t *thresholds = list_of(reader, setting, "thresholds"), *motions = list_of(reader, setting, "motions");
	config_setting_t *rules = config_setting_get_member(setting, "rules");
	reader->procedure = procedure;
	if (thresholds != NULL)
		board_read_thresholds(reader, thresholds);
	if (motions != NULL)
		board_read_motions(reader, motions);
	if (rules != NULL && config_setting_is_group(rules))
		read_rules(reader, rules, &procedure->rules);
	else if (rules != NULL)
		reader_fault(reader, rules, _("'%s' must be a group: { ... }"), "rules");
}

struct procedure *board_usual_procedure(GPtrArray *faults)
{
	struct reader reader;
	struct procedure *procedure = procedure_new();
	if (reader_open_text(&reader, "procedure.conf", procedure_text, strlen(procedure_text), faults))
		read_procedure(&reader, config_root_setting(&reader.config), procedure);
	reader_close(&reader);
	return procedure;
}

void board_read_procedure(struct reader *reader, config_setting_t *setting, void *object)
{
	/* The three keys are read together, once the bodies are known: see board_read_procedures. */
	(void) reader, (void) setting, (void) object;
}

static bool gives_procedure(const config_setting_t *setting)
{
	return config_setting_get_member(setting, "thresholds") || config_setting_get_member(setting, "motions")
		|| config_setting_get_member(setting, "rules");
}

static int depth_of(const struct body *body)
{
	int depth = 0;
	for (body = body->parent; body != NULL; body = body->parent)
		depth++;
	return depth;
}

/* The bodies' settings at one depth below the first: a body begins with the rules of its parent. */
static bool read_depth(struct reader *reader, const config_setting_t *bodies, struct board *board, int depth)
{
	bool any = false;
	guint n = 0;
	for (int i = 0; i < config_setting_length(bodies); i++) {
		const config_setting_t *setting = config_setting_get_elem(bodies, (unsigned) i);
		if (config_setting_type(setting) != CONFIG_TYPE_GROUP)
			continue;
		struct body *body = board->bodies->pdata[n++];
		if (depth_of(body) != depth)
			continue;
		any = true;
		if (gives_procedure(setting)) {
			body->procedure = procedure_copy(board_procedure(board, body->parent));
			read_procedure(reader, setting, body->procedure);
		}
		board_check_possible(reader, setting, board, body);
	}
	return any;
}

void board_read_procedures(struct reader *reader, const config_setting_t *root, const config_setting_t *bodies, struct board *board)
{
	board->procedure = board_usual_procedure(reader->faults);
	read_procedure(reader, root, board->procedure);
	for (int depth = 0; bodies != NULL && config_setting_is_list(bodies) && read_depth(reader, bodies, board, depth); depth++)
		;
	board_check_votes(reader, root, board);
}
