/* What the readers of published votes share. */
#ifndef DAIS_EXCHANGE_PUBLISHED_PRIVATE_H
#define DAIS_EXCHANGE_PUBLISHED_PRIVATE_H

#include "exchange/published.h"

struct reading { const struct vote_map *map; const char *zone; GPtrArray *meetings, *unknown; };

/* What a word of a vote means; a word that is not known is remembered and means nothing. */
enum choice reading_choice(struct reading *reading, const char *word);
/* What the words of an outcome mean: the vote's result, and the kind of its motion where they say so (g_free; may be NULL). */
void reading_outcome(const struct reading *reading, struct published_vote *vote, char **kind, const char *outcome);
/* The same for a meeting's last motion, of which the vote is. A vote with names was by roll call, one without as if by voice. */
void reading_row_done(const struct reading *reading, struct published_meeting *meeting, struct published_vote *vote, const char *outcome);

bool published_chart(struct reading *reading, const char *path, GError **error);
bool published_document(struct reading *reading, const char *path, GError **error);
bool published_legistar(struct reading *reading, const char *path, GError **error);

#endif
