#include "app/watch.h"
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static const int look_again_ms[] = { 0, 10, 50, 250 };

struct watch {
	int fd;
	int notify, wal, file, folder;      /* watch descriptors; -1 */
	char *notify_path, *wal_path, *path;
	gint64 hint;                        /* time of the last hint, us; 0 none */
	unsigned looked;                    /* looks made since the hint */
};

static int add(struct watch *watch, const char *path, uint32_t events)
{
	return inotify_add_watch(watch->fd, path, events);
}

/* The folder is watched only while a file is still to come: other files in it are none of our business. */
static void watch_files(struct watch *watch)
{
	if (watch->notify < 0)
		watch->notify = add(watch, watch->notify_path, IN_ATTRIB | IN_MODIFY | IN_CLOSE_WRITE | IN_DELETE_SELF);
	if (watch->wal < 0)
		watch->wal = add(watch, watch->wal_path, IN_MODIFY | IN_DELETE_SELF);
	bool complete = watch->notify >= 0 && watch->wal >= 0;
	if (complete && watch->folder >= 0) {
		inotify_rm_watch(watch->fd, watch->folder);
		watch->folder = -1;
	} else if (!complete && watch->folder < 0) {
		g_autofree char *folder = g_path_get_dirname(watch->path);
		watch->folder = add(watch, folder, IN_CREATE | IN_MOVED_TO);
	}
}

struct watch *watch_new(struct store *store)
{
	struct watch *watch = g_new0(struct watch, 1);
	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	watch->notify = watch->wal = watch->file = watch->folder = -1;
	watch->notify_path = g_strdup(store_notify_path(store));
	watch->wal_path = g_strdup(store_wal_path(store));
	watch->path = g_strdup(store_path(store));
	if (watch->fd < 0)
		return watch;
	watch_files(watch);
	watch->file = add(watch, watch->path, IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF);
	return watch;
}

void watch_free(struct watch *watch)
{
	if (!watch)
		return;
	if (watch->fd >= 0)
		close(watch->fd);
	g_free(watch->notify_path);
	g_free(watch->wal_path);
	g_free(watch->path);
	g_free(watch);
}

int watch_fd(const struct watch *watch)
{
	return watch->fd;
}

static void take_event(struct watch *watch, const struct inotify_event *event)
{
	if (event->mask & IN_IGNORED) {
		if (event->wd == watch->notify)
			watch->notify = -1;
		if (event->wd == watch->wal)
			watch->wal = -1;
		if (event->wd != watch->folder && event->wd != watch->file)
			watch_files(watch);
		return;
	}
	if (event->wd == watch->folder) {
		g_autofree char *base = g_path_get_basename(watch->path);
		if (!event->len || !g_str_has_prefix(event->name, base))
			return;
		watch_files(watch);
	}
	watch->hint = g_get_monotonic_time();
	watch->looked = 0;
}

void watch_read(struct watch *watch)
{
	char buffer[4096] __attribute__((aligned(__alignof__(struct inotify_event))));
	ssize_t n;
	while ((n = read(watch->fd, buffer, sizeof buffer)) > 0)
		for (char *p = buffer; p < buffer + n;) {
			const struct inotify_event *event = (const struct inotify_event *) p;
			take_event(watch, event);
			p += sizeof *event + event->len;
		}
}

static gint64 due_at(const struct watch *watch)
{
	return watch->hint + look_again_ms[watch->looked] * 1000;
}

int watch_timeout(const struct watch *watch)
{
	if (!watch->hint)
		return -1;
	gint64 left = due_at(watch) - g_get_monotonic_time();
	return left <= 0 ? 0 : (int) ((left + 999) / 1000);
}

bool watch_due(struct watch *watch)
{
	if (!watch->hint || g_get_monotonic_time() < due_at(watch))
		return false;
	if (++watch->looked == G_N_ELEMENTS(look_again_ms))
		watch->hint = 0;
	return true;
}
