/* The roster: attendance, and while a vote is taken the roll call, a column for each answer. */
#include "view/meeting_view.h"

enum { WIDEST = 76 /* beyond it the eye loses the row */ };

int meeting_roll_pane_rows(const struct pane *pane)
{
	return MAX(pane_inside(pane).h - 1, 0);
}

static char *title_of(const struct pane *pane, const struct meeting *meeting, const struct vote *vote)
{
	struct quorum quorum = meeting_quorum(meeting);
	if (vote && vote->open && vote_by_names(vote)) {
		int all = vote_to_answer(vote);
		g_autofree char *count = g_strdup_printf(_("%d of %d recorded"), all - vote->tally.open, all);
		return pane_joined(pane, (const char *const[]) { vote->method == METHOD_HANDS ? _("Show of hands") : _("Roll call"), count }, 2);
	}
	if (vote && vote->open)
		return pane_joined(pane, (const char *const[]) { _("Roll"), method_words(vote->method) }, 2);
	g_autofree char *there = g_strdup_printf(quorum.there ? _("%d present, quorum %d") : _("%d present, NO QUORUM (%d needed)"), quorum.present, quorum.needed);
	g_autofree char *name = vote && vote_by_names(vote) ? motion_name(meeting, meeting_motion(meeting, vote->motion)) : NULL;
	g_autofree char *shown = name ? g_strdup_printf(_("Votes on motion %s"), name) : g_strdup(_("Roll"));
	return pane_joined(pane, (const char *const[]) { shown, there }, 2);
}

/* --- members, in groups where there is room for their headings --- */

/* Headings above the first `until` members. */
static int headings(const struct meeting *meeting, int until)
{
	int n = 0;
	for (int i = 1; i < until && i < (int) meeting->members->len; i++)
		n += member_group(meeting_member(meeting, i)) != member_group(meeting_member(meeting, i - 1));
	return n;
}

static bool is_grouped(const struct meeting *meeting, int rows)
{
	int n = (int) meeting->members->len;
	return n + headings(meeting, n) <= rows;
}

static void group_rule(const struct pane *pane, struct rect inside, int y, enum member_group group)
{
	meeting_rule(pane, inside, y, group == GROUP_ADVISORY ? _("advisory: asked, not counted") : group == GROUP_ALTERNATE ? _("alternates") : NULL);
}

/* --- attendance --- */

static char *attendance_words(const struct pane *pane, const struct meeting *meeting, const struct member *member, int index)
{
	const struct recusal *recusal = meeting->item ? meeting_recusal(meeting, index, meeting->item) : NULL;
	const struct stay *stay = member->stays && member->stays->len ? &g_array_index(member->stays, struct stay, member->stays->len - 1) : NULL;
	char clock[8];
	if (!member->name)
		return g_strdup("");
	if (recusal)
		return g_strdup(recusal->left ? _("recused, outside") : _("recused"));
	if (member->presence == PRESENCE_LEFT && stay)
		return g_strdup_printf(_("left %s"), meeting_clock(pane, stay->until, clock));
	if (meeting_disclosed(pane, index) && member_is_here(member))
		return g_strdup_printf(_("%s, disclosed"), presence_words(member->presence));
	if (member_is_here(member) && member_votes(member) && meeting_gated(meeting, index, meeting->item))
		return g_strdup_printf(_("%s, no training"), presence_words(member->presence));
	if (member_is_here(member) && member->late && stay)
		return g_strdup_printf(_("%s since %s"), presence_words(member->presence), meeting_clock(pane, stay->from, clock));
	return g_strdup(presence_words(member->presence));
}

static enum role presence_role(const struct member *member)
{
	return member_is_here(member) ? ROLE_TEXT : member->presence == PRESENCE_UNKNOWN ? ROLE_WARN : ROLE_DIM;
}

static void attendance_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, int index, bool grouped)
{
	const struct member *member = meeting_member(meeting, index);
	g_autofree char *words = attendance_words(pane, meeting, member, index);
	int width = MIN(canvas_width(pane->canvas, words), inside.w / 2), room = inside.w - width - 6;
	g_autofree char *name = meeting_label(pane, meeting, index, room, grouped);
	bool outside = meeting->item && meeting_recusal(meeting, index, meeting->item), here = member_is_here(member) && !outside;
	const char *mark = here ? canvas_glyph(pane->canvas, GLYPH_MARK) : outside ? canvas_glyph(pane->canvas, GLYPH_POINT_FILLING)
		: member->name && member->presence == PRESENCE_UNKNOWN ? "?" : "";
	canvas_text(pane->canvas, inside, inside.x + 2, y, room, member->name && member->presence <= PRESENCE_REMOTE ? ROLE_TEXT : ROLE_DIM, name);
	canvas_text(pane->canvas, inside, inside.x + inside.w - width - 3, y, 1, here ? ROLE_ACCENT : ROLE_WARN, mark);
	canvas_text_right(pane->canvas, inside, inside.x + inside.w - 1 - width, y, width, presence_role(member), words);
}

/* --- before the call to order: whom the board file expects --- */

static const char *seat_words(const struct seat *seat)
{
	if (!seat->holder)
		return _("vacant");
	if (seat->alternate_for)
		return _("alternate");
	return seat->flags & SEAT_CHAIR ? _("chair") : seat->flags & SEAT_VOTING ? _("votes") : _("advisory");
}

static void expected_row(const struct pane *pane, struct rect inside, int y, const struct seat *seat)
{
	const char *title = labels_get(&seat->title, pane->scene->lang), *words = seat_words(seat);
	int width = canvas_width(pane->canvas, words);
	canvas_text_right(pane->canvas, inside, inside.x + inside.w - 1 - width, y, width, ROLE_DIM, words);
	canvas_text(pane->canvas, inside, inside.x + 2, y, inside.w - width - 4, seat->holder ? ROLE_TEXT : ROLE_DIM, seat->holder ? seat->holder : title);
}

static void expected(const struct pane *pane)
{
	const struct body *body = meeting_body(pane);
	int rows = meeting_roll_pane_rows(pane), n = body ? (int) body->seats->len : 0;
	g_autofree char *range = n > rows ? pane_range(pane, 0, rows, n) : NULL;
	struct rect inside = pane_box(pane, _("Roll: who is expected"), range);
	if (!n) {
		pane_empty(pane, inside, pane->scene->meeting && pane->scene->meeting->id ? _("The board file names no seats for this body.") : _("No meeting, no roll."), NULL);
		return;
	}
	canvas_text(pane->canvas, inside, inside.x + 2, inside.y, inside.w, ROLE_HEADING, _("MEMBER"));
	for (int i = 0; i < MIN(n, rows); i++)
		expected_row(pane, inside, inside.y + 1 + i, body->seats->pdata[i]);
}

static int roll_rows(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct vote *vote)
{
	const struct list_place *place = &pane->scene->meeting_place.members;
	int rows = meeting_roll_pane_rows(pane), n = (int) meeting->members->len, y = inside.y + 1;
	bool grouped = is_grouped(meeting, rows);
	struct rect cells = { inside.x, inside.y, MIN(inside.w, WIDEST), inside.h };
	for (int index = grouped ? 0 : (int) CLAMP(place->top, 0, MAX(n - 1, 0)); index < n && y < inside.y + inside.h; index++, y++) {
		if (grouped && headings(meeting, index + 1) > headings(meeting, index))
			group_rule(pane, inside, y++, member_group(meeting_member(meeting, index)));
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, index);
		if (vote)
			meeting_ballot_row(pane, cells, y, meeting, vote, index, grouped);
		else
			attendance_row(pane, cells, y, meeting, index, grouped);
		if (index == place->position)
			pane_current(pane, inside, y);
	}
	return y;
}

/* What the projector does with the votes that come in; NULL where there are none. */
static const char *what_room_sees(const struct pane *pane, const struct meeting *meeting, const struct vote *vote)
{
	if (!vote || !vote->open || pane->bare)
		return NULL;
	return meeting_votes_live(meeting, pane->scene->meeting_place.reveal) ? _("projector: votes as they come (v)") : _("projector: when all are in (v)");
}

void meeting_roll_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	if (!meeting || meeting->phase == PHASE_NONE) {
		expected(pane);
		return;
	}
	const struct vote *shown = meeting_shown_vote(meeting), *vote = shown && vote_by_names(shown) ? shown : NULL;
	int rows = meeting_roll_pane_rows(pane), n = (int) meeting->members->len;
	gint64 top = pane->scene->meeting_place.members.top;
	g_autofree char *title = title_of(pane, meeting, shown), *range = n > rows ? pane_range(pane, top, MIN(rows, n - top), n) : NULL;
	g_autofree char *foot = pane_joined(pane, (const char *const[]) { what_room_sees(pane, meeting, vote), range }, 2);
	struct rect inside = pane_box(pane, title, *foot ? foot : NULL);
	meeting_ballot_heading(pane, (struct rect) { inside.x, inside.y, MIN(inside.w, WIDEST), inside.h }, vote);
	int y = roll_rows(pane, inside, meeting, vote);
	if (vote && vote->open && pane->scene->meeting_place.roll_mode)
		meeting_ballot_foot(pane, inside, y, meeting);
}
