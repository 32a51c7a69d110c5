/* What the files that make journals of published meetings share. */
#ifndef DAIS_DOMAIN_PUBLISHED_PRIVATE_H
#define DAIS_DOMAIN_PUBLISHED_PRIVATE_H

#include "domain/published.h"

struct place {
	const struct published_member *member;
	bool here, seated;
	bool unclear;                  /* said something that is not understood: perhaps here, perhaps not */
};
struct writing {
	const struct published_meeting *meeting;
	const char *body;
	GPtrArray *events;
	GPtrArray *named;              /* struct published_member *: the roster, where none was published */
	GArray *places;                /* struct place, in the order of the roster */
	GHashTable *index;             /* seat or name, as the meeting names its members -> place, from 1 */
	GHashTable *recused;           /* "ITEM SEAT": in force */
	int item, motions, votes;      /* the open one; how many there are */
	int done;                      /* items up to here were gone through */
	instant_t at;                  /* of what is added next */
};

/* An event more; texts that are given away are copied. The writing owns it. */
struct meeting_event *published_event_add(struct writing *writing, enum meeting_event_kind kind, const char *seat, const char *word, const char *text);

/* published_roster.c: the roster that was published, else everybody who is named; who was in the room. published_roster_clear frees it. */
void published_roster_find(struct writing *writing);
void published_roster_clear(struct writing *writing);
/* Of a member as the meeting names it; NULL. */
struct place *published_roster_place(const struct writing *writing, const char *word);
/* The frozen text of the call to order; g_free. */
char *published_roster_freeze(const struct writing *writing, const struct board *board, const struct body *body);
/* How many items are in it: those at the end that were added in the meeting ("+11") come in by events. */
guint published_items_frozen(const struct published_meeting *meeting);
/* The events of the roll call. */
void published_roster_call(struct writing *writing);

#endif
