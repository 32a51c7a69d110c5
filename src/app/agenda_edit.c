/* Editing the agenda on its screen: add, remove, move, mark. */
#include "app/app_private.h"

void run_agenda_minutes(struct app *app)
{
	if (agenda_ask_about(app, false))
		agenda_ask_words(app, AGENDA_FIELD_MINUTES);
}

/* --- marks --- */

void agenda_toggle(struct app *app, enum agenda_field field)
{
	const struct agenda_item *item = agenda_asked(app);
	g_autofree char *now = item ? agenda_field_get(item, field) : NULL;
	if (item)
		agenda_put(app, field, now ? NULL : "yes");
}

static void toggle_selected(struct app *app, enum agenda_field field)
{
	if (agenda_ask_about(app, false))
		agenda_toggle(app, field);
}

void run_agenda_consent(struct app *app) { toggle_selected(app, AGENDA_FIELD_CONSENT); }
void run_agenda_closed(struct app *app) { toggle_selected(app, AGENDA_FIELD_CLOSED); }

/* --- add --- */

/* A new item is of the same part as the one it is put behind. */
static void take_title(struct app *app, const char *text)
{
	struct agenda_desk *desk = &app->agenda_desk;
	const struct agenda_item *before = desk->item ? agenda_asked(app) : NULL;
	struct agenda_item item = { .title = (char *) text, .section = before ? before->section : NULL, .consent = before && before->consent,
		.closed = before && before->closed };
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	g_clear_pointer(&desk->kept, g_free);
	enum agenda_outcome outcome = agenda_add(&hand, &item, desk->position, &words, &error);
	if (agenda_outcome(app, &hand, outcome, words, error))
		return;
	desk->kept = g_strdup(text);
	desk->kept_item = 0;
	desk->kept_field = AGENDA_FIELD_TITLE;
}

void run_agenda_add(struct app *app)
{
	struct agenda_desk *desk = &app->agenda_desk;
	if (app->scene.focus == PANE_AGENDA_DOCKET) {
		docket_add(app);
		return;
	}
	if (!agenda_ask_about(app, false))
		return;
	const struct agenda_item *before = agenda_selected(app);
	bool posted = !g_strcmp0(agenda_shown(app)->meeting.status, "posted");
	desk->position = before ? before->position + 1 : 1;
	char *label = !before ? g_strdup(_("the first item; its title"))
		: g_strdup_printf(posted ? _("behind item %s, marked as not posted; its title") : _("a new item behind %s; its title"), before->number ? before->number : "");
	bool kept = desk->kept && !desk->kept_item && desk->kept_field == AGENDA_FIELD_TITLE;
	prompt_ask(app, label, kept ? desk->kept : NULL, true, take_title);
}

/* --- remove --- */

static void take_remove(struct app *app, const char *text)
{
	(void) text;
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	enum agenda_outcome outcome = agenda_remove(&hand, app->agenda_desk.item, &words, &error);
	agenda_outcome(app, &hand, outcome, words, error);
}

void run_agenda_remove(struct app *app)
{
	const struct agenda_item *item = agenda_ask_about(app, false) ? agenda_selected(app) : NULL;
	if (!item)
		return;
	prompt_question(app, g_strdup_printf(_("take item %s off the agenda: %s?"), item->number ? item->number : "", item->title ? item->title : ""), false, take_remove);
}

/* --- move --- */

void agenda_put_at(struct app *app, int position)
{
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	enum agenda_outcome outcome = agenda_move(&hand, app->agenda_desk.item, position, &words, &error);
	agenda_outcome(app, &hand, outcome, words, error);
}

static void move(struct app *app, int step)
{
	const struct agenda_item *item = agenda_ask_about(app, false) ? agenda_selected(app) : NULL;
	if (item)
		agenda_put_at(app, item->position + step);
}

void run_agenda_up(struct app *app) { move(app, -1); }
void run_agenda_down(struct app *app) { move(app, 1); }
