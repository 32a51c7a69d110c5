/* What the files of the charts share: one plot at work. */
#ifndef DAIS_VIEW_CHART_PRIVATE_H
#define DAIS_VIEW_CHART_PRIVATE_H

#include "view/canvas_private.h"
#include "view/chart_view.h"

struct plot {
	struct canvas *canvas;
	struct rect area;             /* nothing is drawn outside it */
	const struct chart *chart;
	const struct chart_place *place;
	struct hits *hits;            /* or NULL */
	int pane;
	enum chart_style style;       /* ASCII on an ASCII canvas, whatever the place says */
	bool share;                   /* values are shares, shown in percent */
	/* set by plot_scale */
	double step, top;             /* Y ticks */
	int intervals;
	struct rect grid;             /* cells of the plot itself, without axes and labels */
};

/* Columns of a list drawn outside the chart share this. */
#define CHART_SERIES 4                /* lines told apart by glyph in one plot; more become multiples */

double chart_max(const struct chart *chart, bool limits);
/* A value as a person reads it; step 0 gives the exact form, else as many decimals as the step needs; g_free. */
char *chart_number(bool share, double value, double step);
const struct series *chart_series(const struct chart *chart, unsigned index);
enum role chart_series_role(unsigned series);
const char *chart_month_name(int month);     /* "Jan" */

/* Draws one glyph, as its ASCII twin in that style. */
void plot_put(const struct plot *plot, int x, int y, enum role role, const char *utf8);
const char *plot_series_glyph(const struct plot *plot, unsigned series, bool filling);
/* The hardware cursor goes to what is chosen in the chart, unless a pane in focus has it. */
void plot_cursor(const struct plot *plot, int x, int y);
void plot_hit(const struct plot *plot, struct rect rect, unsigned series, unsigned point);

/* Nice ticks for at most `rows` rows: sets step, top, intervals; returns the rows used, intervals * k + 1. */
int plot_scale(struct plot *plot, double max, int rows);
int plot_x(const struct plot *plot, unsigned point);              /* cell */
int plot_pixel_x(const struct plot *plot, unsigned point, int px);/* in px-fold pixels, from the left of the grid */
int plot_row(const struct plot *plot, double value);              /* cell */
int plot_pixel_y(const struct plot *plot, double value, int py);
bool plot_crowded(const struct plot *plot);                       /* no room for a glyph on every point */

int axis_label_width(const struct plot *plot);
void axis_draw_y(const struct plot *plot);
/* Months under the plot in `rows` rows: 0 none, 1 the line, 2 + "Jan 24", 3 + months and years apart. */
void axis_draw_x(const struct plot *plot, int rows);

/* A grid of pixels in cells, joined to glyphs of the style when drawn. */
struct raster { int w, h, px, py; uint8_t *bits, *role; };
struct raster *raster_new(int w, int h, enum chart_style style);
void raster_free(struct raster *raster);
/* A line of `on` pixels drawn and `off` left out, going on at *phase. */
void raster_line(struct raster *raster, int x0, int y0, int x1, int y1, int on, int off, int *phase, enum role role);
void raster_draw(const struct raster *raster, const struct plot *plot);

void lines_draw(struct plot *plot);
void bars_draw(struct plot *plot);
void groups_draw(struct plot *plot);
void multiples_draw(struct plot *plot);
void table_draw(struct plot *plot);
void words_draw(struct plot *plot);

/* The exact value under the crosshair, in one line; g_free. */
/* Takes both, gives the long one where it fits. */
char *remark_fitting(const struct plot *plot, char *whole, char *brief);
char *remark_value(const struct chart *chart, const struct chart_place *place, bool limits);
/* What the marks in the chart mean here: signals, gaps, filling months; at most `most` lines into an array of g_free strings. */
GPtrArray *remark_marks(const struct plot *plot, unsigned most);

#endif
