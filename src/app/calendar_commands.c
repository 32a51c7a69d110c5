/* The calendar from the Agenda screen: a special meeting is planned, the one that is shown is moved or cancelled. */
#include "action/calendar_action.h"
#include "app/app_private.h"
#include "domain/notice.h"

static const struct agenda_model *shown(const struct app *app)
{
	const struct agenda_model *agenda = app->scene.screen == SCREEN_AGENDA ? app->session.agenda : NULL;
	return agenda && agenda->found ? agenda : NULL;
}

const char *can_plan(const struct app *app)
{
	if (app->scene.screen != SCREEN_AGENDA)
		return _("on the Agenda screen (4)");
	return store_read_only(app->store) || app->session.lost ? _("this database may only be read") : NULL;
}

const char *can_replan(const struct app *app)
{
	const char *why_not = can_plan(app);
	const struct agenda_model *agenda = shown(app);
	if (why_not || !agenda)
		return why_not ? why_not : _("no meeting is shown on the Agenda screen");
	if (g_strcmp0(agenda->meeting.status, "cancelled") == 0)
		return _("this meeting was cancelled already; plan a new one");
	return g_strcmp0(agenda->meeting.status, "held") == 0 ? _("this meeting was held; its record stays as it is") : NULL;
}

static struct calendar_hand hand_of(const struct app *app)
{
	return (struct calendar_hand) { .store = app->store, .board = app->board, .who = g_get_user_name(), .now = app->session.now };
}

/* What was changed is shown, and by when it must be posted. */
static void show_changed(struct app *app, id_t64 id, const char *done)
{
	GError *error = NULL;
	struct meeting_record meeting = { 0 };
	session_look(&app->session, NULL);
	app->scene.items = (struct list_place) { 0, 0 };
	if (!session_show_agenda(&app->session, id, &error) || !meeting_store_get(app->store, id, &meeting, &error)) {
		app_fail(app, error);
		return;
	}
	const struct notice_rule *rule = board_notice(app->board, board_body(app->board, meeting.body), meeting.kind);
	g_autofree char *when = instant_words(meeting.starts, app->board->zone);
	g_autofree char *notice = g_strcmp0(meeting.status, "planned") ? NULL : notice_words(app->board, rule, meeting.starts, app->session.now);
	app_say(app, "%s: %s%s%s", done, when, notice ? "; " : "", notice ? notice : "");
	meeting_record_clear(&meeting);
}

/* A time that is none is asked for again, with what was typed. */
static bool take_time(struct app *app, const char *text, prompt_answer *again)
{
	g_autofree char *label = g_strdup(app->prompt.label);
	if (meeting_begin_parse(text, app->board->zone, &app->planning.starts))
		return true;
	prompt_ask(app, g_steal_pointer(&label), text, true, again);
	prompt_refuse(app, g_strdup(_("this is no time; write for example 2024-12-20T18:00")));
	return false;
}

/* --- planning --- */

static void take_title(struct app *app, const char *text)
{
	GError *error = NULL;
	const struct agenda_model *agenda = shown(app);
	const char *body = agenda && board_body(app->board, agenda->meeting.body) ? agenda->meeting.body : ((const struct body *) app->board->bodies->pdata[0])->id;
	struct meeting_record meeting = { .body = g_strdup(body), .kind = g_strdup(meeting_kinds[MEETING_KIND_SPECIAL]), .starts = app->planning.starts,
		.title = *text ? g_strdup(text) : NULL, .place = g_strdup(agenda ? agenda->meeting.place : NULL) };
	if (calendar_add(app->store, app->board, &meeting, app->session.now, &error))
		show_changed(app, meeting.id, _("planned"));
	else
		app_fail(app, error);
	meeting_record_clear(&meeting);
}

static void take_start(struct app *app, const char *text)
{
	if (take_time(app, text, take_start))
		prompt_ask(app, g_strdup(_("what is it about? (its title; may be left empty)")), "", false, take_title);
}

void run_meeting_plan(struct app *app)
{
	prompt_ask(app, g_strdup(_("a special meeting: when? (2024-12-20T18:00)")), "", true, take_start);
}

/* --- moving and cancelling: the meeting that was shown when it was asked --- */

static void take_move(struct app *app, const char *text)
{
	GError *error = NULL;
	const struct calendar_hand hand = hand_of(app);
	if (calendar_move(&hand, app->planning.meeting, app->planning.starts, NULL, text, &error))
		show_changed(app, app->planning.meeting, C_("meeting", "moved"));
	else
		app_fail(app, error);
}

static void take_new_start(struct app *app, const char *text)
{
	if (take_time(app, text, take_new_start))
		prompt_ask(app, g_strdup(_("why is it moved? (for the public)")), "", true, take_move);
}

void run_meeting_move(struct app *app)
{
	app->planning.meeting = shown(app)->meeting.id;
	prompt_ask(app, g_strdup(_("to what time? (2024-12-20T18:00)")), "", true, take_new_start);
}

static void take_cancel(struct app *app, const char *text)
{
	GError *error = NULL;
	const struct calendar_hand hand = hand_of(app);
	if (calendar_cancel(&hand, app->planning.meeting, text, &error))
		show_changed(app, app->planning.meeting, _("cancelled"));
	else
		app_fail(app, error);
}

void run_meeting_cancel(struct app *app)
{
	app->planning.meeting = shown(app)->meeting.id;
	prompt_ask(app, g_strdup_printf(_("why is the meeting of %s cancelled? (for the public)"), shown(app)->when), "", true, take_cancel);
}
