/* Attendance with times: who was there, from when until when, and how. */
#include "domain/minutes_private.h"

static char *stay_words(const struct minutes *minutes, const struct member *member)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; member->stays && i < member->stays->len; i++) {
		const struct stay *stay = &g_array_index(member->stays, struct stay, i);
		char from[8], until[8] = "";
		minutes_clock(minutes, stay->from, from);
		if (stay->until)
			minutes_clock(minutes, stay->until, until);
		g_string_append_printf(out, "%s%s-%s%s", i ? ", " : "", from, until, stay->remote ? _(" remotely") : "");
	}
	return g_string_free(out, FALSE);
}

static const char *attendance_words(const struct member *member)
{
	if (member->stays && member->stays->len)
		return member->late ? _("present, late") : _("present");
	return member->presence == PRESENCE_EXCUSED ? _("excused") : _("absent");
}

static void member_row(struct minutes *minutes, const struct member *member)
{
	g_autofree char *times = stay_words(minutes, member);
	g_autofree char *place = member->flags & SEAT_CHAIR ? g_strdup_printf(_("%s, chair"), member->title ? member->title : "")
		: member->flags & SEAT_VOTING ? g_strdup(member->title ? member->title : "") : g_strdup_printf(_("%s (advisory, not counted)"), member->title ? member->title : "");
	paper_row(minutes->paper, FALSE, (const char *const[]) { member->name, place, attendance_words(member), times, member->provision ? member->provision : "", NULL });
}

void minutes_attendance(struct minutes *minutes)
{
	const struct meeting *meeting = minutes->meeting;
	struct quorum quorum = meeting_quorum(meeting);
	paper_add(minutes->paper, BLOCK_HEADING, _("Attendance"));
	paper_row(minutes->paper, TRUE, (const char *const[]) { _("Member"), _("Seat"), _("Attendance"), _("Times"), _("Remote under"), NULL });
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		bool idle_alternate = member->alternate_for >= 0 && !(member->stays && member->stays->len);
		if (member->name && !idle_alternate)
			member_row(minutes, member);
	}
	g_autofree char *words = g_strdup_printf(_("%d of %d seats held, %d seats in all; a quorum is %d"), quorum.in_office, quorum.seats, quorum.seats, quorum.needed);
	paper_fact(minutes->paper, _("Quorum"), words);
	if (*meeting_member_name(meeting, meeting->presiding))
		paper_fact(minutes->paper, _("Presiding"), meeting_member_name(meeting, meeting->presiding));
}
