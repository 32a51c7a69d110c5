/*
 * Papers in another language than that of the terminal. Labels of the board file are asked for by language; the fixed words of a paper
 * ("Closed session") come from gettext, which knows one language at a time: that of LANGUAGE. cli_speak changes it, for everything that
 * is printed from then on.
 */
#ifndef DAIS_CLI_LANGUAGE_H
#define DAIS_CLI_LANGUAGE_H

#include "domain/board.h"

/* Is lang one of the board's? False with DAIS_ERROR_USAGE that lists them. */
bool cli_language_check(const struct board *board, const char *lang, GError **error);
void cli_speak(const char *lang);

#endif
