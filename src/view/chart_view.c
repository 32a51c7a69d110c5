#include "view/chart_view.h"

#include <string.h>
#include "base/i18n.h"
#include "base/text.h"
#include "view/chart_private.h"

static void form_draw(struct plot *plot)
{
	switch (plot->chart->form) {
	case CHART_LINES: case CHART_CONTROL: lines_draw(plot); break;
	case CHART_BARS: bars_draw(plot); break;
	case CHART_GROUPS: groups_draw(plot); break;
	case CHART_MULTIPLES: multiples_draw(plot); break;
	}
}

/* Takes rows away at the bottom and writes into them. */
static void foot_line(struct plot *plot, enum role role, const char *text)
{
	plot->area.h--;
	struct rect row = { plot->area.x, plot->area.y + plot->area.h, plot->area.w, 1 };
	canvas_text(plot->canvas, row, row.x, row.y, row.w, role, text);
}

static void foot_lines(struct plot *plot, enum role role, char *const *lines, unsigned n)
{
	while (n-- > 0)
		foot_line(plot, role, lines[n]);
}

/* Whole notes only: half a sentence tells less than none. */
static void foot_notes(struct plot *plot)
{
	unsigned most = plot->area.h >= 24 ? 4 : plot->area.h >= 18 ? 3 : 0;
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);

	for (unsigned i = 0; plot->chart->notes && i < plot->chart->notes->len; i++) {
		g_autofree char *clean = text_clean(g_ptr_array_index(plot->chart->notes, i), -1, TEXT_CLEAN_LINE);
		g_auto(GStrv) wrapped = text_wrap(clean, plot->area.w);
		if (lines->len + g_strv_length(wrapped) > most)
			break;
		for (unsigned l = 0; wrapped[l]; l++)
			g_ptr_array_add(lines, g_strdup(wrapped[l]));
	}
	foot_lines(plot, ROLE_DIM, (char *const *)lines->pdata, lines->len);
}

static void foot_draw(struct plot *plot)
{
	struct rect area = plot->area;

	foot_notes(plot);
	if (area.h >= 9) {
		g_autoptr(GPtrArray) marks = remark_marks(plot, area.h >= 16 ? 3 : area.h >= 10 ? 2 : 1);
		foot_lines(plot, ROLE_TEXT, (char *const *)marks->pdata, marks->len);
	}
	if (plot->place->cross && area.h >= 5) {
		g_autofree char *value = remark_value(plot->chart, plot->place, true), *brief = remark_value(plot->chart, plot->place, false);
		foot_line(plot, ROLE_ACCENT, canvas_width(plot->canvas, value) <= plot->area.w ? value : brief);
	}
}

static bool chart_empty(const struct chart *chart)
{
	return !chart || chart->n == 0 || chart->series->len == 0;
}

/* Nothing to draw, and why. */
static void empty_draw(const struct plot *plot)
{
	struct rect area = plot->area;
	const GPtrArray *notes = plot->chart ? plot->chart->notes : NULL;
	int y = area.y + area.h / 3, x = area.x + (area.w > 24);

	canvas_text(plot->canvas, area, x, y, area.w, ROLE_TEXT, _("No data to draw."));
	for (unsigned i = 0; notes && i < notes->len; i++) {
		g_autofree char *clean = text_clean(g_ptr_array_index(notes, i), -1, TEXT_CLEAN_LINE);
		g_auto(GStrv) lines = text_wrap(clean, MAX(area.w - 2, 1));
		for (unsigned l = 0; lines[l]; l++)
			canvas_text(plot->canvas, area, x, ++y, area.w, ROLE_DIM, lines[l]);
	}
}

void chart_view_draw(struct canvas *canvas, struct rect area, const struct chart *chart, const struct chart_place *place, struct hits *hits, int pane)
{
	struct plot plot = {
		.canvas = canvas, .area = rect_intersect(area, (struct rect){ 0, 0, canvas->w, canvas->h }), .chart = chart, .place = place,
		.hits = hits, .pane = pane, .style = canvas->ascii ? CHART_STYLE_ASCII : place->style,
	};

	if (plot.area.w < 1 || plot.area.h < 1)
		return;
	if (chart_empty(chart)) {
		empty_draw(&plot);
		return;
	}
	plot.share = chart_share(chart);
	if (place->face == CHART_FACE_WORDS)
		words_draw(&plot);
	else if (place->face == CHART_FACE_TABLE)
		table_draw(&plot);
	else {
		foot_draw(&plot);
		form_draw(&plot);
	}
}

char *chart_view_text(const struct chart *chart, int w, int h, const struct chart_place *place, bool ascii)
{
	struct canvas *canvas = canvas_new(w, h, ascii);
	struct rect all = { 0, 0, canvas->w, canvas->h };
	g_autofree char *title = chart->unit ? g_strdup_printf("%s (%s)", chart->title, chart->unit) : g_strdup(chart->title);
	char *text;

	canvas_text(canvas, all, 0, 0, canvas->w, ROLE_TITLE, title);
	chart_view_draw(canvas, (struct rect){ 0, canvas->h > 8 ? 2 : 1, canvas->w, canvas->h - (canvas->h > 8 ? 2 : 1) }, chart, place, NULL, 0);
	text = canvas_to_text(canvas, true);
	canvas_free(canvas);
	return text;
}
