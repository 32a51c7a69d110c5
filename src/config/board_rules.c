/* Rules of procedure: motions and the choices of a body, over the usual ones that are built in. */
#include <string.h>

#include "base/i18n.h"
#include "config/board_rules_read.h"
#include "config/procedure_text.h"
#include "domain/tally.h"

/* --- motions --- */

static const char *const class_words[] = {
#define X(id, name) name,
	MOTION_CLASS_LIST(X)
#undef X
	NULL
};
static const char *const effect_words[] = {
#define X(id, name) name,
	MOTION_EFFECT_LIST(X)
#undef X
	NULL
};

static void read_motion_threshold(struct reader *reader, config_setting_t *setting, void *object)
{
	struct motion_kind *kind = object;
	kind->threshold = board_named_threshold(reader, setting, reader->procedure);
}

static const struct key motion_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct motion_kind, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct motion_kind, label), .required = true },
	{ "class", KEY_WORD, .at = offsetof(struct motion_kind, class), .words = class_words, .required = true },
	{ "rank", KEY_INT, .at = offsetof(struct motion_kind, rank), .least = 0, .most = 1000 },
	{ "effect", KEY_WORD, .at = offsetof(struct motion_kind, effect), .words = effect_words, .required = true },
	{ "threshold", KEY_OTHER, .each = read_motion_threshold },
	{ "second", KEY_BOOL, .at = offsetof(struct motion_kind, second) },
	{ "debatable", KEY_BOOL, .at = offsetof(struct motion_kind, debatable) },
	{ "amendable", KEY_BOOL, .at = offsetof(struct motion_kind, amendable) },
	{ "without_quorum", KEY_BOOL, .at = offsetof(struct motion_kind, without_quorum) },
	{ "prevailing", KEY_BOOL, .at = offsetof(struct motion_kind, prevailing) },
	{ "once_per_target", KEY_BOOL, .at = offsetof(struct motion_kind, once_per_target) },
	{ .name = NULL },
};
const struct key_group motion_keys = { N_("this motion"), motion_rows };

static void put_kind(struct procedure *procedure, struct motion_kind *kind)
{
	struct motion_kind *old = (struct motion_kind *) procedure_kind(procedure, kind->id);
	if (old == NULL) {
		g_ptr_array_add(procedure->kinds, kind);
		return;
	}
	struct motion_kind kept = *old;
	*old = *kind;
	*kind = kept;
	motion_kind_free(kind);
}

static void read_motion(struct reader *reader, config_setting_t *setting, struct procedure *procedure)
{
	struct motion_kind *kind = g_new0(struct motion_kind, 1);
	reader_group(reader, setting, &motion_keys, kind);
	if (kind->id == NULL)
		kind->id = g_strdup("");
	if (board_given_before(config_setting_parent(setting), config_setting_index(setting), kind->id))
		reader_fault(reader, setting, _("motion '%s' is given twice; give one of them another id"), kind->id);
	if (kind->threshold == NULL && kind->effect != EFFECT_RULING && config_setting_get_member(setting, "threshold") == NULL)
		reader_fault(reader, setting, _("motion '%s' has no 'threshold'; only with effect = \"ruling\" the chair decides"), kind->id);
	put_kind(procedure, kind);
}

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
	{ "reveal", KEY_WORD, .at = offsetof(struct rules, reveal), .words = reveal_words },
	{ "speaker_seconds", KEY_INT, .at = offsetof(struct rules, speaker_seconds), .least = 0, .most = 86400 },
	{ "speaker_warning", KEY_INT, .at = offsetof(struct rules, speaker_warning), .least = 0, .most = 86400 },
	{ "interpreter_factor", KEY_INT, .at = offsetof(struct rules, interpreter_factor), .least = 1, .most = 10 },
	{ "absences", KEY_GROUP, .group = &absence_keys, .each = read_absences },
	{ "source", KEY_TEXT, .at = offsetof(struct rules, source) },
	{ .name = NULL },
};
const struct key_group rules_keys = { N_("these rules"), rules_rows };

/* --- a procedure from a board, a body, or the text that is built in --- */

static void read_each(struct reader *reader, const config_setting_t *setting, const char *key, struct procedure *procedure,
	void (*read)(struct reader *, config_setting_t *, struct procedure *))
{
	const config_setting_t *list = config_setting_get_member(setting, key);
	if (list != NULL && config_setting_type(list) != CONFIG_TYPE_LIST) {
		reader_fault(reader, list, _("'%s' must be a list of groups: ( { ... }, { ... } )"), key);
		return;
	}
	for (int i = 0; list != NULL && i < config_setting_length(list); i++) {
		config_setting_t *item = config_setting_get_elem(list, (unsigned) i);
		if (config_setting_type(item) == CONFIG_TYPE_GROUP)
			read(reader, item, procedure);
		else
			reader_fault(reader, item, _("each entry of '%s' must be a group: { ... }"), key);
	}
}

static void read_procedure(struct reader *reader, const config_setting_t *setting, struct procedure *procedure)
{
	config_setting_t *rules = config_setting_get_member(setting, "rules");
	reader->procedure = procedure;
	read_each(reader, setting, "thresholds", procedure, board_read_threshold);
	read_each(reader, setting, "motions", procedure, read_motion);
	if (rules != NULL && config_setting_type(rules) == CONFIG_TYPE_GROUP)
		reader_group(reader, rules, &rules_keys, &procedure->rules);
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

static int voting_seats(const struct body *body, unsigned flag, bool held)
{
	int n = 0;
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		n += seat->alternate_for == NULL && (seat->flags & flag) && (seat->holder || !held);
	}
	return n;
}

/* What no meeting of this body could ever reach is told before one begins. */
static void check_possible(struct reader *reader, const config_setting_t *setting, const struct body *body, const struct procedure *procedure)
{
	int seats = voting_seats(body, SEAT_QUORUM, false), voters = voting_seats(body, SEAT_VOTING, false);
	int needed = quorum_needed(&procedure->rules.quorum, voting_seats(body, SEAT_QUORUM, true), seats);
	if (seats > 0 && (needed < 1 || needed > seats))      /* a body without such seats was told already */
		reader_fault(reader, setting, _("body '%s' needs %d for a quorum, but has %d seats that count; correct 'quorum'"), body->id, needed, seats);
	for (guint i = 0; i < procedure->kinds->len; i++) {
		const struct motion_kind *kind = procedure->kinds->pdata[i];
		const struct threshold *threshold = kind->threshold;
		if (threshold != NULL && threshold->kind == THRESHOLD_FIXED && threshold->count > voters)
			reader_fault(reader, setting, _("motion '%s' needs %d ayes, but body '%s' has %d votes; correct threshold '%s'"), kind->id,
				threshold->count, body->id, voters, threshold->id);
	}
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
		check_possible(reader, setting, body, board_procedure(board, body));
	}
	return any;
}

void board_read_procedures(struct reader *reader, const config_setting_t *root, const config_setting_t *bodies, struct board *board)
{
	board->procedure = board_usual_procedure(reader->faults);
	read_procedure(reader, root, board->procedure);
	for (int depth = 0; read_depth(reader, bodies, board, depth); depth++)
		;
}
