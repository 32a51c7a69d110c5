/* Who records: the call to order, a record left by a crash, one that somebody else holds, one whose last entry is unknown. */
#include "app/app_private.h"
#include "app/meeting_words.h"
#include "domain/event_words.h"

static struct clerk *clerk_here(struct app *app)
{
	struct desk *desk = &app->desk;
	if (desk->clerk && desk->clerk->meeting != app->session.meeting->id)
		g_clear_pointer(&desk->clerk, clerk_free);
	if (!desk->clerk)
		desk->clerk = clerk_new(app->store, app->session.meeting->id, g_get_user_name(), app->session_id);
	return desk->clerk;
}

/* Nothing is recorded on top of what was lost: the append would refuse it. */
static void say_loss(struct app *app)
{
	app_say(app, _("this program does not record: %s"), app->desk.loss);
	app->message_error = true;
}

bool desk_take(struct app *app)
{
	struct clerk_holder holder = { 0 };
	GError *error = NULL;
	bool changed;
	if (desk_records(app))
		return true;
	if (desk_look_for_loss(app)) {
		say_loss(app);
		return false;
	}
	session_take_time(&app->session);
	bool taken = clerk_take(clerk_here(app), app->session.now, &holder, &error);
	clerk_holder_clear(&holder);
	meeting_model_catch_up(app->session.meeting, app->store, &changed, error ? NULL : &error);
	if (taken && !error)
		return true;
	g_autofree char *words = words_of_holder(app);
	if (error)
		app_fail(app, error);
	else
		app_say(app, _("%s; this program follows, reading only. :meeting take over takes the record"), words);
	app->message_error = true;
	return false;
}

static void say_resumed(struct app *app)
{
	g_autofree char *place = words_of_place(desk_meeting(app));
	app_say(app, _("this program records now: %s"), place);
	desk_mode(app, meeting_open_vote(desk_meeting(app)) ? DESK_ROLL : DESK_FLOOR);
}

static void resume(struct app *app, const char *text)
{
	(void) text;
	if (desk_take(app))
		say_resumed(app);
}

static void call(struct app *app, const char *text)
{
	GError *error = NULL;
	(void) text;
	if (!desk_take(app))
		return;
	enum record_outcome outcome = clerk_call(app->desk.clerk, desk_meeting(app), app->board, NULL, app->session.now, &error);
	if (desk_outcome(app, outcome, error))
		run_attendance(app);
}

static void ask_call(struct app *app)
{
	const struct meeting_record *record = &app->session.meeting->record;
	const struct body *body = board_body(app->board, record->body);
	day_t day = instant_day(record->starts, app->board->zone);
	char when[DAY_ISO_SIZE];
	const char *name = body ? labels_get(&body->name, app->scene.lang) : record->body;
	prompt_question(app, day == app->session.today ? g_strdup_printf(_("call %s to order, the meeting of today?"), name) :
		g_strdup_printf(_("NOT of today but of %s: call %s to order?"), day_iso(day, when), name), false, call);
}

const char *can_call(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (!meeting)
		return _("this database has no meeting");
	if (store_read_only(app->store))
		return _("this database may only be read");
	return desk_records(app) && meeting->phase != PHASE_NONE ? _("this program records already") : NULL;
}

void run_call(struct app *app)
{
	if (desk_meeting(app)->phase != PHASE_NONE)
		resume(app, "");
	else if (desk_other_records(app))
		desk_take(app);      /* says who */
	else
		ask_call(app);
}

/* --- another meeting than that of now --- */

const char *can_show_meeting(const struct app *app)
{
	const struct agenda_model *agenda = app->scene.screen == SCREEN_AGENDA ? app->session.agenda : NULL;
	if (!agenda || !agenda->found)
		return _("no meeting is shown on the Agenda screen");
	bool other = app->session.meeting && app->session.meeting->id != agenda->meeting.id;
	return other && desk_in_session(app) ? _("you record another meeting, which is in session") : NULL;
}

void run_show_meeting(struct app *app)
{
	app->session.meeting_id = app->session.agenda->meeting.id;
	desk_mode(app, DESK_FLOOR);
	go_forward(app, SCREEN_MEETING, PANE_MEETING_ROLL);
}

/* --- taking over --- */

const char *can_take_over(const struct app *app)
{
	const char *reason = can_call(app);
	if (reason)
		return reason;
	return desk_meeting(app)->phase == PHASE_NONE ? _("the meeting has not been called to order") : NULL;
}

static void take_over(struct app *app, const char *reason)
{
	GError *error = NULL;
	if (desk_look_for_loss(app)) {
		say_loss(app);
		return;
	}
	session_take_time(&app->session);
	enum record_outcome outcome = clerk_take_over(clerk_here(app), desk_meeting(app), reason, app->session.now, &error);
	if (!desk_outcome(app, outcome, error))
		return;
	if (desk_records(app)) {
		desk_mode(app, meeting_open_vote(desk_meeting(app)) ? DESK_ROLL : DESK_FLOOR);
		return;
	}
	app_say(app, _("recorded, but the lock could not be taken; take over once more"));
	app->message_error = true;
}

void run_take_over(struct app *app)
{
	g_autofree char *words = words_of_holder(app);
	prompt_ask(app, g_strdup_printf(_("%s; why take over?"), words), "", true, take_over);
}

/* --- when the program begins --- */

static void settle(struct app *app)
{
	struct clerk *clerk = clerk_here(app);
	GError *error = NULL;
	clerk->unknown = g_steal_pointer(&app->carry->unknown);
	if (!desk_take(app))
		return;
	switch (clerk_settle(clerk, app->store, &error)) {
	case 1: {
		const struct meeting *meeting = desk_meeting(app);
		g_autofree char *words = event_words(meeting, meeting->events->pdata[meeting->events->len - 1], app->board, app->scene.lang);
		app_say(app, _("looked: it WAS recorded: %s"), words);
		break;
	}
	case 0: app_say(app, _("looked: it was NOT recorded; press it again")); break;
	default: app_fail(app, error); return;
	}
	app->message_error = true;
	desk_mode(app, meeting_open_vote(desk_meeting(app)) ? DESK_ROLL : DESK_FLOOR);
}

static void offer(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	bool live = meeting_in_session(meeting) && !meeting->imported;
	if (!live && !app->desk.loss)
		return;
	go_screen(app, SCREEN_MEETING);
	if (app->session.meeting->clerk_here || store_read_only(app->store) || app->desk.loss)
		return;
	g_autofree char *place = words_of_place(meeting);
	prompt_question(app, g_strdup_printf(_("nobody records: resume %s?"), place), true, resume);
}

void desk_begin(struct app *app)
{
	g_autoptr(GError) error = NULL;
	if (app->desk.begun)
		return;
	app->desk.begun = app->dirty = true;
	bool unknown = app->carry && app->carry->unknown;
	if (unknown)
		app->session.meeting_id = app->carry->meeting;
	if (!desk_load(app, &error) || !desk_meeting(app))
		return;
	if (unknown) {
		go_screen(app, SCREEN_MEETING);
		settle(app);
	} else {
		offer(app);
	}
}
