/*
 * A journal as JSON: an array of events, one a line, members in a fixed order, those not used left out. Times are UTC
 * ("2024-12-16T18:00:00Z"). What is written reads back to the same bytes, hashes and all.
 */
#ifndef DAIS_EXCHANGE_JOURNAL_JSON_H
#define DAIS_EXCHANGE_JOURNAL_JSON_H

#include <stdio.h>
#include "domain/journal.h"

/* events: struct meeting_event *. */
void journal_json_write(FILE *out, const GPtrArray *events);
/* struct meeting_event *, owned; NULL with file and event named. Written by hand, seq, at, id, who, prev and hash may be missing. */
GPtrArray *journal_json_read(const char *path, GError **error);
/* The same from memory; name is for messages. */
GPtrArray *journal_json_parse(const char *name, const char *text, gssize length, GError **error);

#endif
