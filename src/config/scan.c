#include "config/scan.h"

#include <string.h>

#include "base/i18n.h"

void scan_init(struct scan *scan, const char *text, gsize length)
{
	*scan = (struct scan) { .at = text, .end = text + length, .line = 1, .line_start = true };
}

static bool scan_sees(const struct scan *scan, char first, char second)
{
	return scan->at + 1 < scan->end && scan->at[0] == first && scan->at[1] == second;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

static void scan_step(struct scan *scan)
{
	if (*scan->at == '\n') {
		scan->line++;
		scan->line_start = true;
	}
	scan->at++;
}

static void scan_line_comment(struct scan *scan)
{
	const char *stop = memchr(scan->at, '\n', (gsize) (scan->end - scan->at));
	scan->at = stop != NULL ? stop : scan->end;
}

/* False: the comment is never closed. */
static bool scan_block_comment(struct scan *scan)
{
	for (scan->at += 2; scan->at < scan->end; scan_step(scan)) {
		if (scan_sees(scan, '*', '/')) {
			scan->at += 2;
			return true;
		}
	}
	return false;
}

/* Blanks and comments. False: a comment that began on *line is never closed. */
static bool scan_blanks(struct scan *scan, int *line)
{
	while (scan->at < scan->end) {
		*line = scan->line;
		if (is_blank(*scan->at)) {
			scan_step(scan);
		} else if (*scan->at == '#' || scan_sees(scan, '/', '/')) {
			scan_line_comment(scan);
		} else if (scan_sees(scan, '/', '*')) {
			scan->line_start = false;
			if (!scan_block_comment(scan))
				return false;
		} else {
			break;
		}
	}
	return true;
}

static struct token token_bad(int line, const char *why)
{
	return (struct token) { .kind = TOKEN_BAD, .line = line, .why = why };
}

static struct token scan_string(struct scan *scan)
{
	struct token token = { .kind = TOKEN_STRING, .line = scan->line, .start = ++scan->at };
	scan->line_start = false;
	while (scan->at < scan->end && *scan->at != '"' && *scan->at != '\n') {
		if (*scan->at == '\\' && scan->at + 1 < scan->end && scan->at[1] != '\n')
			scan->at++;
		scan->at++;
	}
	if (scan->at >= scan->end || *scan->at == '\n')
		return token_bad(token.line,
			N_("a text is not closed on its line; end it with a double quote (\\\" stands for one "
			"inside, and a long text is written as several, one below the other)"));
	token.length = (gsize) (scan->at++ - token.start);
	return token;
}

static struct token scan_include(struct scan *scan)
{
	int line = scan->line;
	bool word = scan->end - scan->at > 8 && memcmp(scan->at, "@include", 8) == 0;
	if (!scan->line_start || !word) {
		scan->at++;
		return token_bad(line, N_("'@' has no meaning here; @include \"file\" stands alone on its line"));
	}
	const char *stop = memchr(scan->at, '\n', (gsize) (scan->end - scan->at));
	if (stop == NULL)
		stop = scan->end;
	const char *open = memchr(scan->at, '"', (gsize) (stop - scan->at));
	const char *close = open == NULL ? NULL : memchr(open + 1, '"', (gsize) (stop - open - 1));
	scan->at = stop;
	if (close == NULL || close == open + 1)
		return token_bad(line, N_("@include needs the name of a file in double quotes"));
	return (struct token) { .kind = TOKEN_INCLUDE, .line = line, .start = open + 1,
		.length = (gsize) (close - open - 1) };
}

static bool is_name(char c)
{
	return g_ascii_isalnum(c) || c == '_' || c == '-' || c == '*';
}

static bool is_number(char c)
{
	return g_ascii_isalnum(c) || c == '+' || c == '-' || c == '.';
}

static struct token scan_run(struct scan *scan, enum token_kind kind, bool (*belongs)(char))
{
	struct token token = { .kind = kind, .line = scan->line, .start = scan->at };
	while (scan->at < scan->end && belongs(*scan->at))
		scan->at++;
	token.length = (gsize) (scan->at - token.start);
	scan->line_start = false;
	return token;
}

struct token scan_next(struct scan *scan)
{
	int line = scan->line;
	if (!scan_blanks(scan, &line))
		return token_bad(line, N_("this comment is never closed; end it with */"));
	if (scan->at >= scan->end)
		return (struct token) { .kind = TOKEN_END, .line = scan->line };
	char c = *scan->at;
	if (c == '"')
		return scan_string(scan);
	if (c == '@')
		return scan_include(scan);
	if (g_ascii_isalpha(c) || c == '*')
		return scan_run(scan, TOKEN_NAME, is_name);
	if (g_ascii_isdigit(c) || c == '+' || c == '-' || c == '.')
		return scan_run(scan, TOKEN_NUMBER, is_number);
	scan->line_start = false;
	scan->at++;
	if (c == '\'' || c == '`' || (c == '\xe2' && scan->at < scan->end && *scan->at == '\x80'))
		return token_bad(scan->line,
			N_("texts belong in plain double quotes, as in \"text\"; other quotes and dashes have no meaning here"));
	if (strchr("=:;,(){}[]", c) == NULL)
		return token_bad(scan->line, N_("a character stands here that has no meaning; texts belong in double quotes"));
	return (struct token) { .kind = TOKEN_SIGN, .line = scan->line, .start = scan->at - 1, .length = 1 };
}
