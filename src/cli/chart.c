#include "cli/cli.h"

int cli_chart(int argc, char **argv)
{
	(void) argc;
	(void) argv;
	return 2;
}
