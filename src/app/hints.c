/* The footer: at most eight commands that matter here and now, from the table. */
#include "app/app_private.h"

#define NONE (-1)

static const int by_screen[SCREENS][9] = {
	[SCREEN_OVERVIEW] = { COMMAND_OPEN, COMMAND_PANE_NEXT, COMMAND_CASES, COMMAND_TRENDS, COMMAND_FILTER,
		COMMAND_ZOOM, COMMAND_PALETTE, COMMAND_HELP, NONE },
	[SCREEN_CASES] = { COMMAND_OPEN, COMMAND_FILTER, COMMAND_FILTERS, COMMAND_SORT, COMMAND_MARK, COMMAND_COPY,
		COMMAND_EXPORT, COMMAND_HELP, NONE },
	[SCREEN_TRENDS] = { COMMAND_OPEN, COMMAND_NEXT, COMMAND_TABLE, COMMAND_WORDS, COMMAND_STYLE, COMMAND_PERIOD,
		COMMAND_EXPORT, COMMAND_HELP, NONE },
	[SCREEN_AGENDA] = { COMMAND_OPEN, COMMAND_NEXT, COMMAND_PREVIOUS, COMMAND_AGENDA_MEETING, COMMAND_ZOOM, COMMAND_COPY, COMMAND_PALETTE,
		COMMAND_HELP, NONE },
	[SCREEN_MEMBERS] = { COMMAND_MEMBER_TRAINING, COMMAND_MEMBER_DISCLOSES, COMMAND_DISCLOSURE_END, COMMAND_NEXT, COMMAND_PANE_NEXT,
		COMMAND_ZOOM, COMMAND_PALETTE, COMMAND_HELP, NONE },
	[SCREEN_RECOMMENDATIONS] = { COMMAND_OPEN, COMMAND_RECOMMENDATION_NEW, COMMAND_RECOMMENDATION_ANSWER, COMMAND_RECOMMENDATION_SET, COMMAND_RECOMMENDATION_UNDO,
		COMMAND_PANE_NEXT, COMMAND_PALETTE, COMMAND_HELP, NONE },
};
/* In another pane than the list, going back says more than marking. */
static const int detail[9] = { COMMAND_BACK, COMMAND_NEXT, COMMAND_CASE_MOVE, COMMAND_CASE_ACT, COMMAND_CASE_CLOCKS, COMMAND_CONFIDENTIAL,
	COMMAND_ZOOM, COMMAND_HELP, NONE };

static const int member[9] = { COMMAND_BACK, COMMAND_MEMBER_TRAINING, COMMAND_MEMBER_DISCLOSES, COMMAND_DISCLOSURE_END, COMMAND_ZOOM, COMMAND_PALETTE,
	COMMAND_HELP, NONE };
static const int recommendation[9] = { COMMAND_OPEN, COMMAND_BACK, COMMAND_RECOMMENDATION_ANSWER, COMMAND_RECOMMENDATION_SET, COMMAND_RECOMMENDATION_UNDO,
	COMMAND_ZOOM, COMMAND_PALETTE, COMMAND_HELP, NONE };

/* On a chart the arrows choose the point; without one Enter has nothing to open. */
static const int chart[9] = { COMMAND_OPEN, COMMAND_RIGHT, COMMAND_NEXT, COMMAND_TABLE, COMMAND_WORDS, COMMAND_PERIOD,
	COMMAND_EXPORT, COMMAND_HELP, NONE };

/* An agenda that may be edited. */
static const int editor[] = { COMMAND_OPEN, COMMAND_AGENDA_FILL, COMMAND_AGENDA_ADD, COMMAND_AGENDA_EDIT, COMMAND_AGENDA_UP, COMMAND_AGENDA_DOWN,
	COMMAND_AGENDA_UNDO, COMMAND_AGENDA_POST, COMMAND_HELP, NONE };

static const int *on_screen(const struct app *app)
{
	if (app->scene.focus == PANE_CASE_DETAIL)
		return detail;
	if (app->scene.focus == PANE_MEMBER_DETAIL)
		return member;
	if (app->scene.focus == PANE_RECOMMENDATION)
		return recommendation;
	if (app->scene.focus == PANE_TREND_CHART || app->scene.focus == PANE_TREND_POINT)
		return chart;
	return app->scene.screen == SCREEN_AGENDA && !can_agenda(app) ? editor : by_screen[app->scene.screen];
}

static const char *key_of(int id)
{
	/* Shown keys are few and constant; the table's first alternative, in words. */
	static const char *const special[COMMANDS] = { [COMMAND_OPEN] = "Enter", [COMMAND_PANE_NEXT] = "Tab",
		[COMMAND_BACK] = "Esc", [COMMAND_MARK] = "Space", [COMMAND_RIGHT] = "←→" };
	return special[id];
}

static void set_hint(struct app *app, const char *key, const char *text, int command)
{
	struct hint *hint = &app->hints[app->scene.n_hints++];
	g_free(hint->key);
	*hint = (struct hint) { .key = key ? key_words(key) : command_first_key(command), .text = (char *) text, .command = command };
}

static void hints_of_mode(struct app *app)
{
	if (app->prompt.kind == PROMPT_OVERWRITE) {
		set_hint(app, "y", _("replace"), -1);
		set_hint(app, "Esc", _("no"), -1);
		return;
	}
	if (app->prompt.kind == PROMPT_YES) {
		set_hint(app, app->prompt.yes ? "y Enter" : "y", _("yes"), -1);
		set_hint(app, "Esc", _("no"), -1);
		return;
	}
	set_hint(app, "Enter", app->prompt.kind == PROMPT_FILTER ? _("keep") : _("do it"), -1);
	set_hint(app, "Esc", _("as before"), -1);
	set_hint(app, "Ctrl-U", _("clear"), -1);
	if (app->prompt.kind == PROMPT_FILTER)
		set_hint(app, "Up", _("earlier filters"), -1);
}

void hints_fill(struct app *app)
{
	app->scene.n_hints = 0;
	app->scene.hints = app->hints;
	if (app->prompt.kind != PROMPT_NONE) {
		hints_of_mode(app);
		return;
	}
	const int *ids = app->scene.screen == SCREEN_MEETING ? meeting_hints(app) : on_screen(app);
	for (; *ids != NONE && app->scene.n_hints < 8; ids++)
		if (!command_why_not(app, *ids)) {
			const char *word = app->scene.screen == SCREEN_MEETING ? meeting_hint_word(app, *ids) : NULL;
			set_hint(app, key_of(*ids), word ? word : _(command_get(*ids)->word), *ids);
		}
}
