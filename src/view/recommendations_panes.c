/* The Recommendations screen: the register in a list, and one of them whole. */
#include "view/pane.h"
#include "view/recommendation_view.h"

enum { LEAD = 2 /* the cursor, a space */, GAP = 2, TITLE_LEAST = 24, TITLE_BESIDE_BODY = 20 /* whose it is says more than its last words: the numbers of two bodies may be the same */, OWNER_WIDTH = 20, BODY_MOST = 16 };

enum role recommendation_role(enum recommendation_status status)
{
	switch (status) {
	case RECOMMENDATION_IS_OVERDUE: return ROLE_ALERT;
	case RECOMMENDATION_IS_CLOSED: case RECOMMENDATION_IS_WITHDRAWN: return ROLE_DIM;
	default: return ROLE_TEXT;
	}
}

/* "OVER 12 d", "due 30 d"; where no answer is asked for, what became of it. */
static const char *due_words(const struct recommendation *one, day_t today, char *buffer, size_t size)
{
	if (!one->next)
		return recommendation_status_words(one->status);
	int days = one->next->due - today;
	if (days < 0)
		g_snprintf(buffer, size, _("OVER %d d"), -days);
	else
		g_snprintf(buffer, size, _("due %d d"), days);
	return buffer;
}

/* The columns there is room for. */
struct columns { int number, title, owner, body, due; };

static const char *body_name(const struct pane *pane, const struct recommendation *one)
{
	return one->of ? labels_get(&one->of->short_name, pane->scene->lang) : one->body;
}

/* For the names of the bodies; 0 where all were made by one. */
static int bodies_width(const struct pane *pane, const struct recommendations_model *model)
{
	const struct recommendation *first = recommendations_model_row(model, 0);
	bool several = false;
	int width = canvas_width(pane->canvas, _("BODY"));
	for (guint i = 0; i < model->rows->len; i++) {
		const struct recommendation *one = model->rows->pdata[i];
		const char *name = body_name(pane, one);
		several |= g_strcmp0(one->body, first->body) != 0;
		width = MAX(width, name ? canvas_width(pane->canvas, name) : 0);
	}
	return several ? MIN(width, BODY_MOST) : 0;
}

static struct columns choose_columns(const struct pane *pane, struct rect inside)
{
	const struct recommendations_model *model = pane->scene->recommendations;
	struct columns columns = { .number = 6, .due = 9 };
	char buffer[32];
	for (guint i = 0; i < model->rows->len; i++) {
		const struct recommendation *one = model->rows->pdata[i];
		columns.number = MAX(columns.number, canvas_width(pane->canvas, one->number));
		columns.due = MAX(columns.due, canvas_width(pane->canvas, due_words(one, model->today, buffer, sizeof buffer)));
	}
	columns.number = MIN(columns.number, 14);
	int room = inside.w - LEAD - 1 - columns.number - GAP - columns.due - GAP;
	int body = bodies_width(pane, model);
	if (body && room - GAP - body >= TITLE_BESIDE_BODY) {
		columns.body = body;
		room -= GAP + body;
	}
	if (room - GAP - OWNER_WIDTH >= TITLE_LEAST) {
		columns.owner = OWNER_WIDTH;
		room -= GAP + OWNER_WIDTH;
	}
	columns.title = MAX(room, 0);
	return columns;
}

static int cell(const struct pane *pane, struct rect inside, int x, int y, int w, enum role role, const char *text)
{
	if (w <= 0)
		return x;
	canvas_text(pane->canvas, inside, x, y, w, role, text ? text : "");
	return x + w + GAP;
}

static void draw_cells(const struct pane *pane, struct rect inside, int y, const struct columns *columns, const char *const text[5], const enum role role[5])
{
	const int width[5] = { columns->number, columns->title, columns->body, columns->owner, columns->due };
	int x = inside.x + LEAD;
	for (int i = 0; i < 5; i++)
		x = cell(pane, inside, x, y, width[i], role[i], text[i]);
}

static void draw_row(const struct pane *pane, struct rect inside, int y, const struct columns *columns, const struct recommendation *one)
{
	char buffer[32];
	enum role role = recommendation_role(one->status), plain = role == ROLE_ALERT ? ROLE_TEXT : role;
	const char *const text[5] = { one->number, one->field[RECOMMENDATION_FIELD_TITLE], body_name(pane, one), one->field[RECOMMENDATION_FIELD_OWNER],
		due_words(one, pane->scene->recommendations->today, buffer, sizeof buffer) };
	draw_cells(pane, inside, y, columns, text, (const enum role[5]){ plain, plain, ROLE_DIM, ROLE_DIM, role });
}

int recommendations_pane_rows(const struct pane *pane)
{
	return MAX(pane_inside(pane).h - 1, 0);
}

/* "Recommendations · 12 · 2 overdue". */
static char *list_title(const struct pane *pane, const struct recommendations_model *model)
{
	unsigned n = model->count[RECOMMENDATION_IS_OVERDUE];
	g_autofree char *all = g_strdup_printf("%u", model->rows->len);
	g_autofree char *overdue = n ? g_strdup_printf(_("%u overdue"), n) : NULL;
	const char *parts[] = { _("Recommendations"), all, overdue };
	return pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]) { 1 }, 1);
}

void recommendations_pane_draw(const struct pane *pane)
{
	const struct recommendations_model *model = pane->scene->recommendations;
	const struct list_place *place = &pane->scene->recommendation_place;
	int rows = recommendations_pane_rows(pane);
	if (!model || !model->rows->len) {
		pane_empty(pane, pane_box(pane, _("Recommendations"), NULL), model ? _("Nothing was recommended yet.") : _("Loading ..."), model ? _("N records one") : NULL);
		return;
	}
	g_autofree char *title = list_title(pane, model);
	g_autofree char *range = model->rows->len > (guint) rows ? pane_range(pane, place->top, MIN(rows, model->rows->len - place->top), model->rows->len) : NULL;
	struct rect inside = pane_box(pane, title, range);
	struct columns columns = choose_columns(pane, inside);
	const enum role heading[5] = { ROLE_HEADING, ROLE_HEADING, ROLE_HEADING, ROLE_HEADING, ROLE_HEADING };
	draw_cells(pane, inside, inside.y, &columns, (const char *const[5]){ _("NUMBER"), _("WHAT"), _("BODY"), _("TO ANSWER"), _("ANSWER") }, heading);
	for (int i = 0; i < rows; i++) {
		const struct recommendation *one = recommendations_model_row(model, place->top + i);
		int y = inside.y + 1 + i;
		if (!one)
			break;
		draw_row(pane, inside, y, &columns, one);
		if (place->top + i == place->position)
			pane_current(pane, inside, y);
		pane_hit(pane, (struct rect) { inside.x, y, inside.w, 1 }, HIT_ROW, place->top + i);
	}
}

/* --- one of them --- */

int recommendation_pane_rows(const struct pane *pane)
{
	return detail_body(pane).h;
}

static const struct recommendation *chosen(const struct pane *pane)
{
	return recommendations_model_row(pane->scene->recommendations, pane->scene->recommendation_place.position);
}

int recommendation_pane_lines(const struct pane *pane)
{
	const struct recommendation *one = chosen(pane);
	struct detail_lines *lines = one ? recommendation_lines_make(pane->canvas, pane->scene, one, detail_body(pane).w) : NULL;
	int n = lines ? (int) lines->lines->len : 0;
	if (lines)
		detail_lines_free(lines);
	return n;
}

void recommendation_pane_draw(const struct pane *pane)
{
	const struct recommendation *one = chosen(pane);
	if (!one) {
		pane_empty(pane, pane_box(pane, _("Recommendation"), NULL), _("No recommendation is chosen."), NULL);
		return;
	}
	struct detail_lines *lines = recommendation_lines_make(pane->canvas, pane->scene, one, detail_body(pane).w);
	const char *parts[] = { one->number, recommendation_status_words(one->status) };
	g_autofree char *title = pane_fitting(pane, parts, G_N_ELEMENTS(parts), (const unsigned[]) { 1 }, 1);
	detail_lines_draw(pane, lines, title);
	detail_lines_free(lines);
}
