#include "domain/event_words.h"

#include "base/i18n.h"

const char *choice_words(enum choice choice)
{
	static const char *const words[CHOICES] = {
		[CHOICE_NONE] = "", [CHOICE_AYE] = N_("aye"), [CHOICE_NAY] = N_("nay"), [CHOICE_ABSTAIN] = N_("abstain"), [CHOICE_RECUSE] = N_("recused"),
		[CHOICE_ABSENT] = N_("absent"), [CHOICE_PASS] = N_("pass"), [CHOICE_SILENT] = N_("presiding, not voting"),
		[CHOICE_UNTRAINED] = N_("no training"),
	};
	return *words[choice] ? _(words[choice]) : "";
}

const char *result_words(enum vote_result result)
{
	static const char *const words[] = { [RESULT_NONE] = "", [RESULT_CARRIED] = N_("carried"), [RESULT_FAILED] = N_("failed"), [RESULT_NO_ACTION] = N_("no action") };
	return *words[result] ? _(words[result]) : "";
}

const char *method_words(enum vote_method method)
{
	static const char *const words[METHODS] = { [METHOD_ROLL] = N_("roll call"), [METHOD_VOICE] = N_("voice vote"),
		[METHOD_HANDS] = N_("show of hands"), [METHOD_CONSENT] = N_("unanimous consent") };
	return _(words[method]);
}

const char *motion_state_words(enum motion_state state)
{
	static const char *const words[] = { [MOTION_MADE] = N_("needs a second"), [MOTION_PENDING] = N_("pending"), [MOTION_VOTING] = NC_("motion", "voting"),
		[MOTION_CARRIED] = N_("carried"), [MOTION_FAILED] = N_("failed"), [MOTION_NO_ACTION] = N_("no action"), [MOTION_WITHDRAWN] = N_("withdrawn"),
		[MOTION_FELL] = N_("fell for want of a second"), [MOTION_RULED] = N_("ruled upon by the chair"), [MOTION_POSTPONED] = N_("postponed"),
		[MOTION_REFERRED] = N_("referred"), [MOTION_TABLED] = N_("laid on the table"), [MOTION_KILLED] = N_("postponed indefinitely"),
		[MOTION_DIVIDED] = N_("divided"), [MOTION_RESCINDED] = N_("rescinded") };
	return i18n_word(words[state]);
}

const char *presence_words(enum presence presence)
{
	static const char *const words[] = { [PRESENCE_UNKNOWN] = N_("not called yet"), [PRESENCE_PRESENT] = N_("present"), [PRESENCE_REMOTE] = N_("remote"),
		[PRESENCE_ABSENT] = N_("absent"), [PRESENCE_EXCUSED] = N_("excused"), [PRESENCE_LEFT] = NC_("presence", "left") };
	return i18n_word(words[presence]);
}

/* What a sentence is made of. */
struct parts {
	const struct meeting *meeting;
	const struct meeting_event *event;
	const char *lang;
	const char *name;             /* of the seat */
	const char *text;             /* "" where there is none */
	char *motion;                 /* "4a" */
	char *item;                   /* "7 Body-worn camera policy" */
};

typedef char *sentence(const struct parts *parts);

/* "X", or "X: the words" where there are words. */
static char *with_text(const struct parts *parts, char *words)
{
	if (!*parts->text)
		return words;
	char *whole = g_strdup_printf("%s: %s", words, parts->text);
	g_free(words);
	return whole;
}

static char *called(const struct parts *parts)
{
	return parts->event->word ? g_strdup(_("published elsewhere and imported")) : g_strdup_printf(_("called to order, %s presiding"),
		*parts->name ? parts->name : "?");
}

static char *arrived(const struct parts *parts)
{
	if (g_strcmp0(parts->event->word, "remote") == 0)
		return with_text(parts, g_strdup_printf(_("%s is present remotely"), parts->name));
	return g_strdup_printf(_("%s is present"), parts->name);
}

static char *left(const struct parts *parts) { return with_text(parts, g_strdup_printf(C_("presence", "%s left"), parts->name)); }
static char *absent(const struct parts *parts) { return g_strdup_printf(_("%s is absent"), parts->name); }
static char *excused(const struct parts *parts) { return with_text(parts, g_strdup_printf(_("%s is excused"), parts->name)); }
static char *presiding(const struct parts *parts) { return g_strdup_printf(_("%s presides"), parts->name); }
static char *unseated(const struct parts *parts) { return g_strdup_printf(_("%s stands in no more"), parts->name); }
static char *returned(const struct parts *parts) { return g_strdup_printf(_("%s is back on item %s"), parts->name, parts->item); }
static char *item_added(const struct parts *parts) { return g_strdup_printf(_("item added, not posted: %s"), parts->text); }
static char *item_opened(const struct parts *parts) { return g_strdup_printf(_("item %s"), parts->item); }
static char *item_closed(const struct parts *parts) { return with_text(parts, g_strdup_printf(_("item %s closed"), parts->item)); }
static char *item_pulled(const struct parts *parts) { return g_strdup_printf(_("%s pulls item %s from the consent calendar"), parts->name, parts->item); }
static char *seconded(const struct parts *parts) { return g_strdup_printf(_("%s seconds motion %s"), parts->name, parts->motion); }
static char *restated(const struct parts *parts) { return g_strdup_printf(_("motion %s now reads: %s"), parts->motion, parts->text); }
static char *withdrawn(const struct parts *parts) { return with_text(parts, g_strdup_printf(_("motion %s is withdrawn"), parts->motion)); }
static char *settled(const struct parts *parts)
{
	enum motion_state state = motion_state_find(parts->event->word);
	return g_strdup_printf(_("motion %s: %s"), parts->motion, state < MOTION_STATES ? motion_state_words(state) : "?");
}

static char *fell(const struct parts *parts) { return g_strdup_printf(_("motion %s falls: no second"), parts->motion); }
static char *taken_back(const struct parts *parts) { return g_strdup_printf(_("the vote of %s is taken back"), parts->name); }
static char *cancelled(const struct parts *parts) { return with_text(parts, g_strdup_printf(_("the vote on motion %s is called off"), parts->motion)); }
static char *announced(const struct parts *parts) { return g_strdup_printf(_("closed session announced: %s"), parts->text); }
static char *reported(const struct parts *parts) { return g_strdup_printf(_("reported out: %s"), parts->text); }
static char *taken_over(const struct parts *parts) { return g_strdup_printf(_("%s takes over the record: %s"), parts->event->who, parts->text); }
static char *debate(const struct parts *parts) { return g_strdup_printf(_("%s speaks on motion %s"), parts->name, parts->motion); }
static char *minutes_corrected(const struct parts *parts) { return g_strdup_printf(_("minutes corrected: %s"), parts->text); }
static char *minutes_approved(const struct parts *parts) { return g_strdup_printf(_("minutes approved: %s"), parts->text); }
static char *recess(const struct parts *parts) { return with_text(parts, g_strdup(_("recess"))); }
static char *note(const struct parts *parts) { return g_strdup_printf(_("note: %s"), parts->text); }

static char *seated(const struct parts *parts)
{
	const struct member *member = meeting_member(parts->meeting, meeting_seat(parts->meeting, parts->event->seat));
	return g_strdup_printf(_("%s stands in for %s"), parts->name, meeting_member_name(parts->meeting, member ? member->alternate_for : -1));
}

static char *recused(const struct parts *parts)
{
	bool out = g_strcmp0(parts->event->word, "left") == 0;
	return g_strdup_printf(out ? _("%s is recused from item %s and leaves the room") : _("%s is recused from item %s"), parts->name, parts->item);
}

static char *moved(const struct parts *parts)
{
	const struct motion *motion = meeting_motion(parts->meeting, parts->event->motion);
	g_autofree char *kind = g_strdup(motion ? labels_get(&motion->kind->label, parts->lang) : parts->event->word);
	if (*parts->name)
		return with_text(parts, g_strdup_printf(_("%s moves, motion %s (%s)"), parts->name, parts->motion, kind));
	return with_text(parts, g_strdup_printf(_("motion %s (%s)"), parts->motion, kind));
}

static char *ruled(const struct parts *parts)
{
	const char *how = g_strcmp0(parts->event->word, "well_taken") == 0 ? _("well taken")
		: g_strcmp0(parts->event->word, "out_of_order") == 0 ? _("out of order") : _("not well taken");
	return with_text(parts, g_strdup_printf(_("the chair rules motion %s %s"), parts->motion, how));
}

static char *vote_opened(const struct parts *parts)
{
	enum vote_method method = vote_method_find(parts->event->word);
	return g_strdup_printf(_("vote on motion %s: %s"), parts->motion, method < METHODS ? method_words(method) : "?");
}

static char *vote_cast(const struct parts *parts)
{
	enum choice choice = choice_find(parts->event->word);
	if (choice == CHOICE_NONE)
		return g_strdup_printf(_("%s: published as \"%s\""), parts->name, parts->text);
	return g_strdup_printf("%s: %s", parts->name, choice < CHOICES ? choice_words(choice) : "?");
}

static char *objected(const struct parts *parts)
{
	return *parts->name ? g_strdup_printf(_("%s objects to unanimous consent"), parts->name) : g_strdup(_("unanimous consent is objected to"));
}

static const char *result_of(const char *name)
{
	for (int result = RESULT_CARRIED; result <= RESULT_NO_ACTION; result++)
		if (g_strcmp0(vote_result_name(result), name) == 0)
			return result_words(result);
	return "?";
}

static char *vote_declared(const struct parts *parts)
{
	char *words = g_strdup_printf(_("motion %s: %s"), parts->motion, result_of(parts->event->word));
	return with_text(parts, words);
}

static char *vote_corrected(const struct parts *parts)
{
	enum choice choice = choice_find(parts->event->word);
	return g_strdup_printf(_("corrected on motion %s: %s is %s, so %s (%s)"), parts->motion, parts->name, choice < CHOICES ? choice_words(choice) : "?",
		result_of(parts->event->note), parts->text);
}

static char *speaker(const struct parts *parts)
{
	const struct meeting_event *event = parts->event;
	const struct speaker *who = event->number <= G_MAXINT ? meeting_speaker(parts->meeting, (int) event->number) : NULL;
	const char *member = who ? meeting_member_name(parts->meeting, who->member) : "";
	bool less = event->other && *event->other == '-';
	g_autofree char *name = who && who->name ? g_strdup(who->name) : *member ? g_strdup(member) : g_strdup_printf(_("speaker %d"), (int) CLAMP(event->number, 0, G_MAXINT));
	switch (event->kind) {
	case MEETING_SPEAKER_QUEUED: return g_strdup_printf(_("%s asks to speak"), name);
	case MEETING_SPEAKER_STARTED: return g_strdup_printf(_("%s speaks"), name);
	case MEETING_SPEAKER_PAUSED: return g_strdup_printf(_("%s: clock stopped"), name);
	case MEETING_SPEAKER_RESUMED: return g_strdup_printf(_("%s: clock runs"), name);
	case MEETING_SPEAKER_ENDED: return g_strdup_printf(_("%s has spoken"), name);
	case MEETING_SPEAKER_REMOVED: return g_strdup_printf(_("%s does not speak"), name);
	default: return g_strdup_printf(less ? _("%s: %s seconds less") : _("%s: %s seconds more"), name, less ? event->other + 1 : event->other ? event->other : "?");
	}
}

static char *plain(const struct parts *parts)
{
	switch (parts->event->kind) {
	case MEETING_ROLL_COMPLETED: return g_strdup(_("the roll is complete"));
	case MEETING_RECONVENED: return g_strdup(_("reconvened"));
	case MEETING_CLOSED_ENTERED: return g_strdup(_("closed session: the room is cleared"));
	case MEETING_CLOSED_LEFT: return g_strdup(_("open session again"));
	case MEETING_ADJOURNED: return g_strdup(_("adjourned"));
	default: return g_strdup(meeting_event_name(parts->event->kind));
	}
}

static sentence *const sentences[MEETING_EVENTS] = {
	[MEETING_CALLED] = called, [MEETING_ARRIVED] = arrived, [MEETING_LEFT] = left, [MEETING_ABSENT] = absent, [MEETING_EXCUSED] = excused,
	[MEETING_PRESIDING] = presiding, [MEETING_SEATED] = seated, [MEETING_UNSEATED] = unseated, [MEETING_RECUSED] = recused,
	[MEETING_RETURNED] = returned, [MEETING_ITEM_ADDED] = item_added, [MEETING_ITEM_OPENED] = item_opened, [MEETING_ITEM_CLOSED] = item_closed,
	[MEETING_ITEM_PULLED] = item_pulled, [MEETING_MOVED] = moved, [MEETING_SECONDED] = seconded, [MEETING_RESTATED] = restated,
	[MEETING_WITHDRAWN] = withdrawn, [MEETING_FELL] = fell, [MEETING_RULED] = ruled, [MEETING_SETTLED] = settled, [MEETING_VOTE_OPENED] = vote_opened,
	[MEETING_VOTE_CAST] = vote_cast, [MEETING_VOTE_TAKEN_BACK] = taken_back, [MEETING_OBJECTED] = objected,
	[MEETING_VOTE_DECLARED] = vote_declared, [MEETING_VOTE_CANCELLED] = cancelled, [MEETING_VOTE_CORRECTED] = vote_corrected,
	[MEETING_RECESS] = recess, [MEETING_CLOSED_ANNOUNCED] = announced, [MEETING_REPORTED_OUT] = reported,
	[MEETING_SPEAKER_QUEUED] = speaker, [MEETING_SPEAKER_STARTED] = speaker, [MEETING_SPEAKER_PAUSED] = speaker, [MEETING_SPEAKER_RESUMED] = speaker,
	[MEETING_SPEAKER_ENDED] = speaker, [MEETING_SPEAKER_REMOVED] = speaker, [MEETING_SPEAKER_EXTENDED] = speaker, [MEETING_DEBATE] = debate,
	[MEETING_NOTE] = note, [MEETING_TAKEN_OVER] = taken_over, [MEETING_MINUTES_CORRECTED] = minutes_corrected,
	[MEETING_MINUTES_APPROVED] = minutes_approved,
};

static char *item_words(const struct meeting *meeting, int position, const struct board *board, const char *lang)
{
	const struct meeting_item *item = meeting_item(meeting, position);
	const struct body *body = board ? board_body_meant(board, meeting->record.body) : NULL;
	const char *title = item && item->title ? body_title(body, item->title, lang) : "";
	return item ? g_strdup_printf("%s %s", item->number ? item->number : "", title) : g_strdup("");
}

char *event_words(const struct meeting *meeting, const struct meeting_event *event, const struct board *board, const char *lang)
{
	const struct motion *motion = meeting_motion(meeting, event->motion);
	g_autofree char *name = motion ? motion_name(meeting, motion) : g_strdup("");
	g_autofree char *item = item_words(meeting, event->item, board, lang);
	struct parts parts = { meeting, event, lang, meeting_member_name(meeting, meeting_seat(meeting, event->seat)), event->text ? event->text : "", name, item };
	if (event->kind == MEETING_CALLED)
		parts.name = meeting_member_name(meeting, event->seat ? meeting_seat(meeting, event->seat) : meeting->presiding);
	sentence *say = sentences[event->kind] ? sentences[event->kind] : plain;
	return say(&parts);
}
