/* One meeting and its agenda. */
#ifndef DAIS_MODEL_AGENDA_MODEL_H
#define DAIS_MODEL_AGENDA_MODEL_H

#include "domain/board.h"
#include "store/meeting_store.h"

struct agenda_model {
	bool found;                       /* false: no meeting is planned; the rest is empty */
	struct meeting_record meeting;
	char *body_name;
	char *when;                       /* "Mon 16 Dec 2024, 18:00" in the board's zone and the language */
	char *notice;                     /* by when it must be posted and what is left, or when and by whom it was posted, or why it was cancelled; NULL */
	bool notice_pressing;             /* less than a quarter of the time is left, it is late, or there is no meeting */
	bool notice_counts;               /* notice says what is left now: it is out of date with the next minute */
	int days_away;                    /* calendar days from today */
	GPtrArray *items;                 /* struct agenda_item * */
	int minutes;                      /* expected, of all items */
	int length;                       /* planned for the meetings of the body; 0 not given */
	gint64 revision;                  /* the last change of the agenda that is in the items */
	int position, meetings;           /* which of how many meetings, for going to the previous and next one */
};
/* offset 0: the next meeting at or after now; -1 the one before it, 1 the one after ... clamped to what there is. */
struct agenda_model *agenda_model_load(struct store *store, const struct board *board, const char *lang, instant_t now, int offset, GError **error);
/* The offset that shows this meeting; false with error, also when there is no such meeting. */
bool agenda_model_offset(struct store *store, const struct board *board, id_t64 meeting, instant_t now, int *offset, GError **error);
void agenda_model_free(struct agenda_model *model);

#endif
