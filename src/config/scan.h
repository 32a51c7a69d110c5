/*
 * A look at the tokens of a libconfig text before libconfig sees it. What its parser gets wrong or slow (wrapped
 * integers, NUL in strings, quadratic strings and groups, includes from anywhere, memory lost on errors) is refused
 * here, and a slip is named where it was made and not where a parser stumbled over it.
 */
#ifndef DAIS_CONFIG_SCAN_H
#define DAIS_CONFIG_SCAN_H

#include <glib.h>
#include <stdbool.h>

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_SIGN, TOKEN_INCLUDE, TOKEN_BAD };

struct token {
	enum token_kind kind;
	const char *start;       /* in the text; strings without their quotes, includes: the file's name */
	gsize length;
	int line;                /* from 1, where it starts */
	const char *why;         /* TOKEN_BAD: what is wrong; what to do */
};

struct scan {
	const char *at, *end;
	int line;
	bool line_start;         /* nothing but blanks so far on this line */
};

void scan_init(struct scan *scan, const char *text, gsize length);
struct token scan_next(struct scan *scan);

/* Who asked: report is told each fault; line turns a line of the text into the one a person sees in the file. */
struct scan_reader {
	void (*report)(void *data, int line, const char *text);
	int (*line)(void *data, int line);
	void *data;
};
/* Reports everything this header promises. True when libconfig may have the text. */
bool scan_check(const char *text, gsize length, const struct scan_reader *reader);

#endif
