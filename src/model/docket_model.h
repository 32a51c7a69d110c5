/*
 * What is due for a body, gathered by rule: cases whose state is for the board, clocks that end before the next meeting but one, answers of
 * the chief that are owed, recommendations not answered, minutes to approve, what the last meeting left undone, questions the board asked for.
 * Loads in time that depends on what is due, not on all cases (one journal is replayed for each body); words are made for the rows that are
 * looked at.
 */
#ifndef DAIS_MODEL_DOCKET_MODEL_H
#define DAIS_MODEL_DOCKET_MODEL_H

#include "domain/agenda_carry.h"
#include "domain/docket.h"
#include "store/store.h"

enum docket_kind { DOCKET_OF_CASE, DOCKET_OF_RECOMMENDATION, DOCKET_OF_MINUTES, DOCKET_OF_REQUEST, DOCKET_OF_ITEM /* carried over, and about none of these */ };

struct docket_entry {
	enum docket_kind kind;
	unsigned reasons;             /* 1 << enum docket_reason */
	id_t64 id;                    /* of the case, the recommendation, the meeting, the question; of the item that was left undone, 0: it was added
	                               * in the meeting */
	const struct body *body;      /* for which it is due; NULL when the board file knows no such body */
	unsigned answers;             /* allegations on which the chief owes one */
	day_t due;                    /* the earliest of its clocks, or by when a recommendation is to be answered; DAY_UNKNOWN none */
	const struct clock_rule *clock;   /* that clock; NULL */
	GPtrArray *carried;           /* struct carried *, owned: what was left undone of it, as it would stand on the next agenda; NULL nothing */
	id_t64 left;                  /* the meeting that left it; 0 */
	instant_t left_at;            /* when that began */
	/* made by docket_model_words */
	char *key;                    /* NULL: not made yet (of cases only) */
	char *number;                 /* of the case; NULL */
	char *title;                  /* as it would stand on the agenda */
	char *why;                    /* "overdue: Answer of the chief, 12 Dec" ... */
	id_t64 listed;                /* the coming meeting whose agenda has it; 0 none */
};

struct docket_model {
	const struct board *board;
	const struct body *body;
	day_t today, horizon;         /* clocks that end before the horizon are due; of all bodies: the latest of theirs, and each has its own */
	bool guessed;                 /* fewer than two meetings are planned: the horizon is so many days from now (docket_days) */
	GArray *entries;              /* struct docket_entry: by the day their first clock ends; then states, answers, recommendations (by the day
	                               * too), minutes, carried over, questions */
	GHashTable *listed;           /* docket key -> gint64 *, the meeting */
	char *gap;                    /* what is missing: the record of a body's last meeting cannot be read, and why; NULL */
	char *lang, *kind;
};
/* body NULL: all bodies. kind: of the meeting whose agenda is being made, by which it is known what comes again by itself (domain/agenda_carry.h);
 * NULL: of the next meeting of each body. NULL with error. */
struct docket_model *docket_model_load(struct store *store, const struct board *board, const struct body *body, const char *kind, const char *lang,
	instant_t now, GError **error);
void docket_model_free(struct docket_model *model);
/* The docket key of an entry, also where its words are not made yet; g_free. */
char *docket_model_key(const struct docket_entry *entry);
/* Where the entry of this key is, also after a reload that gave it other reasons: its index; -1 gone. */
gint64 docket_model_find(const struct docket_model *model, const char *key);
/* Makes the words of the entries from `first` on, n of them; a case that is gone meanwhile keeps an empty title. */
void docket_model_words(struct docket_model *model, struct store *store, guint first, guint n);

#endif
