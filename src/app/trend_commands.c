/* Handlers about charts. */
#include "app/app_private.h"

static void toggle_face(struct app *app, enum chart_face face)
{
	struct chart_place *place = &app->scene.chart_place;
	place->face = place->face == face ? CHART_FACE_CHART : face;
}

void run_table(struct app *app) { toggle_face(app, CHART_FACE_TABLE); }
void run_words(struct app *app) { toggle_face(app, CHART_FACE_WORDS); }

void run_style(struct app *app)
{
	static const char *const names[CHART_STYLES] = { N_("braille dots"), N_("blocks"), N_("ASCII") };
	struct chart_place *place = &app->scene.chart_place;
	place->style = (place->style + 1) % CHART_STYLES;
	app_say(app, _("charts drawn with %s"), _(names[place->style]));
}

void run_values(struct app *app)
{
	app->scene.chart_place.values = !app->scene.chart_place.values;
}

void run_limits(struct app *app)
{
	app->scene.chart_place.limits = !app->scene.chart_place.limits;
}

void run_period(struct app *app)
{
	static const int periods[] = { 24, 60, 0, 12 };
	unsigned at = 0;
	while (at < G_N_ELEMENTS(periods) && periods[at] != app->session.months)
		at++;
	app->session.months = periods[(at + 1) % G_N_ELEMENTS(periods)];
	app->session.stale_chart = true;
	app->scene.chart_place.point = 0;
	app->scene.chart_place.cross = false;
	if (app->session.months)
		app_say(app, _("the last %d months"), app->session.months);
	else
		app_say(app, _("all months"));
}
