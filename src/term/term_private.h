/* What the three files of src/term share. The only header that includes curses. */
#ifndef DAIS_TERM_PRIVATE_H
#define DAIS_TERM_PRIVATE_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#include <signal.h>
#include <stdio.h>
#include "term/terminal.h"

/* term.h has a macro for every terminfo capability; these names are ours. */
#undef columns
#undef lines
#undef tab

#define PAIRS_MOST 256

struct terminal {
	SCREEN *screen;
	WINDOW *keys;                 /* a pad never drawn: reading from stdscr would refresh it */
	int in, out;                  /* the terminal's descriptors */
	FILE *curses;                 /* where curses writes: the terminal, or the gathered frame */
	int gathered;                 /* a file in memory; -1: the system has none, and curses writes in small pieces */
	int w, h;
	bool ascii, modern;           /* modern: understands titles, bracketed paste and OSC 52 */
	bool mouse, marker, gone;
	bool resumed;                 /* stopped and come back: told before what was typed meanwhile */
	bool drag;                    /* moves with the button held, and its release, are events */
	int colors;
	unsigned frame;               /* number of the last frame shown */
	struct canvas *last;          /* what curses was told last; NULL: nothing yet */
	struct theme theme;
	bool themed;
	struct { int16_t fg, bg; } pair[PAIRS_MOST];
	int n_pairs;                  /* pair 0 is the terminal's own colours */
	attr_t attr[ROLE_COUNT];      /* per role, by theme and colours */
	short color[ROLE_COUNT];
	sigset_t wait_mask;           /* signals as they were: in force only while waiting */
	char *title;
	gint64 click_time;            /* the last press, for double clicks */
	int click_x, click_y;
};

/* screen.c */
/* Where curses is to write. False when the terminal cannot be opened a second time. */
bool screen_open(struct terminal *terminal);
void screen_close(struct terminal *terminal);
void screen_theme(struct terminal *terminal);
/* Bytes straight to the terminal, behind curses' back; false when it is gone, or a signal came while it took nothing. */
bool screen_write(struct terminal *terminal, const char *bytes, size_t length);

/* input.c */
void input_start(struct terminal *terminal);
/* One event from what was typed; false when nothing waits. */
bool input_read(struct terminal *terminal, struct event *event);

#endif
