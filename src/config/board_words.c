/* The vocabularies of a board file: lists of terms with labels, explanations and aliases. */
#include "base/i18n.h"
#include "config/board_read.h"
#include "domain/record.h"

#define TERM_KEYS \
	{ "id", KEY_ID, .at = offsetof(struct term, id), .required = true }, \
	{ "explain", KEY_LABEL, .at = offsetof(struct term, explain) }, \
	{ "aliases", KEY_TEXTS, .at = offsetof(struct term, aliases) }

static const struct key plain_keys[] = {
	TERM_KEYS,
	{ "label", KEY_LABEL, .at = offsetof(struct term, label), .required = true },
	{ .name = NULL },
};
static const struct key finding_key_rows[] = {
	TERM_KEYS,
	{ "label", KEY_LABEL, .at = offsetof(struct term, label), .required = true },
	{ "sustained", KEY_FLAG, .at = offsetof(struct term, flags), .most = TERM_SUSTAINED },
	{ "merits", KEY_FLAG, .at = offsetof(struct term, flags), .most = TERM_MERITS },
	{ "pending", KEY_FLAG, .at = offsetof(struct term, flags), .most = TERM_PENDING },
	{ .name = NULL },
};
static const struct key answer_key_rows[] = {
	TERM_KEYS,
	{ "label", KEY_LABEL, .at = offsetof(struct term, label), .required = true },
	{ "closes", KEY_FLAG, .at = offsetof(struct term, flags), .most = TERM_CLOSES },
	{ "reason", KEY_FLAG, .at = offsetof(struct term, flags), .most = TERM_REASON },
	{ .name = NULL },
};
static const struct key district_key_rows[] = {
	TERM_KEYS,
	{ "label", KEY_NAME, .at = offsetof(struct term, label), .required = true },
	{ "population", KEY_INT64, .at = offsetof(struct term, population), .least = 0, .most = 2000000000 },
	{ .name = NULL },
};
const struct key_group term_keys = { N_("this term"), plain_keys };
const struct key_group finding_keys = { N_("this finding"), finding_key_rows };
const struct key_group answer_keys = { N_("this answer"), answer_key_rows };
const struct key_group district_keys = { N_("this district"), district_key_rows };

/* Bodies and states have their own places in the file. */
#define VOCABULARY(id, keys) { id, KEY_OTHER, .group = &keys }
static const struct key vocabulary_rows[] = {
	{ "class", KEY_OTHER, .group = &term_keys, .required = true },
	{ "finding", KEY_OTHER, .group = &finding_keys, .required = true },
	{ "district", KEY_OTHER, .group = &district_keys },
	VOCABULARY("answer", answer_keys), VOCABULARY("channel", term_keys), VOCABULARY("kind", term_keys), VOCABULARY("source", term_keys),
	VOCABULARY("privacy", term_keys), VOCABULARY("detail", term_keys), VOCABULARY("discipline", term_keys),
	VOCABULARY("closure", term_keys), VOCABULARY("race", term_keys), VOCABULARY("sex", term_keys),
	VOCABULARY("unit", term_keys), VOCABULARY("section", term_keys), VOCABULARY("stage", term_keys),
	VOCABULARY("force_type", term_keys), VOCABULARY("force_level", term_keys), VOCABULARY("force_status", term_keys),
	{ .name = NULL },
};
const struct key_group vocabulary_keys = { N_("'vocabularies'"), vocabulary_rows };

static struct term *term_new(void)
{
	struct term *term = g_new0(struct term, 1);
	term->aliases = g_new0(char *, 1);
	return term;
}

static void check_finding(struct reader *reader, const config_setting_t *setting, const struct term *term)
{
	if (term->flags & TERM_PENDING && term->flags & (TERM_MERITS | TERM_SUSTAINED))
		reader_fault(reader, setting,
			_("finding '%s' is pending, so it cannot be on the merits or sustained; take one out"), term->id);
	else if (term->flags & TERM_SUSTAINED && !(term->flags & TERM_MERITS))
		reader_fault(reader, setting, _("finding '%s' counts as sustained, so it is on the merits; add merits = true"),
			term->id);
}

/* The four stages of a finding are dais's own; the board file only names them. */
static void check_stage(struct reader *reader, const config_setting_t *setting, const struct term *term)
{
	if (stage_find(term->id) == STAGES)
		reader_fault(reader, setting, _("there is no stage '%s' of a finding; the stages are %s, %s, %s and %s"), term->id,
			stage_name(STAGE_INVESTIGATOR), stage_name(STAGE_BOARD), stage_name(STAGE_CHIEF), stage_name(STAGE_FINAL));
}

static void read_term(struct reader *reader, config_setting_t *setting, const struct key_group *group,
	struct vocabulary *vocabulary)
{
	struct term *term = term_new();
	reader_group(reader, setting, group, term);
	if (term->id == NULL) {
		term_free(term);
		return;
	}
	check_finding(reader, setting, term);
	if (g_str_equal(vocabulary->id, "stage"))
		check_stage(reader, setting, term);
	if (group == &finding_keys && term->explain.n == 0)
		reader_warn(reader, setting, _("finding '%s' has no explanation, so that ? cannot say what it means; add explain"), term->id);
	if (group == &answer_keys && term->explain.n == 0)
		reader_warn(reader, setting, _("answer '%s' has no explanation, so that ? cannot say what it means; add explain"), term->id);
	const char *word = NULL;
	const struct term *holder = vocabulary_add(vocabulary, term, &word);
	if (holder != NULL && g_strcmp0(holder->id, term->id) == 0)
		reader_fault(reader, setting,
			_("'%s' is given twice in '%s'; put its aliases into one entry, or give one another id"), term->id,
			vocabulary->id);
	else if (holder != NULL && word != NULL)
		reader_fault(reader, setting,
			_("'%s' stands in '%s' and in '%s'; an id, label or alias may stand in one entry of '%s' only"), word,
			holder->id, term->id, vocabulary->id);
}

void board_read_terms(struct reader *reader, const config_setting_t *setting, const struct key_group *group,
	struct vocabulary *vocabulary)
{
	if (config_setting_type(setting) != CONFIG_TYPE_LIST || config_setting_length(setting) == 0) {
		reader_fault(reader, setting, _("'%s' must be a list of at least one group: ( { id = ...; label = ...; } )"),
			vocabulary->id);
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		if (config_setting_type(item) == CONFIG_TYPE_GROUP)
			read_term(reader, item, group, vocabulary);
		else
			reader_fault(reader, item, _("each entry of '%s' must be a group: { id = ...; label = ...; }"),
				vocabulary->id);
	}
}

static void read_vocabulary(struct reader *reader, config_setting_t *setting, void *object)
{
	struct board *board = object;
	const char *id = config_setting_name(setting);
	const struct key *key = vocabulary_rows;
	while (key->name != NULL && !g_str_equal(key->name, id))
		key++;
	struct vocabulary *vocabulary = vocabulary_new(id);
	g_ptr_array_add(board->vocabularies, vocabulary);
	board_read_terms(reader, setting, key->group, vocabulary);
}

/* The rows share one reader; it finds the kind of terms by the name. */
void board_read_vocabularies(struct reader *reader, config_setting_t *setting, void *object)
{
	struct key rows[G_N_ELEMENTS(vocabulary_rows)];
	for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++) {
		rows[i] = vocabulary_rows[i];
		rows[i].each = read_vocabulary;
	}
	const struct key_group group = { vocabulary_keys.name, rows };
	reader_group(reader, setting, &group, object);
}
