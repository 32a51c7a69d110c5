/* The rows around the panes. */
#ifndef DAIS_VIEW_FRAME_PRIVATE_H
#define DAIS_VIEW_FRAME_PRIVATE_H

#include "view/scene.h"

void frame_tabs(struct canvas *canvas, struct rect row, const struct scene *scene, struct hits *hits);
void frame_message(struct canvas *canvas, struct rect row, const struct scene *scene);
void frame_hints(struct canvas *canvas, struct rect row, const struct scene *scene, struct hits *hits);
/* The prompt in row; its mistake, if any, in the row of the hints below or, without one, at its right. */
void frame_prompt(struct canvas *canvas, struct rect row, struct rect below, const struct prompt_state *prompt);
/* A screen too small for panes: one line, or two, with what matters most. */
void frame_line(struct canvas *canvas, const struct scene *scene);

#endif
