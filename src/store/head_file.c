#include "store/head_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "store/journal_store.h"
#include "store/store_private.h"

/* "MEETING SEQ HASH\n" in fixed columns, so that a head is written over in place. */
enum { DIGITS = 19, LINE = DIGITS + 1 + DIGITS + 1 + JOURNAL_HASH + 1, LINES_MOST = 100000, LOOKS = 3 };

static bool fail(struct store *store, GError **error, const char *what)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s: %s", store->head, what);
	return false;
}

static bool fail_open(struct store *store, GError **error)
{
	return fail(store, error, errno == ELOOP ? _("is not a plain file; put it away") : g_strerror(errno));
}

static bool parse(const char *line, struct head *head)
{
	long long meeting, seq;

	if (sscanf(line, "%19lld %19lld %64[0-9a-f]", &meeting, &seq, head->hash) != 3 || line[LINE - 1] != '\n' || strlen(head->hash) != JOURNAL_HASH)
		return false;
	head->meeting = meeting;
	head->seq = seq;
	return meeting > 0 && seq > 0;
}

/* 1 and a head, 0 at the end of the file, -1 where something else stands. */
static int read_line(int fd, off_t at, struct head *head)
{
	char line[LINE + 1] = "";
	ssize_t got = pread(fd, line, LINE, at);

	if (got == 0)
		return 0;
	return got == LINE && parse(line, head) ? 1 : -1;
}

static bool read_lines(struct store *store, int fd, GArray *heads, GError **error)
{
	struct head head;
	int rc;

	while ((rc = read_line(fd, (off_t) heads->len * LINE, &head)) > 0 && heads->len < LINES_MOST)
		g_array_append_val(heads, head);
	if (rc > 0)
		return fail(store, error, _("the file is too long to be ours"));
	if (rc < 0)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:%u: this is no head of a journal. Check the database with dais verify; "
			"if it is sound, delete this file, it is made anew"), store->head, heads->len + 1);
	return rc == 0;
}

GArray *head_file_read(struct store *store, GError **error)
{
	g_autoptr(GArray) heads = g_array_new(FALSE, FALSE, sizeof(struct head));
	int fd = store_open_beside(store, store->head, O_RDONLY);
	bool good;

	if (fd < 0 && errno == ENOENT)
		return g_steal_pointer(&heads);
	if (fd < 0) {
		fail_open(store, error);
		return NULL;
	}
	good = read_lines(store, fd, heads, error);
	close(fd);
	return good ? g_steal_pointer(&heads) : NULL;
}

/* --- what is remembered of the file --- */

static void identify(int fd, guint64 *inode, guint64 *size)
{
	struct statx what = { 0 };

	statx(fd, "", AT_EMPTY_PATH, STATX_INO | STATX_SIZE, &what);    /* not the times: see store_open_beside */
	*inode = what.stx_ino;
	*size = what.stx_size;
}

/* Where the line of a meeting stands and what it says, or -1. */
static off_t find(struct store *store, int fd, id_t64 meeting, struct head *head)
{
	int rc;

	if (store->head_place.meeting == meeting && read_line(fd, store->head_place.at, head) > 0 && head->meeting == meeting)
		return store->head_place.at;
	for (off_t at = 0; at < (off_t) LINES_MOST * LINE && (rc = read_line(fd, at, head)) != 0; at += LINE)
		if (rc > 0 && head->meeting == meeting) {
			store->head_place.meeting = meeting;
			store->head_place.at = at;
			return at;
		}
	return -1;
}

/* --- writing --- */

static void add_line(GString *text, id_t64 meeting, gint64 seq, const char *hash)
{
	g_string_append_printf(text, "%0*" PRId64 " %0*" PRId64 " %s\n", DIGITS, meeting, DIGITS, seq, hash);
}

/* At a place, or behind everything when that is negative. */
static bool put(struct store *store, int fd, off_t at, const GString *text, GError **error)
{
	bool good;

	if (at >= 0)
		good = pwrite(fd, text->str, text->len, at) == (ssize_t) text->len;
	else    /* others may add a line at the same time */
		good = fcntl(fd, F_SETFL, O_APPEND) == 0 && write(fd, text->str, text->len) == (ssize_t) text->len;
	store->head_dirty = true;
	return good || fail(store, error, g_strerror(errno));
}

/* The heads of all journals, not only of the one that goes on. */
static bool make_anew(struct store *store, GError **error)
{
	g_autoptr(GArray) meetings = journal_store_meetings(store, error);
	g_autoptr(GString) text = g_string_new(NULL);
	char hash[JOURNAL_HASH + 1];
	bool good = meetings != NULL;
	gint64 seq;

	for (guint i = 0; good && i < meetings->len; i++) {
		id_t64 meeting = g_array_index(meetings, id_t64, i);
		good = journal_store_last(store, meeting, &seq, hash, error);
		if (good)
			add_line(text, meeting, seq, hash);
	}
	int fd = good ? store_open_beside(store, store->head, O_RDWR | O_CREAT) : -1;
	if (fd < 0)
		return good && fail_open(store, error);
	good = put(store, fd, 0, text, error);
	identify(fd, &store->head_seen.inode, &store->head_seen.size);
	close(fd);
	return good;
}

bool head_file_write(struct store *store, id_t64 meeting, gint64 seq, const char *hash, GError **error)
{
	int fd = store_open_beside(store, store->head, O_RDWR);
	guint64 inode, size = 0;
	struct head head;
	bool good;

	if (fd < 0 && errno != ENOENT)
		return fail_open(store, error);
	if (fd >= 0)
		identify(fd, &inode, &size);
	if (size == 0) {
		if (fd >= 0)
			close(fd);
		return make_anew(store, error);
	}
	off_t at = find(store, fd, meeting, &head);
	if (at >= 0 && head.seq > seq) {    /* another program went on meanwhile, and was quicker here */
		close(fd);
		return true;
	}
	g_autoptr(GString) line = g_string_sized_new(LINE + 1);
	add_line(line, meeting, seq, hash);
	good = put(store, fd, at, line, error);
	if (good && at < 0)
		identify(fd, &store->head_seen.inode, &store->head_seen.size);
	close(fd);
	return good;
}

void head_file_sync(struct store *store)
{
	int fd = store->head_dirty ? store_open_beside(store, store->head, O_RDONLY) : -1;

	store->head_dirty = false;
	if (fd < 0)
		return;
	fdatasync(fd);
	close(fd);
}

/* --- comparing --- */

static bool agrees(struct store *store, const struct head *head, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	gint64 seq;
	int there = journal_store_has(store, head->meeting, head->seq, head->hash, error);

	if (there > 0)
		return true;
	if (there < 0 || !journal_store_last(store, head->meeting, &seq, hash, error))
		return false;
	if (seq < head->seq)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, ngettext("%s: %" PRId64 " event recorded for meeting %" PRId64 " is not in the database "
			"(its head file remembers event %" PRId64 ", the database ends with %" PRId64 "); nothing is recorded until a complete copy is "
			"restored, or %s is put away because the loss is known",
			"%s: %" PRId64 " events recorded for meeting %" PRId64 " are not in the database "
			"(its head file remembers event %" PRId64 ", the database ends with %" PRId64 "); nothing is recorded until a complete copy is "
			"restored, or %s is put away because the loss is known",
			(gulong) (head->seq - seq)), store->path, head->seq - seq, head->meeting, head->seq, seq, store->head);
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: event %" PRId64 " of meeting %" PRId64 " is another than the one its head file "
			"remembers; nothing is recorded until it is clear which is right (dais verify)"), store->path, head->seq, head->meeting);
	return false;
}

static bool all_agree(struct store *store, GError **error)
{
	g_autoptr(GArray) heads = head_file_read(store, error);
	bool good = heads != NULL;

	for (guint i = 0; good && i < heads->len; i++)
		good = agrees(store, &g_array_index(heads, struct head, i), error);
	return good;
}

bool head_file_agrees(struct store *store, GError **error)
{
	g_autoptr(GError) wrong = NULL;

	/* A line that is just being written over may be read half: only what stays wrong is wrong. */
	for (int looks = 0; looks < LOOKS; looks++) {
		g_clear_error(&wrong);
		if (all_agree(store, &wrong))
			return true;
	}
	g_propagate_error(error, g_steal_pointer(&wrong));
	return false;
}

bool head_file_allows(struct store *store, id_t64 meeting, GError **error)
{
	int fd = store_open_beside(store, store->head, O_RDONLY);
	guint64 inode, size;
	struct head head;

	if (fd < 0)
		return errno == ENOENT || fail_open(store, error);
	identify(fd, &inode, &size);
	bool seen = inode == store->head_seen.inode && size == store->head_seen.size;
	bool good = seen && (find(store, fd, meeting, &head) < 0 || journal_store_has(store, meeting, head.seq, head.hash, NULL) > 0);
	close(fd);
	if (!good && (good = head_file_agrees(store, error))) {
		store->head_seen.inode = inode;
		store->head_seen.size = size;
	}
	return good;
}
