/* What the panes of the Meeting screen share. */
#ifndef DAIS_VIEW_MEETING_VIEW_H
#define DAIS_VIEW_MEETING_VIEW_H

#include "domain/event_words.h"
#include "view/pane.h"

/* The state; NULL: there is no meeting at all. */
const struct meeting *meeting_of(const struct pane *pane);
/* "18:42" in the zone of the meeting (before the call: of the board); buf of at least 6 bytes. Returns buf. */
const char *meeting_clock(const struct pane *pane, instant_t when, char buf[8]);
/* "1:05", "-0:12"; buf of at least 16 bytes. */
const char *meeting_seconds(int seconds, char buf[16]);
/* What this user noted about an item for themselves: "" only marked, NULL nothing. */
const char *meeting_private(const struct pane *pane, int position);
/* How a choice is coloured: words always carry it. */
enum role choice_role(enum choice choice);
/* One line "label  text" from x; returns the next row. */
int meeting_fact(const struct pane *pane, struct rect inside, int y, const char *label, int width, const char *text);

#endif
