#include "store/clerk_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "store/store_private.h"

struct clerk_lock { int fd; char *path; };

void clerk_holder_clear(struct clerk_holder *holder)
{
	g_free(holder->who);
	g_free(holder->session);
	*holder = (struct clerk_holder) { 0 };
}

/* Locks of the open file, not of the process: they end with it, and looking takes none (F_OFD_GETLK). */
static int lock_call(int fd, int command, struct flock *lock)
{
	*lock = (struct flock) { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	return fcntl(fd, command, lock);
}

static bool lock_try(int fd)
{
	struct flock lock;

	return lock_call(fd, F_OFD_SETLK, &lock) == 0;
}

static void *fail(const char *path, GError **error)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "%s: %s", path, errno == ELOOP ? _("is not a plain file; put it away") : g_strerror(errno));
	return NULL;
}

/* "PID SINCE SESSION WHO\n" */
static bool write_holder(int fd, const char *who, const char *session, instant_t now)
{
	g_autofree char *line = g_strdup_printf("%d %" PRId64 " %s %s\n", (int) getpid(), now, session, who);
	ssize_t length = (ssize_t) strlen(line);

	/* never empty: others read it at any time */
	return pwrite(fd, line, (size_t) length, 0) == length && ftruncate(fd, length) == 0;
}

static void read_holder(int fd, struct clerk_holder *holder)
{
	char line[512] = "", session[65] = "";
	long long pid = 0, since = 0;
	int at = 0;

	if (pread(fd, line, sizeof line - 1, 0) <= 0 || sscanf(line, "%lld %lld %64s %n", &pid, &since, session, &at) < 3)
		at = (int) strlen(line);
	*holder = (struct clerk_holder) { .who = g_strchomp(g_strdup(line + at)), .session = g_strdup(session), .pid = pid, .since = since };
}

static struct clerk_lock *lock_new(int fd, const char *path)
{
	struct clerk_lock *lock = g_new0(struct clerk_lock, 1);

	lock->fd = fd;
	lock->path = g_strdup(path);
	return lock;
}

/* The clerk file, locked; -1 with *holder filled, or with error unless it is locked by another. */
static int open_locked(struct store *store, struct clerk_holder *holder, GError **error)
{
	int fd = store_open_beside(store, store->clerk, O_RDWR | O_CREAT);

	if (fd < 0) {
		fail(store->clerk, error);
		return -1;
	}
	if (lock_try(fd))
		return fd;
	if (errno == EAGAIN || errno == EACCES)
		read_holder(fd, holder);
	else
		fail(store->clerk, error);
	close(fd);
	return -1;
}

struct clerk_lock *clerk_lock_take(struct store *store, const char *who, const char *session, instant_t now, struct clerk_holder *holder, GError **error)
{
	int fd;

	while ((fd = open_locked(store, holder, error)) >= 0) {
		struct clerk_lock *lock = lock_new(fd, store->clerk);
		if (!clerk_lock_held(lock)) {    /* another file was put there before it was locked */
			clerk_lock_free(lock);
			continue;
		}
		if (write_holder(fd, who, session, now))
			return lock;
		fail(store->clerk, error);
		clerk_lock_free(lock);
		return NULL;
	}
	return NULL;
}

struct clerk_lock *clerk_lock_seize(struct store *store, const char *who, const char *session, instant_t now, GError **error)
{
	g_autofree char *fresh = g_strdup_printf("%s.%s", store->clerk, session);
	int fd = store_open_beside(store, fresh, O_RDWR | O_CREAT | O_EXCL);

	if (fd < 0)
		return fail(fresh, error);
	if (lock_try(fd) && write_holder(fd, who, session, now) && rename(fresh, store->clerk) == 0)
		return lock_new(fd, store->clerk);
	fail(fresh, error);
	unlink(fresh);
	close(fd);
	return NULL;
}

bool clerk_lock_held(const struct clerk_lock *lock)
{
	struct stat mine, there;

	return fstat(lock->fd, &mine) == 0 && stat(lock->path, &there) == 0 && mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
}

void clerk_lock_free(struct clerk_lock *lock)
{
	if (!lock)
		return;
	close(lock->fd);
	g_free(lock->path);
	g_free(lock);
}

bool clerk_lock_look(struct store *store, struct clerk_holder *holder)
{
	int fd = store_open_beside(store, store->clerk, O_RDONLY);
	struct flock lock;
	bool held = fd >= 0 && lock_call(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

	if (held)
		read_holder(fd, holder);
	if (fd >= 0)
		close(fd);
	return held;
}
