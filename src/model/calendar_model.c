#include "model/calendar_model.h"
#include "domain/calendar.h"
#include "store/meeting_store.h"

static void row_free(void *data)
{
	struct calendar_row *row = data;
	meeting_record_clear(&row->meeting);
	meeting_detail_clear(&row->detail);
	g_free(row);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	const struct calendar_row *one = *(struct calendar_row *const *) a, *two = *(struct calendar_row *const *) b;
	if (one->meeting.starts != two->meeting.starts)
		return one->meeting.starts < two->meeting.starts ? -1 : 1;
	return (one->meeting.id > two->meeting.id) - (one->meeting.id < two->meeting.id);
}

static void fill_notice(struct calendar_row *row, const struct board *board, instant_t now)
{
	const struct meeting_record *meeting = &row->meeting;
	const struct notice_rule *rule = board_notice(board, board_body(board, meeting->body), meeting->kind);
	notice_due(board, rule, meeting->starts, &row->by);
	if (!meeting->status || !g_strcmp0(meeting->status, "planned"))
		row->notice = notice_state(board, rule, meeting->starts, now);
}

static void take_detail(struct meeting_detail *to, const struct meeting_detail *from)
{
	*to = (struct meeting_detail) { .meeting = from->meeting, .posted = from->posted, .posted_by = g_strdup(from->posted_by),
		.series = g_strdup(from->series), .why = g_strdup(from->why) };
}

/* Its strings pass from the record to the row. */
static struct calendar_row *row_of(struct meeting_record *meeting, GHashTable *details)
{
	struct calendar_row *row = g_new0(struct calendar_row, 1);
	const struct meeting_detail *detail = g_hash_table_lookup(details, &meeting->id);
	row->meeting = *meeting;
	*meeting = (struct meeting_record) { 0 };
	if (detail)
		take_detail(&row->detail, detail);
	return row;
}

static struct calendar_row *row_of_series(const struct calendar_day *day)
{
	struct calendar_row *row = g_new0(struct calendar_row, 1);
	row->meeting = (struct meeting_record) { .body = g_strdup(day->body->id), .kind = g_strdup(meeting_kinds[day->series->kind]),
		.starts = day->starts, .place = g_strdup(day->series->place) };
	row->detail.series = series_key(day->series, day->rule);
	return row;
}

static bool is_within(const struct meeting_record *meeting, const struct board *board, const char *body, day_t from, day_t until)
{
	day_t day = instant_day(meeting->starts, board->zone);
	return (!body || !g_strcmp0(meeting->body, body)) && (from == DAY_UNKNOWN || day >= from) && (until == DAY_UNKNOWN || day <= until);
}

GPtrArray *calendar_model_load(struct store *store, const struct board *board, const char *body, day_t from, day_t until, instant_t now,
	GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(store, error);
	g_autoptr(GHashTable) details = meetings ? meeting_store_details(store, error) : NULL;
	/* Held, so that GLib reads it once and not for every date. */
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(board->zone);
	if (!details)
		return NULL;
	GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
	g_autoptr(GArray) missing = until == DAY_UNKNOWN ? NULL : calendar_missing(board, meetings, details, now, until);
	for (guint i = 0; i < meetings->len; i++)
		if (is_within(meetings->pdata[i], board, body, from, until))
			g_ptr_array_add(rows, row_of(meetings->pdata[i], details));
	for (guint i = 0; missing && i < missing->len; i++) {
		struct calendar_row *row = row_of_series(&g_array_index(missing, struct calendar_day, i));
		if (is_within(&row->meeting, board, body, from, until))
			g_ptr_array_add(rows, row);
		else
			row_free(row);
	}
	for (guint i = 0; i < rows->len; i++)
		fill_notice(rows->pdata[i], board, now);
	g_ptr_array_sort(rows, by_start);
	return rows;
}
