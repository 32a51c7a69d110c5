/* What `dais list` prints: one member of the table list_things for each kind of row. */
#ifndef DAIS_CLI_LIST_H
#define DAIS_CLI_LIST_H

#include "cli/cli.h"
#include "exchange/table.h"
#include "model/calendar_model.h"

struct list_column { const char *key, *title; bool number, brief, body; };   /* brief: also in the table for people; body: where it is of several bodies */
#define LIST_COLUMNS_MAX 24
#define BRIEF(key_, title_) { .key = key_, .title = title_, .number = false, .brief = true }
#define BRIEF_NUMBER(key_, title_) { .key = key_, .title = title_, .number = true, .brief = true }
#define BODY_COLUMN { .key = "body", .title = N_("BODY"), .body = true }
#define EXTRA(key_, title_) { .key = key_, .title = title_, .number = false, .brief = false }
#define EXTRA_NUMBER(key_, title_) { .key = key_, .title = title_, .number = true, .brief = false }

struct lister {
	struct store *store;
	const struct board *board;
	const char *lang;
	const char *filter, *sort;      /* as given; NULL none */
	enum table_format format;
	instant_t now;
	day_t today;
	const char *body;               /* id; NULL: every body */
	day_t on;                       /* how it was on this day; today where none was given */
	int year;                       /* of a sheet; 0: that of the last meeting */
	int width;                      /* cells of the terminal; 0 unlimited */
	bool ascii;
	struct table *table;
	struct table_column shown[LIST_COLUMNS_MAX];
	gint64 rows;                    /* printed so far */
	unsigned where;                 /* byte of the filter where a mistake is */
};

struct list_thing {
	const char *name;               /* "cases" */
	const char *none;               /* "no cases found" */
	bool filters;                   /* takes --filter and --sort */
	bool years;                     /* takes --year */
	bool days;                      /* takes --on */
	bool bodies;                    /* takes --body */
	bool (*print)(struct lister *lister, GError **error);
};
extern const struct list_thing list_things[];     /* ends with a NULL name */

/* Opens the table with the columns this format shows; print() ends it. columns end with a NULL key. */
void list_begin(struct lister *lister, const struct list_column *columns);
/* Prints one row: values in the order of columns (all of them). False when nobody reads the output any more. */
bool list_row(struct lister *lister, const struct list_column *columns, const char *const *values);
/* The word as it is stored for programs, its label for people. */
const char *list_word(const struct lister *lister, const char *body, const char *list, const char *word);

/* On stderr, after nothing was found: the word of the board that a word of the filter may have been meant for. */
void list_hint(const struct lister *lister);

bool list_cases(struct lister *lister, GError **error);
bool list_allegations(struct lister *lister, GError **error);
bool list_attendance(struct lister *lister, GError **error);
bool list_docket(struct lister *lister, GError **error);
bool list_force(struct lister *lister, GError **error);
bool list_recommendations(struct lister *lister, GError **error);
bool list_seats(struct lister *lister, GError **error);
bool list_sources(struct lister *lister, GError **error);
bool list_meetings(struct lister *lister, GError **error);
/* The rows of a calendar (struct calendar_row *); the caller ends the table. */
void list_calendar(struct lister *lister, const GPtrArray *rows);

/* What a lister needs of an open database, and of the terminal. */
void list_open(struct lister *lister, struct store *store, const struct board *board, instant_t now);
/* The format of this name, table without one; false with error when there is none of it. */
bool list_format(const char *name, enum table_format *format, GError **error);

#endif
