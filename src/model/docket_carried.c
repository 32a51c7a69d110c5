/* What the last meeting of each body left undone, on the docket. */
#include "model/docket_private.h"

#include "base/i18n.h"
#include "store/carry_store.h"
#include "store/case_store.h"

/* The case that the item is about; 0: about none that is known here. */
static id_t64 case_of(const struct docket_gather *gather, const struct agenda_item *item, const struct body *body, const char *origin)
{
	id_t64 id = item->case_number ? case_store_find(gather->store, body->id, item->case_number) : 0;
	return id ? id : docket_key_is_case(origin);
}

/* What is due anyway stays one entry; else there is a new one. */
static struct docket_entry *entry_carried(struct docket_gather *gather, const struct carried *carried, const struct body *body, const char *origin)
{
	struct docket_model *model = gather->model;
	id_t64 id = case_of(gather, carried->item, body, origin);
	if (id)
		return docket_case_entry(gather, id, body);
	gint64 at = origin ? docket_model_find(model, origin) : -1;
	if (at >= 0)
		return &g_array_index(model->entries, struct docket_entry, at);
	return docket_add_other(model, DOCKET_OF_ITEM, DOCKET_CARRIED, carried->from, body->id, g_strdup(carried->item->docket), g_strdup(carried->item->title),
		g_strdup(carried->item->case_number));
}

static void add_carried(struct docket_gather *gather, struct carried *carried, const struct body *body, const char *origin)
{
	struct docket_entry *entry = entry_carried(gather, carried, body, origin);
	entry->reasons |= 1u << DOCKET_CARRIED;
	entry->left = carried->left;
	entry->left_at = carried->left_at;
	if (!entry->carried)
		entry->carried = g_ptr_array_new_with_free_func(carried_free);
	g_ptr_array_add(entry->carried, carried);
	if (entry->kind == DOCKET_OF_CASE)
		return;
	g_autofree char *words = docket_carried_words(gather->model, entry);
	g_autofree char *why = entry->kind == DOCKET_OF_ITEM ? NULL : g_steal_pointer(&entry->why);
	g_free(entry->why);
	entry->why = why ? g_strdup_printf("%s; %s", why, words) : g_steal_pointer(&words);
	if (!entry->listed)
		entry->listed = docket_listed_at(gather->model, carried->item->docket);
}

/* The kind of the body's next meeting. */
static const char *next_kind(const struct docket_gather *gather, const struct body *body)
{
	for (guint i = 0; i < gather->meetings->len; i++) {
		const struct meeting_record *meeting = gather->meetings->pdata[i];
		if (meeting->starts >= gather->now && g_strcmp0(meeting->status, "cancelled") && board_body_meant(gather->model->board, meeting->body) == body)
			return meeting->kind;
	}
	return meeting_kinds[MEETING_KIND_REGULAR];
}

/* A record that cannot be read takes nothing else off the docket; it is said. */
static bool note_gap(struct docket_model *model, const struct body *body, GError *failed)
{
	g_free(model->gap);
	model->gap = g_strdup_printf(_("what the last meeting of %s left undone is not known: %s"), labels_get(&body->name, model->lang), failed->message);
	g_error_free(failed);
	return true;
}

static bool take_carried_of(struct docket_gather *gather, const struct body *body, GError **error)
{
	struct docket_model *model = gather->model;
	struct carry_list list;
	GError *failed = NULL;
	const char *kind = model->kind ? model->kind : next_kind(gather, body);
	if (!carry_store_last(gather->store, model->board, gather->meetings, body->id, G_MAXINT64, kind, &list, &failed))
		return note_gap(model, body, failed);
	while (!failed && list.items && list.items->len) {
		struct carried *carried = g_ptr_array_steal_index(list.items, 0);
		g_autofree char *origin = carry_store_origin(gather->store, carried->item->docket, &failed);
		add_carried(gather, carried, body, origin);
	}
	carry_list_clear(&list);
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

bool docket_take_carried(struct docket_gather *gather, GError **error)
{
	const GPtrArray *bodies = gather->model->board->bodies;
	for (guint i = 0; i < bodies->len; i++)
		if ((!gather->model->body || bodies->pdata[i] == gather->model->body) && !take_carried_of(gather, bodies->pdata[i], error))
			return false;
	return true;
}
