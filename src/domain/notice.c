#include "domain/notice.h"

#include "base/error.h"
#include "base/i18n.h"

void notice_rule_free(struct notice_rule *rule)
{
	g_free(rule->source);
	g_free(rule);
}

static const struct notice_rule *rule_in(const GPtrArray *rules, enum meeting_kind kind)
{
	for (guint i = 0; i < rules->len; i++) {
		const struct notice_rule *rule = rules->pdata[i];
		if (rule->kind == kind)
			return rule;
	}
	return NULL;
}

static const struct notice_rule *rule_for(const struct board *board, const struct body *body, enum meeting_kind kind)
{
	for (; body; body = body->parent) {
		const struct notice_rule *rule = rule_in(body->notice, kind);
		if (rule)
			return rule;
	}
	return rule_in(board->notice, kind);
}

const struct notice_rule *board_notice(const struct board *board, const struct body *body, const char *kind)
{
	const struct notice_rule *rule = rule_for(board, body, meeting_kind_find(kind));
	return rule ? rule : rule_for(board, body, MEETING_KIND_REGULAR);
}

/* The last day of posting under a rule of days before the date. */
static day_t last_day(const struct board *board, const struct notice_rule *rule, day_t meeting)
{
	bool business = rule->unit == NOTICE_BUSINESS_DAYS;
	bool counts = rule->meeting_day_counts && (!business || board_is_workday(board, meeting));
	int before = rule->length - counts;
	day_t first = business ? board_add_workdays(board, meeting, -before) : meeting - before;
	return rule->posting_day_counts ? first : first - 1;
}

static instant_t limit(const struct board *board, const struct notice_rule *rule, instant_t starts)
{
	enum { SECONDS = 60, HOUR = 60 * SECONDS, LAST_MINUTE = 24 * 60 - 1 };
	day_t day = instant_day(starts, board->zone);
	if (rule->unit == NOTICE_HOURS)
		return starts - (instant_t) rule->length * HOUR;
	if (rule->before == NOTICE_BEFORE_DATE)
		return instant_at(last_day(board, rule, day), LAST_MINUTE, board->zone) + SECONDS - 1;
	day = rule->unit == NOTICE_DAYS ? day - rule->length : board_add_workdays(board, day, -rule->length);
	return instant_at(day, instant_minutes(starts, board->zone), board->zone);
}

bool notice_due(const struct board *board, const struct notice_rule *rule, instant_t starts, instant_t *by)
{
	if (!rule)
		return false;
	instant_t last = limit(board, rule, starts);
	*by = MIN(last, starts);
	return true;
}

enum notice_state notice_state(const struct board *board, const struct notice_rule *rule, instant_t starts, instant_t now)
{
	instant_t by;
	if (!notice_due(board, rule, starts, &by))
		return NOTICE_NONE;
	if (now > by)
		return NOTICE_LATE;
	return (by - now) * 4 < starts - by ? NOTICE_PRESSING : NOTICE_AHEAD;
}

bool notice_check(const struct board *board, const struct meeting_record *meeting, instant_t now, GError **error)
{
	const struct notice_rule *rule = board_notice(board, board_body(board, meeting->body), meeting->kind);
	if (notice_state(board, rule, meeting->starts, now) != NOTICE_LATE)
		return true;
	g_autofree char *when = instant_words(meeting->starts, board->zone), *how = notice_rule_words(rule);
	g_autofree char *words = notice_words(board, rule, meeting->starts, now);
	g_autofree char *source = rule->source ? g_strdup_printf(" (%s)", rule->source) : g_strdup("");
	g_set_error(error, DAIS_ERROR, DAIS_ERROR_NOT_FOUND, _("the %s meeting of %s cannot be posted any more, %s. The rule: %s%s"),
		meeting_kind_label(meeting->kind ? meeting->kind : meeting_kinds[MEETING_KIND_REGULAR]), when, words, how, source);
	return false;
}
