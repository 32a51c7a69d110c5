/* Who is here: the roll called member by member, comings and goings, recusals, alternates, who presides. */
#include "app/meeting_form.h"

static const struct member *chosen(const struct app *app)
{
	return meeting_member(desk_meeting(app), desk_member(app));
}

static char *name_of(const struct app *app)
{
	const struct member *member = chosen(app);
	return g_strdup(member && member->name ? member->name : "");
}

const char *can_record(const struct app *app)
{
	if (!desk_meeting(app))
		return _("this database has no meeting");
	if (app->session.meeting->broken)
		return _("the journal is damaged from here on; dais verify tells more");
	return desk_records(app) ? NULL : desk_follows(app);
}

const char *can_member(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return chosen(app) && chosen(app)->name ? NULL : _("choose a member with the arrow keys first");
}

static struct meeting_event *begin_member(struct app *app, const struct form *form)
{
	struct meeting_event *event = form_begin(app, form, name_of(app));
	form_set(event, SLOT_SEAT, chosen(app)->seat);
	event->item = desk_meeting(app)->item;
	return event;
}

/* A form about the member chosen. */
static void ask_member(struct app *app, const struct form *form)
{
	begin_member(app, form);
	form_go(app);
}

/* --- the roll, member by member --- */

static void call_next(struct app *app);
static const struct form provision = { .kind = MEETING_ARRIVED, .steps = {
	LINE(TEXT, N_("%s takes part remotely; under which provision"), .required = true),
}, .done = call_next };
static const struct form excuse = { .kind = MEETING_EXCUSED, .steps = { LINE(TEXT, N_("%s is excused; why"), .required = true) }, .done = call_next };

/* Everybody who holds a seat is called: also alternates and advisory members, in the order of the board file. */
int desk_next_called(const struct meeting *meeting)
{
	for (int i = 0; i < (int) meeting->members->len; i++)
		if (meeting_member(meeting, i)->name && meeting_member(meeting, i)->presence == PRESENCE_UNKNOWN)
			return i;
	return -1;
}

static void complete(struct app *app, const char *text)
{
	(void) text;
	if (!desk_record(app, &(struct meeting_event) { .kind = MEETING_ROLL_COMPLETED }))
		return;
	desk_mode(app, DESK_FLOOR);
	const struct member *chair = meeting_member(desk_meeting(app), desk_meeting(app)->presiding);
	if (!chair || !member_is_here(chair))
		app_say(app, _("The roll is complete. NOBODY PRESIDES: select a member, then :presiding"));
}

static void call_next(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	if (app->desk.mode != DESK_ATTENDANCE)
		return;
	app->desk.member = desk_next_called(meeting);
	if (app->desk.member >= 0)
		return;
	struct quorum quorum = meeting_quorum(meeting);
	prompt_question(app, g_strdup_printf(quorum.there ? _("everybody was called: %d present, quorum %d is there; complete the roll?") :
		_("everybody was called: %d present, NO quorum of %d; complete the roll?"), quorum.present, quorum.needed), true, complete);
}

const char *can_attendance(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	if (desk_meeting(app)->phase == PHASE_NONE)
		return _("call the meeting to order first (C)");
	return desk_meeting(app)->roll_completed ? _("the roll was completed; I and O record comings and goings") : NULL;
}

void run_attendance(struct app *app)
{
	desk_mode(app, DESK_ATTENDANCE);
	call_next(app);
}

static void answer(struct app *app, enum meeting_event_kind kind, const char *word)
{
	struct meeting_event event = { .kind = kind, .seat = chosen(app)->seat, .word = (char *) word };
	if (desk_record(app, &event))
		call_next(app);
}

void run_roll_present(struct app *app) { answer(app, MEETING_ARRIVED, "present"); }
void run_roll_absent(struct app *app) { answer(app, MEETING_ABSENT, NULL); }

void run_roll_remote(struct app *app)
{
	struct meeting_event *event = begin_member(app, &provision);
	form_set(event, SLOT_WORD, "remote");
	form_go(app);
}

void run_roll_excused(struct app *app)
{
	ask_member(app, &excuse);
}

/* --- comings and goings, at any time --- */

static bool comes_remotely(const struct app *app)
{
	return g_strcmp0(app->desk.draft.word, "remote") == 0;
}

void run_arrives(struct app *app)
{
	static const struct form_word ways[] = { { "present", 'p', N_("in the room") }, { "remote", 'r', N_("remotely") }, { NULL, 0, NULL } };
	static const struct form form = { .kind = MEETING_ARRIVED, .steps = {
		PICK(WORD, N_("%s arrives"), .words = ways),
		LINE(TEXT, N_("%s takes part remotely; under which provision"), .required = true, .wanted = comes_remotely),
	} };
	ask_member(app, &form);
}

void run_leaves(struct app *app)
{
	static const struct form form = { .kind = MEETING_LEFT, .steps = {
		LINE(TEXT, N_("%s leaves; why (may be empty)")),
	} };
	ask_member(app, &form);
}

void run_excused(struct app *app)
{
	ask_member(app, &excuse);
}

void run_presiding(struct app *app)
{
	static const struct form form = { .kind = MEETING_PRESIDING, .steps = {
		QUESTION(N_("%s presides from now on?"), .yes = true),
	} };
	ask_member(app, &form);
}

/* --- alternates --- */

const char *can_alternate(const struct app *app)
{
	const char *reason = can_member(app);
	if (reason)
		return reason;
	return chosen(app)->alternate_for >= 0 ? NULL : _("the selected member is no alternate");
}

void run_alternate(struct app *app)
{
	static const struct form seat = { .kind = MEETING_SEATED, .steps = { QUESTION(N_("%s?"), .yes = true) } };
	static const struct form unseat = { .kind = MEETING_UNSEATED, .steps = {
		QUESTION(N_("%s stands in no more?"), .yes = true),
	} };
	const struct meeting *meeting = desk_meeting(app);
	const struct member *member = chosen(app);
	if (member->stands_in_for >= 0) {
		ask_member(app, &unseat);
		return;
	}
	struct meeting_event *event = begin_member(app, &seat);
	const char *place = meeting_member_name(meeting, member->alternate_for);
	g_free(app->desk.subject);
	app->desk.subject = g_strdup_printf(_("%s stands in for %s"), member->name, place);
	form_set(event, SLOT_OTHER, member->alternate_for >= 0 ? meeting_member(meeting, member->alternate_for)->seat : NULL);
	form_go(app);
}

/* --- recusals --- */

static bool may_stay(const struct app *app)
{
	return !desk_meeting(app)->procedure->rules.recusal_leaves;
}

static void rule_of_leaving(const struct app *app, struct meeting_event *event)
{
	if (!may_stay(app) && !event->word)
		event->word = g_strdup("left");
}

static const char *why_no_item(const struct app *app)
{
	const char *reason = can_member(app);
	if (reason)
		return reason;
	return desk_meeting(app)->item ? NULL : _("no item is open");
}

/* What the member disclosed about this item before, in the words that are on record. */
static char *disclosed(const struct app *app)
{
	const struct disclosure_record *one;
	int member;

	for (int n = 0; (one = meeting_model_disclosure(app->session.meeting, desk_meeting(app)->item, n, &member)); n++)
		if (member == desk_member(app))
			return g_strdup(one->about);
	return NULL;
}

const char *can_recuse(const struct app *app) { return why_no_item(app); }

/* The same key ends the recusal. */
void run_recuse(struct app *app)
{
	static const struct form_word ways[] = { { "left", 'l', N_("leaves the room") }, { "stays", 's', N_("stays in the room") },
		{ NULL, 0, NULL } };
	static const struct form recuse = { .kind = MEETING_RECUSED, .steps = {
		LINE(TEXT, N_("%s is recused; the interest as disclosed"), .required = true, .before = disclosed),
		PICK(WORD, N_("%s is recused and"), .words = ways, .wanted = may_stay),
	}, .complete = rule_of_leaving };
	static const struct form back = { .kind = MEETING_RETURNED, .steps = {
		QUESTION(N_("%s takes part in this item again?"), .yes = true),
	} };
	const struct meeting *meeting = desk_meeting(app);
	ask_member(app, meeting_recusal(meeting, desk_member(app), meeting->item) ? &back : &recuse);
}
