/* dais map: a first import map for a CSV file, to be read and corrected by a person. */
#include "cli/cli.h"

#include "action/import_action.h"

int cli_map(int argc, char **argv)
{
	int code = 0;
	g_auto(GStrv) words = cli_options("map", argc, argv, NULL, 1, 1, &code);
	if (!words)
		return code;
	g_autoptr(GError) error = NULL;
	g_autofree char *text = import_draft_map(words[0], &error);
	if (!text)
		return cli_fail(g_steal_pointer(&error));
	fputs(text, stdout);
	return cli_finish(0);
}
