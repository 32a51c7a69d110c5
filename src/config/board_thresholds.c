/* Thresholds: how many ayes carry a motion. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "config/board_rules_read.h"

const char *const vote_base_words[] = {
#define X(id, name) name,
	VOTE_BASE_LIST(X)
#undef X
	NULL
};

static const char **threshold_ids(const struct procedure *procedure)
{
	const char **ids = g_new0(const char *, procedure->thresholds->len + 1);
	for (guint i = 0; i < procedure->thresholds->len; i++)
		ids[i] = ((const struct threshold *) procedure->thresholds->pdata[i])->id;
	return ids;
}

/* The threshold a setting names among those that stand before it, or NULL with a fault. */
const struct threshold *board_named_threshold(struct reader *reader, const config_setting_t *setting, const struct procedure *procedure)
{
	const char *id = reader_id(reader, setting);
	const struct threshold *found = procedure_threshold(procedure, id);
	if (id == NULL || found != NULL)
		return found;
	g_autofree const char **ids = threshold_ids(procedure);
	g_autofree char *hint = reader_hint(id, ids, _("define it in 'thresholds' before it is used"));
	reader_fault(reader, setting, _("there is no threshold '%s'; %s"), id, hint);
	return NULL;
}

void board_read_share(struct reader *reader, config_setting_t *setting, void *object)
{
	struct vote_share *share = object;
	const char *text = reader_text(reader, setting, "share");
	char *end = NULL;
	if (text == NULL)
		return;
	long num = strtol(text, &end, 10), den = *end == '/' ? strtol(end + 1, &end, 10) : 0;
	if (*end != '\0' || num < 1 || den < num || den > 1000)
		reader_fault(reader, setting, _("'share' must be a fraction up to 1, such as \"1/2\" or \"2/3\""));
	else
		share->num = (int) num, share->den = (int) den;
}

static const struct key share_rows[] = {
	{ "share", KEY_OTHER, .each = board_read_share, .required = true },
	{ "more_than", KEY_BOOL, .at = offsetof(struct vote_share, more_than) },
	{ "of", KEY_WORD, .at = offsetof(struct vote_share, base), .words = vote_base_words, .required = true },
	{ .name = NULL },
};
static const struct key_group share_keys = { N_("this share"), share_rows };

/* A threshold while it is read: ways are counted so that exactly one is given. */
struct threshold_reading { struct threshold *threshold; struct procedure *procedure; };

static void take_parts(struct reader *reader, const config_setting_t *setting, struct threshold_reading *reading, enum threshold_kind kind)
{
	struct threshold *threshold = reading->threshold;
	threshold->kind = kind;
	if (threshold->parts == NULL)
		threshold->parts = g_ptr_array_new();
	for (int i = 0; i < (reader_is_list(setting) ? config_setting_length(setting) : 1); i++) {
		const config_setting_t *item = reader_is_list(setting) ? config_setting_get_elem(setting, (unsigned) i) : setting;
		const struct threshold *part = board_named_threshold(reader, item, reading->procedure);
		if (part != NULL)
			g_ptr_array_add(threshold->parts, (gpointer) part);
	}
}

static void read_any_of(struct reader *reader, config_setting_t *setting, void *object)
{
	take_parts(reader, setting, object, THRESHOLD_ANY_OF);
}

static void read_all_of(struct reader *reader, config_setting_t *setting, void *object)
{
	take_parts(reader, setting, object, THRESHOLD_ALL_OF);
}

static void read_when_part(struct reader *reader, config_setting_t *setting, void *object)
{
	take_parts(reader, setting, object, THRESHOLD_WHEN);
}

static void read_when(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	reading->threshold->kind = THRESHOLD_WHEN;
	if (config_setting_type(setting) == CONFIG_TYPE_GROUP)
		reader_group(reader, setting, &share_keys, &reading->threshold->when);
	else
		reader_fault(reader, setting, _("'%s' must be a group: { ... }"), "when");
}

static void read_threshold_share(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	reading->threshold->kind = THRESHOLD_SHARE;
	board_read_share(reader, setting, &reading->threshold->share);
}

static void read_count(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	int count = config_setting_type(setting) == CONFIG_TYPE_INT ? config_setting_get_int(setting) : 0;
	reading->threshold->kind = THRESHOLD_FIXED;
	reading->threshold->count = count;
	if (count < 1 || count > 1000)
		reader_fault(reader, setting, _("'%s' must be a whole number from 1 to 1000"), "count");
}

static int word_of(struct reader *reader, const config_setting_t *setting, const char *what, const char *const *words)
{
	const char *text = reader_text(reader, setting, what);
	for (int i = 0; text != NULL && words[i] != NULL; i++)
		if (strcmp(words[i], text) == 0)
			return i;
	if (text != NULL) {
		g_autofree char *all = g_strjoinv(", ", (char **) words), *otherwise = g_strdup_printf(_("it is one of: %s"), all);
		g_autofree char *hint = reader_hint(text, words, otherwise);
		reader_fault(reader, setting, _("'%s' cannot be '%s'; %s"), what, text, hint);
	}
	return 0;
}

static void read_all(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	reading->threshold->kind = THRESHOLD_ALL;
	reading->threshold->share.base = word_of(reader, setting, "all", vote_base_words);
}

static void read_of(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	reading->threshold->share.base = word_of(reader, setting, "of", vote_base_words);
}

static void read_more_than(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	if (config_setting_type(setting) == CONFIG_TYPE_BOOL)
		reading->threshold->share.more_than = config_setting_get_bool(setting) != 0;
	else
		reader_fault(reader, setting, _("'%s' must be true or false, without quotes"), "more_than");
}

static void read_no_objection(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	reading->threshold->kind = THRESHOLD_NO_OBJECTION;
	if (config_setting_type(setting) != CONFIG_TYPE_BOOL || !config_setting_get_bool(setting))
		reader_fault(reader, setting, _("'%s' can only be true; leave it out otherwise"), "no_objection");
}

static void read_threshold_label(struct reader *reader, config_setting_t *setting, void *object);

static void read_threshold_id(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	g_free(reading->threshold->id);
	reading->threshold->id = g_strdup(reader_id(reader, setting));
}

static void read_source(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	g_free(reading->threshold->source);
	reading->threshold->source = g_strdup(reader_text(reader, setting, "source"));
}

static const struct key threshold_rows[] = {
	{ "id", KEY_OTHER, .each = read_threshold_id, .required = true },
	{ "label", KEY_OTHER, .each = read_threshold_label, .required = true },
	{ "source", KEY_OTHER, .each = read_source },
	{ "share", KEY_OTHER, .each = read_threshold_share },
	{ "more_than", KEY_OTHER, .each = read_more_than },
	{ "of", KEY_OTHER, .each = read_of },
	{ "count", KEY_OTHER, .each = read_count },
	{ "all", KEY_OTHER, .each = read_all },
	{ "no_objection", KEY_OTHER, .each = read_no_objection },
	{ "any_of", KEY_OTHER, .each = read_any_of },
	{ "all_of", KEY_OTHER, .each = read_all_of },
	{ "when", KEY_OTHER, .group = &share_keys, .each = read_when },
	{ "then", KEY_OTHER, .each = read_when_part },
	{ "otherwise", KEY_OTHER, .each = read_when_part },
	{ .name = NULL },
};
const struct key_group threshold_keys = { N_("this threshold"), threshold_rows };

static const struct key label_row = { "label", KEY_LABEL, .at = 0 };

static void read_threshold_label(struct reader *reader, config_setting_t *setting, void *object)
{
	struct threshold_reading *reading = object;
	reader_key(reader, setting, &label_row, &reading->threshold->label);
}

static void check_ways(struct reader *reader, const config_setting_t *setting)
{
	static const char *const ways[] = { "share", "count", "all", "no_objection", "any_of", "all_of", "when" };
	unsigned n = 0;
	for (unsigned i = 0; i < G_N_ELEMENTS(ways); i++)
		n += config_setting_get_member(setting, ways[i]) != NULL;
	if (n != 1)
		reader_fault(reader, setting, _("a threshold is given by exactly one of share, count, all, no_objection, any_of, all_of, when"));
	else if (config_setting_get_member(setting, "share") && !config_setting_get_member(setting, "of"))
		reader_fault(reader, setting, _("a share needs 'of': \"cast\", \"present\", \"in_office\" or \"seats\""));
	else if (config_setting_get_member(setting, "when") && (!config_setting_get_member(setting, "then") || !config_setting_get_member(setting, "otherwise")))
		reader_fault(reader, setting, _("'when' needs 'then' and 'otherwise', each with the id of a threshold"));
}

/* What has the same id is given anew: it keeps its place, and what points at it. */
static void put_threshold(struct procedure *procedure, struct threshold *threshold)
{
	struct threshold *old = (struct threshold *) procedure_threshold(procedure, threshold->id);
	if (old == NULL) {
		g_ptr_array_add(procedure->thresholds, threshold);
		return;
	}
	struct threshold kept = *old;
	*old = *threshold;
	*threshold = kept;
	threshold_free(threshold);
}

bool board_given_before(const config_setting_t *list, int at, const char *id)
{
	for (int i = 0; id != NULL && i < at; i++) {
		const char *other = NULL;
		config_setting_lookup_string(config_setting_get_elem(list, (unsigned) i), "id", &other);
		if (g_strcmp0(other, id) == 0)
			return true;
	}
	return false;
}

void board_read_threshold(struct reader *reader, config_setting_t *setting, struct procedure *procedure)
{
	struct threshold *threshold = g_new0(struct threshold, 1);
	struct threshold_reading reading = { threshold, procedure };
	check_ways(reader, setting);
	reader_group(reader, setting, &threshold_keys, &reading);
	if (threshold->id == NULL)
		threshold->id = g_strdup("");
	if (board_given_before(config_setting_parent(setting), config_setting_index(setting), threshold->id))
		reader_fault(reader, setting, _("threshold '%s' is given twice; give one of them another id"), threshold->id);
	if (threshold->kind == THRESHOLD_WHEN && (threshold->parts == NULL || threshold->parts->len != 2))
		threshold->kind = THRESHOLD_NO_OBJECTION;      /* its faults were told */
	put_threshold(procedure, threshold);
}
