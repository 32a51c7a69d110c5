/* What is remembered between runs: for its user only, whole or not at all, and nothing of others is overwritten. */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include "app/state.h"

struct place { char *folder, *path; };

static void place_make(struct place *place)
{
	place->folder = g_dir_make_tmp("dais-state-XXXXXX", NULL);
	place->path = g_build_filename(place->folder, "dais", "state", NULL);
}

static void place_remove(struct place *place)
{
	g_autofree char *inner = g_path_get_dirname(place->path);
	g_autoptr(GDir) files = g_dir_open(inner, 0, NULL);
	for (const char *name; files && (name = g_dir_read_name(files));) {
		g_autofree char *path = g_build_filename(inner, name, NULL);
		g_unlink(path);
	}
	g_rmdir(inner);
	g_rmdir(place->folder);
	g_free(place->folder);
	g_free(place->path);
}

static unsigned mode_of(const char *path)
{
	struct stat info;
	g_assert_cmpint(lstat(path, &info), ==, 0);
	return info.st_mode & 07777;
}

static void save(const char *path, const char *filter)
{
	struct ui_state state;
	GError *error = NULL;
	state_init(&state, path);
	g_assert_true(state_add_filter(&state, "mine", filter));
	state_save(&state, &error);
	g_assert_no_error(error);
	state_clear(&state);
}

static void test_modes(void)
{
	struct place place;
	place_make(&place);
	save(place.path, "state:open");
	g_autofree char *inner = g_path_get_dirname(place.path);
	g_assert_cmphex(mode_of(place.path), ==, 0600);
	g_assert_cmphex(mode_of(inner), ==, 0700);
	/* Also where an older program, or a hand, was more open. */
	g_assert_cmpint(g_chmod(place.path, 0644), ==, 0);
	save(place.path, "overdue:yes");
	g_assert_cmphex(mode_of(place.path), ==, 0600);
	place_remove(&place);
}

static void test_link(void)
{
	struct place place;
	g_autofree char *text = NULL;
	place_make(&place);
	save(place.path, "state:open");
	g_autofree char *other = g_build_filename(place.folder, "dais", "other", NULL);
	g_assert_true(g_file_set_contents(other, "keep", -1, NULL));
	g_unlink(place.path);
	g_assert_cmpint(symlink(other, place.path), ==, 0);
	save(place.path, "state:open");
	g_assert_true(g_file_get_contents(other, &text, NULL, NULL));
	g_assert_cmpstr(text, ==, "keep");
	place_remove(&place);
}

static void damage(const struct place *place, const char *words)
{
	g_assert_true(g_file_set_contents(place->path, words, -1, NULL));
	save(place->path, "state:open");
}

static void test_damaged(void)
{
	struct place place;
	place_make(&place);
	save(place.path, "state:open");
	damage(&place, "no key file at all");
	damage(&place, "another one");
	g_autofree char *first = g_strconcat(place.path, ".damaged", NULL), *second = g_strconcat(place.path, ".damaged-2", NULL);
	g_autofree char *one = NULL, *two = NULL;
	g_assert_true(g_file_get_contents(first, &one, NULL, NULL));
	g_assert_true(g_file_get_contents(second, &two, NULL, NULL));
	g_assert_cmpstr(one, ==, "no key file at all");
	g_assert_cmpstr(two, ==, "another one");
	struct ui_state state;
	state_init(&state, place.path);
	g_assert_cmpuint(state.filters->len, ==, 1);
	state_clear(&state);
	place_remove(&place);
}

static void test_pipe(void)
{
	struct place place;
	place_make(&place);
	save(place.path, "state:open");
	g_unlink(place.path);
	g_assert_cmpint(mkfifo(place.path, 0600), ==, 0);
	save(place.path, "state:open");      /* does not wait for a writer */
	g_assert_cmphex(mode_of(place.path), ==, 0600);
	place_remove(&place);
}

static void test_full(void)
{
	struct ui_state state;
	state_init(&state, NULL);
	for (int i = 0; i < 9; i++) {
		g_autofree char *name = g_strdup_printf("filter %d", i);
		g_assert_true(state_add_filter(&state, name, "state:open"));
	}
	g_assert_false(state_add_filter(&state, "a tenth", "overdue:yes"));
	g_assert_true(state_add_filter(&state, "filter 3", "overdue:yes"));
	g_assert_cmpstr(((struct saved_filter *) state.filters->pdata[0])->name, ==, "filter 0");
	g_assert_cmpstr(((struct saved_filter *) state.filters->pdata[3])->text, ==, "overdue:yes");
	state_clear(&state);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/state/modes", test_modes);
	g_test_add_func("/state/link", test_link);
	g_test_add_func("/state/damaged", test_damaged);
	g_test_add_func("/state/pipe", test_pipe);
	g_test_add_func("/state/full", test_full);
	return g_test_run();
}
