/*
 * The order of all rows of a table for one sort, worked out once: keys packed into integers, sorted by digits. Rows whose value
 * is not known come last in both directions; equal ones stand by id.
 */
#ifndef DAIS_MODEL_CASE_ORDER_H
#define DAIS_MODEL_CASE_ORDER_H

#include "model/case_index.h"

/* table->n rows in the order asked; g_free. Words sort by their label in lang. */
guint32 *case_order_new(const struct case_table *table, struct lexicon *lexicon, day_t today, const char *lang, enum case_field field, bool reverse);

#endif
