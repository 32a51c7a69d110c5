/* Below the agenda where there is room: the motions on the open item, and the steps of the pending one. */
#include "view/meeting_view.h"

enum { MOTIONS = 6, STEPS = 5 };

static int motions_here(const struct meeting *meeting)
{
	int n = 0;
	for (guint i = 0; meeting->item && i < meeting->motions->len; i++)
		n += ((const struct motion *) meeting->motions->pdata[i])->item == meeting->item;
	return n;
}

int meeting_progress_rows(const struct pane *pane, const struct meeting *meeting)
{
	int n = motions_here(meeting);
	(void) pane;
	return n ? MIN(n, MOTIONS) + 1 + (meeting_floor(meeting) ? STEPS + 1 : 0) : 0;
}

static void motion_row(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = motion->vote ? meeting_vote(meeting, motion->vote) : NULL;
	bool pending = motion->state <= MOTION_VOTING;
	g_autofree char *name = motion_name(meeting, motion), *outcome = motion_outcome(meeting, motion, true);
	int width = MIN(canvas_width(pane->canvas, outcome), inside.w - 10);
	canvas_text(pane->canvas, inside, inside.x + 1, y, 4, pending ? ROLE_HEADING : ROLE_DIM, name);
	canvas_text(pane->canvas, inside, inside.x + 6, y, inside.w - 8 - width, pending ? ROLE_HEADING : ROLE_TEXT, labels_get(&motion->kind->label, pane->scene->lang));
	canvas_text_right(pane->canvas, inside, inside.x + inside.w - 1 - width, y, width, pending ? ROLE_HEADING : vote ? result_role(vote->result) : ROLE_DIM, outcome);
}

static int motions(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting)
{
	int skip = MAX(motions_here(meeting) - MOTIONS, 0);
	meeting_rule(pane, inside, y++, _("motions on this item"));
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *motion = meeting->motions->pdata[i];
		if (motion->item != meeting->item || skip-- > 0)
			continue;
		motion_row(pane, inside, y++, meeting, motion);
	}
	return y;
}

/* --- the steps of the pending motion --- */

static void step(const struct pane *pane, struct rect inside, int y, bool done, bool now, const char *what, const char *right)
{
	enum role role = now ? ROLE_HEADING : done ? ROLE_TEXT : ROLE_DIM;
	const char *mark = done ? canvas_glyph(pane->canvas, GLYPH_CHECK) : now ? canvas_glyph(pane->canvas, GLYPH_CURSOR) : "";
	canvas_text(pane->canvas, inside, inside.x + 1, y, 1, role, mark);
	int used = canvas_text(pane->canvas, inside, inside.x + 3, y, inside.w - 4, role, what);
	canvas_text_right(pane->canvas, inside, inside.x + 4 + used, y, inside.w - 5 - used, ROLE_DIM, right);
}

static void steps(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_open_vote(meeting);
	bool seconded = motion->seconder >= 0 || motion->state != MOTION_MADE, complete = vote && meeting_vote_complete(meeting), debate = motion->kind->debatable;
	char moved[8], opened[8];
	g_autofree char *name = motion_name(meeting, motion), *title = g_strdup_printf(_("steps of motion %s"), name);
	meeting_rule(pane, inside, y++, title);
	step(pane, inside, y++, true, false, C_("motion", "moved"), meeting_clock(pane, motion->moved, moved));
	step(pane, inside, y++, seconded, !seconded, _("seconded"), motion->seconder < 0 && seconded ? _("not needed") : NULL);
	step(pane, inside, y++, vote || !debate || motion->debate_closed, seconded && !vote && debate && !motion->debate_closed, _("debate"), debate ? NULL : _("not debatable"));
	step(pane, inside, y++, complete, vote && !complete, vote ? method_words(vote->method) : _("vote"), vote ? meeting_clock(pane, vote->opened, opened) : NULL);
	step(pane, inside, y, false, complete, _("declare the result"), NULL);
}

void meeting_progress_draw(const struct pane *pane, struct rect inside, const struct meeting *meeting)
{
	const struct motion *floor = meeting_floor(meeting);
	int y = motions(pane, inside, inside.y, meeting);
	if (floor)
		steps(pane, inside, y, meeting, floor);
}
