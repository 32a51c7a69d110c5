/* The Recommendations screen: making one, answering, setting what is known, taking back. */
#include "action/recommendation_action.h"
#include "app/app_private.h"
#include "domain/metric.h"
#include "model/carried_motions.h"
#include "store/case_store.h"

static const struct recommendation *selected(const struct app *app)
{
	return recommendations_model_row(app->session.recommendations, app->scene.recommendation_place.position);
}

void recommendation_draft_clear(struct recommendation_draft *draft)
{
	g_free(draft->title);
	g_free(draft->value);
	g_clear_pointer(&draft->votes, g_ptr_array_unref);
	*draft = (struct recommendation_draft) { .day = DAY_UNKNOWN };
}

const char *can_recommendation_new(const struct app *app)
{
	return store_read_only(app->store) ? _("this database may only be read") : NULL;
}

const char *can_recommendation(const struct app *app)
{
	const char *why = can_recommendation_new(app);
	return why ? why : selected(app) ? NULL : _("no recommendation is shown");
}

/* --- going there, and on from there --- */

void go_recommendation(struct app *app, id_t64 id)
{
	app->recommendation_id = id;
	app->scene.detail_top[SCREEN_RECOMMENDATIONS] = 0;
	go_forward(app, SCREEN_RECOMMENDATIONS, PANE_RECOMMENDATIONS);
}

/* The case of this number, of whichever body; 0: none. */
static id_t64 case_numbered(const struct app *app, const char *number)
{
	id_t64 id = 0;
	for (guint i = 0; number && !id && i < app->board->bodies->len; i++)
		id = case_store_find(app->store, ((const struct body *) app->board->bodies->pdata[i])->id, number);
	return id;
}

const char *can_open_recommendation(const struct app *app)
{
	const struct recommendation *one = selected(app);
	if (!one)
		return _("no recommendation is shown");
	return app->scene.focus == PANE_RECOMMENDATIONS || one->field[RECOMMENDATION_FIELD_CASE] ? NULL : _("this recommendation names no case; E sets it");
}

void open_recommendation(struct app *app)
{
	if (app->scene.focus == PANE_RECOMMENDATIONS) {
		app->scene.focus = PANE_RECOMMENDATION;
		return;
	}
	const char *number = selected(app)->field[RECOMMENDATION_FIELD_CASE];
	id_t64 id = case_numbered(app, number);
	if (id)
		go_case(app, id);
	else
		app_say(app, _("case %s is not in the database"), number);
}

/* --- recording --- */

static struct recommendation_hand hand_of(struct app *app)
{
	session_take_time(&app->session);
	return (struct recommendation_hand) { .store = app->store, .board = app->board, .who = g_get_user_name(), .now = app->session.now };
}

static void begin(struct app *app, enum recommendation_act act)
{
	recommendation_draft_clear(&app->recommendation);
	app->recommendation.act = act;
	app->recommendation.id = selected(app) ? selected(app)->id : 0;
}

/* Read again at once: the next key may have been typed before anything is drawn, and it is meant for what the last one left. */
static void recorded(struct app *app)
{
	app->session.stale_recommendations = app->session.stale_docket = true;
	recommendation_draft_clear(&app->recommendation);
	app_load(app);
}

static void do_it(struct app *app, const char *why)
{
	const struct recommendation_draft *draft = &app->recommendation;
	struct recommendation_hand hand = hand_of(app);
	struct recommendation_do act = { .act = draft->act, .field = draft->field, .value = draft->value, .day = draft->day, .why = why, .undoes = draft->undoes };
	g_autofree char *words = NULL;
	GError *error = NULL;
	if (!recommendation_act(&hand, draft->id, &act, &words, &error))
		app_refuse(app, error);
	else
		app_say(app, _("Recorded: %s"), words);
	recorded(app);
}

/* --- an answer --- */

static const struct recommendation *draft_of(const struct app *app)
{
	return recommendations_model_row(app->session.recommendations, recommendations_model_find(app->session.recommendations, app->recommendation.id));
}

static void ask_answer_day(struct app *app, const char *text);

static void take_answer_day(struct app *app, const char *text)
{
	const struct recommendation *one = draft_of(app);
	app->recommendation.day = day_parse_iso(text);
	if (app->recommendation.day == DAY_UNKNOWN) {
		ask_answer_day(app, text);
		prompt_refuse(app, g_strdup_printf(_("'%s' is no day up to today; write it as 2026-05-31"), text));
		return;
	}
	char *fault = one ? recommendation_answered_fault(one, app->recommendation.day, app->session.today) : NULL;
	if (fault) {
		ask_answer_day(app, text);
		prompt_refuse(app, fault);
		return;
	}
	bool must = one && recommendation_needs_reason(one, app->board, app->recommendation.value, app->recommendation.day);
	prompt_ask(app, g_strdup(must ? _("the reason they gave (needed for this answer)") : _("what they wrote (may stay empty)")), "", must, do_it);
}

static void ask_answer_day(struct app *app, const char *text)
{
	prompt_ask(app, g_strdup(_("on which day it was answered")), text, true, take_answer_day);
}

static const struct vocabulary *answers_of(const struct app *app)
{
	const struct recommendation *one = draft_of(app);
	return one ? board_words(app->board, one->of, "answer") : NULL;
}

static void answers_fill(struct app *app)
{
	const struct vocabulary *words = answers_of(app);
	const struct recommendation *one = draft_of(app);
	app->menu.view.title = g_strdup_printf(_("Answer to %s"), one ? one->number : "");
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (guint i = 0; words && i < words->terms->len; i++) {
		const struct term *term = words->terms->pdata[i];
		char key[2] = { i < 9 ? '1' + i : 0, 0 };
		menu_add(app, i, key[0], key, labels_get(&term->label, app->scene.lang), term->flags & TERM_CLOSES ? _("nothing more is asked then") : "");
	}
}

/* NULL: the recommendation is gone, taken out by another program. */
static const struct term *answer_at(const struct app *app, int value)
{
	const struct vocabulary *words = answers_of(app);
	return words && value < (int) words->terms->len ? words->terms->pdata[value] : NULL;
}

static char *answers_note(struct app *app, int value)
{
	const struct term *term = answer_at(app, value);
	const char *text = term ? labels_get(&term->explain, app->scene.lang) : NULL;
	return text && *text ? g_strdup(text) : NULL;
}

static void answers_choose(struct app *app, int value)
{
	const struct term *term = answer_at(app, value);
	char today[DAY_ISO_SIZE];
	if (!term) {
		app_say(app, _("there is no such recommendation"));
		return;
	}
	g_free(app->recommendation.value);
	app->recommendation.value = g_strdup(term->id);
	ask_answer_day(app, day_iso(app->session.today, today));
}

void run_recommendation_answer(struct app *app)
{
	begin(app, RECOMMENDATION_ANSWER);
	if (answers_of(app))
		menu_pick(app, &(struct picker) { .fill = answers_fill, .choose = answers_choose, .note = answers_note });
	else
		app_say(app, _("the board file has no vocabulary 'answer'; dais-board(5) says how to add one"));
}

/* --- what is known of it --- */

static void ask_value(struct app *app, const char *text);

/* What can be said about it while it still stands in the line. */
static char *value_fault(const struct app *app, const char *text)
{
	if (app->recommendation.field == RECOMMENDATION_FIELD_CASE && *text && !case_numbered(app, text))
		return g_strdup_printf(_("there is no case %s; dais list cases shows them"), text);
	return recommendation_field_fault(app->recommendation.field, text);
}

static void take_value(struct app *app, const char *text)
{
	char *fault = value_fault(app, text);
	if (fault) {
		ask_value(app, text);
		prompt_refuse(app, fault);
		return;
	}
	g_free(app->recommendation.value);
	app->recommendation.value = g_strdup(text);
	do_it(app, NULL);
}

static void ask_value(struct app *app, const char *text)
{
	static const char *const how[RECOMMENDATION_FIELDS] = { [RECOMMENDATION_FIELD_PRIORITY] = N_("1 low to 5 high"), [RECOMMENDATION_FIELD_POLICE_PRIORITY] = N_("1 low to 5 high"),
		[RECOMMENDATION_FIELD_BLOCKER] = N_("contract, law, budget ...") };
	const char *title = recommendation_field_title(app->recommendation.field), *more = how[app->recommendation.field];
	prompt_ask(app, more ? g_strdup_printf("%s (%s)", title, _(more)) : g_strdup(title), text, false, take_value);
}

static void metrics_fill(struct app *app)
{
	app->menu.view.title = g_strdup(_("Which measure should it move?"));
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	menu_add(app, METRICS, '0', "0", _("none"), "");
	for (int metric = 0; metric < METRICS; metric++) {
		char key[2] = { metric < 9 ? '1' + metric : 0, 0 };
		menu_add(app, metric, key[0], key, _(metric_info(metric)->title), "");
	}
}

static void metrics_choose(struct app *app, int value)
{
	take_value(app, value == METRICS ? "" : metric_info(value)->id);
}

/* The motions that its body carried, the latest first: chosen by what they say. */
static void votes_fill(struct app *app)
{
	GPtrArray *votes = app->recommendation.votes;
	app->menu.view.title = g_strdup(_("Which vote adopted it?"));
	app->menu.view.foot = g_strdup(_("type to search  Enter takes it  Esc leaves"));
	if (menu_matches(app, _("none")))
		menu_add(app, (int) votes->len, 0, "", _("none"), "");
	for (guint i = 0; i < votes->len; i++) {
		const struct carried_motion *vote = votes->pdata[i];
		if (menu_matches(app, vote->text) || menu_matches(app, vote->id))
			menu_add(app, (int) i, 0, vote->id, vote->text, "");
	}
}

static void votes_choose(struct app *app, int value)
{
	const GPtrArray *votes = app->recommendation.votes;
	g_autofree char *id = g_strdup((guint) value < votes->len ? ((const struct carried_motion *) votes->pdata[value])->id : "");
	take_value(app, id);
}

static void pick_vote(struct app *app, const struct recommendation *one)
{
	GError *error = NULL;
	g_clear_pointer(&app->recommendation.votes, g_ptr_array_unref);
	app->recommendation.votes = carried_motions_load(app->store, app->board, one->body, &error);
	if (!app->recommendation.votes)
		app_fail(app, error);
	else if (!app->recommendation.votes->len)
		app_say(app, _("no motion that its body carried is recorded"));
	else
		menu_pick(app, &(struct picker) { .fill = votes_fill, .choose = votes_choose, .input = true });
}

static void fields_fill(struct app *app)
{
	const struct recommendation *one = draft_of(app);
	app->menu.view.title = g_strdup(_("What is to be set?"));
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (int field = 0; one && field < RECOMMENDATION_FIELDS; field++) {
		char key[2] = { field < 9 ? '1' + field : field == RECOMMENDATION_FIELD_TITLE ? 't' : '0', 0 };
		menu_add(app, field, key[0], key, recommendation_field_title(field), one->field[field] ? one->field[field] : "");
	}
}

static void fields_choose(struct app *app, int value)
{
	const struct recommendation *one = draft_of(app);
	app->recommendation.field = value;
	if (value == RECOMMENDATION_FIELD_METRIC)
		menu_pick(app, &(struct picker) { .fill = metrics_fill, .choose = metrics_choose });
	else if (value == RECOMMENDATION_FIELD_VOTE && one)
		pick_vote(app, one);
	else
		ask_value(app, one && one->field[value] ? one->field[value] : "");
}

void run_recommendation_set(struct app *app)
{
	begin(app, RECOMMENDATION_SET);
	menu_pick(app, &(struct picker) { .fill = fields_fill, .choose = fields_choose });
}

/* --- notes, withdrawing, taking back --- */

void run_recommendation_note(struct app *app)
{
	begin(app, RECOMMENDATION_NOTE);
	prompt_ask(app, g_strdup_printf(_("note on %s"), selected(app)->number), "", true, do_it);
}

void run_recommendation_withdraw(struct app *app)
{
	if (selected(app)->status == RECOMMENDATION_IS_WITHDRAWN) {
		app_say(app, _("%s was withdrawn"), selected(app)->number);
		return;
	}
	begin(app, RECOMMENDATION_WITHDRAWN);
	prompt_ask(app, g_strdup_printf(_("%s is not recommended any more: why"), selected(app)->number), "", true, do_it);
}

void run_recommendation_undo(struct app *app)
{
	const struct recommendation *one = selected(app);
	const struct recommendation_event *last = recommendation_undoable(one);
	g_autofree char *words = last ? recommendation_event_words(last, app->board, one->of, app->scene.lang) : NULL;
	if (!words) {
		app_say(app, _("nothing that was done to it can be taken back; W withdraws it"));
		return;
	}
	begin(app, RECOMMENDATION_UNDONE);
	app->recommendation.undoes = last->id;
	prompt_ask(app, g_strdup_printf(_("take back \"%s\": why (may stay empty)"), words), "", false, do_it);
}

/* --- a new one --- */

static void take_owner(struct app *app, const char *text)
{
	const struct recommendation_draft *draft = &app->recommendation;
	const char *fields[RECOMMENDATION_FIELDS] = { [RECOMMENDATION_FIELD_OWNER] = *text ? text : NULL };
	struct recommendation_hand hand = hand_of(app);
	GError *error = NULL;
	id_t64 id = recommendation_make(&hand, draft->body, NULL, draft->title, draft->day, fields, &error);
	if (!id) {
		app_refuse(app, error);
	} else {
		app->recommendation_id = id;
		app->scene.detail_top[SCREEN_RECOMMENDATIONS] = 0;
		app_say(app, _("recorded; E sets what else is known of it, A its answer"));
	}
	recorded(app);
}

/* Mostly it is the same office as the last time. */
static const char *usual_owner(const struct app *app)
{
	const GPtrArray *rows = app->session.recommendations ? app->session.recommendations->rows : NULL;
	const struct recommendation *last = NULL;
	for (guint i = 0; rows && i < rows->len; i++) {
		const struct recommendation *one = rows->pdata[i];
		if (one->of == app->recommendation.body && (!last || one->id > last->id))
			last = one;
	}
	return last ? last->field[RECOMMENDATION_FIELD_OWNER] : NULL;
}

static void ask_made(struct app *app, const char *text);

static void take_made(struct app *app, const char *text)
{
	app->recommendation.day = day_parse_iso(text);
	if (app->recommendation.day == DAY_UNKNOWN || app->recommendation.day > app->session.today) {
		ask_made(app, text);
		prompt_refuse(app, g_strdup_printf(_("'%s' is no day up to today; write it as 2026-05-31"), text));
		return;
	}
	prompt_ask(app, g_strdup(_("who has to answer (may stay empty)")), usual_owner(app), false, take_owner);
}

static void ask_made(struct app *app, const char *text)
{
	prompt_ask(app, g_strdup(_("on which day it was made")), text, true, take_made);
}

static void take_title(struct app *app, const char *text)
{
	char today[DAY_ISO_SIZE];
	g_free(app->recommendation.title);
	app->recommendation.title = g_strdup(text);
	ask_made(app, day_iso(app->session.today, today));
}

static void ask_title(struct app *app)
{
	prompt_ask(app, g_strdup_printf(_("what %s recommends, in a few words"), labels_get(&app->recommendation.body->short_name, app->scene.lang)), "", true, take_title);
}

static void bodies_fill(struct app *app)
{
	app->menu.view.title = g_strdup(_("Which body recommends it?"));
	app->menu.view.foot = g_strdup(_("key or Enter  Esc leaves"));
	for (guint i = 0; i < app->board->bodies->len; i++) {
		char key[2] = { i < 9 ? '1' + i : 0, 0 };
		menu_add(app, i, key[0], key, labels_get(&((const struct body *) app->board->bodies->pdata[i])->name, app->scene.lang), "");
	}
}

static void bodies_choose(struct app *app, int value)
{
	app->recommendation.body = app->board->bodies->pdata[value];
	ask_title(app);
}

void run_recommendation_new(struct app *app)
{
	begin(app, RECOMMENDATION_ACTS);
	if (app->board->bodies->len > 1)
		menu_pick(app, &(struct picker) { .fill = bodies_fill, .choose = bodies_choose });
	else
		bodies_choose(app, 0);
}
