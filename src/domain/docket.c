#include "domain/docket.h"

#include <inttypes.h>
#include "base/i18n.h"

const char *docket_reason_words(enum docket_reason reason)
{
	static const char *const words[] = {
#define X(id, text) [DOCKET_##id] = text,
		DOCKET_LIST(X)
#undef X
	};
	return _(words[reason]);
}

static char *key_of(const char *kind, id_t64 id)
{
	return g_strdup_printf("%s:%" PRId64, kind, id);
}

char *docket_key_case(id_t64 id)
{
	return key_of("case", id);
}

char *docket_key_minutes(id_t64 meeting)
{
	return key_of("minutes", meeting);
}

char *docket_key_request(id_t64 id)
{
	return key_of("request", id);
}
