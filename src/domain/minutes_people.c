/* Attendance with times: who was there, from when until when, and how; the quorum. */
#include "domain/minutes_private.h"

static char *stay_words(const struct minutes *minutes, const struct member *member)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < member->stays->len && !minutes->meeting->imported; i++) {
		const struct stay *stay = &g_array_index(member->stays, struct stay, i);
		char from[8], until[8] = "";
		minutes_clock(minutes, stay->from, from);
		if (stay->until)
			minutes_clock(minutes, stay->until, until);
		g_string_append_printf(out, "%s%s-%s%s", i ? ", " : "", from, until, stay->remote ? _(" remotely") : "");
	}
	return g_string_free(out, FALSE);
}

bool minutes_attended(const struct member *member)
{
	return member->stays->len > 0;
}

/* The reason of an excuse is not for the public. */
static const char *attendance_words(const struct member *member)
{
	switch (attendance_of(member)) {
	case ATTENDANCE_PRESENT: return _("present");
	case ATTENDANCE_LATE: return _("present, late");
	case ATTENDANCE_EXCUSED: return _("excused");
	case ATTENDANCE_ABSENT: return _("absent");
	case ATTENDANCE_NONE: break;
	}
	return _("not recorded");
}

static void member_row(struct minutes *minutes, const struct member *member, bool provisions)
{
	g_autofree char *times = stay_words(minutes, member);
	paper_row(minutes->paper, FALSE, (const char *const[]) { member->name, member_seat_title(member, minutes->body, minutes->lang), attendance_words(member), times,
		provisions ? member->provision ? member->provision : "" : NULL, NULL });
}

/* Alternates who were not there are no absence. */
static bool is_shown(const struct member *member, enum member_group group)
{
	return member->name && member_group(member) == group && (group != GROUP_ALTERNATE || minutes_attended(member));
}

/* Did a member of the group take part from elsewhere? */
static bool has_provision(const struct meeting *meeting, enum member_group group)
{
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting_member(meeting, (int) i);
		if (is_shown(member, group) && member->provision && *member->provision)
			return true;
	}
	return false;
}

static void group_rows(struct minutes *minutes, enum member_group group)
{
	static const char *const before[MEMBER_GROUPS] = { [GROUP_ALTERNATE] = N_("Alternates who were there:"), [GROUP_ADVISORY] = N_("Advisory seats, which are not counted:") };
	bool headed = false, provisions = has_provision(minutes->meeting, group);
	for (guint i = 0; i < minutes->meeting->members->len; i++) {
		const struct member *member = meeting_member(minutes->meeting, (int) i);
		if (!is_shown(member, group))
			continue;
		if (!headed && before[group])
			paper_add(minutes->paper, BLOCK_TEXT, _(before[group]));
		if (!headed)
			paper_row(minutes->paper, TRUE, (const char *const[]) { _("Member"), _("Seat"), _("Attendance"), _("Times"), provisions ? _("Remote under") : NULL, NULL });
		headed = true;
		member_row(minutes, member, provisions);
	}
}

static void vacant(struct minutes *minutes)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint i = 0; i < minutes->meeting->members->len; i++) {
		const struct member *member = meeting_member(minutes->meeting, (int) i);
		if (!member->name && member_group(member) == GROUP_VOTING)
			g_string_append_printf(out, "%s%s", out->len ? "; " : "", member_seat_title(member, minutes->body, minutes->lang));
	}
	if (out->len)
		paper_fact(minutes->paper, _("Vacant"), out->str);
}

void minutes_attendance(struct minutes *minutes)
{
	paper_add(minutes->paper, BLOCK_HEADING, _("Attendance"));
	for (enum member_group group = GROUP_VOTING; group < MEMBER_GROUPS; group++)
		group_rows(minutes, group);
	vacant(minutes);
}

void minutes_roll(struct minutes *minutes, const struct meeting_event *event)
{
	struct quorum quorum = meeting_quorum(minutes->then);
	char clock[8];
	if (minutes->then->imported)
		return;
	minutes_clock(minutes, event->at, clock);
	minutes_say(minutes, quorum.there ? _("The roll was complete at %s: %d present who count, %d needed of %d seats; a quorum was present.")
		: _("The roll was complete at %s: %d present who count, %d needed of %d seats; there was no quorum."), clock, quorum.present, quorum.needed, quorum.seats);
	minutes->quorum = quorum.there;
}

void minutes_quorum(struct minutes *minutes, const struct meeting_event *event)
{
	const struct meeting *then = minutes->then;
	struct quorum quorum = meeting_quorum(then);
	char clock[8];
	if (!then->roll_completed || then->imported || then->phase == PHASE_ADJOURNED || quorum.there == minutes->quorum)
		return;
	minutes->quorum = quorum.there;
	minutes_clock(minutes, event->at, clock);
	g_autofree char *words = g_strdup_printf(quorum.there ? _("A quorum was present again at %s: %d, with %d needed.") : _("The quorum was lost at %s: %d present, %d needed."),
		clock, quorum.present, quorum.needed);
	paper_add(minutes->paper, BLOCK_MARK, words);
}
