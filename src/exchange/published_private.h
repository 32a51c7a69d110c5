/* What the readers of published votes share. */
#ifndef DAIS_EXCHANGE_PUBLISHED_PRIVATE_H
#define DAIS_EXCHANGE_PUBLISHED_PRIVATE_H

#include "exchange/published.h"

struct reading { const struct vote_map *map; const char *zone; GPtrArray *meetings, *unknown; };

/* What a word of a vote means; a word that is not known is remembered and means nothing. */
enum choice reading_choice(struct reading *reading, const char *word);
/* Sets result and kind by the outcome's words. */
void reading_outcome(const struct reading *reading, struct published_motion *motion, const char *outcome);

bool published_chart(struct reading *reading, const char *path, GError **error);
bool published_legistar(struct reading *reading, const char *path, GError **error);

#endif
