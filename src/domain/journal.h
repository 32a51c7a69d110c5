/*
 * The journal of a meeting: append-only typed events, chained by SHA-256 (DESIGN.md section 3). An event is plain columns, so
 * that it is stored, hashed, printed and sent without a format of its own. What each kind means and which members it uses:
 *
 *   kind             members used
 *   called           seat presiding; text: roster, agenda and rules as frozen (domain/frozen.h); word "imported" for a meeting published elsewhere
 *   arrived          seat; word "present" or "remote"; text: the provision a remote member uses; the first of a member is the roll's
 *   left             seat; text: why, or NULL
 *   absent           seat: not there at the roll
 *   excused          seat; text: why
 *   roll_completed   everybody was called; quorum is announced
 *   presiding        seat that presides from now on
 *   seated           seat of an alternate; other: the seat it stands in for
 *   unseated         seat of an alternate that stands in no more
 *   recused          seat; item; word "left" or "stays"; text: the interest as disclosed. item 0: the one that is open
 *   returned         seat; item: its recusal ends, or it is back in the room
 *   item_added       text: title; note: public title; number: expected minutes; an item that was not posted; item: its position
 *   item_opened      item
 *   item_closed      item; text: what was done where no motion says it ("received and filed")
 *   item_pulled      item; seat that asked: off the consent calendar
 *   moved            motion: its number, one more than the last; word: motion kind; seat mover; item; text: the words; number: the
 *                    motion it is about (0: the pending one); note: for amendments, how the target will read
 *   seconded         motion; seat
 *   restated         motion; text: the mover's own change before the vote; needs consent once it was stated, recorded as note
 *   withdrawn        motion; text why or NULL
 *   fell             motion: there was no second
 *   ruled            motion; word "well_taken", "not_well_taken", "out_of_order"; text: the chair's reason
 *   settled          motion; word: what became of it, a motion state ("withdrawn"); only in a meeting published elsewhere, where no vote says it
 *   vote_opened      motion; number: the vote, one more than the last; word: method; text: threshold id (NULL: the motion kind's)
 *   vote_cast        motion; number: vote; seat; word: choice; text: in a meeting published elsewhere, with the word "none", an answer that
 *                    is not understood, as published: it counts as no answer
 *   vote_taken_back  motion; number: vote; seat: its last choice is void, it is asked again
 *   objected         motion; number: vote; seat or NULL: unanimous consent is refused
 *   vote_declared    motion; number: vote; word: result; text: the arithmetic as shown; note: ayes, nays and abstentions as announced
 *                    ("4-1-2"), which must be those of the names; NULL: none were
 *   vote_cancelled   motion; number: vote; text: why; before the result: nothing was decided
 *   vote_corrected   motion; number: vote; seat; word: the right choice; text: why; note: the result by the rules afterwards
 *   recess           number: expected minutes or 0; text
 *   reconvened       end of a recess
 *   closed_announced item; text: what will be discussed and under which provision, said in public
 *   closed_entered   the room is cleared
 *   closed_left      the public is back
 *   reported_out     text: what is reported of a closed session ("no reportable action")
 *   speaker_queued   number: the speaker, one more than the last; text: name, NULL anonymous; item (0: open comment); seat for a member;
 *                    word: "" or "interpreter"; note: topic
 *   speaker_started  number; other: seconds allotted as text ("180"; "0" no limit)
 *   speaker_paused, speaker_resumed, speaker_ended, speaker_removed   number
 *   speaker_extended number; other: seconds added, may be negative
 *   debate           seat: a member takes the floor on motion; for the record of who spoke
 *   note             text for the minutes; item
 *   taken_over       text: why another clerk now holds the record
 *   adjourned        closes the meeting
 *   minutes_corrected  text: what was wrong and how it should read; after adjournment
 *   minutes_approved   text: by which vote of which meeting; word: "as_written" or "as_corrected"
 *
 * Seats are ids of the frozen roster, items are positions in the frozen agenda, so that a journal means the same in any database.
 */
#ifndef DAIS_DOMAIN_JOURNAL_H
#define DAIS_DOMAIN_JOURNAL_H

#include <glib.h>
#include <stdbool.h>
#include "base/date.h"

/* X(enum suffix, name as stored) */
#define MEETING_EVENT_LIST(X) \
	X(CALLED, "called") X(ARRIVED, "arrived") X(LEFT, "left") X(ABSENT, "absent") X(EXCUSED, "excused") \
	X(ROLL_COMPLETED, "roll_completed") X(PRESIDING, "presiding") X(SEATED, "seated") X(UNSEATED, "unseated") \
	X(RECUSED, "recused") X(RETURNED, "returned") \
	X(ITEM_ADDED, "item_added") X(ITEM_OPENED, "item_opened") X(ITEM_CLOSED, "item_closed") X(ITEM_PULLED, "item_pulled") \
	X(MOVED, "moved") X(SECONDED, "seconded") X(RESTATED, "restated") X(WITHDRAWN, "withdrawn") X(FELL, "fell") X(RULED, "ruled") X(SETTLED, "settled") \
	X(VOTE_OPENED, "vote_opened") X(VOTE_CAST, "vote_cast") X(VOTE_TAKEN_BACK, "vote_taken_back") X(OBJECTED, "objected") \
	X(VOTE_DECLARED, "vote_declared") X(VOTE_CANCELLED, "vote_cancelled") X(VOTE_CORRECTED, "vote_corrected") \
	X(RECESS, "recess") X(RECONVENED, "reconvened") X(CLOSED_ANNOUNCED, "closed_announced") X(CLOSED_ENTERED, "closed_entered") \
	X(CLOSED_LEFT, "closed_left") X(REPORTED_OUT, "reported_out") \
	X(SPEAKER_QUEUED, "speaker_queued") X(SPEAKER_STARTED, "speaker_started") X(SPEAKER_PAUSED, "speaker_paused") \
	X(SPEAKER_RESUMED, "speaker_resumed") X(SPEAKER_ENDED, "speaker_ended") X(SPEAKER_REMOVED, "speaker_removed") \
	X(SPEAKER_EXTENDED, "speaker_extended") X(DEBATE, "debate") X(NOTE, "note") X(TAKEN_OVER, "taken_over") X(ADJOURNED, "adjourned") \
	X(MINUTES_CORRECTED, "minutes_corrected") X(MINUTES_APPROVED, "minutes_approved")
enum meeting_event_kind {
#define X(id, name) MEETING_##id,
	MEETING_EVENT_LIST(X)
#undef X
	MEETING_EVENTS
};
const char *meeting_event_name(enum meeting_event_kind kind);
/* The kind of this name, or MEETING_EVENTS. */
enum meeting_event_kind meeting_event_find(const char *name);

#define JOURNAL_HASH 64                   /* hexadecimal digits of a SHA-256 */
#define JOURNAL_TEXT_MOST 65536           /* bytes of one text; the frozen roster is the longest */

struct meeting_event {
	gint64 seq;                           /* from 1 in its meeting, without a gap */
	instant_t at;                         /* UTC */
	char *id;                             /* made by the clerk's program, unique: "SESSION.N"; settles unknown outcomes */
	char *who;                            /* the login that recorded it */
	enum meeting_event_kind kind;
	char *seat, *other;                   /* NULL where not used, as are the texts below */
	int item, motion;                     /* 0 where not used */
	gint64 number;
	char *word, *text, *note;
	char prev[JOURNAL_HASH + 1], hash[JOURNAL_HASH + 1];
};
void meeting_event_clear(struct meeting_event *event);
void meeting_event_free(struct meeting_event *event);
struct meeting_event *meeting_event_copy(const struct meeting_event *event);
/* The part of an id before its '.': which program recorded it. g_free. */
char *meeting_event_session(const struct meeting_event *event);

/* The hash that the first event of a journal follows. */
extern const char journal_root[JOURNAL_HASH + 1];
/*
 * SHA-256 (hexadecimal) of an event: of prev and every member above but hash, each written as "LENGTH:BYTES," with NULL as "-,",
 * numbers in decimal, the kind by its name. Independent of any database.
 */
void meeting_event_hash(const struct meeting_event *event, char hash[JOURNAL_HASH + 1]);
/* Do both say that the same was done? When, by whom and under which number, id and seal it was recorded does not count. */
bool meeting_event_says_same(const struct meeting_event *a, const struct meeting_event *b);
/* Follows prev (journal_root for the first), has the seq after it, and hashes to its hash? False with what is wrong, naming seq and kind. */
bool meeting_event_follows(const struct meeting_event *event, gint64 last_seq, const char *prev, GError **error);

#endif
