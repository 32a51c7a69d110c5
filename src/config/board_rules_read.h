/* The rules of procedure in parts: thresholds, motions, and what is checked of the whole. Only src/config includes this. */
#ifndef DAIS_CONFIG_BOARD_RULES_READ_H
#define DAIS_CONFIG_BOARD_RULES_READ_H

#include "config/board_read.h"

extern const char *const vote_base_words[];      /* "cast", ...; ends with NULL */
/* The entry of a list of groups with this id, or NULL; list and id may be NULL. */
const config_setting_t *board_entry(const config_setting_t *list, const char *id);
/* Tells an entry whose id one before it in the list has. */
void board_check_twice(struct reader *reader, const config_setting_t *setting, const char *id);
/* Tells a key that stands without the one it belongs to. */
void board_check_belongs(struct reader *reader, const config_setting_t *setting, const char *key, const char *to);
/* The threshold a setting names among those that are known so far, or NULL with a fault. */
const struct threshold *board_named_threshold(struct reader *reader, const config_setting_t *setting);
/* "2/3" into the num and den of a struct vote_share. */
void board_read_share(struct reader *reader, config_setting_t *setting, void *object);

/* Each entry of a list into reader->procedure; one with the id of another takes its place. Thresholds are in the end in such an
 * order that parts stand before what is made of them, and none is made of itself. */
void board_read_thresholds(struct reader *reader, const config_setting_t *list);
void board_read_motions(struct reader *reader, const config_setting_t *list);

/* What no meeting of this body could ever do is told before one begins. setting is the body's group, its procedure is known. */
void board_check_possible(struct reader *reader, const config_setting_t *setting, const struct board *board, const struct body *body);
/* The vote of a move must be a motion that brings business, in every body whose cases go that way. */
void board_check_votes(struct reader *reader, const config_setting_t *root, const struct board *board);

#endif
