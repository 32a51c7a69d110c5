/* Where a meeting stands, in words for the message line and for questions; events have theirs in domain/event_words. */
#ifndef DAIS_APP_MEETING_WORDS_H
#define DAIS_APP_MEETING_WORDS_H

#include "domain/meeting.h"

struct app;
/* "mlindq since 18:02"; g_free. */
char *words_of_holder(const struct app *app);
/* "item 7, motion 4: 5 of 7 votes recorded"; g_free. */
char *words_of_place(const struct meeting *meeting);
/* "5 ayes, 1 nay, 1 abstention"; g_free. */
char *words_of_tally(const struct tally *tally);
/* "7 Body-worn camera policy", in lang where the template of the body (NULL: none) has it; g_free. */
char *words_of_item(const struct meeting_item *item, const struct body *body, const char *lang);
/* "motion 4"; g_free. */
char *words_of_motion(const struct meeting *meeting, const struct motion *motion);

#endif
