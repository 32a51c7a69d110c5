/*
 * Meetings as others publish them: who voted how on what, and the result they give. They become journals of their own kind ("called"
 * with the word "imported"): kept as published, with the result by the rules computed beside it. What an export of ours says of a meeting
 * (exchange/export_json.h) finds its place here, so that it can be read back.
 */
#ifndef DAIS_DOMAIN_PUBLISHED_H
#define DAIS_DOMAIN_PUBLISHED_H

#include "domain/meeting.h"

/* Members are named by their seat where the meeting has a roster, else by their name. */
/* CHOICE_NONE with a word: an answer that is not understood, as published; without: nothing was published, or a word known to say nothing. */
struct published_ballot { char *member; enum choice choice; char *word; };
struct published_correction { char *member; enum choice from, to; char *why; instant_t at; enum vote_result after; };
struct published_vote {
	enum vote_method method;
	char *threshold;              /* id; NULL: that of the kind of motion */
	enum vote_result result;      /* RESULT_NONE: not published */
	char *outcome;                /* as published: "consent rollcall fail" */
	instant_t declared;           /* 0 not known */
	GArray *ballots;              /* struct published_ballot, in the order published, as they stood when it was declared */
	GArray *corrections;          /* struct published_correction, in order */
};
struct published_motion {
	int item;                     /* position from 1; 0 none */
	char *kind;                   /* motion kind; NULL: main */
	char *text, *restated;        /* as it was moved; as it read in the end, NULL: the same */
	char *wording;                /* of an amendment: how the other would read; NULL */
	int about;                    /* the motion it is about, from 1; 0 none, or the one before it */
	char *mover, *seconder;       /* seats; NULL not known */
	enum motion_state ending;     /* MOTION_STATES: as its last vote says */
	char *ruling, *ruling_why;
	instant_t moved;              /* 0 not known */
	GPtrArray *votes;             /* struct published_vote *, in order */
};
struct published_item { char *number, *title, *outcome; bool consent, closed, unposted; };
struct published_member {
	char *seat, *name, *title;    /* name NULL: vacant */
	unsigned flags;               /* enum seat_flags */
	char *alternate_for;          /* seat; NULL */
	enum presence presence;       /* PRESENCE_UNKNOWN: present where a vote says so */
};
struct published_meeting {
	char *source;                 /* file or event it comes from, for messages; with the body part of the events' ids */
	char *body;                   /* id of a body of the board; NULL: the one that imports */
	char *body_name;              /* as published; NULL: the board's body */
	char *kind, *place, *title;   /* kind NULL: "published" */
	instant_t starts;
	instant_t called, adjourned;  /* 0 not known */
	GPtrArray *members;           /* struct published_member *; empty: whoever is named in a vote */
	GPtrArray *items;             /* struct published_item * */
	GPtrArray *motions;           /* struct published_motion * */
};
struct published_meeting *published_meeting_new(const char *source, const char *body_name, instant_t starts);
void published_meeting_free(struct published_meeting *meeting);
/* Each is owned by what it is added to. */
struct published_member *published_add_member(struct published_meeting *meeting, const char *seat, const char *name);
struct published_item *published_add_item(struct published_meeting *meeting, const char *number, const char *title);
struct published_motion *published_add_motion(struct published_meeting *meeting, int item, const char *text);
struct published_vote *published_add_vote(struct published_motion *motion);
/* word: as published where it is not understood (choice CHOICE_NONE); NULL. Such a vote is kept in the journal under its published word and
 * counts as no answer: neither for a side nor as absent. */
void published_add_ballot(struct published_vote *vote, const char *member, enum choice choice, const char *word);
/* An item with the one vote that was taken on its title: what charts and histories publish. */
struct published_vote *published_add_row(struct published_meeting *meeting, const char *number, const char *title);

/* The journal of it: roster and agenda are those that were published, the rules those of the body. struct meeting_event *, owned; seals are
 * left to the replay, which also refuses what does not fit together. */
GPtrArray *published_events(const struct published_meeting *meeting, const struct board *board, const struct body *body);

#endif
