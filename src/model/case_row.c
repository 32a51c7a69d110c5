#include "model/case_list.h"

static char *label(struct lexicon *lexicon, int word, int body, const char *lang)
{
	return g_strdup(lexicon_label(lexicon, word, body, lang));
}

void case_row_fill(struct case_row *row, const struct case_facts *facts, const char *number, struct lexicon *lexicon, day_t today, const char *lang)
{
	day_t to = facts->open ? today : facts->closed;
	bool aged = facts->received != DAY_UNKNOWN && to != DAY_UNKNOWN && to >= facts->received;
	*row = (struct case_row) {
		.id = facts->id,
		.number = g_strdup(number ? number : ""),
		.class = label(lexicon, facts->class, facts->body, lang),
		.district = label(lexicon, facts->district, facts->body, lang),
		.state = label(lexicon, facts->state, facts->body, lang),
		.kind = label(lexicon, facts->kind, facts->body, lang),
		.channel = label(lexicon, facts->channel, facts->body, lang),
		.source = label(lexicon, facts->source, facts->body, lang),
		.body = label(lexicon, facts->body, facts->body, lang),
		.received = facts->received, .occurred = facts->occurred, .closed = facts->closed, .due = facts->due,
		.age = aged ? to - facts->received : -1,
		.open = facts->open,
		.overdue = facts->open && facts->due != DAY_UNKNOWN && facts->due < today,
		.priority = facts->priority,
	};
}

void case_row_clear(struct case_row *row)
{
	g_free(row->number);
	g_free(row->class);
	g_free(row->district);
	g_free(row->state);
	g_free(row->kind);
	g_free(row->channel);
	g_free(row->source);
	g_free(row->body);
	*row = (struct case_row) { 0 };
}
