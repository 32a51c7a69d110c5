/* The menus of sort columns, filters and themes. */
#include "app/app_private.h"
#include "config/config_file.h"

void sort_fill(struct app *app)
{
	const struct case_list *list = app->session.list;
	app->menu.view.title = g_strdup(_("Sort by"));
	app->menu.view.foot = g_strdup(_("Enter sort  the same again reverses  Esc close"));
	for (int field = 0; field < CASE_FIELDS; field++) {
		const struct case_field_info *info = case_field_info(field);
		if (!info->sortable)
			continue;
		bool now = list && (int) list->sort == field;
		if (now)
			app->menu.view.selected = app->menu.view.lines->len;
		menu_add(app, field, 0, _(info->title), _(info->help), now ? (list->reverse ? _("now, reversed") : _("now")) : "");
	}
}

/* Values in the filter menu: quick filters by index, then saved ones, then "save". */
enum { VALUE_SAVED = 1000, VALUE_SAVE = 2000 };

static const struct { char key; const char *name, *text; } quick[] = {
	{ 'a', N_("all cases"), "" },
	{ 'o', NC_("cases", "overdue"), "overdue:yes" },
	{ 'n', NC_("cases", "open"), "state:open" },
	{ 'c', NC_("cases", "closed"), "state:closed" },
	{ 'h', N_("open for more than 180 days"), "state:open age:>180" },
	{ 'd', N_("chief disagrees with the board"), "disagrees:yes" },
};

void filters_fill(struct app *app)
{
	app->menu.view.title = g_strdup(_("Filters"));
	app->menu.view.foot = g_strdup(_("letter, digit or Enter  Esc close"));
	for (unsigned i = 0; i < G_N_ELEMENTS(quick); i++) {
		char key[2] = { quick[i].key, 0 };
		menu_add(app, i, quick[i].key, key, i18n_word(quick[i].name), quick[i].text);
	}
	if (app->state.filters->len)
		menu_heading(app, _("SAVED"));
	for (unsigned i = 0; i < app->state.filters->len; i++) {
		const struct saved_filter *filter = app->state.filters->pdata[i];
		char key[2] = { '1' + i, 0 };
		menu_add(app, VALUE_SAVED + i, '1' + i, key, filter->name, filter->text);
	}
	const char *reason = can_save_filter(app);
	menu_add(app, VALUE_SAVE, '+', "+", _("save the present filter"),
		reason ? reason : filter_here(app))->disabled = reason != NULL;
}

void filters_choose(struct app *app, int value)
{
	if (value == VALUE_SAVE) {
		const char *reason = can_save_filter(app);
		if (reason)
			app_say(app, "%s", reason);
		else
			prompt_open(app, PROMPT_SAVE_FILTER, "");
		return;
	}
	const char *text = value >= VALUE_SAVED ?
		((struct saved_filter *) app->state.filters->pdata[value - VALUE_SAVED])->text : quick[value].text;
	if (app->scene.screen != SCREEN_CASES && app->scene.screen != SCREEN_TRENDS)
		go_forward(app, SCREEN_CASES, PANE_CASE_LIST);
	GError *error = NULL;
	if (!set_filter_here(app, text, NULL, &error))
		app_fail(app, error);
}

void theme_fill(struct app *app)
{
	app->menu.view.title = g_strdup(_("Theme"));
	app->menu.view.foot = g_strdup(_("shown while you move  Enter keep  Esc as before"));
	g_auto(GStrv) names = data_file_names("themes", "conf");
	for (unsigned i = 0; names && names[i]; i++) {
		bool now = g_strcmp0(names[i], app->theme.name) == 0;
		if (now)
			app->menu.view.selected = i;
		menu_add(app, i, 0, names[i], "", now ? _("now") : "");
	}
	if (!names || !names[0])
		menu_add(app, -1, 0, "", _("no theme files were found"), "");
}

static bool load_theme(struct app *app, int value, struct theme *theme)
{
	const struct overlay_line *line = app->menu.view.lines->pdata[value];
	g_autoptr(GPtrArray) faults = faults_new();
	g_autofree char *path = data_file("themes", line->left, "conf");
	return path && theme_file_load(path, theme, faults);
}

void theme_preview(struct app *app, int value)
{
	struct theme theme;
	if (value >= 0 && load_theme(app, value, &theme))
		app_set_theme(app, &theme);
}

void theme_choose(struct app *app, int value)
{
	struct theme theme;
	if (!load_theme(app, value, &theme)) {
		app_set_theme(app, &app->menu.before);
		app_say(app, _("this theme has faults; 'dais check' names them"));
		return;
	}
	app_set_theme(app, &theme);
	g_free(app->state.theme);
	app->state.theme = g_strdup(theme.name);
	GError *error = NULL;
	if (!state_save(&app->state, &error))
		app_fail(app, error);
	else
		app_say(app, _("theme %s"), theme.name);
}
