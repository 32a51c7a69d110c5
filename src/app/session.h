/*
 * The models of a running program, and when they are stale. What a person looks at is kept by id in app; a reload here
 * never moves it. Cases are indexed in slices between keys; the old index answers until the new one is complete.
 */
#ifndef DAIS_APP_SESSION_H
#define DAIS_APP_SESSION_H

#include "domain/metric.h"
#include "model/agenda_model.h"
#include "model/case_detail.h"
#include "model/case_list.h"
#include "model/docket_model.h"
#include "model/meeting_model.h"
#include "model/members_model.h"
#include "model/recommendations_model.h"
#include "model/overview.h"
#include "model/trend.h"

struct session {
	struct store *store;             /* borrowed */
	const struct board *board;       /* borrowed */
	const char *lang;
	instant_t fixed_now;             /* 0: the clock */
	instant_t now;
	day_t today;
	GTimeZone *zone;                 /* only held: GLib reads a zone's file again unless somebody has it */
	gint64 revision[STORE_TOPICS];
	bool lost;                       /* the file was replaced or removed: nothing is read any more */

	struct overview *overview;
	struct agenda_model *agenda;
	int agenda_offset;
	gint64 agenda_minute;            /* since 1970, in which the agenda was loaded */
	struct docket_model *docket;     /* what is due for the body whose agenda is shown */
	struct meeting_model *meeting;
	id_t64 meeting_id;               /* which one is shown; 0: the one in session, the next or the last */
	struct members_model *members;
	struct recommendations_model *recommendations;
	unsigned members_body;           /* which body's members are shown, from 0 */
	struct chart *chart;
	enum metric metric;
	int months;                      /* shown in Trends; 0 all */
	struct case_detail *detail;
	id_t64 detail_id;
	bool stale_overview, stale_agenda, stale_docket, stale_meeting, stale_members, stale_recommendations, stale_chart, stale_detail;
	bool other_clocks;               /* the deadlines of the docket follow other rules than the board file's, and cannot be worked out anew here */
	bool stale_counts;               /* the overview's numbers of cases, which every screen shows: no vote changes them */
	struct case_query *query;        /* whose cases the charts count; NULL: all */
	char *chart_filter;              /* its text; "" none */
	bool query_answered;             /* the query was complete on query_day */
	day_t query_day;

	struct case_index *index;
	struct case_list *list;
	case_hurry *hurry;               /* whether somebody waits, for the index; NULL without a terminal */
	void *hurry_data;
};

void session_init(struct session *session, struct store *store, const struct board *board, const char *lang,
	instant_t now);
void session_clear(struct session *session);
void session_take_time(struct session *session);
/* Looks for changes by anyone and marks what is stale; true when something is. */
bool session_look(struct session *session, GError **error);
/* ms until what the agenda says of its notice is out of date; -1: never. */
int session_agenda_timeout(const struct session *session);
/* The agenda of this meeting from now on. */
bool session_show_agenda(struct session *session, id_t64 meeting, GError **error);
void session_stale(struct session *session);              /* everything */
/* The index and the list, begun when first wanted. */
bool session_want_list(struct session *session);
/* Charts of the cases that match only; "" of all. On a mistake nothing changes; see filter_parse for the error. */
bool session_filter_chart(struct session *session, const char *text, unsigned *where, GError **error);
/* Sliced work for about budget_us; true while there is more to do. *changed when what a screen shows may have changed. */
bool session_work(struct session *session, int budget_us, bool *changed, GError **error);
bool session_busy(const struct session *session);
int session_percent(const struct session *session);
/* Loaders: fill what is stale or different. False with an error; then the old model stays. */
bool session_load_overview(struct session *session, GError **error);
/* The overview, of which only the numbers of cases need to be right. */
bool session_load_counts(struct session *session, GError **error);
bool session_load_agenda(struct session *session, GError **error);
/* body and kind: of the meeting whose agenda is shown; NULL: of all (model/docket_model.h). Clocks that were worked out by other rules than those
 * of the board file are worked out anew first. */
bool session_load_docket(struct session *session, const struct body *body, const char *kind, GError **error);
/* Loads the meeting, or reads what was added to its journal since. */
bool session_load_meeting(struct session *session, GError **error);
/* The members of session->members_body on today. */
bool session_load_members(struct session *session, GError **error);
bool session_load_recommendations(struct session *session, GError **error);
bool session_load_chart(struct session *session, enum metric metric, GError **error);
bool session_load_detail(struct session *session, id_t64 id, GError **error);

#endif
