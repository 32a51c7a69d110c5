/* Which theme: the one named, else the one the user chose last, else by the terminal's background, else dark. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include "app/state.h"
#include "base/error.h"
#include "base/i18n.h"
#include "config/config_file.h"

/* COLORFGBG is "foreground;background" in ANSI colours: 7 and 15 are white. */
static bool background_is_light(void)
{
	const char *colors = getenv("COLORFGBG");
	const char *last = colors ? strrchr(colors, ';') : NULL;
	int background = last ? atoi(last + 1) : 0;
	return background == 7 || background == 15;
}

bool cli_theme(const char *name, const char *state_path, struct theme *theme, GError **error)
{
	g_autofree char *chosen = name ? NULL : state_theme(state_path);
	const char *wanted = name ? name : chosen ? chosen : background_is_light() ? "light" : "dark";
	g_autofree char *path = data_file("themes", wanted, "conf");
	g_autoptr(GPtrArray) faults = faults_new();
	if (path && theme_file_load(path, theme, faults))
		return true;
	if (!name) {
		/* A theme that went away or broke never keeps anyone from the data. */
		*theme = (struct theme) { .name = "mono" };
		for (int role = 0; role < ROLE_COUNT; role++)
			theme->role[role] = (struct role_style) { COLOR_NONE, COLOR_NONE, role_fallback(role) };
		return true;
	}
	if (faults->len) {
		faults_to_error(faults, error);
		return false;
	}
	g_auto(GStrv) names = data_file_names("themes", "conf");
	g_autofree char *all = names ? g_strjoinv(", ", names) : g_strdup("-");
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, _("there is no theme '%s'; there are: %s"), name, all);
	return false;
}
