/* The projector at work: follows the journal of a meeting on a terminal of its own, reading only. */
#ifndef DAIS_APP_PRESENT_H
#define DAIS_APP_PRESENT_H

#include "base/role.h"
#include "domain/board.h"
#include "domain/record.h"
#include "store/store.h"
#include "term/terminal.h"

struct present_options {
	id_t64 meeting;               /* 0: the one in session, the next or the last */
	const char *lang;
	instant_t now;                /* fixed now, or 0: the clock */
	const struct theme *theme;
	int reveal;                   /* votes: 0 as the rules say, 1 live, 2 when complete */
};
/* Until q or the end of the terminal. False with error when the meeting cannot be read at all, or could not at the end. */
bool present_run(struct store *store, const struct board *board, const struct present_options *options, struct terminal *terminal, GError **error);
/* One frame of it, for `dais render`. */
bool present_draw(struct store *store, const struct board *board, const struct present_options *options, struct canvas *canvas, GError **error);

#endif
