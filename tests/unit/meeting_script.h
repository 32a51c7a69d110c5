/* A meeting of the Riverton board, event by event: what tests of the state, the papers, the screens and the journal begin with. */
#ifndef DAIS_TESTS_UNIT_MEETING_SCRIPT_H
#define DAIS_TESTS_UNIT_MEETING_SCRIPT_H

#include "domain/meeting.h"

/* 16 December 2024, 18:00 in Chicago. Every event comes ten seconds after the one before. */
#define SCRIPT_BEGINS G_GINT64_CONSTANT(1734393600)

/* The frozen roster, agenda and rules (tests/unit/meeting.frozen); g_free. */
char *script_frozen(void);
/* Called to order. */
struct meeting *script_begin(void);
/* The same with other rules: from a line of the frozen text to another ("rules\t..." by its beginning). */
struct meeting *script_begin_with(const char *from, const char *to);
/* Applies an event that must fit; seq, at, id, who and seal are filled. */
void script_do(struct meeting *meeting, struct meeting_event event);
/* It must be refused with these words; nothing changes. */
void script_refused(struct meeting *meeting, struct meeting_event event, const char *words);
/* Everybody but the seats named (space separated) is present and the roll is complete. */
void script_roll(struct meeting *meeting, const char *absent);
void script_item(struct meeting *meeting, int position);
/* Moved, seconded by another; gives the motion's number. */
int script_move(struct meeting *meeting, const char *mover, const char *seconder, const char *kind, const char *text);
/* A roll call on the pending motion: "1=aye 2=nay chair=abstain"; not declared. */
void script_vote(struct meeting *meeting, const char *answers);
/* Declares what the rules say. */
void script_declare(struct meeting *meeting);

#endif
