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
enum { DIGITS = 19, LINE = DIGITS + 1 + DIGITS + 1 + JOURNAL_HASH + 1, LINES_MOST = 100000 };

static bool fail(struct store *store, GError **error, const char *what)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s: %s", store->head, what);
	return false;
}

/* The open file; -1 with errno. A link or anything but a regular file is not ours. */
static int open_head(struct store *store, int flags)
{
	struct stat st;
	mode_t mode = stat(store->path, &st) == 0 ? st.st_mode & 0666 : 0600;
	int fd = open(store->head, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode);

	if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))) {
		close(fd);
		errno = ELOOP;
		return -1;
	}
	return fd;
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

static bool read_lines(struct store *store, int fd, GArray *heads, GError **error)
{
	char line[LINE + 1] = "";

	for (int n = 0; n < LINES_MOST; n++) {
		struct head head;
		ssize_t got = pread(fd, line, LINE, (off_t) n * LINE);
		if (got == 0)
			return true;
		if (got != LINE || !parse(line, &head)) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:%d: this is no head of a journal. Check the database with dais verify; "
				"if it is sound, delete this file, it is made anew"), store->head, n + 1);
			return false;
		}
		g_array_append_val(heads, head);
	}
	return fail(store, error, _("the file is too long to be ours"));
}

GArray *head_file_read(struct store *store, GError **error)
{
	g_autoptr(GArray) heads = g_array_new(FALSE, FALSE, sizeof(struct head));
	int fd = open_head(store, O_RDONLY);
	bool good;

	if (fd < 0 && errno == ENOENT)
		return g_steal_pointer(&heads);
	if (fd < 0) {
		fail(store, error, errno == ELOOP ? _("is not a plain file; put it away") : g_strerror(errno));
		return NULL;
	}
	good = read_lines(store, fd, heads, error);
	close(fd);
	return good ? g_steal_pointer(&heads) : NULL;
}

static void remember(struct store *store, const struct stat *st)
{
	store->head_seen.inode = st->st_ino;
	store->head_seen.size = st->st_size;
	store->head_seen.changed = st->st_mtim;
}

static bool is_as_seen(const struct store *store, const struct stat *st)
{
	return st->st_ino == store->head_seen.inode && st->st_size == store->head_seen.size
		&& st->st_mtim.tv_sec == store->head_seen.changed.tv_sec && st->st_mtim.tv_nsec == store->head_seen.changed.tv_nsec;
}

/* Where the line of a meeting stands, or the end of the file. */
static off_t place_of(int fd, id_t64 meeting)
{
	char line[LINE + 1] = "";
	off_t at = 0;
	struct head head;

	while (pread(fd, line, LINE, at) == LINE && !(parse(line, &head) && head.meeting == meeting))
		at += LINE;
	return at;
}

bool head_file_write(struct store *store, id_t64 meeting, gint64 seq, const char *hash, GError **error)
{
	char line[LINE + 1];
	struct stat st;
	int fd = open_head(store, O_RDWR | O_CREAT);
	bool good;

	if (fd < 0)
		return fail(store, error, errno == ELOOP ? _("is not a plain file; put it away") : g_strerror(errno));
	g_snprintf(line, sizeof line, "%019" PRId64 " %019" PRId64 " %s\n", meeting, seq, hash);
	good = pwrite(fd, line, LINE, place_of(fd, meeting)) == LINE;
	if (!good)
		fail(store, error, g_strerror(errno));
	else if (fstat(fd, &st) == 0)
		remember(store, &st);
	close(fd);
	store->head_dirty = true;
	return good;
}

void head_file_sync(struct store *store)
{
	int fd = store->head_dirty ? open_head(store, O_RDONLY) : -1;

	store->head_dirty = false;
	if (fd < 0)
		return;
	fdatasync(fd);
	close(fd);
}

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
			"(its head file remembers event %" PRId64 ", the database ends with %" PRId64 "); nothing is recorded until a complete copy is restored",
			"%s: %" PRId64 " events recorded for meeting %" PRId64 " are not in the database "
			"(its head file remembers event %" PRId64 ", the database ends with %" PRId64 "); nothing is recorded until a complete copy is restored",
			(gulong) (head->seq - seq)), store->path, head->seq - seq, head->meeting, head->seq, seq);
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: event %" PRId64 " of meeting %" PRId64 " is another than the one its head file "
			"remembers; nothing is recorded until it is clear which is right (dais verify)"), store->path, head->seq, head->meeting);
	return false;
}

bool head_file_agrees(struct store *store, GError **error)
{
	struct stat st;
	bool good = true;

	if (stat(store->head, &st) != 0 && errno == ENOENT)
		return true;
	if (is_as_seen(store, &st))
		return true;
	g_autoptr(GArray) heads = head_file_read(store, error);
	for (guint i = 0; heads && good && i < heads->len; i++)
		good = agrees(store, &g_array_index(heads, struct head, i), error);
	if (heads && good)
		remember(store, &st);
	return heads && good;
}
