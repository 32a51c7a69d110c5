/*
 * A journal as JSON: an array of events, one a line, members in a fixed order, those not used left out. Times are UTC
 * ("2024-12-16T18:00:00Z"). What is written reads back to the same bytes, hashes and all.
 */
#ifndef DAIS_EXCHANGE_JOURNAL_JSON_H
#define DAIS_EXCHANGE_JOURNAL_JSON_H

#include <stdbool.h>
#include <stdio.h>
#include "domain/journal.h"

/* events: struct meeting_event *. False, and nothing is written, when a text is not UTF-8 and would not come back as it is. */
bool journal_json_write(FILE *out, const GPtrArray *events, GError **error);
/* struct meeting_event *, owned; NULL with file and event named. Written by hand, seq, at, id, who, prev and hash may be missing and at
 * may be a number of seconds; whatever else is not as it is written (unknown members, a member twice, other types) is refused. */
GPtrArray *journal_json_read(const char *path, GError **error);
/* The same from memory; name is for messages. */
GPtrArray *journal_json_parse(const char *name, const char *text, gsize length, GError **error);

#endif
