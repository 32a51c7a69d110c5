/* Meetings for `dais list` and `dais calendar`: when, where they stand, and by when they must be posted. */
#include "cli/list.h"

#include "base/i18n.h"

static const struct list_column columns[] = {
	BRIEF_NUMBER("meeting", N_("NO")), BRIEF("starts", N_("BEGINS")), BRIEF("body", N_("BODY")), BRIEF("kind", N_("KIND")),
	BRIEF("status", N_("STATUS")), BRIEF("post_by", N_("POST BY")), BRIEF("notice", N_("NOTICE")), EXTRA_NUMBER("minutes_left", N_("MINUTES LEFT")),
	EXTRA("posted", N_("POSTED")), EXTRA("posted_by", N_("POSTED BY")), EXTRA("place", N_("PLACE")), EXTRA("title", N_("TITLE")),
	EXTRA("series", N_("SERIES")), EXTRA("why", N_("WHY")), { .key = NULL },
};

/* For people in words, for programs as "2024-12-16T18:00"; NULL for no moment; g_free. */
static char *moment(const struct lister *lister, instant_t when)
{
	const char *zone = lister->board->zone;
	char day[DAY_ISO_SIZE];
	if (!when)
		return NULL;
	if (lister->format == TABLE_TEXT)
		return instant_words(when, zone);
	int minutes = instant_minutes(when, zone);
	return g_strdup_printf("%sT%02d:%02d", day_iso(instant_day(when, zone), day), minutes / 60, minutes % 60);
}

/* What the notice asks now: for people the time that is left, for programs a word; g_free. */
static char *notice_of(const struct lister *lister, const struct calendar_row *row)
{
	static const char *const words[] = { [NOTICE_NONE] = NULL, [NOTICE_AHEAD] = "ahead", [NOTICE_PRESSING] = "pressing", [NOTICE_LATE] = "late" };
	if (lister->format != TABLE_TEXT)
		return g_strdup(words[row->notice]);
	if (row->notice == NOTICE_NONE)
		return g_strdup(row->detail.posted && row->detail.posted > row->by && row->by ? _("posted too late") : "");
	g_autofree char *span = span_words(ABS(row->by - lister->now) / 60);
	return row->notice == NOTICE_LATE ? g_strdup_printf(_("%s too late"), span) : g_strdup_printf(_("%s left"), span);
}

static bool print_meeting(struct lister *lister, const struct calendar_row *row)
{
	const struct meeting_record *meeting = &row->meeting;
	const struct body *body = board_body(lister->board, meeting->body);
	bool people = lister->format == TABLE_TEXT;
	char number[24], left[24];
	g_snprintf(number, sizeof number, "%" G_GINT64_FORMAT, meeting->id);
	g_snprintf(left, sizeof left, "%" G_GINT64_FORMAT, (row->by - lister->now) / 60);
	g_autofree char *notice = notice_of(lister, row), *starts = moment(lister, meeting->starts), *by = moment(lister, row->by);
	g_autofree char *posted = moment(lister, row->detail.posted);
	const char *const values[] = { meeting->id ? number : NULL, starts,
		people && body ? labels_get(&body->short_name, lister->lang) : meeting->body, people ? meeting_kind_label(meeting->kind) : meeting->kind,
		!meeting->status ? people ? _("not laid out") : "not_laid_out" : people ? meeting_status_label(meeting->status) : meeting->status,
		by, notice, row->notice ? left : NULL, posted, row->detail.posted_by,
		meeting->place, meeting->title, row->detail.series, row->detail.why };
	G_STATIC_ASSERT(G_N_ELEMENTS(values) == G_N_ELEMENTS(columns) - 1);
	return list_row(lister, columns, values);
}

void list_calendar(struct lister *lister, const GPtrArray *rows)
{
	list_begin(lister, columns);
	for (guint i = 0; i < rows->len; i++)
		if (!print_meeting(lister, rows->pdata[i]))
			break;
}

bool list_meetings(struct lister *lister, GError **error)
{
	g_autoptr(GPtrArray) rows = calendar_model_load(lister->store, lister->board, NULL, DAY_UNKNOWN, DAY_UNKNOWN, lister->now, error);
	if (rows)
		list_calendar(lister, rows);
	return rows != NULL;
}
