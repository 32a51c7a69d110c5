/* The agenda as a list: numbers, places, minutes, and what the template gives. */
#include "domain/agenda.h"

#include <string.h>

static void put_positions(GPtrArray *items)
{
	for (guint i = 0; i < items->len; i++)
		((struct agenda_item *) items->pdata[i])->position = (int) i + 1;
}

void agenda_init(struct agenda *agenda, GPtrArray *items, const GPtrArray *entries, bool posted)
{
	*agenda = (struct agenda) { .items = items, .entries = entries, .posted = posted };
	put_positions(items);
}

void agenda_clear(struct agenda *agenda)
{
	g_clear_pointer(&agenda->items, g_ptr_array_unref);
}

int agenda_find(const struct agenda *agenda, id_t64 id)
{
	for (guint i = 0; i < agenda->items->len; i++)
		if (((const struct agenda_item *) agenda->items->pdata[i])->id == id)
			return (int) i;
	return -1;
}

/* Does the item belong to the part that this entry heads? The entry's own item, which is about no case, does not. */
static bool belongs(const struct agenda_entry *entry, const struct agenda_item *item)
{
	bool own = !item->case_number && !g_strcmp0(item->entry, entry->id);
	return entry->prefix && !own && item->consent == entry->consent && item->closed == entry->closed
		&& (entry->consent || entry->closed || !g_strcmp0(item->section, entry->section));
}

/* The index of the entry whose prefix numbers the item; that of none: the number of entries. */
static guint part_of(const struct agenda *agenda, const struct agenda_item *item)
{
	guint n = agenda->entries ? agenda->entries->len : 0, i = 0;
	while (i < n && !belongs(agenda->entries->pdata[i], item))
		i++;
	return i;
}

/* The numbers by order: char *, one an item. */
static GPtrArray *numbers(const struct agenda *agenda)
{
	guint parts = (agenda->entries ? agenda->entries->len : 0) + 1;
	g_autofree int *count = g_new0(int, parts);
	GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < agenda->items->len; i++) {
		guint part = part_of(agenda, agenda->items->pdata[i]);
		const char *prefix = part + 1 < parts ? ((const struct agenda_entry *) agenda->entries->pdata[part])->prefix : "";
		g_ptr_array_add(all, g_strdup_printf("%s%d", prefix, ++count[part]));
	}
	return all;
}

bool agenda_is_numbered(const struct agenda *agenda)
{
	g_autoptr(GPtrArray) all = numbers(agenda);
	for (guint i = 0; i < all->len; i++)
		if (g_strcmp0(((const struct agenda_item *) agenda->items->pdata[i])->number, all->pdata[i]))
			return false;
	return true;
}

void agenda_number(struct agenda *agenda)
{
	g_autoptr(GPtrArray) all = numbers(agenda);
	for (guint i = 0; i < all->len; i++) {
		struct agenda_item *item = agenda->items->pdata[i];
		g_free(item->number);
		item->number = g_strdup(all->pdata[i]);
	}
}

int agenda_minutes_sum(const GPtrArray *items, int *unknown)
{
	int sum = 0, none = 0;
	for (guint i = 0; i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		sum += item->minutes;
		none += item->minutes == 0;
	}
	if (unknown)
		*unknown = none;
	return sum;
}

static bool same_section(const struct agenda_item *a, const struct agenda_item *b)
{
	return a->section && !g_strcmp0(a->section, b->section);
}

static bool both_consent(const struct agenda_item *a, const struct agenda_item *b)
{
	return a->consent && b->consent;
}

static bool both_closed(const struct agenda_item *a, const struct agenda_item *b)
{
	return a->closed && b->closed;
}

/* The position behind the last item that is like this one; 0 none is. */
static int behind(const struct agenda *agenda, const struct agenda_item *item, bool (*like)(const struct agenda_item *, const struct agenda_item *))
{
	for (guint i = agenda->items->len; i-- > 0;)
		if (like(item, agenda->items->pdata[i]))
			return (int) i + 2;
	return 0;
}

static int before_closing(const struct agenda *agenda)
{
	guint at = agenda->items->len;
	const struct agenda_entry *last = agenda->entries && agenda->entries->len ? agenda->entries->pdata[agenda->entries->len - 1] : NULL;
	while (last && last->section && at > 0 && !g_strcmp0(((const struct agenda_item *) agenda->items->pdata[at - 1])->section, last->section))
		at--;
	return (int) at + 1;
}

static bool takes(const struct agenda_entry *entry, enum docket_reason reason)
{
	return entry->docket && g_strv_contains((const char *const *) entry->docket, docket_reason_ids[reason]);
}

/* Is it the entry of its own section for what is carried over, or for cases that are due? */
static bool takes_carried(const struct agenda_entry *entry, const struct agenda_item *item)
{
	if (entry->consent != item->consent || entry->closed != item->closed || !entry->section || g_strcmp0(entry->section, item->section) != 0)
		return false;
	return item->case_number ? takes(entry, DOCKET_OVERDUE) || takes(entry, DOCKET_CLOCK) || takes(entry, DOCKET_STATE) || takes(entry, DOCKET_ANSWER)
		: takes(entry, DOCKET_CARRIED);
}

/* Behind its entry and what came there before; 0: it was not carried over, or nothing takes it. */
static int place_of_carried(const struct agenda *agenda, const struct agenda_item *item)
{
	if (!agenda->entries || !docket_key_is_carried(item->docket))
		return 0;
	for (guint i = 0; i < agenda->entries->len; i++) {
		const struct agenda_entry *entry = agenda->entries->pdata[i];
		if (takes_carried(entry, item))
			return agenda_place_of_entry(agenda->items, entry->id);
	}
	return 0;
}

int agenda_place(const struct agenda *agenda, const struct agenda_item *item)
{
	int at = place_of_carried(agenda, item);
	if (!at)
		at = behind(agenda, item, same_section);
	if (!at)
		at = behind(agenda, item, both_consent);
	if (!at)
		at = behind(agenda, item, both_closed);
	return at ? at : before_closing(agenda);
}

int agenda_place_of_entry(const GPtrArray *items, const char *entry)
{
	guint at = 0;
	for (guint i = 0; i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		bool of_docket = at == i && at > 0 && item->docket && !item->entry;
		if (of_docket || (entry && !g_strcmp0(item->entry, entry)))
			at = i + 1;
	}
	return at ? (int) at + 1 : 0;
}

GPtrArray *agenda_template(const struct body *body, const char *kind)
{
	GPtrArray *entries = g_ptr_array_new();
	for (guint i = 0; i < body->agenda->len; i++) {
		const struct agenda_entry *entry = body->agenda->pdata[i];
		if (!entry->kinds || (kind && g_strv_contains((const char *const *) entry->kinds, kind)))
			g_ptr_array_add(entries, (gpointer) entry);
	}
	return entries;
}

int agenda_vacancy(const struct agenda *agenda, enum docket_reason reason)
{
	for (guint e = 0; agenda->entries && e < agenda->entries->len; e++) {
		const struct agenda_entry *entry = agenda->entries->pdata[e];
		if (!entry->docket || g_strv_length(entry->docket) != 1 || docket_reason_find(entry->docket[0]) != reason)
			continue;
		for (guint i = 0; i < agenda->items->len; i++) {
			const struct agenda_item *item = agenda->items->pdata[i];
			bool untouched = !item->docket && !item->case_number && !g_strcmp0(item->title, labels_get(&entry->title, NULL));
			if (untouched && !g_strcmp0(item->entry, entry->id) && (!agenda->posted || item->unposted))
				return (int) i;
		}
	}
	return -1;
}

struct agenda_item *agenda_item_of_entry(const struct agenda_entry *entry)
{
	struct agenda_item *item = g_new0(struct agenda_item, 1);
	*item = (struct agenda_item) {
		.title = g_strdup(labels_get(&entry->title, NULL)), .section = g_strdup(entry->section), .minutes = entry->minutes,
		.consent = entry->consent, .closed = entry->closed, .entry = g_strdup(entry->id),
	};
	return item;
}
