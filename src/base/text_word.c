#include "base/text.h"
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

const char *text_number(gint64 n, char buf[28])
{
	guint64 rest = n < 0 ? 0 - (guint64) n : (guint64) n;
	char *p = buf + 27;
	*p = '\0';
	for (int digits = 0; rest || !digits; digits++, rest /= 10) {
		if (digits && digits % 3 == 0)
			*--p = ',';
		*--p = (char) ('0' + rest % 10);
	}
	if (n < 0)
		*--p = '-';
	return memmove(buf, p, (size_t) (buf + 28 - p));
}

unsigned text_index(const char *const *words, const char *word)
{
	unsigned at = 0;
	while (words[at] && (!word || strcmp(words[at], word)))
		at++;
	return at;
}

/* Folds printable ASCII and tells whether that was all there was. */
static bool fold_ascii(const char *text, char *out)
{
	bool gap = false;
	char *start = out;
	for (; *text; text++) {
		unsigned char c = (unsigned char) *text;
		if (c >= 128)
			return false;
		if (g_ascii_isspace(c) || c == '\v') {
			gap = out > start;
			continue;
		}
		if (gap)
			*out++ = ' ';
		gap = false;
		*out++ = g_ascii_tolower((char) c);
	}
	*out = '\0';
	return true;
}

/* Trims and collapses white space of folded text in place. */
static void collapse(char *text)
{
	char *out = text;
	bool gap = false;
	for (const char *p = text; *p; ) {
		ucs4_t c;
		int length = u8_strmbtouc(&c, (const uint8_t *) p);
		if (uc_is_property_white_space(c)) {
			gap = out > text;
		} else {
			if (gap)
				*out++ = ' ';
			gap = false;
			memmove(out, p, (size_t) length);
			out += length;
		}
		p += length;
	}
	*out = '\0';
}

char *text_fold(const char *text)
{
	char *out = g_malloc(strlen(text) + 1);
	if (fold_ascii(text, out))
		return out;
	g_free(out);
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	size_t length = 0;
	uint8_t *made = u8_casefold((const uint8_t *) valid, strlen(valid) + 1, NULL, UNINORM_NFC, NULL, &length);
	char *result = g_strdup(made ? (const char *) made : valid);
	free(made);
	collapse(result);
	return result;
}

bool text_is_blank(const char *text)
{
	if (!text)
		return true;
	g_autofree char *folded = text_fold(text);
	return !*folded;
}

/* Edits (insert, delete, replace, swap neighbours) from a to b; more than `most` is given as most + 1. */
static unsigned edits(const char *a, const char *b, unsigned most)
{
	size_t n = strlen(a), m = strlen(b);
	if ((n > m ? n - m : m - n) > most)
		return most + 1;
	g_autofree unsigned *rows = g_new0(unsigned, 3 * (m + 1));
	unsigned *before = rows, *last = rows + m + 1, *row = rows + 2 * (m + 1);
	for (size_t j = 0; j <= m; j++)
		last[j] = (unsigned) j;
	for (size_t i = 1; i <= n; i++) {
		row[0] = (unsigned) i;
		for (size_t j = 1; j <= m; j++) {
			unsigned best = last[j - 1] + (a[i - 1] != b[j - 1]);
			best = MIN(best, MIN(last[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				best = MIN(best, before[j - 2] + 1);
			row[j] = best;
		}
		unsigned *free_row = before;
		before = last;
		last = row;
		row = free_row;
	}
	return MIN(last[m], most + 1);
}

const char *text_nearest(const char *word, const char *const *candidates)
{
	g_autofree char *key = text_fold(word);
	size_t length = strlen(key);
	if (length == 0 || length > 200)
		return NULL;
	unsigned best = MAX(1, ((unsigned) length + 1) / 3) + 1;
	const char *found = NULL;
	for (; *candidates; candidates++) {
		g_autofree char *other = text_fold(*candidates);
		unsigned far = edits(key, other, best - 1);
		if (far < best) {
			best = far;
			found = *candidates;
		}
	}
	return found;
}
