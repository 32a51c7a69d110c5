/* The footer of the Meeting screen: what matters in this situation. */
#include "app/app_private.h"

#define NONE (-1)

static const int roll[] = { COMMAND_VOTE_AYE, COMMAND_VOTE_NAY, COMMAND_VOTE_ABSTAIN, COMMAND_VOTE_RECUSE,
	COMMAND_VOTE_ABSENT, COMMAND_VOTE_PASS, COMMAND_VOTE_TAKE_BACK, COMMAND_VOTE_DECLARE, NONE };
static const int complete[] = { COMMAND_VOTE_DECLARE, COMMAND_VOTE_TAKE_BACK, COMMAND_DOWN, COMMAND_VOTE_REVEAL,
	COMMAND_BACK, COMMAND_HELP, NONE };
static const int consent[] = { COMMAND_VOTE_OBJECT, COMMAND_VOTE_DECLARE, COMMAND_BACK, COMMAND_HELP, NONE };
static const int voice[] = { COMMAND_VOTE_DECLARE, COMMAND_PALETTE, COMMAND_BACK, COMMAND_HELP, NONE };
static const int attendance[] = { COMMAND_ROLL_PRESENT, COMMAND_ROLL_REMOTE, COMMAND_ROLL_ABSENT,
	COMMAND_ROLL_EXCUSED, COMMAND_DOWN, COMMAND_BACK, COMMAND_HELP, NONE };
/* Everybody was called, and the roll was not completed: it may be corrected, and A asks again. */
static const int called[] = { COMMAND_ATTENDANCE, COMMAND_ROLL_PRESENT, COMMAND_ROLL_REMOTE, COMMAND_ROLL_ABSENT, COMMAND_DOWN, COMMAND_BACK,
	COMMAND_HELP, NONE };
/* The first only where nobody else records. */
static const int follows[] = { COMMAND_MEETING_CALL, COMMAND_DOWN, COMMAND_PANE_NEXT, COMMAND_ZOOM, COMMAND_PALETTE,
	COMMAND_HELP, NONE };
/* Before the call to order there is no row to go to. */
static const int before[] = { COMMAND_MEETING_CALL, COMMAND_PANE_NEXT, COMMAND_ZOOM, COMMAND_PALETTE, COMMAND_HELP, NONE };
static const int no_roll[] = { COMMAND_MEETING_CALL, COMMAND_ATTENDANCE, COMMAND_MEMBER_ARRIVES, COMMAND_NOTE,
	COMMAND_PALETTE, COMMAND_HELP, NONE };
static const int paused[] = { COMMAND_VOTE, COMMAND_MEMBER_ARRIVES, COMMAND_MEMBER_LEAVES, COMMAND_VOTE_TAKE_BACK,
	COMMAND_NOTE, COMMAND_PALETTE, COMMAND_HELP, NONE };
static const int no_second[] = { COMMAND_MOTION_SECOND, COMMAND_MOTION_WITHDRAW, COMMAND_NOTE, COMMAND_PALETTE,
	COMMAND_HELP, NONE };
static const int pending[] = { COMMAND_VOTE, COMMAND_VOTE_METHOD, COMMAND_MOTION, COMMAND_DEBATE,
	COMMAND_SPEAKER_TIMER, COMMAND_MEMBER_RECUSED, COMMAND_MOTION_WITHDRAW, COMMAND_HELP, NONE };
static const int idle[] = { COMMAND_NEXT, COMMAND_MOTION, COMMAND_SPEAKER_QUEUE, COMMAND_SPEAKER_TIMER,
	COMMAND_MEMBER_ARRIVES, COMMAND_MEMBER_LEAVES, COMMAND_NOTE, COMMAND_HELP, NONE };
static const int closing[] = { COMMAND_CLOSED_SESSION, COMMAND_NEXT, COMMAND_MOTION, COMMAND_MEMBER_ARRIVES,
	COMMAND_MEMBER_LEAVES, COMMAND_NOTE, COMMAND_HELP, NONE };
static const int speaks[] = { COMMAND_SPEAKER_TIMER, COMMAND_SPEAKER_NEXT, COMMAND_SPEAKER_END, COMMAND_SPEAKER_MORE,
	COMMAND_SPEAKER_LESS, COMMAND_MOTION, COMMAND_HELP, NONE };
static const int recess[] = { COMMAND_RECESS, COMMAND_MEMBER_ARRIVES, COMMAND_MEMBER_LEAVES, COMMAND_ADJOURN,
	COMMAND_HELP, NONE };
static const int closed[] = { COMMAND_CLOSED_SESSION, COMMAND_MOTION, COMMAND_MEMBER_LEAVES, COMMAND_NOTE,
	COMMAND_HELP, NONE };
static const int over[] = { COMMAND_VOTE_CORRECT, COMMAND_DOWN, COMMAND_PANE_NEXT, COMMAND_PALETTE, COMMAND_HELP,
	NONE };

static const int *of_vote(const struct meeting *meeting, const struct vote *vote)
{
	switch (vote->method) {
	case METHOD_CONSENT: return consent;
	case METHOD_VOICE: return voice;
	default: return meeting_vote_complete(meeting) ? complete : roll;
	}
}

static const int *of_floor(const struct meeting *meeting)
{
	const struct motion *floor = meeting_floor(meeting);
	if (floor && floor->state == MOTION_MADE)
		return no_second;
	if (meeting_speaking(meeting))
		return speaks;
	return floor ? pending : meeting_closed_pending(meeting) ? closing : idle;
}

static const char *closed_word(const struct meeting *meeting)
{
	const struct closed_session *last = meeting_last_closed(meeting);
	if (meeting->phase == PHASE_CLOSED)
		return _("open session again");
	return !meeting_closed_pending(meeting) ? _("announce closed session") : last->entered ? _("report out") : _("clear the room");
}

const char *meeting_hint_word(const struct app *app, int command)
{
	const struct meeting *meeting = desk_meeting(app);
	if (!meeting)
		return NULL;
	switch (command) {
	case COMMAND_MEETING_CALL: return meeting->phase == PHASE_NONE ? NULL : _("take the record");
	case COMMAND_RECESS: return meeting->phase == PHASE_RECESS ? _("reconvene") : NULL;
	case COMMAND_CLOSED_SESSION: return closed_word(meeting);
	default: return NULL;
	}
}

const int *meeting_hints(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct vote *vote = meeting ? meeting_open_vote(meeting) : NULL;
	if (!meeting || (meeting->phase == PHASE_NONE && !desk_records(app)))
		return before + (meeting && desk_other_records(app));
	if (!desk_records(app))
		return follows + desk_other_records(app);
	if (app->desk.mode == DESK_ATTENDANCE)
		return desk_next_called(meeting) < 0 ? called : attendance;
	if (vote)
		return app->desk.mode == DESK_ROLL ? of_vote(meeting, vote) : paused;
	switch (meeting->phase) {
	case PHASE_NONE: return no_roll;
	case PHASE_RECESS: return recess;
	case PHASE_CLOSED: return closed;
	case PHASE_ADJOURNED: return over;
	case PHASE_OPEN: break;
	}
	return meeting->roll_completed ? of_floor(meeting) : no_roll;
}
