/* Who speaks: the queue and the clock. */
#include "app/meeting_form.h"

static const struct speaker *waiting(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	for (guint i = 0; i < meeting->speakers->len; i++)
		if (((const struct speaker *) meeting->speakers->pdata[i])->state == SPEAKER_WAITING)
			return meeting->speakers->pdata[i];
	return NULL;
}

static const struct speaker *speaking(const struct app *app)
{
	return meeting_speaking(desk_meeting(app));
}

const char *can_speaker(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return speaking(app) || waiting(app) ? NULL : _("nobody waits to speak; Q queues a speaker");
}

const char *can_clock(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return speaking(app) ? NULL : _("nobody speaks");
}

void run_speaker_queue(struct app *app)
{
	static const struct form_word ways[] = { { "", 'n', N_("without an interpreter") },
		{ "interpreter", 'i', N_("with an interpreter: the time is multiplied") }, { NULL, 0, NULL } };
	static const struct form form = { .kind = MEETING_SPEAKER_QUEUED, .steps = {
		LINE(TEXT, N_("who asks to speak (empty: without a name)")),
		LINE(NOTE, N_("about what (may be empty)")),
		PICK(WORD, N_("Speaker"), .words = ways),
	} };
	struct meeting_event *event = form_begin(app, &form, NULL);
	event->number = desk_meeting(app)->speakers->len + 1;
	event->item = desk_meeting(app)->item;
	form_go(app);
}

static bool about(struct app *app, enum meeting_event_kind kind, const struct speaker *speaker, const char *other)
{
	struct meeting_event event = { .kind = kind, .number = speaker->number, .other = (char *) other };
	return desk_record(app, &event);
}

static void start(struct app *app, const struct speaker *speaker)
{
	g_autofree char *seconds = g_strdup_printf("%d", speaker->seconds);
	about(app, MEETING_SPEAKER_STARTED, speaker, seconds);
}

void run_timer(struct app *app)
{
	const struct speaker *speaker = speaking(app);
	if (!speaker)
		start(app, waiting(app));
	else
		about(app, speaker->state == SPEAKER_SPEAKING ? MEETING_SPEAKER_PAUSED : MEETING_SPEAKER_RESUMED, speaker, NULL);
}

void run_speaker_end(struct app *app)
{
	about(app, MEETING_SPEAKER_ENDED, speaking(app), NULL);
}

void run_speaker_next(struct app *app)
{
	if (speaking(app) && !about(app, MEETING_SPEAKER_ENDED, speaking(app), NULL))
		return;
	if (waiting(app))
		start(app, waiting(app));
}

void run_speaker_more(struct app *app) { about(app, MEETING_SPEAKER_EXTENDED, speaking(app), "30"); }
void run_speaker_less(struct app *app) { about(app, MEETING_SPEAKER_EXTENDED, speaking(app), "-30"); }

static void waiting_fill(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	for (guint i = 0; i < meeting->speakers->len; i++) {
		const struct speaker *speaker = meeting->speakers->pdata[i];
		if (speaker->state == SPEAKER_WAITING)
			menu_add(app, speaker->number, 0, "", speaker->name ? speaker->name : _("without a name"), speaker->topic);
	}
}

static void waiting_take(struct app *app, int value)
{
	app->desk.draft.number = value;
}

void run_speaker_remove(struct app *app)
{
	static const struct form form = { .kind = MEETING_SPEAKER_REMOVED, .steps = {
		PICK(NUMBER, N_("Who does not speak?"), .fill = waiting_fill, .take = waiting_take),
	} };
	form_ask(app, &form, NULL);
}
