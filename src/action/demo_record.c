/* What was said at the held meetings of the demonstration, one journal each. */
#include "action/demo_private.h"

#include <inttypes.h>
#include <string.h>
#include "base/i18n.h"
#include "domain/frozen.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"
#include "store/member_store.h"

/*
 * One held meeting. present and votes have a letter for each voting seat that is held, in the order of the roster. present: p here, r remote, l comes
 * late, a absent, e excused. votes on the matter: y, n, b abstains; whoever is away or recused is not asked.
 */
struct script {
	const char *present;
	const char *matter, *motion, *votes;
	int mover, seconder;
	int recused;                  /* who says why and leaves before the matter is taken up; -1 nobody */
	const char *interest;
	const char *amended;          /* how the motion reads after an amendment that is carried first; NULL none */
	const char *topics[2];        /* of those who speak in public comment; NULL none */
};
static const struct script scripts[DEMO_PAST] = {
	{ "pppppp", N_("Body-worn cameras: when they may be switched off"), N_("To recommend that an officer who switches the camera off says why on the recording."),
		"yyyyyy", 0, 3, -1, NULL, NULL, { N_("body-worn cameras"), NULL } },
	{ "pppapp", N_("Towing after arrests: the contract with Harbour Towing"), N_("To recommend that the contract be put out anew, with a limit on what storage may cost."),
		"yyynny", 2, 1, 0, N_("my brother drives for Harbour Towing"), NULL, { N_("a car that was towed"), N_("storage fees") } },
	{ "pepppp", N_("Stops on foot: figures of the quarter"), N_("To ask the department for the name of every officer with more than ten stops a week."),
		"nyynyn", 2, 4, -1, NULL, NULL, { N_("stops near the station"), NULL } },
	{ "ppprpp", N_("Use of force: report on the half-year"), N_("To receive the report and to ask for a hearing on force against people who are held."),
		"yyynyy", 1, 0, -1, NULL, NULL, { NULL, NULL } },
	{ "ppappp", N_("Complaint forms in more languages"), N_("To recommend that the complaint form be printed in Spanish and Vietnamese."),
		"nyyyyy", 4, 3, -1, NULL, N_("To recommend that the complaint form be printed in Spanish, Vietnamese and Somali."), { N_("the form at the front desk"), NULL } },
	{ "aplppp", N_("Youth and police: what the forum asked for"), N_("To recommend that a youth officer be named for each district."),
		"ybyyyy", 3, 4, -1, NULL, NULL, { N_("the youth forum"), N_("the bus station at night") } },
};

const char *demo_record_matter(unsigned past)
{
	return _(scripts[past].matter);
}

struct record {
	struct fill *fill;
	struct meeting *meeting;
	id_t64 id;
	instant_t at;
	char *session;
	const struct script *script;
	GError *error;                /* of the store: ends everything */
};
enum { STEP_SECONDS = 7, FIRST_MINUTES = 2, APPROVED_MINUTES = 1 };

/* Records it if it is in order. */
static bool say(struct record *record, struct meeting_event event)
{
	struct meeting *meeting = record->meeting;
	g_autofree char *id = g_strdup_printf("%s.%" PRId64, record->session, meeting->seq + 1);
	if (record->error || !meeting_check(meeting, &event, NULL))
		return false;
	record->at += STEP_SECONDS;
	event.seq = meeting->seq + 1;
	event.at = record->at;
	event.id = id;
	event.who = (char *) "demo";
	g_strlcpy(event.prev, meeting->head, sizeof event.prev);
	meeting_event_hash(&event, event.hash);
	return journal_store_insert(record->fill->store, record->id, &event, &record->error) && meeting_follow(meeting, &event, &record->error);
}

/* --- people --- */

static bool is_asked(const struct member *member)
{
	return member->name && member_group(member) == GROUP_VOTING;
}

/* Place in the letters of a script; -1: none. */
static int place_of(const struct meeting *meeting, int index)
{
	int place = -1;
	for (int i = 0; i <= index; i++)
		place += is_asked(meeting_member(meeting, i));
	return index >= 0 && is_asked(meeting_member(meeting, index)) ? place : -1;
}

/* The letter of a member; '\0' where there is none. */
static char letter_of(const struct meeting *meeting, const char *letters, int index)
{
	int place = place_of(meeting, index);
	return place >= 0 && place < (int) strlen(letters) ? letters[place] : '\0';
}

static char *seat_at(const struct meeting *meeting, int place)
{
	for (guint i = 0; i < meeting->members->len; i++)
		if (place_of(meeting, (int) i) == place)
			return meeting_member(meeting, (int) i)->seat;
	return NULL;
}

static void call_roll(struct record *record)
{
	const struct meeting *meeting = record->meeting;
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		char letter = letter_of(meeting, record->script->present, (int) i);
		bool remote = letter == 'r', away = letter == 'a' || letter == 'l';
		if (!member->name || member->alternate_for >= 0)
			continue;
		if (letter == 'e')
			say(record, (struct meeting_event) { .kind = MEETING_EXCUSED, .seat = member->seat, .text = (char *) _("ill") });
		else
			say(record, (struct meeting_event) { .kind = away ? MEETING_ABSENT : MEETING_ARRIVED, .seat = member->seat,
				.word = (char *) (away ? NULL : remote ? "remote" : "present"), .text = (char *) (remote ? _("illness") : NULL) });
	}
	say(record, (struct meeting_event) { .kind = MEETING_ROLL_COMPLETED });
}

static void come_late(struct record *record)
{
	for (guint i = 0; i < record->meeting->members->len; i++)
		if (letter_of(record->meeting, record->script->present, (int) i) == 'l')
			say(record, (struct meeting_event) { .kind = MEETING_ARRIVED, .seat = meeting_member(record->meeting, (int) i)->seat, .word = (char *) "present" });
}

/* --- motions --- */

static enum choice choice_of(char letter)
{
	return letter == 'n' ? CHOICE_NAY : letter == 'b' ? CHOICE_ABSTAIN : CHOICE_AYE;
}

static void declare(struct record *record)
{
	const struct meeting *meeting = record->meeting;
	const struct vote *vote = meeting_open_vote(meeting);
	enum vote_result result = meeting_vote_result(meeting, vote);
	g_autofree char *counts = vote_counts(vote), *sum = counts ? tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules) : NULL;
	if (!say(record, (struct meeting_event) { .kind = MEETING_VOTE_DECLARED, .motion = vote->motion, .number = vote->number,
		.word = (char *) vote_result_name(result), .text = sum, .note = counts }))
		say(record, (struct meeting_event) { .kind = MEETING_VOTE_CANCELLED, .motion = vote->motion, .number = vote->number, .text = (char *) _("no quorum") });
}

/* Takes the vote on the pending motion; letters NULL: by unanimous consent. */
static void take_vote(struct record *record, const char *letters)
{
	const struct meeting *meeting = record->meeting;
	const struct motion *motion = meeting_floor(meeting);
	int vote = (int) meeting->votes->len + 1;
	if (!motion || !say(record, (struct meeting_event) { .kind = MEETING_VOTE_OPENED, .motion = motion->number, .number = vote,
		.word = (char *) vote_method_name(letters ? METHOD_ROLL : METHOD_CONSENT) }))
		return;
	for (int next; (next = letters ? meeting_next_voter(meeting) : -1) >= 0;)
		if (!say(record, (struct meeting_event) { .kind = MEETING_VOTE_CAST, .motion = motion->number, .number = vote,
			.seat = meeting_member(meeting, next)->seat, .word = (char *) choice_name(choice_of(letter_of(meeting, letters, next))) }))
			break;
	declare(record);
}

/* Moves and seconds; the number of the motion, 0: it is not in order. wording: of an amendment. */
static int move(struct record *record, const char *kind, int mover, int seconder, const char *text, const char *wording)
{
	struct meeting *meeting = record->meeting;
	int motion = (int) meeting->motions->len + 1;
	if (!say(record, (struct meeting_event) { .kind = MEETING_MOVED, .motion = motion, .seat = seat_at(meeting, mover), .word = (char *) kind,
		.item = meeting->item, .text = (char *) text, .note = (char *) wording }))
		return 0;
	say(record, (struct meeting_event) { .kind = MEETING_SECONDED, .motion = motion, .seat = seat_at(meeting, seconder) });
	return motion;
}

/* The first voting members who are here: who moves what is usual. */
static int here(const struct meeting *meeting, int from)
{
	for (guint i = 0; i < meeting->members->len; i++)
		if (member_is_here(meeting_member(meeting, (int) i)) && place_of(meeting, (int) i) >= from)
			return place_of(meeting, (int) i);
	return -1;
}

static void approve_minutes(struct record *record, struct meeting *before, id_t64 id)
{
	struct meeting *meeting = record->meeting;
	char day[DAY_ISO_SIZE], today[DAY_ISO_SIZE];
	const char *zone = record->fill->board->zone;
	int first = here(meeting, 0);
	g_autofree char *text = g_strdup_printf(_("To approve the minutes of %s."), day_iso(instant_day(before->called, zone), day));
	int motion = move(record, "minutes", first, here(meeting, first + 1), text, NULL);
	take_vote(record, NULL);
	if (!motion || meeting_motion(meeting, motion)->state != MOTION_CARRIED)
		return;
	g_autofree char *by = g_strdup_printf(_("motion %d of the meeting of %s"), motion, day_iso(instant_day(meeting->called, zone), today));
	struct record other = { .fill = record->fill, .meeting = before, .id = id, .at = record->at, .session = record->session };
	g_autofree char *session = g_strconcat(record->session, "m", NULL);
	other.session = session;
	say(&other, (struct meeting_event) { .kind = MEETING_MINUTES_APPROVED, .word = (char *) "as_written", .text = by });
	record->error = other.error;
}

static void decide_case(struct record *record, const struct meeting_item *item)
{
	int first = here(record->meeting, 1);
	g_autofree char *text = g_strdup_printf(_("To adopt the findings on %s as presented."), item->case_number);
	if (move(record, "adopt_findings", first, here(record->meeting, first + 1), text, NULL))
		take_vote(record, "");
}

static void take_up_matter(struct record *record)
{
	const struct script *script = record->script;
	struct meeting *meeting = record->meeting;
	bool leaves = meeting->procedure->rules.recusal_leaves;
	if (script->recused >= 0)
		say(record, (struct meeting_event) { .kind = MEETING_RECUSED, .seat = seat_at(meeting, script->recused), .item = meeting->item,
			.word = (char *) (leaves ? "left" : "stays"), .text = (char *) _(script->interest) });
	if (!move(record, "main", script->mover, script->seconder, _(script->motion), NULL))
		return;
	if (script->amended && move(record, "amend", script->seconder, script->mover, _("To add one language more."), _(script->amended)))
		take_vote(record, "");
	take_vote(record, script->votes);
}

/* --- the meeting --- */

static void hear_public(struct record *record)
{
	for (guint i = 0; i < G_N_ELEMENTS(record->script->topics) && record->script->topics[i]; i++) {
		int speaker = (int) record->meeting->speakers->len + 1;
		g_autofree char *seconds = g_strdup_printf("%d", meeting_speaking_time(record->meeting, false));
		say(record, (struct meeting_event) { .kind = MEETING_SPEAKER_QUEUED, .number = speaker, .word = (char *) "", .note = (char *) _(record->script->topics[i]) });
		say(record, (struct meeting_event) { .kind = MEETING_SPEAKER_STARTED, .number = speaker, .other = seconds });
		record->at += 120;
		say(record, (struct meeting_event) { .kind = MEETING_SPEAKER_ENDED, .number = speaker });
	}
}

static void take_up(struct record *record, const struct agenda_item *item, struct meeting *before, id_t64 before_id)
{
	const struct meeting_item *open = meeting_item(record->meeting, item->position);
	instant_t from = record->at;
	if (!open || !say(record, (struct meeting_event) { .kind = MEETING_ITEM_OPENED, .item = item->position }))
		return;
	if (open->case_number)
		decide_case(record, open);
	else if (!g_strcmp0(item->entry, "recommendations"))
		take_up_matter(record);
	else if (!g_strcmp0(item->entry, "comment"))
		hear_public(record);
	else if (!g_strcmp0(item->entry, "minutes") && before)
		approve_minutes(record, before, before_id);
	/* Nothing takes quite as long as it was planned for. */
	record->at = MAX(record->at, from + item->minutes * 45);
	bool report = !g_strcmp0(item->section, "reports");
	say(record, (struct meeting_event) { .kind = MEETING_ITEM_CLOSED, .item = item->position, .text = (char *) (report ? _("received and filed") : NULL) });
}

static bool call_to_order(struct record *record, const GPtrArray *items)
{
	struct fill *fill = record->fill;
	struct meeting_record row = { 0 };
	g_autoptr(GPtrArray) trainings = member_store_trainings(fill->store, fill->body->id, &record->error);
	if (!trainings || !meeting_store_get(fill->store, record->id, &row, &record->error))
		return false;
	g_autofree char *frozen = frozen_write(fill->board, fill->body, &row, items, trainings, NULL);
	record->at = row.starts + FIRST_MINUTES * 60;
	record->session = g_strdup_printf("%016" PRIx64, row.starts);
	meeting_record_clear(&row);
	return say(record, (struct meeting_event) { .kind = MEETING_CALLED, .text = frozen });
}

static void hold(struct record *record, const GPtrArray *items, struct meeting *before, id_t64 before_id)
{
	call_roll(record);
	for (guint i = 0; i < items->len; i++) {
		const struct agenda_item *item = items->pdata[i];
		if (!g_strcmp0(item->entry, "comment"))
			come_late(record);
		take_up(record, item, before, before_id);
	}
	say(record, (struct meeting_event) { .kind = MEETING_ADJOURNED });
}

static bool can_meet(const struct body *body)
{
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		if (seat->holder && (seat->flags & SEAT_CHAIR))
			return true;
	}
	return false;
}

bool demo_record_write(struct fill *fill, unsigned past, id_t64 id, struct meeting *before, struct meeting **out, GError **error)
{
	struct record record = { .fill = fill, .meeting = meeting_new(), .id = id, .script = &scripts[past] };
	g_autoptr(GPtrArray) items = can_meet(fill->body) ? meeting_store_items(fill->store, id, &record.error) : NULL;
	if (items && call_to_order(&record, items))
		hold(&record, items, before, past ? fill->journals[past - 1] : 0);
	g_free(record.session);
	if (record.error || !record.meeting->called)
		g_clear_pointer(&record.meeting, meeting_free);
	*out = record.meeting;
	if (record.error)
		g_propagate_error(error, record.error);
	return !record.error;
}
