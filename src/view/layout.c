#include "view/layout.h"

static const struct { enum pane_id first, last; } screen_panes[SCREENS] = {
	[SCREEN_OVERVIEW] = { PANE_OVERVIEW_OPEN, PANE_OVERVIEW_DISTRICTS },
	[SCREEN_CASES] = { PANE_CASE_LIST, PANE_CASE_DETAIL },
	[SCREEN_TRENDS] = { PANE_TREND_METRICS, PANE_TREND_WORDS },
	[SCREEN_AGENDA] = { PANE_AGENDA_ITEMS, PANE_AGENDA_DOCKET },
	[SCREEN_MEETING] = { PANE_MEETING_FLOOR, PANE_MEETING_RECORD },
	[SCREEN_MEMBERS] = { PANE_MEMBER_SEATS, PANE_MEMBER_DETAIL },
	[SCREEN_RECOMMENDATIONS] = { PANE_RECOMMENDATIONS, PANE_RECOMMENDATION },
};

static enum tier layout_tier(int w, int h)
{
	if (w >= 100 && h >= 30)
		return TIER_WIDE;
	if (w >= 76 && h >= 20)
		return TIER_NORMAL;
	if (w >= 40 && h >= 12)
		return TIER_ONE;
	return w >= 16 && h >= 4 ? TIER_LIST : TIER_LINE;
}

static void layout_rows(struct layout *layout, int w, int h)
{
	int below = layout->tier == TIER_LINE ? 0 : layout->tier == TIER_LIST ? (h >= 6) : 2;
	int above = layout->tier == TIER_LINE ? 0 : 1;

	layout->tabs = (struct rect){ 0, 0, w, above };
	layout->body = (struct rect){ 0, above, w, h - above - below };
	layout->message = (struct rect){ 0, h - below, w, below > 0 };
	layout->hints = (struct rect){ 0, h - 1, w, below > 1 };
}

static void layout_add(struct layout *layout, enum pane_id id, int x, int y, int w, int h)
{
	g_assert(layout->n < LAYOUT_PANES);
	layout->pane[layout->n].id = id;
	layout->pane[layout->n++].rect = (struct rect){ x, y, w, h };
}

static int share(int whole, int percent, int least)
{
	return CLAMP(whole * percent / 100, least, MAX(whole - least, least));
}

static void layout_overview(struct layout *layout, const struct rect *b)
{
	int left = b->w / 2, top = share(b->h, 53, 8), right = b->w - left, below = b->h - top;
	int third = right * 45 / 100;

	layout_add(layout, PANE_OVERVIEW_OPEN, b->x, b->y, left, top);
	layout_add(layout, PANE_OVERVIEW_TREND, b->x + left, b->y, right, top);
	layout_add(layout, PANE_OVERVIEW_AGENDA, b->x, b->y + top, left, below);
	if (b->w < 100) {
		layout_add(layout, PANE_OVERVIEW_AGEING, b->x + left, b->y + top, right, below);
		return;
	}
	layout_add(layout, PANE_OVERVIEW_AGEING, b->x + left, b->y + top, third, below);
	layout_add(layout, PANE_OVERVIEW_DISTRICTS, b->x + left + third, b->y + top, right - third, below);
}

/* Two panes: side by side where there is the width, else one above the other. */
static void layout_pair(struct layout *layout, const struct rect *b, enum pane_id a, enum pane_id z, int split)
{
	split = split > 0 ? split : 55;
	if (b->w >= 100) {
		int left = share(b->w, split, 30);
		layout_add(layout, a, b->x, b->y, left, b->h);
		layout_add(layout, z, b->x + left, b->y, b->w - left, b->h);
	} else {
		int top = share(b->h, split, 6);
		layout_add(layout, a, b->x, b->y, b->w, top);
		layout_add(layout, z, b->x, b->y + top, b->w, b->h - top);
	}
}

/* The agenda, one item of it, and what is due for the board: where there is not the height for all, the docket takes the item's place
 * while it has the keys. */
static void layout_agenda(struct layout *layout, const struct rect *b, const struct scene *scene)
{
	bool docket = scene->focus == PANE_AGENDA_DOCKET, wide = layout->tier == TIER_WIDE;
	layout_pair(layout, b, PANE_AGENDA_ITEMS, docket && !wide ? PANE_AGENDA_DOCKET : PANE_AGENDA_ITEM, scene->split);
	struct rect *item = &layout->pane[layout->n - 1].rect;
	int below = item->h * 45 / 100;
	if (!wide)
		return;
	item->h -= below;
	layout_add(layout, PANE_AGENDA_DOCKET, item->x, item->y + item->h, item->w, below);
}

static void layout_trends(struct layout *layout, const struct rect *b)
{
	int left = b->w >= 100 ? 28 : 21, right = b->w - left;
	int below = layout->tier == TIER_WIDE ? CLAMP(b->h / 4, 9, 12) : 0;

	layout_add(layout, PANE_TREND_METRICS, b->x, b->y, left, b->h);
	layout_add(layout, PANE_TREND_CHART, b->x + left, b->y, right, b->h - below);
	if (!below)
		return;
	layout_add(layout, PANE_TREND_POINT, b->x + left, b->y + b->h - below, right / 2, below);
	layout_add(layout, PANE_TREND_WORDS, b->x + left + right / 2, b->y + b->h - below, right - right / 2, below);
}

/* SCREENS 4: narrow, the floor over the roll with what counts beside it; wide, the agenda at the left and the record at the right. */
static void layout_meeting(struct layout *layout, const struct rect *b)
{
	bool wide = layout->tier == TIER_WIDE;
	int left = wide ? CLAMP(b->w * 28 / 100, 28, 44) : 0, right = b->w - left, floor = wide ? CLAMP(b->h * 30 / 100, 8, 14) : MAX(7, b->h * 38 / 100);
	int roll = MAX(right * 60 / 100, MIN(48, right - 26)), below = b->h - floor, speaker = wide ? CLAMP(below - 16, 6, 12) : 6;

	layout_add(layout, PANE_MEETING_FLOOR, b->x + left, b->y, right, floor);
	layout_add(layout, PANE_MEETING_ROLL, b->x + left, b->y + floor, roll, wide ? below - speaker : below);
	layout_add(layout, PANE_MEETING_TALLY, b->x + left + roll, b->y + floor, right - roll, below - speaker);
	if (wide)
		layout_add(layout, PANE_MEETING_AGENDA, b->x, b->y, left, b->h);
	/* Below, wide: the clock as wide as its digits, the rest for sentences. */
	int clock = wide ? CLAMP(right * 48 / 100, 42, 60) : right - roll;
	layout_add(layout, PANE_MEETING_SPEAKER, wide ? b->x + left : b->x + roll, b->y + b->h - speaker, clock, speaker);
	if (wide)
		layout_add(layout, PANE_MEETING_RECORD, b->x + left + clock, b->y + b->h - speaker, right - clock, speaker);
}

static bool on_screen(enum screen_id screen, enum pane_id pane)
{
	return pane >= screen_panes[screen].first && pane <= screen_panes[screen].last;
}

/* The focused pane alone; focus elsewhere falls back to the first pane. */
static void layout_single(struct layout *layout, const struct scene *scene)
{
	enum pane_id id = on_screen(scene->screen, scene->focus) ? scene->focus : screen_panes[scene->screen].first;
	const struct rect *b = &layout->body;

	int w = b->w;
	if (id == PANE_MEETING_ROLL && scene->meeting_place.roll_mode && layout->tier > TIER_ONE) {
		w = b->w * 3 / 5;      /* while votes come in their sum is never hidden */
		layout_add(layout, PANE_MEETING_TALLY, b->x + w, b->y, b->w - w, b->h);
	}
	layout_add(layout, id, b->x, b->y, w, b->h);
}

void layout_compute(struct layout *layout, const struct scene *scene, int w, int h)
{
	*layout = (struct layout){ .tier = layout_tier(w, h) };
	layout_rows(layout, w, h);
	if (layout->tier == TIER_LINE)
		return;
	if (layout->tier <= TIER_ONE || scene->zoom) {
		layout_single(layout, scene);
		return;
	}
	switch (scene->screen) {
	case SCREEN_OVERVIEW: layout_overview(layout, &layout->body); break;
	case SCREEN_CASES: layout_pair(layout, &layout->body, PANE_CASE_LIST, PANE_CASE_DETAIL, scene->split); break;
	case SCREEN_TRENDS: layout_trends(layout, &layout->body); break;
	case SCREEN_AGENDA: layout_agenda(layout, &layout->body, scene); break;
	case SCREEN_MEETING: layout_meeting(layout, &layout->body); break;
	case SCREEN_MEMBERS: layout_pair(layout, &layout->body, PANE_MEMBER_SEATS, PANE_MEMBER_DETAIL, scene->split); break;
	case SCREEN_RECOMMENDATIONS: layout_pair(layout, &layout->body, PANE_RECOMMENDATIONS, PANE_RECOMMENDATION, scene->split); break;
	case SCREENS: g_assert_not_reached();
	}
}

const struct rect *layout_pane(const struct layout *layout, enum pane_id id)
{
	for (unsigned i = 0; i < layout->n; i++)
		if (layout->pane[i].id == id)
			return &layout->pane[i].rect;
	return NULL;
}

unsigned frame_panes(const struct scene *scene, int w, int h, enum pane_id *panes, unsigned most)
{
	unsigned n = 0;
	struct layout layout;

	layout_compute(&layout, scene, w, h);
	if (layout.tier <= TIER_ONE || scene->zoom) {
		/* One at a time, but Tab still goes through those the screen has at this width. */
		for (enum pane_id id = screen_panes[scene->screen].first; id <= screen_panes[scene->screen].last && n < most; id++)
			panes[n++] = id;
		return layout.tier == TIER_LINE ? 0 : n;
	}
	for (; n < layout.n && n < most; n++)
		panes[n] = layout.pane[n].id;
	return n;
}

static void append_rect(GString *out, const char *name, const struct rect *r)
{
	g_string_append_printf(out, "%s%s %d,%d %dx%d", out->len ? "; " : "", name, r->x, r->y, r->w, r->h);
}

char *layout_text(const struct layout *layout)
{
	static const char *const names[PANES] = { "open", "trend", "agenda", "ageing", "districts", "list", "detail",
		"metrics", "chart", "point", "words", "items", "item", "docket",
		"floor", "roll", "tally", "agenda", "speaker", "record", "seats", "seat", "recommendations", "recommendation" };
	GString *out = g_string_new(NULL);

	append_rect(out, "tabs", &layout->tabs);
	for (unsigned i = 0; i < layout->n; i++)
		append_rect(out, names[layout->pane[i].id], &layout->pane[i].rect);
	append_rect(out, "message", &layout->message);
	append_rect(out, "hints", &layout->hints);
	return g_string_free(out, FALSE);
}
