/*
 * What is due for the board (DESIGN.md section 3, DOMAIN.md 1.1): why something belongs on a coming agenda, and the key under which an agenda
 * item remembers it, so that nothing is listed twice. One entry a case, however many reasons it has.
 */
#ifndef DAIS_DOMAIN_DOCKET_H
#define DAIS_DOMAIN_DOCKET_H

#include "domain/record.h"

/* X(enum suffix, words) in the order in which entries without a day come. */
#define DOCKET_LIST(X) \
	X(OVERDUE, N_("overdue")) \
	X(CLOCK, N_("deadline")) \
	X(STATE, N_("for the board")) \
	X(ANSWER, N_("answer owed")) \
	X(MINUTES, N_("minutes")) \
	X(REQUEST, N_("asked for"))
enum docket_reason {
#define X(id, words) DOCKET_##id,
	DOCKET_LIST(X)
#undef X
	DOCKET_REASONS
};
const char *docket_reason_words(enum docket_reason reason);      /* translated */

/* "case:12", "minutes:3", "request:7"; g_free. */
char *docket_key_case(id_t64 id);
char *docket_key_minutes(id_t64 meeting);
char *docket_key_request(id_t64 id);

#endif
