#include "fixture.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

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
