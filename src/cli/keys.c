/* dais --keys: every command with its keys, from the one table. */
#include "cli/cli.h"

#include "app/command.h"
#include "base/text.h"

/* Cells of the longest name. */
static int names_width(void)
{
	int width = 0;
	for (int id = 0; id < COMMANDS; id++)
		width = MAX(width, text_width(command_label(command_get(id))));
	return width;
}

int cli_keys(void)
{
	int width = names_width();
	for (int scope = 0; scope < SCOPES; scope++) {
		bool headed = false;
		for (int id = 0; id < COMMANDS; id++) {
			const struct command *command = command_get(id);
			if ((int) command->scope != scope)
				continue;
			if (!headed)
				printf("%s%s\n", scope ? "\n" : "", scope_title(scope));
			headed = true;
			g_autofree char *keys = command_all_keys(id);
			const char *name = command_label(command);
			printf("  %-*s %-*s  %s\n", cli_pad(keys, 14), keys, cli_pad(name, width), name, _(command->help));
		}
	}
	return cli_finish(0);
}
