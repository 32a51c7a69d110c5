/* The grammar of libconfig and the rules of scan.h over the stream of tokens: libconfig itself meets no mistake. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "config/scan.h"

#define DEPTH_MOST 32           /* brackets within brackets */
#define STRING_MOST 8192        /* bytes of one text, its continued parts together */
#define KEYS_MOST 1000          /* keys of one group */

/* What may come next. */
enum expect { EXPECT_KEY, EXPECT_EQUALS, EXPECT_VALUE, EXPECT_ITEM, EXPECT_ITEM_AFTER_COMMA, EXPECT_END_OF_VALUE,
	EXPECT_END_OF_ITEM };

struct level {
	char open;                  /* '{', '(', '['; '\0' the top */
	int line;
	GHashTable *keys;           /* groups: char * -> its line */
	char kind;                  /* arrays: of the first value */
};

struct check {
	struct level level[DEPTH_MOST + 1];
	unsigned depth;
	enum expect expect;
	char *key;                  /* the last key */
	gsize string;               /* bytes of the text that is being continued; 0 when the token before was none */
	int line_before;            /* of the token before */
	bool good, stop;
	const struct scan_reader *reader;
};

static G_GNUC_PRINTF(3, 4) void check_fault(struct check *check, int line, const char *format, ...)
{
	va_list words;
	va_start(words, format);
	g_autofree char *text = g_strdup_vprintf(format, words);
	va_end(words);
	check->good = false;
	check->reader->report(check->reader->data, line, text);
}

/* A fault after which nothing can be said about what follows. */
#define check_stop(check, ...) (check_fault(check, __VA_ARGS__), (check)->stop = true)

static void level_open(struct check *check, char open, int line)
{
	check->level[check->depth] = (struct level) { .open = open, .line = line };
	if (open == '{' || open == '\0')
		check->level[check->depth].keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	check->expect = open == '{' || open == '\0' ? EXPECT_KEY : EXPECT_ITEM;
}

/* As a person counts it, who sees files and not their joined text. */
static int shown(const struct check *check, int line)
{
	return check->reader->line(check->reader->data, line);
}

static bool in_group(const struct check *check)
{
	return check->level[check->depth].keys != NULL;
}

static void level_close(struct check *check)
{
	g_clear_pointer(&check->level[check->depth].keys, g_hash_table_unref);
	if (check->depth > 0)
		check->depth--;
	check->expect = in_group(check) ? EXPECT_END_OF_VALUE : EXPECT_END_OF_ITEM;
}

static void check_string(struct check *check, const struct token *token)
{
	check->string += token->length + 1;
	if (check->string > STRING_MOST)
		check_stop(check, token->line, _("this text is longer than %d bytes; shorten it"), STRING_MOST);
	for (const char *p = token->start; p < token->start + token->length; p++) {
		if (*p != '\\')
			continue;
		if (strncmp(p, "\\x00", 4) == 0)
			check_fault(check, token->line, _("\\x00 cannot stand in a text; take it out"));
		p++;
	}
}

static bool is_fraction(const char *word)
{
	word += strspn(word, "+-") == 1;
	gsize whole = strspn(word, "0123456789");
	gsize digits = word[whole] == '.' ? strspn(word + whole + 1, "0123456789") : 0;
	return whole > 0 && digits > 0 && word[whole + 1 + digits] == '\0';
}

/* libconfig wraps what does not fit, so that 9999999999 would be read as 1410065407. Gives the kind of the number. */
static char check_number(struct check *check, const struct token *token)
{
	g_autofree char *word = g_strndup(token->start, token->length);
	char *end = NULL;
	if (is_fraction(word))
		return 'f';
	errno = 0;
	bool hex = strncmp(word, "0x", 2) == 0 || strncmp(word, "0X", 2) == 0;
	gint64 value = g_ascii_strtoll(word, &end, hex ? 16 : 10);
	bool wide = g_str_equal(end, "L") || g_str_equal(end, "LL");
	if (end == word || (*end != '\0' && !wide))
		check_fault(check, token->line, _("'%s' is not a number; texts and dates belong in double quotes"), word);
	else if (errno == ERANGE || (!wide && (value < G_MININT32 || value > G_MAXINT32)))
		check_fault(check, token->line, _("%s is out of range; numbers go from %d to %d"), word, G_MININT32,
			G_MAXINT32);
	return wide ? 'l' : 'i';
}

static char closing(char open)
{
	return open == '(' ? ')' : open == '[' ? ']' : '}';
}

static void check_close(struct check *check, const struct token *token)
{
	const struct level *level = &check->level[check->depth];
	char sign = *token->start;
	if (check->depth == 0)
		check_stop(check, token->line, _("this '%c' closes nothing; take it out or open it before"), sign);
	else if (sign != closing(level->open))
		check_stop(check, token->line, _("this '%c' does not close the '%c' of line %d; write '%c' before it"), sign,
			level->open, shown(check, level->line), closing(level->open));
	else if (check->expect == EXPECT_EQUALS || check->expect == EXPECT_VALUE)
		check_stop(check, token->line, _("a value is missing after '%s'; write %s = ...;"), check->key, check->key);
	if (check->expect == EXPECT_ITEM_AFTER_COMMA && !check->stop)
		check_fault(check, check->line_before, _("no comma may stand before '%c'; take the comma out"), sign);
	level_close(check);
}

static void tell_no_key(struct check *check, const struct token *token)
{
	const struct level *level = &check->level[check->depth];
	if (token->kind == TOKEN_NUMBER)
		check_stop(check, token->line,
			_("a key is missing before this number; numbers are written without commas in them"));
	else if (level->open == '{' && token->kind == TOKEN_SIGN && strchr("([{", *token->start) != NULL)
		check_stop(check, token->line,
			_("this '%c' stands in the '{' of line %d, where a key is expected; was that '{' not closed?"),
			*token->start, shown(check, level->line));
	else
		check_stop(check, token->line, _("a key is missing here; write key = value;"));
}

static void check_key(struct check *check, const struct token *token)
{
	if (token->kind != TOKEN_NAME) {
		tell_no_key(check, token);
		return;
	}
	g_free(check->key);
	check->key = g_strndup(token->start, token->length);
	GHashTable *keys = check->level[check->depth].keys;
	int before = GPOINTER_TO_INT(g_hash_table_lookup(keys, check->key));
	if (before > 0)
		check_fault(check, token->line, _("'%s' was given before, in line %d; keep one of them"), check->key,
			shown(check, before));
	else
		g_hash_table_insert(keys, g_strdup(check->key), GINT_TO_POINTER(token->line));
	if (g_hash_table_size(keys) >= KEYS_MOST)
		check_stop(check, token->line, _("more than %d keys in one group; use a list"), KEYS_MOST);
	check->expect = EXPECT_EQUALS;
}

static bool is_truth(const struct token *token)
{
	g_autofree char *word = g_ascii_strdown(token->start, (gssize) token->length);
	return g_str_equal(word, "true") || g_str_equal(word, "false");
}

static void check_kind(struct check *check, const struct token *token, char kind)
{
	struct level *level = &check->level[check->depth];
	if (level->open == '[' && level->kind != '\0' && level->kind != kind)
		check_stop(check, token->line,
			_("an array in [ ] holds values of one kind, all texts or all numbers; use ( ) for different ones"));
	level->kind = kind;
}

static void check_open(struct check *check, const struct token *token)
{
	if (check->level[check->depth].open == '[') {
		check_stop(check, token->line, _("'%c' cannot stand in an array; use ( ) in place of the [ ] around it"),
			*token->start);
	} else if (check->depth == DEPTH_MOST) {
		check_stop(check, token->line, _("more than %d brackets within each other; something was not closed"),
			DEPTH_MOST);
	} else {
		check->depth++;
		level_open(check, *token->start, token->line);
	}
}

static void check_value(struct check *check, const struct token *token)
{
	check->expect = in_group(check) ? EXPECT_END_OF_VALUE : EXPECT_END_OF_ITEM;
	if (token->kind == TOKEN_STRING) {
		check_kind(check, token, 's');
		check_string(check, token);
	} else if (token->kind == TOKEN_NUMBER) {
		check_kind(check, token, check_number(check, token));
	} else if (token->kind == TOKEN_NAME && is_truth(token)) {
		check_kind(check, token, 'b');
	} else if (token->kind == TOKEN_NAME) {
		check_stop(check, token->line, _("'%.*s' is neither a text nor a number; texts belong in double quotes"),
			(int) token->length, token->start);
	} else if (strchr("([{", *token->start) != NULL) {
		check_open(check, token);
	} else {
		check_stop(check, token->line, _("a value is missing before '%c'"), *token->start);
	}
}

static void check_after_item(struct check *check, const struct token *token)
{
	const struct level *level = &check->level[check->depth];
	if (*token->start == ',' && token->kind == TOKEN_SIGN)
		check->expect = EXPECT_ITEM_AFTER_COMMA;
	else if (token->kind == TOKEN_SIGN && strchr(")]}", *token->start) != NULL)
		check_close(check, token);
	else if (token->kind == TOKEN_NAME || (token->kind == TOKEN_SIGN && strchr("=:;", *token->start) != NULL))
		check_stop(check, token->line,
			_("the '%c' of line %d is not closed before '%.*s'; write '%c' where its last entry ends"), level->open,
			shown(check, level->line), (int) token->length, token->start, closing(level->open));
	else
		check_stop(check, check->line_before, _("a comma is missing after this line's last entry"));
}

/* The end of a value in a group is a semicolon, which may be left out before the next key and at the end. */
static void check_after_value(struct check *check, const struct token *token)
{
	check->expect = EXPECT_KEY;
	if (token->kind == TOKEN_SIGN && strchr(";,", *token->start) != NULL)
		return;
	if (token->kind == TOKEN_NAME)
		check_key(check, token);
	else if (token->kind == TOKEN_SIGN && strchr(")]}", *token->start) != NULL)
		check_close(check, token);
	else
		check_stop(check, token->line,
			_("the value of '%s' ends before this; write ';' after it, or [ ] or ( ) around several values"),
			check->key != NULL ? check->key : "");
}

static void check_token(struct check *check, const struct token *token)
{
	bool close = token->kind == TOKEN_SIGN && strchr(")]}", *token->start) != NULL;
	if (token->kind == TOKEN_STRING && check->string > 0) {
		check_string(check, token);
		return;
	}
	check->string = 0;
	switch (check->expect) {
	case EXPECT_KEY:
		if (close)
			check_close(check, token);
		else
			check_key(check, token);
		break;
	case EXPECT_EQUALS:
		if (token->kind != TOKEN_SIGN || strchr("=:", *token->start) == NULL)
			check_stop(check, check->line_before, _("'=' is missing after '%s'; write %s = ...;"), check->key,
				check->key);
		check->expect = EXPECT_VALUE;
		break;
	case EXPECT_VALUE:
	case EXPECT_ITEM:
	case EXPECT_ITEM_AFTER_COMMA:
		if (close)
			check_close(check, token);
		else
			check_value(check, token);
		break;
	case EXPECT_END_OF_VALUE: check_after_value(check, token); break;
	case EXPECT_END_OF_ITEM: check_after_item(check, token); break;
	}
	check->line_before = token->line;
}

static void check_end(struct check *check, const struct token *token)
{
	if (token->kind == TOKEN_BAD || token->kind == TOKEN_INCLUDE)
		check_fault(check, token->line, "%s", token->kind == TOKEN_BAD ? _(token->why)
			: _("@include cannot stand here"));
	else if (check->depth == 0 && (check->expect == EXPECT_EQUALS || check->expect == EXPECT_VALUE))
		check_fault(check, check->line_before, _("a value is missing after '%s'; write %s = ...;"), check->key,
			check->key);
	for (unsigned i = 1; token->kind == TOKEN_END && i <= check->depth; i++)
		check_fault(check, check->level[i].line, _("this '%c' is never closed; write '%c' where its part ends"),
			check->level[i].open, closing(check->level[i].open));
}

bool scan_check(const char *text, gsize length, const struct scan_reader *reader)
{
	struct check check = { .good = true, .reader = reader };
	struct scan scan;
	struct token token;
	scan_init(&scan, text, length);
	level_open(&check, '\0', 1);
	do {
		token = scan_next(&scan);
		if (token.kind == TOKEN_END || token.kind == TOKEN_BAD || token.kind == TOKEN_INCLUDE)
			break;
		check_token(&check, &token);
	} while (!check.stop);
	if (!check.stop)
		check_end(&check, &token);
	for (unsigned i = 0; i <= check.depth; i++)
		g_clear_pointer(&check.level[i].keys, g_hash_table_unref);
	g_free(check.key);
	return check.good;
}
