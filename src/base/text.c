#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uninorm.h>
#include <uniwidth.h>
#include <wchar.h>

#define COMBINING_MOST 4

static bool plain(unsigned char c)
{
	return c >= 32 && c < 127;
}

/* The invisible or reordering characters that a reader must see to tell two names apart (LIMITS.md B4). */
static bool deceives(ucs4_t c)
{
	if (c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0)
		return true;
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Co
		| UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp);
}

static bool combines(ucs4_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me);
}

static void append_escape(GString *out, ucs4_t c)
{
	if (c == '\t' || c == '\n' || c == '\r')
		g_string_append_c(out, ' ');
	else if (c < 32 || c == 127)
		g_string_append_printf(out, "^%c", (char) (c ^ 64));
	else if (c < 0xA0)
		g_string_append_printf(out, "<%02X>", (unsigned) c);
	else
		g_string_append_printf(out, "<U+%04X>", (unsigned) c);
}

/* The nearest printable ASCII for a character, or '?'. */
static void append_ascii(GString *out, const uint8_t *p, int length)
{
	char one[8] = { 0 };
	memcpy(one, p, length);
	g_autofree char *ascii = g_str_to_ascii(one, "C");
	for (const char *a = ascii; *a; a++)
		g_string_append_c(out, plain(*a) ? *a : '?');
}

static void append_character(GString *out, const uint8_t *p, int length, ucs4_t c, unsigned flags, int *combined)
{
	if (c == '\n' && flags & TEXT_KEEP_NEWLINES) {
		g_string_append_c(out, '\n');
	} else if (c < 32 || (c >= 127 && c < 0xA0) || deceives(c)) {
		append_escape(out, c);
	} else if (combines(c)) {
		if (++*combined > COMBINING_MOST)
			append_escape(out, c);
		else if (!(flags & TEXT_ASCII))
			g_string_append_len(out, (const char *) p, length);
		return;
	} else if (c >= 127 && flags & TEXT_ASCII) {
		append_ascii(out, p, length);
	} else {
		g_string_append_len(out, (const char *) p, length);
	}
	*combined = 0;
}

char *text_clean(const char *bytes, gssize len, unsigned flags)
{
	const uint8_t *p = (const uint8_t *) bytes, *end = p + (len < 0 ? (gssize) strlen(bytes) : len);
	GString *out = g_string_sized_new(end - p + 1);
	int combined = COMBINING_MOST;      /* a mark that begins a text has no base and is shown */
	while (p < end) {
		if (plain(*p)) {
			g_string_append_c(out, (char) *p++);
			combined = 0;
			continue;
		}
		if (*p == '\r' && p + 1 < end && p[1] == '\n')
			p++;
		ucs4_t c;
		int length = u8_mbtoucr(&c, p, end - p);
		if (length < 0) {
			g_string_append_printf(out, "\\x%02X", *p++);
			combined = 0;
			continue;
		}
		append_character(out, p, length, c, flags, &combined);
		p += length;
	}
	return g_string_free(out, FALSE);
}

bool text_is_clean(const char *text, unsigned flags)
{
	const char *p = text;
	while (plain(*p))
		p++;
	if (!*p)
		return true;
	g_autofree char *cleaned = text_clean(text, -1, flags);
	return !strcmp(cleaned, text);
}

/* Cells of one character as a terminal counts them; libc's table is the one curses goes by. */
static int character_cells(ucs4_t c)
{
	int cells = sizeof(wchar_t) >= 4 ? wcwidth(c) : -1;
	return cells >= 0 ? MIN(cells, 2) : MAX(uc_width(c, "UTF-8"), 0);
}

size_t text_next(const char *p, int *cells)
{
	const uint8_t *s = (const uint8_t *) p;
	if (plain(s[0]) && s[1] < 0x80) {
		*cells = 1;
		return 1;
	}
	*cells = 0;
	if (!s[0])
		return 0;
	size_t length = strlen(p);
	const uint8_t *next = u8_grapheme_next(s, s + length);
	for (const uint8_t *q = s; q < next;) {
		ucs4_t c;
		int n = u8_mbtoucr(&c, q, next - q);
		if (n <= 0)
			break;
		*cells = MAX(*cells, character_cells(c));
		q += n;
	}
	return next ? (size_t) (next - s) : length;
}

int text_width(const char *text)
{
	int used;
	text_fit(text, G_MAXINT, &used);
	return used;
}

size_t text_fit(const char *text, int cells, int *used)
{
	const char *p = text;
	int sum = 0, width;
	for (size_t n; (n = text_next(p, &width)) > 0; p += n) {
		if (width > cells - sum)
			break;
		sum += width;
	}
	if (used)
		*used = sum;
	return p - text;
}

char *text_clip(const char *text, int cells, const char *mark)
{
	size_t all = text_fit(text, MAX(cells, 0), NULL);
	if (!text[all])
		return g_strdup(text);
	int room = cells - text_width(mark);
	if (room < 0)
		return g_strndup(text, all);
	size_t kept = text_fit(text, room, NULL);
	return g_strdup_printf("%.*s%s", (int) kept, text, mark);
}

/* Bytes of the next line: up to a newline, else the last space that fits, else as much as fits (at least one cluster). */
static size_t line_length(const char *text, int cells)
{
	size_t fit = text_fit(text, cells, NULL);
	const char *newline = memchr(text, '\n', strlen(text));
	if (newline && (size_t) (newline - text) <= fit)
		return newline - text;
	if (!text[fit])
		return fit;
	size_t cut = fit;
	while (cut > 0 && text[cut] != ' ')
		cut--;
	if (cut > 0)
		return cut;
	int width;
	return fit > 0 ? fit : text_next(text, &width);
}

char **text_wrap(const char *text, int cells)
{
	GPtrArray *lines = g_ptr_array_new();
	cells = MAX(cells, 1);
	do {
		size_t n = line_length(text, cells), end = n;
		while (end > 0 && text[end - 1] == ' ')
			end--;
		g_ptr_array_add(lines, g_strndup(text, end));
		text += n;
		if (*text == '\n')
			text++;
		else
			while (*text == ' ')
				text++;
	} while (*text);
	g_ptr_array_add(lines, NULL);
	return (char **) g_ptr_array_free(lines, FALSE);
}

const char *text_number(gint64 n, char buf[28])
{
	char digits[24];
	int length = snprintf(digits, sizeof digits, "%" G_GUINT64_FORMAT, n < 0 ? -(guint64) n : (guint64) n);
	char *p = buf;
	if (n < 0)
		*p++ = '-';
	for (int i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			*p++ = ',';
		*p++ = digits[i];
	}
	*p = '\0';
	return buf;
}

static char *collapse_spaces(const char *text)
{
	GString *out = g_string_sized_new(strlen(text));
	bool gap = false;
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		if (g_unichar_isspace(g_utf8_get_char(p))) {
			gap = out->len > 0;
			continue;
		}
		if (gap)
			g_string_append_c(out, ' ');
		gap = false;
		g_string_append_len(out, p, g_utf8_next_char(p) - p);
	}
	return g_string_free(out, FALSE);
}

static bool all_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char) *text >= 0x80)
			return false;
	return true;
}

char *text_fold(const char *text)
{
	if (all_ascii(text)) {
		char *folded = collapse_spaces(text);
		for (char *p = folded; *p; p++)
			*p = g_ascii_tolower(*p);
		return folded;
	}
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autofree char *tight = collapse_spaces(valid);
	size_t length = 0;
	uint8_t *folded = u8_casefold((const uint8_t *) tight, strlen(tight), NULL, UNINORM_NFC, NULL, &length);
	char *result = folded ? g_strndup((const char *) folded, length) : g_strdup(tight);
	free(folded);
	return result;
}

/* Optimal string alignment distance: edits and swaps of neighbours. */
static unsigned edit_distance(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	g_autofree unsigned *rows = g_new(unsigned, 3 * (m + 1));
	unsigned *before = rows, *last = rows + m + 1, *row = rows + 2 * (m + 1);
	for (size_t j = 0; j <= m; j++)
		last[j] = j;
	for (size_t i = 1; i <= n; i++) {
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			row[j] = MIN(MIN(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = MIN(row[j], before[j - 2] + 1);
		}
		unsigned *spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return last[m];
}

const char *text_nearest(const char *word, const char *const *candidates)
{
	const char *nearest = NULL;
	unsigned best = MAX(strlen(word) / 3, 1) + 1;
	if (strlen(word) > 64)
		return NULL;
	for (; *candidates; candidates++) {
		unsigned distance = edit_distance(word, *candidates);
		if (distance < best) {
			best = distance;
			nearest = *candidates;
		}
	}
	return nearest;
}
