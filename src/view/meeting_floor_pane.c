/* What is on the floor: the item, the motion that is pending, what it needs, and those it stands upon. */
#include "view/meeting_view.h"

enum { LABEL = 9, FACTS = 16 };

/* What is said below the words of a motion; the last one stays where there is little room. */
struct fact { char *label, *text; };
struct facts { struct fact v[FACTS]; int n; };

static void facts_add(struct facts *facts, char *label, char *text)
{
	if (facts->n < FACTS) {
		facts->v[facts->n++] = (struct fact) { label, text };
		return;
	}
	g_free(label);
	g_free(text);
}

static void facts_clear(struct facts *facts)
{
	for (int i = 0; i < facts->n; i++) {
		g_free(facts->v[i].label);
		g_free(facts->v[i].text);
	}
}

/* --- the pending motion --- */

static char *stage_of(const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_open_vote(meeting);
	if (vote && vote->motion == motion->number)
		return meeting_upper(method_words(vote->method));
	if (motion->state == MOTION_MADE)
		return meeting_upper(motion_state_words(motion->state));
	return meeting_upper(motion_debatable(meeting, motion) ? _("debate") : motion->debate_closed ? _("debate closed") : motion_state_words(motion->state));
}

/* Who moved and seconded it, in as many words as there is room for; g_free. */
static char *movers_of(const struct pane *pane, const struct meeting *meeting, const struct motion *motion, int room)
{
	const char *mover = meeting_member_name(meeting, motion->mover), *second = meeting_member_name(meeting, motion->seconder);
	bool plain = motion->kind->class == MOTION_CLASS_MAIN && motion->kind->effect == EFFECT_NONE;
	const char *kind = plain ? "" : labels_get(&motion->kind->label, pane->scene->lang);
	g_autofree char *by = *mover ? g_strdup_printf(_("moved by %s"), mover) : g_strdup(""), *and = *second ? g_strdup_printf(_("seconded by %s"), second) : g_strdup("");
	g_autofree char *first = *mover && *second ? g_strdup_printf("%s, %s", by, and) : g_strdup(*mover ? by : and);
	char *whole = pane_joined(pane, (const char *const[]) { kind, first }, 2);
	if (canvas_width(pane->canvas, whole) <= room)
		return whole;
	g_free(whole);
	g_autofree char *brief = *second ? g_strdup_printf(_("%s, second %s"), mover, second) : g_strdup(mover);
	whole = pane_joined(pane, (const char *const[]) { kind, brief }, 2);
	if (canvas_width(pane->canvas, whole) <= room)
		return whole;
	g_free(whole);
	return pane_joined(pane, (const char *const[]) { kind, mover }, 2);
}

/* "MOTION 4  moved by Okafor, seconded by Tran            ROLL CALL": the stage is never pushed out. */
static void motion_head(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct motion *motion)
{
	g_autofree char *name = motion_name(meeting, motion), *first = g_strdup_printf(_("MOTION %s"), name), *stage = stage_of(meeting, motion);
	int width = canvas_width(pane->canvas, stage), x = inside.x + canvas_text(pane->canvas, inside, inside.x, inside.y, inside.w, ROLE_HEADING, first) + 2;
	if (width + 1 > inside.w - (x - inside.x))
		width = 0;
	int room = inside.x + inside.w - x - width - 1;
	g_autofree char *movers = movers_of(pane, meeting, motion, room);
	canvas_text(pane->canvas, inside, x, inside.y, room, ROLE_TEXT, movers);
	canvas_text_right(pane->canvas, inside, inside.x + inside.w - width, inside.y, width, motion->state == MOTION_MADE ? ROLE_WARN : ROLE_ACCENT, stage);
}

static char *needs_words(const struct pane *pane, const struct meeting *meeting, const struct motion *motion)
{
	const struct vote *vote = meeting_open_vote(meeting);
	const struct threshold *threshold = vote ? vote->threshold : motion->kind->threshold;
	if (!threshold)
		return g_strdup(_("a ruling of the chair"));
	struct tally tally = vote ? vote->tally : meeting_expected_tally(meeting, motion);
	char *words = threshold_words(threshold, &tally, &meeting->procedure->rules, pane->scene->lang);
	if (!threshold->source)
		return words;
	g_autofree char *owned = words;
	return g_strdup_printf("%s (%s)", owned, threshold->source);
}

static bool was_amended(const struct meeting *meeting, const struct motion *motion)
{
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *other = meeting->motions->pdata[i];
		if (other->target == motion->number && other->kind->effect == EFFECT_AMEND && other->state == MOTION_CARRIED)
			return true;
	}
	return false;
}

static void facts_of_amendments(const struct pane *pane, struct facts *facts, const struct meeting *meeting, const struct motion *motion)
{
	for (guint i = 0; i < meeting->motions->len; i++) {
		const struct motion *other = meeting->motions->pdata[i];
		const struct vote *vote = other->vote ? meeting_vote(meeting, other->vote) : NULL;
		char clock[8];
		if (other->target != motion->number || other->kind->effect != EFFECT_AMEND || other->state != MOTION_CARRIED || !vote)
			continue;
		g_autofree char *name = motion_name(meeting, other), *outcome = motion_outcome(meeting, other, false);
		facts_add(facts, g_strdup(_("Amended")), g_strdup_printf(_("%s by motion %s, %s: %s"), meeting_clock(pane, vote->declared, clock), name, outcome,
			motion_words(pane, other)));
	}
}

/* What matters least comes first. */
static void facts_of(const struct pane *pane, struct facts *facts, const struct meeting *meeting, const struct motion *motion)
{
	bool hidden = motion->in_closed && meeting_hides_closed(pane), changed = !hidden && g_strcmp0(motion->text, motion->original) != 0;
	if (changed && (pane->single || !was_amended(meeting, motion)))      /* an amendment says itself what it changed */
		facts_add(facts, g_strdup(_("As moved")), g_strdup(motion->original));
	for (guint i = meeting->pending->len - 1; i-- > 0;) {
		const struct motion *below = meeting_motion(meeting, g_array_index(meeting->pending, int, i));
		g_autofree char *name = motion_name(meeting, below);
		facts_add(facts, g_strdup_printf(_("On %s"), name), g_strdup(motion_words(pane, below)));
	}
	facts_of_amendments(pane, facts, meeting, motion);
	if (motion->wording && !hidden)
		facts_add(facts, g_strdup(_("Then")), g_strdup(motion->wording));
	facts_add(facts, g_strdup(_("Needs")), needs_words(pane, meeting, motion));
}

/* Where things stand in the room there is: words first, then the facts, cut to one line each and left out from the first on. */
struct floor_rows { int text, fact, first, gap; };
static struct floor_rows share_rows(const struct facts *facts, int lines, int room, int width)
{
	int all = 0, most = MIN(lines, 3);
	for (int i = 0; i < facts->n; i++)
		all += meeting_lines(facts->v[i].text, width - LABEL);
	if (lines + all + 2 <= room)
		return (struct floor_rows) { lines, G_MAXINT, 0, 1 };
	if (lines + all <= room)
		return (struct floor_rows) { lines, G_MAXINT, 0, 0 };
	int first = CLAMP(facts->n + most - room, 0, MAX(facts->n - 1, 0));
	return (struct floor_rows) { MAX(room - (facts->n - first), 0), 1, first, 0 };
}

/* What this user noted about the open item has the last row, where there is room. */
static const char *private_note(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const char *note = meeting ? meeting_private(pane, meeting->item) : NULL;
	return note && *note && pane_inside(pane).h >= 4 ? note : NULL;
}

static struct rect floor_inside(const struct pane *pane)
{
	struct rect inside = pane_inside(pane);
	int margin = inside.w > 20;
	return (struct rect) { inside.x + margin, inside.y, inside.w - 2 * margin, inside.h - (private_note(pane) != NULL) };
}

static void private_row(const struct pane *pane, struct rect inside)
{
	struct rect row = { inside.x, inside.y + inside.h, inside.w, 1 };
	int used = canvas_text(pane->canvas, row, row.x, row.y, row.w, ROLE_DIM, _("Your note:"));
	canvas_text(pane->canvas, row, row.x + used + 1, row.y, row.w - used - 1, ROLE_ACCENT, private_note(pane));
}

static struct floor_rows motion_rows(const struct pane *pane, const struct meeting *meeting, const struct motion *motion, int *lines)
{
	struct rect inside = floor_inside(pane);
	struct facts facts = { .n = 0 };
	facts_of(pane, &facts, meeting, motion);
	*lines = *motion->text ? meeting_lines(motion_words(pane, motion), inside.w) : 0;
	struct floor_rows rows = share_rows(&facts, *lines, inside.h - 1, inside.w);
	facts_clear(&facts);
	return rows;
}

/* The first line shown of the words. */
static int top_of(const struct pane *pane, const struct motion *motion)
{
	const struct meeting_place *place = &pane->scene->meeting_place;
	return place->floor_motion == motion->number ? place->floor_top : 0;
}

static void motion_on_floor(const struct pane *pane, struct rect inside, const struct meeting *meeting, const struct motion *motion)
{
	struct facts facts = { .n = 0 };
	facts_of(pane, &facts, meeting, motion);
	int lines = *motion->text ? meeting_lines(motion_words(pane, motion), inside.w) : 0;
	struct floor_rows rows = share_rows(&facts, lines, inside.h - 1, inside.w);
	motion_head(pane, inside, meeting, motion);
	int y = inside.y + 1 + rows.gap;
	if (lines)
		y = meeting_text(pane, inside, y, rows.text, top_of(pane, motion), ROLE_TEXT, motion_words(pane, motion)) + rows.gap;
	for (int i = rows.first; i < facts.n; i++)
		y = meeting_fact(pane, inside, y, MIN(rows.fact, inside.h), facts.v[i].label, LABEL, facts.v[i].text);
	facts_clear(&facts);
}

static char *title_of(const struct pane *pane, const struct meeting *meeting)
{
	const struct meeting_item *item = meeting->phase == PHASE_NONE ? NULL : meeting_item(meeting, meeting->item);
	const char *phase = meeting->phase == PHASE_RECESS ? _("RECESS") : meeting->phase == PHASE_CLOSED ? _("CLOSED SESSION") : NULL;
	if (!item)
		return pane_joined(pane, (const char *const[]) { phase, _("Meeting") }, 2);
	g_autofree char *number = g_strdup_printf(_("Item %s (%d of %u)"), item->number ? item->number : "", item->position, meeting->items->len);
	const char *parts[] = { phase, number, meeting_item_title(pane, item), item->unposted ? item->continued ? _("continued") : _("not posted") : item->consent && !item->pulled ? _("consent") : NULL };
	return pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]) { 3 }, 1);
}

static const struct motion *floor_motion(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	return meeting && (meeting->phase == PHASE_OPEN || meeting->phase == PHASE_CLOSED) ? meeting_floor(meeting) : NULL;
}

int meeting_floor_pane_rows(const struct pane *pane)
{
	const struct motion *motion = floor_motion(pane);
	int lines;
	return motion ? motion_rows(pane, meeting_of(pane), motion, &lines).text : 0;
}

int meeting_floor_pane_lines(const struct pane *pane)
{
	const struct motion *motion = floor_motion(pane);
	int lines = 0;
	if (motion)
		motion_rows(pane, meeting_of(pane), motion, &lines);
	return lines;
}

void meeting_floor_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct motion *motion = floor_motion(pane);
	if (!meeting) {
		pane_empty(pane, pane_box(pane, _("Meeting"), NULL), _("This database has no meetings."), _("dais import brings published votes; dais demo FILE invents a board."));
		return;
	}
	int rows = motion ? meeting_floor_pane_rows(pane) : 0, hidden = motion ? meeting_floor_pane_lines(pane) - rows : 0;
	hidden -= motion ? CLAMP(top_of(pane, motion), 0, MAX(hidden, 0)) : 0;
	g_autofree char *more = hidden <= 0 ? NULL : g_strdup_printf(pane->single ? ngettext("%d more line", "%d more lines", hidden)
		: ngettext("%d more line: z", "%d more lines: z", hidden), hidden);
	g_autofree char *title = title_of(pane, meeting), *foot = pane_joined(pane, (const char *const[]) { more, pane->scene->meeting_place.role_words }, 2);
	pane_box(pane, title, *foot ? foot : NULL);
	struct rect inside = floor_inside(pane);
	if (pane->scene->meeting->broken)
		meeting_text(pane, inside, inside.y, inside.h, 0, ROLE_ERROR, pane->scene->meeting->broken);
	else if (motion)
		motion_on_floor(pane, inside, meeting, motion);
	else
		meeting_idle_draw(pane, inside, meeting);
	if (private_note(pane))
		private_row(pane, inside);
}
