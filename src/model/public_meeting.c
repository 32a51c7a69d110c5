#include "model/public_meeting.h"

#include "base/i18n.h"
#include "domain/event_words.h"
#include "domain/meeting_public.h"

static void line_clear(void *data)
{
	g_free(((struct public_vote_line *) data)->name);
}

/* Where there is no public title, a word that says no more than the agenda's section does. */
static char *copy_title(const struct meeting_item *item)
{
	const char *title = item ? item_public_title(item) : NULL;
	if (!title || *title)
		return g_strdup(title);
	return g_strdup(item->closed ? _("Closed session") : item->case_number ? _("A case before the board") : "");
}

static void fill_item(struct public_meeting *view, const struct meeting *meeting)
{
	const struct meeting_item *item = meeting_item(meeting, meeting->item), *next = meeting_next_item(meeting);
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

/* Every answer given with a key is taken as not given yet: who abstained, was recused or said "absent" is as hidden as who said aye. */
static struct tally hidden_tally(const struct vote *vote)
{
	struct tally tally = { .in_office = vote->tally.in_office, .seats = vote->tally.seats };
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		if (!ballot->counts)
			continue;
		tally.open += ballot->seq || ballot->choice == CHOICE_NONE;
		tally.recused += !ballot->seq && ballot->choice == CHOICE_RECUSE;
		tally.absent += !ballot->seq && ballot->choice == CHOICE_ABSENT;
		tally.silent += !ballot->seq && ballot->choice == CHOICE_SILENT;
		tally.untrained += ballot->choice == CHOICE_UNTRAINED;
	}
	return tally;
}

static bool is_revealed(const struct meeting *meeting, const struct vote *vote, int reveal)
{
	return !vote->open || meeting_votes_live(meeting, reveal) || meeting_vote_complete(meeting);
}

static void fill_motion(struct public_meeting *view, const struct meeting *meeting, const struct motion *motion, int reveal, const char *lang)
{
	const struct vote *vote = meeting_open_vote(meeting);
	const struct threshold *threshold = vote ? vote->threshold : motion->kind->threshold;
	bool pending = motion->state == MOTION_PENDING || motion->state == MOTION_VOTING || motion->state == MOTION_MADE;
	view->motion_name = motion_name(meeting, motion);
	bool words = *motion->text && motion_words_are_public(meeting, motion);
	view->motion_text = g_strdup(words ? motion->text : labels_get(&motion->kind->label, lang));
	view->mover = g_strdup(meeting_member_name(meeting, motion->mover));
	view->seconder = g_strdup(meeting_member_name(meeting, motion_public_seconder(meeting, motion)));
	view->stage = g_strdup(stage_of(meeting, motion));
	if (!threshold || !pending || (vote && vote->method == METHOD_CONSENT))
		return;
	struct tally tally = !vote ? meeting_expected_tally(meeting, motion) : is_revealed(meeting, vote, reveal) ? vote->tally : hidden_tally(vote);
	view->needs = threshold_words(threshold, &tally, &meeting->procedure->rules, lang);
}

static void fill_lines(struct public_meeting *view, const struct meeting *meeting, const struct vote *vote)
{
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		struct public_vote_line line = { .name = g_strdup(meeting_member_name(meeting, ballot->member)), .counts = ballot->counts,
			.choice = view->revealed ? ballot->choice : CHOICE_NONE };
		g_array_append_val(view->lines, line);
	}
	view->to_answer = vote_to_answer(vote);
	view->answered = view->to_answer - vote->tally.open;
}

static void fill_vote(struct public_meeting *view, const struct meeting *meeting, const struct vote *vote, int reveal)
{
	view->vote_open = vote->open;
	view->by_consent = vote->method == METHOD_CONSENT;
	view->by_voice = vote->method == METHOD_VOICE;
	view->revealed = is_revealed(meeting, vote, reveal) && vote_by_names(vote);
	view->result = vote->result;
	if (vote_by_names(vote))
		fill_lines(view, meeting, vote);
	if (view->revealed)
		view->tally = vote->tally;
	view->corrected = vote->corrections->len > 0;
	if (vote->result != RESULT_NONE)
		view->arithmetic = vote_sum(meeting, vote);
}

static void fill_speaker(struct public_meeting *view, const struct meeting *meeting, instant_t now)
{
	const struct speaker *speaker = meeting_speaking(meeting);
	view->queue = meeting_speakers_waiting(meeting);
	if (!speaker)
		return;
	view->speaking = true;
	view->speaker_paused = speaker->state == SPEAKER_PAUSED;
	/* Who was put down in closed session did not sign up in public. */
	bool known = speaker_is_public(meeting, speaker);
	view->speaker = g_strdup(speaker->name && known ? speaker->name : speaker->member >= 0 ? meeting_member_name(meeting, speaker->member) : _("Public speaker"));
	view->topic = known ? g_strdup(speaker->topic) : NULL;
	view->speaker_left = speaker_left(speaker, now);
	view->speaker_seconds = speaker->seconds;
	view->speaker_warning = meeting->procedure->rules.speaker_warning;
}

/* What goes on beside the business and does not end the showing of a result. */
static bool is_aside(enum meeting_event_kind kind)
{
	switch (kind) {
	case MEETING_ARRIVED: case MEETING_LEFT: case MEETING_ABSENT: case MEETING_EXCUSED: case MEETING_PRESIDING: case MEETING_SEATED: case MEETING_UNSEATED:
	case MEETING_RECUSED: case MEETING_RETURNED: case MEETING_NOTE: case MEETING_TAKEN_OVER: case MEETING_VOTE_CORRECTED:
	case MEETING_SPEAKER_QUEUED: case MEETING_SPEAKER_REMOVED: return true;
	default: return false;
	}
}

/* The vote that was declared last, as long as nothing came after it: that of an amendment is seen too, before the question goes on. */
static const struct vote *just_declared(const struct meeting *meeting)
{
	for (guint i = meeting->events->len; i-- > 0;) {
		const struct meeting_event *event = meeting->events->pdata[i];
		if (!is_aside(event->kind))
			return event->kind == MEETING_VOTE_DECLARED ? meeting_vote(meeting, (int) event->number) : NULL;
	}
	return NULL;
}

static const struct vote *shown_vote(const struct meeting *meeting)
{
	const struct vote *open = meeting_open_vote(meeting), *declared = open ? NULL : just_declared(meeting);
	return open ? open : declared || !meeting->item ? declared : meeting_shown_vote(meeting);
}

static void fill_session(struct public_meeting *view, const struct meeting *meeting, int reveal, instant_t now, const char *lang)
{
	const struct vote *shown = shown_vote(meeting), *vote = shown && vote_is_public(meeting, shown) ? shown : NULL;
	const struct motion *motion = vote ? meeting_motion(meeting, vote->motion) : meeting_floor(meeting);
	fill_item(view, meeting);
	/* What was moved or decided behind closed doors is said only by what is reported. */
	if (motion && !motion->in_closed) {
		fill_motion(view, meeting, motion, reveal, lang);
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

static struct public_meeting *view_new(void)
{
	struct public_meeting *view = g_new0(struct public_meeting, 1);
	view->lines = g_array_new(FALSE, TRUE, sizeof(struct public_vote_line));
	g_array_set_clear_func(view->lines, line_clear);
	return view;
}

static struct public_meeting *announced(const struct meeting_record *record, const struct board *board, const char *lang)
{
	struct public_meeting *view = view_new();
	const struct body *body = board_body(board, record->body);
	char day[DAY_ISO_SIZE];
	view->body = g_strdup(body ? labels_get(&body->name, lang) : record->body);
	view->zone = g_strdup(board->zone);
	view->when_day = g_strdup(day_iso(instant_day(record->starts, board->zone), day));
	view->starts = record->starts;
	view->place = g_strdup(record->place);
	return view;
}

/* What was frozen in the language of the clerk, in that of the room. */
static void translate(char **title, const struct body *body, const char *lang)
{
	char *shown = *title ? g_strdup(body_title(body, *title, lang)) : NULL;
	g_free(*title);
	*title = shown;
}

struct public_meeting *public_meeting_of(const struct meeting_model *model, const struct board *board, int reveal, instant_t now, const char *lang)
{
	if (!model->id)
		return NULL;
	if (model->meeting->phase == PHASE_NONE)
		return announced(&model->record, board, lang);
	struct public_meeting *view = public_meeting_new(model->meeting, reveal ? reveal : model->reveal, now, lang);
	const struct body *body = model->record.body ? board_body(board, model->record.body) : NULL;
	char *name = g_strdup(body ? labels_translate(&body->name, view->body, lang) : view->body);
	g_free(view->body);
	view->body = name;
	translate(&view->item_title, body, lang);
	translate(&view->next_title, body, lang);
	return view;
}

struct public_meeting *public_meeting_new(const struct meeting *meeting, int reveal, instant_t now, const char *lang)
{
	struct public_meeting *view = view_new();
	const struct closed_session *closed = meeting_last_closed(meeting);
	view->phase = meeting->phase;
	view->adjourned = meeting->adjourned;
	view->blank = meeting->phase == PHASE_CLOSED;
	fill_day(view, meeting);
	if (meeting->phase == PHASE_RECESS && meeting->recess_minutes)
		view->recess_until = meeting->recess_from + meeting->recess_minutes * 60;
	if (closed && closed->reported && meeting->phase == PHASE_OPEN && closed->item == meeting->item)
		view->reported = g_strdup(closed->report);
	if (meeting->phase == PHASE_OPEN) {
		view->roll_completed = meeting->roll_completed;
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
		view->motion_text, view->mover, view->seconder, view->stage, view->needs, view->arithmetic, view->speaker, view->topic, view->reported, view->place, view->zone };
	for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	g_array_unref(view->lines);
	g_free(view);
}
