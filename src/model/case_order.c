#include "model/case_order.h"
#include <string.h>

#define DIGIT 11              /* bits sorted at once */
#define DIGITS (1u << DIGIT)
#define UNKNOWN G_MAXUINT64   /* the key of a value that is not known */
#define HEAD 8                /* bytes of a number packed into a key */

struct keyed { guint64 key; guint32 row; };

/* Stable; digits that are the same in all keys cost nothing. */
static void sort_keys(struct keyed **rows, guint32 n)
{
	struct keyed *from = *rows, *to = g_new(struct keyed, n);
	guint64 same = from[0].key, differ = 0;
	for (guint32 i = 0; i < n; i++)
		differ |= from[i].key ^ same;
	for (unsigned shift = 0; shift < 64; shift += DIGIT) {
		guint32 at[DIGITS] = { 0 }, sum = 0;
		if (!(differ >> shift & (DIGITS - 1)))
			continue;
		for (guint32 i = 0; i < n; i++)
			at[from[i].key >> shift & (DIGITS - 1)]++;
		for (unsigned digit = 0; digit < DIGITS; digit++) {
			guint32 count = at[digit];
			at[digit] = sum;
			sum += count;
		}
		for (guint32 i = 0; i < n; i++)
			to[at[from[i].key >> shift & (DIGITS - 1)]++] = from[i];
		struct keyed *swap = from;
		from = to;
		to = swap;
	}
	*rows = from;
	g_free(to);
}

/* --- keys of columns --- */

static guint64 number_key(gint64 value, bool reverse)
{
	guint64 key = (guint64) value + G_GUINT64_CONSTANT(0x80000000);      /* 32-bit values, made non-negative */
	return reverse ? G_MAXUINT32 - key : key;
}

static void key_days(struct keyed *rows, const struct case_table *table, enum case_day day, bool reverse)
{
	const day_t *column = table->day[day];
	for (guint32 row = 0; row < table->n; row++)
		rows[row].key = column[row] == DAY_UNKNOWN ? UNKNOWN : number_key(column[row], reverse);
}

static void key_ages(struct keyed *rows, const struct case_table *table, day_t today, bool reverse)
{
	for (guint32 row = 0; row < table->n; row++) {
		int age = case_table_age(table, row, today);
		rows[row].key = age < 0 ? UNKNOWN : number_key(age, reverse);
	}
}

/* Higher priority comes first. */
static void key_priorities(struct keyed *rows, const struct case_table *table, bool reverse)
{
	for (guint32 row = 0; row < table->n; row++)
		rows[row].key = number_key(table->priority[row], !reverse);
}

struct labelled { char *collated; int word; };

static int by_label(const void *a, const void *b)
{
	return strcmp(((const struct labelled *) a)->collated, ((const struct labelled *) b)->collated);
}

static char *collate(const char *label)
{
	g_autofree char *folded = g_utf8_casefold(label, -1);
	return g_utf8_collate_key_for_filename(folded, -1);      /* numbers in names count: 2nd before 11th */
}

/* The rank of each word of the column by its label; words with the same label share one. */
static guint64 *rank_words(const struct case_table *table, const int *column, struct lexicon *lexicon, const char *lang)
{
	guint64 *rank = g_new0(guint64, table->word_limit + 1);
	for (guint32 row = 0; row < table->n; row++)
		rank[column[row]] = 1;
	g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(struct labelled));
	for (int word = 1; word < table->word_limit; word++) {
		const char *label = rank[word] ? lexicon_label(lexicon, word, 0, lang) : NULL;
		struct labelled one = { label ? collate(label) : NULL, word };
		if (label)
			g_array_append_val(words, one);
	}
	if (words->len)
		qsort(words->data, words->len, sizeof(struct labelled), by_label);
	guint64 at = 0;
	for (guint i = 0; i < words->len; i++) {
		struct labelled *one = &g_array_index(words, struct labelled, i);
		at += i && by_label(one - 1, one) != 0;
		rank[one->word] = at;
	}
	for (guint i = 0; i < words->len; i++)
		g_free(g_array_index(words, struct labelled, i).collated);
	return rank;
}

static void key_words(struct keyed *rows, const struct case_table *table, enum case_word which, struct lexicon *lexicon,
	const char *lang, bool reverse)
{
	const int *column = table->word[which];
	g_autofree guint64 *rank = rank_words(table, column, lexicon, lang);
	for (guint32 row = 0; row < table->n; row++)
		rows[row].key = column[row] ? number_key((gint64) rank[column[row]], reverse) : UNKNOWN;
}

/* --- case numbers, in the natural order: 9 before 10 --- */

/* A number as bytes that compare in the natural order: each run of digits is led by its length. Gives how many. */
static unsigned natural_bytes(const char *number, guint8 *out, unsigned room)
{
	unsigned n = 0;
	for (const char *p = number; *p && n < room;) {
		if (!g_ascii_isdigit(*p)) {
			out[n++] = (guint8) g_ascii_tolower(*p++);
			continue;
		}
		while (*p == '0' && g_ascii_isdigit(p[1]))
			p++;
		unsigned digits = (unsigned) strspn(p, "0123456789");
		out[n++] = (guint8) ('0' + MIN(digits, 200));
		for (; digits && n < room; digits--)
			out[n++] = (guint8) *p++;
		p += digits;
	}
	return n;
}

#define NATURAL_ROOM 64

static guint64 pack_bytes(const guint8 *bytes, unsigned n, unsigned skip)
{
	guint64 key = 0;
	for (unsigned i = 0; i < HEAD; i++)
		key = key << 8 | (skip + i < n ? bytes[skip + i] : 0);
	return key;
}

/* How many first bytes all numbers share. */
static unsigned common_head(const struct case_table *table)
{
	guint8 first[NATURAL_ROOM], bytes[NATURAL_ROOM];
	unsigned same = natural_bytes(case_table_number(table, 0), first, NATURAL_ROOM);
	for (guint32 row = 1; row < table->n && same; row++) {
		unsigned n = natural_bytes(case_table_number(table, row), bytes, NATURAL_ROOM), k = 0;
		while (k < same && k < n && bytes[k] == first[k])
			k++;
		same = k;
	}
	return same;
}

static int compare_numbers(const struct case_table *table, guint32 x, guint32 y)
{
	guint8 left[NATURAL_ROOM], right[NATURAL_ROOM];
	unsigned n = natural_bytes(case_table_number(table, x), left, NATURAL_ROOM);
	unsigned m = natural_bytes(case_table_number(table, y), right, NATURAL_ROOM);
	int order = memcmp(left, right, MIN(n, m));
	return order ? order : (int) n - (int) m;
}

struct numbering { const struct case_table *table; int sign; };

static int by_number(const void *a, const void *b, void *data)
{
	const struct numbering *numbering = data;
	guint32 x = ((const struct keyed *) a)->row, y = ((const struct keyed *) b)->row;
	int order = numbering->sign * compare_numbers(numbering->table, x, y);
	return order ? order : x < y ? -1 : 1;
}

static void key_numbers(struct keyed *rows, const struct case_table *table, bool reverse)
{
	unsigned skip = common_head(table);
	guint8 bytes[NATURAL_ROOM];
	for (guint32 row = 0; row < table->n; row++) {
		unsigned n = natural_bytes(case_table_number(table, row), bytes, NATURAL_ROOM);
		guint64 key = pack_bytes(bytes, n, skip);
		rows[row].key = reverse ? ~key : key;
	}
}

/* Keys hold only the first bytes of a number: runs of equal keys are put right by comparing whole numbers. */
static void sort_equal_numbers(struct keyed *rows, const struct case_table *table, bool reverse)
{
	struct numbering numbering = { table, reverse ? -1 : 1 };
	for (guint32 from = 0, to; from < table->n; from = to) {
		for (to = from + 1; to < table->n && rows[to].key == rows[from].key; to++)
			;
		if (to - from > 1)
			g_qsort_with_data(rows + from, (gint) (to - from), sizeof *rows, by_number, &numbering);
	}
}

/* --- all together --- */

static void fill_keys(struct keyed *rows, const struct case_table *table, struct lexicon *lexicon, day_t today, const char *lang,
	enum case_field field, bool reverse)
{
	switch (field) {
	case CASE_FIELD_NUMBER: key_numbers(rows, table, reverse); break;
	case CASE_FIELD_AGE: key_ages(rows, table, today, reverse); break;
	case CASE_FIELD_DUE: key_days(rows, table, CASE_DUE, reverse); break;
	case CASE_FIELD_RECEIVED: key_days(rows, table, CASE_RECEIVED, reverse); break;
	case CASE_FIELD_OCCURRED: key_days(rows, table, CASE_OCCURRED, reverse); break;
	case CASE_FIELD_CLOSED: key_days(rows, table, CASE_CLOSED, reverse); break;
	case CASE_FIELD_PRIORITY: key_priorities(rows, table, reverse); break;
	default: key_words(rows, table, case_table_column(field), lexicon, lang, reverse); break;
	}
}

guint32 *case_order_new(const struct case_table *table, struct lexicon *lexicon, day_t today, const char *lang, enum case_field field, bool reverse)
{
	guint32 n = table->n, *order = g_new(guint32, n + 1);
	if (!n)
		return order;
	struct keyed *rows = g_new(struct keyed, n);
	fill_keys(rows, table, lexicon, today, lang, field, reverse);
	for (guint32 row = 0; row < n; row++)
		rows[row].row = row;
	sort_keys(&rows, n);
	if (field == CASE_FIELD_NUMBER)
		sort_equal_numbers(rows, table, reverse);
	for (guint32 i = 0; i < n; i++)
		order[i] = rows[i].row;
	g_free(rows);
	return order;
}
