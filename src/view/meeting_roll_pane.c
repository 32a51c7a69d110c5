/* The roster: attendance, and while a vote is taken the roll call, a column for each answer. */
#include "view/meeting_view.h"

enum { COLUMN = 7, NARROW_COLUMN = 6, COLUMNS = 4 };
static const enum choice column_choice[COLUMNS] = { CHOICE_AYE, CHOICE_NAY, CHOICE_ABSTAIN, CHOICE_RECUSE };
static const char *const column_words[COLUMNS] = { N_("AYE"), N_("NAY"), N_("ABST"), N_("REC") };

int meeting_roll_pane_rows(const struct pane *pane)
{
	return MAX(pane_inside(pane).h - 1, 0);
}

static char *title_of(const struct pane *pane, const struct meeting *meeting, const struct vote *vote)
{
	struct quorum quorum = meeting_quorum(meeting);
	if (vote && vote->open && vote->method != METHOD_VOICE && vote->method != METHOD_CONSENT) {
		int all = 0;
		for (guint i = 0; i < vote->ballots->len; i++)
			all += g_array_index(vote->ballots, struct ballot, i).counts && !g_array_index(vote->ballots, struct ballot, i).away;
		g_autofree char *count = g_strdup_printf(_("%d of %d recorded"), all - vote->tally.open, all);
		return pane_joined(pane, (const char *const[]) { _("Roll call"), count }, 2);
	}
	if (vote && vote->open)
		return pane_joined(pane, (const char *const[]) { _("Roll"), method_words(vote->method) }, 2);
	g_autofree char *there = g_strdup_printf(quorum.there ? _("%d present, quorum %d") : _("%d present, NO QUORUM (%d needed)"), quorum.present, quorum.needed);
	return pane_joined(pane, (const char *const[]) { _("Roll"), meeting->phase == PHASE_NONE ? NULL : there }, 2);
}

static char *name_of(const struct meeting *meeting, const struct member *member, int index)
{
	const char *name = member->name ? member->name : _("vacant");
	if (index == meeting->presiding)
		return g_strdup_printf(_("%s (presiding)"), name);
	if (member->stands_in_for >= 0)
		return g_strdup_printf(_("%s (for %s)"), name, meeting_member_name(meeting, member->stands_in_for));
	if (member->alternate_for >= 0)
		return g_strdup_printf(_("%s (alternate)"), name);
	return member->flags & SEAT_VOTING ? g_strdup(name) : g_strdup_printf(_("%s (advisory)"), name);
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
		return g_strdup(recusal->left ? _("recused, out of the room") : _("recused"));
	if (member->presence == PRESENCE_LEFT && stay)
		return g_strdup_printf(_("left %s"), meeting_clock(pane, stay->until, clock));
	if (member_is_here(member) && member->late && stay)
		return g_strdup_printf(_("%s since %s"), presence_words(member->presence), meeting_clock(pane, stay->from, clock));
	return g_strdup(presence_words(member->presence));
}

static enum role presence_role(const struct member *member)
{
	return member_is_here(member) ? ROLE_TEXT : member->presence == PRESENCE_UNKNOWN ? ROLE_WARN : ROLE_DIM;
}

static void attendance_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, int index)
{
	const struct member *member = meeting_member(meeting, index);
	g_autofree char *name = name_of(meeting, member, index), *words = attendance_words(pane, meeting, member, index);
	int width = MIN(canvas_width(pane->canvas, words), inside.w / 2);
	canvas_text_right(pane->canvas, inside, inside.x + inside.w - 1 - width, y, width, presence_role(member), words);
	canvas_text(pane->canvas, inside, inside.x + 2, y, inside.w - width - 5, member->name ? ROLE_TEXT : ROLE_DIM, name);
}

/* --- roll call --- */

static int column_width(struct rect inside)
{
	return inside.w >= 46 ? COLUMN : NARROW_COLUMN;
}

static const char *odd_words(const struct ballot *ballot)
{
	if (ballot->choice == CHOICE_ABSENT)
		return ballot->away ? _("not here") : _("out of the room");
	return ballot->choice == CHOICE_PASS ? _("passed, asked again") : choice_words(ballot->choice);
}

static void ballot_cells(const struct pane *pane, struct rect inside, int y, const struct ballot *ballot)
{
	int width = column_width(inside), x = inside.x + inside.w - COLUMNS * width;
	bool odd = ballot->choice == CHOICE_ABSENT || ballot->choice == CHOICE_PASS || ballot->choice == CHOICE_SILENT;
	if (odd) {
		canvas_text(pane->canvas, inside, x, y, COLUMNS * width, choice_role(ballot->choice), odd_words(ballot));
		return;
	}
	for (int i = 0; i < COLUMNS; i++, x += width) {
		bool chosen = ballot->choice == column_choice[i];
		if (chosen) {
			canvas_text(pane->canvas, inside, x, y, 1, choice_role(ballot->choice), canvas_glyph(pane->canvas, GLYPH_MARK));
			canvas_text(pane->canvas, inside, x + 1, y, width - 1, choice_role(ballot->choice), _(column_words[i]));
		} else {
			canvas_text(pane->canvas, inside, x + 1, y, 1, ROLE_DIM, canvas_glyph(pane->canvas, GLYPH_DOT));
		}
		pane_hit(pane, (struct rect) { x, y, width, 1 }, HIT_POINT, (gint64) ballot->member << 8 | column_choice[i]);
	}
}

static void vote_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct vote *vote, int index)
{
	const struct ballot *ballot = vote_ballot(vote, index);
	g_autofree char *name = name_of(meeting, meeting_member(meeting, index), index);
	int room = inside.w - COLUMNS * column_width(inside) - 3;
	canvas_text(pane->canvas, inside, inside.x + 2, y, room, ballot && ballot->counts ? ROLE_TEXT : ROLE_DIM, name);
	if (ballot)
		ballot_cells(pane, inside, y, ballot);
	else
		canvas_text(pane->canvas, inside, inside.x + inside.w - COLUMNS * column_width(inside), y, COLUMNS * column_width(inside), ROLE_DIM, _("not on this roll"));
}

static void heading(const struct pane *pane, struct rect inside, const struct vote *vote)
{
	int width = column_width(inside), x = inside.x + inside.w - COLUMNS * width + 1;
	canvas_text(pane->canvas, inside, inside.x + 2, inside.y, inside.w, ROLE_HEADING, _("MEMBER"));
	for (int i = 0; vote && i < COLUMNS; i++, x += width)
		canvas_text(pane->canvas, inside, x, inside.y, width - 1, ROLE_HEADING, _(column_words[i]));
}

static bool by_names(const struct vote *vote)
{
	return vote && (vote->method == METHOD_ROLL || vote->method == METHOD_HANDS);
}

void meeting_roll_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct list_place *place = &pane->scene->meeting_place.members;
	if (!meeting || meeting->phase == PHASE_NONE) {
		pane_empty(pane, pane_box(pane, _("Roll"), NULL), _("The roster is frozen when the meeting is called to order."), NULL);
		return;
	}
	const struct vote *shown = meeting_shown_vote(meeting), *vote = by_names(shown) ? shown : NULL;
	g_autofree char *title = title_of(pane, meeting, shown), *range = NULL;
	int rows = meeting_roll_pane_rows(pane), n = (int) meeting->members->len;
	if (n > rows)
		range = pane_range(pane, place->top, MIN(rows, n - place->top), n);
	struct rect inside = pane_box(pane, title, range);
	heading(pane, inside, vote);
	for (int i = 0; i < rows && place->top + i < n; i++) {
		int y = inside.y + 1 + i, index = (int) place->top + i;
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, index);
		if (vote)
			vote_row(pane, inside, y, meeting, vote, index);
		else
			attendance_row(pane, inside, y, meeting, index);
		if (index == place->position)
			pane_current(pane, inside, y);
	}
}
