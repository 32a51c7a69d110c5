#include "view/detail_lines.h"

#include <math.h>
#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "view/canvas_private.h"
#include "view/chart_view.h"

#define NAME_WIDTH 12
#define STAGES_AHEAD 5      /* more stages than these that a case may still reach are not listed */

static void line_free(gpointer data)
{
	struct detail_line *line = data;

	for (unsigned i = 0; i < line->n; i++)
		g_free(line->piece[i].text);
	g_free(line);
}

struct detail_line *detail_line_add(struct detail_lines *lines)
{
	struct detail_line *line = g_new0(struct detail_line, 1);

	g_ptr_array_add(lines->lines, line);
	return line;
}

void detail_piece_add(struct detail_line *line, int x, int w, enum role role, const char *text)
{
	if (line->n < G_N_ELEMENTS(line->piece) && text)
		line->piece[line->n++] = (struct detail_piece){ .x = x, .w = w, .role = role, .text = g_strdup(text) };
}

void detail_heading(struct detail_lines *lines, const char *text, unsigned count)
{
	g_autofree char *counted = count ? g_strdup_printf("%s (%u)", text, count) : NULL;

	if (lines->lines->len)
		detail_line_add(lines);
	detail_piece_add(detail_line_add(lines), 0, lines->w, ROLE_HEADING, counted ? counted : text);
}

void detail_wrapped(struct detail_lines *lines, int x, enum role role, const char *text)
{
	g_autofree char *clean = text_clean(text, -1, TEXT_CLEAN_LINE);
	g_auto(GStrv) wrapped = text_wrap(clean, MAX(lines->w - x, 1));

	for (unsigned i = 0; wrapped[i]; i++)
		detail_piece_add(detail_line_add(lines), x, lines->w - x, role, wrapped[i]);
}

void detail_fact(struct detail_lines *lines, const char *name, const char *value, enum role role)
{
	unsigned first = lines->lines->len;

	if (!value || !*value)
		return;
	detail_wrapped(lines, MIN(NAME_WIDTH, lines->w / 2), role, value);
	if (lines->lines->len > first)
		detail_piece_add(g_ptr_array_index(lines->lines, first), 0, MIN(NAME_WIDTH, lines->w / 2) - 1, ROLE_DIM, name);
}

static char *joined(const struct canvas *canvas, const char *a, const char *b)
{
	if (!a || !*a || !b || !*b)
		return g_strdup(a && *a ? a : b ? b : "");
	return g_strdup_printf("%s %s %s", a, canvas_glyph(canvas, GLYPH_DOT), b);
}

static const char *known_day(day_t day, char buffer[DAY_ISO_SIZE])
{
	return day == DAY_UNKNOWN ? _("unknown") : day_iso(day, buffer);
}

static void detail_dates(struct detail_lines *lines, const struct scene *scene, const struct case_detail *detail)
{
	const struct case_record *record = &detail->record;
	char buffer[DAY_ISO_SIZE], days[28];
	g_autofree char *channel = detail->channel_label ? g_strdup_printf(_("by %s"), detail->channel_label) : NULL;
	g_autofree char *received = joined(lines->canvas, known_day(record->received, buffer), channel);
	g_autofree char *age = detail->age < 0 ? g_strdup(_("unknown")) : g_strdup_printf(ngettext("%s day", "%s days", detail->age), text_number(detail->age, days));
	g_autofree char *due = NULL;

	detail_fact(lines, _("Received"), received, ROLE_TEXT);
	detail_fact(lines, _("Occurred"), known_day(record->occurred, buffer), ROLE_TEXT);
	if (!record->open)
		detail_fact(lines, _("Closed"), known_day(record->closed, buffer), ROLE_TEXT);
	detail_fact(lines, record->open ? _("Age") : _("Took"), age, ROLE_TEXT);
	if (record->due == DAY_UNKNOWN || !record->open)
		return;
	due = detail->overdue > 0
		? g_strdup_printf(ngettext("%s, OVERDUE by %s day", "%s, OVERDUE by %s days", detail->overdue), day_iso(record->due, buffer),
			text_number(detail->overdue, days))
		: g_strdup_printf(ngettext("%s, in %d day", "%s, in %d days", record->due - scene->today), day_iso(record->due, buffer), record->due - scene->today);
	detail_fact(lines, _("Deadline"), due, detail->overdue > 0 ? ROLE_ALERT : ROLE_TEXT);
}

static void detail_facts(struct detail_lines *lines, const struct scene *scene, const struct case_detail *detail)
{
	const struct case_record *record = &detail->record;
	const struct body *body = scene->board && record->body ? board_body(scene->board, record->body) : NULL;
	g_autofree char *kind = joined(lines->canvas, detail->kind_label, record->privacy), *place = NULL;

	detail_dates(lines, scene, detail);
	detail_fact(lines, _("Stage"), detail->state_label, ROLE_TEXT);
	if (detail->state_explain && *detail->state_explain)
		detail_wrapped(lines, MIN(NAME_WIDTH, lines->w / 2), ROLE_DIM, detail->state_explain);
	detail_fact(lines, _("With"), detail->assigned, ROLE_TEXT);
	for (unsigned i = 0; detail->clocks && i < detail->clocks->len; i++) {
		const struct case_clock_line *clock = g_ptr_array_index(detail->clocks, i);
		g_autofree char *words = g_strdup_printf("%s: %s", clock->label, clock->words);
		detail_fact(lines, i ? "" : _("Clocks"), words, clock->late ? ROLE_ALERT : ROLE_TEXT);
	}
	detail_fact(lines, _("Class"), detail->class_label, ROLE_TEXT);
	place = joined(lines->canvas, detail->district_label, body ? labels_get(&body->short_name, scene->lang) : record->body);
	detail_fact(lines, _("District"), place, ROLE_TEXT);
	detail_fact(lines, _("Kind"), kind, ROLE_TEXT);
	detail_fact(lines, _("Source"), record->source, ROLE_TEXT);
	if (record->priority > 0)
		detail_fact(lines, _("Priority"), _("raised"), ROLE_WARN);
}

static void detail_stages(struct detail_lines *lines, const struct case_detail *detail)
{
	int most = 1, name = 4, bar;
	unsigned ahead = 0;

	if (!detail->stages || detail->stages->len == 0 ||
	    (detail->stages->len == 1 && ((struct case_stage *)g_ptr_array_index(detail->stages, 0))->days < 0))
		return;      /* the facts above say all there is */
	for (unsigned i = 0; i < detail->stages->len; i++) {
		const struct case_stage *stage = g_ptr_array_index(detail->stages, i);
		ahead += !stage->reached;
		if (!stage->reached && ahead > STAGES_AHEAD)
			continue;
		most = MAX(most, stage->days);
		name = MAX(name, canvas_width(lines->canvas, stage->label));
	}
	name = MIN(name, MAX(lines->w / 2, 4));
	bar = lines->w - 2 - name - 9;
	detail_heading(lines, _("STAGES"), 0);
	for (unsigned i = 0; i < detail->stages->len; i++) {
		const struct case_stage *stage = g_ptr_array_index(detail->stages, i);
		struct detail_line *line;
		if (!stage->reached && ahead > STAGES_AHEAD)
			continue;
		line = detail_line_add(lines);
		g_autofree char *days = !stage->reached ? g_strdup(canvas_glyph(lines->canvas, GLYPH_DASH)) : stage->days >= 0 ? g_strdup_printf(_("%d d"), stage->days) :
			g_strdup(stage->current && !detail->record.open ? "" : _("unknown"));      /* at the end no time is counted */
		if (stage->current)
			detail_piece_add(line, 0, 1, ROLE_ACCENT, canvas_glyph(lines->canvas, GLYPH_CURSOR));
		detail_piece_add(line, 2, name, stage->current ? ROLE_HEADING : stage->reached ? ROLE_TEXT : ROLE_DIM, stage->label);
		detail_piece_add(line, 2 + name, 8, stage->reached ? ROLE_TEXT : ROLE_DIM, days);
		line->piece[line->n - 1].right = true;
		if (bar >= 4 && stage->reached && stage->days > 0)
			line->piece[line->n++] = (struct detail_piece){ .x = 2 + name + 9, .w = bar, .role = stage->current ? ROLE_CHART_2 : ROLE_CHART_1,
				.bar = (double)stage->days / most };
	}
}

static char *person_words(const struct canvas *canvas, const struct person_record *person)
{
	g_autofree char *age = person->age >= 0 ? g_strdup_printf(_("%d years"), person->age) : NULL;
	g_autofree char *a = joined(canvas, person->race, person->sex), *b = joined(canvas, a, age);

	return *b ? g_steal_pointer(&b) : g_strdup(_("nothing published about this person"));
}

static const char *person_role(const char *role)
{
	if (g_strcmp0(role, "complainant") == 0)
		return _("Complainant");
	return g_strcmp0(role, "subject") == 0 ? _("Subject") : g_strcmp0(role, "officer") == 0 ? _("Officer") : _("Person");
}

static void detail_persons(struct detail_lines *lines, const struct scene *scene, const struct case_detail *detail)
{
	if (!detail->persons || detail->persons->len == 0)
		return;
	detail_heading(lines, _("PERSONS"), detail->persons->len);
	if (!scene->confidential) {
		detail_wrapped(lines, 2, ROLE_DIM, _("Hidden. X shows them; they are never shown on a projector."));
		return;
	}
	for (unsigned i = 0; i < detail->persons->len; i++) {
		const struct person_record *person = g_ptr_array_index(detail->persons, i);
		g_autofree char *words = person_words(lines->canvas, person);
		detail_fact(lines, person_role(person->role), words, ROLE_TEXT);
	}
}

/* A move is an arrow to the state; all else is said. */
static char *event_what(const struct detail_lines *lines, const struct scene *scene, const struct body *body, const struct case_event *event)
{
	const struct state *to = scene->board && event->to ? workflow_state(board_way(scene->board, body), event->to) : NULL;
	const char *target = to ? labels_get(&to->label, scene->lang) : event->to;

	if (target && *target)
		return g_strdup_printf("%s %s", canvas_glyph(lines->canvas, GLYPH_ARROW_RIGHT), target);
	return scene->board ? case_event_words(event, scene->detail->allegations, scene->board, body, scene->lang) : g_strdup(event->what);
}

static void detail_history(struct detail_lines *lines, const struct scene *scene, const struct case_detail *detail)
{
	const struct body *body = scene->board && detail->record.body ? board_body(scene->board, detail->record.body) : NULL;

	if (!detail->events || detail->events->len == 0)
		return;
	detail_heading(lines, _("HISTORY"), 0);
	for (unsigned i = detail->events->len; i-- > 0;) {
		const struct case_event *event = g_ptr_array_index(detail->events, i);
		g_autofree char *what = event_what(lines, scene, body, event);
		g_autofree char *why = joined(lines->canvas, what, event->why), *all = joined(lines->canvas, why, event->who);
		char buffer[DAY_ISO_SIZE];
		day_t day = instant_day(event->when, scene->board ? scene->board->zone : NULL);
		detail_fact(lines, known_day(day, buffer), all, ROLE_TEXT);
	}
}

struct detail_lines *detail_lines_new(const struct canvas *canvas, int w)
{
	struct detail_lines *lines = g_new0(struct detail_lines, 1);

	lines->lines = g_ptr_array_new_with_free_func(line_free);
	lines->w = MAX(w, 1);
	lines->canvas = canvas;
	return lines;
}

struct detail_lines *detail_lines_make(const struct canvas *canvas, const struct scene *scene, int w)
{
	struct detail_lines *lines = detail_lines_new(canvas, w);
	const struct case_detail *detail = scene->detail;

	if (scene->raw) {
		detail_raw(lines, detail);
		return lines;
	}
	detail_facts(lines, scene, detail);
	detail_stages(lines, detail);
	detail_allegations(lines, scene);
	if (detail->record.summary && *detail->record.summary) {
		detail_heading(lines, _("SUMMARY"), 0);
		if (scene->confidential)
			detail_wrapped(lines, 2, ROLE_TEXT, detail->record.summary);
		else
			detail_wrapped(lines, 2, ROLE_DIM, _("Hidden: a narrative may name people. X shows it."));
	}
	detail_persons(lines, scene, detail);
	detail_history(lines, scene, detail);
	return lines;
}

void detail_lines_free(struct detail_lines *lines)
{
	g_ptr_array_unref(lines->lines);
	g_free(lines);
}

void detail_line_draw(const struct detail_line *line, struct canvas *canvas, struct rect body, int y)
{
	for (unsigned i = 0; i < line->n; i++) {
		const struct detail_piece *piece = &line->piece[i];
		if (!piece->text)
			chart_view_bar(canvas, body, body.x + piece->x, y, piece->w, piece->bar, 1, piece->role);
		else if (piece->right)
			canvas_text_right(canvas, body, body.x + piece->x, y, piece->w, piece->role, piece->text);
		else
			canvas_text(canvas, body, body.x + piece->x, y, piece->w, piece->role, piece->text);
	}
}
