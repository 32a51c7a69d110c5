/* Editing the agenda on its screen: add, remove, move, mark, take back. */
#include "app/app_private.h"
#include <string.h>
#include "base/text.h"
#include "store/agenda_store.h"

void agenda_desk_clear(struct agenda_desk *desk)
{
	g_free(desk->why_not);
	g_free(desk->label);
	g_free(desk->kept);
	g_free(desk->from);
	g_free(desk->refusal);
	g_clear_pointer(&desk->offers, g_ptr_array_unref);
}

static const struct agenda_model *agenda_of(const struct app *app)
{
	const struct agenda_model *agenda = app->session.agenda;
	return agenda && agenda->found ? agenda : NULL;
}

const struct agenda_item *agenda_selected(const struct app *app)
{
	const struct agenda_model *agenda = agenda_of(app);
	gint64 at = app->scene.items.position;
	return agenda && at >= 0 && at < agenda->items->len ? agenda->items->pdata[at] : NULL;
}

const struct body *agenda_body(const struct app *app)
{
	return agenda_of(app) ? board_body_meant(app->board, agenda_of(app)->meeting.body) : NULL;
}

const struct agenda_item *agenda_asked(struct app *app)
{
	const struct agenda_model *agenda = agenda_of(app);
	for (guint i = 0; agenda && i < agenda->items->len; i++)
		if (((const struct agenda_item *) agenda->items->pdata[i])->id == app->agenda_desk.item)
			return agenda->items->pdata[i];
	app_say(app, _("somebody took the item off the agenda meanwhile; nothing was done"));
	return NULL;
}

void agenda_desk_loaded(struct app *app)
{
	struct agenda_desk *desk = &app->agenda_desk;
	const struct agenda_model *agenda = agenda_of(app);
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
	return agenda_of(app) ? NULL : _("no meeting is shown");
}

const char *can_agenda(const struct app *app)
{
	const char *reason = can_agenda_shown(app);
	return reason ? reason : app->agenda_desk.why_not;
}

const char *can_agenda_item(const struct app *app)
{
	const char *reason = can_agenda(app);
	return reason ? reason : agenda_selected(app) ? NULL : _("the agenda has no items yet; a adds one, f fills it from the template");
}

const char *can_agenda_fill(const struct app *app)
{
	const char *reason = can_agenda(app);
	return reason ? reason : agenda_selected(app) ? _("the template fills an empty agenda only") : NULL;
}

void agenda_ask_about(struct app *app, bool whole)
{
	struct agenda_desk *desk = &app->agenda_desk;
	desk->meeting = agenda_of(app)->meeting.id;
	desk->item = whole || !agenda_selected(app) ? 0 : agenda_selected(app)->id;
	desk->follows = agenda_of(app)->revision;
}

struct agenda_hand agenda_hand_of(struct app *app)
{
	const struct agenda_desk *desk = &app->agenda_desk;
	return (struct agenda_hand) { .store = app->store, .board = app->board, .meeting = desk->meeting, .who = g_get_user_name(),
		.now = app->session.now, .follows = desk->follows };
}

static void refusal_fill(struct app *app)
{
	g_auto(GStrv) lines = text_wrap(app->agenda_desk.refusal, CLAMP(app->w - 20, 20, 70));
	app->menu.view.title = g_strdup(_("Not done"));
	app->menu.view.foot = g_strdup(_("Enter or Esc leaves"));
	for (char **line = lines; *line; line++)
		menu_add(app, 0, 0, "", *line, NULL);
}

static void refusal_choose(struct app *app, int value)
{
	(void) value;
	app_say(app, "%s", app->agenda_desk.refusal);
}

/* A reason that does not fit into the message line is shown whole: what can be done instead stands at its end. */
static void refuse(struct app *app, GError *error)
{
	struct agenda_desk *desk = &app->agenda_desk;
	g_free(desk->refusal);
	desk->refusal = text_clean(error->message, -1, TEXT_CLEAN_LINE);
	app_fail(app, error);
	if (text_width(desk->refusal) > app->w - 2)
		menu_pick(app, &(struct picker) { .fill = refusal_fill, .choose = refusal_choose });
}

bool agenda_outcome(struct app *app, const struct agenda_hand *hand, enum agenda_outcome outcome, char *words, GError *error)
{
	app->session.stale_agenda = true;
	if (outcome != AGENDA_DONE) {
		refuse(app, error);
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

void run_agenda_minutes(struct app *app)
{
	agenda_ask_about(app, false);
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
	agenda_ask_about(app, false);
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
	const struct agenda_item *before = agenda_selected(app);
	bool posted = !g_strcmp0(agenda_of(app)->meeting.status, "posted");
	agenda_ask_about(app, false);
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
	const struct agenda_item *item = agenda_selected(app);
	agenda_ask_about(app, false);
	prompt_question(app, g_strdup_printf(_("take item %s off the agenda: %s?"), item->number ? item->number : "", item->title ? item->title : ""), false, take_remove);
}

/* --- move --- */

static void move(struct app *app, int step)
{
	agenda_ask_about(app, false);
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	enum agenda_outcome outcome = agenda_move(&hand, app->agenda_desk.item, agenda_selected(app)->position + step, &words, &error);
	agenda_outcome(app, &hand, outcome, words, error);
}

void run_agenda_up(struct app *app) { move(app, -1); }
void run_agenda_down(struct app *app) { move(app, 1); }

/* --- the whole agenda --- */

typedef enum agenda_outcome whole_edit(struct agenda_hand *hand, char **words, GError **error);

static void do_whole(struct app *app, whole_edit *edit)
{
	struct agenda_hand hand = agenda_hand_of(app);
	char *words = NULL;
	GError *error = NULL;
	enum agenda_outcome outcome = edit(&hand, &words, &error);
	agenda_outcome(app, &hand, outcome, words, error);
}

void run_agenda_fill(struct app *app)
{
	agenda_ask_about(app, true);
	do_whole(app, agenda_fill);
	app->agenda_desk.select = 0;      /* begins at the top */
}

static void take_undo(struct app *app, const char *text)
{
	(void) text;
	do_whole(app, agenda_undo);
}

static void take_redo(struct app *app, const char *text)
{
	(void) text;
	do_whole(app, agenda_redo);
}

/* What somebody else did is taken back too, but not without a question. */
static void turn_back(struct app *app, bool redo)
{
	agenda_ask_about(app, true);
	GError *error = NULL;
	g_autoptr(GPtrArray) changes = agenda_store_changes(app->store, app->agenda_desk.meeting, &error);
	const struct agenda_change *undo_next = NULL, *redo_next = NULL;
	if (!changes) {
		app_fail(app, error);
		return;
	}
	agenda_history_ends(changes, &undo_next, &redo_next);
	const struct agenda_change *change = redo ? redo_next : undo_next;
	if (!change || !strcmp(change->who, g_get_user_name())) {
		do_whole(app, redo ? agenda_redo : agenda_undo);
		return;
	}
	g_autofree char *sentence = agenda_history_sentence(changes, change, app->session.now, app->board->zone);
	prompt_question(app, g_strdup_printf(redo ? _("%s; do it again?") : _("%s; take it back?"), sentence), false, redo ? take_redo : take_undo);
}

void run_agenda_undo(struct app *app) { turn_back(app, false); }
void run_agenda_redo(struct app *app) { turn_back(app, true); }

/* --- history --- */

static void history_fill(struct app *app)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) changes = agenda_store_changes(app->store, app->agenda_desk.meeting, &error);
	app->menu.view.title = g_strdup(_("What was done on this agenda, the last first"));
	app->menu.view.foot = g_strdup(_("Esc leaves"));
	if (error)
		menu_heading(app, error->message);
	for (guint i = changes ? changes->len : 0; i-- > 0;) {
		const struct agenda_change *change = changes->pdata[i];
		g_autofree char *words = agenda_history_words(changes, change), *when = instant_words(change->at, app->board->zone);
		menu_add(app, (int) i, 0, when, words, change->who);
	}
}

static void history_choose(struct app *app, int value)
{
	g_autoptr(GPtrArray) changes = agenda_store_changes(app->store, app->agenda_desk.meeting, NULL);
	if (!changes || value >= (int) changes->len)
		return;
	g_autofree char *sentence = agenda_history_sentence(changes, changes->pdata[value], app->session.now, app->board->zone);
	app_say(app, "%s", sentence);
}

void run_agenda_history(struct app *app)
{
	agenda_ask_about(app, true);
	menu_pick(app, &(struct picker) { .fill = history_fill, .choose = history_choose });
}
