#include "base/text.h"
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#define MARKS_MAX 4     /* ncurses keeps five on a cell; terminals have crashed on hundreds */

/* What becomes of a character on its way to the screen. */
enum verdict { VERDICT_KEEP, VERDICT_SPACE, VERDICT_DROP, VERDICT_ESCAPE };

static bool is_plain(unsigned char byte)
{
	return byte >= 32 && byte < 127;
}

/* Cells of a character that may be shown, as wcwidth of glibc has them; independent of the locale. */
static int char_cells(ucs4_t c)
{
	if (c < 127)
		return c >= 32;
	if ((c >= 0x3248 && c <= 0x324f) || (c >= 0x4dc0 && c <= 0x4dff))
		return 2;
	int width = uc_width(c, "UTF-8");
	if (width == 1 && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Me))
		return 0;
	return width < 0 ? 0 : width;
}

/* Characters that draw nothing, turn the direction, or mean something else to each terminal. */
static bool is_treacherous(ucs4_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cn |
		UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp) ||
		uc_is_property_default_ignorable_code_point(c);
}

/* State of a walk over text: marks so far on the present base character; -1 when nothing can carry a mark. */
struct walk { int marks; };

static enum verdict judge(ucs4_t c, unsigned flags, const unsigned char *next, struct walk *walk)
{
	int marks = walk->marks;
	walk->marks = -1;
	if (c == '\n' && (flags & TEXT_KEEP_NEWLINES))
		return VERDICT_KEEP;
	if (c == '\r' && *next == '\n')
		return VERDICT_DROP;
	if (c == '\t' || c == '\r' || c == '\n')
		return VERDICT_SPACE;
	if (c < 32 || (c >= 127 && is_treacherous(c)))
		return VERDICT_ESCAPE;
	if (c >= 127 && char_cells(c) == 0) {
		if (marks < 0 || marks >= MARKS_MAX) {
			walk->marks = marks;
			return VERDICT_ESCAPE;
		}
		walk->marks = marks + 1;
		return VERDICT_KEEP;
	}
	walk->marks = 0;
	return VERDICT_KEEP;
}

/* One character of text that may be broken: its length, and the character or 0xffffffff for a byte that is no UTF-8. */
static int read_char(const unsigned char *p, size_t left, ucs4_t *c)
{
	if (*p < 128) {
		*c = *p;
		return 1;
	}
	int length = u8_mbtoucr(c, p, left);
	if (length > 0)
		return length;
	*c = 0xffffffff;
	return 1;
}

bool text_is_clean(const char *text, unsigned flags)
{
	const unsigned char *p = (const unsigned char *) text;
	while (is_plain(*p))
		p++;
	if (!*p)
		return true;
	if (flags & TEXT_ASCII && *p >= 128)
		return false;
	struct walk walk = { .marks = p == (const unsigned char *) text ? -1 : 0 };
	size_t left = strlen((const char *) p);
	while (left) {
		ucs4_t c;
		int length = read_char(p, left, &c);
		if (c == 0xffffffff || (c >= 127 && flags & TEXT_ASCII) || judge(c, flags, p + length, &walk) != VERDICT_KEEP)
			return false;
		p += length;
		left -= (size_t) length;
	}
	return true;
}

/* How often-seen characters are spelt in ASCII; the others lose their accents or are shown as <U+...>. */
static const char *ascii_spelling(ucs4_t c)
{
	static const struct { ucs4_t c; const char *text; } spellings[] = {
		{ 0xa1, "!" }, { 0xa3, "GBP" }, { 0xa6, "|" }, { 0xa7, "S." }, { 0xa9, "(c)" }, { 0xab, "\"" }, { 0xae, "(R)" },
		{ 0xb0, "deg" }, { 0xb1, "+-" }, { 0xb6, "P." }, { 0xb7, "." }, { 0xbb, "\"" }, { 0xbf, "?" }, { 0xc6, "AE" },
		{ 0xd7, "x" }, { 0xd8, "O" }, { 0xdf, "ss" }, { 0xe6, "ae" }, { 0xf0, "d" }, { 0xf7, "/" }, { 0xf8, "o" },
		{ 0xde, "Th" }, { 0xfe, "th" }, { 0x131, "i" }, { 0x141, "L" }, { 0x142, "l" }, { 0x152, "OE" },
		{ 0x153, "oe" },
		{ 0x2010, "-" }, { 0x2011, "-" }, { 0x2012, "-" }, { 0x2013, "-" }, { 0x2014, "-" }, { 0x2015, "-" },
		{ 0x2018, "'" }, { 0x2019, "'" }, { 0x201a, "'" }, { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x201e, "\"" },
		{ 0x2020, "+" }, { 0x2022, "*" }, { 0x2026, "..." }, { 0x2032, "'" }, { 0x2033, "\"" }, { 0x2039, "<" },
		{ 0x203a, ">" }, { 0x2044, "/" }, { 0x20ac, "EUR" }, { 0x2190, "<-" }, { 0x2192, "->" }, { 0x2212, "-" },
		{ 0x2260, "!=" }, { 0x2264, "<=" }, { 0x2265, ">=" }, { 0xfffd, "?" },
	};
	for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++)
		if (spellings[i].c == c)
			return spellings[i].text;
	return NULL;
}

static void append_ascii(GString *out, ucs4_t c)
{
	ucs4_t parts[32];
	size_t n = G_N_ELEMENTS(parts), kept = 0;
	const char *spelling = ascii_spelling(c);
	if (spelling) {
		g_string_append(out, spelling);
		return;
	}
	bool mark = char_cells(c) == 0;
	if (!mark && u32_normalize(UNINORM_NFKD, &c, 1, parts, &n) == parts) {
		gsize before = out->len;
		for (size_t i = 0; i < n; i++) {
			const char *part = parts[i] < 127 && parts[i] >= 32 ? NULL : ascii_spelling(parts[i]);
			if (part)
				g_string_append(out, part);
			else if (is_plain((unsigned char) MIN(parts[i], 127)))
				g_string_append_c(out, (char) parts[i]);
			else if (char_cells(parts[i]) == 0)
				continue;
			else
				break;
			kept++;
		}
		if (kept)
			return;
		g_string_truncate(out, before);
	}
	if (!mark)
		g_string_append_printf(out, "<U+%04X>", c);
}

static void append_escape(GString *out, ucs4_t c)
{
	if (c < 32 || c == 127)
		g_string_append_printf(out, "^%c", (int) (c ^ 64));
	else if (c < 160)
		g_string_append_printf(out, "<%02X>", c);
	else
		g_string_append_printf(out, "<U+%04X>", c);
}

char *text_clean(const char *bytes, gssize len, unsigned flags)
{
	const unsigned char *p = (const unsigned char *) bytes;
	size_t left = len < 0 ? strlen(bytes) : (size_t) len;
	GString *out = g_string_sized_new(left + 16);
	struct walk walk = { .marks = -1 };
	while (left) {
		size_t plain = 0;
		while (plain < left && is_plain(p[plain]))
			plain++;
		if (plain) {
			g_string_append_len(out, (const char *) p, (gssize) plain);
			walk.marks = 0;
			p += plain;
			left -= plain;
			continue;
		}
		ucs4_t c;
		int length = read_char(p, left, &c);
		left -= (size_t) length;
		static const unsigned char end = 0;
		if (c == 0xffffffff) {
			g_string_append_printf(out, "\\x%02X", *p);
			walk.marks = -1;
		} else {
			enum verdict verdict = judge(c, flags, left ? p + length : &end, &walk);
			if (verdict == VERDICT_SPACE)
				g_string_append_c(out, ' ');
			else if (verdict == VERDICT_ESCAPE)
				append_escape(out, c);
			else if (verdict == VERDICT_KEEP && flags & TEXT_ASCII && c >= 127)
				append_ascii(out, c);
			else if (verdict == VERDICT_KEEP)
				g_string_append_len(out, (const char *) p, length);
		}
		p += length;
	}
	return g_string_free(out, FALSE);
}

size_t text_next(const char *text, int *cells)
{
	const unsigned char *p = (const unsigned char *) text;
	if (!*p) {
		*cells = 0;
		return 0;
	}
	if (p[0] < 128 && p[1] < 128) {
		*cells = is_plain(*p);
		return 1;
	}
	size_t left = strnlen(text, 64), used;
	ucs4_t c;
	used = (size_t) read_char(p, left, &c);
	*cells = c == 0xffffffff ? 1 : char_cells(c);
	/* The marks that follow share its cells. */
	while (used < left && p[used] >= 128) {
		int length = read_char(p + used, left - used, &c);
		if (c == 0xffffffff || char_cells(c) > 0)
			break;
		used += (size_t) length;
	}
	return used;
}

size_t text_fit(const char *text, int cells, int *used)
{
	size_t at = 0;
	int sum = 0;
	for (;;) {
		while (is_plain((unsigned char) text[at]) && (unsigned char) text[at + 1] < 128 && sum < cells) {
			at++;
			sum++;
		}
		int width;
		size_t length = text_next(text + at, &width);
		if (length == 0 || width > cells - sum)
			break;
		at += length;
		sum += width;
	}
	if (used)
		*used = sum;
	return at;
}

int text_width(const char *text)
{
	int used;
	text_fit(text, G_MAXINT, &used);
	return used;
}

char *text_clip(const char *text, int cells, const char *mark)
{
	size_t fits = text_fit(text, MAX(cells, 0), NULL);
	if (!text[fits])
		return g_strdup(text);
	int mark_cells;
	size_t mark_bytes = text_fit(mark, MAX(cells, 0), &mark_cells);
	fits = text_fit(text, cells - mark_cells, NULL);
	GString *out = g_string_new_len(text, (gssize) fits);
	g_string_append_len(out, mark, (gssize) mark_bytes);
	return g_string_free(out, FALSE);
}

/* The bytes of the first line of text at most cells wide, and where the next one starts. */
static size_t wrap_line(const char *text, size_t length, int cells, size_t *next)
{
	size_t fits = MIN(text_fit(text, cells, NULL), length);
	if (fits == length) {
		*next = length;
		return length;
	}
	size_t cut = fits;
	while (cut > 0 && text[cut] != ' ')
		cut--;
	if (cut == 0)
		cut = fits;
	*next = cut;
	while (cut > 0 && text[cut - 1] == ' ')
		cut--;
	while (*next < length && text[*next] == ' ')
		(*next)++;
	return cut;
}

char **text_wrap(const char *text, int cells)
{
	GPtrArray *lines = g_ptr_array_new();
	do {
		size_t length = strcspn(text, "\n"), next;
		for (size_t at = 0; ; at += next) {
			size_t take = wrap_line(text + at, length - at, MAX(cells, 1), &next);
			int wide;
			if (take == 0 && next == 0 && length > at) {      /* a wide character in a single cell */
				next = text_next(text + at, &wide);
				g_ptr_array_add(lines, g_strdup("?"));
			} else {
				g_ptr_array_add(lines, g_strndup(text + at, take));
			}
			if (at + next >= length)
				break;
		}
		text += length + (text[length] == '\n');
	} while (*text);
	g_ptr_array_add(lines, NULL);
	return (char **) g_ptr_array_free(lines, FALSE);
}
