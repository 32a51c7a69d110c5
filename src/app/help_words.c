/* The words of the selected case at the top of its help: its state, who may move it on, its classes and findings, as the board file
 * explains them in the language of the screen. */
#include "app/app_private.h"
#include "base/i18n.h"
#include "base/text.h"
#include "view/overlay.h"

struct words { struct app *app; GHashTable *seen; int room; };      /* seen: kind and label, so that each stands once */

static void add_word(struct words *words, const char *kind, const struct labels *label, const struct labels *explain)
{
	struct app *app = words->app;
	const char *name = labels_get(label, app->scene.lang), *meaning = labels_get(explain, app->scene.lang);
	g_autofree char *text = g_strdup_printf("%s: %s", name, *meaning ? meaning : _("the board file does not explain it"));
	if (!menu_matches(app, text) || !g_hash_table_add(words->seen, g_strdup_printf("%s %s", kind, name)))
		return;
	if (g_hash_table_size(words->seen) == 1)
		menu_heading(app, _("WORDS OF THIS CASE"));
	g_autofree char *clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, words->room);
	for (unsigned i = 0; lines[i]; i++)
		menu_add(app, -1, 0, i ? "" : kind, lines[i], "");
}

/* A word that the board does not know stays as it was published: there is nothing to explain. */
static void add_term(struct words *words, const struct body *body, const char *list, const char *kind, const char *word)
{
	const struct term *term = word ? vocabulary_find(board_words(words->app->board, body, list), word) : NULL;
	if (term)
		add_word(words, kind, &term->label, &term->explain);
}

/* The state, and whose turn it is: the duties that may make a move from here. */
static void add_state(struct words *words, const struct workflow *workflow, const char *id)
{
	const struct state *state = workflow_state(workflow, id);
	if (!state)
		return;
	add_word(words, _("state"), &state->label, &state->explain);
	for (guint i = 0; i < workflow->moves->len; i++) {
		const struct move *move = workflow->moves->pdata[i];
		for (char **by = move->by; *by && g_str_equal(move->from, state->id); by++) {
			const struct duty *duty = board_duty(words->app->board, *by);
			if (duty)
				add_word(words, _("its move"), &duty->label, &duty->explain);
		}
	}
}

void help_words(struct app *app, int room)
{
	GError *error = NULL;
	id_t64 id = app->scene.screen == SCREEN_CASES ? current_case(app) : 0;
	if (!id)
		return;
	if (!session_load_detail(&app->session, id, &error)) {
		app_fail(app, error);
		return;
	}
	const struct case_detail *detail = app->session.detail;
	const struct body *body = detail->record.body ? board_body(app->board, detail->record.body) : NULL;
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct words words = { app, seen, room };
	add_state(&words, board_way(app->board, body), detail->record.state);
	add_term(&words, body, "class", _("class"), detail->record.class);
	for (guint i = 0; i < detail->allegations->len; i++)
		add_term(&words, body, "class", _("class"), ((const struct allegation_record *) detail->allegations->pdata[i])->class);
	for (guint i = 0; i < detail->allegations->len; i++)
		for (int stage = 0; stage < STAGES; stage++)
			add_term(&words, body, "finding", _("finding"), ((const struct allegation_record *) detail->allegations->pdata[i])->finding[stage]);
}
