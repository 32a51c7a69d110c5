/* Motions: the kinds that are in order now, who moves, the words; seconds, changes, rulings. */
#include "app/meeting_form.h"
#include "app/meeting_words.h"

static const struct motion *floor_of(const struct app *app)
{
	return meeting_floor(desk_meeting(app));
}

const char *can_move(const struct app *app)
{
	const char *reason = can_record(app);
	if (reason)
		return reason;
	return meeting_open_vote(desk_meeting(app)) ? _("a vote is being taken") : NULL;
}

const char *can_floor(const struct app *app)
{
	const char *reason = can_move(app);
	if (reason)
		return reason;
	return floor_of(app) ? NULL : _("no motion is pending");
}

const char *can_second(const struct app *app)
{
	const char *reason = can_floor(app);
	if (reason)
		return reason;
	return floor_of(app)->state == MOTION_MADE ? NULL : _("the pending motion needs no second");
}

/* --- kinds: those in order first, then the others with the reason --- */

static const struct motion_kind *kind_of(const struct app *app)
{
	return app->desk.draft.word ? procedure_kind(desk_meeting(app)->procedure, app->desk.draft.word) : NULL;
}

static void add_kinds(struct app *app, bool in_order)
{
	const struct meeting *meeting = desk_meeting(app);
	for (guint i = 0; i < meeting->procedure->kinds->len; i++) {
		const struct motion_kind *kind = meeting->procedure->kinds->pdata[i];
		const char *label = labels_get(&kind->label, app->scene.lang);
		g_autofree char *why = meeting_why_not(meeting, kind, 0);
		if (!why == in_order && menu_matches(app, label))
			menu_add(app, i, 0, "", label, why)->disabled = why != NULL;
	}
}

static void kinds_fill(struct app *app)
{
	add_kinds(app, true);
	add_kinds(app, false);
}

static void kinds_take(struct app *app, int value)
{
	const struct motion_kind *kind = desk_meeting(app)->procedure->kinds->pdata[value];
	form_set(&app->desk.draft, SLOT_WORD, kind->id);
	g_free(app->desk.subject);
	app->desk.subject = g_strdup(labels_get(&kind->label, app->scene.lang));
}

static char *kinds_note(struct app *app, int value)
{
	const struct motion_kind *kind = desk_meeting(app)->procedure->kinds->pdata[value];
	const char *threshold = kind->threshold ? labels_get(&kind->threshold->label, app->scene.lang) : _("the chair rules");
	bool second = kind->second && desk_meeting(app)->procedure->rules.second;
	return g_strdup_printf("%s; %s; %s; %s", threshold, second ? _("needs a second") : _("no second"),
		kind->debatable ? _("debatable") : _("not debatable"), kind->amendable ? _("amendable") : _("not amendable"));
}

/* --- what it is about --- */

static bool brings_back(const struct app *app)
{
	const struct motion_kind *kind = kind_of(app);
	return kind && kind->class == MOTION_CLASS_RETURN;
}

static void targets_fill(struct app *app)
{
	const struct meeting *meeting = desk_meeting(app);
	for (guint i = meeting->motions->len; i-- > 0;) {
		const struct motion *motion = meeting->motions->pdata[i];
		g_autofree char *why = meeting_why_not(meeting, kind_of(app), motion->number), *name = motion_name(meeting, motion);
		if (!why)
			menu_add(app, motion->number, 0, name, *motion->text ? motion->text : labels_get(&motion->kind->label, app->scene.lang), "");
	}
}

static void targets_take(struct app *app, int value)
{
	app->desk.draft.number = value;
}

static bool needs_words(const struct app *app)
{
	const struct motion_kind *kind = kind_of(app);
	return kind && (kind->class == MOTION_CLASS_MAIN ? kind->effect == EFFECT_NONE : kind->effect == EFFECT_AMEND);
}

static bool may_have_words(const struct app *app)
{
	return !needs_words(app);
}

static bool amends(const struct app *app)
{
	const struct motion_kind *kind = kind_of(app);
	return kind && kind->effect == EFFECT_AMEND;
}

static char *words_now(const struct app *app)
{
	return floor_of(app) ? g_strdup(floor_of(app)->text) : NULL;
}

/* A wording that is left as it was says nothing. */
static void number_motion(const struct app *app, struct meeting_event *event)
{
	const struct meeting *meeting = desk_meeting(app);
	event->motion = meeting->motions->len + 1;
	event->item = meeting->item;
	if (event->note && floor_of(app) && g_strcmp0(event->note, floor_of(app)->text) == 0)
		form_set(event, SLOT_NOTE, NULL);
}

void run_move(struct app *app)
{
	static const struct form form = { .kind = MEETING_MOVED, .steps = {
		PICK(WORD, N_("Motion"), .search = true, .fill = kinds_fill, .take = kinds_take, .note = kinds_note),
		PICK(NUMBER, N_("%s: which motion?"), .wanted = brings_back, .fill = targets_fill, .take = targets_take),
		PICK(SEAT, N_("%s: who moves it?"), .fill = members_fill, .take = members_take),
		LINE(TEXT, N_("%s: the words"), .required = true, .wanted = needs_words),
		LINE(TEXT, N_("%s: words (may be empty)"), .wanted = may_have_words),
		LINE(NOTE, N_("how the motion then reads"), .wanted = amends, .before = words_now),
	}, .complete = number_motion };
	form_ask(app, &form, NULL);
}

/* --- what happens to it --- */

static void begin_floor(struct app *app, const struct form *form)
{
	form_begin(app, form, words_of_motion(desk_meeting(app), floor_of(app)))->motion = floor_of(app)->number;
}

static void ask_floor(struct app *app, const struct form *form)
{
	begin_floor(app, form);
	form_go(app);
}

void run_motion_fell(struct app *app)
{
	static const struct form form = { .kind = MEETING_FELL, .steps = {
		QUESTION(N_("%s falls for want of a second?")),
	} };
	ask_floor(app, &form);
}

enum { NOBODY = 1000 };

static void seconders_fill(struct app *app)
{
	members_fill(app);
	menu_add(app, NOBODY, '0', "0", _("nobody: the motion falls for want of a second"), "");
}

static void seconders_take(struct app *app, int value)
{
	if (value == NOBODY)
		app->desk.draft.kind = MEETING_FELL;
	else
		members_take(app, value);
}

void run_second(struct app *app)
{
	static const struct form form = { .kind = MEETING_SECONDED, .steps = {
		PICK(SEAT, N_("Who seconds %s?"), .fill = seconders_fill, .take = seconders_take),
	} };
	ask_floor(app, &form);
}

void run_motion_restate(struct app *app)
{
	static const struct form form = { .kind = MEETING_RESTATED, .steps = {
		LINE(TEXT, N_("%s now reads"), .required = true, .before = words_now),
	} };
	ask_floor(app, &form);
}

void run_motion_withdraw(struct app *app)
{
	static const struct form form = { .kind = MEETING_WITHDRAWN, .steps = {
		LINE(TEXT, N_("%s is withdrawn; by whose leave (may be empty)")),
	} };
	ask_floor(app, &form);
}

void run_motion_rule(struct app *app)
{
	static const struct form_word rulings[] = { { "well_taken", 'w', N_("well taken") }, { "not_well_taken", 'n', N_("not well taken") },
		{ "out_of_order", 'o', N_("out of order") }, { NULL, 0, NULL } };
	static const struct form form = { .kind = MEETING_RULED, .steps = {
		PICK(WORD, N_("The chair rules %s"), .words = rulings),
		LINE(TEXT, N_("the chair's reason (may be empty)")),
	} };
	ask_floor(app, &form);
}

const char *can_debate(const struct app *app)
{
	const char *reason = can_floor(app);
	if (reason)
		return reason;
	return motion_debatable(desk_meeting(app), floor_of(app)) ? NULL : _("the pending motion cannot be debated now");
}

void run_debate(struct app *app)
{
	static const struct form form = { .kind = MEETING_DEBATE, .steps = {
		PICK(SEAT, N_("Who speaks on %s?"), .fill = members_fill, .take = members_take),
	} };
	ask_floor(app, &form);
}
