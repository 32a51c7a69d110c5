#include "cli/cli.h"

int cli_list(int argc, char **argv)
{
	(void) argc;
	(void) argv;
	return 2;
}
