#include "fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "store/meeting_store.h"

void fixture_make(struct fixture *fixture)
{
	fixture->folder = g_dir_make_tmp("dais-store-XXXXXX", NULL);
	g_assert_nonnull(fixture->folder);
	fixture->path = g_build_filename(fixture->folder, "a.db", NULL);
}

void fixture_remove(struct fixture *fixture)
{
	g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(fixture->folder, name, NULL);
		g_remove(path);
	}
	g_rmdir(fixture->folder);
	g_free(fixture->path);
	g_free(fixture->folder);
}

struct store *fixture_create(struct fixture *fixture)
{
	return fixture_open(fixture, STORE_CREATE);
}

struct store *fixture_with_meeting(struct fixture *fixture, id_t64 *meeting)
{
	fixture_make(fixture);
	struct store *store = fixture_create(fixture);
	*meeting = fixture_meeting(store);
	return store;
}

struct store *fixture_open(const struct fixture *fixture, enum store_mode mode)
{
	g_autoptr(GError) error = NULL;
	struct store *store = store_open(fixture->path, mode, &error);

	g_assert_no_error(error);
	g_assert_nonnull(store);
	return store;
}

void fixture_refused(const struct fixture *fixture, enum store_mode mode, const char *words)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *before = NULL, *after = NULL;
	gsize length_before = 0, length_after = 0;

	g_file_get_contents(fixture->path, &before, &length_before, NULL);
	g_assert_null(store_open(fixture->path, mode, &error));
	g_assert_nonnull(error);
	g_assert_cmpint(error->code, ==, 4);
	if (!strstr(error->message, words))
		g_error("the message \"%s\" does not say \"%s\"", error->message, words);
	g_file_get_contents(fixture->path, &after, &length_after, NULL);
	g_assert_cmpmem(before, length_before, after, length_after);
}

char *fixture_beside(const struct fixture *fixture, const char *suffix)
{
	return g_strconcat(fixture->path, suffix, NULL);
}

bool fixture_exists(const struct fixture *fixture, const char *suffix)
{
	g_autofree char *path = fixture_beside(fixture, suffix);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

void fixture_remove_suffix(const struct fixture *fixture, const char *suffix)
{
	g_autofree char *path = fixture_beside(fixture, suffix);

	g_remove(path);
}

bool fixture_done(int child)
{
	int status;

	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void fixture_as_other(const struct fixture *fixture, void (*check)(const struct fixture *fixture))
{
	fflush(NULL);
	pid_t child = fork();

	if (child == 0) {
		if (setgid(65534) != 0 || setuid(65534) != 0)
			_exit(99);
		check(fixture);
		_exit(0);
	}
	g_assert_true(fixture_done(child));
}

id_t64 fixture_meeting(struct store *store)
{
	struct meeting_record meeting = { .body = (char *) "crb", .kind = (char *) "regular", .starts = 1000, .status = (char *) "planned" };

	fixture_begin(store);
	g_assert_true(meeting_store_insert(store, &meeting, NULL));
	fixture_commit(store);
	return meeting.id;
}

enum append_outcome fixture_append(struct store *store, id_t64 meeting, gint64 after, const char *head, const char *id,
	char hash[JOURNAL_HASH + 1], GError **error)
{
	struct meeting_event event = { .at = 5000 + after, .id = (char *) id, .who = (char *) "ana", .kind = MEETING_NOTE, .text = (char *) id };
	enum append_outcome outcome = journal_store_append(store, meeting, after, head, &event, error);

	if (outcome == APPENDED)
		g_strlcpy(hash, event.hash, JOURNAL_HASH + 1);
	return outcome;
}

void fixture_append_many(struct store *store, id_t64 meeting, gint64 after, int n, char hash[JOURNAL_HASH + 1])
{
	if (after == 0)
		g_strlcpy(hash, journal_root, JOURNAL_HASH + 1);
	for (gint64 seq = after; seq < after + n; seq++) {
		g_autofree char *id = g_strdup_printf("s.%d", (int) seq + 1);
		g_autoptr(GError) error = NULL;
		enum append_outcome outcome = fixture_append(store, meeting, seq, hash, id, hash, &error);
		g_assert_no_error(error);
		g_assert_cmpint(outcome, ==, APPENDED);
	}
}

void fixture_killed_clerk(const struct fixture *fixture, id_t64 meeting, gint64 after, int n, const char *hash)
{
	int status;
	fflush(NULL);
	pid_t child = fork();

	if (child == 0) {
		char head[JOURNAL_HASH + 1];
		struct store *store = fixture_open(fixture, STORE_WRITE);
		g_strlcpy(head, hash, sizeof head);
		fixture_append_many(store, meeting, after, n, head);
		raise(SIGKILL);
	}
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

int fixture_whole(struct store *store, id_t64 meeting)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) events = journal_store_read(store, meeting, 0, &error);
	const char *head = journal_root;

	g_assert_no_error(error);
	for (guint i = 0; i < events->len; i++) {
		const struct meeting_event *event = events->pdata[i];
		meeting_event_follows(event, i, head, &error);
		g_assert_no_error(error);
		head = event->hash;
	}
	return (int) events->len;
}

id_t64 fixture_case(struct store *store, const char *number, day_t received, const char *class, const char *summary)
{
	g_autoptr(GError) error = NULL;
	struct case_record record = {
		.number = (char *) number, .body = "crb", .kind = "complaint", .state = "intake", .class = (char *) class,
		.received = received, .occurred = DAY_UNKNOWN, .closed = DAY_UNKNOWN, .due = DAY_UNKNOWN, .open = true,
		.summary = (char *) summary,
	};

	case_store_insert(store, &record, &error);
	g_assert_no_error(error);
	g_assert_cmpint(record.id, >, 0);
	return record.id;
}

id_t64 fixture_allegation(struct store *store, id_t64 case_id, const char *class, const char *detail, const char *board, const char *chief)
{
	g_autoptr(GError) error = NULL;
	struct allegation_record allegation = {
		.case_id = case_id, .class = (char *) class, .detail = (char *) detail,
		.finding = { [STAGE_BOARD] = (char *) board, [STAGE_CHIEF] = (char *) chief },
	};

	case_store_add_allegation(store, &allegation, &error);
	g_assert_no_error(error);
	return allegation.id;
}

void fixture_begin(struct store *store)
{
	g_autoptr(GError) error = NULL;

	store_begin(store, &error);
	g_assert_no_error(error);
}

void fixture_commit(struct store *store)
{
	g_autoptr(GError) error = NULL;

	store_commit(store, &error);
	g_assert_no_error(error);
}

static bool take_id(id_t64 id, void *data)
{
	g_string_append_printf(data, "%s%" G_GINT64_FORMAT, ((GString *) data)->len ? " " : "", id);
	return true;
}

char *fixture_search(struct store *store, bool phrase, const char *first, ...)
{
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_autoptr(GError) error = NULL;
	GString *ids = g_string_new(NULL);
	va_list more;

	va_start(more, first);
	for (const char *word = first; word; word = va_arg(more, const char *))
		g_ptr_array_add(words, (char *) word);
	va_end(more);
	g_ptr_array_add(words, NULL);
	case_store_search(store, (const char *const *) words->pdata, phrase, 0, take_id, ids, &error);
	g_assert_no_error(error);
	return g_string_free(ids, FALSE);
}
