/*
 * What the public may read of a meeting's state: what every paper and the projector ask, and what the screen masks. A motion moved in
 * public may have been seconded, changed, voted upon or ended in closed session: then that part of it is left out, whatever the state
 * says.
 */
#ifndef DAIS_DOMAIN_MEETING_PUBLIC_H
#define DAIS_DOMAIN_MEETING_PUBLIC_H

#include "domain/meeting.h"

/* Was this event of the meeting recorded in open session (or before and after it)? */
bool event_is_public(const struct meeting *meeting, const struct meeting_event *event);
/* What was said to have been done with an item where no motion says it; NULL for closed items too. */
const char *item_public_outcome(const struct meeting *meeting, const struct meeting_item *item);
/* The motion that decided an item in public, or NULL. */
const struct motion *item_public_decision(const struct meeting *meeting, const struct meeting_item *item);
/* Index of the member who seconded it in public; -1. */
int motion_public_seconder(const struct meeting *meeting, const struct motion *motion);
/* False: the words it has now were made, or may repeat what was made, in closed session. A restatement in public has public words again. */
bool motion_words_are_public(const struct meeting *meeting, const struct motion *motion);
/* Its words at the end, or as they were moved where those are not public. */
const char *motion_public_text(const struct meeting *meeting, const struct motion *motion);
/* False: what became of it was decided in closed session. */
bool motion_end_is_public(const struct meeting *meeting, const struct motion *motion);
bool vote_is_public(const struct meeting *meeting, const struct vote *vote);
/* Was the speaker put down in public? */
bool speaker_is_public(const struct meeting *meeting, const struct speaker *speaker);
/* Why a vote was corrected; NULL where that was said in closed session. */
const char *correction_public_why(const struct meeting *meeting, const struct correction *correction);

#endif
