/* Thresholds: how many ayes carry a motion. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "config/board_rules_read.h"

enum { PARTS_MOST = 8, DEPTH_MOST = 4 };      /* counting a vote walks all parts */

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

/* Does an entry of the list that this setting stands in have this id? */
static bool stands_below(const config_setting_t *setting, const char *id)
{
	while (setting != NULL && g_strcmp0(config_setting_name(setting), "thresholds") != 0)
		setting = config_setting_parent(setting);
	return setting != NULL && config_setting_is_list(setting) && board_entry(setting, id) != NULL;
}

const struct threshold *board_named_threshold(struct reader *reader, const config_setting_t *setting)
{
	const char *id = reader_id(reader, setting);
	const struct threshold *found = procedure_threshold(reader->procedure, id);
	if (id == NULL || found != NULL)
		return found;
	if (stands_below(setting, id)) {
		reader_fault(reader, setting, _("threshold '%s' stands below; move it above the first one that names it"), id);
		return NULL;
	}
	g_autofree const char **ids = threshold_ids(reader->procedure);
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

static void read_share(struct reader *reader, config_setting_t *setting, void *object)
{
	board_read_share(reader, setting, &((struct threshold *) object)->share);
}

static void add_part(struct reader *reader, const config_setting_t *setting, struct threshold *threshold)
{
	const struct threshold *part = board_named_threshold(reader, setting);
	if (threshold->parts == NULL)
		threshold->parts = g_ptr_array_new();
	if (part != NULL)
		g_ptr_array_add(threshold->parts, (gpointer) part);
}

static void read_part(struct reader *reader, config_setting_t *setting, void *object)
{
	add_part(reader, setting, object);
}

static void read_parts(struct reader *reader, config_setting_t *setting, void *object)
{
	if (!reader_is_list(setting) || config_setting_length(setting) == 0 || config_setting_length(setting) > PARTS_MOST)
		reader_fault(reader, setting, _("'%s' must be a row of one to %d ids: [ \"one\", \"other\" ]"), config_setting_name(setting), PARTS_MOST);
	else
		for (int i = 0; i < config_setting_length(setting); i++)
			add_part(reader, config_setting_get_elem(setting, (unsigned) i), object);
}

static void read_when(struct reader *reader, config_setting_t *setting, void *object)
{
	reader_group(reader, setting, &share_keys, &((struct threshold *) object)->when);
}

static void read_no_objection(struct reader *reader, config_setting_t *setting, void *object)
{
	(void) object;
	if (config_setting_type(setting) != CONFIG_TYPE_BOOL || !config_setting_get_bool(setting))
		reader_fault(reader, setting, _("'%s' can only be true; leave it out otherwise"), "no_objection");
}

static const struct key threshold_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct threshold, id), .required = true },
	{ "label", KEY_LABEL, .at = offsetof(struct threshold, label), .required = true },
	{ "source", KEY_TEXT, .at = offsetof(struct threshold, source) },
	{ "share", KEY_OTHER, .each = read_share },
	{ "more_than", KEY_BOOL, .at = offsetof(struct threshold, share.more_than) },
	{ "of", KEY_WORD, .at = offsetof(struct threshold, share.base), .words = vote_base_words },
	{ "count", KEY_INT, .at = offsetof(struct threshold, count), .least = 1, .most = 1000 },
	{ "all", KEY_WORD, .at = offsetof(struct threshold, share.base), .words = vote_base_words },
	{ "no_objection", KEY_OTHER, .each = read_no_objection },
	{ "any_of", KEY_OTHER, .each = read_parts },
	{ "all_of", KEY_OTHER, .each = read_parts },
	{ "when", KEY_GROUP, .group = &share_keys, .each = read_when },
	{ "then", KEY_OTHER, .each = read_part },
	{ "otherwise", KEY_OTHER, .each = read_part },
	{ .name = NULL },
};
const struct key_group threshold_keys = { N_("this threshold"), threshold_rows };

/* Which of the ways to give a threshold this is; told unless it is exactly one. */
static enum threshold_kind way_of(struct reader *reader, const config_setting_t *setting)
{
	static const struct { const char *key; enum threshold_kind kind; } ways[] = {
		{ "share", THRESHOLD_SHARE }, { "count", THRESHOLD_FIXED }, { "all", THRESHOLD_ALL },
		{ "no_objection", THRESHOLD_NO_OBJECTION }, { "any_of", THRESHOLD_ANY_OF }, { "all_of", THRESHOLD_ALL_OF },
		{ "when", THRESHOLD_WHEN },
	};
	enum threshold_kind kind = THRESHOLD_NO_OBJECTION;
	unsigned n = 0;
	for (unsigned i = 0; i < G_N_ELEMENTS(ways); i++)
		if (config_setting_get_member(setting, ways[i].key) != NULL)
			kind = ways[i].kind, n++;
	if (n != 1)
		reader_fault(reader, setting, _("a threshold is given by exactly one of share, count, all, no_objection, any_of, all_of, when"));
	return n == 1 ? kind : THRESHOLD_NO_OBJECTION;
}

void board_check_belongs(struct reader *reader, const config_setting_t *setting, const char *key, const char *to)
{
	const config_setting_t *given = config_setting_get_member(setting, key);
	if (given != NULL && config_setting_get_member(setting, to) == NULL)
		reader_fault(reader, given, _("'%s' means something only beside '%s'; take it out"), key, to);
}

static void check_companions(struct reader *reader, const config_setting_t *setting, enum threshold_kind kind)
{
	board_check_belongs(reader, setting, "of", "share");
	board_check_belongs(reader, setting, "more_than", "share");
	board_check_belongs(reader, setting, "then", "when");
	board_check_belongs(reader, setting, "otherwise", "when");
	if (kind == THRESHOLD_SHARE && config_setting_get_member(setting, "of") == NULL)
		reader_fault(reader, setting, _("a share needs 'of': \"cast\", \"present\", \"in_office\" or \"seats\""));
	if (kind == THRESHOLD_WHEN && (!config_setting_get_member(setting, "then") || !config_setting_get_member(setting, "otherwise")))
		reader_fault(reader, setting, _("'when' needs 'then' and 'otherwise', each with the id of a threshold"));
}

/* What has the same id is given anew, in its place: whatever points at it sees the new one. */
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

const config_setting_t *board_entry(const config_setting_t *list, const char *id)
{
	for (int i = 0; list != NULL && id != NULL && i < config_setting_length(list); i++) {
		const config_setting_t *entry = config_setting_get_elem(list, (unsigned) i);
		const char *other = NULL;
		if (config_setting_is_group(entry) && config_setting_lookup_string(entry, "id", &other) && strcmp(other, id) == 0)
			return entry;
	}
	return NULL;
}

void board_check_twice(struct reader *reader, const config_setting_t *setting, const char *id)
{
	if (board_entry(config_setting_parent(setting), id) != setting && *id != '\0')
		reader_fault(reader, setting, _("'%s' is given twice; give one of them another id"), id);
}

static void read_threshold(struct reader *reader, config_setting_t *setting)
{
	struct threshold *threshold = g_new0(struct threshold, 1);
	threshold->kind = way_of(reader, setting);
	check_companions(reader, setting, threshold->kind);
	reader_group(reader, setting, &threshold_keys, threshold);
	if (threshold->id == NULL)
		threshold->id = g_strdup("");
	board_check_twice(reader, setting, threshold->id);
	if (threshold->kind == THRESHOLD_WHEN && (threshold->parts == NULL || threshold->parts->len != 2))
		threshold->kind = THRESHOLD_NO_OBJECTION;      /* its faults were told */
	put_threshold(reader->procedure, threshold);
}

/* --- parts before what is made of them --- */

static bool is_made_of(const struct threshold *threshold, const struct threshold *goal, GHashTable *seen)
{
	for (guint i = 0; threshold->parts != NULL && i < threshold->parts->len; i++) {
		const struct threshold *part = threshold->parts->pdata[i];
		if (part == goal || (g_hash_table_add(seen, (gpointer) part) && is_made_of(part, goal, seen)))
			return true;
	}
	return false;
}

/* Only what was given anew can be made of what stands on it. */
static void break_circles(struct reader *reader, const config_setting_t *list)
{
	for (int i = 0; i < config_setting_length(list); i++) {
		const config_setting_t *entry = config_setting_get_elem(list, (unsigned) i);
		const char *id = NULL;
		if (!config_setting_is_group(entry) || !config_setting_lookup_string(entry, "id", &id))
			continue;
		struct threshold *threshold = (struct threshold *) procedure_threshold(reader->procedure, id);
		g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
		if (threshold == NULL || !is_made_of(threshold, threshold, seen))
			continue;
		reader_fault(reader, entry, _("threshold '%s' is made of itself in the end; break the circle"), id);
		g_clear_pointer(&threshold->parts, g_ptr_array_unref);
		threshold->kind = THRESHOLD_NO_OBJECTION;
	}
}

/* Puts a threshold behind its parts; depths knows those that stand already, and how deep they are. */
static int place(GPtrArray *out, GHashTable *depths, struct threshold *threshold)
{
	int depth = GPOINTER_TO_INT(g_hash_table_lookup(depths, threshold));
	if (depth > 0)
		return depth;
	for (guint i = 0; threshold->parts != NULL && i < threshold->parts->len; i++)
		depth = MAX(depth, place(out, depths, threshold->parts->pdata[i]));
	g_ptr_array_add(out, threshold);
	g_hash_table_insert(depths, threshold, GINT_TO_POINTER(depth + 1));
	return depth + 1;
}

static void order_thresholds(struct reader *reader, const config_setting_t *list)
{
	GPtrArray *all = reader->procedure->thresholds;
	g_autoptr(GPtrArray) out = g_ptr_array_new();
	g_autoptr(GHashTable) depths = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < all->len; i++) {
		struct threshold *threshold = all->pdata[i];
		const config_setting_t *entry = board_entry(list, threshold->id);
		if (place(out, depths, threshold) > DEPTH_MOST && entry != NULL)
			reader_fault(reader, entry, _("threshold '%s' has parts in parts more than %d deep; make it of simpler ones"), threshold->id, DEPTH_MOST);
	}
	for (guint i = 0; i < out->len; i++)
		all->pdata[i] = out->pdata[i];
}

void board_read_thresholds(struct reader *reader, const config_setting_t *list)
{
	for (int i = 0; i < config_setting_length(list); i++)
		if (config_setting_is_group(config_setting_get_elem(list, (unsigned) i)))
			read_threshold(reader, config_setting_get_elem(list, (unsigned) i));
	break_circles(reader, list);
	order_thresholds(reader, list);
}
