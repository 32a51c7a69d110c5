#include "model/recommendations_model.h"

#include "store/recommendation_store.h"

static int by_need(gconstpointer a, gconstpointer b)
{
	const struct recommendation *one = *(struct recommendation *const *) a, *other = *(struct recommendation *const *) b;
	int due = recommendation_by_due(a, b);
	if (one->status != other->status)
		return one->status < other->status ? -1 : 1;
	if (due)
		return due;
	if (one->made != other->made)
		return one->made > other->made ? -1 : 1;
	return one->id > other->id ? -1 : 1;
}

struct recommendations_model *recommendations_model_load(struct store *store, const struct board *board, const char *body, day_t today, GError **error)
{
	g_autoptr(recommendations_model_t) model = g_new0(struct recommendations_model, 1);
	model->today = today;
	if (!(model->rows = recommendation_store_all(store, body, error)))
		return NULL;
	for (guint i = 0; i < model->rows->len; i++) {
		struct recommendation *one = model->rows->pdata[i];
		recommendation_follow(one, board, today);
		model->count[one->status]++;
	}
	g_ptr_array_sort(model->rows, by_need);
	return g_steal_pointer(&model);
}

void recommendations_model_free(struct recommendations_model *model)
{
	if (!model)
		return;
	g_clear_pointer(&model->rows, g_ptr_array_unref);
	g_free(model);
}

const struct recommendation *recommendations_model_row(const struct recommendations_model *model, gint64 at)
{
	return model && at >= 0 && at < model->rows->len ? model->rows->pdata[at] : NULL;
}

gint64 recommendations_model_find(const struct recommendations_model *model, id_t64 id)
{
	for (guint i = 0; model && i < model->rows->len; i++)
		if (((const struct recommendation *) model->rows->pdata[i])->id == id)
			return i;
	return -1;
}
