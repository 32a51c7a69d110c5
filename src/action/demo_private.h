/* What the files that fill the demonstration share. */
#ifndef DAIS_ACTION_DEMO_PRIVATE_H
#define DAIS_ACTION_DEMO_PRIVATE_H

#include "action/demo_action.h"
#include "domain/meeting.h"

enum { CHOSEN_MOST = 3, DEMO_PAST = 6 /* held meetings */, DEMO_APART = 28 /* days from one to the next */ };

/* Cases for the agendas, by list: for the coming one those ready for the board, already decided by it, and the oldest open ones of all; then, for
 * each held meeting, those it decided. */
enum { DEMO_READY, DEMO_DECIDED, DEMO_OLDEST, DEMO_CHOICES, DEMO_LISTS = DEMO_CHOICES + DEMO_PAST };
struct chosen { char *number, *title; };      /* number NULL: about no case */

struct fill {
	struct store *store;
	const struct board *board;
	const struct body *body;
	const struct demo_options *options;
	const struct demo *demo;
	instant_t now;
	instant_t past[DEMO_PAST];      /* when the held meetings began, the oldest first */
	id_t64 journals[DEMO_PAST];     /* those of which a journal was written; 0 none */
	struct chosen chosen[DEMO_LISTS][CHOSEN_MOST];
	unsigned n[DEMO_LISTS];
};

/* demo_meetings.c: when a meeting begins on the first working day so many days after (before) now; all meetings with their agendas and, of those
 * held, the journals, in the caller's transaction. */
instant_t demo_meetings_time(const struct fill *fill, int days);
bool demo_meetings_write(struct fill *fill, GError **error);

/* demo_record.c: what the board took up at held meeting `past`, as its agenda says; NULL: there is none. In the reader's language. */
const char *demo_record_matter(unsigned past);
/* The journal of held meeting `past`, whose row and agenda are written, as a clerk would have recorded it, and in that of the meeting before it
 * (NULL: none) that its minutes were approved. Where the rules of the body refuse what the script says, that is left out; a body of whose
 * voting seats nobody can preside has no journal. Gives the meeting as recorded in *out (NULL: no journal). False: not written. */
bool demo_record_write(struct fill *fill, unsigned past, id_t64 id, struct meeting *before, struct meeting **out, GError **error);

/* demo_recommendations.c: a register with a recommendation in each state, in the caller's transaction. */
bool demo_recommendations_write(struct fill *fill, GError **error);

#endif
