#include "golden_file.h"

#include <string.h>

void golden_add(GString *out, const struct canvas *canvas)
{
	g_autofree char *text = canvas_to_text(canvas, true), *roles = canvas_to_roles(canvas);
	g_string_append_printf(out, "== %dx%d cursor %d,%d\n%s-- roles\n%s", canvas->w, canvas->h, canvas->cursor_x, canvas->cursor_y, text, roles);
}

void golden_compare(const char *name, const char *actual)
{
	g_autofree char *file = g_strconcat(name, ".txt", NULL);
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top ? top : ".", "tests/view/golden", file, NULL), *expected = NULL;

	if (g_getenv("DAIS_UPDATE_GOLDENS")) {
		g_assert_true(g_file_set_contents(path, actual, -1, NULL));
		return;
	}
	if (!g_file_get_contents(path, &expected, NULL, NULL)) {
		g_test_message("%s is missing: make update-goldens writes it", path);
		g_test_fail();
		return;
	}
	g_auto(GStrv) was = g_strsplit(expected, "\n", -1), is = g_strsplit(actual, "\n", -1);
	for (unsigned i = 0; was[i] || is[i]; i++) {
		if (was[i] && is[i] && strcmp(was[i], is[i]) == 0)
			continue;
		g_test_message("%s:%u\n  was: %s\n  is:  %s", path, i + 1, was[i] ? was[i] : "(end)", is[i] ? is[i] : "(end)");
		g_test_fail();
		return;
	}
}
