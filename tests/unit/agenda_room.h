/* A meeting whose agenda two people put together, without a terminal: what both Agenda tests begin with. */
#ifndef DAIS_TESTS_AGENDA_ROOM_H
#define DAIS_TESTS_AGENDA_ROOM_H

#include <string.h>
#include "app/app_private.h"

#define STARTS ((instant_t) 1734998400)      /* 23 December 2024, 18:00 in Riverton */
#define NOW (STARTS - 7 * 86400)

struct room {
	char *folder, *path;
	struct board *board;
	struct store *store[2];
	struct app *app[2];                   /* two people at the same agenda */
	struct canvas *canvas;
	id_t64 meeting;
};
void room_set_up(struct room *room, gconstpointer unused);
void room_tear_down(struct room *room, gconstpointer unused);
/* Another meeting of the board; its id. */
id_t64 room_add_meeting(struct room *room, const char *kind, instant_t starts);
/* The first of the two fills the agenda: it is SPECIAL then. */
void room_begin(struct room *room);
/* One of the two, or the first, types; what is said is room_said then. */
void room_type_as(struct room *room, int who, const char *keys);
void room_type(struct room *room, const char *keys);
const char *room_said(const struct room *room, int who);
/* "1 Call to order, 2 Roll call": as the database has it; g_free. */
char *room_listed(struct room *room);

#define LISTED(room, words) do { g_autofree char *all_ = room_listed(room); g_assert_cmpstr(all_, ==, words); } while (0)
#define SAID(room, words) g_assert_cmpstr(room_said(room, 0), ==, words)
#define SAID_PART(room, who, words) do { if (!strstr(room_said(room, who), words)) g_error("not \"%s\": %s", words, room_said(room, who)); } while (0)

#define SPECIAL "1 Call to , 2 Roll cal, 3 Approval, 4 Disclosu, 5 Public c, 6 Case pre, 7 New busi, 8 Closed s, 9 Adjournm"

#endif
