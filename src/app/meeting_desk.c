/* The meeting this program follows: read, looked at again, recorded. */
#include "app/app_private.h"
#include <string.h>
#include <time.h>
#include "app/meeting_words.h"
#include "domain/event_words.h"
#include "store/head_file.h"

#define LOOK_MS 250          /* between two looks at a meeting in session: the safety net of followers (LIMITS.md B7, 46 and 47) */
#define REST_MS 100          /* without another entry, and the head file is synced */

void desk_init(struct desk *desk)
{
	*desk = (struct desk) { .member = -1 };
}

void desk_clear(struct desk *desk)
{
	g_clear_pointer(&desk->clerk, clerk_free);
	meeting_event_clear(&desk->draft);
	g_free(desk->subject);
	g_free(desk->kept);
	g_free(desk->role_words);
	g_free(desk->loss);
}

const struct meeting *desk_meeting(const struct app *app)
{
	return app->session.meeting && app->session.meeting->id ? app->session.meeting->meeting : NULL;
}

bool desk_records(const struct app *app)
{
	return app->desk.clerk && app->desk.clerk->lock && app->desk.clerk->meeting == app->session.meeting->id;
}

bool desk_other_records(const struct app *app)
{
	return app->session.meeting && app->session.meeting->clerk_here && !(app->desk.clerk && app->desk.clerk->lock);
}

const char *desk_follows(const struct app *app)
{
	return desk_other_records(app) ? _("this program follows; :meeting take over takes the record") : _("this program follows; C takes the record");
}

/* --- whom it is about --- */

int desk_member(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (!meeting || app->desk.mode == DESK_FLOOR)
		return meeting ? (int) app->scene.meeting_place.members.position : -1;
	if (app->desk.member >= 0 || app->desk.mode == DESK_ATTENDANCE)
		return app->desk.member;
	return meeting_next_voter(meeting);
}

void desk_mode(struct app *app, enum desk_mode mode)
{
	app->desk.mode = mode;
	app->desk.member = -1;
	if (mode != DESK_FLOOR)
		app->scene.focus = PANE_MEETING_ROLL;
}

void desk_leave_mode(struct app *app)
{
	bool roll = app->desk.mode == DESK_ROLL;
	desk_mode(app, DESK_FLOOR);
	app_say(app, "%s", roll ? _("the vote is paused: what was recorded stays; V goes on with it") :
		_("the roll is paused: what was recorded stays; A goes on with it"));
}

bool desk_in_session(const struct app *app)
{
	return meeting_in_session(desk_meeting(app)) && desk_records(app);
}

static void quit(struct app *app, const char *text)
{
	(void) text;
	app->quit = true;
}

void desk_ask_quit(struct app *app)
{
	prompt_question(app, g_strdup(_("the meeting is in session and you record it: quit all the same?")), false, quit);
}

void desk_choose(struct app *app)
{
	app->desk.member = (int) app->scene.meeting_place.members.position;
}

bool desk_clerk_away(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	return app->scene.screen == SCREEN_MEETING && meeting_in_session(meeting) && !meeting->imported && !app->session.meeting->clerk_here;
}

char *desk_standing(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (app->desk.loss)
		return g_strdup(app->desk.loss);
	if (!meeting_in_session(meeting))
		return g_strdup("");
	if (meeting_open_vote(meeting) && desk_records(app))
		return g_strdup(_("Nothing is final until you declare the result (D)."));
	return words_of_place(meeting);
}

void desk_resumed(struct app *app)
{
	int seconds = (int) ((g_get_monotonic_time() - app->desk.looked) / 1000000);
	if (desk_in_session(app))
		app_say(app, ngettext("this program was stopped for %d second; nothing was recorded meanwhile",
			"this program was stopped for %d seconds; nothing was recorded meanwhile", seconds), seconds);
}

static char *role_words(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (desk_records(app))
		return g_strdup(_("you record"));
	if (desk_other_records(app))
		return words_of_holder(app);
	return meeting_in_session(meeting) ? g_strdup(_("nobody records")) : NULL;
}

void desk_show(struct app *app)
{
	struct desk *desk = &app->desk;
	struct meeting_place *place = &app->scene.meeting_place;
	if (desk->mode == DESK_ROLL && !meeting_open_vote(desk_meeting(app)))
		desk_mode(app, DESK_FLOOR);      /* called off, or declared elsewhere */
	if (desk->mode != DESK_FLOOR && desk_member(app) >= 0)
		place->members.position = desk_member(app);
	place->roll_mode = desk->mode == DESK_ROLL;
	place->clerk = desk_records(app);
	place->reveal = app->session.meeting->reveal;
	g_free(desk->role_words);
	place->role_words = desk->role_words = role_words(app);
}

/* Somebody else took the record: from now on this program follows. */
static bool look_for_seizure(struct app *app)
{
	struct desk *desk = &app->desk;
	if (!desk_records(app) || clerk_lock_held(desk->clerk->lock))
		return false;
	g_clear_pointer(&desk->clerk->lock, clerk_lock_free);
	desk_mode(app, DESK_FLOOR);
	g_autofree char *holder = words_of_holder(app);
	app_say(app, _("the record was taken over: %s; this program follows now"), holder);
	app->message_error = true;
	return true;
}

/* --- looking --- */

static gint64 tick_of(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct speaker *speaker = meeting_speaking(meeting);
	return speaker && speaker->since ? app->session.now : app->session.now / 60;
}

bool desk_look(struct app *app, GError **error)
{
	struct desk *desk = &app->desk;
	bool changed = false;
	if (!desk_meeting(app) || app->session.lost)
		return false;
	bool good = meeting_model_catch_up(app->session.meeting, app->store, &changed, error);
	bool ticked = tick_of(app) != desk->tick;
	desk->tick = tick_of(app);
	bool seized = good && look_for_seizure(app);
	if (good && desk_meeting(app)->phase != PHASE_NONE)
		app->session.stale_meeting = false;      /* it was read just now */
	return changed || ticked || seized;
}

int desk_timeout(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (!meeting_in_session(meeting) || app->scene.screen != SCREEN_MEETING || app->session.lost)
		return -1;
	return (int) CLAMP(LOOK_MS - (g_get_monotonic_time() - app->desk.looked) / 1000, 0, LOOK_MS);
}

/* --- the head file --- */

int desk_rest_timeout(const struct app *app)
{
	gint64 waited = (g_get_monotonic_time() - app->desk.unsynced) / 1000;
	return app->desk.unsynced ? (int) CLAMP(REST_MS - waited, 0, REST_MS) : -1;
}

void desk_rest(struct app *app)
{
	if (desk_rest_timeout(app) != 0)
		return;
	app->desk.unsynced = 0;
	if (!app->session.lost)
		head_file_sync(app->store);
}

/* The path stands in front of it, and one row has to do. */
static char *without_path(const struct app *app, const char *words)
{
	g_autofree char *path = g_strconcat(store_path(app->store), ": ", NULL);
	return g_strdup(g_str_has_prefix(words, path) ? words + strlen(path) : words);
}

bool desk_look_for_loss(struct app *app)
{
	g_autoptr(GError) loss = NULL;
	g_clear_pointer(&app->desk.loss, g_free);
	if (!head_file_agrees(app->store, &loss))
		app->desk.loss = without_path(app, loss->message);
	return app->desk.loss;
}

bool desk_load(struct app *app, GError **error)
{
	const struct meeting_model *before = app->session.meeting;
	if (!session_load_meeting(&app->session, error))
		return false;
	if (app->session.meeting != before)
		desk_look_for_loss(app);
	return true;
}

/* --- recording --- */

static bool read_back(struct app *app)
{
	g_autoptr(GError) error = NULL;
	bool changed;
	if (meeting_model_catch_up(app->session.meeting, app->store, &changed, &error))
		return true;
	app_fail(app, g_steal_pointer(&error));
	return false;
}

/* Until the roll is completed nobody expects a quorum. */
static bool lacks_quorum(const struct meeting *meeting)
{
	return meeting->roll_completed && !meeting_quorum(meeting).there;
}

static void say_recorded(struct app *app, bool lacked)
{
	const struct meeting *meeting = desk_meeting(app);
	struct quorum quorum = meeting_quorum(meeting);
	bool lacks = lacks_quorum(meeting);
	g_autofree char *words = event_words(meeting, meeting->events->pdata[meeting->events->len - 1], app->board, app->scene.lang);
	if (lacks == lacked)
		app_say(app, _("Recorded: %s"), words);
	else
		app_say(app, lacks ? _("Recorded: %s. QUORUM LOST: %d of %d needed") : _("Recorded: %s. The quorum is there again: %d of %d"), words,
			quorum.present, quorum.needed);
	app->message_error = lacks;
}

bool desk_unknown(const struct app *app)
{
	return app->desk.clerk && app->desk.clerk->unknown;
}

void desk_reopen(struct app *app)
{
	const struct clerk *clerk = app->desk.clerk;
	if (app->carry && desk_unknown(app)) {
		app_carry_clear(app->carry);
		*app->carry = (struct app_carry) { .session = g_strdup(clerk->session), .unknown = g_strdup(clerk->unknown), .meeting = clerk->meeting };
	}
	app->exit_code = APP_REOPEN;
	app->quit = true;
}

/* Never by trying again: the database is opened anew and says whether it holds the event. */
static void settle_by_reopening(struct app *app, GError *error)
{
	app_say(app, _("UNKNOWN whether this was recorded (%s); the database is opened again to look"), error ? error->message : "?");
	app->message_error = true;
	g_clear_error(&error);
	if (app->carry)
		desk_reopen(app);
}

bool desk_outcome(struct app *app, enum record_outcome outcome, GError *error)
{
	if (outcome == RECORD_UNKNOWN) {
		settle_by_reopening(app, error);
		return false;
	}
	bool lacked = lacks_quorum(desk_meeting(app));
	if (!read_back(app)) {
		g_clear_error(&error);
		return false;
	}
	if (outcome != RECORDED) {
		look_for_seizure(app);
		app_say(app, outcome == RECORD_FAILED ? _("NOT recorded: %s") : "%s", error ? error->message : "?");
		app->message_error = true;
		g_clear_error(&error);
		return false;
	}
	app->desk.unseen = true;
	app->desk.unsynced = g_get_monotonic_time();
	if (app->desk.mode == DESK_ROLL)
		app->desk.member = -1;
	say_recorded(app, lacked);
	return true;
}

bool desk_record(struct app *app, struct meeting_event *event)
{
	GError *error = NULL;
	if (look_for_seizure(app) || !desk_records(app)) {
		if (!app->message)
			app_say(app, "%s", desk_follows(app));
		return false;
	}
	session_take_time(&app->session);
	enum record_outcome outcome = clerk_record(app->desk.clerk, desk_meeting(app), event, app->session.now, &error);
	return desk_outcome(app, outcome, error);
}
