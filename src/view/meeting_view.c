#include "view/meeting_view.h"

const struct meeting *meeting_of(const struct pane *pane)
{
	const struct meeting_model *model = pane->scene->meeting;
	return model && model->id ? model->meeting : NULL;
}

const struct body *meeting_body(const struct pane *pane)
{
	const struct meeting_model *model = pane->scene->meeting;
	return model && model->record.body && pane->scene->board ? board_body(pane->scene->board, model->record.body) : NULL;
}

const char *meeting_clock(const struct pane *pane, instant_t when, char buf[8])
{
	const struct meeting *meeting = meeting_of(pane);
	const char *zone = meeting && meeting->zone ? meeting->zone : pane->scene->board ? pane->scene->board->zone : NULL;
	int minutes = instant_minutes(when, zone);
	g_snprintf(buf, 8, "%02d:%02d", minutes / 60, minutes % 60);
	return buf;
}

const char *meeting_seconds(int left, char buf[16])
{
	int magnitude = ABS(left);
	g_snprintf(buf, 16, "%s%d:%02d", left < 0 ? "+" : "", magnitude / 60, magnitude % 60);
	return buf;
}

const char *meeting_private(const struct pane *pane, int position)
{
	const GPtrArray *marks = pane->scene->meeting_place.marks;
	return marks && position >= 1 && position <= (int) marks->len ? marks->pdata[position - 1] : NULL;
}

bool meeting_disclosed(const struct pane *pane, int index)
{
	const struct meeting_model *model = pane->scene->meeting;
	int whose;
	for (unsigned n = 0; model->meeting->item && meeting_model_disclosure(model, model->meeting->item, n, &whose); n++)
		if (whose == index)
			return true;
	return false;
}

const char *meeting_item_title(const struct pane *pane, const struct meeting_item *item)
{
	return item->title ? body_title(meeting_body(pane), item->title, pane->scene->lang) : "";
}

char *meeting_label(const struct pane *pane, const struct meeting *meeting, int index, int room, bool grouped)
{
	const struct member *member = meeting_member(meeting, index);
	const char *name = member->name ? member->name : _("vacant");
	char *whole;
	if (!member->name && member->title)
		whole = g_strdup_printf(_("vacant (%s)"), member_seat_title(member, meeting_body(pane), pane->scene->lang));
	else if (index == meeting->presiding)
		whole = g_strdup_printf(_("%s (chair)"), name);
	else if (member->stands_in_for >= 0)
		whole = g_strdup_printf(_("%s (for %s)"), name, meeting_member_name(meeting, member->stands_in_for));
	else if (!grouped && member_group(member) != GROUP_VOTING)
		whole = g_strdup_printf(member_group(member) == GROUP_ALTERNATE ? _("%s (alternate)") : _("%s (advisory)"), name);
	else
		whole = g_strdup(name);
	if (canvas_width(pane->canvas, whole) <= room)
		return whole;
	g_free(whole);
	return g_strdup(name);
}

enum role choice_role(enum choice choice)
{
	switch (choice) {
	case CHOICE_AYE: return ROLE_ACCENT;
	case CHOICE_NAY: return ROLE_ALERT;
	case CHOICE_ABSTAIN: case CHOICE_PASS: return ROLE_WARN;
	default: return ROLE_DIM;
	}
}

enum role result_role(enum vote_result result)
{
	return result == RESULT_CARRIED ? ROLE_ACCENT : result == RESULT_NONE ? ROLE_TEXT : ROLE_ALERT;
}

char *motion_outcome(const struct meeting *meeting, const struct motion *motion, bool brief)
{
	const struct vote *vote = motion->vote ? meeting_vote(meeting, motion->vote) : NULL;
	const char *state = motion_state_words(motion->state);
	bool voted = motion->state == MOTION_CARRIED || motion->state == MOTION_FAILED || motion->state == MOTION_NO_ACTION;
	if (!voted || !vote)
		return g_strdup(state);
	if (vote_by_names(vote))
		return g_strdup_printf(brief ? "%s %d–%d" : _("%s %d to %d"), state, vote->tally.yes, vote->tally.no);
	if (brief)
		return g_strdup(state);
	return g_strdup_printf(_("%s by %s"), state, method_words(vote->method));
}

bool meeting_hides_closed(const struct pane *pane)
{
	return !pane->scene->confidential && meeting_of(pane)->phase != PHASE_CLOSED;
}

const char *motion_words(const struct pane *pane, const struct motion *motion)
{
	return *motion->text && !(motion->in_closed && meeting_hides_closed(pane)) ? motion->text : labels_get(&motion->kind->label, pane->scene->lang);
}

char *meeting_upper(const char *words)
{
	return g_utf8_strup(words, -1);
}

int meeting_lines(const char *text, int cells)
{
	g_autofree char *clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, MAX(cells, 1));
	return (int) g_strv_length(lines);
}

int meeting_text(const struct pane *pane, struct rect inside, int y, int rows, int top, enum role role, const char *text)
{
	g_autofree char *clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, MAX(inside.w, 1));
	int n = (int) g_strv_length(lines);
	rows = MIN(rows, inside.y + inside.h - y);
	top = CLAMP(top, 0, MAX(n - rows, 0));
	for (int i = top; i < n && i < top + rows; i++, y++) {
		bool cut = i + 1 == top + rows && i + 1 < n;
		g_autofree char *marked = cut ? g_strdup_printf("%s %s", lines[i], canvas_glyph(pane->canvas, GLYPH_ELLIPSIS)) : NULL;
		canvas_text(pane->canvas, inside, inside.x, y, inside.w, role, cut ? marked : lines[i]);
	}
	return y;
}

int meeting_fact(const struct pane *pane, struct rect inside, int y, int rows, const char *label, int width, const char *text)
{
	struct rect right = { inside.x + width, inside.y, inside.w - width, inside.h };
	if (y >= inside.y + inside.h || rows <= 0)
		return y;
	canvas_text(pane->canvas, inside, inside.x, y, width - 1, ROLE_DIM, label);
	return MAX(meeting_text(pane, right, y, rows, 0, ROLE_TEXT, text), y + 1);
}

void meeting_rule(const struct pane *pane, struct rect inside, int y, const char *words)
{
	const char *line = canvas_glyph(pane->canvas, GLYPH_HLINE);
	struct rect row = rect_intersect(inside, (struct rect) { inside.x, y, inside.w, 1 });
	canvas_fill(pane->canvas, row, ROLE_BORDER, line);
	if (!words)
		return;
	g_autofree char *spaced = g_strdup_printf(" %s ", words);
	canvas_text(pane->canvas, row, row.x + 1, y, row.w - 2, ROLE_DIM, spaced);
}

void meeting_bar(const struct pane *pane, struct rect inside, int x, int y, int cells, enum role role, bool hollow)
{
	struct rect bar = rect_intersect(inside, (struct rect) { x, y, MAX(cells, 0), 1 });
	canvas_fill(pane->canvas, bar, role_solid(role), pane->canvas->ascii ? (hollow ? "." : "#") : hollow ? "░" : "█");
}
