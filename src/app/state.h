/* What the program remembers for its user between runs, outside the database and the configuration: theme, split, saved filters. */
#ifndef DAIS_APP_STATE_H
#define DAIS_APP_STATE_H

#include <glib.h>
#include <stdbool.h>

struct saved_filter { char *name, *text; };
struct private_note { bool mark; char *text; };      /* text "" none */
struct ui_state {
	char *path;                  /* NULL: nothing is read or written */
	char *theme;                 /* NULL: none chosen */
	int split;                   /* 0: none */
	GPtrArray *filters;          /* struct saved_filter *, by digit from 1 */
	GPtrArray *history;          /* char *: filters used, newest last */
	GHashTable *notes;           /* char * what they are about -> struct private_note *: of this user alone, never in a database */
	bool damaged;                /* the file is there but could not be read: put aside before the next save */
};
/* A missing or damaged file is an empty state; a damaged one is kept as PATH.damaged when the state is saved. */
void state_init(struct ui_state *state, const char *path);
void state_clear(struct ui_state *state);
bool state_save(struct ui_state *state, GError **error);
/* A name known already is replaced; false when all nine places are taken by others. */
bool state_add_filter(struct ui_state *state, const char *name, const char *text);
/* The note about something, or NULL; and a new one, which without a mark and words is none. */
const struct private_note *state_note(const struct ui_state *state, const char *about);
void state_set_note(struct ui_state *state, const char *about, bool mark, const char *text);
void state_add_history(struct ui_state *state, const char *text);
/* The theme a user chose last; g_free, NULL none. For the choice before the program starts. */
char *state_theme(const char *path);
/* $XDG_STATE_HOME/dais/state or ~/.local/state/dais/state; g_free. */
char *state_default_path(void);

#endif
