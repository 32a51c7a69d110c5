/* Bytes of a declared encoding to UTF-8. */
#ifndef DAIS_EXCHANGE_DECODE_H
#define DAIS_EXCHANGE_DECODE_H

#include <glib.h>

/* Decodes by encoding name ("UTF-8", "CP1252", "ISO-8859-1"). Invalid bytes become U+FFFD and *bad (may be NULL) counts them.
 * An encoding that nobody knows is read as UTF-8: ask decode_known first. g_free. */
char *decode_text(const char *bytes, gsize length, const char *encoding, unsigned *bad);
gboolean decode_known(const char *encoding);

#endif
