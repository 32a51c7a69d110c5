#include "action/case_clocks.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/clock_store.h"

static struct case_clock work_out(const struct case_view *view, const struct clock_rule *rule, instant_t now)
{
	struct clock_facts facts = case_clock_facts(view);
	struct clock_run run;
	clock_run_init(&run, rule, &facts, now);
	struct case_clock clock = { .case_id = view->record->id, .clock = rule->id, .status = run.status, .started = run.start_day, .due = run.due };
	clock_run_clear(&run);
	return clock;
}

day_t case_clocks_deadline(const struct case_view *view, instant_t now)
{
	if (!view->workflow || view->workflow->clocks->len == 0)
		return DAY_UNKNOWN;
	struct case_clock first = work_out(view, view->workflow->clocks->pdata[0], now);
	/* Closed cases keep theirs, so that a list tells whether they were late. */
	return first.status == CLOCK_RUNNING || (first.status == CLOCK_MET && !view->record->open) ? first.due : DAY_UNKNOWN;
}

bool case_clocks_write(struct store *store, const struct case_view *view, instant_t now, GError **error)
{
	guint n = view->workflow ? view->workflow->clocks->len : 0, kept = 0;
	g_autofree struct case_clock *clocks = g_new0(struct case_clock, n + 1);
	struct case_record record = *view->record;
	for (guint i = 0; i < n && record.open; i++) {
		clocks[kept] = work_out(view, view->workflow->clocks->pdata[i], now);
		kept += clocks[kept].status != CLOCK_IDLE;
	}
	record.due = case_clocks_deadline(view, now);
	bool moved = record.due != view->record->due;
	return (!moved || case_store_update(store, &record, error)) && clock_store_set(store, record.id, record.body, clocks, kept, error);
}

bool case_clocks_write_new(struct store *store, const struct board *board, const struct workflow *workflow, const struct case_record *record, GError **error)
{
	guint n = workflow ? workflow->clocks->len : 0, kept = 0;
	g_autofree struct case_clock *clocks = g_new0(struct case_clock, n + 1);
	for (guint i = 0; i < n; i++) {
		const struct clock_rule *rule = workflow->clocks->pdata[i];
		day_t start = clock_start_day(rule, record->received, record->occurred);
		if (start != DAY_UNKNOWN)
			clocks[kept++] = (struct case_clock) { .case_id = record->id, .clock = rule->id, .status = CLOCK_RUNNING, .started = start,
				.due = clock_last_day(rule, board, start, 0) };
	}
	return clock_store_set(store, record->id, record->body, clocks, kept, error);
}

/* --- the rules by which they were worked out --- */

#define SEAL "clocks"

static void add_ids(GString *text, char *const *ids)
{
	for (; *ids; ids++)
		g_string_append_printf(text, " %s", *ids);
	g_string_append_c(text, ';');
}

static char *fingerprint(const struct board *board)
{
	g_autoptr(GString) text = g_string_new(board->zone);
	for (guint w = 0; w < board->workflows->len; w++) {
		const struct workflow *workflow = board->workflows->pdata[w];
		g_string_append_printf(text, "\n%s:", workflow->id);
		for (guint i = 0; i < workflow->clocks->len; i++) {
			const struct clock_rule *rule = workflow->clocks->pdata[i];
			g_string_append_printf(text, "%s %s %d %d;", rule->id, rule->starts, rule->length, rule->unit);
			add_ids(text, rule->pauses);
			add_ids(text, rule->stops);
			add_ids(text, rule->restarts);
		}
	}
	for (guint i = 0; i < board->holidays->len; i++)
		g_string_append_printf(text, " %d", g_array_index(board->holidays, day_t, i));
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
}

bool case_clocks_current(struct store *store, const struct board *board)
{
	g_autofree char *kept = store_meta_get(store, SEAL), *wanted = fingerprint(board);
	gint64 open = 0;
	return g_strcmp0(kept, wanted) == 0 || (case_store_counts(store, 0, 0, NULL, &open, NULL, NULL) && open == 0);
}

bool case_clocks_seal(struct store *store, const struct board *board, GError **error)
{
	g_autofree char *seal = fingerprint(board);
	return store_meta_set(store, SEAL, seal, error);
}

static bool note_id(const struct case_facts *facts, void *data)
{
	g_array_append_val((GArray *) data, facts->id);
	return true;
}

static bool write_all(struct store *store, const struct board *board, const GArray *ids, instant_t now, GError **error)
{
	for (guint i = 0; i < ids->len; i++) {
		g_autoptr(case_file_t) file = case_file_load(store, board, g_array_index(ids, id_t64, i), false, error);
		if (!file || !case_clocks_write(store, &file->view, now, error))
			return false;
	}
	return case_clocks_seal(store, board, error);
}

bool case_clocks_all(struct store *store, const struct board *board, instant_t now, GError **error)
{
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(id_t64));
	if (!store_begin(store, error))
		return false;
	if (case_store_open_by_due(store, 0, note_id, ids, error) && write_all(store, board, ids, now, error) && store_commit(store, error))
		return true;
	store_rollback(store);
	return false;
}
