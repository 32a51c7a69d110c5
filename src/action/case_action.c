#include "action/case_action.h"

#include <stdlib.h>
#include <string.h>
#include "action/case_clocks.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/training.h"
#include "store/member_store.h"

/* An act under way. */
struct doing {
	struct store *store;
	struct case_file *file;
	const struct case_act *act;
	const char *who;
	instant_t now;
	struct case_event event;      /* what will be recorded; borrows everything */
};

static bool refuse(const struct doing *doing, GError **error, const char *why)
{
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("case %s: %s"), doing->file->record.number, why);
	return false;
}

/* --- what each kind needs --- */

static bool has_needs(const struct doing *doing, GError **error)
{
	const struct case_act *act = doing->act;
	unsigned needs = case_event_needs(act->kind);
	if ((needs & CASE_NEEDS_WHY) && text_is_blank(act->why))
		return refuse(doing, error, _("say why: words are needed for this"));
	if ((needs & CASE_NEEDS_VALUE) && act->kind != ACT_ASSIGNED && !(act->value && *act->value))
		return refuse(doing, error, _("say what: a value is needed for this"));
	if ((needs & CASE_NEEDS_SIDE) && case_side_find(act->stage) == CASE_SIDES)
		return refuse(doing, error, _("name the side: complainant or officer"));
	if ((needs & CASE_NEEDS_DAY) && (act->day == 0 || act->day == DAY_UNKNOWN))
		return refuse(doing, error, _("name a day, such as 2025-01-31"));
	if (needs & CASE_BY_PROGRAM)
		return refuse(doing, error, _("this is recorded by imports only"));
	return true;
}

/* --- moves --- */

static const struct move *move_to(const struct case_view *view, const char *to)
{
	g_autoptr(GPtrArray) moves = case_moves(view);
	for (guint i = 0; i < moves->len; i++) {
		const struct move *move = moves->pdata[i];
		if (!g_strcmp0(move->to, to))
			return move;
	}
	return NULL;
}

static const char *state_label(const struct case_view *view, const char *id)
{
	const struct state *state = workflow_state(view->workflow, id);
	return state ? labels_get(&state->label, NULL) : id ? id : "?";
}

static bool refuse_move(const struct doing *doing, const char *missing, GError **error)
{
	const struct case_view *view = &doing->file->view;
	g_autofree char *why = g_strdup_printf(_("the move from \"%s\" to \"%s\" is not in order: %s"), state_label(view, view->record->state),
		state_label(view, doing->act->to), missing);
	return refuse(doing, error, why);
}

static void has_moved(struct case_record *record, const struct case_view *view, const char *to, day_t closed)
{
	const struct state *state = workflow_state(view->workflow, to);
	g_free(record->state);
	record->state = g_strdup(to);
	record->open = !(state && state->terminal);
	record->closed = record->open ? DAY_UNKNOWN : closed;
}

static bool do_move(struct doing *doing, GError **error)
{
	struct case_file *file = doing->file;
	const struct move *move = move_to(&file->view, doing->act->to);
	if (!workflow_state(file->view.workflow, doing->act->to))
		return refuse_move(doing, _("the board file has no such state"), error);
	if (!move)
		return refuse_move(doing, _("no move leads there from here"), error);
	g_autofree char *missing = case_move_missing(&file->view, move, doing->who, doing->act->why);
	if (missing)
		return refuse_move(doing, missing, error);
	doing->event.from = g_strdup(file->record.state);
	doing->event.to = g_strdup(doing->act->to);
	doing->event.day = file->record.open ? DAY_UNKNOWN : file->record.closed;      /* what a reopening takes away, for taking it back */
	has_moved(&file->record, &file->view, doing->act->to, instant_day(doing->now, file->view.board->zone));
	return case_store_update(doing->store, &file->record, error);
}

/* --- findings --- */

static bool do_finding(struct doing *doing, GError **error)
{
	const struct case_act *act = doing->act;
	struct case_file *file = doing->file;
	enum stage stage = stage_find(act->stage);
	const struct vocabulary *words = board_words(file->view.board, file->view.body, "finding");
	const struct term *term = vocabulary_find(words, act->value);
	if (act->allegation < 1 || act->allegation > file->allegations->len)
		return refuse(doing, error, _("it has no allegation of this number"));
	if (stage == STAGES)
		return refuse(doing, error, _("a finding is of the investigator, the board or the chief, or final"));
	if (words && !term)
		return refuse(doing, error, _("the board file knows no such finding; dais-board(5) says how to add one"));
	struct allegation_record *allegation = file->allegations->pdata[act->allegation - 1];
	doing->event.allegation = allegation->id;
	doing->event.stage = g_strdup(act->stage);
	doing->event.was = allegation->finding[stage];
	doing->event.value = g_strdup(term ? term->id : act->value);
	allegation->finding[stage] = g_strdup(doing->event.value);
	if (stage == STAGE_CHIEF && text_is_blank(act->why) && case_chief_disagrees(&file->view, allegation))
		doing->event.clock = g_strdup(CASE_DISAGREEMENT);
	return case_store_update_allegation(doing->store, allegation, error);
}

/* --- clocks --- */

static bool do_clock(struct doing *doing, GError **error)
{
	const struct case_act *act = doing->act;
	const struct case_view *view = &doing->file->view;
	const struct clock_rule *rule = workflow_clock(view->workflow, act->clock);
	if (!rule)
		return refuse(doing, error, _("its workflow has no such clock"));
	struct clock_facts facts = case_clock_facts(view);
	struct clock_run run;
	clock_run_init(&run, rule, &facts, doing->now);
	bool on = run.status == CLOCK_RUNNING || run.status == CLOCK_PAUSED;
	day_t due = run.due;
	enum clock_status status = run.status;
	clock_run_clear(&run);
	if (!on)
		return refuse(doing, error, _("this clock does not run"));
	if (act->kind == ACT_PAUSED && status == CLOCK_PAUSED)
		return refuse(doing, error, _("this clock stands still already"));
	if (act->kind == ACT_RESUMED && status != CLOCK_PAUSED)
		return refuse(doing, error, _("this clock does not stand still"));
	if (act->kind == ACT_EXTENDED && act->day <= due)
		return refuse(doing, error, _("this clock ends later than that already"));
	doing->event.clock = g_strdup(act->clock);
	doing->event.day = act->kind == ACT_EXTENDED ? act->day : DAY_UNKNOWN;
	return true;
}

/* --- the rest --- */

static bool do_satisfaction(struct doing *doing, GError **error)
{
	const char *value = doing->act->value;
	if (strlen(value) != 1 || *value < '1' || *value > '5')
		return refuse(doing, error, _("satisfaction is a number from 1 (not at all) to 5 (fully)"));
	doing->event.stage = g_strdup(doing->act->stage);
	doing->event.value = g_strdup(value);
	return true;
}

/* The gate "assign" of the body's rules: nobody without the training gets a case, alone or on a panel. */
static bool may_be_assigned(const struct doing *doing, const GPtrArray *trainings, const char *id, GError **error)
{
	const struct case_view *view = &doing->file->view;
	const struct seat *seat = body_seat(view->body, id);
	g_autofree char *why = NULL;
	if (member_may_be_assigned(view->board, view->body, seat, trainings, instant_day(doing->now, view->board->zone), &why))
		return true;
	return refuse(doing, error, why);
}

static bool do_assign(struct doing *doing, GError **error)
{
	const struct case_view *view = &doing->file->view;
	const char *value = doing->act->value ? doing->act->value : "";
	const struct panel *panel = body_panel(view->body, value);
	bool seat = view->body && body_seat(view->body, value);
	g_autoptr(GPtrArray) trainings = seat || panel ? member_store_trainings(doing->store, view->body->id, error) : NULL;
	if ((seat || panel) && !trainings)
		return false;
	if (seat && !may_be_assigned(doing, trainings, value, error))
		return false;
	for (char **id = panel ? panel->seats : NULL; id && *id; id++)
		if (!may_be_assigned(doing, trainings, *id, error))
			return false;
	doing->event.value = g_strdup(value);
	doing->event.was = g_strdup(case_assigned(view));
	return true;
}

static bool do_plain(struct doing *doing, GError **error)
{
	(void) error;
	const struct case_act *act = doing->act;
	unsigned needs = case_event_needs(act->kind);
	doing->event.stage = needs & CASE_NEEDS_SIDE ? g_strdup(act->stage) : NULL;
	doing->event.value = needs & CASE_NEEDS_VALUE ? g_strdup(act->value ? act->value : "") : NULL;
	doing->event.day = needs & CASE_NEEDS_DAY ? act->day : DAY_UNKNOWN;
	return true;
}

static bool do_kind(struct doing *doing, GError **error)
{
	switch (doing->act->kind) {
	case ACT_STATE: return do_move(doing, error);
	case ACT_FINDING: return do_finding(doing, error);
	case ACT_PAUSED: case ACT_RESUMED: case ACT_WAIVED: case ACT_EXTENDED: return do_clock(doing, error);
	case ACT_ASSIGNED: return do_assign(doing, error);
	case ACT_SATISFACTION: return do_satisfaction(doing, error);
	default: return do_plain(doing, error);
	}
}

/* --- one transaction --- */

static instant_t not_before_last(const struct case_file *file, instant_t now)
{
	for (guint i = 0; i < file->events->len; i++)
		now = MAX(now, ((const struct case_event *) file->events->pdata[i])->when);
	return now;
}

static bool record_event(struct doing *doing, GError **error)
{
	struct case_event *event = &doing->event;
	event->case_id = doing->file->record.id;
	event->when = doing->now;
	event->who = g_strdup(doing->who);
	event->what = g_strdup(case_event_name(doing->act->kind));
	event->why = text_is_blank(doing->act->why) ? NULL : g_strdup(doing->act->why);
	if (!case_store_add_event(doing->store, event, error))
		return false;
	/* The clocks are worked out from what is stored, not from what was meant. */
	g_autoptr(case_file_t) after = case_file_load(doing->store, doing->file->view.board, event->case_id, false, error);
	return after && case_clocks_write(doing->store, &after->view, doing->now, error);
}

static bool begin(struct doing *doing, const struct board *board, id_t64 id, GError **error)
{
	if (!store_begin(doing->store, error))
		return false;
	if (!(doing->file = case_file_load(doing->store, board, id, doing->act->kind == ACT_STATE, error)))
		return false;
	doing->now = not_before_last(doing->file, doing->now);
	return true;
}

static bool finish(struct doing *doing, bool good, GError **error)
{
	good = good && store_commit(doing->store, error);
	if (!good)
		store_rollback(doing->store);
	case_event_clear(&doing->event);
	case_file_free(doing->file);
	return good;
}

bool case_do(struct store *store, const struct board *board, id_t64 id, const struct case_act *act, const char *who, instant_t now, GError **error)
{
	struct doing doing = { .store = store, .act = act, .who = who, .now = now };
	bool good = begin(&doing, board, id, error) && has_needs(&doing, error) && do_kind(&doing, error) && record_event(&doing, error);
	return finish(&doing, good, error);
}

/* --- taking back --- */

static bool undo_move(struct doing *doing, const struct case_event *last, GError **error)
{
	struct case_file *file = doing->file;
	has_moved(&file->record, &file->view, last->from, last->day == 0 ? DAY_UNKNOWN : last->day);
	return case_store_update(doing->store, &file->record, error);
}

static bool undo_finding(struct doing *doing, const struct case_event *last, GError **error)
{
	enum stage stage = stage_find(last->stage);
	for (guint i = 0; i < doing->file->allegations->len && stage < STAGES; i++) {
		struct allegation_record *allegation = doing->file->allegations->pdata[i];
		if (allegation->id != last->allegation)
			continue;
		if (g_strcmp0(allegation->finding[stage], last->value) != 0)
			return refuse(doing, error, _("the finding was changed since by an import; it is not taken back"));
		g_free(allegation->finding[stage]);
		allegation->finding[stage] = g_strdup(last->was);
		return case_store_update_allegation(doing->store, allegation, error);
	}
	return refuse(doing, error, _("the allegation of that finding is gone"));
}

static bool may_undo(const struct doing *doing, const struct case_event *last, GError **error)
{
	if (case_event_kind(last) != ACT_STATE)
		return true;
	if (g_strcmp0(doing->file->record.state, last->to) != 0)
		return refuse(doing, error, _("it was moved since by an import; that is not taken back"));
	for (guint i = 0; i < doing->file->view.workflow->moves->len; i++) {
		const struct move *move = doing->file->view.workflow->moves->pdata[i];
		if (strcmp(move->to, last->to) != 0 || (strcmp(move->from, last->from) != 0 && strcmp(move->from, "*") != 0) || !move->by[0])
			continue;
		for (char **duty = move->by; *duty; duty++)
			if (board_has_duty(doing->file->view.board, doing->who, *duty))
				return true;
		return refuse(doing, error, _("only who may make this move may take it back"));
	}
	return true;
}

static bool undo_last(struct doing *doing, id_t64 seen, char **what, GError **error)
{
	const struct case_event *last = case_events_undoable(doing->file->events);
	const struct case_view *view = &doing->file->view;
	if (!last)
		return refuse(doing, error, _("there is nothing to take back"));
	if (seen && seen != last->id)
		return refuse(doing, error, _("something was done to it meanwhile; look, and take back again"));
	if (!may_undo(doing, last, error))
		return false;
	enum case_event_kind kind = case_event_kind(last);
	doing->event.undoes = last->id;
	doing->event.value = case_event_words(last, doing->file->allegations, view->board, view->body, NULL);
	if (what)
		*what = g_strdup(doing->event.value);
	return kind == ACT_STATE ? undo_move(doing, last, error) : kind == ACT_FINDING ? undo_finding(doing, last, error) : true;
}

bool case_undo(struct store *store, const struct board *board, id_t64 id, id_t64 seen, const char *why, const char *who, instant_t now, char **what, GError **error)
{
	struct case_act act = { .kind = ACT_UNDONE, .why = why };
	struct doing doing = { .store = store, .act = &act, .who = who, .now = now };
	bool good = begin(&doing, board, id, error) && undo_last(&doing, seen, what, error) && record_event(&doing, error);
	if (!good && what)
		g_clear_pointer(what, g_free);
	return finish(&doing, good, error);
}
