/* The minutes of a meeting from its state: pure, the same bytes for the same journal. Public: closed titles and whatever belongs to a
 * closed session stay out, names of members and of speakers who gave one are in (Gov. Code 54953(c)(2): the vote of each member). */
#ifndef DAIS_DOMAIN_MINUTES_H
#define DAIS_DOMAIN_MINUTES_H

#include "domain/meeting.h"
#include "domain/paper.h"

/* Draft, corrected or approved, as the journal says. Header, attendance with times, each item with its motions in the board's form (moved,
 * seconded, the words, method, result, arithmetic, names per side), corrections, closed-session reports, adjournment, chain head. What was frozen stands in the language of the
 * call to order; the labels of board that hold exactly that text put it into lang (NULL: as frozen). g: paper_free. */
struct paper *minutes_paper(const struct meeting *meeting, const struct board *board, const char *lang);
/* One page: seats by motions in NACOLE's codes P A E R M S Y N AB, at most 80 cells wide. */
struct paper *minutes_matrix(const struct meeting *meeting, const struct board *board, const char *lang);
/* "draft", "corrected", "approved" (as words of the journal, untranslated). */
const char *minutes_status(const struct meeting *meeting);

#endif
