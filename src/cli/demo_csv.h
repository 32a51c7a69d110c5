/* The invented data as CSV files, for trying the import and for the bench. */
#ifndef DAIS_CLI_DEMO_CSV_H
#define DAIS_CLI_DEMO_CSV_H

#include "domain/demo.h"

/* Writes DIR/cases.csv (one row an allegation, the columns of its case repeated) and DIR/force.csv; the installed maps "riverton" and
 * "riverton-force" read them. Refused where one of them is there already. */
bool demo_csv_write(const char *folder, const struct demo_options *options, GError **error);

#endif
