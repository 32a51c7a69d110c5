/* The one list cursor: all scrolling arithmetic, without screen or data. */
#ifndef DAIS_VIEW_LIST_H
#define DAIS_VIEW_LIST_H

#include "view/scene.h"

/* Moves by delta (clamped), keeping the current row visible in `rows`; n = number of rows in the list. */
void list_move(struct list_place *place, gint64 n, int rows, gint64 delta);
void list_page(struct list_place *place, gint64 n, int rows, int pages);
void list_home(struct list_place *place);
void list_end(struct list_place *place, gint64 n, int rows);
/* After a reload or resize: the selected id is now at `position`; it keeps its row on the screen where possible. */
void list_place_at(struct list_place *place, gint64 n, int rows, gint64 position);

#endif
