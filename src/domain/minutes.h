/* The minutes of a meeting from its state: pure, the same bytes for the same journal. Public: closed titles and whatever belongs to a
 * closed session stay out, names of members and of speakers who gave one are in (Gov. Code 54953(c)(2): the vote of each member). */
#ifndef DAIS_DOMAIN_MINUTES_H
#define DAIS_DOMAIN_MINUTES_H

#include "domain/meeting.h"
#include "domain/paper.h"

/* Draft, corrected or approved, as the journal says. Header, attendance with times, each item with its motions in the board's form (moved,
 * seconded, the words, method, result, arithmetic, names per side), corrections, closed-session reports, adjournment, chain head. g: paper_free. */
struct paper *minutes_paper(const struct meeting *meeting, const char *lang);
/* One page: seats by motions in NACOLE's codes P A E R M S Y N AB, at most 80 cells wide. */
struct paper *minutes_matrix(const struct meeting *meeting, const char *lang);
/* "draft", "corrected", "approved" (as words of the journal, untranslated). */
const char *minutes_status(const struct meeting *meeting);

/*
 * What the public may read, for every paper (minutes_public.c). A motion moved in public may have been seconded, changed, voted upon or
 * ended in closed session: then that part of it is left out, whatever the state says.
 */
/* Was this event of the meeting recorded in open session (or before and after it)? */
bool minutes_is_public(const struct meeting *meeting, const struct meeting_event *event);
/* What was said to have been done with an item where no motion says it; NULL for closed items too. */
const char *minutes_item_outcome(const struct meeting *meeting, const struct meeting_item *item);
/* The motion that decided an item in public, or NULL. */
const struct motion *minutes_item_decision(const struct meeting *meeting, const struct meeting_item *item);
/* Index of the member who seconded it in public; -1. */
int minutes_motion_seconder(const struct meeting *meeting, const struct motion *motion);
/* Its words at the end, or as they were moved where they were changed in closed session. */
const char *minutes_motion_text(const struct meeting *meeting, const struct motion *motion);
/* False: what became of it was decided in closed session. */
bool minutes_motion_is_told(const struct meeting *meeting, const struct motion *motion);
bool minutes_vote_is_public(const struct meeting *meeting, const struct vote *vote);
/* Why a vote was corrected; NULL where that was said in closed session. */
const char *minutes_correction_why(const struct meeting *meeting, const struct correction *correction);

#endif
