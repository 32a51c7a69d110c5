/* What a member notes about items for themselves: kept in the user's own state file, never in the database, shown on this screen alone. */
#include "app/app_private.h"

/* A note on an item that names a case belongs to the case and comes with it to another meeting. */
static char *about_case(const struct meeting_record *record, const char *number)
{
	return g_strdup_printf("case %s %s", record->body ? record->body : "", number);
}

static char *about_item(const struct meeting_record *record, int position)
{
	return g_strdup_printf("item %s %" G_GINT64_FORMAT " %d", record->body ? record->body : "", (gint64) record->starts, position);
}

/* What the note on an item goes by; NULL: there is no such item. */
static char *about(const struct app *app, int position)
{
	const struct meeting_model *model = app->session.meeting;
	const char *number = NULL;
	if (model->meeting->phase != PHASE_NONE) {
		const struct meeting_item *item = meeting_item(model->meeting, position);
		if (!item)
			return NULL;
		number = item->case_number;
	} else {
		if (position < 1 || position > (int) model->items->len)
			return NULL;
		number = ((const struct agenda_item *) model->items->pdata[position - 1])->case_number;
	}
	return number ? about_case(&model->record, number) : about_item(&model->record, position);
}

void private_show(struct app *app)
{
	struct meeting_place *place = &app->scene.meeting_place;
	g_clear_pointer(&place->marks, g_ptr_array_unref);
	if (!g_hash_table_size(app->state.notes))
		return;
	place->marks = g_ptr_array_new();
	for (int position = 1;; position++) {
		g_autofree char *key = about(app, position);
		if (!key)
			return;
		const struct private_note *note = state_note(&app->state, key);
		g_ptr_array_add(place->marks, note ? note->text : NULL);
	}
}

/* The one selected where the agenda has the keys, else the open one. */
static int position_here(const struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (app->scene.focus == PANE_MEETING_AGENDA || !meeting->item)
		return (int) app->scene.meeting_place.agenda.position + 1;
	return meeting->item;
}

const char *can_private(const struct app *app)
{
	if (!desk_meeting(app))
		return _("this database has no meeting");
	g_autofree char *key = about(app, position_here(app));
	return key ? NULL : _("no item is selected");
}

static void keep(struct app *app, bool mark, const char *text)
{
	g_autofree char *key = about(app, position_here(app));
	GError *error = NULL;
	if (key)
		state_set_note(&app->state, key, mark, text);
	private_show(app);      /* the screen borrows the notes, also before the next frame */
	if (!state_save(&app->state, &error))
		app_fail(app, error);
	else
		app_say(app, *text ? _("noted for yourself: %s") : mark ? _("marked for yourself%s") : _("not marked any more%s"), text);
}

static const struct private_note *note_here(const struct app *app)
{
	static const struct private_note none = { false, (char *) "" };
	g_autofree char *key = about(app, position_here(app));
	const struct private_note *note = key ? state_note(&app->state, key) : NULL;
	return note ? note : &none;
}

void run_private_mark(struct app *app)
{
	const struct private_note *note = note_here(app);
	g_autofree char *text = g_strdup(note->text);
	keep(app, !note->mark, text);
}

static void take_note(struct app *app, const char *text)
{
	keep(app, note_here(app)->mark, text);
}

void run_private_note(struct app *app)
{
	prompt_ask(app, g_strdup(_("your own note on this item (yours alone)")), note_here(app)->text, false, take_note);
}
