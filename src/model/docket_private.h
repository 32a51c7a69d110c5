/* The docket as it is gathered, for the files of src/model. */
#ifndef DAIS_MODEL_DOCKET_PRIVATE_H
#define DAIS_MODEL_DOCKET_PRIVATE_H

#include "model/docket_model.h"

/* A body as cases name it. */
struct docket_body { bool asked; const struct body *body; day_t horizon; };

/* Cases are found again by id while they are gathered. */
struct docket_gather {
	struct store *store;
	struct docket_model *model;
	GHashTable *by_case;          /* id -> index + 1 */
	GArray *bodies;               /* struct docket_body, by word id */
	GPtrArray *meetings;          /* all of them, for the horizons */
	instant_t now;
	/* what was decided last: mostly the next row asks the same */
	int last_body, last_state;
	bool wanted;
	struct known { int body, board, chief; bool differ; } known[64];
};

/* The entry of a case, made when it has none yet. Borrowed until the next one is made. */
struct docket_entry *docket_case_entry(struct docket_gather *gather, id_t64 case_id, const struct body *body);
/* Adds what no case is behind; key, title and number are taken over. Borrowed likewise. */
struct docket_entry *docket_add_other(struct docket_model *model, enum docket_kind kind, enum docket_reason reason, id_t64 id, const char *body, char *key,
	char *title, char *number);
bool docket_take_carried(struct docket_gather *gather, GError **error);

/* The coming meeting whose agenda has this key; 0 none. */
id_t64 docket_listed_at(const struct docket_model *model, const char *key);
/* "carried over: not reached on 2025-03-12"; g_free. */
char *docket_carried_words(const struct docket_model *model, const struct docket_entry *entry);

#endif
