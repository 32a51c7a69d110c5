/* Charts drawn on a canvas: series -> raster -> cells, with calendar axes, limits, gaps, crosshair and a legend that never covers data. */
#ifndef DAIS_VIEW_CHART_VIEW_H
#define DAIS_VIEW_CHART_VIEW_H

#include "domain/series.h"
#include "view/scene.h"

/* Draws any form of chart into area in the place's style; hits (may be NULL) gets HIT_POINT entries
 * whose value is series << 32 | point. pane: for the hits. */
void chart_view_draw(struct canvas *canvas, struct rect area, const struct chart *chart, const struct chart_place *place, struct hits *hits, int pane);
/* A bare chart as text of the given size, with its title and notes: for `dais chart`; g_free. */
char *chart_view_text(const struct chart *chart, int w, int h, const struct chart_place *place, bool ascii);
/* One line of eighth blocks (ASCII: digits 0-9 scaled) for `n` points on a scale to max; missing points are blank. */
void chart_view_spark(struct canvas *canvas, struct rect clip, int x, int y, const struct point *points, unsigned n, double max, enum role role);
/* A horizontal bar of value/max in `cells` cells, eighth blocks or '#'. */
void chart_view_bar(struct canvas *canvas, struct rect clip, int x, int y, int cells, double value, double max, enum role role);

/* "23 / 48 = 47.9 %", "12 cases" or "no data": the exact value of a point; g_free. */
char *chart_value(const struct chart *chart, const struct point *point);
/* The point under the crosshair in full: value, limits, what they say; without its name; g_free. */
char *chart_value_words(const struct chart *chart, const struct chart_place *place);

#endif
