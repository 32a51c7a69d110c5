/*
 * The fields of a case as data: one row serves the filter language, the columns of lists, the sort menu, CSV
 * headings and the manual. Adding a field: one line here, its value in case_field_text or the model's index.
 */
#ifndef DAIS_DOMAIN_CASE_FIELD_H
#define DAIS_DOMAIN_CASE_FIELD_H

#include <stdbool.h>

enum field_type {
	FIELD_TEXT,      /* number, words of the summary */
	FIELD_WORD,      /* a word of a vocabulary; several per case for allegation fields */
	FIELD_DAY,       /* a date: 2019, 2019-05, 2019-05-03 and ranges of these */
	FIELD_NUMBER,    /* an integer and ranges */
	FIELD_FLAG,      /* yes or no */
};

/* X(enum suffix, key in filters and CSV, title of the column, type, sortable, help) */
#define CASE_FIELD_LIST(X) \
	X(NUMBER, "number", N_("CASE"), FIELD_TEXT, true, N_("case number, or its beginning")) \
	X(CLASS, "class", N_("ALLEGATION"), FIELD_WORD, true, N_("class of any of its allegations")) \
	X(MAIN, "main", N_("MAIN CLASS"), FIELD_WORD, false, N_("class of the case itself, under which charts count it")) \
	X(DISTRICT, "district", N_("DISTRICT"), FIELD_WORD, true, N_("district")) \
	X(AGE, "age", N_("AGE"), FIELD_NUMBER, true, N_("days open: to today, or to the day it was closed")) \
	X(DUE, "due", N_("DEADLINE"), FIELD_DAY, true, N_("day by which it is due")) \
	X(STATE, "state", N_("STAGE"), FIELD_WORD, true, N_("state in the workflow; also open and closed")) \
	X(RECEIVED, "received", N_("RECEIVED"), FIELD_DAY, true, N_("day it was received")) \
	X(CLOSED, "closed", N_("CLOSED"), FIELD_DAY, true, N_("day it was closed")) \
	X(OCCURRED, "occurred", N_("OCCURRED"), FIELD_DAY, true, N_("day of the incident")) \
	X(KIND, "kind", N_("KIND"), FIELD_WORD, true, N_("complaint, review, observation, commendation, incident")) \
	X(CHANNEL, "channel", N_("CHANNEL"), FIELD_WORD, true, N_("how it came in")) \
	X(SOURCE, "source", N_("SOURCE"), FIELD_WORD, true, N_("who sent it")) \
	X(BODY, "body", N_("BODY"), FIELD_WORD, true, N_("body it belongs to")) \
	X(PRIORITY, "priority", N_("PRIORITY"), FIELD_NUMBER, true, N_("priority; higher comes first")) \
	X(OVERDUE, "overdue", N_("OVERDUE"), FIELD_FLAG, false, N_("open and past its deadline")) \
	X(FINDING, "finding", N_("FINDING"), FIELD_WORD, false, N_("finding at any stage, of any allegation")) \
	X(FINDING_INVESTIGATOR, "finding.investigator", N_("INVESTIGATOR"), FIELD_WORD, false, N_("the investigator's finding")) \
	X(FINDING_BOARD, "finding.board", N_("BOARD"), FIELD_WORD, false, N_("the board's finding")) \
	X(FINDING_CHIEF, "finding.chief", N_("CHIEF"), FIELD_WORD, false, N_("the chief's finding")) \
	X(FINDING_FINAL, "finding.final", N_("FINAL"), FIELD_WORD, false, N_("the final finding")) \
	X(DISAGREES, "disagrees", N_("DISAGREES"), FIELD_FLAG, false, N_("the chief's finding differs from the board's")) \
	X(DETAIL, "detail", N_("DETAIL"), FIELD_WORD, false, N_("detail of any of its allegations")) \
	X(TEXT, "text", N_("TEXT"), FIELD_TEXT, false, N_("words of the number, the summary and the allegations"))

enum case_field {
#define X(id, key, title, type, sortable, help) CASE_FIELD_##id,
	CASE_FIELD_LIST(X)
#undef X
	CASE_FIELDS
};

struct case_field_info { const char *key, *title, *help; enum field_type type; bool sortable; };
const struct case_field_info *case_field_info(enum case_field field);
/* The field with this key, or CASE_FIELDS. */
enum case_field case_field_find(const char *key);

#endif
