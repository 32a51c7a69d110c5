/* Every command can be reached, no two answer to the same key, and what is typed into the palette finds them. */
#include <string.h>
#include "app/app_private.h"

static void test_conflicts(void)
{
	struct keymap keymap;
	keymap_init(&keymap);
	g_autofree char *conflicts = keymap_conflicts(&keymap);
	g_assert_cmpstr(conflicts, ==, NULL);
	/* and it would notice one */
	g_assert_true(keymap_bind(&keymap, COMMAND_SORT, SCOPE_CASES, "q"));
	g_autofree char *found = keymap_conflicts(&keymap);
	g_assert_nonnull(strstr(found, "'quit' and 'sort'"));
	keymap_clear(&keymap);
}

static void test_words(void)
{
	for (int id = 0; id < COMMANDS; id++) {
		const struct command *command = command_get(id);
		g_assert_cmpint(strlen(command->help), >, 10);
		g_assert_cmpint(strlen(command->word), >, 0);
		g_assert_cmpint(command_find(command->name), ==, id);
		g_assert_nonnull(command->run);
		/* What the terminal driver or other keys mean is nobody's default. */
		const char *never[] = { "<C-s>", "<C-q>", "<C-h>", "<C-m>", "<C-i>" };
		for (unsigned i = 0; i < G_N_ELEMENTS(never); i++)
			g_assert_null(strstr(command->keys, never[i]));
	}
}

static void test_sequences(void)
{
	struct keymap keymap = { .bindings = g_array_new(FALSE, FALSE, sizeof(struct binding)) };
	g_assert_true(keymap_bind(&keymap, COMMAND_TOP, SCOPE_ANY, "gg <Home>"));
	g_assert_true(keymap_bind(&keymap, COMMAND_SORT, SCOPE_CASES, "gs"));
	g_assert_cmpint(keymap_feed(&keymap, SCOPE_CASES, 'g'), ==, KEYMAP_PREFIX);
	g_autofree char *next = keymap_next(&keymap, SCOPE_CASES);
	g_assert_cmpstr(next, ==, "g top   s sort");
	g_assert_cmpint(keymap_feed(&keymap, SCOPE_CASES, 's'), ==, COMMAND_SORT);
	g_assert_cmpint(keymap_feed(&keymap, SCOPE_TRENDS, 'g'), ==, KEYMAP_PREFIX);
	g_assert_cmpint(keymap_feed(&keymap, SCOPE_TRENDS, 's'), ==, KEYMAP_NOTHING);
	g_assert_cmpint(keymap_feed(&keymap, SCOPE_TRENDS, DKEY_HOME), ==, COMMAND_TOP);
	g_assert_false(keymap_bind(&keymap, COMMAND_TOP, SCOPE_ANY, "<Nokey>"));
	keymap_clear(&keymap);
}

static void test_key_names(void)
{
	static const struct { const char *text, *shown; } keys[] = {
		{ "<C-p>", "Ctrl-P" }, { "<Enter>", "Enter" }, { "<Space>", "Space" }, { "j", "j" }, { "<lt>", "<" }, { "é",
			"é" }, { "<F10>", "F10" } };
	for (unsigned i = 0; i < G_N_ELEMENTS(keys); i++) {
		const char *text = keys[i].text;
		guint32 key = key_parse(&text);
		g_assert_cmpint(key, !=, 0);
		g_assert_cmpstr(text, ==, "");
		g_autofree char *shown = key_show(key);
		g_assert_cmpstr(shown, ==, keys[i].shown);
	}
}

static int best(const char *typed)
{
	int found = -1, most = 0;
	for (int id = 0; id < COMMANDS; id++) {
		int score = palette_score(command_get(id), typed);
		if (score > most) {
			most = score;
			found = id;
		}
	}
	return found;
}

static void test_palette(void)
{
	g_assert_cmpint(best("sort"), ==, COMMAND_SORT);
	g_assert_cmpint(best("sort rev"), ==, COMMAND_REVERSE);
	g_assert_cmpint(best("theme"), ==, COMMAND_THEME);
	g_assert_cmpint(best("colours"), ==, COMMAND_THEME);
	g_assert_cmpint(best("expt"), ==, COMMAND_EXPORT);
	g_assert_cmpint(best("QUIT"), ==, COMMAND_QUIT);
	g_assert_cmpint(palette_score(command_get(COMMAND_QUIT), "zzzz"), ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/keymap/conflicts", test_conflicts);
	g_test_add_func("/keymap/words", test_words);
	g_test_add_func("/keymap/sequences", test_sequences);
	g_test_add_func("/keymap/key-names", test_key_names);
	g_test_add_func("/keymap/palette", test_palette);
	return g_test_run();
}
