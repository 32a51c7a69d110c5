#include "action/demo_action.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "store/case_store.h"
#include "store/force_store.h"
#include "store/meeting_store.h"

enum { EVENTS_MOST_CASES = 20000, URGENT_MOST = 6, PROGRESS_EVERY = 4096 };

struct fill {
	struct store *store;
	const struct board *board;
	const struct body *body;
	const struct demo_options *options;
	const struct demo *demo;
	instant_t now;
	char *urgent[URGENT_MOST];        /* numbers of the oldest open cases, for the agenda */
	unsigned n_urgent;
};

static bool write_allegations(struct fill *fill, struct demo_case *made, GError **error)
{
	for (unsigned i = 0; i < made->allegations; i++) {
		made->allegation[i].case_id = made->record.id;
		if (!case_store_add_allegation(fill->store, &made->allegation[i], error))
			return false;
	}
	return true;
}

static bool write_events(struct fill *fill, struct demo_case *made, GError **error)
{
	for (unsigned i = 0; i < made->events && fill->options->cases <= EVENTS_MOST_CASES; i++) {
		made->event[i].case_id = made->record.id;
		if (!case_store_add_event(fill->store, &made->event[i], error))
			return false;
	}
	return true;
}

static bool write_case(struct fill *fill, struct demo_case *made, GError **error)
{
	struct case_record *record = &made->record;
	record->body = g_strdup(fill->body->id);
	record->due = workflow_due(fill->body->workflow, fill->board, record->received, record->occurred);
	if (record->open && fill->n_urgent < URGENT_MOST)
		fill->urgent[fill->n_urgent++] = g_strdup(record->number);
	return case_store_insert(fill->store, record, error)
		&& case_store_add_person(fill->store, record->id, &made->complainant, error)
		&& write_allegations(fill, made, error) && write_events(fill, made, error)
		&& case_store_index_text(fill->store, record->id, error);
}

static bool write_cases(struct fill *fill, bool (*progress)(gint64, gint64, void *), void *data, GError **error)
{
	for (gint64 i = 0; i < fill->options->cases; i++) {
		struct demo_case made;
		demo_case_make(fill->demo, i, &made);
		bool good = write_case(fill, &made, error);
		demo_case_clear(&made);
		if (!good)
			return false;
		if (i % PROGRESS_EVERY == 0 && progress && !progress(i, fill->options->cases, data)) {
			g_set_error_literal(error, DAIS_ERROR, DAIS_ERROR_INTERRUPTED, _("interrupted; nothing was changed"));
			return false;
		}
	}
	return true;
}

static bool write_force(struct fill *fill, GError **error)
{
	for (gint64 i = 0; i < demo_force_count(fill->demo); i++) {
		struct force_record record;
		demo_force_make(fill->demo, i, &record);
		record.body = g_strdup(fill->body->id);
		bool good = force_store_insert(fill->store, &record, error);
		force_record_clear(&record);
		if (!good)
			return false;
	}
	return true;
}

static bool write_item(struct fill *fill, const struct meeting_record *meeting, const struct agenda_entry *entry,
	const char *case_number, int position, GError **error)
{
	const char *title = labels_get(&entry->title, NULL);
	struct agenda_item item = {
		.meeting_id = meeting->id, .position = position, .number = g_strdup_printf("%d", position),
		.title = case_number ? g_strdup_printf(_("Case %s"), case_number) : g_strdup(title),
		.public_title = g_strdup(title), .section = g_strdup(entry->section),
		.action = g_strdup(case_number ? "action" : "information"),
		.minutes = case_number ? 15 : entry->minutes, .consent = entry->consent, .closed = entry->closed,
		.case_number = g_strdup(case_number),
	};
	bool good = meeting_store_add_item(fill->store, &item, error);
	agenda_item_clear(&item);
	return good;
}

/* The template's items; where it presents cases, one item for each urgent case instead. */
static bool write_items(struct fill *fill, const struct meeting_record *meeting, bool with_cases, GError **error)
{
	int position = 1;
	for (unsigned i = 0; i < fill->body->agenda->len; i++) {
		const struct agenda_entry *entry = fill->body->agenda->pdata[i];
		bool presents = with_cases && entry->id && !strcmp(entry->id, "cases");
		if (!presents && !write_item(fill, meeting, entry, NULL, position++, error))
			return false;
		for (unsigned c = 0; presents && c < fill->n_urgent; c++)
			if (!write_item(fill, meeting, entry, fill->urgent[c], position++, error))
				return false;
	}
	return true;
}

static bool write_meeting(struct fill *fill, int days, const char *status, GError **error)
{
	char iso[DAY_ISO_SIZE];
	day_t day = instant_day(fill->now, fill->board->zone) + days;
	g_autofree char *local = g_strdup_printf("%sT18:00", day_iso(day, iso));
	struct meeting_record meeting = {
		.body = g_strdup(fill->body->id), .kind = g_strdup("regular"), .status = g_strdup(status),
		.place = g_strdup(_("City Hall, room 204")), .title = g_strdup(_("Regular meeting")),
	};
	instant_parse(local, fill->board->zone, &meeting.starts);
	bool good = meeting_store_insert(fill->store, &meeting, error) && write_items(fill, &meeting, days > 0, error);
	meeting_record_clear(&meeting);
	return good;
}

static bool write_all(struct fill *fill, bool (*progress)(gint64, gint64, void *), void *data, GError **error)
{
	return store_begin(fill->store, error) && case_store_bulk_begin(fill->store, error)
		&& write_cases(fill, progress, data, error) && write_force(fill, error) && case_store_bulk_end(fill->store, error)
		&& write_meeting(fill, -28, "held", error) && write_meeting(fill, 6, "posted", error)
		&& store_meta_set(fill->store, "demo", "Riverton", error) && store_commit(fill->store, error);
}

bool demo_fill(struct store *store, const struct board *board, const struct demo_options *options, instant_t now,
	bool (*progress)(gint64 done, gint64 total, void *data), void *data, GError **error)
{
	g_autoptr(demo_t) demo = demo_new(options);
	struct fill fill = { .store = store, .board = board, .body = board->bodies->pdata[0], .options = options,
		.demo = demo, .now = now };
	bool good = write_all(&fill, progress, data, error);
	if (!good)
		store_rollback(store);
	for (unsigned i = 0; i < fill.n_urgent; i++)
		g_free(fill.urgent[i]);
	return good;
}
