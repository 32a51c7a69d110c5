/* The agenda as a whole: filled from the template, taken back, done again, and what was done on it. */
#include "app/app_private.h"
#include <string.h>
#include "store/agenda_store.h"

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
	if (agenda_ask_about(app, true))
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
	GError *error = NULL;
	if (!agenda_ask_about(app, true))
		return;
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
	if (agenda_ask_about(app, true))
		menu_pick(app, &(struct picker) { .fill = history_fill, .choose = history_choose });
}
