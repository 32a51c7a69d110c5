/* Which events may follow when, and what each needs: one table. */
#include "domain/meeting_private.h"

#include <inttypes.h>
#include <string.h>

enum { IN_NONE = 1 << PHASE_NONE, IN_OPEN = 1 << PHASE_OPEN, IN_RECESS = 1 << PHASE_RECESS, IN_CLOSED = 1 << PHASE_CLOSED,
	IN_OVER = 1 << PHASE_ADJOURNED, IN_BUSINESS = IN_OPEN | IN_CLOSED, IN_SESSION = IN_BUSINESS | IN_RECESS,
	IN_ANY = IN_SESSION | IN_OVER };
enum { SEAT = 1, ITEM = 2 /* one of the agenda */, ITEM_OR_NONE = 4, MOTION = 8, VOTE = 16 /* the open one */, TEXT = 32, SPEAKER = 64,
	FLOOR = 128 /* the motion is the immediately pending one */, NO_VOTE = 256 /* not while a vote is taken */ };

static const struct step { unsigned phases, needs; meeting_check_step *check; meeting_apply_step *apply; } steps[MEETING_EVENTS] = {
	[MEETING_CALLED] = { IN_NONE, TEXT, check_called, apply_called },
	[MEETING_ARRIVED] = { IN_SESSION, SEAT, check_arrived, apply_arrived },
	[MEETING_LEFT] = { IN_SESSION, SEAT, check_here, apply_left },
	[MEETING_ABSENT] = { IN_SESSION, SEAT, check_absent, apply_absent },
	[MEETING_EXCUSED] = { IN_SESSION, SEAT, check_excused, apply_excused },
	[MEETING_ROLL_COMPLETED] = { IN_OPEN, 0, check_roll_completed, apply_roll_completed },
	[MEETING_PRESIDING] = { IN_SESSION, SEAT | NO_VOTE, check_here, apply_presiding },
	[MEETING_SEATED] = { IN_SESSION, SEAT | NO_VOTE, check_seated, apply_seated },
	[MEETING_UNSEATED] = { IN_SESSION, SEAT | NO_VOTE, check_unseated, apply_unseated },
	[MEETING_RECUSED] = { IN_BUSINESS, SEAT | ITEM, check_recused, apply_recused },
	[MEETING_RETURNED] = { IN_BUSINESS, SEAT | ITEM, check_returned, apply_returned },
	[MEETING_ITEM_ADDED] = { IN_OPEN, TEXT, check_item_added, apply_item_added },
	[MEETING_ITEM_OPENED] = { IN_BUSINESS, ITEM | NO_VOTE, check_item_opened, apply_item_opened },
	[MEETING_ITEM_CLOSED] = { IN_BUSINESS, ITEM | NO_VOTE, check_item_closed, apply_item_closed },
	[MEETING_ITEM_PULLED] = { IN_OPEN, ITEM | SEAT | NO_VOTE, check_item_pulled, apply_item_pulled },
	[MEETING_MOVED] = { IN_BUSINESS, ITEM_OR_NONE | NO_VOTE, check_moved, apply_moved },
	[MEETING_SECONDED] = { IN_BUSINESS, SEAT | MOTION | FLOOR | NO_VOTE, check_seconded, apply_seconded },
	[MEETING_RESTATED] = { IN_BUSINESS, MOTION | FLOOR | TEXT | NO_VOTE, check_restated, apply_restated },
	[MEETING_WITHDRAWN] = { IN_BUSINESS, MOTION | FLOOR | NO_VOTE, NULL, apply_withdrawn },
	[MEETING_FELL] = { IN_BUSINESS, MOTION | FLOOR | NO_VOTE, check_fell, apply_fell },
	[MEETING_RULED] = { IN_BUSINESS, MOTION | FLOOR | NO_VOTE, check_ruled, apply_ruled },
	[MEETING_SETTLED] = { IN_BUSINESS, MOTION | NO_VOTE, check_settled, apply_settled },
	[MEETING_VOTE_OPENED] = { IN_BUSINESS, MOTION | FLOOR | NO_VOTE, check_vote_opened, apply_vote_opened },
	[MEETING_VOTE_CAST] = { IN_BUSINESS, SEAT | MOTION | VOTE, check_vote_cast, apply_vote_cast },
	[MEETING_VOTE_TAKEN_BACK] = { IN_BUSINESS, SEAT | MOTION | VOTE, check_vote_taken_back, apply_vote_taken_back },
	[MEETING_OBJECTED] = { IN_BUSINESS, MOTION | VOTE, check_objected, apply_objected },
	[MEETING_VOTE_DECLARED] = { IN_BUSINESS, MOTION | VOTE, check_vote_declared, apply_vote_declared },
	[MEETING_VOTE_CANCELLED] = { IN_BUSINESS, MOTION | VOTE | TEXT, NULL, apply_vote_cancelled },
	[MEETING_VOTE_CORRECTED] = { IN_ANY, SEAT | MOTION | TEXT | NO_VOTE, check_vote_corrected, apply_vote_corrected },
	[MEETING_RECESS] = { IN_OPEN, NO_VOTE, check_recess, apply_recess },
	[MEETING_RECONVENED] = { IN_RECESS, 0, NULL, apply_reconvened },
	[MEETING_CLOSED_ANNOUNCED] = { IN_OPEN, ITEM_OR_NONE | TEXT | NO_VOTE, check_closed_announced, apply_closed_announced },
	[MEETING_CLOSED_ENTERED] = { IN_OPEN, NO_VOTE, check_closed_entered, apply_closed_entered },
	[MEETING_CLOSED_LEFT] = { IN_CLOSED, NO_VOTE, check_closed_left, apply_closed_left },
	[MEETING_REPORTED_OUT] = { IN_OPEN, TEXT, check_reported_out, apply_reported_out },
	[MEETING_SPEAKER_QUEUED] = { IN_SESSION, ITEM_OR_NONE, check_speaker_queued, apply_speaker_queued },
	[MEETING_SPEAKER_STARTED] = { IN_OPEN, SPEAKER, check_speaker_started, apply_speaker_started },
	[MEETING_SPEAKER_PAUSED] = { IN_SESSION, SPEAKER, check_speaker_paused, apply_speaker_paused },
	[MEETING_SPEAKER_RESUMED] = { IN_OPEN, SPEAKER, check_speaker_resumed, apply_speaker_resumed },
	[MEETING_SPEAKER_ENDED] = { IN_SESSION, SPEAKER, check_speaker_ended, apply_speaker_ended },
	[MEETING_SPEAKER_REMOVED] = { IN_SESSION, SPEAKER, check_speaker_removed, apply_speaker_removed },
	[MEETING_SPEAKER_EXTENDED] = { IN_SESSION, SPEAKER, check_speaker_extended, apply_speaker_extended },
	[MEETING_DEBATE] = { IN_BUSINESS, SEAT | MOTION | FLOOR | NO_VOTE, check_debate, apply_nothing },
	[MEETING_NOTE] = { IN_SESSION, ITEM_OR_NONE | TEXT, NULL, apply_nothing },
	[MEETING_TAKEN_OVER] = { IN_ANY, TEXT, check_taken_over, apply_taken_over },
	[MEETING_ADJOURNED] = { IN_OPEN | IN_RECESS, NO_VOTE, NULL, apply_adjourned },
	[MEETING_MINUTES_CORRECTED] = { IN_OVER, TEXT, check_minutes_corrected, apply_minutes_corrected },
	[MEETING_MINUTES_APPROVED] = { IN_OVER, TEXT, check_minutes_approved, apply_minutes_approved },
};

bool meeting_refuse(GError **error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *words = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, words);
	g_free(words);
	return false;
}

static bool refuse_phase(const struct meeting *meeting, GError **error)
{
	static const char *const reasons[] = {
		[PHASE_NONE] = N_("the meeting has not been called to order"),
		[PHASE_OPEN] = N_("the meeting is in open session"),
		[PHASE_RECESS] = N_("the meeting is in recess; reconvene first"),
		[PHASE_CLOSED] = N_("the meeting is in closed session; return to open session first"),
		[PHASE_ADJOURNED] = N_("the meeting is adjourned"),
	};
	return meeting_refuse(error, "%s", _(reasons[meeting->phase]));
}

static bool too_long(const char *text)
{
	return text && strlen(text) > JOURNAL_TEXT_MOST;
}

static bool check_motion(const struct meeting *meeting, const struct meeting_event *event, unsigned needs, GError **error)
{
	const struct motion *floor = meeting_floor(meeting), *motion = meeting_motion(meeting, event->motion);
	const struct vote *vote = meeting_open_vote(meeting);
	if (!motion)
		return meeting_refuse(error, _("there is no motion %d in this meeting"), event->motion);
	/* A published motion may be voted upon again without saying how it came back. */
	bool again = meeting->imported && event->kind == MEETING_VOTE_OPENED;
	if ((needs & FLOOR) && motion != floor && !again) {
		g_autofree char *name = floor ? motion_name(meeting, floor) : NULL;
		return name ? meeting_refuse(error, _("motion %s is pending and comes first"), name) : meeting_refuse(error, _("no motion is pending"));
	}
	if (!(needs & VOTE))
		return true;
	if (!vote || vote->motion != event->motion || vote->number != event->number)
		return meeting_refuse(error, vote ? _("another vote is open") : _("no vote is open; V opens one"));
	return true;
}

static bool check_needs(const struct meeting *meeting, const struct meeting_event *event, unsigned needs, GError **error)
{
	if (too_long(event->text) || too_long(event->note) || too_long(event->word) || too_long(event->other))
		return meeting_refuse(error, _("the text is too long (more than %d bytes)"), JOURNAL_TEXT_MOST);
	if (event->at < INSTANT_LEAST || event->at > INSTANT_MOST)
		return meeting_refuse(error, _("its time is not of the years 1 to 9999"));
	if ((needs & NO_VOTE) && meeting_open_vote(meeting))
		return meeting_refuse(error, _("a vote is being taken; declare it or call it off first"));
	if ((needs & SEAT) && meeting_seat(meeting, event->seat) < 0)
		return meeting_refuse(error, _("there is no seat '%s' on the roster of this meeting"), event->seat ? event->seat : "");
	if ((needs & ITEM || (needs & ITEM_OR_NONE && event->item)) && !meeting_item(meeting, event->item))
		return meeting_refuse(error, _("there is no item at position %d of the agenda"), event->item);
	if ((needs & TEXT) && (!event->text || !*event->text))
		return meeting_refuse(error, _("this needs words"));
	if ((needs & SPEAKER) && (event->number > G_MAXINT || !meeting_speaker(meeting, (int) event->number)))
		return meeting_refuse(error, _("there is no speaker %d"), (int) CLAMP(event->number, 0, G_MAXINT));
	return !(needs & MOTION) || check_motion(meeting, event, needs, error);
}

bool meeting_check(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct step *step = &steps[event->kind];
	if (!(step->phases >> meeting->phase & 1))
		return refuse_phase(meeting, error);
	return check_needs(meeting, event, step->needs, error) && (!step->check || step->check(meeting, event, error));
}

static void take(struct meeting *meeting, struct meeting_event *event)
{
	steps[event->kind].apply(meeting, event);
	g_ptr_array_add(meeting->events, event);
	meeting->seq = event->seq;
	g_strlcpy(meeting->head, event->hash, sizeof meeting->head);
}

bool meeting_apply(struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (!meeting_check(meeting, event, error))
		return false;
	take(meeting, meeting_event_copy(event));
	return true;
}

static bool follows(struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (!meeting_event_follows(event, meeting->seq, meeting->head, error))
		return false;
	if (meeting_check(meeting, event, error))
		return true;
	g_prefix_error(error, _("event %" PRId64 " (%s): "), event->seq, meeting_event_name(event->kind));
	return false;
}

bool meeting_follow(struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (!follows(meeting, event, error))
		return false;
	take(meeting, meeting_event_copy(event));
	return true;
}

bool meeting_follow_all(struct meeting *meeting, GPtrArray *events, GError **error)
{
	for (guint i = 0; i < events->len; i++) {
		if (!follows(meeting, events->pdata[i], error))
			return false;
		take(meeting, g_steal_pointer(&events->pdata[i]));
	}
	return true;
}
