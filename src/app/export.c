/* Copies to the clipboard and exports to files: the present list (marked cases, if any) or chart, as rows. */
#include "app/app_private.h"
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/error.h"
#include "base/text.h"
#include "exchange/table.h"

#define COPY_MOST 1000             /* rows; terminals take about 70 kB */
#define PAGE_ROWS 500
#define FIELDS_MOST 32

/* Rows as they come: to a file, or as tab-separated text. */
struct sink {
	struct table *table;           /* NULL: text */
	GString *text;
	gint64 rows;
};

static void put(struct sink *sink, const char *const *values, unsigned n)
{
	sink->rows++;
	if (sink->table) {
		table_row(sink->table, values);
		return;
	}
	for (unsigned i = 0; i < n; i++) {
		g_autofree char *clean = text_clean(values[i] ? values[i] : "", -1, TEXT_CLEAN_LINE);
		g_string_append_printf(sink->text, "%s%s", i ? "\t" : "", clean);
	}
	g_string_append_c(sink->text, '\n');
}

static const enum case_field exported[] = { CASE_FIELD_NUMBER, CASE_FIELD_CLASS, CASE_FIELD_DISTRICT,
	CASE_FIELD_STATE, CASE_FIELD_AGE,
	CASE_FIELD_DUE, CASE_FIELD_RECEIVED, CASE_FIELD_OCCURRED, CASE_FIELD_CLOSED, CASE_FIELD_KIND, CASE_FIELD_CHANNEL, CASE_FIELD_SOURCE };
#define EXPORTED G_N_ELEMENTS(exported)

static void put_case(struct sink *sink, const struct case_row *row)
{
	char due[DAY_ISO_SIZE], received[DAY_ISO_SIZE], occurred[DAY_ISO_SIZE], closed[DAY_ISO_SIZE], age[16] = "";
	if (row->age >= 0)
		g_snprintf(age, sizeof age, "%d", row->age);
	const char *values[EXPORTED] = { row->number, row->class, row->district, row->state, *age ? age : NULL,
		day_iso(row->due, due), day_iso(row->received, received), day_iso(row->occurred, occurred),
		day_iso(row->closed, closed), row->kind, row->channel, row->source };
	put(sink, values, EXPORTED);
}

static unsigned case_columns(struct table_column columns[FIELDS_MOST])
{
	for (unsigned i = 0; i < EXPORTED; i++) {
		const struct case_field_info *info = case_field_info(exported[i]);
		columns[i] = (struct table_column) { info->key, info->key, exported[i] == CASE_FIELD_AGE };
	}
	return EXPORTED;
}

static bool put_cases(struct app *app, struct sink *sink, bool only_marked, gint64 most, GError **error)
{
	struct case_list *list = app->session.list;
	for (gint64 top = 0; top < list->matched && sink->rows < most; top += PAGE_ROWS) {
		if (!case_list_load_page(list, top, MIN(PAGE_ROWS, list->matched - top), error))
			return false;
		for (unsigned i = 0; i < list->page_rows && sink->rows < most; i++)
			if (!only_marked || list->page[i].marked)
				put_case(sink, &list->page[i]);
	}
	return true;
}

static void put_heading(struct sink *sink, const struct table_column *columns, unsigned n)
{
	const char *titles[FIELDS_MOST];
	for (unsigned i = 0; i < n; i++)
		titles[i] = columns[i].key;
	if (!sink->table)
		put(sink, titles, n);
}

/* A chart: one row a point, value, numerator and denominator of each series. */
static unsigned chart_columns(const struct chart *chart, struct table_column columns[FIELDS_MOST])
{
	unsigned n = 0;
	columns[n++] = (struct table_column) { chart->first == MONTH_UNKNOWN ? "category" : "month", NULL, false };
	for (unsigned s = 0; s < chart->series->len && n < FIELDS_MOST; s++) {
		const struct series *series = chart->series->pdata[s];
		columns[n++] = (struct table_column) { series->name, NULL, true };
	}
	for (unsigned i = 0; i < n; i++)
		columns[i].title = columns[i].key;
	return n;
}

static void put_chart(struct sink *sink, const struct chart *chart, unsigned n)
{
	for (unsigned p = 0; p < chart->n; p++) {
		char numbers[FIELDS_MOST][32], month[8];
		const char *values[FIELDS_MOST];
		values[0] = chart->first == MONTH_UNKNOWN ? chart->categories[p] : month_iso(chart->first + p, month);
		for (unsigned s = 0; s + 1 < n; s++) {
			const struct point *point = &((struct series *) chart->series->pdata[s])->points[p];
			g_snprintf(numbers[s], sizeof numbers[s], "%.6g", point->value);
			values[s + 1] = point->flags & POINT_MISSING ? NULL : numbers[s];
		}
		put(sink, values, n);
	}
}

static bool shows_cases(const struct app *app)
{
	return app->scene.screen == SCREEN_CASES;
}

static const struct chart *shown_chart(const struct app *app)
{
	if (app->scene.screen == SCREEN_TRENDS)
		return app->session.chart;
	const struct overview *overview = app->session.overview;
	switch (app->scene.focus) {
	case PANE_OVERVIEW_TREND: return overview ? overview->headline : NULL;
	case PANE_OVERVIEW_AGEING: return overview ? overview->ageing : NULL;
	case PANE_OVERVIEW_DISTRICTS: return overview ? overview->districts : NULL;
	default: return NULL;
	}
}

static void put_open_cases(struct app *app, struct sink *sink)
{
	for (unsigned i = 0; i < app->session.overview->n; i++)
		put_case(sink, &app->session.overview->rows[i]);
}

static const struct agenda_model *shown_agenda(const struct app *app)
{
	const struct overview *overview = app->session.overview;
	if (app->scene.screen == SCREEN_AGENDA)
		return app->session.agenda;
	return app->scene.focus == PANE_OVERVIEW_AGENDA && overview ? overview->agenda : NULL;
}

static const struct table_column agenda_columns[] = { { "number", "number", false }, { "title", "title", false },
	{ "section", "section", false },
	{ "minutes", "minutes", true }, { "case", "case", false } };

static void put_agenda(struct sink *sink, const struct agenda_model *agenda)
{
	for (unsigned i = 0; agenda->items && i < agenda->items->len; i++) {
		const struct agenda_item *item = agenda->items->pdata[i];
		char minutes[16];
		g_snprintf(minutes, sizeof minutes, "%d", item->minutes);
		const char *values[] = { item->number, item->title, item->section, minutes, item->case_number };
		put(sink, values, G_N_ELEMENTS(values));
	}
}

/* The columns of what stands on the screen. */
static unsigned view_columns(const struct app *app, struct table_column columns[FIELDS_MOST])
{
	const struct chart *chart = shown_chart(app);
	if (chart)
		return chart_columns(chart, columns);
	if (shown_agenda(app)) {
		memcpy(columns, agenda_columns, sizeof agenda_columns);
		return G_N_ELEMENTS(agenda_columns);
	}
	return case_columns(columns);
}

static bool put_view(struct app *app, struct sink *sink, unsigned n, gint64 most, GError **error)
{
	const struct chart *chart = shown_chart(app);
	if (chart)
		put_chart(sink, chart, n);
	else if (shown_agenda(app))
		put_agenda(sink, shown_agenda(app));
	else if (shows_cases(app))
		return put_cases(app, sink, case_list_mark_count(app->session.list) > 0, most, error);
	else if (app->session.overview)
		put_open_cases(app, sink);
	return true;
}

const char *can_copy(const struct app *app)
{
	if (shows_cases(app) && (!app->session.list || !app->session.list->matched))
		return _("no case is shown");
	return NULL;
}

static void copy_text(struct app *app, const char *text)
{
	if (app->terminal)
		terminal_copy(app->terminal, text);
}

void run_copy_view(struct app *app)
{
	struct table_column columns[FIELDS_MOST];
	unsigned n = view_columns(app, columns);
	struct sink sink = { .text = g_string_new(NULL) };
	GError *error = NULL;
	put_heading(&sink, columns, n);
	if (put_view(app, &sink, n, COPY_MOST, &error)) {
		copy_text(app, sink.text->str);
		app_say(app, sink.rows >= COPY_MOST ? _("copied the first %" G_GINT64_FORMAT " rows; e exports all") :
			_("copied %" G_GINT64_FORMAT " rows"), sink.rows - 1);
	} else {
		app_fail(app, error);
	}
	g_string_free(sink.text, TRUE);
}

static bool put_selected(struct app *app, struct sink *sink)
{
	if (shows_cases(app)) {
		gint64 at = app->scene.list.position;
		if (!case_list_load_page(app->session.list, at, 1, NULL) || !app->session.list->page_rows)
			return false;
		put_case(sink, &app->session.list->page[0]);
		return true;
	}
	const struct overview *overview = app->session.overview;
	if (app->scene.focus == PANE_OVERVIEW_OPEN && overview && app->scene.open.position < overview->n) {
		put_case(sink, &overview->rows[app->scene.open.position]);
		return true;
	}
	return false;
}

void run_copy(struct app *app)
{
	struct sink sink = { .text = g_string_new(NULL) };
	if (put_selected(app, &sink)) {
		copy_text(app, sink.text->str);
		app_say(app, _("copied 1 row"));
	} else {
		run_copy_view(app);
	}
	g_string_free(sink.text, TRUE);
}

void run_export(struct app *app)
{
	prompt_open(app, PROMPT_EXPORT, shown_chart(app) ? "chart.csv" : shown_agenda(app) ? "agenda.csv" : "cases.csv");
}

/* A new file, or in place of an old regular one only when that was agreed to. */
static FILE *open_target(const char *path, bool overwrite, GError **error)
{
	int flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (overwrite ? 0 : O_EXCL);
	int fd = open(path, flags, 0600);
	struct stat info;
	if (fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && (!overwrite || ftruncate(fd, 0) == 0))
		return fdopen(fd, "w");
	int saved = errno;
	if (fd >= 0) {
		close(fd);
		saved = EINVAL;
	}
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("cannot write '%s': %s"), path,
		saved == EINVAL ? _("it is no regular file") : g_strerror(saved));
	return NULL;
}

static enum table_format format_of(const char *path)
{
	const char *dot = strrchr(path, '.');
	if (dot && !g_ascii_strcasecmp(dot, ".csv"))
		return TABLE_CSV;
	return dot && !g_ascii_strcasecmp(dot, ".json") ? TABLE_JSON : TABLE_FORMATS;
}

static bool write_view(struct app *app, FILE *file, enum table_format format, gint64 *rows, GError **error)
{
	struct table_column columns[FIELDS_MOST];
	unsigned n = view_columns(app, columns);
	struct sink sink = { .table = table_new(file, format, columns, n, 0, false) };
	bool good = put_view(app, &sink, n, G_MAXINT64, error);
	table_end(sink.table);
	*rows = sink.rows;
	bool written = !ferror(file);
	if ((fclose(file) != 0 || !written) && good) {
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("writing failed: %s"), g_strerror(errno));
		return false;
	}
	return good;
}

void export_to(struct app *app, const char *path, bool overwrite)
{
	enum table_format format = format_of(path);
	GError *error = NULL;
	if (format == TABLE_FORMATS) {
		app_say(app, _("not exported: end the name in .csv or .json"));
		return;
	}
	struct stat info;
	if (!overwrite && lstat(path, &info) == 0 && S_ISREG(info.st_mode)) {
		char *copy = g_strdup(path);
		g_free(app->export_path);
		app->export_path = copy;
		prompt_open(app, PROMPT_OVERWRITE, "");
		return;
	}
	FILE *file = open_target(path, overwrite, &error);
	gint64 rows = 0;
	if (file && write_view(app, file, format, &rows, &error)) {
		char number[28];
		app_say(app, _("exported %s rows to %s"), text_number(rows, number), path);
	} else {
		app_fail(app, error);
	}
}
