/* What the files of the Recommendations screen share. */
#ifndef DAIS_VIEW_RECOMMENDATION_VIEW_H
#define DAIS_VIEW_RECOMMENDATION_VIEW_H

#include "view/detail_lines.h"

/* How a state is coloured; its words always stand there. */
enum role recommendation_role(enum recommendation_status status);
/* One recommendation as lines for a width. detail_lines_free. */
struct detail_lines *recommendation_lines_make(const struct canvas *canvas, const struct scene *scene, const struct recommendation *one, int w);

#endif
