/*
 * The terminal: start, stop, suspend, sizes, colours, one wait. The only code that includes curses (behind term_private.h).
 * Signals are blocked except inside terminal_wait; the terminal is restored on every way out, also SIGTERM, SIGHUP and a crash.
 */
#ifndef DAIS_TERM_TERMINAL_H
#define DAIS_TERM_TERMINAL_H

#include "base/role.h"
#include "view/canvas.h"
#include <glib.h>

struct terminal;

struct terminal_options {
	bool ascii;                   /* forced; also chosen when the codeset is not UTF-8 */
	int colors;                   /* -1 by terminfo and NO_COLOR, 0 none */
	bool mouse;
	bool frame_marker;            /* tests: after each frame write the in-band marker ESC ] 7 7 7 ; dais-frame ; N BEL */
};

/* Whether the dashboard could be shown at all: for saying so before a database is opened. */
bool terminal_check(GError **error);
/* DAIS_ERROR_TERMINAL with a sentence: no tty, TERM unset, unknown or dumb. */
struct terminal *terminal_open(const struct terminal_options *options, GError **error);
void terminal_close(struct terminal *terminal);

void terminal_size(const struct terminal *terminal, int *w, int *h);
bool terminal_ascii(const struct terminal *terminal);
int terminal_colors(const struct terminal *terminal);
void terminal_theme(struct terminal *terminal, const struct theme *theme);
void terminal_mouse(struct terminal *terminal, bool on);
/* While on, and where the terminal can: MOUSE_MOVE as the left button is held, and its MOUSE_RELEASE. At other times neither is asked for. */
void terminal_drag(struct terminal *terminal, bool on);
void terminal_title(struct terminal *terminal, const char *title);          /* cleaned; restored at close */
void terminal_copy(struct terminal *terminal, const char *text);            /* OSC 52 */
void terminal_suspend(struct terminal *terminal);                           /* Ctrl-Z: shell gets a sane tty, repaint on return */
void terminal_redraw(struct terminal *terminal);                            /* Ctrl-L: full repaint with the next frame */

/* Sends the canvas; curses works out the difference. */
void terminal_show(struct terminal *terminal, const struct canvas *canvas);

/* Keys: Unicode code points below KEY_BASE; names above. */
#define KEY_X_LIST(X) \
	X(UP, "Up") X(DOWN, "Down") X(LEFT, "Left") X(RIGHT, "Right") X(HOME, "Home") X(END, "End") \
	X(PGUP, "PgUp") X(PGDN, "PgDn") X(S_UP, "S-Up") X(S_DOWN, "S-Down") X(ENTER, "Enter") X(ESC, "Esc") X(TAB, "Tab") X(BACKTAB, "S-Tab") \
	X(BACKSPACE, "Backspace") X(DELETE, "Del") X(INSERT, "Ins") \
	X(F1, "F1") X(F2, "F2") X(F3, "F3") X(F4, "F4") X(F5, "F5") X(F6, "F6") X(F7, "F7") X(F8, "F8") X(F9, "F9") \
	X(F10, "F10")
#define DKEY_BASE 0x200000
enum dkey {
	DKEY_FIRST = DKEY_BASE,
#define X(id, name) DKEY_##id,
	KEY_X_LIST(X)
#undef X
	DKEY_LAST
};
#define DKEY_CTRL 0x400000        /* with a lower-case letter: DKEY_CTRL | 'l' */

enum event_kind {
	EVENT_NONE,                   /* the wait timed out */
	EVENT_KEY, EVENT_PASTE, EVENT_MOUSE, EVENT_RESIZE,
	EVENT_WATCH,                  /* a watched descriptor is readable: fd */
	EVENT_RESUME,                 /* continued after a stop */
	EVENT_QUIT,                   /* SIGTERM, SIGHUP, SIGINT from outside, or the terminal is gone */
};
enum mouse_action { MOUSE_PRESS, MOUSE_DOUBLE, MOUSE_MOVE, MOUSE_RELEASE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };
struct event {
	enum event_kind kind;
	guint32 key;
	char *paste;                  /* g_free by the caller */
	int x, y; enum mouse_action action;
	int fd;
	bool more;                    /* more input is waiting: handle it before drawing */
};
/* Waits for an event, at most timeout_ms (-1 for ever, 0 only looks). fds: n watched descriptors. */
void terminal_wait(struct terminal *terminal, int timeout_ms, const int *fds, unsigned n, struct event *event);
/* True when input is already waiting: for work in slices. */
bool terminal_pending(struct terminal *terminal);

#endif
