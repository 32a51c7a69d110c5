/* Legistar's JSON of a matter: its History holds actions of bodies, some with the votes by name. Actions of one event are one meeting. */
#include <json-glib/json-glib.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "exchange/json_strict.h"
#include "exchange/published_private.h"

enum { FILE_MOST = 64 * 1024 * 1024, DEPTH = 32 };

static const char *text_of(JsonObject *object, const char *key)
{
	JsonNode *node = json_object_get_member(object, key);
	return node && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING ? json_node_get_string(node) : NULL;
}

static gint64 number_of(JsonObject *object, const char *key)
{
	JsonNode *node = json_object_get_member(object, key);
	return node && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_INT64 ? json_node_get_int(node) : 0;
}

static JsonArray *list_of(JsonObject *object, const char *key)
{
	JsonNode *node = json_object_get_member(object, key);
	return node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

static struct published_meeting *meeting_of(struct reading *reading, JsonObject *action)
{
	g_autofree char *source = g_strdup_printf("event %" G_GINT64_FORMAT, number_of(action, "EventID"));
	instant_t starts = 0;
	for (guint i = 0; i < reading->meetings->len; i++) {
		struct published_meeting *meeting = reading->meetings->pdata[i];
		if (!strcmp(meeting->source, source))
			return meeting;
	}
	/* The published times are local ones with a Z behind them. */
	g_autofree char *when = g_strdup(text_of(action, "Date"));
	if (when && strlen(when) > 16)
		when[16] = '\0';
	instant_parse(when ? when : "", reading->zone, &starts);
	struct published_meeting *meeting = published_meeting_new(source, text_of(action, "BodyName"), starts);
	g_ptr_array_add(reading->meetings, meeting);
	return meeting;
}

static bool take_action(struct reading *reading, const char *path, JsonObject *matter, JsonObject *action, GError **error)
{
	JsonArray *votes = list_of(action, "Votes");
	guint named = votes ? json_array_get_length(votes) : 0;
	if (!named && !text_of(action, reading->map->result))
		return true;
	if (!number_of(action, "EventID")) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: an action with a result has no EventID, so its meeting is not known"), path);
		return false;
	}
	const char *file = text_of(matter, "File"), *title = text_of(matter, "Name"), *what = text_of(action, "Action");
	g_autofree char *words = g_strdup_printf("%s: %s", title ? title : "", what ? what : "");
	struct published_motion *motion = published_meeting_add(meeting_of(reading, action), file, words);
	reading_outcome(reading, motion, text_of(action, reading->map->result));
	for (guint i = 0; i < named; i++) {
		JsonNode *node = json_array_get_element(votes, i);
		JsonObject *vote = JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
		const char *name = vote ? text_of(vote, "FullName") : NULL, *word = vote ? text_of(vote, "Vote") : NULL;
		if (name)
			published_motion_vote(motion, name, reading_choice(reading, word ? word : ""));
	}
	return true;
}

bool published_legistar(struct reading *reading, const char *path, GError **error)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	g_autoptr(GError) bad = NULL;
	gsize length;
	g_autofree char *text = json_file_read(path, FILE_MOST, &length, error);
	if (!text || !json_strict(path, text, length, DEPTH, error))
		return false;
	JsonNode *root = json_parser_load_from_data(parser, text, (gssize) length, &bad) ? json_parser_get_root(parser) : NULL;
	if (!root || !JSON_NODE_HOLDS_OBJECT(root)) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: this is no matter in JSON: %s"), path, bad ? bad->message : _("no object"));
		return false;
	}
	JsonObject *matter = json_node_get_object(root);
	JsonArray *history = list_of(matter, "History");
	for (guint i = 0; history && i < json_array_get_length(history); i++) {
		JsonNode *node = json_array_get_element(history, i);
		if (JSON_NODE_HOLDS_OBJECT(node) && !take_action(reading, path, matter, json_node_get_object(node), error))
			return false;
	}
	return true;
}
