/* Bytes to values. Each distinct spelling of a column is worked out once; the rows after it look it up. */
#include <string.h>
#include "action/import_private.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/decode.h"

enum { CACHE_MOST = 50000, CACHE_LENGTH = 200 };

enum kind { KIND_TEXT, KIND_WORD, KIND_DAY, KIND_AGE, KIND_NUMBER, KIND_FLAG };

/* How the bytes of a field are read, and which list of words it belongs to. */
static const struct { enum kind kind; enum word_list list; } fields[MAP_FIELDS] = {
	[MAP_NUMBER] = { KIND_TEXT, 0 }, [MAP_ALLEGATION_KEY] = { KIND_TEXT, 0 }, [MAP_SUMMARY] = { KIND_TEXT, 0 },
	[MAP_OFFICER] = { KIND_TEXT, 0 },
	[MAP_RECEIVED] = { KIND_DAY, 0 }, [MAP_OCCURRED] = { KIND_DAY, 0 }, [MAP_CLOSED] = { KIND_DAY, 0 },
	[MAP_DISTRICT] = { KIND_WORD, WORDS_DISTRICT }, [MAP_CHANNEL] = { KIND_WORD, WORDS_CHANNEL },
	[MAP_SOURCE] = { KIND_WORD, WORDS_SOURCE }, [MAP_KIND] = { KIND_WORD, WORDS_KIND },
	[MAP_PRIVACY] = { KIND_WORD, WORDS_PRIVACY }, [MAP_PRIORITY] = { KIND_NUMBER, 0 },
	[MAP_CASE_CLASS] = { KIND_WORD, WORDS_CLASS }, [MAP_CLASS] = { KIND_WORD, WORDS_CLASS },
	[MAP_DETAIL] = { KIND_WORD, WORDS_DETAIL },
	[MAP_FINDING_INVESTIGATOR] = { KIND_WORD, WORDS_FINDING }, [MAP_FINDING_BOARD] = { KIND_WORD, WORDS_FINDING },
	[MAP_FINDING_CHIEF] = { KIND_WORD, WORDS_FINDING }, [MAP_FINDING_FINAL] = { KIND_WORD, WORDS_FINDING },
	[MAP_DISCIPLINE] = { KIND_WORD, WORDS_DISCIPLINE }, [MAP_CLOSURE] = { KIND_WORD, WORDS_CLOSURE },
	[MAP_OFFICER_RACE] = { KIND_WORD, WORDS_RACE }, [MAP_OFFICER_SEX] = { KIND_WORD, WORDS_SEX },
	[MAP_OFFICER_AGE] = { KIND_AGE, 0 }, [MAP_OFFICER_UNIT] = { KIND_WORD, WORDS_UNIT },
	[MAP_PERSON_RACE] = { KIND_WORD, WORDS_RACE }, [MAP_PERSON_SEX] = { KIND_WORD, WORDS_SEX },
	[MAP_PERSON_AGE] = { KIND_AGE, 0 },
	[MAP_FORCE_TYPE] = { KIND_WORD, WORDS_FORCE_TYPE }, [MAP_FORCE_LEVEL] = { KIND_WORD, WORDS_FORCE_LEVEL },
	[MAP_FORCE_STATUS] = { KIND_WORD, WORDS_FORCE_STATUS }, [MAP_DISPOSITION] = { KIND_WORD, WORDS_FINDING },
	[MAP_PERSON_INJURED] = { KIND_FLAG, 0 }, [MAP_OFFICER_INJURED] = { KIND_FLAG, 0 },
};

static const char *const fault_texts[VALUE_FAULTS] = {
	[VALUE_NO_DATE] = N_("%s: not a date as the map describes dates; stored as unknown"),
	[VALUE_YEAR] = N_("%s: a year outside %d to %d; stored as unknown"),
	[VALUE_NO_NUMBER] = N_("%s: not a whole number; stored as unknown"),
	[VALUE_AGE] = N_("%s: an age outside %d to %d; stored as unknown"),
	[VALUE_NO_FLAG] = N_("%s: neither yes nor no; stored as no"),
	[VALUE_BYTES] = N_("%s: bytes that are no %s; shown as \xef\xbf\xbd (does the map name the right encoding?)"),
};

static bool in_list(char *const *list, const char *word)
{
	return g_strv_contains((const char *const *) list, word);
}

bool import_is_pending(const struct import *import, const char *folded)
{
	if (in_list(import->map->open_findings, folded))
		return true;
	const struct term *term = vocabulary_find(board_words(import->board, import->body, "finding"), folded);
	return term && (term->flags & TERM_PENDING);
}

static void work_day(const struct import_file *file, const struct column *column, struct value *value)
{
	const struct import_map *map = file->import->map;
	if (column->map->pattern)
		value->day = day_parse(value->text, column->map->pattern);
	for (char **pattern = file->map->date_patterns; !column->map->pattern && *pattern && value->day == DAY_UNKNOWN; pattern++)
		value->day = day_parse(value->text, *pattern);
	if (value->day == DAY_UNKNOWN) {
		value->fault = VALUE_NO_DATE;
		return;
	}
	int year = 0;
	day_to_civil(value->day, &year, NULL, NULL);
	if (year >= map->year_min && year <= map->year_max)
		return;
	value->fault = VALUE_YEAR;
	value->day = DAY_UNKNOWN;
}

static void work_number(const struct import_file *file, enum kind kind, struct value *value)
{
	const struct import_map *map = file->import->map;
	gint64 number = 0;
	char *end = NULL;
	if (!g_ascii_string_to_signed(value->text, 10, G_MININT, G_MAXINT, &number, NULL)) {
		double real = g_ascii_strtod(value->text, &end);    /* "34.0": a spreadsheet was here */
		if (!end || *end || end == value->text || !(real >= G_MININT && real <= G_MAXINT) || real != (gint64) real) {
			value->fault = VALUE_NO_NUMBER;
			return;
		}
		number = (gint64) real;
	}
	if (kind == KIND_AGE && (number < map->age_min || number > map->age_max))
		value->fault = VALUE_AGE;
	else
		value->number = (int) number;
}

static void work_flag(const char *folded, struct value *value)
{
	static const char *const yes[] = { "yes", "y", "true", "t", "1", "x", NULL };
	static const char *const no[] = { "no", "n", "false", "f", "0", NULL };
	value->number = g_strv_contains(yes, folded);
	if (!value->number && !g_strv_contains(no, folded))
		value->fault = VALUE_NO_FLAG;
}

static void work_word(const struct import_file *file, const struct column *column, const char *folded, struct value *value)
{
	struct import *import = file->import;
	value->id = GPOINTER_TO_INT(g_hash_table_lookup(import->word_ids, value->text));
	if (value->id == 0) {
		value->id = (int) g_hash_table_size(import->word_ids) + 1;
		g_hash_table_insert(import->word_ids, g_strdup(value->text), GINT_TO_POINTER(value->id));
	}
	if (column->list == WORDS_FINDING)
		value->pending = import_is_pending(import, folded);
	const struct vocabulary *words = board_words(import->board, import->body, word_list_name(column->list));
	if (words && !vocabulary_find(words, value->text))
		value->unknown = import_unknown_get(import, column->list, value->text);
}

/* Printable ASCII without white space at its ends: the same in every encoding, and good as it stands. */
static bool is_plain_ascii(const char *bytes, size_t length)
{
	if (length == 0 || bytes[0] == ' ' || bytes[length - 1] == ' ')
		return false;
	unsigned char odd = 0;
	for (size_t i = 0; i < length; i++)
		odd |= (unsigned char) (bytes[i] & 0x80) | (unsigned char) (bytes[i] < 0x20 ? 0x80 : 0);
	return odd == 0;
}

static void drop_text(struct value *value)
{
	if (!value->borrowed)
		g_free(value->text);
	value->text = NULL;
	value->borrowed = false;
}

/* Works out what bytes mean. */
static void work_value(const struct import_file *file, const struct column *column, const char *bytes, size_t length, struct value *value)
{
	enum kind kind = fields[column->field].kind;
	unsigned bad = 0;
	*value = (struct value) { .day = DAY_UNKNOWN, .number = kind == KIND_AGE ? -1 : 0, .allowed = true };
	if (!(value->borrowed = column->uncached && is_plain_ascii(bytes, length))) {
		value->text = g_strstrip(decode_text(bytes, length, file->map->encoding, &bad));
		value->fault = bad > 0 ? VALUE_BYTES : VALUE_FINE;
	} else {
		value->text = (char *) bytes;
	}
	bool plain = kind == KIND_TEXT && !column->map->values && !column->map->allowed;
	if (plain && strlen(value->text) > 2 * file->longest_blank)
		return;    /* no blank token is that long, even folded */
	g_autofree char *folded = text_fold(value->text);
	if (column->map->allowed)
		value->allowed = in_list(column->map->allowed, folded);
	const char *stored = column->map->values ? g_hash_table_lookup(column->map->values, folded) : NULL;
	if (stored) {
		drop_text(value);
		value->text = g_strdup(stored);
		g_free(folded);
		folded = text_fold(stored);
	}
	if (!*folded || in_list(file->map->blanks, folded)) {
		drop_text(value);
		value->pending = column->list == WORDS_FINDING && column->is_word && in_list(file->import->map->open_findings, folded);
	} else if (kind == KIND_DAY)
		work_day(file, column, value);
	else if (kind == KIND_AGE || kind == KIND_NUMBER)
		work_number(file, kind, value);
	else if (kind == KIND_FLAG)
		work_flag(folded, value);
	else if (kind == KIND_WORD)
		work_word(file, column, folded, value);
}

static void value_free(gpointer data)
{
	struct value *value = data;
	g_free(value->text);
	g_free(value);
}

/* The value of bytes that the cache knows, or gets to know; NULL when it is full or they are too long. */
static struct value *cached_value(struct import_file *file, struct column *column, const char *bytes, size_t length, const char **kept)
{
	gpointer key, found;
	if (g_hash_table_lookup_extended(column->cache, bytes, &key, &found)) {
		*kept = key;
		return found;
	}
	if (length > CACHE_LENGTH || g_hash_table_size(column->cache) >= CACHE_MOST)
		return NULL;
	struct value *value = g_new(struct value, 1);
	work_value(file, column, bytes, length, value);
	char *owned = g_strndup(bytes, length);
	g_hash_table_insert(column->cache, owned, value);
	*kept = owned;
	return value;
}

/* Where in column->near these bytes would be: their length and ends tell most spellings apart. */
static unsigned near_place(const char *bytes, size_t length)
{
	guint32 head = 0, tail = 0;
	memcpy(&head, bytes, MIN(length, 4));
	memcpy(&tail, bytes + length - MIN(length, 4), MIN(length, 4));
	return ((head * 31u + tail) * 2654435761u + (guint32) length * 40503u) >> 24;
}

const struct value *import_look_up(struct import_file *file, struct column *column, const struct csv_row *row)
{
	const char *bytes = row->field[column->at];
	size_t length = row->length[column->at];
	if (column->cache) {
		struct near *near = &column->near[near_place(bytes, length)];
		if (near->value && near->length == length && memcmp(near->bytes, bytes, length) == 0)
			return near->value;
		near->value = cached_value(file, column, bytes, length, &near->bytes);
		near->length = length;
		if (near->value)
			return near->value;
	}
	drop_text(&column->scratch);
	work_value(file, column, bytes, length, &column->scratch);
	return &column->scratch;
}

static struct import_reason *fault_reason(struct import_file *file, struct column *column, enum value_fault fault)
{
	if (column->reason[fault])
		return column->reason[fault];
	struct import *import = file->import;
	g_autofree char *heading = text_clean(file->headings[column->at], -1, TEXT_CLEAN_LINE);
	g_autofree char *text = NULL;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	const char *format = _(fault_texts[fault]);
	if (fault == VALUE_YEAR)
		text = g_strdup_printf(format, heading, import->map->year_min, import->map->year_max);
	else if (fault == VALUE_AGE)
		text = g_strdup_printf(format, heading, import->map->age_min, import->map->age_max);
	else if (fault == VALUE_BYTES)
		text = g_strdup_printf(format, heading, file->map->encoding);
	else
		text = g_strdup_printf(format, heading);
#pragma GCC diagnostic pop
	return column->reason[fault] = import_reason_get(import, "%s", text);
}

bool import_value(struct import_file *file, struct column *column, const struct csv_row *row, const struct value **value, GError **error)
{
	*value = &file->blank;
	if (column->at >= row->n || column->at >= file->trusted)
		return true;
	*value = import_look_up(file, column, row);
	if ((*value)->unknown)
		(*value)->unknown->count++;
	if ((*value)->fault == VALUE_FINE)
		return true;
	struct import_reason *reason = fault_reason(file, column, (*value)->fault);
	return import_reason_count(file->import, reason, row->field[column->at], error);
}

/* --- the heading line --- */

static int find_heading(const struct import_file *file, const char *heading)
{
	g_autofree char *wanted = text_fold(heading);
	for (unsigned i = 0; i < file->n_headings; i++) {
		g_autofree char *folded = text_fold(file->headings[i]);
		if (strcmp(folded, wanted) == 0)
			return (int) i;
	}
	return -1;
}

static bool open_column(struct import_file *file, const struct map_column *map, enum map_field field, const char *heading, GError **error)
{
	int at = find_heading(file, heading);
	if (at < 0) {
		const char *near = text_nearest(heading, (const char *const *) file->headings);
		g_autofree char *clean = text_clean(near ? near : "", -1, TEXT_CLEAN_LINE);
		g_autofree char *hint = near ? g_strdup_printf(_(" (the file has '%s')"), clean) : g_strdup("");
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA,
			_("%s:1: there is no column '%s'%s, which the map %s reads; is it the right file, in the right place on the command line?"),
			file->name, heading, hint, file->import->map->id);
		return false;
	}
	struct column *column = &file->columns[file->n_columns++];
	*column = (struct column) { .map = map, .field = field, .at = (unsigned) at, .is_word = fields[field].kind == KIND_WORD,
		.list = fields[field].list };
	column->uncached = field == MAP_NUMBER || field == MAP_ALLEGATION_KEY || field == MAP_SUMMARY;
	if (!column->uncached)
		column->cache = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, value_free);
	file->by_field[field] = column;
	return true;
}

static void keep_headings(struct import_file *file, const struct csv_row *row)
{
	file->n_headings = row->n;
	file->headings = g_new0(char *, row->n + 1);
	for (unsigned i = 0; i < row->n; i++)
		file->headings[i] = g_strstrip(decode_text(row->field[i], row->length[i], file->map->encoding, NULL));
}

/* Headings that stand twice, and those of which the map says nothing. */
static bool report_headings(struct import_file *file, GError **error)
{
	struct import *import = file->import;
	for (unsigned i = 0; i < file->n_headings; i++) {
		bool twice = find_heading(file, file->headings[i]) < (int) i;
		bool mapped = false;
		for (unsigned c = 0; c < file->n_columns; c++)
			mapped |= file->columns[c].at == i;
		g_autofree char *folded = text_fold(file->headings[i]);
		for (char **ignored = file->map->ignored; !mapped && *ignored; ignored++) {
			g_autofree char *other = text_fold(*ignored);
			mapped = strcmp(other, folded) == 0;
		}
		if (twice && !import_reason_count(import, import_reason_get(import,
			_("a heading stands twice; the first column of that name is read, the other is kept in the raw row")), file->headings[i], error))
			return false;
		if (!twice && !mapped && !import_reason_count(import, import_reason_get(import,
			_("a column that the map does not mention; kept in the raw row only (add it to 'columns' or 'ignore')")), file->headings[i], error))
			return false;
	}
	return true;
}

static const struct map_column join_column = { .field = MAP_NUMBER };

bool import_columns_open(struct import_file *file, const struct csv_row *row, GError **error)
{
	keep_headings(file, row);
	file->columns = g_new0(struct column, file->map->columns->len + 1);
	for (char **blank = file->map->blanks; *blank; blank++)
		file->longest_blank = MAX(file->longest_blank, strlen(*blank));
	file->blank = (struct value) { .day = DAY_UNKNOWN, .number = 0, .allowed = true };
	if (file->map->join && !open_column(file, &join_column, MAP_NUMBER, file->map->join, error))
		return false;
	for (guint i = 0; i < file->map->columns->len; i++) {
		const struct map_column *map = file->map->columns->pdata[i];
		if (!open_column(file, map, map->field, map->heading, error))
			return false;
	}
	return report_headings(file, error);
}

void import_columns_close(struct import_file *file)
{
	for (unsigned i = 0; i < file->n_columns; i++) {
		g_clear_pointer(&file->columns[i].cache, g_hash_table_unref);
		drop_text(&file->columns[i].scratch);
	}
	g_clear_pointer(&file->columns, g_free);
	file->n_columns = 0;
	g_clear_pointer(&file->headings, g_strfreev);
}
