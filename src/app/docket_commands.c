/* What is due for the board, put on the agenda that is shown; questions the board asked for. */
#include "app/app_private.h"

#include "action/docket_action.h"

const struct docket_entry *docket_selected(const struct app *app)
{
	const struct docket_model *docket = app->session.docket;
	gint64 at = app->scene.docket_place.position;
	return docket && at >= 0 && at < docket->entries->len ? &g_array_index(docket->entries, struct docket_entry, at) : NULL;
}

const char *can_docket(const struct app *app)
{
	return app->session.docket ? NULL : _("no meeting is planned for which something could be due");
}

void run_docket(struct app *app)
{
	app->scene.focus = PANE_AGENDA_DOCKET;
}

/* What Enter does: the case or the recommendation behind the entry, or the meeting that left it undone. */
const char *can_open_docket(const struct app *app)
{
	const struct docket_entry *entry = docket_selected(app);
	if (!entry)
		return _("nothing is due for the board");
	return entry->kind == DOCKET_OF_CASE || entry->kind == DOCKET_OF_RECOMMENDATION || entry->left ? NULL : _("a puts it on the agenda; there is no case behind it");
}

static void open_left(struct app *app, const struct docket_entry *entry)
{
	GError *error = NULL;
	id_t64 meeting = entry->left, item = entry->carried ? ((const struct carried *) entry->carried->pdata[0])->from : 0;
	go_forward(app, SCREEN_AGENDA, PANE_AGENDA_ITEMS);
	app->scene.items = (struct list_place) { 0, 0 };
	if (session_show_agenda(&app->session, meeting, &error))
		app->agenda_desk.select = item;
	else
		app_fail(app, error);
}

void open_docket(struct app *app)
{
	const struct docket_entry *entry = docket_selected(app);
	if (entry && entry->kind == DOCKET_OF_CASE)
		go_case(app, entry->id);
	else if (entry && entry->kind == DOCKET_OF_RECOMMENDATION)
		go_recommendation(app, entry->id);
	else if (entry && entry->left)
		open_left(app, entry);
}

/* The selected entry with its words, after what somebody else did meanwhile was read; NULL when it is not that any more, and it is said. */
static const struct docket_entry *entry_to_add(struct app *app)
{
	const struct docket_entry *seen = docket_selected(app);
	if (!seen)
		return NULL;
	g_autofree char *key = docket_model_key(seen);
	if (!agenda_ask_about(app, true))
		return NULL;
	struct docket_model *docket = app->session.docket;
	gint64 at = docket ? docket_model_find(docket, key) : -1;
	if (at < 0 || at != app->scene.docket_place.position) {
		app_say(app, _("what is due changed meanwhile; look, and press again"));
		return NULL;
	}
	docket_model_words(docket, app->store, (guint) at, 1);
	return docket_selected(app);
}

/* What is due for the first time, where its kind belongs on this body's agenda. agenda_item_free. */
static struct agenda_item *item_of(const struct app *app, const struct docket_entry *entry)
{
	const struct agenda_entry *part = docket_entry_of(agenda_body(app), entry->reasons);
	/* What a case is about is not for every paper; its number is. */
	g_autofree char *public_title = entry->kind == DOCKET_OF_CASE ? g_strdup_printf(_("Case %s"), entry->number) : NULL;
	struct agenda_item item = { .title = entry->title, .public_title = public_title, .docket = entry->key, .case_number = entry->number, .action = (char *) "action",
		.section = part ? part->section : NULL, .minutes = part ? part->each : 0, .consent = part && part->consent, .closed = part && part->closed,
		.position = part ? agenda_place_of_entry(agenda_shown(app)->items, part->id) : 0 };
	return agenda_item_copy(&item);
}

/* With its references: what was left undone as it stood. */
static void add_entry(struct app *app, const struct docket_entry *entry)
{
	struct agenda_hand hand = agenda_hand_of(app);
	g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(agenda_item_free);
	char *words = NULL;
	GError *error = NULL;
	for (guint i = 0; entry->carried && i < entry->carried->len; i++)
		g_ptr_array_add(items, agenda_item_copy(((const struct carried *) entry->carried->pdata[i])->item));
	if (!entry->carried)
		g_ptr_array_add(items, item_of(app, entry));
	enum agenda_outcome outcome = agenda_add_all(&hand, items, &words, &error);
	if (agenda_outcome(app, &hand, outcome, words, error) && app->scene.docket_place.position + 1 < app->session.docket->entries->len)
		app->scene.docket_place.position++;
}

static void add_unposted(struct app *app, const char *text)
{
	(void) text;
	const struct docket_entry *entry = entry_to_add(app);
	if (entry)
		add_entry(app, entry);
}

/* What is added to a posted agenda may be acted upon only after a vote: that is asked, not found out. */
void docket_add(struct app *app)
{
	const struct docket_entry *entry = entry_to_add(app);
	if (!entry)
		return;
	if (entry->listed)
		app_say(app, entry->listed == agenda_shown(app)->meeting.id ? _("this agenda has it already") : _("the agenda of another coming meeting has it already"));
	else if (!g_strcmp0(agenda_shown(app)->meeting.status, "posted"))
		prompt_question(app, g_strdup_printf(_("add it to the posted agenda, marked as not posted: %s?"), entry->number ? entry->number : entry->title), false, add_unposted);
	else
		add_entry(app, entry);
}

/* --- questions --- */

static void take_question(struct app *app, const char *text)
{
	GError *error = NULL;
	if (!docket_ask(app->store, agenda_body(app), text, NULL, 0, g_get_user_name(), app->scene.now, &error)) {
		app_fail(app, error);
		return;
	}
	app_say(app, _("written down; it is due for the board until it stood on the agenda of a meeting"));
	session_stale(&app->session);
}

const char *can_docket_ask(const struct app *app)
{
	const char *why = can_docket(app);
	return why ? why : app->terminal && store_read_only(app->store) ? _("this database may only be read here") : NULL;
}

void run_docket_ask(struct app *app)
{
	prompt_ask(app, g_strdup(_("what the board asked to hear about")), "", true, take_question);
}

const char *can_docket_settle(const struct app *app)
{
	const char *why = can_docket_ask(app);
	const struct docket_entry *entry = docket_selected(app);
	return why ? why : entry && (entry->reasons >> DOCKET_REQUEST & 1) ? NULL : _("the selected entry of the docket is no question of the board");
}

void run_docket_settle(struct app *app)
{
	GError *error = NULL;
	if (!docket_settle(app->store, docket_selected(app)->id, app->scene.now, &error)) {
		app_fail(app, error);
		return;
	}
	app_say(app, _("the question is dealt with"));
	session_stale(&app->session);
}
