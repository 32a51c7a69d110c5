/*
 * What is due for a body, gathered by rule: cases whose state is for the board, clocks that end before the next meeting but one, answers of
 * the chief that are owed, recommendations not answered, minutes to approve, questions the board asked for. Loads in time that depends on what is due, not on all cases;
 * words are made for the rows that are looked at.
 */
#ifndef DAIS_MODEL_DOCKET_MODEL_H
#define DAIS_MODEL_DOCKET_MODEL_H

#include "domain/board.h"
#include "domain/docket.h"
#include "store/store.h"

struct docket_entry {
	unsigned reasons;             /* 1 << enum docket_reason */
	id_t64 id;                    /* of the case, the recommendation, the meeting or the question */
	const struct body *body;      /* for which it is due; NULL when the board file knows no such body */
	unsigned answers;             /* allegations on which the chief owes one */
	day_t due;                    /* the earliest of its clocks, or by when a recommendation is to be answered; DAY_UNKNOWN none */
	const struct clock_rule *clock;   /* that clock; NULL */
	/* made by docket_model_words */
	char *key;                    /* NULL: not made yet */
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
	GArray *entries;              /* struct docket_entry: by the day their first clock ends; then states, answers, recommendations (by the day too), minutes, questions */
	GHashTable *listed;           /* docket key -> gint64 *, the meeting */
	char *lang;
};
/* body NULL: all bodies. NULL with error. */
struct docket_model *docket_model_load(struct store *store, const struct board *board, const struct body *body, const char *lang, instant_t now, GError **error);
void docket_model_free(struct docket_model *model);
/* Where the entry of these reasons and this id is, also after a reload that gave the same case other reasons: its index; -1 gone. */
gint64 docket_model_find(const struct docket_model *model, unsigned reasons, id_t64 id);
/* Makes the words of the entries from `first` on, n of them; a case that is gone meanwhile keeps an empty title. */
void docket_model_words(struct docket_model *model, struct store *store, guint first, guint n);

#endif
