#include "cli/chart.h"

#include <math.h>
#include <string.h>
#include "base/i18n.h"

enum { COLUMN_SERIES, COLUMN_POINT, COLUMN_MONTH, COLUMN_VALUE, COLUMN_N, COLUMN_D, COLUMN_LOWER, COLUMN_UPPER, COLUMN_CENTRE, COLUMN_FLAGS, COLUMN_FILTER, COLUMNS };

static const struct table_column columns[COLUMNS] = {
	[COLUMN_SERIES] = { "series", N_("SERIES"), false },
	[COLUMN_POINT] = { "point", N_("POINT"), false },
	[COLUMN_MONTH] = { "month", N_("MONTH"), false },
	[COLUMN_VALUE] = { "value", N_("VALUE"), true },
	[COLUMN_N] = { "n", N_("N"), true },
	[COLUMN_D] = { "of", N_("OF"), true },
	[COLUMN_LOWER] = { "lower_limit", N_("LOWER"), true },
	[COLUMN_UPPER] = { "upper_limit", N_("UPPER"), true },
	[COLUMN_CENTRE] = { "centre", N_("MEAN"), true },
	[COLUMN_FLAGS] = { "flags", N_("FLAGS"), false },
	[COLUMN_FILTER] = { "filter", N_("FILTER"), false },
};

/* NULL (empty, null) where there is no number. Files get all digits, a person four. */
static char *number(double value, bool person)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	if (!isfinite(value))
		return NULL;
	if (value == floor(value) && fabs(value) < 1e15)
		return g_strdup_printf("%.0f", value);
	return g_strdup(person ? g_ascii_formatd(text, sizeof text, "%.4f", value) : g_ascii_dtostr(text, sizeof text, value));
}

static char *flag_words(unsigned flags)
{
	static const struct { unsigned flag; const char *word; } words[] = {
		{ POINT_MISSING, N_("missing") }, { POINT_FILLING, N_("still filling") }, { POINT_HIGH, N_("above limit") },
		{ POINT_LOW, N_("below limit") }, { POINT_SMALL, N_("small number") },
	};
	GString *text = g_string_new(NULL);
	for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
		if (flags & words[i].flag)
			g_string_append_printf(text, "%s%s", text->len ? ", " : "", _(words[i].word));
	return g_string_free(text, FALSE);
}

/* A person's table leaves out what the chart does not have: limits without limits, months of categories, the long filters. */
static bool column_shown(const struct chart *chart, int column)
{
	bool limits = chart->form == CHART_CONTROL;
	switch (column) {
	case COLUMN_MONTH:
	case COLUMN_FILTER: return false;
	case COLUMN_D: return chart_share(chart);
	case COLUMN_LOWER:
	case COLUMN_UPPER:
	case COLUMN_CENTRE: return limits;
	default: return true;
	}
}

static void print_point(struct table *table, const struct chart *chart, unsigned s, unsigned i, bool person)
{
	const struct series *series = chart->series->pdata[s];
	const struct point *point = &series->points[i];
	const char *shown[COLUMNS];
	unsigned n = 0;
	char month[8];
	char *values[COLUMNS] = {
		[COLUMN_SERIES] = g_strdup(series->name),
		[COLUMN_POINT] = chart_point_name(chart, i),
		[COLUMN_MONTH] = chart->first == MONTH_UNKNOWN ? NULL : g_strdup(month_iso(chart->first + (month_t) i, month)),
		[COLUMN_VALUE] = point->flags & POINT_MISSING ? NULL : number(point->value, person),
		[COLUMN_N] = g_strdup_printf("%" G_GINT64_FORMAT, point->n),
		[COLUMN_D] = point->d > 0 ? g_strdup_printf("%" G_GINT64_FORMAT, point->d) : NULL,
		[COLUMN_LOWER] = number(point->lower, person),
		[COLUMN_UPPER] = number(point->upper, person),
		[COLUMN_CENTRE] = number(chart->centre, person),
		[COLUMN_FLAGS] = flag_words(point->flags),
		[COLUMN_FILTER] = chart_point_filter(chart, s, i),
	};
	for (int c = 0; c < COLUMNS; c++)
		if (!person || column_shown(chart, c))
			shown[n++] = values[c];
	table_row(table, shown);
	for (int c = 0; c < COLUMNS; c++)
		g_free(values[c]);
}

void chart_print_rows(const struct chart *chart, enum table_format format, bool ascii)
{
	struct table_column shown[COLUMNS];
	unsigned n = 0;
	bool person = format == TABLE_TEXT;
	for (int c = 0; c < COLUMNS; c++)
		if (!person || column_shown(chart, c)) {
			shown[n] = columns[c];
			shown[n++].title = _(columns[c].title);
		}
	struct table *table = table_new(stdout, format, shown, n, 0, ascii);
	for (unsigned s = 0; s < chart->series->len; s++)
		for (unsigned i = 0; i < chart->n; i++)
			print_point(table, chart, s, i, person);
	table_end(table);
}
