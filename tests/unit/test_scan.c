/* Slips of the pen in configuration files, each told where it was made and what to do; what libconfig reads passes. */
#include <glib.h>
#include <libconfig.h>
#include <string.h>

#include "config/scan.h"

static void append_report(void *data, int line, const char *text)
{
	g_string_append_printf(data, "%d: %s\n", line, text);
}

static int same_line(void *data, int line)
{
	(void) data;
	return line;
}

static char *faults_of(const char *text)
{
	GString *told = g_string_new(NULL);
	bool good = scan_check(text, strlen(text), &(struct scan_reader) { append_report, same_line, told });
	g_assert_true(good == (told->len == 0));
	return g_string_free(told, FALSE);
}

/* libconfig's word for it. */
static bool parses(const char *text)
{
	config_t config;
	config_init(&config);
	bool good = config_read_string(&config, text) == CONFIG_TRUE;
	config_destroy(&config);
	return good;
}

static void test_good(void)
{
	static const char *const texts[] = {
		"", "\n# nothing\n// at\n/* all\n*/ ", "x = 1;", "x : 1", "x = 1, y = 2", "x = 1 y = 2", "x = \"a\" \"b\"\n\"c\";",
		"x = \"a \\\" quote, a \\\\ and a # that is no comment\";", "x = [];", "x = ();", "x = {};", "x = [ 1, -2, +3, 0x1F ];",
		"x = [ true, FALSE ];", "x = ( 1, \"a\", [ \"b\" ], { y = ( ); } );", "x = 9999999999L;", "x = 1.5;", "a-b_c* = 1;", "*x = 1;",
		"x = \"/* no comment\"; y = \"*/\";",
	};
	for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *told = faults_of(texts[i]);
		g_assert_cmpstr(told, ==, "");
		g_assert_true(parses(texts[i]));
	}
}

/* Only the beginning of the fault is compared: the rest is advice. */
static const struct { const char *text, *fault; } slips[] = {
	{ "x = 1;\ny \"a\";", "2: '=' is missing after 'y'" },
	{ "x\n\ny = 1;", "1: '=' is missing after 'x'" },
	{ "x = ;", "1: a value is missing before ';'" },
	{ "x =", "1: a value is missing after 'x'" },
	{ "x = { y = };", "1: a value is missing after 'y'" },
	{ "x = abc;", "1: 'abc' is neither a text nor a number" },
	{ "= 3;", "1: a key is missing here" },
	{ "\"x\" = 3;", "1: a key is missing here" },
	{ "x = 1 2;", "1: the value of 'x' ends before this" },
	{ "x = \"a\" 2;", "1: the value of 'x' ends before this" },
	{ "x = ( 1,\n2,\n);", "2: no comma may stand before ')'" },
	{ "x = ( {}\n{} );", "1: a comma is missing after this line's last entry" },
	{ "x = ( 1, , 2 );", "1: a value is missing before ','" },
	{ "x = [ 1, \"a\" ];", "1: an array in [ ] holds values of one kind" },
	{ "x = [ 1, 1.5 ];", "1: an array in [ ] holds values of one kind" },
	{ "x = [ ( ) ];", "1: '(' cannot stand in an array" },
	{ "x = (\n{ ];", "2: this ']' does not close the '{' of line 2" },
	{ "x = 1; }", "1: this '}' closes nothing" },
	{ "x = (\n{ y = 1;", "1: this '(' is never closed" },
	{ "x = 1;\ny = 2;\nx = 3;", "3: 'x' was given before, in line 1" },
	{ "x = \"abc;\ny = \"d\";", "1: a text is not closed on its line" },
	{ "x = 1; /* so", "1: this comment is never closed" },
	{ "x = 2024-12-25;", "1: '2024-12-25' is not a number" },
	{ "x = 1;\n?", "2: a character stands here that has no meaning" },
	{ "x = \xe2\x80\x9c" "a\xe2\x80\x9d;", "1: texts belong in plain double quotes" },
	{ "x = 'a';", "1: texts belong in plain double quotes" },
	{ "x = 61,200;", "1: a key is missing before this number" },
	{ "x = ( {\n  y = 1,\n{ y = 2; } );", "3: this '{' stands in the '{' of line 1" },
	{ "x = ( 1\n;\ny = 2;", "2: the '(' of line 1 is not closed before ';'" },
	{ "x = (\n1\ny = 2;", "3: the '(' of line 1 is not closed before 'y'" },
	{ "x = \xc3\xa9;", "1: a character stands here that has no meaning" },
	{ "x = 1; @include \"y\"", "1: '@' has no meaning here" },
	{ "x = 9999999999;", "1: 9999999999 is out of range" },
	{ "x = -2147483649;", "1: -2147483649 is out of range" },
	{ "x = 99999999999999999999L;", "1: 99999999999999999999L is out of range" },
	{ "x = \"a\\x00b\";", "1: \\x00 cannot stand in a text" },
	{ "x = \"a\nb\";", "1: a text is not closed on its line" },
};

static void test_slips(void)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(slips); i++) {
		g_autofree char *told = faults_of(slips[i].text);
		if (!g_str_has_prefix(told, slips[i].fault))
			g_error("%s\nexpected: %s\n     got: %s", slips[i].text, slips[i].fault, told);
	}
}

/* Several slips that do not hide each other are told together. */
static void test_together(void)
{
	g_autofree char *told = faults_of("x = 9999999999;\ny = [ 1, ];\nx = \"\\x00\";\n");
	g_auto(GStrv) lines = g_strsplit(told, "\n", -1);
	g_assert_cmpuint(g_strv_length(lines), ==, 5);
	g_assert_true(g_str_has_prefix(lines[0], "1: "));
	g_assert_true(g_str_has_prefix(lines[1], "2: "));
	g_assert_true(g_str_has_prefix(lines[3], "3: "));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scan/what libconfig reads passes", test_good);
	g_test_add_func("/scan/slips are told", test_slips);
	g_test_add_func("/scan/several together", test_together);
	return g_test_run();
}
