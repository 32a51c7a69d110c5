/*
 * Every string a user sees goes through gettext: _() where it is shown, N_() in constant tables. A word that means two things, which
 * another language may tell apart, says which: C_("presence", "left"), and NC_() in a table whose words i18n_word() shows.
 */
#ifndef DAIS_BASE_I18N_H
#define DAIS_BASE_I18N_H

#include <libintl.h>
#include <string.h>

#define _(text) gettext(text)
#define N_(text) text
#define NC_(context, text) context "\004" text
#define C_(context, text) i18n_word(NC_(context, text))

/* A text of N_() or NC_() in the language of the program. Borrowed. */
static inline const char *i18n_word(const char *text)
{
	const char *end = strchr(text, '\004'), *shown = gettext(text);
	return end && shown == text ? end + 1 : shown;
}

#endif
