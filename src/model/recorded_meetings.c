#include "model/recorded_meetings.h"

#include "store/journal_store.h"
#include "store/meeting_store.h"

static bool has_journal(const GArray *journals, id_t64 meeting)
{
	for (guint i = 0; i < journals->len; i++)
		if (g_array_index(journals, id_t64, i) == meeting)
			return true;
	return false;
}

/* A board with one body meets as that one, also where the meeting names none. */
static bool is_of(const struct meeting_record *record, const struct board *board, const char *body)
{
	const struct body *only = board->bodies->len == 1 ? board->bodies->pdata[0] : NULL;
	const char *of = record->body ? record->body : only ? only->id : NULL;
	return !body || !g_strcmp0(of, body);
}

GPtrArray *recorded_meetings_load(struct store *store, const struct board *board, const char *body, instant_t from, GError **error)
{
	g_autoptr(GPtrArray) records = meeting_store_all(store, error);
	g_autoptr(GArray) journals = records ? journal_store_meetings(store, error) : NULL;
	g_autoptr(GPtrArray) models = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_model_free);
	for (guint i = 0; journals && i < records->len; i++) {
		const struct meeting_record *record = records->pdata[i];
		if (record->starts < from || !is_of(record, board, body) || !has_journal(journals, record->id))
			continue;
		struct meeting_model *model = meeting_model_load(store, board, record->id, 0, error);
		if (!model)
			return NULL;
		g_ptr_array_add(models, model);
	}
	return journals ? g_steal_pointer(&models) : NULL;
}
