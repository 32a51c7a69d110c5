/*
 * How a file of published data becomes records: read from a map file by config/map_file, obeyed by exchange and
 * action. Plain data; import_map owns everything below it.
 */
#ifndef DAIS_DOMAIN_IMPORT_MAP_H
#define DAIS_DOMAIN_IMPORT_MAP_H

#include <glib.h>
#include <stdbool.h>

/* What a column may become. X(enum suffix, name in map files, help) */
#define MAP_FIELD_LIST(X) \
	X(NUMBER, "number", "case number; joins the rows of one case") \
	X(ALLEGATION_KEY, "allegation", "the allegation's own key") \
	X(RECEIVED, "received", "date received") X(OCCURRED, "occurred", "date of the incident") X(CLOSED, "closed", "date closed") \
	X(DISTRICT, "district", "district") X(CHANNEL, "channel", "how it came in") X(SOURCE, "source", "who sent it") \
	X(KIND, "kind", "kind of case") X(PRIVACY, "privacy", "privacy level") X(PRIORITY, "priority", "priority number") \
	X(SUMMARY, "summary", "narrative") X(CASE_CLASS, "case_class", "class of the whole case") \
	X(CLASS, "class", "class of the allegation") X(DETAIL, "detail", "detail of the allegation") \
	X(FINDING_INVESTIGATOR, "finding_investigator", "the investigator's finding") \
	X(FINDING_BOARD, "finding_board", "the board's finding") X(FINDING_CHIEF, "finding_chief", "the chief's finding") \
	X(FINDING_FINAL, "finding_final", "the final finding") \
	X(DISCIPLINE, "discipline", "discipline") X(CLOSURE, "closure", "reason of an administrative closure") \
	X(OFFICER, "officer", "officer's opaque id") X(OFFICER_RACE, "officer_race", "officer's race") \
	X(OFFICER_SEX, "officer_sex", "officer's sex") X(OFFICER_AGE, "officer_age", "officer's age") X(OFFICER_UNIT, "officer_unit", "officer's unit") \
	X(PERSON_RACE, "person_race", "complainant's or subject's race") X(PERSON_SEX, "person_sex", "complainant's or subject's sex") \
	X(PERSON_AGE, "person_age", "complainant's or subject's age") \
	X(FORCE_TYPE, "force_type", "type of force") X(FORCE_LEVEL, "force_level", "level of force") \
	X(FORCE_STATUS, "force_status", "status of the investigation") X(DISPOSITION, "disposition", "disposition of the force report") \
	X(PERSON_INJURED, "person_injured", "subject injured: yes or no") X(OFFICER_INJURED, "officer_injured", "officer injured: yes or no")

enum map_field {
#define X(id, name, help) MAP_##id,
	MAP_FIELD_LIST(X)
#undef X
	MAP_FIELDS
};
const char *map_field_name(enum map_field field);
enum map_field map_field_find(const char *name);    /* MAP_FIELDS when unknown */

enum map_rows { MAP_ROWS_CASES, MAP_ROWS_ALLEGATIONS, MAP_ROWS_FORCE };   /* what one row is */

struct map_column {
	char *heading;               /* as in the file, compared folded */
	enum map_field field;
	GHashTable *values;          /* folded published value -> char * to store; NULL none */
	char **allowed;              /* the only values a whole row may have here (folded); a row with another is "shifted"; NULL any */
	char *pattern;               /* dates: overrides the file's patterns; NULL */
};

struct map_file {
	char *name;                  /* "complaints": for messages; first file of the command line is the first here */
	enum map_rows rows;
	char *encoding;              /* "UTF-8", "CP1252", "ISO-8859-1" */
	char separator;              /* ',' */
	GPtrArray *columns;          /* struct map_column * */
	char **ignored;              /* headings known and left in the raw row only; never NULL */
	char **date_patterns;        /* day_parse patterns tried in order; at least one */
	char **blanks;               /* tokens that mean "not given", folded */
	GPtrArray *skip;             /* char **: rows equal to {heading, value} pairs: repeated headings and totals */
	char *join;                  /* heading whose value is the case number of an earlier file; NULL for the first */
	int line;
};
/* Empty, with the lists there, blanks "" only, UTF-8, ',' and ISO dates; a map that holds them frees them. */
struct map_file *map_file_new(void);
struct map_column *map_column_new(void);    /* a file that holds it frees it */

/* Published votes: what their words mean. Words are folded. */
enum vote_layout { VOTES_CHART /* a CSV a meeting: a row a motion, a column a member */, VOTES_LEGISTAR /* a JSON file a matter, with its history */,
	VOTES_POPOLO, VOTES_OPENCIVIC /* JSON: events with their motions and votes */ };
struct vote_outcome { char *word; bool carried; char *motion; };   /* motion: the kind it says was moved; NULL main */
struct vote_map {
	int layout;                  /* enum vote_layout */
	char **aye, **nay, **abstain, **recuse, **absent, **blank;   /* NULL: none; blank: says nothing */
	char *number, *item, *result;      /* headings (CSV); result: the member of an action (JSON) */
	char **ignored;              /* headings that are no members */
	GPtrArray *outcomes;         /* struct vote_outcome *, tried in order: the first whose word stands in the outcome */
};
struct vote_map *vote_map_new(void);

struct import_map {
	char *path, *id;             /* id: base name without extension */
	char *title;
	GPtrArray *files;            /* struct map_file *, at least one unless votes */
	struct vote_map *votes;      /* NULL: the map is of cases */
	char *body;                  /* body id the rows belong to; NULL: the board's first */
	char **open_findings;        /* folded findings that keep a case open ("pending"); never NULL */
	bool closed_means_closed;    /* a good closed date closes the case even where a finding is open */
	char *state_open, *state_closed;   /* workflow states given to open and closed cases; NULL: workflow's own */
	int year_min, year_max;      /* dates outside are absurd: kept raw, stored unknown */
	int age_min, age_max;        /* ages outside are impossible: kept raw, stored unknown */
};
typedef struct import_map import_map_t;
struct import_map *import_map_new(void);
void import_map_free(struct import_map *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(import_map_t, import_map_free)

#endif
