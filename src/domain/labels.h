/* A text per language, as the board file gives it for everything that has a name. */
#ifndef DAIS_DOMAIN_LABELS_H
#define DAIS_DOMAIN_LABELS_H

#include <stdbool.h>

/* The first one is the fallback. */
struct label { char *lang; char *text; };
struct labels { struct label *v; unsigned n; };
/* The text in lang ("es"; NULL = first), else the first one, else "". */
const char *labels_get(const struct labels *labels, const char *lang);
/* Is text one of them, in whichever language? NULL is none. */
bool labels_hold(const struct labels *labels, const char *text);
/* What was written down in one language, in another: the text in lang where it is one of these labels, else text itself. Borrowed. */
const char *labels_translate(const struct labels *labels, const char *text, const char *lang);
bool labels_has(const struct labels *labels, const char *lang);
void labels_add(struct labels *labels, const char *lang, const char *text);
void labels_clear(struct labels *labels);

#endif
