#include "view/meeting_view.h"

const struct meeting *meeting_of(const struct pane *pane)
{
	const struct meeting_model *model = pane->scene->meeting;
	return model && model->id ? model->meeting : NULL;
}

const char *meeting_clock(const struct pane *pane, instant_t when, char buf[8])
{
	const struct meeting *meeting = meeting_of(pane);
	const char *zone = meeting && meeting->zone ? meeting->zone : pane->scene->board ? pane->scene->board->zone : NULL;
	int minutes = instant_minutes(when, zone);
	g_snprintf(buf, 8, "%02d:%02d", minutes / 60, minutes % 60);
	return buf;
}

const char *meeting_seconds(int seconds, char buf[16])
{
	int magnitude = ABS(seconds);
	g_snprintf(buf, 16, "%s%d:%02d", seconds < 0 ? "-" : "", magnitude / 60, magnitude % 60);
	return buf;
}

const char *meeting_private(const struct pane *pane, int position)
{
	const GPtrArray *marks = pane->scene->meeting_place.marks;
	return marks && position >= 1 && position <= (int) marks->len ? marks->pdata[position - 1] : NULL;
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

int meeting_fact(const struct pane *pane, struct rect inside, int y, const char *label, int width, const char *text)
{
	struct rect right = { inside.x + width, inside.y, inside.w - width, inside.h };
	if (y >= inside.y + inside.h)
		return y;
	canvas_text(pane->canvas, inside, inside.x, y, width - 1, ROLE_DIM, label);
	return pane_wrapped(pane, right, y, ROLE_TEXT, text);
}
