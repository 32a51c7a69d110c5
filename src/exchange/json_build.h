/* What the writers of JSON share: members that are cleaned, and left out where there is nothing to say. */
#ifndef DAIS_EXCHANGE_JSON_BUILD_H
#define DAIS_EXCHANGE_JSON_BUILD_H

#include <json-glib/json-glib.h>
#include <stdbool.h>
#include <stdio.h>
#include "base/date.h"

/* A string, cleaned; a member that is a text (left out where there is none), a number, a time in UTC (left out where it is 0), a flag. */
void json_build_string(JsonBuilder *json, const char *text);
void json_build_text(JsonBuilder *json, const char *key, const char *text);
void json_build_number(JsonBuilder *json, const char *key, gint64 number);
void json_build_time(JsonBuilder *json, const char *key, instant_t at);
void json_build_flag(JsonBuilder *json, const char *key, bool value);
/* Begins an array; json_builder_end_array ends it. */
void json_build_list(JsonBuilder *json, const char *key);
/* The finished value, indented, and a newline; g_free. The builder is then used up. */
char *json_build_finish(JsonBuilder *json);
void json_build_write(FILE *out, JsonBuilder *json);

#endif
