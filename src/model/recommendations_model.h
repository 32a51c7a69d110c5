/* The register of recommendations: each with what became of it, those first that need somebody to do something. */
#ifndef DAIS_MODEL_RECOMMENDATIONS_MODEL_H
#define DAIS_MODEL_RECOMMENDATIONS_MODEL_H

#include "domain/recommendation.h"
#include "store/store.h"

struct recommendations_model {
	day_t today;
	GPtrArray *rows;                              /* struct recommendation *, followed; by status, then by the day by which they are to be answered,
	                                                 the latest made first where there is none */
	unsigned count[RECOMMENDATION_STATUSES];
};
/* Of a body (an id; NULL: of all). NULL with error. */
struct recommendations_model *recommendations_model_load(struct store *store, const struct board *board, const char *body, day_t today, GError **error);
void recommendations_model_free(struct recommendations_model *model);
typedef struct recommendations_model recommendations_model_t;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(recommendations_model_t, recommendations_model_free)

const struct recommendation *recommendations_model_row(const struct recommendations_model *model, gint64 at);      /* or NULL */
/* Where the one with this id stands; -1 gone. */
gint64 recommendations_model_find(const struct recommendations_model *model, id_t64 id);

#endif
