/* The canvas: what reaches a cell, what never does, and the list cursor. */
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "literal.h"
#include "view/chart_private.h"
#include "view/layout.h"
#include "view/list.h"

static const struct rect all = { 0, 0, 1000, 1000 };

static void check_row(const char *text, int cells, bool ascii, const char *expected)
{
	struct canvas *canvas = canvas_new(20, 1, ascii);
	g_autofree char *row = NULL;

	canvas_text(canvas, all, 0, 0, cells, ROLE_TEXT, text);
	row = canvas_to_text(canvas, true);
	row[strlen(row) - 1] = '\0';
	g_assert_cmpstr(row, ==, expected);
	canvas_free(canvas);
}

static void test_text(void)
{
	check_row("plain", 20, false, "plain");
	check_row("too long for it", 8, false, "too lon…");
	check_row("too long for it", 8, true, "too lon~");
	check_row("\346\235\261\344\272\254\351\203\275", 5, false, "\346\235\261\344\272\254…");
	check_row("\346\235\261\344\272\254\351\203\275", 4, false, "\346\235\261…");
	check_row("\033[31mx", 20, false, "^[[31mx");
	check_row("a\nb", 20, false, "a b");
	check_row("12–15 · Ältere", 20, true, "12-15 - Altere");
	check_row("x", 0, false, "");
}

/* Half a wide character never stays behind. */
static void test_wide(void)
{
	struct canvas *canvas = canvas_new(6, 1, false);
	g_autofree char *row = NULL;

	canvas_text(canvas, all, 0, 0, 6, ROLE_TEXT, "\346\235\261\344\272\254\351\203\275");
	canvas_text(canvas, all, 1, 0, 2, ROLE_TEXT, "ab");
	row = canvas_to_text(canvas, false);
	g_assert_cmpstr(row, ==, " ab \351\203\275\n");
	g_clear_pointer(&row, g_free);
	canvas_text(canvas, (struct rect){ 1, 0, 3, 1 }, 0, 0, 6, ROLE_TEXT, "\346\235\261\344\272\254");
	row = canvas_to_text(canvas, false);
	g_assert_cmpstr(row, ==, "  \344\272\254\351\203\275\n");
	canvas_free(canvas);
}

static void test_clip(void)
{
	struct canvas *canvas = canvas_new(10, 3, false);
	g_autofree char *text = NULL;

	g_assert_cmpint(canvas_text(canvas, (struct rect){ 2, 1, 4, 1 }, 2, 1, 100, ROLE_KEY, "abcdefgh"), ==, 4);
	g_assert_cmpint(canvas_text(canvas, all, 0, 7, 10, ROLE_KEY, "outside"), ==, 0);
	g_assert_cmpint(canvas_text(canvas, all, -3, 0, 10, ROLE_TEXT, "abcdef"), ==, 6);
	canvas_text_right(canvas, all, 0, 2, 10, ROLE_TEXT, "right");
	text = canvas_to_text(canvas, true);
	g_assert_cmpstr(text, ==, "def\n  abc…\n     right\n");
	canvas_free(canvas);
}

static void test_box(void)
{
	struct canvas *canvas = canvas_new(16, 3, false);
	g_autofree char *text = NULL, *ascii = NULL;

	canvas_box(canvas, (struct rect){ 0, 0, 16, 3 }, true, "Title", "1 of 2");
	text = canvas_to_text(canvas, true);
	g_assert_cmpstr(text, ==, "┏━ Title ━━━━━━┓\n┃              ┃\n┗━━━━━ 1 of 2 ━┛\n");
	canvas->ascii = true;
	canvas_box(canvas, (struct rect){ 0, 0, 16, 3 }, true, "Title", NULL);
	ascii = canvas_to_text(canvas, true);
	g_assert_cmpstr(ascii, ==, "+> Title ------+\n|              |\n+--------------+\n");
	canvas_free(canvas);
}

static void test_sizes(void)
{
	struct canvas *canvas = canvas_new(0, -5, false);

	g_assert_cmpint(canvas->w, ==, 1);
	g_assert_cmpint(canvas->h, ==, 1);
	canvas_resize(canvas, 5000, 2);
	g_assert_cmpint(canvas->w, ==, 1000);
	canvas_box(canvas, (struct rect){ 998, 1, 1, 1 }, true, "x", "y");
	canvas_fill(canvas, (struct rect){ -5, -5, 9, 9 }, ROLE_TEXT, "x");
	canvas_role(canvas, (struct rect){ 990, 0, 100, 100 }, ROLE_KEY);
	canvas_free(canvas);
}

static void test_svg(void)
{
	static const GMarkupParser parser = { 0 };
	GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
	struct scene scene = literal_scene(SCREEN_OVERVIEW);
	struct theme theme = { .name = "test" };
	struct canvas *canvas = canvas_new(120, 40, false);
	g_autoptr(GError) error = NULL;
	g_autofree char *svg = NULL, *ansi = NULL;

	for (int i = 0; i < ROLE_COUNT; i++)
		theme.role[i] = (struct role_style){ .fg = 252, .bg = i % 2 ? 234 : COLOR_NONE, .attributes = (uint8_t)(i % 8) };
	frame_draw(canvas, &scene, NULL);
	canvas_text(canvas, all, 0, 3, 40, ROLE_ALERT, "<&\">\033 \346\235\261");
	svg = canvas_to_svg(canvas, &theme);
	g_markup_parse_context_parse(context, svg, -1, &error);
	g_assert_no_error(error);
	g_markup_parse_context_end_parse(context, &error);
	g_assert_no_error(error);
	g_assert_nonnull(strstr(svg, "&lt;&amp;&quot;&gt;^["));
	g_assert_null(strstr(svg, "┏"));      /* lines are shapes */
	ansi = canvas_to_ansi(canvas, &theme, 0);
	g_assert_null(strstr(ansi, "38;5"));
	g_assert_null(strstr(ansi, ";3"));
	g_markup_parse_context_free(context);
	canvas_free(canvas);
}

static void check_layout(enum screen_id screen, enum pane_id focus, bool zoom, int w, int h, const char *expected)
{
	struct scene scene = { .screen = screen, .focus = focus, .zoom = zoom };
	struct layout layout;
	g_autofree char *text = NULL;

	layout_compute(&layout, &scene, w, h);
	text = layout_text(&layout);
	g_assert_cmpstr(text, ==, expected);
}

static void test_layout(void)
{
	check_layout(SCREEN_OVERVIEW, PANE_OVERVIEW_OPEN, false, 120, 40,
		"tabs 0,0 120x1; open 0,1 60x19; trend 60,1 60x19; agenda 0,20 60x18; ageing 60,20 27x18; districts 87,20 33x18; message 0,38 120x1; hints 0,39 120x1");
	check_layout(SCREEN_OVERVIEW, PANE_OVERVIEW_OPEN, false, 80, 24,
		"tabs 0,0 80x1; open 0,1 40x11; trend 40,1 40x11; agenda 0,12 40x10; ageing 40,12 40x10; message 0,22 80x1; hints 0,23 80x1");
	check_layout(SCREEN_OVERVIEW, PANE_OVERVIEW_AGENDA, false, 60, 16, "tabs 0,0 60x1; agenda 0,1 60x13; message 0,14 60x1; hints 0,15 60x1");
	check_layout(SCREEN_CASES, PANE_TREND_CHART, false, 40, 10, "tabs 0,0 40x1; list 0,1 40x8; message 0,9 40x1; hints 0,9 40x0");
	check_layout(SCREEN_CASES, PANE_CASE_DETAIL, true, 120, 40, "tabs 0,0 120x1; detail 0,1 120x37; message 0,38 120x1; hints 0,39 120x1");
	check_layout(SCREEN_CASES, PANE_CASE_LIST, false, 8, 2, "tabs 0,0 8x0; message 0,2 8x0; hints 0,1 8x0");
}

static void test_panes(void)
{
	struct scene scene = { .screen = SCREEN_OVERVIEW, .focus = PANE_OVERVIEW_AGEING };
	enum pane_id panes[PANES];

	g_assert_cmpuint(frame_panes(&scene, 120, 40, panes, PANES), ==, 5);
	g_assert_cmpuint(frame_panes(&scene, 80, 24, panes, PANES), ==, 4);
	g_assert_cmpuint(frame_panes(&scene, 60, 16, panes, PANES), ==, 5);
	g_assert_cmpuint(frame_panes(&scene, 8, 2, panes, PANES), ==, 0);
	g_assert_cmpint(frame_list_rows(&scene, 80, 24, PANE_CASE_LIST), ==, 0);
	scene.screen = SCREEN_CASES;
	scene.focus = PANE_CASE_LIST;
	g_assert_cmpint(frame_list_rows(&scene, 80, 24, PANE_CASE_LIST), ==, 21 * 55 / 100 - 3);
	g_assert_cmpint(frame_list_rows(&scene, 1, 1, PANE_CASE_LIST), ==, 0);
}

static void check_list(const struct list_place *place, gint64 position, gint64 top)
{
	g_assert_cmpint(place->position, ==, position);
	g_assert_cmpint(place->top, ==, top);
}

static void test_list(void)
{
	struct list_place place = { 0, 0 };

	list_move(&place, 100, 10, 12);
	check_list(&place, 12, 3);
	list_page(&place, 100, 10, 1);
	check_list(&place, 21, 12);
	list_move(&place, 100, 10, G_MAXINT64);
	check_list(&place, 99, 90);
	list_move(&place, 100, 10, G_MININT64);
	check_list(&place, 0, 0);
	list_end(&place, 100, 10);
	check_list(&place, 99, 90);
	place = (struct list_place){ 50, 45 };
	list_place_at(&place, 200, 10, 80);       /* thirty rows came in above: same row of the screen */
	check_list(&place, 80, 75);
	list_place_at(&place, 3, 10, 2);
	check_list(&place, 2, 0);
	list_move(&place, 0, 10, 5);
	check_list(&place, 0, 0);
	list_page(&place, 100, 0, 3);
	check_list(&place, 3, 3);
}

/* UX.md 11.13: for a thousand ranges at most 7 labels, rows equally far apart, steps of 1, 2 or 5. */
static void test_ticks(void)
{
	for (int i = 0; i < 1000; i++) {
		struct chart *chart = literal_lines();
		struct plot plot = { .chart = chart };
		double max = exp(g_test_rand_double_range(-3, 14)), mantissa;
		int rows = g_test_rand_int_range(2, 50), used;
		plot.share = i % 2;
		used = plot_scale(&plot, max, rows);
		g_assert_cmpint(plot.intervals, <=, 6);
		g_assert_cmpint(used, <=, rows);
		g_assert_cmpint((used - 1) % plot.intervals, ==, 0);
		g_assert_true(plot.top >= max * (1 - 1e-9));
		g_assert_cmpfloat(fabs(plot.step * plot.intervals - plot.top), <, 1e-6 * plot.top);
		mantissa = plot.step / pow(10, floor(log10(plot.step) + 1e-9));
		g_assert_true(fabs(mantissa - 1) < 1e-6 || fabs(mantissa - 2) < 1e-6 || fabs(mantissa - 5) < 1e-6);
		chart_free(chart);
	}
}

/* No two month labels closer than two cells, the last month always labelled, at every width and length. */
static void test_months(void)
{
	for (int i = 0; i < 600; i++) {
		int w = g_test_rand_int_range(24, 140), months = g_test_rand_int_range(2, 200);
		g_autoptr(chart_t) chart = chart_new("x", "x", "x", CHART_LINES, 12 * 40 + i, (unsigned)months);
		struct chart_place place = { .limits = false };
		g_autofree char *text = NULL;
		struct series *series = chart_add(chart, "x", NULL);
		for (int m = 0; m < months; m++)
			series->points[m].value = m % 9;
		text = chart_view_text(chart, w, 20, &place, false);
		g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
		unsigned axis = 0;
		while (rows[axis] && !strstr(rows[axis], "└"))
			axis++;
		g_assert_nonnull(rows[axis]);
		g_auto(GStrv) words = g_strsplit(g_strstrip(rows[axis + 1]), " ", -1);
		unsigned labels = 0;
		for (unsigned k = 0; words[k]; k++) {
			labels += *words[k] != '\0';
			if (k > 0 && *words[k] && *words[k - 1])
				g_error("labels too close at %d cells: '%s'", w, rows[axis + 1]);
		}
		g_assert_cmpuint(labels, >=, 1);
		g_autofree char *last = chart_point_name(chart, chart->n - 1);
		last[3] = '\0';
		g_assert_true(g_str_has_suffix(rows[axis + 1], last));
	}
}

/* A gap is never joined: nothing is drawn in the columns between the neighbours of a missing month. */
static void test_gap(void)
{
	g_autoptr(chart_t) chart = chart_new("x", "x", "x", CHART_LINES, 600, 5);
	struct series *series = chart_add(chart, "x", NULL);
	struct chart_place place = { .limits = false };
	g_autofree char *text = NULL;

	for (unsigned i = 0; i < 5; i++)
		series->points[i].value = 10;
	series->points[2].flags = POINT_MISSING;
	text = chart_view_text(chart, 40, 14, &place, false);
	g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
	for (unsigned y = 0; rows[y]; y++)
		if (strstr(rows[y], "●")) {
			g_auto(GStrv) points = g_strsplit(rows[y], "●", -1);
			g_assert_cmpuint(g_strv_length(points), ==, 5);
			g_assert_null(strpbrk(points[2], "_.-"));
			g_assert_cmpuint(strspn(points[2], " "), ==, strlen(points[2]));
		}
	g_assert_nonnull(strstr(text, "╳"));
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/view/canvas/text", test_text);
	g_test_add_func("/view/canvas/wide", test_wide);
	g_test_add_func("/view/canvas/clip", test_clip);
	g_test_add_func("/view/canvas/box", test_box);
	g_test_add_func("/view/canvas/sizes", test_sizes);
	g_test_add_func("/view/canvas/svg", test_svg);
	g_test_add_func("/view/layout/rectangles", test_layout);
	g_test_add_func("/view/layout/panes", test_panes);
	g_test_add_func("/view/list", test_list);
	g_test_add_func("/view/chart/ticks", test_ticks);
	g_test_add_func("/view/chart/months", test_months);
	g_test_add_func("/view/chart/gap", test_gap);
	return g_test_run();
}
