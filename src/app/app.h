/*
 * The running program: one struct app holds models, places and the table of commands at work; there are no globals. Without a
 * terminal it draws any screen for `dais render`; with one it runs the loop:
 *   flags -> what changed? -> reload stale models -> slices of long work -> draw -> show -> wait -> key -> command.
 */
#ifndef DAIS_APP_APP_H
#define DAIS_APP_APP_H

#include "base/role.h"
#include "domain/board.h"
#include "store/store.h"
#include "term/terminal.h"
#include "view/scene.h"

/* What the next app on the same database has to know after APP_REOPEN: an event whose outcome is unknown. */
struct app_carry { char *session, *unknown; id_t64 meeting; };
void app_carry_clear(struct app_carry *carry);

struct app_options {
	const char *lang;             /* NULL: the board's first */
	instant_t now;                /* fixed now, or 0: the clock */
	const struct theme *theme;
	bool mouse;
	bool paper;                   /* drawn once, to be printed or sent: that nothing can be written says nothing here */
	const char *session;          /* ids of what is recorded begin with it; NULL: by chance */
	struct app_carry *carry;      /* NULL: nothing outlives this app */
	/* UI state file of this user (saved filters, theme, split); NULL none is read or written */
	const char *state_path;
};

struct app;
/* Borrows store and board. */
struct app *app_new(struct store *store, const struct board *board, const struct app_options *options);
void app_free(struct app *app);

/* Shows a screen by name ("cases"), optionally with a filter; loads everything to completion. For `dais render`. */
bool app_goto(struct app *app, const char *screen, const char *filter, GError **error);
/* Loads what the size needs and draws one frame. */
bool app_draw(struct app *app, struct canvas *canvas, GError **error);
/* Runs a sequence of keys ("jj<Enter>") without a terminal: for tests and `dais render --keys`. */
bool app_type(struct app *app, const char *keys, GError **error);

/* What app_run returns when the user asked for the database to be opened again: the caller makes a new app. */
#define APP_REOPEN (-1)

/* The loop until the user quits. Returns the exit code, or APP_REOPEN. */
int app_run(struct app *app, struct terminal *terminal);

#endif
