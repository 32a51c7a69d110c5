/* Motions: what can be moved, where it stands among the others and what carries it. */
#include "base/i18n.h"
#include "config/board_rules_read.h"

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
	kind->threshold = board_named_threshold(reader, setting);
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

static void check_class(struct reader *reader, const config_setting_t *setting, const struct motion_kind *kind)
{
	g_autoptr(GString) words = g_string_new(NULL);
	unsigned classes = motion_effect_classes(kind->effect);
	if (classes & 1u << kind->class)
		return;
	for (int i = 0; i < MOTION_CLASSES; i++)
		if (classes & 1u << i)
			g_string_append_printf(words, "%s\"%s\"", words->len > 0 ? ", " : "", class_words[i]);
	reader_fault(reader, setting, _("a motion with the effect \"%s\" cannot be of class \"%s\"; it may be: %s"), effect_words[kind->effect],
		class_words[kind->class], words->str);
}

static void check_motion(struct reader *reader, const config_setting_t *setting, const struct motion_kind *kind)
{
	bool given = config_setting_get_member(setting, "threshold") != NULL;
	bool known = config_setting_get_member(setting, "class") && config_setting_get_member(setting, "effect");
	board_check_twice(reader, setting, kind->id);
	if (known)
		check_class(reader, setting, kind);
	if (known && !given && kind->effect != EFFECT_RULING)
		reader_fault(reader, setting, _("motion '%s' has no 'threshold'; only with effect = \"ruling\" the chair decides"), kind->id);
	if (given && kind->effect == EFFECT_RULING)
		reader_fault(reader, setting, _("with effect = \"ruling\" the chair decides and nobody votes; take 'threshold' out"));
	if (kind->rank > 0 && kind->class != MOTION_CLASS_SUBSIDIARY && kind->class != MOTION_CLASS_PRIVILEGED)
		reader_fault(reader, setting, _("only subsidiary and privileged motions have a 'rank'; take it out"));
}

static void read_motion(struct reader *reader, config_setting_t *setting)
{
	struct motion_kind *kind = g_new0(struct motion_kind, 1);
	reader_group(reader, setting, &motion_keys, kind);
	if (kind->id == NULL)
		kind->id = g_strdup("");
	check_motion(reader, setting, kind);
	put_kind(reader->procedure, kind);
}

void board_read_motions(struct reader *reader, const config_setting_t *list)
{
	for (int i = 0; i < config_setting_length(list); i++)
		if (config_setting_is_group(config_setting_get_elem(list, (unsigned) i)))
			read_motion(reader, config_setting_get_elem(list, (unsigned) i));
}
