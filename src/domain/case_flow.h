/*
 * The way of a case through its workflow: where it is, who has it, and whether a move is in order now. All rules come from the board
 * file; nothing here reads a clock or a store.
 */
#ifndef DAIS_DOMAIN_CASE_FLOW_H
#define DAIS_DOMAIN_CASE_FLOW_H

#include "domain/clock.h"

/* A motion on this case that the body decided, from the journal of its meeting. */
struct case_vote { char *kind; bool carried; instant_t at; };

/* All that a move is judged by. */
struct case_view {
	const struct board *board;
	const struct body *body;              /* NULL: a body the board file does not know */
	const struct workflow *workflow;
	const struct case_record *record;
	const GPtrArray *allegations;         /* struct allegation_record * */
	const GPtrArray *events;              /* struct case_event *, in force, oldest first */
	const GPtrArray *votes;               /* struct case_vote *; NULL none */
};

/* What its clocks follow from; borrows from the view. */
struct clock_facts case_clock_facts(const struct case_view *view);
/* Who has the case now: a seat id or other words, borrowed; NULL nobody. */
const char *case_assigned(const struct case_view *view);
/* Is it this login's: named itself, as the login of the seat, or of one of the panel? */
bool case_is_of(const struct case_view *view, const char *login);
/* Who has it, for a person: "Panel A: Okafor, Moreau", "Seat 3: Camille Moreau", or the words that were recorded; NULL nobody. g_free. */
char *case_assigned_words(const struct case_view *view, const char *lang);
/* When it entered its state; INSTANT_LEAST where no event says so. */
instant_t case_entered(const struct case_view *view);
/* Whether this side agreed to mediation and did not take it back. */
bool case_consents(const struct case_view *view, enum case_side side);
/* Do two words name the same finding of the body? Spellings of one term do; words the board does not know must be the same. */
bool case_same_finding(const struct board *board, const struct body *body, const char *a, const char *b);
/* Is this word a finding: given, and not one that says it is still pending? */
bool case_is_found(const struct board *board, const struct body *body, const char *word);
/* Do two findings, both given and neither pending, mean different things? */
bool case_findings_differ(const struct board *board, const struct body *body, const char *a, const char *b);
/* Does the chief's finding on this allegation differ from the board's, both given and neither pending? */
bool case_chief_disagrees(const struct case_view *view, const struct allegation_record *allegation);

/* Did the chief give the reason of the last finding in writing, with it or after it? */
bool case_is_answered(const struct case_view *view);

/* What a move may require ("requires" in the board file): the word, and what is said when it is missing. */
#define CASE_REQUIREMENT_LIST(X) \
	X(DOCUMENT, "document", N_("a document (recorded since the case came here)")) \
	X(REASON, "reason", N_("a reason")) \
	X(CONSENTS, "consents", N_("the consent of both sides")) \
	X(AGREEMENT, "agreement", N_("the agreement reached")) \
	X(FOLLOW_UP, "follow_up", N_("the day of the follow-up")) \
	X(SATISFACTION, "satisfaction", N_("the satisfaction of both sides")) \
	X(ASSIGNED, "assigned", N_("somebody who has the case")) \
	X(ANSWER, "answer", N_("the answer in writing")) \
	X(FINDINGS_INVESTIGATOR, "findings_investigator", N_("a finding of the investigator on each allegation")) \
	X(FINDINGS_BOARD, "findings_board", N_("a finding of the board on each allegation")) \
	X(FINDINGS_CHIEF, "findings_chief", N_("a finding of the chief on each allegation")) \
	X(FINDINGS_FINAL, "findings_final", N_("a final finding on each allegation")) \
	X(SUMMARY, "summary", N_("a summary")) \
	X(DISTRICT, "district", N_("a district")) \
	X(CLASS, "class", N_("the class of the complaint")) \
	X(OCCURRED, "occurred", N_("the day on which it happened")) \
	X(RECEIVED, "received", N_("the day on which it was received"))
enum case_requirement {
#define X(id, word, missing) REQUIRE_##id,
	CASE_REQUIREMENT_LIST(X)
#undef X
	CASE_REQUIREMENTS
};
/* All words, ends with NULL. */
extern const char *const case_requirement_words[];

/* The moves that leave the case's state, struct move *, borrowed, in the order of the board file; g_ptr_array_unref. */
GPtrArray *case_moves(const struct case_view *view);
/* Why this move is not in order now for this login, as a sentence with every condition that is missing; NULL: it is. why: the reason
 * given, NULL none. g_free. */
char *case_move_missing(const struct case_view *view, const struct move *move, const char *login, const char *why);

#endif
