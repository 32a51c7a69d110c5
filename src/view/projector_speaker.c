/* Who speaks, and the clock: digits, a word and a bar that empties say the same, so that colour is never needed. */
#include "view/projector_private.h"

static char *clock_words(const struct public_meeting *view)
{
	if (view->speaker_paused)
		return g_strdup(_("STOPPED"));
	if (view->speaker_left == G_MAXINT)
		return g_strdup(_("NO LIMIT"));
	if (view->speaker_left < 0)
		return g_strdup_printf(_("OVER +%d:%02d"), -view->speaker_left / 60, -view->speaker_left % 60);
	if (view->speaker_left == 0)
		return g_strdup(_("TIME"));
	return view->speaker_left <= view->speaker_warning ? g_strdup_printf(_("%d s LEFT"), view->speaker_left) : g_strdup(_("RUNNING"));
}

static void digits_of(const struct public_meeting *view, char digits[16])
{
	int left = ABS(view->speaker_left);
	g_snprintf(digits, 16, "%s%d:%02d", view->speaker_left < 0 ? "+" : "", left / 60, left % 60);
}

/* 0: no digits, for want of a limit or of room. */
static int scale_of(const struct sheet *sheet, bool large)
{
	char digits[16];
	if (sheet->small || sheet->view->speaker_left == G_MAXINT)
		return 0;
	digits_of(sheet->view, digits);
	return large && sheet->canvas->h >= 22 && big_text_scaled_width(digits, 2) <= sheet->width ? 2 : 1;
}

int projector_speaker_rows(const struct sheet *sheet, bool large)
{
	int scale = scale_of(sheet, large);
	/* The rule, the name, the topic; digits with a row above and below; the bar. */
	return 3 + (scale ? scale * BIG_ROWS + 1 + (scale == 1 || sheet->large) : 0) + (sheet->view->speaker_left != G_MAXINT);
}

static void bar(const struct sheet *sheet, int y, enum role role)
{
	const struct public_meeting *view = sheet->view;
	int full = view->speaker_seconds > 0 ? (int) ((gint64) CLAMP(view->speaker_left, 0, view->speaker_seconds) * sheet->width / view->speaker_seconds) : 0;
	canvas_fill(sheet->canvas, (struct rect) { sheet->left, y, sheet->width, 1 }, ROLE_DIM, sheet->canvas->ascii ? "-" : "░");
	canvas_fill(sheet->canvas, (struct rect) { sheet->left, y, full, 1 }, role_solid(role), sheet->canvas->ascii ? "#" : "█");
}

static void about(const struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	g_autofree char *queue = view->queue ? g_strdup_printf(ngettext("%d waits to speak", "%d wait to speak", view->queue), view->queue) : g_strdup("");
	int width = canvas_width(sheet->canvas, queue);
	canvas_text_right(sheet->canvas, sheet->all, sheet->left + sheet->width - width, y, width, ROLE_DIM, queue);
	if (view->topic)
		canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width - width - 2, ROLE_DIM, view->topic);
}

void projector_speaker(struct sheet *sheet, int y, bool large)
{
	const struct public_meeting *view = sheet->view;
	int scale = scale_of(sheet, large);
	bool ending = view->speaker_left <= view->speaker_warning;
	enum role role = view->speaker_left <= 0 ? ROLE_ALERT : ending ? ROLE_WARN : ROLE_ACCENT;
	g_autofree char *words = clock_words(view);
	int width = canvas_width(sheet->canvas, words);
	char digits[16];
	sheet_rule(sheet, y, false);
	canvas_text_right(sheet->canvas, sheet->all, sheet->left + sheet->width - width, y + 1, width, role, words);
	canvas_text(sheet->canvas, sheet->all, sheet->left, y + 1, sheet->width - width - 2, ROLE_TITLE, view->speaker);
	about(sheet, y + 2);
	if (view->speaker_left == G_MAXINT)
		return;
	y += 3 + (scale != 0);
	if (scale) {
		digits_of(view, digits);
		big_text_scaled(sheet->canvas, sheet->all, sheet->left + (sheet->width - big_text_scaled_width(digits, scale)) / 2, y, scale, role, digits);
		y += scale * BIG_ROWS + (scale == 1 || sheet->large);
	}
	if (y < sheet->bottom)
		bar(sheet, y, role);
}
