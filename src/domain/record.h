/*
 * The facts the store holds, as plain records. Words (class, finding, district, ...) are kept as published; the
 * board's vocabularies give them meaning when they are shown or counted, so a new alias needs no new import.
 * A record owns its strings (g_free); x_clear empties it. NULL means "not given".
 */
#ifndef DAIS_DOMAIN_RECORD_H
#define DAIS_DOMAIN_RECORD_H

#include <glib.h>
#include <stdbool.h>
#include "base/date.h"

typedef gint64 id_t64;    /* row id; 0 = not stored yet */

/* Lists of words. The store keeps each distinct word once, by list (store/word_store.h). */
#define WORD_LIST(X) \
	X(BODY, "body") X(KIND, "kind") X(DISTRICT, "district") X(CHANNEL, "channel") X(SOURCE, "source") \
	X(PRIVACY, "privacy") X(STATE, "state") X(CLASS, "class") X(DETAIL, "detail") X(FINDING, "finding") \
	X(DISCIPLINE, "discipline") X(CLOSURE, "closure") X(RACE, "race") X(SEX, "sex") X(UNIT, "unit") \
	X(FORCE_TYPE, "force_type") X(FORCE_LEVEL, "force_level") X(FORCE_STATUS, "force_status")
enum word_list {
#define X(id, name) WORDS_##id,
	WORD_LIST(X)
#undef X
	WORD_LISTS
};
const char *word_list_name(enum word_list list);     /* "class" */

/* DESIGN.md section 3: the stages at which an allegation gets a finding. */
#define STAGE_LIST(X) X(INVESTIGATOR, "investigator") X(BOARD, "board") X(CHIEF, "chief") X(FINAL, "final")
enum stage {
#define X(id, name) STAGE_##id,
	STAGE_LIST(X)
#undef X
	STAGES
};
const char *stage_name(enum stage stage);
enum stage stage_find(const char *name);             /* STAGES: none */
const char *stage_title(enum stage stage);           /* for a person, in the language of the program */

struct case_record {
	id_t64 id;
	char *number;             /* as the body writes it */
	char *body, *kind, *district, *channel, *source, *privacy, *state, *class;
	day_t received, occurred, closed;    /* DAY_UNKNOWN */
	day_t due;                /* by the workflow's first clock, as of the last write; DAY_UNKNOWN none */
	bool open;                /* its state is not terminal */
	int priority;             /* 0 normal, higher first */
	char *summary;
	id_t64 raw;               /* raw row it came from; 0 none */
};
void case_record_clear(struct case_record *record);

struct person_record {
	id_t64 id;
	char *role;               /* "complainant", "subject", "officer" */
	char *ref;                /* opaque id as published; NULL */
	char *race, *sex, *unit;
	int age;                  /* years; -1 unknown */
};
void person_record_clear(struct person_record *record);

struct allegation_record {
	id_t64 id, case_id;
	char *key;                /* its own key as published; NULL */
	char *class, *detail;
	char *finding[STAGES];    /* NULL: none at this stage */
	char *discipline, *closure;
	struct person_record officer;        /* role NULL when not given */
	int copy;                 /* 0, or n for the n-th exact repetition of a row in its file */
	id_t64 raw;
};
void allegation_record_clear(struct allegation_record *record);

struct force_record {
	id_t64 id;
	char *number;             /* file number; repeats */
	char *body, *district, *type, *level, *status, *disposition;
	day_t occurred;
	struct person_record subject, officer;
	bool subject_injured, officer_injured;
	int copy;
	id_t64 raw;
};
void force_record_clear(struct force_record *record);

/* What happened to a case: a move through its workflow, a finding, a note ... (domain/case_event.h lists the kinds). */
struct case_event {
	id_t64 id, case_id;
	instant_t when;
	char *who, *what;         /* what: the name of the kind */
	char *from, *to;          /* state ids or NULL */
	char *why;
	id_t64 allegation;        /* 0 none */
	char *stage;              /* of a finding; the side ("complainant", "officer") of a consent; NULL */
	char *clock;              /* id of a clock; NULL: all */
	char *was, *value;        /* what was there before, and what is now: finding, who has it, a document; NULL */
	day_t day;                /* a day it names; 0 or DAY_UNKNOWN none */
	id_t64 undoes;            /* the event it takes back; 0 none */
};
void case_event_clear(struct case_event *event);

/* A row of published data as it came: the fields in order, and where it stood. */
struct raw_record {
	id_t64 id;
	id_t64 source;            /* the import it came with */
	char *file;               /* base name */
	gint64 row;               /* record number in the file, the heading line being 1 */
	char **headings;          /* borrowed or owned by who made it: see the function that gives it */
	GPtrArray *fields;        /* GBytes *: exact bytes of each field */
};

/* A course or ride-along that the holder of a seat attended. */
struct training_record {
	id_t64 id;
	char *body, *seat, *holder;
	char *course;             /* id of a course of the board file, or words */
	day_t day;
	int minutes;
	instant_t at;             /* recorded */
	char *who;
};
void training_record_free(void *record);

/* A conflict of interest as disclosed, announced again when the matter comes up (DOMAIN.md 1.3). A public statement. */
struct disclosure_record {
	id_t64 id;
	char *body, *seat, *holder;
	char *matter;             /* number of a case, or words that the title of an item has in it */
	char *about;              /* the interest, as disclosed */
	instant_t at;
	char *who;
	instant_t ended;          /* 0: in force */
};
void disclosure_record_free(void *record);
/* The kinds of meetings that rules tell apart (notice, series, agenda templates); a record may hold another word of published data. */
#define MEETING_KIND_LIST(X) \
	X(REGULAR, N_("regular")) X(SPECIAL, N_("special")) X(EMERGENCY, N_("emergency")) X(ADJOURNED, N_("adjourned")) \
	X(JOINT, N_("joint")) X(HEARING, N_("hearing")) X(WORKSHOP, N_("workshop"))
enum meeting_kind {
#define X(id, name) MEETING_KIND_##id,
	MEETING_KIND_LIST(X)
#undef X
	MEETING_KINDS
};
extern const char *const meeting_kinds[];              /* "regular", ...; ends with NULL */
enum meeting_kind meeting_kind_find(const char *word);   /* MEETING_KINDS: none of them, also NULL */
/* In the language of the program; a word that is none of them as it is. */
const char *meeting_kind_label(const char *word);

/* Where a meeting stands: "planned", "posted", "cancelled", "held". */
const char *meeting_status_label(const char *status);    /* in the language of the program; another word as it is; NULL for NULL */

struct meeting_record {
	id_t64 id;
	char *body;
	char *kind;               /* "regular", "special", ... */
	instant_t starts;
	char *place, *title;
	char *status;             /* "planned", "posted", "cancelled", "held" */
};
void meeting_record_clear(struct meeting_record *record);

/* What else is known of a meeting: its notice, and where it comes from. */
struct meeting_detail {
	id_t64 meeting;
	instant_t posted;         /* when its agenda was posted; 0: not yet, or not known */
	char *posted_by;          /* the login; NULL */
	char *series;             /* "regular 2024-12-09": the series and the day by its rule, also after it was moved; NULL: none */
	char *why;                /* why it was cancelled or moved; NULL */
};
void meeting_detail_clear(struct meeting_detail *detail);

struct attachment {
	id_t64 id;
	char *label;              /* NULL: the target itself */
	char *target;             /* a path or an address (URL), as given */
};
void attachment_free(void *attachment);

struct agenda_item {
	id_t64 id, meeting_id;
	int position;             /* order, from 1 */
	char *number;             /* as printed: "7", "CA-3" */
	char *title, *public_title;
	char *section, *action;   /* action: "information", "action", "hearing" */
	int minutes;
	bool consent, closed;
	char *presenter;
	char *case_number;        /* reference, or NULL */
	char *entry;              /* id of the entry of the body's template it came from: its labels translate the title; NULL */
	char *docket;             /* key of what was due for the board (domain/docket.h); NULL: added by hand */
	char *mover;              /* seat id of who brings it; NULL */
	char *brief;              /* what it is about, for the notice; NULL */
	int carried;              /* how often it was carried over from an earlier meeting */
	bool unposted;            /* added after the agenda was posted */
	instant_t continued;      /* not posted, but posted for the meeting that began then and continued from it, so that it may be acted upon; 0: not
	                           * so. Not stored: carry_store_continued finds out */
	GPtrArray *attachments;   /* struct attachment *, in order; NULL none */
};
void agenda_item_clear(struct agenda_item *item);

#endif
