/*
 * Meetings as others publish them: who voted how on what, and the result they give. They become journals of their own kind ("called"
 * with the word "imported"): kept as published, with the result by the rules computed beside it.
 */
#ifndef DAIS_DOMAIN_PUBLISHED_H
#define DAIS_DOMAIN_PUBLISHED_H

#include "domain/meeting.h"

struct published_vote { char *member; enum choice choice; };      /* CHOICE_NONE: published as a word that says nothing */
struct published_motion {
	char *number, *title;
	char *kind;                   /* motion kind; NULL: main */
	enum vote_result result;      /* RESULT_NONE: not published */
	char *outcome;                /* as published: "consent rollcall fail" */
	GArray *votes;                /* struct published_vote, in the order published */
};
struct published_meeting {
	char *source;                 /* file or event it comes from, for messages; with the body part of the events' ids */
	char *body_name;              /* as published; NULL: the board's body */
	instant_t starts;
	GPtrArray *motions;           /* struct published_motion * */
};
struct published_meeting *published_meeting_new(const char *source, const char *body_name, instant_t starts);
void published_meeting_free(struct published_meeting *meeting);
/* Owned by the meeting. */
struct published_motion *published_meeting_add(struct published_meeting *meeting, const char *number, const char *title);
void published_motion_vote(struct published_motion *motion, const char *member, enum choice choice);

/* The journal of it: roster and agenda are those that were published, the rules those of the body. struct meeting_event *, owned; seals are
 * left to the replay. */
GPtrArray *published_events(const struct published_meeting *meeting, const struct board *board, const struct body *body);

#endif
