/* Models written out by hand for the drawing tests: nothing here comes from a database. */
#ifndef DAIS_TESTS_VIEW_LITERAL_H
#define DAIS_TESTS_VIEW_LITERAL_H

#include "view/scene.h"

struct chart *literal_control(void);      /* a signal, a gap, a filling month, limits that move */
struct chart *literal_lines(void);        /* three series, one gap */
struct chart *literal_long(void);         /* 150 months */
struct chart *literal_ageing(void);
struct chart *literal_stages(void);
struct chart *literal_districts(void);

#endif
