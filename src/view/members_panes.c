/* The Members screen: the seats of a body in a list, and one of them whole. */
#include "view/detail_lines.h"
#include "view/members_view.h"
#include "view/pane.h"

enum { GAP = 2, LEAD = 3 /* the cursor, the mark of a disclosure, a space */, HOLDER_LEAST = 18 };

/* Columns beside the holder, in the order in which they stand; keep: the higher the later it is left out, up to MOST. */
enum { MOST = 6 };
enum column { COLUMN_ROLE, COLUMN_ENDS, COLUMN_STATE, COLUMN_ABSENT, COLUMN_TRAINING, COLUMNS };
static const struct { const char *title; int least, keep; } columns[COLUMNS] = {
	[COLUMN_ROLE] = { N_("ROLE"), 9, 2 }, [COLUMN_ENDS] = { N_("TERM ENDS"), 10, 4 }, [COLUMN_STATE] = { N_("STATE"), 9, 6 },
	[COLUMN_ABSENT] = { N_("ABSENT"), 7, 5 }, [COLUMN_TRAINING] = { N_("TRAINING"), 8, 3 },
};

static int width_of(const struct pane *pane, enum column column)
{
	int width = MAX(columns[column].least, canvas_width(pane->canvas, _(columns[column].title)));
	for (enum seat_status status = 0; column == COLUMN_STATE && status < SEAT_STATUSES; status++)
		width = MAX(width, canvas_width(pane->canvas, seat_status_words(status)));
	return width;
}

/* Which columns there is room for; gives the cells that are left for the holder. */
static int choose_columns(const struct pane *pane, struct rect inside, bool shown[COLUMNS])
{
	int room = inside.w - LEAD - 1;
	for (int c = 0; c < COLUMNS; c++)
		shown[c] = false;
	for (int keep = MOST; keep > 0; keep--)
		for (int c = 0; c < COLUMNS; c++)
			if (columns[c].keep == keep && room - GAP - width_of(pane, c) >= (keep == MOST ? HOLDER_LEAST / 2 : HOLDER_LEAST)) {
				shown[c] = true;
				room -= GAP + width_of(pane, c);
			}
	return MAX(room, 0);
}

static const char *role_words(const struct seat *seat)
{
	if (seat->alternate_for)
		return _("alternate");
	return seat->flags & SEAT_CHAIR ? _("chair") : seat->flags & SEAT_VOTING ? _("voting") : _("advisory");
}

/* "1/3 2/6": in a row and within the months, against the rule; without a rule the absences of the year. */
static char *absence_words(const struct members_model *model, const struct member_row *row)
{
	const struct rules *rules = model->rules;
	const struct attendance_row *seen = row->attendance;
	if (!seen)
		return g_strdup("");
	g_autofree char *run = rules->absences_in_a_row ? g_strdup_printf("%d/%d", seen->in_a_row, rules->absences_in_a_row) : NULL;
	g_autofree char *within = rules->absences_within ? g_strdup_printf("%d/%d", seen->within, rules->absences_within) : NULL;
	if (!run && !within)
		return g_strdup_printf("%d", seen->absent);
	return g_strdup_printf("%s%s%s", run ? run : "", run && within ? " " : "", within ? within : "");
}

static char *training_words(const struct member_row *row)
{
	const struct training_look *look = &row->training;
	if (!look->asked)
		return g_strdup("");
	if (!look->trained)
		return g_strdup(_("missing"));
	return look->hours ? g_strdup_printf(_("%d/%d h"), look->minutes / 60, look->hours) : g_strdup(_("done"));
}

static char *cell_words(const struct members_model *model, const struct member_row *row, enum column column)
{
	char iso[DAY_ISO_SIZE];
	switch (column) {
	case COLUMN_ROLE: return g_strdup(role_words(row->seat));
	case COLUMN_ENDS: return g_strdup(day_iso(row->on.end, iso));
	case COLUMN_STATE: return g_strdup(seat_status_words(row->on.status));
	case COLUMN_ABSENT: return absence_words(model, row);
	case COLUMN_TRAINING: return training_words(row);
	case COLUMNS: break;
	}
	return NULL;
}

enum role seat_status_role(enum seat_status status)
{
	switch (status) {
	case SEAT_STATUS_HELD: return ROLE_TEXT;
	case SEAT_STATUS_SOON: case SEAT_STATUS_HOLDOVER: return ROLE_WARN;
	case SEAT_STATUS_OVER: return ROLE_ALERT;
	default: return ROLE_DIM;
	}
}

static enum role cell_role(const struct member_row *row, enum column column)
{
	switch (column) {
	case COLUMN_STATE: return seat_status_role(row->on.status);
	case COLUMN_ABSENT: return row->attendance && row->attendance->over ? ROLE_ALERT : ROLE_TEXT;
	case COLUMN_TRAINING: return !row->training.trained ? ROLE_ALERT : row->training.behind ? ROLE_WARN : ROLE_TEXT;
	default: return ROLE_DIM;
	}
}

/* Who holds it, or which seat it is that nobody holds. */
static void draw_row(const struct pane *pane, struct rect inside, int y, const struct members_model *model, const struct member_row *row, const bool shown[COLUMNS], int room)
{
	const char *title = labels_get(&row->seat->title, pane->scene->lang);
	int x = inside.x + LEAD;
	if (row->in_force)
		canvas_text(pane->canvas, inside, inside.x + 1, y, 1, ROLE_WARN, canvas_glyph(pane->canvas, GLYPH_POINT_SIGNAL));
	canvas_text(pane->canvas, inside, x, y, room, row->on.holder ? ROLE_TEXT : ROLE_DIM, row->on.holder ? row->on.holder : title);
	x += room + GAP;
	for (int c = 0; c < COLUMNS; c++) {
		if (!shown[c])
			continue;
		g_autofree char *words = cell_words(model, row, c);
		canvas_text(pane->canvas, inside, x, y, width_of(pane, c), cell_role(row, c), words);
		x += width_of(pane, c) + GAP;
	}
}

static void draw_heading(const struct pane *pane, struct rect inside, const bool shown[COLUMNS], int room)
{
	int x = inside.x + LEAD + room + GAP;
	canvas_text(pane->canvas, inside, inside.x + LEAD, inside.y, room, ROLE_HEADING, _("HOLDER"));
	for (int c = 0; c < COLUMNS; c++)
		if (shown[c]) {
			canvas_text(pane->canvas, inside, x, inside.y, width_of(pane, c), ROLE_HEADING, _(columns[c].title));
			x += width_of(pane, c) + GAP;
		}
}

int member_seats_pane_rows(const struct pane *pane)
{
	return MAX(pane_inside(pane).h - 1, 0);
}

static char *list_title(const struct pane *pane, const struct members_model *model)
{
	const char *name = labels_get(&model->body->name, pane->scene->lang);
	int vacant = 0, held = 0;
	for (guint i = 0; i < model->rows->len; i++) {
		const struct member_row *row = model->rows->pdata[i];
		bool regular = row->seat->flags & SEAT_VOTING && !row->seat->alternate_for;
		held += regular && row->on.holder != NULL;
		vacant += regular && !row->on.holder;
	}
	g_autofree char *counts = g_strdup_printf(_("%d of %d voting seats held"), held, held + vacant);
	const char *parts[] = { _("Members"), name, counts };
	return pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]) { 2, 1 }, 2);
}

static char *list_footer(const struct pane *pane, const struct members_model *model, int rows)
{
	g_autofree char *bodies = model->bodies > 1 ? g_strdup_printf(_("body %u of %u"), model->at + 1, model->bodies) : NULL;
	gint64 n = model->rows->len, top = pane->scene->seats.top;
	g_autofree char *range = n > rows ? pane_range(pane, top, MIN(rows, n - top), n) : NULL;
	return pane_joined(pane, (const char *const[]) { bodies, range }, 2);
}

void member_seats_pane_draw(const struct pane *pane)
{
	const struct members_model *model = pane->scene->members;
	const struct list_place *place = &pane->scene->seats;
	int rows = member_seats_pane_rows(pane);
	bool shown[COLUMNS];
	if (!model) {
		pane_empty(pane, pane_box(pane, _("Members"), NULL), _("Loading ..."), NULL);
		return;
	}
	g_autofree char *title = list_title(pane, model), *footer = list_footer(pane, model, rows);
	struct rect inside = pane_box(pane, title, footer);
	int room = choose_columns(pane, inside, shown);
	draw_heading(pane, inside, shown, room);
	for (int i = 0; i < rows; i++) {
		const struct member_row *row = members_model_row(model, place->top + i);
		int y = inside.y + 1 + i;
		if (!row)
			break;
		draw_row(pane, inside, y, model, row, shown, room);
		if (place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
}

/* --- one seat --- */

int member_detail_pane_rows(const struct pane *pane)
{
	return detail_body(pane).h;
}

int member_detail_pane_lines(const struct pane *pane)
{
	struct detail_lines *lines = member_lines_make(pane->canvas, pane->scene, detail_body(pane).w);
	int n = lines ? (int) lines->lines->len : 0;
	if (lines)
		detail_lines_free(lines);
	return n;
}

void member_detail_pane_draw(const struct pane *pane)
{
	const struct member_row *row = members_model_row(pane->scene->members, pane->scene->seats.position);
	struct detail_lines *lines = row ? member_lines_make(pane->canvas, pane->scene, detail_body(pane).w) : NULL;
	if (!lines) {
		pane_empty(pane, pane_box(pane, _("Seat"), NULL), _("No seat is chosen."), NULL);
		return;
	}
	const char *parts[] = { labels_get(&row->seat->title, pane->scene->lang), row->on.holder ? row->on.holder : seat_status_words(row->on.status) };
	g_autofree char *title = pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]) { 0 }, 1);
	detail_lines_draw(pane, lines, title);
	detail_lines_free(lines);
}
