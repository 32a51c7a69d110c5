/* Keys typed -> commands: sequences of keys per scope, built from the table of commands. */
#ifndef DAIS_APP_KEYMAP_H
#define DAIS_APP_KEYMAP_H

#include <glib.h>
#include "app/command.h"
#include "term/terminal.h"

#define KEY_SEQUENCE 4

struct binding { guint32 key[KEY_SEQUENCE]; unsigned n; int command; enum command_scope scope; };
struct keymap {
	GArray *bindings;                      /* struct binding */
	guint32 pending[KEY_SEQUENCE];         /* the beginning of a sequence typed so far */
	unsigned n_pending;
};
void keymap_init(struct keymap *keymap);   /* with the default keys of all commands */
void keymap_clear(struct keymap *keymap);
/* Binds alternatives ("? <F1>") to a command. False when a word is no key. */
bool keymap_bind(struct keymap *keymap, int command, enum command_scope scope, const char *keys);

enum { KEYMAP_NOTHING = -1, KEYMAP_PREFIX = -2 };
/* One more key: a command id, KEYMAP_PREFIX while a sequence may still become one, or KEYMAP_NOTHING. */
int keymap_feed(struct keymap *keymap, enum command_scope scope, guint32 key);
/* Two commands that answer to the same keys where both are in force, or keys of which one begins the other: in words, one a
 * line; NULL when there are none; g_free. */
char *keymap_conflicts(const struct keymap *keymap);
/* The next keys after the pending ones with a word each ("g top"); g_free. */
char *keymap_next(const struct keymap *keymap, enum command_scope scope);

/* The key at *text ("j", "<Enter>", "<C-p>", "<lt>") and moves *text behind it; 0 when it is none. */
guint32 key_parse(const char **text);
/* What is printed on the keys, in the language of the program: "y Enter" is "y Intro" in Spanish; g_free. */
char *key_words(const char *keys);
/* "Ctrl-P", "Space", "j", in the language of the program; g_free. */
char *key_show(guint32 key);

#endif
