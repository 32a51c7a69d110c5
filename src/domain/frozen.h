/*
 * What is frozen at the call to order, as one text in the journal: the meeting, its roster, its agenda and its rules. One line a
 * fact, fields separated by tabs, backslash escapes (\t \n \\); the first field names the line. Written once, read at every replay,
 * so a board file that changes during or after the meeting changes nothing of it.
 */
#ifndef DAIS_DOMAIN_FROZEN_H
#define DAIS_DOMAIN_FROZEN_H

#include "domain/meeting.h"

/* items: struct agenda_item *; NULL none. trainings: struct training_record * of the body; NULL none: with the day on the seat they say
 * who is trained on the day of the meeting (domain/training.h). lang: of seat titles; rules keep every language. Of the record its id and
 * status stay out: the one is the store's, the other changes with the meeting. g_free. */
char *frozen_write(const struct board *board, const struct body *body, const struct meeting_record *record, const GPtrArray *items,
	const GPtrArray *trainings, const char *lang);
/* Fills record, names, zone, procedure, members and items of a new meeting. False: what is wrong, and in which line of the text; the
 * meeting is then good for nothing but meeting_free. */
bool frozen_read(struct meeting *meeting, const char *text, GError **error);

#endif
