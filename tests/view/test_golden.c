/*
 * Every screen at every size, text and roles, against tests/view/golden. `make update-goldens` rewrites them; read the
 * difference before you commit it. Properties that hold for any size are asked below.
 */
#include <locale.h>
#include <string.h>
#include "golden_file.h"
#include "literal.h"
#include "view/chart_view.h"
#include "view/list.h"

struct size { int w, h; };
static const struct size large[] = { { 120, 40 }, { 80, 24 }, { 60, 16 } }, tiny[] = { { 40, 10 }, { 20, 5 }, { 8, 2 }, { 1, 1 } };

static void append_frame(GString *out, const struct scene *scene, struct size size, bool ascii)
{
	struct canvas *canvas = canvas_new(size.w, size.h, ascii);

	frame_draw(canvas, scene, NULL);
	golden_add(out, canvas);
	canvas_free(canvas);
}

static void golden(const char *name, const struct scene *scene)
{
	for (int ascii = 0; ascii < 2; ascii++) {
		g_autoptr(GString) small = g_string_new(NULL);
		g_autofree char *file = g_strdup_printf("%s-small%s", name, ascii ? "-ascii" : "");
		for (unsigned i = 0; i < G_N_ELEMENTS(large); i++) {
			g_autoptr(GString) out = g_string_new(NULL);
			g_autofree char *each = g_strdup_printf("%s-%dx%d%s", name, large[i].w, large[i].h, ascii ? "-ascii" : "");
			append_frame(out, scene, large[i], ascii);
			golden_compare(each, out->str);
		}
		for (unsigned i = 0; i < G_N_ELEMENTS(tiny); i++)
			append_frame(small, scene, tiny[i], ascii);
		golden_compare(file, small->str);
	}
}

static void test_screen(gconstpointer data)
{
	static const char *const names[SCREENS] = { "overview", "cases", "trends", "agenda", "meeting", "members", "recommendations" };
	enum screen_id screen = GPOINTER_TO_UINT(data);
	struct scene scene = literal_scene(screen);

	golden(names[screen], &scene);
}

static void golden_one(const char *name, const struct scene *scene, int w, int h)
{
	g_autoptr(GString) out = g_string_new(NULL);

	append_frame(out, scene, (struct size){ w, h }, false);
	golden_compare(name, out->str);
}

static void test_states(void)
{
	struct scene scene = literal_scene(SCREEN_OVERVIEW);

	golden_one("overview-100x30", &scene, 100, 30);      /* the narrowest panes: names stay whole */
	scene.overlay = literal_help();
	golden_one("help-80x24", &scene, 80, 24);
	scene.overlay = literal_palette();
	golden_one("palette-80x24", &scene, 80, 24);
	golden_one("palette-30x8", &scene, 30, 8);
	scene = literal_scene(SCREEN_CASES);
	scene.prompt = (struct prompt_state){ .active = true, .label = (char *)"filter", .text = (char *)"state:open distrct:north", .cursor = 24,
		.error = (char *)"unknown field 'distrct'; did you mean 'district'?", .error_at = 11 };
	golden_one("prompt-error-80x24", &scene, 80, 24);
	scene = literal_scene(SCREEN_CASES);
	scene.focus = PANE_CASE_DETAIL;
	scene.confidential = true;
	scene.detail_top[SCREEN_CASES] = 5;
	scene.header_right = "READ-ONLY";
	scene.loading = 45;
	golden_one("detail-80x24", &scene, 80, 24);
	scene.zoom = true;
	scene.raw = true;
	golden_one("raw-80x24", &scene, 80, 24);
}

/* What is said about the findings of one allegation. */
static char *findings_said(const char *investigator, const char *board, const char *chief)
{
	struct allegation_record allegation = { .class = (char *)"Force", .finding = { [STAGE_INVESTIGATOR] = (char *)investigator,
		[STAGE_BOARD] = (char *)board, [STAGE_CHIEF] = (char *)chief } };
	struct scene scene = literal_scene(SCREEN_CASES);
	struct case_detail detail = *scene.detail;
	struct canvas *canvas = canvas_new(54, 40, false);
	char *text;

	detail.allegations = g_ptr_array_new();
	g_ptr_array_add(detail.allegations, &allegation);
	scene.detail = &detail;
	scene.focus = PANE_CASE_DETAIL;
	scene.zoom = true;
	frame_draw(canvas, &scene, NULL);
	text = canvas_to_text(canvas, true);
	canvas_free(canvas);
	g_ptr_array_unref(detail.allegations);
	return text;
}

/* A finding that is still pending differs from nothing; spellings of one finding do not differ either. */
static void test_pending(void)
{
	static const struct { const char *investigator, *board, *chief, *said; } rows[] = {
		{ "Sustained", "Pending", NULL, NULL }, { "Sustained", "Exonerated", NULL, "the board differs from the investigator" },
		{ "Sustained", "SUSTAINED", NULL, NULL }, { "Sustained", "Pending", "Exonerated", "DISAGREES with the investigator" },
		{ "Sustained", "Sustained", "Pending", NULL }, { "Sustained", "Sustained", "Exonerated", "DISAGREES with the board" },
	};

	for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *text = findings_said(rows[i].investigator, rows[i].board, rows[i].chief);
		if (rows[i].said)
			g_assert_nonnull(strstr(text, rows[i].said));
		else
			g_assert_true(!strstr(text, "differs") && !strstr(text, "DISAGREES"));
	}
}

static void test_empty(void)
{
	struct overview nothing = { .median_age = -1, .oldest_age = -1 };
	struct case_list list = { .complete = true, .filter = (char *)"" }, none = { .complete = true, .filter = (char *)"state:open", .total = 9 };
	struct scene scene = literal_scene_empty(SCREEN_OVERVIEW);

	scene.overview = &nothing;
	golden_one("overview-empty-80x24", &scene, 80, 24);
	nothing.data_as_of = (char *)"2 Dec 2024, force.csv";      /* reports of force, and no case */
	golden_one("overview-force-80x24", &scene, 80, 24);
	scene = literal_scene_empty(SCREEN_CASES);
	scene.cases = &list;
	golden_one("cases-empty-80x24", &scene, 80, 24);
	scene.cases = &none;
	golden_one("cases-none-80x24", &scene, 80, 24);
	scene = literal_scene_empty(SCREEN_AGENDA);
	golden_one("agenda-empty-80x24", &scene, 80, 24);
	scene = literal_scene_empty(SCREEN_TRENDS);
	golden_one("trends-empty-80x24", &scene, 80, 24);
}

/* One seat alone: a holdover with the rule of absences reached, and the last of the terms allowed with training that lacks. */
static void test_members(void)
{
	struct scene scene = literal_scene(SCREEN_MEMBERS);

	scene.focus = PANE_MEMBER_DETAIL;
	scene.zoom = true;
	golden_one("member-80x24", &scene, 80, 24);
	scene.seats.position = 3;
	golden_one("member-holdover-60x16", &scene, 60, 16);
	scene.seats.position = 4;
	golden_one("member-vacant-60x16", &scene, 60, 16);
}

/* One alone, in monochrome words: overdue with what holds it up; and an empty register. */
static void test_recommendations(void)
{
	g_autoptr(GPtrArray) rows = g_ptr_array_new();
	const struct recommendations_model none = { .rows = rows };
	struct scene scene = literal_scene(SCREEN_RECOMMENDATIONS);

	scene.focus = PANE_RECOMMENDATION;
	scene.zoom = true;
	golden_one("recommendation-80x24", &scene, 80, 24);
	scene = literal_scene(SCREEN_RECOMMENDATIONS);
	scene.recommendations = &none;
	golden_one("recommendations-empty-80x24", &scene, 80, 24);
}

static void test_edited(void)
{
	struct scene scene = literal_scene_edited();

	golden_one("agenda-edited-120x40", &scene, 120, 40);
	golden_one("agenda-edited-80x24", &scene, 80, 24);
	golden_one("agenda-edited-60x16", &scene, 60, 16);
	scene.drag.on = true;
	scene.drag.to = 1;
	golden_one("agenda-dragged-80x24", &scene, 80, 24);
	scene.drag.on = false;
	scene.focus = PANE_AGENDA_ITEM;
	scene.detail_top[SCREEN_AGENDA] = 3;
	golden_one("agenda-scrolled-80x24", &scene, 80, 24);
	scene.items.position = 8;
	scene.zoom = true;
	scene.focus = PANE_AGENDA_ITEM;
	golden_one("agenda-unposted-80x24", &scene, 80, 24);
}

/* A meeting at a moment, its lists placed as the program does it. */
static void golden_meeting(const char *state_name, enum literal_meeting state, int w, int h)
{
	struct scene scene = literal_scene_empty(SCREEN_MEETING);
	struct list_place *members = &scene.meeting_place.members;
	g_autofree char *name = g_strdup_printf("meeting-%s-%dx%d", state_name, w, h);

	literal_meeting(&scene, state);
	list_place_at(members, scene.meeting->meeting->members->len, MAX(1, frame_list_rows(&scene, w, h, PANE_MEETING_ROLL)), members->position);
	golden_one(name, &scene, w, h);
}

static void test_meeting(void)
{
	static const struct { const char *name; enum literal_meeting state; bool wide; } states[] = {
		{ "before", LITERAL_MEETING_BEFORE, true }, { "roll", LITERAL_MEETING_ROLL, false }, { "comment", LITERAL_MEETING_COMMENT, false },
		{ "debate", LITERAL_MEETING_DEBATE, true }, { "complete", LITERAL_MEETING_COMPLETE, false }, { "declared", LITERAL_MEETING_DECLARED, true },
		{ "recess", LITERAL_MEETING_RECESS, false }, { "closed", LITERAL_MEETING_CLOSED, false }, { "adjourned", LITERAL_MEETING_ADJOURNED, false },
		{ "large", LITERAL_MEETING_LARGE, true },
	};
	struct scene scene;

	for (unsigned i = 0; i < G_N_ELEMENTS(states); i++) {
		golden_meeting(states[i].name, states[i].state, 80, 24);
		if (states[i].wide)
			golden_meeting(states[i].name, states[i].state, 120, 40);
	}
	golden_meeting("voting", LITERAL_MEETING_VOTING, 100, 30);      /* the narrowest with all panes */
	scene = literal_scene_empty(SCREEN_MEETING);
	golden_one("meeting-none-80x24", &scene, 80, 24);
	literal_meeting(&scene, LITERAL_MEETING_LARGE);      /* a motion longer than the screen, scrolled */
	scene.focus = PANE_MEETING_FLOOR;
	scene.zoom = true;
	scene.meeting_place.floor_motion = 1;
	scene.meeting_place.floor_top = 3;
	golden_one("meeting-floor-60x16", &scene, 60, 16);
}

static struct chart *(*const charts[])(void) = { literal_control, literal_lines, literal_long, literal_ageing, literal_stages, literal_districts };
static const char *const chart_names[] = { "control", "lines", "long", "ageing", "stages", "districts" };

static void test_charts(void)
{
	for (unsigned i = 0; i < G_N_ELEMENTS(charts); i++)
		for (int form = 0; form < 5; form++) {
			static const char *const forms[] = { "braille", "block", "ascii", "table", "words" };
			g_autoptr(chart_t) chart = charts[i]();
			struct chart_place place = { .limits = true, .cross = form == 0, .point = chart->n * 3 / 4, .style = form == 1,
				.face = form == 3 ? CHART_FACE_TABLE : form == 4 ? CHART_FACE_WORDS : CHART_FACE_CHART };
			g_autofree char *text = chart_view_text(chart, 78, 22, &place, form == 2);
			g_autofree char *name = g_strdup_printf("chart-%s-%s", chart_names[i], forms[form]);
			golden_compare(name, text);
		}
}

/* Whatever the size: no crash, no empty braille cell, pure ASCII where asked for, a row as wide as the canvas, clicks inside. */
static void check_frame(const struct scene *scene, int w, int h, bool ascii)
{
	struct canvas *canvas = canvas_new(w, h, ascii);
	struct hits hits;
	g_autofree char *text = NULL;

	frame_draw(canvas, scene, &hits);
	text = canvas_to_text(canvas, false);
	g_assert_null(strstr(text, "\342\240\200"));
	for (const char *p = text; *p; p++)
		g_assert_true(ascii ? (*p >= 32 && *p < 127) || *p == '\n' : (unsigned char)*p >= 32 || *p == '\n');
	g_assert_true(g_utf8_validate(text, -1, NULL));
	for (int y = 0; y < canvas->h; y++) {
		int cells = 0;
		for (int x = 0; x < canvas->w; x++)
			cells += canvas->cell[y * canvas->w + x].width;
		g_assert_cmpint(cells, ==, canvas->w);
	}
	for (unsigned i = 0; i < hits.n; i++)
		g_assert_true(hits.hit[i].rect.x >= 0 && hits.hit[i].rect.y >= 0 && hits.hit[i].rect.x < w && hits.hit[i].rect.y < h);
	g_assert_true(canvas->cursor_x < w && canvas->cursor_y < h);
	canvas_free(canvas);
}

static void test_random(void)
{
	for (int i = 0; i < 600; i++) {
		enum screen_id screen = (enum screen_id)(i % SCREENS);
		struct scene scene = i % 8 >= 6 ? literal_scene_empty(screen) : i % 2 ? literal_scene_hostile(screen) : literal_scene(screen);
		g_autoptr(chart_t) chart = charts[i / 4 % G_N_ELEMENTS(charts)]();
		int w = g_test_rand_int_range(1, i % 3 ? 50 : 160), h = g_test_rand_int_range(1, i % 3 ? 20 : 60);
		struct chart_place *place = &scene.chart_place;
		if (scene.chart && i % 3)
			scene.chart = chart;
		*place = (struct chart_place){ .cross = i % 3, .limits = true, .values = i % 5 == 0, .style = (enum chart_style)(i % 3),
			.face = (enum chart_face)(i / 7 % 3), .point = scene.chart ? (unsigned)i % scene.chart->n : 0 };
		scene.focus = (enum pane_id)g_test_rand_int_range(0, PANES);
		scene.zoom = i % 11 == 0;
		if (screen == SCREEN_MEETING && i % 8 < 6 && i % 2 == 0)
			literal_meeting(&scene, (enum literal_meeting)g_test_rand_int_range(0, LITERAL_MEETINGS));
		scene.meeting_place.members.top = scene.meeting_place.record.top = i % 6;
		scene.raw = i % 13 == 0;
		scene.confidential = i % 2;
		scene.list.top = scene.open.top = i % 17 == 0 ? 30 : 0;
		scene.overlay = i % 9 == 0 ? literal_palette() : i % 9 == 1 ? literal_help() : NULL;
		scene.prompt = (struct prompt_state){ .active = i % 7 == 0, .label = (char *)"filter", .text = (char *)literal_nasty, .cursor = 9,
			.error = i % 2 ? (char *)"wrong" : NULL, .error_at = i % 4 ? 5 : -1 };
		check_frame(&scene, w, h, i % 2 == 0);
	}
}

/* Hostile text may not move what stands beside it: the border stays in its column. */
static void test_columns(void)
{
	struct scene scene = literal_scene_hostile(SCREEN_CASES);
	struct canvas *canvas = canvas_new(120, 40, false);

	frame_draw(canvas, &scene, NULL);
	for (int y = 2; y < 36; y++) {
		const struct rect list = { 0, 1, 66, 37 };
		g_assert_cmpstr(canvas->cell[y * 120].text, ==, "┃");
		g_assert_cmpstr(canvas->cell[y * 120 + list.w - 1].text, ==, "┃");
		g_assert_cmpstr(canvas->cell[y * 120 + 119].text, ==, "│");
	}
	canvas_free(canvas);
}

static void test_hits(void)
{
	struct scene scene = literal_scene(SCREEN_CASES);
	struct canvas *canvas = canvas_new(80, 24, false);
	struct hits hits;
	const struct hit *hit;

	frame_draw(canvas, &scene, &hits);
	hit = hits_at(&hits, 15, 0);
	g_assert_cmpint(hit->kind, ==, HIT_TAB);
	g_assert_cmpint(hit->value, ==, SCREEN_CASES);
	hit = hits_at(&hits, 10, 5);
	g_assert_cmpint(hit->kind, ==, HIT_ROW);
	g_assert_cmpint(hit->value, ==, 2);
	g_assert_cmpint(hit->pane, ==, PANE_CASE_LIST);
	hit = hits_at(&hits, 6, 2);
	g_assert_cmpint(hit->kind, ==, HIT_COLUMN);
	g_assert_cmpint(hit->value, ==, CASE_FIELD_NUMBER);
	hit = hits_at(&hits, 10, 18);
	g_assert_cmpint(hit->kind, ==, HIT_PANE);
	g_assert_cmpint(hit->value, ==, PANE_CASE_DETAIL);
	hit = hits_at(&hits, 2, 23);
	g_assert_cmpint(hit->kind, ==, HIT_HINT);
	g_assert_cmpint(hit->value, ==, 1);
	scene.overlay = literal_palette();
	frame_draw(canvas, &scene, &hits);
	g_assert_null(hits_at(&hits, 15, 0));
	canvas_free(canvas);
}

static void test_cursor(void)
{
	struct scene scene = literal_scene(SCREEN_OVERVIEW);
	struct canvas *canvas = canvas_new(80, 24, false);

	frame_draw(canvas, &scene, NULL);
	g_assert_cmpint(canvas->cursor_y, ==, 1 + 1 + 1 + 2);
	g_assert_cmpint(canvas->cursor_x, ==, 1);
	g_assert_false(canvas->cursor_text);
	scene.prompt = (struct prompt_state){ .active = true, .label = (char *)"filter", .text = (char *)"ab", .cursor = 2, .error_at = -1 };
	frame_draw(canvas, &scene, NULL);
	g_assert_true(canvas->cursor_text);
	g_assert_cmpint(canvas->cursor_y, ==, 22);
	canvas_free(canvas);
}

static char *row_text(const struct canvas *canvas, int y)
{
	GString *out = g_string_new(NULL);

	for (int x = 0; x < canvas->w; x++)
		g_string_append(out, canvas->cell[y * canvas->w + x].text);
	return g_string_free(out, FALSE);
}

/* The member who is asked carries the cursor at every size that shows members, and what is left and needed stays in view. */
static void test_asked(void)
{
	static const struct size sizes[] = { { 200, 60 }, { 120, 40 }, { 100, 30 }, { 80, 24 }, { 60, 16 }, { 40, 12 }, { 30, 8 } };

	for (unsigned i = 0; i < G_N_ELEMENTS(sizes); i++)
		for (int many = 0; many < 2; many++) {
			int w = sizes[i].w, h = sizes[i].h;
			struct scene scene = literal_scene_empty(SCREEN_MEETING);
			struct list_place *members = &scene.meeting_place.members;
			struct canvas *canvas = canvas_new(w, h, false);
			literal_meeting(&scene, many ? LITERAL_MEETING_LARGE : LITERAL_MEETING_VOTING);
			list_place_at(members, scene.meeting->meeting->members->len, MAX(1, frame_list_rows(&scene, w, h, PANE_MEETING_ROLL)), members->position);
			frame_draw(canvas, &scene, NULL);
			g_autofree char *row = row_text(canvas, canvas->cursor_y), *text = canvas_to_text(canvas, true);
			g_assert_cmpstr(canvas->cell[canvas->cursor_y * w + canvas->cursor_x].text, ==, "▶");
			g_assert_nonnull(strstr(row, many ? "Yusuf Ib" : "Ximena Q"));
			if (w >= 76) {
				g_assert_nonnull(strstr(text, many ? "LEFT      6" : "LEFT      2"));
				g_assert_nonnull(strstr(text, many ? "1 more aye carries it" : "2 more ayes carry it"));
				g_assert_nonnull(strstr(text, "majority of the votes cast"));
				g_assert_nonnull(strstr(text, "ROLL CALL"));
			}
			canvas_free(canvas);
		}
}

/* The mono theme reverses alert, and a reversed full block is a hole: no shape of a vote is drawn so. */
static void test_shapes(void)
{
	struct canvas *canvas = canvas_new(120, 40, false);

	for (int state = 0; state < LITERAL_MEETINGS; state++) {
		struct scene scene = literal_scene_empty(SCREEN_MEETING);
		literal_meeting(&scene, (enum literal_meeting)state);
		frame_draw(canvas, &scene, NULL);
		for (int i = 0; i < canvas->w * canvas->h; i++)
			if (strcmp(canvas->cell[i].text, "█") == 0)
				g_assert_cmpint(canvas->cell[i].role, !=, ROLE_ALERT);
	}
	canvas_free(canvas);
}

/* The warning at the right of the screens' names is whole wherever a line has room for it. */
static void test_warning(void)
{
	static const struct size sizes[] = { { 120, 40 }, { 80, 24 }, { 60, 16 } };
	struct scene scene = literal_scene(SCREEN_CASES);

	scene.header_right = "CONFIDENTIAL SHOWN";
	for (unsigned i = 0; i < G_N_ELEMENTS(sizes); i++) {
		struct canvas *canvas = canvas_new(sizes[i].w, sizes[i].h, false);
		frame_draw(canvas, &scene, NULL);
		g_autofree char *text = canvas_to_text(canvas, true);
		canvas_free(canvas);
		g_assert_nonnull(strstr(text, scene.header_right));
	}
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	g_test_init(&argc, &argv, NULL);
	g_test_add_data_func("/view/golden/overview", GUINT_TO_POINTER(SCREEN_OVERVIEW), test_screen);
	g_test_add_data_func("/view/golden/cases", GUINT_TO_POINTER(SCREEN_CASES), test_screen);
	g_test_add_data_func("/view/golden/trends", GUINT_TO_POINTER(SCREEN_TRENDS), test_screen);
	g_test_add_data_func("/view/golden/agenda", GUINT_TO_POINTER(SCREEN_AGENDA), test_screen);
	g_test_add_data_func("/view/golden/meeting", GUINT_TO_POINTER(SCREEN_MEETING), test_screen);
	g_test_add_func("/view/golden/member", test_members);
	g_test_add_data_func("/view/golden/members", GUINT_TO_POINTER(SCREEN_MEMBERS), test_screen);
	g_test_add_data_func("/view/golden/recommendations", GUINT_TO_POINTER(SCREEN_RECOMMENDATIONS), test_screen);
	g_test_add_func("/view/golden/recommendation", test_recommendations);
	g_test_add_func("/view/golden/edited agenda", test_edited);
	g_test_add_func("/view/golden/meetings", test_meeting);
	g_test_add_func("/view/golden/states", test_states);
	g_test_add_func("/view/golden/empty", test_empty);
	g_test_add_func("/view/golden/charts", test_charts);
	g_test_add_func("/view/detail/pending findings", test_pending);
	g_test_add_func("/view/frame/warning", test_warning);
	g_test_add_func("/view/frame/random", test_random);
	g_test_add_func("/view/frame/columns", test_columns);
	g_test_add_func("/view/frame/hits", test_hits);
	g_test_add_func("/view/frame/cursor", test_cursor);
	g_test_add_func("/view/frame/asked", test_asked);
	g_test_add_func("/view/frame/shapes", test_shapes);
	return g_test_run();
}
