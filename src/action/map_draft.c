/* `dais map`: guesses what the columns of a CSV file are and writes a commented map for a person to correct. */
#include <inttypes.h>
#include <string.h>
#include "action/conf_text.h"
#include "action/draft_look.h"
#include "action/import_action.h"
#include "base/i18n.h"
#include "base/text.h"

enum { LISTED = 12, COMMENT = 100 };

enum shape { ANY, WORDS, DATE, NUMBER, FLAG, TEXT, KEY };

#define OFFICER "officer|ofcr|po|employee|deputy|member"

/*
 * Guesses in order: the first column that has a word of each set in its heading, none of the third, and values of the shape
 * gets the field, unless the field or the column is taken.
 */
static const struct guess { enum map_field field; const char *one, *two, *none; enum shape shape; unsigned rows; } guesses[] = {
#define C (1u << MAP_ROWS_CASES)
#define A (1u << MAP_ROWS_ALLEGATIONS)
#define F (1u << MAP_ROWS_FORCE)
	{ MAP_RECEIVED, "received|report|reported|filed|intake|created|opened|complaint", NULL, "closed", DATE, C | A },
	{ MAP_OCCURRED, "occurred|occurrence|incident|event|happened|force", NULL, NULL, DATE, C | A | F },
	{ MAP_CLOSED, "closed|close|completed|disposed|finished|end", NULL, NULL, DATE, C | A },
	{ MAP_RECEIVED, NULL, NULL, NULL, DATE, C | A },
	{ MAP_OCCURRED, NULL, NULL, NULL, DATE, F },
	{ MAP_OFFICER_RACE, OFFICER, "race|ethnicity", NULL, WORDS, A | C | F },
	{ MAP_OFFICER_SEX, OFFICER, "sex|gender", NULL, WORDS, A | C | F },
	{ MAP_OFFICER_AGE, OFFICER, "age", NULL, NUMBER, A | C | F },
	{ MAP_OFFICER_INJURED, OFFICER, "injured|injury", NULL, FLAG, F },
	{ MAP_OFFICER_UNIT, OFFICER, "unit|assignment|assigned|division", NULL, ANY, A | C | F },
	{ MAP_OFFICER, OFFICER, "id|badge|number|no|hash", NULL, ANY, A | C | F },
	{ MAP_PERSON_RACE, "race|ethnicity", NULL, OFFICER, WORDS, A | C | F },
	{ MAP_PERSON_SEX, "sex|gender", NULL, OFFICER, WORDS, A | C | F },
	{ MAP_PERSON_AGE, "age", NULL, OFFICER, NUMBER, A | C | F },
	{ MAP_PERSON_INJURED, "injured|injury", NULL, OFFICER, FLAG, F },
	{ MAP_FORCE_TYPE, "force", "type|kind", NULL, WORDS, F },
	{ MAP_FORCE_LEVEL, "force", "level", NULL, ANY, F },
	{ MAP_FORCE_STATUS, "status", NULL, "working|employment", WORDS, F },
	{ MAP_DISPOSITION, "disposition|finding|outcome|result", NULL, NULL, WORDS, F },
	{ MAP_DISCIPLINE, "discipline|disciplinary|penalty", NULL, NULL, WORDS, A | C },
	{ MAP_FINDING_CHIEF, "chief|commissioner", "finding|findings|decision|disposition", "individual", WORDS, A | C },
	{ MAP_FINDING_BOARD, "board|crb|bpc|ccrb|commission|panel", "finding|findings|recommendation|disposition", "individual", WORDS, A | C },
	{ MAP_FINDING_INVESTIGATOR, "investigative|investigator|investigation|pss|iab|ia|iad|opr", "finding|findings|disposition", NULL, WORDS, A | C },
	{ MAP_FINDING_FINAL, "finding|findings|disposition|outcome|result", NULL, "individual", WORDS, A | C },
	{ MAP_CLOSURE, "closure|administrative", NULL, NULL, WORDS, A | C },
	{ MAP_ALLEGATION_KEY, "individual|allegation|object|row|fid|key", "id|number|no|key|fid", NULL, KEY, A },
	{ MAP_KIND, "complaint|case", "type|kind", NULL, WORDS, A | C },
	{ MAP_CASE_CLASS, "classification|class|category|allegation|allegations|charge", NULL, NULL, WORDS, C },
	{ MAP_CLASS, "allegation|allegations|classification|class|category|charge", NULL, "seq|sustained", WORDS, A },
	{ MAP_DETAIL, "detail|subtype|subclass|violation|allegation|allegations", NULL, "seq|sustained|number|no|id", WORDS, A | C },
	{ MAP_DISTRICT, "district|precinct", NULL, OFFICER, ANY, C | A | F },
	{ MAP_DISTRICT, "division|beat|ward|borough|area|zone", NULL, OFFICER, ANY, C | A | F },
	{ MAP_DISTRICT, "unit|location", NULL, OFFICER, WORDS, C | A | F },
	{ MAP_CHANNEL, "entry|channel|method|intake|how", NULL, NULL, WORDS, C | A },
	{ MAP_SOURCE, "source|origin|referred", NULL, NULL, WORDS, C | A },
	{ MAP_PRIVACY, "privacy|confidentiality", NULL, NULL, WORDS, C | A },
	{ MAP_PRIORITY, "priority", NULL, NULL, NUMBER, C | A },
	{ MAP_SUMMARY, "summary|narrative|description|notes|text|story", NULL, NULL, ANY, C | A },
	{ MAP_SUMMARY, NULL, NULL, NULL, TEXT, C | A },
#undef C
#undef A
#undef F
};

struct draft {
	const struct look *look;
	enum map_rows rows;
	enum map_field *field;     /* of each column; MAP_FIELDS: none */
	bool taken[MAP_FIELDS];
	GString *out;
};

static bool has_shape(const struct look *look, const struct look_column *column, enum shape shape)
{
	if (column->filled == 0)
		return shape == ANY;
	switch (shape) {
	case WORDS: return look_is_words(look, column) && look_date(column) < 0;
	case DATE: return look_date(column) >= 0;
	case NUMBER: return column->numbers * 10 >= column->filled * 8;
	case FLAG: return column->flags * 10 >= column->filled * 9;
	case TEXT: return column->length / column->filled > 60;
	case KEY: return look_date(column) < 0 && (gint64) g_hash_table_size(column->distinct) * 10 >= look->rows * 9;
	default: return look_date(column) < 0;
	}
}

static bool twice(const struct look *look, unsigned at)
{
	g_autofree char *folded = text_fold(look->columns[at].heading);
	for (unsigned i = 0; i < at; i++) {
		g_autofree char *other = text_fold(look->columns[i].heading);
		if (strcmp(other, folded) == 0)
			return true;
	}
	return !*folded;
}

/* How much a column looks like the case number. */
static int number_score(const struct look *look, unsigned at)
{
	const struct look_column *column = &look->columns[at];
	if (twice(look, at) || column->filled * 10 < look->rows * 9 || look_date(column) >= 0 || look_has(column, OFFICER "|date|type|age|seq"))
		return -1;
	guint kinds = g_hash_table_size(column->distinct);
	if (look->rows > 20 && kinds * 200 < look->rows)
		return -1;    /* a handful of values */
	int score = look_has(column, "complaint|case|incident|file|ccr|cr|docket|control|log") ? 4 : 0;
	score += look_has(column, "id|number|no|num|nr") ? 3 : 0;
	score += kinds < look->rows ? 1 : 0;
	return score * 100 + (at < 20 ? 20 - (int) at : 0);
}

static unsigned find_number(const struct look *look)
{
	unsigned best = 0;
	int most = -1;
	for (unsigned i = 0; i < look->n; i++) {
		int score = number_score(look, i);
		if (score > most) {
			most = score;
			best = i;
		}
	}
	return best;
}

static enum map_rows guess_rows(const struct look *look, unsigned number)
{
	unsigned force = 0;
	for (unsigned i = 0; i < look->n; i++)
		force += look_has(&look->columns[i], "force");
	if (force >= 2)
		return MAP_ROWS_FORCE;
	return look_is_unique(look, &look->columns[number]) ? MAP_ROWS_CASES : MAP_ROWS_ALLEGATIONS;
}

static void try_guess(struct draft *draft, const struct guess *guess)
{
	if (draft->taken[guess->field] || !(guess->rows & 1u << draft->rows))
		return;
	for (unsigned i = 0; i < draft->look->n; i++) {
		const struct look_column *column = &draft->look->columns[i];
		if (draft->field[i] != MAP_FIELDS || twice(draft->look, i) || !has_shape(draft->look, column, guess->shape)
			|| (guess->one && !look_has(column, guess->one)) || (guess->two && !look_has(column, guess->two))
			|| (guess->none && look_has(column, guess->none)))
			continue;
		draft->field[i] = guess->field;
		draft->taken[guess->field] = true;
		return;
	}
}

/* --- writing --- */

struct counted { const char *text; guint count; };

static int by_count(gconstpointer a, gconstpointer b)
{
	const struct counted *x = a, *y = b;
	return x->count != y->count ? (x->count < y->count ? 1 : -1) : strcmp(x->text, y->text);
}

static GArray *counted_values(const struct look_column *column)
{
	GArray *values = g_array_new(FALSE, FALSE, sizeof(struct counted));
	GHashTableIter iter;
	gpointer key, count;
	g_hash_table_iter_init(&iter, column->distinct);
	while (g_hash_table_iter_next(&iter, &key, &count)) {
		struct counted value = { key, GPOINTER_TO_UINT(count) };
		g_array_append_val(values, value);
	}
	g_array_sort(values, by_count);
	return values;
}

/* A comment on what stands in a column. */
static char *describe(const struct look *look, const struct look_column *column)
{
	GString *text = g_string_new(NULL);
	int date = look_date(column);
	if (column->filled == 0) {
		g_string_append(text, _("empty in every row"));
	} else if (date >= 0) {
		g_string_append_printf(text, _("dates like %s"), look_patterns[date]);
		if (column->match[date] < column->filled)
			g_string_append_printf(text, _("; %" PRId64 " cannot be read so"), column->filled - column->match[date]);
	} else if (column->numbers == column->filled && g_hash_table_size(column->distinct) > LISTED) {
		g_string_append_printf(text, _("numbers from %" PRId64 " to %" PRId64), column->low, column->high);
	} else if (look_is_unique(look, column)) {
		g_string_append(text, _("another value in every row"));
	} else {
		g_autoptr(GArray) values = counted_values(column);
		g_string_append_printf(text, column->many ? _("very many values: ") : ngettext("%u value: ", "%u values: ", values->len), values->len);
		for (guint i = 0; i < values->len && i < LISTED; i++) {
			const struct counted *value = &g_array_index(values, struct counted, i);
			g_autofree char *clean = text_clean(value->text, -1, TEXT_CLEAN_LINE);
			g_autofree char *short_text = text_clip(clean, 40, "…");
			g_string_append_printf(text, "%s%s (%u)", i ? ", " : "", short_text, value->count);
		}
		g_string_append(text, values->len > LISTED ? ", ..." : "");
	}
	if (column->filled > 0 && column->filled < look->rows)
		g_string_append_printf(text, _("; blank in %" PRId64 " rows"), look->rows - column->filled);
	return g_string_free(text, FALSE);
}

static void comment(GString *out, const char *indent, const char *text)
{
	g_auto(GStrv) lines = text_wrap(text, COMMENT);
	for (char **line = lines; *line; line++)
		g_string_append_printf(out, "%s# %s\n", indent, *line);
}

/* In a column of yes and no anything else means that the row is shifted. */
static void write_only(struct draft *draft, const struct look_column *column)
{
	static const char *const words[] = { "yes", "no", "y", "n", "true", "false", NULL };
	g_autoptr(GArray) values = counted_values(column);
	g_string_append(draft->out, " only = [");
	bool first = true;
	for (guint i = 0; i < values->len; i++) {
		const char *text = g_array_index(values, struct counted, i).text;
		g_autofree char *folded = text_fold(text), *quote = conf_quoted(text);
		if (!g_strv_contains(words, folded))
			continue;
		g_string_append_printf(draft->out, "%s%s", first ? " " : ", ", quote);
		first = false;
	}
	g_string_append(draft->out, column->filled < draft->look->rows ? ", \"\" ];" : " ];");
}

static void write_column(struct draft *draft, unsigned at, bool last)
{
	const struct look_column *column = &draft->look->columns[at];
	g_autofree char *heading = conf_quoted(column->heading), *text = describe(draft->look, column);
	comment(draft->out, "      ", text);
	g_string_append_printf(draft->out, "      { from = %s; to = \"%s\";", heading, map_field_name(draft->field[at]));
	int date = look_date(column);
	if (date >= 0)
		g_string_append_printf(draft->out, " date = \"%s\";", look_patterns[date]);
	if (draft->field[at] == MAP_PERSON_INJURED || draft->field[at] == MAP_OFFICER_INJURED)
		write_only(draft, column);
	g_string_append_printf(draft->out, " }%s\n", last ? "" : ",");
	if (date >= 0 && strstr(look_patterns[date], "%m/%d/%Y") && column->match[date] == column->match[date + 1] && date + 1 < LOOK_PATTERNS)
		comment(draft->out, "      ", _("(every date here could also be read with the day first, %d/%m/%Y: please check)"));
}

static void write_columns(struct draft *draft)
{
	unsigned left = 0;
	for (unsigned i = 0; i < draft->look->n; i++)
		left += draft->field[i] != MAP_FIELDS;
	g_string_append(draft->out, "    columns = (\n");
	for (unsigned i = 0; i < draft->look->n; i++)
		if (draft->field[i] != MAP_FIELDS)
			write_column(draft, i, --left == 0);
	g_string_append(draft->out, "    );\n");
}

static void write_ignored(struct draft *draft)
{
	bool first = true;
	for (unsigned i = 0; i < draft->look->n; i++) {
		const struct look_column *column = &draft->look->columns[i];
		if (draft->field[i] != MAP_FIELDS || twice(draft->look, i))
			continue;
		if (first) {
			comment(draft->out, "    ", _("Columns that nothing was guessed for. They stay in the raw row. To read one, move it to 'columns' with one of the "
				"fields of dais-map(5)."));
			g_string_append(draft->out, "    ignore = [\n");
		}
		g_autofree char *heading = conf_quoted(column->heading), *text = describe(draft->look, column);
		g_string_append(draft->out, first ? "" : ",\n");
		comment(draft->out, "      ", text);
		g_string_append_printf(draft->out, "      %s", heading);
		first = false;
	}
	g_string_append(draft->out, first ? "" : "\n    ];\n");
}

static bool is_finding(enum map_field field)
{
	return field == MAP_FINDING_INVESTIGATOR || field == MAP_FINDING_BOARD || field == MAP_FINDING_CHIEF || field == MAP_FINDING_FINAL
		|| field == MAP_DISPOSITION;
}

static bool means_open(const char *value)
{
	static const char *const signs[] = { "pending", "open", "ongoing", "in progress", "under investigation", "active", NULL };
	g_autofree char *folded = text_fold(value);
	for (int i = 0; signs[i]; i++)
		if (strstr(folded, signs[i]))
			return true;
	return false;
}

static void append_list(GString *out, GHashTable *set)
{
	g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(set), (GCompareFunc) strcmp);
	bool first = true;
	for (GList *key = keys; key; key = key->next) {
		g_autofree char *text = conf_quoted(key->data);
		g_string_append_printf(out, "%s%s", first ? " " : ", ", text);
		first = false;
	}
	g_string_append(out, first ? "" : " ");
}

static void write_open(struct draft *draft)
{
	g_autoptr(GHashTable) open = g_hash_table_new(g_str_hash, g_str_equal);
	for (unsigned i = 0; i < draft->look->n; i++) {
		if (!is_finding(draft->field[i]))
			continue;
		GHashTableIter iter;
		gpointer key;
		g_hash_table_iter_init(&iter, draft->look->columns[i].distinct);
		while (g_hash_table_iter_next(&iter, &key, NULL))
			if (means_open(key))
				g_hash_table_add(open, key);
	}
	comment(draft->out, "", _("Findings that keep a case open."));
	g_string_append(draft->out, "open_findings = [");
	append_list(draft->out, open);
	g_string_append(draft->out, "];\n");
	if (draft->taken[MAP_CLOSED])
		g_string_append_printf(draft->out, "\n# %s\nclosed_means_closed = false;\n",
			_("true: a case with a good closing date is closed even where a finding is still open."));
}

/* The years between which nearly all dates lie, with some room. */
static void write_years(struct draft *draft)
{
	gint64 count[LOOK_YEARS] = { 0 }, all = 0, sum = 0;
	for (unsigned i = 0; i < draft->look->n; i++) {
		int date = draft->field[i] == MAP_FIELDS ? -1 : look_date(&draft->look->columns[i]);
		for (int year = 0; date >= 0 && year < LOOK_YEARS; year++) {
			count[year] += draft->look->columns[i].year[date][year];
			all += draft->look->columns[i].year[date][year];
		}
	}
	int low = 90, high = 130;
	for (int year = 0; year < LOOK_YEARS && all > 0; sum += count[year++]) {
		if (sum * 50 <= all && (sum + count[year]) * 50 > all)
			low = year - 2;
		if (sum * 50 < all * 49 && (sum + count[year]) * 50 >= all * 49)
			high = year + 5;
	}
	comment(draft->out, "", _("Dates outside these years are slips: kept in the raw row, stored as unknown, counted in the report."));
	g_string_append_printf(draft->out, "years = [ %d, %d ];\n", LOOK_YEAR_0 + MAX(low, 0), LOOK_YEAR_0 + high);
	if (draft->taken[MAP_PERSON_AGE] || draft->taken[MAP_OFFICER_AGE])
		g_string_append_printf(draft->out, "\n# %s\nages = [ 1, 110 ];\n", _("Ages outside these cannot be true."));
	g_string_append_c(draft->out, '\n');
}

static void write_head(struct draft *draft)
{
	const struct look *look = draft->look;
	g_autofree char *title = conf_quoted(look->name);
	g_string_append_printf(draft->out, _("# A map drafted by 'dais map' from %s: %" PRId64 " rows, %u columns.\n"), look->name, look->rows, look->n);
	g_string_append(draft->out, _("# It is a guess. Read it through, correct it, and try it without changing anything:\n"));
	g_string_append(draft->out, _("#   dais check THIS.conf && dais import FILE.db DATA.csv --map ./THIS.conf --dry-run\n# dais-map(5) explains every key.\n\n"));
	if (look->ragged > 0)
		g_string_append_printf(draft->out, _("# %" PRId64 " rows have more or fewer fields than the heading line; the import names them.\n\n"), look->ragged);
	g_string_append_printf(draft->out, _("# What the data are and who publishes them.\n"));
	g_string_append_printf(draft->out, "title = %s;\n\n", title);
	write_years(draft);
	write_open(draft);
}

static void write_file(struct draft *draft)
{
	static const char *const rows[] = { [MAP_ROWS_CASES] = "cases", [MAP_ROWS_ALLEGATIONS] = "allegations", [MAP_ROWS_FORCE] = "force" };
	const struct look *look = draft->look;
	g_string_append(draft->out, "\nfiles = (\n  {\n    name = \"data\";\n\n");
	comment(draft->out, "    ", _("What one row is: cases (one row a case), allegations (rows with the same number are one case) or force."));
	g_string_append_printf(draft->out, "    rows = \"%s\";\n    encoding = \"%s\";\n", rows[draft->rows], look->encoding);
	if (look->separator != ',')
		g_string_append_printf(draft->out, "    separator = \"%s\";\n", look->separator == '\t' ? "tab" : look->separator == ';' ? ";" : "|");
	g_string_append(draft->out, "\n");
	comment(draft->out, "    ", _("Values that mean \"not given\", beside the empty field."));
	g_string_append(draft->out, "    blanks = [");
	append_list(draft->out, look->blanks);
	g_string_append(draft->out, "];\n\n");
	write_columns(draft);
	g_string_append_c(draft->out, '\n');
	write_ignored(draft);
	g_string_append(draft->out, "  }\n);\n");
}

char *import_draft_map(const char *path, GError **error)
{
	struct look *look = look_at(path, error);
	if (!look)
		return NULL;
	struct draft draft = { .look = look, .field = g_new(enum map_field, look->n), .out = g_string_new(NULL) };
	for (unsigned i = 0; i < look->n; i++)
		draft.field[i] = MAP_FIELDS;
	unsigned number = find_number(look);
	draft.rows = guess_rows(look, number);
	draft.field[number] = MAP_NUMBER;
	draft.taken[MAP_NUMBER] = true;
	for (unsigned i = 0; i < G_N_ELEMENTS(guesses); i++)
		try_guess(&draft, &guesses[i]);
	write_head(&draft);
	write_file(&draft);
	g_free(draft.field);
	look_free(look);
	return g_string_free(draft.out, FALSE);
}
