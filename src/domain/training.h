/*
 * The training of a seat's holder against the body's rule (struct training_rule): the courses that come first, and the hours that are
 * wanted again and again. Pure. DOMAIN.md 1.4: Tucson 48 hours a year, Columbia a ride-along every two years.
 */
#ifndef DAIS_DOMAIN_TRAINING_H
#define DAIS_DOMAIN_TRAINING_H

#include "domain/board.h"
#include "domain/record.h"

struct training_look {
	bool asked;                   /* the rule asks something of this seat: it votes, or may as an alternate */
	bool trained;                 /* every course was done and none has run out */
	unsigned missing;             /* courses that lack or ran out; 1 where the rule names none and the day on the seat lacks */
	const struct course *first;   /* of those; NULL where the rule names none */
	int minutes;                  /* within the rule's months up to the day */
	int hours;                    /* wanted within them; 0 none */
	bool behind;                  /* fewer, though the present term is as old as the rule's months */
};
/*
 * How a person stood on a day. The day on the seat (training_done) counts as all courses done then, for its present holder only.
 * records: const struct training_record *, of this body, in any order; NULL none; a person's own by name, whichever seat it was.
 */
struct training_look training_look(const struct training_rule *rule, const struct seat *seat, const char *holder, const GPtrArray *records, day_t day);
/* May the person do what the gate stands before? */
bool training_opens(const struct training_rule *rule, const struct training_look *look);
/* "academy, ride-along", in the board's language: what lacks or ran out; "" nothing; g_free. */
char *training_missing_words(const struct training_rule *rule, const struct seat *seat, const char *holder, const GPtrArray *records, day_t day, const char *lang);
/* The course of the rule with this id or label, or NULL. */
const struct course *training_course(const struct training_rule *rule, const char *word);

/*
 * May a case be assigned to this seat on this day? False where the gate "assign" of the body's rules is closed for its holder, or
 * nobody holds it; why (may be NULL) is then the reason in words, g_free.
 */
bool member_may_be_assigned(const struct board *board, const struct body *body, const struct seat *seat, const GPtrArray *records, day_t day, char **why);

#endif
