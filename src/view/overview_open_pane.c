/* Overview: the open cases, overdue first, and below them where they stand. */
#include "view/case_columns.h"

static char *stage_text(const struct overview_stage *stage)
{
	char count[28];

	return g_strdup_printf("%s %s", stage->label, text_number(stage->count, count));
}

/* Rows that the stages want, by the width alone: no canvas is there when rows are counted. */
static int stage_rows(const struct overview *overview, struct rect inside)
{
	int start = inside.x + 2 + text_width(_("By stage")) + 2, x = start, rows = 1;

	for (unsigned i = 0; overview->by_stage && i < overview->by_stage->len; i++) {
		const struct overview_stage *stage = g_ptr_array_index(overview->by_stage, i);
		g_autofree char *text = stage->count ? stage_text(stage) : NULL;
		if (!text)
			continue;
		if (x + text_width(text) > inside.x + inside.w - 1 && x > start)
			x = start, rows++;
		x += text_width(text) + 2;
	}
	return rows;
}

/* Rows of summary under the list, a rule, the stages and the month: only where the list keeps enough. */
static int summary_rows(const struct pane *pane, struct rect inside)
{
	return !pane->scene->overview || inside.h < 14 ? 0 : 2 + MIN(stage_rows(pane->scene->overview, inside), inside.h < 17 ? 2 : 3);
}

int overview_open_pane_rows(const struct pane *pane)
{
	struct rect inside = pane_inside(pane);

	return MAX(inside.h - 1 - summary_rows(pane, inside), 0);
}

static void open_title(const struct pane *pane, const struct overview *overview, char **title)
{
	char open[28], overdue[28];
	g_autofree char *late = overview->overdue > 0 ? g_strdup_printf(_("OVERDUE %s"), text_number(overview->overdue, overdue)) : NULL;
	g_autofree char *count = g_strdup_printf(_("Open cases %s"), text_number(overview->open, open));

	*title = pane_joined(pane, (const char *const[]){ count, late }, 2);
}

/* What the rows had no place for: how many cases, or at least that there are more. */
static void stages_left(const struct pane *pane, struct rect inside, int x, int y, unsigned from)
{
	const GPtrArray *stages = pane->scene->overview->by_stage;
	int right = inside.x + inside.w - 1;
	gint64 left = 0;
	char count[28];

	for (unsigned i = from; i < stages->len; i++)
		left += ((const struct overview_stage *)g_ptr_array_index(stages, i))->count;
	g_autofree char *text = g_strdup_printf(_("others %s"), text_number(left, count));
	if (x + canvas_width(pane->canvas, text) <= right)
		canvas_text(pane->canvas, inside, x, y, right - x, ROLE_TEXT, text);
	else
		canvas_text(pane->canvas, inside, MIN(x, right - 1), y, 1, ROLE_DIM, canvas_glyph(pane->canvas, GLYPH_ELLIPSIS));
}

/* "By stage  Intake 9  Review 8", on as many rows as it has; the last one says how many there are beside. */
static int stage_words(const struct pane *pane, struct rect inside, int y, int rows)
{
	const struct overview *overview = pane->scene->overview;
	int start = inside.x + 2 + canvas_text(pane->canvas, inside, inside.x + 2, y, inside.w - 2, ROLE_DIM, _("By stage")) + 2;
	int x = start, right = inside.x + inside.w - 1, end = y + rows;

	for (unsigned i = 0; overview->by_stage && i < overview->by_stage->len; i++) {
		const struct overview_stage *stage = g_ptr_array_index(overview->by_stage, i);
		g_autofree char *text = stage_text(stage);
		int width = canvas_width(pane->canvas, text);
		if (stage->count == 0)
			continue;
		if (x + width > right && x > start && y + 1 < end)
			x = start, y++;
		if (x + width > right) {
			stages_left(pane, inside, x, y, i);
			break;
		}
		x += canvas_text(pane->canvas, inside, x, y, width, ROLE_TEXT, text) + 2;
	}
	return end;
}

static void month_words(const struct pane *pane, struct rect inside, int y)
{
	const struct overview *overview = pane->scene->overview;
	gint64 net = overview->opened_month - overview->closed_month;
	char opened[28], closed[28], change[28];
	g_autofree char *a = g_strdup_printf(ngettext("%s opened", "%s opened", (unsigned long) overview->opened_month), text_number(overview->opened_month, opened));
	g_autofree char *b = g_strdup_printf(ngettext("%s closed", "%s closed", (unsigned long) overview->closed_month), text_number(overview->closed_month, closed));
	g_autofree char *c = g_strdup_printf(_("net %s%s"), net > 0 ? "+" : net < 0 ? canvas_glyph(pane->canvas, GLYPH_MINUS) : "", text_number(ABS(net), change));
	g_autofree char *text = pane_joined(pane, (const char *const[]){ a, b, c }, 3);
	int x = inside.x + 2;

	if (!overview->month_name)
		return;
	x += canvas_text(pane->canvas, inside, x, y, 12, ROLE_DIM, overview->month_name) + 2;
	canvas_text(pane->canvas, inside, x, y, inside.x + inside.w - x, ROLE_TEXT, text);
}

static void open_summary(const struct pane *pane, struct rect inside)
{
	int y = inside.y + inside.h - summary_rows(pane, inside);

	if (!summary_rows(pane, inside))
		return;
	canvas_fill(pane->canvas, rect_intersect(inside, (struct rect){ inside.x + 2, y, inside.w - 4, 1 }), ROLE_BORDER, canvas_glyph(pane->canvas, GLYPH_HLINE));
	y = stage_words(pane, inside, y + 1, summary_rows(pane, inside) - 2);
	month_words(pane, inside, y);
}

static void open_nothing(const struct pane *pane)
{
	struct rect inside = pane_box(pane, _("Open cases 0"), NULL);
	const struct overview *overview = pane->scene->overview;

	if (!overview)
		pane_empty(pane, inside, _("Loading ..."), NULL);
	else if (overview->all == 0 && overview->data_as_of)
		pane_empty(pane, inside, _("The imported data have no cases."), _("3 shows the charts of what they have."));
	else if (overview->all == 0)
		pane_empty(pane, inside, _("This database has no cases yet."), _("Bring published data in: dais import FILE DATA.csv --map MAP"));
	else
		pane_empty(pane, inside, _("No case is open."), _("2 shows all cases."));
}

void overview_open_pane_draw(const struct pane *pane)
{
	const struct overview *overview = pane->scene->overview;
	const struct list_place *place = &pane->scene->open;
	g_autofree char *title = NULL, *range = NULL;
	struct case_columns columns;
	struct rect inside;
	int rows = overview_open_pane_rows(pane);

	if (!overview || overview->open == 0 || overview->n == 0) {
		open_nothing(pane);
		return;
	}
	open_title(pane, overview, &title);
	range = pane_range(pane, place->top, MIN(rows, (gint64)overview->n - place->top), overview->open);
	inside = pane_box(pane, title, range);
	case_columns_choose(&columns, pane, inside, CASE_FIELDS, overview->rows + MIN(place->top, (gint64)overview->n),
		(unsigned)CLAMP((gint64)overview->n - place->top, 0, rows));
	case_columns_head(&columns, pane, inside, CASE_FIELDS, false);
	for (int i = 0; i < rows && place->top + i < overview->n; i++) {
		int y = inside.y + 1 + i;
		case_columns_row(&columns, pane, inside, y, &overview->rows[place->top + i]);
		if (place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect){ inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
	open_summary(pane, inside);
}
