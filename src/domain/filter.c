#include "domain/filter.h"

#include <stdio.h>
#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

/* One word of the text: [!] [field:] value, where quotes keep spaces. */
struct token {
	const char *start, *end;      /* of the whole token */
	const char *value;            /* where the value begins */
	bool negated, quoted;
	char *field;                  /* NULL for bare words */
};

struct parser {
	const char *text;
	unsigned where;               /* of the mistake */
	GError **error;
};

static bool fail(struct parser *parser, const char *at, const char *format, ...) G_GNUC_PRINTF(3, 4);

static bool fail(struct parser *parser, const char *at, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *message = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_autofree char *clean = text_clean(message, -1, TEXT_CLEAN_LINE);
	parser->where = at - parser->text;
	g_set_error_literal(parser->error, DAIS_ERROR, DAIS_ERROR_USAGE, clean);
	return false;
}

static const char *skip_word(struct parser *parser, const char *p)
{
	while (*p && !g_ascii_isspace(*p)) {
		if (*p++ != '"')
			continue;
		const char *close = strchr(p, '"');
		if (!close) {
			fail(parser, p - 1, _("this quote is not closed; add \" at its end"));
			return NULL;
		}
		p = close + 1;
	}
	return p;
}

/* The end of a field name at p, or NULL when the token has none: letters, dots and underscores before a colon. */
static const char *field_end(const char *p, const char *end)
{
	const char *q = p;
	while (q < end && (g_ascii_isalpha(*q) || *q == '.' || *q == '_'))
		q++;
	return q > p && q < end && *q == ':' ? q : NULL;
}

static bool read_token(struct parser *parser, const char **p, struct token *token)
{
	*token = (struct token) { .start = *p };
	const char *end = skip_word(parser, *p);
	if (!end)
		return false;
	const char *q = *p;
	if (*q == '!') {
		token->negated = true;
		q++;
	}
	const char *colon = field_end(q, end);
	if (colon) {
		g_autofree char *name = g_strndup(q, colon - q);
		token->field = g_ascii_strdown(name, -1);
		q = colon + 1;
	}
	token->value = q;
	token->quoted = *q == '"';
	token->end = *p = end;
	return true;
}

static bool unknown_field(struct parser *parser, const struct token *token)
{
	const char *keys[CASE_FIELDS + 1] = { NULL };
	for (int i = 0; i < CASE_FIELDS; i++)
		keys[i] = case_field_info(i)->key;
	const char *at = token->start + token->negated;
	const char *near = text_nearest(token->field, keys);
	if (near)
		return fail(parser, at, _("unknown field '%s'; did you mean '%s'?"), token->field, near);
	g_autofree char *all = g_strjoinv(", ", (char **) keys);
	return fail(parser, at, _("unknown field '%s'; the fields are %s"), token->field, all);
}

/* Splits a value at commas outside quotes into folded alternatives. */
static bool read_values(struct parser *parser, const struct token *token, struct filter_clause *clause)
{
	GPtrArray *values = g_ptr_array_new_with_free_func(g_free);
	GString *value = g_string_new(NULL);
	bool quoted = false;
	for (const char *p = token->value; p <= token->end; p++) {
		if (p < token->end && *p == '"') {
			quoted = !quoted;
		} else if (p == token->end || (*p == ',' && !quoted && token->field)) {
			char *folded = text_fold(value->str);
			if (*folded)
				g_ptr_array_add(values, folded);
			else
				g_free(folded);
			g_string_truncate(value, 0);
		} else {
			g_string_append_c(value, *p);
		}
	}
	g_string_free(value, TRUE);
	bool some = values->len > 0;
	g_ptr_array_set_free_func(values, NULL);
	g_ptr_array_add(values, NULL);
	clause->values = (char **) g_ptr_array_free(values, FALSE);
	return some || fail(parser, token->value, _("a value is missing after '%.*s'"),
		(int) (token->value - token->start), token->start);
}

/* One end of a range of days: a year, a month or a day gives its first and last day. */
static bool read_day_span(const char *text, gint64 *first, gint64 *last)
{
	int year, month;
	char junk;
	day_t day = day_parse(text, "%Y-%m-%d");
	if (day != DAY_UNKNOWN) {
		*first = *last = day;
		return true;
	}
	if (strlen(text) == 7 && sscanf(text, "%4d-%2d%c", &year, &month, &junk) == 2) {
		int length = 31;
		*first = day_from_civil(year, month, 1);
		while (length > 28 && day_from_civil(year, month, length) == DAY_UNKNOWN)
			length--;
		*last = *first + length - 1;
		return *first != DAY_UNKNOWN;
	}
	if (strlen(text) == 4 && sscanf(text, "%4d%c", &year, &junk) == 1) {
		*first = day_from_civil(year, 1, 1);
		*last = day_from_civil(year, 12, 31);
		return *first != DAY_UNKNOWN;
	}
	return false;
}

static bool read_number_span(const char *text, gint64 *first, gint64 *last)
{
	char *end;
	*first = *last = g_ascii_strtoll(text, &end, 10);
	return end > text && (!*end || !strcmp(end, "d")) && *first > -1000000000 && *first < 1000000000;
}

static bool read_span(struct parser *parser, const struct token *token, enum field_type type, const char *text,
	gint64 *first, gint64 *last)
{
	if (type == FIELD_DAY ? read_day_span(text, first, last) : read_number_span(text, first, last))
		return true;
	if (type == FIELD_DAY)
		return fail(parser, token->value, _("'%s' is no date; write 2019, 2019-05 or 2019-05-03"), text);
	return fail(parser, token->value, _("'%s' is no number; write for example age:>180 or age:30..90"), text);
}

static bool read_range(struct parser *parser, const struct token *token, enum field_type type,
	struct filter_clause *clause)
{
	g_autofree char *raw = g_strndup(token->value, token->end - token->value);
	g_strdelimit(raw, "\"", ' ');
	char *text = g_strstrip(raw), *dots = strstr(text, "..");
	gint64 first, last, other;
	/* An open end of days does not take in the unknown day. */
	clause->low = type == FIELD_DAY ? DAY_UNKNOWN + 1 : G_MININT64 + 1;
	clause->high = type == FIELD_DAY ? G_MAXINT32 : G_MAXINT64;
	if (!*text)
		return fail(parser, token->value, _("a value is missing after '%.*s'"),
			(int) (token->value - token->start), token->start);
	if (dots) {
		*dots = '\0';
		if (*text && !read_span(parser, token, type, text, &clause->low, &other))
			return false;
		if (dots[2] && !read_span(parser, token, type, dots + 2, &other, &clause->high))
			return false;
	} else if (*text == '>' || *text == '<') {
		bool more = *text++ == '>', equal = *text == '=';
		if (!read_span(parser, token, type, text + equal, &first, &last))
			return false;
		if (more)
			clause->low = equal ? first : last + 1;
		else
			clause->high = equal ? last : first - 1;
	} else if (!read_span(parser, token, type, text, &clause->low, &clause->high)) {
		return false;
	}
	if (clause->low > clause->high)
		return fail(parser, token->value, _("this range is empty: its first end lies after its last one"));
	return true;
}

static bool read_flag(struct parser *parser, const struct token *token, struct filter_clause *clause)
{
	g_autofree char *raw = g_strndup(token->value, token->end - token->value);
	g_autofree char *value = text_fold(raw);
	static const char *const yes[] = { "yes", "y", "true", "1", NULL }, *const no[] = { "no", "n", "false", "0", NULL };
	bool on = g_strv_contains(yes, value);
	if (!on && !g_strv_contains(no, value))
		return fail(parser, token->value, _("%s:%s: write %s:yes or %s:no"), token->field, value, token->field,
			token->field);
	clause->low = clause->high = on;
	return true;
}

static bool read_clause(struct parser *parser, const struct token *token, struct filter_clause *clause)
{
	clause->field = token->field ? case_field_find(token->field) : CASE_FIELD_TEXT;
	if (clause->field == CASE_FIELDS)
		return unknown_field(parser, token);
	clause->negated = token->negated;
	clause->start = token->start - parser->text;
	clause->end = token->end - parser->text;
	enum field_type type = case_field_info(clause->field)->type;
	switch (type) {
	case FIELD_DAY:
	case FIELD_NUMBER:
		return read_range(parser, token, type, clause);
	case FIELD_FLAG:
		return read_flag(parser, token, clause);
	default:
		clause->phrase = clause->field == CASE_FIELD_TEXT && token->quoted;
		return read_values(parser, token, clause);
	}
}

struct filter *filter_parse(const char *text, unsigned *where, GError **error)
{
	g_autoptr(filter_t) filter = g_new0(filter_t, 1);
	struct parser parser = { .text = text, .error = error };
	bool good = true;
	filter->text = g_strdup(text);
	for (const char *p = text; good;) {
		while (g_ascii_isspace(*p))
			p++;
		if (!*p)
			break;
		struct token token;
		good = read_token(&parser, &p, &token);
		if (good) {
			filter->clauses = g_renew(struct filter_clause, filter->clauses, filter->n + 1);
			filter->clauses[filter->n] = (struct filter_clause) { 0 };
			good = read_clause(&parser, &token, &filter->clauses[filter->n++]);
		}
		g_free(token.field);
	}
	if (where)
		*where = parser.where;
	return good ? g_steal_pointer(&filter) : NULL;
}

void filter_free(struct filter *filter)
{
	if (!filter)
		return;
	for (unsigned i = 0; i < filter->n; i++)
		g_strfreev(filter->clauses[i].values);
	g_free(filter->clauses);
	g_free(filter->text);
	g_free(filter);
}

bool filter_clause_equal(const struct filter_clause *a, const struct filter_clause *b)
{
	if (a->field != b->field || a->negated != b->negated || a->phrase != b->phrase)
		return false;
	if (!a->values || !b->values)
		return !a->values && !b->values && a->low == b->low && a->high == b->high;
	return g_strv_equal((const char *const *) a->values, (const char *const *) b->values);
}
