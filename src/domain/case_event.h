/*
 * What can happen to a case. Events are only ever added: taking one back is an event of its own that names it. What a kind needs is
 * told here, once, for the action that writes it, the commands that ask for it and the words that show it.
 */
#ifndef DAIS_DOMAIN_CASE_EVENT_H
#define DAIS_DOMAIN_CASE_EVENT_H

#include "domain/board.h"
#include "domain/record.h"

enum case_event_needs {
	CASE_NEEDS_WHY = 1,           /* words that give the reason */
	CASE_NEEDS_VALUE = 2,
	CASE_NEEDS_SIDE = 4,          /* stage: "complainant" or "officer" */
	CASE_NEEDS_CLOCK = 8,
	CASE_NEEDS_DAY = 16,
	CASE_NEEDS_ALLEGATION = 32,
	CASE_NEEDS_STATE = 64,        /* to */
	CASE_BY_PROGRAM = 128,        /* written by imports, not by a person */
};

/* X(enum suffix, name as stored and typed, what it needs, what it says in a list of commands) */
#define CASE_EVENT_LIST(X) \
	X(RECEIVED, "received", CASE_BY_PROGRAM, N_("received")) \
	X(IMPORTED, "imported", CASE_BY_PROGRAM, N_("imported")) \
	X(UPDATED, "updated", CASE_BY_PROGRAM, N_("updated by an import")) \
	X(STATE, "state", CASE_NEEDS_STATE, N_("moved")) \
	X(NOTE, "note", CASE_NEEDS_WHY, N_("note")) \
	X(FINDING, "finding", CASE_NEEDS_ALLEGATION | CASE_NEEDS_VALUE, N_("finding")) \
	X(ANSWER, "answer", CASE_NEEDS_WHY, N_("answer in writing")) \
	X(ASSIGNED, "assigned", CASE_NEEDS_VALUE, N_("assigned")) \
	X(DOCUMENT, "document", CASE_NEEDS_VALUE, N_("document")) \
	X(CONSENT, "consent", CASE_NEEDS_SIDE, N_("consent to mediation")) \
	X(CONSENT_WITHDRAWN, "consent_withdrawn", CASE_NEEDS_SIDE, N_("consent withdrawn")) \
	X(AGREEMENT, "agreement", CASE_NEEDS_WHY, N_("agreement")) \
	X(FOLLOW_UP, "follow_up", CASE_NEEDS_DAY, N_("follow-up")) \
	X(SATISFACTION, "satisfaction", CASE_NEEDS_SIDE | CASE_NEEDS_VALUE, N_("satisfaction, 1 to 5")) \
	X(PAUSED, "pause", CASE_NEEDS_CLOCK | CASE_NEEDS_WHY, N_("clock stopped")) \
	X(RESUMED, "resume", CASE_NEEDS_CLOCK, N_("clock goes on")) \
	X(WAIVED, "waive", CASE_NEEDS_CLOCK | CASE_NEEDS_WHY, N_("clock waived")) \
	X(EXTENDED, "extend", CASE_NEEDS_CLOCK | CASE_NEEDS_DAY | CASE_NEEDS_WHY, N_("clock extended")) \
	X(UNDONE, "undo", 0, N_("taken back"))
enum case_event_kind {
#define X(id, name, needs, words) ACT_##id,
	CASE_EVENT_LIST(X)
#undef X
	CASE_ACTS
};
const char *case_event_name(enum case_event_kind kind);
const char *case_event_title(enum case_event_kind kind);       /* translated */
unsigned case_event_needs(enum case_event_kind kind);
/* CASE_ACTS for a word that is no kind: another version's, or an import's. */
enum case_event_kind case_event_find(const char *name);
enum case_event_kind case_event_kind(const struct case_event *event);

/* Stands in the clock of a finding of the chief that differs from the board's and came without a written reason: it starts the clocks
 * that start with "disagreement". */
#define CASE_DISAGREEMENT "disagreement"

/* The two sides of a mediation. */
enum case_side { SIDE_COMPLAINANT, SIDE_OFFICER, CASE_SIDES };
const char *case_side_name(enum case_side side);               /* "complainant" */
enum case_side case_side_find(const char *name);               /* CASE_SIDES: none */

/* The events that hold: struct case_event *, borrowed, in their order, without those taken back and without the taking back. g_ptr_array_unref. */
GPtrArray *case_events_in_force(const GPtrArray *events);
/* The last event in force that a person can take back (moves, findings, assignments ...: all but what programs wrote); NULL. */
const struct case_event *case_events_undoable(const GPtrArray *events);
/* What happened, as a sentence for the history: "Investigation -> Board review", "Allegation 2, board: sustained". allegations (struct
 * allegation_record *; NULL) give the number of an allegation. g_free. */
char *case_event_words(const struct case_event *event, const GPtrArray *allegations, const struct board *board, const struct body *body, const char *lang);

#endif
