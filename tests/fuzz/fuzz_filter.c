/* Any text as a filter: a mistake has a place and a clean message, and what is understood means the same when it is read again. */
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "domain/filter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_clause(const char *text, const struct filter_clause *clause)
{
	g_assert(clause->start < clause->end && clause->end <= strlen(text));
	g_assert(clause->field < CASE_FIELDS);
	if (clause->values)
		g_assert(clause->values[0] && *clause->values[0]);
	else
		g_assert(clause->low <= clause->high);
	g_autofree char *alone = g_strndup(text + clause->start, clause->end - clause->start);
	g_autoptr(filter_t) again = filter_parse(alone, NULL, NULL);
	g_assert(again && again->n == 1 && filter_clause_equal(clause, &again->clauses[0]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup((const char *) data, size);
	unsigned where = 0;
	g_autoptr(GError) error = NULL;
	g_autoptr(filter_t) filter = filter_parse(text, &where, &error);
	if (!filter) {
		g_assert(g_error_matches(error, DAIS_ERROR, DAIS_ERROR_USAGE));
		g_assert(where <= strlen(text) && text_is_clean(error->message, TEXT_CLEAN_LINE));
		return 0;
	}
	g_assert(!error && !strcmp(filter->text, text));
	for (unsigned i = 0; i < filter->n; i++)
		check_clause(text, &filter->clauses[i]);
	return 0;
}
