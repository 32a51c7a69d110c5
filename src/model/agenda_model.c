#include "model/agenda_model.h"

#include <inttypes.h>

#include "base/error.h"
#include "base/i18n.h"
#include "domain/agenda.h"
#include "domain/notice.h"
#include "store/agenda_store.h"
#include "store/carry_store.h"

static bool cancelled(const struct meeting_record *meeting)
{
	return g_strcmp0(meeting->status, "cancelled") == 0;
}

/* The meeting of today stays in view until it was held, also once it has begun. */
static bool is_next(const struct meeting_record *meeting, const struct board *board, instant_t now)
{
	if (cancelled(meeting))
		return false;
	bool today = instant_day(meeting->starts, board->zone) == instant_day(now, board->zone);
	return meeting->starts >= now || (today && g_strcmp0(meeting->status, "held") != 0);
}

static int find_next(const GPtrArray *meetings, const struct board *board, instant_t now)
{
	for (guint i = 0; i < meetings->len; i++)
		if (is_next(meetings->pdata[i], board, now))
			return (int) i;
	return -1;
}

static void copy_meeting(struct meeting_record *to, const struct meeting_record *from)
{
	*to = *from;
	to->body = g_strdup(from->body);
	to->kind = g_strdup(from->kind);
	to->place = g_strdup(from->place);
	to->title = g_strdup(from->title);
	to->status = g_strdup(from->status);
}

/* A meeting that was held or cancelled has no notice to be given. */
static void fill_notice(struct agenda_model *model, const struct board *board, const struct body *body, const struct meeting_detail *detail, instant_t now)
{
	const struct meeting_record *meeting = &model->meeting;
	const struct notice_rule *rule = board_notice(board, body, meeting->kind);
	instant_t by;
	if (cancelled(meeting)) {
		model->notice = detail->why ? g_strdup_printf(_("cancelled: %s"), detail->why) : g_strdup(meeting_status_label(meeting->status));
		model->notice_pressing = true;
	} else if (detail->posted) {
		model->notice = notice_posted_words(board, rule, meeting->starts, detail);
		model->notice_pressing = notice_due(board, rule, meeting->starts, &by) && detail->posted > by;
	} else if (g_strcmp0(meeting->status, "planned") == 0) {
		model->notice = notice_words(board, rule, meeting->starts, now);
		model->notice_counts = model->notice != NULL;
		model->notice_pressing = notice_state(board, rule, meeting->starts, now) >= NOTICE_PRESSING;
	}
}

static bool load_notice(struct agenda_model *model, struct store *store, const struct board *board, instant_t now, GError **error)
{
	struct meeting_detail detail;
	bool good = meeting_store_detail(store, model->meeting.id, &detail, error);
	if (good)
		fill_notice(model, board, board_body(board, model->meeting.body), &detail, now);
	meeting_detail_clear(&detail);
	return good;
}

static void fill(struct agenda_model *model, const struct board *board, const char *lang, instant_t now)
{
	const struct body *body = model->meeting.body ? board_body(board, model->meeting.body) : NULL;
	const char *name = body ? labels_get(&body->name, lang) : model->meeting.body;
	model->found = true;
	model->body_name = g_strdup(name ? name : "");
	model->when = instant_words(model->meeting.starts, board->zone);
	model->days_away = instant_day(model->meeting.starts, board->zone) - instant_day(now, board->zone);
	model->minutes = agenda_minutes_sum(model->items, NULL);
	const struct body *meant = board_body_meant(board, model->meeting.body);
	model->length = meant ? meant->length : 0;
}

struct agenda_model *agenda_model_load(struct store *store, const struct board *board, const char *lang, instant_t now, int offset, GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(store, error);
	if (!meetings)
		return NULL;
	/* Held, so that GLib reads it once and not for every date. */
	g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(board->zone);
	struct agenda_model *model = g_new0(struct agenda_model, 1);
	model->meetings = (int) meetings->len;
	int next = find_next(meetings, board, now);
	/* Without a coming meeting only those before it can be looked at. */
	int at = next >= 0 ? CLAMP(next + offset, 0, (int) meetings->len - 1) : offset < 0 ? MAX((int) meetings->len + offset, 0) : -1;
	if (at < 0 || at >= (int) meetings->len) {
		model->items = g_ptr_array_new();
		return model;
	}
	copy_meeting(&model->meeting, meetings->pdata[at]);
	model->position = at + 1;
	/* Before the items: what is changed between the two is then seen as a change that is not known yet. */
	model->revision = agenda_store_revision(store, model->meeting.id, error);
	model->items = model->revision < 0 ? NULL : meeting_store_items(store, model->meeting.id, error);
	if (!model->items || !carry_store_continued(store, board, &model->meeting, model->items, error) || !load_notice(model, store, board, now, error)) {
		agenda_model_free(model);
		return NULL;
	}
	fill(model, board, lang, now);
	return model;
}

bool agenda_model_offset(struct store *store, const struct board *board, id_t64 meeting, instant_t now, int *offset, GError **error)
{
	g_autoptr(GPtrArray) meetings = meeting_store_all(store, error);
	if (!meetings)
		return false;
	int next = find_next(meetings, board, now);
	for (guint i = 0; i < meetings->len; i++)
		if (((const struct meeting_record *) meetings->pdata[i])->id == meeting) {
			*offset = (int) i - (next >= 0 ? next : (int) meetings->len);
			return true;
		}
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("%s: there is no meeting %" PRId64), store_path(store), (int64_t) meeting);
	return false;
}

void agenda_model_free(struct agenda_model *model)
{
	if (!model)
		return;
	meeting_record_clear(&model->meeting);
	g_free(model->body_name);
	g_free(model->when);
	g_free(model->notice);
	if (model->items)
		g_ptr_array_unref(model->items);
	g_free(model);
}
