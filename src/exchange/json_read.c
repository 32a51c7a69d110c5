#include "exchange/json_read.h"

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/json_strict.h"

enum { FILE_MOST = 64 * 1024 * 1024, DEPTH = 32 };

JsonObject *json_read_file(JsonParser *parser, const char *path, const char *what, GError **error)
{
	g_autoptr(GError) bad = NULL;
	gsize length;
	g_autofree char *text = json_file_read(path, FILE_MOST, &length, error);
	if (!text || !json_strict(path, text, length, DEPTH, error))
		return NULL;
	JsonNode *root = json_parser_load_from_data(parser, text, (gssize) length, &bad) ? json_parser_get_root(parser) : NULL;
	if (root && JSON_NODE_HOLDS_OBJECT(root))
		return json_node_get_object(root);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: this is not %s in JSON: %s"), path, what, bad ? bad->message : _("no object"));
	return NULL;
}

static JsonNode *value_of(JsonObject *object, const char *key, GType type)
{
	JsonNode *node = object ? json_object_get_member(object, key) : NULL;
	return node && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == type ? node : NULL;
}

const char *json_read_text(JsonObject *object, const char *key)
{
	JsonNode *node = value_of(object, key, G_TYPE_STRING);
	return node ? json_node_get_string(node) : NULL;
}

gint64 json_read_number(JsonObject *object, const char *key)
{
	JsonNode *node = value_of(object, key, G_TYPE_INT64);
	return node ? json_node_get_int(node) : 0;
}

bool json_read_flag(JsonObject *object, const char *key)
{
	JsonNode *node = value_of(object, key, G_TYPE_BOOLEAN);
	return node && json_node_get_boolean(node);
}

JsonArray *json_read_list(JsonObject *object, const char *key)
{
	JsonNode *node = object ? json_object_get_member(object, key) : NULL;
	return node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

JsonObject *json_read_object(JsonObject *object, const char *key)
{
	JsonNode *node = object ? json_object_get_member(object, key) : NULL;
	return node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

JsonObject *json_read_at(JsonArray *list, guint n)
{
	JsonNode *node = n < json_read_length(list) ? json_array_get_element(list, n) : NULL;
	return node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

guint json_read_length(JsonArray *list)
{
	return list ? json_array_get_length(list) : 0;
}
