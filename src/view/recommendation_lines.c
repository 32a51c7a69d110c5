/* One recommendation in detail: what was asked and of whom, by when it is answered, what happened. */
#include <stdlib.h>
#include "base/i18n.h"
#include "domain/metric.h"
#include "view/recommendation_view.h"

enum { INDENT = 2 };

/* "community 5, police 2: 3 apart": how far the two sides are from each other. */
static char *priority_words(const struct recommendation *one)
{
	const char *ours = one->field[RECOMMENDATION_FIELD_PRIORITY], *theirs = one->field[RECOMMENDATION_FIELD_POLICE_PRIORITY];
	if (!ours && !theirs)
		return NULL;
	if (!theirs)
		return g_strdup_printf(_("community %s"), ours);
	if (!ours)
		return g_strdup_printf(_("police %s"), theirs);
	int gap = abs(atoi(ours) - atoi(theirs));
	return gap ? g_strdup_printf(_("community %s, police %s: %d apart"), ours, theirs, gap) : g_strdup_printf(_("community %s, police %s"), ours, theirs);
}

static void fact_lines(struct detail_lines *lines, const struct scene *scene, const struct recommendation *one)
{
	char made[DAY_ISO_SIZE];
	const char *body = one->of ? labels_get(&one->of->name, scene->lang) : one->body;
	const char *metric = one->field[RECOMMENDATION_FIELD_METRIC];
	enum metric measure = metric ? metric_find(metric) : METRICS;
	g_autofree char *priority = priority_words(one), *by = g_strdup_printf("%s, %s", day_iso(one->made, made), body ? body : "?");
	detail_wrapped(lines, 0, ROLE_TEXT, one->field[RECOMMENDATION_FIELD_TITLE]);
	if (one->field[RECOMMENDATION_FIELD_TEXT])
		detail_wrapped(lines, 0, ROLE_DIM, one->field[RECOMMENDATION_FIELD_TEXT]);
	detail_line_add(lines);
	detail_fact(lines, _("State"), recommendation_status_words(one->status), recommendation_role(one->status));
	detail_fact(lines, _("Made"), by, ROLE_TEXT);
	static const enum recommendation_field plain[] = { RECOMMENDATION_FIELD_OWNER, RECOMMENDATION_FIELD_BLOCKER, RECOMMENDATION_FIELD_CASE, RECOMMENDATION_FIELD_VOTE,
		RECOMMENDATION_FIELD_SECTION, RECOMMENDATION_FIELD_ORIGIN };
	for (unsigned i = 0; i < G_N_ELEMENTS(plain); i++)
		detail_fact(lines, recommendation_field_title(plain[i]), one->field[plain[i]], plain[i] == RECOMMENDATION_FIELD_BLOCKER ? ROLE_WARN : ROLE_TEXT);
	detail_fact(lines, recommendation_field_title(RECOMMENDATION_FIELD_PRIORITY), priority, ROLE_TEXT);
	detail_fact(lines, recommendation_field_title(RECOMMENDATION_FIELD_METRIC), measure < METRICS ? _(metric_info(measure)->title) : metric, ROLE_TEXT);
}

/* Those that were answered, and those that are asked for still. */
static void due_lines(struct detail_lines *lines, const struct scene *scene, const struct recommendation *one)
{
	detail_heading(lines, _("ANSWERS"), 0);
	for (guint i = 0; i < one->due->len; i++) {
		const struct answer_due *due = &g_array_index(one->due, struct answer_due, i);
		g_autofree char *words = answer_due_words(due, scene->board, one->of, scene->lang, scene->today);
		if (due->answer || (one->next && due >= one->next))
			detail_wrapped(lines, INDENT, due->answer ? ROLE_TEXT : due->due < scene->today ? ROLE_ALERT : due == one->next ? ROLE_TEXT : ROLE_DIM, words);
	}
	if (!one->due->len)
		detail_wrapped(lines, INDENT, ROLE_DIM, _("The rules of this body ask for no answer by a day."));
}

static void history_lines(struct detail_lines *lines, const struct scene *scene, const struct recommendation *one)
{
	const char *zone = scene->board ? scene->board->zone : NULL;
	detail_heading(lines, _("HISTORY"), one->events->len);
	for (guint i = one->events->len; i-- > 0;) {
		const struct recommendation_event *event = one->events->pdata[i];
		g_autofree char *what = recommendation_event_words(event, scene->board, one->of, scene->lang);
		g_autofree char *words = event->why ? g_strdup_printf("%s: %s (%s)", what, event->why, event->who) : g_strdup_printf("%s (%s)", what, event->who);
		char day[DAY_ISO_SIZE];
		detail_fact(lines, day_iso(instant_day(event->at, zone), day), words, ROLE_TEXT);
	}
	char day[DAY_ISO_SIZE];
	g_autofree char *words = g_strdup_printf(_("recorded (%s)"), one->who);
	detail_fact(lines, day_iso(instant_day(one->at, zone), day), words, ROLE_DIM);
}

struct detail_lines *recommendation_lines_make(const struct canvas *canvas, const struct scene *scene, const struct recommendation *one, int w)
{
	struct detail_lines *lines = detail_lines_new(canvas, w);
	fact_lines(lines, scene, one);
	due_lines(lines, scene, one);
	history_lines(lines, scene, one);
	return lines;
}
