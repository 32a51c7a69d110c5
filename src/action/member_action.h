/* What is recorded of members: trainings, and conflicts of interest as they disclosed them. */
#ifndef DAIS_ACTION_MEMBER_ACTION_H
#define DAIS_ACTION_MEMBER_ACTION_H

#include "domain/board.h"
#include "domain/record.h"
#include "store/store.h"

/* Of whom, by whom, when. */
struct member_of {
	const struct board *board;
	const struct body *body;
	const struct seat *seat;
	const char *who;              /* who records it */
	instant_t now;
};
/*
 * The present holder attended a course: the id or label of one of the board file's, or words for any other. day: not in the future;
 * minutes: at least one, at most a thousand hours. False with error, and then nothing was written: the seat is vacant, or what is wrong.
 */
bool member_record_training(struct store *store, const struct member_of *of, const char *course, day_t day, int minutes, GError **error);
/* The present holder disclosed an interest (about) in a matter: the number of a case, or words that the item's title will have in it. */
bool member_record_disclosure(struct store *store, const struct member_of *of, const char *matter, const char *about, GError **error);
/* The interest is no more. */
bool member_end_disclosure(struct store *store, id_t64 id, instant_t now, GError **error);

/* "3", "1.5", "1,5", "2:30" hours as minutes; 0 where it is none of these, or is more than a thousand hours. */
int member_read_hours(const char *text);

#endif
