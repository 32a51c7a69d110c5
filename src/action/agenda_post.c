/* Posting an agenda: from then on it stays as it is. */
#include "action/agenda_private.h"

#include "domain/notice.h"

/* A kind of meeting with a rule of its own under which this one could still be posted, and until when; NULL: there is none. */
static const char *other_kind(const struct board *board, const struct body *body, const struct meeting_record *meeting, instant_t now, instant_t *by)
{
	for (int i = 0; meeting_kinds[i]; i++) {
		const struct notice_rule *rule = board_notice(board, body, meeting_kinds[i]);
		if (rule && rule->kind == (enum meeting_kind) i && g_strcmp0(meeting->kind, meeting_kinds[i])
			&& notice_state(board, rule, meeting->starts, now) != NOTICE_LATE && notice_due(board, rule, meeting->starts, by))
			return meeting_kinds[i];
	}
	return NULL;
}

/* Too late: what can be done instead is said too. */
static enum agenda_outcome too_late(const struct agenda_hand *hand, const struct agenda_edit *edit, GError **error)
{
	instant_t by = 0;
	const char *kind = other_kind(hand->board, edit->body, &edit->meeting, hand->now, &by);
	g_autofree char *until = kind ? instant_words(by, hand->board->zone) : NULL;
	g_autofree char *instead = kind ? g_strdup_printf(_("put it off to a later day, or call it as a meeting of the kind \"%s\", which may be posted until %s"), meeting_kind_label(kind), until)
		: g_strdup(_("put it off to a later day"));
	if (error && *error) {
		g_autofree char *words = g_strdup_printf(_("%s. What can be done: %s"), (*error)->message, instead);
		g_clear_error(error);
		agenda_refuse(error, words);
	}
	return AGENDA_REFUSED;
}

static bool mark_posted(struct agenda_hand *hand, GError **error)
{
	struct meeting_detail detail;
	bool good = meeting_store_detail(hand->store, hand->meeting, &detail, error);
	if (good) {
		detail.meeting = hand->meeting;
		detail.posted = hand->now;
		g_free(detail.posted_by);
		detail.posted_by = g_strdup(hand->who);
		good = meeting_store_set_detail(hand->store, &detail, error) && meeting_store_set_status(hand->store, hand->meeting, "posted", error);
	}
	meeting_detail_clear(&detail);
	return good;
}

enum agenda_outcome agenda_post(struct agenda_hand *hand, char **words, GError **error)
{
	struct agenda_edit edit;
	enum agenda_outcome outcome = agenda_begin(hand, &edit, error);
	if (outcome != AGENDA_DONE)
		return outcome;
	if (!edit.agenda.posted && !notice_check(hand->board, &edit.meeting, hand->now, error))
		return agenda_leave(hand, &edit, too_late(hand, &edit, error));
	if (!edit.agenda.posted && !mark_posted(hand, error))
		return agenda_leave(hand, &edit, AGENDA_FAILED);
	return agenda_finish(hand, &edit, agenda_op_post(), 0, words, error);
}
