#include "cli/cli.h"

int cli_import(int argc, char **argv)
{
	(void) argc;
	(void) argv;
	return 2;
}
