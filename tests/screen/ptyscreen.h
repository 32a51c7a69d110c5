/*
 * A program in a pseudo-terminal, its screen read back through libvterm. Frames are known by the in-band marker, never by time.
 * Between us and the program stands a small job-control parent, as a shell would, so that the program can be stopped.
 */
#ifndef DAIS_TESTS_PTY_H
#define DAIS_TESTS_PTY_H

#include <glib.h>
#include <stdbool.h>
#include <termios.h>

struct pty;
struct pty_options { int w, h; char **argv, **env; bool ignore_hangup; };

struct pty *pty_start(const struct pty_options *options);
void pty_free(struct pty *pty);                       /* ends the program when it still runs */

void pty_send(struct pty *pty, const char *bytes, size_t length);
/* Reads what the program wrote until another frame is complete; false when none came in time, or it ended. */
bool pty_frame(struct pty *pty, int timeout_ms);
/* Reads for at most so long, whatever comes; false at the end of the terminal. */
bool pty_read(struct pty *pty, int timeout_ms);
void pty_resize(struct pty *pty, int w, int h);
void pty_signal(struct pty *pty, int number);          /* to the program */
void pty_continue(struct pty *pty);                    /* puts it into the foreground and continues it */
void pty_hang_up(struct pty *pty);                     /* closes the terminal */

/* 'S' stopped, 'X' ended with *value, 'K' killed by signal *value, 0 running still after so long. */
char pty_state(struct pty *pty, int *value, int timeout_ms);

unsigned pty_frames(const struct pty *pty);
char *pty_row(struct pty *pty, int y);                 /* text, trailing spaces cut; g_free */
char *pty_screen(struct pty *pty);                     /* all rows; g_free */
void pty_cursor(const struct pty *pty, int *x, int *y);
bool pty_alternate(const struct pty *pty);
bool pty_cursor_visible(const struct pty *pty);
/* What the program asked to be told of the mouse: "none", "clicks", "drags" (moves with a button held), "moves" (all). */
const char *pty_mouse(const struct pty *pty);
const char *pty_title(const struct pty *pty);
int pty_height(const struct pty *pty);
const GByteArray *pty_raw(const struct pty *pty);      /* every byte written, without the markers */
/* The terminal's modes now and before the program started. */
bool pty_modes_equal(const struct pty *pty);

#endif
