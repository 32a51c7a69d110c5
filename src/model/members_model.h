/* The seats of one body on a day: who holds them, how far the term has gone, attendance, training, disclosures, votes cast. */
#ifndef DAIS_MODEL_MEMBERS_MODEL_H
#define DAIS_MODEL_MEMBERS_MODEL_H

#include "domain/attendance.h"
#include "domain/members.h"
#include "domain/training.h"
#include "store/store.h"

/* What is shown of meetings goes back so many months. */
#define MEMBERS_MONTHS 12

struct member_row {
	const struct seat *seat;
	struct seat_on on;                          /* whoever holds it on the day */
	struct training_look training;
	const struct attendance_row *attendance;    /* of the holder in the meetings shown; NULL: not expected, or none was recorded */
	int votes;                                  /* aye, nay or abstained, by name, in the meetings shown */
	GPtrArray *trainings;                       /* const struct training_record * of the holder, the latest first */
	GPtrArray *disclosures;                     /* const struct disclosure_record * of the holder, those in force first, the latest first */
	unsigned in_force;                          /* of them */
};

struct members_model {
	const struct body *body;
	const struct rules *rules;
	day_t day;
	unsigned at, bodies;                        /* which of the board's bodies, from 0, and how many there are */
	GPtrArray *rows;                            /* struct member_row *, in the order of the board file */
	GArray *days;                               /* day_t of each meeting shown, oldest first: what the marks of attendance are of */
	unsigned broken;                            /* recorded meetings that cannot be read to their end */
	/* what the rows point at */
	GPtrArray *meetings, *attendance, *trainings, *disclosures;
};
/* bodies: the board's, by number; one that does not exist is the last. NULL with error. */
struct members_model *members_model_load(struct store *store, const struct board *board, unsigned body, day_t day, GError **error);
void members_model_free(struct members_model *model);
typedef struct members_model members_model_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(members_model_t, members_model_free)

const struct member_row *members_model_row(const struct members_model *model, gint64 at);      /* or NULL */

#endif
