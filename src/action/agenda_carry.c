/* From one agenda to the next: what the last meeting left undone. */
#include "action/agenda_private.h"

#include "domain/docket.h"
#include "store/carry_store.h"

void agenda_offer_free(void *data)
{
	struct agenda_offer *offer = data;
	agenda_item_free(offer->item);
	g_free(offer->listed);
	g_free(offer);
}

static bool add_offer(struct agenda_hand *hand, GPtrArray *offers, struct carried *carried, GError **error)
{
	struct agenda_offer *offer = g_new0(struct agenda_offer, 1);
	struct meeting_record other = { 0 };
	GError *failed = NULL;
	offer->item = g_steal_pointer(&carried->item);
	offer->why = carried->why;
	offer->left_at = carried->left_at;
	g_ptr_array_add(offers, offer);
	id_t64 listed = agenda_store_listed(hand->store, offer->item->docket, docket_from(hand->now, hand->board->zone), &failed);
	if (listed && meeting_store_get(hand->store, listed, &other, &failed)) {
		g_autofree char *when = instant_words(other.starts, hand->board->zone);
		offer->listed = g_strdup_printf(_("on the agenda of %s"), when);
	}
	meeting_record_clear(&other);
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

static bool refuse(GError **error, const char *format, const char *when)
{
	g_autofree char *words = g_strdup_printf(format, when);
	agenda_refuse(error, words);
	return false;
}

static bool offer_all(struct agenda_hand *hand, GPtrArray *offers, const struct carry_list *list, const char *when, GError **error)
{
	switch (list->state) {
	case CARRY_NO_MEETING: return refuse(error, "%s", _("no earlier meeting of this body was held"));
	case CARRY_NO_RECORD: return refuse(error, _("the meeting of %s was not recorded with dais: what it left undone is not known"), when);
	case CARRY_NOT_OVER: return refuse(error, _("the meeting of %s is not over yet"), when);
	case CARRY_READ: break;
	}
	for (guint i = 0; i < list->items->len; i++)
		if (!add_offer(hand, offers, list->items->pdata[i], error))
			return false;
	return true;
}

static bool collect(struct agenda_hand *hand, GPtrArray *offers, const struct meeting_record *next, char **from, GError **error)
{
	struct carry_list list = { 0 };
	g_autoptr(GPtrArray) meetings = meeting_store_all(hand->store, error);
	if (!meetings || !carry_store_last(hand->store, hand->board, meetings, next->body, next->starts, next->kind, &list, error))
		return false;
	g_autofree char *when = list.meeting ? instant_words(list.starts, hand->board->zone) : NULL;
	bool good = offer_all(hand, offers, &list, when, error);
	/* Where the last meeting left nothing, what is there comes from one before it. */
	if (good)
		*from = offers->len ? instant_words(((const struct agenda_offer *) offers->pdata[0])->left_at, hand->board->zone) : g_steal_pointer(&when);
	carry_list_clear(&list);
	return good;
}

GPtrArray *agenda_offers(struct agenda_hand *hand, char **from, GError **error)
{
	g_autoptr(GPtrArray) offers = g_ptr_array_new_with_free_func(agenda_offer_free);
	struct meeting_record next = { 0 };
	*from = NULL;
	bool good = meeting_store_get(hand->store, hand->meeting, &next, error) && collect(hand, offers, &next, from, error);
	meeting_record_clear(&next);
	if (!good)
		g_clear_pointer(from, g_free);
	return good ? g_steal_pointer(&offers) : NULL;
}

/* Minutes to approve take the place that the template keeps for them; else what is added stands where it belongs. NULL with error. */
static struct agenda_op *op_for(struct agenda_hand *hand, const struct agenda_edit *edit, const GPtrArray *items, GError **error)
{
	GError *failed = NULL;
	const struct agenda_item *one = items->len == 1 ? items->pdata[0] : NULL;
	g_autofree char *origin = one && one->docket ? carry_store_origin(hand->store, one->docket, &failed) : NULL;
	if (failed) {
		g_propagate_error(error, failed);
		return NULL;
	}
	int at = docket_key_is_minutes(origin) ? agenda_vacancy(&edit->agenda, DOCKET_MINUTES) : -1;
	if (at >= 0)
		return agenda_op_fill(edit->agenda.items->pdata[at], one);
	GPtrArray *copies = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < items->len; i++)
		g_ptr_array_add(copies, agenda_item_copy(items->pdata[i]));
	return agenda_op_add_all(copies);
}

enum agenda_outcome agenda_add_all(struct agenda_hand *hand, const GPtrArray *items, char **words, GError **error)
{
	struct agenda_edit edit;
	enum agenda_outcome outcome = agenda_begin(hand, &edit, error);
	if (outcome != AGENDA_DONE)
		return outcome;
	struct agenda_op *op = op_for(hand, &edit, items, error);
	return op ? agenda_finish(hand, &edit, op, 0, words, error) : agenda_leave(hand, &edit, AGENDA_FAILED);
}
