/*
 * The measures of the Trends screen and of `dais chart`, as data: what each shows, in what form, and what it needs.
 * Adding a metric: one line here, its loader in model/trend.c (table of the same order), and its words in doc/.
 */
#ifndef DAIS_DOMAIN_METRIC_H
#define DAIS_DOMAIN_METRIC_H

#include "domain/series.h"

/* X(enum suffix, id, title, unit, form, help) */
#define METRIC_LIST(X) \
	X(INTAKE, "intake", N_("Cases received by month"), N_("cases"), CHART_CONTROL, N_("c-chart: cases received in each month, with the limits of ordinary variation")) \
	X(CASES, "cases", N_("Cases by month and class"), N_("cases"), CHART_LINES, N_("cases received in each month, the commonest classes apart")) \
	X(AGEING, "ageing", N_("Ageing of open cases"), N_("open cases"), CHART_BARS, N_("open cases by days since they were received")) \
	X(CLOSE, "close", N_("Days to close"), N_("days"), CHART_LINES, N_("median and 90th percentile of days from received to closed, by month of closing")) \
	X(SUSTAINED, "sustained", N_("Sustained share"), N_("share of findings on the merits"), CHART_CONTROL, N_("p-chart: sustained findings among findings on the merits, by month received")) \
	X(FORCE, "force", N_("Force by type"), N_("reports of force"), CHART_LINES, N_("reports of force in each month, the commonest types apart")) \
	X(STAGES, "stages", N_("Findings by stage"), N_("allegations"), CHART_GROUPS, N_("findings of investigator, board and chief side by side")) \
	X(DISTRICTS, "districts", N_("Cases by district"), N_("cases"), CHART_MULTIPLES, N_("cases received in each month, one row a district, one scale"))

enum metric {
#define X(id, key, title, unit, form, help) METRIC_##id,
	METRIC_LIST(X)
#undef X
	METRICS
};

struct metric_info { const char *id, *title, *unit, *help; enum chart_form form; };
const struct metric_info *metric_info(enum metric metric);
enum metric metric_find(const char *id);    /* METRICS when unknown */

#endif
