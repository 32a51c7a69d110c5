#include "config/reader.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "config/scan.h"

static void reader_report(void *data, int line, const char *text)
{
	struct reader *reader = data;
	int file_line;
	const char *file = source_place(&reader->source, line, &file_line);
	faults_add(reader->faults, file, file_line, "%s", text);
}

static int reader_shown_line(void *data, int line)
{
	const struct reader *reader = data;
	source_place(&reader->source, line, &line);
	return line;
}

static bool reader_parse(struct reader *reader)
{
	const GString *text = reader->source.text;
	if (!scan_check(text->str, text->len, &(struct scan_reader) { reader_report, reader_shown_line, reader }))
		return false;
	if (config_read_string(&reader->config, text->str) == CONFIG_TRUE)
		return true;
	reader_report(reader, config_error_line(&reader->config), config_error_text(&reader->config));
	return false;
}

bool reader_open(struct reader *reader, const char *path, GPtrArray *faults)
{
	*reader = (struct reader) { .faults = faults, .faults_before = faults->len };
	config_init(&reader->config);
	return source_load(&reader->source, path, faults) && reader_parse(reader);
}

bool reader_open_text(struct reader *reader, const char *name, const char *text, gsize length, GPtrArray *faults)
{
	*reader = (struct reader) { .faults = faults, .faults_before = faults->len };
	config_init(&reader->config);
	return source_load_text(&reader->source, name, text, length, faults) && reader_parse(reader);
}

bool reader_close(struct reader *reader)
{
	config_destroy(&reader->config);
	source_clear(&reader->source);
	return reader->faults->len == reader->faults_before;
}

int reader_line(const struct reader *reader, const config_setting_t *setting)
{
	int line;
	source_place(&reader->source, (int) config_setting_source_line(setting), &line);
	return line;
}

void reader_fault(struct reader *reader, const config_setting_t *setting, const char *format, ...)
{
	va_list words;
	va_start(words, format);
	g_autofree char *text = g_strdup_vprintf(format, words);
	va_end(words);
	int line = (int) config_setting_source_line(setting);
	reader_report(reader, line > 0 ? line : 1, text);
}

void reader_warn(struct reader *reader, const config_setting_t *setting, const char *format, ...)
{
	reader->warned++;
	if (reader->warnings == NULL)
		return;
	va_list words;
	va_start(words, format);
	g_autofree char *text = g_strdup_vprintf(format, words);
	va_end(words);
	int line;
	const char *file = source_place(&reader->source, (int) config_setting_source_line(setting), &line);
	faults_add(reader->warnings, file, line, _("warning: %s"), text);
}

char *reader_hint(const char *word, const char *const *candidates, const char *otherwise)
{
	const char *near = strlen(word) < 3 ? NULL : text_nearest(word, candidates);
	return near == NULL ? g_strdup(otherwise) : g_strdup_printf(_("did you mean '%s'?"), near);
}

const config_setting_t *reader_nth_group(const config_setting_t *setting, const char *key, guint n)
{
	const config_setting_t *list = config_setting_get_member(setting, key);
	for (int i = 0; list != NULL && i < config_setting_length(list); i++) {
		const config_setting_t *item = config_setting_get_elem(list, (unsigned) i);
		if (config_setting_type(item) == CONFIG_TYPE_GROUP && n-- == 0)
			return item;
	}
	return setting;
}

bool reader_is_list(const config_setting_t *setting)
{
	int type = config_setting_type(setting);
	return type == CONFIG_TYPE_LIST || type == CONFIG_TYPE_ARRAY;
}

static const char *reader_any_text(struct reader *reader, const config_setting_t *setting, const char *what)
{
	const char *text = config_setting_type(setting) == CONFIG_TYPE_STRING ? config_setting_get_string(setting) : NULL;
	if (text == NULL)
		reader_fault(reader, setting, _("'%s' must be a text in double quotes"), what);
	else if (!g_utf8_validate(text, -1, NULL))
		reader_fault(reader, setting, _("'%s' holds bytes that are not UTF-8; write the characters themselves"), what);
	else
		return text;
	return NULL;
}

const char *reader_text(struct reader *reader, const config_setting_t *setting, const char *what)
{
	const char *text = reader_any_text(reader, setting, what);
	if (text == NULL || text[strspn(text, " \t")] != '\0')
		return text;
	reader_fault(reader, setting, _("'%s' is empty; give a text or take the line out"), what);
	return NULL;
}

/* The key a setting belongs to: elements of lists are called by their list. */
static const char *setting_name(const config_setting_t *setting)
{
	while (config_setting_name(setting) == NULL && !config_setting_is_root(setting))
		setting = config_setting_parent(setting);
	return config_setting_name(setting) == NULL ? "" : config_setting_name(setting);
}

static bool is_id(const char *text)
{
	gsize length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
	return length > 0 && length <= 64 && text[length] == '\0';
}

const char *reader_id(struct reader *reader, const config_setting_t *setting)
{
	const char *text = reader_text(reader, setting, setting_name(setting));
	if (text == NULL || is_id(text))
		return text;
	reader_fault(reader, setting, _("'%s' cannot be an id; use letters, digits, '_' and '-', at most 64"), text);
	return NULL;
}

static const char *reader_one(struct reader *reader, const config_setting_t *setting, enum texts_kind kind)
{
	switch (kind) {
	case TEXTS_ANY: return reader_any_text(reader, setting, setting_name(setting));
	case TEXTS_FULL: return reader_text(reader, setting, setting_name(setting));
	case TEXTS_IDS: return reader_id(reader, setting);
	}
	return NULL;
}

char **reader_texts(struct reader *reader, const config_setting_t *setting, enum texts_kind kind)
{
	GPtrArray *texts = g_ptr_array_new();
	bool list = reader_is_list(setting);
	int n = list ? config_setting_length(setting) : 1;
	for (int i = 0; i < n; i++) {
		const config_setting_t *item = list ? config_setting_get_elem(setting, (unsigned) i) : setting;
		const char *text = reader_one(reader, item, kind);
		if (text != NULL)
			g_ptr_array_add(texts, g_strdup(text));
	}
	g_ptr_array_add(texts, NULL);
	return (char **) g_ptr_array_free(texts, FALSE);
}

day_t reader_day(struct reader *reader, const config_setting_t *setting)
{
	const char *text = config_setting_get_string(setting);
	day_t day = text != NULL && strlen(text) == strlen("2024-05-31") ? day_parse_iso(text) : DAY_UNKNOWN;
	if (day == DAY_UNKNOWN)
		reader_fault(reader, setting, _("'%s' must be a date that exists, such as \"2024-05-31\""),
			setting_name(setting));
	return day;
}
