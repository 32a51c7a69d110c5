/*
 * What is done to the selected case: moved, found, assigned, noted, its clocks stopped. What an act still needs is asked one question
 * after the other (domain/case_event.h says what each kind needs), and then done by action/case_action.
 */
#include "app/app_private.h"

#include <string.h>
#include "action/case_action.h"
#include "base/text.h"
#include "domain/training.h"
#include "store/member_store.h"

void case_draft_clear(struct case_draft *draft)
{
	case_file_free(draft->file);
	g_free(draft->to);
	g_free(draft->stage);
	g_free(draft->value);
	g_free(draft->clock);
	g_free(draft->why);
	*draft = (struct case_draft) { 0 };
}

static const char *login(void)
{
	return g_get_user_name();
}

const char *can_case_act(const struct app *app)
{
	const char *why = can_case(app);
	if (why)
		return why;
	if (app->terminal && store_read_only(app->store))
		return _("this database may only be read here");
	return NULL;
}

static void do_it(struct app *app)
{
	struct case_draft *draft = &app->draft;
	struct case_act act = { .kind = draft->kind, .to = draft->to, .allegation = draft->allegation, .stage = draft->stage, .value = draft->value,
		.clock = draft->clock, .day = draft->day, .why = draft->why };
	GError *error = NULL;
	if (!case_do(app->store, app->board, draft->file->record.id, &act, login(), app->scene.now, &error)) {
		app_refuse(app, error);
	} else {
		const struct state *state = workflow_state(draft->file->view.workflow, draft->to);
		app_say(app, _("%s: %s recorded; u takes it back"), draft->file->record.number, state ? labels_get(&state->label, app->scene.lang)
			: case_event_title(draft->kind));
		session_stale(&app->session);
	}
	case_draft_clear(draft);
}

static void ask_next(struct app *app);
static void value_taken(struct app *app, const char *text);

/* --- the menus --- */

static void moves_fill_some(struct app *app, bool in_order)
{
	const struct case_view *view = &app->draft.file->view;
	g_autoptr(GPtrArray) moves = case_moves(view);
	for (guint i = 0; i < moves->len; i++) {
		const struct move *move = moves->pdata[i];
		const struct state *state = workflow_state(view->workflow, move->to);
		const char *label = state ? labels_get(&state->label, app->scene.lang) : move->to;
		/* The reason is asked for afterwards. */
		g_autofree char *why = case_move_missing(view, move, login(), "?");
		if (!why == in_order && menu_matches(app, label))
			menu_add(app, (int) i, 0, "", label, why)->disabled = why != NULL;
	}
}

/* What is asked, and of which case. */
static void title(struct app *app, const char *what)
{
	g_free(app->menu.view.title);
	app->menu.view.title = g_strdup_printf(_("Case %s: %s"), app->draft.file->record.number, what);
}

static void moves_fill(struct app *app)
{
	title(app, _("where does it go?"));
	moves_fill_some(app, true);
	moves_fill_some(app, false);
}

static const struct move *move_at(const struct app *app, int value)
{
	g_autoptr(GPtrArray) moves = case_moves(&app->draft.file->view);
	return value >= 0 && (guint) value < moves->len ? moves->pdata[value] : NULL;
}

static char *moves_note(struct app *app, int value)
{
	const struct move *move = move_at(app, value);
	const struct state *state = move ? workflow_state(app->draft.file->view.workflow, move->to) : NULL;
	return state ? g_strdup(labels_get(&state->explain, app->scene.lang)) : NULL;
}

static void moves_choose(struct app *app, int value)
{
	const struct move *move = move_at(app, value);
	if (!move)
		return;
	app->draft.to = g_strdup(move->to);
	app->draft.reason = g_strv_contains((const char *const *) move->requires, case_requirement_words[REQUIRE_REASON]);
	ask_next(app);
}

static void allegations_fill(struct app *app)
{
	title(app, _("which allegation?"));
	const struct case_file *file = app->draft.file;
	for (guint i = 0; i < file->allegations->len; i++) {
		const struct allegation_record *allegation = file->allegations->pdata[i];
		g_autofree char *number = g_strdup_printf("%u", i + 1);
		menu_add(app, (int) i + 1, i < 9 ? '1' + i : 0, number, board_label(app->board, file->view.body, "class", allegation->class, app->scene.lang),
			allegation->detail ? allegation->detail : "");
	}
}

static void allegations_choose(struct app *app, int value)
{
	app->draft.allegation = (unsigned) value;
	ask_next(app);
}

/* Of a finding its stage, of a consent its side. */
static bool has_sides(const struct case_draft *draft)
{
	return case_event_needs(draft->kind) & CASE_NEEDS_SIDE;
}

static const char *stage_label(const struct app *app, enum stage stage)
{
	const char *own = board_stage(app->board, stage, app->scene.lang);
	return own ? own : stage_title(stage);
}

static void stages_fill(struct app *app)
{
	static const char keys[STAGES] = { [STAGE_INVESTIGATOR] = 'i', [STAGE_BOARD] = 'b', [STAGE_CHIEF] = 'c', [STAGE_FINAL] = 'f' };
	title(app, has_sides(&app->draft) ? _("which side?") : _("whose finding?"));
	if (has_sides(&app->draft)) {
		menu_add(app, SIDE_COMPLAINANT, 'c', "c", _("complainant"), "");
		menu_add(app, SIDE_OFFICER, 'o', "o", _("officer"), "");
		return;
	}
	for (int i = 0; i < STAGES; i++) {
		char key[2] = { keys[i], 0 };
		menu_add(app, i, keys[i], key, stage_label(app, i), "");
	}
}

static void stages_choose(struct app *app, int value)
{
	app->draft.stage = g_strdup(has_sides(&app->draft) ? case_side_name(value) : stage_name(value));
	ask_next(app);
}

static const struct vocabulary *findings_of(const struct app *app)
{
	return board_words(app->board, app->draft.file->view.body, "finding");
}

static void findings_fill(struct app *app)
{
	const struct vocabulary *words = findings_of(app);
	title(app, _("what was found?"));
	for (guint i = 0; words && i < words->terms->len; i++) {
		const char *label = labels_get(&((const struct term *) words->terms->pdata[i])->label, app->scene.lang);
		if (menu_matches(app, label))
			menu_add(app, (int) i, 0, "", label, "");
	}
}

static char *findings_note(struct app *app, int value)
{
	const struct vocabulary *words = findings_of(app);
	return value >= 0 && (guint) value < words->terms->len ? g_strdup(labels_get(&((const struct term *) words->terms->pdata[value])->explain, app->scene.lang)) : NULL;
}

static void findings_choose(struct app *app, int value)
{
	app->draft.value = g_strdup(((const struct term *) findings_of(app)->terms->pdata[value])->id);
	ask_next(app);
}

/* The clocks of the case one by one, each run up to now. */
static void each_clock(struct app *app, void (*show)(struct app *app, int at, const struct clock_run *run))
{
	const struct case_view *view = &app->draft.file->view;
	struct clock_facts facts = case_clock_facts(view);
	for (guint i = 0; view->workflow && i < view->workflow->clocks->len; i++) {
		struct clock_run run;
		clock_run_init(&run, view->workflow->clocks->pdata[i], &facts, app->scene.now);
		show(app, (int) i, &run);
		clock_run_clear(&run);
	}
}

static void clock_choice(struct app *app, int at, const struct clock_run *run)
{
	g_autofree char *words = clock_words(run, app->board, app->scene.now);
	bool on = run->status == CLOCK_RUNNING || run->status == CLOCK_PAUSED;
	menu_add(app, at, 0, "", labels_get(&run->rule->label, app->scene.lang), words)->disabled = !on;
}

static void clocks_fill(struct app *app)
{
	title(app, _("which clock?"));
	each_clock(app, clock_choice);
}

static void clocks_choose(struct app *app, int value)
{
	const struct clock_rule *rule = app->draft.file->view.workflow->clocks->pdata[value];
	app->draft.clock = g_strdup(rule->id);
	ask_next(app);
}

/* --- who has it --- */

enum { ASSIGN_NOBODY = -2, ASSIGN_WORDS = -3, ASSIGN_PANELS = 1000 };

static void assign_panels(struct app *app, const struct body *body)
{
	for (guint i = 0; i < body->panels->len; i++) {
		const struct panel *panel = body->panels->pdata[i];
		g_autofree char *seats = g_strjoinv(", ", panel->seats), *of = g_strdup_printf(_("seats %s"), seats);
		menu_add(app, ASSIGN_PANELS + (int) i, 0, panel->id, labels_get(&panel->label, app->scene.lang), of);
	}
}

static void assign_fill(struct app *app)
{
	title(app, _("who has it now?"));
	const struct body *body = app->draft.file->view.body;
	g_autoptr(GPtrArray) trainings = body ? member_store_trainings(app->store, body->id, NULL) : NULL;
	if (body)
		assign_panels(app, body);
	for (guint i = 0; body && i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		g_autofree char *why = NULL;
		bool may = member_may_be_assigned(app->board, body, seat, trainings, app->scene.today, &why);
		if (seat->holder && (seat->flags & SEAT_VOTING))
			menu_add(app, (int) i, 0, seat->id, seat->holder, why)->disabled = !may;
	}
	menu_add(app, ASSIGN_WORDS, 'w', "w", _("somebody else, in words"), "");
	menu_add(app, ASSIGN_NOBODY, 'n', "n", _("nobody"), "");
}


static void assign_choose(struct app *app, int value)
{
	const struct body *body = app->draft.file->view.body;
	if (value == ASSIGN_WORDS) {
		prompt_ask(app, g_strdup(_("who has it now")), "", true, value_taken);
		return;
	}
	app->draft.value = g_strdup(value == ASSIGN_NOBODY ? "" : value >= ASSIGN_PANELS ? ((const struct panel *) body->panels->pdata[value - ASSIGN_PANELS])->id
		: ((const struct seat *) body->seats->pdata[value])->id);
	ask_next(app);
}

/* --- words --- */

static void value_taken(struct app *app, const char *text)
{
	app->draft.value = g_strdup(text);
	ask_next(app);
}

static void day_taken(struct app *app, const char *text)
{
	app->draft.day = day_parse_iso(text);
	if (app->draft.day == DAY_UNKNOWN)
		prompt_refuse(app, g_strdup(_("write the day as 2025-01-31")));
	else
		ask_next(app);
}

static void why_taken(struct app *app, const char *text)
{
	app->draft.why = g_strdup(text);
	ask_next(app);
}

static const char *value_label(enum case_event_kind kind)
{
	switch (kind) {
	case ACT_DOCUMENT: return _("path or address of the document");
	case ACT_SATISFACTION: return _("how satisfied, 1 (not at all) to 5 (fully)");
	default: return case_event_title(kind);
	}
}

static const char *why_label(const struct case_draft *draft)
{
	bool chief = draft->kind == ACT_FINDING && !g_strcmp0(draft->stage, stage_name(STAGE_CHIEF));
	if (chief)
		return _("the reason in writing (empty: it is still owed)");
	return case_event_needs(draft->kind) & CASE_NEEDS_WHY ? case_event_title(draft->kind) : draft->reason ? _("why (required)") : _("why (may be empty)");
}

/* The next thing that is not known yet; when all is, it is done. */
static void ask_next(struct app *app)
{
	struct case_draft *draft = &app->draft;
	unsigned needs = case_event_needs(draft->kind);
	bool finding = draft->kind == ACT_FINDING, must = draft->reason || (needs & CASE_NEEDS_WHY);
	if ((needs & CASE_NEEDS_STATE) && !draft->to)
		menu_pick(app, &(struct picker) { .fill = moves_fill, .choose = moves_choose, .note = moves_note, .input = true });
	else if ((needs & CASE_NEEDS_ALLEGATION) && !draft->allegation)
		menu_pick(app, &(struct picker) { .fill = allegations_fill, .choose = allegations_choose });
	else if ((finding || (needs & CASE_NEEDS_SIDE)) && !draft->stage)
		menu_pick(app, &(struct picker) { .fill = stages_fill, .choose = stages_choose });
	else if ((needs & CASE_NEEDS_CLOCK) && !draft->clock)
		menu_pick(app, &(struct picker) { .fill = clocks_fill, .choose = clocks_choose });
	else if (finding && findings_of(app) && !draft->value)
		menu_pick(app, &(struct picker) { .fill = findings_fill, .choose = findings_choose, .note = findings_note, .input = true });
	else if (draft->kind == ACT_ASSIGNED && !draft->value)
		menu_pick(app, &(struct picker) { .fill = assign_fill, .choose = assign_choose });
	else if ((needs & CASE_NEEDS_VALUE) && !draft->value)
		prompt_ask(app, g_strdup(value_label(draft->kind)), "", true, value_taken);
	else if ((needs & CASE_NEEDS_DAY) && (draft->day == 0 || draft->day == DAY_UNKNOWN))
		prompt_ask(app, g_strdup(_("which day (2025-01-31)")), "", true, day_taken);
	else if (!draft->why)
		prompt_ask(app, g_strdup(why_label(draft)), "", must, why_taken);
	else
		do_it(app);
}

/* --- commands --- */

/* The case as it is now; what meetings decided on it is read for moves only. */
static bool begin(struct app *app, bool with_votes)
{
	GError *error = NULL;
	case_draft_clear(&app->draft);
	app->draft.file = case_file_load(app->store, app->board, current_case(app), with_votes, &error);
	if (!app->draft.file)
		app_fail(app, error);
	return app->draft.file != NULL;
}

static void begin_kind(struct app *app, enum case_event_kind kind)
{
	if (!begin(app, kind == ACT_STATE))
		return;
	app->draft.kind = kind;
	ask_next(app);
}

void run_case_move(struct app *app)
{
	begin_kind(app, ACT_STATE);
}

void run_case_note(struct app *app)
{
	begin_kind(app, ACT_NOTE);
}

static void acts_fill(struct app *app)
{
	title(app, _("what is to be recorded?"));
	for (int kind = 0; kind < CASE_ACTS; kind++) {
		bool shown = !(case_event_needs(kind) & CASE_BY_PROGRAM) && kind != ACT_STATE && kind != ACT_NOTE && kind != ACT_UNDONE;
		if (shown && menu_matches(app, case_event_title(kind)))
			menu_add(app, kind, 0, "", case_event_title(kind), "");
	}
}

static void acts_choose(struct app *app, int value)
{
	app->draft.kind = value;
	ask_next(app);
}

void run_case_act(struct app *app)
{
	if (begin(app, false))
		menu_pick(app, &(struct picker) { .fill = acts_fill, .choose = acts_choose, .input = true });
}

static void undo_taken(struct app *app, const char *text)
{
	g_autofree char *what = NULL;
	GError *error = NULL;
	id_t64 id = app->draft.file->record.id, seen = case_events_undoable(app->draft.file->events)->id;
	if (!case_undo(app->store, app->board, id, seen, text, login(), app->scene.now, &what, &error))
		app_refuse(app, error);
	else
		app_say(app, _("taken back: %s"), what);
	session_stale(&app->session);
	case_draft_clear(&app->draft);
}

void run_case_undo(struct app *app)
{
	if (!begin(app, false))
		return;
	const struct case_file *file = app->draft.file;
	const struct case_event *last = case_events_undoable(file->events);
	g_autofree char *words = last ? case_event_words(last, file->allegations, app->board, file->view.body, app->scene.lang) : NULL;
	if (!words)
		app_say(app, _("nothing a person did to this case can be taken back"));
	else
		prompt_ask(app, g_strdup_printf(_("take back \"%s\": why (Esc leaves it)"), words), "", true, undo_taken);
}

/* --- the ledgers --- */

static void ledger_lines(struct app *app, int at, const struct clock_run *run)
{
	(void) at;
	g_autofree char *left = clock_words(run, app->board, app->scene.now), *length = clock_length_words(run->rule);
	g_autofree char *title = g_strdup_printf("%s: %s; %s", labels_get(&run->rule->label, app->scene.lang), length, left);
	menu_heading(app, title);
	for (guint l = 0; l < run->lines->len; l++) {
		const struct clock_line *line = &g_array_index(run->lines, struct clock_line, l);
		g_autofree char *words = clock_line_words(line, app->draft.file->view.workflow, app->scene.lang), *when = instant_words(line->at, app->board->zone);
		menu_add(app, 0, 0, "", words, when);
	}
}

static void ledger_fill(struct app *app)
{
	title(app, _("clocks"));
	app->menu.view.foot = g_strdup(_("Enter or Esc leaves"));
	each_clock(app, ledger_lines);
}

static void ledger_choose(struct app *app, int value)
{
	(void) app, (void) value;
}

void run_case_clocks(struct app *app)
{
	if (begin(app, false))
		menu_pick(app, &(struct picker) { .fill = ledger_fill, .choose = ledger_choose });
}
