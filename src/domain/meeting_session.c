/* Recess, closed session, speakers, the end, and what becomes of the minutes. */
#include "domain/meeting_private.h"

#include <stdlib.h>

bool check_recess(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	(void) meeting;
	return (event->number >= 0 && event->number <= 10080) || meeting_refuse(error, _("a recess takes 0 to 10080 minutes"));
}

/* A clock that runs stands still while nobody can speak. */
static void speaker_stop(struct meeting *meeting, instant_t at, enum speaker_state state)
{
	struct speaker *speaker = (struct speaker *) meeting_speaking(meeting);
	if (!speaker)
		return;
	if (speaker->since)
		speaker->used += (int) CLAMP(at - speaker->since, 0, 86400);
	speaker->since = 0;
	speaker->state = state;
}

void apply_recess(struct meeting *meeting, const struct meeting_event *event)
{
	meeting->phase = PHASE_RECESS;
	meeting->recess_from = event->at;
	meeting->recess_minutes = (int) event->number;
	speaker_stop(meeting, event->at, SPEAKER_PAUSED);
}

void apply_reconvened(struct meeting *meeting, const struct meeting_event *event)
{
	(void) event;
	meeting->phase = PHASE_OPEN;
	meeting->recess_from = 0;
	meeting->recess_minutes = 0;
}

static struct closed_session *last_closed(const struct meeting *meeting)
{
	return (struct closed_session *) meeting_last_closed(meeting);
}

bool check_closed_announced(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct closed_session *closed = last_closed(meeting);
	(void) event;
	return !closed || closed->entered || meeting_refuse(error, _("a closed session is announced already"));
}

void apply_closed_announced(struct meeting *meeting, const struct meeting_event *event)
{
	struct closed_session *closed = g_new0(struct closed_session, 1);
	closed->item = event->item;
	closed->announced = g_strdup(event->text);
	g_ptr_array_add(meeting->closed, closed);
}

bool check_closed_entered(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct closed_session *closed = last_closed(meeting);
	(void) event;
	if (!closed || closed->entered)
		return meeting_refuse(error, _("announce first what will be discussed and under which provision"));
	return true;
}

void apply_closed_entered(struct meeting *meeting, const struct meeting_event *event)
{
	last_closed(meeting)->entered = event->at;
	meeting->phase = PHASE_CLOSED;
	speaker_stop(meeting, event->at, SPEAKER_DONE);
}

bool check_closed_left(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct motion *floor = meeting_floor(meeting);
	(void) event;
	if (floor && floor->in_closed)
		return meeting_refuse(error, _("a motion of the closed session is still pending; dispose of it first"));
	return true;
}

void apply_closed_left(struct meeting *meeting, const struct meeting_event *event)
{
	last_closed(meeting)->left = event->at;
	meeting->phase = PHASE_OPEN;
}

bool check_reported_out(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct closed_session *closed = last_closed(meeting);
	(void) event;
	if (!closed || !closed->left)
		return meeting_refuse(error, _("there was no closed session to report of"));
	return !closed->report || meeting_refuse(error, _("this closed session was reported already; a note adds to it"));
}

void apply_reported_out(struct meeting *meeting, const struct meeting_event *event)
{
	struct closed_session *closed = last_closed(meeting);
	closed->report = g_strdup(event->text);
	closed->reported = event->at;
}

/* --- speakers --- */

static struct speaker *speaker_of(const struct meeting *meeting, const struct meeting_event *event)
{
	return meeting->speakers->pdata[event->number - 1];
}

bool check_speaker_queued(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (event->number != (gint64) meeting->speakers->len + 1)
		return meeting_refuse(error, _("the next speaker has the number %u"), meeting->speakers->len + 1);
	if (event->seat && meeting_seat(meeting, event->seat) < 0)
		return meeting_refuse(error, _("there is no seat '%s' on the roster of this meeting"), event->seat);
	if (event->word && *event->word && g_strcmp0(event->word, "interpreter") != 0)
		return meeting_refuse(error, _("a speaker is queued with 'interpreter' or without, not '%s'"), event->word);
	return true;
}

void apply_speaker_queued(struct meeting *meeting, const struct meeting_event *event)
{
	struct speaker *speaker = g_new0(struct speaker, 1);
	speaker->number = (int) event->number;
	speaker->item = event->item;
	speaker->member = meeting_seat(meeting, event->seat);
	speaker->name = event->text && *event->text ? g_strdup(event->text) : NULL;
	speaker->topic = g_strdup(event->note);
	speaker->interpreter = g_strcmp0(event->word, "interpreter") == 0;
	speaker->seconds = meeting_speaking_time(meeting, speaker->interpreter);
	g_ptr_array_add(meeting->speakers, speaker);
}

static bool seconds_of(const char *text, int least, int *seconds)
{
	char *end = NULL;
	long value = text && *text ? strtol(text, &end, 10) : least - 1L;
	*seconds = (int) CLAMP(value, -86400, 86400);
	return value >= least && value <= 86400 && !*end;
}

bool check_speaker_started(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	int seconds;
	if (speaker_of(meeting, event)->state != SPEAKER_WAITING)
		return meeting_refuse(error, _("this speaker is not waiting"));
	if (meeting_speaking(meeting))
		return meeting_refuse(error, _("somebody has the floor; end that first"));
	return seconds_of(event->other, 0, &seconds) || meeting_refuse(error, _("the time allotted must be 0 to 86400 seconds"));
}

void apply_speaker_started(struct meeting *meeting, const struct meeting_event *event)
{
	struct speaker *speaker = speaker_of(meeting, event);
	seconds_of(event->other, 0, &speaker->seconds);
	speaker->state = SPEAKER_SPEAKING;
	speaker->since = event->at;
}

static bool check_state(const struct meeting *meeting, const struct meeting_event *event, enum speaker_state state, const char *else_, GError **error)
{
	return speaker_of(meeting, event)->state == state || meeting_refuse(error, "%s", else_);
}

bool check_speaker_paused(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	return check_state(meeting, event, SPEAKER_SPEAKING, _("the clock of this speaker does not run"), error);
}

void apply_speaker_paused(struct meeting *meeting, const struct meeting_event *event)
{
	speaker_stop(meeting, event->at, SPEAKER_PAUSED);
}

bool check_speaker_resumed(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	return check_state(meeting, event, SPEAKER_PAUSED, _("the clock of this speaker does not stand still"), error);
}

void apply_speaker_resumed(struct meeting *meeting, const struct meeting_event *event)
{
	struct speaker *speaker = speaker_of(meeting, event);
	speaker->state = SPEAKER_SPEAKING;
	speaker->since = event->at;
}

bool check_speaker_ended(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	return speaker_of(meeting, event) == meeting_speaking(meeting) || meeting_refuse(error, _("this speaker does not have the floor"));
}

void apply_speaker_ended(struct meeting *meeting, const struct meeting_event *event)
{
	speaker_stop(meeting, event->at, SPEAKER_DONE);
}

bool check_speaker_removed(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	return check_state(meeting, event, SPEAKER_WAITING, _("this speaker is not waiting"), error);
}

void apply_speaker_removed(struct meeting *meeting, const struct meeting_event *event)
{
	speaker_of(meeting, event)->state = SPEAKER_GONE;
}

bool check_speaker_extended(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct speaker *speaker = speaker_of(meeting, event);
	int seconds;
	if (speaker->state == SPEAKER_DONE || speaker->state == SPEAKER_GONE || !speaker->seconds)
		return meeting_refuse(error, _("this speaker has no clock that could be changed"));
	return seconds_of(event->other, -86400, &seconds) || meeting_refuse(error, _("the seconds added must be a number"));
}

void apply_speaker_extended(struct meeting *meeting, const struct meeting_event *event)
{
	struct speaker *speaker = speaker_of(meeting, event);
	int seconds;
	seconds_of(event->other, -86400, &seconds);
	speaker->seconds = CLAMP(speaker->seconds + seconds, 1, 86400);
}

/* --- the end --- */

void apply_adjourned(struct meeting *meeting, const struct meeting_event *event)
{
	speaker_stop(meeting, event->at, SPEAKER_DONE);
	if (meeting->item) {
		struct meeting_item *item = item_at(meeting, meeting->item);
		item->state = ITEM_DONE;
		item->closed_at = event->at;
		meeting->item = 0;
	}
	for (guint i = 0; i < meeting->members->len; i++) {
		struct member *member = member_at(meeting, (int) i);
		if (member->stays->len && member_is_here(member))
			g_array_index(member->stays, struct stay, member->stays->len - 1).until = event->at;
	}
	meeting->phase = PHASE_ADJOURNED;
	meeting->adjourned = event->at;
}

static bool check_not_approved(const struct meeting *meeting, GError **error)
{
	return !meeting->approved || meeting_refuse(error, _("the minutes of this meeting were approved"));
}

bool check_minutes_corrected(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	(void) event;
	return check_not_approved(meeting, error);
}

void apply_minutes_corrected(struct meeting *meeting, const struct meeting_event *event)
{
	g_ptr_array_add(meeting->minutes_corrections, g_strdup(event->text));
}

bool check_minutes_approved(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (g_strcmp0(event->word, "as_written") != 0 && g_strcmp0(event->word, "as_corrected") != 0)
		return meeting_refuse(error, _("minutes are approved as_written or as_corrected, not '%s'"), event->word ? event->word : "");
	return check_not_approved(meeting, error);
}

void apply_minutes_approved(struct meeting *meeting, const struct meeting_event *event)
{
	meeting->approved = g_strdup(event->text);
	meeting->approved_as_corrected = g_strcmp0(event->word, "as_corrected") == 0;
}
