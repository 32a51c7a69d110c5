/*
 * What is due for the board (DESIGN.md section 3, DOMAIN.md 1.1): why something belongs on a coming agenda, and the key under which an agenda
 * item remembers it, so that nothing is listed twice. One entry a case, however many reasons it has; what the last meeting left undone of a case
 * or of minutes to approve is one of them.
 */
#ifndef DAIS_DOMAIN_DOCKET_H
#define DAIS_DOMAIN_DOCKET_H

#include "domain/board.h"
#include "domain/record.h"

/* X(enum suffix, id in files, words) in the order in which entries without a day come. */
#define DOCKET_LIST(X) \
	X(OVERDUE, "overdue", N_("overdue")) \
	X(CLOCK, "deadline", N_("deadline")) \
	X(STATE, "state", N_("for the board")) \
	X(ANSWER, "answer", N_("answer owed")) \
	X(RECOMMENDATION, "recommendation", N_("recommendation not answered")) \
	X(MINUTES, "minutes", NC_("docket", "minutes")) \
	X(CARRIED, "carried", N_("carried over")) \
	X(REQUEST, "request", N_("asked for"))
enum docket_reason {
#define X(id, name, words) DOCKET_##id,
	DOCKET_LIST(X)
#undef X
	DOCKET_REASONS
};
extern const char *const docket_reason_ids[];      /* ends with NULL */
enum docket_reason docket_reason_find(const char *id);           /* DOCKET_REASONS: none */
const char *docket_reason_words(enum docket_reason reason);      /* translated */

/* Where on the agenda of a body something due for these reasons (1 << reason) belongs: the first entry of the template, in the order of the
 * reasons, that takes one of them; NULL none does. */
const struct agenda_entry *docket_entry_of(const struct body *body, unsigned reasons);

/* Meetings that begin from this moment on are still to come at `now`, and so is one that has begun and is not over: what stands on their agendas
 * is listed. It is the beginning of the day in the zone: a meeting may be called to order late. */
instant_t docket_from(instant_t now, const char *zone);

/* "case:12", "recommendation:4", "minutes:3", "request:7"; what was carried over has "carried:41" (domain/agenda_carry.h). g_free. */
char *docket_key_case(id_t64 id);
char *docket_key_recommendation(id_t64 id);
char *docket_key_minutes(id_t64 meeting);
char *docket_key_request(id_t64 id);
id_t64 docket_key_is_case(const char *key);      /* 12 of "case:12"; 0 of any other, also of NULL */
id_t64 docket_key_is_recommendation(const char *key);
bool docket_key_is_carried(const char *key);      /* it came from an earlier meeting: "carried:41" */
id_t64 docket_key_is_minutes(const char *key);   /* 3 of "minutes:3" */

#endif
