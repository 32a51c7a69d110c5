#include "model/docket_private.h"

#include <string.h>
#include "base/i18n.h"
#include "domain/case_flow.h"
#include "store/case_store.h"
#include "store/clock_store.h"
#include "store/docket_store.h"
#include "store/meeting_store.h"
#include "store/recommendation_store.h"
#include "store/word_store.h"

/* --- entries --- */

struct docket_entry *docket_case_entry(struct docket_gather *gather, id_t64 case_id, const struct body *body)
{
	guint at = GPOINTER_TO_UINT(g_hash_table_lookup(gather->by_case, GSIZE_TO_POINTER((gsize) case_id)));
	if (at == 0) {
		struct docket_entry entry = { .id = case_id, .body = body, .due = DAY_UNKNOWN };
		g_array_append_val(gather->model->entries, entry);
		at = gather->model->entries->len;
		g_hash_table_insert(gather->by_case, GSIZE_TO_POINTER((gsize) case_id), GUINT_TO_POINTER(at));
	}
	return &g_array_index(gather->model->entries, struct docket_entry, at - 1);
}

/* The day of the next meeting but one of a body; without one so many days from now, and guessed. */
static day_t horizon_of(const struct docket_gather *gather, const struct body *body, bool *guessed)
{
	const struct docket_model *model = gather->model;
	unsigned coming = 0;
	for (guint i = 0; i < gather->meetings->len; i++) {
		const struct meeting_record *meeting = gather->meetings->pdata[i];
		if (meeting->starts < gather->now || g_strcmp0(meeting->status, "cancelled") == 0 || !body || g_strcmp0(meeting->body, body->id) != 0 || ++coming < 2)
			continue;
		*guessed = false;
		return instant_day(meeting->starts, model->board->zone);
	}
	*guessed = true;
	return model->today + model->board->docket_days;
}

static const struct docket_body *known_body(struct docket_gather *gather, int word)
{
	bool guessed;
	if ((guint) word >= gather->bodies->len)
		g_array_set_size(gather->bodies, word + 1);
	struct docket_body *known = &g_array_index(gather->bodies, struct docket_body, word);
	if (!known->asked) {
		const char *id = word ? word_store_text(gather->store, word) : NULL;
		const struct body *body = id ? board_body(gather->model->board, id) : NULL;
		*known = (struct docket_body) { true, body, horizon_of(gather, body, &guessed) };
	}
	return known;
}

static const struct body *body_of(struct docket_gather *gather, int word)
{
	return known_body(gather, word)->body;
}

static bool is_wanted(struct docket_gather *gather, int word)
{
	return !gather->model->body || body_of(gather, word) == gather->model->body;
}

/* --- clocks --- */

static bool take_clock(id_t64 case_id, const char *clock, int body, day_t due, void *data)
{
	struct docket_gather *gather = data;
	const struct docket_body *known = known_body(gather, body);
	const struct clock_rule *rule = workflow_clock(board_way(gather->model->board, known->body), clock);
	if (!rule || rule->quiet || due >= known->horizon || !is_wanted(gather, body))
		return true;
	struct docket_entry *entry = docket_case_entry(gather, case_id, known->body);
	entry->reasons |= 1u << (due < gather->model->today ? DOCKET_OVERDUE : DOCKET_CLOCK);
	if (entry->due == DAY_UNKNOWN) {     /* the earliest comes first */
		entry->due = due;
		entry->clock = rule;
	}
	return true;
}

/* --- states --- */

static bool take_open(id_t64 case_id, int body, int word, void *data)
{
	struct docket_gather *gather = data;
	if (body != gather->last_body || word != gather->last_state) {
		const struct workflow *workflow = board_way(gather->model->board, body_of(gather, body));
		const struct state *state = workflow_state(workflow, word_store_text(gather->store, word));
		gather->wanted = state && state->docket && is_wanted(gather, body);
		gather->last_body = body;
		gather->last_state = word;
	}
	if (gather->wanted)
		docket_case_entry(gather, case_id, body_of(gather, body))->reasons |= 1u << DOCKET_STATE;
	return true;
}

static bool has_docket_state(const struct board *board)
{
	for (guint w = 0; w < board->workflows->len; w++) {
		const struct workflow *workflow = board->workflows->pdata[w];
		for (guint i = 0; i < workflow->states->len; i++)
			if (((const struct state *) workflow->states->pdata[i])->docket)
				return true;
	}
	return false;
}

/* --- answers owed --- */

/* Do these findings differ for this body? There are few of them, and asking costs folding their spellings. */
static bool differ(struct docket_gather *gather, int body, int board, int chief)
{
	struct known *known = &gather->known[(unsigned) (board * 31 + chief) % G_N_ELEMENTS(gather->known)];
	if (known->board != board || known->chief != chief || known->body != body) {
		const char *said = word_store_text(gather->store, board), *answered = word_store_text(gather->store, chief);
		*known = (struct known) { body, board, chief, is_wanted(gather, body)
			&& case_findings_differ(gather->model->board, body_of(gather, body), said, answered) };
	}
	return known->differ;
}

static bool take_answer(id_t64 case_id, int body, int board, int chief, void *data)
{
	struct docket_gather *gather = data;
	if (!differ(gather, body, board, chief))
		return true;
	struct docket_entry *entry = docket_case_entry(gather, case_id, body_of(gather, body));
	entry->reasons |= 1u << DOCKET_ANSWER;
	entry->answers++;
	return true;
}

/* --- recommendations, minutes and questions --- */

id_t64 docket_listed_at(const struct docket_model *model, const char *key)
{
	const gint64 *meeting = g_hash_table_lookup(model->listed, key);
	return meeting ? *meeting : 0;
}

struct docket_entry *docket_add_other(struct docket_model *model, enum docket_kind kind, enum docket_reason reason, id_t64 id, const char *body, char *key, char *title,
	char *number)
{
	struct docket_entry entry = { .kind = kind, .reasons = 1u << reason, .id = id, .body = board_body(model->board, body), .due = DAY_UNKNOWN, .key = key, .title = title, .number = number,
		.why = g_strdup(docket_reason_words(reason)) };
	entry.listed = docket_listed_at(model, key);
	g_array_append_val(model->entries, entry);
	return &g_array_index(model->entries, struct docket_entry, model->entries->len - 1);
}

static bool is_of(const struct docket_model *model, const char *body)
{
	return !model->body || g_strcmp0(model->body->id, body) == 0;
}

/* The step that is not answered, and by when it was to be. */
static void add_recommendation(struct docket_model *model, const struct recommendation *one)
{
	struct docket_entry *entry = docket_add_other(model, DOCKET_OF_RECOMMENDATION, DOCKET_RECOMMENDATION, one->id, one->body, docket_key_recommendation(one->id),
		g_strdup_printf(_("Recommendation %s: %s"), one->number, one->field[RECOMMENDATION_FIELD_TITLE]), NULL);
	g_autofree char *words = answer_due_words(one->next, model->board, one->of, model->lang, model->today);
	g_free(entry->why);
	entry->why = g_strdup_printf("%s: %s", docket_reason_words(DOCKET_RECOMMENDATION), words);
	entry->due = one->next->due;
}

static bool take_recommendations(struct docket_gather *gather, GError **error)
{
	struct docket_model *model = gather->model;
	g_autoptr(GPtrArray) all = recommendation_store_all(gather->store, model->body ? model->body->id : NULL, error);
	bool guessed;
	for (guint i = 0; all && i < all->len; i++)
		recommendation_follow(all->pdata[i], model->board, model->today);
	if (all)
		g_ptr_array_sort(all, recommendation_by_due);
	for (guint i = 0; all && i < all->len; i++) {
		const struct recommendation *one = all->pdata[i];
		if (one->next && one->next->due < horizon_of(gather, one->of, &guessed))
			add_recommendation(model, one);
	}
	return all != NULL;
}

static bool take_minutes(struct docket_model *model, struct store *store, GError **error)
{
	g_autoptr(GPtrArray) meetings = docket_store_minutes(store, error);
	for (guint i = 0; meetings && i < meetings->len; i++) {
		const struct meeting_record *meeting = meetings->pdata[i];
		char day[DAY_ISO_SIZE];
		if (is_of(model, meeting->body))
			docket_add_other(model, DOCKET_OF_MINUTES, DOCKET_MINUTES, meeting->id, meeting->body, docket_key_minutes(meeting->id),
				g_strdup_printf(_("Approval of the minutes of %s"), day_iso(instant_day(meeting->starts, model->board->zone), day)), NULL);
	}
	return meetings != NULL;
}

static bool take_requests(struct docket_model *model, struct store *store, GError **error)
{
	g_autoptr(GPtrArray) requests = docket_store_requests(store, error);
	for (guint i = 0; requests && i < requests->len; i++) {
		const struct request_record *request = requests->pdata[i];
		if (is_of(model, request->body))
			docket_add_other(model, DOCKET_OF_REQUEST, DOCKET_REQUEST, request->id, request->body, docket_key_request(request->id), g_strdup(request->title),
				g_strdup(request->case_number));
	}
	return requests != NULL;
}

/* --- how far ahead --- */

static void find_horizon(struct docket_gather *gather)
{
	struct docket_model *model = gather->model;
	bool guessed;
	if (model->body) {
		model->horizon = horizon_of(gather, model->body, &model->guessed);
		return;
	}
	model->horizon = horizon_of(gather, NULL, &model->guessed);
	for (guint i = 0; i < model->board->bodies->len; i++)
		model->horizon = MAX(model->horizon, horizon_of(gather, model->board->bodies->pdata[i], &guessed));
}

/* --- all together: gathered in the order in which they are shown --- */

static void entry_clear(void *data)
{
	struct docket_entry *entry = data;
	g_free(entry->key);
	g_free(entry->number);
	g_free(entry->title);
	g_free(entry->why);
	g_clear_pointer(&entry->carried, g_ptr_array_unref);
}

/* The word of the body that all cases are of; 0: of several, or of one the board file does not know. */
static int only_body(const struct docket_gather *gather)
{
	const struct board *board = gather->model->board;
	gint64 all = 0, of = 0;
	if (!case_store_counts(gather->store, 0, gather->model->today, &all, NULL, NULL, NULL))
		return 0;
	for (guint i = 0; i < board->bodies->len; i++) {
		int word = word_store_find(gather->store, WORDS_BODY, ((const struct body *) board->bodies->pdata[i])->id);
		if (word && case_store_counts(gather->store, word, gather->model->today, &of, NULL, NULL, NULL) && of == all)
			return word;
	}
	return 0;
}

static bool gather_all(struct docket_gather *gather, GError **error)
{
	struct docket_model *model = gather->model;
	if (!(gather->meetings = meeting_store_all(gather->store, error)))
		return false;
	find_horizon(gather);
	return clock_store_due(gather->store, model->horizon, take_clock, gather, error)
		&& (!has_docket_state(model->board) || docket_store_open(gather->store, take_open, gather, error))
		&& docket_store_answers(gather->store, only_body(gather), take_answer, gather, error) && take_recommendations(gather, error)
		&& take_minutes(model, gather->store, error) && docket_take_carried(gather, error) && take_requests(model, gather->store, error);
}

struct docket_model *docket_model_load(struct store *store, const struct board *board, const struct body *body, const char *kind, const char *lang,
	instant_t now, GError **error)
{
	struct docket_model *model = g_new0(struct docket_model, 1);
	/* Held, so that GLib reads it once and not for every date. */
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(board->zone);
	struct docket_gather gather = { .store = store, .model = model, .now = now, .last_body = -1, .last_state = -1 };
	*model = (struct docket_model) { .board = board, .body = body, .today = instant_day(now, board->zone), .lang = g_strdup(lang),
		.kind = g_strdup(kind) };
	model->entries = g_array_new(FALSE, FALSE, sizeof(struct docket_entry));
	g_array_set_clear_func(model->entries, entry_clear);
	gather.by_case = g_hash_table_new(NULL, NULL);
	gather.bodies = g_array_new(FALSE, TRUE, sizeof(struct docket_body));
	bool good = (model->listed = docket_store_listed(store, docket_from(now, board->zone), error)) && gather_all(&gather, error);
	g_hash_table_unref(gather.by_case);
	g_array_unref(gather.bodies);
	g_clear_pointer(&gather.meetings, g_ptr_array_unref);
	if (!good) {
		docket_model_free(model);
		return NULL;
	}
	return model;
}

void docket_model_free(struct docket_model *model)
{
	if (!model)
		return;
	g_array_unref(model->entries);
	if (model->listed)
		g_hash_table_unref(model->listed);
	g_free(model->gap);
	g_free(model->lang);
	g_free(model->kind);
	g_free(model);
}

char *docket_model_key(const struct docket_entry *entry)
{
	return entry->key ? g_strdup(entry->key) : docket_key_case(entry->id);
}

gint64 docket_model_find(const struct docket_model *model, const char *key)
{
	id_t64 id = docket_key_is_case(key);
	for (guint i = 0; i < model->entries->len; i++) {
		const struct docket_entry *entry = &g_array_index(model->entries, struct docket_entry, i);
		if (entry->kind == DOCKET_OF_CASE ? id && entry->id == id : !g_strcmp0(entry->key, key))
			return i;
	}
	return -1;
}
