/* What writing and reading the frozen text share. */
#ifndef DAIS_DOMAIN_FROZEN_PRIVATE_H
#define DAIS_DOMAIN_FROZEN_PRIVATE_H

/*
 * The rules that are numbers, in the order of their line, with the least and the most that is believed. Words of enums are
 * frozen as their numbers, here and in the other lines: journals outlive programs, so a new word goes to the end of its enum.
 */
#define FROZEN_RULE_LIST(X) \
	X(quorum.kind, 0, QUORUM_PERCENT_PLUS) X(quorum.count, 0, 1000) X(quorum.percent, 0, 100) \
	X(abstention, 0, ABSTENTION_CONCURS) X(recusal_present, 0, 1) X(recusal_leaves, 0, 1) X(tie, 0, TIE_NO_ACTION) \
	X(chair, 0, CHAIR_ON_TIES) X(roll, 0, ROLL_ROTATING) X(chair_last, 0, 1) X(second, 0, 1) X(amend_depth, 0, 1000) \
	X(reveal, 0, REVEAL_LIVE) X(speaker_seconds, 0, 86400) X(speaker_warning, 0, 86400) X(interpreter_factor, 1, 1000) \
	X(absences_in_a_row, 0, 1000) X(absences_within, 0, 1000) X(absences_months, 0, 1000) X(excused_counts, 0, 1)

#endif
