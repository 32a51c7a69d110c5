#include "model/public_meeting.h"

#include "base/i18n.h"
#include "domain/event_words.h"

static void line_clear(void *data)
{
	g_free(((struct public_vote_line *) data)->name);
}

static char *copy_title(const struct meeting_item *item)
{
	return item ? g_strdup(item_public_title(item)) : NULL;
}

static const struct meeting_item *next_item(const struct meeting *meeting)
{
	for (int position = meeting->item + 1; position <= (int) meeting->items->len; position++)
		if (meeting_item(meeting, position)->state == ITEM_WAITING)
			return meeting_item(meeting, position);
	return NULL;
}

static void fill_item(struct public_meeting *view, const struct meeting *meeting)
{
	const struct meeting_item *item = meeting_item(meeting, meeting->item), *next = next_item(meeting);
	view->item_number = item ? g_strdup(item->number) : NULL;
	view->item_title = copy_title(item);
	view->next_number = next ? g_strdup(next->number) : NULL;
	view->next_title = copy_title(next);
}

static const char *stage_of(const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_open_vote(meeting);
	if (vote && vote->motion == motion->number)
		return method_words(vote->method);
	return motion_debatable(meeting, motion) ? _("open for debate") : motion_state_words(motion->state);
}

static void fill_motion(struct public_meeting *view, const struct meeting *meeting, const struct motion *motion, const char *lang)
{
	const struct vote *vote = meeting_open_vote(meeting);
	const struct threshold *threshold = vote ? vote->threshold : motion->kind->threshold;
	bool pending = motion->state == MOTION_PENDING || motion->state == MOTION_VOTING || motion->state == MOTION_MADE;
	view->motion_name = motion_name(meeting, motion);
	view->motion_text = g_strdup(*motion->text ? motion->text : labels_get(&motion->kind->label, lang));
	view->mover = g_strdup(meeting_member_name(meeting, motion->mover));
	view->seconder = g_strdup(meeting_member_name(meeting, motion->seconder));
	view->stage = g_strdup(stage_of(meeting, motion));
	if (!threshold || !pending)
		return;
	struct tally tally = vote ? vote->tally : meeting_expected_tally(meeting, motion);
	view->needs = threshold_words(threshold, &tally, &meeting->procedure->rules, lang);
}

static bool is_revealed(const struct meeting *meeting, const struct vote *vote, int reveal)
{
	bool live = reveal ? reveal == 1 : meeting->procedure->rules.reveal == REVEAL_LIVE;
	return !vote->open || live || meeting_vote_complete(meeting);
}

static void fill_lines(struct public_meeting *view, const struct meeting *meeting, const struct vote *vote)
{
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		struct public_vote_line line = { .name = g_strdup(meeting_member_name(meeting, ballot->member)), .counts = ballot->counts,
			.choice = view->revealed ? ballot->choice : CHOICE_NONE };
		g_array_append_val(view->lines, line);
		view->to_answer += ballot->counts && !ballot->away && ballot->choice != CHOICE_SILENT;
	}
	view->answered = view->to_answer - vote->tally.open;
}

static void fill_vote(struct public_meeting *view, const struct meeting *meeting, const struct vote *vote, int reveal)
{
	view->vote_open = vote->open;
	view->by_consent = vote->method == METHOD_CONSENT;
	view->by_voice = vote->method == METHOD_VOICE;
	view->revealed = is_revealed(meeting, vote, reveal) && !view->by_consent && !view->by_voice;
	view->result = vote->result;
	if (!view->by_consent && !view->by_voice)
		fill_lines(view, meeting, vote);
	if (view->revealed)
		view->tally = vote->tally;
	if (vote->result != RESULT_NONE)
		view->arithmetic = g_strdup(vote->arithmetic);
}

static void fill_speaker(struct public_meeting *view, const struct meeting *meeting, instant_t now)
{
	const struct speaker *speaker = meeting_speaking(meeting);
	for (guint i = 0; i < meeting->speakers->len; i++)
		view->queue += ((const struct speaker *) meeting->speakers->pdata[i])->state == SPEAKER_WAITING;
	if (!speaker)
		return;
	view->speaking = true;
	view->speaker_paused = speaker->state == SPEAKER_PAUSED;
	view->speaker = g_strdup(speaker->name ? speaker->name : speaker->member >= 0 ? meeting_member_name(meeting, speaker->member) : _("Public speaker"));
	view->topic = g_strdup(speaker->topic);
	view->speaker_left = speaker_left(speaker, now);
	view->speaker_seconds = speaker->seconds;
	view->speaker_warning = meeting->procedure->rules.speaker_warning;
}

static void fill_session(struct public_meeting *view, const struct meeting *meeting, int reveal, instant_t now, const char *lang)
{
	const struct vote *vote = meeting_shown_vote(meeting);
	const struct motion *motion = vote ? meeting_motion(meeting, vote->motion) : meeting_floor(meeting);
	fill_item(view, meeting);
	/* What was moved or decided behind closed doors is said only by what is reported. */
	if (motion && !motion->in_closed) {
		fill_motion(view, meeting, motion, lang);
		if (vote)
			fill_vote(view, meeting, vote, reveal);
	}
	fill_speaker(view, meeting, now);
}

static void fill_day(struct public_meeting *view, const struct meeting *meeting)
{
	char day[DAY_ISO_SIZE];
	view->body = g_strdup(meeting->body_name ? meeting->body_name : "");
	view->zone = g_strdup(meeting->zone);
	view->when_day = g_strdup(meeting->called ? day_iso(instant_day(meeting->called, meeting->zone), day) : "");
}

struct public_meeting *public_meeting_new(const struct meeting *meeting, int reveal, instant_t now, const char *lang)
{
	struct public_meeting *view = g_new0(struct public_meeting, 1);
	const struct closed_session *closed = meeting->closed->len ? meeting->closed->pdata[meeting->closed->len - 1] : NULL;
	view->lines = g_array_new(FALSE, TRUE, sizeof(struct public_vote_line));
	g_array_set_clear_func(view->lines, line_clear);
	view->phase = meeting->phase;
	view->called = meeting->called;
	view->adjourned = meeting->adjourned;
	view->blank = meeting->phase == PHASE_CLOSED;
	fill_day(view, meeting);
	if (meeting->phase == PHASE_RECESS && meeting->recess_minutes)
		view->recess_until = meeting->recess_from + meeting->recess_minutes * 60;
	if (closed && closed->reported && meeting->phase == PHASE_OPEN && closed->item == meeting->item)
		view->reported = g_strdup(closed->report);
	if (meeting->phase == PHASE_OPEN) {
		view->quorum = meeting_quorum(meeting).there;
		fill_session(view, meeting, reveal, now, lang);
	}
	return view;
}

void public_meeting_free(struct public_meeting *view)
{
	if (!view)
		return;
	char *texts[] = { view->body, view->when_day, view->item_number, view->item_title, view->next_number, view->next_title, view->motion_name,
		view->motion_text, view->mover, view->seconder, view->stage, view->needs, view->arithmetic, view->speaker, view->topic, view->reported, view->zone };
	for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	g_array_unref(view->lines);
	g_free(view);
}
