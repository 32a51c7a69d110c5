/* The agenda as it is walked: opened, closed, pulled from consent, added. */
#include "app/meeting_form.h"
#include "app/meeting_words.h"
#include "base/text.h"

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

static const struct body *body_of(const struct app *app)
{
	return board_body_meant(app->board, desk_meeting(app)->record.body);
}

/* In one row: of a long statement so much that the key behind it is seen. */
static void say_disclosed(struct app *app, const struct member *whose, const char *about, const char *more)
{
	const char *format = _("%s (%s) disclosed: %s%s; R recuses"), *seat = member_seat_title(whose, body_of(app), app->scene.lang);
	g_autofree char *bare = g_strdup_printf(format, seat, whose->name, "", more);
	g_autofree char *clean = text_clean(about, -1, TEXT_CLEAN_LINE), *clipped = text_clip(clean, MAX(app->w - 2 - text_width(bare), 12), "...");
	app_say(app, format, seat, whose->name, clipped, more);
	app->message_error = true;
}

/* What was disclosed is announced again; whether the member is recused is for the member to say. */
static void announce(struct app *app, int item)
{
	const struct meeting_model *model = app->session.meeting;
	int member, others = 0, other;
	const struct disclosure_record *first = meeting_model_disclosure(model, item, 0, &member);
	if (!first)
		return;
	while (meeting_model_disclosure(model, item, others + 1, &other))
		others++;
	const struct member *whose = meeting_member(model->meeting, member);
	g_autofree char *more = others ? g_strdup_printf(ngettext(" (and %d more)", " (and %d more)", others), others) : g_strdup("");
	app->scene.meeting_place.members.position = member;
	say_disclosed(app, whose, first->about, more);
}

static void item_is_open(struct app *app, int position)
{
	app->scene.meeting_place.agenda.position = position - 1;
	announce(app, position);
}

static void open_item(struct app *app, int position)
{
	struct meeting_event event = { .kind = MEETING_ITEM_OPENED, .item = position };
	if (desk_record(app, &event))
		item_is_open(app, position);
}

void open_selected_item(struct app *app)
{
	open_item(app, selected_item(app)->position);
}

/* --- items in a menu --- */

static void add_item(struct app *app, const struct meeting_item *item)
{
	struct meeting_event trial = { .kind = app->desk.draft.kind, .item = item->position };
	g_autoptr(GError) error = NULL;
	g_autofree char *words = words_of_item(item, body_of(app), app->scene.lang);
	bool pulls = trial.kind == MEETING_ITEM_PULLED;      /* who asks for it comes later */
	if (!menu_matches(app, words) || (pulls && (!item->consent || item->pulled)))
		return;
	bool fits = pulls || meeting_check(desk_meeting(app), &trial, &error);
	if (fits && item == selected_item(app))
		app->menu.view.selected = app->menu.view.lines->len;
	menu_add(app, item->position, 0, item->number, item->title ? body_title(body_of(app), item->title, app->scene.lang) : NULL, error ? error->message : "")->disabled = !fits;
}

static bool is_number_typed(const struct app *app, const struct meeting_item *item)
{
	g_autofree char *typed = g_utf8_casefold(app->menu.line.text->str, -1), *number = g_utf8_casefold(item->number ? item->number : "", -1);
	return *typed && strcmp(typed, number) == 0;
}

/* The item of the number that was typed comes first: "11" is item 11, and not the first case with 11 in its own number. */
static void items_fill(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	for (int other = 0; other <= 1; other++)
		for (guint i = 0; i < meeting->items->len; i++)
			if (is_number_typed(app, meeting->items->pdata[i]) != other)
				add_item(app, meeting->items->pdata[i]);
}

static void items_take(struct app *app, int value)
{
	app->desk.draft.item = value;
	g_free(app->desk.subject);
	app->desk.subject = words_of_item(meeting_item(desk_meeting(app), value), body_of(app), app->scene.lang);
}

static void item_opened(struct app *app)
{
	item_is_open(app, app->desk.draft.item);
}

void run_item_open(struct app *app)
{
	static const struct form form = { .kind = MEETING_ITEM_OPENED, .steps = {
		PICK(ITEM, N_("Open which item?"), .search = true, .fill = items_fill, .take = items_take),
	}, .done = item_opened };
	form_ask(app, &form, NULL);
}

/* Forward to the next that waits; back to the one before. 0: there is none. */
static int neighbour(const struct meeting *meeting, int step)
{
	const struct meeting_item *next = meeting_next_item(meeting);
	if (step > 0)
		return next ? next->position : 0;
	return MAX(meeting_place_now(meeting) - 1, 0);
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
	struct meeting_event *event = form_begin(app, form, words_of_item(meeting_item(desk_meeting(app), position), body_of(app), app->scene.lang));
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
		PICK(ITEM, N_("Pull which item?"), .search = true, .fill = items_fill, .take = items_take),
		PICK(SEAT, N_("Who takes item %s off the consent calendar?"), .fill = members_fill, .take = members_take),
	} };
	form_ask(app, &form, NULL);
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
