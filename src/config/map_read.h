/* An import map from an open reader; NULL when anything was wrong with it. Only src/config includes this. */
#ifndef DAIS_CONFIG_MAP_READ_H
#define DAIS_CONFIG_MAP_READ_H

#include "config/reader.h"
#include "domain/import_map.h"

struct import_map *map_read(struct reader *reader);

/* The group 'votes' of a map of published votes; object is the struct import_map. */
void map_read_votes(struct reader *reader, config_setting_t *setting, void *object);
extern const struct key_group vote_keys;

#endif
