#include "action/import_action.h"
#include "base/error.h"
char *import_draft_map(const char *path, GError **error)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, "%s: not yet", path);
	return NULL;
}
