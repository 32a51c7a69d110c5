/* What the files of the JSON of the minutes share. */
#ifndef DAIS_EXCHANGE_MINUTES_JSON_PRIVATE_H
#define DAIS_EXCHANGE_MINUTES_JSON_PRIVATE_H

#include <json-glib/json-glib.h>
#include "domain/attendance.h"
#include "domain/meeting_public.h"
#include "domain/minutes.h"

/* A string, cleaned; a member that is a text (left out where there is none), a number, a time in UTC (left out where it is 0), a flag, the
 * name of a member (left out where there is none). */
void minutes_json_string(JsonBuilder *json, const char *text);
void minutes_json_text(JsonBuilder *json, const char *key, const char *text);
void minutes_json_number(JsonBuilder *json, const char *key, gint64 number);
void minutes_json_time(JsonBuilder *json, const char *key, instant_t at);
void minutes_json_flag(JsonBuilder *json, const char *key, bool value);
void minutes_json_member(JsonBuilder *json, const char *key, const struct meeting *meeting, int index);
/* Begins an array; json_builder_end_array ends it. */
void minutes_json_list(JsonBuilder *json, const char *key);
/* minutes_json_motions.c: the public motions of an item; 0: those that belong to none. */
void minutes_json_motions(JsonBuilder *json, const struct meeting *meeting, int item);

#endif
