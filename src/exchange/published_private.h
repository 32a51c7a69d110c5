/* What the readers of published votes share. */
#ifndef DAIS_EXCHANGE_PUBLISHED_PRIVATE_H
#define DAIS_EXCHANGE_PUBLISHED_PRIVATE_H

#include "exchange/published.h"

struct reading { const struct vote_map *map; const char *zone; GPtrArray *meetings, *odd; };

/* What a member answered, as published. A word that is not known is kept with the ballot, and remembered with the place: file and line, or
 * what names the vote in it. */
void reading_ballot(struct reading *reading, struct published_vote *vote, const char *member, const char *word, const char *place);
/* What the words of an outcome mean: the vote's result, and the kind of its motion where they say so (g_free; may be NULL). */
void reading_outcome(const struct reading *reading, struct published_vote *vote, char **kind, const char *outcome);
/* The same for a meeting's last motion, of which the vote is. A vote with names was by roll call, one without as if by voice. Names
 * without a result that is known are remembered with the place. */
void reading_row_done(struct reading *reading, struct published_meeting *meeting, struct published_vote *vote, const char *outcome, const char *place);

bool published_chart(struct reading *reading, const char *path, GError **error);
bool published_document(struct reading *reading, const char *path, GError **error);
bool published_legistar(struct reading *reading, const char *path, GError **error);

#endif
