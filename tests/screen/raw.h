/* What may stand in the bytes a program sends to a terminal. */
#ifndef DAIS_TESTS_RAW_H
#define DAIS_TESTS_RAW_H

#include <glib.h>
#include <stdbool.h>

/* NULL when every byte is printable text or a control sequence curses itself may send; else what was found and where; g_free. */
char *raw_fault(const GByteArray *raw);
/* Whether any SGR sets a colour (30-37, 38, 40-47, 48, 90-107). */
bool raw_has_color(const GByteArray *raw);
/* Whether only bytes 0..126 were sent. */
bool raw_is_ascii(const GByteArray *raw);

#endif
