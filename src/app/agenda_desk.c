/* The Agenda screen at work: what is asked about, what became of it, and what keys may do. */
#include "app/app_private.h"
#include <string.h>
#include "base/text.h"

void agenda_desk_clear(struct agenda_desk *desk)
{
	g_free(desk->why_not);
	g_free(desk->label);
	g_free(desk->kept);
	g_free(desk->from);
	g_clear_pointer(&desk->offers, g_ptr_array_unref);
}

const struct agenda_model *agenda_shown(const struct app *app)
{
	const struct agenda_model *agenda = app->session.agenda;
	return agenda && agenda->found ? agenda : NULL;
}

const struct agenda_item *agenda_selected(const struct app *app)
{
	const struct agenda_model *agenda = agenda_shown(app);
	gint64 at = app->scene.items.position;
	return agenda && at >= 0 && at < agenda->items->len ? agenda->items->pdata[at] : NULL;
}

const struct body *agenda_body(const struct app *app)
{
	return agenda_shown(app) ? board_body_meant(app->board, agenda_shown(app)->meeting.body) : NULL;
}

const struct agenda_item *agenda_asked(struct app *app)
{
	const struct agenda_model *agenda = agenda_shown(app);
	for (guint i = 0; agenda && i < agenda->items->len; i++)
		if (((const struct agenda_item *) agenda->items->pdata[i])->id == app->agenda_desk.item)
			return agenda->items->pdata[i];
	app_say(app, _("somebody took the item off the agenda meanwhile; nothing was done"));
	return NULL;
}

void agenda_desk_loaded(struct app *app)
{
	struct agenda_desk *desk = &app->agenda_desk;
	const struct agenda_model *agenda = agenda_shown(app);
	g_autoptr(GError) error = NULL;
	g_clear_pointer(&desk->why_not, g_free);
	if (agenda && !agenda_editable(app->store, agenda->meeting.id, &error))
		desk->why_not = g_strdup(error->message);
	for (guint i = 0; agenda && desk->select && i < agenda->items->len; i++)
		if (((const struct agenda_item *) agenda->items->pdata[i])->id == desk->select)
			app->scene.items.position = i;
	desk->select = 0;
}

const char *can_agenda_shown(const struct app *app)
{
	return agenda_shown(app) ? NULL : _("no meeting is shown");
}

const char *can_agenda(const struct app *app)
{
	const char *reason = can_agenda_shown(app);
	return reason ? reason : app->agenda_desk.why_not;
}

const char *can_agenda_any(const struct app *app)
{
	const char *reason = can_agenda(app);
	return reason ? reason : agenda_selected(app) ? NULL : _("the agenda has no items yet; a adds one, f fills it from the template");
}

const char *can_agenda_item(const struct app *app)
{
	const char *reason = can_agenda_any(app);
	return reason || app->scene.focus != PANE_AGENDA_DOCKET ? reason : _("choose the item on the agenda first (Tab)");
}

const char *can_agenda_fill(const struct app *app)
{
	const char *reason = can_agenda(app);
	return reason ? reason : agenda_selected(app) ? _("the template fills an empty agenda only") : NULL;
}

bool agenda_ask_about(struct app *app, bool whole)
{
	struct agenda_desk *desk = &app->agenda_desk;
	/* A key that came before the frame of the last edit follows that edit, and nothing that somebody else did meanwhile. */
	bool unseen = app->session.stale_agenda;
	id_t64 meeting = agenda_shown(app)->meeting.id;
	if (unseen)
		app_load_agenda(app);
	if (!agenda_shown(app) || agenda_shown(app)->meeting.id != meeting) {
		app_say(app, _("another meeting is shown now; look, and press again"));
		return false;
	}
	desk->meeting = meeting;
	desk->item = whole || !agenda_selected(app) ? 0 : agenda_selected(app)->id;
	desk->follows = unseen ? desk->done : agenda_shown(app)->revision;
	return true;
}

struct agenda_hand agenda_hand_of(struct app *app)
{
	const struct agenda_desk *desk = &app->agenda_desk;
	return (struct agenda_hand) { .store = app->store, .board = app->board, .meeting = desk->meeting, .who = g_get_user_name(),
		.now = app->session.now, .follows = desk->follows };
}

bool agenda_outcome(struct app *app, const struct agenda_hand *hand, enum agenda_outcome outcome, char *words, GError *error)
{
	app->session.stale_agenda = app->session.stale_docket = true;
	app->agenda_desk.done = hand->follows;
	if (outcome != AGENDA_DONE) {
		app_refuse(app, error);
		return false;
	}
	app->agenda_desk.select = hand->item;
	app_say(app, "%s", words);
	g_free(words);
	return true;
}

/* --- words for a field --- */

void agenda_put(struct app *app, enum agenda_field field, const char *text)
{
	struct agenda_desk *desk = &app->agenda_desk;
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	g_clear_pointer(&desk->kept, g_free);
	enum agenda_outcome outcome = agenda_set(&hand, desk->item, field, text, &words, &error);
	if (agenda_outcome(app, &hand, outcome, words, error))
		return;
	desk->kept = g_strdup(text);
	desk->kept_item = desk->item;
	desk->kept_field = field;
}

static void take_words(struct app *app, const char *text)
{
	agenda_put(app, app->agenda_desk.field, text);
}

static bool is_kept(const struct agenda_desk *desk, enum agenda_field field)
{
	return desk->kept && desk->kept_item == desk->item && desk->kept_field == field;
}

void agenda_ask_words(struct app *app, enum agenda_field field)
{
	struct agenda_desk *desk = &app->agenda_desk;
	const struct agenda_item *item = agenda_asked(app);
	const struct agenda_field_info *info = agenda_field_info(field);
	if (!item)
		return;
	g_autofree char *now = agenda_field_get(item, field);
	desk->field = field;
	prompt_ask(app, g_strdup_printf(_("item %s: %s"), item->number ? item->number : "", _(info->label)), is_kept(desk, field) ? desk->kept : now,
		info->flags & FIELD_NEEDED, take_words);
}
