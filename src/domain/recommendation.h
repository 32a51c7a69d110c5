/*
 * Recommendations: what a body asks of a department, and what became of it (DESIGN.md section 3). A recommendation is its number, its title
 * and the day on which it was made; all else are events, a better title too. Events are only ever added: taking one back is an event of its own that names it.
 *
 * When it has to be answered is a rule of the body (struct recommendation_rule): after 60 days, 6 months and a year, say (DOMAIN.md 2.3,
 * the follow-up of the California State Auditor). An answer that comes when some of these days have passed unanswered answers all of them,
 * late; one that comes in time answers the next day after it, and no other: whoever answers twice in the first month is asked at six months. Nothing more is asked once an answer closes it, or the body has withdrawn it.
 */
#ifndef DAIS_DOMAIN_RECOMMENDATION_H
#define DAIS_DOMAIN_RECOMMENDATION_H

#include "domain/board.h"
#include "domain/record.h"

enum recommendation_needs {
	RECOMMENDATION_NEEDS_VALUE = 1,
	RECOMMENDATION_NEEDS_WHY = 2,      /* words */
	RECOMMENDATION_NEEDS_FIELD = 4,
	RECOMMENDATION_TAKES_DAY = 8,      /* a day, or today */
};
/* X(enum suffix, name as stored and typed, what it needs, what it says in a list) */
#define RECOMMENDATION_ACT_LIST(X) \
	X(ANSWER, "answer", RECOMMENDATION_NEEDS_VALUE | RECOMMENDATION_TAKES_DAY, N_("answer")) \
	X(SET, "set", RECOMMENDATION_NEEDS_FIELD | RECOMMENDATION_NEEDS_VALUE, N_("set")) \
	X(NOTE, "note", RECOMMENDATION_NEEDS_WHY, N_("note")) \
	X(WITHDRAWN, "withdraw", RECOMMENDATION_NEEDS_WHY, N_("withdrawn")) \
	X(UNDONE, "undo", 0, N_("taken back"))
enum recommendation_act {
#define X(id, name, needs, words) RECOMMENDATION_##id,
	RECOMMENDATION_ACT_LIST(X)
#undef X
	RECOMMENDATION_ACTS
};
enum recommendation_act recommendation_act_find(const char *name);      /* RECOMMENDATION_ACTS: none */
const char *recommendation_act_name(enum recommendation_act act);
const char *recommendation_act_title(enum recommendation_act act);      /* translated */
unsigned recommendation_act_needs(enum recommendation_act act);

/* What is known of one and may be set; its title as it reads now. X(enum suffix, name as stored and typed, words) */
#define RECOMMENDATION_FIELD_LIST(X) \
	X(TEXT, "text", N_("Wording")) \
	X(OWNER, "owner", N_("To answer")) \
	X(SECTION, "section", N_("Section")) \
	X(ORIGIN, "origin", N_("Origin")) \
	X(CASE, "case", N_("Case")) \
	X(VOTE, "vote", N_("Adopted by")) \
	X(PRIORITY, "priority", N_("Priority")) \
	X(POLICE_PRIORITY, "police_priority", N_("Priority of the police")) \
	X(BLOCKER, "blocker", N_("Held up by")) \
	X(METRIC, "metric", N_("Should move")) \
	X(TITLE, "title", N_("Title"))
enum recommendation_field {
#define X(id, name, words) RECOMMENDATION_FIELD_##id,
	RECOMMENDATION_FIELD_LIST(X)
#undef X
	RECOMMENDATION_FIELDS
};
extern const char *const recommendation_field_names[];      /* ends with NULL */
enum recommendation_field recommendation_field_find(const char *name);   /* RECOMMENDATION_FIELDS: none */
const char *recommendation_field_title(enum recommendation_field field); /* translated */
/* What is wrong with this value for this field, in words for a person (g_free); NULL: nothing, also for "", which empties all but the title. The case and
 * the vote are looked up elsewhere. */
char *recommendation_field_fault(enum recommendation_field field, const char *value);
/* The vote that adopted it: "2026-11-09/3", the day of the meeting and the number of the motion. */
bool recommendation_vote_parse(const char *text, day_t *day, int *motion);

struct recommendation_event {
	id_t64 id;
	instant_t at;
	char *who, *what;         /* what: recommendation_act_name */
	char *field, *was, *value;
	day_t day;                /* of an answer; DAY_UNKNOWN */
	char *why;
	id_t64 undoes;            /* 0: none */
};
void recommendation_event_free(void *event);

/* A day by which it had to be answered. */
struct answer_due {
	const struct answer_step *step;
	day_t due;
	const struct recommendation_event *answer;    /* NULL: none yet */
};
/* X(enum suffix, id in files, words) in the order in which a list shows them. */
#define RECOMMENDATION_STATUS_LIST(X) \
	X(OVERDUE, "overdue", NC_("recommendation", "overdue"))       /* an answer is overdue */ \
	X(OPEN, "open", NC_("recommendation", "not answered"))        /* the first one is awaited */ \
	X(ANSWERED, "answered", NC_("recommendation", "answered"))    /* answered, not closed */ \
	X(CLOSED, "closed", NC_("recommendation", "closed"))       /* an answer that closes it: implemented, rejected */ \
	X(WITHDRAWN, "withdrawn", NC_("recommendation", "withdrawn"))
enum recommendation_status {
#define X(id, name, words) RECOMMENDATION_IS_##id,
	RECOMMENDATION_STATUS_LIST(X)
#undef X
	RECOMMENDATION_STATUSES
};
const char *recommendation_status_name(enum recommendation_status status);
const char *recommendation_status_words(enum recommendation_status status);    /* translated */

struct recommendation {
	id_t64 id;
	char *body;               /* id */
	char *number, *title;     /* "R-2026-3", and what it was called when it was recorded: field[RECOMMENDATION_FIELD_TITLE] is what it is called */
	day_t made;
	instant_t at;             /* when it was recorded, and by whom */
	char *who;
	GPtrArray *events;        /* struct recommendation_event *, in the order in which they were recorded; owned */
	/* recommendation_follow makes these of the events; all borrowed */
	const struct body *of;    /* NULL: the board file knows no such body */
	GPtrArray *force;         /* the events that hold */
	const char *field[RECOMMENDATION_FIELDS];      /* NULL: not given */
	GArray *due;              /* struct answer_due, earliest first */
	const struct recommendation_event *answer;     /* the last one by its day; NULL */
	const struct answer_due *next;                 /* the first that is not answered; NULL: nothing more is asked */
	enum recommendation_status status;
};
struct recommendation *recommendation_new(void);
void recommendation_free(void *recommendation);
typedef struct recommendation recommendation_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(recommendation_t, recommendation_free)

/* What the events say on a day, by the rules and words of its body. Again after an event was added. */
void recommendation_follow(struct recommendation *recommendation, const struct board *board, day_t today);
/* For g_ptr_array_sort of followed ones: by the day by which they are to be answered next; those that are not, last. */
int recommendation_by_due(gconstpointer a, gconstpointer b);
/* The last event that holds and can be taken back; NULL. */
const struct recommendation_event *recommendation_undoable(const struct recommendation *recommendation);
/* Does this answer need words? Because the board file wants a reason for it, or for the step it answers while it is not closed. */
bool recommendation_needs_reason(const struct recommendation *recommendation, const struct board *board, const char *answer, day_t day);
/* Why it cannot have been answered on this day (g_free); NULL: it can. */
char *recommendation_answered_fault(const struct recommendation *recommendation, day_t day, day_t today);
/* What happened, as a sentence for the history; g_free. */
char *recommendation_event_words(const struct recommendation_event *event, const struct board *board, const struct body *body, const char *lang);
/* "first answer, 60 days: due 2026-05-01, 12 days over" ...: one of the days by which it had to be answered; g_free. */
char *answer_due_words(const struct answer_due *due, const struct board *board, const struct body *body, const char *lang, day_t today);
/* The number a new one of this year gets after these (struct recommendation *) of its body: "R-2026-4"; g_free. */
char *recommendation_next_number(const GPtrArray *recommendations, const char *body, day_t made);

#endif
