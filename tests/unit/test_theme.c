/* Contrast by WCAG 2 against values worked out elsewhere; every theme sets every role and passes; kinds of files. */
#include <glib.h>
#include <string.h>

#include "config/config_file.h"

static char *source_file(const char *name)
{
	const char *top = g_getenv("top_srcdir");
	return g_build_filename(top == NULL ? "." : top, name, NULL);
}

/* Rounded to one place, as tables of colours give it. */
static void assert_ratio(int fg, int bg, double expected)
{
	g_assert_cmpfloat_with_epsilon(theme_contrast(fg, bg), expected, 0.0501);
	g_assert_cmpfloat_with_epsilon(theme_contrast(bg, fg), expected, 0.0501);
}

static void test_contrast(void)
{
	g_assert_cmpfloat_with_epsilon(theme_contrast(16, 231), 21.0, 1e-9);
	g_assert_cmpfloat_with_epsilon(theme_contrast(234, 234), 1.0, 1e-9);
	g_assert_cmpfloat(theme_contrast(COLOR_NONE, 16), ==, 0);
	g_assert_cmpfloat(theme_contrast(16, 256), ==, 0);
	/* xterm's own red, green, yellow, blue, magenta, cyan, bright black on black and on white */
	static const struct { int color; double black, white; } ansi[] = {
		{ 1, 3.6, 5.8 }, { 2, 9.7, 2.2 }, { 3, 12.3, 1.7 }, { 4, 2.2, 9.4 }, { 5, 4.5, 4.7 }, { 6, 10.6, 2.0 }, { 8,
			5.2, 4.0 },
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(ansi); i++) {
		assert_ratio(ansi[i].color, 16, ansi[i].black);
		assert_ratio(ansi[i].color, 231, ansi[i].white);
	}
	/* Okabe and Ito in the palette, and text on the painted grounds */
	static const struct { int fg, bg; double ratio; } pairs[] = {
		{ 178, 16, 10.0 }, { 74, 16, 8.6 }, { 35, 16, 7.3 }, { 25, 16, 3.3 }, { 175, 16, 8.0 }, { 166, 231, 3.8 },
		{ 252, 234, 11.0 }, { 246, 234, 5.6 }, { 209, 234, 7.2 }, { 25, 231, 6.4 }, { 124, 231, 7.4 }, { 251, 17,
		10.6 },
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(pairs); i++)
		assert_ratio(pairs[i].fg, pairs[i].bg, pairs[i].ratio);
}

static void test_themes(void)
{
	static const char *const names[] = { "blue", "contrast", "dark", "light", "mono", "projector-dark",
		"projector-light", NULL };
	g_autofree char *top = source_file("");
	g_setenv("DAIS_DATA_DIR", top, TRUE);
	g_auto(GStrv) found = data_file_names("themes", "conf");
	for (unsigned i = 0; names[i] != NULL; i++)
		g_assert_true(g_strv_contains((const char *const *) found, names[i]));
	g_autoptr(GPtrArray) faults = faults_new();
	for (unsigned i = 0; names[i] != NULL; i++) {
		g_autofree char *path = data_file("themes", names[i], "conf");
		struct theme theme;
		g_assert_nonnull(path);
		bool loaded = theme_file_load(path, &theme, faults);
		g_autofree char *report = theme_report(&theme, path, faults);
		g_assert_true(loaded);
		g_assert_cmpstr(theme.name, ==, names[i]);
		bool mono = strcmp(names[i], "mono") == 0;
		g_assert_cmpfloat(theme.minimum_contrast, >=, g_str_has_prefix(names[i], "projector") ? 7 : 4.5);
		for (int role = 0; role < ROLE_COUNT; role++)
			g_assert_true((theme.role[role].bg == COLOR_NONE) == mono);
	}
	g_autofree char *text = faults_text(faults);
	g_assert_cmpstr(text, ==, "");
}

static bool same_look(const struct theme *theme, enum role a, enum role b)
{
	const struct role_style *one = &theme->role[a], *two = &theme->role[b];
	return one->fg == two->fg && one->bg == two->bg && one->attributes == two->attributes;
}

/* In every theme: where the cursor is, in which pane, what is late and what a key is can be seen. */
static void test_looks_differ(void)
{
	static const enum role pairs[][2] = {
		{ ROLE_SELECTED, ROLE_TEXT }, { ROLE_SELECTED_BLUR, ROLE_TEXT }, { ROLE_SELECTED, ROLE_SELECTED_BLUR },
		{ ROLE_TAB_ACTIVE, ROLE_TAB }, { ROLE_BORDER_ACTIVE, ROLE_BORDER }, { ROLE_ALERT, ROLE_TEXT }, { ROLE_WARN,
		ROLE_TEXT },
		{ ROLE_ALERT, ROLE_WARN }, { ROLE_ERROR, ROLE_MESSAGE }, { ROLE_KEY, ROLE_TEXT }, { ROLE_MATCH, ROLE_TEXT },
		{ ROLE_CHART_SIGNAL, ROLE_CHART_1 }, { ROLE_TITLE, ROLE_TEXT },
	};
	g_autofree char *top = source_file("");
	g_setenv("DAIS_DATA_DIR", top, TRUE);
	g_auto(GStrv) names = data_file_names("themes", "conf");
	for (unsigned i = 0; names[i] != NULL; i++) {
		g_autoptr(GPtrArray) faults = faults_new();
		g_autofree char *path = data_file("themes", names[i], "conf");
		struct theme theme;
		g_assert_true(theme_file_load(path, &theme, faults));
		for (unsigned p = 0; p < G_N_ELEMENTS(pairs); p++)
			if (same_look(&theme, pairs[p][0], pairs[p][1]))
				g_error("in theme %s %s looks like %s", names[i], role_name(pairs[p][0]), role_name(pairs[p][1]));
	}
}

static void test_data_files(void)
{
	g_autofree char *top = source_file("");
	g_setenv("DAIS_DATA_DIR", top, TRUE);
	g_autofree char *board = data_file("", "riverton", "conf"), *none = data_file("themes", "no-such-theme", "conf");
	g_autofree char *path = data_file("themes", board, "conf");
	g_assert_true(g_str_has_suffix(board, "fixtures/riverton.conf"));
	g_assert_null(none);
	g_assert_cmpstr(path, ==, board);
	g_auto(GStrv) nothing = data_file_names("no-such-folder", "conf"), names = data_file_names("themes", "conf");
	g_assert_null(nothing[0]);
	for (unsigned i = 1; names[i] != NULL; i++)
		g_assert_cmpint(strcmp(names[i - 1], names[i]), <, 0);
}

/* What the selection, the alarms and the keys look like must differ from plain text even without colours. */
static void test_mono_differs(void)
{
	g_autofree char *path = source_file("themes/mono.conf");
	g_autoptr(GPtrArray) faults = faults_new();
	struct theme theme;
	g_assert_true(theme_file_load(path, &theme, faults));
	static const enum role marked[] = { ROLE_SELECTED, ROLE_TAB_ACTIVE, ROLE_ALERT, ROLE_ERROR, ROLE_KEY, ROLE_MATCH,
		ROLE_BORDER_ACTIVE };
	for (unsigned i = 0; i < G_N_ELEMENTS(marked); i++)
		g_assert_cmpuint(theme.role[marked[i]].attributes, !=, theme.role[ROLE_TEXT].attributes);
}

static void test_low_contrast(void)
{
	g_autoptr(GPtrArray) faults = faults_new();
	struct theme theme = { .name = "dim", .minimum_contrast = 4.5 };
	for (int role = 0; role < ROLE_COUNT; role++)
		theme.role[role] = (struct role_style) { .fg = 231, .bg = 16 };
	theme.role[ROLE_DIM].fg = 240;       /* 2.8: below what text needs */
	theme.role[ROLE_BORDER].fg = 243;    /* 4.6 */
	theme.role[ROLE_CHART_1].fg = 241;   /* 3.2: enough for a glyph */
	theme.role[ROLE_CHART_2].fg = 237;   /* 1.8 */
	g_autofree char *report = theme_report(&theme, "dim.conf", faults), *text = faults_text(faults);
	g_assert_cmpuint(faults->len, ==, 2);
	g_assert_nonnull(strstr(text, "dim.conf: 'dim' has a contrast of 2."));
	g_assert_nonnull(strstr(text, "dim.conf: 'chart_2' has a contrast of 1."));
	g_assert_nonnull(strstr(report, "TOO LOW: needs 4.5"));
}

static void assert_kind(const char *name, const char *kind)
{
	g_autofree char *path = source_file(name);
	g_autoptr(GPtrArray) faults = faults_new();
	g_assert_cmpstr(config_file_kind(path, faults), ==, kind);
	g_assert_true((faults->len > 0) == (kind == NULL));
}

static void test_kind(void)
{
	assert_kind("fixtures/riverton.conf", "board");
	assert_kind("tests/config/board-missing-keys.conf", "board");
	assert_kind("themes/mono.conf", "theme");
	assert_kind("tests/config/map-all.conf", "map");
	assert_kind("tests/config.mk", NULL);
	assert_kind("tests/config", NULL);
	assert_kind("tests/config/none.conf", NULL);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/theme/contrast", test_contrast);
	g_test_add_func("/theme/all pass", test_themes);
	g_test_add_func("/theme/mono differs", test_mono_differs);
	g_test_add_func("/theme/low contrast is told", test_low_contrast);
	g_test_add_func("/theme/looks differ", test_looks_differ);
	g_test_add_func("/config/installed files", test_data_files);
	g_test_add_func("/config/kind", test_kind);
	return g_test_run();
}
