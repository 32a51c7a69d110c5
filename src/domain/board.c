#include "domain/board.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "domain/calendar.h"
#include "domain/notice.h"

void tenure_free(struct tenure *tenure)
{
	g_free(tenure->holder);
	g_free(tenure->why);
	g_free(tenure);
}

static void seat_free(struct seat *seat)
{
	g_free(seat->id);
	g_free(seat->login);
	g_free(seat->holder);
	labels_clear(&seat->title);
	g_free(seat->alternate_for);
	g_clear_pointer(&seat->former, g_ptr_array_unref);
	g_free(seat);
}

static void state_free(struct state *state)
{
	g_free(state->id);
	labels_clear(&state->label);
	labels_clear(&state->explain);
	g_free(state);
}

static void move_free(struct move *move)
{
	g_free(move->from);
	g_free(move->to);
	g_strfreev(move->by);
	g_free(move->vote);
	g_strfreev(move->requires);
	g_strfreev(move->classes);
	g_free(move);
}

struct clock_rule *clock_rule_new(void)
{
	struct clock_rule *clock = g_new0(struct clock_rule, 1);
	clock->pauses = g_new0(char *, 1);
	clock->stops = g_new0(char *, 1);
	clock->restarts = g_new0(char *, 1);
	return clock;
}

static void clock_free(struct clock_rule *clock)
{
	g_free(clock->id);
	labels_clear(&clock->label);
	g_free(clock->starts);
	g_strfreev(clock->pauses);
	g_strfreev(clock->stops);
	g_strfreev(clock->restarts);
	g_free(clock->source);
	g_free(clock);
}

static void duty_free(struct duty *duty)
{
	g_free(duty->id);
	labels_clear(&duty->label);
	labels_clear(&duty->explain);
	g_strfreev(duty->logins);
	g_free(duty);
}

static void panel_free(struct panel *panel)
{
	g_free(panel->id);
	labels_clear(&panel->label);
	g_strfreev(panel->seats);
	g_free(panel);
}

const struct panel *body_panel(const struct body *body, const char *id)
{
	for (guint i = 0; body && id && i < body->panels->len; i++) {
		const struct panel *panel = body->panels->pdata[i];
		if (!strcmp(panel->id, id))
			return panel;
	}
	return NULL;
}

static void agenda_entry_free(struct agenda_entry *entry)
{
	g_free(entry->id);
	labels_clear(&entry->title);
	g_free(entry->section);
	g_free(entry->prefix);
	g_strfreev(entry->docket);
	g_strfreev(entry->kinds);
	g_free(entry);
}

struct workflow *workflow_new(void)
{
	struct workflow *workflow = g_new0(struct workflow, 1);
	workflow->states = g_ptr_array_new_with_free_func((GDestroyNotify) state_free);
	workflow->moves = g_ptr_array_new_with_free_func((GDestroyNotify) move_free);
	workflow->clocks = g_ptr_array_new_with_free_func((GDestroyNotify) clock_free);
	return workflow;
}

static void workflow_free(struct workflow *workflow)
{
	if (!workflow)
		return;
	g_free(workflow->id);
	labels_clear(&workflow->label);
	g_ptr_array_unref(workflow->states);
	g_ptr_array_unref(workflow->moves);
	g_ptr_array_unref(workflow->clocks);
	g_free(workflow);
}

struct body *body_new(void)
{
	struct body *body = g_new0(struct body, 1);
	body->seats = g_ptr_array_new_with_free_func((GDestroyNotify) seat_free);
	body->panels = g_ptr_array_new_with_free_func((GDestroyNotify) panel_free);
	body->agenda = g_ptr_array_new_with_free_func((GDestroyNotify) agenda_entry_free);
	body->notice = g_ptr_array_new_with_free_func((GDestroyNotify) notice_rule_free);
	body->series = g_ptr_array_new_with_free_func((GDestroyNotify) meeting_series_free);
	return body;
}

void body_free(struct body *body)
{
	if (!body)
		return;
	g_free(body->id);
	labels_clear(&body->name);
	labels_clear(&body->short_name);
	g_ptr_array_unref(body->seats);
	g_ptr_array_unref(body->panels);
	g_ptr_array_unref(body->agenda);
	g_ptr_array_unref(body->notice);
	labels_clear(&body->notice_text.posted);
	labels_clear(&body->notice_text.interpreter);
	labels_clear(&body->notice_text.aids);
	labels_clear(&body->notice_text.speak);
	g_ptr_array_unref(body->series);
	vocabulary_free(body->findings);
	procedure_free(body->procedure);
	g_free(body);
}

const struct agenda_entry *body_entry(const struct body *body, const char *id)
{
	for (guint i = 0; id && i < body->agenda->len; i++) {
		const struct agenda_entry *entry = body->agenda->pdata[i];
		if (!g_strcmp0(entry->id, id))
			return entry;
	}
	return NULL;
}

const char *body_title(const struct body *body, const char *title, const char *lang)
{
	for (guint i = 0; body && i < body->agenda->len; i++) {
		const struct agenda_entry *entry = body->agenda->pdata[i];
		if (labels_hold(&entry->title, title))
			return labels_get(&entry->title, lang);
	}
	return title;
}

const struct seat *body_seat(const struct body *body, const char *id)
{
	for (guint i = 0; id && i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		if (!g_strcmp0(seat->id, id))
			return seat;
	}
	return NULL;
}

int body_seats(const struct body *body, unsigned flag, bool held)
{
	int n = 0;
	for (guint i = 0; i < body->seats->len; i++) {
		const struct seat *seat = body->seats->pdata[i];
		n += seat->alternate_for == NULL && (seat->flags & flag) != 0 && (!held || seat->holder != NULL);
	}
	return n;
}

struct board *board_new(void)
{
	struct board *board = g_new0(struct board, 1);
	board->bodies = g_ptr_array_new_with_free_func((GDestroyNotify) body_free);
	board->vocabularies = g_ptr_array_new_with_free_func((GDestroyNotify) vocabulary_free);
	board->workflows = g_ptr_array_new_with_free_func((GDestroyNotify) workflow_free);
	board->notice = g_ptr_array_new_with_free_func((GDestroyNotify) notice_rule_free);
	board->duties = g_ptr_array_new_with_free_func((GDestroyNotify) duty_free);
	board->holidays = g_array_new(FALSE, FALSE, sizeof(day_t));
	return board;
}

void board_free(struct board *board)
{
	if (!board)
		return;
	g_free(board->path);
	labels_clear(&board->name);
	g_free(board->zone);
	g_strfreev(board->languages);
	g_ptr_array_unref(board->bodies);
	g_ptr_array_unref(board->duties);
	g_ptr_array_unref(board->vocabularies);
	g_ptr_array_unref(board->workflows);
	procedure_free(board->procedure);
	g_ptr_array_unref(board->notice);
	g_array_unref(board->holidays);
	g_strfreev(board->metrics);
	g_free(board->ageing.days);
	g_free(board);
}

const struct body *board_body(const struct board *board, const char *id)
{
	for (unsigned i = 0; id && i < board->bodies->len; i++) {
		const struct body *body = board->bodies->pdata[i];
		if (body->id && !strcmp(body->id, id))
			return body;
	}
	return NULL;
}

char *board_body_ids(const struct board *board)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	for (guint i = 0; i < board->bodies->len; i++)
		g_ptr_array_add(ids, ((const struct body *) board->bodies->pdata[i])->id);
	g_ptr_array_add(ids, NULL);
	return g_strjoinv(", ", (char **) ids->pdata);
}

const struct body *board_named_body(const struct board *board, const char *id, GError **error)
{
	const struct body *body = board_body(board, id);
	if (body)
		return body;
	g_autofree char *all = board_body_ids(board);
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_USAGE, _("the board file has no body '%s'; there are: %s"), id ? id : "", all);
	return NULL;
}

const struct body *board_body_meant(const struct board *board, const char *id)
{
	return id ? board_body(board, id) : board->bodies->len == 1 ? board->bodies->pdata[0] : NULL;
}

const struct duty *board_duty(const struct board *board, const char *id)
{
	for (guint i = 0; id && i < board->duties->len; i++) {
		const struct duty *duty = board->duties->pdata[i];
		if (!strcmp(duty->id, id))
			return duty;
	}
	return NULL;
}

bool board_has_duty(const struct board *board, const char *login, const char *id)
{
	const struct duty *duty = board_duty(board, id);
	if (!duty)
		return board->duties->len == 0;
	return !duty->logins[0] || (login && g_strv_contains((const char *const *) duty->logins, login));
}

const struct workflow *board_way(const struct board *board, const struct body *body)
{
	if (body && body->workflow)
		return body->workflow;
	return board->workflows->len ? board->workflows->pdata[0] : NULL;
}

const struct workflow *board_workflow(const struct board *board, const char *id)
{
	for (unsigned i = 0; id && i < board->workflows->len; i++) {
		const struct workflow *workflow = board->workflows->pdata[i];
		if (workflow->id && !strcmp(workflow->id, id))
			return workflow;
	}
	return NULL;
}

const struct vocabulary *board_vocabulary(const struct board *board, const char *id)
{
	for (unsigned i = 0; i < board->vocabularies->len; i++) {
		const struct vocabulary *vocabulary = board->vocabularies->pdata[i];
		if (!strcmp(vocabulary->id, id))
			return vocabulary;
	}
	return NULL;
}

const struct vocabulary *board_words(const struct board *board, const struct body *body, const char *list)
{
	if (!strcmp(list, "finding"))
		for (; body; body = body->parent)
			if (body->findings)
				return body->findings;
	return board_vocabulary(board, list);
}

/* A state's label comes from the body's workflow, every other word's from a vocabulary. */
static const char *state_label(const struct board *board, const struct body *body, const char *word, const char *lang)
{
	if (!body && board->bodies->len > 0)
		body = board->bodies->pdata[0];
	const struct state *state = body ? workflow_state(body->workflow, word) : NULL;
	return state ? labels_get(&state->label, lang) : NULL;
}

const char *board_stage(const struct board *board, enum stage stage, const char *lang)
{
	const struct term *term = board ? vocabulary_find(board_vocabulary(board, "stage"), stage_name(stage)) : NULL;
	return term ? labels_get(&term->label, lang) : NULL;
}

const char *board_label(const struct board *board, const struct body *body, const char *list, const char *word,
	const char *lang)
{
	const char *label = NULL;
	if (!strcmp(list, "state"))
		label = state_label(board, body, word, lang);
	const struct term *term = label ? NULL : vocabulary_find(board_words(board, body, list), word);
	if (term)
		label = labels_get(&term->label, lang);
	return label && *label ? label : word;
}

const struct procedure *board_procedure(const struct board *board, const struct body *body)
{
	for (; body; body = body->parent)
		if (body->procedure)
			return body->procedure;
	return board->procedure;
}

bool board_is_holiday(const struct board *board, day_t day)
{
	for (unsigned i = 0; i < board->holidays->len; i++)
		if (g_array_index(board->holidays, day_t, i) == day)
			return true;
	return false;
}

bool board_is_workday(const struct board *board, day_t day)
{
	return day_weekday(day) < 5 && !board_is_holiday(board, day);
}

day_t board_add_workdays(const struct board *board, day_t day, int n)
{
	int step = n < 0 ? -1 : 1;
	for (int left = ABS(n); left > 0; left -= board_is_workday(board, day))
		day += step;
	return day;
}
