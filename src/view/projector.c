#include "view/projector_private.h"

#include <string.h>
#include "view/chart_private.h"

/* --- the sheet --- */

const char *sheet_clock(const struct sheet *sheet, instant_t when, char buf[8])
{
	int minutes = instant_minutes(when, sheet->view ? sheet->view->zone : NULL);
	g_snprintf(buf, 8, "%02d:%02d", minutes / 60, minutes % 60);
	return buf;
}

void sheet_rule(const struct sheet *sheet, int y, bool heavy)
{
	const char *glyph = heavy ? sheet->canvas->ascii ? "=" : "━" : canvas_glyph(sheet->canvas, GLYPH_HLINE);
	canvas_fill(sheet->canvas, (struct rect) { sheet->left, y, sheet->width, 1 }, ROLE_BORDER, glyph);
}

static char **wrap(const struct sheet *sheet, int width, const char *text)
{
	g_autofree char *clean = text_clean(text ? text : "", -1, sheet->canvas->ascii ? TEXT_ASCII : TEXT_CLEAN_LINE);
	return text_wrap(clean, MAX(width, 1));
}

int sheet_lines(const struct sheet *sheet, int width, const char *text)
{
	g_auto(GStrv) lines = wrap(sheet, width, text);
	return (int) g_strv_length(lines);
}

void sheet_wrapped(struct sheet *sheet, int x, int width, enum role role, const char *text, int most, int apart)
{
	g_auto(GStrv) lines = wrap(sheet, width, text);
	int n = (int) g_strv_length(lines);
	for (int i = 0; i < MIN(n, most) && sheet->y < sheet->bottom; i++) {
		bool cut = i + 1 < n && (i + 1 == most || sheet->y + apart >= sheet->bottom);
		/* With the next word behind it the line is too long, so that the canvas cuts it and marks the cut. */
		g_autofree char *line = cut ? g_strconcat(lines[i], " ", lines[i + 1], NULL) : g_strdup(lines[i]);
		canvas_text(sheet->canvas, sheet->all, x, sheet->y, width, role, line);
		sheet->y += i + 1 < MIN(n, most) ? apart : 1;
	}
}

void sheet_centred(const struct sheet *sheet, int y, enum role role, const char *text)
{
	int width = canvas_width(sheet->canvas, text);
	canvas_text(sheet->canvas, sheet->all, MAX(0, (sheet->canvas->w - width) / 2), y, sheet->canvas->w, role, text);
}

/* --- large words --- */

static bool fits(const struct sheet *sheet, const char *text, int room, bool wide)
{
	int width = big_title_width(sheet->canvas, text, wide);
	return width > 0 && width <= room;
}

/* Breaks at the last space before which the first line still fits. */
static bool break_in_two(const struct sheet *sheet, const char *text, int room, bool wide, struct large_words *words)
{
	for (const char *space = strrchr(text, ' '); space && space > text; space = g_strrstr_len(text, space - text, " ")) {
		g_autofree char *first = g_strndup(text, (gsize) (space - text));
		if (!fits(sheet, first, room, wide) || !fits(sheet, space + 1, room, wide))
			continue;
		*words = (struct large_words) { { g_steal_pointer(&first), g_strdup(space + 1) }, 2, wide };
		return true;
	}
	return false;
}

struct large_words large_words_fit(const struct sheet *sheet, const char *text, int room, int most)
{
	struct large_words words = { .n = 0 };
	g_autofree char *clean = text_clean(text ? text : "", -1, TEXT_CLEAN_LINE);
	for (int wide = 1; wide >= 0 && most > 0 && *clean; wide--) {
		if (fits(sheet, clean, room, wide))
			return (struct large_words) { { g_steal_pointer(&clean) }, 1, wide };
		if (most > 1 && (sheet->large || !wide) && break_in_two(sheet, clean, room, wide, &words))
			return words;
	}
	return words;
}

int large_words_width(const struct sheet *sheet, const struct large_words *words)
{
	int width = 0;
	for (int i = 0; i < words->n; i++)
		width = MAX(width, big_title_width(sheet->canvas, words->line[i], words->wide));
	return width;
}

void large_words_draw(const struct sheet *sheet, const struct large_words *words, int x, int y, enum role role)
{
	for (int i = 0; i < words->n; i++)
		big_title(sheet->canvas, sheet->all, x, y + i * BIG_TITLE_ROWS, words->wide, role, words->line[i]);
}

void large_words_clear(struct large_words *words)
{
	g_free(words->line[0]);
	g_free(words->line[1]);
}

/* --- the frame --- */

/* "16 Dec 2024" of an ISO day; "" for none. */
static char *day_words(const char *iso)
{
	int year, month, day;
	day_t when = iso ? day_parse_iso(iso) : DAY_UNKNOWN;
	if (when == DAY_UNKNOWN)
		return g_strdup("");
	day_to_civil(when, &year, &month, &day);
	return g_strdup_printf("%d %s %d", day, chart_month_name(month), year);
}

static void header(struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	char clock[8], today[DAY_ISO_SIZE];
	sheet_clock(sheet, sheet->state->now, clock);
	/* The day of the meeting once it has begun, and until then that of the clock beside it. */
	bool begun = view && view->phase != PHASE_NONE;
	day_iso(instant_day(sheet->state->now, view ? view->zone : NULL), today);
	g_autofree char *body = g_utf8_strup(view ? view->body : "", -1), *day = day_words(begun ? view->when_day : view ? today : NULL);
	g_autofree char *both = g_strdup_printf("%s   %s", day, clock);
	const char *right = sheet->width >= 40 ? both : clock;
	int width = canvas_width(sheet->canvas, right), y = sheet->large;
	canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width - width - 2, ROLE_HEADING, body);
	canvas_text_right(sheet->canvas, sheet->all, sheet->left + sheet->width - width, y, width, ROLE_TEXT, right);
	sheet_rule(sheet, y + 1, true);
	sheet->y = y + 2;
}

/* What comes next; or, more important, that what is shown stands still. */
static void footer(const struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	int y = sheet->canvas->h - 1;
	char clock[8];
	if (sheet->state->still) {
		g_autofree char *still = g_strdup_printf(_("This picture stands still since %s."), sheet_clock(sheet, sheet->state->still, clock));
		canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width, ROLE_WARN, still);
	} else if (view && view->next_number) {
		g_autofree char *next = g_strdup_printf(_("Next: item %s  %s"), view->next_number, view->next_title);
		canvas_text(sheet->canvas, sheet->all, sheet->left, y, sheet->width, ROLE_DIM, next);
	}
}

/* --- item and motion: the upper part --- */

static void label(const struct sheet *sheet, const char *text)
{
	canvas_text(sheet->canvas, sheet->all, sheet->left, sheet->y, SHEET_LABEL - 1, ROLE_HEADING, text);
}

/* Columns of running text: lines of 40 to 60 letters are read most easily. */
static int measure(const struct sheet *sheet)
{
	return sheet->small ? sheet->width : MIN(60, sheet->width - SHEET_LABEL);
}

static int text_x(const struct sheet *sheet)
{
	return sheet->left + (sheet->small ? 0 : SHEET_LABEL);
}

/* Large where `spare` rows beside the one of a plain title are enough; gives what is left of them. */
static int item_title(struct sheet *sheet, int spare)
{
	const struct public_meeting *view = sheet->view;
	g_autofree char *number = g_strdup_printf(_("ITEM %s"), view->item_number ? view->item_number : "");
	int air = view->motion_name && sheet->large ? 4 : 1;      /* that a second line must leave */
	int most = sheet->small || spare <= BIG_TITLE_ROWS ? 0 : spare - air >= 2 * BIG_TITLE_ROWS ? 2 : 1;
	struct large_words words = large_words_fit(sheet, view->item_title, sheet->width, most);
	int before = sheet->y;
	if (words.n) {
		label(sheet, number);
		large_words_draw(sheet, &words, sheet->left, sheet->y + 1, ROLE_TITLE);
		sheet->y += 1 + words.n * BIG_TITLE_ROWS;
	} else {
		int lines = MIN(2, sheet_lines(sheet, sheet->width - SHEET_LABEL, view->item_title));
		label(sheet, number);
		sheet_wrapped(sheet, sheet->left + SHEET_LABEL, sheet->width - SHEET_LABEL, ROLE_TITLE, view->item_title, lines > 1 && spare > 0 ? 2 : 1, 1);
	}
	large_words_clear(&words);
	return spare - (sheet->y - before - 1);
}

static int take(int *spare, int rows)
{
	int taken = CLAMP(*spare, 0, rows);
	*spare -= taken;
	return taken;
}

static char *moved_by(const struct public_meeting *view)
{
	if (*view->mover && *view->seconder)
		return g_strdup_printf(_("moved by %s, seconded by %s"), view->mover, view->seconder);
	return *view->mover ? g_strdup_printf(_("moved by %s"), view->mover) : g_strdup("");
}

static void motion_head(struct sheet *sheet)
{
	g_autofree char *name = g_strdup_printf(_("MOTION %s"), sheet->view->motion_name), *by = moved_by(sheet->view);
	label(sheet, name);
	canvas_text(sheet->canvas, sheet->all, sheet->left + SHEET_LABEL, sheet->y, sheet->width - SHEET_LABEL, ROLE_TEXT, by);
	sheet->y++;
}

static void motion(struct sheet *sheet, int spare)
{
	const struct public_meeting *view = sheet->view;
	int lines = sheet_lines(sheet, measure(sheet), view->motion_text);
	bool needs = view->needs && sheet->bottom - sheet->y > 2;
	sheet->y += take(&spare, 1 + sheet->large);
	motion_head(sheet);
	sheet->y += take(&spare, 1);
	int apart = sheet->large && spare >= lines ? 2 : 1, end = sheet->bottom;
	spare -= (apart - 1) * (lines - 1);
	sheet->bottom -= needs;
	sheet_wrapped(sheet, text_x(sheet), measure(sheet), ROLE_TEXT, view->motion_text, G_MAXINT, apart);
	sheet->bottom = end;
	if (!needs)
		return;
	g_autofree char *words = g_strdup_printf(_("%s; needs %s"), view->stage, view->needs);
	sheet->y += take(&spare, 1);
	sheet_wrapped(sheet, text_x(sheet), sheet->left + sheet->width - text_x(sheet), ROLE_DIM, words, 1 + (spare > 0), 1);
}

/* Rows beyond those that item and motion take at the least. */
static int spare_rows(const struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	int least = view->item_number != NULL;
	if (view->motion_name)
		least += 1 + sheet_lines(sheet, measure(sheet), view->motion_text) + (view->needs != NULL);
	else if (view->reported)
		least += sheet_lines(sheet, measure(sheet), view->reported) + 1;
	return sheet->bottom - sheet->y - least;
}

static void upper(struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	int spare = spare_rows(sheet);
	sheet->y += take(&spare, 1);
	if (view->item_number)
		spare = item_title(sheet, spare);
	if (view->motion_name)
		motion(sheet, spare);
	else if (view->reported) {
		sheet->y += take(&spare, 1);
		canvas_text(sheet->canvas, sheet->all, text_x(sheet), sheet->y++, measure(sheet), ROLE_HEADING, _("REPORTED OUT OF CLOSED SESSION"));
		sheet_wrapped(sheet, text_x(sheet), measure(sheet), ROLE_TEXT, view->reported, G_MAXINT, 1);
	}
	/* Not while answers are hidden: a recusal could be told from it. */
	if (!view->quorum && view->roll_completed && !(view->vote_open && !view->revealed) && sheet->y + 1 < sheet->bottom)
		canvas_text(sheet->canvas, sheet->all, text_x(sheet), sheet->y + 1, measure(sheet), ROLE_ALERT, _("NO QUORUM: no vote may be taken"));
}

static void session(struct sheet *sheet)
{
	const struct public_meeting *view = sheet->view;
	bool voting = view->vote_open || view->result != RESULT_NONE, speaking = view->speaking && !view->vote_open, large = !view->motion_name;
	int foot = sheet->canvas->h - 1 - sheet->large, rows = speaking ? projector_speaker_rows(sheet, large) : voting ? projector_vote_rows(sheet) : 0;
	int lower = rows ? MAX(sheet->y + 3, foot - rows) : foot;
	sheet->bottom = lower;
	upper(sheet);
	sheet->bottom = foot;
	if (speaking)
		projector_speaker(sheet, lower, large);
	else if (voting)
		projector_vote(sheet, lower);
}

void projector_draw(struct canvas *canvas, const struct public_meeting *view, const struct projector_state *state)
{
	bool large = canvas->h >= 30 && canvas->w >= 90;
	int margin = large ? 3 : canvas->w >= 60 ? 2 : 0;
	struct sheet sheet = { canvas, view, state, { 0, 0, canvas->w, canvas->h }, margin, MAX(1, canvas->w - 2 * margin), 0, canvas->h,
		large, canvas->h < 20 || canvas->w < 70 };
	canvas_clear(canvas);
	header(&sheet);
	if (state->card)
		projector_test_card(&sheet);
	else if (state->blank)
		return;
	else if (!view || view->phase != PHASE_OPEN || (!view->item_number && !view->motion_name && !view->speaking && !view->reported))
		projector_card(&sheet);
	else
		session(&sheet);
	if (!state->card && sheet.canvas->h > 5 && !(view && view->blank && !state->still))
		footer(&sheet);
}
