/* Recommendations: making one, answering it, setting what is known of it, taking back. One transaction each. */
#ifndef DAIS_ACTION_RECOMMENDATION_ACTION_H
#define DAIS_ACTION_RECOMMENDATION_ACTION_H

#include "domain/recommendation.h"
#include "store/store.h"

enum { RECOMMENDATION_NUMBER_MOST = 40 };    /* characters; it stands in lists, on agendas and papers */

/* Somebody who records something. */
struct recommendation_hand {
	struct store *store;         /* borrowed, like all here */
	const struct board *board;
	const char *who;             /* the login */
	instant_t now;
};

/* A new one of this body: number NULL: the next of its year; made: not in the future. fields (may be NULL): what is known of it at once, by enum
 * recommendation_field, NULL not given. Its id; 0 with error, and nothing was written: the title is missing, the number is taken, a field does
 * not fit (no such case, the motion was not carried ...). */
id_t64 recommendation_make(const struct recommendation_hand *hand, const struct body *body, const char *number, const char *title, day_t made,
	const char *const *fields, GError **error);

/* What is to happen to one. */
struct recommendation_do {
	enum recommendation_act act;
	enum recommendation_field field;      /* RECOMMENDATION_SET */
	const char *value;                    /* the answer, by its id, label or alias; of a field; "" empties it */
	day_t day;                            /* of an answer; DAY_UNKNOWN: today */
	const char *why;                      /* NULL none */
	id_t64 undoes;                        /* RECOMMENDATION_UNDONE: the event that is meant, refused when it is not the last any more; 0: whichever is */
};
/* False with error that says what is missing, and nothing was written. words (may be NULL): what was done; g_free. */
bool recommendation_act(const struct recommendation_hand *hand, id_t64 id, const struct recommendation_do *act, char **words, GError **error);

/* The recommendation of this id, followed as of now; the caller frees it. NULL with error. */
struct recommendation *recommendation_find(const struct recommendation_hand *hand, id_t64 id, GError **error);
/* The recommendation of this number; body (an id) NULL: of whichever body has it. Followed as of now; the caller frees it. NULL with error. */
struct recommendation *recommendation_named(const struct recommendation_hand *hand, const char *body, const char *number, GError **error);

#endif
