/* Copies to the clipboard and exports to files: the present list (marked cases, if any) or chart, as rows. */
#include "app/app_private.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
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

/* Rows as they come: to a file, or as tab-separated text. */
struct sink {
	struct table *table;           /* NULL: text */
	GString *text;
	gint64 rows;                   /* without the heading */
	bool cut;                      /* there was more than was asked for */
};

static void put(struct sink *sink, const char *const *values, unsigned n)
{
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

static void put_row(struct sink *sink, const char *const *values, unsigned n)
{
	sink->rows++;
	put(sink, values, n);
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
	put_row(sink, values, EXPORTED);
}

static struct table_column *case_columns(unsigned *n)
{
	struct table_column *columns = g_new0(struct table_column, EXPORTED);
	for (unsigned i = 0; i < EXPORTED; i++) {
		const struct case_field_info *info = case_field_info(exported[i]);
		columns[i] = (struct table_column) { info->key, info->key, exported[i] == CASE_FIELD_AGE };
	}
	*n = EXPORTED;
	return columns;
}

static bool put_cases(struct app *app, struct sink *sink, bool only_marked, gint64 most, GError **error)
{
	struct case_list *list = app->session.list;
	for (gint64 top = 0; top < list->matched && !sink->cut; top += PAGE_ROWS) {
		if (!case_list_load_page(list, top, MIN(PAGE_ROWS, list->matched - top), error))
			return false;
		for (unsigned i = 0; i < list->page_rows && !sink->cut; i++) {
			bool wanted = !only_marked || list->page[i].marked;
			sink->cut = wanted && sink->rows == most;
			if (wanted && !sink->cut)
				put_case(sink, &list->page[i]);
		}
	}
	return true;
}

static void put_heading(struct sink *sink, const struct table_column *columns, unsigned n)
{
	g_autofree const char **titles = g_new0(const char *, n);
	for (unsigned i = 0; i < n; i++)
		titles[i] = columns[i].key;
	if (!sink->table)
		put(sink, titles, n);
}

/* A chart: one row a point, the value of each series. */
static struct table_column *chart_columns(const struct chart *chart, unsigned *count)
{
	struct table_column *columns = g_new0(struct table_column, chart->series->len + 1);
	unsigned n = 0;
	columns[n++] = (struct table_column) { chart->first == MONTH_UNKNOWN ? "category" : "month", NULL, false };
	for (unsigned s = 0; s < chart->series->len; s++) {
		const struct series *series = chart->series->pdata[s];
		columns[n++] = (struct table_column) { series->name, NULL, true };
	}
	for (unsigned i = 0; i < n; i++)
		columns[i].title = columns[i].key;
	*count = n;
	return columns;
}

static void put_chart(struct sink *sink, const struct chart *chart, unsigned n)
{
	g_autofree char (*numbers)[32] = g_malloc0_n(n, sizeof *numbers);
	g_autofree const char **values = g_new0(const char *, n);
	for (unsigned p = 0; p < chart->n; p++) {
		char month[8];
		values[0] = chart->first == MONTH_UNKNOWN ? chart->categories[p] : month_iso(chart->first + p, month);
		for (unsigned s = 0; s + 1 < n; s++) {
			const struct point *point = &((struct series *) chart->series->pdata[s])->points[p];
			g_snprintf(numbers[s], sizeof numbers[s], "%.6g", point->value);
			values[s + 1] = point->flags & POINT_MISSING ? NULL : numbers[s];
		}
		put_row(sink, values, n);
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

/* The overview keeps the most urgent ones only. */
static void put_open_cases(struct app *app, struct sink *sink)
{
	sink->cut = app->session.overview->n < app->session.overview->open;
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

static void put_item(struct sink *sink, const struct agenda_item *item)
{
	char minutes[16];
	g_snprintf(minutes, sizeof minutes, "%d", item->minutes);
	const char *values[] = { item->number, item->title, item->section, minutes, item->case_number };
	put_row(sink, values, G_N_ELEMENTS(values));
}

static void put_agenda(struct sink *sink, const struct agenda_model *agenda)
{
	for (unsigned i = 0; agenda->items && i < agenda->items->len; i++)
		put_item(sink, agenda->items->pdata[i]);
}

/* The columns of what stands on the screen. */
static struct table_column *view_columns(const struct app *app, unsigned *n)
{
	const struct chart *chart = shown_chart(app);
	if (chart)
		return chart_columns(chart, n);
	if (!shown_agenda(app))
		return case_columns(n);
	*n = G_N_ELEMENTS(agenda_columns);
	return g_memdup2(agenda_columns, sizeof agenda_columns);
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
	else if (app->scene.screen == SCREEN_OVERVIEW && app->session.overview)
		put_open_cases(app, sink);
	return true;
}

const char *can_copy(const struct app *app)
{
	if (app->scene.screen == SCREEN_MEETING)
		return _("there is no list here; dais minutes and dais journal print the record");
	if (app->scene.screen == SCREEN_MEMBERS)
		return _("dais list seats prints the members as a table, CSV or JSON");
	if (app->scene.screen == SCREEN_RECOMMENDATIONS)
		return _("dais list recommendations prints the register as a table, CSV or JSON");
	if (app->scene.focus == PANE_AGENDA_DOCKET)
		return _("dais list docket prints what is due for the board as a table, CSV or JSON");
	if (shows_cases(app) && (!app->session.list || !app->session.list->matched))
		return _("no case is shown");
	if ((app->scene.screen == SCREEN_TRENDS && !app->session.chart) || (app->scene.screen == SCREEN_AGENDA && !(app->session.agenda && app->session.agenda->found)))
		return _("nothing is shown");
	return NULL;
}

static void copy_text(struct app *app, const char *text)
{
	if (app->terminal)
		terminal_copy(app->terminal, text);
}

void run_copy_view(struct app *app)
{
	unsigned n;
	g_autofree struct table_column *columns = view_columns(app, &n);
	struct sink sink = { .text = g_string_new(NULL) };
	GError *error = NULL;
	put_heading(&sink, columns, n);
	if (put_view(app, &sink, n, COPY_MOST, &error)) {
		copy_text(app, sink.text->str);
		app_say(app, sink.cut ? _("copied the first %" PRId64 " rows; e on the Cases screen exports all") :
			_("copied %" PRId64 " rows"), sink.rows);
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
	const struct agenda_model *agenda = app->scene.screen == SCREEN_AGENDA ? app->session.agenda : NULL;
	gint64 item = app->scene.items.position;
	if (agenda && agenda->items && item >= 0 && item < agenda->items->len) {
		put_item(sink, agenda->items->pdata[item]);
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

/* Always a new file, never through a link. */
static FILE *open_target(const char *path, GError **error)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd >= 0)
		return fdopen(fd, "w");
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("cannot write '%s': %s"), path, g_strerror(errno));
	return NULL;
}

/* In place of an old regular file, with its permissions; anything else that came there meanwhile stays. */
static bool put_in_place(const char *beside, const char *path, GError **error)
{
	struct stat info;
	if (lstat(path, &info) == 0 && S_ISREG(info.st_mode) && chmod(beside, info.st_mode & 0777) == 0 && rename(beside, path) == 0)
		return true;
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("'%s' could not be replaced and is as it was"), path);
	return false;
}

static enum table_format format_of(const char *path)
{
	const char *dot = strrchr(path, '.');
	if (dot && !g_ascii_strcasecmp(dot, ".csv"))
		return TABLE_CSV;
	return dot && !g_ascii_strcasecmp(dot, ".json") ? TABLE_JSON : TABLE_FORMATS;
}

static bool write_view(struct app *app, FILE *file, enum table_format format, struct sink *sink, GError **error)
{
	unsigned n;
	g_autofree struct table_column *columns = view_columns(app, &n);
	sink->table = table_new(file, format, columns, n, 0, false);
	bool good = put_view(app, sink, n, G_MAXINT64, error);
	errno = 0;
	table_end(sink->table);
	bool written = fflush(file) == 0 && !ferror(file) && fsync(fileno(file)) == 0;
	int reason = errno;
	fclose(file);
	if (!written && good)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("writing failed: %s"), g_strerror(reason ? reason : EIO));
	return good && written;
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
	/* The old file stays until the new one is whole. */
	g_autofree char *beside = overwrite ? g_strdup_printf("%s.%08x.part", path, g_random_int()) : g_strdup(path);
	FILE *file = open_target(beside, &error);
	struct sink sink = { 0 };
	if (!file) {
		app_fail(app, error);
		return;
	}
	if (write_view(app, file, format, &sink, &error) && (!overwrite || put_in_place(beside, path, &error))) {
		char number[28];
		app_say(app, sink.cut ? _("exported the first %s rows to %s; e on the Cases screen exports all") : _("exported %s rows to %s"),
			text_number(sink.rows, number), path);
		return;
	}
	unlink(beside);
	app_fail(app, error);
}
