/* The roll call: a row a member, a column an answer, and the keys below it. */
#include "view/meeting_view.h"

enum { COLUMNS = 4, COMPACT = 34 /* below it only the answer given is shown */, NUMBER = 3 };
static const struct { enum choice choice; const char *word, *asked; } columns[COLUMNS] = {
	{ CHOICE_AYE, N_("AYE"), NC_("column", "aye") }, { CHOICE_NAY, N_("NAY"), NC_("column", "nay") }, { CHOICE_ABSTAIN, N_("ABST"), N_("abst") },
	{ CHOICE_RECUSE, N_("REC"), N_("rec") },
};

/* Cells of one column: its word, its mark and a gap that grows with the pane. */
static int column_width(const struct pane *pane, struct rect inside, int column)
{
	return MAX(canvas_width(pane->canvas, _(columns[column].word)), 3) + 2 + CLAMP((inside.w - 48) / 6, 0, 4);
}

static int columns_width(const struct pane *pane, struct rect inside)
{
	int width = inside.w < COMPACT ? MIN(8, inside.w / 2) : 0;
	for (int i = 0; i < COLUMNS && inside.w >= COMPACT; i++)
		width += column_width(pane, inside, i);
	return width;
}

static const char *odd_words(const struct meeting *meeting, const struct ballot *ballot)
{
	bool excused = meeting_member(meeting, ballot->member)->presence == PRESENCE_EXCUSED;
	if (ballot->choice == CHOICE_ABSENT)
		return !ballot->away ? _("out of the room") : excused ? presence_words(PRESENCE_EXCUSED) : _("absent");
	return ballot->choice == CHOICE_PASS && meeting_open_vote(meeting) ? _("passed, asked again") : choice_words(ballot->choice);
}

static int column_of(enum choice choice)
{
	for (int i = 0; i < COLUMNS; i++)
		if (columns[i].choice == choice)
			return i;
	return -1;
}

/* A filled mark and the word; hollow where the answer is not counted. */
static void chosen(const struct pane *pane, struct rect inside, int x, int y, int width, const struct ballot *ballot, const char *word)
{
	enum role role = ballot->counts ? choice_role(ballot->choice) : ROLE_DIM;
	canvas_text(pane->canvas, inside, x, y, 1, role, canvas_glyph(pane->canvas, ballot->counts ? GLYPH_MARK : GLYPH_POINT_FILLING));
	canvas_text(pane->canvas, inside, x + 1, y, width - 1, role, word);
}

static void compact_cell(const struct pane *pane, struct rect inside, int x, int y, int width, const struct meeting *meeting, const struct ballot *ballot, bool asked)
{
	int column = column_of(ballot->choice);
	if (column >= 0)
		chosen(pane, inside, x, y, width, ballot, _(columns[column].word));
	else
		canvas_text(pane->canvas, inside, x, y, width, choice_role(ballot->choice), asked ? "?" : ballot->choice == CHOICE_NONE ? canvas_glyph(pane->canvas, GLYPH_DOT)
			: odd_words(meeting, ballot));
}

static void ballot_cells(const struct pane *pane, struct rect inside, int x, int y, const struct meeting *meeting, const struct ballot *ballot, bool asked)
{
	int column = column_of(ballot->choice);
	if (column < 0 && ballot->choice != CHOICE_NONE) {
		canvas_text(pane->canvas, inside, x + 1, y, columns_width(pane, inside) - 1, choice_role(ballot->choice), odd_words(meeting, ballot));
		return;
	}
	for (int i = 0; i < COLUMNS; i++) {
		int width = column_width(pane, inside, i);
		if (i == column)
			chosen(pane, inside, x, y, width, ballot, _(columns[i].word));
		else
			canvas_text(pane->canvas, inside, x + 1, y, width - 1, ROLE_DIM, asked ? i18n_word(columns[i].asked) : canvas_glyph(pane->canvas, GLYPH_DOT));
		pane_hit(pane, (struct rect) { x, y, width, 1 }, HIT_POINT, (gint64) ballot->member << 8 | columns[i].choice);
		x += width;
	}
}

/* The place on the roll, from 1. */
static int place_of(const struct vote *vote, const struct ballot *ballot)
{
	return (int) (ballot - &g_array_index(vote->ballots, struct ballot, 0)) + 1;
}

void meeting_ballot_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct vote *vote, int index, bool grouped)
{
	const struct ballot *ballot = vote_ballot(vote, index);
	int width = columns_width(pane, inside), x = inside.x + inside.w - width, numbers = inside.w >= COMPACT ? NUMBER : 0, room = inside.w - width - 3 - numbers;
	bool asked = vote->open && meeting_next_voter(meeting) == index;
	g_autofree char *name = meeting_label(pane, meeting, index, room, grouped);
	if (ballot && numbers)
		canvas_printf(pane->canvas, inside, inside.x + 1, y, numbers, ROLE_DIM, "%2d", place_of(vote, ballot));
	canvas_text(pane->canvas, inside, inside.x + 1 + numbers + !numbers, y, room, ballot && ballot->counts ? ROLE_TEXT : ROLE_DIM, name);
	if (ballot && meeting_disclosed(pane, index))
		canvas_text(pane->canvas, inside, x - 1, y, 1, ROLE_WARN, canvas_glyph(pane->canvas, GLYPH_POINT_SIGNAL));
	if (ballot && inside.w >= COMPACT)
		ballot_cells(pane, inside, x, y, meeting, ballot, asked);
	else if (ballot)
		compact_cell(pane, inside, x, y, width, meeting, ballot, asked);
	else if (meeting_member(meeting, index)->name)
		canvas_text(pane->canvas, inside, x + 1, y, width - 1, ROLE_DIM, _("not seated"));
}

void meeting_ballot_heading(const struct pane *pane, struct rect inside, const struct vote *vote)
{
	int x = inside.x + inside.w - columns_width(pane, inside) + 1;
	canvas_text(pane->canvas, inside, inside.x + (vote && inside.w >= COMPACT ? 1 + NUMBER : 2), inside.y, inside.w, ROLE_HEADING, _("MEMBER"));
	for (int i = 0; vote && inside.w >= COMPACT && i < COLUMNS; x += column_width(pane, inside, i++))
		canvas_text(pane->canvas, inside, x, inside.y, column_width(pane, inside, i) - 1, ROLE_HEADING, _(columns[i].word));
}

/* Below the roll, where there is room: the keys. */
void meeting_ballot_foot(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting)
{
	int next = meeting_next_voter(meeting), bottom = inside.y + inside.h;
	struct rect text = { inside.x + 2, inside.y, inside.w - 3, inside.h };
	if (bottom - y < 3 || inside.w < 44)
		return;
	y = bottom - 3;
	if (next >= 0)
		canvas_printf(pane->canvas, text, text.x, y++, text.w, ROLE_HEADING, _("%s is asked"), meeting_member_name(meeting, next));
	else
		canvas_text(pane->canvas, text, text.x, y++, text.w, ROLE_HEADING, _("Everybody has answered: D declares the result"));
	canvas_text(pane->canvas, text, text.x, y++, text.w, ROLE_TEXT, _("a aye  n nay  b abstain  r recuse  x absent  p pass"));
	canvas_text(pane->canvas, text, text.x, y, text.w, ROLE_DIM, _("Backspace takes back  up/down choose  Esc pauses"));
}
