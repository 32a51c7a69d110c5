#include "domain/attendance.h"

#include <string.h>

static void row_free(struct attendance_row *row)
{
	g_free(row->seat);
	g_free(row->name);
	g_free(row);
}

static struct attendance_row *row_of(GPtrArray *rows, const struct member *member)
{
	for (guint i = 0; i < rows->len; i++) {
		struct attendance_row *row = rows->pdata[i];
		if (!strcmp(row->seat, member->seat) && !strcmp(row->name, member->name))
			return row;
	}
	struct attendance_row *row = g_new0(struct attendance_row, 1);
	row->seat = g_strdup(member->seat);
	row->name = g_strdup(member->name);
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

/* Months on the calendar between two meetings. */
static int months_between(const struct meeting *earlier, const struct meeting *later)
{
	return month_of_day(instant_day(later->called, later->zone)) - month_of_day(instant_day(earlier->called, earlier->zone));
}

static void add(struct attendance_row *row, const struct member *member, const struct meeting *meeting, const struct meeting *last)
{
	const struct rules *rules = &last->procedure->rules;
	bool there = member->stays && member->stays->len, excused = !there && member->presence == PRESENCE_EXCUSED;
	bool counts = !there && (!excused || rules->excused_counts);
	row->meetings++;
	row->present += there && !member->late;
	row->late += there && member->late;
	row->remote += there && was_remote(member);
	row->excused += excused;
	row->absent += !there && !excused;
	row->in_a_row = counts ? row->in_a_row + 1 : there ? 0 : row->in_a_row;
	row->within += counts && rules->absences_months && months_between(meeting, last) < rules->absences_months;
}

GPtrArray *attendance_sum(const GPtrArray *meetings)
{
	GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify) row_free);
	const struct meeting *last = meetings->len ? meetings->pdata[meetings->len - 1] : NULL;
	for (guint i = 0; i < meetings->len; i++) {
		const struct meeting *meeting = meetings->pdata[i];
		for (guint m = 0; m < meeting->members->len; m++) {
			const struct member *member = meeting->members->pdata[m];
			if (member->name && member->alternate_for < 0)
				add(row_of(rows, member), member, meeting, last);
		}
	}
	for (guint i = 0; i < rows->len; i++) {
		struct attendance_row *row = rows->pdata[i];
		const struct rules *rules = &last->procedure->rules;
		row->over = (rules->absences_in_a_row && row->in_a_row >= rules->absences_in_a_row) || (rules->absences_within && row->within >= rules->absences_within);
	}
	return rows;
}
