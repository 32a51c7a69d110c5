/* What lies over the panes: help, palette and menus. */
#ifndef DAIS_VIEW_OVERLAY_H
#define DAIS_VIEW_OVERLAY_H

#include "view/scene.h"

void overlay_draw(struct canvas *canvas, const struct overlay *overlay, struct hits *hits);

#endif
