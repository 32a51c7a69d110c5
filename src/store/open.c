#include "store/head_file.h"
#include "store/store_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

/* SQLite's own advice for files from elsewhere (LIMITS.md B1), with room for a row of published data. */
static const struct { int limit, value; } limits[] = {
	{ SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
	{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
	{ SQLITE_LIMIT_COLUMN, 100 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 20 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 3 },
	{ SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 8 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 40 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

static const struct { int option, value; } options[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
};

const char *store_network_name(long type)
{
	static const struct { long type; const char *name; } networks[] = {
		{ 0x6969, "nfs" }, { 0x517b, "smb" }, { 0xff534d42, "cifs" }, { 0xfe534d42, "smb2" }, { 0x564c, "ncp" },
		{ 0x5346414f, "afs" }, { 0x6b414653, "afs" }, { 0x73757245, "coda" }, { 0x00c36400, "ceph" }, { 0x47504653, "gpfs" },
		{ 0x0bd00bd0, "lustre" },
	};

	for (unsigned i = 0; i < G_N_ELEMENTS(networks); i++)
		if ((networks[i].type & 0xffffffff) == (type & 0xffffffff))
			return networks[i].name;
	return NULL;
}

static bool refuse(struct store *store, GError **error, const char *what)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s: %s", store->path, what);
	return false;
}

/* SQLite's locks and its shared memory need one machine (sqlite.org/wal.html). */
static bool check_file_system(struct store *store, const char *folder, GError **error)
{
	struct statfs fs;
	const char *name = statfs(folder, &fs) == 0 ? store_network_name(fs.f_type) : NULL;

	if (!name)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: is on a network file system (%s), where two machines could damage it; "
		"copy it to a local disk"), store->path, name);
	return false;
}

static bool may(const char *path, int mode)
{
	return faccessat(AT_FDCWD, path, mode, AT_EACCESS) == 0;
}

static bool check_existing(struct store *store, const struct stat *st, GError **error)
{
	if (!S_ISREG(st->st_mode))
		return refuse(store, error, _("is not a file"));
	if (!may(store->path, R_OK))
		return refuse(store, error, _("may not be read by you; ask whoever owns it"));
	if (st->st_size == 0)
		return refuse(store, error, _("the file is empty, so whatever was in it is lost; restore a copy, or remove it and make a new one"));
	return true;
}

static bool create_file(struct store *store, GError **error)
{
	int fd = open(store->path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);

	if (fd < 0 && errno == EEXIST)
		return refuse(store, error, _("there is a file already; choose another name"));
	if (fd < 0)
		return refuse(store, error, g_strerror(errno));
	close(fd);
	return true;
}

/* The head file of a database that is gone would say of the new one that its events are lost. */
static bool head_is_new(struct store *store, GError **error)
{
	if (access(store->head, F_OK) != 0)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: belongs to an earlier database of this name; put it away, or choose another name"),
		store->head);
	return false;
}

static gint64 file_size(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (gint64) st.st_size : -1;
}

static bool has_bytes(const char *path)
{
	return file_size(path) > 0;
}

/*
 * Decides how the file can be opened. Who may not write it must not leave a -wal or -shm of his own behind, which would lock
 * its owner out (LIMITS.md B2); where there is no -wal with anything in it, the file alone is the whole database.
 */
static bool choose_access(struct store *store, const char *folder, enum store_mode mode, GError **error)
{
	g_autofree char *shm = g_strconcat(store->real, "-shm", NULL);
	bool log_ready = may(store->wal, R_OK | W_OK) && may(shm, R_OK | W_OK);

	if (may(store->path, W_OK) && (may(folder, W_OK) || log_ready))
		return true;
	if (mode == STORE_CREATE)
		return refuse(store, error, g_strerror(EACCES));
	store->read_only = g_strdup(may(store->path, W_OK) ? _("the folder may only be read") : _("the file may only be read"));
	if (has_bytes(store->journal))
		return refuse(store, error, _("an import into it is at work, or was interrupted; wait for its end, "
			"or let someone who may write it open it once"));
	if (has_bytes(store->wal) && file_size(shm) < 0)
		return refuse(store, error, _("changes in its -wal file cannot be read here; copy the file together with its -wal to a folder you may write"));
	store->immutable = file_size(store->wal) <= 0 && !(file_size(store->wal) == 0 && may(shm, R_OK));
	return true;
}

static bool open_handle(struct store *store, enum store_mode mode, GError **error)
{
	g_autofree char *absolute = g_canonicalize_filename(store->path, NULL);
	g_autofree char *uri = g_filename_to_uri(absolute, NULL, error);
	g_autofree char *name = NULL;
	/* An import killed half way into an empty database leaves a journal, which only who may write can roll back. */
	bool interrupted = !store->read_only && has_bytes(store->journal);
	bool read_only = (mode == STORE_READ && !interrupted) || store->read_only;
	int flags = (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;

	if (!uri)
		return false;
	name = g_strconcat(uri, store->immutable ? "?immutable=1" : NULL, NULL);
	if (sqlite3_open_v2(name, &store->db, flags, NULL) != SQLITE_OK)
		return store_fail(store, error);
	return true;
}

/* Nothing here changes the file: it may still turn out to be somebody else's. */
static bool configure(struct store *store, GError **error)
{
	int on = 1;

	store_set_patience(store, BUSY_MS);
	for (unsigned i = 0; i < G_N_ELEMENTS(limits); i++)
		sqlite3_limit(store->db, limits[i].limit, limits[i].value);
	for (unsigned i = 0; i < G_N_ELEMENTS(options); i++)
		sqlite3_db_config(store->db, options[i].option, options[i].value, NULL);
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_PERSIST_WAL, &on);
	search_register(store);
	return store_execute(store, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = FULL; "
		"PRAGMA journal_size_limit = 67108864", error);
}

/* An older database can only be read after someone who may write it has brought it up to date. */
static bool bring_up_to_date(struct store *store, enum store_mode mode, GError **error)
{
	bool may_write = mode != STORE_READ && !store->read_only;
	int version;

	if (mode == STORE_CREATE)
		return store_execute(store, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL", error)
			&& schema_migrate(store, schema_migrations, error);
	if (!schema_identify(store, SCHEMA_VERSION, &version, error))
		return false;
	if (may_write)
		return (version == SCHEMA_VERSION || schema_backup(store, version, error))
			&& store_execute(store, "PRAGMA journal_mode = WAL", error) && schema_migrate(store, schema_migrations, error);
	if (version == SCHEMA_VERSION)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: written by an older dais (schema %d); "
		"open it once as someone who may write it"), store->path, version);
	return false;
}

/* Remembers which file this is, to notice later that another one stands in its place. */
static void remember_file(struct store *store)
{
	struct stat st;

	if (stat(store->path, &st) == 0) {
		store->device = st.st_dev;
		store->inode = st.st_ino;
		store->size = st.st_size;
		store->changed = st.st_mtim;
	}
}

/* SQLite puts its files beside the one a symbolic link leads to, and so do we. */
static void name_files(struct store *store)
{
	char *real = realpath(store->path, NULL);

	store->real = g_strdup(real ? real : store->path);
	free(real);
	store->wal = g_strconcat(store->real, "-wal", NULL);
	store->journal = g_strconcat(store->real, "-journal", NULL);
	store->notify = g_strconcat(store->real, "-notify", NULL);
	store->head = g_strconcat(store->real, ".head", NULL);
	store->clerk = g_strconcat(store->real, ".clerk", NULL);
}

int store_open_beside(struct store *store, const char *path, int flags)
{
	struct statx what;
	struct stat st;
	int fd = -1;

	flags |= O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
	if (!(flags & O_EXCL))
		fd = open(path, flags & ~O_CREAT);
	if (fd < 0 && (flags & O_CREAT) && ((flags & O_EXCL) || errno == ENOENT))
		fd = open(path, flags, stat(store->path, &st) == 0 ? st.st_mode & 0666 : 0600);
	if (fd < 0 && (errno == EISDIR || errno == ENXIO))
		errno = ELOOP;
	/* A file whose times were asked for gets a new one at its next write, and that makes the next commit a fifth slower. */
	if (fd >= 0 && (statx(fd, "", AT_EMPTY_PATH, STATX_TYPE, &what) != 0 || !S_ISREG(what.stx_mode))) {
		close(fd);
		errno = ELOOP;
		return -1;
	}
	return fd;
}

static bool open_all(struct store *store, enum store_mode mode, GError **error)
{
	struct stat st;

	name_files(store);
	g_autofree char *folder = g_path_get_dirname(store->real);
	if (!check_file_system(store, folder, error))
		return false;
	if (mode != STORE_CREATE && stat(store->path, &st) != 0) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: %s; make a database with: dais init FILE"), store->path, g_strerror(errno));
		return false;
	}
	if (mode != STORE_CREATE && !check_existing(store, &st, error))
		return false;
	if (mode == STORE_CREATE && !(head_is_new(store, error) && create_file(store, error)))
		return false;
	remember_file(store);
	return choose_access(store, folder, mode, error) && open_handle(store, mode, error)
		&& configure(store, error)
		&& bring_up_to_date(store, mode, error) && schema_check(store, error) && statement_prepare_all(store, error)
		&& store_revisions(store, store->revision, error);
}

/* One thread, and nobody asks SQLite how much memory it took: a tenth less work in an import. Only the first call counts. */
static void configure_library(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

struct store *store_open(const char *path, enum store_mode mode, GError **error)
{
	struct store *store = g_new0(struct store, 1);
	bool made;

	configure_library();
	store->path = g_strdup(path);
	store->packed = g_byte_array_sized_new(1024);
	store->line_number = g_string_new(NULL);
	store->line_summary = g_string_new(NULL);
	store->new_cases = g_array_new(FALSE, FALSE, sizeof(struct case_key));
	word_store_start(store);
	if (open_all(store, mode, error)) {
		if (mode == STORE_READ && !store->read_only)
			store->read_only = g_strdup(_("opened for reading"));
		if (!store->read_only && file_size(store->notify) < 0)
			store_wake(store);
		return store;
	}
	made = mode == STORE_CREATE && store->inode != 0;    /* by us: somebody else's file stays */
	store_free(store);
	if (made)
		unlink(path);
	return NULL;
}

void store_free(struct store *store)
{
	if (!store)
		return;
	store_rollback(store);
	head_file_sync(store);
	statement_finalize_all(store);
	sqlite3_close(store->db);
	word_store_stop(store);
	raw_store_forget(store);
	rollup_store_forget(store);
	search_forget(store);
	g_byte_array_unref(store->packed);
	g_string_free(store->line_number, TRUE);
	g_string_free(store->line_summary, TRUE);
	g_array_unref(store->new_cases);
	g_clear_pointer(&store->cells, g_hash_table_unref);
	g_clear_pointer(&store->documents, g_hash_table_unref);
	g_free(store->read_only);
	g_free(store->notify);
	g_free(store->head);
	g_free(store->clerk);
	g_free(store->wal);
	g_free(store->journal);
	g_free(store->real);
	g_free(store->path);
	g_free(store);
}
