#include "action/draft_look.h"

#include <stdio.h>
#include <string.h>
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/csv.h"
#include "exchange/decode.h"

enum { LOOK_ROWS = 200000, LOOK_DISTINCT = 200000, PEEK = 64 * 1024 };

const char *const look_patterns[LOOK_PATTERNS + 1] = {
	"%Y-%m-%d", "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%d.%m.%Y", "%m-%d-%Y", "%Y%m%d", "%m/%d/%y", "%d-%b-%Y", "%b %d, %Y", "%d %b %Y",
	"%Y-%m-%d%*", "%Y/%m/%d%*", "%m/%d/%Y%*", "%d/%m/%Y%*", "%b %d, %Y%*", NULL
};

static const char *const blank_tokens[] = { "na", "n/a", "null", "none", "nil", "nan", "#value!", "#n/a", "#ref!", "-", "--", ".", "(blank)",
	"blank", "not provided", "not given", "missing", "select", NULL };

/* Breaks "ctznRace", "PIB File Number" and "date_received" into small words. */
static char **split_heading(const char *heading)
{
	GString *words = g_string_new(NULL);
	char before = ' ';
	for (const char *p = heading; *p; before = *p++) {
		bool edge = g_ascii_isupper(*p) && g_ascii_islower(before);
		if (edge || !g_ascii_isalnum(*p))
			g_string_append_c(words, ' ');
		if (g_ascii_isalnum(*p))
			g_string_append_c(words, g_ascii_tolower(*p));
	}
	g_autofree char *text = g_string_free(words, FALSE);
	return g_strsplit_set(g_strstrip(text), " ", -1);
}

bool look_has(const struct look_column *column, const char *words)
{
	g_auto(GStrv) wanted = g_strsplit(words, "|", -1);
	for (char **word = wanted; *word; word++)
		if (g_strv_contains((const char *const *) column->tokens, *word))
			return true;
	return false;
}

/* --- the bytes in front: separator and encoding --- */

static char *peek(const char *path, gsize *length, GError **error)
{
	g_autofree char *name = g_path_get_basename(path);
	FILE *in = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? fopen(path, "re") : NULL;
	if (!in) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: cannot be read; is it a file?"), name);
		return NULL;
	}
	char *bytes = g_malloc(PEEK + 1);
	*length = fread(bytes, 1, PEEK, in);
	bytes[*length] = '\0';
	fclose(in);
	return bytes;
}

static char guess_separator(const char *bytes)
{
	size_t line = strcspn(bytes, "\r\n"), most = 0;
	char best = ',';
	for (const char *c = ",;\t|"; *c; c++) {
		size_t count = 0;
		for (size_t i = 0; i < line; i++)
			count += bytes[i] == *c;
		if (count > most) {
			most = count;
			best = *c;
		}
	}
	return best;
}

/* --- the rows --- */

static void open_columns(struct look *look, const struct csv_row *row)
{
	look->n = row->n;
	look->columns = g_new0(struct look_column, row->n);
	for (unsigned i = 0; i < row->n; i++) {
		struct look_column *column = &look->columns[i];
		column->heading = g_strstrip(decode_text(row->field[i], row->length[i], look->encoding, NULL));
		column->tokens = split_heading(column->heading);
		column->distinct = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
		column->low = G_MAXINT64;
		column->high = G_MININT64;
	}
}

static void look_dates(struct look_column *column, const char *text)
{
	if (!g_ascii_isdigit(text[0]) && !g_ascii_isalpha(text[0]))
		return;
	for (int i = 0; look_patterns[i]; i++) {
		day_t day = day_parse(text, look_patterns[i]);
		int year = 0;
		if (day == DAY_UNKNOWN)
			continue;
		column->match[i]++;
		day_to_civil(day, &year, NULL, NULL);
		if (year >= LOOK_YEAR_0 && year < LOOK_YEAR_0 + LOOK_YEARS)
			column->year[i][year - LOOK_YEAR_0]++;
	}
}

static bool is_blank(struct look *look, const char *text)
{
	g_autofree char *folded = strlen(text) < 16 ? text_fold(text) : NULL;
	if (*text == '\0')
		return true;
	if (!folded || !g_strv_contains(blank_tokens, folded))
		return false;
	if (!g_hash_table_contains(look->blanks, text))
		g_hash_table_add(look->blanks, g_strdup(text));
	return true;
}

static void look_value(struct look *look, struct look_column *column, const char *text)
{
	gint64 number = 0;
	if (is_blank(look, text))
		return;
	column->filled++;
	column->length += (gint64) strlen(text);
	if (g_ascii_string_to_signed(text, 10, G_MININT64 + 1, G_MAXINT64, &number, NULL)) {
		column->numbers++;
		column->low = MIN(column->low, number);
		column->high = MAX(column->high, number);
	}
	static const char *const flags[] = { "yes", "no", "y", "n", "true", "false", NULL };
	g_autofree char *small = g_ascii_strdown(text, (gssize) MIN(strlen(text), 8));
	column->flags += g_strv_contains(flags, small);
	look_dates(column, text);
	gpointer key, count;
	if (g_hash_table_lookup_extended(column->distinct, text, &key, &count))
		g_hash_table_insert(column->distinct, g_strdup(text), GUINT_TO_POINTER(GPOINTER_TO_UINT(count) + 1));
	else if (g_hash_table_size(column->distinct) < LOOK_DISTINCT)
		g_hash_table_insert(column->distinct, g_strdup(text), GUINT_TO_POINTER(1));
	else
		column->many = true;
}

static bool look_row(const struct csv_row *row, void *data, GError **error)
{
	struct look *look = data;
	(void) error;
	if (!look->columns) {
		open_columns(look, row);
		return true;
	}
	if (look->rows == LOOK_ROWS)
		return false;
	look->rows++;
	look->ragged += row->n != look->n;
	for (unsigned i = 0; i < row->n && i < look->n; i++) {
		g_autofree char *text = g_strstrip(decode_text(row->field[i], row->length[i], look->encoding, NULL));
		look_value(look, &look->columns[i], text);
	}
	return true;
}

struct look *look_at(const char *path, GError **error)
{
	gsize length = 0;
	g_autofree char *front = peek(path, &length, error);
	if (!front)
		return NULL;
	struct look *look = g_new0(struct look, 1);
	g_autofree char *base = g_path_get_basename(path);
	look->name = text_clean(base, -1, TEXT_CLEAN_LINE);
	look->separator = guess_separator(front);
	const char *end = NULL;
	bool valid = g_utf8_validate_len(front, length, &end) || (gsize) (front + length - end) < 4;
	look->encoding = valid ? "UTF-8" : "CP1252";
	look->blanks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GError *problem = NULL;
	bool ok = csv_read(path, look->separator, look_row, NULL, look, &problem);
	if (!ok && !problem)
		ok = look->rows == LOOK_ROWS;    /* enough seen */
	if (ok && look->n > 0)
		return look;
	if (problem)
		g_propagate_error(error, problem);
	else
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s:1: the file is empty; its first line must hold the headings"), look->name);
	look_free(look);
	return NULL;
}

void look_free(struct look *look)
{
	for (unsigned i = 0; i < look->n; i++) {
		g_free(look->columns[i].heading);
		g_strfreev(look->columns[i].tokens);
		g_hash_table_unref(look->columns[i].distinct);
	}
	g_free(look->columns);
	g_hash_table_unref(look->blanks);
	g_free(look->name);
	g_free(look);
}

/* --- what a column is --- */

int look_date(const struct look_column *column)
{
	int best = -1;
	for (int i = 0; look_patterns[i]; i++)
		if (column->match[i] > 0 && column->match[i] * 10 >= column->filled * 9 && (best < 0 || column->match[i] > column->match[best]))
			best = i;
	bool number_like = best >= 0 && strcmp(look_patterns[best], "%Y%m%d") == 0 && !look_has(column, "date|day|received|occurred|closed");
	return number_like ? -1 : best;
}

bool look_is_words(const struct look *look, const struct look_column *column)
{
	guint kinds = g_hash_table_size(column->distinct);
	return column->filled > 0 && !column->many && kinds <= MAX(LOOK_VALUES, (guint) look->rows / 20) && column->numbers * 2 < column->filled + 1
		&& column->length / column->filled < 80;
}

bool look_is_unique(const struct look *look, const struct look_column *column)
{
	return look->rows > 1 && column->filled == look->rows && (column->many || (gint64) g_hash_table_size(column->distinct) == look->rows);
}
