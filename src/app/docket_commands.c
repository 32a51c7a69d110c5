/* What is due for the board, put on the agenda that is shown; questions the board asked for. */
#include "app/app_private.h"

#include "action/docket_action.h"

const struct docket_entry *docket_selected(const struct app *app)
{
	const struct docket_model *docket = app->session.docket;
	gint64 at = app->scene.docket_place.position;
	return docket && at >= 0 && at < docket->entries->len ? &g_array_index(docket->entries, struct docket_entry, at) : NULL;
}

static bool is_case(const struct docket_entry *entry)
{
	return !(entry->reasons & (1u << DOCKET_MINUTES | 1u << DOCKET_REQUEST));
}

const char *can_docket(const struct app *app)
{
	return app->session.docket ? NULL : _("no meeting is planned for which something could be due");
}

void run_docket(struct app *app)
{
	app->scene.focus = PANE_AGENDA_DOCKET;
}

/* What Enter does: the case behind the entry. */
const char *can_open_docket(const struct app *app)
{
	const struct docket_entry *entry = docket_selected(app);
	return !entry ? _("nothing is due for the board") : is_case(entry) ? NULL : _("a puts it on the agenda; there is no case behind it");
}

void open_docket(struct app *app)
{
	const struct docket_entry *entry = docket_selected(app);
	if (entry && is_case(entry))
		go_case(app, entry->id);
}

/* The selected entry with its words, after what somebody else did meanwhile was read; NULL when it is not that any more, and it is said. */
static const struct docket_entry *entry_to_add(struct app *app)
{
	const struct docket_entry *seen = docket_selected(app);
	if (!seen)
		return NULL;
	unsigned reasons = seen->reasons;
	id_t64 id = seen->id;
	if (!agenda_ask_about(app, true))
		return NULL;
	struct docket_model *docket = app->session.docket;
	gint64 at = docket ? docket_model_find(docket, reasons, id) : -1;
	if (at < 0 || at != app->scene.docket_place.position) {
		app_say(app, _("what is due changed meanwhile; look, and press again"));
		return NULL;
	}
	docket_model_words(docket, app->store, (guint) at, 1);
	return docket_selected(app);
}

/* With its references, where its kind belongs on this body's agenda. */
static void add_entry(struct app *app, const struct docket_entry *entry)
{
	const struct agenda_entry *part = docket_entry_of(agenda_body(app), entry->reasons);
	/* What a case is about is not for every paper; its number is. */
	g_autofree char *public_title = is_case(entry) ? g_strdup_printf(_("Case %s"), entry->number) : NULL;
	struct agenda_item item = { .title = entry->title, .public_title = public_title, .docket = entry->key, .case_number = entry->number, .action = (char *) "action",
		.section = part ? part->section : NULL, .minutes = part ? part->each : 0, .consent = part && part->consent, .closed = part && part->closed };
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	enum agenda_outcome outcome = agenda_add(&hand, &item, 0, &words, &error);
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
