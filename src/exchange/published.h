/* Published votes, as a map says (struct vote_map): a wide CSV a meeting, Legistar's JSON of matters, documents of Popolo and Open Civic Data. */
#ifndef DAIS_EXCHANGE_PUBLISHED_H
#define DAIS_EXCHANGE_PUBLISHED_H

#include "domain/import_map.h"
#include "domain/published.h"

/* What the map does not know: an answer in a vote, or with result a result beside names. As published, in how many places, and the first of
 * them: "2024-03-04.csv:7, Birch (Ward 1)". */
enum { PUBLISHED_PLACES = 5 };
struct published_odd { char *word; bool result; guint count; GPtrArray *places; };
void published_odd_free(struct published_odd *odd);

/* struct published_meeting *, owned, oldest first; NULL with the file (and row) named. zone: the board's. What the map does not know is
 * added to odd (struct published_odd *, each word once, in the order found); the meetings keep it as published. */
GPtrArray *published_read(const char *const *paths, const struct vote_map *map, const char *zone, GPtrArray *odd, GError **error);

#endif
