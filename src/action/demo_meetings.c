/* The meetings of the demonstration: some held, one to come. */
#include "action/demo_private.h"

#include <string.h>
#include "base/i18n.h"
#include "domain/docket.h"
#include "domain/training.h"
#include "store/meeting_store.h"
#include "store/member_store.h"

enum { NO_PAST = -1, COMING_DAYS = 6, CASE_MINUTES = 15 };
struct agenda {
	struct fill *fill;
	const struct meeting_record *meeting;
	int past;                     /* number of the held meeting; NO_PAST */
	bool cases;                   /* it takes up cases */
	int position, number, consent;
};

static bool is_entry(const struct agenda_entry *entry, const char *id)
{
	return !g_strcmp0(entry->id, id);
}

/* The minutes that are still to approve: those of the last meeting. */
static char *docket_of(const struct agenda *agenda, const struct agenda_entry *entry)
{
	id_t64 last = agenda->fill->journals[DEMO_PAST - 1];
	return agenda->past == NO_PAST && last && is_entry(entry, "minutes") ? docket_key_minutes(last) : NULL;
}

/* One item of an entry of the template, about a case or a matter, or (NULL) as it stands there. */
static bool write_item(struct agenda *agenda, const struct agenda_entry *entry, const struct chosen *about, GError **error)
{
	const char *title = labels_get(&entry->title, agenda->fill->options->lang);
	bool decides = about || entry->consent || is_entry(entry, "agenda") || is_entry(entry, "minutes");
	bool hearing = !g_strcmp0(entry->section, "hearing"), prefixed = about && entry->prefix;
	struct agenda_item item = {
		.meeting_id = agenda->meeting->id, .position = ++agenda->position,
		.entry = g_strdup(entry->id), .number = g_strdup_printf("%s%d", prefixed ? entry->prefix : "", prefixed ? ++agenda->consent : ++agenda->number),
		.title = g_strdup(about ? about->title : title),
		.public_title = g_strdup(entry->closed || !about ? title : about->title),
		.section = g_strdup(entry->section), .action = g_strdup(hearing ? "hearing" : decides ? "action" : "information"),
		.minutes = about && about->number && !entry->consent ? CASE_MINUTES : entry->minutes, .consent = entry->consent, .closed = entry->closed,
		.case_number = about ? g_strdup(about->number) : NULL, .docket = docket_of(agenda, entry),
	};
	bool good = meeting_store_add_item(agenda->fill->store, &item, error);
	agenda_item_clear(&item);
	return good;
}

/* Of which list an entry of the template takes cases; DEMO_LISTS: of none. */
static unsigned entry_list(const struct agenda *agenda, const struct agenda_entry *entry)
{
	if (agenda->past != NO_PAST)
		return agenda->cases && is_entry(entry, "cases") ? DEMO_CHOICES + (unsigned) agenda->past : DEMO_LISTS;
	if (entry->consent)
		return DEMO_DECIDED;
	if (entry->closed)
		return DEMO_OLDEST;
	return is_entry(entry, "cases") ? DEMO_READY : DEMO_LISTS;
}

/* A short meeting has not all of the template; one that was held has no consent calendar and no closed session either. */
static bool is_left_out(const struct agenda *agenda, const struct agenda_entry *entry)
{
	static const char *const left_out[] = { "acknowledgement", "recusals", "policy", "committees", "unfinished",
		"new", "training", "announcements", "agenda", NULL };
	return (entry->id && g_strv_contains(left_out, entry->id)) || (agenda->past != NO_PAST && (entry->consent || entry->closed));
}

/* Each entry once, or once for each case it is about. */
static bool write_entry(struct agenda *agenda, const struct agenda_entry *entry, GError **error)
{
	struct fill *fill = agenda->fill;
	unsigned list = entry_list(agenda, entry), cases = list == DEMO_LISTS ? 0 : list == DEMO_OLDEST ? MIN(fill->n[list], 1) : fill->n[list];
	bool matter = agenda->past != NO_PAST && is_entry(entry, "recommendations");
	struct chosen about = { NULL, (char *) (matter ? demo_record_matter((unsigned) agenda->past) : NULL) };
	for (unsigned c = 0; c < cases; c++)
		if (!write_item(agenda, entry, &fill->chosen[list][c], error))
			return false;
	return cases > 0 || write_item(agenda, entry, about.title ? &about : NULL, error);
}

/* Could it decide a case at a held meeting, with one seat more away? Without their training members have no vote on one, where the rules say so. */
static bool has_voters(const struct fill *fill, day_t day, const GPtrArray *trainings)
{
	const struct procedure *procedure = board_procedure(fill->board, fill->body);
	unsigned seats = 0, voters = 0;
	for (guint i = 0; i < fill->body->seats->len; i++) {
		const struct seat *seat = fill->body->seats->pdata[i];
		if (seat->alternate_for || !(seat->flags & SEAT_VOTING))
			continue;
		struct training_look look = training_look(&procedure->rules.training, seat, seat->holder, trainings, day);
		seats++;
		voters += seat->holder && (!(procedure->rules.training.gate & TRAINING_GATE_VOTE) || training_opens(&procedure->rules.training, &look));
	}
	return voters > 1 && 2 * (voters - 1) > seats;
}

static bool write_items(struct fill *fill, const struct meeting_record *meeting, int past, GError **error)
{
	g_autoptr(GPtrArray) trainings = member_store_trainings(fill->store, fill->body->id, error);
	if (!trainings)
		return false;
	struct agenda agenda = { .fill = fill, .meeting = meeting, .past = past };
	agenda.cases = past == NO_PAST || has_voters(fill, instant_day(meeting->starts, fill->board->zone), trainings);
	for (unsigned i = 0; i < fill->body->agenda->len; i++) {
		const struct agenda_entry *entry = fill->body->agenda->pdata[i];
		if (!is_left_out(&agenda, entry) && !write_entry(&agenda, entry, error))
			return false;
	}
	return true;
}

instant_t demo_meetings_time(const struct fill *fill, int days)
{
	char iso[DAY_ISO_SIZE];
	instant_t starts = 0;
	day_t day = instant_day(fill->now, fill->board->zone) + days;
	while (!board_is_workday(fill->board, day))
		day++;
	g_autofree char *local = g_strdup_printf("%sT18:00", day_iso(day, iso));
	instant_parse(local, fill->board->zone, &starts);
	return starts;
}

static bool write_meeting(struct fill *fill, instant_t starts, const char *status, int past, id_t64 *id, GError **error)
{
	struct meeting_record meeting = { .starts = starts,
		.body = g_strdup(fill->body->id), .kind = g_strdup("regular"), .status = g_strdup(status),
		.place = g_strdup(_("City Hall, room 204")),
	};
	bool good = meeting_store_insert(fill->store, &meeting, error) && write_items(fill, &meeting, past, error);
	*id = meeting.id;
	meeting_record_clear(&meeting);
	return good;
}

bool demo_meetings_write(struct fill *fill, GError **error)
{
	g_autoptr(meeting_t) before = NULL;
	id_t64 id;
	for (unsigned past = 0; past < DEMO_PAST; past++) {
		struct meeting *meeting = NULL;
		if (!write_meeting(fill, fill->past[past], "held", (int) past, &id, error) || !demo_record_write(fill, past, id, before, &meeting, error))
			return false;
		fill->journals[past] = meeting ? id : 0;
		meeting_free(before);
		before = meeting;
	}
	return write_meeting(fill, demo_meetings_time(fill, COMING_DAYS), "posted", NO_PAST, &id, error);
}
