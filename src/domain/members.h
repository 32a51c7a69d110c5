/* Seats over time: who holds one on a day, and how far the term has gone (DOMAIN.md 1.4). Pure. */
#ifndef DAIS_DOMAIN_MEMBERS_H
#define DAIS_DOMAIN_MEMBERS_H

#include "domain/board.h"
#include "domain/record.h"

#define SEAT_STATUS_LIST(X) \
	X(HELD, "held") \
	X(SOON, "ends_soon")        /* held, and the term ends within the days of the rule */ \
	X(HOLDOVER, "holdover")     /* the term is over, nobody succeeded, and by the rules the holder serves on */ \
	X(OVER, "term_over")        /* the term is over, and the rules know no holdover */ \
	X(VACANT, "vacant") \
	X(UNKNOWN, "unknown")       /* the day is before the first that the board file tells of */
enum seat_status {
#define X(id, name) SEAT_STATUS_##id,
	SEAT_STATUS_LIST(X)
#undef X
	SEAT_STATUSES
};
const char *seat_status_name(enum seat_status status);      /* "ends_soon": as programs read it */
const char *seat_status_words(enum seat_status status);     /* "ends soon"; translated */

struct seat_on {
	enum seat_status status;
	const char *holder;          /* NULL where it is vacant or not known; borrowed from the seat */
	day_t start, end;            /* of the term; DAY_UNKNOWN where not given */
	day_t since;                 /* HOLDOVER, OVER: first day after the term; VACANT: first vacant day; else DAY_UNKNOWN */
	int days;                    /* HELD, SOON: to the last day of the term; G_MAXINT where that is not given */
	unsigned terms;              /* in a row by this holder, this one included; 0 nobody */
	bool last;                   /* by the rule's limit this is the last term in a row */
};
struct seat_on seat_on_day(const struct seat *seat, const struct term_rule *rule, day_t day);
/* The last day served by the n-th of the former holders; DAY_UNKNOWN not known. */
day_t seat_former_until(const struct seat *seat, const struct term_rule *rule, guint n);

/*
 * Is this what was disclosed? The number of the item's case, or words of the matter found in the item's titles, capital letters aside;
 * words shorter than four letters are found nowhere. Any argument but the first may be NULL.
 */
bool disclosure_concerns(const struct disclosure_record *disclosure, const char *case_number, const char *title, const char *public_title);

#endif
