#include "cli/cli.h"

int cli_keys(void)
{
	return cli_finish(0);
}
