/* Help: on the Cases screen the words of the case (help_words.c), then the commands of this screen, then those of everywhere, then the other screens'; typing searches, Enter runs. */
#include "app/app_private.h"
#include "view/overlay.h"

/* Those with keys, then those that only the palette reaches. */
static void add_commands(struct app *app, enum command_scope scope, const char *heading)
{
	bool headed = false;
	for (int i = 0; i < 2 * COMMANDS; i++) {
		int id = i % COMMANDS;
		const struct command *command = command_get(id);
		bool keyless = !*command->keys;
		if (command->scope != scope || keyless != (i >= COMMANDS) || !palette_score(command, app->menu.line.text->str))
			continue;
		if (!headed)
			menu_heading(app, heading);
		headed = true;
		g_autofree char *keys = command_all_keys(id);
		const char *reason = command_why_not(app, id);
		g_autofree char *name = g_strconcat(":", command_label(command), NULL);
		menu_add(app, id, 0, keyless ? name : keys, _(command->help), "")->disabled = reason != NULL;
	}
}

void help_fill(struct app *app)
{
	enum command_scope here = app_scope(app);
	app->menu.view.title = g_strdup_printf(_("Help: %s"), scope_title(here));
	app->menu.view.foot = g_strdup(_("type to search  Enter runs it  Esc closes"));
	add_commands(app, here, _("THIS SCREEN"));
	add_commands(app, SCOPE_ANY, _("EVERYWHERE"));
	for (int scope = SCOPE_OVERVIEW; scope < SCOPES; scope++)
		if (scope != (int) here) {
			g_autofree char *heading = g_strdup_printf(_("ON THE SCREEN %s"), scope_title(scope));
			add_commands(app, scope, heading);
		}
	unsigned commands = app->menu.view.lines->len;
	help_words(app, overlay_text_room(&app->menu.view, app->w));
	menu_raise(app, commands);
	if (!app->menu.view.lines->len)
		menu_add(app, -1, 0, "", _("nothing in the help matches; Backspace takes back what was typed"), "");
}
