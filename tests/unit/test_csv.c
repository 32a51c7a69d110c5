#include <string.h>
#include <unistd.h>
#include "base/error.h"
#include "exchange/csv.h"

/* Reads bytes as a file and keeps the records as "line:[a|b]" joined by spaces. */
struct seen { GString *text; gint64 stop_after; };

static bool keep(const struct csv_row *row, void *data, GError **error)
{
	struct seen *seen = data;
	g_string_append_printf(seen->text, "%s%" G_GINT64_FORMAT ":[", seen->text->len ? " " : "", row->line);
	for (unsigned i = 0; i < row->n; i++) {
		g_assert_cmpuint(strlen(row->field[i]), <=, row->length[i]);
		g_string_append_printf(seen->text, "%s%s", i ? "|" : "", row->field[i]);
	}
	g_string_append(seen->text, "]");
	if (seen->stop_after != row->number)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, "enough");
	return false;
}

static char *write_file(const char *bytes, gssize length)
{
	char *path = NULL;
	int fd = g_file_open_tmp("dais-csv-XXXXXX", &path, NULL);
	g_assert_cmpint(fd, >=, 0);
	close(fd);
	g_assert_true(g_file_set_contents(path, bytes, length, NULL));
	return path;
}

static char *read_bytes(const char *bytes, gssize length, char separator, GError **error)
{
	g_autofree char *path = write_file(bytes, length);
	struct seen seen = { .text = g_string_new(NULL) };
	bool ok = csv_read(path, separator, keep, NULL, &seen, error);
	unlink(path);
	char *text = g_string_free(seen.text, FALSE);
	if (!ok)
		g_clear_pointer(&text, g_free);
	return text;
}

static void expect(const char *bytes, const char *records)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = read_bytes(bytes, strlen(bytes), ',', &error);
	g_assert_no_error(error);
	g_assert_cmpstr(text, ==, records);
}

static void refuse(const char *bytes, gssize length, const char *pattern)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = read_bytes(bytes, length, ',', &error);
	g_assert_null(text);
	g_assert_error(error, DAIS_ERROR, DAIS_ERROR_DATA);
	if (!g_pattern_match_simple(pattern, error->message))
		g_error("'%s' is not like '%s'", error->message, pattern);
}

struct wanted { const char *first; gint64 number; };

static bool look(const struct csv_row *row, void *data, GError **error)
{
	struct wanted *wanted = data;
	(void) error;
	if (strcmp(row->field[0], wanted->first) == 0)
		wanted->number = row->number;
	return true;
}

static void expect_number(const char *bytes, const char *first, gint64 number)
{
	g_autofree char *path = write_file(bytes, -1);
	struct wanted wanted = { .first = first };
	g_assert_true(csv_read(path, ',', look, NULL, &wanted, NULL));
	unlink(path);
	g_assert_cmpint(wanted.number, ==, number);
}

static void test_records(void)
{
	expect("a,b\n1,2\n", "1:[a|b] 2:[1|2]");
	expect("a,b\n1,2", "1:[a|b] 2:[1|2]");
	expect("a,b\r\n1,2\r\n3,4\r\n", "1:[a|b] 2:[1|2] 3:[3|4]");
	expect("a,b\r1,2\r3,4", "1:[a|b] 2:[1|2] 3:[3|4]");
	expect("\xef\xbb\xbf" "a,b\n1,2\n", "1:[a|b] 2:[1|2]");
	expect("\xef\xbb\xbf\"a\",b\n", "1:[a|b]");
	expect("a\n\n\nb\n", "1:[a] 4:[b]");
	expect_number("a\n1\n\n2\n\"x\ny\"\nlast\n", "last", 6);
	expect("a,\n,\n", "1:[a|] 2:[|]");
	expect("", "");
}

static void test_exact_bytes(void)
{
	expect(" a ,\tb\n", "1:[ a |\tb]");
	expect("5'10\"\" to 6',b\n", "1:[5'10\"\" to 6'|b]");
}

static void test_quotes(void)
{
	expect("a,\"x\ny\nz\",c\nd,e,f\n", "1:[a|x\ny\nz|c] 4:[d|e|f]");
	expect("a,\"x \"\"y\"\"\"\n", "1:[a|x \"y\"]");
	expect("\"a\r\nb\",c\r\nd,e\r\n", "1:[a\r\nb|c] 3:[d|e]");
	expect("a,b,c\n1\n1,2,3,4\n", "1:[a|b|c] 2:[1] 3:[1|2|3|4]");
}

static void test_refused(void)
{
	refuse("a,b\n1,2\n3,\"open\nmore\nmore\n", -1, "*:3: a quote opened on this line is never closed*");
	refuse("a,b\n\"x\ny\",2\n3,\"open", -1, "*:4: a quote*");
	refuse("a,b\n1,\0" "2\n", 9, "*:2: a NUL byte*");
	refuse("\xff\xfe" "a\0,\0b\0\n\0", 10, "*:1: this file is UTF-16*");
	refuse("a\0,\0b\0\n\0", 8, "*:1: this file looks like UTF-16*");
}

static void test_limits(void)
{
	g_autoptr(GString) big = g_string_new("a,b\nok,ok\n");
	for (int i = 0; i < 10 * 1024; i++)
		g_string_append_printf(big, "%0*d", 1024, i);
	refuse(big->str, big->len, "*:3: a field is longer than 1048576 bytes*");
	g_autoptr(GString) open = g_string_new("a,b\nok,\"ok\n");
	for (int i = 0; i < 200000; i++)
		g_string_append(open, "1234567,8\n");
	refuse(open->str, open->len, "*:2: a field is longer*the quote opened on line 2 is most likely never closed*");
	g_autoptr(GString) wide = g_string_new("a,b\n");
	for (int i = 0; i < 100000; i++)
		g_string_append(wide, "x,");
	g_autoptr(GString) row = g_string_new("a,b\n");
	for (int i = 0; i < 9; i++) {
		g_string_append(row, i ? ",\"" : "\"");
		for (int k = 0; k < 1000; k++)
			g_string_append_printf(row, "%0999d\n", k);
		g_string_append_c(row, '"');
	}
	refuse(row->str, row->len, "*:2: a row is longer than 8388608 bytes*");
	refuse(wide->str, wide->len, "*:2: more than 1000 columns*");
}

static void test_lines_across_blocks(void)
{
	g_autoptr(GString) text = g_string_new("h\r\n");
	for (int i = 0; i < 300000; i++)
		g_string_append(text, i % 3 ? "abcdefg\r\n" : "hijk\r\n");
	g_string_append(text, "last,\"open");
	refuse(text->str, text->len, "*:300002: a quote opened*");
}

static void test_stop_and_special(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = write_file("a\nb\nc\n", -1);
	struct seen seen = { .text = g_string_new(NULL), .stop_after = 2 };
	g_assert_false(csv_read(path, ',', keep, NULL, &seen, &error));
	g_assert_cmpstr(error->message, ==, "enough");
	g_assert_cmpstr(seen.text->str, ==, "1:[a] 2:[b]");
	g_string_free(seen.text, TRUE);
	unlink(path);
	g_clear_error(&error);
	g_assert_false(csv_read("/dev/null", ',', keep, NULL, NULL, &error));
	g_assert_nonnull(strstr(error->message, "not a regular file"));
	g_clear_error(&error);
	g_assert_false(csv_read("/nonexistent/x.csv", ',', keep, NULL, NULL, &error));
	g_assert_nonnull(strstr(error->message, "x.csv: cannot be opened"));
}

static char *written(const char *const *field, unsigned n, bool lossless)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);
	csv_write_row(out, field, n, lossless);
	fclose(out);
	return text;
}

static void test_write(void)
{
	static const char *const plain[] = { "a", NULL, "b,c", "d\"e", "f\ng", "-12.5", " x" };
	static const char *const formula[] = { "=1+2", "@x", "-cmd", "\tx", "＝1", "+1a" };
	static const char *const escape[] = { "\033]0;x\a", "x" };
	static const char *const empty[] = { "" };
	g_autofree char *a = written(plain, G_N_ELEMENTS(plain), false);
	g_assert_cmpstr(a, ==, "a,,\"b,c\",\"d\"\"e\",\"f\ng\",-12.5,\" x\"\n");
	g_autofree char *b = written(formula, G_N_ELEMENTS(formula), false);
	g_assert_cmpstr(b, ==, "'=1+2,'@x,'-cmd,' x,'＝1,'+1a\n");
	g_autofree char *c = written(formula, G_N_ELEMENTS(formula), true);
	g_assert_cmpstr(c, ==, "=1+2,@x,-cmd,\tx,＝1,+1a\n");
	g_autofree char *d = written(escape, 2, false);
	g_assert_null(strchr(d, '\033'));
	g_assert_null(strchr(d, '\a'));
	g_autofree char *e = written(escape, 2, true);
	g_assert_cmpstr(e, ==, "\033]0;x\a,x\n");
	g_autofree char *f = written(empty, 1, false);
	g_assert_cmpstr(f, ==, "\"\"\n");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/csv/records", test_records);
	g_test_add_func("/csv/exact-bytes", test_exact_bytes);
	g_test_add_func("/csv/quotes", test_quotes);
	g_test_add_func("/csv/refused", test_refused);
	g_test_add_func("/csv/limits", test_limits);
	g_test_add_func("/csv/lines-across-blocks", test_lines_across_blocks);
	g_test_add_func("/csv/stop-and-special", test_stop_and_special);
	g_test_add_func("/csv/write", test_write);
	return g_test_run();
}
