/* Every key that a loader knows is explained in its manual page, and every theme role and map field is listed. */
#include <glib.h>
#include <string.h>

#include "base/role.h"
#include "config/reader.h"
#include "domain/import_map.h"

static char *page_text(const char *page)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top == NULL ? "." : top, page, NULL);
	char *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return text;
}

/* A key is explained where it stands bold: on a .B or .BR line, or after \fB within one. */
static bool explained(const char *text, const char *key)
{
	g_autofree char *quoted = g_regex_escape_string(key, -1);
	g_autofree char *pattern = g_strdup_printf("^\\.(B|BR) ([^\\n]*[ \"B])?%s([ \",\\\\]|$)", quoted);
	return g_regex_match_simple(pattern, text, G_REGEX_MULTILINE, 0);
}

static void walk(const struct key_group *group, const char *text, const char *page, GHashTable *seen)
{
	if (!g_hash_table_add(seen, (gpointer) group->keys))
		return;
	for (const struct key *key = group->keys; key->name != NULL; key++) {
		if (!explained(text, key->name)) {
			g_test_message("%s does not explain the key '%s' of %s", page, key->name, group->name);
			g_test_fail();
		}
		if (key->group != NULL)
			walk(key->group, text, page, seen);
	}
}

static guint walk_page(const struct key_group *group, const char *page)
{
	g_autofree char *text = page_text(page);
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	walk(group, text, page, seen);
	return g_hash_table_size(seen);
}

static void test_board(void)
{
	/* top, vocabularies, four kinds of terms, workflow, state, move, clock, body, seat, agenda; threshold, share, motion, rules, quorum, absences,
	 * terms, training, course, recommendations, step, former holder, notice, notice text, series, duty, panel */
	g_assert_cmpuint(walk_page(&board_keys, "doc/dais-board.5"), ==, 30);
}

static void test_map(void)
{
	g_assert_cmpuint(walk_page(&map_keys, "doc/dais-map.5"), ==, 5);
	g_autofree char *text = page_text("doc/dais-map.5");
	for (int field = 0; field < MAP_FIELDS; field++) {
		g_autofree char *row = g_strdup_printf("\n%s|", map_field_name((enum map_field) field));
		g_assert_nonnull(strstr(text, row));
	}
}

static void test_theme(void)
{
	g_autofree char *text = page_text("doc/dais-theme.5");
	for (int role = 0; role < ROLE_COUNT; role++) {
		g_autofree char *row = g_strdup_printf("\n%s|", role_name((enum role) role));
		g_assert_nonnull(strstr(text, row));
	}
	for (const struct key *key = theme_keys.keys; key->name != NULL; key++)
		g_assert_true(explained(text, key->name));
}

static void test_can_fail(void)
{
	g_assert_true(explained(".B pauses \\fR(ids)", "pauses"));
	g_assert_true(explained(".B id \\fR(id, required), \\fBlabel \\fR(label)", "label"));
	g_assert_true(explained(".BR state_open \", \" state_closed \\fR(id)", "state_closed"));
	g_assert_false(explained("pauses are explained nowhere", "pauses"));
	g_assert_false(explained(".B pauses_all", "pauses"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/manual/what counts as explained", test_can_fail);
	g_test_add_func("/manual/board file", test_board);
	g_test_add_func("/manual/map file", test_map);
	g_test_add_func("/manual/theme file", test_theme);
	return g_test_run();
}
