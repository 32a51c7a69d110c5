/* What a workflow must be: every state reachable, every state with a way to the end, every name known. */
#ifndef DAIS_CONFIG_BOARD_WORKFLOW_CHECK_H
#define DAIS_CONFIG_BOARD_WORKFLOW_CHECK_H

#include "config/reader.h"

/* A move about to be added: both states known, not given before. The states are read already. */
void board_check_move(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow,
	const char *from, const char *to);
/* A clock about to be added. */
void board_check_clock(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow,
	const struct clock_rule *clock);
/* What moves require, and who may make them: the words exist. */
void board_check_requires(struct reader *reader, const config_setting_t *setting, char *const *requires);
void board_check_duties(struct reader *reader, const config_setting_t *setting, const struct board *board, char *const *by);
/* The whole, once read. */
void board_check_workflow(struct reader *reader, const config_setting_t *setting, const struct workflow *workflow);

#endif
