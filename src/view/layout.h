/* Where everything stands at a size: pure geometry, no drawing. What does not fit is shed in a stated order, never refused. */
#ifndef DAIS_VIEW_LAYOUT_H
#define DAIS_VIEW_LAYOUT_H

#include "view/scene.h"

enum tier {
	TIER_LINE,      /* below 16x4: one line, or two, with what matters most */
	TIER_LIST,      /* from 16x4: the focused pane without a border */
	TIER_ONE,       /* from 40x12: the focused pane in a box */
	TIER_NORMAL,    /* from 76x20: the panes of the screen, the least important shed */
	TIER_WIDE,      /* from 100x30: all panes */
};

#define LAYOUT_PANES 6
struct layout {
	enum tier tier;
	struct rect tabs, message, hints, body;      /* h 0 where there is no room for it */
	unsigned n;
	struct { enum pane_id id; struct rect rect; } pane[LAYOUT_PANES];    /* in Tab order */
};

void layout_compute(struct layout *layout, const struct scene *scene, int w, int h);
/* The pane's rectangle, or NULL when it is shed. */
const struct rect *layout_pane(const struct layout *layout, enum pane_id id);
/* For tests: "tabs 0,0 80x1; open 0,1 40x11; ..."; g_free. */
char *layout_text(const struct layout *layout);

#endif
