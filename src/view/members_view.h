/* What the files of the Members screen share. */
#ifndef DAIS_VIEW_MEMBERS_VIEW_H
#define DAIS_VIEW_MEMBERS_VIEW_H

#include "view/detail_lines.h"

/* How a state is coloured; its words always stand there. */
enum role seat_status_role(enum seat_status status);
/* The chosen seat as lines for a width; NULL where none is chosen. detail_lines_free. */
struct detail_lines *member_lines_make(const struct canvas *canvas, const struct scene *scene, int w);

#endif
