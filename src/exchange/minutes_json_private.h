/* What the files of the JSON of the minutes share. */
#ifndef DAIS_EXCHANGE_MINUTES_JSON_PRIVATE_H
#define DAIS_EXCHANGE_MINUTES_JSON_PRIVATE_H

#include "domain/attendance.h"
#include "domain/meeting_public.h"
#include "domain/minutes.h"
#include "exchange/json_build.h"

/* The name of a member; left out where there is none. */
void minutes_json_member(JsonBuilder *json, const char *key, const struct meeting *meeting, int index);
/* minutes_json_motions.c: the public motions of an item; 0: those that belong to none. */
void minutes_json_motions(JsonBuilder *json, const struct meeting *meeting, int item);

#endif
