#include "store/store_private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Version 1. Days are days since 1970 (NULL unknown), instants seconds since 1970 in UTC; kind, class, finding ... are ids of
 * words (NULL none). The facts of a case stand before its texts, so that a scan of all cases decodes little of each row.
 */
#define TABLE_META "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"
#define TABLE_REVISION "CREATE TABLE revision (topic INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT"
#define TABLE_WORD "CREATE TABLE word (id INTEGER PRIMARY KEY, list TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (list, text)) STRICT"
#define TABLE_SOURCE "CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, map TEXT NOT NULL, " \
	"headings BLOB NOT NULL, imported INTEGER NOT NULL, rows INTEGER NOT NULL) STRICT"
#define TABLE_RAW "CREATE TABLE raw (id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source (id), line INTEGER NOT NULL, " \
	"hash INTEGER NOT NULL, fields BLOB NOT NULL) STRICT"
#define TABLE_CASES "CREATE TABLE cases (id INTEGER PRIMARY KEY, body INTEGER NOT NULL, kind INTEGER, district INTEGER, channel INTEGER, " \
	"source INTEGER, state INTEGER, class INTEGER, priority INTEGER NOT NULL, open INTEGER NOT NULL CHECK (open IN (0, 1)), " \
	"received INTEGER, occurred INTEGER, closed INTEGER, due INTEGER, privacy INTEGER, raw INTEGER, number TEXT NOT NULL, summary TEXT) STRICT"
#define INDEX_CASES_NUMBER "CREATE UNIQUE INDEX cases_number ON cases (number, body)"
#define TABLE_PERSON "CREATE TABLE person (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases (id), role TEXT NOT NULL, " \
	"ref TEXT, race INTEGER, sex INTEGER, unit INTEGER, age INTEGER) STRICT"
#define TABLE_ALLEGATION "CREATE TABLE allegation (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases (id), class INTEGER, " \
	"detail INTEGER, finding_investigator INTEGER, finding_board INTEGER, finding_chief INTEGER, finding_final INTEGER, " \
	"discipline INTEGER, closure INTEGER, officer_race INTEGER, officer_sex INTEGER, officer_unit INTEGER, officer_age INTEGER, " \
	"copy INTEGER NOT NULL, raw INTEGER, officer TEXT, key TEXT) STRICT"
#define TABLE_EVENT "CREATE TABLE case_event (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases (id), " \
	"happened INTEGER NOT NULL, who TEXT, what TEXT NOT NULL, from_state TEXT, to_state TEXT, why TEXT) STRICT"
#define TABLE_FORCE "CREATE TABLE force (id INTEGER PRIMARY KEY, body INTEGER, occurred INTEGER, type INTEGER, district INTEGER, " \
	"level INTEGER, status INTEGER, subject_race INTEGER, subject_sex INTEGER, subject_unit INTEGER, subject_age INTEGER, " \
	"subject_injured INTEGER NOT NULL, officer_race INTEGER, officer_sex INTEGER, officer_unit INTEGER, officer_age INTEGER, " \
	"officer_injured INTEGER NOT NULL, copy INTEGER NOT NULL, raw INTEGER, number TEXT, disposition TEXT, subject TEXT, officer TEXT) STRICT"
#define TABLE_MEETING "CREATE TABLE meeting (id INTEGER PRIMARY KEY, body INTEGER, kind TEXT, starts INTEGER NOT NULL, place TEXT, " \
	"title TEXT, status TEXT NOT NULL) STRICT"
#define INDEX_MEETING "CREATE INDEX meeting_starts ON meeting (starts)"
#define TABLE_ITEM "CREATE TABLE agenda_item (id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting (id), " \
	"position INTEGER NOT NULL, number TEXT, title TEXT, public_title TEXT, section TEXT, action TEXT, minutes INTEGER NOT NULL, " \
	"consent INTEGER NOT NULL, closed INTEGER NOT NULL, presenter TEXT, case_number TEXT) STRICT"
#define INDEX_ITEM "CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id)"
#define TABLE_ROLLUP "CREATE TABLE rollup (cube INTEGER NOT NULL, body INTEGER NOT NULL, month INTEGER NOT NULL, key INTEGER NOT NULL, " \
	"n INTEGER NOT NULL, PRIMARY KEY (cube, body, month, key)) STRICT, WITHOUT ROWID"
#define TABLE_SEARCH "CREATE VIRTUAL TABLE search USING fts5(number, summary, detail, content='', columnsize=0, prefix='1 2', " \
	"tokenize='unicode61 remove_diacritics 2')"

/* Made after the rows in bulk. The index of open cases holds all their facts: an overview never touches the table. */
#define INDEX_CASES_OPEN "CREATE INDEX cases_open ON cases (due, id, body, kind, district, channel, source, state, class, priority, " \
	"open, received, occurred, closed) WHERE open = 1"
#define INDEX_PERSON "CREATE INDEX person_case ON person (case_id)"
#define INDEX_ALLEGATION "CREATE INDEX allegation_case ON allegation (case_id, class, detail)"
#define INDEX_EVENT "CREATE INDEX case_event_case ON case_event (case_id)"

/* Of version 3: where the chief's word is another than the board's, so that the docket does not read every allegation. */
#define INDEX_DIFFERS "CREATE INDEX allegation_differs ON allegation (case_id, finding_board, finding_chief) WHERE finding_board <> finding_chief"

/* And where the chief may have given the reason. */
#define INDEX_ANSWERED "CREATE INDEX case_event_answered ON case_event (case_id) WHERE what IN ('answer', 'finding')"

static const struct secondary { const char *name, *sql; } secondary_indexes[] = {
	{ "cases_open", INDEX_CASES_OPEN },
	{ "person_case", INDEX_PERSON },
	{ "allegation_case", INDEX_ALLEGATION },
	{ "case_event_case", INDEX_EVENT },
	{ "allegation_differs", INDEX_DIFFERS },
	{ "case_event_answered", INDEX_ANSWERED },
};

/* Version 2: the journals of meetings (domain/journal.h). prev and hash are the bytes of a SHA-256. */
#define TABLE_JOURNAL "CREATE TABLE journal (meeting INTEGER NOT NULL REFERENCES meeting (id), seq INTEGER NOT NULL, at INTEGER NOT NULL, " \
	"id TEXT NOT NULL UNIQUE, who TEXT NOT NULL, kind TEXT NOT NULL, seat TEXT, other TEXT, item INTEGER NOT NULL, motion INTEGER NOT NULL, " \
	"number INTEGER NOT NULL, word TEXT, text TEXT, note TEXT, prev BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (meeting, seq)) STRICT, WITHOUT ROWID"

/*
 * Version 3: the docket and the agenda. case_event_detail says more of a case event (domain/case_history.h). case_clock holds where the
 * clocks of open cases stand; it follows from the events and the board file and is written with them, so that what is due is found
 * without reading a million cases. agenda_change is the history of an agenda: what was changed, by whom, from what to what.
 */
#define TABLE_EVENT_DETAIL "CREATE TABLE case_event_detail (event INTEGER PRIMARY KEY REFERENCES case_event (id), allegation INTEGER, " \
	"stage TEXT, clock TEXT, was TEXT, value TEXT, day INTEGER, undoes INTEGER) STRICT"
#define TABLE_CLOCK "CREATE TABLE case_clock (case_id INTEGER NOT NULL REFERENCES cases (id), clock TEXT NOT NULL, status INTEGER NOT NULL, " \
	"started INTEGER NOT NULL, due INTEGER NOT NULL, body INTEGER, PRIMARY KEY (case_id, clock)) STRICT, WITHOUT ROWID"
#define INDEX_CLOCK "CREATE INDEX case_clock_due ON case_clock (due, clock, body, case_id) WHERE status = 1"
#define TABLE_ITEM_DETAIL "CREATE TABLE agenda_item_detail (item INTEGER PRIMARY KEY REFERENCES agenda_item (id), entry TEXT, docket TEXT, " \
	"mover TEXT, brief TEXT, carried INTEGER NOT NULL, unposted INTEGER NOT NULL) STRICT"
#define INDEX_ITEM_DOCKET "CREATE INDEX agenda_item_docket ON agenda_item_detail (docket) WHERE docket IS NOT NULL"
#define INDEX_ITEM_CASE "CREATE INDEX agenda_item_case ON agenda_item (case_number, meeting_id) WHERE case_number IS NOT NULL"
#define TABLE_ATTACHMENT "CREATE TABLE attachment (id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES agenda_item (id), " \
	"position INTEGER NOT NULL, label TEXT, target TEXT NOT NULL) STRICT"
#define INDEX_ATTACHMENT "CREATE INDEX attachment_item ON attachment (item)"
#define TABLE_AGENDA_CHANGE "CREATE TABLE agenda_change (meeting INTEGER NOT NULL REFERENCES meeting (id), seq INTEGER NOT NULL, " \
	"at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, item INTEGER, was TEXT, became TEXT, undoes INTEGER, " \
	"PRIMARY KEY (meeting, seq)) STRICT, WITHOUT ROWID"
#define INDEX_AGENDA_CHANGE "CREATE INDEX agenda_change_item ON agenda_change (item)"
#define TABLE_MEETING_DETAIL "CREATE TABLE meeting_detail (meeting INTEGER PRIMARY KEY REFERENCES meeting (id), posted INTEGER, posted_by TEXT, " \
	"series TEXT, why TEXT) STRICT"
#define TABLE_REQUEST "CREATE TABLE request (id INTEGER PRIMARY KEY, body INTEGER, at INTEGER NOT NULL, who TEXT NOT NULL, title TEXT NOT NULL, " \
	"case_number TEXT, meeting INTEGER, settled INTEGER) STRICT"
#define TABLE_DISCLOSURE "CREATE TABLE disclosure (id INTEGER PRIMARY KEY, body INTEGER NOT NULL, seat TEXT NOT NULL, holder TEXT NOT NULL, " \
	"matter TEXT NOT NULL, about TEXT NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL, ended INTEGER) STRICT"
#define TABLE_TRAINING "CREATE TABLE training (id INTEGER PRIMARY KEY, body INTEGER NOT NULL, seat TEXT NOT NULL, holder TEXT NOT NULL, " \
	"course TEXT NOT NULL, day INTEGER NOT NULL, minutes INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL) STRICT"

/* Version 4: recommendations (domain/recommendation.h). */
#define TABLE_RECOMMENDATION "CREATE TABLE recommendation (id INTEGER PRIMARY KEY, body INTEGER NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL, " \
	"made INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL) STRICT"
#define INDEX_RECOMMENDATION "CREATE UNIQUE INDEX recommendation_number ON recommendation (number, body)"
#define TABLE_RECOMMENDATION_EVENT "CREATE TABLE recommendation_event (id INTEGER PRIMARY KEY, recommendation INTEGER NOT NULL " \
	"REFERENCES recommendation (id), at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, field TEXT, was TEXT, value TEXT, day INTEGER, " \
	"why TEXT, undoes INTEGER) STRICT"
#define INDEX_RECOMMENDATION_EVENT "CREATE INDEX recommendation_event_of ON recommendation_event (recommendation)"

static const char *const schema_1[] = {
	TABLE_META, TABLE_REVISION, TABLE_WORD, TABLE_SOURCE, TABLE_RAW, TABLE_CASES, INDEX_CASES_NUMBER, TABLE_PERSON,
	TABLE_ALLEGATION, TABLE_EVENT, TABLE_FORCE, TABLE_MEETING, INDEX_MEETING, TABLE_ITEM, INDEX_ITEM, TABLE_ROLLUP,
	TABLE_SEARCH, INDEX_CASES_OPEN, INDEX_PERSON, INDEX_ALLEGATION, INDEX_EVENT, NULL
};

static const char *const schema_2[] = { TABLE_JOURNAL, NULL };

static const char *const schema_3[] = {
	INDEX_DIFFERS, INDEX_ANSWERED,
	TABLE_EVENT_DETAIL, TABLE_CLOCK, INDEX_CLOCK, TABLE_ITEM_DETAIL, INDEX_ITEM_DOCKET, INDEX_ITEM_CASE, TABLE_ATTACHMENT, INDEX_ATTACHMENT,
	TABLE_AGENDA_CHANGE, INDEX_AGENDA_CHANGE, TABLE_MEETING_DETAIL, TABLE_REQUEST, TABLE_DISCLOSURE, TABLE_TRAINING, NULL
};

static const char *const schema_4[] = {
	TABLE_RECOMMENDATION, INDEX_RECOMMENDATION, TABLE_RECOMMENDATION_EVENT, INDEX_RECOMMENDATION_EVENT, NULL
};

const struct migration schema_migrations[] = {
	{ 1, schema_1 },
	{ 2, schema_2 },
	{ 3, schema_3 },
	{ 4, schema_4 },
	{ 0, NULL }
};

/* What FTS5 makes beside the search table. */
static const char *const shadow_tables[] = { "search_data", "search_idx", "search_config" };

static bool pragma_int(struct store *store, const char *pragma, int *value, GError **error)
{
	sqlite3_stmt *statement = NULL;
	bool good = sqlite3_prepare_v2(store->db, pragma, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW;

	if (good)
		*value = sqlite3_column_int(statement, 0);
	else
		store_fail(store, error);
	sqlite3_finalize(statement);
	return good;
}

bool schema_identify(struct store *store, int newest, int *version, GError **error)
{
	int application;

	if (!pragma_int(store, "PRAGMA application_id", &application, error) || !pragma_int(store, "PRAGMA user_version", version, error))
		return false;
	if (application != SCHEMA_APPLICATION) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: this database was made by another program; "
			"make one with: dais init FILE"), store->path);
		return false;
	}
	if (*version > newest) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: written by a newer dais (schema %d, this one knows %d); "
			"update dais on this machine"), store->path, *version, newest);
		return false;
	}
	return true;
}

static bool migrate_step(struct store *store, const struct migration *step, GError **error)
{
	g_autofree char *mark = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d", SCHEMA_APPLICATION, step->version);

	if (!store_execute(store, "BEGIN IMMEDIATE", error))
		return false;
	for (const char *const *sql = step->sql; *sql; sql++)
		if (!store_execute(store, *sql, error))
			goto undo;
	if (store_execute(store, mark, error) && store_execute(store, "COMMIT", error))
		return true;
undo:
	store_execute(store, "ROLLBACK", NULL);
	return false;
}

/* A new file beside the database that nobody had before: its name, or NULL. */
static char *new_file(const char *path, int version, mode_t mode)
{
	for (int n = 1; n < 100; n++) {
		g_autofree char *name = g_strdup_printf(n > 1 ? "%s.schema-%d-%d" : "%s.schema-%d", path, version, n);
		int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
		if (fd >= 0) {
			close(fd);
			return g_steal_pointer(&name);
		}
		if (errno != EEXIST)
			return NULL;
	}
	return NULL;
}

static bool copy_all(struct store *store, const char *name)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *backup = NULL;
	bool good = sqlite3_open_v2(name, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
		&& (backup = sqlite3_backup_init(copy, "main", store->db, "main")) && sqlite3_backup_step(backup, -1) == SQLITE_DONE;

	good = sqlite3_backup_finish(backup) == SQLITE_OK && good;
	return sqlite3_close(copy) == SQLITE_OK && good;
}

bool schema_backup(struct store *store, int version, GError **error)
{
	struct stat st;
	g_autofree char *name = new_file(store->path, version, stat(store->path, &st) == 0 ? st.st_mode & 0666 : 0600);

	if (name && copy_all(store, name))
		return true;
	if (name)
		unlink(name);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: is of an older schema, and no copy could be made beside it before it is changed; "
		"free some space there"), store->path);
	return false;
}

bool schema_migrate(struct store *store, const struct migration *migrations, GError **error)
{
	int version;

	if (!pragma_int(store, "PRAGMA user_version", &version, error))
		return false;
	for (const struct migration *step = migrations; step->version; step++)
		if (step->version > version && !migrate_step(store, step, error)) {
			g_prefix_error(error, _("bringing the database to schema %d failed, nothing was changed: "), step->version);
			return false;
		}
	return true;
}

/* The n-th statement of all versions, or NULL after the last. */
static const char *statement_at(unsigned n)
{
	for (const struct migration *step = schema_migrations; step->version; step++)
		for (const char *const *sql = step->sql; *sql; sql++)
			if (n-- == 0)
				return *sql;
	return NULL;
}

/* Is this object made by one of our statements? sql as SQLite keeps it is exactly ours. */
static bool is_ours(const char *sql, guint64 *seen)
{
	const char *ours;

	for (unsigned i = 0; (ours = statement_at(i)); i++)
		if (strcmp(ours, sql) == 0) {
			*seen |= G_GUINT64_CONSTANT(1) << i;
			return true;
		}
	return false;
}

static bool object_allowed(const char *type, const char *name, const char *sql, guint64 *seen)
{
	if (strcmp(type, "index") == 0)
		return sql == NULL || is_ours(sql, seen);
	if (strcmp(type, "table") != 0 || sql == NULL)
		return false;
	for (unsigned i = 0; i < G_N_ELEMENTS(shadow_tables); i++)
		if (strcmp(name, shadow_tables[i]) == 0)
			return g_str_has_prefix(sql, "CREATE TABLE '");
	return g_str_has_prefix(name, "sqlite_stat") || is_ours(sql, seen);
}

bool schema_check(struct store *store, GError **error)
{
	sqlite3_stmt *row = NULL;
	guint64 seen = 0;
	bool good = true;
	int rc;

	if (sqlite3_prepare_v2(store->db, "SELECT type, name, sql FROM sqlite_schema", -1, &row, NULL) != SQLITE_OK)
		return store_fail(store, error);
	while (good && (rc = sqlite3_step(row)) == SQLITE_ROW) {
		const char *type = (const char *) sqlite3_column_text(row, 0), *name = (const char *) sqlite3_column_text(row, 1);
		if (!(good = type && name && object_allowed(type, name, (const char *) sqlite3_column_text(row, 2), &seen)))
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: holds a %s \"%s\" that dais did not make; it is not opened. "
				"Use a copy you trust"), store->path, type ? type : "?", name ? name : "?");
	}
	if (good && rc != SQLITE_DONE)
		good = store_fail(store, error);
	sqlite3_finalize(row);
	const char *ours;
	for (unsigned i = 0; good && (ours = statement_at(i)); i++)
		if (!(seen >> i & 1)) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: a part of the database is missing (%.40s ...); use a copy you trust"),
				store->path, ours);
			good = false;
		}
	return good;
}

bool schema_drop_indexes(struct store *store, GError **error)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(secondary_indexes); i++) {
		g_autofree char *sql = g_strconcat("DROP INDEX ", secondary_indexes[i].name, NULL);
		if (!store_execute(store, sql, error))
			return false;
	}
	return true;
}

bool schema_make_indexes(struct store *store, GError **error)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(secondary_indexes); i++)
		if (!store_execute(store, secondary_indexes[i].sql, error))
			return false;
	return true;
}
