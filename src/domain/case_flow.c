#include "domain/case_flow.h"

#include <string.h>
#include "base/i18n.h"
#include "base/text.h"

const char *const case_requirement_words[] = {
#define X(id, word, missing) [REQUIRE_##id] = word,
	CASE_REQUIREMENT_LIST(X)
#undef X
	NULL
};

static const char *const missing_words[] = {
#define X(id, word, missing) [REQUIRE_##id] = missing,
	CASE_REQUIREMENT_LIST(X)
#undef X
};

struct clock_facts case_clock_facts(const struct case_view *view)
{
	return (struct clock_facts) { .received = view->record->received, .occurred = view->record->occurred, .events = view->events,
		.open = view->record->open, .closed = view->record->closed, .workflow = view->workflow, .board = view->board };
}

/* --- what the events say --- */

/* The last event of a kind, with this stage where one is given. */
static const struct case_event *last_of(const struct case_view *view, enum case_event_kind kind, const char *stage)
{
	for (guint i = view->events->len; i-- > 0;) {
		const struct case_event *event = view->events->pdata[i];
		if (case_event_kind(event) == kind && (!stage || g_strcmp0(event->stage, stage) == 0))
			return event;
	}
	return NULL;
}

const char *case_assigned(const struct case_view *view)
{
	const struct case_event *event = last_of(view, ACT_ASSIGNED, NULL);
	return event && event->value && *event->value ? event->value : NULL;
}

static bool seat_logs_in(const struct body *body, const char *id, const char *login)
{
	const struct seat *seat = body_seat(body, id);
	return seat && seat->login && !strcmp(seat->login, login);
}

bool case_is_of(const struct case_view *view, const char *login)
{
	const char *assigned = case_assigned(view);
	if (!assigned || !login || !view->body)
		return assigned && login && !strcmp(assigned, login);
	const struct panel *panel = body_panel(view->body, assigned);
	bool is = !strcmp(assigned, login) || seat_logs_in(view->body, assigned, login);
	for (char **seat = panel ? panel->seats : NULL; seat && *seat; seat++)
		is |= seat_logs_in(view->body, *seat, login);
	return is;
}

char *case_assigned_words(const struct case_view *view, const char *lang)
{
	const char *assigned = case_assigned(view);
	const struct panel *panel = assigned ? body_panel(view->body, assigned) : NULL;
	const struct seat *seat = assigned && view->body ? body_seat(view->body, assigned) : NULL;
	if (seat)
		return g_strdup_printf("%s: %s", labels_get(&seat->title, lang), seat->holder ? seat->holder : _("vacant"));
	if (!panel)
		return g_strdup(assigned);
	GString *words = g_string_new(labels_get(&panel->label, lang));
	for (char **id = panel->seats; *id; id++) {
		const struct seat *of = body_seat(view->body, *id);
		g_string_append_printf(words, "%s%s", id == panel->seats ? ": " : ", ", of && of->holder ? of->holder : *id);
	}
	return g_string_free(words, FALSE);
}

instant_t case_entered(const struct case_view *view)
{
	for (guint i = view->events->len; i-- > 0;) {
		const struct case_event *event = view->events->pdata[i];
		if (event->to)
			return event->when;
	}
	return INSTANT_LEAST;
}

bool case_consents(const struct case_view *view, enum case_side side)
{
	for (guint i = view->events->len; i-- > 0;) {
		const struct case_event *event = view->events->pdata[i];
		enum case_event_kind kind = case_event_kind(event);
		if ((kind == ACT_CONSENT || kind == ACT_CONSENT_WITHDRAWN) && case_side_find(event->stage) == side)
			return kind == ACT_CONSENT;
	}
	return false;
}

static const struct term *finding_term(const struct board *board, const struct body *body, const char *word)
{
	return vocabulary_find(board_words(board, body, "finding"), word);
}

bool case_same_finding(const struct board *board, const struct body *body, const char *a, const char *b)
{
	const struct term *one = finding_term(board, body, a), *other = finding_term(board, body, b);
	return one || other ? one == other : g_strcmp0(a, b) == 0;
}

bool case_is_found(const struct board *board, const struct body *body, const char *word)
{
	const struct term *term = word ? finding_term(board, body, word) : NULL;
	return word && !(term && (term->flags & TERM_PENDING));
}

bool case_findings_differ(const struct board *board, const struct body *body, const char *a, const char *b)
{
	return case_is_found(board, body, a) && case_is_found(board, body, b) && !case_same_finding(board, body, a, b);
}

bool case_chief_disagrees(const struct case_view *view, const struct allegation_record *allegation)
{
	return case_findings_differ(view->board, view->body, allegation->finding[STAGE_BOARD], allegation->finding[STAGE_CHIEF]);
}

bool case_is_answered(const struct case_view *view)
{
	for (guint i = view->events->len; i-- > 0;) {
		const struct case_event *event = view->events->pdata[i];
		enum case_event_kind kind = case_event_kind(event);
		if (kind == ACT_ANSWER)
			return true;
		if (kind == ACT_FINDING && !g_strcmp0(event->stage, stage_name(STAGE_CHIEF)))
			return event->why && *event->why;
	}
	return false;
}

/* --- what a move requires --- */

static bool all_found(const struct case_view *view, enum stage stage)
{
	for (guint i = 0; i < view->allegations->len; i++)
		if (!case_is_found(view->board, view->body, ((const struct allegation_record *) view->allegations->pdata[i])->finding[stage]))
			return false;
	return view->allegations->len > 0;
}

static bool both_satisfied(const struct case_view *view)
{
	return last_of(view, ACT_SATISFACTION, case_side_name(SIDE_COMPLAINANT)) && last_of(view, ACT_SATISFACTION, case_side_name(SIDE_OFFICER));
}

static bool documented(const struct case_view *view)
{
	const struct case_event *document = last_of(view, ACT_DOCUMENT, NULL);
	return document && document->when >= case_entered(view);
}

static bool is_there(const struct case_view *view, enum case_requirement requirement, const char *why)
{
	const struct case_record *record = view->record;
	switch (requirement) {
	case REQUIRE_DOCUMENT: return documented(view);
	case REQUIRE_REASON: return !text_is_blank(why);
	case REQUIRE_CONSENTS: return case_consents(view, SIDE_COMPLAINANT) && case_consents(view, SIDE_OFFICER);
	case REQUIRE_AGREEMENT: return last_of(view, ACT_AGREEMENT, NULL) != NULL;
	case REQUIRE_FOLLOW_UP: return last_of(view, ACT_FOLLOW_UP, NULL) != NULL;
	case REQUIRE_SATISFACTION: return both_satisfied(view);
	case REQUIRE_ASSIGNED: return case_assigned(view) != NULL;
	case REQUIRE_ANSWER: return case_is_answered(view);
	case REQUIRE_FINDINGS_INVESTIGATOR: return all_found(view, STAGE_INVESTIGATOR);
	case REQUIRE_FINDINGS_BOARD: return all_found(view, STAGE_BOARD);
	case REQUIRE_FINDINGS_CHIEF: return all_found(view, STAGE_CHIEF);
	case REQUIRE_FINDINGS_FINAL: return all_found(view, STAGE_FINAL);
	case REQUIRE_SUMMARY: return record->summary && *record->summary;
	case REQUIRE_DISTRICT: return record->district != NULL;
	case REQUIRE_CLASS: return record->class != NULL;
	case REQUIRE_OCCURRED: return record->occurred != DAY_UNKNOWN;
	case REQUIRE_RECEIVED: return record->received != DAY_UNKNOWN;
	case CASE_REQUIREMENTS: break;
	}
	return true;
}

GPtrArray *case_moves(const struct case_view *view)
{
	const struct state *state = workflow_state(view->workflow, view->record->state);
	GPtrArray *moves = g_ptr_array_new();
	for (guint i = 0; state && i < view->workflow->moves->len; i++) {
		struct move *move = view->workflow->moves->pdata[i];
		bool any = !strcmp(move->from, "*") && !state->terminal;
		if ((any || !strcmp(move->from, state->id)) && strcmp(move->to, state->id) != 0)
			g_ptr_array_add(moves, move);
	}
	return moves;
}

static bool may_move(const struct case_view *view, const struct move *move, const char *login)
{
	for (char **duty = move->by; *duty; duty++) {
		if (!strcmp(*duty, "assigned") ? case_is_of(view, login) : board_has_duty(view->board, login, *duty))
			return true;
	}
	return !move->by[0];
}

static char *who_may(const struct case_view *view, const struct move *move)
{
	GString *words = g_string_new(NULL);
	for (char **id = move->by; *id; id++) {
		const struct duty *duty = board_duty(view->board, *id);
		const char *label = duty ? labels_get(&duty->label, NULL) : !strcmp(*id, "assigned") ? _("who has the case") : *id;
		g_string_append_printf(words, "%s%s", words->len ? ", " : "", label);
	}
	return g_string_free(words, FALSE);
}

static bool class_fits(const struct case_view *view, const struct move *move)
{
	const struct vocabulary *classes = board_words(view->board, view->body, "class");
	const struct term *class = view->record->class ? vocabulary_find(classes, view->record->class) : NULL;
	return !move->classes[0] || (class && g_strv_contains((const char *const *) move->classes, class->id));
}

static bool has_carried(const struct case_view *view, const char *kind)
{
	for (guint i = 0; view->votes && i < view->votes->len; i++) {
		const struct case_vote *vote = view->votes->pdata[i];
		if (vote->carried && !g_strcmp0(vote->kind, kind) && vote->at >= case_entered(view))
			return true;
	}
	return false;
}

static const char *motion_words(const struct case_view *view, const char *kind)
{
	const struct procedure *procedure = board_procedure(view->board, view->body);
	const struct motion_kind *motion = procedure ? procedure_kind(procedure, kind) : NULL;
	return motion ? labels_get(&motion->label, NULL) : kind;
}

static void miss(GString *missing, char *words)
{
	g_string_append_printf(missing, "%s%s", missing->len ? "; " : "", words);
	g_free(words);
}

/* Findings are lacking of those who find, as the board file calls them. */
static char *requirement_words(const struct case_view *view, enum case_requirement requirement)
{
	static const enum stage stages[] = { [REQUIRE_FINDINGS_INVESTIGATOR] = STAGE_INVESTIGATOR, [REQUIRE_FINDINGS_BOARD] = STAGE_BOARD,
		[REQUIRE_FINDINGS_CHIEF] = STAGE_CHIEF, [REQUIRE_FINDINGS_FINAL] = STAGE_FINAL };
	bool finding = requirement >= REQUIRE_FINDINGS_INVESTIGATOR && requirement <= REQUIRE_FINDINGS_FINAL;
	const char *own = finding ? board_stage(view->board, stages[requirement], NULL) : NULL;
	return own ? g_strdup_printf(_("a finding on each allegation (%s)"), own) : g_strdup(_(missing_words[requirement]));
}

char *case_move_missing(const struct case_view *view, const struct move *move, const char *login, const char *why)
{
	GString *missing = g_string_new(NULL);
	if (!may_move(view, move, login)) {
		g_autofree char *who = who_may(view, move);
		miss(missing, g_strdup_printf(_("only %s may do this, not %s"), who, login ? login : "?"));
	}
	if (move->vote && !has_carried(view, move->vote))
		miss(missing, g_strdup_printf(_("no motion to %s has carried on this case since it came here"), motion_words(view, move->vote)));
	if (!class_fits(view, move))
		miss(missing, g_strdup(_("cases of this class may not go this way")));
	for (int i = 0; i < CASE_REQUIREMENTS; i++)
		if (g_strv_contains((const char *const *) move->requires, case_requirement_words[i]) && !is_there(view, i, why)) {
			g_autofree char *words = requirement_words(view, i);
			miss(missing, g_strdup_printf(_("needs %s"), words));
		}
	if (missing->len)
		return g_string_free(missing, FALSE);
	g_string_free(missing, TRUE);
	return NULL;
}
