/* Goldens: what was drawn, as a person looked at it and kept it. */
#ifndef DAIS_TESTS_VIEW_GOLDEN_FILE_H
#define DAIS_TESTS_VIEW_GOLDEN_FILE_H

#include <glib.h>
#include "view/canvas.h"

/* Adds what a canvas shows, its text and its roles, under a line with its size. */
void golden_add(GString *out, const struct canvas *canvas);
/* Fails the test unless tests/view/golden/NAME.txt holds this; with DAIS_UPDATE_GOLDENS set it is written instead. */
void golden_compare(const char *name, const char *actual);

#endif
