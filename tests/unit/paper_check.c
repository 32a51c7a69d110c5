#include "paper_check.h"

#include <glib.h>
#include <string.h>

void paper_is(const char *file, const char *text)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path = g_build_filename(top ? top : ".", "tests/unit/papers", file, NULL), *expected = NULL;
	if (g_getenv("DAIS_UPDATE_GOLDENS"))
		g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_assert_true(g_file_get_contents(path, &expected, NULL, NULL));
	g_assert_cmpstr(text, ==, expected);
}

void paper_has(const char *text, const char *words)
{
	if (!strstr(text, words))
		g_error("\"%s\" is not in:\n%s", words, text);
}

void paper_has_not(const char *text, const char *words)
{
	if (strstr(text, words))
		g_error("\"%s\" is in:\n%s", words, text);
}
