/* From one agenda to the next: what the last meeting left undone. */
#include "action/agenda_private.h"

#include <string.h>
#include "domain/meeting.h"
#include "store/journal_store.h"

void agenda_offer_free(void *data)
{
	struct agenda_offer *offer = data;
	agenda_item_free(offer->item);
	g_free(offer->listed);
	g_free(offer);
}

/* The last meeting of the same body before this one that was held or called to order; NULL with or without error. Borrowed from meetings. */
static const struct meeting_record *find_last(struct store *store, const struct meeting_record *next, const GPtrArray *meetings, bool *recorded, GError **error)
{
	char hash[JOURNAL_HASH + 1];
	for (guint i = meetings->len; i-- > 0;) {
		const struct meeting_record *meeting = meetings->pdata[i];
		gint64 seq = 0;
		if (meeting->starts >= next->starts || meeting->id == next->id || g_strcmp0(meeting->body, next->body))
			continue;
		if (!journal_store_last(store, meeting->id, &seq, hash, error))
			return NULL;
		*recorded = seq > 0;
		if (*recorded || !g_strcmp0(meeting->status, "held"))
			return meeting;
	}
	return NULL;
}

/* The state its journal gives. */
static struct meeting *replay(struct store *store, id_t64 id, GError **error)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	g_autoptr(GPtrArray) events = journal_store_read(store, id, 0, error);
	return events && meeting_follow_all(meeting, events, error) ? g_steal_pointer(&meeting) : NULL;
}

/* The item as the database has it: the agenda was frozen as it stood. NULL: it was added in the meeting. */
static const struct agenda_item *stored(const GPtrArray *items, const struct meeting_item *item)
{
	const struct agenda_item *row = item->position <= (int) items->len ? items->pdata[item->position - 1] : NULL;
	return row && !g_strcmp0(row->title, item->title) ? row : NULL;
}

/* What stands on every agenda of this kind comes again by itself, if nothing was decided about it. */
static bool comes_again(const struct agenda_item *item, enum carry_why why, const GPtrArray *entries)
{
	for (guint i = 0; why == CARRY_WAITING && item->entry && entries && i < entries->len; i++)
		if (!g_strcmp0(((const struct agenda_entry *) entries->pdata[i])->id, item->entry))
			return true;
	return false;
}

/* An item that was added in the meeting has no row of its own: it is known by the meeting and its position. */
static struct agenda_item *offered(const struct agenda_item *was, const struct meeting_item *item, id_t64 meeting)
{
	if (was)
		return carry_item(was, item);
	struct agenda_item added = { .title = item->title, .public_title = item->public_title, .section = item->section, .action = item->action,
		.minutes = item->minutes, .consent = item->consent, .closed = item->closed, .presenter = item->presenter, .case_number = item->case_number };
	struct agenda_item *next = carry_item(&added, item);
	g_free(next->docket);
	next->docket = g_strdup_printf("carried:%" G_GINT64_FORMAT "+%d", (gint64) meeting, item->position);
	return next;
}

/* The item (taken over) becomes an offer. */
static bool add_offer(struct agenda_hand *hand, GPtrArray *offers, struct agenda_item *item, enum carry_why why, GError **error)
{
	struct agenda_offer *offer = g_new0(struct agenda_offer, 1);
	struct meeting_record other = { 0 };
	GError *failed = NULL;
	offer->item = item;
	offer->why = why;
	g_ptr_array_add(offers, offer);
	id_t64 listed = agenda_store_listed(hand->store, offer->item->docket, &failed);
	if (listed && meeting_store_get(hand->store, listed, &other, &failed)) {
		g_autofree char *when = instant_words(other.starts, hand->board->zone);
		offer->listed = g_strdup_printf(_("on the agenda of %s"), when);
	}
	meeting_record_clear(&other);
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

static bool add_offers(struct agenda_hand *hand, GPtrArray *offers, const struct meeting *meeting, id_t64 id, const GPtrArray *entries, GError **error)
{
	g_autoptr(GPtrArray) items = meeting_store_items(hand->store, id, error);
	for (guint i = 0; items && i < meeting->items->len; i++) {
		const struct meeting_item *item = meeting->items->pdata[i];
		enum carry_why why = carry_why(meeting, item);
		const struct agenda_item *was = stored(items, item);
		if (why == CARRY_NOT || (was && comes_again(was, why, entries)))
			continue;
		if (!add_offer(hand, offers, offered(was, item, id), why, error))
			return false;
	}
	return items != NULL;
}

static bool refuse(GError **error, const char *format, const char *when)
{
	g_autofree char *words = g_strdup_printf(format, when);
	agenda_refuse(error, words);
	return false;
}

static bool collect(struct agenda_hand *hand, GPtrArray *offers, const struct meeting_record *next, char **from, GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(hand->store, error);
	bool recorded = false;
	GError *failed = NULL;
	const struct meeting_record *last = meetings ? find_last(hand->store, next, meetings, &recorded, &failed) : NULL;
	if (failed)
		g_propagate_error(error, failed);
	if (!meetings || failed)
		return false;
	if (!last)
		return refuse(error, "%s", _("no earlier meeting of this body was held"));
	g_autofree char *when = instant_words(last->starts, hand->board->zone);
	if (!recorded)
		return refuse(error, _("the meeting of %s was not recorded with dais: what it left undone is not known"), when);
	g_autoptr(meeting_t) meeting = replay(hand->store, last->id, error);
	if (!meeting)
		return false;
	if (meeting->phase != PHASE_ADJOURNED)
		return refuse(error, _("the meeting of %s is not over yet"), when);
	const struct body *body = board_body_meant(hand->board, next->body);
	g_autoptr(GPtrArray) entries = body ? agenda_template(body, next->kind) : NULL;
	*from = g_steal_pointer(&when);
	return add_offers(hand, offers, meeting, last->id, entries, error);
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

enum agenda_outcome agenda_carry(struct agenda_hand *hand, const GPtrArray *items, char **words, GError **error)
{
	struct agenda_edit edit;
	enum agenda_outcome outcome = agenda_begin(hand, &edit, error);
	if (outcome != AGENDA_DONE)
		return outcome;
	GPtrArray *copies = g_ptr_array_new_with_free_func(agenda_item_free);
	for (guint i = 0; i < items->len; i++)
		g_ptr_array_add(copies, agenda_item_copy(items->pdata[i]));
	return agenda_finish(hand, &edit, agenda_op_add_all(copies), 0, words, error);
}
