/*
 * Text as terminal cells, and the one door through which text from outside passes before it is shown.
 * Layout anywhere in the program measures and cuts with these functions, never with strlen.
 */
#ifndef DAIS_BASE_TEXT_H
#define DAIS_BASE_TEXT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * Makes bytes safe to show on any terminal, in a log or a message, keeping them readable (LIMITS.md B4):
 * C0, DEL and C1 become ^X and <85>-style escapes, invalid bytes \xNN, bidi controls, zero-width characters,
 * tags, unassigned, private-use and surrogate code points <U+202E>; tab, CR and LF become one space unless
 * TEXT_KEEP_NEWLINES keeps LF. At most 4 combining marks stay on one base character; the rest are shown as escapes.
 * len -1 means NUL-terminated. Never fails; the result is valid UTF-8 and is the caller's to g_free.
 */
enum text_clean_flags { TEXT_CLEAN_LINE = 0, TEXT_KEEP_NEWLINES = 1, TEXT_ASCII = 2 /* also transliterate to 32..126 */ };
char *text_clean(const char *bytes, gssize len, unsigned flags);
/* True when text_clean would return the text unchanged (fast: printable ASCII is decided bytewise). */
bool text_is_clean(const char *text, unsigned flags);

/* One grapheme cluster at *p of clean text: gives its byte length and its cells (0..2). Returns length, 0 at the end. */
size_t text_next(const char *p, int *cells);
/* Cells that clean text takes. */
int text_width(const char *text);
/* Bytes of clean text that fit into cells; *used (may be NULL) gets the cells they take. Never splits a cluster. */
size_t text_fit(const char *text, int cells, int *used);
/* Clean text cut to at most cells, with the mark (for example "…" or "~") at the end when something was cut. g_free. */
char *text_clip(const char *text, int cells, const char *mark);
/* Clean text wrapped at spaces to lines of at most cells (a longer word is cut). NULL-terminated vector: g_strfreev. */
char **text_wrap(const char *text, int cells);
/* "1,234,567" in a static-free buffer of at least 28 bytes. Returns buf. */
const char *text_number(gint64 n, char buf[28]);

/* Case-folded, NFC, white space trimmed and collapsed to single spaces: the key under which words from outside are
 * compared (aliases, filter values). g_free. */
char *text_fold(const char *text);
/* NULL, empty, or nothing but white space: no words were given. */
bool text_is_blank(const char *text);
/* The place of a word in a list that ends with NULL, the place of its end where it is not there; NULL is no word of it. */
unsigned text_index(const char *const *words, const char *word);
/* The candidate nearest to word by edit distance, at most about a third of its length away, or NULL: for "did you mean". */
const char *text_nearest(const char *word, const char *const *candidates);

/* A text kept as one field of a line, fields separated by tabs: \t, \n and \\ stand for tab, newline and backslash. NULL appends nothing. */
void text_field_append(GString *out, const char *text);
/* The text that such a field stands for; g_free. */
char *text_field_read(const char *field);

#endif
