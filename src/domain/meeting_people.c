/* Who is here: the call to order, attendance, alternates, recusals. */
#include "domain/meeting_private.h"

bool check_called(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	g_autoptr(meeting_t) trial = meeting_new();
	(void) meeting;
	if (!frozen_read(trial, event->text, error))
		return false;
	if (event->seat && meeting_seat(trial, event->seat) < 0)
		return meeting_refuse(error, _("there is no seat '%s' on the roster of this meeting"), event->seat);
	if (event->word && g_strcmp0(event->word, "imported") != 0)
		return meeting_refuse(error, _("a call to order is not '%s'"), event->word);
	return true;
}

static int chair_of(const struct meeting *meeting)
{
	for (guint i = 0; i < meeting->members->len; i++)
		if (((const struct member *) meeting->members->pdata[i])->flags & SEAT_CHAIR)
			return (int) i;
	return -1;
}

static void become_clerk(struct meeting *meeting, const struct meeting_event *event)
{
	g_free(meeting->clerk);
	g_free(meeting->clerk_session);
	meeting->clerk = g_strdup(event->who);
	meeting->clerk_session = meeting_event_session(event);
}

void apply_called(struct meeting *meeting, const struct meeting_event *event)
{
	bool read = frozen_read(meeting, event->text, NULL);
	g_assert(read);
	meeting->phase = PHASE_OPEN;
	meeting->called = event->at;
	meeting->imported = event->word != NULL;
	meeting->presiding = event->seat ? meeting_seat(meeting, event->seat) : chair_of(meeting);
	become_clerk(meeting, event);
}

bool check_taken_over(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	g_autofree char *session = meeting_event_session(event);
	if (g_strcmp0(session, meeting->clerk_session) == 0)
		return meeting_refuse(error, _("this program holds the record already"));
	return true;
}

void apply_taken_over(struct meeting *meeting, const struct meeting_event *event)
{
	become_clerk(meeting, event);
}

static const struct member *member_of(const struct meeting *meeting, const struct meeting_event *event)
{
	return meeting_member(meeting, meeting_seat(meeting, event->seat));
}

bool check_arrived(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *member = member_of(meeting, event);
	bool remote = g_strcmp0(event->word, "remote") == 0;
	if (!member->name)
		return meeting_refuse(error, _("seat %s is vacant"), member->seat);
	if (!remote && g_strcmp0(event->word, "present") != 0)
		return meeting_refuse(error, _("a member is present or remote, not '%s'"), event->word ? event->word : "");
	if (member->presence == (remote ? PRESENCE_REMOTE : PRESENCE_PRESENT))
		return meeting_refuse(error, _("%s is here already"), member->name);
	return true;
}

static void end_stay(struct member *member, instant_t at)
{
	if (member->stays->len && member_is_here(member))
		g_array_index(member->stays, struct stay, member->stays->len - 1).until = at;
}

void apply_arrived(struct meeting *meeting, const struct meeting_event *event)
{
	int index = meeting_seat(meeting, event->seat);
	struct member *member = member_at(meeting, index);
	bool remote = g_strcmp0(event->word, "remote") == 0;
	end_stay(member, event->at);
	member->late |= meeting->roll_completed && !member->stays->len;
	member->presence = remote ? PRESENCE_REMOTE : PRESENCE_PRESENT;
	g_free(member->provision);
	member->provision = remote ? g_strdup(event->text) : NULL;
	struct stay stay = { .from = event->at, .remote = remote };
	g_array_append_val(member->stays, stay);
	vote_member_changed(meeting, index);
}

bool check_here(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *member = member_of(meeting, event);
	if (!member_is_here(member))
		return meeting_refuse(error, _("%s is not here"), member->name ? member->name : member->seat);
	return true;
}

static void unseat(struct meeting *meeting, struct member *alternate)
{
	if (alternate->stands_in_for >= 0)
		member_at(meeting, alternate->stands_in_for)->replaced_by = -1;
	alternate->stands_in_for = -1;
}

void apply_left(struct meeting *meeting, const struct meeting_event *event)
{
	int index = meeting_seat(meeting, event->seat);
	struct member *member = member_at(meeting, index);
	end_stay(member, event->at);
	member->presence = PRESENCE_LEFT;
	vote_member_changed(meeting, index);
	if (!meeting_open_vote(meeting))
		unseat(meeting, member);
	if (meeting->presiding == index)
		meeting->presiding = -1;
}

/* A slip in the roll: while it is being called and nothing was moved, one who was called here may be called absent or excused after all. */
static bool may_be_recalled(const struct meeting *meeting)
{
	return !meeting->roll_completed && !meeting->motions->len;
}

static bool check_not_here(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *member = member_of(meeting, event);
	if (!member->name)
		return meeting_refuse(error, _("seat %s is vacant"), member->seat);
	if (member_is_here(member) && !may_be_recalled(meeting))
		return meeting_refuse(error, _("%s is here; record the departure instead"), member->name);
	return true;
}

bool check_absent(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *member = member_of(meeting, event);
	if (!check_not_here(meeting, event, error))
		return false;
	if (member->presence == PRESENCE_LEFT)
		return meeting_refuse(error, _("%s was here and left"), member->name);
	return member->presence != PRESENCE_ABSENT || meeting_refuse(error, _("%s is recorded as absent already"), member->name);
}

/* Of one whom the roll called here before that was not so: never in the room, nor there remotely. */
static void not_here(struct meeting *meeting, const struct meeting_event *event, enum presence presence)
{
	struct member *member = member_at(meeting, meeting_seat(meeting, event->seat));
	if (member_is_here(member)) {
		g_array_set_size(member->stays, 0);
		g_clear_pointer(&member->provision, g_free);
		unseat(meeting, member);
	}
	member->presence = presence;
}

void apply_absent(struct meeting *meeting, const struct meeting_event *event)
{
	not_here(meeting, event, PRESENCE_ABSENT);
}

bool check_excused(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *member = member_of(meeting, event);
	if (!check_not_here(meeting, event, error))
		return false;
	return member->presence != PRESENCE_EXCUSED || meeting_refuse(error, _("%s is excused already"), member->name);
}

void apply_excused(struct meeting *meeting, const struct meeting_event *event)
{
	not_here(meeting, event, PRESENCE_EXCUSED);
}

/* The roll is of those who can be missed: seats that are held, without alternates and advisory seats. */
bool check_roll_completed(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	(void) event;
	if (meeting->roll_completed)
		return meeting_refuse(error, _("the roll was completed already"));
	for (guint i = 0; i < meeting->members->len; i++) {
		const struct member *member = meeting->members->pdata[i];
		bool expected = member->name && member->alternate_for < 0 && !(member->flags & SEAT_ADVISORY);
		if (expected && member->presence == PRESENCE_UNKNOWN)
			return meeting_refuse(error, _("%s has not been called yet"), member->name);
	}
	return true;
}

void apply_roll_completed(struct meeting *meeting, const struct meeting_event *event)
{
	(void) event;
	meeting->roll_completed = true;
}

void apply_presiding(struct meeting *meeting, const struct meeting_event *event)
{
	meeting->presiding = meeting_seat(meeting, event->seat);
}

/* --- alternates (DOMAIN.md 1.4): they sit for a member who is away, or who withdrew from an item, and never raise the body's size --- */

bool check_seated(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *alternate = member_of(meeting, event);
	const struct member *place = meeting_member(meeting, alternate->alternate_for);
	if (!place)
		return meeting_refuse(error, _("seat %s is no alternate"), alternate->seat);
	if (!check_here(meeting, event, error))
		return false;
	if (alternate->stands_in_for >= 0)
		return meeting_refuse(error, _("%s sits for seat %s already"), alternate->name, place->seat);
	if (place->replaced_by >= 0)
		return meeting_refuse(error, _("%s sits for seat %s already"), meeting_member_name(meeting, place->replaced_by), place->seat);
	if (event->other && meeting_seat(meeting, event->other) != alternate->alternate_for)
		return meeting_refuse(error, _("%s may sit for seat %s only"), alternate->name, place->seat);
	if (!meeting->imported && member_is_here(place) && !(meeting->item && meeting_recusal(meeting, alternate->alternate_for, meeting->item)))
		return meeting_refuse(error, _("%s is here and not recused, so nobody sits in that place"), place->name);
	return true;
}

void apply_seated(struct meeting *meeting, const struct meeting_event *event)
{
	int index = meeting_seat(meeting, event->seat);
	struct member *alternate = member_at(meeting, index);
	alternate->stands_in_for = alternate->alternate_for;
	member_at(meeting, alternate->alternate_for)->replaced_by = index;
}

bool check_unseated(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *alternate = member_of(meeting, event);
	return alternate->stands_in_for >= 0 || meeting_refuse(error, _("seat %s stands in for nobody"), alternate->seat);
}

void apply_unseated(struct meeting *meeting, const struct meeting_event *event)
{
	unseat(meeting, member_at(meeting, meeting_seat(meeting, event->seat)));
}

/* Who left while the roll was called is on it to its end, and in that place no longer. */
void alternates_leave(struct meeting *meeting)
{
	for (guint i = 0; i < meeting->members->len; i++)
		if (!member_is_here(member_at(meeting, (int) i)))
			unseat(meeting, member_at(meeting, (int) i));
}

void alternates_return(struct meeting *meeting)
{
	for (guint i = 0; i < meeting->members->len; i++) {
		struct member *alternate = member_at(meeting, (int) i);
		if (alternate->stands_in_for >= 0 && member_is_here(member_at(meeting, alternate->stands_in_for)))
			unseat(meeting, alternate);
	}
}

/* --- recusals --- */

bool check_recused(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct member *member = member_of(meeting, event);
	bool left = g_strcmp0(event->word, "left") == 0;
	if (!check_here(meeting, event, error))
		return false;
	if (!left && g_strcmp0(event->word, "stays") != 0)
		return meeting_refuse(error, _("a recused member left or stays, not '%s'"), event->word ? event->word : "");
	if (!left && meeting->procedure->rules.recusal_leaves && !meeting->imported)
		return meeting_refuse(error, _("by the rules of this body a recused member leaves the room"));
	if (meeting_recusal(meeting, meeting_seat(meeting, event->seat), event->item))
		return meeting_refuse(error, _("%s is recused from this item already"), member->name);
	return true;
}

void member_recuse(struct meeting *meeting, int member, int item, bool left)
{
	struct recusal recusal = { .member = member, .item = item, .left = left };
	if (!meeting_recusal(meeting, member, item))
		g_array_append_val(meeting->recusals, recusal);
}

void apply_recused(struct meeting *meeting, const struct meeting_event *event)
{
	int member = meeting_seat(meeting, event->seat);
	member_recuse(meeting, member, event->item, g_strcmp0(event->word, "left") == 0);
	vote_member_changed(meeting, member);
}

bool check_returned(const struct meeting *meeting, const struct meeting_event *event, GError **error)
{
	const struct vote *vote = meeting_open_vote(meeting);
	int member = meeting_seat(meeting, event->seat);
	if (!meeting_recusal(meeting, member, event->item))
		return meeting_refuse(error, _("%s is not recused from this item"), meeting_member_name(meeting, member));
	if (vote && meeting_motion(meeting, vote->motion)->item == event->item)
		return meeting_refuse(error, _("not while the vote on this item is taken"));
	return true;
}

void apply_returned(struct meeting *meeting, const struct meeting_event *event)
{
	int member = meeting_seat(meeting, event->seat);
	struct recusal *recusal = (struct recusal *) meeting_recusal(meeting, member, event->item);
	recusal->ended = true;
	int alternate = member_at(meeting, member)->replaced_by;
	if (alternate >= 0)
		unseat(meeting, member_at(meeting, alternate));
}
