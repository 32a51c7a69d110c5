/* What lies over the panes: help, palette and menus. */
#ifndef DAIS_VIEW_OVERLAY_H
#define DAIS_VIEW_OVERLAY_H

#include "view/scene.h"

/* Cells for the texts of an overlay with these lines in a frame of w columns, where it is as wide as it may be: longer texts are cut. */
int overlay_text_room(const struct overlay *overlay, int w);
void overlay_draw(struct canvas *canvas, const struct overlay *overlay, struct hits *hits);

#endif
