/* The line editor, and what a user's state file keeps. */
#include <glib/gstdio.h>
#include <string.h>
#include "app/line.h"
#include "app/state.h"
#include "term/terminal.h"

static void type(struct line *line, const char *text)
{
	for (; *text; text = g_utf8_next_char(text))
		g_assert_true(line_key(line, g_utf8_get_char(text)));
}

static void test_edit(void)
{
	struct line line;
	line_init(&line);
	type(&line, "state:öpen age");
	g_assert_true(line_key(&line, DKEY_CTRL | 'w'));
	g_assert_cmpstr(line.text->str, ==, "state:öpen ");
	g_assert_true(line_key(&line, DKEY_HOME));
	type(&line, "!");
	g_assert_cmpstr(line.text->str, ==, "!state:öpen ");
	for (int i = 0; i < 6; i++)
		line_key(&line, DKEY_RIGHT);
	line_key(&line, DKEY_BACKSPACE);
	g_assert_cmpstr(line.text->str, ==, "!stateöpen ");
	line_key(&line, DKEY_RIGHT);
	line_key(&line, DKEY_BACKSPACE);
	g_assert_cmpstr(line.text->str, ==, "!statepen ");
	line_key(&line, DKEY_CTRL | 'k');
	g_assert_cmpstr(line.text->str, ==, "!state");
	line_key(&line, DKEY_CTRL | 'u');
	g_assert_cmpstr(line.text->str, ==, "");
	line_key(&line, DKEY_BACKSPACE);
	line_key(&line, DKEY_DELETE);
	line_key(&line, DKEY_LEFT);
	g_assert_cmpint(line.cursor, ==, 0);
	g_assert_false(line_key(&line, DKEY_F1));
	g_assert_false(line_key(&line, 0x85));
	line_clear(&line);
}

static void test_paste(void)
{
	struct line line;
	line_init(&line);
	line_paste(&line, "one\ntwo\tthree\033[31m \200end");
	g_assert_null(strchr(line.text->str, '\n'));
	g_assert_null(strchr(line.text->str, 27));
	g_assert_true(g_utf8_validate(line.text->str, -1, NULL));
	g_assert_true(g_str_has_prefix(line.text->str, "one two three"));
	g_autofree char *much = g_strnfill(10000, 'x');
	line_paste(&line, much);
	g_assert_cmpint(line.text->len, <=, LINE_MOST);
	line_clear(&line);
}

static void test_state(void)
{
	g_autofree char *folder = g_dir_make_tmp("dais-state-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "sub", "state", NULL);
	struct ui_state state;
	state_init(&state, path);
	g_assert_null(state.theme);
	state.theme = g_strdup("light");
	state.split = 40;
	state_add_filter(&state, "mine; and \"odd\"", "district:north");
	state_add_filter(&state, "late", "overdue:yes");
	state_add_filter(&state, "late", "overdue:yes state:open");
	state_add_history(&state, "a;b\\c");
	g_assert_true(state_save(&state, NULL));
	state_clear(&state);
	state_init(&state, path);
	g_assert_cmpstr(state.theme, ==, "light");
	g_assert_cmpint(state.split, ==, 40);
	g_assert_cmpint(state.filters->len, ==, 2);
	const struct saved_filter *first = state.filters->pdata[0], *second = state.filters->pdata[1];
	g_assert_cmpstr(first->name, ==, "mine; and \"odd\"");
	g_assert_cmpstr(second->text, ==, "overdue:yes state:open");
	g_assert_cmpstr(state.history->pdata[0], ==, "a;b\\c");
	state_clear(&state);
	/* A damaged file is an empty state, not an error. */
	g_assert_true(g_file_set_contents(path, "\001[[[not a state", -1, NULL));
	state_init(&state, path);
	g_assert_cmpint(state.filters->len, ==, 0);
	state_clear(&state);
	g_unlink(path);
	g_autofree char *sub = g_build_filename(folder, "sub", NULL);
	g_rmdir(sub);
	g_rmdir(folder);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/line/edit", test_edit);
	g_test_add_func("/line/paste", test_paste);
	g_test_add_func("/state/round-trip", test_state);
	return g_test_run();
}
