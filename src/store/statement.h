/*
 * Every SQL statement the program runs, prepared at open (store.h says why). Entities use the common subset of SQLite and
 * PostgreSQL; what only SQLite knows (PRAGMA, FTS5) stands at the end and in store.c, schema.c and search.c.
 * Adding a statement: one line here.
 */
#ifndef DAIS_STORE_STATEMENT_H
#define DAIS_STORE_STATEMENT_H

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>
#include "domain/record.h"

#define FACTS "id, body, kind, district, channel, source, state, class, priority, open, received, occurred, closed, due"
#define ALLEGATION_FIELDS "id, case_id, key, class, detail, finding_investigator, finding_board, finding_chief, finding_final, " \
	"discipline, closure, officer, officer_race, officer_sex, officer_unit, officer_age, copy, raw"
#define FORCE_FIELDS "number, body, district, type, level, status, disposition, occurred, subject, subject_race, subject_sex, " \
	"subject_unit, subject_age, subject_injured, officer, officer_race, officer_sex, officer_unit, officer_age, officer_injured, copy, raw"
#define MEETING_FIELDS "id, body, kind, starts, place, title, status"
#define MEETING_DETAIL_FIELDS "meeting, posted, posted_by, series, why"
/* What was removed from an agenda may come back under its id: no other item gets it. */
#define ITEM_LAST "coalesce((SELECT max(id) FROM agenda_item), 0)"
#define ITEM_CHANGED_LAST "coalesce((SELECT max(item) FROM agenda_change), 0)"
#define ITEM_NEW_ID "1 + CASE WHEN " ITEM_LAST " > " ITEM_CHANGED_LAST " THEN " ITEM_LAST " ELSE " ITEM_CHANGED_LAST " END"
/* Meetings that are still to come, or have begun and are not over (domain/docket.h docket_from). */
#define IS_COMING(from) "meeting.status NOT IN ('held', 'cancelled') AND (meeting.starts >= " from " OR EXISTS " \
	"(SELECT 1 FROM journal WHERE journal.meeting = meeting.id))"
/* One step back from the docket key of an item that was carried over to that of the item it comes from. An item comes from an older one, and
 * UNION ends what another program may have written in a circle. */
#define CARRIED_FROM(line) "JOIN agenda_item_detail d ON d.item = CAST(substr(" line ".docket, 9) AS INTEGER) " \
	"WHERE " line ".docket = 'carried:' || d.item AND d.docket IS NOT NULL"
/* listed (docket, meeting): the keys on coming agendas and those they go back to; own (docket): one key and those it goes back to. */
#define LISTED_KEYS(from) "listed (docket, meeting) AS (SELECT docket, meeting_id FROM meeting JOIN agenda_item ON meeting_id = meeting.id " \
	"JOIN agenda_item_detail ON item = agenda_item.id WHERE docket IS NOT NULL AND " IS_COMING(from) \
	" UNION SELECT d.docket, listed.meeting FROM listed " CARRIED_FROM("listed") ")"
#define OWN_KEYS(key) "own (docket) AS (SELECT " key " UNION SELECT d.docket FROM own " CARRIED_FROM("own") ")"
#define JOURNAL_FIELDS "seq, at, id, who, kind, seat, other, item, motion, number, word, text, note, prev, hash"
#define TRAINING_FIELDS "body, seat, holder, course, day, minutes, at, who"
#define DISCLOSURE_FIELDS "body, seat, holder, matter, about, at, who"
#define SOURCE_FIELDS "id, name, sha256, map, headings, imported, rows"

/* X(enum suffix, SQL) */
#define STATEMENT_LIST(X) \
	X(BEGIN, "BEGIN IMMEDIATE") \
	X(COMMIT, "COMMIT") \
	X(ROLLBACK, "ROLLBACK") \
	X(REVISIONS, "SELECT topic, n FROM revision") \
	X(REVISION_RAISE, "INSERT INTO revision (topic, n) VALUES (?1, 1) ON CONFLICT (topic) DO UPDATE SET n = revision.n + 1") \
	X(META_GET, "SELECT value FROM meta WHERE key = ?1") \
	X(META_SET, "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value") \
	X(META_UNSET, "DELETE FROM meta WHERE key = ?1") \
	X(WORDS_FROM, "SELECT id, list, text FROM word WHERE id >= ?1 ORDER BY id") \
	X(WORD_INSERT, "INSERT INTO word (id, list, text) VALUES (?1, ?2, ?3)") \
	X(CASE_INSERT, "INSERT INTO cases (body, kind, district, channel, source, state, class, priority, open, received, occurred, " \
		"closed, due, privacy, raw, number, summary) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)") \
	X(CASE_UPDATE, "UPDATE cases SET body = ?1, kind = ?2, district = ?3, channel = ?4, source = ?5, state = ?6, class = ?7, " \
		"priority = ?8, open = ?9, received = ?10, occurred = ?11, closed = ?12, due = ?13, privacy = ?14, raw = ?15, " \
		"number = ?16, summary = ?17 WHERE id = ?18") \
	X(CASE_FIND, "SELECT id FROM cases WHERE number = ?1 AND body = ?2") \
	X(CASE_GET, "SELECT " FACTS ", privacy, raw, number, summary FROM cases WHERE id = ?1") \
	X(CASE_FACTS, "SELECT " FACTS " FROM cases WHERE id = ?1") \
	X(CASE_LINE, "SELECT " FACTS ", number, summary FROM cases WHERE id = ?1") \
	X(CASE_SCAN, "SELECT " FACTS ", number FROM cases WHERE id > ?1 ORDER BY id LIMIT ?2") \
	X(CASE_OPEN_DUE, "SELECT " FACTS " FROM cases WHERE open = 1 AND due IS NOT NULL ORDER BY due, id") \
	X(CASE_OPEN_UNKNOWN, "SELECT " FACTS " FROM cases WHERE open = 1 AND due IS NULL ORDER BY id") \
	X(CASE_NUMBERS, "SELECT id, number FROM cases WHERE number >= ?1 ORDER BY number") \
	X(CASE_LAST, "SELECT max(id) FROM cases") \
	X(CASE_TEXT, "SELECT number, summary FROM cases WHERE id = ?1") \
	X(CASE_TEXTS, "SELECT id, number, summary FROM cases WHERE id >= ?1 ORDER BY id") \
	X(PERSON_INSERT, "INSERT INTO person (case_id, role, ref, race, sex, unit, age) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)") \
	X(PERSONS, "SELECT id, role, ref, race, sex, unit, age FROM person WHERE case_id = ?1 ORDER BY id") \
	X(ALLEGATION_INSERT, "INSERT INTO allegation (case_id, key, class, detail, finding_investigator, finding_board, finding_chief, " \
		"finding_final, discipline, closure, officer, officer_race, officer_sex, officer_unit, officer_age, copy, raw) " \
		"VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)") \
	X(ALLEGATION_UPDATE, "UPDATE allegation SET case_id = ?2, key = ?3, class = ?4, detail = ?5, finding_investigator = ?6, " \
		"finding_board = ?7, finding_chief = ?8, finding_final = ?9, discipline = ?10, closure = ?11, officer = ?12, " \
		"officer_race = ?13, officer_sex = ?14, officer_unit = ?15, officer_age = ?16, copy = ?17, raw = ?18 WHERE id = ?1") \
	X(ALLEGATIONS, "SELECT " ALLEGATION_FIELDS " FROM allegation WHERE case_id = ?1 ORDER BY id") \
	X(ALLEGATION_FINDINGS, "SELECT case_id, finding_investigator, finding_board, finding_chief, finding_final FROM allegation WHERE id = ?1") \
	X(CASE_FINDINGS, "SELECT case_id, finding_investigator, finding_board, finding_chief, finding_final FROM allegation WHERE case_id = ?1") \
	X(CASE_DETAILS, "SELECT class, detail FROM allegation WHERE case_id = ?1 ORDER BY class, detail") \
	X(CASES_DETAILS, "SELECT case_id, class, detail FROM allegation WHERE case_id >= ?1 ORDER BY case_id, class, detail") \
	X(ALLEGATION_SCAN, "SELECT id, case_id, class, detail, finding_investigator, finding_board, finding_chief, finding_final " \
		"FROM allegation WHERE id > ?1 ORDER BY id LIMIT ?2") \
	X(ALLEGATION_CLASSES, "SELECT case_id, class FROM allegation") \
	X(ALLEGATION_DETAILS, "SELECT case_id, detail FROM allegation") \
	X(ALLEGATION_INVESTIGATOR, "SELECT case_id, finding_investigator FROM allegation") \
	X(ALLEGATION_BOARD, "SELECT case_id, finding_board FROM allegation") \
	X(ALLEGATION_CHIEF, "SELECT case_id, finding_chief FROM allegation") \
	X(ALLEGATION_FINAL, "SELECT case_id, finding_final FROM allegation") \
	X(DISAGREEMENTS, "SELECT case_id FROM allegation WHERE finding_board <> finding_chief") \
	X(EVENT_INSERT, "INSERT INTO case_event (case_id, happened, who, what, from_state, to_state, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)") \
	X(EVENT_DETAIL_INSERT, "INSERT INTO case_event_detail (event, allegation, stage, clock, was, value, day, undoes) " \
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)") \
	X(EVENTS, "SELECT id, case_id, happened, who, what, from_state, to_state, why, allegation, stage, clock, was, value, day, undoes " \
		"FROM case_event LEFT JOIN case_event_detail ON event = id WHERE case_id = ?1 ORDER BY happened, id") \
	X(CLOCKS_CLEAR, "DELETE FROM case_clock WHERE case_id = ?1") \
	X(CLOCK_INSERT, "INSERT INTO case_clock (case_id, clock, status, started, due, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	X(CASE_MEETINGS, "SELECT DISTINCT meeting_id FROM agenda_item WHERE case_number = ?1") \
	X(CLOCKS_DUE, "SELECT case_id, clock, body, due FROM case_clock WHERE status = 1 AND due < ?1 ORDER BY due, clock") \
	X(OPEN_STATES, "SELECT id, body, state FROM cases WHERE open = 1 AND state IS NOT NULL") \
	X(ANSWERED, "SELECT e.case_id FROM case_event e LEFT JOIN case_event_detail d ON d.event = e.id WHERE e.what IN ('answer', 'finding') AND " \
		"(e.what = 'answer' OR (d.stage = 'chief' AND e.why IS NOT NULL))") \
	X(DIFFERING, "SELECT case_id, finding_board, finding_chief FROM allegation WHERE finding_board <> finding_chief ORDER BY case_id") \
	X(DIFFERING_BODY, "SELECT a.case_id, a.finding_board, a.finding_chief, cases.body FROM allegation a CROSS JOIN cases ON cases.id = a.case_id " \
		"WHERE a.finding_board <> a.finding_chief ORDER BY a.case_id") \
	X(MINUTES_DUE, "SELECT id, starts, body FROM meeting WHERE status <> 'cancelled' AND " \
		"EXISTS (SELECT 1 FROM journal WHERE journal.meeting = meeting.id AND kind = 'adjourned') AND " \
		"NOT EXISTS (SELECT 1 FROM journal WHERE journal.meeting = meeting.id AND (kind = 'minutes_approved' OR (kind = 'called' AND word = 'imported'))) " \
		"ORDER BY starts, id") \
	X(DOCKET_KEYS, "WITH RECURSIVE " LISTED_KEYS("?1") " SELECT docket, meeting FROM listed UNION ALL " \
		"SELECT 'number:' || coalesce(body, 0) || ':' || case_number, meeting_id FROM meeting JOIN agenda_item ON meeting_id = meeting.id " \
		"WHERE case_number IS NOT NULL AND " IS_COMING("?1")) \
	X(REQUEST_INSERT, "INSERT INTO request (body, at, who, title, case_number, meeting) VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	X(REQUEST_SETTLE, "UPDATE request SET settled = ?2 WHERE id = ?1 AND settled IS NULL") \
	X(REQUESTS, "SELECT id, body, at, who, title, case_number, meeting FROM request WHERE settled IS NULL AND NOT EXISTS " \
		"(SELECT 1 FROM agenda_item_detail JOIN agenda_item ON agenda_item.id = item JOIN meeting m ON m.id = meeting_id " \
		"WHERE docket = 'request:' || request.id AND m.status = 'held') ORDER BY at, id") \
	X(FORCE_INSERT, "INSERT INTO force (" FORCE_FIELDS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, " \
		"?16, ?17, ?18, ?19, ?20, ?21, ?22)") \
	X(FORCE_GET, "SELECT id, " FORCE_FIELDS " FROM force WHERE id = ?1") \
	X(FORCE_SCAN, "SELECT id, " FORCE_FIELDS " FROM force ORDER BY id") \
	X(FORCE_COUNTS, "SELECT count(*), count(DISTINCT number) FROM force") \
	X(SOURCE_FIND, "SELECT " SOURCE_FIELDS " FROM source WHERE sha256 = ?1 AND map = ?2 ORDER BY id") \
	X(SOURCE_INSERT, "INSERT INTO source (name, sha256, map, headings, imported, rows) VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	X(SOURCE_ROWS, "UPDATE source SET rows = ?2 WHERE id = ?1") \
	X(SOURCES, "SELECT " SOURCE_FIELDS " FROM source ORDER BY imported DESC, id DESC") \
	X(RAW_INSERT, "INSERT INTO raw (source, line, hash, fields) VALUES (?1, ?2, ?3, ?4)") \
	X(RAW_GET, "SELECT raw.source, source.name, raw.line, source.headings, raw.fields FROM raw JOIN source ON source.id = raw.source WHERE raw.id = ?1") \
	X(RAW_HASHES, "SELECT raw.hash FROM source JOIN raw ON raw.source = source.id WHERE source.map = ?1") \
	X(MEETING_INSERT, "INSERT INTO meeting (body, kind, starts, place, title, status) VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	X(MEETING_NEXT, "SELECT " MEETING_FIELDS " FROM meeting WHERE starts >= ?1 AND (?2 = 0 OR body = ?2) AND status <> 'cancelled' " \
		"ORDER BY starts, id LIMIT 1") \
	X(MEETING_LAST, "SELECT " MEETING_FIELDS " FROM meeting WHERE starts < ?1 AND (?2 = 0 OR body = ?2) AND status <> 'cancelled' " \
		"ORDER BY starts DESC, id DESC LIMIT 1") \
	X(MEETINGS, "SELECT " MEETING_FIELDS " FROM meeting ORDER BY starts, id") \
	X(ITEM_INSERT, "INSERT INTO agenda_item (meeting_id, position, number, title, public_title, section, action, minutes, consent, " \
		"closed, presenter, case_number, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, coalesce(?13, " ITEM_NEW_ID "))") \
	X(ITEM_NEW_ID, "SELECT " ITEM_NEW_ID) \
	X(ITEM_UPDATE, "UPDATE agenda_item SET meeting_id = ?1, position = ?2, number = ?3, title = ?4, public_title = ?5, section = ?6, " \
		"action = ?7, minutes = ?8, consent = ?9, closed = ?10, presenter = ?11, case_number = ?12 WHERE id = ?13") \
	X(ITEM_REMOVE, "DELETE FROM agenda_item WHERE id = ?1") \
	X(ITEM_DETAIL_REMOVE, "DELETE FROM agenda_item_detail WHERE item = ?1") \
	X(ATTACHMENTS_REMOVE, "DELETE FROM attachment WHERE item = ?1") \
	X(ITEMS, "SELECT id, meeting_id, position, number, title, public_title, section, action, minutes, consent, closed, presenter, " \
		"case_number, entry, docket, mover, brief, carried, unposted FROM agenda_item LEFT JOIN agenda_item_detail ON item = id " \
		"WHERE meeting_id = ?1 ORDER BY position, id") \
	X(ITEM_DETAIL_SET, "INSERT INTO agenda_item_detail (item, entry, docket, mover, brief, carried, unposted) " \
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (item) DO UPDATE SET entry = excluded.entry, docket = excluded.docket, " \
		"mover = excluded.mover, brief = excluded.brief, carried = excluded.carried, unposted = excluded.unposted") \
	X(ATTACHMENTS, "SELECT attachment.id, item, label, target FROM agenda_item JOIN attachment ON item = agenda_item.id " \
		"WHERE meeting_id = ?1 ORDER BY item, attachment.position, attachment.id") \
	X(ATTACHMENT_INSERT, "INSERT INTO attachment (item, position, label, target) VALUES (?1, ?2, ?3, ?4)") \
	X(DOCKET_LISTED, "WITH RECURSIVE " LISTED_KEYS("?1") ", " OWN_KEYS("?2") " SELECT meeting FROM listed WHERE docket IN (SELECT docket FROM own) LIMIT 1") \
	X(CARRIED_POSTED, "SELECT agenda_item.id, meeting.id, meeting.starts FROM agenda_item JOIN meeting ON meeting.id = meeting_id JOIN meeting_detail ON meeting_detail.meeting = meeting.id " \
		"LEFT JOIN agenda_item_detail ON item = agenda_item.id WHERE agenda_item.id = CAST(substr(?1, 9) AS INTEGER) AND ?1 = 'carried:' || agenda_item.id " \
		"AND coalesce(posted, 0) <> 0 AND coalesce(unposted, 0) = 0 AND meeting.status <> 'cancelled'") \
	X(DOCKET_ORIGIN, "WITH RECURSIVE " OWN_KEYS("?1") " SELECT docket FROM own WHERE docket NOT LIKE 'carried:%' LIMIT 1") \
	X(AGENDA_CHANGES, "SELECT seq, at, who, what, item, was, became, undoes FROM agenda_change WHERE meeting = ?1 ORDER BY seq") \
	X(AGENDA_REVISION, "SELECT coalesce(max(seq), 0) FROM agenda_change WHERE meeting = ?1") \
	X(AGENDA_CHANGE_INSERT, "INSERT INTO agenda_change (meeting, seq, at, who, what, item, was, became, undoes) " \
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)") \
	X(MEETING_GET, "SELECT " MEETING_FIELDS " FROM meeting WHERE id = ?1") \
	X(MEETING_STATUS, "UPDATE meeting SET status = ?2 WHERE id = ?1") \
	X(MEETING_TIME, "UPDATE meeting SET starts = ?2, place = ?3 WHERE id = ?1") \
	X(MEETING_DETAIL, "SELECT " MEETING_DETAIL_FIELDS " FROM meeting_detail WHERE meeting = ?1") \
	X(MEETING_DETAILS, "SELECT " MEETING_DETAIL_FIELDS " FROM meeting_detail ORDER BY meeting") \
	X(MEETING_DETAIL_SET, "INSERT INTO meeting_detail (" MEETING_DETAIL_FIELDS ") VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (meeting) DO " \
		"UPDATE SET posted = excluded.posted, posted_by = excluded.posted_by, series = excluded.series, why = excluded.why") \
	X(TRAINING_INSERT, "INSERT INTO training (" TRAINING_FIELDS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)") \
	X(TRAININGS, "SELECT id, " TRAINING_FIELDS " FROM training WHERE ?1 = 0 OR body = ?1 ORDER BY day, id") \
	X(DISCLOSURE_INSERT, "INSERT INTO disclosure (" DISCLOSURE_FIELDS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)") \
	X(DISCLOSURES, "SELECT id, " DISCLOSURE_FIELDS ", ended FROM disclosure WHERE ?1 = 0 OR body = ?1 ORDER BY id") \
	X(DISCLOSURE_END, "UPDATE disclosure SET ended = ?2 WHERE id = ?1 AND ended IS NULL") \
	X(RECOMMENDATION_INSERT, "INSERT INTO recommendation (body, number, title, made, at, who) VALUES (?1, ?2, ?3, ?4, ?5, ?6)") \
	X(RECOMMENDATIONS, "SELECT id, body, number, title, made, at, who FROM recommendation WHERE ?1 = 0 OR body = ?1 ORDER BY id") \
	X(RECOMMENDATION_EVENT_INSERT, "INSERT INTO recommendation_event (recommendation, at, who, what, field, was, value, day, why, undoes) " \
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)") \
	X(RECOMMENDATION_EVENTS, "SELECT recommendation, event.id, event.at, event.who, what, field, was, value, day, why, undoes " \
		"FROM recommendation JOIN recommendation_event AS event ON recommendation = recommendation.id " \
		"WHERE ?1 = 0 OR body = ?1 ORDER BY recommendation, event.id") \
	X(JOURNAL_LAST, "SELECT seq, hash FROM journal WHERE meeting = ?1 ORDER BY seq DESC LIMIT 1") \
	X(JOURNAL_HASH_AT, "SELECT hash FROM journal WHERE meeting = ?1 AND seq = ?2") \
	X(JOURNAL_INSERT, "INSERT INTO journal (meeting, " JOURNAL_FIELDS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)") \
	X(JOURNAL_READ, "SELECT " JOURNAL_FIELDS " FROM journal WHERE meeting = ?1 AND seq > ?2 ORDER BY seq") \
	X(JOURNAL_FIND, "SELECT meeting FROM journal WHERE id = ?1") \
	X(JOURNAL_MEETINGS, "SELECT id FROM meeting WHERE EXISTS (SELECT 1 FROM journal WHERE journal.meeting = meeting.id) ORDER BY starts, id") \
	X(ROLLUP_ADD, "INSERT INTO rollup (cube, body, month, key, n) VALUES (?1, ?2, ?3, ?4, ?5) " \
		"ON CONFLICT (cube, body, month, key) DO UPDATE SET n = rollup.n + excluded.n") \
	X(ROLLUP_READ, "SELECT month, key, n FROM rollup WHERE cube = ?1 AND body = ?2 AND month >= ?3 AND month <= ?4 " \
		"AND n <> 0 ORDER BY month, key") \
	X(ROLLUP_BEFORE, "SELECT sum(n) FROM rollup WHERE cube = ?1 AND body = ?2 AND month > ?3 AND month < ?4") \
	X(ROLLUP_CLEAR, "DELETE FROM rollup") \
	X(FORCE_CELLS, "SELECT body, occurred, type FROM force") \
	X(FINDING_CELLS, "SELECT case_id, finding_investigator, finding_board, finding_chief, finding_final FROM allegation") \
	X(DATA_VERSION, "PRAGMA data_version") \
	X(SEARCH_INSERT, "INSERT INTO search (rowid, number, summary, detail) VALUES (?1, ?2, ?3, ?4)") \
	X(SEARCH_DELETE, "INSERT INTO search (search, rowid, number, summary, detail) VALUES ('delete', ?1, ?2, ?3, ?4)") \
	X(SEARCH_SETTING, "INSERT INTO search (search, rank) VALUES (?1, ?2)") \
	X(SEARCH, "SELECT visit(rowid) FROM search WHERE search MATCH ?1 AND rowid > ?2") \
	X(SEARCH_TERM, "SELECT term FROM temp.search_terms WHERE term >= ?1 LIMIT 1")

enum statement {
#define X(id, sql) SQL_##id,
	STATEMENT_LIST(X)
#undef X
	STATEMENTS
};

struct store;
bool statement_prepare_all(struct store *store, GError **error);
void statement_finalize_all(struct store *store);

/* A statement in use: reset when it leaves its block, so that no read transaction outlives a call. */
typedef sqlite3_stmt running_t;
running_t *statement_start(struct store *store, enum statement id);
void statement_stop(running_t *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(running_t, statement_stop)

/* Binding. Text and bytes must live until the statement stops; NULL text, word 0 and an unknown day are NULL. */
void bind_text(running_t *statement, int at, const char *text);
void bind_bytes(running_t *statement, int at, const void *bytes, size_t length);
void bind_int(running_t *statement, int at, gint64 value);
void bind_id(running_t *statement, int at, gint64 id);      /* 0 is NULL */
void bind_day(running_t *statement, int at, day_t day);
/* Binds the id of a word, adding it where it is new. */
bool bind_word(struct store *store, running_t *statement, int at, enum word_list list, const char *word, GError **error);

char *column_text(running_t *statement, int at);            /* g_free; NULL for NULL */
char *column_word(struct store *store, running_t *statement, int at);   /* g_free; the word of an id */
int column_word_id(running_t *statement, int at);           /* 0 for what can be no id of a word */
day_t column_day(running_t *statement, int at);
int column_small(running_t *statement, int at, int unknown); /* unknown for NULL */

/* Steps: 1 a row, 0 the end, -1 failed with error. */
int statement_step(struct store *store, running_t *statement, GError **error);
/* Runs a statement that gives no rows; id (may be NULL) gets the id of the inserted row. */
bool statement_run(struct store *store, running_t *statement, id_t64 *id, GError **error);

/* All rows of a statement whose first parameter is an id, each read by a function into an owned record. */
typedef void *row_reader(struct store *store, running_t *row);
GPtrArray *statement_list(struct store *store, enum statement id, id_t64 parameter, row_reader *read, GDestroyNotify free_record, GError **error);

#endif
