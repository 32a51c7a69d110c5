#include "app/session.h"
#include <string.h>
#include <time.h>

static void take_time(struct session *session)
{
	session->now = session->fixed_now ? session->fixed_now : time(NULL);
	session->today = instant_day(session->now, session->board->zone);
}

void session_init(struct session *session, struct store *store, const struct board *board, const char *lang, instant_t now)
{
	*session = (struct session) { .store = store, .board = board, .lang = lang, .fixed_now = now, .months = 24, .metric = METRICS };
	session->zone = board->zone ? g_time_zone_new_identifier(board->zone) : NULL;
	take_time(session);
	store_revisions(store, session->revision, NULL);
	session_stale(session);
}

void session_clear(struct session *session)
{
	g_clear_pointer(&session->zone, g_time_zone_unref);
	g_clear_pointer(&session->overview, overview_free);
	g_clear_pointer(&session->agenda, agenda_model_free);
	g_clear_pointer(&session->chart, chart_free);
	g_clear_pointer(&session->detail, case_detail_free);
	g_clear_pointer(&session->next_list, case_list_free);
	g_clear_pointer(&session->next_index, case_index_free);
	g_clear_pointer(&session->list, case_list_free);
	g_clear_pointer(&session->index, case_index_free);
}

void session_stale(struct session *session)
{
	session->stale_overview = session->stale_agenda = session->stale_chart = session->stale_detail = true;
}

/* Newer cases: indexed beside the present answer. An index still being built starts again. */
static void renew_index(struct session *session)
{
	if (!session->index)
		return;
	g_clear_pointer(&session->next_list, case_list_free);
	g_clear_pointer(&session->next_index, case_index_free);
	session->next_index = case_index_new(session->store, session->board, session->today);
}

bool session_look(struct session *session, GError **error)
{
	if (session->lost)
		return false;
	gint64 revision[STORE_TOPICS];
	day_t today = session->today;
	take_time(session);
	if (!store_revisions(session->store, revision, error))
		return false;
	bool new_day = session->today != today;
	bool cases = revision[TOPIC_CASES] != session->revision[TOPIC_CASES];
	bool any = new_day || memcmp(revision, session->revision, sizeof revision) != 0;
	memcpy(session->revision, revision, sizeof revision);
	if (any)
		session_stale(session);
	if (cases || new_day)
		renew_index(session);
	return any;
}

bool session_want_list(struct session *session)
{
	if (session->list)
		return false;
	session->index = case_index_new(session->store, session->board, session->today);
	session->list = case_list_new(session->index, session->store, session->board, session->lang);
	return true;
}

bool session_busy(const struct session *session)
{
	return !session->lost && (session->next_index || (session->list && !session->list->complete));
}

int session_percent(const struct session *session)
{
	/* A complete list may leave parts of the index for the filters that need them. */
	return session->list && !session->list->complete ? case_index_percent(session->index) : 100;
}

static void copy_marks(struct case_list *to, const struct case_list *from)
{
	GHashTableIter iter;
	gpointer key;
	g_hash_table_iter_init(&iter, from->marks);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		id_t64 id = (id_t64) GPOINTER_TO_SIZE(key);
		if (!case_list_marked(to, id))
			case_list_toggle_mark(to, id);
	}
}

static struct case_list *list_like(struct session *session, struct case_index *index, const struct case_list *old)
{
	struct case_list *list = case_list_new(index, session->store, session->board, session->lang);
	case_list_set_sort(list, old->sort, old->reverse);
	case_list_set_filter(list, old->filter ? old->filter : "", NULL, NULL);
	copy_marks(list, old);
	return list;
}

/* The newer index takes the place of the old one once it can answer. True when it did. */
static bool work_on_next(struct session *session, int budget_us, GError **error)
{
	if (!case_index_complete(session->next_index)) {
		GError *failed = NULL;
		if (!case_index_step(session->next_index, budget_us, &failed)) {
			if (failed) {
				g_propagate_error(error, failed);
				g_clear_pointer(&session->next_index, case_index_free);
			}
			return false;
		}
	}
	/* What was typed meanwhile counts. */
	if (session->next_list && (g_strcmp0(session->next_list->filter, session->list->filter) || session->next_list->sort != session->list->sort ||
			session->next_list->reverse != session->list->reverse))
		g_clear_pointer(&session->next_list, case_list_free);
	if (!session->next_list)
		session->next_list = list_like(session, session->next_index, session->list);
	if (!case_list_step(session->next_list, budget_us, error))
		return false;
	case_list_clear_marks(session->next_list);
	copy_marks(session->next_list, session->list);
	case_list_free(session->list);
	case_index_free(session->index);
	session->list = g_steal_pointer(&session->next_list);
	session->index = g_steal_pointer(&session->next_index);
	return true;
}

bool session_work(struct session *session, int budget_us, bool *changed, GError **error)
{
	*changed = false;
	if (!session_busy(session))
		return false;
	GError *failed = NULL;
	if (session->list && !session->list->complete)
		*changed = case_list_step(session->list, budget_us, &failed);
	else if (session->next_index)
		*changed = work_on_next(session, budget_us, &failed);
	if (failed) {
		g_propagate_error(error, failed);
		return false;
	}
	return session_busy(session);
}

bool session_load_overview(struct session *session, GError **error)
{
	if ((session->overview && !session->stale_overview) || session->lost)
		return true;
	struct overview *overview = overview_load(session->store, session->board, session->lang, session->today, session->now, error);
	session->stale_overview = false;
	if (!overview)
		return false;
	g_clear_pointer(&session->overview, overview_free);
	session->overview = overview;
	return true;
}

bool session_load_agenda(struct session *session, GError **error)
{
	if ((session->agenda && !session->stale_agenda) || session->lost)
		return true;
	struct agenda_model *agenda = agenda_model_load(session->store, session->board, session->lang, session->now, session->agenda_offset, error);
	session->stale_agenda = false;
	if (!agenda)
		return false;
	g_clear_pointer(&session->agenda, agenda_model_free);
	session->agenda = agenda;
	return true;
}

bool session_load_chart(struct session *session, enum metric metric, GError **error)
{
	if (metric >= METRICS || session->lost || (session->chart && !session->stale_chart && session->metric == metric))
		return true;
	struct trend_request request = { .metric = metric, .months = session->months, .today = session->today, .lang = session->lang };
	struct chart *chart = trend_load(session->store, session->board, session->index, &request, error);
	session->stale_chart = false;
	session->metric = metric;
	if (!chart)
		return false;
	g_clear_pointer(&session->chart, chart_free);
	session->chart = chart;
	return true;
}

bool session_load_detail(struct session *session, id_t64 id, GError **error)
{
	if (session->lost || (session->detail_id == id && !session->stale_detail))
		return true;
	session->stale_detail = false;
	session->detail_id = id;
	g_clear_pointer(&session->detail, case_detail_free);
	if (!id)
		return true;
	session->detail = case_detail_load(session->store, session->board, session->lang, session->today, id, error);
	return session->detail != NULL;
}
