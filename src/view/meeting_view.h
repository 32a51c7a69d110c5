/* What the panes of the Meeting screen share. */
#ifndef DAIS_VIEW_MEETING_VIEW_H
#define DAIS_VIEW_MEETING_VIEW_H

#include "domain/event_words.h"
#include "view/pane.h"

/* The state; NULL: there is no meeting at all. */
const struct meeting *meeting_of(const struct pane *pane);
/* The body that meets, from the board file; NULL where the board does not know it. */
const struct body *meeting_body(const struct pane *pane);
/* Answered member by member, so that there are names and counts to show. */
/* "18:42" in the zone of the meeting (before the call: of the board); buf of at least 6 bytes. Returns buf. */
const char *meeting_clock(const struct pane *pane, instant_t when, char buf[8]);
/* "1:05"; of what is over: "+0:12"; buf of at least 16 bytes. */
const char *meeting_seconds(int left, char buf[16]);
/* What this user noted about an item for themselves: "" only marked, NULL nothing. */
const char *meeting_private(const struct pane *pane, int position);
/* Has this member disclosed an interest in the open item? */
bool meeting_disclosed(const struct pane *pane, int index);
/* As the clerk's agenda called it, in the reader's language where the template of the body has it; "" without one. Borrowed. */
const char *meeting_item_title(const struct pane *pane, const struct meeting_item *item);
/* The name, and what else is to be said of the member if there is room for it: the name is never cut for that. grouped: the list says
 * already which are advisory and which alternates. g_free. */
char *meeting_label(const struct pane *pane, const struct meeting *meeting, int index, int room, bool grouped);
/* How a choice and a result are coloured: words always carry them. */
enum role choice_role(enum choice choice);
enum role result_role(enum vote_result result);
/* "carried 5 to 1", "carried by unanimous consent", "withdrawn"; brief: "carried 5–1", "carried"; g_free. */
char *motion_outcome(const struct meeting *meeting, const struct motion *motion, bool brief);
/* Its words; where it has none (recess, adjourn) the label of its kind. */
/* What was said behind closed doors is not on the screen of an open session, except with X. */
bool meeting_hides_closed(const struct pane *pane);
const char *motion_words(const struct pane *pane, const struct motion *motion);
/* Upper case for a heading; g_free. */
char *meeting_upper(const char *words);

/* Lines that a text takes in so many cells. */
int meeting_lines(const char *text, int cells);
/* Wrapped text in at most `rows` rows from y, beginning with its line `top`; what is left over is told by a mark at the end. Gives
 * the row after it. */
int meeting_text(const struct pane *pane, struct rect inside, int y, int rows, int top, enum role role, const char *text);
/* One fact "label  text" in at most `rows` rows; gives the row after it. */
int meeting_fact(const struct pane *pane, struct rect inside, int y, int rows, const char *label, int width, const char *text);
/* A thin line across with words in it, that begins a part of a pane. */
void meeting_rule(const struct pane *pane, struct rect inside, int y, const char *words);
/* A bar of `cells` cells at x, y. */
void meeting_bar(const struct pane *pane, struct rect inside, int x, int y, int cells, enum role role, bool hollow);

/* The parts of a roll call: the row above it, a member's row, the keys below where there is room. */
void meeting_ballot_heading(const struct pane *pane, struct rect inside, const struct vote *vote);
void meeting_ballot_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct vote *vote, int index, bool grouped);
void meeting_ballot_foot(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting);
/* The floor while no motion is on it. */
void meeting_idle_draw(const struct pane *pane, struct rect inside, const struct meeting *meeting);
/* Below the agenda: the motions on the open item and the steps of the pending one; the rows they would like to have. */
int meeting_progress_rows(const struct pane *pane, const struct meeting *meeting);
void meeting_progress_draw(const struct pane *pane, struct rect inside, const struct meeting *meeting);

#endif
