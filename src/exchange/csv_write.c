#include <string.h>
#include "base/text.h"
#include "exchange/csv.h"

static bool is_plain_number(const char *text)
{
	const char *p = text + (*text == '-' || *text == '+');
	size_t digits = strspn(p, "0123456789");
	if (digits == 0)
		return false;
	p += digits;
	if (*p == '.')
		p += 1 + strspn(p + 1, "0123456789");
	return *p == '\0';
}

/* Would a spreadsheet run this cell? Also for the full-width forms that some of them fold. */
static bool is_formula(const char *text)
{
	static const char *const wide[] = { "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0" };
	if (text[0] == '\0' || is_plain_number(text))
		return false;
	if (strchr("=+-@\t\r", text[0]))
		return true;
	for (unsigned i = 0; i < G_N_ELEMENTS(wide); i++)
		if (g_str_has_prefix(text, wide[i]))
			return true;
	return false;
}

static void write_quoted(FILE *out, const char *text)
{
	putc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			putc('"', out);
		putc(*text, out);
	}
	putc('"', out);
}

static void write_cell(FILE *out, const char *text, bool lossless, bool alone)
{
	g_autofree char *made = NULL;
	if (!lossless && is_formula(text)) {
		g_autofree char *clean = text_clean(text, -1, TEXT_KEEP_NEWLINES);
		text = made = g_strconcat("'", clean, NULL);
	} else if (!lossless && !text_is_clean(text, TEXT_KEEP_NEWLINES)) {
		text = made = text_clean(text, -1, TEXT_KEEP_NEWLINES);
	}
	/* A record of one empty field would read back as an empty line. */
	if (strpbrk(text, ",\"\r\n") || (alone && text[0] == '\0') || text[0] == ' ' || (text[0] && text[strlen(text) - 1] == ' '))
		write_quoted(out, text);
	else
		fputs(text, out);
}

void csv_write_row(FILE *out, const char *const *field, unsigned n, bool lossless)
{
	for (unsigned i = 0; i < n; i++) {
		if (i > 0)
			putc(',', out);
		write_cell(out, field[i] ? field[i] : "", lossless, n == 1);
	}
	putc('\n', out);
}
