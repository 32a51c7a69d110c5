/*
 * What the files of this folder share and nobody else sees: the open database, its prepared statements, and the work that
 * a transaction collects until its commit (rollup cells, search documents, touched topics).
 */
#ifndef DAIS_STORE_STORE_PRIVATE_H
#define DAIS_STORE_STORE_PRIVATE_H

#include <inttypes.h>
#include <sqlite3.h>
#include <sys/types.h>
#include "base/error.h"
#include "base/i18n.h"
#include "store/case_store.h"
#include "store/rollup_store.h"
#include "store/statement.h"
#include "store/store.h"
#include "store/word_store.h"

#define SCHEMA_APPLICATION 0x64616973    /* "dais" in the file's header */
#define SCHEMA_VERSION 4
#define WORD_MOST (16 * 1024 * 1024)       /* more words than this is not a database of ours but a trap */
#define BUSY_MS 5000                       /* store_set_patience, until it is said */

/* A word as the cache holds it. */
struct word { const char *text; enum word_list list; };

/* The part of a case that its allegations' rollup cells need, kept for the last case and for all new ones of a transaction. */
struct case_key { id_t64 id; int body; month_t received; };

struct store {
	sqlite3 *db;
	char *path;                    /* as given, for messages */
	char *real;                    /* the file it leads to, beside which all others are */
	char *wal, *journal, *notify, *head, *clerk;
	char *read_only;               /* the reason in words, or NULL */
	int patience;                  /* how long another writer is waited for, ms */
	bool immutable;                /* read without locks, because no -wal could be made */
	dev_t device; ino_t inode;     /* of the file when it was opened */
	off_t size; struct timespec changed;   /* the same; while it is read without locks they must stay */
	sqlite3_stmt *statement[STATEMENTS];

	int failure;                   /* SQLite's primary code of the last failure */
	struct { guint64 inode, size; } head_seen;   /* the head file when all of it agreed; 0 never looked */
	struct { id_t64 meeting; off_t at; } head_place;   /* where the line of the meeting recorded last stands in it */
	bool head_dirty;               /* written and not synced yet */

	bool writing;                  /* between store_begin and its end */
	unsigned touched;              /* topics, as bits */
	gint64 revision[STORE_TOPICS];
	int data_version;              /* of the last look; 0 never looked */

	GArray *words;                 /* struct word, by id; [0] is unused */
	GHashTable *word_ids[WORD_LISTS];   /* text -> id */
	GStringChunk *word_texts;      /* lives as long as the store: words handed out stay good */
	int words_stored;              /* words before this transaction: what a rollback goes back to */

	GHashTable *cells;             /* rollup cells changed in this transaction */
	GHashTable *documents;         /* case id -> struct search_document as indexed now; only of cases changed in it */
	id_t64 first_new_case;         /* ids from here on were inserted in this transaction and are not indexed yet */
	GArray *new_cases;             /* struct case_key of the cases inserted in this transaction, ascending ids */
	struct case_key last_case;
	bool bulk, bulk_fresh;         /* bulk writing; into tables that were empty */
	bool without_log;              /* a rollback journal in place of the write-ahead log, until the transaction ends */

	GArray *raw_hashes;            /* gint64, ascending: rows stored before this transaction for raw_map */
	char *raw_map;

	struct { bool (*row)(id_t64 id, void *data); void *data; bool stopped; } visit;    /* of the search that runs */

	GByteArray *packed;            /* the raw row being written */
	GString *line_number, *line_summary;   /* of case_store_line */
};

/* --- store.c --- */
/* Sets error from the connection's last failure: what failed, where, what to do. Always gives false. */
bool store_fail(struct store *store, GError **error);
/* Runs SQL without results. */
bool store_execute(struct store *store, const char *sql, GError **error);
/* Ends a transaction that changed nothing, without telling anyone. */
bool store_commit_quietly(struct store *store, GError **error);
/* Asks for a journal mode; where another program is connected nothing changes. */
void store_journal(struct store *store, const char *mode);
/* Touches the notify file, making it where it is not there. */
void store_wake(struct store *store);
/* False with a sentence when no transaction is open: a writer was called outside one, or SQLite undid it after a failure. */
bool store_must_write(struct store *store, GError **error);

/* --- open.c --- */
/* The name of a network file system by its statfs type, or NULL for a local one. */
const char *store_network_name(long type);
/* One of the small files beside the database, made with its mode where O_CREAT asks for it; -1 with errno, ELOOP for anything but a
 * plain file. */
int store_open_beside(struct store *store, const char *path, int flags);

/* --- schema.c --- */
struct migration { int version; const char *const *sql; };   /* sql: statements, NULL at the end */
extern const struct migration schema_migrations[];           /* version 0 at the end */
/* Copies the database to a new file beside it (FILE.schema-VERSION), before it is brought up to date. */
bool schema_backup(struct store *store, int version, GError **error);
/* Brings the database from its version to the table's last one, each step in its own transaction. */
bool schema_migrate(struct store *store, const struct migration *migrations, GError **error);
/* Ours, and of a version we know? *version gets it. Refuses foreign and newer files. */
bool schema_identify(struct store *store, int newest, int *version, GError **error);
/* Every object of the file is one of ours, word for word; nothing is missing, no view and no trigger is there. */
bool schema_check(struct store *store, GError **error);
/* Drops or makes the secondary indexes that bulk writing does without. */
bool schema_drop_indexes(struct store *store, GError **error);
bool schema_make_indexes(struct store *store, GError **error);

/* --- word_store.c --- */
void word_store_start(struct store *store);
void word_store_stop(struct store *store);
bool word_store_refresh(struct store *store, GError **error);
void word_store_rollback(struct store *store);

/* --- rollup_store.c --- */
bool rollup_store_flush(struct store *store, GError **error);
void rollup_store_forget(struct store *store);
/* Adds delta to every cell that a case, an allegation's findings or a force report counts in. */
bool case_facts_count(struct store *store, const struct case_facts *facts, gint64 delta, GError **error);
bool finding_count(struct store *store, const struct case_key *key, const int finding[STAGES], gint64 delta, GError **error);
bool force_count(struct store *store, int body, day_t occurred, int type, gint64 delta, GError **error);

/* --- search.c --- */
/* Keeps what the search index holds for this case before its first change in the transaction. */
bool search_remember(struct store *store, id_t64 case_id, GError **error);
bool search_flush(struct store *store, GError **error);
/* Makes the SQL function of case_store_search known to the connection. */
void search_register(struct store *store);
void search_forget(struct store *store);
void search_bulk(struct store *store, bool on);

/* --- case_read.c --- */
void case_facts_read(sqlite3_stmt *row, struct case_facts *facts);
const char *column_number(running_t *row, int at);
/* --- case_write.c --- */
bool case_key_get(struct store *store, id_t64 id, struct case_key *key, GError **error);

/* --- raw_store.c --- */
void raw_store_forget(struct store *store);

#endif
