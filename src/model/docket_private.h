/* The docket, for the files of src/model that gather it. */
#ifndef DAIS_MODEL_DOCKET_PRIVATE_H
#define DAIS_MODEL_DOCKET_PRIVATE_H

#include "model/docket_model.h"

/* The coming meeting whose agenda has this key; 0 none. */
id_t64 docket_listed_at(const struct docket_model *model, const char *key);
/* "carried over: not reached on 2025-03-12"; g_free. */
char *docket_carried_words(const struct docket_model *model, const struct docket_entry *entry);

#endif
