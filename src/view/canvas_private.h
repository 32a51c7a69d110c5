/* What the canvas's own files and the drawing code share; not for other layers. */
#ifndef DAIS_VIEW_CANVAS_PRIVATE_H
#define DAIS_VIEW_CANVAS_PRIVATE_H

#include <stddef.h>
#include "view/canvas.h"

/* The ASCII stand-in of one of our own glyphs, or NULL. */
const char *canvas_ascii_twin(const char *utf8, size_t length);
/* Cells a text takes on this canvas, after cleaning. */
int canvas_width(const struct canvas *canvas, const char *text);

#endif
