/* The board file in parts: words, workflows and bodies have a file each. Only src/config includes this. */
#ifndef DAIS_CONFIG_BOARD_READ_H
#define DAIS_CONFIG_BOARD_READ_H

#include "config/reader.h"

/* The whole board from an open reader; NULL when anything was wrong with it. */
struct board *board_read(struct reader *reader);

extern const struct key_group threshold_keys, motion_keys, rules_keys, quorum_keys, absence_keys, terms_keys, training_keys, recommendation_keys, seat_keys, panel_keys;
extern const struct key_group term_keys, finding_keys, answer_keys, district_keys, vocabulary_keys, duty_keys, workflow_keys, body_keys;
/* Each is called for one setting by the table above it; object is the struct board. */
void board_read_vocabularies(struct reader *reader, config_setting_t *setting, void *object);
void board_read_workflow(struct reader *reader, config_setting_t *setting, void *object);
void board_read_duty(struct reader *reader, config_setting_t *setting, void *object);
void board_read_body(struct reader *reader, config_setting_t *setting, void *object);
/* object is the struct body. */
void board_read_panel(struct reader *reader, config_setting_t *setting, void *object);
void board_read_seat(struct reader *reader, config_setting_t *setting, void *object);
/* Chairs, alternates and votes of all seats of a body together. */
void board_check_seats(struct reader *reader, const config_setting_t *setting, const struct body *body);
/* object is the struct rules. */
void board_read_terms_rule(struct reader *reader, config_setting_t *setting, void *object);
void board_read_training(struct reader *reader, config_setting_t *setting, void *object);
void board_read_recommendations(struct reader *reader, config_setting_t *setting, void *object);
extern const char *const board_clock_units[];      /* of enum clock_unit; ends with NULL */
/* One rule of notice of the board, or of a body (object is the struct body). */
extern const struct key_group notice_keys, series_keys;
void board_read_notice(struct reader *reader, config_setting_t *setting, void *object);
void board_read_body_notice(struct reader *reader, config_setting_t *setting, void *object);
/* One series of meetings; object is the struct body. */
void board_read_series(struct reader *reader, config_setting_t *setting, void *object);
/* Adds the terms of a list to a vocabulary. */
void board_read_terms(struct reader *reader, const config_setting_t *setting, const struct key_group *group,
	struct vocabulary *vocabulary);
/* Resolves the names of parent bodies, once all are read. */
void board_read_parents(struct reader *reader, const config_setting_t *bodies, struct board *board);

/* Rules of procedure. The three keys of a board or body do nothing where they stand in the tables ... */
void board_read_procedure(struct reader *reader, config_setting_t *setting, void *object);
/* ... and are read here, once bodies and parents are known: the usual ones, over them the board's, over these each body's. What a body
 * could never reach is a fault. */
void board_read_procedures(struct reader *reader, const config_setting_t *root, const config_setting_t *bodies, struct board *board);
/* The built-in rules; the caller owns them. */
struct procedure *board_usual_procedure(GPtrArray *faults);

#endif
