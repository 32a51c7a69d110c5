/* Every string a user sees goes through gettext: _() where it is shown, N_() in constant tables. */
#ifndef DAIS_BASE_I18N_H
#define DAIS_BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
