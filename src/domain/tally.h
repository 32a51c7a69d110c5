/*
 * Counting votes: pure integer arithmetic over a threshold, the body's rules and the counts of one vote. The formulas and the
 * golden vectors are those of DOMAIN.md 1.3 (RONR 44; Gov. Code 54954.2(b)(2) for urgency). Nothing here knows names or a screen.
 */
#ifndef DAIS_DOMAIN_TALLY_H
#define DAIS_DOMAIN_TALLY_H

#include "domain/procedure.h"

/* Counts of voting members only; advisory seats are counted elsewhere and never here. */
struct tally {
	int yes, no, abstain, recused;
	int silent;          /* present, not asked: a chair who does not vote */
	int untrained;       /* present, not asked: without the training that a vote on a case needs */
	int absent;          /* not there when the roll was called, or out of the room */
	int open;            /* on the roll, still to answer (passed ones too) */
	int in_office;       /* M */
	int seats;           /* S */
};

/* P under the rules: yes + no + abstain + silent, open ones taken as present, the recused and the untrained where the rules count them. */
int tally_present(const struct tally *tally, const struct rules *rules);
/* The size of a base now. */
int tally_base(const struct tally *tally, const struct rules *rules, enum vote_base base);
/* Y and N as the rules see them: an abstention may concur with the motion. */
int tally_yes(const struct tally *tally, const struct rules *rules);

/* Is the threshold met by what is recorded, open ones taken as they are (present, silent)? */
bool threshold_met(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);
/* Of a WHEN: are enough present for its part 0? */
bool threshold_enough(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);

enum vote_result { RESULT_NONE, RESULT_CARRIED, RESULT_FAILED, RESULT_NO_ACTION /* a tie where the rules bar action */ };
const char *vote_result_name(enum vote_result result);        /* "carried", "failed", "no_action"; "" for NONE: as stored */
/* The result once nobody is open; a vote without quorum is none of this function's business. */
enum vote_result tally_result(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);

/* What is still possible over every completion of the roll, each open member free to say yes, no, abstain, be recused or be absent.
 * A chair who is silent may still vote where the rules let it: then its aye is among those that needs counts.
 * Exact for every threshold whose shares are at most the whole and whose WHEN does not depend on the votes cast. */
struct outlook {
	bool can_carry, can_fail;
	int needs;           /* least number of further ayes that carry it whatever the other open members do; -1: not even all of them */
};
struct outlook tally_outlook(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);

/* The arithmetic in one line: "needs 2Y > P: 2x4 = 8 > 7"; what is asked before the colon, what there is behind it, so that
 * the two signs disagree where it failed. any_of, all_of: the parts joined by words; WHEN: the part that holds, and why. Translated; g_free. */
char *tally_arithmetic(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);
/* "1 more aye carries it", "cannot pass any more", "carried whatever the others say"; translated; g_free. */
char *outlook_words(const struct outlook *outlook);
/* What the threshold asks in words with numbers: "4 ayes: more than half of the 7 present"; translated in lang; g_free. */
char *threshold_words(const struct threshold *threshold, const struct tally *tally, const struct rules *rules, const char *lang);

/* The least number that makes a quorum, given members in office and seats. */
int quorum_needed(const struct quorum_rule *quorum, int in_office, int seats);
/* The option with most votes, or -1 on a tie for the first place or when nobody voted: for elections only, it adopts no motion. */
int plurality_winner(const int *votes, int n);
/* Does the chair's one vote change the result? True when yes or no by the chair gives another result than silence; CHAIR_ON_TIES:
 * only when yes equals no, an abstention that concurs being a yes. tally is without the chair, whose place is counted in silent. */
bool chair_decides(const struct threshold *threshold, const struct tally *tally, const struct rules *rules);

#endif
