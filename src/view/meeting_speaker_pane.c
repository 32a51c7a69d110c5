/* Who has the floor, for how long, and who waits. */
#include "view/big_text.h"
#include "view/meeting_view.h"

static const char *name_of(const struct meeting *meeting, const struct speaker *speaker)
{
	if (speaker->name)
		return speaker->name;
	return speaker->member >= 0 ? meeting_member_name(meeting, speaker->member) : _("a speaker who gave no name");
}

static const char *state_words(const struct speaker *speaker, int left, int warning)
{
	if (speaker->state == SPEAKER_PAUSED)
		return _("STOPPED");
	if (left == G_MAXINT)
		return _("NO LIMIT");
	return left < 0 ? _("OVER") : left == 0 ? _("TIME") : left <= warning ? _("ENDING") : _("RUNNING");
}

static int waiting(const struct meeting *meeting)
{
	int n = 0;
	for (guint i = 0; i < meeting->speakers->len; i++)
		n += ((const struct speaker *) meeting->speakers->pdata[i])->state == SPEAKER_WAITING;
	return n;
}

static void queue(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting)
{
	for (guint i = 0; i < meeting->speakers->len && y < inside.y + inside.h; i++) {
		const struct speaker *speaker = meeting->speakers->pdata[i];
		if (speaker->state != SPEAKER_WAITING)
			continue;
		g_autofree char *line = g_strdup_printf("%d  %s%s%s", speaker->number, name_of(meeting, speaker), speaker->interpreter ? _(", interpreter") : "", "");
		canvas_text(pane->canvas, inside, inside.x, y++, inside.w, ROLE_TEXT, line);
	}
}

static int clock_rows(const struct pane *pane, struct rect inside, int y, const struct meeting *meeting, const struct speaker *speaker)
{
	int left = speaker_left(speaker, pane->scene->now), warning = meeting->procedure->rules.speaker_warning;
	enum role role = left < 0 ? ROLE_ALERT : left <= warning ? ROLE_WARN : ROLE_ACCENT;
	const char *words = state_words(speaker, left, warning);
	char time[16], whole[16];
	if (left == G_MAXINT)
		return pane_wrapped(pane, inside, y, ROLE_TEXT, words);
	meeting_seconds(left, time);
	g_autofree char *line = g_strdup_printf(_("%s  %s of %s"), words, time, meeting_seconds(speaker->seconds, whole));
	canvas_text(pane->canvas, inside, inside.x, y++, inside.w, role, line);
	if (inside.y + inside.h - y >= BIG_ROWS && big_text_width(time) <= inside.w) {
		big_text(pane->canvas, inside, inside.x, y, role, time);
		y += BIG_ROWS;
	}
	if (y < inside.y + inside.h) {
		int bar = speaker->seconds ? (int) ((gint64) MAX(left, 0) * inside.w / speaker->seconds) : 0;
		canvas_fill(pane->canvas, (struct rect) { inside.x, y, inside.w, 1 }, ROLE_DIM, pane->canvas->ascii ? "-" : "░");
		canvas_fill(pane->canvas, (struct rect) { inside.x, y, CLAMP(bar, 0, inside.w), 1 }, role, pane->canvas->ascii ? "#" : "▓");
		y++;
	}
	return y;
}

void meeting_speaker_pane_draw(const struct pane *pane)
{
	const struct meeting *meeting = meeting_of(pane);
	const struct speaker *speaker = meeting ? meeting_speaking(meeting) : NULL;
	int n = meeting ? waiting(meeting) : 0;
	g_autofree char *count = n ? g_strdup_printf(ngettext("%d waits", "%d wait", n), n) : NULL;
	struct rect inside = pane_box(pane, _("Speakers"), count);
	inside.x++, inside.w -= 2;
	if (!meeting || meeting->phase == PHASE_NONE)
		return;
	int y = inside.y;
	if (speaker) {
		canvas_text(pane->canvas, inside, inside.x, y++, inside.w, ROLE_HEADING, name_of(meeting, speaker));
		y = clock_rows(pane, inside, y, meeting, speaker);
	}
	queue(pane, inside, y, meeting);
	if (!speaker && !n)
		pane_empty(pane, inside, _("Nobody waits to speak."), NULL);
}
