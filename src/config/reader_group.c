/* Groups of keys by their tables. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "config/reader.h"

static void labels_from_text(struct reader *reader, const config_setting_t *setting, const struct key *key,
	struct labels *labels)
{
	const char *text = reader_text(reader, setting, key->name);
	if (text == NULL)
		return;
	if (reader->languages == NULL || reader->languages[0] == NULL) {
		labels_add(labels, "", text);
		return;
	}
	for (unsigned i = 0; reader->languages[i] != NULL && (i == 0 || key->type == KEY_NAME); i++)
		labels_add(labels, reader->languages[i], text);
}

static void labels_from_group(struct reader *reader, const config_setting_t *setting, struct labels *labels)
{
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		const char *lang = config_setting_name(item), *text = reader_text(reader, item, lang);
		if (reader->languages != NULL && reader->languages[0] != NULL && !g_strv_contains(reader->languages, lang))
			reader_fault(reader, item,
				_("'%s' is not among the languages of this board; add it to 'languages' or take it out"), lang);
		if (text != NULL)
			labels_add(labels, lang, text);
	}
}

static void read_labels(struct reader *reader, const config_setting_t *setting, const struct key *key,
	struct labels *labels)
{
	if (config_setting_type(setting) == CONFIG_TYPE_GROUP)
		labels_from_group(reader, setting, labels);
	else
		labels_from_text(reader, setting, key, labels);
	for (unsigned i = 0; reader->languages != NULL && reader->languages[i] != NULL && labels->n > 0; i++) {
		const char *lang = reader->languages[i];
		if (labels_has(labels, lang))
			continue;
		if (config_setting_type(setting) == CONFIG_TYPE_GROUP)
			reader_fault(reader, setting, _("'%s' has no text in language '%s'; add %s = \"...\""), key->name, lang,
				lang);
		else
			reader_fault(reader, setting, _("'%s' has no text in language '%s'; write { %s = \"...\"; %s = \"...\"; }"),
				key->name, lang, reader->languages[0], lang);
	}
}

static bool read_integer(struct reader *reader, const config_setting_t *setting, const struct key *key, gint64 *value)
{
	int type = config_setting_type(setting);
	if (type != CONFIG_TYPE_INT && type != CONFIG_TYPE_INT64) {
		reader_fault(reader, setting, _("'%s' must be a whole number"), key->name);
		return false;
	}
	*value = type == CONFIG_TYPE_INT ? config_setting_get_int(setting) : config_setting_get_int64(setting);
	if (*value >= key->least && *value <= key->most)
		return true;
	reader_fault(reader, setting,
		_("'%s' is %" PRId64 ", but must be from %" PRId64 " to %" PRId64), key->name,
		*value, key->least, key->most);
	return false;
}

static void read_number(struct reader *reader, const config_setting_t *setting, const struct key *key, double *to)
{
	int type = config_setting_type(setting);
	double value = type == CONFIG_TYPE_FLOAT ? config_setting_get_float(setting) : config_setting_get_int(setting);
	if ((type == CONFIG_TYPE_FLOAT || type == CONFIG_TYPE_INT) && value >= (double) key->least &&
		value <= (double) key->most)
		*to = value;
	else
		reader_fault(reader, setting, _("'%s' must be a number from %" PRId64 " to %" PRId64),
			key->name, key->least, key->most);
}

static bool read_bool(struct reader *reader, const config_setting_t *setting, const struct key *key, bool *value)
{
	if (config_setting_type(setting) != CONFIG_TYPE_BOOL) {
		reader_fault(reader, setting, _("'%s' must be true or false, without quotes"), key->name);
		return false;
	}
	*value = config_setting_get_bool(setting) != 0;
	return true;
}

static void read_flag(struct reader *reader, const config_setting_t *setting, const struct key *key, unsigned *flags)
{
	bool value;
	if (read_bool(reader, setting, key, &value))
		*flags = value ? *flags | (unsigned) key->most : *flags & ~(unsigned) key->most;
}

static void read_word(struct reader *reader, const config_setting_t *setting, const struct key *key, int *to)
{
	const char *text = reader_text(reader, setting, key->name);
	if (text == NULL)
		return;
	for (int i = 0; key->words[i] != NULL; i++) {
		if (strcmp(text, key->words[i]) == 0) {
			*to = i;
			return;
		}
	}
	g_autofree char *all = g_strjoinv(", ", (char **) key->words);
	g_autofree char *otherwise = g_strdup_printf(_("it is one of: %s"), all);
	g_autofree char *hint = reader_hint(text, key->words, otherwise);
	reader_fault(reader, setting, _("'%s' cannot be '%s'; %s"), key->name, text, hint);
}

static void read_group(struct reader *reader, config_setting_t *setting, const struct key *key, void *object)
{
	if (config_setting_type(setting) == CONFIG_TYPE_GROUP)
		key->each(reader, setting, object);
	else
		reader_fault(reader, setting, _("'%s' must be a group: { ... }"), key->name);
}

static void read_list(struct reader *reader, const config_setting_t *setting, const struct key *key, void *object)
{
	if (config_setting_type(setting) != CONFIG_TYPE_LIST) {
		reader_fault(reader, setting, _("'%s' must be a list of groups: ( { ... }, { ... } )"), key->name);
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		if (config_setting_type(item) == CONFIG_TYPE_GROUP)
			key->each(reader, item, object);
		else
			reader_fault(reader, item, _("each entry of '%s' must be a group: { ... }"), key->name);
	}
}

static void take_text(char **to, const char *text)
{
	g_free(*to);
	*to = g_strdup(text);
}

static void take_texts(char ***to, char **texts)
{
	g_strfreev(*to);
	*to = texts;
}

void reader_key(struct reader *reader, config_setting_t *setting, const struct key *key, void *object)
{
	void *to = (char *) object + key->at;
	gint64 value;
	switch (key->type) {
	case KEY_TEXT: take_text(to, reader_text(reader, setting, key->name)); break;
	case KEY_ID: take_text(to, reader_id(reader, setting)); break;
	case KEY_LABEL:
	case KEY_NAME: read_labels(reader, setting, key, to); break;
	case KEY_INT: if (read_integer(reader, setting, key, &value)) *(int *) to = (int) value; break;
	case KEY_INT64: if (read_integer(reader, setting, key, &value)) *(gint64 *) to = value; break;
	case KEY_BOOL: read_bool(reader, setting, key, to); break;
	case KEY_FLAG: read_flag(reader, setting, key, to); break;
	case KEY_NUMBER: read_number(reader, setting, key, to); break;
	case KEY_DATE: *(day_t *) to = reader_day(reader, setting); break;
	case KEY_TEXTS: take_texts(to, reader_texts(reader, setting, TEXTS_FULL)); break;
	case KEY_IDS: take_texts(to, reader_texts(reader, setting, TEXTS_IDS)); break;
	case KEY_WORD: read_word(reader, setting, key, to); break;
	case KEY_GROUP: read_group(reader, setting, key, object); break;
	case KEY_LIST: read_list(reader, setting, key, object); break;
	case KEY_OTHER: key->each(reader, setting, object); break;
	}
}

/* Names of the keys of a group; g_free the array only. */
static const char **key_names(const struct key_group *group)
{
	GPtrArray *names = g_ptr_array_new();
	for (const struct key *key = group->keys; key->name != NULL; key++)
		g_ptr_array_add(names, (gpointer) key->name);
	g_ptr_array_add(names, NULL);
	return (const char **) g_ptr_array_free(names, FALSE);
}

static void tell_unknown(struct reader *reader, const config_setting_t *setting, const struct key_group *group)
{
	g_autofree const char **names = key_names(group);
	for (int i = 0; i < config_setting_length(setting); i++) {
		const config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		const char *name = config_setting_name(item);
		if (g_strv_contains(names, name))
			continue;
		g_autofree char *all = g_strjoinv(", ", (char **) names);
		g_autofree char *otherwise = g_strdup_printf(_("it may have: %s"), all);
		g_autofree char *hint = reader_hint(name, names, otherwise);
		reader_fault(reader, item, _("unknown key '%s' in %s; %s"), name, _(group->name), hint);
	}
}

/* A missing key for which a misspelled one stands there is told once, as the misspelling. */
static bool is_misspelled(const config_setting_t *setting, const struct key_group *group, const char *missing)
{
	g_autofree const char **names = key_names(group);
	for (int i = 0; i < config_setting_length(setting); i++) {
		const char *name = config_setting_name(config_setting_get_elem(setting, (unsigned) i));
		if (!g_strv_contains(names, name) && g_strcmp0(text_nearest(name, names), missing) == 0)
			return true;
	}
	return false;
}

void reader_group(struct reader *reader, config_setting_t *setting, const struct key_group *group, void *object)
{
	for (const struct key *key = group->keys; key->name != NULL; key++) {
		config_setting_t *item = config_setting_get_member(setting, key->name);
		if (item != NULL)
			reader_key(reader, item, key, object);
		else if (key->required && !is_misspelled(setting, group, key->name))
			reader_fault(reader, setting, _("%s has no '%s'; add it"), _(group->name), key->name);
	}
	tell_unknown(reader, setting, group);
}
