/* A chart as rows: the exact values behind the picture. */
#ifndef DAIS_CLI_CHART_H
#define DAIS_CLI_CHART_H

#include "domain/series.h"
#include "exchange/table.h"

/* One row a point: what it is, value, counts behind it, limits, flags in words, the filter that shows its cases. */
void chart_print_rows(const struct chart *chart, enum table_format format, bool ascii);

#endif
