/*
 * The board: rules and words of one installation, as plain data. config/board_file reads it from the board file;
 * nothing here is ever written back, and no number of law stands in C (DESIGN.md section 4).
 * Ownership: struct board owns everything below it; every pointer handed out is borrowed and lives as long as it.
 */
#ifndef DAIS_DOMAIN_BOARD_H
#define DAIS_DOMAIN_BOARD_H

#include <glib.h>
#include <stdbool.h>
#include "base/date.h"
#include "domain/labels.h"
#include "domain/procedure.h"
#include "domain/record.h"

enum term_flags {
	TERM_SUSTAINED = 1,   /* counts as sustained in shares */
	TERM_MERITS = 2,      /* a finding on the merits: belongs in the share's denominator */
	TERM_PENDING = 4,     /* no finding yet: keeps an allegation open */
	TERM_CLOSES = 8,        /* an answer after which nothing more is asked */
	TERM_REASON = 16,     /* an answer that needs a reason in words */
};

/* One word of a vocabulary: an allegation class, a finding, a district, a channel ... */
struct term {
	char *id;
	struct labels label;
	struct labels explain;    /* plain-language meaning, for ? and for the public */
	char **aliases;           /* other spellings in published data; never NULL */
	unsigned flags;           /* enum term_flags; findings and answers only */
	gint64 population;        /* districts only; 0 unknown */
};

/* A list of terms. Findings may be defined per body: then the body's own list is searched first. */
struct vocabulary {
	char *id;                 /* "class", "finding", "district", "channel", "kind", "force_type", ... */
	GPtrArray *terms;         /* struct term *, in the order of the board file */
	GHashTable *by_word;      /* text_fold(id, alias or any label) -> struct term * */
};
struct vocabulary *vocabulary_new(const char *id);
void vocabulary_free(struct vocabulary *vocabulary);
/* Adds a term (ownership passes) and indexes its id, aliases and labels. Returns NULL, or the term that already
 * holds one of these words, in which case *word is that word (borrowed) and the term was still added to the list. */
const struct term *vocabulary_add(struct vocabulary *vocabulary, struct term *term, const char **word);
/* The term whose id, alias or label is this text (folded), or NULL. vocabulary may be NULL. */
const struct term *vocabulary_find(const struct vocabulary *vocabulary, const char *text);
void term_free(struct term *term);

enum seat_flags { SEAT_VOTING = 1, SEAT_QUORUM = 2, SEAT_ADVISORY = 4, SEAT_CHAIR = 8 };

/* Who held a seat before. */
struct tenure {
	char *holder;
	day_t start, end;         /* of the term; DAY_UNKNOWN where not given */
	day_t ended;              /* last day served where that is not the end of the term; DAY_UNKNOWN */
	char *why;                /* of leaving early; NULL */
};
void tenure_free(struct tenure *tenure);

struct seat {
	char *id;
	char *login;              /* by which the holder logs in: for moves by who has the case; NULL */
	char *holder;             /* NULL: vacant */
	struct labels title;
	unsigned flags;
	char *alternate_for;      /* seat id or NULL */
	day_t term_start, term_end, training_done;   /* DAY_UNKNOWN where not given */
	day_t vacant_since;       /* DAY_UNKNOWN: where it is vacant, since the last of the former holders left */
	GPtrArray *former;        /* struct tenure *, oldest first; NULL none */
	int line;                 /* in the board file */
};

/* A time limit: starts with an event or on entering a state, counted in a unit (domain/clock.h runs it). */
struct clock_rule {
	char *id;
	struct labels label;
	char *starts;             /* "received", "occurred", "disagreement" (the chief's with the board), or a state id */
	int length;               /* in units, > 0 */
	enum clock_unit unit;
	char **pauses;            /* state ids in which it stands still (tolling); never NULL */
	char **stops;             /* state ids, or "answer", that end it; empty: leaving the state that started it, else any terminal state */
	char **restarts;          /* state ids in which it begins anew, with its whole length */
	bool quiet;               /* the board need not deal with it before it ends */
	char *source;             /* where the rule comes from: "bylaw 4.2"; NULL */
};

struct state {
	char *id;
	struct labels label, explain;
	bool initial, terminal;   /* terminal: a case here is closed */
	bool docket;              /* a case here is due for the board */
	int line;
};

/* Who somebody is to the board: "staff", "counsel". Without logins anybody may act in it. */
struct duty {
	char *id;
	struct labels label, explain;
	char **logins;            /* never NULL */
};

struct move {
	char *from, *to;          /* state ids; from "*" is any state that is not terminal */
	char **by;                /* ids of duties that may make it, "assigned" for who has the case; empty: anyone who may write */
	char *vote;               /* motion kind that must have carried, or NULL */
	char **requires;          /* what must be there (domain/case_flow.h lists it); never NULL */
	char **classes;           /* only cases of these classes may take it; empty: all */
	int line;
};

struct workflow {
	char *id;
	struct labels label;
	GPtrArray *states;        /* struct state * */
	GPtrArray *moves;         /* struct move * */
	GPtrArray *clocks;        /* struct clock_rule *; the first one is the case's deadline */
};
/* Empty, with lists that own their elements; a board that holds it frees it. */
struct workflow *workflow_new(void);
struct clock_rule *clock_rule_new(void);      /* the same; its rows of ids are empty */
const struct state *workflow_state(const struct workflow *workflow, const char *id);   /* or NULL */
/* The first state, where new cases begin, and the first terminal one; NULL only in a board that failed its check. */
const struct state *workflow_initial(const struct workflow *workflow);
const struct state *workflow_closed(const struct workflow *workflow);
const struct clock_rule *workflow_clock(const struct workflow *workflow, const char *id);   /* or NULL; both may be NULL */
bool workflow_allows(const struct workflow *workflow, const char *from, const char *to);
/* The day by which a case is due under the first clock, or DAY_UNKNOWN without a clock or without its start day; when a case
 * entered a state is not known here, so a clock that starts with one gives no day.
 * Days and business days (weekends and the board's holidays do not count) only; hours round up to whole days. */
struct board;
day_t workflow_due(const struct workflow *workflow, const struct board *board, day_t received, day_t occurred);

struct agenda_entry {
	char *id;
	struct labels title;
	char *section;            /* "consent", "hearing", ...; may be NULL */
	int minutes;              /* expected; 0 not given */
	bool consent, closed;
	char *prefix;             /* items of the part it heads are numbered on their own, behind it: "CA-"; NULL: with the others */
	char **kinds;             /* the kinds of meetings it stands for: "special"; NULL: all */
	char **docket;            /* reasons (docket_reason_id) of what is due for the board and belongs to this part; NULL none */
	int each;                 /* minutes for each of those; 0 not given */
};

/* The standing paragraphs of every notice and agenda of a body; empty where the board file gives none. */
struct notice_text {
	struct labels posted;          /* where the agenda is posted: the place, the address on the web */
	struct labels interpreter, aids;   /* how to ask for an interpreter, for auxiliary aids and services */
	struct labels speak;           /* how to speak to the body */
};

/* Some seats that deal with a case together. */
struct panel {
	char *id;
	struct labels label;
	char **seats;             /* ids; at least one */
};

struct body {
	char *id;
	struct labels name, short_name;
	const struct body *parent;     /* or NULL */
	GPtrArray *seats;              /* struct seat * */
	GPtrArray *panels;             /* struct panel * */
	struct vocabulary *findings;   /* own list, or NULL: parent's, then the board's */
	const struct workflow *workflow;
	GPtrArray *agenda;             /* struct agenda_entry *: the template */
	GPtrArray *notice;             /* struct notice_rule *: its own; ask board_notice (domain/notice.h) */
	int length;                    /* how many minutes its meetings are planned for; 0 not given */
	struct notice_text notice_text;
	GPtrArray *series;             /* struct meeting_series *: when it meets (domain/calendar.h) */
	struct procedure *procedure;   /* its own rules, or NULL: its parents', then the board's */
	int line;
};
/* Empty, with lists that own their elements; a board that holds it frees it. */
struct body *body_new(void);
void body_free(struct body *body);
/* The entry of its template with this id, or NULL; id may be NULL. */
const struct agenda_entry *body_entry(const struct body *body, const char *id);
/* A title of its template that was written down in one language, in another; a title of no entry stays as it is. body may be NULL. Borrowed. */
const char *body_title(const struct body *body, const char *title, const char *lang);
/* Its seat with this id, or NULL; id may be NULL. */
const struct panel *body_panel(const struct body *body, const char *id);      /* or NULL; body may be NULL */
const struct seat *body_seat(const struct body *body, const char *id);
/* How many seats have this flag, alternates left out; held: only those that somebody holds. */
int body_seats(const struct body *body, unsigned flag, bool held);

struct ageing_limits { int *days; unsigned n; };   /* upper ends of buckets: 30, 90, 180 -> four buckets */

struct board {
	char *path;                    /* of the board file */
	struct labels name;            /* of the installation: "Riverton" */
	char *zone;                    /* IANA time zone; never NULL after a good read */
	char **languages;              /* "en", "es"; at least one */
	GPtrArray *bodies;             /* struct body *; at least one */
	GPtrArray *vocabularies;       /* struct vocabulary *, without the bodies' own findings */
	GPtrArray *workflows;          /* struct workflow * */
	GPtrArray *duties;             /* struct duty *; empty: everybody may do everything */
	struct procedure *procedure;   /* the usual rules of procedure, for bodies without their own; never NULL after a good read */
	GPtrArray *notice;             /* struct notice_rule *, for bodies without their own */
	GArray *holidays;              /* day_t, ascending */
	char **metrics;                /* metric ids shown, in order; the first is the headline */
	struct ageing_limits ageing;
	int docket_days;               /* how far ahead a clock is due for the board where no two meetings are planned */
	int filling_days;              /* the last days in which counts still fill up; a month touched by them is "still filling" */
	int brief_words;               /* how many words the description of an agenda item should have at most; 0: no such rule */
	unsigned unexplained;          /* states and words that nothing explains, so that ? cannot say what they mean */
	int suppress_below;            /* counts from 1 to this minus 1 are not published; 0: none */
};
struct board *board_new(void);
void board_free(struct board *board);
typedef struct board board_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(board_t, board_free)

const struct body *board_body(const struct board *board, const char *id);              /* or NULL */
/* The same for a name that somebody gave; NULL: an error that says which there are. */
const struct body *board_named_body(const struct board *board, const char *id, GError **error);
/* "pob, harbour": the ids that can be given, for a message; g_free. */
char *board_body_ids(const struct board *board);
/* The body of this id; NULL: the only one of the board, or NULL where there are several. */
const struct body *board_body_meant(const struct board *board, const char *id);
const struct duty *board_duty(const struct board *board, const char *id);              /* or NULL */
/* May this login act in this duty? So may anybody where the board names no duties, or no logins for this one. */
bool board_has_duty(const struct board *board, const char *login, const char *id);
/* The way the cases of a body go: its own workflow, else the board's first; NULL without any. body may be NULL. */
const struct workflow *board_way(const struct board *board, const struct body *body);
const struct workflow *board_workflow(const struct board *board, const char *id);      /* or NULL */
const struct vocabulary *board_vocabulary(const struct board *board, const char *id);  /* or NULL */
/* The vocabulary a word of this list belongs to for this body: for "finding" the body's own, its parents', then the
 * board's; otherwise the board's. body may be NULL. */
const struct vocabulary *board_words(const struct board *board, const struct body *body, const char *list);
/* What to show for a word of a list: the term's label in lang when the board knows it, else the word itself. */
const char *board_label(const struct board *board, const struct body *body, const char *list, const char *word, const char *lang);
/* Who finds at a stage, as the board file calls it (vocabulary "stage"): "the force"; NULL: it does not say, and the usual words hold
 * (stage_title). board may be NULL. */
const char *board_stage(const struct board *board, enum stage stage, const char *lang);
/* The rules a body meets by: its own, else those of the nearest parent that has some, else the board's. body may be NULL. */
const struct procedure *board_procedure(const struct board *board, const struct body *body);
bool board_is_holiday(const struct board *board, day_t day);
/* Neither a Saturday or Sunday nor a holiday of the board. */
bool board_is_workday(const struct board *board, day_t day);
/* The n-th working day after a day (before it: n < 0), which is itself not counted; n = 0 gives the day. */
day_t board_add_workdays(const struct board *board, day_t day, int n);

#endif
