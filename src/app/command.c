#include "app/command.h"
#include <string.h>
#include "app/app_private.h"

static const struct command commands[COMMANDS] = {
#define X(id_, name_, word_, help_, scope_, keys_, can_, run_) [COMMAND_##id_] = { .id = #id_, .name = name_, \
	.word = word_, \
	.help = help_, .scope = SCOPE_##scope_, .keys = keys_, .why_not = can_, .run = run_ },
	COMMAND_LIST(X)
#undef X
};

const struct command *command_get(enum command_id id)
{
	g_assert(id < COMMANDS);
	return &commands[id];
}

/* update-po marks the names of the table: gettext cannot see that they are words there. */
const char *command_label(const struct command *command)
{
	g_autofree char *whole = g_strconcat("command\004", command->name, NULL);
	const char *shown = gettext(whole);
	return shown == whole ? command->name : shown;
}

enum command_id command_find(const char *name)
{
	for (int id = 0; id < COMMANDS; id++)
		if (strcmp(commands[id].name, name) == 0)
			return id;
	return COMMANDS;
}

const char *scope_title(enum command_scope scope)
{
	static const char *const titles[SCOPES] = { N_("Everywhere"), N_("Overview"), N_("Cases"), N_("Trends"),
		N_("Agenda"), N_("Meeting"), N_("Members"), N_("Recommendations"), N_("Roll call"), N_("Attendance") };
	return _(titles[scope]);
}

static char *show_sequence(const char *keys)
{
	g_autoptr(GString) out = g_string_new(NULL);
	while (*keys && *keys != ' ') {
		g_autofree char *shown = key_show(key_parse(&keys));
		g_string_append(out, shown);
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

char *command_first_key(enum command_id id)
{
	return show_sequence(commands[id].keys);
}

char *command_all_keys(enum command_id id)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_auto(GStrv) words = g_strsplit(commands[id].keys, " ", -1);
	for (char **word = words; *word; word++) {
		g_autofree char *shown = show_sequence(*word);
		g_string_append_printf(out, "%s%s", out->len ? "  " : "", shown);
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

const char *command_why_not(const struct app *app, enum command_id id)
{
	const struct command *command = &commands[id];
	if (command->scope == SCOPE_CASES && app->scene.screen != SCREEN_CASES)
		return _("only on the Cases screen");
	if (command->scope == SCOPE_TRENDS && app->scene.screen != SCREEN_TRENDS)
		return _("only on the Trends screen");
	if (command->scope == SCOPE_AGENDA && app->scene.screen != SCREEN_AGENDA)
		return _("only on the Agenda screen");
	if (command->scope == SCOPE_MEMBERS && app->scene.screen != SCREEN_MEMBERS)
		return _("only on the Members screen");
	if (command->scope == SCOPE_RECOMMENDATIONS && app->scene.screen != SCREEN_RECOMMENDATIONS)
		return _("only on the Recommendations screen");
	bool meeting = command->scope == SCOPE_MEETING || command->scope >= SCOPE_ROLL;
	if (meeting && app->scene.screen != SCREEN_MEETING)
		return _("only on the Meeting screen");
	if (command->scope == SCOPE_ROLL && app->desk.mode != DESK_ROLL)
		return _("only while a vote is taken; V begins");
	if (command->scope == SCOPE_ATTENDANCE && app->desk.mode != DESK_ATTENDANCE)
		return _("only while it is called who is here; A begins");
	return command->why_not(app);
}

void command_run(struct app *app, enum command_id id)
{
	const char *reason = command_why_not(app, id);
	if (reason)
		app_say(app, "%s: %s", command_label(&commands[id]), reason);
	else
		commands[id].run(app);
}
