#include "view/case_columns.h"

#include <string.h>

/* Cursor, space, mark, space; lists that mark nothing have no place for the mark. */
static int lead(enum case_field sort)
{
	return sort == CASE_FIELDS ? 2 : 4;
}

/* In drawing order; least: below it the column is left out; flex: share of the spare width; keep: the higher the later it goes. */
static const struct { enum case_field field; int least, most, flex, keep; bool right; } columns_known[] = {
	{ CASE_FIELD_NUMBER, 8, 20, 0, 9, false },
	{ CASE_FIELD_CLASS, 8, 34, 4, 6, false },
	{ CASE_FIELD_DISTRICT, 8, 22, 1, 4, false },
	{ CASE_FIELD_RECEIVED, 10, 10, 0, 1, false },
	{ CASE_FIELD_AGE, 5, 7, 0, 5, true },
	{ CASE_FIELD_DUE, 11, 14, 0, 8, false },
	{ CASE_FIELD_STATE, 8, 22, 1, 3, false },
	{ CASE_FIELD_CLOSED, 10, 10, 0, 0, false },
	{ CASE_FIELD_OCCURRED, 10, 10, 0, 0, false },
	{ CASE_FIELD_KIND, 9, 14, 0, 0, false },
	{ CASE_FIELD_CHANNEL, 8, 14, 0, 0, false },
	{ CASE_FIELD_SOURCE, 8, 14, 0, 0, false },
	{ CASE_FIELD_BODY, 8, 14, 0, 0, false },
	{ CASE_FIELD_PRIORITY, 8, 8, 0, 0, true },
};

static const char *day_text(day_t day, char buffer[DAY_ISO_SIZE])
{
	return day == DAY_UNKNOWN ? _("unknown") : day_iso(day, buffer);
}

/* A deadline in two parts, so that days stand under days: "! OVER" and "34d". */
static const char *deadline_word(const struct case_row *row, day_t today)
{
	if (!row->open)
		return _("  closed");
	if (row->due == DAY_UNKNOWN)
		return "";
	return row->due < today ? _("! OVER") : row->due == today ? _("  due today") : _("  due");
}

static char *deadline_days(const struct case_row *row, day_t today)
{
	return !row->open || row->due == DAY_UNKNOWN || row->due == today ? NULL : g_strdup_printf(_("%dd"), ABS(row->due - today));
}

char *case_deadline(const struct case_row *row, day_t today)
{
	g_autofree char *days = deadline_days(row, today);

	return days ? g_strdup_printf("%s %*s", deadline_word(row, today), 4, days) : g_strdup(deadline_word(row, today));
}

static char *column_text(enum case_field field, const struct case_row *row, day_t today)
{
	char buffer[DAY_ISO_SIZE];

	switch (field) {
	case CASE_FIELD_NUMBER: return g_strdup(row->number);
	case CASE_FIELD_CLASS: return g_strdup(row->class ? row->class : _("unknown"));
	case CASE_FIELD_DISTRICT: return g_strdup(row->district ? row->district : _("unknown"));
	case CASE_FIELD_STATE: return g_strdup(row->state);
	case CASE_FIELD_KIND: return g_strdup(row->kind);
	case CASE_FIELD_CHANNEL: return g_strdup(row->channel);
	case CASE_FIELD_SOURCE: return g_strdup(row->source);
	case CASE_FIELD_BODY: return g_strdup(row->body);
	case CASE_FIELD_AGE: return row->age < 0 ? g_strdup(_("unknown")) : g_strdup_printf(_("%dd"), row->age);
	case CASE_FIELD_DUE: return case_deadline(row, today);
	case CASE_FIELD_RECEIVED: return g_strdup(day_text(row->received, buffer));
	case CASE_FIELD_CLOSED: return g_strdup(row->open ? "" : day_text(row->closed, buffer));
	case CASE_FIELD_OCCURRED: return g_strdup(day_text(row->occurred, buffer));
	case CASE_FIELD_PRIORITY: return g_strdup_printf("%d", row->priority);
	default: return g_strdup("");
	}
}

/* marked: the sort mark stands inside a right-aligned column, not in the gap after it */
static int widest(const struct pane *pane, unsigned c, const struct case_row *rows, unsigned n, bool marked)
{
	int width = canvas_width(pane->canvas, _(case_field_info(columns_known[c].field)->title)) + (marked ? 2 : 0);

	if (columns_known[c].least == columns_known[c].most)
		return MAX(columns_known[c].most, marked ? width : 0);
	for (unsigned i = 0; i < n && width < columns_known[c].most; i++) {
		g_autofree char *text = column_text(columns_known[c].field, &rows[i], pane->scene->today);
		width = MAX(width, canvas_width(pane->canvas, text));
	}
	return CLAMP(width, columns_known[c].least, columns_known[c].most);
}

static int column_least(unsigned c, const int *want)
{
	bool gives = columns_known[c].flex || columns_known[c].field == CASE_FIELD_AGE;      /* an unknown age can be a "?" */

	return gives ? MIN(columns_known[c].least, want[c]) : want[c];
}

/* The higher the later it is left out: the number, what the list is sorted by, then by the table; the overview, sorted by
 * deadline, says what a case is about before its age. */
static int column_rank(unsigned c, enum case_field sort)
{
	if (columns_known[c].keep == 9)
		return 10;
	if (columns_known[c].field == sort)
		return 9;
	return sort == CASE_FIELDS && columns_known[c].field == CASE_FIELD_CLASS ? 7 : columns_known[c].keep;
}

/* What the allegation still lacks to be readable: a column of less importance is worth no cut word. */
static int allegation_lacks(const int *want, const int *width, int keep)
{
	unsigned c = 0;

	while (columns_known[c].field != CASE_FIELD_CLASS)
		c++;
	return width[c] ? MAX(MIN(want[c], keep >= 4 ? 10 : 17) - width[c], 0) : 0;
}

void case_columns_choose(struct case_columns *columns, const struct pane *pane, struct rect inside, enum case_field sort,
	const struct case_row *rows, unsigned n)
{
	enum { KNOWN = G_N_ELEMENTS(columns_known) };
	int want[KNOWN], width[KNOWN] = { 0 }, all = inside.w - lead(sort) - (inside.w > 30), room = all, x = inside.x + lead(sort);

	for (unsigned c = 0; c < KNOWN; c++)
		want[c] = columns_known[c].keep == 0 && columns_known[c].field != sort ? 0 : widest(pane, c, rows, n, columns_known[c].field == sort && columns_known[c].right);
	for (int keep = 10; keep >= 1; keep--)      /* the columns by importance, the sorted one right after the number */
		for (unsigned c = 0; c < KNOWN; c++) {
			if (column_rank(c, sort) != keep)
				continue;
			int least = column_least(c, want) + (room < all ? 2 : 0);
			int lacks = keep < 5 ? allegation_lacks(want, width, keep) : 0;
			if (least + lacks <= room || keep == 10)
				width[c] = column_least(c, want), room -= least;
		}
	for (bool grown = true; room > 0 && grown;) {
		grown = false;
		for (unsigned c = 0; c < KNOWN && room > 0; c++) {
			int more = width[c] ? MIN(MIN(MAX(columns_known[c].flex, 1), want[c] - width[c]), room) : 0;
			width[c] += more;
			room -= more;
			grown = grown || more > 0;
		}
	}
	columns->n = 0;
	for (unsigned c = 0; c < KNOWN && columns->n < G_N_ELEMENTS(columns->column); c++)
		if (width[c]) {
			columns->column[columns->n++] = (struct case_column){ columns_known[c].field, x, width[c] };
			x += width[c] + 2;
		}
}

static bool column_right(enum case_field field)
{
	return field == CASE_FIELD_AGE || field == CASE_FIELD_PRIORITY;
}

void case_columns_head(const struct case_columns *columns, const struct pane *pane, struct rect inside, enum case_field sort, bool reverse)
{
	for (unsigned i = 0; i < columns->n; i++) {
		const struct case_column *column = &columns->column[i];
		const char *whole = _(case_field_info(column->field)->title);
		bool narrow = column->field == CASE_FIELD_CLASS && canvas_width(pane->canvas, whole) + (column->field == sort ? 2 : 0) > column->w;
		const char *title = narrow ? _("CLASS") : whole;
		g_autofree char *marked = column->field != sort ? NULL :
			g_strdup_printf("%s%s %s", column->field == CASE_FIELD_DUE ? "  " : "", title, canvas_glyph(pane->canvas, reverse ? GLYPH_SORT_DOWN : GLYPH_SORT_UP));
		int room = column_right(column->field) ? column->w : column->w + 2;
		if (column_right(column->field))
			canvas_text_right(pane->canvas, inside, column->x, inside.y, room, ROLE_HEADING, marked ? marked : title);
		else
			canvas_text(pane->canvas, inside, column->x + (column->field == CASE_FIELD_DUE && !marked ? 2 : 0), inside.y, marked ? room : column->w,
				ROLE_HEADING, marked ? marked : title);
		pane_hit(pane, rect_intersect(inside, (struct rect){ column->x, inside.y, column->w, 1 }), HIT_COLUMN, column->field);
	}
}

void case_columns_row(const struct case_columns *columns, const struct pane *pane, struct rect inside, int y, const struct case_row *row)
{
	if (row->marked)
		canvas_text(pane->canvas, inside, inside.x + 2, y, 1, ROLE_MARKED, canvas_glyph(pane->canvas, GLYPH_MARK));
	for (unsigned i = 0; i < columns->n; i++) {
		const struct case_column *column = &columns->column[i];
		g_autofree char *text = column_text(column->field, row, pane->scene->today);
		bool late = row->overdue && column->field == CASE_FIELD_DUE;
		enum role role = late ? ROLE_ALERT : row->marked ? ROLE_MARKED : row->open || column->field != CASE_FIELD_DUE ? ROLE_TEXT : ROLE_DIM;
		if (column->field == CASE_FIELD_DUE) {
			g_autofree char *days = deadline_days(row, pane->scene->today);
			if (late)      /* one painted field, not two with a hole */
				canvas_role(pane->canvas, rect_intersect(inside, (struct rect){ column->x, y, column->w, 1 }), role);
			canvas_text(pane->canvas, inside, column->x, y, column->w, role, deadline_word(row, pane->scene->today));
			canvas_text_right(pane->canvas, inside, column->x, y, column->w, role, days);
		} else if (column_right(column->field))
			canvas_text_right(pane->canvas, inside, column->x, y, column->w, role, canvas_width(pane->canvas, text) <= column->w ? text : "?");
		else
			canvas_text(pane->canvas, inside, column->x, y, column->w, role, text);
	}
}
