#include "exchange/json_build.h"

#include "base/text.h"

/* Invalid bytes and control characters never reach the builder. */
void json_build_string(JsonBuilder *json, const char *text)
{
	g_autofree char *clean = text_clean(text, -1, TEXT_KEEP_NEWLINES);
	json_builder_add_string_value(json, clean);
}

void json_build_text(JsonBuilder *json, const char *key, const char *text)
{
	if (!text || !*text)
		return;
	json_builder_set_member_name(json, key);
	json_build_string(json, text);
}

void json_build_number(JsonBuilder *json, const char *key, gint64 number)
{
	json_builder_set_member_name(json, key);
	json_builder_add_int_value(json, number);
}

void json_build_time(JsonBuilder *json, const char *key, instant_t at)
{
	g_autoptr(GDateTime) when = at ? g_date_time_new_from_unix_utc(at) : NULL;
	/* Its own %Y has as many digits as the year. */
	g_autofree char *rest = when ? g_date_time_format(when, "-%m-%dT%H:%M:%SZ") : NULL, *text = when ? g_strdup_printf("%04d%s", g_date_time_get_year(when), rest) : NULL;
	json_build_text(json, key, text);
}

void json_build_flag(JsonBuilder *json, const char *key, bool value)
{
	json_builder_set_member_name(json, key);
	json_builder_add_boolean_value(json, value);
}

void json_build_list(JsonBuilder *json, const char *key)
{
	json_builder_set_member_name(json, key);
	json_builder_begin_array(json);
}

char *json_build_finish(JsonBuilder *json)
{
	g_autoptr(JsonGenerator) generator = json_generator_new();
	JsonNode *root = json_builder_get_root(json);
	json_generator_set_root(generator, root);
	json_generator_set_pretty(generator, TRUE);
	g_autofree char *text = json_generator_to_data(generator, NULL);
	json_node_unref(root);
	return g_strconcat(text, "\n", NULL);
}

void json_build_write(FILE *out, JsonBuilder *json)
{
	g_autofree char *text = json_build_finish(json);
	fputs(text, out);
}
