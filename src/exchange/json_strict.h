/* The door before the JSON library: it reads more than JSON, loses some of it without a word, and follows any depth until the stack ends. */
#ifndef DAIS_EXCHANGE_JSON_STRICT_H
#define DAIS_EXCHANGE_JSON_STRICT_H

#include <glib.h>
#include <stdbool.h>

/*
 * Is the text nothing but JSON (RFC 8259) of at most this depth, in UTF-8, that can be kept as it is: no character U+0000, no half of
 * a surrogate pair, no whole number beyond 64 bits? Whether the parts stand in order is left to the library. False with
 * DAIS_ERROR_DATA "NAME:LINE: what".
 */
bool json_strict(const char *name, const char *text, gsize length, unsigned depth, GError **error);

/* The text of a regular file of at most so many bytes, for json_strict; NULL with DAIS_ERROR_DATA that names it. g_free. */
char *json_file_read(const char *path, gsize most, gsize *length, GError **error);

#endif
