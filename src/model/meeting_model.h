/* A meeting as its journal tells it, kept up by reading what was added; and who holds the record. */
#ifndef DAIS_MODEL_MEETING_MODEL_H
#define DAIS_MODEL_MEETING_MODEL_H

#include "domain/meeting.h"
#include "store/clerk_lock.h"
#include "store/store.h"

struct meeting_model {
	id_t64 id;                       /* of the meeting; 0: there is none */
	struct meeting_record record;    /* as the database has it, before the call to order */
	GPtrArray *items;                /* struct agenda_item *, as the database has them */
	struct meeting *meeting;         /* the state; phase PHASE_NONE before the call */
	bool clerk_here;                 /* a living program holds the record */
	struct clerk_holder clerk;       /* when clerk_here */
	GPtrArray *disclosures;          /* struct disclosure_record * of the body that meets, those in force */
	int reveal;                      /* votes on the projector as the clerk wishes: 0 as the rules say, 1 live, 2 when complete */
	char *broken;                    /* the journal cannot be read on from here: why; the state before it stands. NULL */
};
/* meeting 0: the one in session, else the next one by the board's clock, else the last. NULL with error. */
struct meeting_model *meeting_model_load(struct store *store, const struct board *board, id_t64 meeting, instant_t now, GError **error);
/* Reads what was added since and who records; *changed when anything did. The state never goes back. */
bool meeting_model_catch_up(struct meeting_model *model, struct store *store, bool *changed, GError **error);
/* What somebody on the roster disclosed that concerns an item: the n-th of them, and whose it is (index of the member); NULL beyond the last. */
const struct disclosure_record *meeting_model_disclosure(const struct meeting_model *model, int item, unsigned n, int *member);
void meeting_model_free(struct meeting_model *model);

#endif
