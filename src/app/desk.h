/*
 * The clerk's desk: the meeting this program follows, whether it records it, and the event that is being put together. Every change
 * of the meeting goes through desk_record: written and committed first, read back from the database, and only then shown.
 */
#ifndef DAIS_APP_DESK_H
#define DAIS_APP_DESK_H

#include "action/record_action.h"
#include "domain/meeting.h"

struct app;
struct form;

enum desk_mode { DESK_FLOOR, DESK_ROLL /* a vote is taken */, DESK_ATTENDANCE /* who is here */ };

struct desk {
	struct clerk *clerk;          /* once this program asked for the record; without its lock it follows */
	enum desk_mode mode;
	int member;                   /* while the roll is called: chosen by hand; -1: whom the rules ask next */
	bool unseen;                  /* something was recorded that no frame has shown yet: keys pressed before that are not taken */
	enum choice choice;           /* the last key that answered in a roll, and when, us of the monotonic clock */
	gint64 choice_at;
	bool begun;                   /* desk_begin was called */
	gint64 looked;                /* when the record was looked at last, us of the monotonic clock */
	gint64 tick;                  /* what the clocks showed last: seconds while somebody speaks, else minutes */

	const struct form *form;      /* what is being asked; NULL nothing */
	unsigned step;
	struct meeting_event draft;   /* its answers so far */
	char *subject;                /* of what, for its questions: a member's name, an item */
	char *role_words;             /* who records, for the screen */
	char *loss;                   /* the head file remembers more than the database has: how much; NULL */
	gint64 unsynced;              /* when something was recorded that the head file has not synced yet, us; 0 nothing */
	char *kept;                   /* words of an event that was not recorded, for the next try */
	enum meeting_event_kind kept_kind;
};
void desk_init(struct desk *desk);
void desk_clear(struct desk *desk);

/* Looks for what others recorded, for the clerk's death and for a record that was taken over; true when a frame should show it. */
bool desk_look(struct app *app, GError **error);
/* Milliseconds until the next look; -1: nothing is to be looked at. */
int desk_timeout(const struct app *app);
/* Milliseconds until desk_rest has something to do, -1 nothing. */
int desk_rest_timeout(const struct app *app);
/* When nobody waits: what was recorded a moment ago is synced into the head file, never between a key and its frame. */
void desk_rest(struct app *app);
/* Loads the meeting, or what was added to it. Of one loaded anew it is told what the head file remembers and the database lacks: reading
 * goes on; recording is refused by the store. */
bool desk_load(struct app *app, GError **error);

/* The state; NULL: not looked at yet, or there is no meeting. */
const struct meeting *desk_meeting(const struct app *app);
bool desk_records(const struct app *app);      /* this program holds the record */
/* Whom a key is about: the member chosen, in a roll the one who is asked; -1 nobody. */
int desk_member(const struct app *app);
void desk_mode(struct app *app, enum desk_mode mode);      /* with nobody chosen by hand */
int desk_next_called(const struct meeting *meeting);       /* whom the roll calls next (index of the member); -1: everybody was called */
void desk_leave_mode(struct app *app);         /* says that what was recorded stays */
/* This program records a meeting that is in session; leaving it then is asked for. */
bool desk_in_session(const struct app *app);
void desk_ask_quit(struct app *app);
/* Another row of the roster was chosen. */
void desk_choose(struct app *app);
/* A meeting is in session and nobody records it. */
bool desk_clerk_away(const struct app *app);
/* The words that stand in the message line; g_free. */
char *desk_standing(const struct app *app);
/* This program was stopped: the clerk is told for how long. */
void desk_resumed(struct app *app);
/* Places and words for the next frame. */
void desk_show(struct app *app);
/* Records an event and says what became of it; true: recorded, and read back. */
bool desk_record(struct app *app, struct meeting_event *event);
/* What became of an event that was given to the record elsewhere (action/record_action). */
bool desk_outcome(struct app *app, enum record_outcome outcome, GError *error);
/* Whether the last event was recorded is not known yet: nothing is recorded until the database is opened again and tells. */
bool desk_unknown(const struct app *app);
/* Ends this app so that the database is opened again; the next one is told of the event that is not known (app_carry). */
void desk_reopen(struct app *app);
/* Somebody else's program records, in this meeting or another of this database. */
bool desk_other_records(const struct app *app);
/* Why nothing is recorded here, and how it would be: this program does not hold the record. */
const char *desk_follows(const struct app *app);
/* Compares with the head file anew: true when events were lost; the screen then says how many. */
bool desk_look_for_loss(struct app *app);
/* Opens the way to the record: takes the lock, or says who has it. */
bool desk_take(struct app *app);
/* After the first frame: tells of events that were lost, asks whether to take up a record whose clerk is gone, or settles what was unknown. */
void desk_begin(struct app *app);

#endif
