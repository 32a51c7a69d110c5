/* The rules of procedure in parts: thresholds, and what uses them. Only src/config includes this. */
#ifndef DAIS_CONFIG_BOARD_RULES_READ_H
#define DAIS_CONFIG_BOARD_RULES_READ_H

#include "config/board_read.h"

extern const char *const vote_base_words[];      /* "cast", ...; ends with NULL */
/* The threshold a setting names among those that stand before it, or NULL with a fault. */
const struct threshold *board_named_threshold(struct reader *reader, const config_setting_t *setting, const struct procedure *procedure);
/* "2/3" into the num and den of a struct vote_share. */
void board_read_share(struct reader *reader, config_setting_t *setting, void *object);
/* One entry of 'thresholds'; one with the id of another takes its place. */
void board_read_threshold(struct reader *reader, config_setting_t *setting, struct procedure *procedure);
/* Is this id given by an entry of the list before the one at? */
bool board_given_before(const config_setting_t *list, int at, const char *id);

#endif
