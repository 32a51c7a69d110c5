#include "action/votes_action.h"

#include "action/record_action.h"
#include "base/error.h"
#include "base/i18n.h"
#include "domain/event_words.h"
#include "store/journal_store.h"
#include "store/meeting_store.h"

void votes_report_free(struct votes_report *report)
{
	if (!report)
		return;
	g_ptr_array_unref(report->disagreements);
	g_ptr_array_unref(report->odd);
	g_ptr_array_unref(report->changed);
	g_ptr_array_unref(report->recorded);
	g_free(report);
}

static void compare(struct votes_report *report, const struct meeting *meeting, const struct vote *vote)
{
	const struct motion *motion = meeting_motion(meeting, vote->motion);
	const struct meeting_item *item = meeting_item(meeting, motion->item);
	char day[DAY_ISO_SIZE];
	report->motions++;
	report->failed += vote->result == RESULT_FAILED;
	if (vote->method == METHOD_VOICE) {
		report->unnamed++;
		return;
	}
	if (vote->computed == vote->result) {
		report->agree++;
		return;
	}
	g_autofree char *sum = tally_arithmetic(vote->threshold, &vote->tally, &meeting->procedure->rules);
	g_ptr_array_add(report->disagreements, g_strdup_printf(_("%s item %s: published \"%s\" (%s), by the rules %s: %s; the body may ask for more than %s here"),
		day_iso(instant_day(meeting->called, meeting->zone), day), item && item->number ? item->number : "?", vote->arithmetic ? vote->arithmetic : "",
		result_words(vote->result), result_words(vote->computed), sum, labels_get(&vote->threshold->label, NULL)));
}

/* The state the events make; NULL with error. */
static struct meeting *state_of(const GPtrArray *events, GError **error)
{
	g_autoptr(meeting_t) meeting = meeting_new();
	for (guint i = 0; i < events->len; i++) {
		struct meeting_event *event = events->pdata[i];
		event->seq = i + 1;
		g_strlcpy(event->prev, meeting->head, sizeof event->prev);
		meeting_event_hash(event, event->hash);
		if (!meeting_apply(meeting, event, error))
			return NULL;
	}
	return g_steal_pointer(&meeting);
}

static void count_ballots(struct votes_report *report, const struct published_vote *vote)
{
	for (guint b = 0; b < vote->ballots->len; b++)
		report->votes += g_array_index(vote->ballots, struct published_ballot, b).choice != CHOICE_NONE;
}

static void count(struct votes_report *report, const struct published_meeting *published, const struct meeting *meeting)
{
	report->rows += published->items->len;
	for (guint m = 0; m < published->motions->len; m++) {
		const struct published_motion *motion = published->motions->pdata[m];
		for (guint v = 0; v < motion->votes->len; v++)
			count_ballots(report, motion->votes->pdata[v]);
	}
	for (guint v = 0; v < meeting->votes->len; v++)
		compare(report, meeting, meeting->votes->pdata[v]);
}

/* The roster and rules of the first event are those of the board file of that time; what was done must be the same. */
static bool compare_known(struct store *store, id_t64 meeting, const GPtrArray *events, const struct published_meeting *published,
	struct votes_report *report, GError **error)
{
	g_autoptr(GPtrArray) before = journal_store_read(store, meeting, 1, error);
	if (!before)
		return false;
	bool same = before->len + 1 == events->len;
	for (guint i = 0; same && i < before->len; i++)
		same = meeting_event_says_same(before->pdata[i], events->pdata[i + 1]);
	report->known++;
	if (!same)
		g_ptr_array_add(report->changed, g_strdup(published->source));
	return true;
}

/* The same meeting was recorded here, or imported from another file: it would be there twice. before: what was there when the import began. */
static int is_recorded(struct store *store, const GPtrArray *before, const struct published_meeting *published, const struct meeting *meeting, GError **error)
{
	for (guint i = 0; i < before->len; i++) {
		const struct meeting_record *record = before->pdata[i];
		if (record->starts != published->starts || g_strcmp0(record->body, meeting->record.body) != 0)
			continue;
		g_autoptr(GPtrArray) events = journal_store_read(store, record->id, 0, error);
		g_autoptr(meeting_t) there = meeting_new();
		if (!events)
			return -1;
		if (events->len && meeting_apply(there, events->pdata[0], NULL) && !g_strcmp0(there->body_name, meeting->body_name))
			return 1;
	}
	return 0;
}

struct importing {
	struct store *store;
	const struct board *board;
	const struct body *body;        /* whose they are where they do not say */
	const GPtrArray *before;        /* struct meeting_record *: what was there before; NULL: not looked at */
	bool dry_run;
	struct votes_report *report;
};

static bool import_one(const struct importing *importing, const struct published_meeting *published, GError **error)
{
	struct store *store = importing->store;
	struct votes_report *report = importing->report;
	const struct body *own = published->body ? board_body(importing->board, published->body) : NULL;
	g_autoptr(GPtrArray) events = published_events(published, importing->board, own ? own : importing->body);
	id_t64 known = 0;
	int there = journal_store_meeting_of(store, ((const struct meeting_event *) events->pdata[0])->id, &known, error);
	if (there)
		return there > 0 && compare_known(store, known, events, published, report, error);
	g_autoptr(meeting_t) meeting = state_of(events, error);
	int recorded = meeting && importing->before ? is_recorded(store, importing->before, published, meeting, error) : 0;
	if (recorded > 0) {
		report->known++;
		g_ptr_array_add(report->recorded, g_strdup(published->source));
		return true;
	}
	if (recorded < 0 || !meeting || (!importing->dry_run && !record_replay(store, events, error))) {
		g_prefix_error(error, "%s: ", published->source);
		return false;
	}
	report->meetings++;
	count(report, published, meeting);
	return true;
}

static bool nothing_odd(const struct votes_report *report, GError **error)
{
	const struct published_odd *first = report->odd->len ? report->odd->pdata[0] : NULL;
	if (first)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_DATA, _("%s: '%s' is not known to the map\nNothing was imported: --strict stops at the first odd row."),
			(const char *) first->places->pdata[0], first->word);
	return !first;
}

struct votes_report *votes_import(struct store *store, const struct board *board, const struct import_map *map, const char *const *paths,
	const struct votes_options *options, GError **error)
{
	const struct body *body = map->body ? board_body(board, map->body) : board->bodies->pdata[0];
	struct votes_report *report = g_new0(struct votes_report, 1);
	report->disagreements = g_ptr_array_new_with_free_func(g_free);
	report->odd = g_ptr_array_new_with_free_func((GDestroyNotify) published_odd_free);
	report->changed = g_ptr_array_new_with_free_func(g_free);
	report->recorded = g_ptr_array_new_with_free_func(g_free);
	bool documents = map->votes->layout == VOTES_POPOLO || map->votes->layout == VOTES_OPENCIVIC;
	g_autoptr(GPtrArray) meetings = NULL, before = NULL;
	if (!body)
		g_set_error(error, DAIS_ERROR, DAIS_ERROR_CONFIG, _("%s: the board file has no body '%s'"), map->path, map->body);
	else
		meetings = published_read(paths, map->votes, board->zone, report->odd, error);
	bool good = meetings && (!options->strict || nothing_odd(report, error)) && (!documents || (before = meeting_store_all(store, error)));
	const struct importing importing = { store, board, body, before, options->dry_run, report };
	for (guint i = 0; good && i < meetings->len; i++)
		good = import_one(&importing, meetings->pdata[i], error);
	if (good)
		return report;
	votes_report_free(report);
	return NULL;
}
