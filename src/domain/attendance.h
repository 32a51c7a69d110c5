/* Attendance over several meetings against the body's rule of absences (struct rules). Pure. */
#ifndef DAIS_DOMAIN_ATTENDANCE_H
#define DAIS_DOMAIN_ATTENDANCE_H

#include "domain/meeting.h"

/* How one member attended one meeting, as a letter of a sheet. */
enum attendance {
	ATTENDANCE_NONE = '.',     /* not on the roster, vacant, or not recorded */
	ATTENDANCE_PRESENT = 'P', ATTENDANCE_LATE = 'L', ATTENDANCE_EXCUSED = 'E', ATTENDANCE_ABSENT = 'A',
};
enum attendance attendance_of(const struct member *member);
/* "present", "late", "excused", "absent": as programs read it; NULL for none. */
const char *attendance_name(enum attendance attendance);

struct attendance_row {
	char *seat, *name;
	char *marks;               /* enum attendance, one for each meeting of the sheet */
	int meetings;              /* of the sheet, in which the seat was on the roster, held by this person, and recorded */
	int present, late, remote, excused, absent;
	int in_a_row;              /* absences that count, in a row, up to the last meeting */
	int within;                /* absences that count within the rule's months before the last meeting */
	bool over;                 /* reaches the rule */
};
/*
 * meetings: const struct meeting *, oldest first, of one body. The sheet begins with the first meeting called on or after `from`
 * (DAY_UNKNOWN: all); those before it take part in the rule, which looks back over the turn of a year. Regular and advisory seats in
 * roster order, the latest roster first; alternates are not expected and not listed. Owned rows. The rule is that of the last meeting.
 */
GPtrArray *attendance_sum(const GPtrArray *meetings, day_t from);

#endif
