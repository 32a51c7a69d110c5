#include "view/projector.h"

#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "domain/event_words.h"
#include "view/big_text.h"
#include "view/big_title.h"
#include "view/canvas_private.h"

/* One frame being drawn: where the next row goes, and how far text may reach. */
struct sheet { struct canvas *canvas; const struct public_meeting *view; const struct projector_state *state; struct rect all; int left, width, y, bottom; bool large; };

static void clock_text(const struct sheet *sheet, instant_t when, char buf[8])
{
	int minutes = instant_minutes(when, sheet->view ? sheet->view->zone : NULL);
	g_snprintf(buf, 8, "%02d:%02d", minutes / 60, minutes % 60);
}

static void rule(struct sheet *sheet, int y)
{
	canvas_fill(sheet->canvas, (struct rect) { sheet->left, y, sheet->width, 1 }, ROLE_BORDER, canvas_glyph(sheet->canvas, GLYPH_HLINE));
}

static void header(struct sheet *sheet)
{
	char clock[8] = "";
	clock_text(sheet, sheet->state->now, clock);
	g_autofree char *body = g_utf8_strup(sheet->view ? sheet->view->body : "", -1);
	g_autofree char *right = g_strdup_printf("%s   %s", sheet->view ? sheet->view->when_day : "", clock);
	int width = canvas_width(sheet->canvas, right);
	canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, sheet->width - width - 2, ROLE_HEADING, body);
	canvas_text_right(sheet->canvas, sheet->all, sheet->left + sheet->width - width, sheet->y, width, ROLE_TEXT, right);
	rule(sheet, sheet->y + 1);
	sheet->y += sheet->large ? 4 : 3;
}

/* Wrapped text within the sheet, in rows apart where there is air; at most `most` rows, the last ending in the clip mark. */
static void wrapped(struct sheet *sheet, int x, int width, enum role role, const char *text, int most)
{
	g_autofree char *clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) lines = text_wrap(clean, MAX(width, 1));
	int n = (int) g_strv_length(lines);
	for (int i = 0; i < MIN(n, most) && sheet->y < sheet->bottom; i++) {
		bool cut = i + 1 == most && n > most;
		g_autofree char *line = cut ? g_strconcat(lines[i], canvas_glyph(sheet->canvas, GLYPH_ELLIPSIS), NULL) : g_strdup(lines[i]);
		canvas_text(sheet->canvas, sheet->all, x, sheet->y++, width, role, line);
	}
}

static void centred(struct sheet *sheet, int y, enum role role, const char *text)
{
	int width = canvas_width(sheet->canvas, text);
	canvas_text(sheet->canvas, sheet->all, MAX(0, (sheet->canvas->w - width) / 2), y, sheet->canvas->w, role, text);
}

/* A card with one large line and one below it. */
static void card(struct sheet *sheet, const char *large, const char *below)
{
	int y = MAX(sheet->y, sheet->canvas->h / 2 - BIG_TITLE_ROWS), width = big_title_width(large);
	if (!sheet->canvas->ascii && width > 0 && width <= sheet->width) {
		big_title(sheet->canvas, sheet->all, (sheet->canvas->w - width) / 2, y, ROLE_HEADING, large);
		y += BIG_TITLE_ROWS + 1;
	} else {
		centred(sheet, y, ROLE_HEADING, large);
		y += 2;
	}
	if (below)
		centred(sheet, y, ROLE_TEXT, below);
}

/* --- item and motion --- */

static void item_title(struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	g_autofree char *number = g_strdup_printf(_("ITEM %s"), view->item_number ? view->item_number : "");
	g_autofree char *clean = text_clean(view->item_title, -1, TEXT_CLEAN_LINE);
	int width = big_title_width(clean);
	if (sheet->large && !sheet->canvas->ascii && *clean && width > 0 && width <= sheet->width) {
		canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, sheet->width, ROLE_HEADING, number);
		big_title(sheet->canvas, sheet->all, sheet->left, sheet->y + 2, ROLE_TITLE, clean);
		sheet->y += BIG_TITLE_ROWS + 4;
		return;
	}
	g_autofree char *upper = g_utf8_strup(clean, -1);
	canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, 12, ROLE_HEADING, number);
	wrapped(sheet, sheet->left + 13, sheet->width - 13, ROLE_TITLE, upper, 2);
	sheet->y += sheet->large ? 2 : 1;
}

/* The words of a motion come before the air around them. */
static void motion(struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	g_autofree char *name = g_strdup_printf(_("MOTION %s"), view->motion_name);
	g_autofree char *by = *view->mover && *view->seconder ? g_strdup_printf(_("moved by %s, seconded by %s"), view->mover, view->seconder)
		: *view->mover ? g_strdup_printf(_("moved by %s"), view->mover) : g_strdup("");
	canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, 12, ROLE_HEADING, name);
	canvas_text(sheet->canvas, sheet->all, sheet->left + 13, sheet->y, sheet->width - 13, ROLE_TEXT, by);
	sheet->y += sheet->large ? 3 : 1;
	bool needs_row = view->needs && sheet->bottom - sheet->y > 1;
	int most = MAX(1, sheet->bottom - sheet->y - needs_row * (sheet->large ? 2 : 1));
	wrapped(sheet, sheet->left + 13, MIN(60, sheet->width - 13), ROLE_TEXT, view->motion_text, most);
	if (needs_row) {
		g_autofree char *needs = g_strdup_printf(_("%s; needs %s"), view->stage, view->needs);
		sheet->y += sheet->large;
		wrapped(sheet, sheet->left + 13, sheet->width - 13, ROLE_DIM, needs, sheet->large ? 2 : 1);
	}
}

/* --- the vote, in the lower half --- */

static void side(struct sheet *sheet, int x, int y, enum role role, const char *word, int n)
{
	char digits[16];
	g_snprintf(digits, sizeof digits, "%d", n);
	canvas_text(sheet->canvas, sheet->all, x, y, 16, role, word);
	big_text(sheet->canvas, sheet->all, x, y + 2, role, digits);
}

static void sides(struct sheet *sheet, int y)
{
	const struct tally *tally = &sheet->view->tally;
	const struct { const char *word; int n; enum role role; bool always; } all[] = {
		{ _("AYE"), tally->yes, ROLE_ACCENT, true }, { _("NAY"), tally->no, ROLE_ALERT, true },
		{ _("ABSTAIN"), tally->abstain, ROLE_WARN, false }, { _("RECUSED"), tally->recused, ROLE_DIM, false },
	};
	int x = sheet->left + 3, step = sheet->canvas->w >= 100 ? 20 : 14, room = sheet->canvas->w - 26;
	for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
		if ((!all[i].n && !all[i].always) || x + step > room)
			continue;
		side(sheet, x, y, all[i].role, all[i].word, all[i].n);
		x += step;
	}
}

static void result(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	int x = sheet->canvas->w - 24;
	g_autofree char *upper = g_utf8_strup(result_words(view->result), -1);
	g_autofree char *count = g_strdup_printf(_("%d to %d"), view->tally.yes, view->tally.no);
	enum role role = view->result == RESULT_CARRIED ? ROLE_ACCENT : ROLE_ALERT;
	canvas_text(sheet->canvas, sheet->all, x, y, 23, role, _("MOTION"));
	canvas_text(sheet->canvas, sheet->all, x, y + 1, 23, role, upper);
	if (!view->by_consent && !view->by_voice)
		canvas_text(sheet->canvas, sheet->all, x, y + 3, 23, ROLE_TEXT, count);
	else
		canvas_text(sheet->canvas, sheet->all, x, y + 3, 23, ROLE_TEXT, view->by_consent ? _("unanimous consent") : _("voice vote"));
	sheet->y = y + 5;
	if (view->arithmetic && *view->arithmetic)
		wrapped(sheet, x, 23, ROLE_DIM, view->arithmetic, 2);
}

static char *names_of(const struct public_meeting *view, enum choice choice)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < view->lines->len; i++) {
		const struct public_vote_line *line = &g_array_index(view->lines, struct public_vote_line, i);
		if (line->choice == choice && line->counts)
			g_string_append_printf(out, "%s%s", out->len ? ", " : "", line->name);
	}
	return g_string_free(out, FALSE);
}

static void names(struct sheet *sheet, int y)
{
	static const struct { enum choice choice; const char *word; enum role role; } sides_[] = {
		{ CHOICE_AYE, N_("AYE"), ROLE_ACCENT }, { CHOICE_NAY, N_("NAY"), ROLE_ALERT }, { CHOICE_ABSTAIN, N_("ABSTAIN"), ROLE_WARN },
		{ CHOICE_RECUSE, N_("RECUSED"), ROLE_DIM }, { CHOICE_ABSENT, N_("ABSENT"), ROLE_DIM },
	};
	sheet->y = y;
	for (guint i = 0; i < G_N_ELEMENTS(sides_); i++) {
		g_autofree char *who = names_of(sheet->view, sides_[i].choice);
		if (!*who || sheet->y >= sheet->bottom)
			continue;
		canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, 9, sides_[i].role, _(sides_[i].word));
		wrapped(sheet, sheet->left + 10, sheet->width - 10, ROLE_TEXT, who, 2);
	}
}

/* The roll while the choices are hidden: how many have answered, and who is on it. */
static void hidden_roll(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	char answered[24];
	g_autoptr(GString) who = g_string_new(NULL);
	g_autofree char *words = g_strdup_printf(_("ROLL CALL  %d of %d have answered"), view->answered, view->to_answer);
	canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width, ROLE_HEADING, words);
	g_snprintf(answered, sizeof answered, "%d", view->answered);
	big_text(sheet->canvas, sheet->all, sheet->left + 3, y + 2, ROLE_TEXT, answered);
	for (guint i = 0; i < view->lines->len; i++) {
		const struct public_vote_line *line = &g_array_index(view->lines, struct public_vote_line, i);
		if (line->counts)
			g_string_append_printf(who, "%s%s", who->len ? ", " : "", line->name);
	}
	sheet->y = y + 2;
	wrapped(sheet, sheet->left + 24, sheet->width - 24, ROLE_DIM, who->str, 5);
}

static void vote(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	rule(sheet, y);
	if (view->vote_open && (view->by_consent || view->by_voice)) {
		canvas_text(sheet->canvas, sheet->all, sheet->left, y + 2, sheet->width, ROLE_HEADING, view->by_consent ? _("UNANIMOUS CONSENT: is there any objection?") : _("VOICE VOTE"));
	} else if (view->vote_open && !view->revealed) {
		hidden_roll(sheet, y + 2);
	} else {
		bool named = view->lines->len > 0;
		if (named)
			sides(sheet, y + 1);
		if (view->result != RESULT_NONE)
			result(sheet, y + 2);
		if (named)
			names(sheet, y + 9);
	}
}

/* --- the speaker's clock --- */

static const char *clock_words(const struct public_meeting *view)
{
	if (view->speaker_paused)
		return _("STOPPED");
	return view->speaker_left < 0 ? _("OVER") : view->speaker_left == 0 ? _("TIME") : view->speaker_left <= view->speaker_warning ? _("ENDING") : _("RUNNING");
}

static void speaker(struct sheet *sheet, int y)
{
	const struct public_meeting *view = sheet->view;
	bool limited = view->speaker_left != G_MAXINT;
	enum role role = view->speaker_left < 0 ? ROLE_ALERT : view->speaker_left <= view->speaker_warning ? ROLE_WARN : ROLE_ACCENT;
	char digits[16];
	rule(sheet, y);
	canvas_text(sheet->canvas, sheet->all, sheet->left, y + 1, sheet->width - 20, ROLE_HEADING, view->speaker);
	if (!limited)
		return;
	g_snprintf(digits, sizeof digits, "%s%d:%02d", view->speaker_left < 0 ? "+" : "", ABS(view->speaker_left) / 60, ABS(view->speaker_left) % 60);
	canvas_text_right(sheet->canvas, sheet->all, sheet->left + sheet->width - 18, y + 1, 18, role, clock_words(view));
	big_text(sheet->canvas, sheet->all, sheet->left, y + 3, role, digits);
	int bar = view->speaker_seconds ? (int) ((gint64) MAX(view->speaker_left, 0) * sheet->width / view->speaker_seconds) : 0;
	canvas_fill(sheet->canvas, (struct rect) { sheet->left, y + 9, sheet->width, 1 }, ROLE_DIM, sheet->canvas->ascii ? "-" : "░");
	canvas_fill(sheet->canvas, (struct rect) { sheet->left, y + 9, CLAMP(bar, 0, sheet->width), 1 }, role, sheet->canvas->ascii ? "#" : "▓");
}

static void footer(struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	int y = sheet->canvas->h - 1;
	if (view->next_number && y >= sheet->y) {
		g_autofree char *next = g_strdup_printf(_("Next: item %s  %s"), view->next_number, view->next_title);
		canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width, ROLE_DIM, next);
	}
}

static void session(struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	bool voting = view->vote_open || view->result != RESULT_NONE, lower = voting || view->speaking;
	int half = sheet->canvas->h - (sheet->large ? sheet->canvas->h * 45 / 100 : 13);
	sheet->bottom = lower ? half : sheet->canvas->h - 2;
	if (!view->item_number && !view->speaking) {
		card(sheet, _("IN SESSION"), view->quorum ? NULL : _("no quorum"));
		footer(sheet);
		return;
	}
	if (view->item_number)
		item_title(sheet);
	if (view->motion_name)
		motion(sheet);
	else if (view->reported)
		wrapped(sheet, sheet->left + 13, MIN(60, sheet->width - 13), ROLE_TEXT, view->reported, 6);
	sheet->bottom = sheet->canvas->h - 1;
	if (view->speaking)
		speaker(sheet, half);
	else if (voting)
		vote(sheet, half);
	footer(sheet);
}

/* Which seats can read it: angle of a letter of 0.55 of a row, in minutes of arc, at so many heights of the picture (UX.md 8.3). */
static void test_card(struct sheet *sheet)
{
	static const int distances[] = { 2, 4, 6, 8 };
	int rows = sheet->canvas->h;
	g_autofree char *size = g_strdup_printf(_("Test card: %d columns, %d rows"), sheet->canvas->w, rows);
	canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, sheet->width, ROLE_HEADING, size);
	for (guint i = 0; i < G_N_ELEMENTS(distances); i++) {
		int minutes = 1891 / MAX(1, rows * distances[i]);
		const char *verdict = minutes >= 15 ? _("comfortable") : minutes >= 10 ? _("readable") : minutes >= 5 ? _("only the large digits") : _("cannot be read");
		g_autofree char *line = g_strdup_printf(_("A seat %d picture heights away sees a letter of %d minutes of arc: %s"), distances[i], minutes, verdict);
		canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y + 2 + (int) i, sheet->width, minutes >= 10 ? ROLE_TEXT : ROLE_WARN, line);
	}
	canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y + 7, sheet->width, ROLE_TEXT, _("Make the letters of the terminal larger until about 24 rows are left."));
	big_text(sheet->canvas, sheet->all, sheet->left, sheet->y + 9, ROLE_ACCENT, "12:34");
	big_text(sheet->canvas, sheet->all, sheet->left + 44, sheet->y + 9, ROLE_ALERT, "5-2");
}

static void adjourned_card(struct sheet *sheet)
{
	char clock[8];
	clock_text(sheet, sheet->view->adjourned, clock);
	g_autofree char *below = g_strdup_printf(_("at %s"), clock);
	card(sheet, _("ADJOURNED"), below);
}

static void recess_card(struct sheet *sheet)
{
	char clock[8];
	clock_text(sheet, sheet->view->recess_until, clock);
	g_autofree char *below = sheet->view->recess_until ? g_strdup_printf(_("until about %s"), clock) : NULL;
	card(sheet, _("RECESS"), below);
}

void projector_draw(struct canvas *canvas, const struct public_meeting *view, const struct projector_state *state)
{
	int margin = canvas->w >= 60 ? 2 : 0;
	struct sheet sheet = { canvas, view, state, { 0, 0, canvas->w, canvas->h }, margin, MAX(1, canvas->w - 2 * margin), canvas->h >= 30 ? 1 : 0, canvas->h,
		canvas->h >= 30 && canvas->w >= 90 };
	canvas_clear(canvas);
	header(&sheet);
	if (state->card)
		test_card(&sheet);
	else if (state->blank)
		return;
	else if (!view || view->phase == PHASE_NONE)
		card(&sheet, _("WELCOME"), _("the meeting has not begun"));
	else if (view->phase == PHASE_CLOSED)
		card(&sheet, _("CLOSED SESSION"), _("the public session continues afterwards"));
	else if (view->phase == PHASE_RECESS)
		recess_card(&sheet);
	else if (view->phase == PHASE_ADJOURNED)
		adjourned_card(&sheet);
	else
		session(&sheet);
}
