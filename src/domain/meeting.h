/*
 * The state of a meeting: its journal replayed. meeting_apply is the only way it changes and is pure: no I/O, no clock, no chance.
 * Screen, projector, minutes, exports and tests all read this one state. Members, items, motions and votes are never removed.
 * Rules of order: RONR (12th ed.) sections named where they are applied; what differs between bodies comes from the frozen procedure.
 */
#ifndef DAIS_DOMAIN_MEETING_H
#define DAIS_DOMAIN_MEETING_H

#include "domain/board.h"
#include "domain/journal.h"
#include "domain/procedure.h"
#include "domain/record.h"
#include "domain/tally.h"

enum meeting_phase { PHASE_NONE /* not called to order */, PHASE_OPEN, PHASE_RECESS, PHASE_CLOSED /* closed session */, PHASE_ADJOURNED };

enum presence { PRESENCE_UNKNOWN /* not called yet */, PRESENCE_PRESENT, PRESENCE_REMOTE, PRESENCE_ABSENT, PRESENCE_EXCUSED, PRESENCE_LEFT };

/* A stretch of time in the meeting; until 0: still there. */
struct stay { instant_t from, until; bool remote; };

struct member {
	char *seat;
	char *name;                   /* NULL: vacant */
	char *title;                  /* of the seat, in the board's first language */
	unsigned flags;               /* enum seat_flags */
	int alternate_for;            /* index of the seat it may stand in for; -1 */
	bool trained;                 /* the training that the rules ask for was done when the meeting was called */
	enum presence presence;
	char *provision;              /* of a remote member, as recorded last; NULL */
	bool late;                    /* came after the roll was completed */
	GArray *stays;                /* struct stay */
	int stands_in_for;            /* an alternate at work: index of the seat; -1 */
	int replaced_by;              /* index of the alternate in its place; -1 */
};

struct recusal { int member, item; bool left; bool ended; };

enum item_state { ITEM_WAITING, ITEM_OPEN, ITEM_DONE };
struct meeting_item {
	int position;
	char *number, *title, *public_title, *section, *action, *presenter, *case_number;
	int minutes;                  /* expected; 0 unknown */
	bool consent, closed;         /* as on the agenda */
	bool pulled;                  /* off the consent calendar */
	bool unposted;                /* added after the agenda was posted, or in the meeting */
	bool urgent;                  /* unposted, and the body found that it could not wait */
	instant_t continued;          /* unposted, but posted for the meeting that began then and continued from it: it may be acted upon; 0 not so */
	enum item_state state;
	instant_t opened, closed_at;  /* 0 not yet; opened again keeps the first opening */
	int decided_by;               /* the motion that disposed of it; 0 */
	char *outcome;                /* what was done where no motion says it; NULL */
};

enum motion_state { MOTION_MADE /* lacks its second */, MOTION_PENDING, MOTION_VOTING, MOTION_CARRIED, MOTION_FAILED, MOTION_NO_ACTION,
	MOTION_WITHDRAWN, MOTION_FELL, MOTION_RULED, MOTION_POSTPONED, MOTION_REFERRED, MOTION_TABLED, MOTION_KILLED, MOTION_DIVIDED, MOTION_RESCINDED,
	MOTION_STATES };
const char *motion_state_name(enum motion_state state);        /* "needs_second", "postponed_indefinitely": as programs read it */
enum motion_state motion_state_find(const char *name);         /* or MOTION_STATES */
struct motion {
	int number;
	const struct motion_kind *kind;   /* of the frozen procedure */
	int mover, seconder;              /* members; -1 */
	int item, target;                 /* 0 none */
	char *text, *original;            /* as it reads now, as it was moved */
	char *wording;                    /* amendments: how the target will read; NULL */
	enum motion_state state;
	int disposed_by;                  /* the motion that postponed, referred, tabled, killed, divided, rescinded or reconsidered it; 0 */
	bool debate_closed;
	int vote;                         /* its last vote; 0 none */
	char *ruling;                     /* of the chair: "well_taken" ... ; NULL */
	char *ruling_why;
	instant_t moved;
	int root;                     /* the motion it was moved under, for its name: "4a"; 0: it stands alone */
	bool in_closed;               /* moved in closed session: no public paper has it */
};

enum choice { CHOICE_NONE /* to be asked */, CHOICE_AYE, CHOICE_NAY, CHOICE_ABSTAIN, CHOICE_RECUSE, CHOICE_ABSENT, CHOICE_PASS,
	CHOICE_SILENT /* presides and did not vote */, CHOICE_UNTRAINED /* has no vote on a case before the training is done */, CHOICES };
const char *choice_name(enum choice choice);              /* "aye": as stored */
enum choice choice_find(const char *name);                /* or CHOICES */

enum vote_method { METHOD_ROLL, METHOD_VOICE, METHOD_HANDS, METHOD_CONSENT /* unanimous consent */, METHODS };
const char *vote_method_name(enum vote_method method);    /* "roll" */
enum vote_method vote_method_find(const char *name);      /* or METHODS */

/* One place on the frozen roll of one vote. */
struct ballot {
	int member;
	bool counts;                  /* voting, in its own place or an alternate's; advisory seats are asked and shown, not counted */
	enum choice choice;
	bool away;                    /* absent because not in the room when called, not by a key */
	gint64 seq;                   /* of the event that made it so; 0 none */
};

struct correction { int member; enum choice from, to; char *why, *who; instant_t at; gint64 seq; enum vote_result before, after; };

struct vote {
	int number, motion;
	enum vote_method method;
	const struct threshold *threshold;
	GArray *ballots;              /* struct ballot, in the order of the roll */
	bool open;
	bool cancelled;
	bool objected;                /* unanimous consent was refused */
	int objector;                 /* member; -1 unknown */
	enum vote_result result;      /* as declared, and as it stands after corrections */
	enum vote_result computed;    /* by the rules; differs from result only in meetings imported from elsewhere */
	char *arithmetic;             /* as declared */
	struct tally tally;           /* of the ballots, kept up with every event; voice votes have none */
	GArray *corrections;          /* struct correction */
	instant_t opened, declared;
};

enum speaker_state { SPEAKER_WAITING, SPEAKER_SPEAKING, SPEAKER_PAUSED, SPEAKER_DONE, SPEAKER_GONE };
struct speaker {
	int number, item, member;     /* member -1: of the public */
	char *name;                   /* NULL anonymous */
	char *topic;
	bool interpreter;
	enum speaker_state state;
	int seconds;                  /* allotted, 0 no limit */
	int used;                     /* seconds before the present run */
	instant_t since;              /* of the present run; 0 not running */
};

struct closed_session { int item; char *announced; instant_t entered, left; char *report; instant_t reported; };

struct meeting {
	/* frozen at the call to order */
	struct meeting_record record;     /* id 0: the store's number is none of the journal's */
	char *board_name, *body_name, *zone;
	struct procedure *procedure;
	GPtrArray *members;               /* struct member *, in roll order of the board file */
	GPtrArray *items;                 /* struct meeting_item *, [0] is position 1 */
	/* since */
	enum meeting_phase phase;
	instant_t called, adjourned;      /* 0 not yet */
	/* Published elsewhere ("called" with the word "imported"): kept as published. Rules of order are not enforced, and what becomes of a motion is
	 * said of itself: a carried one does nothing to others. */
	bool imported;
	bool roll_completed;
	int presiding;                    /* member; -1 */
	GPtrArray *motions;               /* struct motion *, [0] is number 1 */
	GArray *pending;                  /* int motion numbers; the last is immediately pending */
	GPtrArray *votes;                 /* struct vote *, [0] is number 1 */
	GArray *recusals;                 /* struct recusal */
	GPtrArray *speakers;              /* struct speaker *, [0] is number 1 */
	GPtrArray *closed;                /* struct closed_session * */
	int item;                         /* open item; 0 none */
	instant_t recess_from; int recess_minutes;
	char *clerk, *clerk_session;      /* who records, by the last event that says so */
	char *approved;                   /* by which vote the minutes were approved; NULL */
	bool approved_as_corrected;
	GPtrArray *minutes_corrections;   /* char * */
	GPtrArray *events;                /* struct meeting_event *, all of them, owned */
	char head[JOURNAL_HASH + 1];      /* hash of the last event; journal_root before the first */
	gint64 seq;
};

struct meeting *meeting_new(void);
void meeting_free(struct meeting *meeting);
typedef struct meeting meeting_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(meeting_t, meeting_free)

/* May this event follow? False with a sentence for the clerk: what is wrong and what is in order instead. Changes nothing.
 * seq, prev and hash are not looked at: meeting_event_follows does. */
bool meeting_check(const struct meeting *meeting, const struct meeting_event *event, GError **error);
/* Checks and applies; the event is copied. False: nothing changed. */
bool meeting_apply(struct meeting *meeting, const struct meeting_event *event, GError **error);
/* The next event of a journal as it was read: it must follow the one before it under its seal, and fit. False: nothing changed, and the
 * error names its number and kind. */
bool meeting_follow(struct meeting *meeting, const struct meeting_event *event, GError **error);
/* The same for events just read (struct meeting_event *, owned), one after the other until one is wrong: those that fit are not copied but
 * moved, and leave a NULL in their place. */
bool meeting_follow_all(struct meeting *meeting, GPtrArray *events, GError **error);

/* --- reading the state: all borrowed, NULL or -1 where there is none --- */
const struct member *meeting_member(const struct meeting *meeting, int index);
int meeting_seat(const struct meeting *meeting, const char *seat);            /* index; -1 */
const char *meeting_member_name(const struct meeting *meeting, int index);    /* "vacant" and "?" never: "" where there is none */
/* The title of the member's seat, in lang where the labels of the body (NULL: none) hold what was frozen; its id where it has no title. */
const char *member_seat_title(const struct member *member, const struct body *body, const char *lang);
/* An item's title for the public: the public one; the full one only where the item is neither closed nor about a case. "" where there
 * is none. */
const char *item_public_title(const struct meeting_item *item);
const struct meeting_item *meeting_item(const struct meeting *meeting, int position);
/* Why every vote is taken by roll call now, in words: a member takes part remotely, it is an emergency meeting; NULL: the rules leave it open. */
const char *meeting_roll_call(const struct meeting *meeting);
const struct motion *meeting_motion(const struct meeting *meeting, int number);
const struct vote *meeting_vote(const struct meeting *meeting, int number);
const struct speaker *meeting_speaker(const struct meeting *meeting, int number);
/* The immediately pending motion, also one that still lacks its second. */
const struct motion *meeting_floor(const struct meeting *meeting);
const struct vote *meeting_open_vote(const struct meeting *meeting);
/* The vote that is looked at now: the open one, else, while nothing is pending, the last one of the open item that was declared. */
const struct vote *meeting_shown_vote(const struct meeting *meeting);
const struct speaker *meeting_speaking(const struct meeting *meeting);
/* Called to order and not adjourned, also in recess and closed session. meeting may be NULL. */
bool meeting_in_session(const struct meeting *meeting);
/* Position of the open item, else of the last one done; 0 nothing was opened yet. */
int meeting_place_now(const struct meeting *meeting);
/* The item that comes next: the first after the open one, or after the last one done, that still waits; else one that was stepped over. */
const struct meeting_item *meeting_next_item(const struct meeting *meeting);
const struct closed_session *meeting_last_closed(const struct meeting *meeting);
int meeting_speakers_waiting(const struct meeting *meeting);
/* Does the projector show each vote as it comes? reveal: 0 as the rules say, 1 live, 2 when all are in. */
bool meeting_votes_live(const struct meeting *meeting, int reveal);
/* A closed session was announced and is not reported out yet. */
bool meeting_closed_pending(const struct meeting *meeting);
/* Of these votes each member's answer is recorded: roll call and show of hands. */
bool vote_by_names(const struct vote *vote);
/* Whose answers the vote waits for or has: seats that count, without the absent and a chair who is not asked. Less tally.open: answered. */
int vote_to_answer(const struct vote *vote);
const struct ballot *vote_ballot(const struct vote *vote, int member);
/* The answer as published where nobody knows what it means, in a meeting published elsewhere; NULL. */
const char *ballot_published(const struct meeting *meeting, const struct ballot *ballot);
/* Ayes, nays and abstentions of the names, as they are announced: "4-1-2"; NULL where there are no names. g_free. */
char *vote_counts(const struct vote *vote);
/* The arithmetic behind a declared result, in the language of the reader: of the names as they stand, corrections among them; where there are
 * no names, or a meeting from elsewhere was not corrected, as declared ("" if nothing was). g_free. */
char *vote_sum(const struct meeting *meeting, const struct vote *vote);
/* What a seat is on the roll. */
enum member_group { GROUP_VOTING, GROUP_ALTERNATE, GROUP_ADVISORY /* asked and shown, never counted */, MEMBER_GROUPS };
enum member_group member_group(const struct member *member);
bool member_is_here(const struct member *member);                              /* present or remote */
/* Holds a vote now: a voting seat that is held and not replaced, or an alternate that stands in for one. */
bool member_votes(const struct member *member);
/* The recusal in force of a member on an item, or NULL. */
const struct recusal *meeting_recusal(const struct meeting *meeting, int member, int item);

/* Without the training that the rules ask for before a vote on a case, and the item is about one: it has no vote on it. */
bool meeting_gated(const struct meeting *meeting, int member, int item);

struct quorum { int present, needed, in_office, seats; bool there; };
struct quorum meeting_quorum(const struct meeting *meeting);
/* Whom to ask next in the open vote: first round, then those who passed, the chair last where the rules say so and only when the
 * rules let the chair vote. -1: nobody is left to ask. */
int meeting_next_voter(const struct meeting *meeting);
/* Everybody on the roll has answered (passes answered again, the chair asked where the vote needs it): the result may be declared. */
bool meeting_vote_complete(const struct meeting *meeting);
/* What the rules say the result of the open vote is. */
enum vote_result meeting_vote_result(const struct meeting *meeting, const struct vote *vote);
/* What it would be if a member had chosen this: for corrections. */
enum vote_result meeting_corrected_result(const struct meeting *meeting, const struct vote *vote, int member, enum choice choice);
/* How the threshold's numbers read: of the ballots as they are. */
struct outlook meeting_outlook(const struct meeting *meeting, const struct vote *vote);
/* The tally a vote on this motion would begin with: everybody present still to answer. For "needs 4 of 7" before the roll. */
struct tally meeting_expected_tally(const struct meeting *meeting, const struct motion *motion);

/* Why a motion of this kind is not in order now, in one sentence; NULL: it is. g_free. target: 0 the pending one. */
char *meeting_why_not(const struct meeting *meeting, const struct motion_kind *kind, int target);
/* Does it need a second under the rules? Can it be debated now? */
bool motion_needs_second(const struct meeting *meeting, const struct motion *motion);
bool motion_debatable(const struct meeting *meeting, const struct motion *motion);
/* "4", and for motions about another "4a", "4b" in their order: as printed. g_free. */
char *motion_name(const struct meeting *meeting, const struct motion *motion);

/* Seconds left for a speaker at a moment; negative: over. G_MAXINT without a limit. */
int speaker_left(const struct speaker *speaker, instant_t now);
/* Seconds a speaker with or without an interpreter gets under the rules; 0 no limit. */
int meeting_speaking_time(const struct meeting *meeting, bool interpreter);
/* Expected against actual: minutes since the call, minutes planned up to the open item, expected end; end 0 where minutes are not known. */
struct pace { int elapsed, planned; instant_t planned_end, expected_end; };
struct pace meeting_pace(const struct meeting *meeting, instant_t now);

#endif
