/* The agenda as it is walked. */
#include "domain/meeting_private.h"

bool check_item_added(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (event->item != (int) meeting->items->len + 1)
		return meeting_refuse(error, _("an added item comes last: position %u"), meeting->items->len + 1);
	if (event->number < 0 || event->number > 1440)
		return meeting_refuse(error, _("an item takes 0 to 1440 minutes"));
	return true;
}

void apply_item_added(struct meeting *meeting, const struct meeting_event *event)
{
	struct meeting_item *item = g_new0(struct meeting_item, 1);
	item->position = event->item;
	item->number = g_strdup_printf("+%d", event->item);
	item->title = g_strdup(event->text);
	item->public_title = g_strdup(event->note ? event->note : event->text);
	item->minutes = (int) event->number;
	item->unposted = true;
	g_ptr_array_add(meeting->items, item);
}

static bool check_nothing_pending(const struct meeting *meeting, GError **error)
{
	const struct motion *floor = meeting_floor(meeting);
	if (!floor)
		return true;
	g_autofree char *name = motion_name(meeting, floor);
	return meeting_refuse(error, _("motion %s is still pending; dispose of it first"), name);
}

bool check_item_opened(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (meeting->item == event->item)
		return meeting_refuse(error, _("this item is open already"));
	return check_nothing_pending(meeting, error);
}

static void close_item(struct meeting *meeting, const struct meeting_event *event, const char *outcome)
{
	struct meeting_item *item = item_at(meeting, meeting->item);
	item->state = ITEM_DONE;
	item->closed_at = event->at;
	if (outcome) {
		g_free(item->outcome);
		item->outcome = g_strdup(outcome);
	}
	meeting->item = 0;
	alternates_return(meeting);
}

/* Going on to another item closes the one before it. */
void apply_item_opened(struct meeting *meeting, const struct meeting_event *event)
{
	if (meeting->item)
		close_item(meeting, event, NULL);
	struct meeting_item *item = item_at(meeting, event->item);
	item->state = ITEM_OPEN;
	if (!item->opened)
		item->opened = event->at;
	meeting->item = event->item;
}

bool check_item_closed(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	if (meeting->item != event->item)
		return meeting_refuse(error, _("this item is not open"));
	return check_nothing_pending(meeting, error);
}

void apply_item_closed(struct meeting *meeting, const struct meeting_event *event)
{
	close_item(meeting, event, event->text);
}

/* One member takes an item off the consent calendar; no second, no vote (DOMAIN.md 1.3). */
bool check_item_pulled(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct meeting_item *item = meeting_item(meeting, event->item);
	if (!item->consent)
		return meeting_refuse(error, _("this item is not on the consent calendar"));
	if (item->pulled)
		return meeting_refuse(error, _("this item was pulled already"));
	if (item->decided_by)
		return meeting_refuse(error, _("the consent calendar was adopted; only a motion to reconsider brings it back"));
	return check_here(meeting, event, error);
}

void apply_item_pulled(struct meeting *meeting, const struct meeting_event *event)
{
	struct meeting_item *item = item_at(meeting, event->item);
	item->pulled = true;
	if (item->state == ITEM_DONE)
		item->state = ITEM_WAITING;
}
