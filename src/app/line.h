/* One line of text being typed, with the keys of readline. */
#ifndef DAIS_APP_LINE_H
#define DAIS_APP_LINE_H

#include <glib.h>
#include <stdbool.h>

#define LINE_MOST 2000      /* bytes; more is not taken */

struct line { GString *text; unsigned cursor; };      /* cursor: byte offset */

void line_init(struct line *line);
void line_clear(struct line *line);
void line_set(struct line *line, const char *text);
/* True when the key was its business (an editing key or a character). */
bool line_key(struct line *line, guint32 key);
/* Inserts pasted text: newlines and tabs become spaces, other controls and invalid bytes go. */
void line_paste(struct line *line, const char *text);

#endif
