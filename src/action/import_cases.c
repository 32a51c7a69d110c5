/* Rows to cases: a case is made at the first row with its number and completed by those after it. */
#include <string.h>
#include "action/case_clocks.h"
#include "action/import_private.h"
#include "base/i18n.h"
#include "store/case_store.h"
#include "store/raw_store.h"

void case_index_init(struct case_index *index)
{
	index->by_number = g_hash_table_new(g_str_hash, g_str_equal);
	index->slots = g_array_new(FALSE, TRUE, sizeof(struct case_slot));
	index->texts = g_string_chunk_new(64 * 1024);
}

void case_index_clear(struct case_index *index)
{
	g_clear_pointer(&index->by_number, g_hash_table_unref);
	g_clear_pointer(&index->slots, g_array_unref);
	g_clear_pointer(&index->texts, g_string_chunk_free);
}

static struct case_slot *slot_at(struct import *import, guint at)
{
	return &g_array_index(import->cases.slots, struct case_slot, at);
}

/* Did the row come through another map than this import's? */
static bool is_foreign(struct import *import, id_t64 row)
{
	if (row == 0 || g_hash_table_size(import->other_maps) == 0)
		return false;
	struct raw_record raw = { 0 };
	if (!raw_store_get(import->store, row, &raw, NULL))
		return false;
	const char *map = g_hash_table_lookup(import->other_maps, &raw.source);
	if (map && !import->report->foreign_map)
		import->report->foreign_map = g_strdup(map);
	raw_record_clear(&raw);
	return map != NULL;
}

/* Takes over what the database knows of a case. */
static bool load_known(struct import *import, struct case_slot *slot, id_t64 id, GError **error)
{
	struct case_record record = { 0 };
	if (!case_store_get(import->store, id, &record, error))
		return false;
	slot->id = id;
	slot->known = true;
	slot->received = record.received;
	slot->occurred = record.occurred;
	slot->closed = record.closed;
	slot->open = record.open;
	slot->closed_given = record.closed != DAY_UNKNOWN || !record.open;
	slot->foreign = is_foreign(import, record.raw);
	case_record_clear(&record);
	import->report->cases_known++;
	return true;
}

struct case_slot *import_case_find(struct import *import, const char *number, bool *fresh, GError **error)
{
	struct case_index *index = &import->cases;
	if (!index->last || strcmp(slot_at(import, index->last - 1)->number, number) != 0)
		index->last = GPOINTER_TO_UINT(g_hash_table_lookup(index->by_number, number));
	if (index->last) {
		*fresh = slot_at(import, index->last - 1)->id == 0;
		return slot_at(import, index->last - 1);
	}
	struct case_slot slot = { .received = DAY_UNKNOWN, .occurred = DAY_UNKNOWN, .closed = DAY_UNKNOWN };
	slot.number = g_string_chunk_insert(index->texts, number);
	id_t64 id = import->has_cases ? case_store_find(import->store, import->body->id, number) : 0;
	if (id != 0 && !load_known(import, &slot, id, error))
		return NULL;
	*fresh = id == 0;
	g_array_append_val(index->slots, slot);
	g_hash_table_insert(index->by_number, (gpointer) slot.number, GUINT_TO_POINTER(index->slots->len));
	index->last = index->slots->len;
	return slot_at(import, index->last - 1);
}

day_t import_due(struct import *import, day_t received, day_t occurred)
{
	guint at = ((guint) received * 31u + (guint) occurred) % G_N_ELEMENTS(import->due);
	if (import->due[at].received != received || import->due[at].occurred != occurred || received == 0) {
		import->due[at].received = received;
		import->due[at].occurred = occurred;
		import->due[at].due = workflow_due(import->body->workflow, import->board, received, occurred);
	}
	return import->due[at].due;
}

bool import_is_open(const struct import *import, bool pending, bool closed_given, day_t closed)
{
	if (pending)
		return !(import->map->closed_means_closed && closed != DAY_UNKNOWN);
	if (import->gives_closed)
		return !closed_given;
	return !import->gives_finding;
}

static bool slot_is_open(const struct import *import, const struct case_slot *slot)
{
	return import_is_open(import, slot->pending, slot->closed_given, slot->closed);
}

bool import_case_insert(struct import *import, struct case_slot *slot, struct case_record *record, GError **error)
{
	slot->open = slot_is_open(import, slot);
	record->number = (char *) slot->number;
	record->body = import->body->id;
	record->open = slot->open;
	record->state = (char *) import->state[slot->open];
	record->due = import_due(import, record->received, record->occurred);
	if (!case_store_insert(import->store, record, error))
		return false;
	slot->id = record->id;
	import->report->cases_new++;
	return true;
}

static bool replace_word(char **old, const char *new, bool only_missing)
{
	if (!new || g_strcmp0(*old, new) == 0 || (only_missing && *old))
		return false;
	g_free(*old);
	*old = g_strdup(new);
	return true;
}

static bool replace_day(day_t *old, day_t new, bool only_missing)
{
	if (new == DAY_UNKNOWN || *old == new || (only_missing && *old != DAY_UNKNOWN))
		return false;
	*old = new;
	return true;
}

static bool replace_priority(int *old, int new, bool only_missing)
{
	if (new == PRIORITY_NOT_GIVEN || *old == new || (only_missing && *old != 0))
		return false;
	*old = new;
	return true;
}

/* Days of different rows can contradict each other; no case takes less than no time. */
static bool check_order(struct import *import, struct case_record *record, GError **error)
{
	if (record->closed == DAY_UNKNOWN || record->received == DAY_UNKNOWN || record->closed >= record->received)
		return true;
	record->closed = DAY_UNKNOWN;
	return import_reason_count(import, import_reason_get(import,
		_("closed before it was received, as another row of the case says; the end is stored as unknown")), record->number, error);
}

bool import_case_refresh(struct import *import, struct case_slot *slot, const struct case_record *facts, bool only_missing, GError **error)
{
	struct case_record record = { 0 };
	if (!case_store_get(import->store, slot->id, &record, error))
		return false;
	bool changed = replace_word(&record.kind, facts->kind, only_missing);
	changed |= replace_word(&record.district, facts->district, only_missing);
	changed |= replace_word(&record.channel, facts->channel, only_missing);
	changed |= replace_word(&record.source, facts->source, only_missing);
	changed |= replace_word(&record.privacy, facts->privacy, only_missing);
	changed |= replace_word(&record.class, facts->class, only_missing || !import->gives_case_class);
	changed |= replace_word(&record.summary, facts->summary, only_missing);
	changed |= replace_priority(&record.priority, facts->priority, only_missing);
	changed |= replace_day(&record.received, facts->received, only_missing);
	changed |= replace_day(&record.occurred, facts->occurred, only_missing);
	changed |= replace_day(&record.closed, facts->closed, only_missing);
	bool ok = check_order(import, &record, error);
	if (changed && ok) {
		record.due = import_due(import, record.received, record.occurred);
		slot->received = record.received;
		slot->occurred = record.occurred;
		slot->closed = record.closed;
		record.raw = only_missing ? record.raw : facts->raw;
		ok = case_store_update(import->store, &record, error);
		import->report->cases_updated += !only_missing;
	}
	case_record_clear(&record);
	return ok;
}

/* A known case with new rows: its stored allegations say whether a finding is still pending. */
static bool look_pending(struct import *import, struct case_slot *slot, GError **error)
{
	g_autoptr(GPtrArray) allegations = case_store_allegations(import->store, slot->id, error);
	if (!allegations)
		return false;
	slot->pending = false;
	for (guint i = 0; i < allegations->len && !slot->pending; i++) {
		const struct allegation_record *allegation = allegations->pdata[i];
		for (int stage = 0; stage < STAGES && !slot->pending; stage++)
			slot->pending = allegation->finding[stage] ? import_is_pending(import, allegation->finding[stage])
				: import->blank_pending[stage];
	}
	return true;
}

/* A case that was there before has moved. New ones get no event: their dates and raw rows say all that is known. */
static bool add_move(struct import *import, const struct case_slot *slot, GError **error)
{
	struct case_event event = { .case_id = slot->id, .when = import->now, .who = (char *) "dais import", .what = (char *) "state",
		.to = (char *) import->state[slot->open], .why = import->file->name };
	return case_store_add_event(import->store, &event, error);
}

static bool set_state(struct import *import, struct case_slot *slot, bool open, GError **error)
{
	struct case_record record = { 0 };
	if (!case_store_get(import->store, slot->id, &record, error))
		return false;
	g_free(record.state);
	record.state = g_strdup(import->state[open]);
	record.open = open;
	if (open && import->gives_closed && !slot->closed_given)
		record.closed = DAY_UNKNOWN;
	slot->open = open;
	bool ok = case_store_update(import->store, &record, error);
	if (ok && slot->known) {
		import->report->cases_updated++;
		ok = add_move(import, slot, error);
	}
	case_record_clear(&record);
	return ok;
}

static void list_without_rows(struct import *import, const struct case_slot *slot)
{
	if (import->map->files->len > 1 && !slot->joined)
		g_ptr_array_add(import->report->without_rows, g_strdup(slot->number));
}

static bool write_clocks(struct import *import, const struct case_slot *slot, GError **error)
{
	if (!slot->known) {
		struct case_record record = { .id = slot->id, .body = import->body->id, .received = slot->received, .occurred = slot->occurred };
		return case_clocks_write_new(import->store, import->board, board_way(import->board, import->body), &record, error);
	}
	g_autoptr(case_file_t) file = case_file_load(import->store, import->board, slot->id, false, error);
	return file && case_clocks_write(import->store, &file->view, import->now, error);
}

bool import_cases_end(struct import *import, GError **error)
{
	import->report->cases = import->cases.slots->len;
	for (guint i = 0; i < import->cases.slots->len; i++) {
		struct case_slot *slot = slot_at(import, i);
		if (slot->id == 0)
			continue;    /* only known rows of a map that gave its rows to another body then */
		if (slot->known && slot->changed && !look_pending(import, slot, error))
			return false;
		if (slot->known && slot->blank_now && !slot->told_now)
			slot->closed_given = false;    /* reopened by its publisher */
		/* A map that reads nothing about the end of a case leaves those that were there as they are. */
		bool keeps = slot->known && (!slot->changed || import->report->no_end);
		bool open = keeps ? slot->open : slot_is_open(import, slot);
		if (open != slot->open && !set_state(import, slot, open, error))
			return false;
		if ((slot->known ? slot->changed : slot->open) && !write_clocks(import, slot, error))
			return false;
		import->report->open += slot->open;
		import->report->without_day += slot->received == DAY_UNKNOWN;
		if (slot->foreign && slot->changed)
			g_ptr_array_add(import->report->foreign, g_strdup(slot->number));
		list_without_rows(import, slot);
	}
	return import->has_cases || case_clocks_seal(import->store, import->board, error);
}
