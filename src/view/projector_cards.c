/* What stands alone on the projector: welcome, closed session, recess, the end, and the test card. */
#include "view/projector_private.h"

/* One large line, words below it, a time in large digits where one matters. */
struct card { const char *large; char *below, *more; instant_t time; };

/* A card put up days before says which day it means. */
static char *begins(const struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	day_t day = instant_day(view->starts, view->zone);
	if (day == instant_day(sheet->state->now, view->zone))
		return g_strdup(_("The meeting begins at"));
	g_autofree char *words = weekday_words(day);
	return g_strdup_printf(_("The meeting begins on %s at"), words);
}

static struct card card_of(const struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	char clock[8];
	if (!view)
		return (struct card) { .large = _("Welcome") };
	switch (view->phase) {
	case PHASE_NONE:
		return (struct card) { _("Welcome"), g_strdup(view->place), begins(sheet), view->starts };
	case PHASE_CLOSED:
		return (struct card) { .large = _("Closed session"), .below = g_strdup(_("The public meeting continues afterwards.")) };
	case PHASE_RECESS:
		return (struct card) { _("Recess"), view->recess_until ? g_strdup(_("The meeting continues at about")) : NULL, NULL, view->recess_until };
	case PHASE_ADJOURNED:
		return (struct card) { .large = _("Adjourned"), .below = g_strdup_printf(_("at %s"), sheet_clock(sheet, view->adjourned, clock)), .more = g_strdup(_("Thank you for coming.")) };
	case PHASE_OPEN: break;
	}
	return (struct card) { .large = _("In session"), .below = !view->roll_completed ? g_strdup(_("The roll is being called."))
		: view->quorum ? NULL : g_strdup(_("No quorum: no vote may be taken.")) };
}

static void time_digits(const struct sheet *sheet, int y, instant_t time)
{
	char clock[8];
	sheet_clock(sheet, time, clock);
	if (y + BIG_ROWS < sheet->canvas->h && big_text_width(clock) <= sheet->width)
		big_text(sheet->canvas, sheet->all, (sheet->canvas->w - big_text_width(clock)) / 2, y, ROLE_TEXT, clock);
	else
		sheet_centred(sheet, y, ROLE_TEXT, clock);
}

void projector_card(struct sheet *sheet)
{
	struct card card = card_of(sheet);
	struct large_words words = large_words_fit(sheet, card.large, sheet->width, sheet->small ? 0 : 2);
	int large = words.n ? words.n * BIG_TITLE_ROWS : 1, rows = large + 1 + (card.below != NULL) + (card.more != NULL) + (card.time ? 1 + BIG_ROWS : 0);
	int y = MAX(sheet->y, sheet->y + (sheet->canvas->h - sheet->y - rows) / 2);
	if (words.n)
		large_words_draw(sheet, &words, (sheet->canvas->w - large_words_width(sheet, &words)) / 2, y, ROLE_HEADING);
	else
		sheet_centred(sheet, y, ROLE_HEADING, card.large);
	y += large + !sheet->small;
	if (card.below)
		sheet_centred(sheet, y++, ROLE_TEXT, card.below);
	if (card.more)
		sheet_centred(sheet, y++, ROLE_DIM, card.more);
	if (card.time)
		time_digits(sheet, y + !sheet->small, card.time);
	large_words_clear(&words);
	g_free(card.below);
	g_free(card.more);
}

/* --- the test card: from which seat it can be read --- */

/* Minutes of arc under which capitals of 0.55 of a row are seen, so many heights of the picture away (UX.md 8.3). */
static int seen_angle(int rows, int heights)
{
	return 1891 / MAX(1, rows * heights);
}

/* 5 minutes are the limit of normal sight, 10 a floor, 15 and more comfortable. */
static const char *verdict(int minutes)
{
	return minutes >= 15 ? _("read with ease") : minutes >= 10 ? _("can be read") : minutes >= 5 ? _("hard to read") : _("cannot be read");
}

void projector_test_card(struct sheet *sheet)
{
	static const int heights[] = { 2, 4, 6, 8 };
	int rows = sheet->canvas->h, farthest = 0;
	g_autofree char *size = g_strdup_printf(_("Test card: %d columns, %d rows"), sheet->canvas->w, rows);
	sheet->y += !sheet->small;
	canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y++, sheet->width, ROLE_HEADING, size);
	sheet->y += !sheet->small;
	for (guint i = 0; i < G_N_ELEMENTS(heights); i++) {
		int minutes = seen_angle(rows, heights[i]);
		g_autofree char *line = g_strdup_printf(_("from %d picture heights away  %2d' of arc  %s"), heights[i], minutes, verdict(minutes));
		canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y++, sheet->width, minutes >= 10 ? ROLE_TEXT : ROLE_WARN, line);
		farthest = minutes >= 10 ? heights[i] : farthest;
	}
	g_autofree char *advice = rows <= 24 ? g_strdup_printf(_("Everything can be read up to %d picture heights away."), farthest)
		: g_strdup(_("Make the letters of the terminal larger until about 24 rows are left; then it can be read up to 6 picture heights away."));
	sheet->y += !sheet->small;
	sheet_wrapped(sheet, sheet->left, sheet->width, rows <= 24 ? ROLE_TEXT : ROLE_WARN, advice, 2, 1);
	if (sheet->y + 1 + BIG_ROWS < rows) {
		big_text(sheet->canvas, sheet->all, sheet->left, sheet->y + 1, ROLE_ACCENT, "12:34");
		if (44 + big_text_width("5-2") <= sheet->width)      /* half a digit tests nothing */
			big_text(sheet->canvas, sheet->all, sheet->left + 44, sheet->y + 1, ROLE_ALERT, "5-2");
		sheet->y += BIG_ROWS + 2;
	}
	canvas_text(sheet->canvas, sheet->all, sheet->left, rows - 1, sheet->width, ROLE_DIM, _("Esc goes back to the meeting."));
}
