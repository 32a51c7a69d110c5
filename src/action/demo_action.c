#include "action/demo_private.h"

#include "action/case_clocks.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "store/case_store.h"
#include "store/force_store.h"
#include "store/journal_store.h"
#include "store/member_store.h"

enum { EVENTS_MOST_CASES = 20000, PROGRESS_EVERY = 4096 };

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

/* What its events say of its clocks; without events in the database they follow from its days alone. */
static bool write_clocks(struct fill *fill, struct demo_case *made, GError **error)
{
	if (!made->record.open)
		return true;
	g_autoptr(GPtrArray) events = g_ptr_array_new(), none = g_ptr_array_new();
	for (unsigned i = 0; i < made->events && fill->options->cases <= EVENTS_MOST_CASES; i++)
		g_ptr_array_add(events, &made->event[i]);
	struct case_view view = { .board = fill->board, .body = fill->body, .workflow = fill->body->workflow, .record = &made->record,
		.allegations = none, .events = events };
	return case_clocks_write(fill->store, &view, fill->now, error);
}

static void choose(struct fill *fill, unsigned choice, const struct case_record *record)
{
	if (fill->n[choice] == CHOSEN_MOST)
		return;
	const char *class = board_label(fill->board, fill->body, "class", record->class, fill->options->lang);
	const char *district = board_label(fill->board, fill->body, "district", record->district, fill->options->lang);
	fill->chosen[choice][fill->n[choice]++] = (struct chosen) {
		.number = g_strdup(record->number), .title = g_strdup_printf(_("Case %s: %s, %s"), record->number, class,
			district),
	};
}

/* Cases come oldest first. */
static void choose_for_agenda(struct fill *fill, const struct case_record *record)
{
	static const char *const ready[] = { "staff_recommendation", "board_agenda", "board_review", NULL };
	static const char *const decided[] = { "findings_adopted", "chief_response_due", "chief_concurs",
		"chief_disagrees", NULL };
	if (!record->open)
		return;
	if (g_strv_contains(ready, record->state))
		choose(fill, DEMO_READY, record);
	else if (g_strv_contains(decided, record->state))
		choose(fill, DEMO_DECIDED, record);
	else
		choose(fill, DEMO_OLDEST, record);
}

/* Before the board on the day of a held meeting, and its findings adopted afterwards: that meeting decided it. */
static void choose_for_past(struct fill *fill, const struct demo_case *made)
{
	instant_t review = 0, adopted = 0;
	for (unsigned i = 0; i < made->events; i++) {
		const struct case_event *event = &made->event[i];
		if (!g_strcmp0(event->to, "board_review"))
			review = event->when;
		if (!g_strcmp0(event->to, "findings_adopted"))
			adopted = event->when;
	}
	for (unsigned past = 0; past < DEMO_PAST; past++)
		if (review < fill->past[past] && adopted > fill->past[past])
			choose(fill, DEMO_CHOICES + past, &made->record);
}

static bool write_case(struct fill *fill, struct demo_case *made, GError **error)
{
	struct case_record *record = &made->record;
	record->body = g_strdup(fill->body->id);
	record->due = workflow_due(fill->body->workflow, fill->board, record->received, record->occurred);
	choose_for_agenda(fill, record);
	choose_for_past(fill, made);
	return case_store_insert(fill->store, record, error)
		&& case_store_add_person(fill->store, record->id, &made->complainant, error)
		&& write_allegations(fill, made, error) && write_events(fill, made, error) && write_clocks(fill, made, error)
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

/* --- members: trainings of the year, and two interests that were disclosed --- */

/* Days before now, minutes, and every how many seats of the roll attended. */
static const struct { const char *course; int days, minutes; unsigned every; } trainings[] = {
	{ "ride_along", 301, 180, 1 }, { N_("Use of force: law and policy"), 262, 240, 1 }, { N_("Reading an investigation file"), 204, 120, 2 },
	{ "academy", 198, 960, 5 }, { N_("De-escalation"), 141, 240, 1 }, { N_("Interviewing and bias"), 96, 180, 2 }, { "ride_along", 58, 240, 3 },
	{ N_("Records and open meetings"), 33, 480, 1 }, { N_("NACOLE regional training"), 19, 600, 4 },
};

static bool write_trainings(struct fill *fill, day_t today, GError **error)
{
	unsigned place = 0;
	for (guint i = 0; i < fill->body->seats->len; i++) {
		const struct seat *seat = fill->body->seats->pdata[i];
		if (!seat->holder || !(seat->flags & SEAT_VOTING) || seat->alternate_for)
			continue;
		place++;
		for (guint t = 0; t < G_N_ELEMENTS(trainings); t++) {
			struct training_record record = { .body = fill->body->id, .seat = seat->id, .holder = seat->holder, .course = (char *) _(trainings[t].course),
				.day = today - trainings[t].days, .minutes = trainings[t].minutes, .at = fill->now, .who = (char *) "demo" };
			if (place % trainings[t].every == 0 && !member_store_add_training(fill->store, &record, error))
				return false;
		}
	}
	return true;
}

static bool disclose(struct fill *fill, guint at, const char *matter, const char *about, bool over, GError **error)
{
	const struct seat *seat = at < fill->body->seats->len ? fill->body->seats->pdata[at] : NULL;
	if (!seat || !seat->holder || !matter)
		return true;
	struct disclosure_record record = { .body = fill->body->id, .seat = seat->id, .holder = seat->holder, .matter = (char *) matter,
		.about = (char *) about, .at = fill->now - 86400 * (over ? 400 : 12), .who = (char *) "demo" };
	return member_store_add_disclosure(fill->store, &record, error)
		&& (!over || member_store_end_disclosure(fill->store, record.id, fill->now - 86400 * 90, error));
}

static bool write_members(struct fill *fill, GError **error)
{
	return write_trainings(fill, instant_day(fill->now, fill->board->zone), error)
		&& disclose(fill, 0, _("Harbour Towing"), _("my brother drives for Harbour Towing"), true, error)
		&& disclose(fill, 2, fill->chosen[DEMO_READY][0].number, _("the complainant is a client of my firm"), false, error);
}

static bool write_all(struct fill *fill, bool (*progress)(gint64, gint64, void *), void *data, GError **error)
{
	return store_begin(fill->store, error) && case_store_bulk_begin(fill->store, error)
		&& write_cases(fill, progress, data, error) && write_force(fill, error)
		&& case_store_bulk_end(fill->store, error)
		&& write_members(fill, error) && demo_meetings_write(fill, error) && demo_recommendations_write(fill, error) && store_meta_set(fill->store, "demo", "Riverton", error)
		&& case_clocks_seal(fill->store, fill->board, error) && store_commit(fill->store, error);
}

bool demo_fill(struct store *store, const struct board *board, const struct demo_options *options, instant_t now,
	bool (*progress)(gint64 done, gint64 total, void *data), void *data, GError **error)
{
	g_autoptr(demo_t) demo = demo_new(options);
	struct fill fill = { .store = store, .board = board, .body = board->bodies->pdata[0], .options = options,
		.demo = demo, .now = now };
	for (unsigned past = 0; past < DEMO_PAST; past++)
		fill.past[past] = demo_meetings_time(&fill, -DEMO_APART * (int) (DEMO_PAST - past));
	bool good = write_all(&fill, progress, data, error);
	if (!good)
		store_rollback(store);
	for (unsigned past = 0; good && past < DEMO_PAST; past++)
		if (fill.journals[past])
			journal_store_sealed(store, fill.journals[past], NULL);
	for (unsigned i = 0; i < DEMO_LISTS * CHOSEN_MOST; i++) {
		g_free(fill.chosen[i / CHOSEN_MOST][i % CHOSEN_MOST].number);
		g_free(fill.chosen[i / CHOSEN_MOST][i % CHOSEN_MOST].title);
	}
	return good;
}
