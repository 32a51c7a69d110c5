#include "domain/stats.h"

#include <math.h>

int stats_quantile(const int *days, const gint64 *counts, unsigned n, double q)
{
	gint64 all = 0, seen = 0;
	for (unsigned i = 0; i < n; i++)
		all += counts[i];
	gint64 rank = MAX((gint64) ceil(q * all - 1e-9), 1);
	for (unsigned i = 0; i < n; i++) {
		seen += counts[i];
		if (seen >= rank && all > 0)
			return days[i];
	}
	return -1;
}

void stats_p_limits(double mean, gint64 n, double *lower, double *upper)
{
	double width = n > 0 ? 3 * sqrt(mean * (1 - mean) / n) : NAN;
	*lower = fmax(mean - width, 0);
	*upper = fmin(mean + width, 1);
	if (n <= 0)
		*lower = *upper = NAN;
}

void stats_u_limits(double mean, double exposure, double *lower, double *upper)
{
	*lower = *upper = NAN;
	if (exposure <= 0)
		return;
	double width = 3 * sqrt(mean / exposure);
	*lower = fmax(mean - width, 0);
	*upper = mean + width;
}

void stats_c_limits(double mean, double *lower, double *upper)
{
	stats_u_limits(mean, 1, lower, upper);
}

unsigned stats_longest_ordinary_run(unsigned n)
{
	return n > 0 ? (unsigned) lround(log2(n)) + 3 : 0;
}

void stats_wilson(gint64 k, gint64 n, double *lower, double *upper)
{
	const double z = 1.959963984540054;
	double p = (double) k / n, z2 = z * z;
	double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
	double half = z * sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
	*lower = fmax(centre - half, 0);
	*upper = fmin(centre + half, 1);
}

void stats_ticks(double max, int most, gboolean whole, double *step, double *top)
{
	*step = *top = 1;
	if (!(max > 0) || !isfinite(max))
		return;
	most = MAX(most, 1);
	double power = pow(10, floor(log10(max / most)));
	static const double nice[] = { 1, 2, 5, 10, 20, 50 };
	for (unsigned i = 0; i < G_N_ELEMENTS(nice); i++) {
		*step = nice[i] * power;
		if (whole && *step < 1)
			*step = 1;
		if (ceil(max / *step - 1e-9) <= most)
			break;
	}
	*top = *step * fmax(ceil(max / *step - 1e-9), 1);
}
