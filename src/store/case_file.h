/* One case with all that a move is judged by: its allegations, events, and what was decided on it in meetings. */
#ifndef DAIS_STORE_CASE_FILE_H
#define DAIS_STORE_CASE_FILE_H

#include "domain/case_flow.h"
#include "store/case_store.h"

struct case_file {
	struct case_record record;
	GPtrArray *allegations;       /* struct allegation_record * */
	GPtrArray *events;            /* struct case_event *, oldest first */
	GPtrArray *force;             /* those in force, borrowed from events */
	GPtrArray *votes;             /* struct case_vote *: decided motions on items about it */
	struct case_view view;        /* over the above */
};
/* NULL with error. with_votes: the journals of the meetings are read, which costs some ms each. */
struct case_file *case_file_load(struct store *store, const struct board *board, id_t64 id, bool with_votes, GError **error);
void case_file_free(struct case_file *file);
typedef struct case_file case_file_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(case_file_t, case_file_free)

#endif
