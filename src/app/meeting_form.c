#include "app/meeting_form.h"
#include <stdlib.h>
#include <string.h>

void form_set(struct meeting_event *event, enum form_slot slot, const char *text)
{
	char **places[] = { [SLOT_SEAT] = &event->seat, [SLOT_OTHER] = &event->other, [SLOT_WORD] = &event->word, [SLOT_TEXT] = &event->text,
		[SLOT_NOTE] = &event->note };
	if (slot == SLOT_NONE || slot == SLOT_ITEM)
		return;
	if (slot == SLOT_NUMBER) {
		event->number = text ? g_ascii_strtoll(text, NULL, 10) : 0;
		return;
	}
	g_free(*places[slot]);
	*places[slot] = text && *text ? g_strdup(text) : NULL;
}

static bool is_set(const struct meeting_event *event, enum form_slot slot)
{
	const char *const places[] = { [SLOT_NONE] = "", [SLOT_SEAT] = event->seat, [SLOT_OTHER] = event->other, [SLOT_WORD] = event->word,
		[SLOT_TEXT] = event->text, [SLOT_NOTE] = event->note, [SLOT_NUMBER] = event->number ? "" : NULL,
		[SLOT_ITEM] = event->item ? "" : NULL };
	return places[slot] != NULL;
}

static const struct form_step *step_now(const struct app *app)
{
	return &app->desk.form->steps[app->desk.step];
}

static bool wanted(const struct app *app, const struct form_step *step)
{
	return !step->wanted || step->wanted(app);
}

/* Words still to come are taken as given; a choice still to come leaves nothing to say yet. */
static bool fill_in(const struct app *app, struct meeting_event *event, const struct form_step *step)
{
	for (; step->ask != FORM_END; step++) {
		if (!wanted(app, step) || is_set(event, step->slot))
			continue;
		if (step->ask == FORM_PICK)
			return false;
		if (step->ask == FORM_LINE && step->required)
			form_set(event, step->slot, "...");
	}
	return true;
}

static char *why_not(const struct app *app, struct meeting_event *event, const struct form_step *next)
{
	g_autoptr(GError) error = NULL;
	bool fits = true;
	if (fill_in(app, event, next)) {
		if (app->desk.form->complete)
			app->desk.form->complete(app, event);
		fits = meeting_check(desk_meeting(app), event, &error);
	}
	meeting_event_free(event);
	return fits ? NULL : g_strdup(error->message);
}

char *form_why_not(struct app *app, const char *answer)
{
	struct meeting_event *trial = meeting_event_copy(&app->desk.draft);
	form_set(trial, step_now(app)->slot, answer);
	return why_not(app, trial, step_now(app) + 1);
}

/* --- one step --- */

static char *label_of(const struct app *app)
{
	GString *label = g_string_new(_(step_now(app)->label));
	g_string_replace(label, "%s", app->desk.subject ? app->desk.subject : "", 1);
	return g_string_free(label, FALSE);
}

static void next_step(struct app *app);

static void take_line(struct app *app, const char *text)
{
	const struct form_step *step = step_now(app);
	char *end = NULL;
	if (step->slot == SLOT_NUMBER && (strtol(text, &end, 10) < 0 || *end)) {
		prompt_ask(app, label_of(app), text, step->required, take_line);
		prompt_refuse(app, g_strdup_printf(_("'%s' is no number"), text));
		return;
	}
	form_set(&app->desk.draft, step->slot, text);
	next_step(app);
}

static void ask_line(struct app *app, const struct form_step *step)
{
	g_autofree char *before = step->before ? step->before(app) : NULL;
	bool again = step->slot == SLOT_TEXT && app->desk.kept && app->desk.kept_kind == app->desk.form->kind;
	prompt_ask(app, label_of(app), again ? app->desk.kept : before, step->required, take_line);
}

static void words_fill(struct app *app)
{
	const struct form_word *words = step_now(app)->words;
	for (int i = 0; words[i].word; i++) {
		char key[2] = { words[i].key, 0 };
		g_autofree char *why = form_why_not(app, words[i].word);
		menu_add(app, i, words[i].key, key, _(words[i].text), why)->disabled = why != NULL;
	}
}

static void fill(struct app *app)
{
	const struct form_step *step = step_now(app);
	app->menu.view.title = label_of(app);
	app->menu.view.foot = g_strdup(step->search ? _("type to search  Enter takes it  Esc leaves") : _("key or Enter  Esc leaves"));
	if (step->words)
		words_fill(app);
	else
		step->fill(app);
}

static void choose(struct app *app, int value)
{
	const struct form_step *step = step_now(app);
	if (step->words)
		form_set(&app->desk.draft, step->slot, step->words[value].word);
	else
		step->take(app, value);
	next_step(app);
}

static void ask_pick(struct app *app, const struct form_step *step)
{
	menu_pick(app, &(struct picker) { .fill = fill, .choose = choose, .note = step->note, .input = step->search });
}

static void take_yes(struct app *app, const char *text)
{
	(void) text;
	next_step(app);
}

static void ask_question(struct app *app, const struct form_step *step)
{
	prompt_question(app, label_of(app), step->yes, take_yes);
}

/* --- from step to step --- */

static void keep_words(struct desk *desk, const char *text)
{
	g_free(desk->kept);
	desk->kept = g_strdup(text);
	desk->kept_kind = desk->draft.kind;
}

void form_leave(struct app *app, const char *text)
{
	bool typed = app->prompt.answer == take_line && *text && strcmp(text, app->prompt.before) != 0;
	if (!typed || step_now(app)->slot != SLOT_TEXT)
		return;
	keep_words(&app->desk, text);
	app_say(app, _("left; the words are kept until this is asked again"));
}

static void finish(struct app *app)
{
	struct desk *desk = &app->desk;
	const struct form *form = desk->form;
	if (form->complete)
		form->complete(app, &desk->draft);
	if (!desk_record(app, &desk->draft)) {
		keep_words(desk, desk->draft.text);
		return;
	}
	g_clear_pointer(&desk->kept, g_free);
	if (form->done)
		form->done(app);
}

static void ask(struct app *app)
{
	static void (*const asks[])(struct app *, const struct form_step *) = {
		[FORM_LINE] = ask_line, [FORM_PICK] = ask_pick, [FORM_QUESTION] = ask_question,
	};
	while (step_now(app)->ask != FORM_END && !wanted(app, step_now(app)))
		app->desk.step++;
	if (step_now(app)->ask == FORM_END)
		finish(app);
	else
		asks[step_now(app)->ask](app, step_now(app));
}

static void next_step(struct app *app)
{
	app->desk.step++;
	ask(app);
}

struct meeting_event *form_begin(struct app *app, const struct form *form, char *subject)
{
	struct desk *desk = &app->desk;
	meeting_event_clear(&desk->draft);
	desk->draft = (struct meeting_event) { .kind = form->kind };
	desk->form = form;
	desk->step = 0;
	g_free(desk->subject);
	desk->subject = subject;
	return &desk->draft;
}

void form_go(struct app *app)
{
	g_autofree char *why = why_not(app, meeting_event_copy(&app->desk.draft), app->desk.form->steps);
	if (why)
		app_say(app, "%s", why);
	else
		ask(app);
}

void form_ask(struct app *app, const struct form *form, char *subject)
{
	form_begin(app, form, subject);
	form_go(app);
}

/* --- members --- */

/* The line says the name already: a reason that begins with it goes on from there, and is not cut. */
static const char *reason_after_name(const char *why, const char *name)
{
	size_t n = strlen(name);

	return g_str_has_prefix(why, name) && why[n] == ' ' ? why + n + 1 : why;
}

void members_fill(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	const struct body *body = board_body_meant(app->board, meeting->record.body);
	int selected = -1, n = 0;
	for (int i = 0; i < (int) meeting->members->len; i++) {
		const struct member *member = meeting_member(meeting, i);
		if (!member->name)
			continue;
		char key[2] = { ++n < 10 ? '0' + n : 0, 0 };
		g_autofree char *why = form_why_not(app, member->seat);
		if (!why && (selected < 0 || i == desk_member(app)))
			selected = (int) app->menu.view.lines->len;
		const char *beside = why ? reason_after_name(why, member->name) : member_seat_title(member, body, app->scene.lang);
		menu_add(app, i, key[0], key, member->name, beside)->disabled = why != NULL;
	}
	app->menu.view.selected = MAX(selected, 0);
}

void members_take(struct app *app, int value)
{
	form_set(&app->desk.draft, SLOT_SEAT, meeting_member(desk_meeting(app), value)->seat);
}
