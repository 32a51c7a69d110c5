/* Contrast of palette colours: WCAG 2.x, "relative luminance" and "contrast ratio". */
#include <math.h>

#include "base/i18n.h"
#include "base/text.h"
#include "config/config_file.h"

/* WCAG 1.4.11: what is not text, but must be seen. */
#define GLYPH_MINIMUM 3.0

/* The first 16 are the terminal's own choice; xterm's are taken. */
static const guint32 ansi[16] = {
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
	0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
};

static guint32 palette_rgb(int color)
{
	static const guint32 step[6] = { 0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff };
	if (color < 16)
		return ansi[color];
	if (color >= 232)
		return (guint32) (8 + 10 * (color - 232)) * 0x010101;
	int cube = color - 16;
	return step[cube / 36] << 16 | step[cube / 6 % 6] << 8 | step[cube % 6];
}

static double channel(guint32 value)
{
	double share = (double) value / 255.0;
	return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(int color)
{
	guint32 rgb = palette_rgb(color);
	return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8 & 0xff) + 0.0722 * channel(rgb & 0xff);
}

double theme_contrast(int fg, int bg)
{
	if (fg < 0 || bg < 0 || fg > 255 || bg > 255)
		return 0;
	double a = luminance(fg), b = luminance(bg);
	return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

static bool is_glyph(enum role role)
{
	return role == ROLE_BORDER || role == ROLE_BORDER_ACTIVE || (role >= ROLE_CHART_1 && role <= ROLE_CHART_SIGNAL);
}

static char *color_text(int color)
{
	return color == COLOR_NONE ? g_strdup(_("own")) : g_strdup_printf("%d", color);
}

static void report_role(GString *text, const struct theme *theme, enum role role, const char *path, GPtrArray *faults)
{
	const struct role_style *style = &theme->role[role];
	double ratio = theme_contrast(style->fg, style->bg), least = is_glyph(role) ? GLYPH_MINIMUM
		: theme->minimum_contrast;
	g_autofree char *fg = color_text(style->fg), *bg = color_text(style->bg);
	g_string_append_printf(text, "%-14s %4s %s %-4s ", role_name(role), fg, _("on"), bg);
	if (ratio == 0) {
		g_string_append(text, _("   -  the terminal's own colours\n"));
		return;
	}
	/* Cut, not rounded: 4.46 must not look like 4.5. */
	g_string_append_printf(text, "%4.1f  ", floor(ratio * 10) / 10);
	if (ratio >= least) {
		g_string_append_printf(text, _("ok (at least %.1f)\n"), least);
		return;
	}
	g_string_append_printf(text, _("TOO LOW: needs %.1f\n"), least);
	faults_add(faults, path, 0, _("'%s' has a contrast of %.2f, but needs %.1f; choose colours that are further apart"),
		role_name(role), ratio, least);
}

char *theme_report(const struct theme *theme, const char *path, GPtrArray *faults)
{
	GString *text = g_string_new(NULL);
	for (int role = 0; role < ROLE_COUNT; role++)
		report_role(text, theme, (enum role) role, path, faults);
	return g_string_free(text, FALSE);
}
