/* An import map from an open reader; NULL when anything was wrong with it. Only src/config includes this. */
#ifndef DAIS_CONFIG_MAP_READ_H
#define DAIS_CONFIG_MAP_READ_H

#include "config/reader.h"
#include "domain/import_map.h"

struct import_map *map_read(struct reader *reader);

#endif
