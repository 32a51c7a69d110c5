#include <string.h>
#include "base/text.h"
#include "exchange/decode.h"
#include "exchange/table.h"

static const struct table_column columns[] = {
	{ "number", "CASE", false }, { "age", "AGE", true }, { "summary", "SUMMARY", false },
};
static const char *const rows[][3] = {
	{ "C-1", "7", "short" },
	{ "C-22", "1204", "a longer summary, with \"quotes\"" },
	{ "C-3", NULL, "esc \033[31m bidi \u202e end" },
};

static char *made(enum table_format format, int width, bool ascii, unsigned n)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	struct table *table = table_new(out, format, columns, 3, width, ascii);
	for (unsigned i = 0; i < n; i++)
		table_row(table, rows[i]);
	table_end(table);
	fclose(out);
	return text;
}

static void test_text(void)
{
	g_autofree char *text = made(TABLE_TEXT, 0, false, 2);
	g_assert_cmpstr(text, ==,
		"CASE   AGE  SUMMARY\n"
		"C-1      7  short\n"
		"C-22  1204  a longer summary, with \"quotes\"\n");
	g_autofree char *narrow = made(TABLE_TEXT, 30, true, 2);
	g_auto(GStrv) lines = g_strsplit(narrow, "\n", -1);
	g_assert_cmpint(text_width(lines[2]), ==, 30);
	g_assert_true(g_str_has_suffix(lines[2], "~"));
}

static void test_text_is_clean(void)
{
	g_autofree char *text = made(TABLE_TEXT, 0, false, 3);
	g_assert_null(strchr(text, '\033'));
	g_assert_null(strstr(text, "\u202e"));
	g_autofree char *csv = made(TABLE_CSV, 0, false, 3);
	g_assert_null(strchr(csv, '\033'));
	g_assert_true(g_str_has_prefix(csv, "number,age,summary\nC-1,7,short\n"));
}

static void test_json(void)
{
	g_autofree char *json = made(TABLE_JSON, 0, false, 3);
	g_assert_cmpstr(json, ==,
		"[\n{\"number\": \"C-1\", \"age\": 7, \"summary\": \"short\"},\n"
		"{\"number\": \"C-22\", \"age\": 1204, \"summary\": \"a longer summary, with \\\"quotes\\\"\"},\n"
		"{\"number\": \"C-3\", \"age\": null, \"summary\": \"esc \\u001b[31m bidi \\u202e end\"}\n]\n");
	g_autofree char *none = made(TABLE_JSON, 0, false, 0);
	g_assert_cmpstr(none, ==, "[]\n");
}

static char **many(int width)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	struct table *table = table_new(out, TABLE_TEXT, columns, 3, width, false);
	for (int i = 0; i < 1500; i++)
		table_row(table, rows[i < 1200 ? 0 : 1]);
	table_end(table);
	fclose(out);
	char **lines = g_strsplit(text, "\n", -1);
	free(text);
	g_assert_cmpuint(g_strv_length(lines), ==, 1502);
	return lines;
}

/* On a terminal later rows are clipped to the measured width; in a pipe nothing is cut. */
static void test_many(void)
{
	g_auto(GStrv) narrow = many(80), whole = many(0);
	g_assert_cmpint(text_width(narrow[1400]), <=, text_width(narrow[0]));
	g_assert_true(g_str_has_suffix(whole[1400], "a longer summary, with \"quotes\""));
}

static void test_decode(void)
{
	unsigned bad = 9;
	g_autofree char *a = decode_text("caf\xe9 \x93x\x94", 8, "CP1252", &bad);
	g_assert_cmpstr(a, ==, "café “x”");
	g_assert_cmpuint(bad, ==, 0);
	g_autofree char *b = decode_text("a\xff\xc0\xaf" "b", 5, "UTF-8", &bad);
	g_assert_cmpstr(b, ==, "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" "b");
	g_assert_cmpuint(bad, ==, 3);
	g_autofree char *c = decode_text("x\x81y", 3, "CP1252", &bad);
	g_assert_cmpstr(c, ==, "x\xef\xbf\xbdy");
	g_assert_cmpuint(bad, ==, 1);
	g_autofree char *d = decode_text("\xed\xa0\x80", 3, "UTF-8", NULL);    /* a surrogate is no character */
	g_assert_true(g_utf8_validate(d, -1, NULL));
	g_assert_true(decode_known("ISO-8859-1"));
	g_assert_false(decode_known("KLINGON-1"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/table/text", test_text);
	g_test_add_func("/table/clean", test_text_is_clean);
	g_test_add_func("/table/json", test_json);
	g_test_add_func("/table/many", test_many);
	g_test_add_func("/decode", test_decode);
	return g_test_run();
}
