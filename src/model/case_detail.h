/* One case with everything known about it, for the detail pane. */
#ifndef DAIS_MODEL_CASE_DETAIL_H
#define DAIS_MODEL_CASE_DETAIL_H

#include "domain/board.h"
#include "store/case_file.h"
#include "store/raw_store.h"

struct case_stage { char *label; int days; bool current, reached; };

struct case_clock_line { char *label, *words; bool late; };

struct case_detail {
	struct case_record record;
	int age;                      /* days; -1 */
	int overdue;                  /* days past the deadline of an open case; 0 not overdue */
	GPtrArray *stages;            /* struct case_stage *: the path by its events, in order */
	GPtrArray *allegations;       /* struct allegation_record *, words as labels */
	GPtrArray *persons;           /* struct person_record *: complainants and subjects */
	GPtrArray *events;            /* struct case_event * */
	GPtrArray *raw;               /* struct raw_record *: of the case and its allegations, without repetition */
	GPtrArray *clocks;            /* struct case_clock_line *: where those that were started stand */
	char *assigned;               /* who has it; NULL nobody */
	char *state_label, *class_label, *district_label, *channel_label, *kind_label, *state_explain;
};
/* now: for the age, the deadline and the clocks. */
struct case_detail *case_detail_load(struct store *store, const struct board *board, const char *lang, instant_t now, id_t64 id, GError **error);
void case_detail_free(struct case_detail *detail);

#endif
