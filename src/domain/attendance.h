/* Attendance over several meetings against the body's rule of absences (struct rules). Pure. */
#ifndef DAIS_DOMAIN_ATTENDANCE_H
#define DAIS_DOMAIN_ATTENDANCE_H

#include "domain/meeting.h"

struct attendance_row {
	char *seat, *name;
	int meetings;              /* in which the seat was on the roster, held by this person */
	int present, late, remote, excused, absent;
	int in_a_row;              /* absences that count, in a row, up to the last meeting */
	int within;                /* absences that count within the rule's months before the last meeting */
	bool over;                 /* reaches the rule */
};
/* meetings: const struct meeting *, oldest first, of one body. Regular and advisory seats, in roster order of the last meeting that had
 * them; alternates are not expected and not listed. Owned rows. The rule is that of the last meeting. */
GPtrArray *attendance_sum(const GPtrArray *meetings);

#endif
