/* Allegations on which the chief's finding means something else than the board's, both given and neither pending (as case_findings_differ). */
#ifndef DAIS_MODEL_DISAGREEMENTS_H
#define DAIS_MODEL_DISAGREEMENTS_H

#include "model/case_table.h"
#include "model/lexicon.h"

struct disagreements {
	const struct case_table *table;
	struct lexicon *lexicon;
	int body, board, chief;       /* the last that were compared: mostly the next are the same */
	bool differ;
};

static inline struct disagreements disagreements_of(const struct case_table *table, struct lexicon *lexicon)
{
	return (struct disagreements) { .table = table, .lexicon = lexicon };
}

static inline bool disagreements_found(const struct disagreements *compare, int word, int body)
{
	const struct term *term = lexicon_term(compare->lexicon, word, body);
	return !term || !(term->flags & TERM_PENDING);
}

static inline bool disagreements_at(struct disagreements *compare, guint32 said)
{
	const struct case_table *table = compare->table;
	int board = table->said_word[SAID_FINDING + STAGE_BOARD][said], chief = table->said_word[SAID_FINDING + STAGE_CHIEF][said];
	if (!board || !chief || board == chief)
		return false;
	int body = table->word[CASE_BODY][table->said_case[said]];
	if (board != compare->board || chief != compare->chief || body != compare->body) {
		compare->differ = lexicon_group(compare->lexicon, board, body) != lexicon_group(compare->lexicon, chief, body)
			&& disagreements_found(compare, board, body) && disagreements_found(compare, chief, body);
		compare->board = board;
		compare->chief = chief;
		compare->body = body;
	}
	return compare->differ;
}

#endif
