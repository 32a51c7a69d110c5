/*
 * Cases with their allegations, persons, events and raw rows. Writers keep the rollups (rollup_store.h) in step inside
 * the same transaction. Bulk writing (import): between case_store_bulk_begin and _end the secondary indexes and the
 * search index are built after the rows, and rollups are written once.
 */
#ifndef DAIS_STORE_CASE_STORE_H
#define DAIS_STORE_CASE_STORE_H

#include "domain/record.h"
#include "store/store.h"

/* What the in-memory index of all cases holds for each; words are word ids (0 none), days may be DAY_UNKNOWN. */
struct case_facts {
	id_t64 id;
	day_t received, occurred, closed, due;
	int body, kind, district, channel, source, state, class;
	int priority;
	bool open;
};

/* --- writing; inside a transaction --- */
/* Called before anything is written in the transaction, a first import also does without the write-ahead log. */
bool case_store_bulk_begin(struct store *store, GError **error);
bool case_store_bulk_end(struct store *store, GError **error);
/* Inserts and sets record->id. The number must be new for its body. */
bool case_store_insert(struct store *store, struct case_record *record, GError **error);
bool case_store_update(struct store *store, const struct case_record *record, GError **error);
bool case_store_add_person(struct store *store, id_t64 case_id, struct person_record *person, GError **error);
bool case_store_add_allegation(struct store *store, struct allegation_record *allegation, GError **error);
bool case_store_update_allegation(struct store *store, const struct allegation_record *allegation, GError **error);
bool case_store_add_event(struct store *store, struct case_event *event, GError **error);
/* Not needed after the writers above: what they change is searched anew from the commit on. For repairs. */
bool case_store_index_text(struct store *store, id_t64 case_id, GError **error);

/* --- reading --- */
/* The id of a case by body word and number; 0 when there is none. */
id_t64 case_store_find(struct store *store, const char *body, const char *number);
bool case_store_get(struct store *store, id_t64 id, struct case_record *record, GError **error);     /* NOT_FOUND */
GPtrArray *case_store_allegations(struct store *store, id_t64 case_id, GError **error);   /* struct allegation_record *, owning */
GPtrArray *case_store_persons(struct store *store, id_t64 case_id, GError **error);       /* struct person_record *, owning */
GPtrArray *case_store_events(struct store *store, id_t64 case_id, GError **error);        /* struct case_event *, oldest first */

/* A few columns of many cases, for the rows of a list: number and the words are borrowed until the next call. */
struct case_line { struct case_facts facts; const char *number; const char *summary; };
bool case_store_line(struct store *store, id_t64 id, struct case_line *line);

/* Open cases of a body (word id; 0 all) by deadline, earliest first (unknown last), then id: from the partial index. Calls
 * row until it gives false. */
bool case_store_open_by_due(struct store *store, int body, bool (*row)(const struct case_facts *facts, void *data), void *data, GError **error);
/* How many cases, open cases, and open cases due before today; any pointer may be NULL. Cheap: from rollups and index. */
bool case_store_counts(struct store *store, int body, day_t today, gint64 *all, gint64 *open, gint64 *overdue, GError **error);

/* Scan of all cases in id order, resumable: starts after id `after`, at most `most` rows. Gives how many rows came, -1 with an
 * error. The number is borrowed during the call. */
int case_store_scan(struct store *store, id_t64 after, int most, void (*row)(const struct case_facts *facts, const char *number, void *data),
	void *data, GError **error);
/* The same over all allegations, in the order of their own ids: what filters and filtered charts need of each. */
struct allegation_facts {
	id_t64 id, case_id;
	int class, detail, finding[STAGES];      /* word ids, 0 none */
};
int case_store_scan_allegations(struct store *store, id_t64 after, int most, void (*row)(const struct allegation_facts *facts, void *data),
	void *data, GError **error);
/* Ids of the cases having an allegation whose field has one of these words. which: the allegation column. Calls row per case
 * (may repeat); stops early when row gives false. */
enum allegation_column { ALLEGATION_CLASS, ALLEGATION_DETAIL, ALLEGATION_INVESTIGATOR, ALLEGATION_BOARD, ALLEGATION_CHIEF, ALLEGATION_FINAL };
bool case_store_with_allegation(struct store *store, enum allegation_column which, const int *words, int n, bool (*row)(id_t64 id, void *data), void *data, GError **error);
/* Ids of the cases where an allegation's chief finding word differs from the board's, both given; *allegations counts them. */
bool case_store_disagreements(struct store *store, bool (*row)(id_t64 id, void *data), void *data, gint64 *allegations, GError **error);
/* Ids above `after`, ascending, whose number begins with, or whose text has all these folded words (prefix of each word; phrase: in
 * this order). Resumable: a row that gives false ends the call, and the next call goes on after the last id. The words are quoted
 * here: FTS5 operators in them mean nothing. */
bool case_store_search(struct store *store, const char *const *words, bool phrase, id_t64 after, bool (*row)(id_t64 id, void *data), void *data, GError **error);
/* The words of the search index that begin with the prefix (lower-case ASCII letters and digits), at most so many, into an array of
 * char *; and the ids of the cases that have exactly this word, resumable as above. */
bool case_store_terms(struct store *store, const char *prefix, unsigned most, GPtrArray *terms, GError **error);
bool case_store_search_term(struct store *store, const char *term, id_t64 after, bool (*row)(id_t64 id, void *data), void *data, GError **error);
/* Ids whose number begins with the text. */
bool case_store_number_prefix(struct store *store, const char *prefix, bool (*row)(id_t64 id, void *data), void *data, GError **error);

#endif
