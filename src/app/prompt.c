/* The line at the bottom: filter, names, questions. Letters never act while it has the keys. */
#include "app/meeting_form.h"
#include <string.h>

static const char *label_of(const struct app *app)
{
	switch (app->prompt.kind) {
	case PROMPT_FILTER: return _("filter");
	case PROMPT_SAVE_FILTER: return _("save this filter as");
	case PROMPT_EXPORT: return _("export to file (.csv or .json)");
	case PROMPT_OVERWRITE: return _("the file exists; replace it? (y/N)");
	case PROMPT_TEXT: case PROMPT_YES: return app->prompt.label;
	case PROMPT_NONE: break;
	}
	return "";
}

void prompt_open(struct app *app, enum prompt_kind kind, const char *text)
{
	app->prompt.kind = kind;
	app->prompt.history = 0;
	line_set(&app->prompt.line, text);
	g_free(app->prompt.before);
	app->prompt.before = g_strdup(text);
	app->prompt.case_before = app->case_id;
	app->prompt.error_at = -1;
	g_clear_pointer(&app->prompt.error, g_free);
}

void prompt_ask(struct app *app, char *label, const char *text, bool required, prompt_answer *answer)
{
	prompt_open(app, PROMPT_TEXT, text ? text : "");
	g_free(app->prompt.label);
	app->prompt.label = label;
	app->prompt.required = required;
	app->prompt.answer = answer;
}

void prompt_question(struct app *app, char *label, bool yes, prompt_answer *answer)
{
	prompt_open(app, PROMPT_YES, "");
	g_free(app->prompt.label);
	app->prompt.label = label;
	app->prompt.yes = yes;
	app->prompt.answer = answer;
}

void prompt_close(struct app *app)
{
	app->prompt.kind = PROMPT_NONE;
	g_clear_pointer(&app->prompt.error, g_free);
}

void prompt_look(struct app *app)
{
	struct prompt *prompt = &app->prompt;
	g_clear_pointer(&prompt->error, g_free);
	prompt->error_at = -1;
	if (prompt->kind != PROMPT_FILTER)
		return;
	g_autoptr(GError) error = NULL;
	unsigned where = 0;
	if (!set_filter_here(app, prompt->line.text->str, &where, &error)) {
		prompt->error = g_strdup(error ? error->message : "?");
		prompt->error_at = where;
	}
}

static void accept_filter(struct app *app)
{
	const char *text = app->prompt.line.text->str;
	if (app->prompt.error) {
		app_say(app, "%s", app->prompt.error);
		app->message_error = true;
		return;      /* the line stays for mending */
	}
	if (*text) {
		state_add_history(&app->state, text);
		state_save(&app->state, NULL);
	}
	prompt_close(app);
}

static void accept_save(struct app *app)
{
	g_autofree char *name = g_strstrip(g_strdup(app->prompt.line.text->str));
	prompt_close(app);
	if (!*name) {
		app_say(app, _("not saved: a name is needed"));
		return;
	}
	if (!state_add_filter(&app->state, name, filter_here(app))) {
		app_say(app, _("nine filters are saved already; give the name of one of them to replace it"));
		return;
	}
	GError *error = NULL;
	if (!state_save(&app->state, &error))
		app_fail(app, error);
	else
		app_say(app, _("saved the filter as '%s'; F lists it"), name);
}

void prompt_refuse(struct app *app, char *why)
{
	g_free(app->prompt.error);
	app->prompt.error = why;
}

static void accept_text(struct app *app)
{
	g_autofree char *text = g_strstrip(g_strdup(app->prompt.line.text->str));
	if (app->prompt.required && !*text) {
		prompt_refuse(app, g_strdup(_("this needs words; Esc leaves it")));
		return;      /* the line stays */
	}
	prompt_close(app);
	app->prompt.answer(app, text);
}

/* Only what was meant is a yes: y, or Enter where that is the usual answer. */
static void answer_question(struct app *app, guint32 key)
{
	bool yes = key == 'y' || key == 'Y' || (key == DKEY_ENTER && app->prompt.yes);
	bool no = key == 'n' || key == 'N' || key == DKEY_ESC || key == (DKEY_CTRL | 'c') || !app->prompt.yes;
	if (!yes && !no)
		return;
	prompt_close(app);
	if (yes)
		app->prompt.answer(app, "");
	else
		app_say(app, _("no: nothing was changed"));
}

static void accept(struct app *app)
{
	switch (app->prompt.kind) {
	case PROMPT_FILTER:
		accept_filter(app);
		break;
	case PROMPT_SAVE_FILTER:
		accept_save(app);
		break;
	case PROMPT_EXPORT: {
		g_autofree char *path = g_strdup(app->prompt.line.text->str);
		prompt_close(app);
		export_to(app, path, false);
		break;
	}
	case PROMPT_OVERWRITE:
		prompt_close(app);
		app_say(app, _("not replaced: nothing was written"));
		break;
	case PROMPT_TEXT:
		accept_text(app);
		break;
	case PROMPT_YES: case PROMPT_NONE:
		break;
	}
}

static void cancel(struct app *app)
{
	if (app->prompt.kind == PROMPT_FILTER) {
		app->case_id = app->prompt.case_before;
		set_filter_here(app, app->prompt.before, NULL, NULL);
	}
	if (app->prompt.kind == PROMPT_TEXT)
		form_leave(app, app->prompt.line.text->str);
	prompt_close(app);
}

static void from_history(struct app *app, int step)
{
	struct prompt *prompt = &app->prompt;
	unsigned n = app->state.history->len;
	if (prompt->kind != PROMPT_FILTER || (step > 0 && prompt->history == n) || (step < 0 && prompt->history == 0))
		return;
	prompt->history += step;
	line_set(&prompt->line, prompt->history ? app->state.history->pdata[n - prompt->history] : prompt->before);
	prompt_look(app);
}

void prompt_key(struct app *app, guint32 key)
{
	if (app->prompt.kind == PROMPT_OVERWRITE && (key == 'y' || key == 'Y')) {
		prompt_close(app);
		export_to(app, app->export_path, true);
		return;
	}
	if (app->prompt.kind == PROMPT_YES) {
		answer_question(app, key);
		return;
	}
	switch (key) {
	case DKEY_ENTER: accept(app); return;
	case DKEY_ESC: case DKEY_CTRL | 'c': cancel(app); return;
	case DKEY_UP: from_history(app, 1); return;
	case DKEY_DOWN: from_history(app, -1); return;
	}
	if (app->prompt.kind == PROMPT_OVERWRITE) {
		accept(app);
		return;
	}
	if (line_key(&app->prompt.line, key))
		prompt_look(app);
}

void prompt_paste(struct app *app, const char *text)
{
	if (app->prompt.kind == PROMPT_OVERWRITE || app->prompt.kind == PROMPT_YES)
		return;
	line_paste(&app->prompt.line, text);
	prompt_look(app);
}

void prompt_show(struct app *app)
{
	const struct prompt *prompt = &app->prompt;
	app->scene.prompt = (struct prompt_state) { .active = prompt->kind != PROMPT_NONE, .error_at = -1 };
	if (prompt->kind == PROMPT_NONE)
		return;
	app->scene.prompt.label = (char *) label_of(app);
	app->scene.prompt.tail = prompt->kind != PROMPT_YES ? NULL : prompt->yes ? _("(Y/n)") : _("(y/N)");
	app->scene.prompt.text = prompt->kind == PROMPT_YES ? NULL : prompt->line.text->str;
	app->scene.prompt.cursor = prompt->line.cursor;
	app->scene.prompt.error = prompt->error;
	app->scene.prompt.error_at = prompt->error_at;
}
