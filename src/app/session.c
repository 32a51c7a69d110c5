#include "app/session.h"
#include "action/case_clocks.h"
#include <string.h>
#include <time.h>

void session_take_time(struct session *session)
{
	session->now = session->fixed_now ? session->fixed_now : time(NULL);
	session->today = instant_day(session->now, session->board->zone);
}

void session_init(struct session *session, struct store *store, const struct board *board, const char *lang,
	instant_t now)
{
	*session = (struct session) { .store = store, .board = board, .lang = lang, .fixed_now = now, .months = 24, .metric = METRICS };
	session->zone = board->zone ? g_time_zone_new_identifier(board->zone) : NULL;
	session_take_time(session);
	session->chart_filter = g_strdup("");
	store_revisions(store, session->revision, NULL);
	session_stale(session);
}

void session_clear(struct session *session)
{
	g_clear_pointer(&session->zone, g_time_zone_unref);
	g_clear_pointer(&session->overview, overview_free);
	g_clear_pointer(&session->agenda, agenda_model_free);
	g_clear_pointer(&session->docket, docket_model_free);
	g_clear_pointer(&session->meeting, meeting_model_free);
	g_clear_pointer(&session->members, members_model_free);
	g_clear_pointer(&session->recommendations, recommendations_model_free);
	g_clear_pointer(&session->chart, chart_free);
	g_clear_pointer(&session->detail, case_detail_free);
	g_clear_pointer(&session->chart_filter, g_free);
	g_clear_pointer(&session->query, case_query_free);
	g_clear_pointer(&session->list, case_list_free);
	g_clear_pointer(&session->index, case_index_free);
}

void session_stale(struct session *session)
{
	session->stale_counts = session->stale_overview = session->stale_agenda = session->stale_docket = session->stale_meeting = session->stale_members = session->stale_recommendations = session->stale_chart = session->stale_detail = true;
}

/* The notice is told to the minute. */
static bool notice_moves(const struct session *session)
{
	return session->agenda && session->agenda->notice_counts && session->now / 60 != session->agenda_minute;
}

int session_agenda_timeout(const struct session *session)
{
	if (!session->agenda || !session->agenda->notice_counts || session->fixed_now || session->lost)
		return -1;
	gint64 left = (session->agenda_minute + 1) * 60 * 1000 - g_get_real_time() / 1000;
	return (int) CLAMP(left, 0, 60 * 1000);
}

bool session_show_agenda(struct session *session, id_t64 meeting, GError **error)
{
	session->stale_agenda = true;
	return agenda_model_offset(session->store, session->board, meeting, session->now, &session->agenda_offset, error);
}

bool session_look(struct session *session, GError **error)
{
	if (session->lost)
		return false;
	gint64 revision[STORE_TOPICS];
	day_t today = session->today;
	session_take_time(session);
	if (!store_revisions(session->store, revision, error))
		return false;
	bool new_day = session->today != today;
	bool cases = revision[TOPIC_CASES] != session->revision[TOPIC_CASES];
	bool any = new_day || memcmp(revision, session->revision, sizeof revision) != 0;
	bool counts = session->stale_counts || new_day;
	for (int topic = 0; topic < STORE_TOPICS; topic++)
		counts |= topic != TOPIC_MEETINGS && revision[topic] != session->revision[topic];
	memcpy(session->revision, revision, sizeof revision);
	if (any)
		session_stale(session);
	session->stale_counts = counts;
	bool minute = notice_moves(session);
	session->stale_agenda |= minute;
	if (session->index && new_day) {
		case_index_set_today(session->index, session->today);
		session->list->complete = false;      /* ages and deadlines moved on */
	}
	if (session->index && cases)
		case_index_reload(session->index);
	return any || minute;
}

bool session_want_list(struct session *session)
{
	if (session->list)
		return false;
	session->index = case_index_new(session->store, session->board, session->today);
	case_index_set_hurry(session->index, session->hurry, session->hurry_data);
	session->list = case_list_new(session->index, session->store, session->board, session->lang);
	return true;
}

bool session_filter_chart(struct session *session, const char *text, unsigned *where, GError **error)
{
	g_autoptr(filter_t) filter = filter_parse(text, where, error);
	if (!filter)
		return false;
	g_free(session->chart_filter);
	session->chart_filter = g_strdup(text);
	session->query_answered = false;
	session->stale_chart |= !filter->n;
	if (!filter->n) {
		g_clear_pointer(&session->query, case_query_free);
		return true;
	}
	session_want_list(session);
	if (!session->query)
		session->query = case_query_new(session->index);
	case_query_set(session->query, filter);
	return true;
}

/* An answer is about one picture of the cases and one day. */
static bool query_pending(const struct session *session)
{
	return session->query && (!session->query_answered || session->query_day != session->today ||
		!case_query_table(session->query)->done || case_query_table(session->query) != case_index_table(session->index));
}

bool session_busy(const struct session *session)
{
	return !session->lost && session->list &&
		(!session->list->complete || !case_index_complete(session->index) || query_pending(session));
}

int session_percent(const struct session *session)
{
	/* A complete list may leave parts of the index for the filters that need them. */
	bool waiting = session->list && (!session->list->complete || query_pending(session));
	return waiting ? MIN(case_index_percent(session->index), 99) : 100;
}

/* The cases the chart counts; the chart before stays until they are all known. */
static bool work_chart(struct session *session, int budget_us, GError **error)
{
	if (!case_query_step(session->query, budget_us, error))
		return false;
	/* Charts of findings count allegations: none may be missing. */
	if (!case_query_table(session->query)->done) {
		case_index_step(session->index, budget_us, error);
		return false;
	}
	session->query_answered = session->stale_chart = true;
	session->query_day = session->today;
	return true;
}

bool session_work(struct session *session, int budget_us, bool *changed, GError **error)
{
	*changed = false;
	if (!session_busy(session))
		return false;
	if (query_pending(session)) {
		*changed = work_chart(session, budget_us, error);
		return session_busy(session);
	}
	struct case_list *list = session->list;
	const void *table = list->table;
	bool was_complete = list->complete;
	GError *failed = NULL;
	/* What is asked now comes first; what only later questions need is read while nothing else is to do. */
	bool answered = case_list_step(list, budget_us, &failed);
	if (answered && !failed && !case_index_complete(session->index) &&
		case_index_step(session->index, budget_us, &failed) && !failed)
		case_list_step(list, budget_us, &failed);
	*changed = list->complete && (!was_complete || list->table != table);
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
	struct overview *overview = overview_load(session->store, session->board, session->lang, session->today,
		session->now, error);
	session->stale_overview = session->stale_counts = false;
	if (!overview)
		return false;
	g_clear_pointer(&session->overview, overview_free);
	session->overview = overview;
	return true;
}

bool session_load_counts(struct session *session, GError **error)
{
	return (session->overview && !session->stale_counts) || session_load_overview(session, error);
}

bool session_load_meeting(struct session *session, GError **error)
{
	bool changed;
	if (session->lost)
		return true;
	/* Until the call to order the meeting itself may be another one, or its agenda. */
	bool begun = session->meeting && session->meeting->meeting->phase != PHASE_NONE;
	if (session->meeting && (begun || !session->stale_meeting) && (!session->meeting_id || session->meeting_id == session->meeting->id)) {
		bool stale = session->stale_meeting;
		session->stale_meeting = false;
		return !stale || meeting_model_catch_up(session->meeting, session->store, &changed, error);
	}
	struct meeting_model *meeting = meeting_model_load(session->store, session->board, session->meeting_id, session->now, error);
	session->stale_meeting = false;
	if (!meeting)
		return false;
	g_clear_pointer(&session->meeting, meeting_model_free);
	session->meeting = meeting;
	return true;
}

bool session_load_agenda(struct session *session, GError **error)
{
	if ((session->agenda && !session->stale_agenda) || session->lost)
		return true;
	struct agenda_model *agenda = agenda_model_load(session->store, session->board, session->lang, session->now,
		session->agenda_offset, error);
	session->stale_agenda = false;
	session->agenda_minute = session->now / 60;
	if (!agenda)
		return false;
	g_clear_pointer(&session->agenda, agenda_model_free);
	session->agenda = agenda;
	return true;
}

bool session_load_docket(struct session *session, const struct body *body, const char *kind, GError **error)
{
	bool other = session->docket && (session->docket->body != body || session->docket->today != session->today
		|| g_strcmp0(session->docket->kind, kind));
	if ((session->docket && !session->stale_docket && !other) || session->lost)
		return true;
	session->other_clocks = !case_clocks_current(session->store, session->board);
	if (session->other_clocks && !store_read_only(session->store)) {
		if (!case_clocks_all(session->store, session->board, session->now, error))
			return false;
		session->other_clocks = false;
	}
	struct docket_model *docket = docket_model_load(session->store, session->board, body, kind, session->lang, session->now, error);
	session->stale_docket = false;
	if (!docket)
		return false;
	g_clear_pointer(&session->docket, docket_model_free);
	session->docket = docket;
	return true;
}

bool session_load_members(struct session *session, GError **error)
{
	bool other = session->members && session->members->at != session->members_body;
	if ((session->members && !session->stale_members && !other) || session->lost)
		return true;
	struct members_model *members = members_model_load(session->store, session->board, session->members_body, session->today, error);
	session->stale_members = false;
	if (!members)
		return false;
	g_clear_pointer(&session->members, members_model_free);
	session->members = members;
	session->members_body = members->at;
	return true;
}

bool session_load_recommendations(struct session *session, GError **error)
{
	bool other = session->recommendations && session->recommendations->today != session->today;
	if ((session->recommendations && !session->stale_recommendations && !other) || session->lost)
		return true;
	struct recommendations_model *model = recommendations_model_load(session->store, session->board, NULL, session->today, error);
	session->stale_recommendations = false;
	if (!model)
		return false;
	g_clear_pointer(&session->recommendations, recommendations_model_free);
	session->recommendations = model;
	return true;
}

bool session_load_chart(struct session *session, enum metric metric, GError **error)
{
	if (metric >= METRICS || session->lost || (session->chart && !session->stale_chart && session->metric == metric))
		return true;
	if (query_pending(session))
		return true;
	struct trend_request request = { .metric = metric, .months = session->months, .today = session->today,
		.lang = session->lang, .query = session->query };
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
	if (session->detail_id == id && (session->lost || !session->stale_detail))
		return true;
	session->stale_detail = false;
	session->detail_id = id;
	g_clear_pointer(&session->detail, case_detail_free);
	if (!id || session->lost)
		return true;
	session->detail = case_detail_load(session->store, session->board, session->lang, session->now, id, error);
	return session->detail != NULL;
}
