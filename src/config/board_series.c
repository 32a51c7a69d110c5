/* The series of meetings of a body in a board file. */
#include <string.h>

#include "base/i18n.h"
#include "config/board_read.h"
#include "domain/calendar.h"

static void read_on(struct reader *reader, config_setting_t *setting, void *object)
{
	const char *on = reader_text(reader, setting, "on");
	g_autofree char *wrong = on != NULL ? series_read_on(object, on) : NULL;
	if (wrong != NULL)
		reader_fault(reader, setting, _("'%s' is no series of days: %s"), on, wrong);
}

static void read_at(struct reader *reader, config_setting_t *setting, void *object)
{
	struct meeting_series *series = object;
	const char *at = reader_text(reader, setting, "at");
	g_autofree char *whole = g_strconcat("1970-01-01T", at, NULL);
	instant_t seconds = 0;
	if (at == NULL)
		return;
	if (strlen(at) != strlen("18:00") || !instant_parse(whole, "UTC", &seconds))
		reader_fault(reader, setting, _("'%s' is no time of day; write for example \"18:00\""), at);
	series->minutes = (int) (seconds / 60);
}

static void read_months(struct reader *reader, config_setting_t *setting, void *object)
{
	struct meeting_series *series = object;
	int n = reader_is_list(setting) ? config_setting_length(setting) : 0;
	for (int i = 0; i < n; i++) {
		const config_setting_t *item = config_setting_get_elem(setting, (unsigned) i);
		int month = config_setting_type(item) == CONFIG_TYPE_INT ? config_setting_get_int(item) : 0;
		if (month >= 1 && month <= 12)
			series->months |= 1u << (month - 1);
		else
			n = 0;
	}
	if (n == 0)
		reader_fault(reader, setting, _("'months' must be a list of numbers from 1 to 12, such as [ 1, 4, 7, 10 ]"));
}

/* Each day is checked once the series is known: see check_except. */
static void read_except(struct reader *reader, config_setting_t *setting, void *object)
{
	struct meeting_series *series = object;
	if (!reader_is_list(setting)) {
		reader_fault(reader, setting, _("'%s' must be a list of dates, such as [ \"2024-12-25\" ]"), "except");
		return;
	}
	for (int i = 0; i < config_setting_length(setting); i++) {
		day_t day = reader_day(reader, config_setting_get_elem(setting, (unsigned) i));
		g_array_append_val(series->except, day);
	}
}

static const struct key series_rows[] = {
	{ "id", KEY_ID, .at = offsetof(struct meeting_series, id), .required = true },
	{ "kind", KEY_WORD, .at = offsetof(struct meeting_series, kind), .words = meeting_kinds },
	{ "on", KEY_OTHER, .required = true, .each = read_on },
	{ "months", KEY_OTHER, .each = read_months },
	{ "at", KEY_OTHER, .required = true, .each = read_at },
	{ "place", KEY_TEXT, .at = offsetof(struct meeting_series, place) },
	{ "from", KEY_DATE, .at = offsetof(struct meeting_series, from) },
	{ "until", KEY_DATE, .at = offsetof(struct meeting_series, until) },
	{ "holiday", KEY_WORD, .at = offsetof(struct meeting_series, holiday), .words = series_holidays },
	{ "except", KEY_OTHER, .each = read_except },
	{ .name = NULL },
};
const struct key_group series_keys = { N_("this series"), series_rows };

static void check_span(struct reader *reader, const config_setting_t *setting, const struct meeting_series *series)
{
	char day[DAY_ISO_SIZE];
	if (series->from != DAY_UNKNOWN && series->until != DAY_UNKNOWN && series->until < series->from)
		reader_fault(reader, setting, _("this series ends before it begins; 'from' is its first day and 'until' its last"));
	if (!(series->weeks & WEEK_OTHER))
		return;
	if (series->from == DAY_UNKNOWN)
		reader_fault(reader, setting, _("every other week is counted from a first meeting; give its day with 'from'"));
	else if (day_weekday(series->from) != series->weekday)
		reader_fault(reader, config_setting_get_member(setting, "from"),
			_("every other week is counted from 'from', but %s is another day of the week"), day_iso(series->from, day));
}

/* A day that is none of the series would silently do nothing. */
static void check_except(struct reader *reader, const config_setting_t *setting, const struct meeting_series *series)
{
	const config_setting_t *except = config_setting_get_member(setting, "except");
	char day[DAY_ISO_SIZE];
	for (guint i = 0; i < series->except->len; i++) {
		day_t one = g_array_index(series->except, day_t, i);
		if (!series_falls_on(series, one))
			reader_fault(reader, config_setting_get_elem(except, i), _("%s is no day of this series (%s); take it out or correct it"),
				day_iso(one, day), config_setting_get_string(config_setting_get_member(setting, "on")));
	}
}

void board_read_series(struct reader *reader, config_setting_t *setting, void *object)
{
	struct body *body = object;
	struct meeting_series *series = meeting_series_new();
	guint before = reader->faults->len;
	reader_group(reader, setting, &series_keys, series);
	if (reader->faults->len == before) {
		check_span(reader, setting, series);
		check_except(reader, setting, series);
	}
	for (guint i = 0; series->id != NULL && i < body->series->len; i++)
		if (g_strcmp0(((const struct meeting_series *) body->series->pdata[i])->id, series->id) == 0)
			reader_fault(reader, setting, _("series '%s' is given twice; give one of them another id"), series->id);
	if (series->id == NULL)
		series->id = g_strdup("");
	g_ptr_array_add(body->series, series);
}
