#include "domain/attendance.h"

#include <string.h>

static void row_free(struct attendance_row *row)
{
	g_free(row->seat);
	g_free(row->name);
	g_free(row->marks);
	g_free(row);
}

enum attendance attendance_of(const struct member *member)
{
	if (member->stays->len)
		return member->late ? ATTENDANCE_LATE : ATTENDANCE_PRESENT;
	return member->presence == PRESENCE_EXCUSED ? ATTENDANCE_EXCUSED : member->presence == PRESENCE_ABSENT ? ATTENDANCE_ABSENT : ATTENDANCE_NONE;
}

const char *attendance_name(enum attendance attendance)
{
	switch (attendance) {
	case ATTENDANCE_PRESENT: return "present";
	case ATTENDANCE_LATE: return "late";
	case ATTENDANCE_EXCUSED: return "excused";
	case ATTENDANCE_ABSENT: return "absent";
	case ATTENDANCE_NONE: break;
	}
	return NULL;
}

static struct attendance_row *row_of(GPtrArray *rows, const struct member *member, guint sheet)
{
	for (guint i = 0; i < rows->len; i++) {
		struct attendance_row *row = rows->pdata[i];
		if (!strcmp(row->seat, member->seat) && !strcmp(row->name, member->name))
			return row;
	}
	struct attendance_row *row = g_new0(struct attendance_row, 1);
	row->seat = g_strdup(member->seat);
	row->name = g_strdup(member->name);
	row->marks = g_strnfill(sheet, ATTENDANCE_NONE);
	g_ptr_array_add(rows, row);
	return row;
}

static bool was_remote(const struct member *member)
{
	for (guint i = 0; i < member->stays->len; i++)
		if (g_array_index(member->stays, struct stay, i).remote)
			return true;
	return false;
}

static day_t day_of(const struct meeting *meeting)
{
	return instant_day(meeting->called, meeting->zone);
}

/* Less than so many months before the last meeting, to the day of the month. */
static bool is_within(const struct meeting *meeting, const struct meeting *last, int months)
{
	int day, last_day, apart = month_of_day(day_of(last)) - month_of_day(day_of(meeting));
	day_to_civil(day_of(meeting), NULL, NULL, &day);
	day_to_civil(day_of(last), NULL, NULL, &last_day);
	return apart < months || (apart == months && day > last_day);
}

static void count(struct attendance_row *row, const struct member *member, guint place)
{
	enum attendance how = attendance_of(member);
	row->marks[place] = (char) how;
	row->meetings += how != ATTENDANCE_NONE;
	row->present += how == ATTENDANCE_PRESENT;
	row->late += how == ATTENDANCE_LATE;
	row->excused += how == ATTENDANCE_EXCUSED;
	row->absent += how == ATTENDANCE_ABSENT;
	row->remote += was_remote(member);
}

/* An excused absence that does not count neither adds to a run of absences nor ends it. */
static void apply_rule(struct attendance_row *row, const struct member *member, const struct meeting *meeting, const struct meeting *last)
{
	const struct rules *rules = &last->procedure->rules;
	enum attendance how = attendance_of(member);
	bool counts = how == ATTENDANCE_ABSENT || (how == ATTENDANCE_EXCUSED && rules->excused_counts);
	bool there = how == ATTENDANCE_PRESENT || how == ATTENDANCE_LATE;
	row->in_a_row = counts ? row->in_a_row + 1 : there ? 0 : row->in_a_row;
	row->within += counts && rules->absences_months && is_within(meeting, last, rules->absences_months);
	row->over = (rules->absences_in_a_row && row->in_a_row >= rules->absences_in_a_row) || (rules->absences_within && row->within >= rules->absences_within);
}

static bool is_expected(const struct member *member)
{
	return member->name && member->alternate_for < 0;
}

static guint sheet_begins(const GPtrArray *meetings, day_t from)
{
	guint first = 0;
	while (from != DAY_UNKNOWN && first < meetings->len && day_of(meetings->pdata[first]) < from)
		first++;
	return first;
}

static void make_rows(GPtrArray *rows, const GPtrArray *meetings, guint first)
{
	for (guint i = meetings->len; i-- > first;) {
		const struct meeting *meeting = meetings->pdata[i];
		for (guint m = 0; m < meeting->members->len; m++)
			if (is_expected(meeting->members->pdata[m]))
				row_of(rows, meeting->members->pdata[m], meetings->len - first);
	}
}

GPtrArray *attendance_sum(const GPtrArray *meetings, day_t from)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify) row_free);
	guint first = sheet_begins(meetings, from), known;
	make_rows(rows, meetings, first);
	known = rows->len;
	for (guint i = 0; i < meetings->len; i++) {
		const struct meeting *meeting = meetings->pdata[i];
		for (guint m = 0; m < meeting->members->len; m++) {
			const struct member *member = meeting->members->pdata[m];
			if (!is_expected(member))
				continue;
			struct attendance_row *row = row_of(rows, member, meetings->len - first);
			apply_rule(row, member, meeting, meetings->pdata[meetings->len - 1]);
			if (i >= first)
				count(row, member, i - first);
		}
	}
	g_ptr_array_set_size(rows, (gint) known);      /* who served before the sheet only is not on it */
	return rows;
}
