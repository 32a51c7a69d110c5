/* The rules of scan.h over the stream of tokens. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "config/scan.h"

#define DEPTH_MOST 32           /* brackets within brackets */
#define STRING_MOST 8192        /* bytes of one text, its continued parts together */
#define KEYS_MOST 1000          /* keys of one group */

struct level { char open; int line; unsigned keys; };

struct check {
	struct level level[DEPTH_MOST];
	unsigned depth;
	unsigned top_keys;
	gsize string;               /* bytes of the text that is being continued */
	struct token before;        /* the token before this one */
	bool good, stop;
	scan_report *report;
	void *data;
};

static G_GNUC_PRINTF(3, 4) void check_fault(struct check *check, int line, const char *format, ...)
{
	va_list words;
	va_start(words, format);
	g_autofree char *text = g_strdup_vprintf(format, words);
	va_end(words);
	check->good = false;
	check->report(check->data, line, text);
}

static void check_string(struct check *check, const struct token *token)
{
	check->string += token->length;
	if (check->string > STRING_MOST) {
		check_fault(check, token->line, _("this text is longer than %d bytes; shorten it"), STRING_MOST);
		check->stop = true;
	}
	for (const char *p = token->start; p < token->start + token->length; p++) {
		if (*p != '\\')
			continue;
		if (strncmp(p, "\\x00", 4) == 0)
			check_fault(check, token->line, _("\\x00 cannot stand in a text; take it out"));
		p++;
	}
}

/* libconfig wraps what does not fit, so that 9999999999 would be read as 1410065407. */
static void check_number(struct check *check, const struct token *token)
{
	g_autofree char *word = g_strndup(token->start, token->length);
	char *end = NULL;
	bool hex = strncmp(word, "0x", 2) == 0 || strncmp(word, "0X", 2) == 0;
	if (!hex && strpbrk(word, ".eE") != NULL) {
		g_ascii_strtod(word, &end);
		if (*end != '\0')
			check_fault(check, token->line, _("'%s' is not a number; texts belong in double quotes"), word);
		return;
	}
	errno = 0;
	gint64 value = g_ascii_strtoll(word, &end, hex ? 16 : 10);
	bool wide = g_str_equal(end, "L") || g_str_equal(end, "LL");
	if (end == word || (*end != '\0' && !wide))
		check_fault(check, token->line, _("'%s' is not a number; texts and dates belong in double quotes"), word);
	else if (errno == ERANGE || (!wide && (value < G_MININT32 || value > G_MAXINT32)))
		check_fault(check, token->line, _("%s is out of range; numbers go from %d to %d"), word, G_MININT32, G_MAXINT32);
}

static void check_open(struct check *check, const struct token *token)
{
	if (check->depth == DEPTH_MOST) {
		check_fault(check, token->line, _("more than %d brackets within each other; something was not closed"), DEPTH_MOST);
		check->stop = true;
		return;
	}
	check->level[check->depth++] = (struct level) { .open = *token->start, .line = token->line };
}

static char closing(char open)
{
	return open == '(' ? ')' : open == '[' ? ']' : '}';
}

static void check_close(struct check *check, const struct token *token)
{
	char sign = *token->start;
	check->stop = true;
	if (check->depth == 0) {
		check_fault(check, token->line, _("this '%c' closes nothing; take it out or open it before"), sign);
		return;
	}
	const struct level *level = &check->level[--check->depth];
	if (sign != closing(level->open)) {
		check_fault(check, token->line, _("this '%c' does not close the '%c' of line %d; write '%c' before it"), sign, level->open,
			level->line, closing(level->open));
		return;
	}
	if (sign != '}' && check->before.kind == TOKEN_SIGN && *check->before.start == ',')
		check_fault(check, check->before.line, _("no comma may stand before '%c'; take the comma out"), sign);
	check->stop = false;
}

static void check_key(struct check *check, const struct token *token)
{
	unsigned *keys = check->depth > 0 ? &check->level[check->depth - 1].keys : &check->top_keys;
	if (check->before.kind != TOKEN_NAME)
		check_fault(check, token->line, _("there is no key before '%c'; keys are words of letters, digits, '_' and '-'"), *token->start);
	if (++*keys == KEYS_MOST) {
		check_fault(check, token->line, _("more than %d keys in one group; use a list"), KEYS_MOST);
		check->stop = true;
	}
}

static bool ends_value(const struct token *token)
{
	return token->kind == TOKEN_NUMBER || token->kind == TOKEN_STRING ||
		(token->kind == TOKEN_SIGN && strchr(")]}", *token->start) != NULL);
}

/* In lists and arrays two values next to each other lack a comma; two texts are one continued text, which is allowed. */
static void check_comma(struct check *check, const struct token *token)
{
	if (check->depth == 0 || check->level[check->depth - 1].open == '{' || !ends_value(&check->before))
		return;
	bool starts = token->kind == TOKEN_NUMBER || token->kind == TOKEN_STRING || token->kind == TOKEN_NAME ||
		(token->kind == TOKEN_SIGN && strchr("([{", *token->start) != NULL);
	if (starts && !(token->kind == TOKEN_STRING && check->before.kind == TOKEN_STRING))
		check_fault(check, check->before.line, _("a comma is missing after this line's last entry"));
}

static void check_token(struct check *check, const struct token *token)
{
	check_comma(check, token);
	if (token->kind != TOKEN_STRING)
		check->string = 0;
	if (token->kind == TOKEN_STRING)
		check_string(check, token);
	else if (token->kind == TOKEN_NUMBER)
		check_number(check, token);
	else if (token->kind == TOKEN_SIGN && strchr("([{", *token->start) != NULL)
		check_open(check, token);
	else if (token->kind == TOKEN_SIGN && strchr(")]}", *token->start) != NULL)
		check_close(check, token);
	else if (token->kind == TOKEN_SIGN && strchr("=:", *token->start) != NULL)
		check_key(check, token);
	check->before = *token;
}

bool scan_check(const char *text, gsize length, scan_report *report, void *data)
{
	struct check check = { .good = true, .report = report, .data = data };
	struct scan scan;
	scan_init(&scan, text, length);
	for (;;) {
		struct token token = scan_next(&scan);
		if (token.kind == TOKEN_END)
			break;
		if (token.kind == TOKEN_BAD || token.kind == TOKEN_INCLUDE) {
			check_fault(&check, token.line, "%s", token.kind == TOKEN_BAD ? _(token.why) : _("@include cannot stand here"));
			return false;
		}
		check_token(&check, &token);
		if (check.stop)
			return false;
	}
	for (unsigned i = 0; i < check.depth; i++)
		check_fault(&check, check.level[i].line, _("this '%c' is never closed; write '%c' where its part ends"), check.level[i].open,
			closing(check.level[i].open));
	return check.good;
}
