#include "view/list.h"

static void list_clamp(struct list_place *place, gint64 n, int rows)
{
	rows = MAX(rows, 1);
	place->position = CLAMP(place->position, 0, MAX(n - 1, 0));
	if (place->top > place->position)
		place->top = place->position;
	if (place->top < place->position - rows + 1)
		place->top = place->position - rows + 1;
	place->top = CLAMP(place->top, 0, MAX(n - rows, 0));
}

void list_move(struct list_place *place, gint64 n, int rows, gint64 delta)
{
	/* Compared before adding: a delta of G_MAXINT64 must not overflow. */
	if (delta > 0 && delta > n - place->position)
		place->position = n;
	else if (delta < 0 && -(delta + 1) >= place->position)
		place->position = 0;
	else
		place->position += delta;
	list_clamp(place, n, rows);
}

void list_page(struct list_place *place, gint64 n, int rows, int pages)
{
	gint64 step = MAX(rows - 1, 1);

	place->top += pages * step;
	list_move(place, n, rows, pages * step);
}

void list_home(struct list_place *place)
{
	place->position = place->top = 0;
}

void list_end(struct list_place *place, gint64 n, int rows)
{
	place->position = n - 1;
	list_clamp(place, n, rows);
}

void list_place_at(struct list_place *place, gint64 n, int rows, gint64 position)
{
	gint64 row = CLAMP(place->position - place->top, 0, MAX(rows - 1, 0));

	place->position = position;
	place->top = position - row;
	list_clamp(place, n, rows);
}
