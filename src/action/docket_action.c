#include "action/docket_action.h"

#include "base/error.h"
#include "base/i18n.h"

static bool finish(struct store *store, bool good, GError **error)
{
	good = good && store_commit(store, error);
	if (!good)
		store_rollback(store);
	return good;
}

id_t64 docket_ask(struct store *store, const struct body *body, const char *title, const char *case_number, id_t64 meeting, const char *who, instant_t now, GError **error)
{
	struct request_record record = { .body = body ? body->id : NULL, .at = now, .who = (char *) who, .title = (char *) title,
		.case_number = (char *) case_number, .meeting = meeting };
	if (!title || !*title) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("say what the board wants to hear about"));
		return 0;
	}
	bool good = store_begin(store, error) && docket_store_add_request(store, &record, error);
	return finish(store, good, error) ? record.id : 0;
}

bool docket_settle(struct store *store, id_t64 request, instant_t now, GError **error)
{
	bool good = store_begin(store, error) && docket_store_settle_request(store, request, now, error);
	return finish(store, good, error);
}
