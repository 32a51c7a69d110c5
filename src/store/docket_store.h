/* What the docket is gathered from, beside clocks: answers owed, minutes not approved, questions of the board, and what is on agendas already. */
#ifndef DAIS_STORE_DOCKET_STORE_H
#define DAIS_STORE_DOCKET_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* Every open case that has a state, in no order; word ids. Only the index of open cases is read. Until row gives false. */
bool docket_store_open(struct store *store, bool (*row)(id_t64 case_id, int body, int state, void *data), void *data, GError **error);
/* Allegations on which the chief's word is another than the board's (as published: spellings of one finding too) and no reason in
 * writing is recorded; word ids. body: of all cases, where they have only one; 0: it is looked up for each. Until row gives false. */
bool docket_store_answers(struct store *store, int body, bool (*row)(id_t64 case_id, int body, int board, int chief, void *data), void *data, GError **error);
/* Meetings that were adjourned and whose minutes are not approved, oldest first; imported ones have none to approve. struct
 * meeting_record * with id, body and start only. */
GPtrArray *docket_store_minutes(struct store *store, GError **error);
/* Docket keys on the agendas of meetings to come from `from` on (domain/docket.h docket_from) or begun and not over, with those of the items they
 * were carried over from, and for each item about a case, wherever it came from, "number:BODY:NUMBER" with the word of the body that meets (0
 * none) and the number of the case: char * -> id of the meeting (gint64 *); owned. */
GHashTable *docket_store_listed(struct store *store, instant_t from, GError **error);

/* A question the board asked for: to stand on a coming agenda. */
struct request_record {
	id_t64 id;
	char *body, *who, *title, *case_number;      /* who: the login that wrote it down; case_number NULL */
	instant_t at;
	id_t64 meeting;                              /* in which it was asked; 0 */
};
void request_record_clear(struct request_record *record);
bool docket_store_add_request(struct store *store, struct request_record *record, GError **error);
/* Dealt with at a time; false with error when there is no such open question. */
bool docket_store_settle_request(struct store *store, id_t64 id, instant_t at, GError **error);
/* Those not dealt with, oldest first: struct request_record *, owned. */
GPtrArray *docket_store_requests(struct store *store, GError **error);

#endif
