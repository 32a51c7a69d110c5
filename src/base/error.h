/*
 * Errors that reach a person. A bug is an assert; everything else is a GError of this domain whose
 * message says what happened, where (file:line, row, field) and what to do, in one sentence or two.
 */
#ifndef DAIS_BASE_ERROR_H
#define DAIS_BASE_ERROR_H

#include <glib.h>
#include <stdbool.h>

#define DAIS_ERROR (dais_error_quark())
GQuark dais_error_quark(void);

/* The codes are the program's exit codes (README, "Exit codes"). */
enum dais_error {
	DAIS_ERROR_NOT_FOUND = 1,   /* nothing found, or a check failed */
	DAIS_ERROR_USAGE = 2,       /* wrong words on the command line or in a filter */
	DAIS_ERROR_CONFIG = 3,      /* board file, theme, map, settings */
	DAIS_ERROR_DATA = 4,        /* database or a file of data */
	DAIS_ERROR_TERMINAL = 5,    /* no terminal where one is needed */
	DAIS_ERROR_INTERRUPTED = 130,
};

/* Refuses in words: sets the error, and gives false. */
bool error_refuse(GError **error, enum dais_error code, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* The exit code for an error: its own code in our domain, DAIS_ERROR_DATA for any other domain (I/O and the like). */
int dais_error_exit(const GError *error);

#endif
