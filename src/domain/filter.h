/*
 * The one filter language of prompt, command line and saved filters:
 *   words AND together     force takedown
 *   field:value            district:north  class:force,bias (either)  number:C-2024
 *   not                    !state:closed   !refused
 *   ranges                 received:2018..2019  received:2018-05  age:>180  age:30..90  due:<2024-12-01
 *   quotes                 "one camera"  district:"8th precinct"
 *   shorthands             state:open  state:closed  overdue:yes
 * A mistake is told with its place; the text typed so far is never thrown away.
 */
#ifndef DAIS_DOMAIN_FILTER_H
#define DAIS_DOMAIN_FILTER_H

#include <glib.h>
#include <stdbool.h>
#include "base/date.h"
#include "domain/case_field.h"

struct filter_clause {
	enum case_field field;        /* CASE_FIELD_TEXT for bare words */
	bool negated;
	bool phrase;                  /* quoted bare words: match in this order */
	char **values;                /* FIELD_TEXT, FIELD_WORD: folded alternatives, at least one; else NULL */
	gint64 low, high;             /* FIELD_DAY (day_t), FIELD_NUMBER, FIELD_FLAG (1/1 or 0/0): inclusive */
	unsigned start, end;          /* bytes [start, end) of the clause in the text */
};

struct filter {
	char *text;                   /* as typed */
	struct filter_clause *clauses;
	unsigned n;
};
typedef struct filter filter_t;

/*
 * Parses text. On a mistake returns NULL with DAIS_ERROR_USAGE: the message names the field or value and says what
 * would do ("unknown field 'distrct'; did you mean 'district'?"), and *where (may be NULL) is the byte offset.
 * An empty text gives a filter without clauses.
 */
struct filter *filter_parse(const char *text, unsigned *where, GError **error);
void filter_free(struct filter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(filter_t, filter_free)
bool filter_clause_equal(const struct filter_clause *a, const struct filter_clause *b);

#endif
