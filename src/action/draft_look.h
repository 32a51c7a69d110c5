/* What a CSV file looks like: its headings, and of each column the values, dates and numbers. For `dais map`. */
#ifndef DAIS_ACTION_DRAFT_LOOK_H
#define DAIS_ACTION_DRAFT_LOOK_H

#include <glib.h>
#include <stdbool.h>

enum { LOOK_VALUES = 60, LOOK_PATTERNS = 16, LOOK_YEARS = 200, LOOK_YEAR_0 = 1900 };

struct look_column {
	char *heading;             /* decoded, trimmed */
	char **tokens;             /* its words, small letters: "ctznRace" -> "ctzn", "race" */
	gint64 filled;             /* values that are not blank */
	gint64 numbers, flags;     /* whole numbers; yes and no */
	gint64 low, high;          /* of the numbers */
	gint64 length;             /* bytes of all values */
	gint64 match[LOOK_PATTERNS];       /* how many values each date pattern reads */
	gint64 year[LOOK_PATTERNS][LOOK_YEARS];
	GHashTable *distinct;      /* value -> how often, for up to LOOK_DISTINCT values */
	bool many;                 /* more than that */
	gint64 kinds;              /* distinct values seen, when not many */
};

struct look {
	char *name;                /* base name */
	char separator;
	const char *encoding;
	gint64 rows, ragged;
	struct look_column *columns;
	unsigned n;
	GHashTable *blanks;        /* tokens that mean "not given", as they stand in the file */
};

extern const char *const look_patterns[LOOK_PATTERNS + 1];
struct look *look_at(const char *path, GError **error);
void look_free(struct look *look);
/* The pattern that reads at least nine tenths of a column's values, or -1. */
int look_date(const struct look_column *column);
/* Few words, each of which repeats: a column of a vocabulary. */
bool look_is_words(const struct look *look, const struct look_column *column);
bool look_is_unique(const struct look *look, const struct look_column *column);
/* One of these words (separated by |) is among the words of the heading. */
bool look_has(const struct look_column *column, const char *words);

#endif
