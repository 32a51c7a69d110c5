/* One value of JSON as text. */
#ifndef DAIS_EXCHANGE_JSON_TEXT_H
#define DAIS_EXCHANGE_JSON_TEXT_H

#include <glib.h>
#include <stdbool.h>

/*
 * Appends a string with its quotes. Nothing is lost and nothing reaches a terminal raw: control characters, C1, bidi
 * controls, zero-width and other format characters are written as \uXXXX; invalid UTF-8 becomes U+FFFD.
 */
void json_text_append(GString *out, const char *text);
/* True when the text is a number as JSON writes them. */
bool json_text_is_number(const char *text);

#endif
