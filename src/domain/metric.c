#include "domain/metric.h"

#include <string.h>
#include "base/i18n.h"

static const struct metric_info metrics[METRICS] = {
#define X(key, id_, title_, unit_, form_, help_) \
	[METRIC_##key] = { .id = id_, .title = title_, .unit = unit_, .form = form_, .help = help_ },
	METRIC_LIST(X)
#undef X
};

const struct metric_info *metric_info(enum metric metric)
{
	return &metrics[metric];
}

enum metric metric_find(const char *id)
{
	enum metric metric = 0;
	while (metric < METRICS && strcmp(metrics[metric].id, id))
		metric++;
	return metric;
}
