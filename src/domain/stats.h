/* Statistics of charts. Formulas: UX.md 6.5; sources named at each function. All deterministic. */
#ifndef DAIS_DOMAIN_STATS_H
#define DAIS_DOMAIN_STATS_H

#include <glib.h>

/* Nearest-rank quantile (q in 0..1) of values given as a histogram: counts[i] cases took days[i] (ascending).
 * Returns -1 when there is none. Nearest rank: the smallest value with at least ceil(q*n) values not above it. */
int stats_quantile(const int *days, const gint64 *counts, unsigned n, double q);

/* p-chart limits (3 sigma) for a share with denominator n around the mean share, clipped to 0..1. Shewhart. */
void stats_p_limits(double mean, gint64 n, double *lower, double *upper);
/* u-chart limits (3 sigma) for c events per exposure a around the mean rate, lower clipped at 0. */
void stats_u_limits(double mean, double exposure, double *lower, double *upper);
/* Individuals of counts (c-chart): mean +- 3 sqrt(mean), lower clipped at 0. */
void stats_c_limits(double mean, double *lower, double *upper);
/* Longest run on one side of the centre that is still ordinary for n points: round(log2 n) + 3. Anhoej 2018. */
unsigned stats_longest_ordinary_run(unsigned n);
/* Wilson score interval (95 %) of k in n, n > 0. */
void stats_wilson(gint64 k, gint64 n, double *lower, double *upper);

/* Axis ticks by Heckbert's nice numbers (1, 2, 5 times a power of ten): the step and top for 0..max in at most
 * `most` intervals; max <= 0 gives step 1, top 1. whole: never a step below 1. Heckbert, Graphics Gems 1990. */
void stats_ticks(double max, int most, gboolean whole, double *step, double *top);

#endif
