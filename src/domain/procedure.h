/*
 * Rules of procedure as data: thresholds, kinds of motions, quorum and the choices a body makes about abstentions, recusals,
 * ties and the chair. config/board_rules reads them from the board file (fixtures/procedure.conf holds the usual ones, with
 * their sources); the call to order freezes them into the journal (domain/frozen.h). No legal number stands in C.
 */
#ifndef DAIS_DOMAIN_PROCEDURE_H
#define DAIS_DOMAIN_PROCEDURE_H

#include <glib.h>
#include <stdbool.h>
#include "domain/labels.h"

/* What a share is counted of (DOMAIN.md 1.3). */
#define VOTE_BASE_LIST(X) \
	X(CAST, "cast")             /* Y + N */ \
	X(PRESENT, "present")       /* P: voting members present, abstainers too; the recused by recusal_present, the untrained by training.present */ \
	X(IN_OFFICE, "in_office")   /* M: voting seats that are held */ \
	X(SEATS, "seats")           /* S: voting seats, vacant ones too */
enum vote_base {
#define X(id, name) BASE_##id,
	VOTE_BASE_LIST(X)
#undef X
	VOTE_BASES
};

/* A share without rounding: num/den of a base, reached or (more_than) exceeded. 9 of 17 is more than 1/2. */
struct vote_share { int num, den; bool more_than; enum vote_base base; };

enum threshold_kind {
	THRESHOLD_SHARE,         /* Y against share; a share of nothing is never reached: Y > 0 is always needed */
	THRESHOLD_FIXED,         /* Y >= count, whatever the others do (also: a minority that may send a case back) */
	THRESHOLD_ALL,           /* every one of the base said yes, and somebody did */
	THRESHOLD_NO_OBJECTION,  /* unanimous consent: nobody objected; nobody needs to say yes */
	THRESHOLD_ANY_OF,        /* one of several suffices */
	THRESHOLD_ALL_OF,        /* all of several are needed */
	THRESHOLD_WHEN,          /* part 0 where enough are present (when, counted of P), else part 1: urgency of an unposted item */
};

struct threshold {
	char *id;
	struct labels label;     /* "two thirds of those present" */
	char *source;            /* "Gov. Code 54954.2(b)(2)"; NULL */
	enum threshold_kind kind;
	struct vote_share share;      /* SHARE; ALL: its base */
	int count;               /* FIXED */
	GPtrArray *parts;        /* ANY_OF, ALL_OF, WHEN: const struct threshold *, of the same procedure, defined before; else NULL */
	struct vote_share when;       /* WHEN: P against this share of its base */
};

/* Where a motion stands among the others. */
#define MOTION_CLASS_LIST(X) \
	X(MAIN, "main")              /* brings business; only while nothing is pending */ \
	X(SUBSIDIARY, "subsidiary")  /* helps to deal with what is pending */ \
	X(PRIVILEGED, "privileged")  /* about the meeting itself; also while something is pending */ \
	X(INCIDENTAL, "incidental")  /* arises out of what is going on and is decided at once */ \
	X(RETURN, "return")          /* brings a question back: take from the table, reconsider, rescind */
enum motion_class {
#define X(id, name) MOTION_CLASS_##id,
	MOTION_CLASS_LIST(X)
#undef X
	MOTION_CLASSES
};

/* What happens when a motion is carried (domain/meeting_effect.c). */
#define MOTION_EFFECT_LIST(X) \
	X(NONE, "none")                  /* it is adopted, nothing else */ \
	X(AMEND, "amend")                /* the wording of its target changes */ \
	X(POSTPONE, "postpone")          /* what is pending is put off to a time or meeting */ \
	X(KILL, "kill")                  /* postponed indefinitely */ \
	X(REFER, "refer")                /* sent to a committee */ \
	X(TABLE, "table")                /* laid on the table with all that adheres to it */ \
	X(TAKE, "take")                  /* taken from the table */ \
	X(LIMIT, "limit")                /* debate limited or extended */ \
	X(CLOSE_DEBATE, "close_debate")  /* the previous question */ \
	X(RECONSIDER, "reconsider")      /* a decided motion is pending again */ \
	X(RESCIND, "rescind")            /* something adopted is taken back */ \
	X(DIVIDE, "divide")              /* the question is taken in parts */ \
	X(SUSPEND, "suspend")            /* a rule is suspended */ \
	X(RECESS, "recess") \
	X(ADJOURN, "adjourn") \
	X(APPEAL, "appeal")              /* carried: the chair's ruling stands */ \
	X(RULING, "ruling")              /* point of order, question of privilege: the chair rules, no vote */ \
	X(WITHDRAW, "withdraw")          /* its target is withdrawn */ \
	X(CONSENT, "consent")            /* adopts the consent calendar: every item on it that was not pulled */ \
	X(CLOSED_SESSION, "closed_session") \
	X(URGENCY, "urgency")            /* an item that was not posted may be acted upon */ \
	X(MINUTES, "minutes")            /* minutes of an earlier meeting are approved */
enum motion_effect {
#define X(id, name) EFFECT_##id,
	MOTION_EFFECT_LIST(X)
#undef X
	MOTION_EFFECTS
};

struct motion_kind {
	char *id;                        /* "main", "amend", "previous_question"; clerks pick it by label */
	struct labels label;             /* "lay on the table" */
	enum motion_class class;
	int rank;                        /* subsidiary, privileged: yields to pending motions of a higher rank (RONR 5) */
	enum motion_effect effect;
	const struct threshold *threshold;   /* NULL: the chair rules, there is no vote */
	bool second, debatable, amendable;
	bool without_quorum;             /* in order when the quorum is lost */
	bool prevailing;                 /* only by one who voted on the prevailing side (RONR 37) */
	bool once_per_target;            /* the same target cannot be the object of it again (reconsider) */
};

enum quorum_kind { QUORUM_SHARE, QUORUM_FIXED, QUORUM_PERCENT_PLUS };
struct quorum_rule {
	enum quorum_kind kind;
	struct vote_share share;              /* SHARE; PERCENT_PLUS: only its base */
	int count;                       /* FIXED; PERCENT_PLUS: the constant added ("50 % + 1") */
	int percent;                     /* PERCENT_PLUS: of the base, rounded down, then + count */
};

/* Each with its name in the board file, its number in the enum. */
enum abstention_rule { ABSTENTION_IGNORED, ABSTENTION_IN_BASE /* counts where votes cast are counted */, ABSTENTION_CONCURS /* counts as yes */ };
enum tie_rule { TIE_FAILS, TIE_NO_ACTION /* lost, and the matter may not come back before the body allows it */ };
enum chair_rule { CHAIR_VOTES /* like anyone */, CHAIR_WHEN_DECISIVE /* only when it changes the result */, CHAIR_ON_TIES };
enum roll_order { ROLL_SEATS /* as in the board file */, ROLL_ALPHABETICAL, ROLL_ROTATING /* by one seat each vote */ };
enum reveal { REVEAL_COMPLETE /* votes on the projector when all are in */, REVEAL_LIVE };

/* What a seat has to learn, and what it may not do before (DOMAIN.md 1.4: training gates). domain/training.h looks at it. */
enum training_gate {
	TRAINING_GATE_ASSIGN = 1,        /* no case is assigned to it */
	TRAINING_GATE_VOTE = 2,          /* it has no vote on an item about a case */
};
struct course {
	char *id;
	struct labels label;
	int months;                      /* it counts for so long; 0: for ever */
};
struct training_rule {
	GPtrArray *courses;              /* struct course *; NULL: the day on the seat alone says that it is trained */
	int hours, months;               /* hours wanted within so many months; 0: none */
	unsigned gate;                   /* enum training_gate */
	bool gate_hours;                 /* lacking hours close the gate as well */
	bool present;                    /* who has no vote for want of training counts as present, for P and for the quorum */
	char *source;                    /* "ordinance 2.61"; NULL */
};

enum clock_unit { CLOCK_HOURS, CLOCK_DAYS, CLOCK_BUSINESS_DAYS, CLOCK_MONTHS, CLOCK_YEARS };

/* When a recommendation has to be answered, from the day it was made, again and again until an answer closes it. */
struct answer_step {
	char *id;
	struct labels label;
	int length;                      /* in units, > 0 */
	enum clock_unit unit;
	bool reason;                     /* an answer that does not close it needs words */
};
struct recommendation_rule {
	GPtrArray *steps;                /* struct answer_step *; NULL: none has to be answered */
	char *source;                    /* NULL */
};

/* DOMAIN.md 1.2 [S18]: a roll call is asked for at meetings like these. */
enum roll_call { ROLL_CALL_REMOTE = 1 /* while a member takes part remotely */, ROLL_CALL_EMERGENCY = 2 };

/* How long a seat is held. */
struct term_rule {
	bool holdover;                   /* who has no successor serves on when the term is over */
	int soon_days;                   /* a term that ends within so many days is pointed out; 0: none is */
	int most;                        /* terms in a row that one person may serve; 0: no limit */
};

struct rules {
	struct quorum_rule quorum;
	enum abstention_rule abstention;
	bool recusal_present;            /* a recused member counts as present, for P and for the quorum */
	bool recusal_leaves;             /* a recused member must leave the room */
	enum tie_rule tie;
	enum chair_rule chair;
	enum roll_order roll;
	bool chair_last;
	bool second;                     /* false: no motion needs a second (small boards, RONR 49:21) */
	int amend_depth;                 /* how deep amendments may be stacked; the usual rule is 2 */
	int continued_days;              /* an item that was posted for a meeting at most so many calendar days earlier and continued by it may be
	                                  * acted upon though it was not posted for this one; 0: never (Brown Act: 5, Gov. Code 54954.2(b)(3)) */
	enum reveal reveal;
	unsigned roll_call;              /* enum roll_call: when every vote is taken by roll call, and by nothing else */
	int speaker_seconds;             /* 0: no limit */
	int speaker_warning;             /* seconds left at which the clock warns */
	int interpreter_factor;          /* the limit is multiplied by it for a speaker with an interpreter */
	/* Absences that vacate a seat: so many in a row, or so many within months; 0: no such rule. Excused ones do not count unless said. */
	int absences_in_a_row, absences_within, absences_months;
	bool excused_counts;
	struct term_rule terms;
	struct training_rule training;
	struct recommendation_rule recommendations;
	char *source;                    /* "bylaw 5.3"; NULL */
};

/* All of it. */
struct procedure {
	GPtrArray *thresholds;           /* struct threshold * */
	GPtrArray *kinds;                /* struct motion_kind *, in the order they are offered */
	struct rules rules;
};
struct procedure *procedure_new(void);
/* The same once more, pointing at its own thresholds. */
struct procedure *procedure_copy(const struct procedure *procedure);
void procedure_free(struct procedure *procedure);
void threshold_free(struct threshold *threshold);
void motion_kind_free(struct motion_kind *kind);
void course_free(struct course *course);
/* Empties it; a rule of zeros asks for nothing. */
void training_rule_clear(struct training_rule *rule);
void answer_step_free(void *step);
void recommendation_rule_clear(struct recommendation_rule *rule);
typedef struct procedure procedure_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(procedure_t, procedure_free)

const struct threshold *procedure_threshold(const struct procedure *procedure, const char *id);   /* or NULL */
/* The classes in which an effect makes sense, a bit each (1 << enum motion_class): what brings a question back needs one to bring back. */
unsigned motion_effect_classes(enum motion_effect effect);
const struct motion_kind *procedure_kind(const struct procedure *procedure, const char *id);      /* or NULL */
/* The first kind with this effect, or NULL. */
const struct motion_kind *procedure_effect(const struct procedure *procedure, enum motion_effect effect);

#endif
