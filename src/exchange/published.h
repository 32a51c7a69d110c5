/* Published votes, as a map says (struct vote_map): a wide CSV a meeting, Legistar's JSON of matters, documents of Popolo and Open Civic Data. */
#ifndef DAIS_EXCHANGE_PUBLISHED_H
#define DAIS_EXCHANGE_PUBLISHED_H

#include "domain/import_map.h"
#include "domain/published.h"

/* struct published_meeting *, owned, oldest first; NULL with the file (and row) named. zone: the board's. Words the map does not know are
 * added to unknown (char *, each once, "TRUE?": as published). */
GPtrArray *published_read(const char *const *paths, const struct vote_map *map, const char *zone, GPtrArray *unknown, GError **error);

#endif
