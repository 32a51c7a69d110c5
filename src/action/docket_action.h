/* Questions the board asked for: written down, and dealt with. */
#ifndef DAIS_ACTION_DOCKET_ACTION_H
#define DAIS_ACTION_DOCKET_ACTION_H

#include "domain/board.h"
#include "store/docket_store.h"

/* Writes down what the body wants on a coming agenda, as `who` at `now`; meeting: in which it was asked, 0 none. 0 with error. */
id_t64 docket_ask(struct store *store, const struct body *body, const char *title, const char *case_number, id_t64 meeting, const char *who, instant_t now, GError **error);
/* The question was dealt with otherwise than by standing on the agenda of a meeting that was held. */
bool docket_settle(struct store *store, id_t64 request, instant_t now, GError **error);

#endif
