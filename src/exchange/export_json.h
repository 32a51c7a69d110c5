/*
 * Held meetings with their motions and votes for others to read: Popolo (popoloproject.com) and Open Civic Data (the objects of pupa
 * scrapers, in one file). Only what domain/meeting_public.h lets the public read.
 *
 * Neither format has a word for a recusal, and scrapers turn it into an abstention or an absence (DOMAIN.md section 3). Here it is
 * "not voting", the one standard option that is neither a vote nor an absence; the choice itself stands in "extras.choice" of the vote
 * (and in its "note" in Open Civic Data), extras.counts keeps it apart, and the file says so in its "note". So it is with a chair who was
 * not asked and a member without a vote. Advisory votes are not among "votes", whose options add up to the counts: they have a list of
 * their own in extras. What else the formats have no place for is in "extras" too; with it import makes the same meeting again.
 */
#ifndef DAIS_EXCHANGE_EXPORT_JSON_H
#define DAIS_EXCHANGE_EXPORT_JSON_H

#include "domain/board.h"
#include "domain/meeting.h"

struct export_format;
/* "popolo", "opencivic"; NULL for another name. */
const struct export_format *export_format_find(const char *name);

/* A meeting with its name among all that are exported: "pob/2024-12-16T18:00". */
struct export_meeting { const struct meeting *meeting; char *key; const struct body *body; };
/* struct export_meeting *, owned, by their beginning; the same for the same meetings, whatever order they came in from (const struct meeting *). */
GPtrArray *export_meetings(const struct board *board, const GPtrArray *meetings);

/* What was written. */
struct export_count { unsigned meetings, motions, votes, recused; };
/* All of them (struct export_meeting *) in one document; adds to count. g_free. */
char *export_document(const struct export_format *format, const struct board *board, const GPtrArray *meetings, struct export_count *count);

#endif
