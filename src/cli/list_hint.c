/* Nothing was found: was a word of the filter misspelt? */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/list.h"
#include "domain/filter.h"

static const char *vocabulary_of(enum case_field field)
{
	switch (field) {
	case CASE_FIELD_CLASS:
	case CASE_FIELD_MAIN: return "class";
	case CASE_FIELD_DISTRICT: return "district";
	case CASE_FIELD_CHANNEL: return "channel";
	case CASE_FIELD_KIND: return "kind";
	case CASE_FIELD_FINDING:
	case CASE_FIELD_FINDING_INVESTIGATOR:
	case CASE_FIELD_FINDING_BOARD:
	case CASE_FIELD_FINDING_CHIEF:
	case CASE_FIELD_FINDING_FINAL: return "finding";
	default: return NULL;
	}
}

static void add_labels(GPtrArray *words, const char *id, const struct labels *labels)
{
	g_ptr_array_add(words, text_fold(id));
	for (unsigned i = 0; i < labels->n; i++)
		g_ptr_array_add(words, text_fold(labels->v[i].text));
}

static void add_states(GPtrArray *words, const struct board *board)
{
	g_ptr_array_add(words, g_strdup("open"));
	g_ptr_array_add(words, g_strdup("closed"));
	for (guint w = 0; w < board->workflows->len; w++) {
		const struct workflow *workflow = board->workflows->pdata[w];
		for (guint i = 0; i < workflow->states->len; i++) {
			const struct state *state = workflow->states->pdata[i];
			add_labels(words, state->id, &state->label);
		}
	}
}

/* All words of the board for a field, NULL at the end; none where the board lists none. */
static GPtrArray *known_words(const struct board *board, enum case_field field)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	const char *list = vocabulary_of(field);
	const struct vocabulary *vocabulary = list ? board_vocabulary(board, list) : NULL;
	if (field == CASE_FIELD_STATE)
		add_states(words, board);
	for (guint i = 0; vocabulary && i < vocabulary->terms->len; i++) {
		const struct term *term = vocabulary->terms->pdata[i];
		add_labels(words, term->id, &term->label);
		for (char **alias = term->aliases; *alias; alias++)
			g_ptr_array_add(words, text_fold(*alias));
	}
	g_ptr_array_add(words, NULL);
	return words;
}

static void hint_word(const struct lister *lister, enum case_field field, const char *value)
{
	g_autoptr(GPtrArray) words = known_words(lister->board, field);
	const char *const *list = (const char *const *) words->pdata;
	const char *near = g_strv_contains(list, value) ? NULL : text_nearest(value, list);
	if (!near)
		return;
	g_autofree char *shown = text_clean(value, -1, lister->ascii ? TEXT_ASCII : TEXT_CLEAN_LINE);
	g_autofree char *meant = text_clean(near, -1, lister->ascii ? TEXT_ASCII : TEXT_CLEAN_LINE);
	const char *quote = strchr(meant, ' ') ? "\"" : "";
	fprintf(stderr, _("dais: the board has no '%s'; did you mean %s:%s%s%s?\n"), shown, case_field_info(field)->key, quote, meant, quote);
}

void list_hint(const struct lister *lister)
{
	g_autoptr(filter_t) filter = lister->filter ? filter_parse(lister->filter, NULL, NULL) : NULL;
	for (unsigned i = 0; filter && i < filter->n; i++) {
		const struct filter_clause *clause = &filter->clauses[i];
		for (char **value = clause->negated ? NULL : clause->values; value && *value; value++)
			hint_word(lister, clause->field, *value);
	}
}
