/* Corrections after the result: which vote, whose answer, what it really was, and why. Both stay readable. */
#include "app/meeting_form.h"
#include "app/meeting_words.h"
#include "domain/event_words.h"

static bool has_names(const struct vote *vote)
{
	return vote->result != RESULT_NONE && vote_by_names(vote);
}

static const struct vote *vote_of(const struct app *app)
{
	return meeting_vote(desk_meeting(app), (int) app->desk.draft.number);
}

static void votes_fill(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	for (guint i = meeting->votes->len; i-- > 0;) {
		const struct vote *vote = meeting->votes->pdata[i];
		if (!has_names(vote))
			continue;
		g_autofree char *motion = words_of_motion(meeting, meeting_motion(meeting, vote->motion)), *tally = words_of_tally(&vote->tally);
		g_autofree char *words = g_strdup_printf("%s: %s", result_words(vote->result), tally);
		menu_add(app, vote->number, 0, motion, words, "");
	}
}

static void votes_take(struct app *app, int value)
{
	app->desk.draft.number = value;
	app->desk.draft.motion = vote_of(app)->motion;
}

static void ballots_fill(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct vote *vote = vote_of(app);
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		char key[2] = { i < 9 ? '1' + i : 0, 0 };
		menu_add(app, ballot->member, key[0], key, meeting_member_name(meeting, ballot->member), choice_words(ballot->choice));
	}
}

static void ballots_take(struct app *app, int value)
{
	members_take(app, value);
	g_free(app->desk.subject);
	app->desk.subject = g_strdup(meeting_member_name(desk_meeting(app), value));
}

static void result_follows(const struct app *app, struct meeting_event *event)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct vote *vote = meeting_vote(meeting, (int) event->number);
	int member = meeting_seat(meeting, event->seat);
	const struct ballot *ballot = vote ? vote_ballot(vote, member) : NULL;
	if (!ballot || !event->word)
		return;
	enum vote_result after = ballot->counts ? meeting_corrected_result(meeting, vote, member, choice_find(event->word)) : vote->result;
	form_set(event, SLOT_NOTE, vote_result_name(after));
}

const char *can_correct(const struct app *app)
{
	const char *reason = can_record(app);
	const struct meeting *meeting = desk_meeting(app);
	if (reason)
		return reason;
	for (guint i = 0; i < meeting->votes->len; i++)
		if (has_names(meeting->votes->pdata[i]))
			return NULL;
	return _("no vote with names has been declared yet");
}

void run_correct(struct app *app)
{
	static const struct form_word choices[] = { { "aye", 'a', N_("aye") }, { "nay", 'n', N_("nay") }, { "abstain", 'b', N_("abstain") },
		{ "recuse", 'r', N_("recused") }, { "absent", 'x', N_("absent") }, { NULL, 0, NULL } };
	static const struct form form = { .kind = MEETING_VOTE_CORRECTED, .steps = {
		PICK(NUMBER, N_("Correct which vote?"), .fill = votes_fill, .take = votes_take),
		PICK(SEAT, N_("Whose answer was recorded wrongly?"), .fill = ballots_fill, .take = ballots_take),
		PICK(WORD, N_("What did %s answer?"), .words = choices),
		LINE(TEXT, N_("why is the vote of %s corrected"), .required = true),
	}, .complete = result_follows };
	form_ask(app, &form, NULL);
}
