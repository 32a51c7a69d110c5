/* Votes: one key for each answer; taken back by a new event; declared after a question; corrected beside what was declared. */
#include "app/meeting_form.h"
#include "app/meeting_words.h"
#include "domain/event_words.h"

#define HELD_US 60000        /* a keyboard repeats every 25 to 50 ms */

const char *can_vote(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return meeting_open_vote(desk_meeting(app)) || meeting_floor(desk_meeting(app)) ? NULL : _("no motion is pending; M makes one");
}

const char *can_open_vote(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return meeting_open_vote(desk_meeting(app)) ? NULL : _("no vote is open; V opens one");
}

static struct meeting_event of_vote(const struct app *app, enum meeting_event_kind kind)
{
	const struct vote *vote = meeting_open_vote(desk_meeting(app));
	return (struct meeting_event) { .kind = kind, .motion = vote->motion, .number = vote->number };
}

/* Meanwhile somebody else may have taken the record and gone on: what could be done when the menu opened is looked at again. */
static bool still(struct app *app, const char *reason)
{
	if (reason)
		app_say(app, "%s", reason);
	return !reason;
}

/* --- opening --- */

static void open_by(struct app *app, enum vote_method method)
{
	const struct meeting *meeting = desk_meeting(app);
	struct meeting_event event = { .kind = MEETING_VOTE_OPENED, .motion = meeting_floor(meeting)->number, .number = meeting->votes->len + 1,
		.word = (char *) vote_method_name(method) };
	if (desk_record(app, &event))
		desk_mode(app, DESK_ROLL);
}

void run_vote(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (meeting_open_vote(meeting))
		desk_mode(app, DESK_ROLL);
	else if (!meeting_floor(meeting)->kind->threshold)
		run_motion_rule(app);      /* on this the chair rules */
	else
		open_by(app, METHOD_ROLL);
}

static void methods_fill(struct app *app)
{
	static const char keys[METHODS] = { [METHOD_ROLL] = 'r', [METHOD_VOICE] = 'v', [METHOD_HANDS] = 'h', [METHOD_CONSENT] = 'u' };
	const char *only_roll = meeting_roll_call(desk_meeting(app));
	app->menu.view.title = g_strdup(_("Vote by"));
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (int method = 0; method < METHODS; method++) {
		char key[2] = { keys[method], 0 };
		menu_add(app, method, keys[method], key, method_words(method), only_roll && method != METHOD_ROLL ? only_roll : "")->disabled = only_roll && method != METHOD_ROLL;
	}
}

const char *can_method(const struct app *app)
{
	const char *reason = can_vote(app);
	if (reason)
		return reason;
	return meeting_open_vote(desk_meeting(app)) ? _("a vote is being taken") : NULL;
}

static void methods_choose(struct app *app, int value)
{
	if (still(app, can_method(app)))
		open_by(app, value);
}

void run_method(struct app *app)
{
	menu_pick(app, &(struct picker) { .fill = methods_fill, .choose = methods_choose });
}

/* --- answers --- */

static const char *why_nobody(const struct vote *vote)
{
	switch (vote->method) {
	case METHOD_CONSENT: return _("unanimous consent has no roll; an objection is recorded with o");
	case METHOD_VOICE: return _("a voice vote has no roll; D declares what the chair heard");
	default: return _("everybody has answered; D declares, u takes the last answer back");
	}
}

/* A key that is held down repeats faster than anybody presses it again. A clock that stands still, as in tests, has no such keyboard. */
static bool is_held(struct app *app, enum choice choice)
{
	gint64 now = g_get_monotonic_time(), before = app->desk.choice_at;
	bool held = choice == app->desk.choice && before && now - before < HELD_US && !app->session.fixed_now;
	app->desk.choice = choice;
	app->desk.choice_at = now;
	return held;
}

static void cast(struct app *app, enum choice choice)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct member *member = meeting_member(meeting, desk_member(app));
	if (!member) {
		app_say(app, "%s", why_nobody(meeting_open_vote(meeting)));
		return;
	}
	if (is_held(app, choice)) {
		app_say(app, _("the key is held down: not taken again"));
		return;
	}
	struct meeting_event event = of_vote(app, MEETING_VOTE_CAST);
	event.seat = member->seat;
	event.word = (char *) choice_name(choice);
	desk_record(app, &event);
}

void run_aye(struct app *app) { cast(app, CHOICE_AYE); }
void run_nay(struct app *app) { cast(app, CHOICE_NAY); }
void run_abstain(struct app *app) { cast(app, CHOICE_ABSTAIN); }
void run_recused(struct app *app) { cast(app, CHOICE_RECUSE); }
void run_absent(struct app *app) { cast(app, CHOICE_ABSENT); }
void run_pass(struct app *app) { cast(app, CHOICE_PASS); }

/* Of the member chosen by hand, else the one given last; NULL: nobody answered. */
static const struct ballot *last_answer(const struct app *app)
{
	const struct vote *vote = meeting_open_vote(desk_meeting(app));
	const struct ballot *last = NULL;
	if (app->desk.member >= 0)
		return vote_ballot(vote, app->desk.member);
	for (guint i = 0; i < vote->ballots->len; i++) {
		const struct ballot *ballot = &g_array_index(vote->ballots, struct ballot, i);
		if (ballot->seq && (!last || ballot->seq > last->seq))
			last = ballot;
	}
	return last;
}

void run_take_back(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (!meeting_open_vote(meeting)) {
		app_say(app, meeting->votes->len ? _("declared: only a correction (c) changes it now") : _("nothing to take back: what is recorded stays"));
		return;
	}
	const struct ballot *ballot = last_answer(app);
	const struct member *member = ballot ? meeting_member(meeting, ballot->member) : NULL;
	if (!member) {
		app_say(app, _("nobody has answered yet"));
		return;
	}
	struct meeting_event event = of_vote(app, MEETING_VOTE_TAKEN_BACK);
	event.seat = member->seat;
	desk_record(app, &event);
}

static void objection_fill(struct app *app)
{
	menu_add(app, 1000, '0', "0", _("a member (not named)"), "");
	members_fill(app);
}

static void objection_take(struct app *app, int value)
{
	if (value < 1000)
		members_take(app, value);
}

const char *can_object(const struct app *app)
{
	const char *reason = can_open_vote(app);
	if (reason)
		return reason;
	return meeting_open_vote(desk_meeting(app))->method == METHOD_CONSENT ? NULL : _("only unanimous consent can be objected to");
}

void run_object(struct app *app)
{
	static const struct form form = { .kind = MEETING_OBJECTED, .steps = {
		PICK(SEAT, N_("Who objects to unanimous consent?"), .fill = objection_fill, .take = objection_take),
	} };
	struct meeting_event of = of_vote(app, MEETING_OBJECTED), *event = form_begin(app, &form, NULL);
	event->motion = of.motion;
	event->number = of.number;
	form_go(app);
}

/* --- the result --- */

static void declare_as(struct app *app, enum vote_result result)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct vote *vote = meeting_open_vote(meeting);
	struct meeting_event event = of_vote(app, MEETING_VOTE_DECLARED);
	g_autofree char *counts = vote_counts(vote);
	g_autofree char *sum = counts ? tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules) : NULL;
	event.word = (char *) vote_result_name(result);
	event.text = sum;
	event.note = counts;
	if (!desk_record(app, &event))
		return;
	desk_mode(app, DESK_FLOOR);
	say_next(app, event.motion);
}

static void declare(struct app *app, const char *text)
{
	(void) text;
	if (still(app, can_open_vote(app)))
		declare_as(app, meeting_vote_result(desk_meeting(app), meeting_open_vote(desk_meeting(app))));
}

static void voices_fill(struct app *app)
{
	app->menu.view.title = g_strdup(_("The chair declares the voice vote"));
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	menu_add(app, RESULT_NONE, 'o', "o", _("not yet: it stays open"), "");
	menu_add(app, RESULT_CARRIED, 'c', "c", result_words(RESULT_CARRIED), "");
	menu_add(app, RESULT_FAILED, 'f', "f", result_words(RESULT_FAILED), "");
}

static void voices_choose(struct app *app, int value)
{
	if (value != RESULT_NONE && still(app, can_open_vote(app)))
		declare_as(app, value);
}

static void ask_result(struct app *app, const struct vote *vote, enum vote_result result)
{
	const struct meeting *meeting = desk_meeting(app);
	g_autofree char *motion = words_of_motion(meeting, meeting_motion(meeting, vote->motion)), *tally = words_of_tally(&vote->tally);
	g_autofree char *upper = g_utf8_strup(result_words(result), -1);
	if (vote->method == METHOD_CONSENT)
		prompt_question(app, g_strdup_printf(_("no objection to %s: declare it %s?"), motion, upper), false, declare);
	else
		prompt_question(app, g_strdup_printf(_("declare %s %s: %s?"), motion, upper, tally), false, declare);
}

void run_declare(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct vote *vote = meeting_open_vote(meeting);
	enum vote_result result = meeting_vote_result(meeting, vote);
	if (vote->method == METHOD_VOICE)
		menu_pick(app, &(struct picker) { .fill = voices_fill, .choose = voices_choose });
	else if (!meeting_vote_complete(meeting))
		app_say(app, ngettext("%d member has not answered yet", "%d members have not answered yet", vote->tally.open), vote->tally.open);
	else
		ask_result(app, vote, result);
}

void run_vote_cancel(struct app *app)
{
	static const struct form form = { .kind = MEETING_VOTE_CANCELLED, .steps = {
		LINE(TEXT, N_("call off this vote; why"), .required = true),
	} };
	struct meeting_event of = of_vote(app, MEETING_VOTE_CANCELLED), *event = form_begin(app, &form, NULL);
	event->motion = of.motion;
	event->number = of.number;
	form_go(app);
}

/* --- the projector --- */

void run_reveal(struct app *app)
{
	static const char *const words[] = { N_("the projector shows votes as the rules say"), N_("the projector shows each vote at once"),
		N_("the projector shows votes when all are in") };
	GError *error = NULL;
	bool changed;
	int reveal = (app->session.meeting->reveal + 1) % G_N_ELEMENTS(words);
	if (clerk_reveal(app->desk.clerk, reveal, &error) && meeting_model_catch_up(app->session.meeting, app->store, &changed, &error))
		app_say(app, "%s", _(words[reveal]));
	else
		app_fail(app, error);
}
