/* Who has the floor, for how long, and who waits. */
#include "view/big_text.h"
#include "view/meeting_view.h"

static const char *name_of(const struct meeting *meeting, const struct speaker *speaker)
{
	if (speaker->name)
		return speaker->name;
	return speaker->member >= 0 ? meeting_member_name(meeting, speaker->member) : _("(no name given)");
}

static const char *state_words(const struct speaker *speaker, int left, int warning)
{
	if (speaker->state == SPEAKER_PAUSED)
		return _("STOPPED");
	if (left == G_MAXINT)
		return _("NO LIMIT");
	return left < 0 ? _("OVER") : left == 0 ? _("TIME") : left <= warning ? _("ENDING") : _("RUNNING");
}

static void queue(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting)
{
	for (guint i = 0; i < meeting->speakers->len && y < inside.y + inside.h; i++) {
		const struct speaker *speaker = meeting->speakers->pdata[i];
		if (speaker->state != SPEAKER_WAITING)
			continue;
		g_autofree char *line = pane_joined(pane, (const char *const[]) { name_of(meeting, speaker), speaker->interpreter ? _("interpreter") : NULL, speaker->topic }, 3);
		canvas_printf(pane->canvas, inside, inside.x, y, 3, ROLE_DIM, "%2d", speaker->number);
		canvas_text(pane->canvas, inside, inside.x + 4, y++, inside.w - 4, ROLE_TEXT, line);
	}
}

static enum role clock_role(int left, int warning)
{
	return left < 0 ? ROLE_ALERT : left <= warning ? ROLE_WARN : ROLE_ACCENT;
}

static int time_bar(const struct pane *pane, struct rect inside, int y, const struct speaker *speaker, int left, enum role role)
{
	int cells = speaker->seconds ? (int) ((gint64) CLAMP(left, 0, speaker->seconds) * inside.w / speaker->seconds) : 0;
	meeting_bar(pane, inside, inside.x, y, inside.w, ROLE_DIM, true);
	meeting_bar(pane, inside, inside.x, y, cells, role, false);
	return y + 1;
}

/* State and time in a line, in large digits where they fit, and as a bar that empties. */
static int clock_rows(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct speaker *speaker)
{
	int left = speaker_left(speaker, pane->scene->now), warning = meeting->procedure->rules.speaker_warning, bottom = inside.y + inside.h;
	enum role role = left == G_MAXINT ? ROLE_ACCENT : clock_role(left, warning);
	const char *words = state_words(speaker, left, warning);
	char time[16], whole[16];
	if (left == G_MAXINT)
		return meeting_text(pane, inside, y, 1, 0, role, words);
	meeting_seconds(left, time);
	g_autofree char *line = g_strdup_printf(_("%s  %s of %s"), words, time, meeting_seconds(speaker->seconds, whole));
	canvas_text(pane->canvas, inside, inside.x, y++, inside.w, role, line);
	if (bottom - y >= BIG_ROWS + 1 && big_text_width(time) <= inside.w) {
		bool gap = bottom - y >= BIG_ROWS + 3;
		y += gap;
		big_text(pane->canvas, inside, inside.x + (inside.w - big_text_width(time)) / 2, y, role, time);
		y += BIG_ROWS + gap;
	}
	return y < bottom ? time_bar(pane, inside, y, speaker, left, role) : y;
}

void meeting_speaker_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct speaker *speaker = meeting && meeting->phase != PHASE_NONE ? meeting_speaking(meeting) : NULL;
	bool over = meeting && meeting->phase == PHASE_ADJOURNED;
	int n = meeting && !over ? meeting_speakers_waiting(meeting) : 0;
	g_autofree char *count = n ? g_strdup_printf(ngettext("%d waits", "%d wait", n), n) : NULL;
	struct rect inside = pane_box(pane, _("Speakers"), count);
	int margin = inside.w > 20;
	inside.x += margin, inside.w -= 2 * margin;
	if (!meeting || meeting->phase == PHASE_NONE)
		return;
	int y = inside.y;
	if (speaker) {
		g_autofree char *line = pane_joined(pane, (const char *const[]) { name_of(meeting, speaker), speaker->interpreter ? _("interpreter") : NULL, speaker->topic }, 3);
		canvas_text(pane->canvas, inside, inside.x, y++, inside.w, ROLE_HEADING, line);
		y = clock_rows(pane, inside, y, meeting, speaker);
	}
	if (over)
		return;
	queue(pane, inside, y, meeting);
	if (!speaker && !n)
		pane_empty(pane, inside, _("Nobody waits to speak."), NULL);
}
