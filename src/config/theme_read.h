/* A theme from an open reader. Only src/config includes this. */
#ifndef DAIS_CONFIG_THEME_READ_H
#define DAIS_CONFIG_THEME_READ_H

#include "base/role.h"
#include "config/reader.h"

void theme_read(struct reader *reader, struct theme *theme);

#endif
