#include "model/case_detail.h"
#include "base/i18n.h"

/* What the words of a case are called, for one body and language. */
struct naming { const struct board *board; const struct body *body; const char *lang; };

static char *label(const struct naming *naming, const char *list, const char *word)
{
	return word ? g_strdup(board_label(naming->board, naming->body, list, word, naming->lang)) : NULL;
}

static void relabel(const struct naming *naming, const char *list, char **word)
{
	char *text = label(naming, list, *word);
	g_free(*word);
	*word = text;
}

static char *state_label(const struct naming *naming, const char *id)
{
	const struct workflow *workflow = board_way(naming->board, naming->body);
	const struct state *state = id && workflow ? workflow_state(workflow, id) : NULL;
	const char *text = state ? labels_get(&state->label, naming->lang) : id;
	return g_strdup(text && *text ? text : id);
}

/* --- allegations --- */

static void relabel_allegations(const struct naming *naming, GPtrArray *allegations)
{
	for (guint i = 0; i < allegations->len; i++) {
		struct allegation_record *allegation = allegations->pdata[i];
		relabel(naming, "class", &allegation->class);
		relabel(naming, "detail", &allegation->detail);
		relabel(naming, "discipline", &allegation->discipline);
		relabel(naming, "closure", &allegation->closure);
		for (int stage = 0; stage < STAGES; stage++)
			relabel(naming, "finding", &allegation->finding[stage]);
	}
}

/* --- the path through the workflow --- */

static void stage_free(void *data)
{
	struct case_stage *stage = data;
	g_free(stage->label);
	g_free(stage);
}

static void add_stage(struct case_detail *detail, char *label_text, int days, bool current, bool reached)
{
	struct case_stage *stage = g_new(struct case_stage, 1);
	*stage = (struct case_stage) { .label = label_text, .days = days, .current = current, .reached = reached };
	g_ptr_array_add(detail->stages, stage);
}

static bool enters(const struct case_event *event)
{
	return event->to && *event->to;
}

/* Events in which the case entered a state, and how long it stayed. Gives how many. */
static unsigned add_visited(struct case_detail *detail, const struct naming *naming, day_t today)
{
	const struct case_event *open = NULL;
	const char *zone = naming->board->zone;
	g_autoptr(GPtrArray) force = case_events_in_force(detail->events);
	unsigned n = 0;
	for (guint i = 0; i < force->len; i++) {
		const struct case_event *event = force->pdata[i];
		if (!enters(event))
			continue;
		if (open)
			add_stage(detail, state_label(naming, open->to), instant_day(event->when, zone) - instant_day(open->when, zone), false, true);
		open = event;
		n++;
	}
	if (open) {
		int days = detail->record.open ? today - instant_day(open->when, zone) : -1;
		add_stage(detail, state_label(naming, open->to), MAX(days, -1), true, true);
	}
	return n;
}

static bool visited(const struct case_detail *detail, const char *state)
{
	if (g_strcmp0(detail->record.state, state) == 0)
		return true;
	for (guint i = 0; i < detail->events->len; i++)
		if (g_strcmp0(((const struct case_event *) detail->events->pdata[i])->to, state) == 0)
			return true;
	return false;
}

/* What still lies ahead of an open case: the states after its own in the board's order, up to the first end. */
static void add_ahead(struct case_detail *detail, const struct naming *naming)
{
	const struct workflow *workflow = board_way(naming->board, naming->body);
	const struct state *now = workflow && detail->record.state ? workflow_state(workflow, detail->record.state) : NULL;
	bool after = false;
	for (guint i = 0; now && i < workflow->states->len; i++) {
		const struct state *state = workflow->states->pdata[i];
		if (after && !visited(detail, state->id))
			add_stage(detail, state_label(naming, state->id), -1, false, false);
		if (after && state->terminal)
			break;
		after |= state == now;
	}
}

/* Imported cases have no moves on record: their state with the whole age is the path. */
static void fill_stages(struct case_detail *detail, const struct naming *naming, day_t today)
{
	if (!add_visited(detail, naming, today) && detail->record.state)
		add_stage(detail, state_label(naming, detail->record.state), detail->age, true, true);
	if (detail->record.open)
		add_ahead(detail, naming);
}

/* --- clocks, and who has it --- */

static void clock_free(void *data)
{
	struct case_clock_line *line = data;
	g_free(line->label);
	g_free(line->words);
	g_free(line);
}

static void add_clock(struct case_detail *detail, const struct naming *naming, const struct clock_run *run, instant_t now)
{
	struct case_clock_line *line = g_new(struct case_clock_line, 1);
	bool late = run->status == CLOCK_RUNNING && now > run->due_at;
	*line = (struct case_clock_line) { .label = g_strdup(labels_get(&run->rule->label, naming->lang)), .words = clock_words(run, naming->board, now),
		.late = late };
	g_ptr_array_add(detail->clocks, line);
}

/* Of an open case, the clocks that run or stand still; that of the deadline is told with it. */
static void fill_flow(struct case_detail *detail, const struct naming *naming, instant_t now)
{
	g_autoptr(GPtrArray) force = case_events_in_force(detail->events);
	struct case_view view = { .board = naming->board, .body = naming->body, .workflow = board_way(naming->board, naming->body),
		.record = &detail->record, .allegations = detail->allegations, .events = force };
	struct clock_facts facts = case_clock_facts(&view);
	detail->assigned = case_assigned_words(&view, naming->lang);
	for (guint i = 0; view.workflow && i < view.workflow->clocks->len && detail->record.open; i++) {
		struct clock_run run;
		clock_run_init(&run, view.workflow->clocks->pdata[i], &facts, now);
		if (run.status == CLOCK_PAUSED || (i > 0 && run.status == CLOCK_RUNNING))
			add_clock(detail, naming, &run, now);
		clock_run_clear(&run);
	}
}

/* --- raw rows --- */

static void raw_free(void *data)
{
	raw_record_clear(data);
	g_free(data);
}

static bool add_raw(struct case_detail *detail, struct store *store, GHashTable *seen, id_t64 id, GError **error)
{
	if (!id || !g_hash_table_add(seen, GSIZE_TO_POINTER((gsize) id)))
		return true;
	struct raw_record *raw = g_new0(struct raw_record, 1);
	if (!raw_store_get(store, id, raw, error)) {
		g_free(raw);
		return false;
	}
	g_ptr_array_add(detail->raw, raw);
	return true;
}

static bool fill_raw(struct case_detail *detail, struct store *store, GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	detail->raw = g_ptr_array_new_with_free_func(raw_free);
	bool good = add_raw(detail, store, seen, detail->record.raw, error);
	for (guint i = 0; good && i < detail->allegations->len; i++)
		good = add_raw(detail, store, seen, ((const struct allegation_record *) detail->allegations->pdata[i])->raw, error);
	return good;
}

/* --- all together --- */

static void fill_labels(struct case_detail *detail, const struct naming *naming)
{
	const struct case_record *record = &detail->record;
	const struct workflow *workflow = board_way(naming->board, naming->body);
	const struct state *state = workflow && record->state ? workflow_state(workflow, record->state) : NULL;
	detail->state_label = state_label(naming, record->state);
	detail->state_explain = state ? g_strdup(labels_get(&state->explain, naming->lang)) : NULL;
	detail->class_label = label(naming, "class", record->class);
	detail->district_label = label(naming, "district", record->district);
	detail->channel_label = label(naming, "channel", record->channel);
	detail->kind_label = label(naming, "kind", record->kind);
}

static void fill_age(struct case_detail *detail, day_t today)
{
	const struct case_record *record = &detail->record;
	day_t to = record->open ? today : record->closed;
	detail->age = record->received != DAY_UNKNOWN && to != DAY_UNKNOWN && to >= record->received ? to - record->received : -1;
	detail->overdue = record->open && record->due != DAY_UNKNOWN && record->due < today ? today - record->due : 0;
}

static bool fill_lists(struct case_detail *detail, struct store *store, id_t64 id, GError **error)
{
	return (detail->allegations = case_store_allegations(store, id, error)) &&
		(detail->persons = case_store_persons(store, id, error)) &&
		(detail->events = case_store_events(store, id, error)) && fill_raw(detail, store, error);
}

struct case_detail *case_detail_load(struct store *store, const struct board *board, const char *lang, instant_t now, id_t64 id, GError **error)
{
	day_t today = instant_day(now, board->zone);
	struct case_detail *detail = g_new0(struct case_detail, 1);
	detail->stages = g_ptr_array_new_with_free_func(stage_free);
	detail->clocks = g_ptr_array_new_with_free_func(clock_free);
	if (!case_store_get(store, id, &detail->record, error) || !fill_lists(detail, store, id, error)) {
		case_detail_free(detail);
		return NULL;
	}
	const struct body *body = detail->record.body ? board_body(board, detail->record.body) : NULL;
	struct naming naming = { board, body, lang };
	fill_age(detail, today);
	fill_flow(detail, &naming, now);
	fill_labels(detail, &naming);
	relabel_allegations(&naming, detail->allegations);
	fill_stages(detail, &naming, today);
	return detail;
}

static void unref_array(GPtrArray *array)
{
	if (array)
		g_ptr_array_unref(array);
}

void case_detail_free(struct case_detail *detail)
{
	if (!detail)
		return;
	case_record_clear(&detail->record);
	unref_array(detail->stages);
	unref_array(detail->allegations);
	unref_array(detail->persons);
	unref_array(detail->events);
	unref_array(detail->raw);
	unref_array(detail->clocks);
	g_free(detail->assigned);
	g_free(detail->state_label);
	g_free(detail->class_label);
	g_free(detail->district_label);
	g_free(detail->channel_label);
	g_free(detail->kind_label);
	g_free(detail->state_explain);
	g_free(detail);
}
