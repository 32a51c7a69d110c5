/* iCalendar files (RFC 5545), by libical. */
#ifndef DAIS_EXCHANGE_CALENDAR_H
#define DAIS_EXCHANGE_CALENDAR_H

#include <stdbool.h>
#include <stdio.h>
#include "base/date.h"

/* Texts are as they came: they are cleaned and escaped here. */
struct calendar_event {
	const char *uid;              /* the same for the same meeting, whatever changes */
	const char *summary, *location, *description;     /* NULL: none */
	const char *lang;             /* of the texts; NULL: of several */
	instant_t starts, ends;       /* ends 0: not known */
	instant_t modified;           /* the last change that is known; 0: none */
	instant_t stamp;              /* when this file is made; written where no change is known */
	int sequence;                 /* rises with every change */
	bool cancelled;
};
/* One calendar with one event, times in UTC. */
void calendar_write(FILE *out, const struct calendar_event *event);

#endif
