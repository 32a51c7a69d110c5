#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "view/canvas_private.h"
#include "view/frame_private.h"

static const struct { const char *name, *title, *narrow; } tabs[SCREENS] = {
#define X(id, name, title, narrow) [SCREEN_##id] = { name, title, narrow },
	SCREEN_LIST(X)
#undef X
};

static void row_hit(struct hits *hits, struct rect rect, enum hit_kind kind, gint64 value)
{
	if (hits && rect.w > 0 && hits->n < G_N_ELEMENTS(hits->hit))
		hits->hit[hits->n++] = (struct hit){ .rect = rect, .kind = kind, .pane = -1, .value = value };
}

enum tab_form { TAB_FULL, TAB_NARROW, TAB_NUMBER /* the names of all but one are left out */, TAB_BARE, TAB_FORMS };

static char *tab_text(unsigned i, enum tab_form form, bool active)
{
	const char *open = active ? "[" : " ", *close = active ? "]" : " ";

	if (form == TAB_BARE || (form == TAB_NUMBER && !active))
		return g_strdup_printf("%s%u%s", open, i + 1, close);
	return g_strdup_printf("%s%u %s%s", open, i + 1, form == TAB_FULL ? _(tabs[i].title) : i18n_word(tabs[i].narrow), close);
}

static int tabs_width(const struct canvas *canvas, const struct scene *scene, enum tab_form form)
{
	int width = 0;

	for (unsigned i = 0; i < SCREENS; i++) {
		g_autofree char *text = tab_text(i, form, i == scene->screen);
		width += canvas_width(canvas, text) + (form == TAB_FULL);
	}
	return width;
}

static int tabs_draw(struct canvas *canvas, struct rect row, const struct scene *scene, struct hits *hits)
{
	enum tab_form form = TAB_FULL;
	/* That narratives are shown, or that nobody records, is never cut for the names of the screens. */
	int x = row.x, warned = scene->header_right && *scene->header_right ? canvas_width(canvas, scene->header_right) + 2 : 0;

	while (form + 1 < TAB_FORMS && tabs_width(canvas, scene, form) + MAX(form == TAB_FULL ? 14 : 0, warned) > row.w)
		form++;
	for (unsigned i = 0; i < SCREENS; i++) {
		bool active = i == scene->screen;
		g_autofree char *text = tab_text(i, form, active);
		int used = canvas_text(canvas, row, x, row.y, row.w - (x - row.x), active ? ROLE_TAB_ACTIVE : ROLE_TAB, text);
		row_hit(hits, (struct rect){ x, row.y, used, 1 }, HIT_TAB, i);
		x += used + (form == TAB_FULL);
	}
	return x;
}

/* "ROLL CALL  LIVE 7/12  18:42": what goes on in the meeting, told on every screen, in as much as there is room for; g_free, or NULL. */
static char *live_words(const struct canvas *canvas, const struct scene *scene, int room)
{
	const struct meeting *meeting = scene->meeting && scene->meeting->id ? scene->meeting->meeting : NULL;
	if (meeting && meeting->phase == PHASE_ADJOURNED && scene->screen == SCREEN_MEETING)
		return g_strdup(_("ADJOURNED"));
	if (!meeting_in_session(meeting))
		return NULL;
	const struct vote *vote = meeting_open_vote(meeting);
	const char *mode = scene->meeting_place.roll_mode && vote ? vote->method == METHOD_ROLL ? _("ROLL CALL") : _("VOTE") : NULL;
	const char *phase = meeting->phase == PHASE_RECESS ? _("RECESS") : meeting->phase == PHASE_CLOSED ? _("CLOSED SESSION") : _("LIVE");
	int minutes = instant_minutes(scene->now, meeting->zone);
	/* Other screens are not drawn anew with each minute. */
	g_autofree char *clock = scene->screen == SCREEN_MEETING ? g_strdup_printf("  %02d:%02d", minutes / 60, minutes % 60) : g_strdup("");
	g_autofree char *item = meeting->item ? g_strdup_printf("%s %d/%u", phase, meeting->item, meeting->items->len) : g_strdup(phase);
	char *const ways[] = { mode ? g_strdup_printf("%s  %s%s", mode, item, clock) : g_strdup_printf("%s%s", item, clock),
		g_strdup_printf("%s%s", mode ? mode : item, clock), g_strdup_printf("%s%s", mode ? mode : phase, clock), g_strdup(mode ? mode : item), g_strdup(mode ? mode : phase) };
	char *best = NULL;
	for (unsigned i = 0; i < G_N_ELEMENTS(ways); i++)
		if (!best && canvas_width(canvas, ways[i]) <= room)
			best = ways[i];
		else
			g_free(ways[i]);
	return best;
}

void frame_tabs(struct canvas *canvas, struct rect row, const struct scene *scene, struct hits *hits)
{
	int x, right = row.x + row.w - 1;

	canvas_fill(canvas, row, ROLE_TAB, " ");
	x = tabs_draw(canvas, row, scene, hits) + 1;
	if (scene->header_right && *scene->header_right && right - x >= 6) {
		int width = MIN(canvas_width(canvas, scene->header_right), right - x);
		canvas_text(canvas, row, right - width, row.y, width, ROLE_WARN, scene->header_right);
		right -= width + 2;
	}
	if (scene->loading < 100 && right - x >= 6) {
		g_autofree char *text = g_strdup_printf(_("loading %d %%"), scene->loading);
		int width = MIN(canvas_width(canvas, text), right - x);
		canvas_text(canvas, row, right - width, row.y, width, ROLE_TAB, text);
		right -= width + 2;
	}
	g_autofree char *live = live_words(canvas, scene, right - x);
	if (live) {
		int width = canvas_width(canvas, live);
		canvas_text(canvas, row, right - width, row.y, width, ROLE_KEY, live);
		right -= width + 2;
	}
	if (scene->title && right - x >= 8)
		canvas_text_right(canvas, row, x, row.y, right - x, ROLE_TAB, scene->title);
}

static char *default_message(const struct canvas *canvas, const struct scene *scene)
{
	const struct overview *overview = scene->overview;

	if (!overview)
		return g_strdup("");
	g_autofree char *counts = overview_counts(overview);
	if (!overview->data_as_of)
		return g_steal_pointer(&counts);
	return g_strdup_printf(_("%s %s data %s"), counts, canvas_glyph(canvas, GLYPH_DOT), overview->data_as_of);
}

void frame_message(struct canvas *canvas, struct rect row, const struct scene *scene)
{
	g_autofree char *own = scene->status && *scene->status ? NULL : default_message(canvas, scene);
	enum role role = scene->status_error ? ROLE_ERROR : ROLE_MESSAGE;

	canvas_fill(canvas, row, role, " ");
	canvas_text(canvas, row, row.x + 1, row.y, row.w - 2, role, own ? own : scene->status);
}

static int hint_width(const struct canvas *canvas, const struct hint *hint)
{
	return canvas_width(canvas, hint->key) + 1 + canvas_width(canvas, hint->text);
}

void frame_hints(struct canvas *canvas, struct rect row, const struct scene *scene, struct hits *hits)
{
	unsigned n = MIN(scene->n_hints, 8), shown;
	int gap = row.w >= 100 ? 3 : 2, x = row.x + 1, right = row.x + row.w - 1, last, total = -gap;

	for (unsigned i = 0; i < n; i++)
		total += hint_width(canvas, &scene->hints[i]) + gap;
	shown = n;
	last = n ? hint_width(canvas, &scene->hints[n - 1]) : 0;
	if (total > right - x) {      /* the last one, help, always stays */
		int used = 0;
		for (shown = 0; shown + 1 < n && used + hint_width(canvas, &scene->hints[shown]) + gap + last <= right - x; shown++)
			used += hint_width(canvas, &scene->hints[shown]) + gap;
	}
	for (unsigned i = 0; i < n; i++) {
		const struct hint *hint = &scene->hints[i];
		int start = x;
		if (i >= shown && i + 1 < n)
			continue;
		x += canvas_text(canvas, row, x, row.y, right - x, ROLE_KEY, hint->key) + 1;
		x += canvas_text(canvas, row, x, row.y, right - x, ROLE_DIM, hint->text);
		row_hit(hits, (struct rect){ start, row.y, x - start, 1 }, HIT_HINT, hint->command);
		x += gap;
	}
}

static int cells_before(const struct canvas *canvas, const char *text, size_t bytes)
{
	g_autofree char *head = g_strndup(text, MIN(bytes, strlen(text)));

	return canvas_width(canvas, head);
}

static void prompt_error(struct canvas *canvas, struct rect row, const struct prompt_state *prompt, int place)
{
	int width = canvas_width(canvas, prompt->error), x = place + 2;

	if (prompt->error_at >= 0)
		canvas_text(canvas, row, place, row.y, 1, ROLE_ERROR, canvas_glyph(canvas, GLYPH_ARROW_UP));
	else
		x = row.x + 1;
	if (x + width > row.x + row.w)
		x = MAX(row.x + row.w - width, row.x);
	if (prompt->error_at >= 0 && x <= place && width < place - row.x)
		x = place - 1 - width;
	canvas_text(canvas, row, x, row.y, row.x + row.w - x, ROLE_ERROR, prompt->error);
}

enum { FIELD_LEAST = 24 /* cells that stay free for typing beside a long question */ };

/* What is asked stands at the end of a question: where it is too long, the part before its last "; " is cut. */
static int prompt_label(struct canvas *canvas, struct rect row, int x, int room, const char *label)
{
	const char *asked = NULL;
	for (const char *at = label; (at = strstr(at, "; ")); at += 2)
		asked = at;
	int width = asked ? canvas_width(canvas, asked) : 0;
	if (!asked || canvas_width(canvas, label) <= room || width > room - 8)
		return canvas_text(canvas, row, x, row.y, room, ROLE_PROMPT, label);
	g_autofree char *subject = g_strndup(label, (size_t)(asked - label));
	int used = canvas_text(canvas, row, x, row.y, room - width, ROLE_PROMPT, subject);
	return used + canvas_text(canvas, row, x + used, row.y, width, ROLE_PROMPT, asked);
}

void frame_prompt(struct canvas *canvas, struct rect row, struct rect below, const struct prompt_state *prompt)
{
	const char *text = prompt->text ? prompt->text : "";
	int label, at, skip;
	struct rect field;

	canvas_fill(canvas, row, ROLE_PROMPT, " ");
	int room = prompt->text ? MAX(row.w / 2, row.w - canvas_width(canvas, text) - FIELD_LEAST) : row.w - 3 - canvas_width(canvas, prompt->tail ? prompt->tail : "");
	label = prompt_label(canvas, row, row.x + (row.w > 20), room, prompt->label) + 1 + (row.w > 20);
	if (prompt->tail)
		label += canvas_text(canvas, row, row.x + label, row.y, row.w - label, ROLE_PROMPT, prompt->tail) + 1;
	field = (struct rect){ row.x + label, row.y, MAX(row.w - label, 1), 1 };
	at = cells_before(canvas, text, prompt->cursor);
	skip = MAX(at - field.w + 1, 0);
	canvas_text(canvas, field, field.x - skip, row.y, skip ? 100000 : field.w, ROLE_TEXT, text);
	canvas->cursor_x = CLAMP(field.x + at - skip, 0, canvas->w - 1);
	canvas->cursor_y = row.y;
	canvas->cursor_text = true;
	if (!prompt->error)
		return;
	if (prompt->error_at >= 0) {
		int bad = cells_before(canvas, text, (size_t)prompt->error_at);
		canvas_role(canvas, rect_intersect(field, (struct rect){ field.x + bad - skip, row.y, MAX(canvas_width(canvas, text) - bad, 1), 1 }), ROLE_ERROR);
		if (below.h) {
			canvas_fill(canvas, below, ROLE_TEXT, " ");
			prompt_error(canvas, below, prompt, CLAMP(field.x + bad - skip, below.x, below.x + below.w - 1));
			return;
		}
	}
	if (below.h) {
		canvas_fill(canvas, below, ROLE_TEXT, " ");
		prompt_error(canvas, below, prompt, below.x);
	} else {
		int used = canvas_width(canvas, text) + 3;
		canvas_text(canvas, field, field.x + used, row.y, field.w - used, ROLE_ERROR, prompt->error);
	}
}

/* The longest of several ways to say it that fits. */
static void line_fitting(struct canvas *canvas, int y, char *const *ways, unsigned n)
{
	struct rect all = { 0, 0, canvas->w, canvas->h };
	unsigned best = n - 1;

	for (unsigned i = n; i-- > 0;)
		if (canvas_width(canvas, ways[i]) <= canvas->w)
			best = i;
	canvas_text(canvas, all, 0, y, canvas->w, ROLE_TEXT, ways[best]);
}

static const struct case_row *line_case(const struct scene *scene)
{
	gint64 at;

	if (scene->screen == SCREEN_CASES && scene->cases) {
		at = scene->list.position - scene->cases->page_top;
		return at >= 0 && at < scene->cases->page_rows ? &scene->cases->page[at] : NULL;
	}
	at = scene->open.position;
	return scene->overview && at >= 0 && at < scene->overview->n ? &scene->overview->rows[at] : NULL;
}

/* The meeting in a line: the count of the open vote and who is asked, else the item. */
static bool line_meeting(struct canvas *canvas, const struct scene *scene)
{
	const struct meeting *meeting = scene->screen == SCREEN_MEETING && scene->meeting && scene->meeting->id ? scene->meeting->meeting : NULL;
	struct rect all = { 0, 0, canvas->w, canvas->h };
	if (!meeting_in_session(meeting))
		return false;
	const struct vote *vote = meeting_open_vote(meeting);
	const struct meeting_item *item = meeting_item(meeting, meeting->item);
	g_auto(GStrv) ways = g_new0(char *, 4);
	const char *below = vote && meeting_next_voter(meeting) >= 0 ? meeting_member_name(meeting, meeting_next_voter(meeting)) : item ? item->title : "";
	unsigned n = 0;
	ways[n++] = vote ? g_strdup_printf(_("%d aye, %d nay, %d left"), vote->tally.yes, vote->tally.no, vote->tally.open) : live_words(canvas, scene, 1000);
	/* Where nothing shorter fits the words of the phase there is none. */
	ways[n] = vote ? g_strdup_printf("%d–%d +%d", vote->tally.yes, vote->tally.no, vote->tally.open) : live_words(canvas, scene, MAX(canvas->w, 4));
	n += ways[n] != NULL;
	ways[n++] = g_strdup(vote ? "?" : "*");
	line_fitting(canvas, 0, ways, n);
	if (canvas->h > 1 && *below) {
		canvas_text(canvas, all, 0, 1, canvas->w, ROLE_SELECTED, below);
		canvas->cursor_x = 0;
		canvas->cursor_y = 1;
	}
	return true;
}

void frame_line(struct canvas *canvas, const struct scene *scene)
{
	const struct case_row *row = line_case(scene);
	struct rect all = { 0, 0, canvas->w, canvas->h };
	char open[28], late[28];

	if (line_meeting(canvas, scene))
		return;
	if (scene->overview) {
		text_number(scene->overview->open, open);
		text_number(scene->overview->overdue, late);
		g_auto(GStrv) ways = g_new0(char *, 5);
		ways[0] = overview_counts(scene->overview);
		ways[1] = g_strdup_printf(_("%s open %s late"), open, late);
		ways[2] = scene->overview->overdue > 0 ? g_strdup_printf("%s/%s!", open, late) : g_strdup_printf(ngettext("%s open", "%s open", (unsigned long) scene->overview->open), open);
		ways[3] = g_strdup(late);
		line_fitting(canvas, 0, ways, 4);
	} else {
		canvas_text(canvas, all, 0, 0, canvas->w, ROLE_TEXT, _(tabs[scene->screen].title));
	}
	if (row && canvas->h > 1) {
		canvas_text(canvas, all, 0, 1, canvas->w, ROLE_SELECTED, row->number);
		canvas->cursor_x = 0;
		canvas->cursor_y = 1;
	}
}
