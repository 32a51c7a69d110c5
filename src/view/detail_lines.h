/* The lines of a case: pieces of text at columns, made for a width. */
#ifndef DAIS_VIEW_DETAIL_LINES_H
#define DAIS_VIEW_DETAIL_LINES_H

#include "view/pane.h"

struct detail_piece { int x, w; enum role role; bool right; double bar; char *text; };    /* text NULL: a bar of that share of w */
struct detail_line { unsigned n; struct detail_piece piece[8]; };
struct detail_lines { GPtrArray *lines; int w; const struct canvas *canvas; };

/* None yet, for a width. */
struct detail_lines *detail_lines_new(const struct canvas *canvas, int w);
struct detail_lines *detail_lines_make(const struct canvas *canvas, const struct scene *scene, int w);
void detail_lines_free(struct detail_lines *lines);
void detail_line_draw(const struct detail_line *line, struct canvas *canvas, struct rect body, int y);

/* Where a pane of lines draws them, and the pane itself: box, title, what is above and below, the lines from scene->detail_top of its screen on. */
struct rect detail_body(const struct pane *pane);
void detail_lines_draw(const struct pane *pane, const struct detail_lines *lines, const char *title);

/* For the files that make parts of it. */
struct detail_line *detail_line_add(struct detail_lines *lines);
void detail_piece_add(struct detail_line *line, int x, int w, enum role role, const char *text);
void detail_heading(struct detail_lines *lines, const char *text, unsigned count);
/* Wrapped text from column x on. */
void detail_wrapped(struct detail_lines *lines, int x, enum role role, const char *text);
/* "Name       value", the value wrapped; nothing for an empty value. */
void detail_fact(struct detail_lines *lines, const char *name, const char *value, enum role role);
void detail_allegations(struct detail_lines *lines, const struct scene *scene);
void detail_raw(struct detail_lines *lines, const struct case_detail *detail);

#endif
