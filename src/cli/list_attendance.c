/* The attendance sheet of a year: seats by meetings, and the absences against the body's rule. */
#include "cli/list.h"

#include "base/error.h"
#include "base/i18n.h"
#include "domain/attendance.h"
#include "model/recorded_meetings.h"

/* One body's recorded meetings up to the end of the year, and where the year begins among them. */
struct sheet { const char *body; GPtrArray *meetings; guint first; };

static int year_of(const struct meeting *meeting)
{
	int year;
	day_to_civil(instant_day(meeting->called, meeting->zone), &year, NULL, NULL);
	return year;
}

/* All recorded meetings, oldest first: struct meeting_model *; NULL with error, also where one of them cannot be read. */
static GPtrArray *load_recorded(struct lister *lister, GError **error)
{
	g_autoptr(GPtrArray) models = recorded_meetings_load(lister->store, lister->board, NULL, INSTANT_LEAST, error);
	for (guint i = 0; models && i < models->len; i++) {
		const struct meeting_model *model = models->pdata[i];
		if (model->broken) {
			g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s; no attendance is counted from it. See dais verify"), model->broken);
			return NULL;
		}
	}
	return g_steal_pointer(&models);
}

/* The meetings of one body, up to the end of the year. */
static struct sheet sheet_of(const GPtrArray *models, const char *body, int year)
{
	struct sheet sheet = { .body = body, .meetings = g_ptr_array_new() };
	for (guint i = 0; i < models->len; i++) {
		const struct meeting_model *model = models->pdata[i];
		int of = year_of(model->meeting);
		if (g_strcmp0(model->meeting->record.body, body) != 0 || of > year)
			continue;
		g_ptr_array_add(sheet.meetings, model->meeting);
		sheet.first += of < year;
	}
	return sheet;
}

static const struct list_column columns[] = {
	EXTRA("body", N_("BODY")), BRIEF("member", N_("MEMBER")), BRIEF("seat", N_("SEAT")), BRIEF("marks", N_("EACH")), EXTRA("days", N_("DAYS")),
	EXTRA_NUMBER("meetings", N_("MEETINGS")), BRIEF_NUMBER("present", N_("PRES")), BRIEF_NUMBER("late", N_("LATE")), EXTRA_NUMBER("remote", N_("REMOTE")),
	BRIEF_NUMBER("excused", N_("EXC")), BRIEF_NUMBER("absent", N_("ABS")), BRIEF_NUMBER("absent_in_a_row", N_("IN A ROW")),
	BRIEF_NUMBER("absent_within", N_("WITHIN")), BRIEF("over_the_rule", N_("RULE")), { .key = NULL },
};

static void add_numbers(char (*texts)[16], const int *numbers, guint n)
{
	for (guint i = 0; i < n; i++)
		g_snprintf(texts[i], sizeof texts[i], "%d", numbers[i]);
}

static bool print_row(struct lister *lister, const struct sheet *sheet, const char *days, const struct attendance_row *row)
{
	const int numbers[] = { row->meetings, row->present, row->late, row->remote, row->excused, row->absent, row->in_a_row, row->within };
	char n[G_N_ELEMENTS(numbers)][16];
	add_numbers(n, numbers, G_N_ELEMENTS(numbers));
	bool people = lister->format == TABLE_TEXT;
	const char *over = people ? row->over ? _("reached") : "" : row->over ? "yes" : "no";
	const char *const values[] = { sheet->body, row->name, row->seat, row->marks, days, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], over };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(columns) - 1);
	return list_row(lister, columns, values);
}

static void print_rule(const struct rules *rules)
{
	g_autofree char *row = rules->absences_in_a_row ? g_strdup_printf(ngettext("%d absence in a row", "%d absences in a row", rules->absences_in_a_row), rules->absences_in_a_row) : NULL;
	g_autofree char *within = rules->absences_within ? g_strdup_printf(_("%d within %d months"), rules->absences_within, rules->absences_months) : NULL;
	if (row || within)
		cli_print(_("Rule: %s%s%s; excused ones %s.\n"), row ? row : "", row && within ? _(", or ") : "", within ? within : "",
			rules->excused_counts ? _("count") : _("do not count"));
	else
		cli_print("%s\n", _("This body has no rule of absences."));
}

/* The days of the sheet's meetings, in the order of the letters. g_free. */
static char *sheet_days(const struct sheet *sheet, const char *between)
{
	GString *days = g_string_new(NULL);
	for (guint i = sheet->first; i < sheet->meetings->len; i++) {
		const struct meeting *meeting = sheet->meetings->pdata[i];
		char day[DAY_ISO_SIZE];
		g_string_append_printf(days, "%s%s", days->len ? between : "", day_iso(instant_day(meeting->called, meeting->zone), day));
	}
	return g_string_free(days, FALSE);
}

/* Whose sheet it is, what the letters mean, which meetings they are of, and the rule. */
static void print_legend(const struct sheet *sheet)
{
	const struct meeting *last = sheet->meetings->pdata[sheet->meetings->len - 1];
	g_autofree char *days = sheet_days(sheet, ", ");
	cli_print("%s: %s\n", last->body_name, days);
	cli_print("%s\n", _("P present, L late, E excused, A absent, . not on the roster or not recorded"));
	print_rule(&last->procedure->rules);
}

/* For people a table for each body, for programs one of all. */
static bool print_sheet(struct lister *lister, const struct sheet *sheet)
{
	const struct meeting *begin = sheet->meetings->pdata[sheet->first];
	g_autoptr(GPtrArray) rows = attendance_sum(sheet->meetings, instant_day(begin->called, begin->zone));
	g_autofree char *days = sheet_days(sheet, " ");
	bool good = true, people = lister->format == TABLE_TEXT;
	if (people)
		list_begin(lister, columns);
	for (guint i = 0; good && i < rows->len; i++)
		good = print_row(lister, sheet, days, rows->pdata[i]);
	if (people) {
		table_end(lister->table);
		lister->table = NULL;
		print_legend(sheet);
	}
	return good;
}

/* Ids of the bodies that have recorded meetings, borrowed. */
static GPtrArray *bodies_of(const GPtrArray *models)
{
	GPtrArray *bodies = g_ptr_array_new();
	for (guint i = 0; i < models->len; i++) {
		char *body = ((const struct meeting_model *) models->pdata[i])->meeting->record.body;
		if (body && !g_ptr_array_find_with_equal_func(bodies, body, g_str_equal, NULL))
			g_ptr_array_add(bodies, body);
	}
	return bodies;
}

bool list_attendance(struct lister *lister, GError **error)
{
	g_autoptr(GPtrArray) models = load_recorded(lister, error), bodies = models ? bodies_of(models) : NULL;
	if (!models)
		return false;
	int year = lister->year ? lister->year : models->len ? year_of(((struct meeting_model *) models->pdata[models->len - 1])->meeting) : 0;
	if (lister->format != TABLE_TEXT)
		list_begin(lister, columns);
	for (guint i = 0; i < bodies->len; i++) {
		struct sheet sheet = sheet_of(models, bodies->pdata[i], year);
		bool good = sheet.first == sheet.meetings->len || print_sheet(lister, &sheet);
		g_ptr_array_unref(sheet.meetings);
		if (!good)
			break;
	}
	return true;
}
