/* The agenda as it is walked: opened, closed, pulled from consent, added. */
#include "app/meeting_form.h"
#include "app/meeting_words.h"

static const struct meeting_item *selected_item(const struct app *app)
{
	return desk_meeting(app) ? meeting_item(desk_meeting(app), (int) app->scene.meeting_place.agenda.position + 1) : NULL;
}

const char *can_item(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return selected_item(app) ? NULL : _("no item is selected");
}

static void open_item(struct app *app, int position)
{
	struct meeting_event event = { .kind = MEETING_ITEM_OPENED, .item = position };
	if (desk_record(app, &event))
		app->scene.meeting_place.agenda.position = position - 1;
}

void run_item_open(struct app *app)
{
	open_item(app, selected_item(app)->position);
}

/* The open one, else the last one done. */
static int place_now(const struct meeting *meeting)
{
	int last = 0;
	for (int at = 1; meeting_item(meeting, at); at++)
		if (meeting_item(meeting, at)->state == ITEM_DONE)
			last = at;
	return meeting->item ? meeting->item : last;
}

/* Forward to one that still waits, also to one that was stepped over; back to the one before. 0: there is none. */
static int neighbour(const struct meeting *meeting, int step)
{
	int now = place_now(meeting), n = meeting->items->len;
	if (step < 0)
		return now > 1 ? now - 1 : 0;
	for (int i = 0; i < n; i++) {
		int at = (now + i) % n + 1;
		if (meeting_item(meeting, at)->state == ITEM_WAITING)
			return at;
	}
	return 0;
}

void meeting_step(struct app *app, int step)
{
	const struct meeting *meeting = desk_meeting(app);
	int position = neighbour(meeting, step);
	if (position)
		open_item(app, position);
	else
		app_say(app, step > 0 ? _("no item of the agenda waits any more") : _("this is the first item of the agenda"));
}

static struct meeting_event *begin_item(struct app *app, const struct form *form, int position)
{
	struct meeting_event *event = form_begin(app, form, words_of_item(meeting_item(desk_meeting(app), position)));
	event->item = position;
	return event;
}

const char *can_close_item(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return desk_meeting(app)->item ? NULL : _("no item is open");
}

void run_item_close(struct app *app)
{
	static const struct form form = { .kind = MEETING_ITEM_CLOSED, .steps = {
		LINE(TEXT, N_("item %s is done; what was done (may be empty)")),
	} };
	begin_item(app, &form, desk_meeting(app)->item);
	form_go(app);
}

void run_item_pull(struct app *app)
{
	static const struct form form = { .kind = MEETING_ITEM_PULLED, .steps = {
		PICK(SEAT, N_("Who takes item %s off the consent calendar?"), .fill = members_fill, .take = members_take),
	} };
	begin_item(app, &form, selected_item(app)->position);
	form_go(app);
}

void run_item_add(struct app *app)
{
	static const struct form form = { .kind = MEETING_ITEM_ADDED, .steps = {
		LINE(TEXT, N_("an item that was not posted; its title"), .required = true),
		LINE(NUMBER, N_("expected minutes (may be empty)")),
	} };
	form_begin(app, &form, NULL)->item = desk_meeting(app)->items->len + 1;
	form_go(app);
}
