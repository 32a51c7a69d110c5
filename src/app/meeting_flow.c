/* Recess, closed session, notes, the end; and what the clerk may do next after a result. */
#include "app/meeting_form.h"
#include "app/meeting_words.h"
#include "domain/event_words.h"

const char *can_session(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	switch (desk_meeting(app)->phase) {
	case PHASE_NONE: return _("call the meeting to order first (C)");
	case PHASE_ADJOURNED: return _("the meeting is adjourned");
	default: return NULL;
	}
}

void run_recess(struct app *app)
{
	static const struct form recess = { .kind = MEETING_RECESS, .steps = {
		LINE(NUMBER, N_("recess; for how many minutes (may be empty)")),
	} };
	static const struct form reconvene = { .kind = MEETING_RECONVENED, .steps = {
		QUESTION(N_("the meeting comes to order again?"), .yes = true),
	} };
	form_ask(app, desk_meeting(app)->phase == PHASE_RECESS ? &reconvene : &recess, NULL);
}

static char *no_action(const struct app *app)
{
	(void) app;
	return g_strdup(_("no reportable action"));
}

/* The step that comes next: announce, clear the room, return, report. */
void run_closed(struct app *app)
{
	static const struct form announce = { .kind = MEETING_CLOSED_ANNOUNCED, .steps = {
		LINE(TEXT, N_("closed session: on what; under which provision"), .required = true),
	} };
	static const struct form enter = { .kind = MEETING_CLOSED_ENTERED, .steps = {
		QUESTION(N_("the room is cleared and the closed session begins?")),
	} };
	static const struct form leave = { .kind = MEETING_CLOSED_LEFT, .steps = {
		QUESTION(N_("the public is back and the open session goes on?"), .yes = true),
	} };
	static const struct form report = { .kind = MEETING_REPORTED_OUT, .steps = {
		LINE(TEXT, N_("reported out of the closed session"), .required = true, .before = no_action),
	} };
	const struct meeting *meeting = desk_meeting(app);
	const struct closed_session *last = meeting_last_closed(meeting);
	const struct form *next = meeting->phase == PHASE_CLOSED ? &leave : !last || last->report ? &announce : last->entered ? &report : &enter;
	form_begin(app, next, NULL)->item = next == &announce ? meeting->item : 0;
	form_go(app);
}

void run_note(struct app *app)
{
	static const struct form form = { .kind = MEETING_NOTE, .steps = {
		LINE(TEXT, N_("note for the minutes"), .required = true),
	} };
	form_begin(app, &form, NULL)->item = desk_meeting(app)->item;
	form_go(app);
}

/* The minutes are made from the record once the meeting is over; what is wrong in them is corrected beside it, and a later meeting approves
 * them. */
const char *can_minutes(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	if (desk_meeting(app)->phase != PHASE_ADJOURNED)
		return _("only when the meeting is over");
	return desk_meeting(app)->approved ? _("the minutes of this meeting were approved") : NULL;
}

void run_minutes_correct(struct app *app)
{
	static const struct form form = { .kind = MEETING_MINUTES_CORRECTED, .steps = {
		LINE(TEXT, N_("the minutes: what is wrong, and how it should read"), .required = true),
	} };
	form_ask(app, &form, NULL);
}

void run_minutes_approve(struct app *app)
{
	static const struct form_word words[] = { { "as_written", 'w', N_("as written") }, { "as_corrected", 'c', N_("as corrected") }, { NULL, 0, NULL } };
	static const struct form form = { .kind = MEETING_MINUTES_APPROVED, .steps = {
		PICK(WORD, N_("the minutes are approved"), .words = words),
		LINE(TEXT, N_("approved by which vote of which meeting"), .required = true),
	} };
	form_ask(app, &form, NULL);
}

void run_adjourn(struct app *app)
{
	static const struct form form = { .kind = MEETING_ADJOURNED, .steps = {
		QUESTION(N_("adjourn: the meeting is over?")),
	} };
	form_ask(app, &form, NULL);
}

/* What was decided, and the key that carries it out where one is needed. */
void say_next(struct app *app, int number)
{
	static const char *const hints[MOTION_EFFECTS] = { [EFFECT_RECESS] = N_("B begins the recess"), [EFFECT_ADJOURN] = N_("Z adjourns"),
		[EFFECT_CLOSED_SESSION] = N_("L announces the closed session") };
	const struct meeting *meeting = desk_meeting(app);
	const struct motion *motion = meeting_motion(meeting, number);
	g_autofree char *words = event_words(meeting, meeting->events->pdata[meeting->events->len - 1], app->board, app->scene.lang);
	const char *hint = motion->state == MOTION_CARRIED ? hints[motion->kind->effect] : NULL;
	app_say(app, _("Recorded: %s%s%s"), words, hint ? ". " : "", hint ? _(hint) : "");
}
