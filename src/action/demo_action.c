#include "action/demo_action.h"
#include "action/case_clocks.h"

#include <string.h>
#include "base/error.h"
#include "base/i18n.h"
#include "store/case_store.h"
#include "store/force_store.h"
#include "store/meeting_store.h"
#include "store/member_store.h"

enum { EVENTS_MOST_CASES = 20000, CHOSEN_MOST = 3, PROGRESS_EVERY = 4096 };

/* Open cases for the coming agenda: ready for the board, already decided by it, and the oldest of all. */
enum choice { CHOICE_READY, CHOICE_DECIDED, CHOICE_OLDEST, CHOICES };
struct chosen { char *number, *title; };

struct fill {
	struct store *store;
	const struct board *board;
	const struct body *body;
	const struct demo_options *options;
	const struct demo *demo;
	instant_t now;
	struct chosen chosen[CHOICES][CHOSEN_MOST];
	unsigned n[CHOICES];
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

static void choose(struct fill *fill, enum choice choice, const struct case_record *record)
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
		choose(fill, CHOICE_READY, record);
	else if (g_strv_contains(decided, record->state))
		choose(fill, CHOICE_DECIDED, record);
	else
		choose(fill, CHOICE_OLDEST, record);
}

static bool write_case(struct fill *fill, struct demo_case *made, GError **error)
{
	struct case_record *record = &made->record;
	record->body = g_strdup(fill->body->id);
	record->due = workflow_due(fill->body->workflow, fill->board, record->received, record->occurred);
	choose_for_agenda(fill, record);
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

struct agenda { struct fill *fill; const struct meeting_record *meeting; int position, number, consent; };

/* One item of an entry of the template, about a case or (NULL) as it stands there. */
static bool write_item(struct agenda *agenda, const struct agenda_entry *entry, const struct chosen *about,
	GError **error)
{
	const char *title = labels_get(&entry->title, agenda->fill->options->lang);
	bool decides = about || entry->consent || !g_strcmp0(entry->id, "agenda") || !g_strcmp0(entry->id, "minutes");
	bool hearing = !g_strcmp0(entry->section, "hearing"), prefixed = about && entry->prefix;
	struct agenda_item item = {
		.meeting_id = agenda->meeting->id, .position = ++agenda->position,
		.entry = g_strdup(entry->id), .number = g_strdup_printf("%s%d", prefixed ? entry->prefix : "", prefixed ? ++agenda->consent : ++agenda->number),
		.title = g_strdup(about ? about->title : title),
		.public_title = g_strdup(entry->closed || !about ? title : about->title),
		.section = g_strdup(entry->section), .action = g_strdup(hearing ? "hearing" : decides ? "action" : "information"),
		.minutes = about && !entry->consent ? 15 : entry->minutes, .consent = entry->consent, .closed = entry->closed,
		.case_number = about ? g_strdup(about->number) : NULL,
	};
	bool good = meeting_store_add_item(agenda->fill->store, &item, error);
	agenda_item_clear(&item);
	return good;
}

/* Which cases an entry of the template stands for: CHOICES for none. */
static enum choice entry_choice(const struct agenda_entry *entry)
{
	if (entry->consent)
		return CHOICE_DECIDED;
	if (entry->closed)
		return CHOICE_OLDEST;
	return g_strcmp0(entry->id, "cases") ? CHOICES : CHOICE_READY;
}

/* The items of the template that a short meeting has, each once, or once for each case it is about. */
static bool write_items(struct fill *fill, const struct meeting_record *meeting, bool with_cases, GError **error)
{
	static const char *const left_out[] = { "acknowledgement", "recusals", "policy", "committees", "unfinished",
		"new", "training", "announcements", "agenda", NULL };
	struct agenda agenda = { .fill = fill, .meeting = meeting };
	for (unsigned i = 0; i < fill->body->agenda->len; i++) {
		const struct agenda_entry *entry = fill->body->agenda->pdata[i];
		enum choice choice = with_cases ? entry_choice(entry) : CHOICES;
		unsigned cases = choice == CHOICES ? 0 : choice == CHOICE_OLDEST ? MIN(fill->n[choice], 1) : fill->n[choice];
		if (entry->id && g_strv_contains(left_out, entry->id))
			continue;
		for (unsigned c = 0; c < cases; c++)
			if (!write_item(&agenda, entry, &fill->chosen[choice][c], error))
				return false;
		if (cases == 0 && !write_item(&agenda, entry, NULL, error))
			return false;
	}
	return true;
}

static bool write_meeting(struct fill *fill, int days, const char *status, GError **error)
{
	char iso[DAY_ISO_SIZE];
	day_t day = instant_day(fill->now, fill->board->zone) + days;
	while (!board_is_workday(fill->board, day))
		day++;
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
		&& disclose(fill, 2, fill->chosen[CHOICE_READY][0].number, _("the complainant is a client of my firm"), false, error);
}

static bool write_all(struct fill *fill, bool (*progress)(gint64, gint64, void *), void *data, GError **error)
{
	return store_begin(fill->store, error) && case_store_bulk_begin(fill->store, error)
		&& write_cases(fill, progress, data, error) && write_force(fill, error)
		&& case_store_bulk_end(fill->store, error)
		&& write_meeting(fill, -28, "held", error) && write_meeting(fill, 6, "posted", error)
		&& write_members(fill, error) && store_meta_set(fill->store, "demo", "Riverton", error)
		&& case_clocks_seal(fill->store, fill->board, error) && store_commit(fill->store, error);
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
	for (unsigned i = 0; i < CHOICES * CHOSEN_MOST; i++) {
		g_free(fill.chosen[i / CHOSEN_MOST][i % CHOSEN_MOST].number);
		g_free(fill.chosen[i / CHOSEN_MOST][i % CHOSEN_MOST].title);
	}
	return good;
}
