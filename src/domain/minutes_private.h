/* The parts of the minutes; each has a file. */
#ifndef DAIS_DOMAIN_MINUTES_PRIVATE_H
#define DAIS_DOMAIN_MINUTES_PRIVATE_H

#include "base/i18n.h"
#include "domain/attendance.h"
#include "domain/event_words.h"
#include "domain/meeting_public.h"
#include "domain/minutes.h"

struct minutes {
	const struct meeting *meeting;
	struct meeting *then;         /* as it was at the event that is being written */
	struct paper *paper;
	const struct board *board;    /* whose labels say in lang what was frozen in another language; NULL: as frozen */
	const struct body *body;      /* of the board; NULL */
	const char *lang;
	gint64 spoken;                /* seq of the last speaker written */
	bool quorum;                  /* as last told */
};

/* Without its paper, whose title needs the name of the body. */
struct minutes minutes_begin(const struct meeting *meeting, const struct board *board, const char *lang);

/* "18:42" in the meeting's zone; buf of at least 8 bytes. Returns buf. */
const char *minutes_clock(const struct minutes *minutes, instant_t when, char buf[8]);
/* The day in the meeting's zone, written the same in every locale; buf as for day_iso. */
const char *minutes_day(const struct minutes *minutes, instant_t when, char *buf);
/* A sentence as a paragraph. */
void minutes_say(struct minutes *minutes, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* What was frozen, in the language of the paper where the board file has it. Borrowed. */
const char *minutes_body_name(const struct minutes *minutes);
const char *minutes_item_title(const struct minutes *minutes, const struct meeting_item *item);

/* minutes_people.c: attendance with times; the quorum as the roll found it; when it was lost or is there again. */
void minutes_attendance(struct minutes *minutes);
void minutes_roll(struct minutes *minutes, const struct meeting_event *event);
void minutes_quorum(struct minutes *minutes, const struct meeting_event *event);
/* The member was there at some time. */
bool minutes_attended(const struct member *member);
/* minutes_events.c: what one event of the open session adds; `then` is as after it. The heading: `then` is as before it. */
void minutes_event(struct minutes *minutes, const struct meeting_event *event);
void minutes_item_heading(struct minutes *minutes, const struct meeting_event *event);
/* minutes_motions.c: one motion with all that became of it. minutes_votes.c: its votes, with names and corrections. */
void minutes_motion(struct minutes *minutes, const struct motion *motion);
void minutes_votes(struct minutes *minutes, const struct motion *motion);

#endif
