/*
 * What the files of the import share and nobody else sees: one import at work. A row passes import_values (bytes to
 * values, each distinct spelling worked out once), import_rows (values to records) and import_cases (rows to cases).
 */
#ifndef DAIS_ACTION_IMPORT_PRIVATE_H
#define DAIS_ACTION_IMPORT_PRIVATE_H

#include "action/import_action.h"
#include "action/seen.h"
#include "domain/record.h"
#include "exchange/csv.h"

/* What can be wrong with one value; VALUE_FINE otherwise. */
enum value_fault { VALUE_FINE, VALUE_NO_DATE, VALUE_YEAR, VALUE_NO_NUMBER, VALUE_AGE, VALUE_NO_FLAG, VALUE_BYTES, VALUE_FAULTS };

/* One published spelling and what it means. */
struct value {
	char *text;                /* decoded, trimmed, replaced as the map says; NULL blank */
	bool borrowed;             /* text is the row's own bytes, good during the row */
	day_t day;                 /* date fields */
	int number;                /* ages (-1), priorities, yes (1) and no (0) */
	enum value_fault fault;
	bool allowed;              /* the map's `only` lets it pass */
	bool pending;              /* a finding that keeps a case open */
	int id;                    /* words: equal texts have equal ids; 0 for none */
	struct import_unknown *unknown;    /* counts a word that the board does not know; NULL */
};

struct column {
	const struct map_column *map;
	enum map_field field;      /* MAP_NUMBER for the heading that joins */
	unsigned at;               /* place in the row */
	bool is_word;
	bool uncached;             /* nearly every row has another text */
	enum word_list list;
	GHashTable *cache;         /* exact bytes -> struct value *, for columns with few spellings */
	struct near { const char *bytes; size_t length; struct value *value; } near[256];    /* those met last, in front of the cache */
	struct value scratch;      /* where the cache is not used */
	struct import_reason *reason[VALUE_FAULTS], *differs;
};

/* The words of a case, and the fields they come from. */
enum case_word { CASE_WORD_DISTRICT, CASE_WORD_CHANNEL, CASE_WORD_SOURCE, CASE_WORD_KIND, CASE_WORD_PRIVACY, CASE_WORD_CLASS, CASE_WORDS };

/* A case met in this import. */
struct case_slot {
	id_t64 id;
	day_t received, occurred, closed;
	const char *number;        /* lives in case_index.texts */
	bool known;                /* was in the database before */
	bool open;                 /* as stored now */
	int word[CASE_WORDS];      /* ids of the words it has, to tell rows that say otherwise */
	bool summary, priority;    /* a row gave it */
	bool pending;              /* an allegation waits for its finding */
	bool closed_given;         /* there is a closing date, good or bad */
	bool blank_now, told_now;  /* a new row of cases leaves the closing date blank; any row of these files gives it */
	bool joined;               /* a row of a joined file names it */
	bool changed;              /* known, and a new row came */
	bool foreign;              /* known, and brought by another map */
};
struct case_index {
	GHashTable *by_number;     /* number -> index + 1 */
	guint last;                /* index + 1 of the case found last: rows of one case stand together */
	GArray *slots;             /* struct case_slot */
	GStringChunk *texts;
};

struct import;

/* A file at work. */
struct import_file {
	struct import *import;
	const struct map_file *map;
	const char *path;
	char *name;                /* base name, cleaned */
	unsigned index;
	const char *sha256;
	id_t64 source;             /* once the heading line was read */
	gint64 stored;             /* raw rows added */
	char **headings;           /* NULL before the heading line */
	unsigned n_headings;
	struct column *columns;
	unsigned n_columns;
	size_t longest_blank;
	struct column *by_field[MAP_FIELDS];
	struct seen *seen;         /* hashes of the rows so far */
	gint64 row;                /* record number of the row at work */
	unsigned trusted;          /* columns at this place and behind are unknown in this row; UINT_MAX all good */
	struct value blank;        /* what an untrusted column gives */
};

struct import {
	struct store *store;
	const struct board *board;
	const struct import_map *map;
	const struct import_options *options;
	const struct body *body;
	const char *state[2];      /* of closed and open cases */
	struct import_report *report;
	GHashTable *reasons;       /* text -> struct import_reason * (owned by the report) */
	GHashTable *unknown;       /* "list\nword" -> struct import_unknown * (owned by the report) */
	struct case_index cases;
	GHashTable *word_ids;      /* text -> id, for value.id */
	struct { day_t received, occurred, due; } due[4096];    /* due days worked out so far, by hash */
	struct seen *persons;      /* case and person, hashed */
	GHashTable *force_numbers;
	GPtrArray *deferred;       /* struct deferred *: new rows of known cases */
	GHashTable *used;          /* ids of allegations already updated by this import */
	bool has_older;            /* the map was imported before */
	bool has_cases;            /* there were cases before */
	GHashTable *other_maps;    /* id of a source -> the other map it was read through */
	bool gives_closed, gives_finding;    /* some file of the map has such a column */
	bool gives_case_class;
	bool blank_pending[STAGES];          /* no finding at this stage keeps a case open, as the map says */
	instant_t now;
	gint64 done, total;        /* bytes */
	gint64 odd;                /* rows counted by a reason */
	struct import_file *file;
};

/* --- import_report.c --- */
struct import_report *import_report_new(void);
struct import_reason *import_reason_get(struct import *import, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* Counts a reason at the row at work, with the value that was odd (NULL none). False with an error when strict. */
bool import_reason_count(struct import *import, struct import_reason *reason, const char *value, GError **error);
/* The same for what is worth telling and no fault, so that strict goes on. */
void import_reason_note(struct import *import, struct import_reason *reason, const char *value);
struct import_unknown *import_unknown_get(struct import *import, enum word_list list, const char *word);
void import_report_sort(struct import_report *report);

/* --- import_values.c --- */
/* Finds the map's columns in the heading line. */
bool import_columns_open(struct import_file *file, const struct csv_row *row, GError **error);
void import_columns_close(struct import_file *file);
/* The value of a column in the row; never NULL. Faults are counted. */
bool import_value(struct import_file *file, struct column *column, const struct csv_row *row, const struct value **value, GError **error);
/* The value whatever stands around it; counts nothing. */
const struct value *import_look_up(struct import_file *file, struct column *column, const struct csv_row *row);
bool import_is_pending(const struct import *import, const char *folded);

/* --- import_cases.c --- */
void case_index_init(struct case_index *index);
void case_index_clear(struct case_index *index);
/* The place of the case with this number; *fresh while neither the database nor a row before has the case. */
#define PRIORITY_NOT_GIVEN G_MININT     /* in the facts of a row */
struct case_slot *import_case_find(struct import *import, const char *number, bool *fresh, GError **error);
bool import_case_insert(struct import *import, struct case_slot *slot, struct case_record *record, GError **error);
day_t import_due(struct import *import, day_t received, day_t occurred);
/* Is a case with these facts open? */
bool import_is_open(const struct import *import, bool pending, bool closed_given, day_t closed);
/* Decides at the end which cases are open, and writes those that were stored otherwise. */
bool import_cases_end(struct import *import, GError **error);

/* --- import_rows.c --- */
/* Stores one row that is not the heading line. */
bool import_row(struct import_file *file, const struct csv_row *row, GError **error);

/* --- import_update.c: new rows of cases that were there before --- */
/* Puts an allegation row aside until the file has been read. */
void import_defer(struct import *import, const struct allegation_record *allegation);
/* Updates the allegations these rows replace and adds the others. */
bool import_deferred_end(struct import *import, GError **error);
void import_deferred_free(gpointer deferred);
/* Writes facts over those of a stored case: all that are given, or only those it has not yet. */
bool import_case_refresh(struct import *import, struct case_slot *slot, const struct case_record *facts, bool only_missing, GError **error);

#endif
