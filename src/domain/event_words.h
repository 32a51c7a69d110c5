/* One sentence for an event of a journal, for a person: on the record pane, in `dais journal`, in messages. Translated. */
#ifndef DAIS_DOMAIN_EVENT_WORDS_H
#define DAIS_DOMAIN_EVENT_WORDS_H

#include "domain/meeting.h"

/* meeting: the state after the event, or any later one. board (NULL: none) and lang: whose labels put the titles that were frozen into the
 * reader's language. g_free. */
char *event_words(const struct meeting *meeting, const struct meeting_event *event, const struct board *board, const char *lang);
/* "aye", "nay", "abstains" ... as a person reads them; "" for none. */
const char *choice_words(enum choice choice);
/* "carried", "failed", "no action", "" */
const char *result_words(enum vote_result result);
/* "roll call", "voice vote", "show of hands", "unanimous consent" */
const char *method_words(enum vote_method method);
/* "pending", "carried", "laid on the table" ... */
const char *motion_state_words(enum motion_state state);
/* "not called yet", "present", "remote", "absent", "excused", "left" */
const char *presence_words(enum presence presence);

#endif
