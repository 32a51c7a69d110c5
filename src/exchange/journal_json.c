#include "exchange/journal_json.h"

#include <inttypes.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/json_strict.h"
#include "exchange/json_text.h"

enum { FILE_MOST = 64 * 1024 * 1024, DEPTH = 2 };

enum value { VALUE_TEXT, VALUE_NUMBER, VALUE_TIME, VALUE_KIND, VALUE_HASH, VALUE_SMALL };
static const struct column { const char *key; enum value value; size_t at; } columns[] = {
	{ "seq", VALUE_NUMBER, offsetof(struct meeting_event, seq) }, { "at", VALUE_TIME, offsetof(struct meeting_event, at) },
	{ "kind", VALUE_KIND, offsetof(struct meeting_event, kind) }, { "seat", VALUE_TEXT, offsetof(struct meeting_event, seat) },
	{ "other", VALUE_TEXT, offsetof(struct meeting_event, other) }, { "item", VALUE_SMALL, offsetof(struct meeting_event, item) },
	{ "motion", VALUE_SMALL, offsetof(struct meeting_event, motion) }, { "number", VALUE_NUMBER, offsetof(struct meeting_event, number) },
	{ "word", VALUE_TEXT, offsetof(struct meeting_event, word) }, { "text", VALUE_TEXT, offsetof(struct meeting_event, text) },
	{ "note", VALUE_TEXT, offsetof(struct meeting_event, note) }, { "who", VALUE_TEXT, offsetof(struct meeting_event, who) },
	{ "id", VALUE_TEXT, offsetof(struct meeting_event, id) }, { "prev", VALUE_HASH, offsetof(struct meeting_event, prev) },
	{ "hash", VALUE_HASH, offsetof(struct meeting_event, hash) },
};

static void put_key(GString *line, const char *key)
{
	g_string_append_printf(line, "%s\"%s\":", line->str[line->len - 1] == '{' ? "" : ",", key);
}

/* A time that does not read back, of a year far away, is written in seconds. */
static void put_time(GString *line, instant_t at)
{
	g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc(at);
	g_autofree char *text = when ? g_date_time_format(when, "%Y-%m-%dT%H:%M:%SZ") : NULL;
	instant_t back;
	if (text && instant_parse(text, NULL, &back) && back == at)
		g_string_append_printf(line, "\"%s\"", text);
	else
		g_string_append_printf(line, "%" PRId64, at);
}

static void put_column(GString *line, const struct meeting_event *event, const struct column *column)
{
	const void *at = (const char *) event + column->at;
	gint64 number = column->value == VALUE_SMALL ? *(const int *) at : column->value == VALUE_NUMBER ? *(const gint64 *) at : 1;
	const char *text = column->value == VALUE_TEXT ? *(char *const *) at : column->value == VALUE_HASH ? at : "";
	if (!number || !text || (column->value == VALUE_HASH && !*text))
		return;
	put_key(line, column->key);
	switch (column->value) {
	case VALUE_SMALL: case VALUE_NUMBER: g_string_append_printf(line, "%" PRId64, number); break;
	case VALUE_TIME: put_time(line, event->at); break;
	case VALUE_KIND: json_text_append(line, meeting_event_name(event->kind)); break;
	case VALUE_TEXT: case VALUE_HASH: json_text_append(line, text); break;
	}
}

static bool all_utf8(const struct meeting_event *event)
{
	for (guint c = 0; c < G_N_ELEMENTS(columns); c++) {
		const char *text = columns[c].value == VALUE_TEXT ? *(char *const *) ((const char *) event + columns[c].at) : NULL;
		if (text && !g_utf8_validate(text, -1, NULL))
			return false;
	}
	return true;
}

bool journal_json_write(FILE *out, const GPtrArray *events, GError **error)
{
	for (guint i = 0; i < events->len; i++) {
		const struct meeting_event *event = events->pdata[i];
		if (!all_utf8(event)) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("event %" PRId64 " (%s) has a text that is not UTF-8; JSON cannot hold it as it is"),
				event->seq, meeting_event_name(event->kind));
			return false;
		}
	}
	fputs("[\n", out);
	for (guint i = 0; i < events->len; i++) {
		g_autoptr(GString) line = g_string_new("{");
		for (guint c = 0; c < G_N_ELEMENTS(columns); c++)
			put_column(line, events->pdata[i], &columns[c]);
		fprintf(out, "%s}%s\n", line->str, i + 1 < events->len ? "," : "");
	}
	fputs("]\n", out);
	return true;
}

/* --- reading --- */

struct place { const char *name; guint event; };

static bool wrong(const struct place *place, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);
static bool wrong(const struct place *place, GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *words = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: event %u: %s"), place->name, place->event, words);
	return false;
}

static bool take_number(const struct place *place, const char *key, JsonNode *node, gint64 *number, GError **error)
{
	if (!JSON_NODE_HOLDS_VALUE(node) || json_node_get_value_type(node) != G_TYPE_INT64)
		return wrong(place, error, _("'%s' must be a whole number"), key);
	*number = json_node_get_int(node);
	return true;
}

static bool take_text(const struct place *place, const char *key, JsonNode *node, const char **text, GError **error)
{
	if (!JSON_NODE_HOLDS_VALUE(node) || json_node_get_value_type(node) != G_TYPE_STRING)
		return wrong(place, error, _("'%s' must be a text in double quotes"), key);
	*text = json_node_get_string(node);
	return strlen(*text) <= JOURNAL_TEXT_MOST || wrong(place, error, _("'%s' is too long"), key);
}

static bool take_time(const struct place *place, JsonNode *node, instant_t *at, GError **error)
{
	const char *text;
	if (JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_INT64) {
		*at = json_node_get_int(node);
		return true;
	}
	if (!take_text(place, "at", node, &text, error))
		return false;
	return instant_parse(text, NULL, at) || wrong(place, error, _("'%s' must be a time such as 2024-12-16T18:00:00Z"), "at");
}

static bool take_kind(const struct place *place, JsonNode *node, struct meeting_event *event, GError **error)
{
	static const char *const names[] = {
#define X(id, name) name,
		MEETING_EVENT_LIST(X)
#undef X
		NULL
	};
	const char *text;
	if (!take_text(place, "kind", node, &text, error))
		return false;
	event->kind = meeting_event_find(text);
	const char *near = event->kind == MEETING_EVENTS ? text_nearest(text, names) : NULL;
	if (near)
		return wrong(place, error, _("there is no kind of event '%s'; did you mean '%s'?"), text, near);
	return event->kind < MEETING_EVENTS || wrong(place, error, _("there is no kind of event '%s'"), text);
}

static bool take_hash(const struct place *place, const char *key, JsonNode *node, char *hash, GError **error)
{
	const char *text;
	if (!take_text(place, key, node, &text, error))
		return false;
	if (strlen(text) != JOURNAL_HASH || strspn(text, "0123456789abcdef") != JOURNAL_HASH)
		return wrong(place, error, _("'%s' must be %d digits 0-9, a-f"), key, JOURNAL_HASH);
	g_strlcpy(hash, text, JOURNAL_HASH + 1);
	return true;
}

static bool take_small(const struct place *place, const char *key, JsonNode *node, int *to, GError **error)
{
	gint64 number;
	if (!take_number(place, key, node, &number, error))
		return false;
	*to = (int) number;
	return (number >= 0 && number <= G_MAXINT) || wrong(place, error, _("'%s' is out of range"), key);
}

static bool take_column(const struct place *place, const struct column *column, JsonNode *node, struct meeting_event *event, GError **error)
{
	void *at = (char *) event + column->at;
	const char *text;
	switch (column->value) {
	case VALUE_NUMBER: return take_number(place, column->key, node, at, error);
	case VALUE_SMALL: return take_small(place, column->key, node, at, error);
	case VALUE_TIME: return take_time(place, node, at, error);
	case VALUE_KIND: return take_kind(place, node, event, error);
	case VALUE_HASH: return take_hash(place, column->key, node, at, error);
	case VALUE_TEXT: break;
	}
	if (!take_text(place, column->key, node, &text, error))
		return false;
	g_free(*(char **) at);
	*(char **) at = g_strdup(text);
	return true;
}

static bool take_member(const struct place *place, const char *key, JsonNode *node, struct meeting_event *event, GError **error)
{
	const char *keys[G_N_ELEMENTS(columns) + 1] = { NULL };
	for (guint c = 0; c < G_N_ELEMENTS(columns); c++) {
		keys[c] = columns[c].key;
		if (!strcmp(columns[c].key, key))
			return take_column(place, &columns[c], node, event, error);
	}
	const char *near = text_nearest(key, keys);
	return near ? wrong(place, error, _("unknown member '%s'; did you mean '%s'?"), key, near) : wrong(place, error, _("unknown member '%s'"), key);
}

static bool take_event(const struct place *place, JsonNode *node, struct meeting_event *event, GError **error)
{
	event->kind = MEETING_EVENTS;
	if (!JSON_NODE_HOLDS_OBJECT(node))
		return wrong(place, error, _("each event is an object: { ... }"));
	g_autoptr(GList) keys = json_object_get_members(json_node_get_object(node));
	for (GList *key = keys; key; key = key->next)
		if (!take_member(place, key->data, json_object_get_member(json_node_get_object(node), key->data), event, error))
			return false;
	return event->kind < MEETING_EVENTS || wrong(place, error, _("'kind' is missing"));
}

/* The library keeps the last of two members of one name; the members of an event come one after the other. */
struct twice { JsonObject *object; guint members; int line; };

static void count_member(JsonParser *parser, JsonObject *object, const char *member, gpointer data)
{
	struct twice *twice = data;
	(void) member;
	twice->members = object == twice->object ? twice->members + 1 : 1;
	twice->object = object;
	if (!twice->line && json_object_get_size(object) < twice->members)
		twice->line = (int) json_parser_get_current_line(parser);
}

static bool load(JsonParser *parser, const char *name, const char *text, gsize length, GError **error)
{
	g_autoptr(GError) bad = NULL;
	struct twice twice = { 0 };
	if (!json_strict(name, text, length, DEPTH, error))
		return false;
	g_signal_connect(parser, "object-member", G_CALLBACK(count_member), &twice);
	bool good = json_parser_load_from_data(parser, text, (gssize) length, &bad);
	if (!good)      /* the library calls text from memory <data>, and has the line behind it */
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s%s", name, bad->message + (g_str_has_prefix(bad->message, "<data>") ? 6 : 0));
	else if (twice.line)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:%d: an event has the same member twice"), name, twice.line);
	return good && !twice.line;
}

static bool take_events(const char *name, JsonArray *array, GPtrArray *events, GError **error)
{
	for (guint i = 0; i < json_array_get_length(array); i++) {
		struct meeting_event *event = g_new0(struct meeting_event, 1);
		struct place place = { name, i + 1 };
		g_ptr_array_add(events, event);
		if (!take_event(&place, json_array_get_element(array, i), event, error))
			return false;
	}
	return true;
}

GPtrArray *journal_json_parse(const char *name, const char *text, gsize length, GError **error)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_event_free);
	gsize mark = length >= 3 && !memcmp(text, "\xef\xbb\xbf", 3) ? 3 : 0;
	if (!load(parser, name, text + mark, length - mark, error))
		return NULL;
	JsonNode *root = json_parser_get_root(parser);
	if (!root || !JSON_NODE_HOLDS_ARRAY(root)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: a journal is an array of events: [ { ... }, ... ]"), name);
		return NULL;
	}
	return take_events(name, json_node_get_array(root), events, error) ? g_steal_pointer(&events) : NULL;
}

GPtrArray *journal_json_read(const char *path, GError **error)
{
	gsize length;
	g_autofree char *text = json_file_read(path, FILE_MOST, &length, error);
	return text ? journal_json_parse(path, text, length, error) : NULL;
}
