#include "cli/language.h"

#include <locale.h>
#include "base/error.h"
#include "base/i18n.h"

bool cli_language_check(const struct board *board, const char *lang, GError **error)
{
	if (g_strv_contains((const char *const *) board->languages, lang))
		return true;
	g_autofree char *all = g_strjoinv(", ", board->languages);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("--lang takes a language of the board file (%s), not '%s'"), all, lang);
	return false;
}

void cli_speak(const char *lang)
{
	const char *messages = setlocale(LC_MESSAGES, NULL);
	if (!g_strcmp0(messages, "C") || !g_strcmp0(messages, "POSIX"))
		setlocale(LC_MESSAGES, "C.UTF-8");     /* gettext looks for no language in the plain C locale */
	g_setenv("LANGUAGE", lang, TRUE);
	textdomain("dais");                        /* forgets what was looked up before */
}
